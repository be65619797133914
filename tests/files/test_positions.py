"""The positions of key paths."""

import pytest

from confkit import files
from confkit.errors import FileError, Finding, Position

YAML = """\
confkit: 1
name: {en: A, zh: 会}
calls:
  - deadlines:
    - at:   2027-01-13
extra:
  "a b": [1, {c.d: &x 2}]
  again: *x
"""

JSON = """\
{"confkit": 1,
 "name": {"en": "A", "zh": "会"}, "calls": [{"deadlines": [{"at": "2027"}]}],
 "extra": {"a b": [1, {"c.d": 2}]}}
"""


POSITIONS = [
    ("", (1, 1), (1, 1)),
    ("name", (2, 7), (2, 10)),
    ("name.zh", (2, 19), (2, 28)),
    ("name.fr", (2, 7), (2, 10)),
    ("calls", (4, 3), (2, 43)),
    ("calls[0]", (4, 5), (2, 44)),
    ("calls[0].deadlines[0].at", (5, 13), (2, 66)),
    ("calls[0].deadlines[0].at.time", (5, 13), (2, 66)),
    ("calls[1].deadlines[0].at", (4, 3), (2, 43)),
    ('extra["a b"][1]["c.d"]', (7, 20), (3, 31)),
    ("venues[0].name", (1, 1), (1, 1)),
]


def test_path_has_the_position_of_its_value_or_of_the_innermost_value_around_it():
    for path, in_yaml, in_json in POSITIONS:
        for text, format, (line, column) in ((YAML, "yaml", in_yaml), (JSON, "json", in_json)):
            expected = Position(file="a", line=line, column=column)
            assert files.locate(text, path, format=format, file="a") == expected, path


def test_alias_has_a_position_of_its_own():
    assert files.locate(YAML, "extra.again", format="yaml") == Position(line=8, column=10)


def test_value_inside_an_alias_stands_inside_its_anchor():
    text = "a: &a\n  b: [1, &c {d: 2}]\ne: *a\nf: {g: *c}\nh: 3\n"
    for path, line, column in (("e", 3, 4), ("e.b[1].d", 2, 17), ("f.g", 4, 8), ("f.g.d", 2, 17), ("h", 5, 4)):
        assert (path, files.locate(text, path, format="yaml")) == (path, Position(line=line, column=column))


def test_value_inside_the_alias_of_a_duplicate_stands_at_the_alias():
    text = "a: 1\na: &x {b: 2}\nc: *x\n"
    assert files.locate(text, "c.b", format="yaml") == Position(line=3, column=4)


def test_path_in_a_stream_begins_with_its_document():
    assert files.locate("a: 1\n---\nb: 2\n", "[1].b", format="yaml") == Position(line=3, column=4)
    assert files.locate('{"a": 1}\n{"b": 2}\n', "[1].b", format="jsonl") == Position(line=2, column=7)
    assert files.locate("a: 1\n---\nb: 2\n", "b", format="yaml") is None


def test_toml_has_no_positions():
    assert files.locate("a = 1", "a", format="toml", file="a.toml") == Position(file="a.toml")
    assert files.locate("a = 1", "a", format="toml") is None


def test_text_that_cannot_be_read_has_no_positions():
    for text in ("a: [", "a: 1\n---\n@"):
        with pytest.raises(FileError):
            files.locate(text, "a", format="yaml")


def test_finding_keeps_its_position():
    known = Finding(code="x", message="m", path="a", where=Position(line=9))
    lost = Finding(code="x", message="m", path="a")
    assert [finding.where for finding in files.located([known, lost], "a: 1\na: 2", format="yaml")] == [
        Position(line=9),
        Position(line=1, column=4),
    ]
