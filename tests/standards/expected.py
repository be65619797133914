"""The examples of the RFCs and the cells of their tables that contradict the standards."""

from __future__ import annotations

__all__ = ["CELLS", "COUNTS", "EXAMPLES"]

COUNTS = {
    "rfc5545": 200,
    "rfc5546": 52,
    "rfc6047": 8,
    "rfc6321": 5,
    "rfc6868": 3,
    "rfc7265": 7,
    "rfc7529": 8,
    "rfc7808": 5,
    "rfc7953": 9,
    "rfc7986": 16,
    "rfc9073": 12,
    "rfc9074": 6,
    "rfc9253": 8,
}
"""How many examples each RFC has."""

_NO_STAMP = "AVAILABLE has no DTSTAMP, which 3.1 requires"
_RSVP = "RSVP is YES, and RFC 5545 3.2.17 knows TRUE and FALSE"
_PLAIN_COMMA = "a comma in text has no backslash"

EXAMPLES = {
    "rfc5545 3.1.3 2": ("binary", "BASE64 lacks its last character, an equals sign"),
    "rfc5545 3.6.4 3": ("cal-address", "ORGANIZER has no mailto:"),
    "rfc5545 3.8.4.1 9": ("cal-address parameter-value", "SENT-BY is not between quotes"),
    "rfc5545 3.8.5.2 4": ("date", "no comma parts the dates where the line is folded"),
    "rfc5545 4 3": ("method", "a METHOD of nobody's, which is a note"),
    "rfc5545 4 4": ("trigger", "an absolute TRIGGER has no VALUE=DATE-TIME"),
    "rfc5545 4 6": ("missing", "VFREEBUSY has neither UID nor DTSTAMP"),
    "rfc5546 4.1.4 1": ("end value-type", "DTEND is a day before DTSTART; LOCATION is of type URI"),
    "rfc5546 4.2.1 1": ("cal-address date-time", "ATTENDEE has no mailto:; a time has seven digits"),
    "rfc5546 4.2.4 4": ("text-separator", _PLAIN_COMMA),
    "rfc5546 4.2.7 1": ("text-separator", _PLAIN_COMMA),
    "rfc5546 4.2.9 1": ("parameter", "a semicolon stands before mailto: where a colon belongs"),
    "rfc5546 4.3.1 1": ("missing", "VFREEBUSY has no UID"),
    "rfc5546 4.3.2 1": ("mixed-zones utc", "DTEND of VFREEBUSY is not in UTC"),
    "rfc5546 4.4.1 1": ("cal-address", "ATTENDEEs have no mailto:"),
    "rfc5546 4.4.5 1": ("parameter text-separator", f"RANGE= is left out; {_PLAIN_COMMA}"),
    "rfc5546 4.4.7 1": ("rrule", "FREQ does not come first"),
    "rfc5546 4.4.7 2": ("rrule", "FREQ does not come first"),
    "rfc5546 4.4.8 4": ("end method-missing", "DTEND is a week before DTSTART; the second VEVENT has no ORGANIZER"),
    "rfc5546 4.5.7.2 1": ("method-missing", "a reply has no ORGANIZER, which 3.4.3 requires"),
    "rfc5546 4.6 1": ("text-separator", _PLAIN_COMMA),
    "rfc5546 4.7.1 1": (
        "method-extra utc",
        "a REFRESH has four ATTENDEEs, and 3.2.6 allows one; DTSTAMP is not in UTC",
    ),
    "rfc5546 4.7.2 1": ("period utc", "a year has five digits; DTSTAMP is not in UTC"),
    "rfc5546 4.7.2 2": ("utc", "DTSTAMP is not in UTC"),
    "rfc6047 2.5 1": ("parameter-value", _RSVP),
    "rfc6047 4.1 1": ("parameter-value", _RSVP),
    "rfc6047 4.2 1": ("parameter-value", _RSVP),
    "rfc6047 4.3 1": ("parameter-value", _RSVP),
    "rfc6047 4.5 1": ("parameter-value", _RSVP),
    "rfc6047 4.5 2": (
        "method-missing missing parameter-value unbalanced",
        f"END:VEVENT ends a VTODO, which has no DTSTAMP, DTSTART and PRIORITY; {_RSVP}",
    ),
    "rfc6047 4.6 1": (
        "cal-address date-time parameter-value",
        f"addresses have no mailto:; a date has nine digits; {_RSVP}",
    ),
    "rfc6321 B.1.1 1": ("date-time", "a date has no VALUE=DATE"),
    "rfc6321 B.2.1 1": ("unbalanced", "BEGIN:VCALENDAR is left out"),
    "rfc6868 3.2 1": ("geo", "this is a vCard's GEO"),
    "rfc6868 Appendix A 1": ("parameter", "the wrong way that others go, shown as such"),
    "rfc7265 3.4.1.2 1": ("missing", "a part of an event: the rest is left out"),
    "rfc7265 B.1.1 1": ("date-time", "a date has no VALUE=DATE"),
    "rfc7808 5.3.1 1": ("missing zone-empty", "a part of a calendar: the rest is left out"),
    "rfc7808 5.3.3 1": ("missing zone-empty", "a part of a calendar: the rest is left out"),
    "rfc7808 5.3.4 1": ("missing", "a part of a calendar: the rest is left out"),
    "rfc7953 3.1 1": ("missing", _NO_STAMP),
    "rfc7953 3.1 2": ("missing", _NO_STAMP),
    "rfc7953 3.1 3": ("missing", _NO_STAMP),
    "rfc7953 3.1 4": ("missing", _NO_STAMP),
    "rfc7953 3.1 5": ("missing", _NO_STAMP),
    "rfc7953 7.2.4 1": ("missing zone-undeclared", f"{_NO_STAMP}; a TZID has no VTIMEZONE"),
    "rfc7953 Appendix A 1": ("missing zone-undeclared", f"{_NO_STAMP}; a TZID has no VTIMEZONE"),
    "rfc7953 Appendix B 1": ("missing zone-undeclared", f"{_NO_STAMP}; two TZIDs have no VTIMEZONE"),
    "rfc7986 6.4 1": ("parameter", "a semicolon stands before the colon, and no parameter between them"),
    "rfc9073 5.3 1": ("value-required", "STYLED-DESCRIPTION has no VALUE, which 6.5 requires"),
    "rfc9073 7.1 2": ("parameter", "a semicolon stands before the address where a colon belongs"),
    "rfc9073 7.1 3": ("parameter", "a semicolon stands before the address where a colon belongs"),
    "rfc9073 8.1 1": ("tzid-use", "TZID stands beside times in UTC, against RFC 5545 3.2.19"),
    "rfc9073 8.2 1": ("tzid-use", "TZID stands beside times in UTC, against RFC 5545 3.2.19"),
}
"""RFC, section and number of an example: the codes of the findings, and why they are right."""

_EACH_ZONE = "RFC 5545 3.6.5 asks for each zone that is used, and there may be two"
_NO_ALARM = "RFC 5545 3.6.6 has alarms in VEVENT and VTODO alone"

CELLS = {
    ("REPLY", "VEVENT", "VTIMEZONE", 2): _EACH_ZONE,
    ("REPLY", "VTODO", "VTIMEZONE", 2): _EACH_ZONE,
    ("CANCEL", "VTODO", "VTIMEZONE", 2): _EACH_ZONE,
    ("COUNTER", "VTODO", "VTIMEZONE", 2): _EACH_ZONE,
    ("ADD", "VJOURNAL", "VTIMEZONE", 2): _EACH_ZONE,
    ("PUBLISH", "VJOURNAL", "VALARM", 1): _NO_ALARM,
    ("PUBLISH", "VJOURNAL", "VALARM", 2): _NO_ALARM,
    ("ADD", "VJOURNAL", "VALARM", 1): _NO_ALARM,
    ("ADD", "VJOURNAL", "VALARM", 2): _NO_ALARM,
}
"""METHOD, component, property and its number: why the linter does not follow the table of RFC 5546."""
