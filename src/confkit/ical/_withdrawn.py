"""Why an entry no longer holds: what the status of its event does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from confkit.ical._identity import status_changes
from confkit.ical._moments import of_days
from confkit.model import Conference, Pending
from confkit.model.conference import outdated_days

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["Withdrawn", "at_venue", "called_off", "withdrawn", "without_day"]

Withdrawn: TypeAlias = Literal["cancelled", "postponed", "moved_online"] | None
"""Why an entry no longer holds, if it does not: a status of events."""


def withdrawn(conference: Conference) -> Withdrawn:
    """Return why the event itself no longer holds."""
    if conference.status == "cancelled":
        return "cancelled"
    postponed = conference.status == "postponed" and (of_days(conference.days) is None or outdated_days(conference))
    return "postponed" if postponed else None


def without_day(now: object) -> Withdrawn:
    """Return why a date that had a day has none any more: it waits for another, or it is no date any more."""
    return "postponed" if not isinstance(now, Pending) or now.reason == "tbd" else "cancelled"


def at_venue(conference: Conference, last: dt.date) -> Withdrawn:
    """Return why the days at a venue no longer hold: those before a cancellation took place."""
    if conference.status == "moved_online":
        return "moved_online"
    if conference.status == "cancelled":
        return "cancelled" if called_off(conference, last) else None
    return withdrawn(conference)


def called_off(conference: Conference, day: dt.date) -> bool:
    """Return whether a cancelled conference takes the day with it: it does not lie before the day of cancelling."""
    if conference.status != "cancelled":
        return False
    days = status_changes(conference)
    return not days or day >= days[-1]
