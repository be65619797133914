"""Towns and addresses: a language puts their parts in order, and each part knows the language that it is really in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.facts._fact import Run, plain
from confkit.facts._lines import one_line
from confkit.facts._marks import address_marked
from confkit.model import UND, serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import Address, Text

__all__ = ["address_parts", "town"]


def town(teller: Teller, address: Address) -> Runs:
    """Return the town of an address with its country; empty where it states neither in its parts."""
    said = teller.own(teller.words.city(address))
    named = _elsewhere(teller, address.locality, address.region)
    return teller.row(_parted(said, named)) if named else said


def address_parts(teller: Teller, address: Address) -> Runs:
    """Return the parts of an address in the order of the language, marked where they are in another."""
    given = [part for part in (address.street, address.district, address.locality, address.region) if part is not None]
    named = _elsewhere(teller, *given)
    said = teller.row(_parted(teller.own(teller.words.parts(address)), named))
    foreign = {name.text for name in named if name.fallback}
    partly = any(one_line(teller.words.choose(part).value) not in foreign for part in given)
    return address_marked(teller, said, partly=partly)


def _elsewhere(teller: Teller, *texts: Text | None) -> list[Run]:
    """The parts that are not in the reader's language, the long ones first: they may hold the short ones."""
    tag = teller.words.tag
    chosen = [teller.words.choose(text) for text in texts if text is not None]
    runs = {
        Run(text=one_line(one.value), language=one.language, fallback=not teller.reads(one.value, one.language))
        for one in chosen
        if one.language == UND or not serves(one.language, tag)
    }
    return sorted(runs, key=lambda run: (-len(run.text), run.text, run.language))


def _parted(said: Runs, names: list[Run]) -> Iterator[Run]:
    """Words of confkit, parted where they hold one of the names."""
    whole = plain(said)
    for number, name in enumerate(names):
        before, found, after = whole.partition(name.text)
        if found:
            later = names[number + 1 :]
            yield from _parted(tuple(_with(said, before)), later)
            yield name
            yield from _parted(tuple(_with(said, after)), later)
            return
    yield from said


def _with(said: Runs, text: str) -> Iterator[Run]:
    for run in said[:1] if text else ():
        yield Run(text=text, language=run.language, own=True)
