"""Which calendar entries a conference has, and what of it cannot become one."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from confkit.errors import Finding, UnwritableError
from confkit.ical._entry import Edge, Entry, Kind
from confkit.ical._identity import status_changes, when_changed
from confkit.ical._moments import Moment, hours_on, of_days, of_when
from confkit.ical._sound import problems
from confkit.ical._withdrawn import Withdrawn, at_venue, called_off, withdrawn, without_day
from confkit.model import CallForProposals, Conference, Deadline, Pending, When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["entries", "last_dated"]

Draft: TypeAlias = Entry | Finding
"""An entry, or a note on why there is none."""


def entries(conference: Conference, kinds: frozenset[Kind]) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """Return the entries of these kinds, and a note on each date that has no place on a calendar.

    Raises:
        UnwritableError: an entry cannot be right; each finding names the field to fill or to mend.
    """
    drafts = [draft for kind, make in _MAKERS.items() if kind in kinds for draft in make(conference)]
    found = tuple(draft for draft in drafts if isinstance(draft, Entry))
    wrong = dict.fromkeys(problem for entry in found for problem in problems(entry))
    if wrong:
        raise UnwritableError(*wrong)
    return found, tuple(draft for draft in drafts if isinstance(draft, Finding))


def _event(conference: Conference) -> Iterator[Draft]:
    known = of_days(conference.days)
    former = (days for row in reversed(conference.history) if (days := of_days(row.days)))
    days = known or next(former, None)
    if days is None:
        yield _no_day("days", conference.days)
        return
    start: Moment
    end: Moment
    start, end = days
    timezone = conference.local_timezone
    if conference.hours and timezone and start == end < dt.date.max:
        start, end = hours_on(start, conference.hours, timezone)
    rows = [row.replaced for row in conference.history]
    yield Entry(
        conference=conference,
        kind="event",
        path="days",
        start=start,
        end=end,
        day=days[0],
        # Postponed without new days: what subscribers hold is called off until days are known again.
        withdrawn=withdrawn(conference) or (None if known else without_day(conference.days)),
        tentative=conference.status == "tentative",
        sequence=len(rows),
        changed=when_changed(rows, conference),
        venue=None if conference.attendance == "online" else conference.main_venue,
    )


def _venues(conference: Conference) -> Iterator[Draft]:
    rows = [row.replaced for row in conference.history]
    for number, venue in enumerate(conference.venues):
        path, days = f"venues[{number}].days", of_days(venue.days)
        if days:
            yield Entry(
                conference=conference,
                kind="venue",
                ids=("venue", venue.id),
                path=path,
                start=days[0],
                end=days[1],
                day=days[0],
                withdrawn=at_venue(conference, days[1]),
                tentative=conference.status == "tentative",
                sequence=len(rows),
                changed=when_changed(rows, conference),
                venue=venue,
            )
        elif venue.days:
            yield _no_day(path, venue.days)


def _deadlines(conference: Conference) -> Iterator[Draft]:
    for number, call in enumerate(conference.calls):
        if not call.deadlines:
            yield _no_day(f"calls[{number}].deadlines", None)
        for place, deadline in enumerate(call.deadlines):
            path, ids = f"calls[{number}].deadlines[{place}].at", ("call", call.id, deadline.id)
            yield _deadline(conference, deadline, path, ids, call)


def _milestones(conference: Conference) -> Iterator[Draft]:
    for number, milestone in enumerate(conference.milestones):
        yield _deadline(conference, milestone, f"milestones[{number}].at", ("milestone", milestone.id))


def _deadline(
    conference: Conference, deadline: Deadline, path: str, ids: tuple[str, ...], call: CallForProposals | None = None
) -> Draft:
    """Return the entry of a deadline of a call, or of a milestone of the event."""
    dated = last_dated(deadline)
    if dated is None:
        return _no_day(path, deadline.at)
    when, at = dated
    rows, day = [*(row.replaced for row in deadline.history), *status_changes(conference)], when.date.first
    return Entry(
        conference=conference,
        kind="deadline" if call else "milestone",
        ids=ids,
        path=path,
        start=at,
        end=None if isinstance(at, dt.datetime) else at,
        day=day,
        withdrawn="cancelled" if called_off(conference, day) else _without_day(deadline, when),
        sequence=len(rows),
        changed=when_changed([*rows, deadline.announced], conference),
        deadline=deadline,
        call=call,
    )


def _without_day(deadline: Deadline, last: When) -> Withdrawn:
    return None if last is deadline.at else without_day(deadline.at)


def last_dated(deadline: Deadline) -> tuple[When, Moment] | None:
    """Return when a deadline is, or was before it had no day any more, and where that stands on a calendar.

    ``None`` where it never had a day.
    """
    for when in (deadline.at, *[row.at for row in reversed(deadline.history)]):
        moment = of_when(when)
        if moment is not None and isinstance(when, When):
            return when, moment
    return None


def _windows(conference: Conference) -> Iterator[Draft]:
    registration = conference.registration
    if registration is None:
        return
    if registration.details_expected:
        yield _no_day("registration.details_expected", registration.details_expected)
    known: dict[Edge, tuple[When, Moment]] = {}
    ends: tuple[tuple[Edge, object], ...] = (("opens", registration.opens), ("closes", registration.closes))
    for name, value in ends:
        moment = of_when(value)
        if moment and isinstance(value, When):
            known[name] = value, moment
        elif value:
            yield _no_day(f"registration.{name}", value)
    if known:
        yield _window(conference, known)


def _window(conference: Conference, known: Mapping[Edge, tuple[When, Moment]]) -> Entry:
    """Return the entry of a registration from its ends; whole days where one of them has no hour."""
    (opens, start), *_, (closes, end) = (*known.values(), *known.values())
    if isinstance(start, dt.datetime) != isinstance(end, dt.datetime):
        start, end = opens.date.first, closes.date.first
    rows = status_changes(conference)
    return Entry(
        conference=conference,
        kind="window",
        ids=("registration",),
        path="registration.closes",
        start=start,
        end=None if isinstance(end, dt.datetime) and start == end else end,
        day=opens.date.first,
        withdrawn="cancelled" if called_off(conference, closes.date.first) else None,
        sequence=len(rows),
        changed=when_changed(rows, conference),
        edge=None if len(known) == 2 else next(iter(known)),
    )


_MAKERS: Final[Mapping[str, Callable[[Conference], Iterator[Draft]]]] = MappingProxyType(
    {"event": _event, "venue": _venues, "deadline": _deadlines, "milestone": _milestones, "window": _windows}
)


def _no_day(path: str, value: object) -> Finding:
    """Return the note on a date that a calendar has no day for."""
    return Finding(
        code="ical.no-day",
        level="note",
        message="no day is known, so it has no calendar entry",
        path=path,
        value=value.reason if isinstance(value, Pending) else None if value is None else str(value),
    )
