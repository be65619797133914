"""What of a file no conference holds: each kind of property and component is named once, with how often it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit.ical._read._values import is_tagged_wrongly

if TYPE_CHECKING:
    from confkit.ical._read._blocks import Block
    from confkit.ical._read._notes import Notes
    from confkit.ical._read._record import Record

__all__ = ["Rest"]

_IDENTITY = frozenset({"UID", "DTSTAMP", "TRANSP"})
"""What says nothing that a conference does not say in its own way."""

_WORDS = ("SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES")
"""What has a language, in the order in which it is told of."""

_MESSAGES = {
    "SEQUENCE": "the entry has changed before, but a calendar contains no earlier version, so there is no history",
    "DESCRIPTION": "facts that only the text of confkit contains, and no property of their own, were not read",
    "SUMMARY": "what only the title of an entry contains, such as the name of a call, was not read",
    "VCALENDAR X-WR-TIMEZONE": "the time zone for display; the times were read with their own zones",
    "VALARM": "a conference has no field for alarms; they were not read",
}
_OTHERWISE = "a conference has no field for this; it was not read"


@attrs.define
class _Count:
    line: int
    path: str
    number: int = 1


class Rest:
    """The names of what was not read in one file."""

    def __init__(self) -> None:
        self._found: dict[str, _Count] = {}

    def of(self, record: Record) -> None:
        """Count what nobody looked at in a component."""
        for name, rows in record.block.rows.items():
            if name in record.seen or name in _IDENTITY or (name == "SEQUENCE" and record.value(name) == "0"):
                continue
            for row in rows:
                self._count(name, row.number, f"{record.path}.{name}")
        for inner in record.block.inner:
            if inner.name not in record.seen:
                self._count(inner.name, inner.number, f"{record.path}.{inner.name}")
        for line in (line for name in _WORDS if name in record.seen for line in record.block.lines(name)):
            if is_tagged_wrongly(line):
                message = "not a language tag; the text was read without a language"
                record.doubt("note", "language", message, line, value=line.param("LANGUAGE"), rule="RFC 5545 3.2.10")

    def of_calendar(self, block: Block, path: str, seen: frozenset[str]) -> None:
        """Count what nobody looked at of a calendar itself."""
        for name, rows in block.rows.items():
            if name not in seen:
                for row in rows:
                    self._count(f"VCALENDAR {name}", row.number, f"{path}.{name}")

    def _count(self, name: str, line: int, path: str) -> None:
        count = self._found.get(name)
        if count:
            count.number += 1
        else:
            self._found[name] = _Count(line, path)

    def tell(self, notes: Notes) -> None:
        """Note each kind once, at the first place where it stands."""
        for name, count in self._found.items():
            message, shown = _MESSAGES.get(name, _OTHERWISE), name.removeprefix("VCALENDAR ")
            times = f"{shown}, {count.number} times" if count.number > 1 else shown
            notes.add("note", "unread", message, line=count.line, path=count.path, value=times)
