"""A whole file: its calendars, the records in them, and what becomes of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.errors import FileError, Finding, InvalidValueError, Position
from confkit.ical._key import NAME, parsed
from confkit.ical._read import _event, _own
from confkit.ical._read._blocks import Block, blocks
from confkit.ical._read._ids import Ids
from confkit.ical._read._notes import Notes
from confkit.ical._read._own import Group
from confkit.ical._read._record import Record
from confkit.ical._read._rest import Rest
from confkit.ical._read._zones import Zones
from confkit.model import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confkit.ical._key import Key
    from confkit.model import Conference

__all__ = ["read"]

_CALENDAR = frozenset({"VERSION", "PRODID", "CALSCALE", "METHOD"})


def read(data: bytes, file: str | None) -> Loaded:
    """Return the conferences of a calendar file.

    Raises:
        FileError: there is no component in it, or they stand too deep inside one another.
    """
    notes = Notes(file)
    _encoding(data, notes)
    outer = blocks(data, notes, file)
    if not outer:
        raise FileError(_no_calendar(data, file))
    reading = _Reading(notes)
    for record in _records(outer, notes, reading.rest):
        reading.add(record)
    conferences = tuple(reading.conferences())  # now: their findings go before those on the rest
    reading.rest.tell(notes)
    return Loaded(conferences=conferences, findings=notes.all())


class _Reading:
    """The events of a file on their way to conferences, in the order in which each first appears."""

    def __init__(self, notes: Notes) -> None:
        self.rest = Rest()
        self._notes = notes
        self._ids = Ids()
        self._found: list[Group | Conference] = []
        self._groups: dict[tuple[str, str], Group] = {}
        self._known: dict[str, str] = {}

    def add(self, record: Record) -> None:
        """Take an event: alone, or as an entry of a conference that confkit wrote."""
        key = parsed(record.value(NAME))
        if key:
            self._entry(key, record)
            return
        record.seen.discard(NAME)
        one = _event.conference(record, self._ids)
        if one:
            self._found.append(one)
            self.rest.of(record)

    def _entry(self, key: Key, record: Record) -> None:
        """Put an entry to the others of its conference: those with the same id and the same parent."""
        uid = record.value("UID")
        parent = uid if key.kind == "event" else record.value("RELATED-TO")
        group = self._groups.get((key.conference, parent))
        if group is None:
            id = self._ids.take(key.conference)
            if id != key.conference:
                message = f"an earlier event has the same id; this event was read as {id}"
                record.doubt("warning", "id", message, record.line(NAME))
            group = self._groups[key.conference, parent] = Group(id)
            self._found.append(group)
        if not group.add(key, record):
            message = "an earlier entry has the same identity; this entry was not read"
            record.doubt("error", "record", message, record.line("UID"), rule="RFC 5545 3.8.4.7")
        elif key.kind == "event":
            self._known[uid] = group.id

    def conferences(self) -> Iterator[Conference]:
        """Yield everything found, in order."""
        for one in self._found:
            if not isinstance(one, Group):
                yield one
                continue
            try:
                yield _own.conference(one, self._known)
            except InvalidValueError as error:
                for _, record in one.entries:
                    message = f"the entries of this conference contradict each other: {error.findings[0].message}"
                    record.doubt("error", "record", message, record.line("UID"))
            else:
                for _, record in one.entries:
                    self.rest.of(record)


def _records(outer: Iterable[Block], notes: Notes, rest: Rest) -> Iterator[Record]:
    """Yield the events of all calendars, and note every other record."""
    numbers: dict[str, int] = {}
    loose: list[Block] = []
    for block in outer:
        if block.name != "VCALENDAR":
            loose.append(block)
            continue
        number = _next(numbers, "VCALENDAR")
        method = _head(block, f"VCALENDAR[{number}]", notes)
        rest.of_calendar(block, f"VCALENDAR[{number}]", _CALENDAR)
        if not any(inner.name != "VTIMEZONE" for inner in block.inner):
            notes.add("note", "empty", "the calendar contains no event", line=block.number, path=f"VCALENDAR[{number}]")
        yield from _within(block.inner, method, numbers, notes)
    if loose:
        message = "the component is outside of a VCALENDAR"
        notes.add("warning", "no-calendar", message, line=loose[0].number, value=loose[0].name, rule="RFC 5545 3.4")
        yield from _within(loose, "", numbers, notes)


def _within(inner: Iterable[Block], method: str, numbers: dict[str, int], notes: Notes) -> Iterator[Record]:
    """Yield the events of one calendar; of a recurring one whose whole is here, changed times are noted alone."""
    zones = Zones(block for block in inner if block.name == "VTIMEZONE")
    whole = {block.value("UID") for block in inner if block.name == "VEVENT" and "RECURRENCE-ID" not in block.rows}
    for block in inner:
        if block.name == "VTIMEZONE":
            continue
        path = f"{block.name}[{_next(numbers, block.name)}]"
        if block.name != "VEVENT":
            message = f"{block.name or 'the component'} is not an event; it was not read"
            notes.add("error", "record", message, line=block.number, path=path, value=block.value("SUMMARY") or None)
        elif "RECURRENCE-ID" in block.rows and block.value("UID") in whole:
            message = "one time of a recurring event; only the event itself was read"
            notes.add(
                "error",
                "record",
                message,
                line=block.number,
                path=path,
                value=block.value("RECURRENCE-ID"),
                rule="RFC 5545 3.8.4.4",
            )
        else:
            yield Record(block, path, method, zones, notes)


def _next(numbers: dict[str, int], name: str) -> int:
    """Return how many of a name came before."""
    numbers[name] = numbers.get(name, -1) + 1
    return numbers[name]


def _head(block: Block, path: str, notes: Notes) -> str:
    """Return the METHOD of a calendar, and note what is doubtful about it as a whole."""
    method, scale = block.line("METHOD"), block.line("CALSCALE")
    name = method.value.strip().upper() if method else ""
    if method and name != "PUBLISH":
        message = "the calendar is a message between an organizer and attendees; it was read like a published one"
        notes.add("note", "method", message, line=method.number, path=f"{path}.METHOD", value=name, rule="RFC 5546 1.4")
    if scale and scale.value.strip().upper() != "GREGORIAN":
        message = "the dates are not in the Gregorian calendar; they were read as if they were"
        notes.add(
            "warning",
            "calscale",
            message,
            line=scale.number,
            path=f"{path}.CALSCALE",
            value=scale.value,
            rule="RFC 5545 3.7.1",
        )
    return name


def _encoding(data: bytes, notes: Notes) -> None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "the file is not UTF-8; bytes that cannot be decoded were read as U+FFFD"
        notes.add("warning", "encoding", message, line=line, value=f"0x{data[error.start]:02X}", rule="RFC 5545 3.1.4")


def _no_calendar(data: bytes, file: str | None) -> Finding:
    return Finding(
        code="read.none",
        message="the file contains no calendar" if data.strip() else "the file is empty",
        where=Position(file=file) if file else None,
        rule="RFC 5545 3.4",
        hint="a calendar starts with BEGIN:VCALENDAR",
    )
