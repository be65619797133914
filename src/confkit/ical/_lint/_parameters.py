"""The parameters of a content line (RFC 5545 3.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confkit.ical._lint._properties import PROPERTIES
from confkit.ical._lint._report import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.ical._lines import Line, Parameter
    from confkit.ical._lint._report import Report

__all__ = ["check"]

_WORDS = {
    "DERIVED": {"TRUE", "FALSE"},
    "ENCODING": {"8BIT", "BASE64"},
    "RANGE": {"THISANDFUTURE"},
    "RELATED": {"START", "END"},
    "RSVP": {"TRUE", "FALSE"},
}
"""Parameters whose words nobody may add to, with those words."""

_QUOTED = {"ALTREP", "DELEGATED-FROM", "DELEGATED-TO", "DIR", "MEMBER", "SENT-BY"}
"""Their values are URIs, which are always between double quotes."""

_SINGLE = {
    *("ALTREP", "CN", "CUTYPE", "DERIVED", "DIR", "EMAIL", "ENCODING", "FBTYPE", "FMTTYPE", "LABEL", "LANGUAGE"),
    *("ORDER", "PARTSTAT", "RANGE", "RELATED", "RELTYPE", "ROLE", "RSVP", "SENT-BY", "TZID", "VALUE"),
}

_NEEDED = {
    "LINK": (("LINKREL",), {"URI", "UID", "XML-REFERENCE"}, "RFC 9253 6.1"),
    "STRUCTURED-DATA": (("FMTTYPE", "SCHEMA"), {"TEXT", "BINARY"}, "RFC 9073 6.6"),
}
"""Parameters that a property must have, with which types, and where it says so."""

_HOMES = {
    name: frozenset(homes.split())
    for names, homes in {
        "CUTYPE DELEGATED-FROM DELEGATED-TO MEMBER PARTSTAT ROLE RSVP": "ATTENDEE CALENDAR-ADDRESS",
        "CN DIR EMAIL SENT-BY": "ATTENDEE CALENDAR-ADDRESS ORGANIZER",
        "DISPLAY": "IMAGE",
        "FBTYPE": "FREEBUSY",
        "FEATURE": "CONFERENCE",
        "GAP RELTYPE": "RELATED-TO",
        "LINKREL": "LINK",
        "RANGE": "RECURRENCE-ID",
        "RELATED": "TRIGGER",
        "SCHEMA": "STRUCTURED-DATA",
    }.items()
    for name in names.split()
}
"""Beside which properties of the standards a parameter means something. The grammar takes it beside any."""

_LANGUAGE = re.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_ORDER = re.compile("[+]?0*[1-9][0-9]{0,9}")
_TOKEN = re.compile("[A-Za-z0-9-]+")


def check(line: Line, path: str, report: Report) -> None:
    """Look at all parameters of a line."""
    place = Place.of(line, path, len(line.name))
    seen: set[str] = set()
    for one in line.params:
        if one.name in seen:
            report.add("ical.parameter-twice", place, one.name)
            continue
        seen.add(one.name)
        says = next(_problems(one), None)
        if says:
            report.add("ical.parameter-value", place, f"{one.name}={','.join(one.values)}", says=says)
        elif one.name == "LANGUAGE" and not _LANGUAGE.fullmatch(one.values[0]):
            report.add("ical.language", place, one.values[0])
        elif line.name in PROPERTIES and line.name not in _HOMES.get(one.name, PROPERTIES):
            report.add("ical.parameter-use", place, one.name, says=f"{one.name} has no meaning for {line.name}")
    needed, kinds, rule = _NEEDED.get(line.name, ((), (), ""))
    for name in needed if (line.param("VALUE") or "").upper() in kinds else ():
        if name not in seen:
            report.add(
                "ical.parameter-missing",
                place,
                says=f"{line.name} needs the parameter {name}",
                rule=rule,
                hint=f"add {name}",
            )


def _problems(one: Parameter) -> Iterator[str]:
    value = one.values[0]
    if one.name in _SINGLE and one.values[1:]:
        yield f"{one.name} has only one value; write double quotes around a value with a comma"
    if one.name in _WORDS and value.upper() not in _WORDS[one.name]:
        yield f"{one.name} must be one of {', '.join(sorted(_WORDS[one.name]))}"
    if one.name in _QUOTED and not all(one.quoted):
        yield f"the address in {one.name} needs double quotes"
    if one.name == "SENT-BY" and not value.lower().startswith("mailto:"):
        yield "SENT-BY must be an e-mail address that starts with mailto:"
    if one.name == "ORDER" and not _ORDER.fullmatch(value):
        yield "ORDER must be a whole number of at least 1"
    if one.name == "VALUE" and not _TOKEN.fullmatch(value):
        yield "VALUE needs the name of a type"
    if one.name == "TZID" and not value:
        yield "TZID needs the name of a time zone"
