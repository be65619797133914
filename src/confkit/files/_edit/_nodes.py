"""The values of a text with the places where they stand, and additions inside brackets."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confkit.errors import KeyPath
    from confkit.files._tree import Tree

__all__ = [
    "Brackets",
    "Entry",
    "Layout",
    "Node",
    "Pen",
    "Splice",
    "after_line",
    "before_on_line",
    "deepest",
    "has_comment",
    "has_quoted_keys",
    "key_like",
    "line_break",
    "preceding",
    "spliced",
]


@attrs.define(eq=False, kw_only=True)
class Node:
    """A value and the characters, from 0, between which it stands.

    ``flow`` is what stands in brackets, ``block`` what is told by indentation or by headings; a TOML table has the
    statements that make it. ``shared``: an alias repeats this elsewhere.
    """

    start: int
    end: int
    form: Literal["scalar", "flow", "block", "alias"]
    entries: dict[str, Entry] = attrs.field(factory=dict)
    items: list[Node] = attrs.field(factory=list)
    statements: list[tuple[int, int]] = attrs.field(factory=list)
    shared: bool = False


@attrs.frozen(eq=False, kw_only=True)
class Entry:
    """A key and its value; a key of TOML that is part of a dotted one, or of a heading, is not ``direct``."""

    start: int
    end: int
    value: Node
    direct: bool = True


class Splice(NamedTuple):
    """A part of a text, and what takes its place."""

    start: int
    end: int
    text: str


def deepest(node: Node, path: KeyPath) -> Node:
    """Return the value at a path, or what of it there is: the last on the way."""
    for step in path:
        if isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        elif isinstance(step, str) and step in node.entries:
            node = node.entries[step].value
        else:
            break
    return node


def has_quoted_keys(text: str, node: Node) -> bool:
    """Return whether the keys of a mapping, or of the last one in a list, stand in double quotes."""
    mapping = node.items[-1] if node.items else node
    return bool(mapping.entries) and all(text[entry.start] == '"' for entry in mapping.entries.values())


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text with its parts replaced; those that begin at one place stand in the order given."""
    parts: list[str] = []
    done = 0
    for splice in sorted(splices, key=lambda one: one.start):
        parts += text[done : splice.start], splice.text
        done = splice.end
    return "".join((*parts, text[done:]))


def preceding(mapping: Node, key: str, order: Iterable[str]) -> Entry:
    """Return the entry below which a key stands in the order of the model, whose first key each mapping has."""
    before = itertools.takewhile(lambda name: name != key, order)
    found = [mapping.entries[name] for name in before if name in mapping.entries]
    return [entry for entry in found if entry.direct][-1]


def has_comment(text: str, splice: Splice, node: Node) -> bool:
    """Return whether a comment stands in what a splice takes away of a value, outside its keys and scalars."""
    done = splice.start
    for start, end in sorted(_leaves(node)):
        if splice.start <= start and end <= splice.end:
            if "#" in text[done:start]:
                return True
            done = start if text[start : start + 1] in {"|", ">"} else end  # the head of a block scalar may have one
    return "#" in text[done : splice.end]


def _leaves(node: Node) -> Iterator[tuple[int, int]]:
    """Yield the places of all keys and scalars in a value."""
    if node.form in {"scalar", "alias"}:
        yield node.start, node.end
    for entry in node.entries.values():
        yield entry.start, entry.end
        yield from _leaves(entry.value)
    for item in node.items:
        yield from _leaves(item)


def before_on_line(text: str, at: int) -> str:
    """Return what stands on the line before a place."""
    return text[max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1 : at]


def after_line(text: str, end: int) -> int:
    """Return where the last line of a value ends, before its line break; a YAML block scalar ends after it."""
    if end and text[end - 1] in "\r\n":
        return end - 1 - (text[end - 2 : end] == "\r\n")
    found = re.compile("[\r\n]").search(text, end)
    return found.start() if found else len(text)


def line_break(text: str, at: int = 0) -> str:
    """Return how the line ends on which a place is; the last line of a text ends as its first does."""
    pattern = re.compile(r"\r\n|\r|\n")
    found = pattern.search(text, at) or pattern.search(text)
    return found[0] if found else "\n"


_COLON = re.compile(r"[ \t]*[:=][ \t]*")
_REST = re.compile(r"[ \t]*,?[ \t]*(?:[\r\n]|$)")
_BEFORE = re.compile(r",(?P<gap>[ \t]*)$")
_NEXT = re.compile(r"[ \t]*,(?P<gap>[ \t]*)[^\s#]")


