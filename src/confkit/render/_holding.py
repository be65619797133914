"""What now holds of an event, where something of it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from confkit.facts import Fact

if TYPE_CHECKING:
    from confkit.model import Conference

__all__ = ["Holding", "holding"]

_TOLD_AGAIN: Final = frozenset(
    {"address", "call", "deadline", "event", "milestone", "online", "opens", "registration", "text", "venue"}
)
"""Kinds of changes after which readers want to know what now holds as a whole."""

_SAID_WHOLE: Final = (".cancelled", ".moved_online", ".postponed", ".removed")
"""What a sentence says of a change to the end."""


@attrs.frozen(kw_only=True)
class Holding:
    """The facts that now hold where something changed; ``whole``: they take up all that changed."""

    facts: tuple[Fact, ...] = ()
    whole: bool = True


def holding(event: Conference, changed: tuple[Fact, ...], now: tuple[Fact, ...]) -> Holding:
    """Return what now holds where something ``changed``, but for what a sentence says whole.

    Of an event that does not take place nothing holds.
    """
    if event.status == "cancelled":
        return Holding()
    paths = [path for fact in changed for path in _asked(fact)]
    found = [fact for fact in now if any(_about(told, path) for told in fact.paths for path in paths)]
    headed = {path for fact in found if fact.key == "place" for path in fact.paths}
    said = {"name"}
    if event.attendance == "online" and [fact for fact in found if fact.section.key == "online"]:
        said.add("attendance")  # as the title of the section says
    kept = [
        fact for fact in found if fact.key not in said and not (fact.key == "venue.name" and headed & {*fact.paths})
    ]
    told = [path for fact in found for path in fact.paths]
    return Holding(facts=tuple(kept), whole=all(_taken_up(fact, told) for fact in changed))


def _asked(fact: Fact) -> list[str]:
    """The paths of a change at which readers ask what now holds."""
    again = fact.key.partition(".")[0] in _TOLD_AGAIN and not fact.key.endswith(_SAID_WHOLE)
    # Hours that are as they were are others in another zone.
    hours = ["hours" for path in fact.paths if path.endswith("timezone")]
    return [*(path for path in fact.paths if again and path != "status"), *hours]


def _taken_up(fact: Fact, told: list[str]) -> bool:
    """Whether the facts from the paths ``told`` tell what a change made, or it left nothing to tell."""
    if fact.key.endswith(_SAID_WHOLE):
        return True
    return any(_about(one, path) for one in told for path in (*fact.paths, *_asked(fact)))


def _about(told: str, path: str) -> bool:
    """Whether a fact from the path ``told`` tells of a change at ``path``, or of something inside it."""
    return told == path or told.startswith((f"{path}.", f"{path}[")) or path.startswith(f"{told}.")
