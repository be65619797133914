"""The tables of messages in the text of RFC 5546 3.2 to 3.5, and a message for each cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from standards.examples import rows
from valid_calendars import calendar

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LINES", "Cell", "Table", "messages", "tables"]

_TITLE = re.compile(r" +\| Constraints for a METHOD:(\w+) of a (\w+) +\|")
_ROW = re.compile(r"   \| *([A-Z-]+) *\| *(1|1\+|0|0\+|0 or 1) *\|.*")


class Cell(NamedTuple):
    """A property or component in a message, and how often it may occur: 1, 1+, 0, 0+, or 0 or 1."""

    name: str
    presence: str


class Table(NamedTuple):
    """The cells for messages with a METHOD and a component."""

    method: str
    component: str
    cells: tuple[Cell, ...]


def tables(text: str) -> Iterator[Table]:
    """Yield the tables of RFC 5546, without the cells of METHOD."""
    found: list[tuple[str, str, list[Cell]]] = []
    for _, row in rows(text):
        title, cell = _TITLE.fullmatch(row), _ROW.fullmatch(row)
        if title:
            found.append((title[1], title[2], []))
        elif cell and found and cell[1] != "METHOD":
            found[-1][2].append(Cell(cell[1], cell[2]))
        elif row[:1].isdigit() and found and row.startswith("3.6"):
            break
    return (Table(method, component, tuple(cells)) for method, component, cells in found)


LINES = {
    "ATTACH": "ATTACH:https://example.org/a",
    "ATTENDEE": "ATTENDEE:mailto:b@example.org",
    "CLASS": "CLASS:PUBLIC",
    "COMPLETED": "COMPLETED:20270501T090000Z",
    "CREATED": "CREATED:20270101T000000Z",
    "DTEND": "DTEND:20270501T100000Z",
    "DTSTAMP": "DTSTAMP:20270101T000000Z",
    "DTSTART": "DTSTART:20270501T090000Z",
    "DUE": "DUE:20270501T100000Z",
    "DURATION": "DURATION:PT1H",
    "EXDATE": "EXDATE:20270502T090000Z",
    "FREEBUSY": "FREEBUSY:20270501T090000Z/PT1H",
    "GEO": "GEO:1;2",
    "IANA-PROPERTY": "DRESSCODE:CASUAL",
    "LAST-MODIFIED": "LAST-MODIFIED:20270101T000000Z",
    "ORGANIZER": "ORGANIZER:mailto:a@example.org",
    "PERCENT-COMPLETE": "PERCENT-COMPLETE:1",
    "PRIORITY": "PRIORITY:1",
    "RDATE": "RDATE:20270502T090000Z",
    "RECURRENCE-ID": "RECURRENCE-ID:20270502T090000Z",
    "REQUEST-STATUS": "REQUEST-STATUS:2.0;Success",
    "RRULE": "RRULE:FREQ=DAILY",
    "SEQUENCE": "SEQUENCE:1",
    "TRANSP": "TRANSP:OPAQUE",
    "URL": "URL:https://example.org/",
    "VALARM": "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER;VALUE=DATE-TIME:20270501T080000Z\nEND:VALARM",
    "X-PROPERTY": "X-A:b",
}
_STATUSES = {"VEVENT": "CONFIRMED", "VTODO": "IN-PROCESS", "VJOURNAL": "DRAFT"}
_OBSERVANCE = "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD"
_BESIDE = {"VEVENT", "VFREEBUSY", "VJOURNAL", "VTIMEZONE", "VTODO", "IANA-COMPONENT", "X-COMPONENT"}
"""Components next to the component of the table, instead of inside of it."""

_ALLOWED = {"0": (0,), "0 or 1": (0, 1), "0+": (0, 1, 2), "1": (1,), "1+": (1, 2)}


def messages(table: Table) -> Iterator[tuple[str, int, bool, bytes]]:
    """Yield messages with none, one and two of the item in each cell, and whether the cell allows them."""
    presence = dict(table.cells)
    for name, allowed in table.cells:
        for count in (1, 2) if name == table.component else (0, 1, 2):
            yield name, count, count in _ALLOWED[allowed], _message(table, presence, name, count)


def _message(table: Table, presence: dict[str, str], name: str, count: int) -> bytes:
    needed = [one for one, how in presence.items() if how[0] == "1" and one not in {name, table.component}]
    if name in {"RRULE", "DURATION"} and presence.get("DTSTART") == "0 or 1":
        needed.append("DTSTART")
    lines = [_line(table, one) for one in needed]
    if name == table.component:
        other = _line(table, "RECURRENCE-ID") if presence.get("RECURRENCE-ID") == "0 or 1" else "UID:other"
        kept = [line for line in lines if line.split(":")[0] != other.split(":")[0]]
        blocks = [_block(name, *lines), _block(name, *kept, other)][:count]
    elif name in _BESIDE:
        blocks = [_block(table.component, *lines), *(_beside(name, number) for number in range(count))]
    else:
        blocks = [_block(table.component, *lines, *[_line(table, name)] * count)]
    return calendar(*blocks, head=f"METHOD:{table.method}")


def _line(table: Table, name: str) -> str:
    if name == "STATUS":
        return f"STATUS:{'CANCELLED' if table.method == 'CANCEL' else _STATUSES[table.component]}"
    if name == "DTSTART" and table.component == "VFREEBUSY":
        return "DTSTART:20270501T080000Z"
    return LINES.get(name, f"{name}:a")


def _beside(name: str, number: int) -> str:
    if name == "VTIMEZONE":
        return _block(name, f"TZID:{number}", _OBSERVANCE)
    if name in {"IANA-COMPONENT", "X-COMPONENT"}:
        return _block({"IANA-COMPONENT": "VNEW", "X-COMPONENT": "X-A"}[name])
    return _block(name, f"UID:{number}", *(LINES[one] for one in ("DTSTAMP", "DTSTART", "ORGANIZER")))


def _block(name: str, *lines: str) -> str:
    return "\n".join((f"BEGIN:{name}", *lines, f"END:{name}"))
