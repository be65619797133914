"""Other calendar programs as functions that return rows, and their known differences."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import icalendar

from interop.caching import cache_outcome
from interop.libical import read_libical
from interop.outputs import OUTPUTS
from interop.programs import node_reader, python_reader, read_calcurse
from interop.rows import Row, arranged, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["DIFFERENCES", "READERS", "Difference", "Found", "as_read", "by_icalendar", "found", "wanted"]

Found: TypeAlias = list[Row] | str
"""The entries that a reader finds, or the reason why it refuses the file."""


def read_icalendar(folder: Path) -> dict[str, Found]:
    return {path.name: by_icalendar(path.read_bytes()) for path in folder.iterdir()}


def by_icalendar(data: bytes) -> list[Row]:
    calendar = icalendar.Calendar.from_ical(data)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    return [
        Row(
            str(event["UID"]),
            plain(event["DTSTART"].dt),
            plain(event["DTEND"].dt) if "DTEND" in event else None,
            *(str(event.get(name, "")) for name in ("SUMMARY", "DESCRIPTION", "LOCATION", "STATUS")),
        )
        for event in calendar.walk("VEVENT")
    ]


READERS: Mapping[str, Callable[[Path], Mapping[str, Found]]] = MappingProxyType(
    {
        "icalendar": read_icalendar,
        "libical": read_libical,
        "ical.js": node_reader("ical_js.mjs"),
        "node-ical": node_reader("node_ical.mjs"),
        "ts-ics": node_reader("ts_ics.mjs"),
        "ts-ics with zod": node_reader("ts_ics.mjs", "--zod"),
        "ical": python_reader("read_ical.py"),
        "vobject": python_reader("read_vobject.py"),
        "recurring-ical-events": python_reader("read_recurring.py"),
        "khal": python_reader("read_khal.py"),
        "calcurse": read_calcurse,
    }
)


@cache_outcome
def found(reader: str) -> Mapping[str, Found]:
    """Return the entries that a reader finds in all outputs; one process reads all of them, which saves minutes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for output, make in OUTPUTS.items():
            (folder / output).write_bytes(make().data)
        read = READERS[reader](folder)
    return {output: rows if isinstance(rows, str) else arranged(rows) for output, rows in read.items()}


# ------------------------------------------------------------------------------------------------------ differences


class Difference(NamedTuple):
    """A known difference of a reader, its version, and a function that applies the difference to entries."""

    reader: str
    version: str
    reason: str
    makes: Callable[[list[Row]], Found]


def _each(change: Callable[[Row], Row]) -> Callable[[list[Row]], Found]:
    return lambda rows: [change(row) for row in rows]


def _ends_where_it_starts(row: Row) -> Row:
    return row._replace(end=row.start) if row.end is None else row


def _lasts_an_hour(row: Row) -> Row:
    return row._replace(end=row.start + 3600) if row.end is None and isinstance(row.start, int) else row


def _to_the_minute(row: Row) -> Row:
    return row._replace(start=row.start // 60 * 60) if isinstance(row.start, int) else row


def _unescaped_in_the_wrong_order(row: Row) -> Row:
    def twice(text: str) -> str:
        escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return re.sub(r"\\[nN]", "\n", escaped.replace("\\,", ",").replace("\\;", ";")).replace("\\\\", "\\")

    return row._replace(summary=twice(row.summary), description=twice(row.description), location=twice(row.location))


def _out_of_quotes(row: Row) -> Row:
    def bare(text: str) -> str:
        return re.sub(r'\A"(.*)"\Z', r"\1", text)

    return row._replace(summary=bare(row.summary), description=bare(row.description), location=bare(row.location))


def _refused_without_an_end(rows: list[Row]) -> Found:
    return "no end and no duration" if any(row.end is None for row in rows) else rows


def _without_titles_of_two_lines(rows: list[Row]) -> Found:
    return [row for row in rows if "\n" not in row.summary]


DIFFERENCES = (
    Difference(
        "node-ical",
        "0.26.1",
        "adds an end equal to the start to an entry at one instant, in line with RFC 5545 3.6.1",
        _each(_ends_where_it_starts),
    ),
    Difference(
        "recurring-ical-events",
        "3.8.2",
        "adds an end equal to the start to an entry at one instant, in line with RFC 5545 3.6.1",
        _each(_ends_where_it_starts),
    ),
    Difference(
        "khal",
        "0.14.1",
        "adds an end one hour after the start to an entry at one instant, against RFC 5545 3.6.1",
        _each(_lasts_an_hour),
    ),
    Difference(
        "node-ical",
        "0.26.1",
        "reads a backslash of the text before the letter n as a line break (RFC 5545 3.3.11)",
        _each(_unescaped_in_the_wrong_order),
    ),
    Difference("node-ical", "0.26.1", "removes quotation marks around a text", _each(_out_of_quotes)),
    *(
        Difference(
            reader,
            "2.4.6",
            "reads the UID of a place inside an entry (RFC 9073 7.2) as the UID of the entry",
            _each(lambda row: row._replace(uid=row.place or row.uid)),
        )
        for reader in ("ts-ics", "ts-ics with zod")
    ),
    Difference(
        "ts-ics with zod",
        "2.4.6",
        "rejects an entry without an end or a duration, although RFC 5545 3.6.1 allows it",
        _refused_without_an_end,
    ),
    Difference("calcurse", "4.7.1", "drops seconds", _each(_to_the_minute)),
    Difference("calcurse", "4.7.1", "exports no UID", _each(lambda row: row._replace(uid=""))),
    Difference("calcurse", "4.7.1", "ignores STATUS", _each(lambda row: row._replace(status=""))),
    Difference("calcurse", "4.7.1", "rejects a title with a line break", _without_titles_of_two_lines),
)


def wanted(reader: str, output: str) -> Found:
    """Return the entries that a reader has to find in an output, with its differences."""
    return as_read(reader, OUTPUTS[output]().rows)


def as_read(reader: str, rows: list[Row]) -> Found:
    """Return entries as a reader has to find them, with its differences."""
    made: Found = rows
    for difference in DIFFERENCES:
        if difference.reader == reader and not isinstance(made, str):
            made = difference.makes(made)
    return made if isinstance(made, str) else arranged(row._replace(place="") for row in made)
