"""Days, hours and numbers of days in one language; no zones."""

from __future__ import annotations

import datetime as dt
import functools

import attrs

from confkit.model import Days, Hours, PartialDate
from confkit.words import _cldr
from confkit.words._given import wanted
from confkit.words._languages import BY_TAG
from confkit.words._names import Names

__all__ = ["Dates"]


@attrs.frozen
class Dates(Names):
    """A language that can say days and hours."""

    def date(self, date: PartialDate | dt.date, /, *, weekday: bool = True, year: bool = True) -> str:
        """Return a date to its precision; ``year=False`` leaves the year out where there is more to say.

        >>> from confkit import PartialDate, words
        >>> words.of("en").date(PartialDate(2025, 6, 7))
        'Saturday, June 7, 2025'
        >>> words.of("zh").date(PartialDate(2025, 6, 7))
        '2025年6月7日（星期六）'
        >>> words.of("en").date(PartialDate(2025, 4))
        'April 2025'
        """
        known = date if type(date) is dt.date else _partial(date)
        return _said(self.tag, known.year, known.month, known.day, weekday=weekday, with_year=year)

    def days(self, days: Days, /, *, weekday: bool = True, year: bool = True) -> str:
        """Return whole days: one like `date`, several as a range, the year repeated only where it changes.

        >>> from confkit import Days, words
        >>> words.of("en").days(Days.parse("2025-06-30/2025-07-02"))
        'June 30 – July 2, 2025'
        >>> words.of("zh").days(Days.parse("2025-06-07/2025-06-09"))
        '2025年6月7日至9日'
        """
        wanted(days, 'write Days.parse("2025-06-07/2025-06-09")', Days)
        if days.first == days.last:
            return self.date(days.first, weekday=weekday, year=year)
        pattern = self._range(days.first, days.last, year=year)
        if pattern is None:
            ends = [self.date(end, weekday=False) for end in (days.first, days.last)]
            return self._patterns.dates.format(first=ends[0], last=ends[1])
        last = {f"{name}2": part for name, part in _parts(self.tag, *_numbers(days.last)).items()}
        return pattern.format(**_parts(self.tag, *_numbers(days.first)), **last)

    def time(self, time: dt.time, /) -> str:
        """Return a local time: ``7:59 PM``, ``12:00 noon``, ``19:59``; seconds only where there are some."""
        wanted(time, "write datetime.time(19, 59)", dt.time)
        seconds = f":{time.second:02}" if time.second else ""
        if not self._patterns.clock12:
            return f"{time.hour:02}:{time.minute:02}{seconds}"
        half = "AM" if time.hour < 12 else "PM"
        if (time.hour, time.minute, time.second) == (12, 0, 0):
            half = "noon"
        return f"{time.hour % 12 or 12}:{time.minute:02}{seconds} {half}"

    def hours(self, hours: Hours, /, *, daily: bool = False, shift: int = 0) -> str:
        """Return local hours; those that end after midnight say so.

        ``daily`` hours are the same on several days. ``shift`` is the number of days by which they open after the day
        that the reader knows of, or before it (below 0), as on the clock of another zone.

        >>> from confkit import Hours, words
        >>> words.of("en").hours(Hours.parse("09:00-17:30"))
        '9:00 AM – 5:30 PM'
        >>> words.of("zh").hours(Hours.parse("18:00-02:00"))
        '18:00至次日02:00'
        >>> words.of("zh").hours(Hours.parse("17:00-01:30"), shift=-1)
        '前一日17:00至当日01:30'
        """
        wanted(hours, 'write Hours.parse("09:00-17:30")', Hours)
        opens, closes = self.time(hours.opens), self.time(hours.closes)
        to_midnight = hours.closes == dt.time()
        if to_midnight:
            closes = self.say("closing time", "midnight")
        closing_shift = shift + (hours.closes < hours.opens and not to_midnight)
        if closing_shift != shift:
            ends: dict[str, object] = {
                "opens": self._on_day(opens, shift),
                "closes": self._on_day(closes, closing_shift, after=True),
            }
            said = self._fill(self._patterns.hours_over_days, ends)
        else:
            said = self._all_on_day(self._patterns.hours.format(opens=opens, closes=closes), shift)
        if not daily:
            return said
        if closing_shift != shift:
            return self.say("hours", "daily, {hours}", hours=said)
        return self.say("hours", "{hours} daily", hours=said)

    def _on_day(self, time: str, shift: int, *, after: bool = False) -> str:
        """A time on a day counted from the one that the reader knows of; ``after``: another day was named before."""
        if shift == 0:
            return self.say("closing time", "{time}", time=time) if after else time
        if shift == 1:
            return self.say("time on a day", "{time} the next day", time=time)
        if shift == -1:
            return self.say("time on a day", "{time} the day before", time=time)
        if shift > 1:
            return self.say("time on a day", "{time} {count} days later", time=time, count=shift)
        return self.say("time on a day", "{time} {count} days before", time=time, count=-shift)

    def _all_on_day(self, hours: str, shift: int) -> str:
        """Hours of which both ends are on that day: it is said before them, lest it be taken for that of the last."""
        if shift == 0:
            return hours
        if shift == 1:
            return self.say("hours on a day", "the next day, {hours}", hours=hours)
        if shift == -1:
            return self.say("hours on a day", "the day before, {hours}", hours=hours)
        if shift > 1:
            return self.say("hours on a day", "{count} days later, {hours}", hours=hours, count=shift)
        return self.say("hours on a day", "{count} days before, {hours}", hours=hours, count=-shift)

    def relative(self, day: PartialDate | dt.date, today: dt.date, /) -> str:
        """Return how far a day is, in calendar days of the reader.

        A date that is not to the day is counted to its last day.

        >>> import datetime as dt
        >>> from confkit import words
        >>> words.of("zh").relative(dt.date(2025, 4, 13), dt.date(2025, 4, 10))
        '还剩3天'
        """
        wanted(today, "write datetime.date(2025, 4, 10)", dt.date)
        count = (_partial(day).last - today).days
        if count == 0:
            return self.say("relative day", "today")
        if count == 1:
            return self.say("relative day", "tomorrow")
        if count == -1:
            return self.say("relative day", "yesterday")
        if count > 0:
            return self.say_count("relative day", "{count} day left", "{count} days left", count)
        return self.say_count("relative day", "{count} day ago", "{count} days ago", -count)

    def _range(self, first: PartialDate, last: PartialDate, *, year: bool) -> str | None:
        """The pattern of a range; ``None`` where each end must be said whole."""
        patterns = self._patterns
        if first.precision != last.precision:
            return None
        if first.precision == "year":
            return patterns.years
        if first.year != last.year:
            return None
        if first.precision == "month":
            return patterns.year_months if year else patterns.months
        if first.month == last.month:
            return patterns.date_days_of_month if year else patterns.days_of_month
        return patterns.date_days_of_year if year else patterns.days_of_year


