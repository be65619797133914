"""What each property of the standards holds: its types, and whether it is a list."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["PROPERTIES", "Holds"]


class Holds(NamedTuple):
    """The types that a property can have, the one first that it has when VALUE is silent, and whether it is a list.

    ``required`` is the clause by which VALUE must always say the type.
    """

    types: tuple[str, ...]
    many: bool = False
    required: str = ""


_SINGLE = {
    "TEXT": """
        ACTION BUSYTYPE CALSCALE CLASS COLOR COMMENT CONTACT DESCRIPTION LOCATION METHOD NAME PARTICIPANT-TYPE PRODID
        PROXIMITY REFID RESOURCE-TYPE STATUS SUMMARY TRANSP TZID TZID-ALIAS-OF TZNAME UID
    """,
    "DATE-TIME": "ACKNOWLEDGED COMPLETED CREATED DTSTAMP LAST-MODIFIED TZUNTIL",
    "DATE-TIME DATE": "DTEND DTSTART DUE RECURRENCE-ID",
    "DURATION": "DURATION",
    "DURATION DATE-TIME": "TRIGGER",
    "INTEGER": "PERCENT-COMPLETE PRIORITY REPEAT SEQUENCE",
    "RECUR": "EXRULE RRULE",
    "CAL-ADDRESS": "ATTENDEE CALENDAR-ADDRESS ORGANIZER",
    "URI": "CONCEPT SOURCE TZURL URL",
    "URI BINARY": "ATTACH",
    "TEXT UID URI": "RELATED-TO",
    "TEXT BINARY": "XML",
    "UTC-OFFSET": "TZOFFSETFROM TZOFFSETTO",
    "FLOAT": "GEO",
}
_LISTS = {
    "TEXT": "CATEGORIES LOCATION-TYPE RESOURCES",
    "DATE-TIME DATE": "EXDATE",
    "DATE-TIME DATE PERIOD": "RDATE",
    "PERIOD": "FREEBUSY",
}

PROPERTIES = {
    **{name: Holds(tuple(types.split())) for types, names in _SINGLE.items() for name in names.split()},
    **{name: Holds(tuple(types.split()), many=True) for types, names in _LISTS.items() for name in names.split()},
    "REFRESH-INTERVAL": Holds(("DURATION",), required="RFC 7986 5.7"),
    "IMAGE": Holds(("URI", "BINARY"), required="RFC 7986 5.10"),
    "CONFERENCE": Holds(("URI",), required="RFC 7986 5.11"),
    "STYLED-DESCRIPTION": Holds(("TEXT", "URI"), required="RFC 9073 6.5"),
    "STRUCTURED-DATA": Holds(("URI", "TEXT", "BINARY"), required="RFC 9073 6.6"),
    "LINK": Holds(("URI", "UID", "XML-REFERENCE"), required="RFC 9253 8.2"),
}
"""By name. VERSION and REQUEST-STATUS have a form of their own; they are not here, nor is what nobody standardised."""
