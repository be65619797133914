"""VTIMEZONEs for the times that a calendar holds (RFC 5545 3.6.5), from the tzdata package alone.

A rule that still holds is written without an end, one that ended with UNTIL; changes that no rule says are written one
by one for the years in use. Nothing depends on the machine.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from confkit.ical import _tzif
from confkit.ical._component import Component, Property, Raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Years", "described", "joined", "timezone", "timezones", "used"]

_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_DAY = dt.timedelta(days=1)


class Years(NamedTuple):
    """The first and the last year in which a zone is used, both included."""

    first: int
    last: int


class _Run(NamedTuple):
    """Changes of one kind, one a year without a gap, and the rules that say them all."""

    changes: list[_tzif.Change]
    rules: frozenset[str]


def timezones(components: Iterable[Component]) -> tuple[Component, ...]:
    """Return a VTIMEZONE for each zone of the local times in ``components``, in the order of their names."""
    return described(used(components))


def described(zones: Mapping[str, Years]) -> tuple[Component, ...]:
    """Return a VTIMEZONE for each zone, true in its years, in the order of their names."""
    return tuple(timezone(key, years) for key, years in sorted(zones.items()))


def used(components: Iterable[Component]) -> dict[str, Years]:
    """Return the zones of the local times in ``components``, each with the years from the first to the last."""
    found: dict[str, Years] = {}
    for component in components:
        for _, value, _ in component.properties:
            if isinstance(value, dt.datetime) and isinstance(value.tzinfo, ZoneInfo):
                key, year = value.tzinfo.key, value.year
                first, last = found.get(key, (year, year))
                found[key] = Years(min(first, year), max(last, year))
    return found


def joined(parts: Iterable[Mapping[str, Years]]) -> dict[str, Years]:
    """Return the zones of all parts, each with the years from the first to the last."""
    found: dict[str, Years] = {}
    for part in parts:
        for key, years in part.items():
            known = found.get(key, years)
            found[key] = Years(min(known.first, years.first), max(known.last, years.last))
    return found


def timezone(key: str, years: Years) -> Component:
    """Return the VTIMEZONE of an IANA zone, true in all of ``years``, and after them as long as its rule holds.

    Its first onset lies before the first of the years: without one, readers guess the offset.
    """
    zone = _tzif.zone(key)
    # Moments of the table are in UTC and carry no zone, as in _tzif.
    start = dt.datetime(max(years.first, 2), 1, 1) - _DAY  # noqa: DTZ001
    end = dt.datetime(min(years.last + 2, dt.MAXYEAR), 1, 1)  # noqa: DTZ001
    past, current = _divided(zone, end)
    earlier = [change for change in (*past, *current) if change.at < start]
    past = [change for change in past if change.at >= start or change is earlier[-1]]
    observances = [*_past(past), *((change, f"FREQ=YEARLY;{rule}") for change, rule in current.items())]
    if not earlier:
        observances.append((_tzif.Change(start, zone.first, zone.first), ""))
    return Component(
        "VTIMEZONE",
        (Property("TZID", Raw(key)),),
        tuple(_observance(*observance) for observance in sorted(observances)),
    )


def _divided(zone: _tzif.Zone, end: dt.datetime) -> tuple[list[_tzif.Change], dict[_tzif.Change, str]]:
    """Return the changes before ``end`` that no rule in force says, and the first change of each rule in force."""
    changes, first = _all_changes(zone, end.year)
    rules = {rule: _day_rule(rule) for rule in zone.rules}
    current: dict[_tzif.Change, str] = {}
    if changes[first:] and changes[first].at < end and all(rules.values()):
        current = {
            next(change for change in changes[first:] if _says(rule, change)): text for rule, text in rules.items()
        }
        changes = changes[:first]
    return [change for change in changes if change.at < end], current


def _all_changes(zone: _tzif.Zone, last: int) -> tuple[list[_tzif.Change], int]:
    """Return all changes to a year after ``last``, and from which of them on the rules in force say every one."""
    changes = list(zone.changes)
    if not zone.rules:
        return changes, len(changes)
    years = range(zone.known.year, min(max(zone.known.year, last) + 3, dt.MAXYEAR))
    ahead = (rule.in_year(year) for year in years for rule in zone.rules)
    changes += sorted(change for change in ahead if change.at > zone.known)
    first = len(changes)
    following = changes[-1:]
    while first and changes[first - 1 :][:1] == following:
        first -= 1
        following = _previous(zone.rules, changes[first])
    return changes, first


def _previous(rules: tuple[_tzif.Yearly, ...], change: _tzif.Change) -> list[_tzif.Change]:
    """Return the change before ``change`` if the rules held then, as a list; Havana leaves one out in 2026."""
    years = (change.at.year - 1, change.at.year)
    return sorted(one for year in years for rule in rules if (one := rule.in_year(year)).at < change.at)[-1:]


def _says(rule: _tzif.Yearly, change: _tzif.Change) -> bool:
    return rule.in_year(change.local.year) == change


def _day_rule(rule: _tzif.Yearly) -> str:
    """Return the day of a yearly change in the words of RRULE; nothing where it may fall outside its month."""
    later = rule.time // _DAY
    weekday = _WEEKDAYS[(rule.weekday + later) % 7]
    if not later:
        return f"BYMONTH={rule.month};BYDAY={-1 if rule.week == 5 else rule.week}{weekday}"
    length = calendar.monthrange(2025, rule.month)[1]
    first = (length - 6 if rule.week == 5 else 7 * rule.week - 6) + later
    if first < 1 or first + 6 > length:
        return ""
    days = ",".join(str(day) for day in range(first, first + 7))
    return f"BYMONTH={rule.month};BYMONTHDAY={days};BYDAY={weekday}"


def _past(changes: Iterable[_tzif.Change]) -> Iterator[tuple[_tzif.Change, str]]:
    """Yield changes as rules that ended, where three years or more follow one, else one by one."""
    for run in _runs(changes):
        if len(run.changes) > 2:
            until = run.changes[-1].at
            yield run.changes[0], f"FREQ=YEARLY;UNTIL={_stamp(until)}Z;{min(run.rules)}"
        else:
            yield from ((change, "") for change in run.changes)


def _runs(changes: Iterable[_tzif.Change]) -> list[_Run]:
    runs: list[_Run] = []
    latest: dict[tuple[object, ...], int] = {}
    for change in changes:
        local, rules = change.local, _rules_of(change.local)
        key = (change.before, change.after, local.month, local.time())
        run = runs[latest[key]] if key in latest else None
        if run and run.changes[-1].local.year + 1 == local.year and run.rules & rules:
            runs[latest[key]] = _Run([*run.changes, change], run.rules & rules)
        else:
            latest[key] = len(runs)
            runs.append(_Run([change], rules))
    return runs


def _rules_of(day: dt.datetime) -> frozenset[str]:
    """Return every rule that a day may follow: its date, its weekday counted from the first, or from the last."""
    month, weekday = f"BYMONTH={day.month}", _WEEKDAYS[day.isoweekday() % 7]
    rules = {f"{month};BYMONTHDAY={day.day}"}
    if day.day <= 28:
        rules.add(f"{month};BYDAY={(day.day + 6) // 7}{weekday}")
    if (day + 7 * _DAY).month != day.month:
        rules.add(f"{month};BYDAY=-1{weekday}")
    return frozenset(rules)


def _observance(change: _tzif.Change, rule: str) -> Component:
    """Return one observance; the clocks ahead are DAYLIGHT, as readers expect, in Dublin and Casablanca too."""
    before, after = change.before, change.after
    daylight = after.daylight if after.daylight == before.daylight else after.utc > before.utc
    properties = [
        Property("DTSTART", Raw(_stamp(change.local))),
        Property("TZOFFSETFROM", Raw(_offset(before.utc))),
        Property("TZOFFSETTO", Raw(_offset(after.utc))),
        Property("TZNAME", after.name),
    ]
    if rule:
        properties.insert(1, Property("RRULE", Raw(rule)))
    return Component("DAYLIGHT" if daylight else "STANDARD", tuple(properties))


def _stamp(moment: dt.datetime) -> str:
    """Return a moment in the standard's form; ``strftime`` writes years before 1000 as the machine likes."""
    return moment.isoformat(timespec="seconds").replace("-", "").replace(":", "")


def _offset(offset: dt.timedelta) -> str:
    """RFC 5545 3.3.14."""
    minutes, seconds = divmod(abs(offset) // dt.timedelta(seconds=1), 60)
    text = f"{'-' if offset < dt.timedelta() else '+'}{minutes // 60:02}{minutes % 60:02}"
    return f"{text}{seconds:02}" if seconds else text
