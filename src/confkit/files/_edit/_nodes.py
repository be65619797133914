"""The values of a YAML or JSON text as nodes with their positions, and changes of values in brackets.

A position is an offset in the text, in characters from 0.
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
    "Node",
    "Spacing",
    "Splice",
    "ValueWriter",
    "apply_splices",
    "before_on_line",
    "end_of_line",
    "entry_before",
    "has_comment",
    "has_quoted_keys",
    "key_in_quotes_of",
    "line_break",
]


@attrs.define(eq=False, kw_only=True)
class Node:
    """A value, which extends from ``start`` to ``end`` in the text.

    A mapping has ``entries``, and a list has ``items``; their ``form`` is ``flow`` (written in brackets) or ``block``
    (written by indentation). ``shared`` is true if a YAML alias elsewhere in the document repeats the value.
    """

    start: int
    end: int
    form: Literal["scalar", "flow", "block", "alias"]
    entries: dict[str, Entry] = attrs.field(factory=dict)
    items: list[Node] = attrs.field(factory=list)
    shared: bool = False


@attrs.frozen(eq=False, kw_only=True)
class Entry:
    """A key of a mapping, which extends from ``start`` to ``end`` in the text, and the value of the key."""

    start: int
    end: int
    value: Node


class Splice(NamedTuple):
    """A replacement: the part of a text from ``start`` to ``end`` is replaced by another text."""

    start: int
    end: int
    text: str


def has_quoted_keys(text: str, node: Node) -> bool:
    """Return whether the keys of a mapping, or of the last mapping in a list, are in double quotes."""
    mapping = node.items[-1] if node.items else node
    return bool(mapping.entries) and all(text[entry.start] == '"' for entry in mapping.entries.values())


def apply_splices(text: str, splices: Iterable[Splice]) -> str:
    """Return a text after all splices are applied; texts inserted at the same position keep their order."""
    parts: list[str] = []
    copied = 0
    for splice in sorted(splices, key=lambda splice: splice.start):
        parts += text[copied : splice.start], splice.text
        copied = splice.end
    return "".join((*parts, text[copied:]))


def entry_before(mapping: Node, key: str, order: Iterable[str]) -> Entry:
    """Return the entry of a mapping after which a new key is inserted.

    ``order`` has all keys of the mapping in the order of the model. Of the keys before the new key, the last key that
    the mapping has is returned. The mapping always has the first key, because the first key is required.
    """
    keys_before = itertools.takewhile(lambda name: name != key, order)
    return [mapping.entries[name] for name in keys_before if name in mapping.entries][-1]


def has_comment(text: str, splice: Splice, node: Node) -> bool:
    """Return whether a splice removes a comment of a value; a comment is a number sign outside of keys and scalars."""
    checked = splice.start
    for start, end in sorted(_leaves(node)):
        if splice.start <= start and end <= splice.end:
            if "#" in text[checked:start]:
                return True
            checked = start if text[start : start + 1] in {"|", ">"} else end  # "|  # a comment"
    return "#" in text[checked : splice.end]


def _leaves(node: Node) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each key and each scalar in a value."""
    if node.form in {"scalar", "alias"}:
        yield node.start, node.end
    for entry in node.entries.values():
        yield entry.start, entry.end
        yield from _leaves(entry.value)
    for item in node.items:
        yield from _leaves(item)


def before_on_line(text: str, position: int) -> str:
    """Return the text between the start of the line and a position in this line."""
    return text[max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1 : position]


def end_of_line(text: str, end: int) -> int:
    """Return the position before the line break of the line on which a value ends.

    A YAML block scalar ends after a line break; the position before this line break is returned.
    """
    if end and text[end - 1] in "\r\n":
        return end - 1 - (text[end - 2 : end] == "\r\n")
    next_break = re.compile("[\r\n]").search(text, end)
    return next_break.start() if next_break else len(text)


def line_break(text: str, position: int = 0) -> str:
    """Return the line break at the end of the line at a position.

    If the text ends without a line break there, return the first line break of the text, or a line feed.
    """
    pattern = re.compile(r"\r\n|\r|\n")
    match = pattern.search(text, position) or pattern.search(text)
    return match[0] if match else "\n"


_COLON = re.compile(r"[ \t]*:[ \t]*")
_REST_OF_LINE = re.compile(r"[ \t]*,?[ \t]*(?:[\r\n]|$)")
_COMMA_BEFORE = re.compile(r",(?P<space>[ \t]*)$")
_COMMA_AFTER = re.compile(r"[ \t]*,(?P<space>[ \t]*)[^\s#]")


@attrs.frozen(kw_only=True)
class Spacing:
    """How a mapping in braces is spaced.

    ``colon`` and ``comma`` are these marks with the spaces around them; ``pad`` is the space inside each brace. If the
    entries are on several lines, ``line_start`` is the line break and the indentation of the line on which the mapping
    starts; if they are on one line, ``line_start`` is ``None``.
    """

    colon: str
    comma: str
    pad: str = ""
    line_start: str | None = None


