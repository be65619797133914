"""Whether one can still take part, at the moment of the reader: calls, registration, tickets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.facts._dates import date_label, deciding
from confkit.model import Pending, When
from confkit.model.zones import local_time

if TYPE_CHECKING:
    import datetime as dt

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import CallForProposals, Registration, Ticket

__all__ = ["call_state", "registration_state", "ticket_state"]


def call_state(teller: Teller, call: CallForProposals) -> Runs:
    """Return whether one can submit now, and how many days are left in the reader's zone.

    Empty without a moment, where nothing decides, and of an event that does not take place.
    """
    if teller.now is None or teller.conference.status == "cancelled" or call.state(teller.now) == "unknown":
        return ()
    state, one = call.state(teller.now), deciding(call)
    if state == "uncertain" and isinstance(call.opens, When) and teller.now < call.opens.start_window()[1]:
        return _opening(teller, call.opens)
    if state == "uncertain" and one is not None:
        return teller.own(_closing(teller, one.at))
    said = teller.term("state", state, call=call.kind)
    if state != "open" or one is None:
        return said
    several = sum(other.closes_something for other in call.deadlines) > 1
    which = date_label(teller, one, call, small=True) if several else ()
    return _with_days_left(teller, teller.now, said, one.at, which)


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
        return upcoming if now < opens.start_window()[0] else _opening(teller, opens)
    unknown = isinstance(opens, Pending) or (opens is None and told.details_expected is not None)
    if closes is None or ends is None or unknown:
        return ()
    if ends[0] <= now:
        return teller.own(_closing(teller, closes))
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


def _opening(teller: Teller, at: When) -> Runs:
    """That nobody can tell whether the first moment has passed, and what it is that nobody stated."""
    said = teller.say("state of a call", "opening or already open")
    return teller.aside(said, teller.own(teller.words.unstated(at)))


def _closing(teller: Teller, at: When | Pending) -> str:
    """That nobody can tell whether the last moment has passed, and what it is that nobody stated."""
    missing = set() if isinstance(at, Pending) else set(at.missing)
    if "day" in missing:
        return teller.words.say("state of a call", "closing or already closed (no day stated)")
    if missing == {"zone"}:
        return teller.words.say("state of a call", "closing or already closed (no time zone stated)")
    return teller.words.term("state", "uncertain")


def _with_days_left(teller: Teller, now: dt.datetime, said: Runs, at: When | Pending, which: Runs) -> Runs:
    """That something is open, and for how many days; ``which`` is the date that these are counted to."""
    day = _last_day(teller, at)
    if day is None:
        return said
    today = _day(teller, now)
    left = teller.own(teller.words.relative(day, today))
    if (day - today).days < 2:
        said = teller.say("state of a call", "{state}, closes {day}", state=said, day=left)
    else:
        said = teller.say("state of a call", "{state}, {days_left}", state=said, days_left=left)
    return teller.aside(said, which)


def _last_day(teller: Teller, at: When | Pending) -> dt.date | None:
    """The day of a last moment as the reader's calendar has it; ``None`` where no day is known."""
    if isinstance(at, Pending) or at.date.day is None:
        return None
    if at.missing or teller.zone is None:
        return at.date.first
    return _day(teller, at.instant())


def _day(teller: Teller, at: dt.datetime) -> dt.date:
    """The day of an instant in the reader's calendar, in UTC where that has no such day."""
    local = local_time(at, teller.zone) if teller.zone else None
    return (local or at).date()
