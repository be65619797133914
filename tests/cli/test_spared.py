"""What a command reads, it does not write over."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from confkit import files, ical
from confkit.cli._group import confkit

DAY = "confkit: 1\nid: day-2027\nnamespace: example.org\nname: A Day\npublished: 2026-11-01\ndays: 2027-05-01\n"
WHO = ("--to", "ada@example.org", "--organizer", "team@example.org")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("events").mkdir()
    for name in ("events/day.yaml", "day.en.ics", "events/year-2027.ics", "ada@example.org.eml"):
        Path(name).write_text(DAY)
    Path("events/none.yaml").write_text("confkit: 1\nconferences: []\n")
    Path("link.ics").symlink_to("events/day.yaml")
    ical.dump(files.example(), "day.ics")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(confkit, list(arguments), catch_exceptions=False)


def held() -> dict[str, bytes]:
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
    "invitation": (("invite", "events/day.yaml", *WHO, "-o", "events/day.yaml"), "events/day.yaml is read"),
    "invitation in a folder": (
        ("invite", "ada@example.org.eml", "--from", "yaml", *WHO, "-o", "./"),
        "ada@example.org.eml is read",
    ),
}


@pytest.mark.parametrize(("arguments", "says"), OVER.values(), ids=OVER)
def test_file_that_is_read_is_not_written_over(arguments: tuple[str, ...], says: str) -> None:
    before = held()
    done = run(*arguments)
    said = " ".join(done.stderr.split())
    assert (done.exit_code, done.stdout, held() == before) == (2, "", True)
    assert says in said
    assert said.endswith("and would be lost; write to a file of another name.")


@pytest.mark.skipif(os.name != "posix", reason="a shell opens the file")
def test_file_that_is_standard_input_is_not_written_over() -> None:
    command = [sys.executable, "-m", "confkit", "ics", "-", "-o", "link.ics"]
    before = held()
    with Path("events/day.yaml").open("rb") as stdin:
        done = subprocess.run(command, stdin=stdin, capture_output=True, check=False, text=True)
    assert (done.returncode, held() == before) == (2, True)
    assert "link.ics is read by this command as <stdin>, and would be lost" in " ".join(done.stderr.split())


FREE = {
    "another file": ("ics", "events/day.yaml", "-o", "link.yaml"),
    "calendar that is there": ("ics", "events/day.yaml", "-o", "day.ics"),
    "beside what is read": ("ics", "events", "-o", "events/all.ics"),
    "parts among what is read": ("ics", "events", "--feed", "--split", "year", "-o", "events"),
    "standard output": ("ics", "events/day.yaml"),
    "invitation": ("invite", "events/day.yaml", *WHO, "-o", "."),
}


@pytest.mark.parametrize("arguments", FREE.values(), ids=FREE)
def test_any_other_file_is_written_over(arguments: tuple[str, ...]) -> None:
    Path("-").write_text(DAY)
    assert run(*arguments).exit_code == 0
    assert Path("events/day.yaml").read_text() == DAY
