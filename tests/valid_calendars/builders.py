"""Two calendars written by hand, and functions that make calendars from components and lines."""

from __future__ import annotations

import textwrap

__all__ = ["DAY", "INVITE", "calendar", "event", "message"]


def octets(text: str) -> bytes:
    """Return the octets of a calendar, with CRLF line ends."""
    return textwrap.dedent(text).lstrip("\n").replace("\n", "\r\n").encode()


DAY = octets("""
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//example.org//Days//EN
    CALSCALE:GREGORIAN
    NAME:Days
    COLOR:steelblue
    REFRESH-INTERVAL;VALUE=DURATION:P1D
    SOURCE;VALUE=URI:https://example.org/days.ics
    BEGIN:VTIMEZONE
    TZID:Asia/Shanghai
    BEGIN:STANDARD
    DTSTART:19700101T000000
    TZOFFSETFROM:+0800
    TZOFFSETTO:+0800
    TZNAME:CST
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:8f1c
    DTSTAMP:20270102T000000Z
    DTSTART;TZID=Asia/Shanghai:20270501T090000
    DTEND;TZID=Asia/Shanghai:20270501T180000
    SUMMARY;LANGUAGE=zh-Hans:开放地图日
    DESCRIPTION:One\\, two\\; three\\\\ and\\nfour: "five".
    LOCATION:Hall A\\, Haidian
    GEO:39.908800;116.397500
    CATEGORIES:MAPS,OPEN DATA
    STATUS:CONFIRMED
    TRANSP:OPAQUE
    SEQUENCE:1
    PRIORITY:5
    URL:https://example.org/day
    CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://example.org/room
    IMAGE;VALUE=URI;DISPLAY=BADGE:https://example.org/day.png
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Open Maps Day
    TRIGGER:-P1D
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:2b7d
    DTSTAMP:20270102T000000Z
    DTSTART;VALUE=DATE:20270401
    RRULE:FREQ=YEARLY;COUNT=3
    EXDATE;VALUE=DATE:20280401
    SUMMARY:Call opens
    RELATED-TO;RELTYPE=PARENT:8f1c
    END:VEVENT
    END:VCALENDAR
""")
"""A valid calendar of two events."""

INVITE = octets("""
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//example.org//Days//EN
    METHOD:REQUEST
    BEGIN:VEVENT
    UID:8f1c
    DTSTAMP:20270102T000000Z
    DTSTART:20270501T010000Z
    DTEND:20270501T100000Z
    SUMMARY:Open Maps Day
    SEQUENCE:1
    ORGANIZER;CN="Maps, Open":mailto:team@example.org
    ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION;CN=Wei:mailto:wei@example.org
    END:VEVENT
    END:VCALENDAR
""")
"""A valid message from an organizer to an attendee."""


def calendar(*parts: str, head: str = "") -> bytes:
    """Return a calendar of components, each a block of text."""
    rows = [row.strip() for part in parts for row in part.strip().splitlines()]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//Days//EN", *head.split(), *rows, "END:VCALENDAR"]
    return octets("\n".join("\n ".join(textwrap.wrap(line, 72, drop_whitespace=False)) for line in lines) + "\n")


def event(*lines: str) -> str:
    """Return a VEVENT at a fixed time with these lines added."""
    needed = ("UID:a", "DTSTAMP:20270101T000000Z", "DTSTART:20270501T090000Z")
    return "\n".join(["BEGIN:VEVENT", *needed, *lines, "END:VEVENT"])


def message(method: str, *lines: str) -> bytes:
    """Return a message about an event with the properties that every message needs."""
    needed = ("ORGANIZER:mailto:a@example.com", "SEQUENCE:1")
    return calendar(event(*needed, *lines), head=f"METHOD:{method}")
