"""The command ``check`` on calendars, and the workflow commands that it prints for GitHub."""

import json
from pathlib import Path
from urllib.parse import unquote

from cli.commands import DAY as EVENT, message, run
from confkit import files, ical
from valid_calendars import DAY, INVITE

BROKEN = DAY.replace(b"PRIORITY:5", b"PRIORITY:x")
LONG = DAY.replace(b"NAME:Days", b"NAME:" + b"a" * 90)


def test_check_prints_a_finding_as_compilers_do(folder: Path) -> None:
    (folder / "day.ics").write_bytes(BROKEN)
    checked = run("check", "day.ics")
    assert checked.exit_code == 1
    assert checked.stdout == (
        "day.ics:31:10: error: VEVENT[0].PRIORITY: not a whole number (x) [ical.integer; RFC 5545 3.3.8]\n"
        "    write digits\n"
    )
    assert checked.stderr == "1 error\n"


def test_check_of_a_valid_calendar_reports_nothing(folder: Path) -> None:
    (folder / "day.ics").write_bytes(DAY)
    checked = run("check", "day.ics")
    assert (checked.exit_code, checked.stdout, checked.stderr) == (0, "", "nothing to report\n")


def test_check_strict_of_a_calendar_with_warnings_ends_with_1(folder: Path) -> None:
    (folder / "day.ics").write_bytes(LONG)
    assert (run("check", "day.ics").exit_code, run("check", "--strict", "day.ics").exit_code) == (0, 1)


def test_check_of_a_folder_checks_event_files_and_calendars(folder: Path) -> None:
    (folder / "a.ICS").write_bytes(BROKEN)
    (folder / "b.yaml").write_text(EVENT.replace("2027-05-01", "soon"))
    (folder / "c.ics").write_bytes(INVITE)
    rows = json.loads(run("check", "--format", "json", ".").stdout)
    assert [(row["file"], row["line"], row["code"], row["rule"]) for row in rows] == [
        ("a.ICS", 31, "ical.integer", "RFC 5545 3.3.8"),
        ("b.yaml", 6, "date.text", "ISO 8601"),
    ]


def test_check_of_a_folder_of_calendars_alone(folder: Path) -> None:
    (folder / "day.ics").write_bytes(DAY)
    assert run("check", ".").exit_code == 0


def test_check_reports_each_calendar_once(folder: Path) -> None:
    (folder / "day.ics").write_bytes(BROKEN)
    assert run("check", "day.ics", "./day.ics", ".").stderr == "1 error\n"


def test_check_reads_a_calendar_from_standard_input() -> None:
    with_mark = b"\xef\xbb\xbf" + BROKEN.replace(b"BEGIN", b"begin")
    for arguments, stdin in ((("--from", "ics", "-"), BROKEN), (("-",), BROKEN), (("-",), with_mark)):
        checked = run("check", *arguments, stdin=stdin)
        assert checked.exit_code == 1
        assert checked.stdout.splitlines()[-2].startswith("<stdin>:31:10: error: VEVENT[0].PRIORITY: ")


def test_check_from_ics_takes_a_calendar_with_another_suffix(folder: Path) -> None:
    (folder / "day.txt").write_bytes(BROKEN)
    assert run("check", "--from", "ics", "day.txt").stdout.startswith("day.txt:31:10: error: ")
    refused = run("check", "day.txt")
    assert refused.exit_code == 2
    assert ".toml, .ics: say which format it is with --from." in message(refused)


def test_check_from_ics_of_another_file_says_that_it_is_not_a_calendar() -> None:
    checked = run("check", "--from", "ics", "-", stdin=b"<html>Not found</html>")
    first = checked.stdout.splitlines()[0]
    assert first == "<stdin>:1:1: error: the file contains no calendar [ical.not-calendar; RFC 5545 3.4]"


def test_check_of_the_calendar_that_ics_writes_reports_nothing() -> None:
    example = files.dumps(files.example(), format="yaml").encode()
    written = run("ics", "-", "--lang", "zh", stdin=example)
    assert written.stdout_bytes == ical.dumps(files.example(), language="zh")
    checked = run("check", "-", stdin=written.stdout_bytes)
    assert (checked.exit_code, checked.stdout) == (0, "")


def test_check_for_github_prints_workflow_commands(folder: Path) -> None:
    (folder / "day.ics").write_bytes(BROKEN)
    (folder / "day.yaml").write_text(EVENT.replace("namespace: example.org\n", ""))
    checked = run("check", "--format", "github", ".")
    assert checked.exit_code == 1
    assert checked.stderr == "1 error, 1 warning\n"
    first, second = checked.stdout.splitlines()
    assert first == (
        "::error file=day.ics,line=31,col=10,title=ical.integer::"
        "VEVENT[0].PRIORITY: not a whole number (x) [RFC 5545 3.3.8]%0Awrite digits"
    )
    assert second.startswith("::warning file=day.yaml,line=1,col=1,title=namespace.missing::namespace: ")


def test_check_for_github_without_findings_prints_nothing(folder: Path) -> None:
    (folder / "day.ics").write_bytes(DAY)
    checked = run("check", "--format", "github", "day.ics")
    assert (checked.exit_code, checked.stdout, checked.stderr) == (0, "", "nothing to report\n")


def test_check_for_github_prints_a_note_as_notice_and_omits_an_unknown_line(folder: Path) -> None:
    relation = '[[relations]]\nkind = "co_located"\ntarget = { id = "nowhere-2027" }\n'
    (folder / "day.toml").write_text(
        'confkit = 1\nid = "day-2027"\nnamespace = "example.org"\nname = "A"\npublished = "2026-11-01"\n' + relation
    )
    assert run("check", "--format", "github", "day.toml").stdout.startswith(
        "::notice file=day.toml,title=relation.unresolved::relations[0].target: "
    )


def test_check_for_github_omits_the_file_of_standard_input() -> None:
    assert run("check", "--format", "github", "-", stdin=BROKEN).stdout.startswith(
        "::error line=31,col=10,title=ical.integer::"
    )


def test_check_for_github_escapes_characters_that_end_a_command(folder: Path) -> None:
    """GitHub: %, CR and LF are escaped everywhere, colons and commas in properties too."""
    name = "a,b:c%.ics"
    (folder / name).write_bytes(DAY.replace(b"PRIORITY:5", b"PRIORITY:100%,::stop"))
    (line,) = run("check", "--format", "github", name).stdout.splitlines()
    properties, text = line.removeprefix("::error ").split("::", 1)
    assert dict(pair.split("=") for pair in properties.split(","))["file"] == "a%2Cb%3Ac%25.ics"
    assert unquote(text) == "VEVENT[0].PRIORITY: not a whole number (100%,::stop) [RFC 5545 3.3.8]\nwrite digits"
    assert "100%25,::stop" in text


def test_check_for_github_prints_no_command_that_a_file_contains(folder: Path) -> None:
    (folder / "day.yaml").write_text(EVENT + '"x\\n::error::forged": 1\n')
    lines = run("check", "--format", "github", "day.yaml").stdout.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error"]
