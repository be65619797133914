"""Where on a calendar a moment stands: at an instant, on whole days, or nowhere."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from confkit.model import Days, Hours, When, zone

__all__ = ["Moment", "hours_on", "of_days", "of_when"]

Moment = dt.datetime | dt.date
"""An instant (in UTC or an IANA zone) or a whole day."""

_DAY = dt.timedelta(days=1)


def of_when(when: object) -> Moment | None:
    """Return where a moment stands: an instant where one follows, else its day; ``None`` where no day is known.

    A day is never given an hour: what was not stated is said in words.
    """
    if not isinstance(when, When) or when.date.day is None:
        return None
    if when.missing:
        return when.date.first
    local = when.local
    if local is not None and isinstance(when.zone, ZoneInfo) and (when.fold is None or when.local_problem is None):
        return local.replace(microsecond=0, tzinfo=when.zone)
    # AoE and fixed offsets have no IANA name; a local time that exists twice means the first (RFC 5545 3.3.5).
    return when.window()[0]


def of_days(days: object) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day, both included; ``None`` where they are not known to the day."""
    return (days.first.first, days.last.last) if isinstance(days, Days) and days.precise else None


def hours_on(day: dt.date, hours: Hours, timezone: str) -> tuple[dt.datetime, dt.datetime]:
    """Return opening and closing on a day, local to ``timezone``; closing before opening is on the next day."""
    closing_day = day if hours.closes > hours.opens else day + _DAY
    return _local(day, hours.opens, timezone), _local(closing_day, hours.closes, timezone)


def _local(day: dt.date, time: dt.time, timezone: str) -> dt.datetime:
    """Return a time on the clock of a zone, or in UTC where the clock shows it twice or never.

    RFC 5545 3.3.5 means the first of two, and readers take the second.
    """
    moment = dt.datetime.combine(day, time, tzinfo=zone(timezone))
    return moment if moment.utcoffset() == moment.replace(fold=1).utcoffset() else moment.astimezone(dt.UTC)
