"""The values of a text with the places where they stand, and the replacement of parts of a text."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Literal, NamedTuple

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confkit.files._path import Path

__all__ = [
    "Entry",
    "Node",
    "Splice",
    "after_line",
    "before_on_line",
    "deepest",
    "has_comment",
    "has_quoted_keys",
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


def deepest(node: Node, path: Path) -> Node:
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
