"""The values of a YAML or JSON text with their positions, and changes to values in brackets.

Positions are numbers of characters from the start of the text, from 0.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confkit.files._tree import Tree

__all__ = [
    "Entry",
    "FlowStyle",
    "Layout",
    "Node",
    "Splice",
    "ValueWriter",
    "after_line",
    "before_on_line",
    "has_comment",
    "has_quoted_keys",
    "key_like",
    "line_break",
    "preceding",
    "spliced",
]


@attrs.define(eq=False, kw_only=True)
class Node:
    """A value and its position in the text.

    A mapping has entries, a list has items; both are written in brackets (``flow``) or by indentation (``block``).
    ``shared``: an alias elsewhere in the document repeats the value.
    """

    start: int
    end: int
    form: Literal["scalar", "flow", "block", "alias"]
    entries: dict[str, Entry] = attrs.field(factory=dict)
    items: list[Node] = attrs.field(factory=list)
    shared: bool = False


@attrs.frozen(eq=False, kw_only=True)
class Entry:
    """A key of a mapping with its position, and its value."""

    start: int
    end: int
    value: Node


class Splice(NamedTuple):
    """The position of a part of a text, and the text that replaces it."""

    start: int
    end: int
    text: str


def has_quoted_keys(text: str, node: Node) -> bool:
    """Return whether the keys of a mapping, or of the last mapping in a list, are in double quotes."""
    mapping = node.items[-1] if node.items else node
    return bool(mapping.entries) and all(text[entry.start] == '"' for entry in mapping.entries.values())


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text with parts replaced; splices at the same position keep their order."""
    parts: list[str] = []
    done = 0
    for splice in sorted(splices, key=lambda splice: splice.start):
        parts += text[done : splice.start], splice.text
        done = splice.end
    return "".join((*parts, text[done:]))


def preceding(mapping: Node, key: str, order: Iterable[str]) -> Entry:
    """Return the entry after which a new key belongs in the order of the model; every mapping has the first key."""
    before = itertools.takewhile(lambda name: name != key, order)
    return [mapping.entries[name] for name in before if name in mapping.entries][-1]


def has_comment(text: str, splice: Splice, node: Node) -> bool:
    """Return whether a splice removes a comment of a value: a number sign outside its keys and scalars."""
    done = splice.start
    for start, end in sorted(_leaves(node)):
        if splice.start <= start and end <= splice.end:
            if "#" in text[done:start]:
                return True
            done = start if text[start : start + 1] in {"|", ">"} else end  # "|  # a comment"
    return "#" in text[done : splice.end]


def _leaves(node: Node) -> Iterator[tuple[int, int]]:
    """Yield the positions of all keys and scalars in a value."""
    if node.form in {"scalar", "alias"}:
        yield node.start, node.end
    for entry in node.entries.values():
        yield entry.start, entry.end
        yield from _leaves(entry.value)
    for item in node.items:
        yield from _leaves(item)


def before_on_line(text: str, position: int) -> str:
    """Return the part of a line before a position."""
    return text[max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1 : position]


def after_line(text: str, end: int) -> int:
    """Return the end of the last line of a value, before the line break, which a YAML block scalar includes."""
    if end and text[end - 1] in "\r\n":
        return end - 1 - (text[end - 2 : end] == "\r\n")
    found = re.compile("[\r\n]").search(text, end)
    return found.start() if found else len(text)


def line_break(text: str, position: int = 0) -> str:
    """Return the line break of the line at a position; the last line has the line break of the first."""
    pattern = re.compile(r"\r\n|\r|\n")
    found = pattern.search(text, position) or pattern.search(text)
    return found[0] if found else "\n"


_COLON = re.compile(r"[ \t]*:[ \t]*")
_REST = re.compile(r"[ \t]*,?[ \t]*(?:[\r\n]|$)")
_BEFORE = re.compile(r",(?P<gap>[ \t]*)$")
_NEXT = re.compile(r"[ \t]*,(?P<gap>[ \t]*)[^\s#]")


@attrs.frozen(kw_only=True)
class Layout:
    """The blanks of a mapping in braces: around colons, after commas, and inside the braces (``pad``).

    ``line`` is the line break and indentation before each entry, or ``None`` if the mapping is on one line.
    """

    colon: str
    comma: str
    pad: str = ""
    line: str | None = None


