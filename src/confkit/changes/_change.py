"""The class `Change`, and the rules that choose the kind of a change."""

from __future__ import annotations

import datetime as dt
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import attrs

from confkit.errors import joined_path, require_type
from confkit.model import Days, Pending, Text, When

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from confkit.model import Hours

__all__ = ["Change", "Shift", "kind_of", "shift", "without_numbers"]


@attrs.frozen(kw_only=True)
class Change:
    """One difference between two versions of a conference or of a catalog.

    ``old`` is the value at ``old_path`` in the old version, and ``new`` is the value at ``new_path`` in the new
    version. The path and the value are ``None`` in a version without such a value. ``announced`` is the day on which
    the change was announced; this day and the reason come from the history of the event or of the deadline.
    ``explained_by`` lists paths in the new version whose values belong to this change and are not reported as changes
    of their own, such as the row of the history that announces this change.

    >>> Change(kind="edition", new_path="edition", new=2).path
    'edition'
    """

    kind: str
    old_path: str | None = None
    new_path: str | None = None
    old: Any = None
    new: Any = None
    announced: dt.date | None = None
    reason: Text | None = None
    explained_by: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The path in the new version or, for a value that was removed, in the old version."""
        return (self.old_path if self.new_path is None else self.new_path) or ""

    def under(self, old: str, new: str) -> Change:
        """Return this change of a conference as a change of the catalog that contains the conference.

        ``old`` and ``new`` are the paths of the conference in the old and in the new catalog. ``old`` is put before
        ``old_path``; ``new`` is put before ``new_path`` and before the paths of ``explained_by``, which are paths in
        the new version too.
        """
        return attrs.evolve(
            self,
            old_path=None if self.old_path is None else joined_path(old, self.old_path),
            new_path=None if self.new_path is None else joined_path(new, self.new_path),
            explained_by=tuple(joined_path(new, path) for path in self.explained_by),
        )


Shift: TypeAlias = Literal["extended", "brought_forward", "restated"]
"""How a closing date moved: to later, to earlier, or not at all.

``restated`` means that the same date is stated with another precision, for example now with an hour.
"""

_SUBJECTS: Final[Mapping[str, str]] = MappingProxyType(
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
"""The first part of a kind, by the path without the numbers of list items.

For a path that is missing here, the first part is ``text`` if the value is a text, and ``field`` otherwise.
"""


def kind_of(path: str, old: object, new: object, *, closing: bool = False) -> str:
    """Return the kind of a change, such as ``deadline.extended``, from the path and the two values.

    ``closing`` says that the value is a closing date: the last moment at which something can be done.
    """
    field = without_numbers(path)
    verb = _verb(field, old, new, closing=closing)
    is_text = isinstance(new if old is None else old, Text)
    subject = "text" if verb == "translated" else _SUBJECTS.get(field, "text" if is_text else "field")
    return f"{subject}.{verb}"


def without_numbers(path: str) -> str:
    """Return a key path without the numbers of list items.

    Raises:
        InvalidValueError: ``path`` is not a string.

    >>> without_numbers("calls[0].deadlines[1].at")
    'calls[].deadlines[].at'
    """
    require_type("path", path, str, hint="write change.path")
    return re.sub(r"\[[0-9]+\]", "[]", path)


def _verb(field: str, old: Any, new: Any, *, closing: bool) -> str:  # noqa: ANN401  # any value of the model
    """Return the second part of a kind, such as ``extended``; ``field`` is a path without the numbers of items."""
    if field in _VERBS_OF_EVENTS:
        return _VERBS_OF_EVENTS[field](old, new)
    if old is None or new is None:
        return "added" if old is None else "removed"
    if isinstance(old, Text) and isinstance(new, Text):
        return _verb_of_text(field, old, new)
    if isinstance(old, When | Pending) and isinstance(new, When | Pending):
        return _verb_of_date(old, new, closing=closing)
    return "changed"


def _verb_of_status(_: str, new: str) -> str:
    """Return the second part of the kind of a new status."""
    return "confirmed" if new == "scheduled" else new


def _verb_of_hours(old: Hours | None, new: Hours | None) -> str:
    """Return the second part of the kind of new, changed or removed hours."""
    return "rescheduled" if old and new else "hours_set" if new else "hours_removed"


def _verb_of_days(old: Days | Pending | None, new: Days | Pending | None) -> str:
    """Return the second part of the kind of new, changed or removed days."""
    if old == new:
        return "restored"
    if isinstance(new, Days):
        return "rescheduled" if isinstance(old, Days) else "dated"
    return "undated"


_VERBS_OF_EVENTS: Final[Mapping[str, Callable[[Any, Any], str]]] = MappingProxyType(
    {"status": _verb_of_status, "days": _verb_of_days, "hours": _verb_of_hours}
)


def _verb_of_text(field: str, old: Text, new: Text) -> str:
    if set(old.items()) < set(new.items()):
        return "translated"
    return {"name": "renamed", "venues[].name": "changed"}.get(field, "reworded")


def _verb_of_date(old: When | Pending, new: When | Pending, *, closing: bool) -> str:
    """Return the second part of the kind of a changed date; ``closing`` says that the date closes something."""
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
    """Return how a closing date moved.

    A date can mean a range of instants, for example if no time zone is stated. The date is ``extended`` if the range
    begins later and ends later, and ``brought_forward`` if the range begins earlier and ends earlier. If neither is
    true, the stated days are compared.

    Raises:
        InvalidValueError: an argument is not a `When`.

    >>> shift(When.parse("2025-04-13"), When.parse("2025-04-20"))
    'extended'
    >>> shift(When.parse("2025-04-13"), When.parse("2025-04-13T23:59[AoE]"))
    'restated'
    """
    require_type("before", before, When, hint="write When.parse(...)")
    require_type("after", after, When, hint="write When.parse(...)")
    old, new = before.end_window(), after.end_window()
    if new[0] > old[0] and new[1] > old[1]:
        return "extended"
    if new[0] < old[0] and new[1] < old[1]:
        return "brought_forward"
    days = _announced_day(before), _announced_day(after)
    if old == new or days[0] is None or days[1] is None or days[0] == days[1]:
        return "restated"
    return "extended" if days[1] > days[0] else "brought_forward"


def _announced_day(when: When) -> dt.date | None:
    """Return the day that a moment states, or ``None`` if the moment states only a month or a year."""
    return None if when.date.day is None else when.date.first
