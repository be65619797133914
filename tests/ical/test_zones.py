"""VTIMEZONEs have the offsets of zoneinfo, as dateutil computes them from their rules."""

from __future__ import annotations

import bisect
import datetime as dt

import icalendar
import pytest
from dateutil.rrule import rrulestr

from cases import for_each
from confkit.ical._component import Component, Property
from confkit.ical._writer import write
from confkit.ical._zones import Years, timezone, timezones
from confkit.model import zone

LAST = dt.datetime(2045, 1, 1)
"""The datetimes in this module are in UTC without tzinfo, like the results of a rule."""
KEYS = """
Africa/Cairo Africa/Casablanca Africa/El_Aaiun Africa/Johannesburg America/Anchorage America/Argentina/Buenos_Aires
America/Havana America/Los_Angeles America/Mexico_City America/New_York America/Nuuk America/Santiago America/Sao_Paulo
America/St_Johns America/Toronto Antarctica/Troll Asia/Beirut Asia/Famagusta Asia/Gaza Asia/Hong_Kong Asia/Irkutsk
Asia/Jerusalem Asia/Kathmandu Asia/Kolkata Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Taipei Asia/Tehran Asia/Tokyo
Atlantic/Azores Australia/Lord_Howe Australia/Sydney Etc/GMT+8 Etc/UTC Europe/Berlin Europe/Dublin Europe/Istanbul
Europe/London Europe/Moscow Europe/Riga Pacific/Apia Pacific/Auckland Pacific/Chatham Pacific/Easter Pacific/Kiritimati
""".split()  # noqa: SIM905 - a column of names


def onsets(vtimezone):
    """Return the onsets of all observances in UTC, each with its offset (RFC 5545 3.6.5)."""
    found = []
    for observance in icalendar.Timezone.from_ical(write(vtimezone)).subcomponents:
        before, after = observance["TZOFFSETFROM"].td, observance["TZOFFSETTO"].td
        rule, start = observance.get("RRULE", icalendar.vRecur(FREQ="YEARLY", COUNT=1)), observance.DTSTART
        # UNTIL is in UTC and the onset in local time, but dateutil compares them directly.
        until = [until.replace(tzinfo=None) for until in rule.pop("UNTIL", [LAST])]
        local = rrulestr(rule.to_ical().decode(), dtstart=start).between(start, LAST, inc=True)
        found += [(moment - before, after) for moment in local if moment - before <= until[0]]
    return sorted(found)


def differences(key, first, last):
    """Return the moments from ``first`` to ``last`` at which the VTIMEZONE and zoneinfo disagree."""
    known = onsets(timezone(key, Years(first, last)))
    begins = [moment for moment, _ in known]
    steps = (last - first + 1) * 146
    moments = [LAST.replace(year=first) + number * dt.timedelta(hours=60) for number in range(steps)]
    edges = [moment + shift for moment in begins for shift in (-dt.timedelta(seconds=1), dt.timedelta())]
    return [
        moment
        for moment in (*moments, *(edge for edge in edges if first <= edge.year <= last))
        if known[bisect.bisect(begins, moment) - 1][1]
        != moment.replace(tzinfo=dt.UTC).astimezone(zone(key)).utcoffset()
        or moment < begins[0]
    ]


@pytest.mark.slow
@for_each("key", KEYS)
def test_timezone_agrees_with_zoneinfo_over_forty_years(key):
    assert differences(key, 2000, 2040) == []


@for_each("key", KEYS)
@for_each("year", [1975, 1996, 2007, 2025, 2026])
def test_timezone_agrees_with_zoneinfo_in_one_year(key, year):
    assert differences(key, year, year) == []


def test_timezone_with_a_current_rule_has_no_end_and_no_list():
    assert write(timezone("America/New_York", Years(2025, 2025))).decode().split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:America/New_York",
        "BEGIN:DAYLIGHT",
        "DTSTART:20070311T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
        "TZNAME:EDT",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20071104T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        "TZOFFSETFROM:-0400",
        "TZOFFSETTO:-0500",
        "TZNAME:EST",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


def rules(key, first, last):
    return [str(value) for part in timezone(key, Years(first, last)).components for value in part.values("RRULE")]


@for_each(
    "key, years, expected",
    {
        "no change since 1991": ("Asia/Shanghai", (2025, 2025), []),
        "a rule that ended, and the next": (
            "America/New_York",
            (1999, 2006),
            [
                "FREQ=YEARLY;UNTIL=20061029T060000Z;BYMONTH=10;BYDAY=-1SU",
                "FREQ=YEARLY;UNTIL=20060402T070000Z;BYMONTH=4;BYDAY=1SU",
                "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
                "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            ],
        ),
        "only past rules": (
            "America/New_York",
            (1990, 1992),
            [
                "FREQ=YEARLY;UNTIL=19931031T060000Z;BYMONTH=10;BYDAY=-1SU",
                "FREQ=YEARLY;UNTIL=19930404T070000Z;BYMONTH=4;BYDAY=1SU",
            ],
        ),
        "two days after the fourth Thursday less one": (
            "Asia/Jerusalem",
            (2025, 2025),
            [
                "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR",
                "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            ],
        ),
        "the day after the last Thursday may be in the next month": ("Africa/Cairo", (2025, 2025), []),
        "by the moon": ("Africa/Casablanca", (2020, 2025), []),
    },
)
def test_timezone_uses_rules_where_changes_follow_a_rule(key, years, expected):
    assert rules(key, *years) == expected


@for_each("key", ["Europe/Dublin", "Africa/Casablanca"])
def test_timezone_calls_the_clock_that_is_ahead_daylight(key):
    ahead = {"DAYLIGHT": [], "STANDARD": []}
    for observance in timezone(key, Years(2022, 2024)).components:
        ahead[observance.name] += observance.values("TZOFFSETTO")
    assert {kind: set(offsets) for kind, offsets in ahead.items()} == {"DAYLIGHT": {"+0100"}, "STANDARD": {"+0000"}}


def test_timezone_before_all_changes_has_local_mean_time():
    (observance,) = timezone("Asia/Kolkata", Years(1800, 1801)).components
    assert [(name, value) for name, value, _ in observance.properties] == [
        ("DTSTART", "17991231T055328"),
        ("TZOFFSETFROM", "+055328"),
        ("TZOFFSETTO", "+055328"),
        ("TZNAME", "LMT"),
    ]


def event(*moments):
    return Component("VEVENT", tuple(Property("DTSTART", moment) for moment in moments))


def test_timezones_of_local_times_are_sorted_by_name():
    used = timezones(
        [
            event(dt.date(2025, 4, 13), dt.datetime(2025, 4, 13, tzinfo=dt.UTC)),
            event(dt.datetime(2025, 4, 13, tzinfo=zone("Europe/Berlin"))),
            event(
                dt.datetime(2027, 4, 13, tzinfo=zone("Asia/Gaza")), dt.datetime(2025, 4, 13, tzinfo=zone("Asia/Gaza"))
            ),
        ]
    )
    assert used == (timezone("Asia/Gaza", Years(2025, 2027)), timezone("Europe/Berlin", Years(2025, 2025)))
