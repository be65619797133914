"""The date of a fact as programs read it (WHATWG HTML, 4.5.14: what a ``time`` element says)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from confkit.errors import path_steps
from confkit.model import Days, When

if TYPE_CHECKING:
    from confkit.facts import Fact
    from confkit.model import Conference

__all__ = ["found", "stamp"]

_DATED: Final = frozenset(
    {
        "call.deadline",
        "call.opens",
        "days",
        "milestone",
        "published",
        "registration.closes",
        "registration.opens",
        "updated",
        "venue.days",
    }
)
"""The keys of the facts whose words are a date and nothing else."""


def stamp(conference: Conference, fact: Fact) -> str | None:
    """Return the date that a fact tells, as precise as it was announced; ``None``: it tells none, or several days.

    One instant is given in UTC, an hour in no stated zone as it was announced.
    """
    if fact.key not in _DATED:
        return None
    value = found(conference, fact.paths[0])
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Days):
        return str(value.first) if value.first == value.last else None
    return _moment(value) if isinstance(value, When) else None


def found(conference: Conference, path: str) -> object:
    """Return the value at the path of a fact, such as ``calls[0].deadlines[0].at``."""
    value: Any = conference
    for step in path_steps(path):
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def _moment(when: When) -> str:
    if when.local is None:
        return str(when.date)
    if not when.missing:
        return f"{when.instant().replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    return when.local.isoformat(timespec="seconds")
