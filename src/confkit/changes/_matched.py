"""Which item of a new sequence is which of the old one."""

from __future__ import annotations

from collections import defaultdict, deque
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from confkit.model import (
    CallForProposals,
    Contact,
    Deadline,
    Distance,
    Image,
    Link,
    Organization,
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

__all__ = ["has_marks", "matched"]


def _id(one: Any) -> tuple[Hashable, ...]:  # noqa: ANN401  # several classes of the model have an id
    return () if one.id is None else (one.id,)


def _name(one: Topic | Organization) -> tuple[Hashable, ...]:
    return one.name.items()


def _role(one: Venue) -> tuple[Hashable, ...]:
    return (one.role,)


def _address(one: Image | Link | Source) -> tuple[Hashable, ...]:
    return (one.url,)


def _rel(one: Link) -> tuple[Hashable, ...]:
    return (one.rel,)


def _lead(one: Link) -> tuple[Hashable, ...]:
    return ((one.rel, one.url),)


def _reach(one: Contact) -> tuple[Hashable, ...]:
    return tuple(way for way in (one.email, one.phone) if way is not None)


def _purpose(one: Contact) -> tuple[Hashable, ...]:
    return (one.purpose,)


def _target(one: Relation) -> tuple[Hashable, ...]:
    name = one.target.name.items() if one.target.name else ()
    return (*name, *(mark for mark in (one.target.id, one.target.url) if mark is not None))


def _origin(one: Distance) -> tuple[Hashable, ...]:
    return one.origin.items()


def _language(one: Translation) -> tuple[Hashable, ...]:
    return (one.language,)


_MARKS: Final[Mapping[type, tuple[Callable[[Any], tuple[Hashable, ...]], ...]]] = MappingProxyType(
    {
        CallForProposals: (_id,),
        Contact: (_reach, _purpose),
        Deadline: (_id,),
        Distance: (_origin,),
        Image: (_address,),
        Link: (_lead, _rel, _address),
        Organization: (_name,),
        Relation: (_target,),
        Source: (_address,),
        Text: (Text.items,),
        Ticket: (_id,),
        Topic: (_id, _name),
        Translation: (_language,),
        # The one venue that takes the part of another, under an id of its own.
        Venue: (_id, _role),
    }
)
"""By what items are known again, the best first; two are the same where they share a mark."""


def has_marks(items: Sequence[object]) -> bool:
    """Return whether items of a sequence can be known again."""
    return all(type(item) in _MARKS for item in items)


def matched(old: Sequence[Any], new: Sequence[Any]) -> tuple[tuple[int | None, int | None], ...]:
    """Return pairs of numbers: of an item in the old sequence and in the new one, or of one that has no other.

    They stand in the order of the new sequence, followed by those of the old one that are gone.
    """
    partner: dict[int, int] = {}
    for marks in (_equal, *_MARKS[type((*old, *new)[0])]):
        partner |= _found(old, new, marks, partner)
    gone = [number for number in range(len(old)) if number not in partner.values()]
    return (*((partner.get(number), number) for number in range(len(new))), *((number, None) for number in gone))


def _equal(one: Hashable) -> tuple[Hashable, ...]:
    return (one,)


def _found(
    old: Sequence[Any],
    new: Sequence[Any],
    marks: Callable[[Any], tuple[Hashable, ...]],
    known: Mapping[int, int],
) -> Iterator[tuple[int, int]]:
    """New numbers with the old ones of items that share a mark, among those that have no partner yet."""
    taken = set(known.values())
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for number, item in enumerate(old):
        if number not in taken:
            for mark in marks(item):
                waiting[mark].append(number)
    for number, item in enumerate(new):
        if number in known:
            continue
        for mark in marks(item):
            queue = waiting[mark]
            while queue and queue[0] in taken:
                queue.popleft()
            if queue:
                taken.add(queue[0])
                yield number, queue.popleft()
                break
