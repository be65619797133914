"""YAML: the type of the field decides what a value means, and whatever is surprising in YAML is an error."""

import pytest

from confkit import Conference, Days, Text, When, files
from confkit.errors import FileError
from factories import conference

START = "confkit: 1\nid: a\nname: A\n"


def read(text: str) -> Conference:
    return files.loads(START + text, format="yaml")


SCALARS = [
    ("days: 2027", "days", Days.parse("2027")),
    ("days: 2027-05", "days", Days.parse("2027-05")),
    ("days: '2027-05-01'", "days", Days.parse("2027-05-01")),
    ("summary: 2027", "summary", Text.of("2027")),
    ("summary: no", "summary", Text.of("no")),
    ("summary: 09:30", "summary", Text.of("09:30")),
    ("summary: 'null'", "summary", Text.of("null")),
    ("summary: null", "summary", None),
    ("summary:", "summary", None),
    ("summary: ~", "summary", None),
    ("summary: {zh: 会议}", "summary", Text(zh="会议")),
    ("edition: 007", "edition", 7),
    ("formats: [yes, 1.0]", "formats", (Text.of("yes"), Text.of("1.0"))),
    ("languages: [no, zh]", "languages", ("no", "zh-Hans")),
    ("extra: {a: 1, b: 0x1F, c: 1.5, d: yes, e: true, f: ~, g: '1', h: 0o17, i: .5}", "extra",
     {"a": 1, "b": 31, "c": 1.5, "d": "yes", "e": True, "f": None, "g": "1", "h": 15, "i": 0.5}),
    ("summary: &s {en: A}\ndescription: *s", "description", Text(en="A")),
    ("summary: &s A\ndescription: *s", "description", Text.of("A")),
    ("extra: {&k a: 1, b: *k}", "extra", {"a": 1, "b": "a"}),
    ("extra: {'<<': 1, 2: 3, ? x : 4}", "extra", {"<<": 1, "2": 3, "x": 4}),
]  # fmt: skip


def test_scalar_is_read_by_the_type_of_its_field():
    for text, field, value in SCALARS:
        assert getattr(read(text), field) == value, text


def test_country_code_of_norway_is_text():
    assert read("venues: [{address: {country: NO}}]").venues[0].address.country == "NO"


def test_date_is_read_with_the_wording_of_its_source():
    at = read("registration: {opens: {at: 2027-01-13, raw: end of day}}").registration.opens
    assert at == When(date=When.parse("2027-01-13").date, raw="end of day")


SYNTAX = {
    "tab": ("venues:\n\t- name: A", "a tab where only spaces are allowed", 5, 1),
    "percent": ("summary: %A", "text without quotes cannot begin with this character", 4, 10),
    "at sign": ("summary: @A", "text without quotes cannot begin with this character", 4, 10),
    "no colon": ("summary\ndays: 2027", "this line is neither a key with a colon nor part of the line above", 4, 1),
    "colon inside": ("summary: A: B", "a key cannot stand here", 4, 11),
    "list on the line": ("venues: - name: A", "a list item cannot begin here", 4, 9),
    "question mark": ("venues: ? a", "a question mark cannot stand here", 4, 9),
    "open quote": ('summary: "A\ndays: 2027\n', "this quote is never closed", 4, 10),
    "open quote before a document": ('summary: "A\n---\n', "this quote is not closed before the next document", 4, 10),
    "escape": (r'summary: "\q"', "this is not a valid escape after a backslash", 4, 12),
    "hex": (r'summary: "\xZZ"', "this is not a valid escape after a backslash", 4, 13),
    "open list": ("formats: [a, b\ndays: 2027", "an opening bracket is not closed, or a comma is missing", 4, 10),
    "open mapping": ("series: {id: a\ndays: 2027\n]", "an opening bracket is not closed, or a comma is missing", 4, 9),
    "indent": ("venues:\n  - name: A\n kind: x", "this line is not indented like the lines above it", 6, 2),
    "no node": ("formats: [a, , b]", "a value is missing here", 4, 14),
    "after the end": ("...\nid: b", "there is more text after the end of the document", 5, 1),
    "tag handle": ("summary: !a!b c", "tags are not supported", 4, 10),
    "anchor": ("summary: & A", "this is not a valid anchor or alias", 4, 11),
    "block": ("summary: |x\n  A", "only 1-9, + or - may follow | or > on its line", 4, 11),
    "open tag": ("summary: !<A", "tags are not supported", 4, 13),
    "tag": ("summary: !!str A", "tags are not supported", 4, 10),
    "tag on a list": ("formats: !!seq [A]", "tags are not supported", 4, 10),
    "tag on a key": ("!!str summary: A", "tags are not supported", 4, 1),
    "complex key": ("? [a]\n: b", "a key must be text", 4, 3),
    "merge": ("extra:\n  <<: {a: 1}", "merge keys are not supported", 5, 3),
    "unknown alias": ("summary: *a", "no anchor above has this name", 4, 10),
    "alias to itself": ("extra: {a: &a [*a]}", "this alias is inside its own anchor", 4, 16),
    "escape beyond Unicode": (r'summary: "\U00110000"', "Unicode has no such character", 4, 11),
    "escape far beyond Unicode": (r'summary: "\UFFFFFFFF"', "Unicode has no such character", 4, 11),
    "surrogate": (r'summary: "\uD83D"', "this text contains half a character (a lone surrogate)", 4, 10),
    "twice": ("days: 2027\ndays: 2028", "this mapping already has this key", 5, 1),
}


