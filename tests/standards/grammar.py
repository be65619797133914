"""The grammars of components and the descriptions of properties in the texts of the RFCs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from standards.examples import rows
from standards.tables import LINES

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["TYPES", "Count", "Description", "counts", "descriptions", "line", "parameters"]

_RULES = {
    "calprops": "VCALENDAR",
    "eventprop": "VEVENT",
    "todoprop": "VTODO",
    "jourprop": "VJOURNAL",
    "fbprop": "VFREEBUSY",
    "tzprop": "STANDARD",
    "dispprop": "VALARM",
    "availabilityprop": "VAVAILABILITY",
    "availableprop": "AVAILABLE",
    "partprop": "PARTICIPANT",
    "locprop": "VLOCATION",
    "resprop": "VRESOURCE",
}
_NAMES = {
    "calendaraddress": "CALENDAR-ADDRESS",
    "last-mod": "LAST-MODIFIED",
    "loctype": "LOCATION-TYPE",
    "participanttype": "PARTICIPANT-TYPE",
    "percent": "PERCENT-COMPLETE",
    "recurid": "RECURRENCE-ID",
    "refresh": "REFRESH-INTERVAL",
    "related": "RELATED-TO",
    "restype": "RESOURCE-TYPE",
    "rstatus": "REQUEST-STATUS",
    "sdataprop": "STRUCTURED-DATA",
    "seq": "SEQUENCE",
    "styleddescription": "STYLED-DESCRIPTION",
}
_OTHERS = {"iana-prop", "x-prop", "strucloc", "strucres"}
_BEGIN = re.compile(r" +([a-z]+) +=/? *\*\(")


class Count(NamedTuple):
    """How often a component may have a property: ``required``, and ``once`` or more often."""

    component: str
    name: str
    required: bool
    once: bool


def counts(text: str) -> Iterator[Count]:
    """Yield the counts in the grammars of an RFC."""
    source = iter([row for _, row in rows(text)])
    for row in source:
        begins = _BEGIN.fullmatch(row)
        if begins and begins[1] in _RULES:
            yield from _asked(_RULES[begins[1]], source)


def _asked(component: str, source: Iterator[str]) -> Iterator[Count]:
    comment, fresh = "", True
    for row in source:
        text = row.strip()
        if text == ")":
            return
        if text.startswith(";"):
            comment, fresh = f"{text[1:].strip()} " if fresh else f"{comment}{text[1:].strip()} ", False
            continue
        fresh = fresh or bool(text)
        for name in (one for one in re.findall(r"[a-z]+(?:-[a-z]+)?", text) if one not in _OTHERS):
            once = "NOT occur more than once" in comment or "Either" in comment
            yield Count(component, _NAMES.get(name, name.upper()), "REQUIRED" in comment, once)


class Description(NamedTuple):
    """The types of a property and the components that may have it, according to an RFC."""

    name: str
    types: frozenset[str]
    homes: frozenset[str]


TYPES = {
    "BINARY": ";ENCODING=BASE64:AAAA",
    "CAL-ADDRESS": ":mailto:a@example.org",
    "DATE": ":20270501",
    "DATE-TIME": ":20270501T090000Z",
    "DURATION": ":PT1H",
    "FLOAT": ":1.5",
    "INTEGER": ":1",
    "PERIOD": ":20270501T090000Z/PT1H",
    "RECUR": ":FREQ=DAILY",
    "TEXT": ":a",
    "URI": ":https://example.org/",
    "UTC-OFFSET": ":+0100",
}
"""A value of each type."""

_FIELD = re.compile(r"   ([A-Z][a-z]+(?: [A-Za-z]+)?):(?:  ?(.*))?")


def descriptions(text: str) -> Iterator[Description]:
    """Yield the descriptions of properties in an RFC."""
    fields: dict[str, str] = {}
    field = ""
    for _, row in rows(text):
        begins = _FIELD.fullmatch(row)
        if begins:
            field = begins[1].lower()
            fields = {} if field == "property name" else fields
            fields[field] = begins[2] or ""
        elif field:
            fields[field] += f" {row.strip()}"
        if field == "description" and "value type" in fields and "property name" in fields:
            types = frozenset(re.findall(r"\b[A-Z]+(?:-[A-Z]+)?\b", fields["value type"])) & TYPES.keys()
            where = fields.get("conformance", "").replace('of the "VTIMEZONE"', "")
            homes = frozenset(re.findall(r'"(V[A-Z]+|STANDARD|DAYLIGHT|PARTICIPANT)"', where))
            yield Description(fields.pop("property name").strip(), types, homes)


_PARAMETERS = {
    "altrep": 'ALTREP="a:b"',
    "cn": "CN=a",
    "cutype": "CUTYPE=ROOM",
    "delfrom": 'DELEGATED-FROM="mailto:a@example.org"',
    "delto": 'DELEGATED-TO="mailto:a@example.org"',
    "derived": "DERIVED=TRUE",
    "dir": 'DIR="a:b"',
    "display": "DISPLAY=BADGE",
    "fbtype": "FBTYPE=FREE",
    "feature": "FEATURE=VIDEO",
    "fmttype": "FMTTYPE=text/plain",
    "gap": "GAP=P1D",
    "label": "LABEL=a",
    "language": "LANGUAGE=en",
    "linkrel": "LINKREL=SOURCE",
    "member": 'MEMBER="mailto:a@example.org"',
    "partstat": "PARTSTAT=ACCEPTED",
    "range": "RANGE=THISANDFUTURE",
    "reltype": "RELTYPE=PARENT",
    "role": "ROLE=CHAIR",
    "rsvp": "RSVP=TRUE",
    "schema": 'SCHEMA="a:b"',
    "sentby": 'SENT-BY="mailto:a@example.org"',
    "tzid": "TZID=Here",
}


def parameters(text: str) -> Iterator[tuple[str, str]]:
    """Yield pairs of a property and a parameter that its grammar lists."""
    grammar = "\n".join(row for _, row in rows(text))
    owners = {rule: name for name, rule in re.findall(r'= +"([A-Z-]+)" +([a-z-]+param)\b', grammar)}
    for rule, body in re.findall(
        r"^ +([a-z-]+param) += +(.*(?:\n(?! +[a-z-]+ +=| +Example).*)*)", grammar, re.MULTILINE
    ):
        for name in re.findall(r'";" ?([a-z]+)param', body) if rule in owners else ():
            yield owners[rule], _PARAMETERS[name]


_MORE = {
    "ACTION": "ACTION:DISPLAY",
    "CALENDAR-ADDRESS": "CALENDAR-ADDRESS:mailto:a@example.org",
    "CALSCALE": "CALSCALE:GREGORIAN",
    "COLOR": "COLOR:red",
    "CONFERENCE": "CONFERENCE;VALUE=URI:https://example.org/",
    "IMAGE": "IMAGE;VALUE=URI:https://example.org/",
    "METHOD": "METHOD:X-A",
    "NAME": "NAME:a",
    "REFRESH-INTERVAL": "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    "REPEAT": "REPEAT:1",
    "SOURCE": "SOURCE;VALUE=URI:https://example.org/",
    "STATUS": "STATUS:CANCELLED",
    "STRUCTURED-DATA": "STRUCTURED-DATA;VALUE=URI:https://example.org/",
    "STYLED-DESCRIPTION": "STYLED-DESCRIPTION;VALUE=URI;DERIVED=TRUE:https://example.org/",
    "TRIGGER": "TRIGGER:PT0S",
    "TZOFFSETFROM": "TZOFFSETFROM:+0100",
    "TZOFFSETTO": "TZOFFSETTO:+0100",
    "VERSION": "VERSION:2.0",
}


def line(name: str, component: str) -> str:
    """Return a valid line of a property in a component."""
    if component == "STANDARD" and name in {"DTSTART", "RDATE"}:
        return f"{name}:19700101T000000"
    return _MORE.get(name) or LINES.get(name) or f"{name}:a"
