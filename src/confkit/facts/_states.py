"""Whether one can still take part, at the moment of the reader: calls, registration, tickets."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from confkit.facts._dates import date_label, deciding
from confkit.model import Pending, When
from confkit.model.zones import local_time
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import CallForProposals, Registration, Ticket

__all__ = ["call_state", "registration_state", "ticket_state"]

_LEFT: Final = {
    False: message("state of a call", "{state}, {left}"),
    True: message("state of a call", "{state}, at most {left}"),
}
_LEFT_UNTIL: Final = {
    False: message("state of a call", "{state}, {left} until the {deadline}"),
    True: message("state of a call", "{state}, at most {left} until the {deadline}"),
}
_CLOSES: Final = {
    False: message("state of a call", "{state}, closes {left}"),
    True: message("state of a call", "{state}, closes {left} at the latest"),
}
"""Whether the last moment is one that something closes by, perhaps earlier."""

_DAY: Final = dt.timedelta(days=1)
_MOMENT: Final = dt.timedelta.resolution
"""What parts the last moment of a day from the midnight that ends it."""


def call_state(teller: Teller, call: CallForProposals) -> Runs:
    """Return whether one can submit now, and how many days are left in the reader's zone.

    Empty without a moment, where nothing decides, and of an event that does not take place.
    """
    if teller.now is None or teller.conference.status == "cancelled" or call.state(teller.now) == "unknown":
        return ()
    state = call.state(teller.now)
    if state == "uncertain" and isinstance(call.opens, When) and teller.now < call.opens.start_window()[1]:
        return teller.say("state of a call", "opening or already open")
    said, one = teller.term("state", state, call=call.kind), deciding(call, teller.now, (state,))
    if one is None or state == "closed" or one.state(teller.now) != state:
        return said
    several = sum(other.closes_something for other in call.deadlines) > 1
    which = date_label(teller, one, call, small=True) if several else ()
    if state == "open":
        said = _with_days_left(teller, teller.now, said, one.at, which)
    else:
        said = _closing(teller, one.at, which)
    return teller.clauses([said, *_passed(teller, call, teller.now)]) if several else said


def registration_state(teller: Teller, told: Registration) -> Runs:
    """Return whether one can register now; empty without a moment, and where nothing decides.

    Where no day is stated on which registration opens, it is open until it closes, unless details are still expected.
    """
    now, opens, closes = teller.now, told.opens, told.closes
    if now is None:
        return ()
    ends = closes.end_window() if isinstance(closes, When) else None
    if ends and ends[1] <= now:
        return teller.term("state", "closed")
    if isinstance(opens, When) and now < opens.start_window()[1]:
        upcoming = teller.term("state", "upcoming")
        return upcoming if now < opens.start_window()[0] else teller.say("state of a call", "opening or already open")
    unknown = isinstance(opens, Pending) or (opens is None and told.details_expected is not None)
    if closes is None or ends is None or unknown:
        return ()
    if ends[0] <= now:
        return _closing(teller, closes, ())
    return _with_days_left(teller, now, teller.say("state of registration", "open"), closes, ())


def ticket_state(teller: Teller, ticket: Ticket) -> Runs:
    """Return that a ticket is no longer sold, or that nobody can tell; empty while it is, and without a moment."""
    if teller.now is None or ticket.until is None:
        return ()
    first, last = ticket.until.end_window()
    if last <= teller.now:
        return teller.say("state of a ticket", "no longer available")
    if first <= teller.now:
        return teller.say("state of a ticket", "ending or no longer available")
    return ()


def _closing(teller: Teller, at: When | Pending, which: Runs) -> Runs:
    """That nobody can tell whether the last moment has passed, and what it is that nobody stated."""
    if not which and isinstance(at, When) and set(at.missing) == {"hour", "zone"}:
        return teller.term("state", "uncertain")
    said = teller.say("state of a call", "closing or already closed")
    no_day = isinstance(at, When) and at.date.day is None
    return teller.aside(said, which, teller.say("not stated", "no day stated") if no_day else ())


def _passed(teller: Teller, call: CallForProposals, now: dt.datetime) -> Iterator[Runs]:
    """Which of the dates are over without which one cannot submit, or that others had."""
    for one in call.deadlines:
        if one.kind in {"abstract", "submission"} and isinstance(one.at, When) and one.state(now) == "closed":
            name = date_label(teller, one, call, small=True)
            yield teller.say("state of a call", "the {deadline} has passed", deadline=name)


def _with_days_left(teller: Teller, now: dt.datetime, said: Runs, at: When | Pending, which: Runs) -> Runs:
    """That something is open, and for how many days; ``which`` is the date that these are counted to."""
    calendar = _calendar(teller, at)
    day = _last_day(at, calendar)
    if day is None:
        return said
    today = _day(now, calendar)
    left = teller.own(teller.words.relative(day, today))
    at_most = isinstance(at, When) and teller.words.is_bound(at)
    if (day - today).days < 2:
        return teller.aside(teller.say(*_CLOSES[at_most], state=said, left=left), which)
    if which:
        return teller.say(*_LEFT_UNTIL[at_most], state=said, left=left, deadline=which)
    return teller.say(*_LEFT[at_most], state=said, left=left)


def _calendar(teller: Teller, at: When | Pending) -> dt.tzinfo | None:
    """The zone in which days are counted: the reader's, else the one that the last moment is stated in."""
    return at.zone if teller.zone is None and isinstance(at, When) else teller.zone


def _last_day(at: When | Pending, calendar: dt.tzinfo | None) -> dt.date | None:
    """The day of a last moment in that calendar; ``None`` where no day is known."""
    if isinstance(at, Pending) or at.date.day is None:
        return None
    if at.zone is None:
        return at.date.first
    end = at.end_window()[1]
    # Without a time, and at 24:00, the last moment is the end of the day.
    return _day(end - _MOMENT if at.time is None else end, calendar)


def _day(at: dt.datetime, calendar: dt.tzinfo | None) -> dt.date:
    """The day of an instant in a calendar, in UTC where that has no such day or is not known."""
    local = local_time(at, calendar) if calendar else None
    return (local or at).date()
