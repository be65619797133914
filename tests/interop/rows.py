"""Entries of calendars as rows, and the expected rows, computed from the model."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from calendars import stored
from confkit import Conference, Days, When
from confkit.errors import AmbiguousTimeError
from confkit.ical._events import events, wanted
from confkit.ical._identity import uid
from confkit.model import zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from confkit.ical._component import Component
    from confkit.model import Catalog

__all__ = ["Read", "Row", "arranged", "expected", "moments", "plain"]

Read: TypeAlias = int | str
"""A time as seconds since 1970, or a whole day as ``2025-04-13``."""

_DAY = dt.timedelta(days=1)


class Row(NamedTuple):
    """A VEVENT; a missing end is ``None``, a missing text is empty.

    ``place`` is the UID of its VLOCATION (RFC 9073 7.2), which only the expected rows contain.
    """

    uid: str
    start: Read
    end: Read | None
    summary: str
    description: str
    location: str
    status: str
    place: str = ""


def plain(moment: dt.date | dt.datetime) -> Read:
    """Return a time in seconds, or a day as text; icalendar takes time zones from the machine, so only names count."""
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    if moment.tzinfo is not dt.UTC:
        moment = moment.replace(tzinfo=zone(str(getattr(moment.tzinfo, "key", None))))
    return int(moment.timestamp())


def arranged(rows: Iterable[Row]) -> list[Row]:
    """Return rows in an order that is independent of the reader."""
    return sorted(rows, key=str)


def expected(subject: Conference | Catalog, language: str | Sequence[str]) -> list[Row]:
    """Return the expected rows: times from the model, texts from the components before they are written."""
    each = (subject,) if isinstance(subject, Conference) else tuple(subject)
    options = wanted(subject, language=language)
    components = {row["UID"]: row for one in each for row in map(_values, events(one, options))}
    times = dict(pair for one in each for pair in moments(one))
    assert sorted(components) == sorted(times)
    return arranged(
        Row(
            key,
            *times[key],
            *(
                stored(components[key].get(name, ""))
                for name in ("SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "PLACE")
            ),
        )
        for key in times
    )


def _values(event: Component) -> dict[str, str]:
    places = (str(part.values("UID")[0]) for part in event.components if part.name == "VLOCATION")
    return {"PLACE": next(places, ""), **{item.name: str(item.value) for item in event.properties}}


def moments(conference: Conference) -> Iterator[tuple[str, tuple[Read, Read | None]]]:
    """Yield the UID, the start and the end of each entry of a conference."""
    past = [row.days for row in reversed(conference.history)]
    days = next((days for days in (conference.days, *past) if isinstance(days, Days)), None)
    if days:
        yield uid(conference), _event(conference, days)
    for venue in conference.venues:
        if venue.days:
            yield uid(conference, ("venue", venue.id)), _days(venue.days.first.first, venue.days.last.last)
    for call in conference.calls:
        for deadline in call.deadlines:
            yield uid(conference, ("call", call.id, deadline.id)), _due(deadline.at)
    for milestone in conference.milestones:
        yield uid(conference, ("milestone", milestone.id)), _due(milestone.at)
    window = conference.registration
    if window and isinstance(window.opens, When) and isinstance(window.closes, When):
        days_only = isinstance(_due(window.opens)[0], str) or isinstance(_due(window.closes)[0], str)
        first, last = window.opens.date.first, window.closes.date.first
        yield (
            uid(conference, ("registration",)),
            _days(first, last) if days_only else (_due(window.opens)[0], _due(window.closes)[0]),
        )


def _event(conference: Conference, days: Days) -> tuple[Read, Read]:
    first, last, hours = days.first.first, days.last.last, conference.hours
    if hours is None or conference.local_timezone is None or first != last:
        return _days(first, last)
    local = zone(conference.local_timezone)
    closing = first + _DAY if hours.closes <= hours.opens else first
    ends = dt.datetime.combine(first, hours.opens, local), dt.datetime.combine(closing, hours.closes, local)
    return int(ends[0].timestamp()), int(ends[1].timestamp())


def _days(first: dt.date, last: dt.date) -> tuple[str, str]:
    return first.isoformat(), (last + _DAY).isoformat()


def _due(at: object) -> tuple[Read, Read | None]:
    """Return the instant of a deadline, or its day if the announcement does not state the instant."""
    assert isinstance(at, When)
    try:
        return int(at.instant().timestamp()), None
    except AmbiguousTimeError:
        return _days(at.date.first, at.date.first)
