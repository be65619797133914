"""What single properties say about their values, beyond the type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confkit.ical._colors import COLORS
from confkit.ical._lint import _values

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["METHODS", "NAMED", "STATUSES"]

METHODS = ("PUBLISH", "REQUEST", "REPLY", "ADD", "CANCEL", "REFRESH", "COUNTER", "DECLINECOUNTER")
STATUSES = {
    "VEVENT": ("TENTATIVE", "CONFIRMED", "CANCELLED"),
    "VTODO": ("NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"),
    "VJOURNAL": ("DRAFT", "FINAL", "CANCELLED"),
}
_RANGES = {
    "PERCENT-COMPLETE": (0, 100, "RFC 5545 3.8.1.8"),
    "PRIORITY": (0, 9, "RFC 5545 3.8.1.9"),
    "REPEAT": (0, None, "RFC 5545 3.8.6.2"),
    "SEQUENCE": (0, None, "RFC 5545 3.8.7.4"),
}
_VERSION = re.compile(r"2\.0|2\.0;[0-9.]+|[0-9.]+;2\.0")

Found = tuple[str, str | None, str | None] | None
"""The code of a rule; what it says and where it is written, if more precise than the table; or nothing."""


def _geo(value: str, *_: str) -> Found:
    latitude, _sep, longitude = value.partition(";")
    north, east = _values.number(latitude), _values.number(longitude)
    if north is None or east is None:
        return "ical.geo", "not two numbers with a semicolon between them", None
    if abs(north) > 90:
        return "ical.geo", "the latitude is not between -90 and 90 degrees", None
    if abs(east) > 180:
        return "ical.geo", "the longitude is not between -180 and 180 degrees", None
    return None


def _status(value: str, _: str, component: str) -> Found:
    allowed = STATUSES.get(component, ())
    if not allowed or value.upper() in allowed:
        return None
    return "ical.status", f"STATUS of {component} must be one of {', '.join(allowed)}", None


def _duration(value: str, *_: str) -> Found:
    length = _values.duration(value)
    return ("ical.duration-positive", None, None) if length and (length.sign < 0 or not length.seconds) else None


def _refresh(value: str, *_: str) -> Found:
    return ("ical.refresh", None, None) if _duration(value) else None


def _colour(value: str, *_: str) -> Found:
    return None if value.lower() in COLORS else ("ical.color", None, None)


def _version(value: str, *_: str) -> Found:
    return None if _VERSION.fullmatch(value) else ("ical.version", None, None)


def _in_free_busy(value: str, _: str, component: str) -> Found:
    found = _values.date_time(value)
    if component == "VFREEBUSY" and found and not found.utc:
        return "ical.utc", "start and end of VFREEBUSY must be in UTC", "RFC 5545 3.8.2"
    return None


def _among(code: str, allowed: tuple[str, ...]) -> Callable[[str, str, str], Found]:
    def check(value: str, *_: str) -> Found:
        return None if value.upper() in allowed else (code, None, None)

    return check


def _between(name: str) -> Callable[[str, str, str], Found]:
    low, high, rule = _RANGES[name]
    bounds = f"a whole number of at least {low}" if high is None else f"a whole number from {low} to {high}"

    def check(value: str, *_: str) -> Found:
        number = _values.integer(value)
        if number is not None and low <= number and (high is None or number <= high):
            return None
        return "ical.range", f"{name} must be {bounds}", rule

    return check


NAMED: dict[str, Callable[[str, str, str], Found]] = {
    "CALSCALE": _among("ical.calscale", ("GREGORIAN",)),
    "COLOR": _colour,
    "DTEND": _in_free_busy,
    "DTSTART": _in_free_busy,
    "DURATION": _duration,
    "GEO": _geo,
    "METHOD": _among("ical.method", METHODS),
    "REFRESH-INTERVAL": _refresh,
    "STATUS": _status,
    "TRANSP": _among("ical.transp", ("OPAQUE", "TRANSPARENT")),
    "VERSION": _version,
    **{name: _between(name) for name in _RANGES},
}
"""By property: what a value, its type and its component break; called only for a value that is one of its type."""
