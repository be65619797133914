"""Comparison of two versions, field by field.

Items of two lists are first paired, old item with new item, so that a list in another order is not a list of new items.
"""

from __future__ import annotations

import itertools
from collections import defaultdict, deque
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from confkit.changes import _reasons
from confkit.changes._change import Change, kind_of
from confkit.errors import invalid, joined_path, path_steps
from confkit.model import (
    CallForProposals,
    Catalog,
    Conference,
    Contact,
    Deadline,
    Distance,
    Image,
    Link,
    Organization,
    Registration,
    Relation,
    Source,
    Text,
    Ticket,
    Topic,
    Translation,
    Venue,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

__all__ = ["diff"]

S = TypeVar("S", Conference, Catalog)

_COMPARED_BY_FIELD = (CallForProposals, Deadline, Registration, Venue)
"""Classes whose fields are compared one by one; a value of any other class is compared as a whole."""

_FIRST = (
    *("status", "days", "hours", "name", "venues", "online", "calls", "milestones", "registration"),
    *("relations", "organizations", "topics", "formats", "travel", "contacts", "links"),
)
"""Fields of a conference in the order in which their changes matter to readers; all other fields come after these."""


def diff(old: S, new: S) -> tuple[Change, ...]:
    """Return the changes from an old version to a new version, the most important changes for readers first.

    Two conferences are compared even if their ids differ. The conferences of two catalogs are paired by id, and their
    changes are returned in the order of the new catalog. An empty tuple means that the two versions are equal.

    Raises:
        InvalidValueError: the arguments are neither two conferences nor two catalogs.

    >>> diff(Conference(id="a-2027", name="A"), Conference(id="a-2027", name="A", edition=2))[0].kind
    'field.added'
    """
    if isinstance(old, Catalog) and isinstance(new, Catalog):
        return tuple(_catalogs(old, new))
    if isinstance(old, Conference) and isinstance(new, Conference):
        return _conferences(old, new)
    raise invalid(
        "changes.type",
        "only two conferences, or two catalogs, can be compared",
        value=(type(old).__name__, type(new).__name__),
        hint="write diff(Catalog([old]), new_catalog)",
    )


def _catalogs(old: Catalog, new: Catalog) -> Iterator[Change]:
    """Yield the changes of a catalog.

    The changes of each conference come first, in the order of the new catalog; then the removed conferences, then the
    change of the order.
    """
    old_numbers = {conference.id: number for number, conference in enumerate(old)}
    kept: list[int] = []
    for number, conference in enumerate(new):
        before, path = old.get(conference.id), f"conferences[{number}]"
        if before is None:
            yield Change(kind="event.added", new_path=path, new=conference)
            continue
        kept.append(old_numbers[conference.id])
        for change in _conferences(before, conference):
            yield change.under(f"conferences[{old_numbers[conference.id]}]", path)
    for number, conference in enumerate(old):
        if new.get(conference.id) is None:
            yield Change(kind="event.removed", old_path=f"conferences[{number}]", old=conference)
    if kept != sorted(kept):
        yield _order_change("conferences", "conferences", old.conferences, new.conferences)


def _conferences(old: Conference, new: Conference) -> tuple[Change, ...]:
    """Return the changes of a conference, ordered by their importance for readers."""
    changes = _reasons.explain_event(old, new, list(_fields(old, new, "", "")))
    return tuple(sorted(changes, key=lambda change: _importance(change.path)))


def _importance(path: str) -> int:
    """Return a number that orders changes: the changes that matter most to readers have the lowest numbers."""
    field = path_steps(path)[0]
    return _FIRST.index(field) if field in _FIRST else len(_FIRST)


def _fields(old: Any, new: Any, old_path: str, new_path: str) -> Iterator[Change]:  # noqa: ANN401  # any value of the model
    """Yield the changes of all fields; the two values have the same class."""
    changes: dict[str, list[Change]] = {}
    for field in attrs.fields(type(old)):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            paths = joined_path(old_path, field.name), joined_path(new_path, field.name)
            closing = field.name == "closes" or (isinstance(new, Deadline) and new.closes_something)
            changes[field.name] = list(_values(before, after, *paths, closing=closing))
    if isinstance(new, Deadline):
        by_field = {name: change for name, (change,) in changes.items()}
        yield from _reasons.explain_deadline(old, new, by_field, new_path)
    else:
        yield from itertools.chain.from_iterable(changes.values())


def _values(old: Any, new: Any, old_path: str, new_path: str, *, closing: bool = False) -> Iterator[Change]:  # noqa: ANN401  # any value of the model
    """Yield the changes between two values that differ."""
    if isinstance(new, tuple) and all(type(item) in _MARKS for item in (*old, *new)):
        yield from _items(old, new, old_path, new_path)
    elif isinstance(new, _COMPARED_BY_FIELD) and isinstance(old, _COMPARED_BY_FIELD) and _have_same_id(old, new):
        yield from _fields(old, new, old_path, new_path)
    else:
        yield Change(
            kind=kind_of(old_path if new is None else new_path, old, new, closing=closing),
            old_path=None if old is None else old_path,
            new_path=None if new is None else new_path,
            old=old,
            new=new,
        )


def _items(old: tuple[Any, ...], new: tuple[Any, ...], old_path: str, new_path: str) -> Iterator[Change]:
    """Yield the changes of the items of a list; if their order changed, the last change is about the order."""
    pairs = _paired(old, new)
    for old_number, new_number in pairs:
        before = None if old_number is None else old[old_number]
        after = None if new_number is None else new[new_number]
        if before != after:
            yield from _values(before, after, f"{old_path}[{old_number}]", f"{new_path}[{new_number}]")
    kept = [old_number for old_number, new_number in pairs if old_number is not None and new_number is not None]
    if kept != sorted(kept):
        yield _order_change(old_path, new_path, old, new)


def _order_change(old_path: str, new_path: str, old: object, new: object) -> Change:
    """Return the change of the order of a list."""
    return Change(kind="order.changed", old_path=old_path, new_path=new_path, old=old, new=new)


def _have_same_id(old: Any, new: Any) -> bool:  # noqa: ANN401  # any of the classes that are compared by field
    """Return whether two objects have the same id; a registration needs no id, since an event has only one."""
    return isinstance(new, Registration) or bool(old.id == new.id)


# ------------------------------------------------------------------------------------------------- pairs of list items
#
# A mark is a value by which an item of a list is recognised in the other version, such as its id. Each of the following
# functions returns the marks of an item; an item without an id has no mark from `_id`.


def _id(item: Any) -> tuple[Hashable, ...]:  # noqa: ANN401  # several classes of the model have an id
    return () if item.id is None else (item.id,)


def _name(item: Topic | Organization) -> tuple[Hashable, ...]:
    return item.name.items()


def _role(venue: Venue) -> tuple[Hashable, ...]:
    return (venue.role,)


def _url(item: Image | Link | Source) -> tuple[Hashable, ...]:
    return (item.url,)


def _purpose_of_link(link: Link) -> tuple[Hashable, ...]:
    return (link.rel,)


def _purpose_and_url(link: Link) -> tuple[Hashable, ...]:
    return ((link.rel, link.url),)


def _email_and_phone(contact: Contact) -> tuple[Hashable, ...]:
    return tuple(value for value in (contact.email, contact.phone) if value is not None)


def _purpose_of_contact(contact: Contact) -> tuple[Hashable, ...]:
    return (contact.purpose,)


def _related_event(relation: Relation) -> tuple[Hashable, ...]:
    target = relation.target
    names = target.name.items() if target.name else ()
    return (*names, *(mark for mark in (target.id, target.url) if mark is not None))


def _start_of_distance(distance: Distance) -> tuple[Hashable, ...]:
    return distance.origin.items()


def _language(translation: Translation) -> tuple[Hashable, ...]:
    return (translation.language,)


_MARKS: Final[Mapping[type, tuple[Callable[[Any], tuple[Hashable, ...]], ...]]] = MappingProxyType(
    {
        CallForProposals: (_id,),
        Contact: (_email_and_phone, _purpose_of_contact),
        Deadline: (_id,),
        Distance: (_start_of_distance,),
        Image: (_url,),
        Link: (_purpose_and_url, _purpose_of_link, _url),
        Organization: (_name,),
        Relation: (_related_event,),
        Source: (_url,),
        Text: (Text.items,),
        Ticket: (_id,),
        Topic: (_id, _name),
        Translation: (_language,),
        # A venue with a new id that takes over the role of an old venue counts as that venue.
        Venue: (_id, _role),
    }
)
"""The functions that return the marks of an item, by the class of the item; the most reliable function comes first.

Two items are versions of the same item if they have a mark in common.
"""


def _paired(old: Sequence[Any], new: Sequence[Any]) -> tuple[tuple[int | None, int | None], ...]:
    """Return a pair (old number, new number) for each item; ``None`` is the number in a version without the item.

    The pairs are in the order of the new list; pairs of removed items come last.
    """
    partners: dict[int, int] = {}
    for marks in (_item_itself, *_MARKS[type((*old, *new)[0])]):
        partners |= _pairs_by_mark(old, new, marks, partners)
    removed = [number for number in range(len(old)) if number not in partners.values()]
    return (*((partners.get(number), number) for number in range(len(new))), *((number, None) for number in removed))


def _item_itself(item: Hashable) -> tuple[Hashable, ...]:
    """Return the whole item as its only mark, so that equal items are paired first."""
    return (item,)


def _pairs_by_mark(
    old: Sequence[Any],
    new: Sequence[Any],
    marks: Callable[[Any], tuple[Hashable, ...]],
    partners: Mapping[int, int],
) -> Iterator[tuple[int, int]]:
    """Yield pairs (new number, old number) of items with a mark in common.

    ``partners`` holds the pairs that were found before; their items are skipped.
    """
    taken = set(partners.values())
    numbers_by_mark: dict[Hashable, deque[int]] = defaultdict(deque)
    for number, item in enumerate(old):
        if number not in taken:
            for mark in marks(item):
                numbers_by_mark[mark].append(number)
    for number, item in enumerate(new):
        if number in partners:
            continue
        for mark in marks(item):
            queue = numbers_by_mark[mark]
            while queue and queue[0] in taken:
                queue.popleft()
            if queue:
                taken.add(queue[0])
                yield number, queue.popleft()
                break
