"""Defects of dates, times, time zones and alarms."""

from __future__ import annotations

from valid_calendars import DAY

__all__ = ["TIMES"]

TIMES = {
    "stamp-with-zone": (b"UID:2b7d\r\nDTSTAMP:", b"UID:2b7d\r\nDTSTAMP;TZID=Asia/Shanghai:", [("tzid-use", 43)]),
    "local-stamp": (b"SUMMARY:Call opens", b"CREATED:20270102T000000", [("utc", 47)]),
    "zone-beside-date": (b"DTSTART;VALUE=DATE:", b"DTSTART;VALUE=DATE;TZID=Asia/Shanghai:", [("tzid-use", 44)]),
    "zone-beside-utc": (b"20270501T180000", b"20270501T180000Z", [("tzid-use", 22)]),
    "zone-beside-a-later-end-in-utc": (b"20270501T180000", b"20270501T083000Z", [("tzid-use", 22)]),
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
    "listed-onset-in-utc": (b"TZNAME:CST", b"RDATE:19800101T000000,19810101T000000Z", [("zone-onset", 15)]),
    "listed-onset-of-a-day": (b"TZNAME:CST", b"RDATE;VALUE=DATE:19800101", [("zone-onset", 15)]),
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
    "absolute-trigger-beside-a-due-date": (
        b"SUMMARY:Call opens",
        b"BEGIN:VALARM\r\nACTION:X-A\r\nTRIGGER;RELATED=END:20270401T010000Z\r\nEND:VALARM",
        [("trigger", 49), ("property-order", 51)],
    ),
    "trigger": (b"TRIGGER:-P1D", b"TRIGGER:1 day", [("duration", 38)]),
    "trigger-at-no-end": (
        b"SUMMARY:Call opens",
        b"BEGIN:VALARM\r\nACTION:X-A\r\nTRIGGER;RELATED=END:PT0S\r\nEND:VALARM",
        [("trigger-anchor", 49), ("property-order", 51)],
    ),
}