@attrs.frozen(kw_only=True)
class Layout:
    """How a text is set: what stands between key and value, between items, and inside braces.

    ``line`` is what begins each line, its line break included; ``None`` where all stands on one line.
    """

    colon: str
    comma: str
    pad: str = ""
    line: str | None = None


class Pen(Protocol):
    """Writes values of one format. ``like`` is the text of a value of the same file, whose quotes are taken over."""

    colon: str

    def __call__(self, value: Tree, like: str, layout: Layout) -> str:
        """Return the text of a value."""
        ...


def key_like(key: str, like: str) -> str:
    """Return a key with the quotes that another one has."""
    mark = like[:1] if like[:1] in {'"', "'"} else ""
    return mark + key + mark


class Brackets:
    """Changes what stands in brackets of one text."""

    def __init__(self, text: str, pen: Pen) -> None:
        self._text = text
        self._pen = pen

    def replaced(self, mapping: Node, key: str, value: Tree) -> list[Splice]:
        """Return what puts a value in the place of another one."""
        entry = mapping.entries[key]
        old = entry.value
        like = self._text[old.start : old.end]
        several = "\n" in like or "\r" in like
        layout = self._layout(mapping) if mapping.form == "flow" else self._layout(old)
        gap = " " if old.start == old.end else ""  # a key of YAML with nothing after it
        written = self._pen(value, like, self._lines(entry.start, layout, several=several))
        return [Splice(old.start, old.end, gap + written)]

    def added(self, mapping: Node, after: Entry, key: str, value: Tree) -> list[Splice]:
        """Return what adds a key and its value after an entry."""
        place = after.value.end
        colon = self._colon(after)
        gap = self._gap(after.start, place, colon)
        layout = self._lines(after.start, self._layout(mapping), several="\n" in gap or "\r" in gap)
        name = key_like(key, self._text[after.start : after.end])
        written = self._pen(value, self._text[after.value.start : place], layout)
        return [Splice(place, place, gap + name + colon + written)]

    def appended(self, mapping: Node, key: str, row: dict[str, Tree]) -> list[Splice]:
        """Return what adds a row to a list, set as its last one is."""
        rows = mapping.entries[key].value
        if not rows.items:
            return self._first(mapping, key, row)
        last = rows.items[-1]
        layout = self._layout(last)
        text = self._text[last.start : last.end]
        inner = self._lines(last.start, layout, several="\n" in text or "\r" in text)
        gap = self._gap(last.start, last.end, layout.colon)
        return [Splice(last.end, last.end, gap + self._pen(row, "", inner))]

    def _first(self, mapping: Node, key: str, row: dict[str, Tree]) -> list[Splice]:
        entry = mapping.entries[key]
        line = before_on_line(self._text, entry.start)
        alone = mapping.form == "flow" and not line.strip(" \t") and len(line) < entry.start
        layout = self._lines(entry.start, self._layout(mapping), several=alone)
        return [Splice(entry.value.start, entry.value.end, self._pen([row], "", layout))]

    def _layout(self, mapping: Node) -> Layout:
        """Return how a mapping in brackets is set; one that shows nothing, as the format is usually set."""
        entry = next((entry for entry in mapping.entries.values() if entry.direct), None)
        colon = self._colon(entry) if entry else self._pen.colon
        pad = " " if self._text.startswith("{ ", mapping.start) else ""
        return Layout(colon=colon, comma=", " if colon.endswith((" ", "\t")) else ",", pad=pad)

    def _lines(self, start: int, layout: Layout, *, several: bool) -> Layout:
        """Return the layout of what begins on the line of ``start`` and may take several lines."""
        line = before_on_line(self._text, start)
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        return attrs.evolve(layout, line=line_break(self._text, start) + indent) if several else layout

    def _colon(self, entry: Entry) -> str:
        between = self._text[entry.end : entry.value.start]
        return between if _COLON.fullmatch(between) else self._pen.colon

    def _gap(self, start: int, end: int, colon: str) -> str:
        """Return the comma, and what follows it, between what stands from ``start`` to ``end`` and the next one."""
        line = before_on_line(self._text, start)
        if not line.strip(" \t") and len(line) < start and _REST.match(self._text, end):
            return "," + line_break(self._text, start) + line
        found = _BEFORE.search(line) or _NEXT.match(self._text, end)
        if found is not None:
            return "," + found["gap"]
        return ", " if colon.endswith((" ", "\t")) else ","
