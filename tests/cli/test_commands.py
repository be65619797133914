"""The command line as people and programs use it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.commands import DAY, process, run
from confkit import files, ical


def test_example_prints_the_bundled_conference() -> None:
    printed = run("example")
    assert printed.exit_code == 0
    assert files.loads(printed.stdout_bytes, format="yaml") == files.example()


def test_example_writes_a_file(folder: Path) -> None:
    assert run("example", "-o", "day.yaml").exit_code == 0
    assert files.load(folder / "day.yaml") == files.example()


def test_ics_writes_the_calendar(folder: Path) -> None:
    run("example", "-o", "day.yaml")
    assert run("ics", "day.yaml", "-o", "day.ics", "--lang", "zh").exit_code == 0
    assert (folder / "day.ics").read_bytes() == ical.dumps(files.example(), language="zh")
    assert run("ics", "day.yaml").stdout_bytes == ical.dumps(files.example(), language="en")


def test_schema_accepts_the_example() -> None:
    schema = json.loads(run("schema").stdout)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(files.dumps(files.example(), format="json")))


WRONG_USE = {
    "no-command": (),
    "unknown-command": ("shwo",),
    "unknown-option": ("show", "day.yaml", "--language", "en"),
    "missing-file": ("show", "nowhere.yaml"),
    "a-folder": ("show", "."),
    "unknown-suffix": ("show", "day.txt"),
    "empty-folder": ("check", "empty"),
    "unknown-language": ("show", "day.yaml", "--lang", "xx"),
    "malformed-language": ("show", "day.yaml", "--lang", "zh,"),
    "unknown-layout": ("show", "day.yaml", "--as", "poster"),
    "naive-now": ("show", "day.yaml", "--now", "2025-04-13T12:00"),
    "wrong-now": ("show", "day.yaml", "--now", "soon"),
    "unknown-zone": ("show", "day.yaml", "--zone", "PT"),
    "now-before-all-time": ("show", "day.yaml", "--now", "0001-01-01T00:00+14:00"),
    "no-name": ("show", ""),
    "no-name-to-check": ("check", ""),
    "a-language-twice": ("show", "day.yaml", "--as", "bilingual", "--lang", "en,en-US"),
    "no-such-folder": ("example", "-o", "nowhere/day.yaml"),
}


@pytest.mark.parametrize("arguments", WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_leaves_with_2_and_says_why(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "day.yaml").write_text(DAY)
    (folder / "day.txt").write_text(DAY)
    (folder / "empty").mkdir()
    done = run(*arguments)
    assert done.exit_code == 2
    assert "Usage:" in done.stderr + done.stdout


@pytest.mark.parametrize("command", ["show", "check", "ics"])
@pytest.mark.parametrize(("name", "says"), [("nowhere", "No such file"), ("x" * 300, "File name too long")])
def test_a_file_that_is_not_there_is_said_to_be_missing_whatever_its_suffix(command: str, name: str, says: str) -> None:
    done = run(command, name)
    assert (done.exit_code, f"{name} cannot be read: {says}" in done.stderr) == (2, True)


@pytest.mark.parametrize("command", ["show", "ics"])
def test_a_file_that_cannot_be_read_leaves_with_1_and_its_findings(folder: Path, command: str) -> None:
    (folder / "day.yaml").write_text(DAY.replace("2027-05-01", "soon"))
    done = run(command, "day.yaml")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("day.yaml:6:7: error: days: ")


def test_ics_without_a_day_of_publication_names_the_field(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("published: 2026-11-01\n", ""))
    done = run("ics", "day.yaml")
    assert done.exit_code == 1
    assert "published" in done.stderr


def test_command_is_there_as_a_module() -> None:
    assert process("--version").stdout.startswith(b"confkit, version ")
