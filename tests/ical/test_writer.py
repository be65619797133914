"""Content lines are written as in RFC 5545 3.1 to 3.3 and RFC 6868."""

from __future__ import annotations

import datetime as dt
import re

import icalendar
import pytest
from hypothesis import example, given, strategies as st

from calendars import printable, stored
from cases import for_each
from confkit.errors import UnwritableError
from confkit.ical._component import Component, Coordinates, Property, Raw, Uri
from confkit.ical._writer import framed, write
from confkit.model import AOE, zone

UTC = dt.UTC
WORDS = st.text(st.characters(exclude_categories=["Cs"]))
# icalendar reads a backslash in a parameter as an escape, unlike RFC 5545 3.2.
PARAMETERS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\\"))


def line(name, value, params=()):
    """Return the line of a property, unfolded."""
    return unfolded(write(Component("X", (Property(name, value, params),))))[1]


def unfolded(data):
    return data.replace(b"\r\n ", b"").split(b"\r\n")


@for_each(
    "name, value, params, expected",
    {
        "text": ("SUMMARY", "plain", (), "SUMMARY:plain"),
        "text that is escaped": ("SUMMARY", "a;b,c\\d\ne", (), r"SUMMARY:a\;b\,c\\d\ne"),
        "line breaks": ("SUMMARY", "a\r\nb\rc\x85d\u2028e\u2029f", (), r"SUMMARY:a\nb\nc\nd\ne\nf"),
        "characters that XML has not": ("SUMMARY", "a\ufffeb\uffffc\ufffd", (), "SUMMARY:abc\ufffd"),
        "blanks at the ends": ("SUMMARY", " \x07\t a ", (), "SUMMARY:a"),
        "texts with blanks at the ends": ("CATEGORIES", (" a", "\tb "), (), "CATEGORIES:a,b"),
        "control characters": ("SUMMARY", "a\x00\x07\tb\x0b\x7f\x9bc", (), "SUMMARY:a\tbc"),
        "texts": ("CATEGORIES", ("a,b", "c"), (), r"CATEGORIES:a\,b,c"),
        "integer": ("SEQUENCE", 3, (), "SEQUENCE:3"),
        "keyword": ("STATUS", Raw("CONFIRMED"), (), "STATUS:CONFIRMED"),
        "uri": ("URL", Uri("https://example.org/?a=1,2"), (), "URL:https://example.org/?a=1,2"),
        "iri": ("URL", Uri("https://例え.jp:8/あ?q=%20"), (), "URL:https://xn--r8jz45g.jp:8/%E3%81%82?q=%20"),
        "another host": ("URL", Uri("http://faß.de/ä{}%zz"), (), "URL:http://fa%C3%9F.de/%C3%A4%7B%7D%25zz"),
        "no host of DNS": ("URL", Uri(f"http://{'ä' * 70}.de/"), (), f"URL:http://{'%C3%A4' * 70}.de/"),
        "mail": ("URL", Uri("mailto:ä@example.org"), (), "URL:mailto:%C3%A4@example.org"),
        "no type of its own": ("IMAGE", Uri("https://e.org/"), (), "IMAGE;VALUE=URI:https://e.org/"),
        "type before the rest": ("X-A", Uri("geo:1,2"), (("X-T", "a"),), "X-A;VALUE=URI;X-T=a:geo:1,2"),
        "calendar address": ("ORGANIZER", Uri("mailto:a@b.org"), (), "ORGANIZER:mailto:a@b.org"),
        "parameter": ("SUMMARY", "x", (("LANGUAGE", "zh-Hans"),), "SUMMARY;LANGUAGE=zh-Hans:x"),
        "RFC 6868": ("X-A", "x", (("CN", 'a:"b"^\nc\x07'),), "X-A;CN=\"a:^'b^'^^^nc\":x"),
        "backslash at the end of a parameter": ("X-A", "x", (("CN", "a\\"),), 'X-A;CN="a\\ ":x'),
        "date": ("DTSTART", dt.date(2025, 4, 13), (), "DTSTART;VALUE=DATE:20250413"),
        "utc": ("DTSTART", dt.datetime(2025, 4, 13, 9, tzinfo=UTC), (), "DTSTART:20250413T090000Z"),
        "local": (
            "DTSTART",
            dt.datetime(2025, 4, 13, 9, 5, 7, tzinfo=zone("Asia/Shanghai")),
            (),
            "DTSTART;TZID=Asia/Shanghai:20250413T090507",
        ),
        "absolute trigger": (
            "TRIGGER",
            dt.datetime(2025, 4, 13, tzinfo=UTC),
            (),
            "TRIGGER;VALUE=DATE-TIME:20250413T000000Z",
        ),
        "blanks": ("X-A", "x", (("CN", "a b"),), 'X-A;CN="a b":x'),
        "no exponent": ("GEO", Coordinates(1e-7, -0.0000001), (), "GEO:0.000000;0.000000"),
        "six decimals": ("GEO", Coordinates(40.04, -116.2812345), (), "GEO:40.040000;-116.281234"),
    },
)
def test_line_follows_the_type_of_the_value(name, value, params, expected):
    assert line(name, value, params).decode() == expected


