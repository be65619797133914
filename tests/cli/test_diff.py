"""The command ``confkit diff``."""

import json
from pathlib import Path
from typing import get_args

import pytest

from cli.commands import DAY, message, run
from confkit import Catalog, files, render
from render.versions import EXAMPLE, VERSIONS


@pytest.fixture(autouse=True)
def two_versions(folder: Path) -> None:
    for name, event in zip(("old", "new"), VERSIONS["extended"], strict=True):
        files.dump(event, folder / f"{name}.yaml")


def test_diff_prints_what_changed() -> None:
    for form in get_args(render.ChangesForm):
        printed = run("diff", "old.yaml", "new.yaml", "--as", form)
        assert (printed.exit_code, printed.stdout) == (0, render.changes(*VERSIONS["extended"], form=form)), form


def test_diff_prints_several_languages_in_the_given_order() -> None:
    chinese, english = (render.changes(*VERSIONS["extended"], language=tag) for tag in ("zh", "en"))
    assert run("diff", "old.yaml", "new.yaml", "--lang", "zh,en").stdout == f"{chinese}\n{english}"


def test_diff_as_email_prints_one_mail_in_every_language() -> None:
    printed = run("diff", "old.yaml", "new.yaml", "--as", "email", "--lang", "zh,en")
    message = render.changes_email(*VERSIONS["extended"], languages=("zh", "en"))
    assert (printed.exit_code, printed.stdout_bytes) == (0, message.as_bytes())


def test_diff_of_equal_files_says_so_and_ends_with_0() -> None:
    printed = run("diff", "old.yaml", "old.yaml")
    assert (printed.exit_code, printed.stdout) == (0, "PyTorch Day China 2025: nothing has changed.\n")
    assert json.loads(run("diff", "old.yaml", "old.yaml", "--as", "json").stdout) == []


def test_diff_as_json_is_a_list_of_objects() -> None:
    printed = run("diff", "old.yaml", "new.yaml", "--as", "json", "--lang", "zh,en")
    assert json.loads(printed.stdout) == [
        {
            "event": "pytorch-day-china-2025",
            "kind": "deadline.extended",
            "path": "calls[0].deadlines[0].at",
            "old": "2025-04-13",
            "new": "2025-04-20",
            "announced": "2025-04-12",
            "reason": {"en": "many requests", "zh-Hans": "应投稿人要求", "zh-Hant": "應投稿者要求"},
            "says": {
                "zh-Hans": "截止日期由2025年4月13日延长至4月20日（2025年4月12日公布；原因：应投稿人要求）。",
                "en": "Deadline extended from April 13 to April 20, 2025 (announced on April 12, 2025; "
                "reason: many requests).",
            },
        }
    ]


def test_diff_as_json_has_values_as_in_files(folder: Path) -> None:
    files.dump(VERSIONS["several"][1], folder / "new.yaml")
    rows = json.loads(run("diff", "old.yaml", "new.yaml", "--as", "json").stdout)
    assert {row["kind"]: (row["old"], row["new"]) for row in rows} == {
        "event.rescheduled": ("2025-06-07", "2025-06-14"),
        "online.added": (None, {"platform": "Zoom"}),
        "deadline.extended": ("2025-04-13", "2025-04-20"),
        "topic.added": (None, {"name": {"en": "Model Safety", "zh-Hans": "模型安全", "zh-Hant": "模型安全"}}),
        "topic.removed": (value_in_file("calls", 0, "topics", 0), None),
        "call.added": (
            None,
            {"kind": "posters", "deadlines": [{"kind": "submission", "at": "2025-05-01T23:59[AoE]"}]},
        ),
        "organization.added": (
            None,
            {"name": {"en": "Jiangnan University", "zh-Hans": "江南大学", "zh-Hant": "江南大學"}, "role": "co_host"},
        ),
        "contact.changed": ({"email": "pytorchevents@linuxfoundation.org"}, {"email": "hello@example.org"}),
        "field.added": (None, "2025-04-12"),
    }


def value_in_file(*path: str | int) -> object:
    value = json.loads(files.dumps(EXAMPLE, format="json"))
    for step in path:
        value = value[step]
    return value


def test_diff_as_json_has_defaults_that_files_omit(folder: Path) -> None:
    (folder / "a.yaml").write_text(DAY)
    (folder / "b.yaml").write_text(DAY + "status: postponed\n")
    (row,) = json.loads(run("diff", "a.yaml", "b.yaml", "--as", "json").stdout)
    assert (row["old"], row["new"], row["reason"]) == ("scheduled", "postponed", None)


def test_diff_of_folders_pairs_events_by_id(folder: Path) -> None:
    (folder / "all").mkdir()
    files.dump(VERSIONS["extended"][1], folder / "all" / "pytorch.yaml")
    (folder / "all" / "day.yaml").write_text(DAY)
    catalogs = Catalog([EXAMPLE]), Catalog([files.load(folder / "all" / "day.yaml"), VERSIONS["extended"][1]])
    assert run("diff", "old.yaml", "all").stdout == render.changes(*catalogs)
    rows = json.loads(run("diff", "old.yaml", "all", "--as", "json").stdout)
    assert [(row["event"], row["kind"], row["path"]) for row in rows] == [
        ("day-2027", "event.added", "conferences[0]"),
        ("pytorch-day-china-2025", "deadline.extended", "conferences[1].calls[0].deadlines[0].at"),
    ]
    assert rows[0]["says"] == {"en": "New event: A Day — Saturday, May 1, 2027."}
    gone = json.loads(run("diff", "all", "old.yaml", "--as", "json").stdout)
    assert [(row["event"], row["kind"]) for row in gone] == [
        ("pytorch-day-china-2025", "deadline.brought_forward"),
        ("pytorch-day-china-2025", "field.removed"),
        ("pytorch-day-china-2025", "field.changed"),
        ("day-2027", "event.removed"),
    ]


def test_diff_reads_standard_input() -> None:
    new = files.dumps(VERSIONS["extended"][1], format="json")
    assert run("diff", "old.yaml", "-", stdin=new).stdout == render.changes(*VERSIONS["extended"])


def test_standard_input_can_be_given_once_only() -> None:
    for command in ("diff", "check", "ics"):
        done = run(command, "-", "-", stdin=Path("old.yaml").read_bytes())
        assert (command, done.exit_code, done.stdout) == (command, 2, "")
        assert "standard input (-) is given twice" in done.stderr


def test_diff_of_a_file_with_errors_ends_with_1_and_its_findings(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("2027-05-01", "soon"))
    done = run("diff", "old.yaml", "day.yaml")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("day.yaml:6:7: error: days: ")


def test_wrong_use_ends_with_2_and_a_message() -> None:
    for arguments, expected in {
        ("old.yaml",): "Missing argument 'NEW'.",
        ("old.yaml", "nowhere.yaml"): "nowhere.yaml cannot be read: No such file or directory.",
        ("old.yaml", "new.yaml", "--as", "poster"): "'poster' is not one of",
    }.items():
        done = run("diff", *arguments)
        assert (arguments, done.exit_code, done.stdout) == (arguments, 2, "")
        assert expected in message(done)
