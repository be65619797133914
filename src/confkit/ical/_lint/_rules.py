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
        "error", "more than the linter reads; the rest was not looked at", "", "split the calendar into several files"
    ),
    "ical.encoding": Rule("error", "the file is UTF-16 or UTF-32", "RFC 5545 3.1.4", "save it as UTF-8"),
    "ical.byte-order-mark": Rule(
        "error", "a byte order mark stands before BEGIN:VCALENDAR", "RFC 5545 3.4", "save the file without one"
    ),
    "ical.line-ends": Rule("error", "lines do not end with CR and LF", "RFC 5545 3.1", "end every line with CRLF"),
    "ical.bare-cr": Rule(
        "error", "a carriage return stands within a line", "RFC 5545 3.1", r"write \n for a line break in text"
    ),
    "ical.last-line": Rule("error", "the last line has no line end", "RFC 5545 3.1", "end it with CRLF too"),
    "ical.empty-line": Rule("error", "a line is empty", "RFC 5545 3.1", "leave it out"),
    "ical.line-length": Rule(
        "warning", "a line is longer than 75 octets", "RFC 5545 3.1", "fold it: CRLF, a space, then the rest"
    ),
    "ical.split-character": Rule(
        "error", "a fold splits a character", "RFC 5545 3.1", "fold between characters, not between octets of UTF-8"
    ),
    "ical.split-escape": Rule(
        "note",
        "a fold splits an escape, over which some programs stumble",
        "RFC 5545 3.1",
        "fold before the backslash",
    ),
    "ical.utf-8": Rule("error", "octets are no UTF-8", "RFC 5545 3.1.4", "save the file as UTF-8"),
    "ical.control": Rule("error", "a control character", "RFC 5545 3.1", "leave it out"),
    # Content lines.
    "ical.no-colon": Rule(
        "error",
        "a line has no colon",
        "RFC 5545 3.1",
        "write NAME:VALUE, or fold with a space if it goes on from above",
    ),
    "ical.name": Rule(
        "error", "this is no name", "RFC 5545 3.1", "a name has letters, digits and hyphens, and no blanks around it"
    ),
    "ical.parameter": Rule(
        "error",
        "a parameter cannot be read",
        "RFC 5545 3.2",
        "write ;NAME=VALUE, with double quotes around all of a value that has a comma, colon or semicolon",
    ),
    "ical.parameter-twice": Rule("error", "a parameter stands twice", "RFC 5545 3.2", "keep one of them"),
    "ical.parameter-value": Rule(
        "error", "a parameter has a value that it cannot have", "RFC 5545 3.2", "mend the value"
    ),
    "ical.parameter-missing": Rule(
        "error", "a parameter is missing that the property must have", "RFC 5545 3.2", "add it"
    ),
    "ical.parameter-use": Rule(
        "note", "a parameter means nothing beside this property", "RFC 5545 3.2", "leave it out"
    ),
    "ical.language": Rule("error", "this is no language tag", "RFC 5545 3.2.10", "write a tag such as en or zh-Hans"),
    # How components stand in one another.
    "ical.not-calendar": Rule(
        "error", "there is no calendar in the file", "RFC 5545 3.4", "a calendar begins with BEGIN:VCALENDAR"
    ),
    "ical.outside": Rule(
        "error", "this stands outside a calendar", "RFC 5545 3.4", "put it between BEGIN:VCALENDAR and END:VCALENDAR"
    ),
    "ical.unbalanced": Rule("error", "BEGIN and END do not match", "RFC 5545 3.6", "give every BEGIN its END"),
    "ical.nesting": Rule("error", "a component stands where it cannot", "RFC 5545 3.6", "move it"),
    "ical.too-deep": Rule(
        "error", "components are nested too deeply; what is inside was not looked at", "RFC 5545 3.6", "flatten them"
    ),
    "ical.property-order": Rule(
        "error", "a property stands after an inner component", "RFC 5545 3.6", "put properties before BEGIN"
    ),
    "ical.calendar-empty": Rule(
        "error", "a calendar has no component", "RFC 5545 3.6", "add an event, or offer no file"
    ),
    "ical.missing": Rule("error", "a property is missing", "RFC 5545 3.6", "add it"),
    "ical.twice": Rule("error", "a property stands twice and may stand once", "RFC 5545 3.6", "keep one of them"),
    "ical.rrule-twice": Rule(
        "warning", "there is more than one RRULE", "RFC 5545 3.8.5.3", "say it in one rule, or add dates with RDATE"
    ),
    "ical.misplaced": Rule(
        "warning", "a property means nothing in this component", "RFC 5545 3.8", "move it or leave it out"
    ),
    "ical.uid-twice": Rule(
        "error",
        "two components have the same UID and RECURRENCE-ID",
        "RFC 5545 3.8.4.7",
        "give each component a UID of its own",
    ),
    "ical.recurrence-id": Rule(
        "error",
        "RECURRENCE-ID has another form than the DTSTART of what recurs",
        "RFC 5545 3.8.4.4",
        "write RECURRENCE-ID as that DTSTART is written",
    ),
    "ical.calendar-uid": Rule(
        "note",
        "a calendar of several events has a UID of its own, and some programs take all for one",
        "RFC 7986 5.3",
        "leave it out of a feed",
    ),
    # Values by their type.
    "ical.value-type": Rule(
        "error", "a property cannot have this type", "RFC 5545 3.2.20", "use a type that it can have"
    ),
    "ical.value-required": Rule(
        "error", "a property without a type of its own has no VALUE", "RFC 7986 5", "say the type with VALUE"
    ),
    "ical.binary": Rule(
        "error",
        "this is no BASE64, or ENCODING does not say so",
        "RFC 5545 3.3.1",
        "write ENCODING=BASE64;VALUE=BINARY",
    ),
    "ical.boolean": Rule("error", "this is neither TRUE nor FALSE", "RFC 5545 3.3.2", "write TRUE or FALSE"),
    "ical.cal-address": Rule(
        "error", "an address has no scheme", "RFC 5545 3.3.3", "write mailto: before an address of mail"
    ),
    "ical.date": Rule("error", "this is no date", "RFC 5545 3.3.4", "write 20270501"),
    "ical.date-time": Rule(
        "error", "this is no date with a time", "RFC 5545 3.3.5", "write 20270501T090000Z, or VALUE=DATE for a day"
    ),
    "ical.duration": Rule("error", "this is no duration", "RFC 5545 3.3.6", "write P7D, PT1H30M or -PT15M"),
    "ical.float": Rule("error", "this is no number", "RFC 5545 3.3.7", "write digits, with a point if need be"),
    "ical.integer": Rule("error", "this is no whole number", "RFC 5545 3.3.8", "write digits"),
    "ical.period": Rule(
        "error", "this is no period", "RFC 5545 3.3.9", "write START/END or START/DURATION, with START before END"
    ),
    "ical.rrule": Rule(
        "error", "this is no recurrence rule", "RFC 5545 3.3.10", "mend it; a rule is such as FREQ=WEEKLY;COUNT=10"
    ),
    "ical.text-separator": Rule(
        "error", "text has a comma or semicolon without a backslash", "RFC 5545 3.3.11", r"write \, and \;"
    ),
    "ical.text-escape": Rule(
        "error", "text has a backslash that escapes nothing", "RFC 5545 3.3.11", r"write \\ for a backslash"
    ),
    "ical.time": Rule("error", "this is no time of day", "RFC 5545 3.3.12", "write 090000"),
    "ical.uri": Rule("error", "this is no URI", "RFC 5545 3.3.13", "write it with its scheme, such as https:"),
    "ical.utc-offset": Rule("error", "this is no offset from UTC", "RFC 5545 3.3.14", "write +0800 or -0330"),
    # Values by their property.
    "ical.version": Rule("error", "VERSION is not 2.0", "RFC 5545 3.7.4", "write VERSION:2.0"),
    "ical.calscale": Rule("error", "there is no such CALSCALE", "RFC 5545 3.7.1", "leave it out, or write GREGORIAN"),
    "ical.method": Rule(
        # The grammar takes any word, and an example of RFC 5545 4 says METHOD:xyz: good to know, and no alarm.
        "note",
        "no standard has this METHOD",
        "RFC 5545 3.7.2",
        "leave it out; a message has PUBLISH, REQUEST, REPLY, ADD, CANCEL, REFRESH, COUNTER or DECLINECOUNTER",
    ),
    "ical.color": Rule("error", "this is no name of a colour", "RFC 7986 5.9", "write a CSS name such as steelblue"),
    "ical.geo": Rule(
        "error",
        "this is no place",
        "RFC 5545 3.8.1.6",
        "write latitude;longitude in degrees, such as 39.908800;116.397500",
    ),
    "ical.status": Rule("error", "there is no such STATUS here", "RFC 5545 3.8.1.11", "use one that the component has"),
    "ical.transp": Rule("error", "there is no such TRANSP", "RFC 5545 3.8.2.7", "write OPAQUE or TRANSPARENT"),
    "ical.range": Rule("error", "a number is outside its range", "RFC 5545 3.8", "mend the number"),
    "ical.refresh": Rule("error", "a calendar is never refreshed", "RFC 7986 5.7", "write a duration above zero"),
    # Dates and times together.
    "ical.utc": Rule("error", "a time must be in UTC", "RFC 5545 3.8.7", "write it in UTC, with Z at its end"),
    "ical.tzid-use": Rule(
        "error",
        "TZID stands beside a date or a time in UTC",
        "RFC 5545 3.2.19",
        "leave TZID out, or write a local time",
    ),
    "ical.end": Rule(
        "error",
        "the end is not after the start",
        "RFC 5545 3.8.2.2",
        "give a later end; leave it out for an instant or for one whole day",
    ),
    "ical.end-and-duration": Rule("error", "an end and DURATION stand together", "RFC 5545 3.6.1", "keep one of them"),
    "ical.duration-positive": Rule(
        "error", "DURATION is not above zero", "RFC 5545 3.8.2.5", "leave it out for an instant"
    ),
    "ical.duration-days": Rule(
        "error", "DURATION has hours beside a start without an hour", "RFC 5545 3.8.2.5", "write it in days or weeks"
    ),
    "ical.mixed-types": Rule(
        "error", "start and end are a date and a time", "RFC 5545 3.8.2.2", "write both as dates or both as times"
    ),
    "ical.mixed-zones": Rule(
        "error", "one of start and end has a time zone and the other has none", "RFC 5545 3.8.2.2", "give both a zone"
    ),
    "ical.until": Rule(
        "error",
        "UNTIL does not fit DTSTART",
        "RFC 5545 3.3.10",
        "write a date beside a date, a time in UTC beside a time with a zone",
    ),
    "ical.exdate": Rule(
        "warning",
        "EXDATE and DTSTART are a date and a time, so nothing is excluded",
        "RFC 5545 3.8.5.1",
        "write EXDATE as DTSTART is written",
    ),
    # Time zones.
    "ical.zone-undeclared": Rule(
        "error", "a TZID has no VTIMEZONE in the calendar", "RFC 5545 3.6.5", "add its VTIMEZONE"
    ),
    "ical.zone-twice": Rule("warning", "two VTIMEZONEs have the same TZID", "RFC 5545 3.8.3.1", "keep one of them"),
    "ical.zone-empty": Rule(
        "error", "a VTIMEZONE has neither STANDARD nor DAYLIGHT", "RFC 5545 3.6.5", "add the observances of the zone"
    ),
    "ical.zone-onset": Rule(
        "error",
        "the onset of an observance is not a local time",
        "RFC 5545 3.6.5",
        "write it as a date with a time, with neither Z nor TZID",
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
        "an alarm counts from a start or an end that is not there",
        "RFC 5545 3.8.6.3",
        "add the start or the end, or make the trigger absolute",
    ),
    # Messages between people.
    "ical.method-missing": Rule(
        "error", "a message of this METHOD lacks a property", "RFC 5546 3", "add it, or leave out METHOD"
    ),
    "ical.method-extra": Rule(
        "error", "a message of this METHOD must not have this", "RFC 5546 3", "leave it out, or leave out METHOD"
    ),
    "ical.method-component": Rule(
        "error", "a message of this METHOD cannot be about this component", "RFC 5546 3", "send a message of its own"
    ),
    "ical.method-uid": Rule(
        "error", "a message is about components with different UIDs", "RFC 5546 3", "send one message for each"
    ),
    "ical.method-status": Rule(
        "error", "a message of this METHOD cannot have this STATUS", "RFC 5546 3", "mend STATUS or METHOD"
    ),
}
