"""Every rule of the linter: its code, how much it matters, what it says, where it is written, the way out.

The level is ``error`` where a MUST or the grammar of a standard is broken, ``warning`` for a SHOULD or where a known
program fails, ``note`` for what is worth knowing. ``docs/reference/calendar-rules.md`` shows this table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from confkit.errors import Level

__all__ = ["RULES", "Rule"]


class Rule(NamedTuple):
    """A rule as the reference shows it; a finding may say each of these more precisely."""

    level: Level
    says: str
    section: str
    hint: str


RULES: dict[str, Rule] = {
    # The file as octets.
    "ical.too-large": Rule(
        "error",
        "the file or a line is larger than the linter reads; the rest was not checked",
        "",
        "split the calendar into several files",
    ),
    "ical.encoding": Rule("error", "the file is encoded in UTF-16 or UTF-32", "RFC 5545 3.1.4", "save it as UTF-8"),
    "ical.byte-order-mark": Rule(
        "error",
        "the file starts with a byte order mark",
        "RFC 5545 3.4",
        "save the file as UTF-8 without a byte order mark",
    ),
    "ical.line-ends": Rule("error", "lines do not end with CRLF", "RFC 5545 3.1", "end every line with CRLF"),
    "ical.bare-cr": Rule(
        "error", "a line contains a carriage return", "RFC 5545 3.1", r"write \n for a line break in text"
    ),
    "ical.last-line": Rule(
        "error", "the last line has no line end", "RFC 5545 3.1", "end the last line with CRLF, too"
    ),
    "ical.empty-line": Rule("error", "the line is empty", "RFC 5545 3.1", "remove the line"),
    "ical.line-length": Rule(
        "warning", "a line is longer than 75 octets", "RFC 5545 3.1", "fold it: CRLF, a space, then the rest"
    ),
    "ical.split-character": Rule(
        "error", "a fold splits a character between its bytes", "RFC 5545 3.1", "fold between characters"
    ),
    "ical.split-escape": Rule(
        "note",
        "a fold splits an escape sequence, which some programs then misread",
        "RFC 5545 3.1",
        "fold before the backslash",
    ),
    "ical.utf-8": Rule(
        "error", "the line contains bytes that are not UTF-8", "RFC 5545 3.1.4", "save the file as UTF-8"
    ),
    "ical.control": Rule("error", "the line contains a control character", "RFC 5545 3.1", "remove the character"),
    # Content lines.
    "ical.no-colon": Rule(
        "error",
        "the line has no colon",
        "RFC 5545 3.1",
        "write NAME:VALUE; start the line with a space if it continues the line above",
    ),
    "ical.name": Rule(
        "error",
        "not a name of a property or a component",
        "RFC 5545 3.1",
        "write a name of letters, digits and hyphens, without spaces",
    ),
    "ical.parameter": Rule(
        "error",
        "not a parameter",
        "RFC 5545 3.2",
        "write ;NAME=VALUE, with double quotes around a value that contains a comma, colon or semicolon",
    ),
    "ical.parameter-twice": Rule("error", "the property has a parameter twice", "RFC 5545 3.2", "keep one of them"),
    "ical.parameter-value": Rule(
        "error", "the parameter does not allow this value", "RFC 5545 3.2", "correct the value"
    ),
    "ical.parameter-missing": Rule(
        "error", "the property lacks a required parameter", "RFC 5545 3.2", "add the parameter"
    ),
    "ical.parameter-use": Rule(
        "note", "the parameter has no meaning for this property", "RFC 5545 3.2", "remove the parameter"
    ),
    "ical.language": Rule("error", "not a language tag", "RFC 5545 3.2.10", "write a tag such as en or zh-Hans"),
    # How components stand in one another.
    "ical.not-calendar": Rule(
        "error", "the file contains no calendar", "RFC 5545 3.4", "a calendar starts with BEGIN:VCALENDAR"
    ),
    "ical.outside": Rule(
        "error",
        "the line is outside of a calendar",
        "RFC 5545 3.4",
        "move it between BEGIN:VCALENDAR and END:VCALENDAR",
    ),
    "ical.unbalanced": Rule("error", "BEGIN and END do not match", "RFC 5545 3.6", "write one END for each BEGIN"),
    "ical.nesting": Rule("error", "the component is not allowed here", "RFC 5545 3.6", "move the component"),
    "ical.too-deep": Rule(
        "error",
        "components are nested too deeply; the innermost were not checked",
        "RFC 5545 3.6",
        "reduce the nesting",
    ),
    "ical.property-order": Rule(
        "error",
        "a property follows an inner component",
        "RFC 5545 3.6",
        "move the property before the first inner BEGIN",
    ),
    "ical.calendar-empty": Rule(
        "error", "the calendar contains no component", "RFC 5545 3.6", "add an event, or do not publish the file"
    ),
    "ical.missing": Rule("error", "a required property is missing", "RFC 5545 3.6", "add the property"),
    "ical.twice": Rule(
        "error", "the component has a property twice that it may have once", "RFC 5545 3.6", "keep one of them"
    ),
    "ical.rrule-twice": Rule(
        "warning",
        "the component has more than one RRULE",
        "RFC 5545 3.8.5.3",
        "combine the rules into one, or add dates with RDATE",
    ),
    "ical.misplaced": Rule(
        "warning", "the property has no meaning in this component", "RFC 5545 3.8", "move or remove the property"
    ),
    "ical.uid-twice": Rule(
        "error",
        "two components have the same UID and RECURRENCE-ID",
        "RFC 5545 3.8.4.7",
        "give each component its own UID",
    ),
    "ical.recurrence-id": Rule(
        "error",
        "RECURRENCE-ID has a different form than the DTSTART of the recurring component",
        "RFC 5545 3.8.4.4",
        "write RECURRENCE-ID in the form of that DTSTART",
    ),
    "ical.calendar-uid": Rule(
        "note",
        "the calendar has a UID and several events, which some programs then treat as one",
        "RFC 7986 5.3",
        "remove the UID of the calendar",
    ),
    # Values by their type.
    "ical.value-type": Rule(
        "error",
        "the property does not allow this type of value",
        "RFC 5545 3.2.20",
        "use a type that the property allows",
    ),
    "ical.value-required": Rule(
        "error", "the property has no default type and lacks VALUE", "RFC 7986 5", "state the type with VALUE"
    ),
    "ical.binary": Rule(
        "error",
        "not BASE64, or ENCODING=BASE64 is missing",
        "RFC 5545 3.3.1",
        "write ENCODING=BASE64;VALUE=BINARY",
    ),
    "ical.boolean": Rule("error", "neither TRUE nor FALSE", "RFC 5545 3.3.2", "write TRUE or FALSE"),
    "ical.cal-address": Rule(
        "error", "the address has no scheme", "RFC 5545 3.3.3", "write mailto: before an e-mail address"
    ),
    "ical.date": Rule("error", "not a date", "RFC 5545 3.3.4", "write 20270501"),
    "ical.date-time": Rule(
        "error", "not a date with a time", "RFC 5545 3.3.5", "write 20270501T090000Z, or VALUE=DATE for a day"
    ),
    "ical.duration": Rule("error", "not a duration", "RFC 5545 3.3.6", "write P7D, PT1H30M or -PT15M"),
    "ical.float": Rule("error", "not a number", "RFC 5545 3.3.7", "write digits, with a decimal point if needed"),
    "ical.integer": Rule("error", "not a whole number", "RFC 5545 3.3.8", "write digits"),
    "ical.period": Rule(
        "error", "not a period", "RFC 5545 3.3.9", "write START/END or START/DURATION, with START before END"
    ),
    "ical.rrule": Rule(
        "error", "not a recurrence rule", "RFC 5545 3.3.10", "correct the rule; a valid one is FREQ=WEEKLY;COUNT=10"
    ),
    "ical.text-separator": Rule(
        "error", "the text contains a comma or semicolon without a backslash", "RFC 5545 3.3.11", r"write \, and \;"
    ),
    "ical.text-escape": Rule(
        "error", "the text contains a backslash that escapes nothing", "RFC 5545 3.3.11", r"write \\ for a backslash"
    ),
    "ical.time": Rule("error", "not a time of day", "RFC 5545 3.3.12", "write 090000"),
    "ical.uri": Rule("error", "not a URI", "RFC 5545 3.3.13", "write the URI with its scheme, such as https:"),
    "ical.utc-offset": Rule("error", "not an offset from UTC", "RFC 5545 3.3.14", "write +0800 or -0330"),
    # Values by their property.
    "ical.version": Rule("error", "VERSION is not 2.0", "RFC 5545 3.7.4", "write VERSION:2.0"),
    "ical.calscale": Rule(
        "error", "no standard defines this CALSCALE", "RFC 5545 3.7.1", "remove CALSCALE, or write GREGORIAN"
    ),
    "ical.method": Rule(
        # The grammar takes any word, and an example of RFC 5545 4 says METHOD:xyz: good to know, and no alarm.
        "note",
        "no standard defines this METHOD",
        "RFC 5545 3.7.2",
        "remove METHOD; a message has PUBLISH, REQUEST, REPLY, ADD, CANCEL, REFRESH, COUNTER or DECLINECOUNTER",
    ),
    "ical.color": Rule("error", "not the name of a CSS colour", "RFC 7986 5.9", "write a name such as steelblue"),
    "ical.geo": Rule(
        "error",
        "not a latitude and a longitude",
        "RFC 5545 3.8.1.6",
        "write latitude;longitude in degrees, such as 39.908800;116.397500",
    ),
    "ical.status": Rule(
        "error",
        "the component does not allow this STATUS",
        "RFC 5545 3.8.1.11",
        "write a STATUS that the component allows",
    ),
    "ical.transp": Rule("error", "no standard defines this TRANSP", "RFC 5545 3.8.2.7", "write OPAQUE or TRANSPARENT"),
    "ical.range": Rule("error", "the number is out of range", "RFC 5545 3.8", "correct the number"),
    "ical.refresh": Rule(
        "error", "the refresh interval is not greater than zero", "RFC 7986 5.7", "write a duration greater than zero"
    ),
    # Dates and times together.
    "ical.utc": Rule("error", "the time must be in UTC", "RFC 5545 3.8.7", "write it in UTC, with a Z at the end"),
    "ical.tzid-use": Rule(
        "error",
        "a date or a time in UTC has a TZID",
        "RFC 5545 3.2.19",
        "remove TZID, or write a local time",
    ),
    "ical.end": Rule(
        "error",
        "the end is not after the start",
        "RFC 5545 3.8.2.2",
        "write a later end; leave the end out for an instant or for one whole day",
    ),
    "ical.end-and-duration": Rule(
        "error", "the component has both an end and a DURATION", "RFC 5545 3.6.1", "keep one of them"
    ),
    "ical.duration-positive": Rule(
        "error", "DURATION is not greater than zero", "RFC 5545 3.8.2.5", "leave DURATION out for an instant"
    ),
    "ical.duration-days": Rule(
        "error",
        "DURATION has hours, but the start is a date without a time",
        "RFC 5545 3.8.2.5",
        "write the duration in days or weeks",
    ),
    "ical.mixed-types": Rule(
        "error",
        "one of start and end is a date, the other a time",
        "RFC 5545 3.8.2.2",
        "write both as dates or both as times",
    ),
    "ical.mixed-zones": Rule(
        "error",
        "one of start and end has a time zone, the other has none",
        "RFC 5545 3.8.2.2",
        "write both with a time zone",
    ),
    "ical.until": Rule(
        "error",
        "UNTIL does not match DTSTART",
        "RFC 5545 3.3.10",
        "write a date if DTSTART is a date, or a time in UTC if DTSTART has a time zone",
    ),
    "ical.exdate": Rule(
        "warning",
        "one of EXDATE and DTSTART is a date, the other a time, so nothing is excluded",
        "RFC 5545 3.8.5.1",
        "write EXDATE in the form of DTSTART",
    ),
    # Time zones.
    "ical.zone-undeclared": Rule(
        "error", "the calendar has no VTIMEZONE for this TZID", "RFC 5545 3.6.5", "add the VTIMEZONE"
    ),
    "ical.zone-twice": Rule("warning", "two VTIMEZONEs have the same TZID", "RFC 5545 3.8.3.1", "keep one of them"),
    "ical.zone-empty": Rule(
        "error",
        "the VTIMEZONE contains neither STANDARD nor DAYLIGHT",
        "RFC 5545 3.6.5",
        "add STANDARD, and DAYLIGHT if the zone changes its clocks",
    ),
    "ical.zone-onset": Rule(
        "error",
        "the start of STANDARD or DAYLIGHT is not a local time",
        "RFC 5545 3.6.5",
        "write a date with a time, without Z and TZID",
    ),
    # Alarms.
    "ical.trigger": Rule(
        "error",
        "an absolute TRIGGER has no VALUE=DATE-TIME, is not in UTC, or has RELATED",
        "RFC 5545 3.8.6.3",
        "write TRIGGER;VALUE=DATE-TIME:20270501T090000Z",
    ),
    "ical.trigger-anchor": Rule(
        "error",
        "the alarm is relative to a start or an end that is missing",
        "RFC 5545 3.8.6.3",
        "add the start or the end, or write an absolute TRIGGER",
    ),
    # Messages between people.
    "ical.method-missing": Rule(
        "error",
        "a message with this METHOD lacks a required property",
        "RFC 5546 3",
        "add the property, or remove METHOD",
    ),
    "ical.method-extra": Rule(
        "error", "a message with this METHOD must not contain this", "RFC 5546 3", "remove it, or remove METHOD"
    ),
    "ical.method-component": Rule(
        "error", "a message with this METHOD must not contain this component", "RFC 5546 3", "send a separate message"
    ),
    "ical.method-uid": Rule(
        "error", "the message contains components with different UIDs", "RFC 5546 3", "send one message for each UID"
    ),
    "ical.method-status": Rule(
        "error", "a message with this METHOD must not have this STATUS", "RFC 5546 3", "correct STATUS or METHOD"
    ),
}
