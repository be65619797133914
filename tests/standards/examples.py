"""The examples in the texts of the RFCs, each in a calendar of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["HOMES", "Example", "calendar", "examples", "octets", "rows", "within"]

_PAGE = re.compile(r"\n*^\S.*\[Page \d+\]$\n*\f?\n*^RFC \d+ .*\d{4}$\n*", re.MULTILINE)
"""The foot of a page and the head of the next, with the empty lines around both."""

_SECTION = re.compile(r"(Appendix [A-Z]|[A-Z]?\d*(?:\.\d+)*)\.? {1,2}[A-Za-z]")
_BEGIN = re.compile(r" +>?BEGIN:([A-Z-]+)")
_PROPERTY = re.compile(r" {2,}(X-[A-Z-]+|[A-Z]{3}[A-Z-]*)(?:;[A-Z-]+=.*|:\S.*)")
_OTHERS = {"FROM", "TO", "SUBJECT", "MIME-VERSION", "MESSAGE-ID", "CONTENT-TYPE", "CALDAV"}
"""Names at the start of lines that are not properties of calendars: fields of mail, words of WebDAV."""


class Example(NamedTuple):
    """A component, or properties that stand together: where, its name if it is a component, its lines as folded."""

    section: str
    name: str
    lines: tuple[str, ...]


def rows(text: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of an RFC with their sections; a page that ends is an empty line."""
    section = ""
    for row in _PAGE.sub("\n\n", text).splitlines():
        match = _SECTION.match(row)
        if match:
            section = match[1]
        yield section, row.rstrip()


def examples(text: str) -> list[Example]:
    """Return all examples of an RFC, in its order."""
    found: list[Example] = []
    source = rows(text)
    for section, row in source:
        begins, shows = _BEGIN.fullmatch(row), _PROPERTY.match(row)
        if begins:
            found.append(Example(section, begins[1], _block(row, begins[1], source)))
        elif shows:
            found += _properties(section, row, source)
    return found


def _block(first: str, name: str, source: Iterator[tuple[str, str]]) -> tuple[str, ...]:
    """Take the lines of a component, up to its END."""
    margin = len(first) - len(first.lstrip())
    lines = [first.strip(" >")]
    while lines[-1] != f"END:{name}":
        _, row = next(source)
        if row.strip() not in {"", "..."}:
            lines.append(row[margin:] if not row[:margin].strip() else row.strip())
    return tuple(lines)


def _properties(section: str, first: str, source: Iterator[tuple[str, str]]) -> Iterator[Example]:
    """Take the lines up to an empty one: one example, or one each where a property stands there twice or more."""
    margin = len(first) - len(first.lstrip())
    folded: list[list[str]] = []
    row = first
    while row.strip():
        line = re.sub(" +;.*", "", row)[margin:]
        if line[:1] == " ":
            folded[-1].append(line)
        elif line.startswith("BEGIN:"):
            folded.append([*_block(row, line[6:], source)])
        elif line not in {"", "or"}:
            folded.append([line])
        _, row = next(source)
    names = [_name(lines[0]) for lines in folded]
    if set(names) & _OTHERS:
        return
    if len(set(names)) == len(names) or "BEGIN" in names:
        folded = [[line for lines in folded for line in lines]]
    for lines in folded:
        yield Example(section, "", tuple(lines))


def _name(line: str) -> str:
    return re.split("[:;]", line)[0]


