"""Any calendar is read or refused, and no record of it is lost."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings, strategies as st

from confkit import Catalog, ical
from confkit.errors import FileError
from strategies import examples

TIMES = st.sampled_from([
    "20270501", "20270501T090000", "20270501T090000Z", "00010101T000000", "99991231T235960Z", "20271399", "x", "",
])  # fmt: skip
VALUES = st.one_of(
    TIMES,
    st.sampled_from([
        "P1D", "-PT1H", "P9999999W", "PT999999999S", "1;2", "91;0", "https://example.org/", "javascript:1", "a\\,b,c\\",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=SECONDLY", "+0530", "+9999", "CANCELLED", "REQUEST", "Mine",
        "a@b.org", "a/call/x/y", "a/call/x=z/y", "a/venue/z=main", "a", "a/registration", "a/registration=closes",
    ]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=20),
)  # fmt: skip
NAMES = st.sampled_from([
    "UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "DTSTAMP", "CREATED", "RRULE", "RDATE", "RECURRENCE-ID", "STATUS",
    "LOCATION", "GEO", "URL", "CATEGORIES", "CONTACT", "IMAGE", "CONFERENCE", "DESCRIPTION", "TZID", "TZOFFSETFROM",
    "TZOFFSETTO", "X-LIC-LOCATION", "RELATED-TO", "NAME", "X-APPLE-STRUCTURED-LOCATION", "SEQUENCE", "METHOD", "X-O",
])  # fmt: skip
PARAMS = st.sampled_from([
    "", ";TZID=Mine", ";TZID=Europe/Berlin", ";TZID=/x/Asia/Tokyo", ";TZID=Tokyo Standard Time", ";VALUE=DATE",
    ";LANGUAGE=en", ";LANGUAGE=?", ';X="', ";X", ";;", ";TZID=",
])  # fmt: skip
LINES = st.builds("{}{}:{}".format, NAMES, PARAMS, VALUES)
OWN = VALUES.map("X-CONFKIT-ID:{}".format)
ENDS = st.sampled_from(["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VLOCATION", " x"])
RECORDS = ("VEVENT", "VTODO", "VJOURNAL", "X-THING")
INNER = st.sampled_from(["VALARM", "VLOCATION", "STANDARD"])


@st.composite
def blocks(draw, name, inner):
    """Return the lines of a component and of its inner components."""
    rows = draw(st.lists(LINES, max_size=8))
    within = draw(st.lists(inner, max_size=2)) if inner is not None else []
    return [
        f"BEGIN:{name}",
        *rows,
        *(row for block in within for row in block),
        f"END:{name}",
    ]


PLAIN = INNER.flatmap(lambda name: blocks(name, None))
ZONES = blocks("VTIMEZONE", blocks("STANDARD", None))
EVENTS = st.sampled_from(RECORDS).flatmap(lambda name: blocks(name, PLAIN))
FILES = st.lists(blocks("VCALENDAR", st.one_of(EVENTS, EVENTS, ZONES)), min_size=1, max_size=2)


@settings(max_examples=examples(150))
@given(FILES)
def test_no_record_of_any_calendar_is_lost(calendars):
    rows = [row for calendar in calendars for row in calendar]
    loaded = ical.loads("\r\n".join(rows))
    errors = [finding for finding in loaded.findings if finding.level == "error"]
    assert len(loaded.conferences) + len(errors) == sum(row.removeprefix("BEGIN:") in RECORDS for row in rows)
    assert len(Catalog(loaded.conferences)) == len(loaded.conferences)


@settings(max_examples=examples(100))
@given(st.lists(blocks("VEVENT", PLAIN), max_size=4), st.lists(OWN, min_size=4, max_size=4))
def test_entries_with_any_confkit_key_are_read(events, keys):
    rows = [row for block, key in zip(events, keys, strict=False) for row in (block[0], key, *block[1:])]
    loaded = ical.loads("\n".join(["BEGIN:VCALENDAR", *rows, "END:VCALENDAR"]))
    errors = [finding for finding in loaded.findings if finding.level == "error"]
    assert len(events) >= len(loaded.conferences) + len(errors) >= min(len(events), 1)
    assert len(Catalog(loaded.conferences)) == len(loaded.conferences)


@settings(max_examples=examples(100))
@given(st.lists(LINES | OWN | ENDS))
def test_lines_in_any_order_are_read_or_refused(rows):
    begun = any(row.startswith("BEGIN") for row in rows)
    with contextlib.nullcontext() if begun else pytest.raises(FileError):
        ical.loads("\n".join(rows))
