"""What a line looks like: RFC 5545 3.1 to 3.3, RFC 6868."""

from __future__ import annotations

import datetime as dt
import re

import icalendar
import pytest
from hypothesis import example, given, strategies as st

from calendars import printable, stored
from confkit.errors import UnwritableError
from confkit.ical._component import Component, Coordinates, Property, Raw, Uri
from confkit.ical._writer import framed, write
from confkit.model import AOE, zone

UTC = dt.UTC
WORDS = st.text(st.characters(exclude_categories=["Cs"]))
# icalendar takes a backslash in a parameter for an escape, which RFC 5545 3.2 does not know.
PARAMETERS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\\"))


def line(name, value, params=()):
    """Return the one line that a property becomes, unfolded."""
    return unfolded(write(Component("X", (Property(name, value, params),))))[1]


def unfolded(data):
    return data.replace(b"\r\n ", b"").split(b"\r\n")


@pytest.mark.parametrize(
    ("name", "value", "params", "expected"),
    [
        pytest.param("SUMMARY", "plain", (), "SUMMARY:plain", id="text"),
        pytest.param("SUMMARY", "a;b,c\\d\ne", (), r"SUMMARY:a\;b\,c\\d\ne", id="text that is escaped"),
        pytest.param("SUMMARY", "a\r\nb\rc\x85d\u2028e\u2029f", (), r"SUMMARY:a\nb\nc\nd\ne\nf", id="line breaks"),
        pytest.param("SUMMARY", "a\ufffeb\uffffc\ufffd", (), "SUMMARY:abc\ufffd", id="characters that XML has not"),
        pytest.param("SUMMARY", " \x07\t a ", (), "SUMMARY:a", id="blanks at the ends"),
        pytest.param("CATEGORIES", (" a", "\tb "), (), "CATEGORIES:a,b", id="texts with blanks at the ends"),
        pytest.param("SUMMARY", "a\x00\x07\tb\x0b\x7f\x9bc", (), "SUMMARY:a\tbc", id="control characters"),
        pytest.param("CATEGORIES", ("a,b", "c"), (), r"CATEGORIES:a\,b,c", id="texts"),
        pytest.param("SEQUENCE", 3, (), "SEQUENCE:3", id="integer"),
        pytest.param("STATUS", Raw("CONFIRMED"), (), "STATUS:CONFIRMED", id="keyword"),
        pytest.param("URL", Uri("https://example.org/?a=1,2"), (), "URL:https://example.org/?a=1,2", id="uri"),
        pytest.param(
            "URL", Uri("https://例え.jp:8/あ?q=%20"), (), "URL:https://xn--r8jz45g.jp:8/%E3%81%82?q=%20", id="iri"
        ),
        pytest.param(
            "URL", Uri("http://faß.de/ä{}%zz"), (), "URL:http://fa%C3%9F.de/%C3%A4%7B%7D%25zz", id="another host"
        ),
        pytest.param("URL", Uri(f"http://{'ä' * 70}.de/"), (), f"URL:http://{'%C3%A4' * 70}.de/", id="no host of DNS"),
        pytest.param("URL", Uri("mailto:ä@example.org"), (), "URL:mailto:%C3%A4@example.org", id="mail"),
        pytest.param("IMAGE", Uri("https://e.org/"), (), "IMAGE;VALUE=URI:https://e.org/", id="no type of its own"),
        pytest.param("X-A", Uri("geo:1,2"), (("X-T", "a"),), "X-A;VALUE=URI;X-T=a:geo:1,2", id="type before the rest"),
        pytest.param("ORGANIZER", Uri("mailto:a@b.org"), (), "ORGANIZER:mailto:a@b.org", id="calendar address"),
        pytest.param("SUMMARY", "x", (("LANGUAGE", "zh-Hans"),), "SUMMARY;LANGUAGE=zh-Hans:x", id="parameter"),
        pytest.param("X-A", "x", (("CN", 'a:"b"^\nc\x07'),), "X-A;CN=\"a:^'b^'^^^nc\":x", id="RFC 6868"),
        pytest.param("X-A", "x", (("CN", "a\\"),), 'X-A;CN="a\\ ":x', id="backslash at the end of a parameter"),
        pytest.param("DTSTART", dt.date(2025, 4, 13), (), "DTSTART;VALUE=DATE:20250413", id="date"),
        pytest.param("DTSTART", dt.datetime(2025, 4, 13, 9, tzinfo=UTC), (), "DTSTART:20250413T090000Z", id="utc"),
        pytest.param(
            "DTSTART",
            dt.datetime(2025, 4, 13, 9, 5, 7, tzinfo=zone("Asia/Shanghai")),
            (),
            "DTSTART;TZID=Asia/Shanghai:20250413T090507",
            id="local",
        ),
        pytest.param(
            "TRIGGER",
            dt.datetime(2025, 4, 13, tzinfo=UTC),
            (),
            "TRIGGER;VALUE=DATE-TIME:20250413T000000Z",
            id="absolute trigger",
        ),
        pytest.param("X-A", "x", (("CN", "a b"),), 'X-A;CN="a b":x', id="blanks"),
        pytest.param("GEO", Coordinates(1e-7, -0.0000001), (), "GEO:0.000000;0.000000", id="no exponent"),
        pytest.param("GEO", Coordinates(40.04, -116.2812345), (), "GEO:40.040000;-116.281234", id="six decimals"),
    ],
)
def test_line_follows_the_type_of_the_value(name, value, params, expected):
    assert line(name, value, params).decode() == expected


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (dt.timedelta(), "PT0H"),
        (dt.timedelta(days=-7), "-P7D"),
        (-dt.timedelta(days=6, hours=15), "-P6DT15H"),
        (-dt.timedelta(hours=15), "-PT15H"),
        (dt.timedelta(minutes=5), "PT0H5M"),
        (dt.timedelta(days=1, seconds=5), "P1DT0H0M5S"),
    ],
)
def test_duration_skips_no_unit_between_two(span, expected):
    assert line("TRIGGER", span).decode() == f"TRIGGER:{expected}"
    assert icalendar.vDuration.from_ical(expected) == span


