"""What offset a VTIMEZONE states at a local time (RFC 5545 3.6.5): rules of one change a year, and listed changes.

Other rules are not followed: a calendar can state rules that take hours to follow, and no zone on earth has them.
"""

from __future__ import annotations

import bisect
import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from confkit.ical._clock import date, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["STATED", "Observance", "Rules", "observance", "offset_at", "rules_of"]

STATED = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RDATE", "RRULE")
"""The properties of STANDARD and DAYLIGHT that say what the clocks show."""

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OFFSET = re.compile(r"([+-])([0-9]{2})([0-9]{2})([0-9]{2})?")
_DAY = re.compile(rf"([+-]?[1-4])({'|'.join(_WEEKDAYS)})")
_MOST = 1000
"""As many listed changes as a zone may have: those of the longest history are fewer than 300."""

_MOST_RULES = 30
"""As many rules: each is looked at for each time. The zones of the longest history have a dozen."""


class _Yearly(NamedTuple):
    """A change on, say, the last Sunday (-1, 6) of a month, every year, perhaps until some time.

    A fifth Sunday, which not every month has, begins no change of clocks on earth.
    """

    month: int
    nth: int
    weekday: int
    until: dt.datetime | None


class Observance(NamedTuple):
    """A STANDARD or DAYLIGHT: when it begins, by the clocks before, and what the offset is then and was before."""

    onsets: tuple[dt.datetime, ...]
    rule: _Yearly | None
    before: dt.timedelta
    after: dt.timedelta


class _Change(NamedTuple):
    """A change of clocks; of two at once the one to the greater offset comes last."""

    onset: dt.datetime
    after: dt.timedelta
    before: dt.timedelta


class Rules(NamedTuple):
    """All observances of a zone: at least one change, in order of time, and what comes back every year."""

    listed: tuple[_Change, ...]
    yearly: tuple[tuple[Observance, _Yearly], ...]


def rules_of(observances: Iterable[Observance | None]) -> Rules | None:
    """Return the rules of a VTIMEZONE by its observances; ``None`` where one of them cannot be made out."""
    listed: list[_Change] = []
    yearly: list[tuple[Observance, _Yearly]] = []
    for one in observances:
        if one is None:
            return None
        listed += (_Change(onset, one.after, one.before) for onset in one.onsets)
        yearly += ((one, one.rule),) if one.rule else ()
        if len(listed) > _MOST or len(yearly) > _MOST_RULES:
            return None
    return Rules(tuple(sorted(listed)), tuple(yearly)) if listed else None


def offset_at(rules: Rules, time: dt.datetime) -> dt.timedelta:
    """Return the offset at a local time; before all changes, that from which the first of them changes.

    RFC 5545 3.3.5: an hour that comes twice is the first; one that is left out has the offset before it.
    """
    at = bisect.bisect_right(rules.listed, time, key=lambda change: change.onset)
    begun = [rules.listed[at - 1]] if at else []
    begun += (
        _Change(onset, one.after, one.before)
        for one, rule in rules.yearly
        if (onset := _last_onset(one, rule, time)) is not None
    )
    if not begun:
        return rules.listed[0].before
    last = max(begun)
    return last.before if time - last.onset < last.after - last.before else last.after


def observance(stated: Mapping[str, Sequence[str]]) -> Observance | None:
    """Return what a STANDARD or DAYLIGHT says; ``stated`` holds the values of the properties in `STATED`."""
    start, before, after = (_first(stated, name) for name in STATED[:3])
    onset, earlier, later = _onset(start), _offset(before), _offset(after)
    if onset is None or earlier is None or later is None:
        return None
    listed = [local(one.strip()) for value in stated.get("RDATE", ())[:_MOST] for one in value.split(",", _MOST)]
    rules = stated.get("RRULE", ())
    rule = _yearly(rules[0]) if rules else None
    if None in listed or len(listed) > _MOST or len(rules) > 1 or (rules and rule is None):
        return None
    return Observance((onset, *(one.time for one in listed if one)), rule, earlier, later)


def _first(stated: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(stated.get(name, ())), "").strip()


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


def _yearly(value: str) -> _Yearly | None:
    """Return the rule "the nth weekday of a month, every year"; ``None`` for any other.

    Hours and minutes are those of DTSTART, as they are in every zone seen.
    """
    parts = dict(part.split("=", 1) for part in value.upper().split(";", 20) if "=" in part)
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


def _last_onset(one: Observance, rule: _Yearly, time: dt.datetime) -> dt.datetime | None:
    """Return when an observance last began by its rule, at ``time`` or before."""
    # RFC 5545 3.3.10: UNTIL is in UTC; the offset before the change turns it into the clocks' time.
    last = min(time, rule.until + one.before) if rule.until else time
    for year in (last.year, last.year - 1):
        # In the year before the first, and in the last that Python knows, there is nothing to find.
        if dt.MINYEAR < year < dt.MAXYEAR:
            onset = _in_year(rule, year, one.onsets[0].time())
            if one.onsets[0] <= onset <= last:
                return onset
    return None


def _in_year(rule: _Yearly, year: int, time: dt.time) -> dt.datetime:
    first, length = calendar.monthrange(year, rule.month)
    day = 1 + (rule.weekday - first) % 7
    # Counted from the end, the last of them is day, or the fourth or fifth after it.
    day += 7 * (rule.nth - 1) if rule.nth > 0 else (length - day) // 7 * 7 + 7 * (rule.nth + 1)
    return dt.datetime.combine(dt.date(year, rule.month, day), time)
