"""What cannot be right in an entry, each with the field to fill or to mend."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from confkit.errors import Finding, UnwritableError
from confkit.ical._identity import midnight, stamp
from confkit.ical._values import is_seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.ical._entry import Entry
    from confkit.ical._moments import Moment

__all__ = ["problems"]

_OUTSIDE = {dt.datetime.min.replace(tzinfo=dt.UTC), dt.datetime.max.replace(tzinfo=dt.UTC)}
"""What an instant before the year 1 and one after the year 9999 are held to be."""


def problems(entry: Entry) -> Iterator[Finding]:
    """Yield what keeps an entry from being written."""
    try:
        stamp(entry.changed)
    except UnwritableError as error:
        yield from error.findings
    if not all(is_seen(value) for _, value in entry.conference.name.items()):
        message = "the name contains no character that a calendar can store, so the entry would have no title"
        hint = "write a name with visible characters"
        yield Finding(code="ical.unseen", message=message, path="name", value=ascii(entry.conference.name), hint=hint)
    if not _OUTSIDE.isdisjoint((entry.start, entry.end)):
        message = "in UTC it is outside of the years 1 to 9999, to which calendars are limited"
        hint = "check the year"
        yield Finding(code="ical.year", message=message, path=entry.path, rule="RFC 5545 3.3.4", hint=hint)
    elif entry.end is not None:
        yield from _end(entry, entry.end)


def _end(entry: Entry, end: Moment) -> Iterator[Finding]:
    if end == dt.date.max:
        message = "a calendar states the day after the last day, and there is none after this day"
        yield Finding(code="ical.year", message=message, path=entry.path, value=str(end), rule="RFC 5545 3.6.1")
    closes, opens = _instant(end), _instant(entry.start)
    # A day lasts until the next; an instant that is the end has to be later than the start.
    if closes < opens or (closes == opens and isinstance(end, dt.datetime)):
        is_event = entry.kind == "event"
        yield Finding(
            code="ical.order",
            message="the end is not after the start",
            path="hours" if is_event else entry.path,
            value=f"{entry.start} to {end}",
            rule="RFC 5545 3.8.2.2",
            hint="write hours that exist on that day" if is_event else "correct one of the two",
        )


def _instant(moment: Moment) -> dt.datetime:
    if not isinstance(moment, dt.datetime):
        return midnight(moment)
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:  # on the first and on the last day that Python knows
        return moment.replace(tzinfo=dt.UTC)
