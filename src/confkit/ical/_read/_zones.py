"""Which zone a TZID means: an IANA key wherever one follows, else the offset that the file itself states."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from confkit.ical._observances import STATED, observance, offset_at, rules_of
from confkit.ical._zone_names import Named, key_of
from confkit.model import zone_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confkit.ical._observances import Observance, Rules
    from confkit.ical._read._blocks import Block

__all__ = ["Meant", "Source", "Zones"]

Source: TypeAlias = Named | Literal["offset", "utc"]
"""How a zone was found: by its name, or by the offset that VTIMEZONE states, as a zone of whole hours or in UTC."""


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
            self._rules[tzid] = rules_of(_observances(block)) if block else None
            self._keys[tzid] = key_of(tzid, block.value("X-LIC-LOCATION") if block else "")
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


def _observances(block: Block) -> Iterator[Observance | None]:
    inner = (one for one in block.inner if one.name in {"STANDARD", "DAYLIGHT"})
    return (observance({name: [line.value for line in one.lines(name)] for name in STATED}) for one in inner)


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
