"""Opening hours, on the clock of the event and on the reader's."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from confkit.model import Days, Hours, zone, zone_text
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller

__all__ = ["opening_hours"]

_Ends: TypeAlias = tuple[dt.datetime, dt.datetime]
"""When hours begin and end on a day."""

_DAY: Final = dt.timedelta(days=1)
_YEAR: Final = 366
"""Clocks that change do so within a year."""
_STEP: Final = 5
"""No clocks that were changed are changed back within six days; tests watch over that."""

_SKIPPED: Final = message("note on hours", "clocks are set forward on {date}; there is no {time} then")
_REPEATED: Final = message(
    "note on hours", "clocks are set back on {date}, so that {time} comes twice; which one is not stated"
)


@attrs.frozen
class _Elsewhere:
    """Hours as another clock shows them; ``shift`` is the number of days by which they open earlier (-) or later."""

    hours: Hours
    shift: int
    opens: dt.datetime
    closes: dt.datetime


def opening_hours(teller: Teller, hours: Hours) -> Runs:
    """Return local hours with their zone, and the same hours in the reader's where that is another."""
    key = teller.conference.local_timezone
    daily = _several_days(teller)
    if key is None:
        said = teller.own(teller.words.hours(hours, daily=daily))
        words = daily or hours.closes <= hours.opens
        form = message("hours", "{hours}, local time") if words else message("hours", "{hours} local time")
        return teller.say(*form, hours=said)
    here = zone(key)
    ends, steady = _on_days(hours, _days(teller), here)
    told = teller.own(teller.words.hours_in(hours, here, at=ends[0][0] if steady else None, daily=daily))
    unclear = [] if steady else [end for pair in ends for end in pair if _changes(end)]
    if unclear:
        told = teller.aside(told, *(_note(teller, end) for end in unclear))
    if not ends or teller.zone is None or _is_named_alike(teller, here, teller.zone):
        return told
    other = () if unclear and any(map(_changes, ends[0])) else _elsewhere(teller, ends, teller.zone)
    if not other:
        return told
    return teller.say("hours", "{hours}, which is {hours_elsewhere}", hours=told, hours_elsewhere=other)


def _elsewhere(teller: Teller, ends: list[_Ends], there: dt.tzinfo) -> Runs:
    """The hours in the reader's zone; empty where its clock has no such hours."""
    daily, first = _several_days(teller), ends[0][0].date()
    converted = [_converted(*pair, there) for pair in ends]
    one = converted[0]
    if one is None:
        return ()
    lasting = all(_same(one, other) for other in converted)
    at = _deciding([(other.opens, other.closes) for other in converted if other and (lasting or other is one)])
    on = _other_day(teller, one, first)
    shift = 0 if on else one.shift
    said = teller.words.hours_in(one.hours, there, at=at, shift=shift, on=on, daily=bool(on) and daily and lasting)
    return teller.aside(teller.own(said), () if lasting else teller.say("hours", "on the first day"))


def _is_named_alike(teller: Teller, here: dt.tzinfo, there: dt.tzinfo) -> bool:
    """Whether two zones are one to the reader: they have one key, or two keys for one name."""
    return zone_text(here) == zone_text(there) or teller.words.zone(here) == teller.words.zone(there)


def _several_days(teller: Teller) -> bool:
    """Whether the hours are those of more days than one, as far as the days are known."""
    days = teller.conference.days
    return isinstance(days, Days) and days.first != days.last


def _days(teller: Teller) -> range:
    """The days on which the hours may hold, as far as they are known, by their numbers.

    Of days whose last is not known, to the end of what it can be.
    """
    days = teller.conference.days
    if not isinstance(days, Days) or days.first.day is None:
        return range(0)
    return range(days.first.first.toordinal(), days.last.last.toordinal() + 1)


def _on_days(hours: Hours, days: range, here: dt.tzinfo) -> tuple[list[_Ends], bool]:
    """The hours on days enough to tell what clocks do meanwhile, and whether these keep one offset."""
    some = [_ends(hours, day, here) for day in _enough(days, _STEP)]
    offsets = {offset for opens, closes in some for offset in (opens.utcoffset(), closes.replace(fold=1).utcoffset())}
    if len(offsets) < 2:
        return some, bool(some)
    return [_ends(hours, day, here) for day in _enough(days, 1)], False


def _enough(days: range, step: int) -> Iterator[int]:
    """One of so many days in the first year, and the last day."""
    yield from days[: min(_YEAR, len(days) - 1) : step]
    yield from days[-1:]


def _ends(hours: Hours, number: int, here: dt.tzinfo) -> _Ends:
    """When the hours of a day begin and end."""
    day = dt.date.fromordinal(number)
    closing_day = day if hours.closes >= hours.opens or day == dt.date.max else day + _DAY
    return dt.datetime.combine(day, hours.opens, here), dt.datetime.combine(closing_day, hours.closes, here)


def _deciding(ends: list[_Ends]) -> dt.datetime | None:
    """A moment that decides the offset of a zone; ``None`` where it changes within the hours, or from day to day."""
    offsets = {end.utcoffset() for pair in ends for end in pair}
    return ends[0][0] if len(offsets) == 1 else None


def _changes(end: dt.datetime) -> bool:
    """Whether clocks skip or repeat a local time."""
    return end.utcoffset() != end.replace(fold=1).utcoffset()


def _note(teller: Teller, end: dt.datetime) -> Runs:
    """That a local time does not exist, or that nobody stated which of two it is."""
    skipped = end.replace(fold=1).astimezone(dt.UTC) < end.astimezone(dt.UTC)
    values = {"date": teller.words.date(end.date(), weekday=False, year=False), "time": teller.words.time(end.time())}
    return teller.own(teller.words.say(*(_SKIPPED if skipped else _REPEATED), **values))


def _converted(opens: dt.datetime, closes: dt.datetime, there: dt.tzinfo) -> _Elsewhere | None:
    """Hours on another clock; ``None`` where that clock has no such hours."""
    day = opens.date()
    try:
        opens, closes = opens.astimezone(there), closes.astimezone(there)
    except (OverflowError, ValueError):  # at the ends of Python's calendar
        return None
    ends = opens.time(), closes.time()
    if ends[0] == ends[1] or any(end.second for end in ends):  # a change of clocks; a mean time of long ago
        return None
    return _Elsewhere(Hours(*ends), opens.date().toordinal() - day.toordinal(), opens, closes)


def _other_day(teller: Teller, there: _Elsewhere, day: dt.date) -> str:
    """The date of hours all of which are on another day there; nothing of others, which say so themselves."""
    hours = there.hours
    if not there.shift or dt.time() < hours.closes < hours.opens:
        return ""
    opens = there.opens.date()
    return teller.words.date(opens, year=opens.year != day.year)


def _same(one: _Elsewhere, other: _Elsewhere | None) -> bool:
    return other is not None and (one.hours, one.shift) == (other.hours, other.shift)
