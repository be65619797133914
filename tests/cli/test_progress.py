"""Long work shows how far it is: in a terminal, and only until it is done."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from confkit import Catalog, files, ical
from factories import conference

DAY = "confkit: 1\nid: day-2027\nnamespace: example.org\nname: A Day\npublished: 2026-11-01\ndays: 2027-05-01\n"
PADDING = "#" * 500_000 + "\n"
LINE = re.compile(r"\r\x1b\[\?25l([^\n]*)\x1b\[\?25h\r\n\x1b\[1A\x1b\[2K")
"""What one piece of work shows: all states of its line, the end of it, and its removal."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("day.yaml").write_text(DAY)
    Path("long.yaml").write_text(DAY.replace("day-2027", "other-day-2027") + PADDING)
    for count in (60, 600):
        events = Catalog(conference(id=f"event-{number}") for number in range(count))
        files.dump(events, f"{count}.json")
        ical.dump(events, f"{count}.ics")
    padding = b"X-PADDING:" + b"x" * 60 + b"\r\n"
    data = Path("60.ics").read_bytes().replace(b"BEGIN:VEVENT", padding * 50_000 + b"BEGIN:VEVENT", 1)
    Path("long.ics").write_bytes(data)
    return tmp_path


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "confkit", *arguments]


def in_terminal(*arguments: str) -> str:
    """Return what a command sends to the terminal that its standard error is."""
    reader, writer = os.openpty()
    with subprocess.Popen(command(*arguments), stdout=subprocess.DEVNULL, stderr=writer):
        os.close(writer)
        printed = b"".join(iter(lambda: _read(reader), b"")).decode()
    os.close(reader)
    return printed


def _read(reader: int) -> bytes:
    try:
        return os.read(reader, 4096)
    except OSError:  # Linux says so when the other end of a terminal is closed
        return b""


PEOPLE = tuple(part for number in range(101) for part in ("--to", f"a{number}@example.org"))
WHO = ("--organizer", "team@example.org", "--stamp", "2027-01-01T00:00Z")
LONG = {
    "calendar": (("ics", "600.json", "-o", "out.ics"), ["Writing 100%"]),
    "calendar of a long file": (("ics", "long.yaml", "-o", "out.ics"), ["Reading 100%"]),
    "feed": (("ics", "600.json", "--feed", "-o", "out.ics"), ["Writing 100%"]),
    "parts": (("ics", "600.json", "--feed", "--split", "year", "-o", "out"), ["Writing 100%"]),
    "check": (("check", "day.yaml", "long.yaml"), ["Reading 100%", "Checking 100%"]),
    "import": (("import", "600.ics", "-o", "out.yaml"), ["Writing ..."]),
    "import of a long file": (("import", "long.ics", "-o", "out.yaml"), ["Reading ..."]),
    "diff of long files": (("diff", "day.yaml", "long.yaml"), ["Reading 100%"]),
    "diff": (("diff", "600.json", "600.json"), ["Comparing ..."]),
    "invitations": (("invite", "day.yaml", *WHO, *PEOPLE, "-o", "out/"), ["Writing 100%"]),
}
SHORT = {
    "calendar": ("ics", "60.json", "-o", "out.ics"),
    "feed": ("ics", "60.json", "--feed", "-o", "out.ics"),
    "check": ("check", "day.yaml", "60.ics"),
    "import": ("import", "60.ics", "-o", "out.yaml"),
    "diff": ("diff", "60.json", "60.json"),
    "invitation": ("invite", "day.yaml", *WHO, "--to", "ada@example.org"),
}
WORK = LONG | {f"short {name}": (arguments, []) for name, arguments in SHORT.items()}


@pytest.mark.skipif(os.name != "posix", reason="opens a terminal as POSIX does")
@pytest.mark.parametrize(("arguments", "shown"), WORK.values(), ids=WORK)
def test_long_work_shows_how_far_it_is_in_a_terminal_until_it_is_done(
    arguments: tuple[str, ...], shown: list[str]
) -> None:
    piped = subprocess.run(command(*arguments), capture_output=True, check=True).stderr.decode()
    assert [word for word in ("\r", "\x1b", "Reading", "Writing", "100%") if word in piped] == []
    printed = in_terminal(*arguments)
    last = [states.rpartition("\r")[2].removeprefix("\x1b[?25l").split() for states in LINE.findall(printed)]
    assert [f"{words[0]} {words[-1]}" for words in last] == shown
    assert click.unstyle(LINE.sub("", printed)).replace("\r\n", "\n") == piped


@pytest.mark.skipif(os.name != "posix", reason="opens a terminal as POSIX does")
def test_line_is_gone_when_the_work_fails() -> None:
    Path("long.yaml").write_text(DAY.replace("2027-05-01", "soon") + PADDING)
    printed = in_terminal("ics", "long.yaml", "-o", "out.ics")
    assert len(LINE.findall(printed)) == 1
    assert click.unstyle(LINE.sub("", printed)).startswith("long.yaml:6:7: error: days: ")
