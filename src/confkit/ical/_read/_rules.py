"""What offset a VTIMEZONE states at a local time (RFC 5545 3.6.5): rules of one change a year, and listed changes.

Other rules are not followed: a calendar can state rules that take hours to follow, and no zone on earth has them.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from confkit.ical._read._values import date, local

if TYPE_CHECKING:
    from confkit.ical._lines import Line
    from confkit.ical._read._blocks import Block

__all__ = ["Rules", "offset_at", "rules_of"]

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OFFSET = re.compile(r"([+-])([0-9]{2})([0-9]{2})([0-9]{2})?")
_DAY = re.compile(rf"([+-]?[1-4])({'|'.join(_WEEKDAYS)})")
_MOST = 1000
"""As many listed changes and observances as a zone may have: those of the longest history are fewer than 300."""


class _Yearly(NamedTuple):
    """A change on, say, the last Sunday (-1, 6) of a month, every year, perhaps until some time.

    A fifth Sunday, which not every month has, begins no change of clocks on earth.
    """

    month: int
    nth: int
    weekday: int
    until: dt.datetime | None


class _Observance(NamedTuple):
    """A STANDARD or DAYLIGHT: when it begins, by the clocks before, and what the offset is then and was before."""

    onsets: tuple[dt.datetime, ...]
    rule: _Yearly | None
    before: dt.timedelta
    after: dt.timedelta


Rules = tuple[_Observance, ...]
"""All observances of a zone; at least one."""


def rules_of(block: Block) -> Rules | None:
    """Return the rules of a VTIMEZONE; ``None`` where one of them cannot be made out."""
    inner = [one for one in block.inner if one.name in {"STANDARD", "DAYLIGHT"}]
    found = [_observance(one) for one in inner[:_MOST]]
    known = tuple(one for one in found if one is not None)
    return known if known and len(known) == len(inner) else None


def offset_at(rules: Rules, time: dt.datetime) -> dt.timedelta:
    """Return the offset at a local time; before all changes, that from which the first of them changes."""
    begun = [(onset, one.after) for one in rules if (onset := _last_onset(one, time)) is not None]
    if begun:
        return max(begun)[1]
    return min(rules, key=lambda one: min(one.onsets)).before


def _observance(block: Block) -> _Observance | None:
    start = _onset(block.value("DTSTART"))
    before, after = _offset(block.value("TZOFFSETFROM")), _offset(block.value("TZOFFSETTO"))
    if start is None or before is None or after is None:
        return None
    listed = [local(value) for line in block.lines("RDATE")[:_MOST] for value in line.value.split(",", _MOST)]
    rules = block.lines("RRULE")
    rule = _yearly(rules[0]) if rules else None
    if None in listed or len(listed) > _MOST or len(rules) > 1 or (rules and rule is None):
        return None
    onsets = (start, *(one.time for one in listed if one))
    return _Observance(onsets, rule, before, after)


def _onset(value: str) -> dt.datetime | None:
    """Return an onset; some programs write one of midnight as a day."""
    time, day = local(value), date(value)
    if time is None and day is not None:
        return dt.datetime.combine(day, dt.time())
    return time and time.time


def _offset(value: str) -> dt.timedelta | None:
    match = _OFFSET.fullmatch(value)
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    found = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if found >= dt.timedelta(days=1):
        return None
    return -found if match[1] == "-" else found


def _yearly(line: Line) -> _Yearly | None:
    """Return the rule "the nth weekday of a month, every year"; ``None`` for any other.

    Hours and minutes are those of DTSTART, as they are in every zone seen.
    """
    parts = dict(part.split("=", 1) for part in line.value.upper().split(";", 20) if "=" in part)
    plain = {"FREQ", "BYMONTH", "BYDAY", "UNTIL", "INTERVAL", "WKST", "BYHOUR", "BYMINUTE", "BYSECOND"}
    day = _DAY.fullmatch(parts.get("BYDAY", ""))
    month = parts.get("BYMONTH", "")
    if not set(parts) <= plain or parts.get("FREQ") != "YEARLY" or parts.get("INTERVAL", "1") != "1" or day is None:
        return None
    if month not in {str(number) for number in range(1, 13)}:
        return None
    until = local(parts["UNTIL"]) if "UNTIL" in parts else None
    if "UNTIL" in parts and (until is None or not 1 < until.time.year < dt.MAXYEAR):
        return None
    return _Yearly(int(month), int(day[1]), _WEEKDAYS.index(day[2]), until.time if until else None)


def _last_onset(one: _Observance, time: dt.datetime) -> dt.datetime | None:
    """Return when an observance last began, at ``time`` or before."""
    found = [onset for onset in one.onsets if onset <= time]
    if one.rule:
        first = one.onsets[0]
        # RFC 5545 3.3.10: UNTIL is in UTC; the offset before the change turns it into the clocks' time.
        last = min(time, one.rule.until + one.before) if one.rule.until else time
        # In the year before the first, and in the last that Python knows, there is nothing to find.
        years = (year for year in (last.year - 1, last.year) if dt.MINYEAR < year < dt.MAXYEAR)
        onsets = (_in_year(one.rule, year, first) for year in years)
        found += [onset for onset in onsets if first <= onset <= last]
    return max(found, default=None)


def _in_year(rule: _Yearly, year: int, first: dt.datetime) -> dt.datetime:
    weeks = calendar.Calendar().monthdatescalendar(year, rule.month)
    days = [week[rule.weekday] for week in weeks if week[rule.weekday].month == rule.month]
    number = rule.nth - 1 if rule.nth > 0 else rule.nth
    return dt.datetime.combine(days[number], first.time())
