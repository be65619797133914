"""Which zone a TZID means: an IANA key wherever one follows, else the offset that the file itself states."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from confkit.ical._read._rules import offset_at, rules_of
from confkit.model import zone, zone_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confkit.ical._read._blocks import Block
    from confkit.ical._read._rules import Rules

__all__ = ["Meant", "Source", "Zones", "offset_in"]

Source: TypeAlias = Literal["key", "windows", "prefix", "location", "offset", "utc", "unknown"]
"""How a zone was found: TZID is a key; a name of Windows; a key behind a prefix; X-LIC-LOCATION names a key; the
offset that VTIMEZONE states, as a zone of whole hours or in UTC; not at all."""


class Meant(NamedTuple):
    """A local time and its zone. ``stated`` is the offset by the file's own VTIMEZONE, where it can be made out."""

    time: dt.datetime
    key: str | None
    source: Source
    declared: bool
    stated: dt.timedelta | None


class Zones:
    """The zones that one calendar declares."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = {block.value("TZID"): block for block in blocks}
        self._rules: dict[str, Rules | None] = {}
        self._keys: dict[str, tuple[str | None, Source]] = {}
        self._told: set[tuple[str, str]] = set()

    def meant(self, tzid: str, time: dt.datetime) -> Meant:
        """Return what a local time in a zone means."""
        if tzid not in self._keys:
            block = self._blocks.get(tzid)
            self._rules[tzid] = rules_of(block) if block else None
            self._keys[tzid] = _key(tzid, block)
        key, source = self._keys[tzid]
        rules, declared = self._rules[tzid], tzid in self._blocks
        stated = offset_at(rules, time) if rules else None
        if key is None and stated is not None:
            return _by_offset(time, stated)
        return Meant(time, key, source, declared, stated)

    def told(self, tzid: str, doubt: str) -> bool:
        """Return whether this was asked before: what is doubtful about a zone is said once."""
        before = (tzid, doubt) in self._told
        self._told.add((tzid, doubt))
        return before


def _key(tzid: str, block: Block | None) -> tuple[str | None, Source]:
    keys = zone_keys()
    if tzid in keys:
        return tzid, "key"
    # deferred: only other programs' zones need it, and icalendar costs 50 ms
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    if tzid in WINDOWS_TO_OLSON:
        return WINDOWS_TO_OLSON[tzid], "windows"
    if tzid.startswith("/"):
        # RFC 5545 3.8.3.1: unique in the world by a prefix of its maker's, such as /mozilla.org/20050126_1/.
        parts = tzid.split("/", 9)[1:]
        behind = ("/".join(parts[number:]) for number in range(1, len(parts)))
        found = next((name for name in behind if name in keys), None)
        if found:
            return found, "prefix"
    location = block.value("X-LIC-LOCATION") if block else ""
    return (location, "location") if location in keys else (None, "unknown")


def _by_offset(time: dt.datetime, offset: dt.timedelta) -> Meant:
    """Return a time in the zone of whole hours that has this offset, else in UTC: the same instant either way."""
    hours, rest = divmod(offset, dt.timedelta(hours=1))
    key = "UTC" if not hours else f"Etc/GMT{-hours:+d}"
    if not rest and key in zone_keys():
        return Meant(time, key, "offset", declared=True, stated=offset)
    try:
        return Meant(time - offset, "UTC", "utc", declared=True, stated=offset)
    except OverflowError:  # on the first and on the last day that Python knows
        return Meant(time, None, "unknown", declared=True, stated=offset)


def offset_in(key: str, time: dt.datetime) -> dt.timedelta | None:
    """Return what the offset of an IANA zone is at a local time."""
    return time.replace(tzinfo=zone(key)).utcoffset()
