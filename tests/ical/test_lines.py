"""Content lines are unfolded and parsed, for reading and for checking calendars."""

from hypothesis import given, strategies as st

from cases import for_each
from confkit.ical._lines import Flaw, Unfolded, parse, unescaped, unfold

FILES = {
    "crlf": (b"A:1\r\nB:2\r\n", [(b"A:1", 1), (b"B:2", 2)]),
    "lf": (b"A:1\nB:2", [(b"A:1", 1), (b"B:2", 2)]),
    "cr": (b"A:1\rB:2\r", [(b"A:1", 1), (b"B:2", 2)]),
    "cr-within": (b"A:1\rB\r\nC:2\r\n", [(b"A:1\rB", 1), (b"C:2", 2)]),
    "cr-twice": (b"A:1\r\r\nB:2\r\r\n\r\r\n", [(b"A:1", 1), (b"B:2", 2)]),
    "folds": (b"A:1\r\n 2\r\n\t3\r\nB:4\r\n", [(b"A:123", 1), (b"B:4", 4)]),
    "empty-lines": (b"\r\nA\r\n\r\n :1\r\n\r\nB:2\r\n\r\n", [(b"A:1", 2), (b"B:2", 6)]),
    "folded-first": (b" A:1\r\nB:2\r\n", [(b" A:1", 1), (b"B:2", 2)]),
    "byte-order-mark": (b"\xef\xbb\xbfA:1\r\n", [(b"A:1", 1)]),
    "nothing": (b"", []),
    "empty": (b"\r\n\r\n", []),
}


@for_each("data, lines", FILES)
def test_unfold_yields_lines_with_their_numbers(data, lines):
    assert [(line.octets, line.number) for line in unfold(data)] == lines


def test_unfolded_line_knows_the_physical_line_of_each_octet():
    (line,) = unfold(b"A:12\r\n 34\r\n\r\n 56\r\n")
    assert [line.place(offset) for offset in (0, 3, 4, 5, 6, 7)] == [(1, 0), (1, 0), (2, 4), (2, 4), (4, 6), (4, 6)]


LINES = {
    "plain": (b"SUMMARY:A: b", ("SUMMARY", [], "A: b", 8)),
    "lower-case": (b"dtstart;value=date:20270501", ("DTSTART", [("VALUE", ("date",))], "20270501", 19)),
    "quotes": (b'A;B="x:y;z,";C=d:v', ("A", [("B", ("x:y;z,",)), ("C", ("d",))], "v", 17)),
    "several-values": (b'A;B=x,"y",:v', ("A", [("B", ("x", "y", ""))], "v", 11)),
    "carets": (b"A;B=x^ny^'z^^n^w:v", ("A", [("B", ('x\ny"z^n^w',))], "v", 17)),
    "no-utf-8": (b"A:\xff", ("A", [], "�", 2)),
}


@for_each("octets, parts", LINES)
def test_parse_splits_a_line(octets, parts):
    line = parse(Unfolded(octets, 1))
    assert (line.name, [parameter[:2] for parameter in line.params], line.value, line.start) == parts
    assert line.flaws == ()


FLAWED = {
    "no-colon": (b"A B", "", "", [Flaw("no-colon", "A B", 0)]),
    "no-colon-after-parameter": (b"A;B=c", "A", "", [Flaw("no-colon", "A;B=c", 0)]),
    "no-name": (b":v", "", "v", [Flaw("name", "", 0)]),
    "blank-in-name": (b"A B:v", "", "v", [Flaw("name", "A B", 0)]),
    "blank-in-parameter": (b"A; B=c;D=e:v", "A", "v", [Flaw("parameter", " B=c", 2)]),
    "no-equals-sign": (b"A;B:v", "A", "v", [Flaw("parameter", "B", 2)]),
    "quote-within": (b'A;B=x"y:v', "A", "v", [Flaw("quotes", 'B=x"y', 2)]),
    "text-after-quote": (b'A;B="x"y:v', "A", "v", [Flaw("quotes", 'B="x"y', 2)]),
    "open-quote": (b'A;B="x:v', "A", "v", [Flaw("quotes", 'B="x', 2)]),
    "too-many-parameters": (b"A" + b";B=" * 1001 + b":v", "A", "v", [Flaw("too-many", ";B=:v…", 3001)]),
    "too-many-values": (b"A;B=" + b"," * 1000 + b"x:v", "A", "v", [Flaw("too-many", ",x:v…", 1003)]),
    "too-many-without-colon": (b"A" + b";B=" * 1001, "A", "", [Flaw("no-colon", "A" + ";B=" * 1001, 0)]),
    "two": (b"A;b;c:v", "A", "v", [Flaw("parameter", "b", 2), Flaw("parameter", "c", 4)]),
}


@for_each("octets, name, value, flaws", FLAWED)
def test_parse_reports_violations_of_the_grammar(octets, name, value, flaws):
    line = parse(Unfolded(octets, 1))
    assert (line.name, line.value, list(line.flaws)) == (name, value, flaws)


def test_param_is_the_first_value_of_a_parameter():
    line = parse(Unfolded(b"A;B=x,y;C=z:v", 1))
    assert [line.param(name) for name in ("B", "C", "D")] == ["x", "z", None]


def test_column_is_that_of_the_first_physical_line():
    (plain, folded) = map(parse, unfold("NAME:é, a\r\nÉ;A=b\r\n :c\r\n".encode()))
    assert [plain.column(start) for start in (0, 5, 9)] == [1, 6, 10]
    assert [folded.column(start) for start in (0, 4, folded.start)] == [1, 5, 1]


def test_unescaped_reverses_the_escapes_of_text():
    assert unescaped(r"a\, b\; c\\n\nd\Ne \x") == "a, b; c\\n\nd\ne \\x"


@given(st.binary(max_size=60) | st.text('AB:;=",\r\n \\^', max_size=60).map(str.encode))
def test_unfolding_any_bytes_loses_only_folds_and_line_ends(data):
    lines = list(unfold(data))
    assert [parse(line).number for line in lines] == sorted({line.number for line in lines})
    for line in lines:
        end = b"\n" if b"\n" in data else b"\r"
        rows = data.removeprefix(b"\xef\xbb\xbf").split(end)
        assert rows[line.number - 1].startswith(line.octets[: line.cuts[0][0]] if line.cuts else line.octets)
