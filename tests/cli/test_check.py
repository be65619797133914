"""The command ``check`` on event files: the findings that it prints, and the files that it reads."""

import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from cli.commands import DAY, run
from confkit import files


def test_check_of_the_example_has_no_errors() -> None:
    run("example", "-o", "day.yaml")
    checked = run("check", "day.yaml")
    assert (checked.exit_code, checked.stderr) == (0, "3 warnings, 1 note\n")
    assert [line.split(" [")[-1] for line in checked.stdout.splitlines() if not line.startswith(" ")] == [
        "deadline.no-hour]",
        "deadline.no-zone]",
        "address.mixed-script]",
        "relation.unresolved]",
    ]


def test_check_strict_ends_with_1_on_warnings() -> None:
    run("example", "-o", "day.yaml")
    assert run("check", "--strict", "day.yaml").exit_code == 1


def test_check_prints_position_level_and_path_first(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("2027-05-01", "2027-05-32"))
    checked = run("check", "day.yaml")
    assert checked.exit_code == 1
    assert checked.stdout.startswith("day.yaml:6:7: error: days: ")
    assert checked.stderr == "1 error\n"


def test_check_without_findings_says_so(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY)
    checked = run("check", "day.yaml")
    assert (checked.exit_code, checked.stdout, checked.stderr) == (0, "", "nothing to report\n")


def test_check_as_json_is_a_list_of_objects(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("name: A Day", "nmae: A Day"))
    checked = run("check", "--format", "json", "day.yaml")
    rows = json.loads(checked.stdout)
    assert checked.exit_code == 1
    assert [(row["code"], row["level"], row["file"], row["line"], row["column"], row["path"]) for row in rows] == [
        ("file.missing_key", "error", "day.yaml", 1, 1, "name"),
        ("file.unknown_key", "error", "day.yaml", 4, 1, "nmae"),
    ]
    assert set(rows[0]) == {"code", "level", "file", "line", "column", "path", "message", "value", "rule", "hint"}


def test_check_as_json_without_findings_is_an_empty_list(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY)
    assert json.loads(run("check", "--format", "json", "day.yaml").stdout) == []


def test_check_prints_a_finding_without_a_hint_on_one_line(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY + "venues: 3\n")
    checked = run("check", "day.yaml")
    assert checked.stdout == "day.yaml:7:9: error: venues: this must be a list, not text (3) [file.type]\n"


def test_check_of_a_list_of_one_names_its_line(folder: Path) -> None:
    (folder / "all.yaml").write_text("confkit: 1\nconferences:\n- {id: day-2027, name: A, published: 2026-11-01}\n")
    assert run("check", "all.yaml").stdout.startswith("all.yaml:3:3: warning: conferences[0].namespace: ")


def test_check_reads_standard_input() -> None:
    checked = run("check", "-", stdin=DAY.replace("2027-05-01", "soon"))
    assert checked.exit_code == 1
    assert checked.stdout.startswith("<stdin>:6:7: error: days: ")


def test_check_of_a_stream_names_the_line_in_each_document(folder: Path) -> None:
    relation = "relations: [{kind: co_located, target: {id: nowhere-2027}}]\n"
    (folder / "all.yaml").write_text(DAY + "---\n" + DAY.replace("day-2027", "day-2028") + relation)
    checked = run("check", "all.yaml")
    assert checked.exit_code == 0
    assert checked.stdout.startswith("all.yaml:14:")


def test_check_of_a_list_names_the_line_of_each_conference(folder: Path) -> None:
    rows = "".join(f"- {{id: day-{year}, name: A Day, published: 2026-11-01}}\n" for year in (2027, 2028))
    (folder / "all.yaml").write_text(f"confkit: 1\nconferences:\n{rows}")
    checked = run("check", "--format", "json", "all.yaml")
    assert [(row["code"], row["line"]) for row in json.loads(checked.stdout)] == [
        ("namespace.missing", 3),
        ("namespace.missing", 4),
    ]


def test_check_of_a_folder_looks_up_related_events_in_its_files(folder: Path) -> None:
    (folder / "b.yaml").write_text(DAY)
    relation = "relations: [{kind: co_located, target: {id: day-2027}}]\n"
    (folder / "a.yaml").write_text(DAY.replace("day-2027", "other-2027") + relation)
    (folder / ".hidden.yaml").write_text("nonsense")
    checked = run("check", ".")
    assert (checked.exit_code, checked.stdout) == (0, "")


def test_check_reports_each_file_once(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("namespace: example.org\n", ""))
    checked = run("check", "day.yaml", "./day.yaml", ".")
    assert (checked.exit_code, checked.stderr) == (0, "1 warning\n")


def test_check_of_several_files_reports_them_all(folder: Path) -> None:
    (folder / "a.yaml").write_text("nonsense")
    (folder / "b.yaml").write_text(DAY)
    (folder / "c.yaml").write_text(DAY)
    rows = json.loads(run("check", "--format", "json", "a.yaml", "b.yaml", "c.yaml").stdout)
    assert next(row["file"] for row in rows if row["level"] == "error") == "a.yaml"
    assert [(row["code"], row["file"], row["value"]) for row in rows if row["code"] == "id.duplicate"] == [
        ("id.duplicate", "c.yaml", "day-2027")
    ]


def test_check_of_json_has_lines_and_of_toml_has_key_paths_only(folder: Path) -> None:
    for suffix in ("json", "toml"):
        name = f"day.{suffix}"
        (folder / name).write_text(files.dumps(files.example(), format=suffix), encoding="utf-8")  # type: ignore[arg-type]
        rows = json.loads(run("check", "--format", "json", name).stdout)
        assert [row["path"] for row in rows] == [
            "calls[0].deadlines[0].at",
            "calls[0].deadlines[0].at",
            "venues[0].address.text",
            "relations[0].target",
        ]
        assert all((row["line"] is None) == (suffix == "toml") for row in rows), name


def tokens_read(work: Callable[[], object]) -> int:
    """Return how many tokens PyYAML reads during some work."""
    calls: list[str] = []

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_name == "get_token":
            calls.append(event)

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return len(calls)


def test_check_reads_a_text_once(folder: Path) -> None:
    run("example", "-o", "day.yaml")
    once = tokens_read(lambda: files.load(folder / "day.yaml"))
    assert once > 500
    assert tokens_read(lambda: run("check", "day.yaml")) == once


@pytest.mark.skipif(os.name != "posix", reason="makes a pipe with a name")
def test_check_opens_a_file_once(folder: Path) -> None:
    os.mkfifo(folder / "day.yaml")  # what a pipe holds is gone when it has been read
    writer = threading.Thread(target=(folder / "day.yaml").write_text, args=(DAY.replace("namespace", "nmespace"),))
    writer.start()
    checked = run("check", "day.yaml")
    writer.join()
    assert checked.stdout.startswith("day.yaml:3:1: error: nmespace: ")


def test_check_reads_a_file_of_one_event_over_the_size_of_one_event(folder: Path) -> None:
    text = files.dumps(files.loads(DAY, format="yaml"), format="json")
    (folder / "day.json").write_text(text + " " * files.DOCUMENT.max_bytes)
    assert run("check", "day.json").exit_code == 0
