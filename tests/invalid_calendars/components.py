"""Defects of components, and properties that are missing or occur twice."""

from __future__ import annotations

from valid_calendars import DAY, calendar, event

__all__ = ["COMPONENTS", "FILES"]

COMPONENTS = {
    "before": (b"BEGIN:VCALENDAR", b"X-A:b\r\nBEGIN:VCALENDAR", [("outside", 1)]),
    "after": (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nBEGIN:X-A\r\nEND:X-A\r\n", [("outside", 51)]),
    "no-end-of-calendar": (b"END:VCALENDAR\r\n", b"", [("unbalanced", 1)]),
    "no-end-of-event": (b"END:VEVENT\r\nBEGIN:VEVENT", b"BEGIN:VEVENT", [("unbalanced", 18)]),
    "no-end-of-last-event": (b"END:VEVENT\r\nEND:VCALENDAR", b"END:VCALENDAR", [("unbalanced", 41)]),
    "no-end-of-alarm": (
        b"END:VALARM\r\n",
        b"BEGIN:VALARM\r\nACTION:X-A\r\nTRIGGER:PT0S\r\nEND:VALARM\r\n",
        [("unbalanced", 35)],
    ),
    "no-begin": (
        b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Open Maps Day\r\nTRIGGER:-P1D\r\n",
        b"",
        [("unbalanced", 35)],
    ),
    "slip-in-end": (b"END:VCALENDAR", b"END:VCALENDARD", [("unbalanced", 50)]),
    "second-end": (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nEND:VCALENDAR\r\n", [("unbalanced", 51)]),
    "alarm-in-calendar": (
        b"BEGIN:VTIMEZONE",
        b"BEGIN:VALARM\r\nACTION:X-A\r\nTRIGGER:PT0S\r\nEND:VALARM\r\nBEGIN:VTIMEZONE",
        [("nesting", 9)],
    ),
    "observance-in-event": (
        b"BEGIN:VALARM",
        b"BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nEND:STANDARD\r\nBEGIN:VALARM",
        [("nesting", 35)],
    ),
    "property-after-zone": (b"END:VTIMEZONE", b"END:VTIMEZONE\r\nX-A:b\r\nX-C:d", [("property-order", 18)]),
    "property-after-alarm": (b"END:VALARM", b"END:VALARM\r\nX-A:b", [("property-order", 40)]),
    "no-version": (b"VERSION:2.0\r\n", b"", [("missing", 1)]),
    "no-prodid": (b"PRODID:-//example.org//Days//EN\r\n", b"", [("missing", 1)]),
    "no-uid": (b"UID:2b7d\r\n", b"", [("missing", 41)]),
    "no-dtstamp": (b"UID:2b7d\r\nDTSTAMP:20270102T000000Z\r\n", b"UID:2b7d\r\n", [("missing", 41)]),
    "no-dtstart": (b"DTSTART;VALUE=DATE:20270401\r\n", b"", [("missing", 41)]),
    "two-summaries": (b"SUMMARY:Call opens", b"SUMMARY:Call opens\r\nSUMMARY;LANGUAGE=zh:a", [("twice", 48)]),
    "two-versions": (b"VERSION:2.0", b"VERSION:2.0\r\nVERSION:2.0", [("twice", 3)]),
    "two-starts": (
        b"DTSTART;VALUE=DATE:20270401",
        b"DTSTART;VALUE=DATE:20270401\r\n" * 2,
        [("empty-line", 46), ("twice", 45)],
    ),
    "two-names-in-no-language": (b"NAME:Days", b"NAME:Days\r\nNAME:Tage", [("twice", 6)]),
    "two-names-in-a-language": (
        b"NAME:Days",
        b"NAME;LANGUAGE=de:Tage\r\nNAME:Days\r\nNAME;LANGUAGE=DE:Tag",
        [("twice", 7)],
    ),
    "status-of-an-alarm": (b"ACTION:DISPLAY", b"ACTION:DISPLAY\r\nSTATUS:CONFIRMED", [("misplaced", 37)]),
    "two-rules": (
        b"RRULE:FREQ=YEARLY;COUNT=3",
        b"RRULE:FREQ=YEARLY;COUNT=3\r\nRRULE:FREQ=DAILY",
        [("rrule-twice", 46)],
    ),
    "due-of-an-event": (b"TRANSP:OPAQUE", b"DUE:20270601T000000Z", [("misplaced", 29)]),
    "method-in-event": (b"TRANSP:OPAQUE", b"METHOD:PUBLISH", [("misplaced", 29)]),
    "uid-twice": (b"UID:2b7d", b"UID:8f1c", [("uid-twice", 42)]),
    "calendar-uid": (b"NAME:Days", b"UID:5fc5", [("calendar-uid", 5)]),
}
FILES = {
    "empty": (b"", [("not-calendar", 1)]),
    "a-web-page": (b"<!DOCTYPE html>\n<html>\n<p>Not found</p>\n", [("not-calendar", 1)]),
    "utf-16": (DAY.decode().encode("utf-16"), [("encoding", 1)]),
    "utf-16-without-mark": (DAY.decode().encode("utf-16-be"), [("encoding", 1)]),
    "utf-32": (DAY.decode().encode("utf-32-le"), [("encoding", 1)]),
    "lf": (DAY.replace(b"\r", b""), [("line-ends", 1)]),
    "cr": (DAY.replace(b"\n", b""), [("line-ends", 1)]),
    "cr-twice": (DAY.replace(b"\r", b"\r\r"), [("bare-cr", 1)]),
    "cr-and-long-line": (
        DAY.replace(b"\n", b"").replace(b"\rNAME:", b"\rNAME:" + b"a" * 75),
        [("line-ends", 1), ("line-length", 5)],
    ),
    "an-event-alone": (DAY[DAY.index(b"BEGIN:VEVENT\r\nUID:2b7d") : DAY.index(b"END:VCALENDAR")], [("outside", 1)]),
    "no-component": (calendar(), [("calendar-empty", 1)]),
    "first-line-folded": (b" X-A:b\r\n" + DAY, [("name", 1)]),
    "cut-off": (DAY[: DAY.index(b"SUMMARY:Call")], [("unbalanced", 1), ("unbalanced", 41)]),
    "next-begins-too-early": (DAY.replace(b"END:VCALENDAR\r\n", b"") + DAY, [("unbalanced", 1)]),
    "second-calendar": (DAY + DAY.replace(b"NAME:Days", b"NAME Days"), [("no-colon", 55)]),
    "event-in-a-component-of-ones-own": (calendar("BEGIN:X-A", event(), "END:X-A"), []),
    "twenty-deep": (calendar(event(*["BEGIN:X-A"] * 18, *["END:X-A"] * 18)), []),
    "deeper": (calendar(event(*["BEGIN:X-A"] * 20, "PRIORITY:x", *["END:X-A"] * 20)), [("too-deep", 26)]),
    "to-do-with-a-duration-and-no-start": (
        calendar("BEGIN:VTODO", "UID:a", "DTSTAMP:20270101T000000Z", "DURATION:PT1H", "END:VTODO"),
        [("missing", 4)],
    ),
    "journal-recurs-without-a-start": (
        calendar("BEGIN:VJOURNAL", "UID:a", "DTSTAMP:20270101T000000Z", "RRULE:FREQ=DAILY", "END:VJOURNAL"),
        [("missing", 4)],
    ),
    "available-without-a-start": (
        calendar(
            "BEGIN:VAVAILABILITY\nUID:a\nDTSTAMP:20270101T000000Z",
            "BEGIN:AVAILABLE\nUID:b\nDTSTAMP:20270101T000000Z\nRRULE:FREQ=DAILY\nEND:AVAILABLE\nEND:VAVAILABILITY",
        ),
        [("missing", 7)],
    ),
    "to-do-ends-before-it-starts": (
        calendar(event("DUE:20270501T090000Z").replace("VEVENT", "VTODO")),
        [("end", 8)],
    ),
    "alarm-at-no-start": (
        calendar(
            "BEGIN:VTODO\nUID:a\nDTSTAMP:20270101T000000Z\nDUE:20270501T090000Z",
            "BEGIN:VALARM\nACTION:X-A\nTRIGGER:PT0S\nEND:VALARM\nEND:VTODO",
        ),
        [("trigger-anchor", 10)],
    ),
    "status-of-a-to-do": (calendar(event("STATUS:CONFIRMED").replace("VEVENT", "VTODO")), [("status", 8)]),
    "status-of-a-journal": (calendar(event("STATUS:CONFIRMED").replace("VEVENT", "VJOURNAL")), [("status", 8)]),
    "percent": (calendar(event("PERCENT-COMPLETE:101").replace("VEVENT", "VTODO")), [("range", 8)]),
    "busy-in-local-time": (
        calendar(event("DTEND:20270502T090000Z").replace("VEVENT", "VFREEBUSY").replace("T090000Z", "T090000")),
        [("utc", 7), ("utc", 8)],
    ),
    "busy-periods-in-local-time": (
        calendar(event("FREEBUSY:20270501T090000/PT1H").replace("VEVENT", "VFREEBUSY")),
        [("utc", 8)],
    ),
    "same-instance-twice": (
        calendar(event("RECURRENCE-ID:20270502T090000Z"), event("RECURRENCE-ID:20270502T090000Z")),
        [("uid-twice", 11)],
    ),
    "instance-of-another-type": (
        calendar(event("RECURRENCE-ID;VALUE=DATE:20270502"), event("RRULE:FREQ=DAILY")),
        [("recurrence-id", 8)],
    ),
    "instance-without-a-zone": (
        calendar(event("RECURRENCE-ID:20270502T090000"), event("RRULE:FREQ=DAILY")),
        [("recurrence-id", 8)],
    ),
    "participant-in-a-calendar": (
        calendar("BEGIN:PARTICIPANT\nUID:a\nPARTICIPANT-TYPE:ACTIVE\nEND:PARTICIPANT"),
        [("nesting", 4)],
    ),
    "available-without-a-stamp": (
        calendar(
            "BEGIN:VAVAILABILITY\nUID:a\nDTSTAMP:20270101T000000Z",
            "BEGIN:AVAILABLE\nUID:b\nDTSTART:20270501T090000Z\nEND:AVAILABLE\nEND:VAVAILABILITY",
        ),
        [("missing", 7)],
    ),
    "available-with-two-rules": (
        calendar(
            "BEGIN:VAVAILABILITY\nUID:a\nDTSTAMP:20270101T000000Z\nBEGIN:AVAILABLE\nUID:b\nDTSTAMP:20270101T000000Z",
            "DTSTART:20270501T090000Z\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY\nEND:AVAILABLE\nEND:VAVAILABILITY",
        ),
        [("twice", 12)],
    ),
    "two-styled-descriptions": (
        calendar(
            event("STYLED-DESCRIPTION;VALUE=TEXT:a", "STYLED-DESCRIPTION;VALUE=URI;DERIVED=FALSE:https://example.org/a")
        ),
        [("twice", 9)],
    ),
    "two-sounds": (
        calendar(
            event(
                *("BEGIN:VALARM", "ATTACH:https://example.org/a", "ATTACH:https://example.org/b"),
                *("ACTION:AUDIO", "TRIGGER:PT0S", "END:VALARM"),
            )
        ),
        [("twice", 10)],
    ),
    "year-nought-in-another-zone": (
        calendar(event("DTEND;TZID=/x:00000101T000000")),
        [],
    ),
}
