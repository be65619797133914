"""Histories explain changes: when one was announced, and why."""

import datetime as dt

import attrs

from confkit import Days, Hours, Online, Revision, Superseded, Text, When, changes
from differences import LATER, kinds_between
from factories import call, conference, deadline, venue

DAY = dt.date(2027, 1, 10)
SOON = dt.date(2027, 1, 15)


def test_history_of_a_deadline_explains_its_date() -> None:
    later = deadline().extend(LATER, announced=DAY, reason="many requests")
    (change,) = changes.diff(conference(calls=[call()]), conference(calls=[call(deadlines=[later])]))
    assert (change.announced, change.reason) == (DAY, Text.of("many requests"))
    assert change.explained_by == ("calls[0].deadlines[0].announced", "calls[0].deadlines[0].history[0]")


def test_reason_comes_from_the_day_of_the_last_announcement() -> None:
    first = deadline().extend(When.parse("2027-01-16"), announced=DAY, reason="a storm")
    second = first.extend(LATER, announced=dt.date(2027, 1, 15))
    same_day = first.extend(LATER, announced=DAY)
    undated, unwritten = attrs.evolve(second, announced=None), attrs.evolve(first, at=LATER, announced=SOON)
    reasons = []
    for after in (second, undated, same_day, unwritten):
        (change,) = changes.diff(conference(calls=[call()]), conference(calls=[call(deadlines=[after])]))
        reasons.append((change.announced, change.reason))
    assert reasons == [(SOON, None), (SOON, None), (DAY, Text.of("a storm")), (SOON, None)]


def test_reason_of_a_cancellation_does_not_explain_later_days() -> None:
    before = conference()
    rows = [
        Revision(status="scheduled", replaced=DAY, reason="a flood"),
        Revision(days=before.days, status="cancelled", replaced=SOON),
    ]
    days = {"days": Days.parse("2027-06-01"), "status": "rescheduled"}
    (change,) = changes.diff(before, conference(**days, history=rows))
    assert (change.kind, change.announced, change.reason) == ("event.rescheduled", SOON, None)
    assert change.explained_by == ("status", "history[0]", "history[1]")


def test_row_about_days_explains_them_before_a_later_row_about_the_status() -> None:
    before = conference()
    rows = [
        Revision(days=before.days, status="scheduled", replaced=DAY, reason="a storm"),
        Revision(status="tentative", replaced=SOON, reason="a permit"),
    ]
    (change,) = changes.diff(before, conference(days=Days.parse("2027-06-01"), status="rescheduled", history=rows))
    assert (change.announced, change.reason) == (DAY, Text.of("a storm"))


def test_history_that_explains_nothing_is_a_change_itself() -> None:
    other = [Superseded(at=When.parse("2026-12-01"), replaced=DAY)]
    before = deadline(announced=DAY)
    after = deadline(at=LATER, announced=None, history=other)
    at = "calls[0].deadlines[0]"
    assert kinds_between({"calls": [call(deadlines=[before])]}, {"calls": [call(deadlines=[after])]}) == [
        ("deadline.extended", f"{at}.at"),
        ("field.removed", f"{at}.announced"),
        ("field.changed", f"{at}.history"),
    ]
    unmoved = call(deadlines=[deadline(announced=DAY, history=other)])
    assert kinds_between({"calls": [call()]}, {"calls": [unmoved]}) == [
        ("field.added", f"{at}.announced"),
        ("field.changed", f"{at}.history"),
    ]


def test_history_of_the_event_explains_days_status_and_place() -> None:
    before = conference(venues=[venue()])
    row = Revision(days=before.days, status="scheduled", place="Expo Centre", replaced=DAY, reason="a typhoon")
    after = conference(
        venues=[venue(name="Hall")], days=Days.parse("2027-06-01"), status="rescheduled", history=[row], edition=2
    )
    found = changes.diff(before, after)
    assert [(change.kind, change.announced, change.reason, change.explained_by) for change in found] == [
        ("event.rescheduled", DAY, Text.of("a typhoon"), ("status", "history[0]")),
        ("venue.changed", DAY, Text.of("a typhoon"), ("history[0]",)),
        ("field.added", None, None, ()),
    ]


def test_row_that_explains_only_a_part_is_a_change_itself() -> None:
    before = conference()
    row = Revision(days=before.days, hours=Hours.parse("09:00-17:00"), replaced=DAY)
    found = changes.diff(before, conference(days=Days.parse("2027-06-01"), history=[row]))
    assert [(change.kind, change.path, change.announced, change.explained_by) for change in found] == [
        ("event.rescheduled", "days", DAY, ()),
        ("field.added", "history[0]", None, ()),
    ]


def test_history_that_was_rewritten_explains_nothing() -> None:
    one, two = (Revision(status="tentative", replaced=dt.date(2026, 1, day)) for day in (1, 2))
    found = kinds_between({"history": [one]}, {"history": [two], "status": "cancelled"})
    assert found == [("event.cancelled", "status"), ("field.changed", "history")]


def test_status_that_another_change_implies_is_not_a_change_itself() -> None:
    hours = {"hours": Hours.parse("09:00-17:00")}
    assert kinds_between(hours, {"hours": Hours.parse("10:00-17:00"), "status": "rescheduled"}) == [
        ("event.rescheduled", "hours")
    ]
    assert kinds_between({}, {"status": "moved_online", "online": Online()}) == [("event.moved_online", "status")]
    assert kinds_between({}, {"status": "moved_online", "online": Online(platform="Zoom")}) == [
        ("event.moved_online", "status"),
        ("online.added", "online"),
    ]


def test_date_that_is_back_after_another_one_is_restored() -> None:
    first = deadline()
    moved = first.extend(LATER, announced=DAY, reason="many requests")
    restored = moved.extend(first.at, announced=SOON, reason="a storm")
    found = changes.diff(conference(calls=[call()]), conference(calls=[call(deadlines=[restored])]))
    assert [(change.kind, change.old_path, change.old, change.new, change.announced) for change in found] == [
        ("deadline.restored", "calls[0].deadlines[0].at", first.at, first.at, SOON)
    ]


def test_days_that_are_back_after_others_are_restored() -> None:
    before = conference()
    rows = [
        Revision(days=before.days, status="scheduled", replaced=DAY),
        Revision(days=Days.parse("2027-06-01"), replaced=SOON),
    ]
    (change,) = changes.diff(before, conference(status="rescheduled", history=rows))
    assert (change.kind, change.path, change.old, change.new) == ("event.restored", "days", before.days, before.days)
    assert (change.announced, change.explained_by) == (SOON, ("status", "history[0]", "history[1]"))
