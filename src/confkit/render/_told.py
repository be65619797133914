"""Which of the changes of an event are told, and which of them first."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from confkit.changes import without_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from confkit.facts import Fact

__all__ = ["by_weight", "of_interest", "still_of_interest", "update_of", "without_update"]

_MOOT: Final = frozenset(
    {"address", "call", "deadline", "event", "milestone", "online", "opens", "order", "topic", "venue"}
)
"""Kinds of changes that no longer matter to readers of an event that is cancelled."""

_REST: Final = 3
_WEIGHTS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "event": 0,
        "event.renamed": _REST,
        "venue": 1,
        "address": 1,
        "call": 2,
        "deadline": 2,
        "milestone": 2,
        "opens": 2,
        "registration": 2,
    }
)
"""What is told first where there is no room for all: when the event is, then where, then until when."""


def of_interest(told: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the changes that are of interest to those who come, the others where they are all: what a mail counts."""
    return without_update(tuple(fact for fact in told if not all(map(_internal, fact.paths))) or told)


def still_of_interest(told: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return what a message tells, by weight: of an event that is cancelled, without what no longer matters."""
    told = by_weight(of_interest(told))
    if told[0].key != "event.cancelled":
        return told
    return told[:1] + tuple(fact for fact in told if fact.key.partition(".")[0] not in _MOOT)


def by_weight(told: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return changes with those first that readers must know of; else in their order."""
    return tuple(sorted(told, key=_weight))


def without_update(told: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return changes without that of the announcement itself, which goes without saying where others are told."""
    return tuple(fact for fact in told if not _is_update(fact)) or told


def update_of(told: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return that the announcement was updated, where it stands below what is new in it."""
    return tuple(fact for fact in told if _is_update(fact) and fact not in without_update(told))


def _weight(fact: Fact) -> int:
    return _WEIGHTS.get(fact.key, _WEIGHTS.get(fact.key.partition(".")[0], _REST))


def _is_update(fact: Fact) -> bool:
    return fact.paths == ("updated",)


def _internal(path: str) -> bool:
    """Whether a change is of interest to those who publish the data alone."""
    return without_numbers(path).rpartition(".")[2] in {"extra", "history", "history[]", "id", "namespace"}
