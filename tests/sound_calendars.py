"""Calendars with which nothing is wrong, written by hand in the shapes of the standards' examples."""

from __future__ import annotations

import re
import textwrap

__all__ = ["DAY", "INVITE", "NEW_YORK", "SOUND", "calendar", "event", "message"]


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
"""A calendar of two events; nothing is wrong with it."""

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
"""A message from one organizer to one attendee; nothing is wrong with it."""


def calendar(*parts: str, head: str = "") -> bytes:
    """Return a calendar of components, each a block of text."""
    rows = [row.strip() for part in parts for row in part.strip().splitlines()]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//Days//EN", *head.split(), *rows, "END:VCALENDAR"]
    return octets("\n".join("\n ".join(textwrap.wrap(line, 72, drop_whitespace=False)) for line in lines) + "\n")


def event(*lines: str) -> str:
    """Return a VEVENT at a fixed time with these lines added."""
    needed = ("UID:a", "DTSTAMP:20270101T000000Z", "DTSTART:20270501T090000Z")
    return "\n".join(["BEGIN:VEVENT", *needed, *lines, "END:VEVENT"])


# The shapes of the recurrence rules that RFC 5545 3.8.5.3 shows.
RULES = (
    "FREQ=DAILY;COUNT=10",
    "FREQ=DAILY;UNTIL=19971224T000000Z",
    "FREQ=DAILY;INTERVAL=10;COUNT=5",
    "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
    "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    "FREQ=MONTHLY;BYMONTHDAY=-3",
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    "FREQ=YEARLY;BYDAY=20MO",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z",
    "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
    "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
    "RSCALE=CHINESE;FREQ=YEARLY",
    "RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=8;SKIP=FORWARD",
    "freq=weekly;byday=mo",
)

# The shapes of the zones of RFC 5545 3.6.5.
NEW_YORK = """
    BEGIN:VTIMEZONE
    TZID:America/New_York
    LAST-MODIFIED:20050809T050000Z
    TZURL:http://zones.example.com/tz/America-New_York.ics
    BEGIN:DAYLIGHT
    DTSTART:19670430T020000
    RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=-1SU;UNTIL=19730429T070000Z
    TZOFFSETFROM:-0500
    TZOFFSETTO:-0400
    TZNAME:EDT
    END:DAYLIGHT
    BEGIN:STANDARD
    DTSTART:18831118T120358
    RDATE:18831118T120358
    TZOFFSETFROM:-045602
    TZOFFSETTO:-0500
    COMMENT:Local time before
    X-LIC-LOCATION:America/New_York
    END:STANDARD
    END:VTIMEZONE
"""

TODO = """
    BEGIN:VTODO
    UID:todo
    DTSTAMP:19980130T134500Z
    DTSTART:19980401T000000
    DUE:19980415T000000
    PRIORITY:1
    PERCENT-COMPLETE:39
    COMPLETED:19980410T120000Z
    STATUS:IN-PROCESS
    SUMMARY:Hand it in
    BEGIN:VALARM
    ACTION:AUDIO
    TRIGGER;RELATED=END:-PT30M
    ATTACH;FMTTYPE=audio/basic:ftp://example.com/pub/sounds/bell-01.aud
    REPEAT:4
    DURATION:PT1H
    END:VALARM
    END:VTODO
"""

JOURNAL = """
    BEGIN:VJOURNAL
    UID:journal
    DTSTAMP:19970324T120000Z
    DTSTART;VALUE=DATE:19970317
    STATUS:DRAFT
    SUMMARY:Minutes
    DESCRIPTION:1. Who came: A\\, B\\, C.\\n
    DESCRIPTION:2. And another day.
    END:VJOURNAL
"""

BUSY = """
    BEGIN:VFREEBUSY
    UID:busy
    DTSTAMP:19970901T120000Z
    ORGANIZER:mailto:jsmith@example.com
    DTSTART:19980313T141711Z
    DTEND:19980410T141711Z
    FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:19970308T160000Z/PT8H30M
    FREEBUSY:19980314T233000Z/19980315T003000Z,19980316T153000Z/PT1H
    URL:http://www.example.com/busy/jsmith.ifb
    COMMENT:Not all is known
    END:VFREEBUSY
"""

