"""TOML: findings have key paths, syntax errors have positions, and dates are read."""

import datetime as dt

import pytest

from confkit import Days, When, files
from confkit.errors import FileError, UnwritableError
from factories import conference

START = 'confkit = 1\nid = "a"\nname = "A"\n'

SYNTAX = {
    "no equals": ("days 2027", "an equals sign is missing after the key", 4, 6),
    "twice": ("days = 2027\ndays = 2028", "this key or table is already there", 5, 12),
    "twice inline": ("geo = {a = 1, a = 2}", "this key or table is already there", 4, 20),
    "table twice": ("[a]\n[a]", "this key or table is already there", 5, 3),
    "closed table": ("a = {}\na.b = 1", "this table is complete, and nothing can be added to it here", 5, 8),
    "open heading": ("[a", "a bracket of this table heading is not closed", 4, 3),
    "open list": ("a = [1, 2", "this list is not closed, or a comma is missing", 4, 10),
    "open inline": ("a = {b = 1", "this inline table is not closed, or a comma is missing", 4, 11),
    "escape": (r'a = "\q"', "this is not a valid escape after a backslash", 4, 8),
    "hex": (r'a = "\uZZZZ"', "this is not a valid escape after a backslash", 4, 8),
    "open text": ('a = "b\nc = 1', "this text has no closing quote on its line", 4, 7),
    "no date": ("a = 2025-02-30", "not a date or time", 4, 5),
    "no quotes": ("a = soon", "this is not a TOML value", 4, 5),
    "no key": ("= 1", "a key cannot begin like this", 4, 1),
    "more": ('a = "b" c', "there is more text after the value", 4, 9),
}


def test_syntax_error_has_a_message_and_a_position():
    for case, (text, message, line, column) in SYNTAX.items():
        with pytest.raises(FileError) as error:
            files.loads(START + text, format="toml")
        (finding,) = error.value.findings
        assert (finding.message, finding.where.line, finding.where.column) == (message, line, column), case
        assert finding.hint, case


def test_dates_and_times_of_toml_are_read():
    text = START + "published = 2026-11-01\ndays = 2027-05-01\n[registration]\nopens = 2027-01-13T23:59:00+08:00\n"
    day = files.loads(text, format="toml")
    assert day.published == dt.date(2026, 11, 1)
    assert day.days == Days.parse("2027-05-01")
    assert day.registration.opens == When.parse("2027-01-13T23:59+08:00")


def test_date_is_refused_where_text_is_expected():
    with pytest.raises(FileError) as error:
        files.loads('confkit = 1\nid = "a"\nname = 2027-05-01\nhours = 09:00:00', format="toml")
    assert [(finding.path, finding.code) for finding in error.value.findings] == [
        ("name", "file.type"),
        ("hours", "hours.text"),
    ]
    assert (
        error.value.findings[0].message == "this must be text, or a mapping of languages to texts, not a date or time"
    )


def test_number_that_is_too_large_is_refused():
    for number in ("9" * 5000, "0x" + "f" * 5000, "1e999", "inf", "nan"):
        with pytest.raises(FileError) as error:
            files.loads(START + f"edition = {number}", format="toml")
        assert [finding.code for finding in error.value.findings] == ["file.number"], number


def test_null_is_refused_in_writing():
    with pytest.raises(UnwritableError) as error:
        files.dumps(conference(extra={"a": [1, {"b": None}]}), format="toml")
    assert [finding.path for finding in error.value.findings] == ["extra.a[1].b"]


def test_text_of_several_lines_is_read_as_it_was_written():
    for words in ("two\nlines", "two\r\nlines", 'quotes """ and \\', "\nleading"):
        day = conference(summary=words, extra={"list": [words, 1]})
        assert files.loads(files.dumps(day, format="toml"), format="toml") == day, words


def test_text_of_several_lines_is_written_on_several_lines():
    assert 'summary = """\ntwo\nlines"""' in files.dumps(conference(summary="two\nlines"), format="toml")