# The component around an example that is not a calendar, and the lines that this component needs.
_ENTRY = ("UID:a", "DTSTAMP:19960101T000000Z")
_START = ("DTSTART:19960101T000000Z",)
_AROUND: dict[str, tuple[str, tuple[str, ...]]] = {
    "VCALENDAR": ("", ("VERSION:2.0", "PRODID:-//example.org//Days//EN")),
    "VEVENT": ("VCALENDAR", (*_ENTRY, *_START)),
    "VTODO": ("VCALENDAR", _ENTRY),
    "VJOURNAL": ("VCALENDAR", _ENTRY),
    "VFREEBUSY": ("VCALENDAR", _ENTRY),
    "VAVAILABILITY": ("VCALENDAR", _ENTRY),
    "AVAILABLE": ("VAVAILABILITY", (*_ENTRY, *_START)),
    "VTIMEZONE": ("VCALENDAR", ("TZID:Here",)),
    "STANDARD": ("VTIMEZONE", ("DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000")),
    "DAYLIGHT": ("VTIMEZONE", ("DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000")),
    "VALARM": ("VEVENT", ("ACTION:DISPLAY", "DESCRIPTION:", "TRIGGER:PT0S")),
    "PARTICIPANT": ("VEVENT", ("UID:b", "PARTICIPANT-TYPE:ACTIVE")),
    "VLOCATION": ("VEVENT", ("UID:c",)),
    "VRESOURCE": ("VEVENT", ("UID:d",)),
}
HOMES = {
    name: home
    for home, names in {
        "VCALENDAR": "CALSCALE METHOD NAME PRODID REFRESH-INTERVAL SOURCE VERSION",
        "VTODO": "COMPLETED DUE PERCENT-COMPLETE STATUS:NEEDS-ACTION",
        "VJOURNAL": "STATUS:DRAFT",
        "VFREEBUSY": "FREEBUSY",
        "VAVAILABILITY": "BUSYTYPE",
        "VTIMEZONE": "TZID TZURL TZUNTIL TZID-ALIAS-OF",
        "STANDARD": "TZNAME TZOFFSETFROM TZOFFSETTO",
        "VALARM": "ACKNOWLEDGED ACTION PROXIMITY REPEAT TRIGGER",
        "PARTICIPANT": "CALENDAR-ADDRESS PARTICIPANT-TYPE",
        "VLOCATION": "LOCATION-TYPE",
        "VRESOURCE": "RESOURCE-TYPE",
    }.items()
    for name in names.split()
}


def calendar(example: Example) -> bytes:
    """Return a calendar in which only the example can be invalid."""
    if example.name == "VCALENDAR":
        return octets(example.lines)
    if example.name:
        return octets(within(_AROUND[example.name][0], example.lines))
    first = example.lines[0]
    home = HOMES.get(first, HOMES.get(_name(first), "VEVENT"))
    return octets(within(home, example.lines))


def within(home: str, lines: Iterable[str], without: str = "") -> list[str]:
    """Put lines into a component, and that where it belongs; give it what it needs and they do not have.

    ``without`` is what it needs and does not get.
    """
    inner = list(lines)
    names = set(_outer(inner))
    parent, needed = _AROUND[home]
    head = [line for line in needed if line.split(":")[0] not in {*names, without}]
    if "BEGIN:VALARM" in inner and not names & {"DTEND", "DURATION"}:
        head.append("DURATION:PT1H")
    if any(re.match("(DTEND|DUE|EXDATE|RECURRENCE-ID|RDATE).*VALUE=DATE:", line) for line in inner):
        head = ["DTSTART;VALUE=DATE:19960101" if line in _START else line for line in head]
    rest = []
    if home == "VCALENDAR":
        zones = set(re.findall(r"TZID=([^:;\n]+)", "\n".join(inner))) - set(re.findall(r"TZID:(.+)", "\n".join(inner)))
        rest = [line for zone in sorted(zones) for line in _zone(zone)]
        rest += [] if "BEGIN" in names or rest else _zone("Here")
    elif home == "VTIMEZONE" and "BEGIN" not in names:
        rest = ["BEGIN:STANDARD", *_AROUND["STANDARD"][1], "END:STANDARD"]
    component = [f"BEGIN:{home}", *head, *inner, *rest, f"END:{home}"]
    return within(parent, component) if parent else component


def _outer(lines: Iterable[str]) -> Iterator[str]:
    """Yield the names of the properties that are outside of components in these lines."""
    depth = 0
    for line in lines:
        if not depth:
            yield _name(line)
        depth += line.startswith("BEGIN:") - line.startswith("END:")


def _zone(name: str) -> list[str]:
    return [
        "BEGIN:VTIMEZONE",
        f"TZID:{name}",
        "BEGIN:STANDARD",
        *_AROUND["STANDARD"][1],
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def octets(lines: Iterable[str]) -> bytes:
    """Return the octets of a calendar."""
    return "".join(f"{line}\r\n" for line in lines).encode()
