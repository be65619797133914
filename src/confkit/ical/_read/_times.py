"""When something is: DTSTART, DTEND and DURATION to days, hours and a zone, or to a moment."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from confkit.ical._clock import date, local
from confkit.ical._read._values import duration
from confkit.ical._zone_names import offset_in
from confkit.model import Days, Hours, PartialDate, When, zone

if TYPE_CHECKING:
    from confkit.errors import Level
    from confkit.ical._lines import Line
    from confkit.ical._read._record import Record
    from confkit.ical._read._values import Length
    from confkit.ical._read._zones import Meant, Source

__all__ = ["Span", "Stated", "last_day", "span", "stated", "when"]

_DAY = dt.timedelta(days=1)
_MIDNIGHT = dt.time()


class Stated(NamedTuple):
    """A day, or a local time with the key of its zone; ``UTC`` for UTC, ``None`` where no zone is stated or known."""

    at: dt.datetime
    whole: bool
    key: str | None
    line: Line

    @property
    def instant(self) -> dt.datetime:
        """An instant to compare with others; without a zone, as if it were in UTC."""
        tz = dt.UTC if self.key is None else zone(self.key)
        try:
            return self.at.replace(tzinfo=tz).astimezone(dt.UTC)
        except OverflowError:  # on the first and on the last day that Python knows
            return self.at.replace(tzinfo=dt.UTC)


class Span(NamedTuple):
    """When an event is, in the terms of a conference."""

    days: Days | None = None
    hours: Hours | None = None
    timezone: str | None = None


def when(stated: Stated) -> When:
    """Return a moment: an instant or a day, and nothing that was not stated."""
    day = PartialDate.of(stated.at.date())
    if stated.whole:
        return When(date=day)
    tz = None if stated.key is None else dt.UTC if stated.line.value.endswith("Z") else zone(stated.key)
    return When(date=day, time=stated.at.time(), zone=tz)


def stated(record: Record, name: str) -> Stated | None:
    """Return what DTSTART or DTEND states, and note what is doubtful about it."""
    line = record.line(name)
    if line is None:
        return None
    value = line.value.strip()
    day = date(value)
    if day is not None:
        if (line.param("VALUE") or "").upper() != "DATE":
            record.doubt(
                "warning", "date", "a date without VALUE=DATE; it was read as a date", line, rule="RFC 5545 3.2.20"
            )
        return Stated(dt.datetime.combine(day, _MIDNIGHT), whole=True, key=None, line=line)
    time = local(value)
    if time is None:
        record.doubt("warning", "time", "neither a date nor a time; it was not read", line, rule="RFC 5545 3.3.5")
        return None
    tzid = line.param("TZID")
    if time.utc:
        return Stated(time.time, whole=False, key="UTC", line=line)
    if not tzid:
        if "floating" not in record.seen:  # said once for both ends
            message = "the time has no time zone, so it is a different instant for each reader"
            record.doubt(
                "warning", "floating", message, line, rule="RFC 5545 3.3.5", hint="write the time with a time zone"
            )
        record.seen.add("floating")
        return Stated(time.time, whole=False, key=None, line=line)
    meant = record.zones.meant(tzid, time.time)
    _zone_doubts(record, line, tzid, meant, time.time)
    return Stated(meant.time, whole=False, key=meant.key, line=line)


_DOUBTS: dict[Source, tuple[Level, str, str]] = {
    "windows": ("note", "windows-zone", "the name of a time zone in Windows; it was read as {key}"),
    "prefix": ("note", "zone-name", "the name ends with an IANA time zone; it was read as {key}"),
    "location": ("note", "zone-name", "X-LIC-LOCATION names an IANA time zone; it was read as {key}"),
    "offset": (
        "warning",
        "custom-zone",
        "not an IANA time zone; it was read as {key}, which has the offset of the VTIMEZONE",
    ),
    "utc": (
        "warning",
        "custom-zone",
        "not an IANA time zone; the time was converted to UTC with the offset of the VTIMEZONE",
    ),
    "unknown": (
        "warning",
        "unknown-zone",
        "not an IANA time zone, and no VTIMEZONE defines it by simple rules; it was read as no time zone",
    ),
}


def _zone_doubts(record: Record, line: Line, tzid: str, meant: Meant, written: dt.datetime) -> None:
    def say(level: Level, code: str, message: str, value: str = tzid) -> None:
        if not record.zones.told(tzid, code):
            record.doubt(level, code, message, line, value=value, rule="RFC 5545 3.2.19")

    if meant.source in _DOUBTS:
        level, code, message = _DOUBTS[meant.source]
        say(level, code, message.format(key=meant.key))
    if not meant.declared and meant.source != "unknown":
        say("warning", "undeclared-zone", "the calendar has no VTIMEZONE for this time zone")
    elif meant.key and meant.source not in {"offset", "utc"} and meant.stated is not None:
        actual = offset_in(meant.key, written)
        if meant.stated != actual:
            message = f"the offset of the VTIMEZONE differs from that of {meant.key}, which was used"
            say("warning", "zone-differs", message, f"{_hours(meant.stated)}, not {_hours(actual)}")


def _hours(offset: dt.timedelta | None) -> str:
    return dt.datetime.min.replace(tzinfo=dt.timezone(offset or dt.timedelta())).strftime("%z")


def span(record: Record) -> Span:
    """Return when an event is, and note what of it a conference cannot hold."""
    start = stated(record, "DTSTART")
    end = _end(record, start)
    if start is None:
        return Span()
    if end is not None and end.instant <= start.instant:
        message = "the end is not after the start; it was not read"
        record.doubt("warning", "end", message, end.line, rule="RFC 5545 3.8.2.2")
        end = None
    if end is not None and end.whole != start.whole:
        record.doubt(
            "warning", "mixed", "one of start and end is a date, the other a time", end.line, rule="RFC 5545 3.8.2.2"
        )
    if start.whole or (end is not None and end.whole):
        return Span(_days(start, end))
    return _with_hours(record, start, end)


def _end(record: Record, start: Stated | None) -> Stated | None:
    end = stated(record, "DTEND")
    line = record.line("DURATION")
    if line is None:
        return end
    if end is not None:
        record.doubt("warning", "two-ends", "the event also has DTEND, which was read", line, rule="RFC 5545 3.6.1")
        return end
    length = duration(line.value.strip())
    if length is None:
        record.doubt("warning", "time", "not a duration; it was not read", line, rule="RFC 5545 3.3.6")
        return None
    return start and _after(start, length, line)


def _after(start: Stated, length: Length, line: Line) -> Stated:
    """Return the end of a duration: days are days of the calendar, hours are exact (RFC 5545 3.3.6)."""
    try:
        later = start.at + length.days
        if start.key is None:
            return start._replace(at=later + length.time, line=line)
        tz = zone(start.key)
        exact = (later.replace(tzinfo=tz).astimezone(dt.UTC) + length.time).astimezone(tz)
        return start._replace(at=exact.replace(tzinfo=None, fold=0), line=line)
    except OverflowError:
        return start._replace(line=line)


def _days(start: Stated, end: Stated | None) -> Days:
    """Return whole days; DTEND is exclusive, be it a day or its first midnight."""
    first, last = start.at.date(), start.at.date()
    if end is not None:
        last = last_day(end)
    return Days(PartialDate.of(first), PartialDate.of(max(first, last)))


def last_day(end: Stated) -> dt.date:
    """Return the last day before an exclusive end; before the first day that Python knows there is none."""
    day = end.at.date()
    return day if end.at.time() != _MIDNIGHT or day == dt.date.min else day - _DAY


def _with_hours(record: Record, start: Stated, end: Stated | None) -> Span:
    if end is None:
        message = "the event has a start time but no end; its hours were not read"
        record.doubt("note", "hours", message, start.line)
        return Span(_days(start, None), None, start.key)
    if start.key == "UTC":  # also of an event whose other end alone has a zone
        start = _on_the_clock_of(end.key, start)
    closing = _on_the_clock_of(start.key, end)
    opens, closes = start.at.time().replace(second=0), closing.at.time().replace(second=0)
    if start.at.time() == closing.at.time() == _MIDNIGHT:
        return Span(_days(start, closing), None, start.key)
    if opens == closes or closing.at - start.at >= _DAY:
        message = "the start and end times of several days are not the hours of each day; the hours were not read"
        record.doubt("note", "hours", message, start.line, value=f"{start.at} to {closing.at}")
        return Span(_days(start, closing), None, start.key)
    if start.at.second or closing.at.second:
        record.doubt("note", "seconds", "hours are in whole minutes; the seconds were not read", start.line)
    return Span(_days(start, None), Hours(opens, closes), start.key)


def _on_the_clock_of(key: str | None, time: Stated) -> Stated:
    """Return a time as the clocks of another zone show it."""
    if key is None or time.key in {None, key}:
        return time
    try:
        return time._replace(at=time.instant.astimezone(zone(key)).replace(tzinfo=None, fold=0), key=key)
    except OverflowError:
        return time
