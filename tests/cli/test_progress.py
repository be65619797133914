"""Progress bars of long work: on terminals only, and only until the work is done."""

import re
from pathlib import Path

import click
import pytest

from cli.commands import DAY, in_terminal, run
from confkit import Catalog, files, ical
from factories import conference

pytest.importorskip("termios", reason="Windows has no such terminals")

PADDING = "#" * 500_000 + "\n"
BAR = re.compile(r"\r\x1b\[\?25l([^\n]*)\x1b\[\?25h\r\n\x1b\[1A\x1b\[2K")
"""The line of one progress bar in all its states, and the escape sequence that erases it."""
MAILS = tuple(option for number in range(101) for option in ("--to", f"a{number}@example.org"))
ORGANIZER = ("--organizer", "team@example.org", "--stamp", "2027-01-01T00:00Z")

LONG = {
    ("ics", "600.json", "-o", "out.ics"): ["Writing 100%"],
    ("ics", "long.yaml", "-o", "out.ics"): ["Reading 100%"],
    ("ics", "600.json", "--feed", "-o", "out.ics"): ["Writing 100%"],
    ("ics", "600.json", "--feed", "--split", "year", "-o", "out"): ["Writing 100%"],
    ("check", "day.yaml", "long.yaml"): ["Reading 100%"],
    ("import", "600.ics", "-o", "out.yaml"): ["Writing ..."],
    ("import", "long.ics", "-o", "out.yaml"): ["Reading ..."],
    ("diff", "day.yaml", "long.yaml"): ["Reading 100%"],
    ("diff", "600.json", "600.json"): ["Comparing ..."],
    ("invite", "day.yaml", *ORGANIZER, *MAILS, "-o", "out/"): ["Writing 100%"],
}
SHORT = [
    ("ics", "60.json", "-o", "out.ics"),
    ("ics", "60.json", "--feed", "-o", "out.ics"),
    ("check", "day.yaml", "60.ics"),
    ("import", "60.ics", "-o", "out.yaml"),
    ("diff", "60.json", "60.json"),
    ("invite", "day.yaml", *ORGANIZER, "--to", "ada@example.org"),
]


@pytest.fixture(autouse=True)
def event_files(folder: Path) -> None:  # noqa: ARG001  # the folder of the test is the current one
    Path("day.yaml").write_text(DAY)
    Path("long.yaml").write_text(DAY.replace("day-2027", "other-day-2027") + PADDING)


def write_events(count: int) -> None:
    events = Catalog(conference(id=f"event-{number}") for number in range(count))
    files.dump(events, f"{count}.json")
    ical.dump(events, f"{count}.ics")


@pytest.mark.slow
def test_long_work_shows_a_progress_bar_until_it_is_done() -> None:
    write_events(60)
    write_events(600)
    padding = b"X-PADDING:" + b"x" * 60 + b"\r\n"
    data = Path("60.ics").read_bytes().replace(b"BEGIN:VEVENT", padding * 50_000 + b"BEGIN:VEVENT", 1)
    Path("long.ics").write_bytes(data)
    for arguments, expected in (*LONG.items(), *((arguments, []) for arguments in SHORT)):
        piped = run(*arguments).stderr
        assert [text for text in ("\r", "\x1b", "Reading", "Writing", "100%") if text in piped] == []
        printed = in_terminal("stderr", *arguments)
        last = [states.rpartition("\r")[2].removeprefix("\x1b[?25l").split() for states in BAR.findall(printed)]
        assert (arguments, [f"{words[0]} {words[-1]}" for words in last]) == (arguments, expected)
        assert click.unstyle(BAR.sub("", printed)).replace("\r\n", "\n") == piped


def test_progress_bar_is_erased_when_the_work_fails() -> None:
    Path("long.yaml").write_text(DAY.replace("2027-05-01", "soon") + PADDING)
    printed = in_terminal("stderr", "ics", "long.yaml", "-o", "out.ics")
    assert len(BAR.findall(printed)) == 1
    assert click.unstyle(BAR.sub("", printed)).startswith("long.yaml:6:7: error: days: ")


def test_waiting_line_is_erased_when_the_work_is_done() -> None:
    write_events(120)
    Path("out.yaml").write_text(DAY)
    printed = in_terminal("stderr", "import", "120.ics", "-o", "out.yaml")
    assert [states.split()[:1] for states in BAR.findall(printed)] == [["Writing"]]
