"""Time zones (RFC 5545 3.6.5): each TZID has its VTIMEZONE, each VTIMEZONE its observances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.ical import _observances
from confkit.ical._lines import unescaped
from confkit.ical._lint import _entries, _values
from confkit.ical._lint._content import stamp, type_of
from confkit.ical._lint._report import Place
from confkit.ical._observances import STATED, rules_of

if TYPE_CHECKING:
    from confkit.ical._lines import Line
    from confkit.ical._lint._frame import Frame
    from confkit.ical._lint._report import Report

__all__ = ["check", "declared", "listed", "observance", "used"]


def used(line: Line, frame: Frame) -> None:
    """Remember the TZID of a line, and where it first stands."""
    zone = line.param("TZID")
    # RFC 5545 3.2.19: a name that begins with a slash belongs to a registry that everybody is to know.
    if not zone or zone.startswith("/") or frame.calendar is None:
        return
    known = frame.calendar.used.get(zone)
    if known:
        frame.calendar.used[zone] = (known[0], known[1] + 1)
    else:
        frame.calendar.used[zone] = (Place.of(line, frame.at(line.name), len(line.name)), 1)


def declared(frame: Frame, report: Report) -> None:
    """Look at a VTIMEZONE, and remember its TZID."""
    if not {"STANDARD", "DAYLIGHT"} & frame.children.keys():
        report.add("ical.zone-empty", frame.begin())
    line = frame.first.get("TZID")
    if line is None or frame.calendar is None:
        return
    if line.value in frame.calendar.declared:
        report.add("ical.zone-twice", frame.place("TZID"), line.value)
    location = frame.first.get("X-LIC-LOCATION")
    means = rules_of(frame.observances) or (location.value if location else "")
    for name in (line.value, unescaped(line.value)):
        frame.calendar.declared.setdefault(name, means)


def listed(line: Line, frame: Frame, path: str, report: Report) -> None:
    """Look at an RDATE of an observance, and remember it."""
    frame.dates.append(line.value)
    times = [_values.date_time(item) for item in line.value.split(",")]
    if type_of(line) != "DATE-TIME" or line.param("TZID") is not None or any(one.utc for one in times if one):
        report.add("ical.zone-onset", Place.of(line, path), line.value)


def observance(frame: Frame, report: Report) -> None:
    """Look at STANDARD or DAYLIGHT, and remember what it says."""
    stated = {name: [frame.first[name].value] * frame.counts[name] for name in STATED if name in frame.first}
    (frame.parent or frame).observances.append(_observances.observance({**stated, "RDATE": frame.dates}))
    line, start = frame.first.get("DTSTART"), stamp(frame.first.get("DTSTART"))
    if line and start and (start.is_date or start.utc or line.param("TZID") is not None):
        report.add("ical.zone-onset", frame.place("DTSTART"), line.value)
    else:
        _entries.check(frame, report)


def check(calendar: Frame, report: Report) -> None:
    """Tell of each TZID without a VTIMEZONE, where it first stands."""
    for zone, (place, count) in calendar.used.items():
        if zone not in calendar.declared:
            times = "" if count == 1 else f"; it is used {count} times"
            says = f"the calendar has no VTIMEZONE for this TZID{times}"
            report.add("ical.zone-undeclared", place, zone, says=says)
