"""What is no moment is refused, and told the way out."""

import datetime as dt

import pytest

from confkit import PartialDate, When
from confkit.errors import InvalidValueError

DAY = dt.date(2025, 4, 13)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: When(date=PartialDate(2025, 4), time=dt.time(12)), ("when.time", "time")),
        (lambda: When(date=DAY, time=dt.time(12, tzinfo=dt.UTC)), ("when.time", "time")),
        (lambda: When(date=DAY, time=dt.time(12, fold=1)), ("when.time", "time")),
        (lambda: When(date=DAY, time=dt.time(12), fold=2), ("when.fold", "fold")),
        (lambda: When(date=DAY, time=dt.time(12), fold=True), ("value.type", "fold")),
        (lambda: When(date=DAY, time="12:00"), ("value.type", "time")),
        (lambda: When(date=dt.datetime(2025, 4, 13)), ("value.type", "date")),
        (lambda: When(date="2025-04-13"), ("value.type", "date")),
        (lambda: When(date=None), ("value.type", "date")),
        (lambda: When(date=DAY, raw=""), ("text.empty", "raw")),
        (lambda: When(date=DAY, raw=24), ("value.type", "raw")),
        (lambda: When.parse(None), ("value.type", "")),
        (lambda: When.parse(2025), ("value.type", "")),
        (lambda: When.parse("2025-04T12:00"), ("when.time", "")),
        (lambda: When.parse("2025-02-30"), ("date.none", "")),
        (lambda: When.parse("9999-12-31T24:00"), ("date.none", "")),
        (lambda: When.parse("2025-04-13T23:60"), ("when.clock", "")),
        (lambda: When.parse("2025-04-13T24:01"), ("when.clock", "")),
        (lambda: When.parse("2025-04-13T12:00[PT]"), ("zone.unknown", "")),
        (lambda: When.parse("2025-04-13T12:00+24:00"), ("zone.offset", "")),
        (lambda: When.parse("2025-04-13T12:00+00:00:30"), ("zone.offset", "zone")),
        (lambda: When.parse("2025-04-13T12:00+08:00[America/New_York]"), ("when.offset", "")),
        (lambda: When.parse("2025-04-13T12:00[]"), ("when.text", "")),
        (lambda: When.parse("2025-04-13T12:00\n"), ("when.text", "")),
        (lambda: When.parse("soon"), ("when.text", "")),
    ],
)
def test_what_is_no_moment_is_refused_by_its_field(make, expected):
    with pytest.raises(InvalidValueError) as error:
        make()
    assert [(one.code, one.path) for one in error.value.findings] == [expected]
    assert [one.hint for one in error.value.findings] != [None]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "2025-04-13 11:59 pm",
            "times are told on a 24-hour clock",
            "write 2025-04-13T23:59 for one minute to midnight",
        ),
        (
            "2025-04-13T11:59PM",
            "times are told on a 24-hour clock",
            "write 2025-04-13T23:59 for one minute to midnight",
        ),
        (
            "2025-04-13T9:30",
            "an hour of one digit does not say whether it is before or after noon",
            "write 09:30 or 21:30",
        ),
        ("2025-04-13 23:59", "this is no moment", "write 2025-04-13T23:59"),
        (
            "13 April",
            "this is no moment",
            "write 2025-04, 2025-04-13, 2025-04-13T23:59[AoE] or 2025-04-13T23:59[Asia/Shanghai]",
        ),
    ],
)
def test_text_that_is_no_moment_is_told_how_to_become_one(text, message, hint):
    with pytest.raises(InvalidValueError) as error:
        When.parse(text)
    assert [(one.message, one.hint) for one in error.value.findings] == [(message, hint)]


def test_utc_before_a_zone_that_leaves_the_calendar_is_refused():
    with pytest.raises(InvalidValueError) as error:
        When.parse("0001-01-01T00:00Z[America/New_York]")
    assert [one.code for one in error.value.findings] == ["date.none"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2025-04-13 23:59", "write 2025-04-13T23:59"),
        ("TBA", 'write {pending: tbd}, in Python Pending("tbd")'),
        ("rolling", 'write {pending: rolling}, in Python Pending("rolling")'),
        ("2025-04-13 23:59 PST", "write 2025-04-13T23:59[Asia/Shanghai], with the key of the zone that is meant"),
    ],
)
def test_other_ways_to_write_a_moment_are_told_the_way_out(text, hint):
    with pytest.raises(InvalidValueError) as error:
        When.parse(text)
    assert [one.hint for one in error.value.findings] == [hint]
