"""JSON is read strictly, and every mistake has a position."""

import pytest

from confkit import files
from confkit.errors import FileError
from factories import conference

SYNTAX = {
    "no value": ('{"a":', "a value is missing here", 1, 6),
    "comma at the end": ('{"a": 1,}', "a key in double quotes is missing here", 1, 9),
    "single quotes": ("{'a': 1}", "a key in double quotes is missing here", 1, 2),
    "no colon": ('{"a" 1}', "a colon is missing after the key", 1, 6),
    "no comma": ('{"a": 1 "b": 2}', "a comma or } is missing here", 1, 9),
    "no comma in a list": ('{"a": [1 2]}', "a comma or ] is missing here", 1, 10),
    "open": ('{"a": [1, {}, []', "a comma or ] is missing here", 1, 17),
    "comment": ('{"a": // b\n1}', "this is not a JSON value", 1, 7),
    "single-quoted value": ("{\"a\": 'b'}", "this is not a JSON value", 1, 7),
    "python": ('{"a": True}', "this is not a JSON value", 1, 7),
    "no number": ('{"a": NaN}', "this is not a JSON value", 1, 7),
    "leading zero": ('{"a": 01}', "this is not a JSON value", 1, 7),
    "infinite": ('{"a": 1e999}', "this number is too large", 1, 7),
    "digits": ('{"a": ' + "9" * 5000 + "}", "this number is too large", 1, 7),
    "open text": ('{"a": "b}', "this text has no closing quote", 1, 7),
    "line break": ('{"a": "b\nc"}', "a line break or a tab inside a text", 1, 9),
    "escape": (r'{"a": "\q"}', "this is not a valid escape after a backslash", 1, 8),
    "surrogate": ('{"a":\n "\\ud83d"}', "this text contains half a character (a lone surrogate)", 2, 2),
    "more": ('{"a": 1}\n{"b": 2}', "there is more text after the end of the document", 2, 1),
}


def test_syntax_error_has_a_message_and_a_position():
    for case, (text, message, line, column) in SYNTAX.items():
        with pytest.raises(FileError) as error:
            files.loads(text, format="json")
        (finding,) = error.value.findings
        assert (finding.message, finding.where.line, finding.where.column) == (message, line, column), case
        assert finding.hint, case


def test_pair_of_surrogates_is_read_as_one_character():
    text = '{"confkit": 1, "id": "a", "name": "\\ud83c\\udf89", "extra": {"a": [true, null, -1.5e3, {}, []]}}'
    day = files.loads(text, format="json")
    assert (str(day.name), day.extra) == ("🎉", {"a": [True, None, -1500.0, {}, []]})


def test_year_may_be_a_number():
    day = files.loads('{"confkit": 1, "id": "a", "name": "A", "days": 2027}', format="json")
    assert str(day.days) == "2027"


def test_number_that_is_not_a_year_is_refused():
    for value in ("0", "10000", "true", "2027.0"):
        with pytest.raises(FileError) as error:
            files.loads(f'{{"confkit": 1, "id": "a", "name": "A", "days": {value}}}', format="json")
        assert [finding.code for finding in error.value.findings] == ["file.type"], value


def test_invisible_characters_are_escaped():
    day = conference(name="a\x7fb\x9fc\ufeffd\uffffe")
    text = files.dumps(day, format="json")
    assert r"a\u007fb\u009fc\ufeffd\uffffe" in text
    assert files.loads(text, format="json") == day


def test_every_wrong_line_of_json_lines_is_reported():
    text = (
        '{"confkit": 1, "id": "a", "name": "A", "edition": 0}\n\n'
        '{"confkit": 1,\n"id": "b"}\n'
        '{"confkit": 1, "id": 5, "id": 6}\n'
    )
    with pytest.raises(FileError) as error:
        files.loads_catalog(text, format="jsonl", file="a.jsonl")
    assert [(str(finding.where), finding.path, finding.code) for finding in error.value.findings] == [
        ("a.jsonl:1:51", "[0].edition", "edition.range"),
        ("a.jsonl:3:15", "", "file.syntax"),
        ("a.jsonl:4:5", "", "file.syntax"),
        ("a.jsonl:5:1", "[3].name", "file.missing_key"),
        ("a.jsonl:5:22", "[3].id", "file.type"),
        ("a.jsonl:5:25", "[3].id", "file.duplicate_key"),
    ]
