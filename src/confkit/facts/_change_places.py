"""The clauses on addresses and distances, of which the old one and the new one must not run together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.facts._change_values import address_words
from confkit.facts._fact import plain
from confkit.facts._venues import how_far, origin
from confkit.words import message

if TYPE_CHECKING:
    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import Address, Distance

__all__ = ["address_clause", "distance_clause"]

_MOVED = message("change of an address", "the old address was {before}; the new address is {after}")


def address_clause(teller: Teller, old: Address, new: Address) -> Runs:
    """Return which address took the place of which, in words that part the two however many commas they hold.

    Empty where both are the same in the reader's words.
    """
    before, after = (address_words(teller, one) for one in (old, new))
    return () if plain(before) == plain(after) else teller.say(*_MOVED, before=before, after=after)


def distance_clause(teller: Teller, old: Distance | None, new: Distance | None) -> Runs:
    """Return what changed of a distance; empty where it is the same in the reader's words."""
    before, after = (how_far(teller, one) if one else () for one in (old, new))
    if old is None or new is None:
        if old is None:
            return teller.say("change of a distance", "distance added: {distance}", distance=after)
        return teller.say("change of a distance", "no longer stated: {distance}", distance=before)
    if plain(before) == plain(after):
        return ()
    place = origin(teller, new)
    if plain(origin(teller, old)) != plain(place):
        return teller.say("change of a distance", "distance now stated as {distance}", distance=after)
    return teller.say(
        "change of a distance",
        "distance from {place} changed from {before} to {after}",
        place=place,
        before=_length(teller, old),
        after=_length(teller, new),
    )


def _length(teller: Teller, distance: Distance) -> Runs:
    length = teller.own(teller.words.kilometres(distance.km))
    return teller.say("distance", "about {length}", length=length) if distance.approximate else length
