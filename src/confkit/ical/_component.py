"""What a calendar says, as plain data: components, and properties with typed values and parameters.

The mapping makes these, the writer turns them into bytes, and tests compare them. They are named tuples and not attrs
classes because a feed holds one property for every line, and a named tuple costs a third of the time to make.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

__all__ = ["Component", "Coordinates", "Params", "Property", "Raw", "Uri", "Value"]

Params = tuple[tuple[str, str], ...]
"""Parameters in the order in which they are written; VALUE and TZID are not among them, the writer derives those."""


class Uri(str):
    """A value of type URI, written as it is."""

    __slots__ = ()


class Raw(str):
    """A value in the standard's own notation, written as it is: a keyword, a recurrence rule, an offset from UTC."""

    __slots__ = ()


class Coordinates(NamedTuple):
    """A place for GEO, in degrees (WGS 84)."""

    latitude: float
    longitude: float


Value = str | tuple[str, ...] | int | dt.datetime | dt.date | dt.timedelta | Coordinates
"""A typed value: the type of the Python value decides the type that is written.

A ``str`` is TEXT and a tuple of them a list of TEXT; a ``datetime`` is in UTC (``datetime.UTC``) or has a ``ZoneInfo``,
a floating one cannot be written; a ``date`` is a whole day and a ``timedelta`` a duration.
"""


class Property(NamedTuple):
    """One content line (RFC 5545 3.1)."""

    name: str
    value: Value
    params: Params = ()


class Component(NamedTuple):
    """A block between BEGIN and END: its properties, then the components inside it."""

    name: str
    properties: tuple[Property, ...]
    components: tuple[Component, ...] = ()

    def values(self, name: str) -> tuple[Value, ...]:
        """Return the values of all properties called ``name``, in order.

        >>> Component("VEVENT", (Property("UID", "a"), Property("SUMMARY", "b"))).values("SUMMARY")
        ('b',)
        """
        return tuple(item.value for item in self.properties if item.name == name)
