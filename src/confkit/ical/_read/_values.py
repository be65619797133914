"""Values of calendar properties to Python's, by the grammar of RFC 5545 3.3; ``None`` for what is none."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from confkit.errors import InvalidValueError
from confkit.ical._lines import Line, unescaped
from confkit.model import UND, Geo, Link, Text, canonical_tag

__all__ = [
    "Length",
    "duration",
    "geo",
    "is_tagged_wrongly",
    "items",
    "language",
    "link",
    "said",
    "text",
]

_DURATION = re.compile(
    r"([+-]?)P(?:([0-9]{1,7})W|(?=[0-9T])(?:([0-9]{1,7})D)?"
    r"(?:T(?=[0-9])(?:([0-9]{1,7})H)?(?:([0-9]{1,7})M)?(?:([0-9]{1,9})S)?)?)"
)
_GEO = re.compile(r"([+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?);([+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?)")
_ITEM = re.compile(r"((?:[^\\,]|\\(?:.|\Z))*+)(?:,|\Z)", re.DOTALL)


class Length(NamedTuple):
    """A duration (RFC 5545 3.3.6): days of the calendar, whatever their length, and exact time."""

    days: dt.timedelta
    time: dt.timedelta


def duration(value: str) -> Length | None:
    """Return a DURATION (RFC 5545 3.3.6).

    >>> duration("P1DT12H")
    Length(days=datetime.timedelta(days=1), time=datetime.timedelta(seconds=43200))
    """
    match = _DURATION.fullmatch(value)
    if match is None:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    sign = -1 if match[1] == "-" else 1
    exact = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return Length(sign * dt.timedelta(weeks=weeks, days=days), sign * exact)


def geo(value: str) -> Geo | None:
    """Return the place of GEO (RFC 5545 3.8.1.6): latitude, then longitude."""
    match = _GEO.fullmatch(value)
    try:
        return Geo(float(match[1]), float(match[2])) if match else None
    except InvalidValueError:
        return None


def text(line: Line) -> str:
    """Return what a value of type TEXT says."""
    return unescaped(line.value)


def said(line: Line, value: str | None = None) -> Text | None:
    """Return text, or a part ``value`` of it, in the language that its LANGUAGE names; ``None`` if it says nothing."""
    found = text(line) if value is None else value
    return Text({language(line): found}) if found.strip() else None


def language(line: Line) -> str:
    """Return the tag of LANGUAGE; what is no tag (RFC 5646) names no language."""
    return _tag(line) or UND


def is_tagged_wrongly(line: Line) -> bool:
    """Return whether LANGUAGE is there and no tag."""
    return _tag(line) is None


def _tag(line: Line) -> str | None:
    try:
        return canonical_tag(line.param("LANGUAGE") or UND)
    except InvalidValueError:
        return None


def items(line: Line) -> tuple[str, ...]:
    r"""Return the values of a list of TEXT that say something.

    >>> from confkit.ical._lines import Unfolded, parse
    >>> items(parse(Unfolded(rb"CATEGORIES:Law\, ethics,,Compilers", 1)))
    ('Law, ethics', 'Compilers')
    """
    found = (unescaped(match[1]) for match in _ITEM.finditer(line.value))
    return tuple(one for one in found if one.strip())


def link(value: str, rel: str = "site") -> Link | None:
    """Return a link; ``None`` for an address that is neither http, https nor mailto."""
    try:
        return Link(url=value, rel=rel)
    except InvalidValueError:
        return None
