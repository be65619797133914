"""The transitions and the current rule of a zone, from the tzdata package's compiled files (RFC 9636).

``zoneinfo`` answers what the offset is at a time; it does not say when it changes nor by which rule, and a VTIMEZONE
needs both.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import struct
from importlib.resources import files
from typing import NamedTuple

__all__ = ["Change", "Offset", "Yearly", "Zone", "zone"]

_EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - a table of UTC times holds no zones, and neither do the local ones
_HEADER = struct.Struct(">4s c 15x 6I")


class Offset(NamedTuple):
    """What the clocks of a zone show for some time."""

    utc: dt.timedelta
    daylight: bool
    name: str


class Change(NamedTuple):
    """A change of clocks: ``at`` in UTC, without a zone."""

    at: dt.datetime
    before: Offset
    after: Offset

    @property
    def local(self) -> dt.datetime:
        """The moment as the clocks show it before they are changed (RFC 5545 3.6.5: the onset)."""
        return self.at + self.before.utc


class Yearly(NamedTuple):
    """A change that comes back every year.

    On the ``week``-th ``weekday`` of ``month`` (5 is the last; 0 is Sunday), ``time`` after that day's midnight on the
    clocks before the change; ``time`` may be negative or more than a day.
    """

    month: int
    week: int
    weekday: int
    time: dt.timedelta
    before: Offset
    after: Offset

    def in_year(self, year: int) -> Change:
        """Return the change of that year."""
        first = dt.datetime(year, self.month, 1)  # noqa: DTZ001 - see _EPOCH
        ahead = (self.weekday - first.isoweekday()) % 7 + 7 * (self.week - 1)
        day = first + dt.timedelta(days=ahead)
        if day.month != self.month:
            day -= dt.timedelta(days=7)
        return Change(day + self.time - self.before.utc, self.before, self.after)


class Zone(NamedTuple):
    """All that is known about the clocks of a zone: first offset, past and planned changes, and the rule after them."""

    first: Offset
    changes: tuple[Change, ...]
    known: dt.datetime
    """Up to here, in UTC, ``changes`` holds all of them."""
    rules: tuple[Yearly, ...]
    """Two yearly changes that hold from then on, or none."""


@functools.lru_cache(maxsize=64)
def zone(key: str) -> Zone:
    """Return the zone of a key that the tzdata package has; it is the same on every machine with the same tzdata."""
    data = files("tzdata").joinpath("zoneinfo", *key.split("/")).read_bytes()
    first, changes, known, end = _table(data)
    return Zone(first, changes, known, _rules(data[end:].decode("ascii").strip()))


def _table(data: bytes) -> tuple[Offset, tuple[Change, ...], dt.datetime, int]:
    """Return the first offset, the changes, the last moment of the table and the place of the footer.

    The block for 32-bit readers is passed over. The table may end in a change to the same offset: it says until when
    the rules of the footer do not hold yet.
    """
    *_, utc, standard, leaps, times, types, letters = _HEADER.unpack_from(data)
    at = _HEADER.size + 5 * times + 6 * types + letters + 8 * leaps + standard + utc
    *_, utc, standard, leaps, times, types, letters = _HEADER.unpack_from(data, at)
    at += _HEADER.size
    moments = struct.unpack_from(f">{times}q", data, at)
    indices = data[at + 8 * times : at + 9 * times]
    at += 9 * times
    names = data[at + 6 * types : at + 6 * types + letters]
    offsets = [_offset(row, names) for row in struct.iter_unpack(">i?B", data[at : at + 6 * types])]
    changes, before, at_last = [], offsets[0], _EPOCH
    for moment, index in zip(moments, indices, strict=True):
        after = offsets[index]
        at_last = _EPOCH + dt.timedelta(seconds=moment)
        if after != before:
            changes.append(Change(at_last, before, after))
        before = after
    return offsets[0], tuple(changes), at_last, at + 6 * types + letters + 12 * leaps + standard + utc


def _offset(row: tuple[int, bool, int], names: bytes) -> Offset:
    seconds, daylight, name = row
    return Offset(dt.timedelta(seconds=seconds), daylight, names[name : names.index(b"\0", name)].decode("ascii"))


_TZ = re.compile(
    r"(<[^>]+>|[A-Za-z]+)([-+\d:]+)"
    r"(?:(<[^>]+>|[A-Za-z]+)([-+\d:]*),M(\d+)\.(\d)\.(\d)(?:/([-+\d:]+))?,M(\d+)\.(\d)\.(\d)(?:/([-+\d:]+))?)?"
)


def _rules(footer: str) -> tuple[Yearly, ...]:
    """Return the yearly changes of a POSIX TZ string (RFC 9636 3.3.1); a string without them has none."""
    match = _TZ.fullmatch(footer)
    if match is None or match[3] is None:
        return ()
    standard = Offset(-_clock(match[2]), daylight=False, name=match[1].strip("<>"))
    ahead = -_clock(match[4]) if match[4] else standard.utc + dt.timedelta(hours=1)
    summer = Offset(ahead, daylight=True, name=match[3].strip("<>"))
    return (
        Yearly(int(match[5]), int(match[6]), int(match[7]), _clock(match[8] or "2"), standard, summer),
        Yearly(int(match[9]), int(match[10]), int(match[11]), _clock(match[12] or "2"), summer, standard),
    )


def _clock(text: str) -> dt.timedelta:
    hours, minutes, seconds = (*text.lstrip("+-").split(":"), "0", "0")[:3]
    span = dt.timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds))
    return -span if text.startswith("-") else span
