"""The command ``confkit diff``."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from confkit import Catalog, files, render
from confkit.cli._group import confkit
from render.versions import EXAMPLE, VERSIONS

DAY = "confkit: 1\nid: day-2027\nnamespace: example.org\nname: A Day\npublished: 2026-11-01\ndays: 2027-05-01\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, event in zip(("old", "new"), VERSIONS["extended"], strict=True):
        files.dump(event, tmp_path / f"{name}.yaml")
    return tmp_path


def run(*arguments: str, stdin: bytes | str = b"") -> Result:
    return CliRunner().invoke(confkit, list(arguments), input=stdin, catch_exceptions=False)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "chat"])
def test_diff_prints_what_changed(form: render.ChangesForm) -> None:
    printed = run("diff", "old.yaml", "new.yaml", "--as", form)
    assert (printed.exit_code, printed.stdout) == (0, render.changes(*VERSIONS["extended"], form=form))


def test_diff_prints_several_languages_in_the_order_asked() -> None:
    chinese, english = (render.changes(*VERSIONS["extended"], language=tag) for tag in ("zh", "en"))
    assert run("diff", "old.yaml", "new.yaml", "--lang", "zh,en").stdout == f"{chinese}\n{english}"


def test_diff_as_email_prints_one_mail_in_every_language() -> None:
    printed = run("diff", "old.yaml", "new.yaml", "--as", "email", "--lang", "zh,en")
    message = render.changes_email(*VERSIONS["extended"], languages=("zh", "en"))
    assert (printed.exit_code, printed.stdout_bytes) == (0, message.as_bytes())


def test_diff_of_equal_files_says_so_and_leaves_with_0() -> None:
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


def test_diff_as_json_gives_values_as_a_file_holds_them(folder: Path) -> None:
    files.dump(VERSIONS["several"][1], folder / "new.yaml")
    rows = json.loads(run("diff", "old.yaml", "new.yaml", "--as", "json").stdout)
    assert {row["kind"]: (row["old"], row["new"]) for row in rows} == {
        "event.rescheduled": ("2025-06-07", "2025-06-14"),
        "online.added": (None, {"platform": "Zoom"}),
        "deadline.extended": ("2025-04-13", "2025-04-20"),
        "topic.added": (None, {"name": {"en": "Model Safety", "zh-Hans": "模型安全", "zh-Hant": "模型安全"}}),
        "topic.removed": (files_form("calls", 0, "topics", 0), None),
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


def files_form(*path: str | int) -> object:
    value = json.loads(files.dumps(EXAMPLE, format="json"))
    for step in path:
        value = value[step]
    return value


def test_diff_as_json_tells_a_default_too(folder: Path) -> None:
    (folder / "a.yaml").write_text(DAY)
    (folder / "b.yaml").write_text(DAY + "status: postponed\n")
    (row,) = json.loads(run("diff", "a.yaml", "b.yaml", "--as", "json").stdout)
    assert (row["old"], row["new"], row["reason"]) == ("scheduled", "postponed", None)


def test_diff_of_folders_and_lists_goes_by_event(folder: Path) -> None:
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


@pytest.mark.parametrize("command", ["diff", "check"])
def test_standard_input_is_given_once(command: str) -> None:
    done = run(command, "-", "-", stdin=Path("old.yaml").read_bytes())
    assert (done.exit_code, done.stdout) == (2, "")
    assert "standard input (-) is given twice" in done.stderr


def test_diff_of_a_file_that_cannot_be_read_leaves_with_1_and_its_findings(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("2027-05-01", "soon"))
    done = run("diff", "old.yaml", "day.yaml")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("day.yaml:6:7: error: days: ")


@pytest.mark.parametrize(
    "arguments",
    [("old.yaml",), ("old.yaml", "nowhere.yaml"), ("old.yaml", "new.yaml", "--as", "poster")],
    ids=["one-file", "missing-file", "unknown-form"],
)
def test_diff_used_wrongly_leaves_with_2(arguments: tuple[str, ...]) -> None:
    assert run("diff", *arguments).exit_code == 2
