"""Which facts of a conference become entries, and which are left out or refused."""

from __future__ import annotations

import itertools

import pytest

from calendars import EVERYTHING, EXAMPLE, lines, only_entry, titles_and_changes
from cases import for_each
from confkit import Catalog, Days, Deadline, Hours, Pending, Registration, Text, When, ical
from confkit.errors import UnwritableError
from factories import call, conference, deadline, venue


def test_kinds_select_the_entries():
    chosen = {
        kind: [title for title, _, _ in titles_and_changes(EVERYTHING, kinds=[kind])]
        for kind in ical.KINDS
        if kind != "milestone"
    }
    assert list(itertools.chain(*chosen.values())) == [title for title, _, _ in titles_and_changes(EVERYTHING)]


def test_every_date_without_a_day_gets_a_note_instead_of_an_entry():
    vague = conference(
        days=Days.parse("2027-05"),
        calls=[call(deadlines=[deadline(at=When.parse("2027-01")), deadline(id="b", at=Pending("tbd"))])],
        milestones=[Deadline(kind="notification", at=Pending("rolling"))],
        venues=[venue(days=Days.parse("2027-05"))],
        registration=Registration(
            opens=Pending("tbd"), closes=When.parse("2027-04"), details_expected=When.parse("2027")
        ),
    )
    notes = ical.left_out(vague)
    assert [(note.path, note.value) for note in notes] == [
        ("days", "2027-05"),
        ("venues[0].days", "2027-05"),
        ("calls[0].deadlines[0].at", "2027-01"),
        ("calls[0].deadlines[1].at", "tbd"),
        ("milestones[0].at", "rolling"),
        ("registration.details_expected", "2027"),
        ("registration.opens", "tbd"),
        ("registration.closes", "2027-04"),
    ]
    with pytest.raises(UnwritableError) as caught:
        ical.dumps(vague)
    assert caught.value.findings[0].code == "ical.empty"
    assert caught.value.findings[1:] == notes


def test_calendar_of_a_catalog_has_the_entries_of_all_conferences():
    catalog = Catalog([EXAMPLE, conference()])
    assert [title for title, _, _ in titles_and_changes(catalog)] == [
        title for event in catalog for title, _, _ in titles_and_changes(event)
    ]
    assert [note.path for note in ical.left_out(catalog)] == ["conferences[0].registration.details_expected"]


def test_every_problem_of_a_catalog_is_reported_at_once():
    broken = [
        conference(published=None),
        conference(id="b", days=Days.parse("9999-12-31")),
        conference(
            id="c",
            registration=Registration(opens=When.parse("2027-02-02T10:00Z"), closes=When.parse("2027-02-01T10:00Z")),
        ),
    ]
    with pytest.raises(UnwritableError) as caught:
        ical.dumps(Catalog(broken))
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [
        ("ical.stamp", "conferences[0].published"),
        ("ical.year", "conferences[1].days"),
        ("ical.order", "conferences[2].registration.closes"),
    ]


@for_each(
    "hours, expected",
    {
        "no-time-between": ("02:30-03:30", "2027-03-14 07:30:00+00:00 to 2027-03-14 03:30:00-04:00"),
        "end-before-start": ("02:45-03:15", "2027-03-14 07:45:00+00:00 to 2027-03-14 03:15:00-04:00"),
    },
)
def test_hours_that_a_clock_change_skips_are_refused(hours: str, expected: str):
    night = conference(days=Days.parse("2027-03-14"), hours=Hours.parse(hours), timezone="America/New_York", venues=())
    with pytest.raises(UnwritableError) as caught:
        ical.dumps(night)
    assert [(finding.code, finding.path, finding.value) for finding in caught.value.findings] == [
        ("ical.order", "hours", expected)
    ]


@for_each("at", ["9999-12-31T23:59[AoE]", "0001-01-01T00:10+14:00"])
def test_instant_outside_the_years_of_a_calendar_is_refused(at: str):
    with pytest.raises(UnwritableError) as caught:
        ical.dumps(conference(calls=[call(deadlines=[deadline(at=When.parse(at))])]))
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [
        ("ical.year", "calls[0].deadlines[0].at")
    ]


def test_last_instant_of_the_year_9999_is_written():
    last = conference(calls=[call(deadlines=[deadline(at=When.parse("9999-12-31T23:59Z"))])])
    assert b"\r\nDTSTART:99991231T235900Z\r\n" in ical.dumps(last)


@for_each(
    "opens, closes, title, expected",
    {
        "days": (
            "2027-01-01",
            "2027-04-01",
            "Registration",
            ["DTSTART;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20270402"],
        ),
        "instants": (
            "2027-01-01T10:00[Asia/Shanghai]",
            "2027-04-01T23:59[AoE]",
            "Registration",
            ["DTSTART;TZID=Asia/Shanghai:20270101T100000", "DTEND:20270402T115900Z"],
        ),
        "a day and an instant": (
            "2027-01-01",
            "2027-04-01T23:59[Asia/Shanghai]",
            "Registration",
            ["DTSTART;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20270402"],
        ),
        "opens": ("2027-01-01T10:00Z", None, "Registration opens", ["DTSTART:20270101T100000Z"]),
        "closes": (
            None,
            "2027-04-01",
            "Registration closes",
            ["DTSTART;VALUE=DATE:20270401", "DTEND;VALUE=DATE:20270402"],
        ),
    },
)
def test_registration_is_one_entry_with_start_and_end(opens, closes, title, expected):
    opens, closes = (None if end is None else When.parse(end) for end in (opens, closes))
    value = conference(days=None, registration=Registration(opens=opens, closes=closes))
    assert titles_and_changes(value) == [(f"PyCon Example 2027: {title}", "CONFIRMED", 0)]
    assert lines(only_entry(value), "DTSTART", "DTEND") == expected


@pytest.mark.slow
def test_registration_closes_on_the_last_day_of_the_calendar():
    """The VTIMEZONE covers eight thousand years, which takes seconds."""
    opens, closes = When.parse("9999-12-31T01:00Z"), When.parse("9999-12-31T23:00[America/New_York]")
    value = conference(days=None, registration=Registration(opens=opens, closes=closes))
    assert titles_and_changes(value) == [("PyCon Example 2027: Registration", "CONFIRMED", 0)]
    assert lines(only_entry(value), "DTSTART", "DTEND") == [
        "DTSTART:99991231T010000Z",
        "DTEND;TZID=America/New_York:99991231T230000",
    ]


def test_invisible_name_is_refused():
    with pytest.raises(UnwritableError) as caught:
        ical.dumps(conference(name=Text(en="A", zh="\x01\ufffe")))
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [("ical.unseen", "name")]
