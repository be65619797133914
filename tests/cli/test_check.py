"""The command ``check`` on calendars, and what it prints for GitHub."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result

from confkit import files, ical
from confkit.cli._group import confkit
from valid_calendars import DAY, INVITE

EVENT = "confkit: 1\nid: day-2027\nnamespace: example.org\nname: A Day\npublished: 2026-11-01\ndays: 2027-05-01\n"
BROKEN = DAY.replace(b"PRIORITY:5", b"PRIORITY:x")
LONG = DAY.replace(b"NAME:Days", b"NAME:" + b"a" * 90)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(confkit, ["check", *arguments], input=stdin, catch_exceptions=False)


def process(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "confkit", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, env={**os.environ, "LANG": "C"}, check=False)


def test_check_of_a_calendar_prints_like_a_compiler(folder: Path) -> None:
    (folder / "day.ics").write_bytes(BROKEN)
    checked = run("day.ics")
    assert checked.exit_code == 1
    assert checked.stdout == (
        "day.ics:31:10: error: VEVENT[0].PRIORITY: not a whole number (x) [ical.integer; RFC 5545 3.3.8]\n"
        "    write digits\n"
    )
    assert checked.stderr == "1 error\n"


def test_check_of_a_sound_calendar_reports_nothing(folder: Path) -> None:
    (folder / "day.ics").write_bytes(DAY)
    checked = run("day.ics")
    assert (checked.exit_code, checked.stdout, checked.stderr) == (0, "", "nothing to report\n")


def test_check_of_a_calendar_with_warnings_leaves_with_1_when_strict(folder: Path) -> None:
    (folder / "day.ics").write_bytes(LONG)
    assert (run("day.ics").exit_code, run("--strict", "day.ics").exit_code) == (0, 1)


def test_check_of_a_folder_takes_events_and_calendars(folder: Path) -> None:
    (folder / "a.ICS").write_bytes(BROKEN)
    (folder / "b.yaml").write_text(EVENT.replace("2027-05-01", "soon"))
    (folder / "c.ics").write_bytes(INVITE)
    rows = json.loads(run("--format", "json", ".").stdout)
    assert [(row["file"], row["line"], row["code"], row["rule"]) for row in rows] == [
        ("a.ICS", 31, "ical.integer", "RFC 5545 3.3.8"),
        ("b.yaml", 6, "date.text", "ISO 8601"),
    ]


def test_check_of_a_folder_of_calendars_alone(folder: Path) -> None:
    (folder / "day.ics").write_bytes(DAY)
    assert run(".").exit_code == 0


def test_check_looks_at_each_calendar_once(folder: Path) -> None:
    (folder / "day.ics").write_bytes(BROKEN)
    assert run("day.ics", "./day.ics", ".").stderr == "1 error\n"


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (("--from", "ics", "-"), BROKEN),
        (("-",), BROKEN),
        (("-",), b"\xef\xbb\xbf" + BROKEN.replace(b"BEGIN", b"begin")),
    ],
    ids=["from-ics", "by-its-first-line", "with-a-byte-order-mark"],
)
def test_check_reads_a_calendar_from_standard_input(arguments: tuple[str, ...], stdin: bytes) -> None:
    checked = run(*arguments, stdin=stdin)
    assert checked.exit_code == 1
    assert checked.stdout.splitlines()[-2].startswith("<stdin>:31:10: error: VEVENT[0].PRIORITY: ")


def test_check_takes_a_calendar_of_another_name_when_told(folder: Path) -> None:
    (folder / "day.txt").write_bytes(BROKEN)
    assert run("--from", "ics", "day.txt").stdout.startswith("day.txt:31:10: error: ")
    refused = run("day.txt")
    assert refused.exit_code == 2
    assert ".toml, .ics: say which format it is with --from." in " ".join(refused.stderr.split())


def test_check_of_a_file_that_is_no_calendar_says_so() -> None:
    checked = run("--from", "ics", "-", stdin=b"<html>Not found</html>")
    first = checked.stdout.splitlines()[0]
    assert first == "<stdin>:1:1: error: the file contains no calendar [ical.not-calendar; RFC 5545 3.4]"


def test_check_of_what_ics_writes_finds_nothing() -> None:
    example = files.dumps(files.example(), format="yaml").encode()
    written = process("ics", "-", "--lang", "zh", stdin=example)
    assert written.stdout == ical.dumps(files.example(), language="zh")
    checked = process("check", "-", stdin=written.stdout)
    assert (checked.returncode, checked.stdout) == (0, b"")


def test_check_for_github_prints_workflow_commands(folder: Path) -> None:
    (folder / "day.ics").write_bytes(BROKEN)
    (folder / "day.yaml").write_text(EVENT.replace("namespace: example.org\n", ""))
    checked = run("--format", "github", ".")
    assert checked.exit_code == 1
    assert checked.stderr == "1 error, 1 warning\n"
    first, second = checked.stdout.splitlines()
    assert first == (
        "::error file=day.ics,line=31,col=10,title=ical.integer::"
        "VEVENT[0].PRIORITY: not a whole number (x) [RFC 5545 3.3.8]%0Awrite digits"
    )
    assert second.startswith("::warning file=day.yaml,line=1,col=1,title=namespace.missing::namespace: ")


def test_check_for_github_of_nothing_prints_nothing(folder: Path) -> None:
    (folder / "day.ics").write_bytes(DAY)
    checked = run("--format", "github", "day.ics")
    assert (checked.exit_code, checked.stdout, checked.stderr) == (0, "", "nothing to report\n")


def test_check_for_github_gives_a_note_as_a_notice_without_a_line_where_there_is_none(folder: Path) -> None:
    relation = '[[relations]]\nkind = "co_located"\ntarget = { id = "nowhere-2027" }\n'
    (folder / "day.toml").write_text(
        'confkit = 1\nid = "day-2027"\nnamespace = "example.org"\nname = "A"\npublished = "2026-11-01"\n' + relation
    )
    assert run("--format", "github", "day.toml").stdout.startswith(
        "::notice file=day.toml,title=relation.unresolved::relations[0].target: "
    )


def test_check_for_github_names_no_file_of_standard_input() -> None:
    assert run("--format", "github", "-", stdin=BROKEN).stdout.startswith("::error line=31,col=10,title=ical.integer::")


def test_check_for_github_escapes_what_would_end_a_command(folder: Path) -> None:
    """GitHub: %, CR and LF are escaped everywhere, colons and commas in properties too."""
    name = "a,b:c%.ics"
    (folder / name).write_bytes(DAY.replace(b"PRIORITY:5", b"PRIORITY:100%,::stop"))
    (line,) = run("--format", "github", name).stdout.splitlines()
    properties, message = line.removeprefix("::error ").split("::", 1)
    assert dict(one.split("=") for one in properties.split(","))["file"] == "a%2Cb%3Ac%25.ics"
    assert unquote(message) == "VEVENT[0].PRIORITY: not a whole number (100%,::stop) [RFC 5545 3.3.8]\nwrite digits"
    assert "100%25,::stop" in message


def test_check_for_github_lets_no_file_begin_a_command_of_its_own(folder: Path) -> None:
    (folder / "day.yaml").write_text(EVENT + '"x\\n::error::forged": 1\n')
    lines = run("--format", "github", "day.yaml").stdout.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error"]
