"""Of what kind a change is, by the place where it happens and by the two values."""

from __future__ import annotations

import datetime as dt
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from confkit.errors import demand
from confkit.model import Days, Pending, Text, When

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from confkit.model import Hours

__all__ = ["Shift", "kind_of", "shape", "shift"]

Shift: TypeAlias = Literal["extended", "brought_forward", "restated"]
"""How a date that closes something moved; ``restated``: it is the same, said more or less precisely."""

_THINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "conferences[]": "event",
        "days": "event",
        "hours": "event",
        "name": "event",
        "status": "event",
        "calls[]": "call",
        "calls[].deadlines[]": "deadline",
        "calls[].deadlines[].at": "deadline",
        "calls[].opens": "opens",
        "calls[].submit": "link",
        "calls[].topics[]": "topic",
        "contacts[]": "contact",
        "links[]": "link",
        "milestones[]": "milestone",
        "milestones[].at": "milestone",
        "online": "online",
        "organizations[]": "organization",
        "registration": "registration",
        "registration.closes": "registration",
        "registration.link": "link",
        "registration.opens": "registration",
        "registration.tickets[]": "ticket",
        "relations[]": "relation",
        "topics[]": "topic",
        "venues[]": "venue",
        "venues[].address": "address",
        "venues[].links[]": "link",
        "venues[].name": "venue",
    }
)
"""What a change is about, by its path without numbers; anything else is a text or a field."""


def kind_of(path: str, old: object, new: object, *, closing: bool = False) -> str:
    """Return the kind of a change; ``closing``: it is about a date after which something can no longer be done."""
    where = shape(path)
    verb = _verb(where, old, new, closing=closing)
    text = isinstance(new if old is None else old, Text)
    thing = "text" if verb == "translated" else _THINGS.get(where, "text" if text else "field")
    return f"{thing}.{verb}"


def shape(path: str) -> str:
    """Return a path without the numbers of items.

    >>> shape("calls[0].deadlines[1].at")
    'calls[].deadlines[].at'
    """
    demand("path", path, str, hint="write change.path")
    return re.sub(r"\[[0-9]+\]", "[]", path)


def _verb(where: str, old: Any, new: Any, *, closing: bool) -> str:  # noqa: ANN401  # any value of the model
    if where in _OF_EVENTS:
        return _OF_EVENTS[where](old, new)
    if old is None or new is None:
        return "added" if old is None else "removed"
    if isinstance(old, Text) and isinstance(new, Text):
        return _of_text(where, old, new)
    if isinstance(old, When | Pending) and isinstance(new, When | Pending):
        return _of_moment(old, new, closing=closing)
    return "changed"


def _of_status(_: str, new: str) -> str:
    return "confirmed" if new == "scheduled" else new


def _of_hours(old: Hours | None, new: Hours | None) -> str:
    return "rescheduled" if old and new else "hours_set" if new else "hours_removed"


def _of_days(old: Days | Pending | None, new: Days | Pending | None) -> str:
    if old == new:
        return "restored"
    if isinstance(new, Days):
        return "rescheduled" if isinstance(old, Days) else "dated"
    return "undated"


_OF_EVENTS: Final[Mapping[str, Callable[[Any, Any], str]]] = MappingProxyType(
    {"status": _of_status, "days": _of_days, "hours": _of_hours}
)


def _of_text(where: str, old: Text, new: Text) -> str:
    if set(old.items()) < set(new.items()):
        return "translated"
    return {"name": "renamed", "venues[].name": "changed"}.get(where, "reworded")


def _of_moment(old: When | Pending, new: When | Pending, *, closing: bool) -> str:
    if old == new:
        return "restored"
    if isinstance(new, Pending):
        if new.reason == "cancelled":
            return "cancelled"
        return "changed" if isinstance(old, Pending) else "withdrawn"
    if isinstance(old, Pending):
        return "set"
    return shift(old, new) if closing else "moved"


def shift(before: When, after: When) -> Shift:
    """Return how a date that closes something moved, by the instants at which it can fall due.

    >>> shift(When.parse("2025-04-13"), When.parse("2025-04-20"))
    'extended'
    >>> shift(When.parse("2025-04-13"), When.parse("2025-04-13T23:59[AoE]"))
    'restated'
    """
    demand("before", before, When, hint="write When.parse(...)")
    demand("after", after, When, hint="write When.parse(...)")
    old, new = before.end_window(), after.end_window()
    if new[0] > old[0] and new[1] > old[1]:
        return "extended"
    if new[0] < old[0] and new[1] < old[1]:
        return "brought_forward"
    days = _day(before), _day(after)
    if old == new or days[0] is None or days[1] is None or days[0] == days[1]:
        return "restated"
    return "extended" if days[1] > days[0] else "brought_forward"


def _day(when: When) -> dt.date | None:
    """The day as it was announced: 24:00 belongs to the day before."""
    if when.date.day is None:
        return None
    midnight = when.raw == "24:00" and when.time == dt.time()
    return when.date.first - dt.timedelta(days=1) if midnight else when.date.first
