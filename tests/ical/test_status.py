"""The entries of an event that is cancelled, postponed, rescheduled or tentative."""

from __future__ import annotations

import datetime as dt

import attrs

from calendars import EVERYTHING, entries, only_entry, titles_and_changes
from cases import for_each
from confkit import Days, Pending, Revision, When, ical
from factories import call, conference, deadline, venue

CANCELLED = attrs.evolve(
    EVERYTHING, status="cancelled", history=[Revision(status="scheduled", replaced=dt.date(2027, 2, 1))]
)


def test_cancelling_cancels_all_later_entries():
    assert titles_and_changes(CANCELLED) == [
        ("Cancelled: PyCon Example 2027", "CANCELLED", 1),
        ("Cancelled: PyCon Example 2027 — Expo Centre", "CANCELLED", 1),
        ("PyCon Example 2027: Submission deadline (call for proposals)", "CONFIRMED", 1),
        ("Cancelled: PyCon Example 2027 — Registration", "CANCELLED", 1),
    ]
    assert titles_and_changes(CANCELLED, language="zh", kinds=["event"]) == [
        ("已取消：PyCon Example 2027", "CANCELLED", 1)
    ]


def test_cancelling_without_a_date_cancels_all_entries():
    assert {status for _, status, _ in titles_and_changes(attrs.evolve(EVERYTHING, status="cancelled"))} == {
        "CANCELLED"
    }


def test_reinstated_event_has_the_same_entries():
    rows = [*CANCELLED.history, Revision(status="cancelled", replaced=dt.date(2027, 2, 9))]
    revived = attrs.evolve(CANCELLED, status="scheduled", history=rows)
    assert {status for _, status, _ in titles_and_changes(revived)} == {"CONFIRMED"}
    assert {sequence for _, _, sequence in titles_and_changes(revived)} == {2}
    assert [str(event["UID"]) for event in entries(revived)] == [str(event["UID"]) for event in entries(CANCELLED)]


@for_each("days", [Pending("tbd"), None, Days.parse("2028-05")])
def test_event_postponed_without_new_days_is_cancelled_on_the_old_days(days):
    before = Days.parse("2027-05-01/2027-05-03")
    row = Revision(days=before, status="scheduled", replaced=dt.date(2027, 2, 1))
    postponed = conference(status="postponed", days=days, history=[row])
    assert titles_and_changes(postponed) == [("Postponed: PyCon Example 2027", "CANCELLED", 1)]
    assert only_entry(postponed)["DTSTART"].dt == dt.date(2027, 5, 1)
    assert ical.left_out(postponed) == ()


OLD = Days.parse("2027-05-01")


@for_each(
    "history",
    {
        "at-once": [Revision(days=OLD, status="scheduled", replaced=dt.date(2027, 2, 1))],
        "later": [
            Revision(days=OLD, status="scheduled", replaced=dt.date(2027, 2, 1)),
            Revision(days=Pending("tbd"), replaced=dt.date(2027, 3, 1)),
        ],
        "no-status": [Revision(days=OLD, replaced=dt.date(2027, 2, 1))],
    },
)
def test_event_postponed_to_new_days_is_confirmed_on_them(history):
    postponed = conference(status="postponed", days=Days.parse("2027-11-01"), history=history)
    assert titles_and_changes(postponed) == [("PyCon Example 2027", "CONFIRMED", len(history))]
    assert only_entry(postponed)["DTSTART"].dt == dt.date(2027, 11, 1)


@for_each(
    "history",
    {
        "no-history": [],
        "status-alone": [Revision(status="scheduled", replaced=dt.date(2027, 2, 1))],
        "days-before": [
            Revision(days=OLD, replaced=dt.date(2027, 1, 1)),
            Revision(status="scheduled", replaced=dt.date(2027, 2, 1)),
        ],
    },
)
def test_event_postponed_with_its_old_days_is_cancelled_on_them(history):
    postponed = conference(status="postponed", history=history)
    assert [status for _, status, _ in titles_and_changes(postponed)] == ["CANCELLED"]


def test_event_whose_days_are_no_longer_known_is_cancelled_on_the_old_days():
    row = Revision(days=Days.parse("2027-05-01"), replaced=dt.date(2027, 2, 1))
    assert titles_and_changes(conference(days=Pending("tbd"), history=[row])) == [
        ("Postponed: PyCon Example 2027", "CANCELLED", 1)
    ]


def test_tentative_event_has_the_status_tentative():
    assert titles_and_changes(conference(status="tentative")) == [("PyCon Example 2027", "TENTATIVE", 0)]


def test_event_with_cancelled_days_is_cancelled_on_the_old_days():
    row = Revision(days=OLD, replaced=dt.date(2027, 2, 1))
    cancelled = conference(days=Pending("cancelled"), history=[row])
    assert titles_and_changes(cancelled) == [("Cancelled: PyCon Example 2027", "CANCELLED", 1)]


def test_cancelling_keeps_the_past_days_at_a_venue():
    venues = [
        venue(id=place, name=place, days=Days.parse(day))
        for place, day in {"a": "2027-05-01", "b": "2027-05-02"}.items()
    ]
    rows = [Revision(status="scheduled", replaced=dt.date(2027, 5, 2))]
    assert titles_and_changes(conference(status="cancelled", history=rows, venues=venues)) == [
        ("Cancelled: PyCon Example 2027", "CANCELLED", 1),
        ("PyCon Example 2027: a", "CONFIRMED", 1),
        ("Cancelled: PyCon Example 2027 — b", "CANCELLED", 1),
    ]


@for_each(
    "now, word",
    [
        (Pending("cancelled"), "Cancelled"),
        (Pending("none"), "Cancelled"),
        (Pending("rolling"), "Cancelled"),
        (Pending("tbd"), "Postponed"),
        (When.parse("2027-02"), "Postponed"),
    ],
)
def test_deadline_that_loses_its_day_is_cancelled_on_the_old_day(now, word):
    moved = deadline().extend(now, announced=dt.date(2027, 1, 5))
    title = f"{word}: PyCon Example 2027 — Submission deadline (call for proposals)"
    withdrawn = conference(days=None, calls=[call(deadlines=[moved])])
    assert titles_and_changes(withdrawn) == [(title, "CANCELLED", 1)]
    assert [component.name for component in only_entry(withdrawn).subcomponents] == []


def test_postponing_without_new_days_also_cancels_the_days_at_a_venue():
    """The days that the event still has are no longer valid."""
    days = Days.parse("2027-05-01")
    event = conference(
        days=Pending("tbd"),
        status="postponed",
        venues=[venue(days=days)],
        history=[Revision(days=days, status="scheduled", replaced=dt.date(2027, 2, 1))],
    )
    assert titles_and_changes(event) == [
        ("Postponed: PyCon Example 2027", "CANCELLED", 1),
        ("Postponed: PyCon Example 2027 — Expo Centre", "CANCELLED", 1),
    ]


def test_deadline_on_the_day_before_a_cancellation_stays_confirmed_in_every_time_zone():
    event = conference(
        days=None,
        status="cancelled",
        history=[Revision(status="scheduled", replaced=dt.date(2027, 2, 1))],
        calls=[call(deadlines=[deadline(at=When.parse("2027-01-31T23:59[AoE]"))])],
    )
    assert [status for _, status, _ in titles_and_changes(event)] == ["CONFIRMED"]


def test_cancelled_entry_without_facts_has_no_description():
    described = {event["X-CONFKIT-ID"].split("/")[-1]: "DESCRIPTION" in event for event in entries(CANCELLED)}
    assert described == {"pycon-example-2027": True, "main": True, "submission": True, "registration": False}
