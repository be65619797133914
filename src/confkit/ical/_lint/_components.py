"""What each component of the standards must have, may have once, and where it stands (RFC 5545 3.6)."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["COMPONENTS", "HOMES", "OTHERS", "Component"]


class Component(NamedTuple):
    """A component: its clause, what it must have once, what it may have once, and what it may stand in.

    ``parents`` is empty where the standards leave that open.
    """

    section: str
    required: tuple[str, ...]
    once: frozenset[str]
    parents: tuple[str, ...] = ("VCALENDAR",)


def _of(
    section: str, required: str, once: str, parents: tuple[str, ...] = ("VCALENDAR",), rfc: str = "RFC 5545"
) -> Component:
    return Component(f"{rfc} {section}", tuple(required.split()), frozenset(f"{required} {once}".split()), parents)


_ENTRY = "CLASS COLOR CREATED DTSTART LAST-MODIFIED ORGANIZER RECURRENCE-ID SEQUENCE STATUS SUMMARY URL"
_ALARM = "ACKNOWLEDGED DESCRIPTION DURATION PROXIMITY REPEAT SUMMARY UID"
_BUSY = "BUSYTYPE CLASS CREATED DESCRIPTION DTEND DTSTART DURATION LAST-MODIFIED LOCATION ORGANIZER PRIORITY"
_PERSON = "CALENDAR-ADDRESS CREATED DESCRIPTION DTSTAMP GEO LAST-MODIFIED PRIORITY SEQUENCE STATUS SUMMARY URL"
_ENTRIES = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY")

COMPONENTS: dict[str, Component] = {
    # RFC 7986 4 adds properties to the calendar itself.
    "VCALENDAR": _of(
        "3.6", "PRODID VERSION", "CALSCALE COLOR LAST-MODIFIED METHOD REFRESH-INTERVAL SOURCE UID URL", ()
    ),
    "VEVENT": _of("3.6.1", "DTSTAMP UID", f"{_ENTRY} DESCRIPTION DTEND DURATION GEO LOCATION PRIORITY TRANSP"),
    "VTODO": _of(
        "3.6.2", "DTSTAMP UID", f"{_ENTRY} COMPLETED DESCRIPTION DUE DURATION GEO LOCATION PERCENT-COMPLETE PRIORITY"
    ),
    "VJOURNAL": _of("3.6.3", "DTSTAMP UID", _ENTRY),
    "VFREEBUSY": _of("3.6.4", "DTSTAMP UID", "CONTACT DTSTART DTEND ORGANIZER URL"),
    "VTIMEZONE": _of("3.6.5", "TZID", "LAST-MODIFIED TZURL TZUNTIL"),
    "STANDARD": _of("3.6.5", "DTSTART TZOFFSETFROM TZOFFSETTO", "", ("VTIMEZONE",)),
    "DAYLIGHT": _of("3.6.5", "DTSTART TZOFFSETFROM TZOFFSETTO", "", ("VTIMEZONE",)),
    "VALARM": _of("3.6.6", "ACTION TRIGGER", _ALARM, ("VEVENT", "VTODO")),
    "VAVAILABILITY": _of("3.1", "DTSTAMP UID", f"{_BUSY} SEQUENCE SUMMARY URL", rfc="RFC 7953"),
    "AVAILABLE": _of(
        "3.1",
        "DTSTAMP DTSTART UID",
        "CREATED DESCRIPTION DTEND DURATION LAST-MODIFIED LOCATION RECURRENCE-ID RRULE SUMMARY",
        ("VAVAILABILITY",),
        "RFC 7953",
    ),
    "PARTICIPANT": _of("7.1", "PARTICIPANT-TYPE UID", _PERSON, _ENTRIES, "RFC 9073"),
    # RFC 9074 8.1 puts places into alarms that ring where one is.
    "VLOCATION": _of(
        "7.2", "UID", "DESCRIPTION GEO LOCATION-TYPE NAME", (*_ENTRIES, "PARTICIPANT", "VALARM"), "RFC 9073"
    ),
    "VRESOURCE": _of("7.3", "UID", "DESCRIPTION GEO NAME RESOURCE-TYPE", (*_ENTRIES, "PARTICIPANT"), "RFC 9073"),
}

HOMES: dict[str, frozenset[str]] = {
    name: frozenset(homes.split())
    for names, homes in {
        "CALSCALE METHOD PRODID VERSION REFRESH-INTERVAL": "VCALENDAR",
        "COMPLETED DUE PERCENT-COMPLETE": "VTODO",
        "TRANSP": "VEVENT",
        "CONFERENCE": "VEVENT VTODO",
        "FREEBUSY": "VFREEBUSY",
        "ACKNOWLEDGED ACTION PROXIMITY REPEAT TRIGGER": "VALARM",
        "TZOFFSETFROM TZOFFSETTO TZNAME": "STANDARD DAYLIGHT",
        "TZID TZID-ALIAS-OF TZUNTIL TZURL": "VTIMEZONE",
        "BUSYTYPE": "VAVAILABILITY",
        "CALENDAR-ADDRESS PARTICIPANT-TYPE": "PARTICIPANT",
        "LOCATION-TYPE": "VLOCATION",
        "RESOURCE-TYPE": "VRESOURCE",
        "DTEND": "VEVENT VFREEBUSY VAVAILABILITY AVAILABLE",
        "DTSTART": "VEVENT VTODO VJOURNAL VFREEBUSY VAVAILABILITY AVAILABLE STANDARD DAYLIGHT",
        "EXDATE RDATE RRULE": "VEVENT VTODO VJOURNAL AVAILABLE STANDARD DAYLIGHT",
        "STATUS": "VEVENT VTODO VJOURNAL PARTICIPANT",
        "SUMMARY": "VEVENT VTODO VJOURNAL VALARM VAVAILABILITY AVAILABLE PARTICIPANT",
    }.items()
    for name in names.split()
}
"""Where a property means something, for those that mean nothing elsewhere; checked in the components above alone."""

OTHERS = frozenset({"ATTACH", "EXDATE", "FREEBUSY", "RDATE", "RRULE", "X-LIC-LOCATION"})
"""Properties that may be repeated, and that rules of a whole component ask for."""
