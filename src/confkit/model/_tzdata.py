"""Zones with the rules of the tzdata package.

A module of its own because it loads zoneinfo, which takes milliseconds that most programs can do without: `zones`
imports it when the first zone is asked for.
"""

from __future__ import annotations

import functools
from importlib.resources import files
from zoneinfo import ZoneInfo

__all__ = ["load"]


class _Zone(ZoneInfo):
    """A zone whose rules come from the tzdata package, so that every machine computes the same instants."""

    def __reduce__(self) -> tuple[object, ...]:
        return (load, (self.key,))

    def __repr__(self) -> str:
        return f"ZoneInfo({self.key!r})"


@functools.cache
def load(key: str) -> ZoneInfo:
    """Return the zone of an IANA key, the same object for the same key, so that zones can be compared."""
    with (files("tzdata") / "zoneinfo").joinpath(*key.split("/")).open("rb") as file:
        return _Zone.from_file(file, key=key)
