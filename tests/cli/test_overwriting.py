"""Files that a command reads are not overwritten by its output."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.commands import DAY, message, run
from confkit import files, ical

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a permission there, and paths have backslashes")

WHO = ("--to", "ada@example.org", "--organizer", "team@example.org")


@pytest.fixture(autouse=True)
def event_files(folder: Path) -> None:  # noqa: ARG001  # the folder of the test is the current one
    Path("events").mkdir()
    for name in ("events/day.yaml", "day.en.ics", "events/year-2027.ics", "ada@example.org.eml"):
        Path(name).write_text(DAY)
    Path("events/none.yaml").write_text("confkit: 1\nconferences: []\n")
    Path("link.ics").symlink_to("events/day.yaml")
    ical.dump(files.example(), "day.ics")


def contents() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


PAIR = ("--pair", "--lang", "en,zh")
OVER = {
    "calendar": (("ics", "events/day.yaml", "-o", "events/day.yaml"), "events/day.yaml is read by this command, and"),
    "spelling": (
        ("ics", "events/day.yaml", "-o", "events/../events//day.yaml"),
        "events/../events//day.yaml is read by this command as events/day.yaml, and",
    ),
    "link": (("ics", "events/day.yaml", "-o", "link.ics"), "link.ics is read by this command as events/day.yaml, and"),
    "link to read": (
        ("ics", "link.ics", "--from", "yaml", "-o", "events/day.yaml"),
        "by this command as link.ics, and",
    ),
    "folder": (("ics", "events", "-o", "events/day.yaml"), "events/day.yaml is read"),
    "file without events": (("ics", "events", "-o", "events/none.yaml"), "events/none.yaml is read"),
    "feed": (("ics", "events", "--feed", "-o", "events/day.yaml"), "events/day.yaml is read"),
    "pair": (("ics", "day.en.ics", "--from", "yaml", *PAIR, "-o", "day.ics"), "day.en.ics is read"),
    "part": (
        ("ics", "events/year-2027.ics", "--from", "yaml", "--feed", "--split", "year", "-o", "events"),
        "events/year-2027.ics is read",
    ),
    "import": (
        ("import", "day.ics", "--to", "yaml", "-o", "./day.ics"),
        "./day.ics is read by this command as day.ics",
    ),
    "summary": (("show", "events/day.yaml", "-o", "events/day.yaml"), "events/day.yaml is read"),
    "invitation": (("invite", "events/day.yaml", *WHO, "-o", "events/day.yaml"), "events/day.yaml is read"),
    "invitation in a folder": (
        ("invite", "ada@example.org.eml", "--from", "yaml", *WHO, "-o", "./"),
        "ada@example.org.eml is read",
    ),
}


def test_file_that_the_command_reads_is_not_overwritten() -> None:
    before = contents()
    for name, (arguments, expected) in OVER.items():
        done = run(*arguments)
        assert (name, done.exit_code, done.stdout, contents() == before) == (name, 2, "", True)
        assert expected in message(done), name
        assert message(done).endswith("and would be lost; write to a file of another name.")


@pytest.mark.skipif(os.name != "posix", reason="a shell opens the file")
def test_file_that_is_standard_input_is_not_overwritten() -> None:
    command = [sys.executable, "-m", "confkit", "ics", "-", "-o", "link.ics"]
    before = contents()
    with Path("events/day.yaml").open("rb") as stdin:
        done = subprocess.run(command, stdin=stdin, capture_output=True, check=False, text=True)
    assert (done.returncode, contents() == before) == (2, True)
    assert "link.ics is read by this command as <stdin>, and would be lost" in " ".join(done.stderr.split())


FREE = {
    "another file": ("ics", "events/day.yaml", "-o", "link.yaml"),
    "calendar that is there": ("ics", "events/day.yaml", "-o", "day.ics"),
    "beside what is read": ("ics", "events", "-o", "events/all.ics"),
    "parts among what is read": ("ics", "events", "--feed", "--split", "year", "-o", "events"),
    "standard output": ("ics", "events/day.yaml"),
    "invitation": ("invite", "events/day.yaml", *WHO, "-o", "."),
}


def test_any_other_file_is_overwritten() -> None:
    Path("-").write_text(DAY)
    for name, arguments in FREE.items():
        assert (name, run(*arguments).exit_code) == (name, 0)
        assert Path("events/day.yaml").read_text() == DAY
