"""Moments as announced: with hours and zones, or saying that none is stated."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import attrs

from confkit.model import AnywhereOnEarth, PartialDate, Pending, When, zone_text
from confkit.model.zones import local_time
from confkit.words import _cldr
from confkit.words._bounds import is_upper_bound
from confkit.words._given import wanted
from confkit.words._undated import Undated

if TYPE_CHECKING:
    from confkit.model import Hours, Window

__all__ = ["WRITE_WHEN", "Moments"]

WRITE_WHEN = 'write When.parse("2025-04-13")'


@attrs.frozen
class Moments(Undated):
    """A language that can say moments."""

    def zone(self, zone: dt.tzinfo, at: dt.datetime | None = None, /) -> str:
        """Return a zone by its city, or by its offset where it has no city.

        ``at`` (aware) decides the offset of a city's zone; without it the city stands alone.

        >>> import datetime as dt
        >>> from confkit import AOE, words
        >>> from confkit.model import zone
        >>> june = dt.datetime(2025, 6, 7, tzinfo=dt.UTC)
        >>> words.of("en").zone(zone("Asia/Shanghai"), june), words.of("zh").zone(zone("Asia/Shanghai"))
        ('Beijing time (UTC+8)', '北京时间')
        >>> words.of("en").zone(AOE), words.of("zh").zone(dt.timezone(dt.timedelta(hours=5, minutes=30)))
        ('AoE (UTC−12)', 'UTC+5:30')
        """
        if isinstance(zone, AnywhereOnEarth):
            return self._patterns.aoe
        wanted(zone, 'write confkit.model.zone("Asia/Shanghai")', dt.tzinfo)
        city = self._city(zone)
        if city is None:
            return _offset(zone, at) or zone_text(zone)
        offset = "" if at is None else _offset(zone, at)
        pattern = self._patterns.city_time_offset if offset else self._patterns.city_time
        return self._fill(pattern, {"city": city, "offset": offset})

    def hours_in(
        self,
        hours: Hours,
        zone: dt.tzinfo,
        /,
        *,
        at: dt.datetime | None = None,
        daily: bool = False,
        shift: int = 0,
        on: str = "",
    ) -> str:
        """Return local hours with their zone; for the arguments see `hours` and `zone`.

        ``on`` is a date that says on which day they are, in place of ``shift``; ``daily`` hours are those from it on.

        >>> from confkit import Hours, words
        >>> from confkit.model import zone
        >>> words.of("en").hours_in(Hours.parse("18:00-02:00"), zone("America/Los_Angeles"))
        '6:00 PM – 2:00 AM the next day, Los Angeles time'
        >>> words.of("zh").hours_in(Hours.parse("09:00-17:30"), zone("Asia/Shanghai"), daily=True)
        '北京时间每日09:00–17:30'
        """
        said, name = self._dated_hours(hours, on, daily=daily, shift=shift), self.zone(zone, at)
        pattern = self._patterns.hours_zone if self._city(zone) is None else self._patterns.hours_city
        comma = "" if said[-1:].isdigit() or said.endswith(("AM", "PM", "noon")) else ","
        return self._fill(pattern, {"hours": said, "zone": name, "comma": comma})

    def _dated_hours(self, hours: Hours, on: str, *, daily: bool, shift: int) -> str:
        if not on:
            return self.hours(hours, daily=daily, shift=shift)
        said = self.hours(hours)
        if daily:
            return self.say("hours on a date", "daily from {date}, {hours}", date=on, hours=said)
        return self.say("hours on a date", "{date}, {hours}", date=on, hours=said)

    def when(
        self,
        when: When | Pending,
        /,
        *,
        zone: dt.tzinfo | None = None,
        notes: bool = True,
        weekday: bool = True,
        year: bool = True,
    ) -> str:
        """Return a moment as announced, what it does not state, and the same moment in the reader's ``zone``.

        ``notes=False`` leaves out that no hour or zone is stated (for one-line summaries).

        >>> from confkit import When, words
        >>> from confkit.model import zone
        >>> words.of("en").when(When.parse("2025-04-13"))
        'Sunday, April 13, 2025 (no time or time zone stated)'
        >>> words.of("zh").when(When.parse("2025-04-13T23:59[AoE]"), zone=zone("Asia/Shanghai"))
        '2025年4月13日（星期日）23:59（AoE，UTC−12），即北京时间2025年4月14日（星期一）19:59'
        """
        if isinstance(when, Pending):
            return self.pending(when)
        wanted(when, WRITE_WHEN, When, Pending)
        said = self._announced(when, weekday=weekday, year=year)
        if notes:
            said = self._noted(said, self.unstated(when))
        if when.raw is not None and self.is_bound(when):
            said = self.say("bound", "no later than {moment}", moment=said)
        elif notes and when.raw is not None:
            words = self.quote(when.raw)
            said = self._noted(said, self.say("original words", "announced as {words}", words=words))
        return self._also(said, when, zone, year=year)

    def is_bound(self, when: When, /) -> bool:
        """Return whether a moment was announced as the last one that it can be: ``30 October or earlier``.

        >>> from confkit import When, words
        >>> words.of("en").is_bound(When.parse("2025-10-30"))
        False
        """
        wanted(when, WRITE_WHEN, When)
        return when.raw is not None and is_upper_bound(when.raw)

    def unstated(self, when: When, /) -> str:
        """Return what a day does not state; empty where nothing lacks, or where not even the day is known.

        Of a local time that the zone repeats or skips it is which instant is meant.

        >>> from confkit import When, words
        >>> words.of("zh").unstated(When.parse("2025-04-13"))
        '未注明具体时间和时区'
        """
        wanted(when, WRITE_WHEN, When)
        if when.date.day is None:
            return ""
        if when.local is None:
            if when.zone is None:
                return self.say("not stated", "no time or time zone stated")
            return self.say("not stated", "no time stated")
        return self.say("not stated", "no time zone stated") if when.zone is None else self._reading(when)

    def _reading(self, when: When) -> str:
        """What a local time leaves open that the clocks of its zone show twice, or never."""
        problem = None if when.fold is not None else when.local_problem
        if problem == "repeated":
            return self.say(
                "not stated", "clocks are set back then, so that this time comes twice; which one is not stated"
            )
        return self.say("not stated", "clocks are set forward then; there is no such time") if problem else ""

    def window(self, window: Window, zone: dt.tzinfo, /) -> str:
        """Return the earliest and the latest instant as a clock in ``zone`` shows them.

        At the ends of the calendar, where that clock shows no year, they are said in UTC.

        >>> from confkit import When, words
        >>> from confkit.model import zone
        >>> words.of("zh").window(When.parse("2025-04-13").end_window(), zone("Asia/Shanghai"))
        '北京时间2025年4月13日（星期日）18:00至4月14日（星期一）20:00'
        """
        wanted(zone, 'write confkit.model.zone("Asia/Shanghai")', dt.tzinfo)
        wanted(window, "write the earliest and the latest instant, as When.window() gives them", tuple)
        first, last = (local_time(end, zone) for end in window)
        if first is None or last is None:
            return self.window(window, dt.UTC)
        if first == last:
            return self._with_zone(self.date(first.date()), self.time(first.time()), zone, first)
        same_year = first.year == last.year
        han, city = self._patterns.han, self._city(zone) is not None
        opening, closing = (
            self._clock(first, year=han or not same_year),
            self._clock(last, year=not han or not same_year),
        )
        span = self._fill(self._patterns.span, {"first": opening, "last": closing})
        if not han:
            return f"{span} {self.zone(zone, last)}"
        return f"{self.zone(zone)}{span}" if city else self.aside(span, self.zone(zone, last))

    def _announced(self, when: When, *, weekday: bool, year: bool) -> str:
        """The date, the local time and the zone, as far as each was stated."""
        said = self.date(when.date, weekday=weekday, year=year)
        time = "24:00" if when.end_of_day else "" if when.time is None else self._time(when.date, when.time)
        said = self._with_zone(said, time, when.zone, _offset_decided(when))
        if when.fold is not None and when.zone is not None and self._patterns.han:
            return self.aside(said, _offset(when.zone, when.instant()))
        return said

    def _with_zone(self, date: str, time: str, zone: dt.tzinfo | None, at: dt.datetime | None) -> str:
        patterns = self._patterns
        if zone is None:
            return patterns.date_time.format(date=date, time=time) if time else date
        name = self.zone(zone, at)
        values: dict[str, object] = {"date": date, "time": time, "zone": name, "city": name}
        if self._city(zone) is not None:
            return self._fill(patterns.date_time_city if time else patterns.date_city, values)
        if time:
            return self._fill(patterns.date_time_zone, values)
        return self._noted(date, patterns.aoe_note if isinstance(zone, AnywhereOnEarth) else name)

    def _also(self, said: str, when: When, zone: dt.tzinfo | None, *, year: bool) -> str:
        """What was said, with the same moment in the reader's zone where that is another and one instant follows."""
        if zone is None or when.zone is None or when.missing or zone_text(zone) == zone_text(when.zone):
            return said
        at = when.instant()
        local = local_time(at, zone)
        if local is None or self._tells_as_much(when.zone, zone, at):
            return said
        patterns = self._patterns
        year = (patterns.han and year) or local.year != when.date.year
        values: dict[str, object] = {
            "moment": said,
            "date": self.date(local.date(), year=year),
            "time": self._time(local.date(), local.time()),
            "zone": self.zone(zone, at),
        }
        that_day = local.date() == when.date.first
        city = self._city(zone)
        if city is None:
            return self._fill(patterns.also_that_day if that_day else patterns.also, values)
        values |= {"city": self.zone(zone) if patterns.han else city, "offset": _offset(zone, at)}
        return self._fill(patterns.also_city_that_day if that_day else patterns.also_city, values)

    def _tells_as_much(self, stated: dt.tzinfo, zone: dt.tzinfo, at: dt.datetime) -> bool:
        """Whether a zone has the city of the reader's, or was stated as an offset, and the reader's has that then."""
        city = self._city(stated)
        if city is not None:
            return city == self._city(zone)
        if isinstance(stated, AnywhereOnEarth):
            return False
        return stated.utcoffset(at.astimezone(stated)) == zone.utcoffset(at.astimezone(zone))

    def _time(self, date: PartialDate | dt.date, time: dt.time) -> str:
        """A time of day; of the midnight that a 12-hour clock tells from noon by two letters, which one it is."""
        if time != dt.time() or not self._patterns.clock12:
            return self.time(time)
        day = self.date(date, weekday=False, year=False)
        return self.say("midnight", "12:00 midnight (start of {date})", date=day)

    def _clock(self, local: dt.datetime, *, year: bool) -> str:
        return self._patterns.date_time.format(date=self.date(local.date(), year=year), time=self.time(local.time()))

    def _noted(self, said: str, note: str) -> str:
        """Add a note about a moment, inside the bracket that ends it where there is one."""
        opening, closing = self._patterns.brackets
        if note and said.endswith(closing) and opening in said and not set(note) & set("()（）"):
            return f"{said.removesuffix(closing)}{self._patterns.semicolon}{note}{closing}"
        return self.aside(said, note)

    def _city(self, zone: dt.tzinfo) -> str | None:
        """The city that names a zone; Beijing for Shanghai, as everybody there says."""
        if not isinstance(zone, ZoneInfo):
            return None
        city = _cldr.city(self.tag, zone.key)
        return self.say("city", "Beijing") if city in {"Shanghai", "上海"} else city


def _offset_decided(when: When) -> dt.datetime | None:
    """An instant that decides the zone's offset: any of its window, where the offset is the same at both ends."""
    if when.zone is None:
        return None
    first, last = (end.astimezone(when.zone) for end in when.window())
    return first if first.utcoffset() == last.utcoffset() else None


def _offset(zone: dt.tzinfo, at: dt.datetime | None) -> str:
    """``UTC+8``, ``UTC−3:30``, ``UTC``; empty where a zone has several offsets and no instant decides."""
    local = None if at is None else local_time(at, zone)
    offset = zone.utcoffset(local)
    if offset is None:
        return ""
    minutes = round(abs(offset).total_seconds() / 60)
    if not minutes:
        return "UTC"
    sign = "−" if offset < dt.timedelta(0) else "+"
    return f"UTC{sign}{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")
