"""Notes on what was said: the languages of names, and when and why something changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from confkit.facts._fact import plain
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import Text
    from confkit.words import Message

__all__ = ["address_marked", "described", "named", "names_marked", "noted", "reason", "titled"]

_TITLE: Final = message("language of names", "title in {language}")
_DESCRIPTION: Final = message("language of names", "description in {language}")

_STOP: Final = re.compile(r"(?<=[^.\s])(?<!\.\w)[.。]$")
"""What ends a sentence, but for dots that leave something out, and an abbreviation such as U.S."""


def titled(teller: Teller, text: Text, *, href: str | None = None) -> Runs:
    """Return the title of something, marked with its language where it is not the reader's."""
    return _marked(teller, teller.name(text, href=href), _TITLE)


def described(teller: Teller, text: Text, *, href: str | None = None) -> Runs:
    """Return what somebody says of something else, marked with its language where it is not the reader's."""
    return _marked(teller, teller.name(text, href=href), _DESCRIPTION)


def _marked(teller: Teller, runs: Runs, mark: Message) -> Runs:
    foreign = [run.language for run in runs if run.fallback]
    if not foreign:
        return runs
    return teller.aside(runs, teller.say(*mark, language=teller.own(teller.words.foreign_name(foreign[0]))))


def named(teller: Teller, text: Text, *, href: str | None = None) -> Runs:
    """Return the name of something, a place or a round, marked with its language where it is not the reader's."""
    return names_marked(teller, teller.name(text, href=href))


def names_marked(teller: Teller, runs: Runs) -> Runs:
    """Return words with names in them, followed by the languages of those that are not in the reader's."""
    foreign = [run for run in runs if run.fallback]
    if not foreign:
        return runs
    names = dict.fromkeys(teller.words.foreign_name(run.language) for run in foreign)
    if _says(runs, names):
        return runs
    language = teller.own(teller.words.items(names))
    if len(foreign) == 1:
        return teller.aside(runs, teller.say("language of names", "name in {language}", language=language))
    return teller.aside(runs, teller.say("language of names", "names in {language}", language=language))


def address_marked(teller: Teller, runs: Runs, *, partly: bool = False) -> Runs:
    """Return an address, followed by the languages of what is not in the reader's; ``partly``: other parts are."""
    foreign = [run for run in runs if run.fallback]
    if not foreign:
        return runs
    language = teller.own(teller.words.items(dict.fromkeys(teller.words.foreign_name(run.language) for run in foreign)))
    if partly:
        return teller.aside(runs, teller.say("language of an address", "partly in {language}", language=language))
    return teller.aside(runs, teller.say("language of an address", "in {language}", language=language))


def _says(runs: Runs, names: Iterable[str]) -> bool:
    """Whether the words say already which languages they are in."""
    own = "".join(run.text for run in runs if run.own)
    return all(name in own for name in names)


def noted(teller: Teller, clause: Runs, *notes: Runs) -> Runs:
    """Return a clause with what there is to note on it: in brackets, or as a sentence where it ends with some."""
    present = [note for note in notes if note]
    if not present or not plain(clause).endswith((")", "）", "]", "］")):
        return teller.aside(clause, *present)
    first, *rest = teller.clauses(present)
    capital = first._replace(text=teller.words.capital(first.text))
    return teller.sentences(_ended(teller, clause), _ended(teller, (capital, *rest)))


def reason(teller: Teller, text: Text | None) -> tuple[Runs, ...]:
    """Return why something changed, as a note; nothing where nobody said."""
    if text is None:
        return ()
    (run,) = teller.name(text)
    said = (run._replace(text=_STOP.sub("", run.text)),)
    if not run.fallback:
        return (teller.say("note on a change", "reason: {reason}", reason=said),)
    mark = teller.own(teller.mark(run))
    return (teller.say("note on a change", "reason: “{reason}”, {in_language}", reason=said, in_language=mark),)


def _ended(teller: Teller, clause: Runs) -> Runs:
    said = plain(clause)
    return (*clause, *teller.own(teller.words.ended(said).removeprefix(said)))
