"""The components of a file: blocks between BEGIN and END, each with its lines and the blocks inside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from confkit.errors import FileError, Finding, Position
from confkit.ical._lines import Line, Unfolded, parse, unfold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.ical._read._notes import Notes

__all__ = ["Block", "blocks"]

_DEEPEST = 20
"""A calendar, an event, an alarm and a place are four."""

_APART = ("VCALENDAR", "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE")
"""What never stands inside one another, but for all others in the first."""

_NAME = re.compile(rb"[A-Za-z0-9-]+(?=[;:])")


@attrs.define
class Block:
    """A component as it stands in the file.

    ``rows`` are its content lines by name, not taken apart yet: most of what strangers write is never looked at.
    """

    name: str
    number: int
    rows: dict[str, list[Unfolded]] = attrs.field(factory=dict)
    inner: list[Block] = attrs.field(factory=list)

    def lines(self, name: str) -> list[Line]:
        """Return the lines of a property, taken apart."""
        return [parse(row) for row in self.rows.get(name, ())]

    def line(self, name: str) -> Line | None:
        """Return the first line of a property."""
        rows = self.rows.get(name)
        return parse(rows[0]) if rows else None

    def value(self, name: str) -> str:
        """Return the value of the first line of a property, as it stands; nothing if there is none."""
        line = self.line(name)
        return line.value.strip() if line else ""

    def within(self, name: str) -> Iterator[Block]:
        """Yield the blocks of a name directly inside."""
        return (block for block in self.inner if block.name == name)


def blocks(data: bytes, notes: Notes, file: str | None) -> list[Block]:
    """Return the outermost blocks of a file; what is in none, or not closed as it was opened, is noted.

    Raises:
        FileError: more blocks stand inside one another than any calendar needs.
    """
    outer: list[Block] = []
    open_: list[Block] = []
    for row in unfold(data):
        name = _name(row)
        if name == "BEGIN":
            block = Block(_value(row), row.number)
            _make_room(open_, block.name, notes)
            (open_[-1].inner if open_ else outer).append(block)
            open_.append(block)
            if len(open_) > _DEEPEST:
                raise FileError(_too_deep(file, row.number))
        elif name == "END":
            _close(open_, row, notes)
        elif not name:
            _stray("line", "not a line of a calendar; it was not read", row, notes)
        elif open_:
            open_[-1].rows.setdefault(name, []).append(row)
        else:
            _stray("outside", "the line is outside of a component; it was not read", row, notes)
    for block in open_:
        _unclosed(block, notes)
    return outer


def _make_room(open_: list[Block], name: str, notes: Notes) -> None:
    """Close what cannot hold a block of this name: the END of one event is missing where the next begins."""
    if name not in _APART:
        return
    events = (at for at, block in enumerate(open_) if block.name in _APART[1:])
    keep = 0 if name == "VCALENDAR" else next(events, len(open_))
    while len(open_) > keep:
        _unclosed(open_.pop(), notes)


def _stray(code: str, message: str, row: Unfolded, notes: Notes) -> None:
    value = row.octets[:400].decode("utf-8", "replace")
    notes.add("warning", code, message, line=row.number, value=value, rule="RFC 5545 3.1")


def _unclosed(block: Block, notes: Notes) -> None:
    message = f"END:{block.name} is missing; the file may be incomplete"
    notes.add("warning", "unclosed", message, line=block.number, rule="RFC 5545 3.6", hint="download the file again")


def _name(row: Unfolded) -> str:
    """Return the name of a line in capitals; nothing if it has none, or no value."""
    match = _NAME.match(row.octets)
    if match:
        return match[0].decode().upper()
    line = parse(row)
    return "" if any(flaw.kind == "no-colon" for flaw in line.flaws) else line.name


def _value(row: Unfolded) -> str:
    return parse(row).value.strip().upper()[:100]


def _close(open_: list[Block], row: Unfolded, notes: Notes) -> None:
    """Close the innermost block of a name, and with it all that are open inside it."""
    name = _value(row)
    if not any(block.name == name for block in open_):
        notes.add(
            "warning",
            "unopened",
            "this END has no BEGIN",
            line=row.number,
            value=f"END:{name}",
            rule="RFC 5545 3.6",
        )
        return
    while (block := open_.pop()).name != name:
        _unclosed(block, notes)


def _too_deep(file: str | None, number: int) -> Finding:
    return Finding(
        code="file.depth",
        message=f"components are nested more than {_DEEPEST} levels deep",
        where=Position(file=file, line=number),
        hint="reduce the nesting; no calendar needs it",
    )
