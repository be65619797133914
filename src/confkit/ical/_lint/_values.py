"""Values by their type (RFC 5545 3.3): whether a text is one, and what it says where that matters."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["TYPES", "Stamp", "date", "date_time", "duration", "integer", "number", "offset", "period", "time", "uri"]

_DATE = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})")
_TIME = re.compile("([0-9]{2})([0-9]{2})([0-9]{2})(Z?)")
_DURATION = re.compile(
    "([+-]?)P(?=[0-9T])(?:([0-9]+)W|(?:([0-9]+)D)?"
    "(T(?:([0-9]+)H(?:([0-9]+)M(?:([0-9]+)S)?)?|([0-9]+)M(?:([0-9]+)S)?|([0-9]+)S))?)"
)
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_OFFSET = re.compile("[+-]([0-9]{2})([0-9]{2})([0-9]{2})?")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9:/?#\[\]@!$&'()*+,;=\-._~]|%[0-9A-Fa-f]{2})+")
"""RFC 3986 2 and 3: ASCII alone, and what is none of its characters is percent-encoded."""
_BASE64 = re.compile("[A-Za-z0-9+/]*={0,2}")


class Stamp(NamedTuple):
    """A date, or a date with a time: numbers that compare, and whether it is in UTC."""

    numbers: tuple[int, ...]
    utc: bool = False

    @property
    def is_date(self) -> bool:
        """Whether there is no time of day."""
        return len(self.numbers) == 3


class Duration(NamedTuple):
    """A span of time: which way it goes, all of it in seconds, and whether it is in whole days or weeks by its form."""

    sign: int
    seconds: int
    days_alone: bool


def date(text: str) -> Stamp | None:
    """Return a DATE (3.3.4)."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    # ISO 8601 has a year nought, which is a leap year, and Python's calendar has not.
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year or 4, month)[1]:
        return None
    return Stamp((year, month, day))


def time(text: str) -> Stamp | None:
    """Return a TIME (3.3.12); a minute may have a leap second."""
    match = _TIME.fullmatch(text)
    if match is None or match[1] > "23" or match[2] > "59" or match[3] > "60":
        return None
    return Stamp((int(match[1]), int(match[2]), int(match[3])), bool(match[4]))


def date_time(text: str) -> Stamp | None:
    """Return a DATE-TIME (3.3.5)."""
    day, letter, clock = text.partition("T")
    first, rest = date(day), time(clock)
    if not letter or first is None or rest is None:
        return None
    return Stamp((*first.numbers, *rest.numbers), rest.utc)


def duration(text: str) -> Duration | None:
    """Return a DURATION (3.3.6), in which no unit between two others is left out."""
    match = _DURATION.fullmatch(text)
    # More digits than any calendar needs, and Python refuses to read thousands of them.
    if match is None or len(text) > 60:
        return None
    weeks, days = int(match[2] or 0), int(match[3] or 0)
    hours, minutes, seconds = (int(match[at[0]] or match[at[1]] or 0) for at in ((5, 5), (6, 8), (7, 9)))
    total = ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + (seconds or int(match[10] or 0))
    return Duration(-1 if match[1] == "-" else 1, total, match[4] is None)


def period(text: str) -> tuple[Stamp, Stamp | Duration] | None:
    """Return a PERIOD (3.3.9): its start, and its later end or its length above nought."""
    start, _, rest = text.partition("/")
    first, last = date_time(start), date_time(rest) or duration(rest)
    if first is None or last is None:
        return None
    if isinstance(last, Duration):
        return (first, last) if last.sign > 0 and last.seconds else None
    return (first, last) if first.numbers < last.numbers and first.utc == last.utc else None


def number(text: str) -> float | None:
    """Return a FLOAT (3.3.7), which has no exponent."""
    return float(text) if len(text) < 60 and _NUMBER.fullmatch(text) else None


def integer(text: str) -> int | None:
    """Return an INTEGER (3.3.8), which has 32 bits."""
    if re.fullmatch("[+-]?[0-9]{1,10}", text) is None or not -(1 << 31) <= int(text) < 1 << 31:
        return None
    return int(text)


def offset(text: str) -> bool:
    """Return whether this is a UTC-OFFSET (3.3.14), which is never minus nought."""
    match = _OFFSET.fullmatch(text)
    if match is None or match[1] > "23" or match[2] > "59" or (match[3] or "") > "59":
        return False
    return text.strip("0") != "-"


def uri(text: str) -> bool:
    """Return whether this is a URI with its scheme (3.3.13), as far as it can be told without knowing the scheme."""
    return _URI.fullmatch(text) is not None


def _binary(text: str) -> bool:
    return len(text) % 4 == 0 and _BASE64.fullmatch(text) is not None


def _boolean(text: str) -> bool:
    return text.upper() in {"TRUE", "FALSE"}


TYPES: dict[str, Callable[[str], object]] = {
    "BINARY": _binary,
    "BOOLEAN": _boolean,
    "CAL-ADDRESS": uri,
    "DATE": date,
    "DATE-TIME": date_time,
    "DURATION": duration,
    "FLOAT": lambda text: number(text) is not None,
    "INTEGER": lambda text: integer(text) is not None,
    "PERIOD": period,
    "TIME": time,
    "URI": uri,
    "UTC-OFFSET": offset,
}
"""What tells whether a text is a value of a type, by the type's name; TEXT and RECUR are looked at closer elsewhere."""