@for_each(
    "span, expected",
    [
        (dt.timedelta(), "PT0H"),
        (dt.timedelta(days=-7), "-P7D"),
        (-dt.timedelta(days=6, hours=15), "-P6DT15H"),
        (-dt.timedelta(hours=15), "-PT15H"),
        (dt.timedelta(minutes=5), "PT0H5M"),
        (dt.timedelta(days=1, seconds=5), "P1DT0H0M5S"),
    ],
)
def test_duration_has_all_units_between_the_first_and_the_last(span, expected):
    assert line("TRIGGER", span).decode() == f"TRIGGER:{expected}"
    assert icalendar.vDuration.from_ical(expected) == span


@given(WORDS, PARAMETERS)
@example("\\" * 100, "a" * 71 + "^,;")
@example("a" * 62 + "\\" * 9 + "北京" * 40, "x")
@example("\\" * 36 + "北" * 100, "x" * 37 + "\n" * 30)
def test_text_is_folded_to_75_octets_and_read_as_it_was_written(summary, description):
    properties = (Property("SUMMARY", summary), Property("X-A", "a", (("CN", description),)))
    data = write(Component("VEVENT", properties))
    lines = data.split(b"\r\n")
    assert [row for row in lines if len(row) > 75] == []
    # A fold inside of a character could not be decoded; a fold after a backslash would split an escape.
    text = [row.decode() for row in lines]
    assert [row for row in text if re.search(r"(?<!\\)(?:\\\\)*\\$", row)] == []
    event = icalendar.Event.from_ical(data)
    assert str(event["SUMMARY"]) == stored(summary)
    assert event["X-A"].params.get("CN", "") == printable(description)


@for_each(
    "moment, shown",
    {
        "floating": (dt.datetime(2025, 4, 13, 9), "2025-04-13T09:00:00"),
        "no IANA zone": (dt.datetime(2025, 4, 13, tzinfo=AOE), "2025-04-13T00:00:00-12:00"),
    },
)
def test_time_without_an_iana_zone_is_refused(moment, shown):
    with pytest.raises(UnwritableError) as caught:
        line("DTSTART", moment)
    assert [(finding.code, finding.value) for finding in caught.value.findings] == [("ical.zone", shown)]


@for_each("value, params", [("a\ud83db", ()), ("a", (("CN", "\udc00"),)), (("x", "\ud800"), ())])
def test_half_a_surrogate_pair_is_refused_with_the_property(value, params):
    with pytest.raises(UnwritableError, match="SUMMARY contains half a surrogate pair") as caught:
        line("SUMMARY", value, params)
    assert [finding.code for finding in caught.value.findings] == ["ical.surrogate"]


def test_framed_writes_what_write_writes():
    events = tuple(Component("VEVENT", (Property("SEQUENCE", number),)) for number in range(3))
    version = (Property("VERSION", "2.0"),)
    pieces = framed(Component("VCALENDAR", version, events[:1]), map(write, events[1:]))
    assert b"".join(pieces) == write(Component("VCALENDAR", version, events))
