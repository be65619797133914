"""Notes on what was said: the languages of names, and when and why something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit.facts._fact import plain

if TYPE_CHECKING:
    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import Text

__all__ = ["named", "names_marked", "noted"]


def named(teller: Teller, text: Text, *, href: str | None = None) -> Runs:
    """Return the name of a place or an organisation, marked with its language where it is not the reader's."""
    return names_marked(teller, teller.name(text, href=href))


def names_marked(teller: Teller, runs: Runs) -> Runs:
    """Return words with names in them, followed by the languages of those that are not in the reader's."""
    foreign = [run for run in runs if run.fallback]
    if not foreign:
        return runs
    names = dict.fromkeys(teller.words.foreign_name(run.language) for run in foreign)
    language = teller.own(teller.words.items(names))
    if len(foreign) == 1:
        return teller.aside(runs, teller.say("language of names", "name in {language}", language=language))
    return teller.aside(runs, teller.say("language of names", "names in {language}", language=language))


def noted(teller: Teller, clause: Runs, *notes: Runs) -> Runs:
    """Return a clause with what there is to note on it: in brackets, or as a sentence where it ends with some."""
    present = [note for note in notes if note]
    if not present or not plain(clause).endswith((")", "）", "]", "］")):
        return teller.aside(clause, *present)
    first, *rest = teller.clauses(present)
    capital = attrs.evolve(first, text=teller.words.capital(first.text))
    return teller.sentences(_ended(teller, clause), _ended(teller, (capital, *rest)))


def _ended(teller: Teller, clause: Runs) -> Runs:
    said = plain(clause)
    return (*clause, *teller.own(teller.words.ended(said).removeprefix(said)))
