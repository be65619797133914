"""What is added inside brackets: in JSON, in YAML's flow style, in TOML's arrays and inline tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import attrs

from confkit.files._edit._node import Entry, Node, Splice, before_on_line, line_break

if TYPE_CHECKING:
    from confkit.files._tree import Tree

__all__ = ["Brackets", "Layout", "Pen", "key_like"]

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

    def replaced(self, mapping: Node, key: str, value: Tree, after: Entry) -> list[Splice]:  # noqa: ARG002  # as elsewhere
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

    def appended(self, mapping: Node, key: str, row: Tree, like: str) -> list[Splice]:
        """Return what adds a row to a list, set as its last one is."""
        rows = mapping.entries[key].value
        if not rows.items:
            return self._first(mapping, key, row, like)
        last = rows.items[-1]
        layout = self._layout(last)
        text = self._text[last.start : last.end]
        inner = self._lines(last.start, layout, several="\n" in text or "\r" in text)
        gap = self._gap(last.start, last.end, layout.colon)
        return [Splice(last.end, last.end, gap + self._pen(row, like, inner))]

    def _first(self, mapping: Node, key: str, row: Tree, like: str) -> list[Splice]:
        entry = mapping.entries[key]
        line = before_on_line(self._text, entry.start)
        alone = mapping.form == "flow" and not line.strip(" \t") and len(line) < entry.start
        layout = self._lines(entry.start, self._layout(mapping), several=alone)
        return [Splice(entry.value.start, entry.value.end, self._pen([row], like, layout))]

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
