"""Opening hours, on the clock of the event and on the reader's."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs

from confkit.model import Days, Hours, zone, zone_text
from confkit.words import message

if TYPE_CHECKING:
    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import PartialDate

__all__ = ["opening_hours"]


@attrs.frozen
class _Elsewhere:
    """Hours as another clock shows them; ``shift`` is the number of days by which they open earlier (-) or later."""

    hours: Hours
    shift: int
    opens: dt.datetime


def opening_hours(teller: Teller, hours: Hours) -> Runs:
    """Return local hours with their zone, and the same hours in the reader's."""
    key = teller.conference.local_timezone
    daily = _several_days(teller)
    if key is None:
        said = teller.own(teller.words.hours(hours, daily=daily))
        words = daily or hours.closes <= hours.opens
        form = message("hours", "{hours}, local time") if words else message("hours", "{hours} local time")
        return teller.say(*form, hours=said)
    here = zone(key)
    first, last = _ends(teller)
    at = None if first is None else dt.datetime.combine(first, hours.opens, here)
    told = teller.own(teller.words.hours_in(hours, here, at=at, daily=daily))
    if first is None or teller.zone is None or zone_text(teller.zone) == key:
        return told
    there = _converted(hours, first, here, teller.zone)
    if there is None:
        return told
    lasting = last is not None and _same(there, _converted(hours, last, here, teller.zone))
    on = _other_day(teller, there, first)
    shift = 0 if on else there.shift
    other = teller.own(
        teller.words.hours_in(
            there.hours, teller.zone, at=there.opens, shift=shift, on=on, daily=bool(on) and daily and lasting
        )
    )
    note = () if lasting else teller.say("hours", "on the first day")
    other = teller.aside(other, note)
    return teller.say("hours", "{hours}, which is {hours_elsewhere}", hours=told, hours_elsewhere=other)


def _several_days(teller: Teller) -> bool:
    """Whether the hours are those of more days than one, as far as the days are known."""
    days = teller.conference.days
    return isinstance(days, Days) and days.first != days.last


def _ends(teller: Teller) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day, as far as each is known."""
    days = teller.conference.days
    if not isinstance(days, Days):
        return None, None
    return _known(days.first), _known(days.last)


def _known(date: PartialDate) -> dt.date | None:
    return None if date.day is None else date.first


def _converted(hours: Hours, day: dt.date, here: dt.tzinfo, there: dt.tzinfo) -> _Elsewhere | None:
    """The hours of a day on another clock; ``None`` where that clock has no such hours."""
    closing_day = day.toordinal() + (hours.closes < hours.opens)
    try:
        opens = dt.datetime.combine(day, hours.opens, here).astimezone(there)
        closes = dt.datetime.combine(dt.date.fromordinal(closing_day), hours.closes, here).astimezone(there)
    except (OverflowError, ValueError):  # at the ends of Python's calendar
        return None
    ends = opens.time(), closes.time()
    if ends[0] == ends[1] or any(end.second for end in ends):  # a change of clocks; a mean time of long ago
        return None
    return _Elsewhere(Hours(*ends), opens.date().toordinal() - day.toordinal(), opens)


def _other_day(teller: Teller, there: _Elsewhere, day: dt.date) -> str:
    """The date of hours all of which are on another day there; nothing of others, which say so themselves."""
    hours = there.hours
    if not there.shift or dt.time() < hours.closes < hours.opens:
        return ""
    opens = there.opens.date()
    return teller.words.date(opens, year=opens.year != day.year)


def _same(one: _Elsewhere, other: _Elsewhere | None) -> bool:
    return other is not None and (one.hours, one.shift) == (other.hours, other.shift)
