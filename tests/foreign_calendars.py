"""Calendars as other programs write them, with a picnic as their event."""

from __future__ import annotations

from confkit import ical

REQUIRED = ["UID:picnic", "DTSTAMP:20270101T120000Z", "SUMMARY:Picnic"]
DAY = "DTSTART;VALUE=DATE:20270501"
SUMMER = ["DTSTART:20200329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"]


def calendar(*lines, head=()):
    """Return a calendar of these lines."""
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", *head, *lines, "END:VCALENDAR", ""]
    return "\r\n".join(rows).encode()


def event(*lines, head=REQUIRED):
    return ["BEGIN:VEVENT", *head, *lines, "END:VEVENT"]


def read_event(*lines, head=REQUIRED, before=()):
    """Read a calendar with one event; return the conference and the findings."""
    loaded = ical.loads(calendar(*before, *event(*lines, head=head)))
    (found,) = loaded.conferences
    return found, loaded.findings


def levels_codes_and_lines(findings):
    """Return level, code and line of each finding."""
    return [(finding.level, finding.code, finding.where.line) for finding in findings]


def times_in_zone(name):
    return f"DTSTART;TZID={name}:20270501T090000", f"DTEND;TZID={name}:20270501T170000"


def vtimezone(name, *observances, extra=()):
    rows = [row for one in observances for row in ["BEGIN:STANDARD", *one, "END:STANDARD"]]
    return ["BEGIN:VTIMEZONE", f"TZID:{name}", *extra, *rows, "END:VTIMEZONE"]
