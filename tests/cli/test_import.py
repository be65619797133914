"""The command ``import``: a calendar to a file of events."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from confkit import files, ical
from confkit.cli._group import confkit

PICNIC = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:picnic\r\nSUMMARY:Picnic\r\nDTSTART;VALUE=DATE:20270501\r\nEND:VEVENT\r\n"
)
END = b"END:VCALENDAR\r\n"
TASK = b"BEGIN:VTODO\r\nSUMMARY:Bake a cake\r\nEND:VTODO\r\n"
FILE = "confkit: 1\nid: picnic\nname: Picnic\ndays: 2027-05-01\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(confkit, ["import", *arguments], input=stdin, catch_exceptions=False)


def test_event_becomes_a_file(folder: Path) -> None:
    (folder / "picnic.ics").write_bytes(PICNIC + END)
    done = run("picnic.ics", "-o", "picnic.yaml")
    assert (done.exit_code, done.output, (folder / "picnic.yaml").read_text(encoding="utf-8")) == (0, "", FILE)


@pytest.mark.parametrize("suffix", ["yaml", "json", "toml"])
def test_suffix_of_the_file_says_its_format(folder: Path, suffix: str) -> None:
    done = run("-", "-o", f"picnic.{suffix}", stdin=PICNIC + END)
    assert (done.exit_code, files.load(folder / f"picnic.{suffix}").id) == (0, "picnic")


def test_named_format_counts_more_than_the_suffix(folder: Path) -> None:
    run("-", "--to", "yaml", "-o", "picnic.json", stdin=PICNIC + END)
    assert (folder / "picnic.json").read_text(encoding="utf-8") == FILE


@pytest.mark.parametrize("name", ["picnic.foo", "picnic", "picnic.ics"])
def test_file_of_an_unknown_suffix_needs_its_format_said(folder: Path, name: str) -> None:
    refused = run("-", "-o", name, stdin=PICNIC + END)
    assert (refused.exit_code, (folder / name).exists()) == (2, False)
    assert f"{name} does not end in .yaml, .yml, .json, .jsonl, .toml: say which" in " ".join(refused.stderr.split())
    assert run("-", "--to", "json", "-o", name, stdin=PICNIC + END).exit_code == 0
    assert files.load(folder / name, format="json").id == "picnic"


def test_several_events_become_a_catalog() -> None:
    second = PICNIC.replace(b"BEGIN:VCALENDAR\r\n", b"").replace(b"picnic", b"dinner")
    done = run("-", "--to", "jsonl", stdin=PICNIC + second + END)
    assert [event.id for event in files.loads_catalog(done.stdout, format="jsonl")] == ["picnic", "dinner"]


def test_missing_record_leaves_with_1_and_the_rest_is_written() -> None:
    done = run("-", stdin=PICNIC + TASK + END)
    assert (done.exit_code, done.stdout) == (1, FILE)
    assert done.stderr == (
        "<stdin>:7: error: VTODO[0]: VTODO is not an event; it was not read (Bake a cake) [read.record]\n1 error\n"
    )


def test_calendar_without_events_writes_nothing(folder: Path) -> None:
    done = run("-", "-o", "none.yaml", stdin=b"BEGIN:VCALENDAR\r\n" + END)
    assert (done.exit_code, (folder / "none.yaml").exists()) == (1, False)
    assert done.stderr == "<stdin>:1: note: VCALENDAR[0]: the calendar contains no event [read.empty]\n1 note\n"


def test_what_is_no_calendar_is_refused(folder: Path) -> None:
    (folder / "day.yaml").write_text(FILE)
    done = run("day.yaml")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "day.yaml: error: the file contains no calendar [read.none; RFC 5545 3.4]\n"
        "    a calendar starts with BEGIN:VCALENDAR\n"
    )


def test_calendar_of_the_example_becomes_an_event_that_can_be_read(folder: Path) -> None:
    ical.dump(files.example(), folder / "day.ics")
    assert run("day.ics", "-o", "day.yaml").exit_code == 0
    assert files.load(folder / "day.yaml") == ical.load(folder / "day.ics").conferences[0]