@given(WORDS, PARAMETERS)
@example("\\" * 100, "a" * 71 + "^,;")
@example("a" * 62 + "\\" * 9 + "北京" * 40, "x")
@example("\\" * 36 + "北" * 100, "x" * 37 + "\n" * 30)
def test_text_comes_back_from_lines_of_at_most_75_octets(summary, description):
    properties = (Property("SUMMARY", summary), Property("X-A", "a", (("CN", description),)))
    data = write(Component("VEVENT", properties))
    lines = data.split(b"\r\n")
    assert [row for row in lines if len(row) > 75] == []
    # A cut inside a UTF-8 sequence would not decode; one after a backslash would split an escape.
    text = [row.decode() for row in lines]
    assert [row for row in text if re.search(r"(?<!\\)(?:\\\\)*\\$", row)] == []
    event = icalendar.Event.from_ical(data)
    assert str(event["SUMMARY"]) == stored(summary)
    assert event["X-A"].params.get("CN", "") == printable(description)


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        pytest.param(dt.datetime(2025, 4, 13, 9), "2025-04-13T09:00:00", id="floating"),
        pytest.param(dt.datetime(2025, 4, 13, tzinfo=AOE), "2025-04-13T00:00:00-12:00", id="no IANA zone"),
    ],
)
def test_time_without_an_iana_zone_is_refused(moment, shown):
    with pytest.raises(UnwritableError) as caught:
        line("DTSTART", moment)
    assert [(finding.code, finding.value) for finding in caught.value.findings] == [("ical.zone", shown)]


@pytest.mark.parametrize(
    ("value", "params"), [("a\ud83db", ()), ("a", (("CN", "\udc00"),)), (("x", "\ud800"), ())], ids=str
)
def test_half_a_surrogate_pair_is_refused_by_name(value, params):
    with pytest.raises(UnwritableError, match="SUMMARY holds half a surrogate pair") as caught:
        line("SUMMARY", value, params)
    assert [finding.code for finding in caught.value.findings] == ["ical.surrogate"]


def test_framed_gives_what_write_gives():
    events = tuple(Component("VEVENT", (Property("SEQUENCE", number),)) for number in range(3))
    version = (Property("VERSION", "2.0"),)
    pieces = framed(Component("VCALENDAR", version, events[:1]), map(write, events[1:]))
    assert b"".join(pieces) == write(Component("VCALENDAR", version, events))
