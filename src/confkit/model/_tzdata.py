"""Time zones with the rules of the tzdata package.

This module imports zoneinfo, which takes milliseconds. `confkit.model.zones` therefore imports this module only when a
program uses the first IANA zone.
"""

from __future__ import annotations

import functools
from importlib.resources import files
from zoneinfo import ZoneInfo

__all__ = ["load"]


class _Zone(ZoneInfo):
    """A time zone with the rules of the tzdata package, so that all machines compute the same instants."""

    def __reduce__(self) -> tuple[object, ...]:
        return (load, (self.key,))

    def __repr__(self) -> str:
        return f"ZoneInfo({self.key!r})"


@functools.cache
def load(key: str) -> ZoneInfo:
    """Return the zone of an IANA key. The same key always returns the same object, so that zones can be compared."""
    with (files("tzdata") / "zoneinfo").joinpath(*key.split("/")).open("rb") as file:
        return _Zone.from_file(file, key=key)