@functools.lru_cache(maxsize=1024)  # a catalog tells the same days again and again
def _said(tag: str, year: int, month: int | None, day: int | None, *, weekday: bool, with_year: bool) -> str:
    patterns = BY_TAG[tag].patterns
    if month is None:
        pattern = patterns.year
    elif day is None:
        pattern = patterns.year_month if with_year else patterns.month
    else:
        pattern = patterns.date if with_year else patterns.month_day
    said = pattern.format(**_parts(tag, year, month, day))
    if month is None or day is None or not weekday:
        return said
    name = _cldr.weekdays(tag)[dt.date(year, month, day).weekday()]
    return patterns.with_weekday.format(weekday=name, date=said)


def _parts(tag: str, year: int, month: int | None, day: int | None) -> dict[str, object]:
    """What the patterns of dates are filled in with."""
    named = month if BY_TAG[tag].patterns.han or month is None else _cldr.months(tag)[month]
    return {"year": year, "month": named, "day": day}


def _numbers(date: PartialDate) -> tuple[int, int | None, int | None]:
    return date.year, date.month, date.day


def _partial(date: PartialDate | dt.date) -> PartialDate:
    if isinstance(date, PartialDate):
        return date
    wanted(date, "write PartialDate(2025, 6, 7) or datetime.date(2025, 6, 7)", PartialDate, dt.date)
    return PartialDate.of(date)
