"""Starts and ends beside one another, as instants wherever the zones of both are known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from confkit.ical._observances import Rules, offset_at
from confkit.ical._zone_names import key_of, offset_in

if TYPE_CHECKING:
    from confkit.ical._lint._frame import Frame, Span
    from confkit.ical._lint._report import Report

__all__ = ["check", "finish"]

_EAST, _WEST = dt.timedelta(hours=14), dt.timedelta(hours=-12)
"""The clocks that are furthest ahead of UTC, and those that are furthest behind."""


def check(span: Span, frame: Frame, report: Report) -> None:
    """Tell of an end that is not after its start; if their clocks differ, once all zones of the calendar are known."""
    if span.start.utc == span.end.utc and span.start_zone == span.end_zone:
        if span.end.numbers <= span.start.numbers:
            _tell(span, report)
    elif frame.calendar is not None:
        frame.calendar.spans.append(span)


def finish(calendar: Frame, report: Report) -> None:
    """Look at what waited for the zones of a calendar."""
    for span in calendar.spans:
        if _is_over(span, calendar.declared):
            _tell(span, report)


def _tell(span: Span, report: Report) -> None:
    report.add("ical.end", span.place, span.value, rule=span.rule)


def _is_over(span: Span, zones: dict[str, Rules | str]) -> bool:
    """Return whether the end is not after the start, whichever zones they are in where those are not known."""
    try:
        start, end = dt.datetime(*span.start.numbers), dt.datetime(*span.end.numbers)  # type: ignore[arg-type]  # noqa: DTZ001  # both are wall clocks
    except ValueError:  # a leap second, or a year that Python does not have
        return False
    before, after = _offset(span.start_zone, start, zones), _offset(span.end_zone, end, zones)
    return end - start <= (_WEST if after is None else after) - (_EAST if before is None else before)


def _offset(tzid: str | None, time: dt.datetime, zones: dict[str, Rules | str]) -> dt.timedelta | None:
    """Return the offset at a time by the calendar's own VTIMEZONE, else by the IANA zone that the name means."""
    if tzid is None:
        return dt.timedelta()
    declared = zones.get(tzid, "")
    if isinstance(declared, Rules):
        return offset_at(declared, time)
    key, _ = key_of(tzid, declared)
    return offset_in(key, time) if key else None
