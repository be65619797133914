"""The command ``import``, which writes the events of a calendar as an event file."""

from pathlib import Path

from click.testing import Result

from cli.commands import message, run as run_command
from confkit import files, ical

PICNIC = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:picnic\r\nSUMMARY:Picnic\r\nDTSTART;VALUE=DATE:20270501\r\nEND:VEVENT\r\n"
)
END = b"END:VCALENDAR\r\n"
TASK = b"BEGIN:VTODO\r\nSUMMARY:Bake a cake\r\nEND:VTODO\r\n"
FILE = "confkit: 1\nid: picnic\nname: Picnic\ndays: 2027-05-01\n"


def run(*arguments: str, stdin: bytes = b"") -> Result:
    return run_command("import", *arguments, stdin=stdin)


def test_one_event_becomes_an_event_file(folder: Path) -> None:
    (folder / "picnic.ics").write_bytes(PICNIC + END)
    done = run("picnic.ics", "-o", "picnic.yaml")
    assert (done.exit_code, done.output, (folder / "picnic.yaml").read_text(encoding="utf-8")) == (0, "", FILE)


def test_suffix_of_the_file_decides_its_format(folder: Path) -> None:
    for suffix in ("yaml", "json", "toml"):
        done = run("-", "-o", f"picnic.{suffix}", stdin=PICNIC + END)
        assert (suffix, done.exit_code, files.load(folder / f"picnic.{suffix}").id) == (suffix, 0, "picnic")


def test_option_to_overrides_the_suffix(folder: Path) -> None:
    run("-", "--to", "yaml", "-o", "picnic.json", stdin=PICNIC + END)
    assert (folder / "picnic.json").read_text(encoding="utf-8") == FILE


def test_file_with_an_unknown_suffix_needs_the_option_to(folder: Path) -> None:
    for name in ("picnic.foo", "picnic", "picnic.ics"):
        refused = run("-", "-o", name, stdin=PICNIC + END)
        assert (name, refused.exit_code, (folder / name).exists()) == (name, 2, False)
        assert f"{name} does not end in .yaml, .yml, .json, .jsonl, .toml: say which" in message(refused)
        assert run("-", "--to", "json", "-o", name, stdin=PICNIC + END).exit_code == 0
        assert files.load(folder / name, format="json").id == "picnic"


def test_several_events_become_a_catalog() -> None:
    second = PICNIC.replace(b"BEGIN:VCALENDAR\r\n", b"").replace(b"picnic", b"dinner")
    done = run("-", "--to", "jsonl", stdin=PICNIC + second + END)
    assert [event.id for event in files.loads_catalog(done.stdout, format="jsonl")] == ["picnic", "dinner"]


def test_record_that_is_not_an_event_ends_with_1_and_the_rest_is_written() -> None:
    done = run("-", stdin=PICNIC + TASK + END)
    assert (done.exit_code, done.stdout) == (1, FILE)
    assert done.stderr == (
        "<stdin>:7: error: VTODO[0]: VTODO is not an event; it was not read (Bake a cake) [read.record]\n1 error\n"
    )


def test_calendar_without_events_writes_nothing(folder: Path) -> None:
    done = run("-", "-o", "none.yaml", stdin=b"BEGIN:VCALENDAR\r\n" + END)
    assert (done.exit_code, (folder / "none.yaml").exists()) == (1, False)
    assert done.stderr == "<stdin>:1: note: VCALENDAR[0]: the calendar contains no event [read.empty]\n1 note\n"


def test_file_that_is_not_a_calendar_is_refused(folder: Path) -> None:
    (folder / "day.yaml").write_text(FILE)
    done = run("day.yaml")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "day.yaml: error: the file contains no calendar [read.none; RFC 5545 3.4]\n"
        "    a calendar starts with BEGIN:VCALENDAR\n"
    )


def test_calendar_of_the_example_becomes_an_event_file_with_the_same_event(folder: Path) -> None:
    ical.dump(files.example(), folder / "day.ics")
    assert run("day.ics", "-o", "day.yaml").exit_code == 0
    assert files.load(folder / "day.yaml") == ical.load(folder / "day.ics").conferences[0]