class ValueWriter(Protocol):
    """Writes values of one format; ``like`` is the text of another value of the file, whose quotes are used again."""

    colon: str

    def __call__(self, value: Tree, like: str, layout: Layout) -> str:
        """Return the text of a value."""
        ...


def key_like(key: str, like: str) -> str:
    """Return a key in the same quotes as another key."""
    mark = like[:1] if like[:1] in {'"', "'"} else ""
    return mark + key + mark


class FlowStyle:
    """Changes mappings and lists in brackets: JSON, and the flow style of YAML (YAML 1.2.2, 7.4)."""

    def __init__(self, text: str, write: ValueWriter) -> None:
        self._text = text
        self._write = write

    def replaced(self, mapping: Node, key: str, value: Tree) -> list[Splice]:
        """Return the splices that replace a value."""
        entry = mapping.entries[key]
        old = entry.value
        like = self._text[old.start : old.end]
        several = "\n" in like or "\r" in like
        layout = self._layout(mapping) if mapping.form == "flow" else self._layout(old)
        gap = " " if old.start == old.end else ""  # a YAML key without a value
        written = self._write(value, like, self._lines(entry.start, layout, several=several))
        return [Splice(old.start, old.end, gap + written)]

    def added(self, mapping: Node, after: Entry, key: str, value: Tree) -> list[Splice]:
        """Return the splices that add a key and its value after an entry."""
        end = after.value.end
        colon = self._colon(after)
        gap = self._gap(after.start, end, colon)
        layout = self._lines(after.start, self._layout(mapping), several="\n" in gap or "\r" in gap)
        name = key_like(key, self._text[after.start : after.end])
        written = self._write(value, self._text[after.value.start : end], layout)
        return [Splice(end, end, gap + name + colon + written)]

    def appended(self, mapping: Node, key: str, row: dict[str, Tree]) -> list[Splice]:
        """Return the splices that add a row to a list, with the blanks of the last row."""
        rows = mapping.entries[key].value
        if not rows.items:
            return self._first(mapping, key, row)
        last = rows.items[-1]
        layout = self._layout(last)
        text = self._text[last.start : last.end]
        inner = self._lines(last.start, layout, several="\n" in text or "\r" in text)
        gap = self._gap(last.start, last.end, layout.colon)
        return [Splice(last.end, last.end, gap + self._write(row, "", inner))]

    def _first(self, mapping: Node, key: str, row: dict[str, Tree]) -> list[Splice]:
        entry = mapping.entries[key]
        line = before_on_line(self._text, entry.start)
        alone = mapping.form == "flow" and not line.strip(" \t") and len(line) < entry.start
        layout = self._lines(entry.start, self._layout(mapping), several=alone)
        return [Splice(entry.value.start, entry.value.end, self._write([row], "", layout))]

    def _layout(self, mapping: Node) -> Layout:
        """Return the blanks that a mapping uses; for an empty mapping, the usual ones of the format."""
        entry = next(iter(mapping.entries.values()), None)
        colon = self._colon(entry) if entry else self._write.colon
        pad = " " if self._text.startswith("{ ", mapping.start) else ""
        return Layout(colon=colon, comma=", " if colon.endswith((" ", "\t")) else ",", pad=pad)

    def _lines(self, start: int, layout: Layout, *, several: bool) -> Layout:
        """Return a layout with the line break and indentation of the line at ``start``, if ``several`` lines follow."""
        line = before_on_line(self._text, start)
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        return attrs.evolve(layout, line=line_break(self._text, start) + indent) if several else layout

    def _colon(self, entry: Entry) -> str:
        between = self._text[entry.end : entry.value.start]
        return between if _COLON.fullmatch(between) else self._write.colon

    def _gap(self, start: int, end: int, colon: str) -> str:
        """Return the comma and the blanks or line break after the item from ``start`` to ``end``."""
        line = before_on_line(self._text, start)
        if not line.strip(" \t") and len(line) < start and _REST.match(self._text, end):
            return "," + line_break(self._text, start) + line
        found = _BEFORE.search(line) or _NEXT.match(self._text, end)
        if found is not None:
            return "," + found["gap"]
        return ", " if colon.endswith((" ", "\t")) else ","
