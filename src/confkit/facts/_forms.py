"""What a language says around the words of others, in parts: its own words, and the numbers of the values to come."""

from __future__ import annotations

import functools
import itertools
import re
import string
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from confkit import words
from confkit.facts._fact import Run, Runs
from confkit.facts._lines import tame
from confkit.model import serves

if TYPE_CHECKING:
    from confkit.words import Family, Words

__all__ = [
    "Form",
    "Parts",
    "clauses",
    "form",
    "items",
    "label",
    "labelled",
    "noted",
    "own",
    "relation",
    "sentence",
    "sentences",
    "term",
    "title",
]

Parts: TypeAlias = tuple[Runs | int | str, ...]
"""Words of confkit, and between them the numbers or names of values."""


class Form(NamedTuple):
    """Parts in a row.

    ``spaced``: Chinese may put spaces between them and the values, as it does not where signs stand on both sides.
    ``loose``: some of its own words begin with a space, which is needless after a sign.
    """

    parts: Parts
    spaced: bool
    loose: bool = False


_MARKS: Final = re.compile("[\ue000-\uf8ff]")
"""Private use characters (Unicode 23.5) hold the places of values while a sentence is put together around them."""


def own(text: str, tag: str) -> Runs:
    """Return words of confkit."""
    return (Run(text if text.isprintable() else tame(text), tag, own=True),) if text else ()


@functools.cache  # messages are literals: there are as many as a catalog has
def label(tag: str, context: str, message: str) -> Runs:
    """Return a message without placeholders."""
    return own(words.of(tag).say(context, message), tag)


@functools.lru_cache(maxsize=1024)  # there are few codes; a stranger's file has others
def term(tag: str, family: Family, code: str, call: str | None) -> Runs:
    """Return the name of a code of the model within a sentence."""
    return _named(words.of(tag).term(family, code, call=call), tag, family, code)


@functools.lru_cache(maxsize=1024)
def title(tag: str, family: Family, code: str, call: str | None) -> Runs:
    """Return the name of a code of the model at the start of a line."""
    return _named(words.of(tag).label(family, code, call=call), tag, family, code)


def _named(said: str, tag: str, family: Family, code: str) -> Runs:
    """A name in the words of confkit; a code of somebody's own is English, as keys are, and elsewhere says so."""
    speech = words.of(tag)
    if speech.knows(family, code) or serves("en", tag):
        return own(said, tag)
    note = speech.say("language of names", "name in {language}", language=speech.foreign_name("en"))
    return (Run(text=tame(said), language="en", fallback=True), *own(speech.aside("", note), tag))


@functools.cache
def sentence(tag: str, context: str, message: str) -> Form:
    """Return a message, its values named as its placeholders are."""
    names = [name for _, name, _, _ in string.Formatter().parse(message) if name]
    said = words.of(tag).say(context, message, **dict(zip(names, _marks(len(names)), strict=True)))
    found = form(said, tag)
    return found._replace(parts=tuple(names[part] if isinstance(part, int) else part for part in found.parts))


@functools.lru_cache(maxsize=256)
def noted(tag: str, count: int, *, nested: bool) -> Form:
    """Return the form of a text followed by notes in brackets; ``nested``: some of them hold brackets themselves."""
    text, *notes = _marks(count)
    return form(words.of(tag).aside(text, *notes, outer=nested), tag)


@functools.lru_cache(maxsize=256)
def items(tag: str, count: int, *, beside: bool) -> Form:
    """Return the form of a list within a sentence; ``beside``: of what something is beside."""
    return form(words.of(tag).items(_marks(count), beside=beside), tag)


@functools.lru_cache(maxsize=256)
def counted(tag: str, count: int) -> Form:
    """Return the form of a list after the number of its items."""
    return form(words.of(tag).setting.between_items.join(_marks(count)), tag)


@functools.lru_cache(maxsize=256)
def clauses(tag: str, count: int) -> Form:
    """Return the form of items parted by semicolons, which the words put between items that hold commas."""
    said = words.of(tag).items(f"{mark}," for mark in _marks(count))
    return form(re.sub("(?<=[\ue000-\uf8ff]),", "", said), tag)


@functools.lru_cache(maxsize=256)
def sentences(tag: str, count: int) -> Form:
    """Return the form of whole sentences one after the other."""
    return form(words.of(tag).sentences(*_marks(count)), tag)


@functools.cache  # the model knows a few kinds, and takes no others
def relation(tag: str, kind: str) -> Form:
    """Return the form of how an event stands to another."""
    return form(words.of(tag).relation(kind, *_marks(1)), tag)


@functools.cache
def labelled(tag: str) -> Form:
    """Return the form of a label and its value."""
    return form(words.of(tag).labelled(*_marks(2)), tag)


def _marks(count: int) -> list[str]:
    return [chr(0xE000 + number) for number in range(count)]


@functools.lru_cache(maxsize=1024)
def form(said: str, tag: str) -> Form:
    """Return words of confkit, and none of the data, in which private use characters stand for values."""
    literals = _MARKS.split(said)
    marks = [ord(mark) - 0xE000 for mark in _MARKS.findall(said)]
    told = [own(literal, tag) or None for literal in literals]
    parts = tuple(part for pair in itertools.zip_longest(told, marks) for part in pair if part is not None)
    speech = words.of(tag)
    loose = any(literal.startswith(" ") for literal in literals[1:])
    return Form(parts, spaced=speech.han and not _is_closed(literals, speech), loose=loose)


def _is_closed(literals: list[str], speech: Words) -> bool:
    """Whether signs stand on both sides of every value, beside which there is never a space."""
    between = literals[1:-1]
    edges = [one[:1] for one in (*between, *filter(None, literals[-1:]))]
    edges += [one[-1:] for one in (*between, *filter(None, literals[:1]))]
    return all(edge and not speech.gap(edge, "a") for edge in edges)
