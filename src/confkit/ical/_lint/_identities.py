"""Which component is which (RFC 5545 3.8.4.4 and 3.8.4.7), and a calendar that has none or too much of an identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.ical._lint._content import stamp

if TYPE_CHECKING:
    from confkit.ical._lines import Line
    from confkit.ical._lint._frame import Frame
    from confkit.ical._lint._report import Report

__all__ = ["check", "remember"]


def remember(frame: Frame, report: Report) -> None:
    """Tell of an entry that has the same UID and RECURRENCE-ID as one before it in the same calendar."""
    line, instance = frame.first.get("UID"), frame.first.get("RECURRENCE-ID")
    if line is None or frame.calendar is None:
        return
    when = (instance.value, instance.param("TZID") or "") if instance else ()
    identity = (frame.name, line.value, *when)
    if identity in frame.calendar.identities:
        report.add("ical.uid-twice", frame.place("UID"), line.value)
    frame.calendar.identities.add(identity)
    form = _form(instance or frame.first.get("DTSTART"))
    if form and instance:
        place = frame.place("RECURRENCE-ID")
        frame.calendar.instances.append((frame.name, line.value, form, place, instance.value))
    elif form:
        frame.calendar.masters[frame.name, line.value] = form


def _form(line: Line | None) -> str:
    """Return what a value is: a date, a time without a zone, or a time with one."""
    value = stamp(line)
    if line is None or value is None:
        return ""
    if value.is_date:
        return "a date"
    return "a time with a zone" if value.utc or line.param("TZID") else "a time without a zone"


def check(calendar: Frame, report: Report) -> None:
    """Look at a calendar as a whole."""
    if not calendar.children:
        report.add("ical.calendar-empty", calendar.begin())
    for name, uid, form, place, value in calendar.instances:
        master = calendar.masters.get((name, uid), form)
        if master != form:
            says = f"RECURRENCE-ID is {form}, but the DTSTART of the recurring component is {master}"
            report.add("ical.recurrence-id", place, value, says=says)
    events = {uid for name, uid, *_ in calendar.identities if name == "VEVENT"}
    if "UID" in calendar.first and len(events) > 1:
        report.add("ical.calendar-uid", calendar.place("UID"), calendar.first["UID"].value)
