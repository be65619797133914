"""The clauses on what is back: a date that had moved in between, an event that was cancelled."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from confkit.facts._change_values import change_value, ends, short
from confkit.facts._moments import restored
from confkit.model import Days, Deadline
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from confkit.changes import Change
    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import Pending
    from confkit.words import Message

__all__ = ["date_back", "days_back", "days_between", "not_cancelled", "not_cancelled_and"]

_NOW: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "event.confirmed": message("change of an event", "the event will take place after all"),
        "event.moved_online": message(
            "change of a cancelled status", "the event is no longer cancelled but moves online"
        ),
        "event.postponed": message("change of a cancelled status", "the event is no longer cancelled but postponed"),
        "event.rescheduled": message("change of an event", "the event will take place after all"),
        "event.tentative": message("change of a cancelled status", "the event is no longer cancelled but tentative"),
    }
)
"""What it means that an event has a status, after it was cancelled."""

_RESCHEDULED: Final[Mapping[bool, Message]] = MappingProxyType(
    {
        False: message(
            "change of a cancelled status",
            "the event is no longer cancelled and has been rescheduled from {before} to {after}",
        ),
        True: message(
            "change of a cancelled status and several days",
            "the event is no longer cancelled and has been rescheduled from {before} to {after}",
        ),
    }
)
"""By whether there are several days, before or after."""

_POSTPONED: Final = message(
    "change of a cancelled status",
    "the event is no longer cancelled but postponed; it was planned for {before}, and a new date will be announced",
)
_MOVED_AND_BACK: Final = message("change and back", "the event has been moved to {between} and back to {after}")


def date_back(teller: Teller, about: Deadline, label: Runs, *, year: bool) -> Runs:
    """Return that a date of the new version is that of the old one again, after its history held another."""
    if about.kind == "notification":
        label = teller.say("date of a notification", "{label}", label=label)
    return restored(teller, about.history[-1].at, about.at, label, year=year)


def days_back(teller: Teller, after: Days) -> Runs:
    """Return that an event has the days that it had before they changed, by its history."""
    between = days_between(teller)
    if isinstance(between, Days):
        first, last = ends(teller, between, after, year=True)
        return teller.say(*_MOVED_AND_BACK, between=first, after=last)
    return teller.say("change and back", "the event is again planned for {after}", after=short(teller, after))


def days_between(teller: Teller) -> Days | Pending:
    """Return the days that the present ones superseded."""
    return next(row.days for row in reversed(teller.conference.history) if row.days is not None)


def not_cancelled(teller: Teller, status: Change) -> Runs:
    """Return what became of an event that was cancelled."""
    return teller.say(*_NOW[status.kind])


def not_cancelled_and(teller: Teller, status: Change, other: Change) -> Runs:
    """Return the same with what else changed by that: its days, or how one takes part."""
    if status.kind == "event.moved_online":
        return teller.aside(not_cancelled(teller, status), change_value(teller, other.path, other.new))
    if status.kind == "event.postponed":
        return teller.say(*_POSTPONED, before=short(teller, other.old))
    several = other.old.first != other.old.last or other.new.first != other.new.last
    before, after = ends(teller, other.old, other.new, year=True)
    return teller.say(*_RESCHEDULED[several], before=before, after=after)