def test_syntax_error_has_a_message_and_a_position():
    for case, (text, message, line, column) in SYNTAX.items():
        with pytest.raises(FileError) as error:
            read(text)
        (finding,) = error.value.findings
        assert (finding.message, finding.where.line, finding.where.column) == (message, line, column), case
        assert finding.hint, case


def test_directive_is_refused():
    for text, message in (
        ("%YAML 3.0\n---\na: b", "this %YAML line is not supported"),
        ("%YAML x\n---\na: b", "text cannot begin with %"),
    ):
        with pytest.raises(FileError) as error:
            files.loads(text, format="yaml")
        assert [finding.message for finding in error.value.findings] == [message]


def test_columns_count_characters_and_lines_end_as_in_editors():
    text = "confkit: 1\r\nid: a\r\nname: 会议\r\nseries: {id: 🎉, nmae: B}\r\n"
    with pytest.raises(FileError) as error:
        files.loads(text, format="yaml")
    assert [(finding.path, finding.where.line, finding.where.column) for finding in error.value.findings] == [
        ("series.id", 4, 14),
        ("series.nmae", 4, 17),
    ]


def test_finding_inside_an_alias_has_the_position_of_its_anchor():
    text = START + "calls:\n  - id: a\n    submit: &s {url: x}\n  - id: b\n    submit: *s\n"
    with pytest.raises(FileError) as error:
        files.loads(text, format="yaml")
    assert [(finding.path, finding.where.line, finding.where.column) for finding in error.value.findings] == [
        ("calls[0].submit.url", 6, 22),
        ("calls[1].submit.url", 6, 22),
    ]


def test_finding_on_a_duplicate_key_has_the_position_of_the_first():
    with pytest.raises(FileError) as error:
        read("days: soon\ndays: later\n")
    assert [(finding.code, finding.where.line) for finding in error.value.findings] == [
        ("date.text", 4),
        ("file.duplicate_key", 5),
    ]


WRITTEN = [
    ("NO", '"NO"'),
    ("~", '"~"'),
    ("1e3", '"1e3"'),
    ("12:30", '"12:30"'),
    ("2027-05-01", "2027-05-01"),
    ("two\nlines", "|-\n  two\n  lines"),
    ("two\nlines\n", "|\n  two\n  lines"),
    ("two \nlines", r'"two \nlines"'),
    ("next\x85line", r'"next\Nline"'),
    ("bell\x07", r'"bell\a"'),
    ("索家坟, Hai Dian Qu", "索家坟, Hai Dian Qu"),
    ("a: b", "'a: b'"),
    ("word " * 40 + "end", "word " * 40 + "end"),
]


def test_text_is_quoted_only_where_a_reader_would_take_it_for_something_else():
    for text, written in WRITTEN:
        out = files.dumps(conference(id="a", name=text, namespace=None, published=None, days=None), format="yaml")
        assert out == f"confkit: 1\nid: a\nname: {written}\n"
