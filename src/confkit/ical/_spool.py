"""Entries put aside while the rest is not known yet: on disk, so that memory does not grow with their number.

A VTIMEZONE stands before the entries and is true for all of their years, and a part says in its name what it holds:
nothing can be written before the last entry is known.
"""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from confkit.errors import FileError, Finding
from confkit.ical._zones import Years, joined

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Generator, Iterable, Iterator, Mapping

__all__ = ["Extent", "Row", "Share", "Spool", "spool"]

_TABLES = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE known (uid TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE entries (number INTEGER PRIMARY KEY, day TEXT, zones TEXT, data BLOB);
    CREATE TABLE shares (part TEXT, number INTEGER, PRIMARY KEY (part, number)) WITHOUT ROWID;
    CREATE VIEW held AS
        SELECT part, number, day, zones, length(data) AS octets, data FROM shares JOIN entries USING (number);
    BEGIN;
"""
_BEGINS = "SELECT DISTINCT substr(day, 1, ?) FROM held WHERE part = ? AND number BETWEEN ? AND ? AND day GLOB ?"
_SUMS = """
    SELECT count(*), sum(octets), min(day), max(day)
    FROM held WHERE part = ? AND number BETWEEN ? AND ? AND day GLOB ?
"""
_ZONES = "SELECT DISTINCT zones FROM held WHERE part = ? AND number BETWEEN ? AND ? AND day GLOB ?"
_ROWS = """
    SELECT number, octets, zones
    FROM held WHERE part = ? AND number BETWEEN ? AND ? AND day GLOB ? ORDER BY number
"""
_DATA = "SELECT data FROM held WHERE part = ? AND number BETWEEN ? AND ? AND day GLOB ? ORDER BY number"


class Share(NamedTuple):
    """Some of the entries: those of a part that begin in some year or month (``2027-05``), between two numbers."""

    part: str = ""
    begins: str = ""
    first: int = 0
    last: int = 2**62


class Row(NamedTuple):
    """What is known about an entry without reading it: its number, its octets, its zones."""

    number: int
    octets: int
    zones: dict[str, Years]


class Extent(NamedTuple):
    """How much a share holds, and from which day to which."""

    entries: int
    octets: int
    first: str
    last: str
    zones: dict[str, Years]


@contextlib.contextmanager
def spool() -> Generator[Spool, None, None]:
    """Yield an empty spool; what it holds is gone afterwards."""
    import sqlite3  # deferred: it costs 4 ms, and only feeds need it

    # A database without a name lies in a file that the system forgets when it is closed.
    with contextlib.closing(sqlite3.connect("", isolation_level=None)) as database:
        database.executescript(_TABLES)
        yield Spool(database, sqlite3.Error)


class Spool:
    """Entries as bytes, in the order in which they came, each in one part or in several."""

    def __init__(self, database: sqlite3.Connection, error: type[Exception]) -> None:
        self._database = database
        self._error = error
        self._number = 0

    def is_new(self, uid: str) -> bool:
        """Return whether this name comes for the first time."""
        before = self._database.total_changes
        self._do("INSERT OR IGNORE INTO known VALUES (?)", uid)
        return self._database.total_changes > before

    def add(self, data: bytes, *, day: dt.date, zones: Mapping[str, Years], parts: Iterable[str] = ("",)) -> None:
        """Put an entry aside; ``day`` is the one on which it begins."""
        self._number += 1
        self._do("INSERT INTO entries VALUES (?, ?, ?, ?)", self._number, day.isoformat(), json.dumps(zones), data)
        for part in parts:
            self._do("INSERT OR IGNORE INTO shares VALUES (?, ?)", part, self._number)

    def __len__(self) -> int:
        return self._number

    def parts(self) -> list[str]:
        """Return the names of all parts, sorted."""
        return [part for (part,) in self._rows("SELECT DISTINCT part FROM shares ORDER BY part")]

    def begins(self, share: Share, length: int) -> list[str]:
        """Return the years (``length`` 4) or months (7) in which entries of a share begin, sorted."""
        return sorted(begins for (begins,) in self._rows(_BEGINS, length, *_values(share)))

    def extent(self, share: Share) -> Extent:
        """Return how much a share holds; it is not empty."""
        ((entries, octets, first, last),) = self._rows(_SUMS, *_values(share))
        return Extent(
            entries, octets, first, last, joined(_zones(text) for (text,) in self._rows(_ZONES, *_values(share)))
        )

    def rows(self, share: Share) -> Iterator[Row]:
        """Yield what is known about each entry of a share, in order."""
        for number, octets, zones in self._rows(_ROWS, *_values(share)):
            yield Row(number, octets, _zones(zones))

    def data(self, share: Share) -> Iterator[bytes]:
        """Yield the entries of a share, in order."""
        yield from (data for (data,) in self._rows(_DATA, *_values(share)))

    def _do(self, statement: str, *values: object) -> None:
        tuple(self._rows(statement, *values))

    def _rows(self, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
        try:
            for row in self._database.execute(statement, values):  # noqa: UP028
                # Not `yield from`, which closes the cursor of who reads no further: too late, the database is gone.
                yield row
        except self._error:
            raise FileError(
                Finding(
                    code="file.temporary",
                    message="the folder for temporary files has no room for the entries",
                    hint="make room there, or name another folder in TMPDIR",
                )
            ) from None


def _values(share: Share) -> tuple[str, int, int, str]:
    return share.part, share.first, share.last, f"{share.begins}*"


def _zones(text: str) -> dict[str, Years]:
    return {key: Years(*years) for key, years in json.loads(text).items()}
