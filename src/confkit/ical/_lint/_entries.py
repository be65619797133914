"""An event, a to-do or a journal entry as a whole: its dates and times beside one another (RFC 5545 3.6.1 to 3.6.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.ical._lint import _recur, _spans, _values
from confkit.ical._lint._content import stamp
from confkit.ical._lint._frame import Span
from confkit.ical._lint._report import Place

if TYPE_CHECKING:
    from confkit.ical._lines import Line
    from confkit.ical._lint._frame import Frame
    from confkit.ical._lint._report import Report

__all__ = ["check"]


def check(frame: Frame, report: Report) -> None:
    """Look at the times of an entry."""
    first = frame.first
    end = "DUE" if frame.name == "VTODO" else "DTEND"
    if end in first and "DURATION" in first:
        rule = "RFC 5545 3.6.2" if end == "DUE" else None
        report.add("ical.end-and-duration", frame.place("DURATION"), rule=rule)
    start = stamp(first.get("DTSTART"))
    if start:
        _ends(frame, start, end, report)
        _recurs(frame, start, report)
    _needs_start(frame, report)
    ends = end in first or ("DURATION" in first and "DTSTART" in first)
    for related, found in (("START", "DTSTART" in first), ("END", ends)):
        if related in frame.anchors and not found:
            report.add("ical.trigger-anchor", frame.anchors[related])


def _needs_start(frame: Frame, report: Report) -> None:
    """RFC 5545 3.6.2 and 3.8.2.4: what lasts or recurs begins, and some begin in any case, which has been told of."""
    first = frame.first
    if "DTSTART" in first or frame.name == "AVAILABLE" or (frame.name == "VEVENT" and not frame.method):
        return
    for name, rule in (("DURATION", "RFC 5545 3.6.2"), ("RRULE", "RFC 5545 3.8.2.4")):
        if name in first and (name == "RRULE" or frame.name == "VTODO"):
            says = f"{name} needs DTSTART"
            report.add("ical.missing", frame.begin("DTSTART"), says=says, rule=rule, hint="add DTSTART")


def _ends(frame: Frame, start: _values.Stamp, name: str, report: Report) -> None:
    first = frame.first
    if "DURATION" in first and start.is_date:
        length = _values.duration(first["DURATION"].value)
        if length and length.seconds and not length.days_alone:
            report.add("ical.duration-days", frame.place("DURATION"), first["DURATION"].value)
    end = stamp(first.get(name))
    if end is None:
        return
    rule = "RFC 5545 3.8.2.3" if name == "DUE" else None
    place, value = frame.place(name), first[name].value
    if end.is_date != start.is_date:
        report.add("ical.mixed-types", place, value, rule=rule)
    elif _is_floating(end, first[name]) != _is_floating(start, first["DTSTART"]):
        report.add("ical.mixed-zones", place, value, rule=rule)
    else:
        zones = _zone(start, first["DTSTART"]), _zone(end, first[name])
        _spans.check(Span(start, end, *zones, place, value, rule), frame, report)


def _zone(value: _values.Stamp, line: Line) -> str | None:
    """A TZID beside a time in UTC, which has been told of, changes nothing."""
    return None if value.utc else line.param("TZID")


def _is_floating(value: _values.Stamp, line: Line) -> bool:
    return not value.is_date and not value.utc and line.param("TZID") is None


def _recurs(frame: Frame, start: _values.Stamp, report: Report) -> None:
    wrong = frame.exdates.get("DATE-TIME" if start.is_date else "DATE")
    if wrong:
        report.add("ical.exdate", Place.of(wrong, frame.at("EXDATE")), wrong.value)
    rule = frame.first.get("RRULE")
    if rule is None:
        return
    parts = _recur.parts(rule.value)
    until = _values.date(parts.get("UNTIL", "")) or _values.date_time(parts.get("UNTIL", ""))
    if until and (until.is_date != start.is_date or until.utc != _needs_utc(frame, start)):
        report.add("ical.until", frame.place("RRULE"), parts["UNTIL"])
    if start.is_date and not {"BYHOUR", "BYMINUTE", "BYSECOND"}.isdisjoint(parts):
        says = "BYHOUR, BYMINUTE and BYSECOND have no meaning if DTSTART is a date"
        report.add("ical.rrule", frame.place("RRULE"), rule.value, says=says)


def _needs_utc(frame: Frame, start: _values.Stamp) -> bool:
    """RFC 5545 3.3.10: UNTIL is local beside a floating time, and in an observance always in UTC."""
    if frame.name in {"STANDARD", "DAYLIGHT"}:
        return True
    return not start.is_date and not _is_floating(start, frame.first["DTSTART"])
