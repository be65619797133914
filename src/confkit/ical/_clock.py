"""Dates and times as a file writes them (RFC 5545 3.3.4 and 3.3.5) to Python's; ``None`` for what is none."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

__all__ = ["Local", "date", "local"]

_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_DATE_TIME = re.compile(r"([0-9]{8})T([0-9]{2})([0-9]{2})([0-9]{2})(Z?)")


class Local(NamedTuple):
    """A time as it is written: of the clock on some wall, or of UTC."""

    time: dt.datetime
    utc: bool


def date(value: str) -> dt.date | None:
    """Return a DATE (RFC 5545 3.3.4)."""
    match = _DATE.fullmatch(value)
    try:
        return dt.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def local(value: str) -> Local | None:
    """Return a DATE-TIME (RFC 5545 3.3.5); the 60th second, which only leap seconds have, is the 59th."""
    match = _DATE_TIME.fullmatch(value)
    day = date(match[1]) if match else None
    if match is None or day is None:
        return None
    hour, minute, second = (int(match[number]) for number in (2, 3, 4))
    try:
        return Local(dt.datetime.combine(day, dt.time(hour, minute, 59 if second == 60 else second)), bool(match[5]))
    except ValueError:
        return None