class ValueWriter(Protocol):
    """A function that writes values in one format, in the same quotes as another value of the file (``old_text``)."""

    colon: str

    def __call__(self, value: Tree, old_text: str, spacing: Spacing) -> str:
        """Return the text of a value."""
        ...


def key_in_quotes_of(other: str, key: str) -> str:
    """Return a key in the same quotes as the text of another key."""
    quote = other[:1] if other[:1] in {'"', "'"} else ""
    return quote + key + quote


class FlowStyle:
    """The style of mappings and lists in brackets: JSON, and the flow style of YAML (YAML 1.2.2, 7.4)."""

    def __init__(self, text: str, write: ValueWriter) -> None:
        self._text = text
        self._write = write

    def replace_value(self, mapping: Node, key: str, value: Tree) -> list[Splice]:
        """Return the splices that replace a value."""
        entry = mapping.entries[key]
        old = entry.value
        old_text = self._text[old.start : old.end]
        on_several_lines = "\n" in old_text or "\r" in old_text
        spacing = self._spacing(mapping) if mapping.form == "flow" else self._spacing(old)
        separator = " " if old.start == old.end else ""  # a YAML key without a value
        new_text = self._write(value, old_text, self._on_lines(entry.start, spacing, on_several_lines=on_several_lines))
        return [Splice(old.start, old.end, separator + new_text)]

    def add_key(self, mapping: Node, previous: Entry, key: str, value: Tree) -> list[Splice]:
        """Return the splices that add a key and its value after the entry ``previous``."""
        end = previous.value.end
        colon = self._colon(previous)
        separator = self._separator(previous.start, end, colon)
        on_several_lines = "\n" in separator or "\r" in separator
        spacing = self._on_lines(previous.start, self._spacing(mapping), on_several_lines=on_several_lines)
        name = key_in_quotes_of(self._text[previous.start : previous.end], key)
        new_text = self._write(value, self._text[previous.value.start : end], spacing)
        return [Splice(end, end, separator + name + colon + new_text)]

    def append_row(self, mapping: Node, key: str, row: dict[str, Tree]) -> list[Splice]:
        """Return the splices that add a row to the list that is the value of a key, spaced like the last row."""
        rows = mapping.entries[key].value
        if not rows.items:
            return self._first_row(mapping, key, row)
        last = rows.items[-1]
        spacing = self._spacing(last)
        text = self._text[last.start : last.end]
        inner = self._on_lines(last.start, spacing, on_several_lines="\n" in text or "\r" in text)
        separator = self._separator(last.start, last.end, spacing.colon)
        return [Splice(last.end, last.end, separator + self._write(row, "", inner))]

    def _first_row(self, mapping: Node, key: str, row: dict[str, Tree]) -> list[Splice]:
        """Return the splice that replaces an empty list by a list of one row."""
        entry = mapping.entries[key]
        line = before_on_line(self._text, entry.start)
        alone = mapping.form == "flow" and not line.strip(" \t") and len(line) < entry.start
        spacing = self._on_lines(entry.start, self._spacing(mapping), on_several_lines=alone)
        return [Splice(entry.value.start, entry.value.end, self._write([row], "", spacing))]

    def _spacing(self, mapping: Node) -> Spacing:
        """Return the spacing of a mapping on one line; an empty mapping has the usual spacing of the format."""
        entry = next(iter(mapping.entries.values()), None)
        colon = self._colon(entry) if entry else self._write.colon
        pad = " " if self._text.startswith("{ ", mapping.start) else ""
        return Spacing(colon=colon, comma=", " if colon.endswith((" ", "\t")) else ",", pad=pad)

    def _on_lines(self, start: int, spacing: Spacing, *, on_several_lines: bool) -> Spacing:
        """Return a spacing for one line, or for several lines that are indented like the line at ``start``."""
        line = before_on_line(self._text, start)
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        return attrs.evolve(spacing, line_start=line_break(self._text, start) + indent) if on_several_lines else spacing

    def _colon(self, entry: Entry) -> str:
        """Return the colon of an entry with the spaces around it."""
        between = self._text[entry.end : entry.value.start]
        return between if _COLON.fullmatch(between) else self._write.colon

    def _separator(self, start: int, end: int, colon: str) -> str:
        """Return the text to write between the item from ``start`` to ``end`` and a new item after this item.

        The text is a comma, followed by a line break and indentation if each item has its own line, and otherwise by
        the same spaces as the commas beside the item.
        """
        line = before_on_line(self._text, start)
        if not line.strip(" \t") and len(line) < start and _REST_OF_LINE.match(self._text, end):
            return "," + line_break(self._text, start) + line
        comma = _COMMA_BEFORE.search(line) or _COMMA_AFTER.match(self._text, end)
        if comma is not None:
            return "," + comma["space"]
        return ", " if colon.endswith((" ", "\t")) else ","
