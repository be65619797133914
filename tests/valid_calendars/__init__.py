"""Valid calendars, written by hand with the features of the examples in the standards."""

from __future__ import annotations

import re

from valid_calendars.builders import DAY, INVITE, calendar, event, message
from valid_calendars.components import ALARMS, AVAILABILITY, BUSY, JOURNAL, NEW_YORK, PROPERTIES, RULES, TODO

__all__ = ["DAY", "INVITE", "NEW_YORK", "VALID", "calendar", "event", "message"]

VALID = {
    "day": DAY,
    "invite": INVITE,
    "rules": calendar(*(event(f"RRULE:{rule}").replace("UID:a", f"UID:{n}") for n, rule in enumerate(RULES))),
    "zones": calendar(
        NEW_YORK,
        event("DTEND;TZID=America/New_York:20270501T060000"),
        event("DTEND;TZID=/example.org/Europe/Berlin:20270501T160000").replace("UID:a", "UID:b"),
    ),
    "zone-after-use": calendar(event("DTEND;TZID=America/New_York:20270501T060000"), NEW_YORK),
    "zones-far-apart": calendar(event("DTEND;TZID=/example.org/Nowhere:20270430T210100")),
    "zone-alone": calendar(NEW_YORK),
    "other-kinds": calendar(TODO, JOURNAL, BUSY),
    "properties": calendar(PROPERTIES),
    "availability": calendar(NEW_YORK, AVAILABILITY),
    "alarms": calendar(ALARMS),
    "leap": calendar(event("DTEND:20280229T235960Z").replace("DTSTART:20270501T090000Z", "DTSTART:00000229T000000Z")),
    "floating": calendar(
        event("DTEND:20270502T090000", "RRULE:FREQ=DAILY;UNTIL=20270601T090000").replace("090000Z", "090000")
    ),
    "day-and-duration": calendar(
        event("DURATION:P1W").replace("DTSTART:", "DTSTART;VALUE=DATE:").replace("T090000Z", "")
    ),
    "day-until": calendar(
        event("RRULE:FREQ=DAILY;UNTIL=20270601").replace("DTSTART:", "DTSTART;VALUE=DATE:").replace("T090000Z", "")
    ),
    "instances": calendar(
        event("RRULE:FREQ=DAILY"), event("RECURRENCE-ID:20270502T090000Z"), event("RECURRENCE-ID:20270503T090000Z")
    ),
    # RFC 9074 8.1: an alarm that rings at a place; RFC 9073 6.5: one text in two formats.
    "places": calendar(
        event(
            *("STYLED-DESCRIPTION;VALUE=TEXT:a", "STYLED-DESCRIPTION;VALUE=URI;DERIVED=TRUE:https://example.org/a"),
            *("BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER;VALUE=DATE-TIME:19760401T005545Z", "PROXIMITY:ARRIVE"),
            *("BEGIN:VLOCATION", "UID:office", "URL:geo:40.443,-79.945", "END:VLOCATION", "END:VALARM"),
            *("BEGIN:PARTICIPANT", "UID:p", "PARTICIPANT-TYPE:SPEAKER", "DESCRIPTION:a", "LOCATION:At home"),
            *("BEGIN:VLOCATION", "UID:home", "END:VLOCATION", "END:PARTICIPANT"),
            *("BEGIN:VRESOURCE", "UID:r", "RESOURCE-TYPE:ROOM", "NAME:The hall", "END:VRESOURCE"),
        )
    ),
    "versions": calendar(event()).replace(b"VERSION:2.0", b"VERSION:1.0;2.0"),
    "named": calendar(
        event(),
        head="UID:5FC5 LAST-MODIFIED:20161029T121229Z DESCRIPTION:x NAME:a NAME;LANGUAGE=de:b COLOR:Turquoise "
        "URL:https://example.org/ CATEGORIES:a,b IMAGE;VALUE=BINARY;ENCODING=BASE64:AAAA X-WR-CALNAME:a,b",
    ),
    "lower-case": DAY.replace(b"BEGIN:VEVENT", b"begin:vevent").replace(b"STATUS:CONFIRMED", b"status:confirmed"),
    "two-calendars": DAY + INVITE + DAY,
    "folded": DAY.replace(b"Open Maps", b"Open\r\n  Maps").replace("放".encode(), "\r\n\t放".encode()),
    "folded-names": DAY.replace(b"SUMMARY", b"SUM\r\n MARY").replace(b"DTSTAMP:", b"DTSTAMP\r\n :"),
    "line-of-75": DAY.replace(b"NAME:Days", b"NAME:" + b"a" * 70),
    "quiet-text": DAY.replace(b"NAME:Days", b"NAME:a\tb\xc2\x85\xe2\x80\xa8"),
    "publish": message("PUBLISH", "SUMMARY:a", "STATUS:CANCELLED"),
    "reply": message("REPLY", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@example.com", "REQUEST-STATUS:2.0;Success"),
    # RFC 5546 3.2.2.3 requires a second ATTENDEE for delegation, against its table of replies.
    "reply-of-who-delegates": message(
        "REPLY",
        'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:c@example.com":mailto:b@example.com',
        'ATTENDEE;RSVP=TRUE;DELEGATED-FROM="mailto:b@example.com":mailto:c@example.com',
    ),
    "reply-of-a-delegate": message(
        "REPLY",
        'ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:b@example.com":mailto:c@example.com',
        "ATTENDEE;PARTSTAT=DELEGATED:mailto:b@example.com",
    ),
    "add": message("ADD", "SUMMARY:a", "STATUS:TENTATIVE"),
    "cancel": message("CANCEL", "STATUS:CANCELLED").replace(b"DTSTART:20270501T090000Z\r\n", b""),
    "uninvite": message("CANCEL", "ATTENDEE:mailto:b@example.com"),
    "counter": message("COUNTER", "SUMMARY:a", "ATTENDEE:mailto:b@example.com"),
    "decline-counter": message("DECLINECOUNTER", "ATTENDEE:mailto:b@example.com", "REQUEST-STATUS:2.0;Success"),
    "refresh": message("REFRESH", "ATTENDEE:mailto:b@example.com")
    .replace(b"DTSTART:20270501T090000Z\r\n", b"")
    .replace(b"SEQUENCE:1\r\n", b""),
    "publish-busy": calendar(BUSY, head="METHOD:PUBLISH"),
    "publish-journal": calendar(
        JOURNAL.replace("STATUS:DRAFT", "ORGANIZER:mailto:a@example.com").replace("DESCRIPTION:2", "COMMENT:2"),
        head="METHOD:PUBLISH",
    ),
    "request-to-do": calendar(
        TODO.replace("SUMMARY", "ORGANIZER:mailto:a@example.com\nATTENDEE:mailto:b@example.com\nSUMMARY"),
        head="METHOD:REQUEST",
    ),
    "request-busy": calendar(
        re.sub(".*(FREEBUSY[:;]|URL).*\n", "", BUSY).replace("DTSTART", "ATTENDEE:mailto:b@example.com\nDTSTART"),
        head="METHOD:REQUEST",
    ),
    "request-instances": INVITE.replace(
        b"END:VCALENDAR\r\n",
        INVITE[INVITE.index(b"BEGIN:VEVENT") :].replace(b"SEQ", b"RECURRENCE-ID:20270508T010000Z\r\nSEQ"),
    ),
    "unknown-words": calendar(event("CLASS:X-SECRET", "ATTENDEE;CUTYPE=X-ROBOT;PARTSTAT=MAYBE:mailto:a@example.com")),
}
"""Valid calendars, by their features."""
