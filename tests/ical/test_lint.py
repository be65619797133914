"""The linter: one defect a file and all that is said about it, and nothing about what is in order."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import time
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from confkit import files, ical
from confkit.errors import Finding, InvalidValueError, UnwritableError
from confkit.ical._lint import RULES
from sound_calendars import DAY, INVITE, SOUND, calendar, event, message
from strategies import conferences, examples

GOLDEN = Path(__file__).parent.parent / "golden"


def found(data: bytes) -> list[tuple[str, int | None]]:
    """Return code and line of each finding."""
    return codes(ical.lint(data))


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, int | None]]:
    return [(one.code.removeprefix("ical."), one.where.line) for one in findings if one.where]


@pytest.mark.parametrize("data", SOUND.values(), ids=SOUND)
def test_lint_of_a_sound_calendar_finds_nothing(data: bytes) -> None:
    assert ical.lint(data) == ()


@pytest.mark.parametrize("path", sorted(GOLDEN.rglob("*.ics")), ids=lambda path: path.name)
def test_lint_of_a_golden_calendar_finds_nothing(path: Path) -> None:
    assert ical.lint(path.read_bytes()) == ()


@pytest.mark.parametrize("path", sorted(GOLDEN.rglob("*.eml")), ids=lambda path: path.name)
def test_lint_of_the_calendar_in_a_golden_mail_finds_nothing(path: Path) -> None:
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    found = [part.get_payload(decode=True) for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert [ical.lint(data) for data in found] == [()]


# One change to the calendar of the day, and all that is found then.
OCTETS = {
    "byte-order-mark": (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR", [("byte-order-mark", 1)]),
    "one-lf": (b"NAME:Days\r\n", b"NAME:Days\n", [("line-ends", 5)]),
    "bare-cr": (b"NAME:Days", b"NAME:Da\rys", [("bare-cr", 5)]),
    "bare-crs": (b"NAME:Days", b"NAME:\rDa\rys", [("bare-cr", 5)]),
    "no-last-line-end": (b"END:VCALENDAR\r\n", b"END:VCALENDAR", [("last-line", 50)]),
    "empty-line": (b"BEGIN:VTIMEZONE", b"\r\nBEGIN:VTIMEZONE", [("empty-line", 9)]),
    "empty-lines": (b"BEGIN:VTIMEZONE", b"\r\n\n\r\nBEGIN:VTIMEZONE", [("line-ends", 10), ("empty-line", 9)]),
    "empty-line-last": (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\n\r\n", [("empty-line", 51)]),
    "empty-line-in-a-fold": (b"NAME:Days", b"NAME:\r\n\r\n Days", [("empty-line", 6)]),
    "line-of-76": (b"NAME:Days", b"NAME:" + b"a" * 71, [("line-length", 5)]),
    "fold-of-76": (b"NAME:Days", b"NAME:\r\n " + b"a" * 75, [("line-length", 6)]),
    "line-of-76-octets": (b"NAME:Days", b"NAME:" + "地".encode() * 24, [("line-length", 5)]),
    "split-character": ("放".encode(), b"\xe6\x94\r\n \xbe", [("split-character", 23)]),
    "split-escape": (rb"One\,", b"One\\\r\n ,", [("split-escape", 24)]),
    "no-utf-8": (b"NAME:Days", b"NAME:D\xe4ys", [("utf-8", 5)]),
    "no-utf-8-after-a-fold": (b"NAME:Days", b"NAME:D\r\n ay\xff", [("utf-8", 6)]),
    "control": (b"NAME:Days", b"NAME:D\x07ays", [("control", 5)]),
    "control-after-a-fold": (b"NAME:Days", b"NAME:D\r\n a\x00ys", [("control", 6)]),
    "delete": (b"NAME:Days", b"NAME:D\x7fays", [("control", 5)]),
}
LINES = {
    "no-colon": (b"NAME:Days", b"NAME Days", [("no-colon", 5)]),
    "no-colon-folded": (b"NAME:Days", b"NAME\r\n Days", [("no-colon", 5)]),
    "no-name": (b"NAME:Days", b":Days", [("name", 5)]),
    "blank-in-name": (b"NAME:Days", b"NAME :Days", [("name", 5)]),
    "underscore-in-name": (b"NAME:Days", b"X_NAME:Days", [("name", 5)]),
    "blank-after-component": (b"BEGIN:STANDARD", b"BEGIN:STANDARD ", [("name", 11)]),
    "no-component": (b"CALSCALE:GREGORIAN", b"BEGIN:", [("name", 4)]),
    "parameter-without-value": (b"SUMMARY;LANGUAGE=zh-Hans", b"SUMMARY;LANGUAGE", [("parameter", 23)]),
    "open-quote": (b"SUMMARY;LANGUAGE=zh-Hans", b'SUMMARY;X-A="b', [("parameter", 23)]),
    "quote-within": (b"SUMMARY;LANGUAGE=zh-Hans", b'SUMMARY;X-A=b"c"', [("parameter", 23)]),
    "parameter-twice": (b"SUMMARY;LANGUAGE=zh-Hans", b"SUMMARY;LANGUAGE=zh;LANGUAGE=zh", [("parameter-twice", 23)]),
    "language": (b"SUMMARY;LANGUAGE=zh-Hans", b"SUMMARY;LANGUAGE=zh_Hans", [("language", 23)]),
    "several-languages": (b"SUMMARY;LANGUAGE=zh-Hans", b"SUMMARY;LANGUAGE=zh,en", [("parameter-value", 23)]),
    "related": (b"TRIGGER:", b"TRIGGER;RELATED=BEGIN:", [("parameter-value", 38)]),
    "no-type": (b"SOURCE;VALUE=URI", b"SOURCE;VALUE=", [("parameter-value", 8)]),
    "no-zone": (b"DTEND;TZID=Asia/Shanghai", b"DTEND;TZID=", [("parameter-value", 22)]),
    "parameters": (b"SUMMARY;LANGUAGE=zh-Hans", b"SUMMARY\r\n " + b";X-A=\r\n " * 1001, [("too-large", 23)]),
}
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
    "two-rules": (
        b"RRULE:FREQ=YEARLY;COUNT=3",
        b"RRULE:FREQ=YEARLY;COUNT=3\r\nRRULE:FREQ=DAILY",
        [("rrule-twice", 46)],
    ),
    "misplaced": (b"TRANSP:OPAQUE", b"DUE:20270601T000000Z", [("misplaced", 29)]),
    "method-in-event": (b"TRANSP:OPAQUE", b"METHOD:PUBLISH", [("misplaced", 29)]),
    "uid-twice": (b"UID:2b7d", b"UID:8f1c", [("uid-twice", 42)]),
    "calendar-uid": (b"NAME:Days", b"UID:5fc5", [("calendar-uid", 5)]),
}
VALUES = {
    "value-type": (b"DTSTART;VALUE=DATE:20270401", b"DTSTART;VALUE=PERIOD:20270401", [("value-type", 44)]),
    "refresh-without-type": (b"REFRESH-INTERVAL;VALUE=DURATION:", b"REFRESH-INTERVAL:", [("value-required", 7)]),
    "image-without-type": (b"IMAGE;VALUE=URI", b"IMAGE", [("value-required", 34)]),
    "conference-without-type": (b"CONFERENCE;VALUE=URI", b"CONFERENCE", [("value-required", 33)]),
    "conference-of-text": (b"CONFERENCE;VALUE=URI", b"CONFERENCE;VALUE=TEXT", [("value-type", 33)]),
    "binary": (
        b"IMAGE;VALUE=URI;DISPLAY=BADGE:https://example.org/day.png",
        b"IMAGE;VALUE=BINARY:AAAA",
        [("binary", 34)],
    ),
    "no-base64": (
        b"IMAGE;VALUE=URI;DISPLAY=BADGE:https://example.org/day.png",
        b"IMAGE;VALUE=BINARY;ENCODING=BASE64:AAA",
        [("binary", 34)],
    ),
    "boolean": (b"TRANSP:OPAQUE", b"X-A;VALUE=BOOLEAN:YES", [("boolean", 29)]),
    "organizer-without-scheme": (b"TRANSP:OPAQUE", b"ORGANIZER:team@example.org", [("cal-address", 29)]),
    "attendee-without-scheme": (b"TRANSP:OPAQUE", b"ATTENDEE:Wei", [("cal-address", 29)]),
    "rsvp": (b"TRANSP:OPAQUE", b"ATTENDEE;RSVP=YES:mailto:a@example.org", [("parameter-value", 29)]),
    "name-with-comma": (b"TRANSP:OPAQUE", b"ATTENDEE;CN=Wei, Li:mailto:a@example.org", [("parameter-value", 29)]),
    "address-without-quotes": (b"TRANSP:OPAQUE", b"ATTENDEE;SENT-BY=mailto:a:mailto:b", [("parameter-value", 29)]),
    "encoding": (b"TRANSP:OPAQUE", b"COMMENT;ENCODING=QUOTED-PRINTABLE:a=20b", [("parameter-value", 29)]),
    "range": (b"TRANSP:OPAQUE", b"RECURRENCE-ID;RANGE=ALL:20270501T090000Z", [("parameter-value", 29)]),
    "date": (b"DTSTART;VALUE=DATE:20270401", b"DTSTART;VALUE=DATE:20270229", [("date", 44)]),
    "month": (b"DTSTART;VALUE=DATE:20270401", b"DTSTART;VALUE=DATE:20271301", [("date", 44)]),
    "iso-date": (b"DTSTART;VALUE=DATE:20270401", b"DTSTART;VALUE=DATE:2027-04-01", [("date", 44)]),
    "date-without-type": (b"DTSTART;VALUE=DATE:20270401", b"DTSTART:20270401", [("date-time", 44)]),
    "date-time": (b"20270501T180000", b"20270501T240000", [("date-time", 22)]),
    "minute": (b"20270501T180000", b"20270501T186000", [("date-time", 22)]),
    "offset-in-time": (b"20270501T180000", b"20270501T180000+0800", [("date-time", 22)]),
    "fullwidth-digits": (b"20270501T180000", "２0270501T180000".encode(), [("date-time", 22)]),
    "empty-date": (b"EXDATE;VALUE=DATE:20280401", b"EXDATE;VALUE=DATE:", [("date", 46)]),
    "second-date": (b"EXDATE;VALUE=DATE:20280401", b"EXDATE;VALUE=DATE:20280401,2028", [("date", 46)]),
    "duration": (b"TRIGGER:-P1D", b"TRIGGER:-PT1H30S", [("duration", 38)]),
    "empty-duration": (b"TRIGGER:-P1D", b"TRIGGER:-P", [("duration", 38)]),
    "weeks-and-days": (b"VALUE=DURATION:P1D", b"VALUE=DURATION:P1W1D", [("duration", 7)]),
    "duration-of-many-digits": (b"TRIGGER:-P1D", b"TRIGGER:-P1" + b"0" * 58 + b"D", [("duration", 38)]),
    "no-refresh": (b"VALUE=DURATION:P1D", b"VALUE=DURATION:PT0S", [("refresh", 7)]),
    "float": (b"TRANSP:OPAQUE", b"X-A;VALUE=FLOAT:1e3", [("float", 29)]),
    "integer": (b"SEQUENCE:1", b"SEQUENCE:1.0", [("integer", 30)]),
    "large-integer": (b"SEQUENCE:1", b"SEQUENCE:2147483648", [("integer", 30)]),
    "sequence": (b"SEQUENCE:1", b"SEQUENCE:-1", [("range", 30)]),
    "priority": (b"PRIORITY:5", b"PRIORITY:10", [("range", 31)]),
    "period": (b"TRANSP:OPAQUE", b"RDATE;VALUE=PERIOD:20270501T010000Z/PT0S", [("period", 29)]),
    "backward-period": (b"TRANSP:OPAQUE", b"RDATE;VALUE=PERIOD:20270501T010000Z/20270501T000000Z", [("period", 29)]),
    "half-a-period": (b"TRANSP:OPAQUE", b"RDATE;VALUE=PERIOD:20270501T010000Z", [("period", 29)]),
    "comma": (rb"One\, two", b"One, two", [("text-separator", 24)]),
    "semicolon": (rb"two\; three", b"two; three; four", [("text-separator", 24)]),
    "semicolon-in-a-list": (b"MAPS,OPEN DATA", b"MAPS;OPEN DATA", [("text-separator", 27)]),
    "escape": (rb"One\, two", rb"One\, t\wo \x", [("text-escape", 24)]),
    "last-backslash": (b"SUMMARY:Call opens", b"SUMMARY:Call opens\\", [("text-escape", 47)]),
    "time": (b"TRANSP:OPAQUE", b"X-A;VALUE=TIME:25:00", [("time", 29)]),
    "uri-without-scheme": (b"URL:https://example.org/day", b"URL:www.example.org/day", [("uri", 32)]),
    "uri-with-blank": (b"URL:https://example.org/day", b"URL:https://example.org/a day", [("uri", 32)]),
    "empty-uri": (b"URL:https://example.org/day", b"URL:", [("uri", 32)]),
    "utc-offset": (b"TZOFFSETTO:+0800", b"TZOFFSETTO:+5744", [("utc-offset", 14)]),
    "minus-nought": (b"TZOFFSETTO:+0800", b"TZOFFSETTO:-0000", [("utc-offset", 14)]),
    "offset-with-colon": (b"TZOFFSETTO:+0800", b"TZOFFSETTO:+08:00", [("utc-offset", 14)]),
    "version": (b"VERSION:2.0", b"VERSION:1.0", [("version", 2)]),
    "calscale": (b"CALSCALE:GREGORIAN", b"CALSCALE:JULIAN", [("calscale", 4)]),
    "colour": (b"COLOR:steelblue", b"COLOR:#4682b4", [("color", 6)]),
    "latitude": (b"GEO:39.908800;116.397500", b"GEO:116.397500;39.908800", [("geo", 26)]),
    "longitude": (b"GEO:39.908800;116.397500", b"GEO:39.9088;-180.1", [("geo", 26)]),
    "geo-with-comma": (b"GEO:39.908800;116.397500", b"GEO:39.9088,116.3975", [("geo", 26)]),
    "geo-with-backslash": (b"GEO:39.908800;116.397500", b"GEO:39.9088\\;116.3975", [("geo", 26)]),
    "geo-with-exponent": (b"GEO:39.908800;116.397500", b"GEO:39.9088;1e-7", [("geo", 26)]),
    "status": (b"STATUS:CONFIRMED", b"STATUS:COMPLETED", [("status", 28)]),
    "transp": (b"TRANSP:OPAQUE", b"TRANSP:BUSY", [("transp", 29)]),
}
TIMES = {
    "stamp-with-zone": (b"UID:2b7d\r\nDTSTAMP:", b"UID:2b7d\r\nDTSTAMP;TZID=Asia/Shanghai:", [("tzid-use", 43)]),
    "local-stamp": (b"SUMMARY:Call opens", b"CREATED:20270102T000000", [("utc", 47)]),
    "zone-beside-date": (b"DTSTART;VALUE=DATE:", b"DTSTART;VALUE=DATE;TZID=Asia/Shanghai:", [("tzid-use", 44)]),
    "zone-beside-utc": (b"20270501T180000", b"20270501T180000Z", [("tzid-use", 22)]),
    "end-before-start": (b"20270501T180000", b"20270501T080000", [("end", 22)]),
    "end-at-start": (b"20270501T180000", b"20270501T090000", [("end", 22)]),
    "end-a-day-before-start": (b"DTEND;TZID=Asia/Shanghai:20270501T180000", b"DTEND:20270430T060000Z", [("end", 22)]),
    "day-ends-on-itself": (b"SUMMARY:Call opens", b"DTEND;VALUE=DATE:20270401", [("end", 47)]),
    "end-and-duration": (b"TRANSP:OPAQUE", b"DURATION:PT1H", [("end-and-duration", 29)]),
    "no-duration": (b"DTEND;TZID=Asia/Shanghai:20270501T180000", b"DURATION:PT0S", [("duration-positive", 22)]),
    "backward-duration": (b"DTEND;TZID=Asia/Shanghai:20270501T180000", b"DURATION:-PT1H", [("duration-positive", 22)]),
    "hours-beside-a-date": (b"SUMMARY:Call opens", b"DURATION:P1DT1H", [("duration-days", 47)]),
    "end-is-a-date": (b"DTEND;TZID=Asia/Shanghai:20270501T180000", b"DTEND;VALUE=DATE:20270502", [("mixed-types", 22)]),
    "end-without-zone": (b"DTEND;TZID=Asia/Shanghai:", b"DTEND:", [("mixed-zones", 22)]),
    "exdate": (b"EXDATE;VALUE=DATE:20280401", b"EXDATE:20280401T000000Z", [("exdate", 46)]),
    "until-with-time": (b"COUNT=3", b"UNTIL=20300401T000000Z", [("until", 45)]),
    "until-local": (b"TRANSP:OPAQUE", b"RRULE:FREQ=DAILY;UNTIL=20270601T000000", [("until", 29)]),
    "hour-of-a-day": (b"COUNT=3", b"COUNT=3;BYHOUR=9", [("rrule", 45)]),
    "zone-undeclared": (b"TZID:Asia/Shanghai", b"TZID:Asia/Chongqing", [("zone-undeclared", 21)]),
    "zone-twice": (
        b"END:VTIMEZONE\r\n",
        DAY[DAY.index(b"END:VTIMEZONE") : DAY.index(b"BEGIN:VEVENT")]
        + DAY[DAY.index(b"BEGIN:VTIMEZONE") : DAY.index(b"BEGIN:VEVENT")],
        [("zone-twice", 19)],
    ),
    "zone-without-name": (b"TZID:Asia/Shanghai\r\n", b"", [("missing", 9), ("zone-undeclared", 20)]),
    "zone-without-observance": (
        DAY[DAY.index(b"BEGIN:STANDARD") : DAY.index(b"END:VTIMEZONE")],
        b"",
        [("zone-empty", 9)],
    ),
    "observance-without-offset": (b"TZOFFSETFROM:+0800\r\n", b"", [("missing", 11)]),
    "observance-without-onset": (b"DTSTART:19700101T000000\r\n", b"", [("missing", 11)]),
    "onset-in-utc": (b"19700101T000000", b"19700101T000000Z", [("zone-onset", 12)]),
    "onset-of-a-day": (b"DTSTART:19700101T000000", b"DTSTART;VALUE=DATE:19700101", [("zone-onset", 12)]),
    "observance-until-local": (b"TZNAME:CST", b"RRULE:FREQ=YEARLY;UNTIL=19800101T000000", [("until", 15)]),
    "alarm-without-action": (b"ACTION:DISPLAY\r\n", b"", [("missing", 35)]),
    "alarm-without-trigger": (b"TRIGGER:-P1D\r\n", b"", [("missing", 35)]),
    "alarm-without-words": (b"DESCRIPTION:Open Maps Day\r\n", b"", [("missing", 35)]),
    "alarm-without-address": (b"ACTION:DISPLAY", b"ACTION:EMAIL\r\nSUMMARY:a", [("missing", 35)]),
    "repeat-without-duration": (b"ACTION:DISPLAY", b"ACTION:DISPLAY\r\nREPEAT:2", [("missing", 35)]),
    "duration-without-repeat": (b"ACTION:DISPLAY", b"ACTION:DISPLAY\r\nDURATION:PT1H", [("missing", 35)]),
    "absolute-trigger": (b"TRIGGER:-P1D", b"TRIGGER:20270430T010000Z", [("trigger", 38)]),
    "local-trigger": (b"TRIGGER:-P1D", b"TRIGGER;VALUE=DATE-TIME:20270430T010000", [("trigger", 38)]),
    "related-beside-absolute": (
        b"TRIGGER:-P1D",
        b"TRIGGER;VALUE=DATE-TIME;RELATED=END:20270430T010000Z",
        [("trigger", 38)],
    ),
    "trigger": (b"TRIGGER:-P1D", b"TRIGGER:1 day", [("duration", 38)]),
    "trigger-at-no-end": (
        b"SUMMARY:Call opens",
        b"BEGIN:VALARM\r\nACTION:X-A\r\nTRIGGER;RELATED=END:PT0S\r\nEND:VALARM",
        [("trigger-anchor", 49), ("property-order", 51)],
    ),
}
CHANGES = {
    f"{kind}-{name}": case
    for kind, table in {
        "octets": OCTETS,
        "lines": LINES,
        "components": COMPONENTS,
        "values": VALUES,
        "times": TIMES,
    }.items()
    for name, case in table.items()
}


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES.values(), ids=CHANGES)
def test_lint_finds_a_defect_at_its_line(old: bytes, new: bytes, expected: list[tuple[str, int]]) -> None:
    assert old in DAY
    assert sorted(found(DAY.replace(old, new, 1))) == sorted(expected)


WHOLE = {
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
    "second-of-two": (DAY + DAY.replace(b"NAME:Days", b"NAME Days"), [("no-colon", 55)]),
    "event-in-a-component-of-ones-own": (calendar("BEGIN:X-A", event(), "END:X-A"), []),
    "twenty-deep": (calendar(event(*["BEGIN:X-A"] * 18, *["END:X-A"] * 18)), []),
    "deeper": (calendar(event(*["BEGIN:X-A"] * 20, "PRIORITY:x", *["END:X-A"] * 20)), [("too-deep", 26)]),
    "to-do-counts-from-nothing": (
        calendar("BEGIN:VTODO", "UID:a", "DTSTAMP:20270101T000000Z", "DURATION:PT1H", "END:VTODO"),
        [("missing", 4)],
    ),
    "journal-recurs-from-nowhere": (
        calendar("BEGIN:VJOURNAL", "UID:a", "DTSTAMP:20270101T000000Z", "RRULE:FREQ=DAILY", "END:VJOURNAL"),
        [("missing", 4)],
    ),
    "available-from-nowhere": (
        calendar(
            "BEGIN:VAVAILABILITY\nUID:a\nDTSTAMP:20270101T000000Z",
            "BEGIN:AVAILABLE\nUID:b\nRRULE:FREQ=DAILY\nEND:AVAILABLE\nEND:VAVAILABILITY",
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
    "year-nought-in-another-zone": (
        calendar(event("DTEND;TZID=/x:00000101T000000")),
        [],
    ),
}


@pytest.mark.parametrize(("data", "expected"), WHOLE.values(), ids=WHOLE)
def test_lint_of_a_whole_file(data: bytes, expected: list[tuple[str, int]]) -> None:
    assert found(data) == expected


NO_RULES = {
    "empty": "",
    "no-frequency": "COUNT=3",
    "unknown-frequency": "FREQ=FORTNIGHTLY",
    "last-semicolon": "FREQ=DAILY;",
    "part-twice": "FREQ=DAILY;COUNT=3;COUNT=4",
    "unknown-part": "FREQ=DAILY;TIMES=3",
    "frequency-late": "COUNT=3;FREQ=DAILY",
    "until-and-count": "FREQ=DAILY;COUNT=3;UNTIL=20280101T000000Z",
    "until": "FREQ=DAILY;UNTIL=2028",
    "count": "FREQ=DAILY;COUNT=0",
    "interval": "FREQ=DAILY;INTERVAL=-1",
    "hour": "FREQ=DAILY;BYHOUR=24",
    "no-hour": "FREQ=DAILY;BYHOUR=9,noon",
    "month-day": "FREQ=MONTHLY;BYMONTHDAY=32",
    "month-day-nought": "FREQ=MONTHLY;BYMONTHDAY=0",
    "month": "FREQ=YEARLY;BYMONTH=13",
    "leap-month": "FREQ=YEARLY;BYMONTH=5L",
    "day": "FREQ=WEEKLY;BYDAY=MONDAY",
    "day-number": "FREQ=MONTHLY;BYDAY=0MO",
    "numbered-day-of-week": "FREQ=WEEKLY;BYDAY=1MO",
    "numbered-day-of-week-number": "FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO",
    "week-start": "FREQ=WEEKLY;WKST=M",
    "month-day-of-week": "FREQ=WEEKLY;BYMONTHDAY=3",
    "year-day-of-month": "FREQ=MONTHLY;BYYEARDAY=3",
    "week-of-month": "FREQ=MONTHLY;BYWEEKNO=3",
    "position-of-nothing": "FREQ=MONTHLY;BYSETPOS=1",
    "skip": "FREQ=MONTHLY;SKIP=OMIT",
    "skip-nowhere": "RSCALE=HEBREW;FREQ=MONTHLY;SKIP=NOWHERE",
}


@pytest.mark.parametrize("rule", NO_RULES.values(), ids=NO_RULES)
def test_lint_finds_what_is_no_recurrence_rule(rule: str) -> None:
    assert found(calendar(event(f"RRULE:{rule}"))) == [("rrule", 8)]


ATTENDEE = b"ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION;CN=Wei:mailto:wei@example.org\r\n"
ORGANIZER = b'ORGANIZER;CN="Maps, Open":mailto:team@example.org\r\n'
MESSAGES = {
    "unknown-method": (INVITE.replace(b"REQUEST", b"INVITE"), [("method", 4)]),
    "request-without-attendee": (INVITE.replace(ATTENDEE, b""), [("method-missing", 5)]),
    "request-without-organizer": (INVITE.replace(ORGANIZER, b""), [("method-missing", 5)]),
    "request-without-start": (INVITE.replace(b"DTSTART:20270501T010000Z\r\n", b""), [("method-missing", 5)]),
    "request-without-summary": (INVITE.replace(b"SUMMARY:Open Maps Day\r\n", b""), [("method-missing", 5)]),
    "cancelled-request": (INVITE.replace(b"SEQUENCE", b"STATUS:CANCELLED\r\nSEQUENCE"), [("method-status", 11)]),
    "publish-with-attendee": (INVITE.replace(b"METHOD:REQUEST", b"METHOD:PUBLISH"), [("method-extra", 13)]),
    "publish-without-organizer": (
        message("PUBLISH", "SUMMARY:a").replace(b"ORGANIZER:mailto:a@example.com\r\n", b""),
        [("method-missing", 5)],
    ),
    "cancel-without-sequence": (message("CANCEL").replace(b"SEQUENCE:1\r\n", b""), [("method-missing", 5)]),
    "cancel-without-organizer": (
        message("CANCEL").replace(b"ORGANIZER:mailto:a@example.com\r\n", b""),
        [("method-missing", 5)],
    ),
    "confirmed-cancel": (message("CANCEL", "STATUS:CONFIRMED"), [("method-status", 11)]),
    "cancel-with-alarm": (
        message("CANCEL", "BEGIN:VALARM", "ACTION:X-A", "TRIGGER:PT0S", "END:VALARM"),
        [("method-extra", 5)],
    ),
    "reply-without-attendee": (message("REPLY"), [("method-missing", 5)]),
    "reply-of-two": (
        message("REPLY", "ATTENDEE:mailto:b@example.com", "ATTENDEE:mailto:c@example.com"),
        [("method-extra", 12)],
    ),
    "add-of-an-instance": (message("ADD", "SUMMARY:a", "RECURRENCE-ID:20270501T090000Z"), [("method-extra", 12)]),
    "refresh-with-words": (
        message("REFRESH", "ATTENDEE:mailto:b@example.com", "SUMMARY:a"),
        [("method-extra", 8), ("method-extra", 10), ("method-extra", 12)],
    ),
    "two-uids": (
        INVITE.replace(b"END:VCALENDAR\r\n", INVITE[INVITE.index(b"BEGIN:VEVENT") :].replace(b"8f1c", b"2b7d")),
        [("method-uid", 16)],
    ),
    "reply-of-a-journal": (
        message("REPLY", "ATTENDEE:mailto:b@example.com").replace(b"VEVENT", b"VJOURNAL"),
        [("method-component", 5)],
    ),
    "two-kinds": (
        message("PUBLISH", "SUMMARY:a").replace(
            b"END:VCALENDAR\r\n",
            message("PUBLISH", "SUMMARY:a").replace(b"VEVENT", b"VJOURNAL").split(b"PUBLISH\r\n")[1],
        ),
        [("method-component", 4)],
    ),
    "no-start-and-no-uid": (
        message("CANCEL").replace(b"UID:a\r\n", b""),
        [("missing", 5)],
    ),
}


@pytest.mark.parametrize(("data", "expected"), MESSAGES.values(), ids=MESSAGES)
def test_lint_knows_what_messages_say(data: bytes, expected: list[tuple[str, int]]) -> None:
    assert found(data) == expected


def test_every_rule_is_shown_by_a_broken_calendar() -> None:
    tables = (CHANGES.values(), WHOLE.values(), MESSAGES.values(), [([("rrule", 8)],), ([("method-component", 4)],)])
    shown = {f"ical.{code}" for table in tables for case in table for code, _ in case[-1]}
    assert shown == set(RULES)


def test_finding_says_where_what_and_how() -> None:
    data = DAY.replace(b"DTEND;TZID=Asia/Shanghai:20270501T180000", b"DTEND;TZID=Asia/Shanghai:20270501T080000")
    (finding,) = ical.lint(data, file="days.ics")
    assert str(finding.where) == "days.ics:22:26"
    assert (finding.code, finding.level, finding.path) == ("ical.end", "error", "VEVENT[0].DTEND")
    assert (finding.value, finding.rule) == ("20270501T080000", "RFC 5545 3.8.2.2")
    assert finding.hint == "give a later end; leave it out for an instant or for one whole day"


COLUMNS = {
    "value": (b"PRIORITY:5", b"PRIORITY:10", "VEVENT[0].PRIORITY", 10),
    "second-item": (b"EXDATE;VALUE=DATE:20280401", b"EXDATE;VALUE=DATE:20280401,2028", "VEVENT[1].EXDATE", 28),
    "after-chinese": ("日".encode(), "日,".encode(), "VEVENT[0].SUMMARY", 31),
    "parameter": (b"LANGUAGE=zh-Hans", b"LANGUAGE=", "VEVENT[0].SUMMARY", 8),
    "second-parameter": (b"LANGUAGE=zh-Hans", b"LANGUAGE=zh;X", "VEVENT[0].SUMMARY", 21),
    "value-on-the-next-line": (b"PRIORITY:5", b"PRIORITY:\r\n 10", "VEVENT[0].PRIORITY", 1),
    "control": ("日".encode(), "日\x07".encode(), "VEVENT[0].SUMMARY", 31),
    "control-on-the-next-line": ("日".encode(), "\r\n 日\x07".encode(), "VEVENT[0].SUMMARY", 3),
    "no-utf-8": (b"NAME:Days", b"NAME:Da\xffs", "NAME", 8),
    "long-line": (b"NAME:Days", b"NAME:" + b"a" * 80, "", 76),
    "component": (b"UID:2b7d\r\n", b"", "VEVENT[1].UID", 1),
    "calendar": (b"VERSION:2.0\r\n", b"", "VERSION", 1),
    "within": (b"TRIGGER:-P1D", b"TRIGGER:P", "VEVENT[0].VALARM[0].TRIGGER", 9),
    "observance": (b"TZOFFSETTO:+0800", b"TZOFFSETTO:8", "VTIMEZONE[0].STANDARD[0].TZOFFSETTO", 12),
}


@pytest.mark.parametrize(("old", "new", "path", "column"), COLUMNS.values(), ids=COLUMNS)
def test_finding_names_path_and_column(old: bytes, new: bytes, path: str, column: int) -> None:
    (finding,) = ical.lint(DAY.replace(old, new, 1))
    assert (finding.path, finding.where and finding.where.column) == (path, column)


def test_path_names_the_second_calendar_of_a_file() -> None:
    (finding,) = ical.lint(INVITE + DAY.replace(b"PRIORITY:5", b"PRIORITY:x"))
    assert finding.path == "VCALENDAR[1].VEVENT[0].PRIORITY"


SAYS = {
    "all-line-ends": (DAY.replace(b"\r", b""), "all 50 line ends are LF alone"),
    "some-line-ends": (DAY.replace(b"\r", b"", 3), "3 of 50 line ends are LF alone"),
    "cr": (DAY.replace(b"\n", b""), "all 50 line ends are CR alone"),
    "bare-crs": (DAY.replace(b"NAME:Days", b"NAME:D\ra\rys"), "2 carriage returns stand within lines"),
    "zone": (
        DAY.replace(b"TZID:Asia", b"TZID:"),
        "there is no VTIMEZONE for this TZID in the calendar; it stands 2 times",
    ),
    "end": (DAY.replace(b"END:VCALENDAR", b"END:VCALENDARD"), "END:VCALENDARD stands where VCALENDAR of line 1 ends"),
    "quotes": (
        DAY.replace(b"LANGUAGE=zh-Hans", b'LANGUAGE="zh'),
        "the double quotes of a parameter do not stand around all of its value",
    ),
    "status": (
        DAY.replace(b"STATUS:CONFIRMED", b"STATUS:DONE"),
        "STATUS of VEVENT is one of TENTATIVE, CONFIRMED, CANCELLED",
    ),
}


@pytest.mark.parametrize(("data", "says"), SAYS.values(), ids=SAYS)
def test_finding_says_it_in_words(data: bytes, says: str) -> None:
    assert [finding.message for finding in ical.lint(data)] == [says]


def test_findings_come_in_the_order_of_the_file() -> None:
    data = DAY.replace(b"SUMMARY:Call opens", b"SUMMARY:Call, opens").replace(b"VERSION:2.0", b"VERSION:3.0")
    data = data.replace(b"NAME:Days", b"NAME:" + b"a" * 90).replace(b"TZID:Asia/Shanghai\r\n", b"TZID:x\r\n")
    assert found(data) == [("version", 2), ("line-length", 5), ("zone-undeclared", 21), ("text-separator", 47)]


def test_more_than_a_hundred_findings_of_a_kind_are_counted() -> None:
    data = calendar(event(*["PRIORITY:x"] * 150))
    listed = [finding for finding in ical.lint(data) if finding.code == "ical.integer"]
    assert [finding.where and finding.where.line for finding in listed] == list(range(8, 109))
    assert listed[-1].message == "50 more of these from here on are not listed: this is no whole number"


@pytest.mark.parametrize("data", [bytearray(DAY), memoryview(DAY)], ids=["bytearray", "memoryview"])
def test_lint_takes_any_octets(data: bytearray | memoryview) -> None:
    assert ical.lint(data) == ()  # type: ignore[arg-type]  # octets all the same


@pytest.mark.parametrize("data", ["BEGIN:VCALENDAR", None, 3, [DAY]], ids=["str", "None", "int", "list"])
def test_lint_of_what_is_no_bytes_is_refused(data: object) -> None:
    with pytest.raises(InvalidValueError, match="a calendar is linted as bytes"):
        ical.lint(data)  # type: ignore[arg-type]


def test_lint_refuses_a_file_that_is_no_name() -> None:
    with pytest.raises(InvalidValueError, match="the name of the file must be text"):
        ical.lint(DAY, file=Path("day.ics"))  # type: ignore[arg-type]


HEAD, TAIL = calendar(event("X-A:b")).split(b"X-A:b\r\n")
HOSTILE = {
    "line-of-100-mb": (HEAD + b"X-A:" + b"a" * 100_000_000 + b"\r\n" + TAIL, [("too-large", 8)]),
    "line-of-17-mb": (HEAD + b"X-A:" + b"a" * 17_000_000 + b"\r\n" + TAIL, [("too-large", 8), ("line-length", 8)]),
    "one-line": (b"BEGIN:VCALENDAR:" + b"a" * 70_000_000, [("too-large", 1)]),
    "folded-line": (HEAD + b"X-A:" + b"\r\n ".join([b"a" * 70] * 50_000) + b"\r\n" + TAIL, []),
    "more-lines-than-read": (HEAD + b"\r\n" * 1_000_001, [("empty-line", 8), ("too-large", 1_000_001)]),
    "fold-over-the-limit": (
        HEAD + b"\r\n" * 999_990 + b"PRIORITY:x" + b"\r\n " * 9,
        [("empty-line", 8), ("too-large", 999_998)],
    ),
    "quotes": (HEAD + b"X-A" + b';A="' * 500_000 + b":b\r\n" + TAIL, None),
    "backslashes": (HEAD + b"SUMMARY:" + b"\\" * 1_000_000 + b"\r\n" + TAIL, [("line-length", 8)]),
    "deep": (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X-A\r\n" * 50_000, None),
    "open": (b"BEGIN:VCALENDAR\r\n" * 10_000, None),
    "ends": (b"BEGIN:VCALENDAR\r\n" + b"END:VALARM\r\n" * 10_000, None),
    "properties": (HEAD + b"".join(b"X-%d;TZID=%d:x\r\n" % (n, n) for n in range(50_000)) + TAIL, None),
    "octets": (b"BEGIN:" + bytes(range(256)) * 4_000, None),
    "names": (b"BEGIN:VCALENDAR\r\n" + b"".join(b"BEGIN:" + b"A" * 90_000 + b"\r\n" for _ in range(30)), None),
    "nulls": (b"BEGIN:VEVENT" + bytes(1_000_000), None),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_lint_of_hostile_input_ends_with_findings(name: str) -> None:
    data, expected = HOSTILE[name]
    before = time.process_time()
    listed = ical.lint(data)
    # Twenty microseconds a line are the rule; this is what no machine needs.
    assert time.process_time() - before < 60
    assert len(listed) <= 101 * 12
    assert [finding for finding in listed if len(str(finding)) > 3_000] == []
    if expected is not None:
        assert codes(listed) == expected


def published(one):
    """Return the event with what every entry needs."""
    return attrs.evolve(one, published=one.published or dt.date(2020, 1, 1))


@settings(max_examples=examples(60))
@given(conferences().map(published), st.sampled_from(["en", "en-GB", "zh-Hant", ("zh", "en")]))
def test_lint_of_what_confkit_writes_finds_nothing(one, language):
    try:
        data = ical.dumps(one, language=language)
    except UnwritableError:
        return
    assert ical.lint(data) == ()


@settings(max_examples=examples(40))
@given(st.lists(conferences().map(published), max_size=3), st.sampled_from(["en", "zh", ("zh", "en")]), st.booleans())
def test_lint_of_the_feeds_that_confkit_writes_finds_nothing(some, language, is_message):
    channel = ical.Channel(
        name="Open, maps; and more",
        description="All\nof them",
        url="https://example.org/maps.ics",
        color="SteelBlue",
        refresh=dt.timedelta(hours=12),
        timezone="Asia/Shanghai",
        organizer="The Team <team@example.org>" if is_message else None,
    )
    stamp = dt.datetime(2026, 1, 2, tzinfo=dt.UTC) if is_message else None
    try:
        data = ical.feed(some, channel, language=language, stamp=stamp).data
    except UnwritableError:
        return
    assert ical.lint(data) == ()


@settings(max_examples=examples(40))
@given(conferences().map(published), st.sampled_from(["en", "zh-Hant"]))
def test_lint_of_the_invitations_that_confkit_writes_finds_nothing(one, language):
    names = {"to": '"Li, Wei" <wei@example.org>', "organizer": "The Team <team@example.org>"}
    for make in (ical.invite, ical.update, ical.cancel, ical.uninvite):
        try:
            made = make(one, stamp=dt.datetime(2100, 1, 2, tzinfo=dt.UTC), language=language, **names)
        except UnwritableError:
            continue
        assert ical.lint(made.data) == ()


EXAMPLE = ical.dumps(files.example(), language="zh")


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """Calendars with a few octets, lines or names changed, taken out or put in."""
    data = draw(st.sampled_from([DAY, INVITE, EXAMPLE, *SOUND.values()]))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        stop = min(len(data), start + draw(st.integers(0, 12)))
        words = st.sampled_from(
            [b"\r\n", b"\n", b"\r", b";", b":", b",", b'"', b"\\", b"BEGIN:", b"END:", b"VALUE=", b"\r\n "]
        )
        data = data[:start] + draw(st.binary(max_size=6) | words) + data[stop:]
    return data


@settings(max_examples=examples(300), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(mutations() | st.binary(max_size=200))
def test_lint_of_any_octets_gives_findings_and_no_exception(data):
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for finding in ical.lint(data, file="x.ics"):
        assert finding.code in RULES
        assert finding.level == RULES[finding.code].level
        assert finding.where
        assert finding.where.line
        assert 1 <= finding.where.line <= lines
        assert (finding.where.column or 1) >= 1
    assert ical.lint(data) == ical.lint(data)
