"""The days of an event and its hours, at the head of what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confkit.facts._fact import Fact, Section
from confkit.facts._hours import opening_hours
from confkit.facts._moments import pending
from confkit.model import Days, Pending
from confkit.model.conference import outdated_days
from confkit.words import message

if TYPE_CHECKING:
    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import Hours

__all__ = ["HEAD", "days_fact", "hours_fact", "undated"]

HEAD: Final = Section(key="head")

_ORIGINALLY: Final = (
    message("label of a cancelled event", "Originally planned"),
    message("date of a cancelled event", "originally planned for {days}"),
)
_LAST: Final = (
    message("label of a cancelled event", "Last planned"),
    message("date of a cancelled event", "last planned for {days}"),
)
"""The same of days that others had been planned before."""


def days_fact(teller: Teller, days: Days | Pending) -> Fact:
    """Tell the days, or that there are none; those that an event keeps that is off are what was planned."""
    if teller.conference.status == "cancelled" and isinstance(days, Days):
        return _planned(teller, days)
    label = teller.say("label", "Date")
    said = pending(teller, days) if isinstance(days, Pending) else teller.own(teller.words.days(days))
    if outdated_days(teller.conference):
        lost = teller.say("date of a postponed event", "to be announced; originally planned for {days}", days=said)
        brief = teller.say("date of a postponed event", "new date to be announced; originally {days}", days=said)
        return Fact(key="days", paths=("days",), section=HEAD, label=label, parts=(lost,), brief=brief)
    clear = isinstance(days, Days)
    brief = undated(teller, days) if isinstance(days, Pending) else said
    return Fact(key="days", paths=("days",), section=HEAD, label=label, parts=(said,), brief=brief, clear=clear)


def undated(teller: Teller, days: Pending) -> Runs:
    """Return why an event has no day, as words that need no label."""
    said = pending(teller, days)
    if days.reason in {"none", "rolling"}:
        return said
    return teller.say("date", "date {pending}", pending=said)


def hours_fact(teller: Teller, hours: Hours) -> Fact:
    """Tell the hours; of an event of one day a one-line summary has them too: they decide whether one can come."""
    cancelled = teller.conference.status == "cancelled"
    label = teller.say("label of a cancelled event", "Planned hours") if cancelled else teller.say("label", "Hours")
    said = opening_hours(teller, hours)
    days = teller.conference.days
    one_day = isinstance(days, Days) and days.first == days.last and days.first.day is not None
    brief = said if one_day else ()
    return Fact(key="hours", paths=("hours",), section=HEAD, label=label, parts=(said,), brief=brief, clear=True)


def _planned(teller: Teller, days: Days) -> Fact:
    """Tell the days of an event that does not take place."""
    earlier = any(row.hours or row.place or row.days not in {None, days} for row in teller.conference.history)
    label, brief = _LAST if earlier else _ORIGINALLY
    said = teller.own(teller.words.days(days))
    return Fact(
        key="days",
        paths=("days",),
        section=HEAD,
        label=teller.say(*label),
        parts=(said,),
        brief=teller.say(*brief, days=said),
    )
