"""The differences between two versions, found by going through every field of both."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from confkit.changes import _explained
from confkit.changes._change import Change
from confkit.changes._kinds import kind_of
from confkit.changes._matched import has_marks, matched
from confkit.errors import invalid, joined_path, path_steps
from confkit.model import CallForProposals, Catalog, Conference, Deadline, Registration, Venue

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["diff"]

S = TypeVar("S", Conference, Catalog)

_ENTERED = (CallForProposals, Deadline, Registration, Venue)
"""What is compared field by field; anything else is one value."""

_FIRST = (
    *("status", "days", "hours", "name", "venues", "online", "calls", "milestones", "registration"),
    *("relations", "organizations", "topics", "formats", "travel", "contacts", "links"),
)
"""The fields of a conference in the order in which a reader wants to hear of their changes; the others follow."""


def diff(old: S, new: S) -> tuple[Change, ...]:
    """Return what changed from one version to another, in the order in which a reader wants to hear of it.

    Two conferences are compared as they are, whatever their ids; those of two catalogs by their ids, in the order of
    the new catalog. An empty tuple means that the two are equal.

    Raises:
        InvalidValueError: the two are not both conferences or both catalogs.

    >>> diff(Conference(id="a-2027", name="A"), Conference(id="a-2027", name="A", edition=2))[0].kind
    'field.added'
    """
    if isinstance(old, Catalog) and isinstance(new, Catalog):
        return tuple(_catalogs(old, new))
    if isinstance(old, Conference) and isinstance(new, Conference):
        return _conferences(old, new)
    raise invalid(
        "changes.type",
        "only two conferences, or two catalogs, are compared",
        value=(type(old).__name__, type(new).__name__),
        hint="write diff(Catalog([old]), new_catalog)",
    )


def _catalogs(old: Catalog, new: Catalog) -> Iterator[Change]:
    was = {conference.id: number for number, conference in enumerate(old)}
    kept: list[int] = []
    for number, conference in enumerate(new):
        before, path = old.get(conference.id), f"conferences[{number}]"
        if before is None:
            yield Change(kind="event.added", new_path=path, new=conference)
            continue
        kept.append(was[conference.id])
        for change in _conferences(before, conference):
            yield change.under(f"conferences[{was[conference.id]}]", path)
    for number, conference in enumerate(old):
        if new.get(conference.id) is None:
            yield Change(kind="event.removed", old_path=f"conferences[{number}]", old=conference)
    if kept != sorted(kept):
        yield _order("conferences", "conferences", old.conferences, new.conferences)


def _conferences(old: Conference, new: Conference) -> tuple[Change, ...]:
    found = _explained.event(old, new, list(_fields(old, new, "", "")))
    return tuple(sorted(found, key=lambda change: _rank(change.path)))


def _rank(path: str) -> int:
    field = path_steps(path)[0]
    return _FIRST.index(field) if field in _FIRST else len(_FIRST)


def _fields(old: Any, new: Any, old_at: str, new_at: str) -> Iterator[Change]:  # noqa: ANN401  # any value of the model
    """The changes of every field of two values of one class."""
    found: dict[str, list[Change]] = {}
    for field in attrs.fields(type(old)):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            ends = joined_path(old_at, field.name), joined_path(new_at, field.name)
            closing = field.name == "closes" or (isinstance(new, Deadline) and new.closes_something)
            found[field.name] = list(_values(before, after, *ends, closing=closing))
    if isinstance(new, Deadline):
        yield from _explained.deadline(old, new, {name: one for name, (one,) in found.items()}, new_at)
    else:
        yield from itertools.chain.from_iterable(found.values())


def _values(old: Any, new: Any, old_at: str, new_at: str, *, closing: bool = False) -> Iterator[Change]:  # noqa: ANN401  # any value of the model
    """The changes between two values that differ."""
    if isinstance(new, tuple) and has_marks((*old, *new)):
        yield from _items(old, new, old_at, new_at)
    elif isinstance(new, _ENTERED) and isinstance(old, _ENTERED) and _same(old, new):
        yield from _fields(old, new, old_at, new_at)
    else:
        yield Change(
            kind=kind_of(old_at if new is None else new_at, old, new, closing=closing),
            old_path=None if old is None else old_at,
            new_path=None if new is None else new_at,
            old=old,
            new=new,
        )


def _items(old: tuple[Any, ...], new: tuple[Any, ...], old_at: str, new_at: str) -> Iterator[Change]:
    """The changes of a sequence: item by item, then its order."""
    pairs = matched(old, new)
    for before, after in pairs:
        was, now = (None if before is None else old[before]), (None if after is None else new[after])
        if was != now:
            yield from _values(was, now, f"{old_at}[{before}]", f"{new_at}[{after}]")
    kept = [before for before, after in pairs if before is not None and after is not None]
    if kept != sorted(kept):
        yield _order(old_at, new_at, old, new)


def _order(old_at: str, new_at: str, old: object, new: object) -> Change:
    return Change(kind="order.changed", old_path=old_at, new_path=new_at, old=old, new=new)


def _same(old: Any, new: Any) -> bool:  # noqa: ANN401  # a registration has no id, the others have
    return isinstance(new, Registration) or bool(old.id == new.id)
