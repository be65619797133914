"""Zones with the rules of the tzdata package; apart, so that a program which names no zone does not load zoneinfo."""

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
    """Return the one zone of an IANA key: two of one key are the same object, so they are equal."""
    with (files("tzdata") / "zoneinfo").joinpath(*key.split("/")).open("rb") as file:
        return _Zone.from_file(file, key=key)
