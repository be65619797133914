"""The parameters of a content line (RFC 5545 3.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confkit.ical._lint._report import Place

if TYPE_CHECKING:
    from confkit.ical._lines import Line, Parameter
    from confkit.ical._lint._report import Report

__all__ = ["check"]

_WORDS = {
    "ENCODING": {"8BIT", "BASE64"},
    "RANGE": {"THISANDFUTURE"},
    "RELATED": {"START", "END"},
    "RSVP": {"TRUE", "FALSE"},
}
"""Parameters whose words nobody may add to, with those words."""

_QUOTED = {"ALTREP", "DELEGATED-FROM", "DELEGATED-TO", "DIR", "MEMBER", "SENT-BY"}
"""Their values are URIs, which are always between double quotes."""

_SINGLE = {
    *("ALTREP", "CN", "CUTYPE", "DIR", "EMAIL", "ENCODING", "FBTYPE", "FMTTYPE", "LABEL", "LANGUAGE", "PARTSTAT"),
    *("RANGE", "RELATED", "RELTYPE", "ROLE", "RSVP", "SENT-BY", "TZID", "VALUE"),
}
_LANGUAGE = re.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
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
        says = _problem(one)
        if says:
            report.add("ical.parameter-value", place, f"{one.name}={','.join(one.values)}", says=says)
        elif one.name == "LANGUAGE" and not _LANGUAGE.fullmatch(one.values[0]):
            report.add("ical.language", place, one.values[0])


def _problem(one: Parameter) -> str | None:
    value = one.values[0]
    if one.name in _SINGLE and one.values[1:]:
        return f"{one.name} has one value; a comma in it needs double quotes around the whole"
    if one.name in _WORDS and value.upper() not in _WORDS[one.name]:
        return f"{one.name} is one of {', '.join(sorted(_WORDS[one.name]))}"
    if one.name in _QUOTED and not all(one.quoted):
        return f"{one.name} holds an address, which needs double quotes"
    if one.name == "VALUE" and not _TOKEN.fullmatch(value):
        return "VALUE names a type"
    if one.name == "TZID" and not value:
        return "TZID names a time zone"
    return None