PROPERTIES = event(
    "ATTACH:CID:part3@example.com",
    "ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY:VGhlIHF1aWNrIGJyb3duIGZveA==",
    'ATTENDEE;MEMBER="mailto:a@example.com","mailto:b@example.com":mailto:c@example.com',
    'ATTENDEE;DELEGATED-FROM="mailto:a@example.com";CUTYPE=INDIVIDUAL;ROLE=X-SPEAKER:MAILTO:c@example.com',
    'ATTENDEE;SENT-BY="mailto:a@example.com";DIR="ldap://example.com:6666/o=A, c=US":mailto:c@example.com',
    "ATTENDEE;EMAIL=wei@example.com:urn:uuid:5f0c",
    "ORGANIZER;CN=^'Wei^' Li:mailto:wei@example.com",
    'CONTACT;ALTREP="CID:part4@example.com":Jim\\, +1-919-555-1234',
    "COMMENT:one",
    "COMMENT:two",
    "RESOURCES;LANGUAGE=fr:Nettoyeur haute pression,EASEL",
    "REQUEST-STATUS:3.1;Invalid property value;DTSTART:96-Apr-01",
    "GEO:-0;+122.1",
    "EXDATE:20270502T090000Z,20270503T090000Z",
    "RDATE;VALUE=PERIOD:19960403T020000Z/19960403T040000Z,19960404T010000Z/PT3H",
    "RDATE;VALUE=DATE:19970101,19970120",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:19960120T120000Z",
    "RELATED-TO;RELTYPE=SIBLING:other",
    "X-SOMETHING;RANGE=THISANDFUTURE;PARTSTAT=ACCEPTED:beside what one makes up, anything may stand",
    "X-SOMETHING;X-PARAM=a,b:free; text, and \\x",
    'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="A, B";X-APPLE-RADIUS=100:geo:39.9,116.3',
    "DRESSCODE:CASUAL",
    "NON-SMOKING;VALUE=BOOLEAN:TRUE",
    "STYLED-DESCRIPTION;VALUE=TEXT:<b>a</b>\\, b",
    'STRUCTURED-DATA;FMTTYPE=application/ld+json;SCHEMA="https://schema.org/Event";VALUE=TEXT:{\\n\\\\}',
    'LINK;LINKREL="SOURCE";LABEL="The hall";VALUE=URI:https://example.org/hall',
    "CONCEPT:https://example.org/event-types/arts",
    "REFID:itinerary-2014-11-17",
    "RELATED-TO;VALUE=URI;RELTYPE=STARTTOFINISH;GAP=P1W:https://example.org/caldav/other.ics",
    "RELATED-TO;VALUE=UID:19960401-080045-4000F192713@example.com",
    "BEGIN:PARTICIPANT",
    "UID:p1",
    "PARTICIPANT-TYPE:SPONSOR",
    "CALENDAR-ADDRESS:mailto:sponsor@example.com",
    "STATUS:ANYTHING",
    "END:PARTICIPANT",
    "BEGIN:VLOCATION",
    "UID:l1",
    "NAME:The hall",
    "LOCATION-TYPE:hall,stadium",
    "GEO:40.443;-79.945",
    "END:VLOCATION",
    "BEGIN:X-COMPONENT",
    "DUE:whatever",
    "END:X-COMPONENT",
)

AVAILABILITY = """
    BEGIN:VAVAILABILITY
    ORGANIZER:mailto:bernard@example.com
    UID:available
    DTSTAMP:20111005T133225Z
    BUSYTYPE:BUSY-TENTATIVE
    BEGIN:AVAILABLE
    UID:weekdays
    DTSTAMP:20111005T133225Z
    SUMMARY:Monday to Friday
    DTSTART;TZID=America/New_York:20111002T090000
    DTEND;TZID=America/New_York:20111002T170000
    RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
    END:AVAILABLE
    END:VAVAILABILITY
"""

ALARMS = event(
    "DURATION:PT1H",
    "BEGIN:VALARM",
    "UID:77D80D14",
    "ACTION:AUDIO",
    "TRIGGER;VALUE=DATE-TIME:19970317T133000Z",
    "ACKNOWLEDGED:19970317T133000Z",
    "PROXIMITY:DEPART",
    "END:VALARM",
    "BEGIN:VALARM",
    "ACTION:EMAIL",
    "TRIGGER;RELATED=END:PT5M",
    "ATTENDEE:mailto:a@example.com",
    "ATTENDEE:mailto:b@example.com",
    "SUMMARY:Soon",
    "DESCRIPTION:Be there",
    "END:VALARM",
    "BEGIN:VALARM",
    "ACTION:X-NONE",
    "TRIGGER;VALUE=DURATION:-P0DT0H10M0S",
    "END:VALARM",
)


def message(method: str, *lines: str) -> bytes:
    """Return a message about an event that has what every message needs."""
    needed = ("ORGANIZER:mailto:a@example.com", "SEQUENCE:1")
    return calendar(event(*needed, *lines), head=f"METHOD:{method}")


SOUND = {
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
    # RFC 5546 3.2.2.3 asks who delegates for a second ATTENDEE, against its table of replies.
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
"""Calendars with which nothing is wrong, by what they show."""
