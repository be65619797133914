"""Changes in YAML: the positions of values, and new values in block style and in flow style."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, cast

import yaml

from confkit.files._edit._json import JsonWriter
from confkit.files._edit._nodes import (
    Entry,
    Layout,
    Node,
    Splice,
    after_line,
    before_on_line,
    has_quoted_keys,
    key_like,
    line_break,
)
from confkit.files._yaml import Loader
from confkit.files._yaml_writer import yaml_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.files._source import Source
    from confkit.files._tree import Tree

__all__ = ["BlockStyle", "QuotedWriter", "YamlWriter", "root"]

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+\s*")
_BARE = re.compile(r"(?!-?[0-9]+(?:\.[0-9]+)?$|true$|false$|null$)[^\s\"\[{]")
"""A plain scalar of YAML that is not JSON."""
_BREAKS = re.compile("[\x85\u2028\u2029]")
"""YAML 1.1 ends lines here, JSON does not."""
_QUOTABLE = re.compile(r"[ !#-&(-\[\]-~]+")


def root(source: Source, number: int) -> Node:
    """Return the nodes of one document of a stream, which is free of errors: it has been read before."""
    events: Iterator[yaml.Event] = yaml.parse(source.text, Loader=Loader)
    starts = (event for event in events if isinstance(event, yaml.DocumentStartEvent))
    next(itertools.islice(starts, number, None))
    return _Composer(source.text, events).node(next(events))


class _Composer:
    """Builds the nodes of one document from the events of the parser."""

    def __init__(self, text: str, events: Iterator[yaml.Event]) -> None:
        self._text = text
        self._events = events
        self._anchors: dict[str, Node] = {}

    def node(self, event: yaml.Event) -> Node:
        start, end = _span(event)
        if isinstance(event, yaml.AliasEvent):
            self._anchors[event.anchor or ""].shared = True
            return Node(start=start, end=end, form="alias")
        node = Node(start=start, end=end, form="scalar")
        anchor = cast("yaml.NodeEvent", event).anchor
        if anchor is not None:
            self._anchors[anchor] = node
            limit = end if isinstance(event, yaml.ScalarEvent) else len(self._text)
            node.start = _end_of(_ANCHOR, self._text, start, limit)
        if isinstance(event, yaml.CollectionStartEvent):
            self._fill(node, event)
        elif isinstance(event, yaml.ScalarEvent) and event.style in {"|", ">"}:
            node.end = self._last_line(node)
        return node

    def _last_line(self, node: Node) -> int:
        """Return the end of a block scalar; line breaks at its end belong to it if its indicator has a plus."""
        text = self._text[node.start : node.end]
        return node.end if "+" in text.partition("\n")[0] else node.start + len(text.rstrip())

    def _fill(self, node: Node, event: yaml.CollectionStartEvent) -> None:
        node.form = "flow" if event.flow_style else "block"
        read = self._entry if isinstance(event, yaml.MappingStartEvent) else self._item
        while not isinstance(inner := next(self._events), yaml.CollectionEndEvent):
            node.end = read(node, inner).end
        if node.form == "flow":
            node.end = _span(inner)[1]

    def _entry(self, node: Node, event: yaml.Event) -> Node:
        start, end = _span(event)
        self.node(event)  # a key may have an anchor
        value = self.node(next(self._events))
        node.entries[cast("yaml.ScalarEvent", event).value] = Entry(start=start, end=end, value=value)
        return value

    def _item(self, node: Node, event: yaml.Event) -> Node:
        node.items.append(self.node(event))
        return node.items[-1]


def _end_of(pattern: re.Pattern[str], text: str, start: int, limit: int) -> int:
    match = pattern.match(text, start, limit)
    return match.end() if match else start


def _span(event: yaml.Event) -> tuple[int, int]:
    """Return the positions of an event; every event of a text has them."""
    return (event.start_mark.index, event.end_mark.index) if event.start_mark and event.end_mark else (0, 0)


class YamlWriter:
    """Writes YAML on one line; in brackets (``flow``) more texts need quotes than elsewhere."""

    colon = ": "

    def __init__(self, *, flow: bool) -> None:
        self._flow = flow

    def __call__(self, value: Tree, like: str, layout: Layout | None = None) -> str:  # noqa: ARG002  # it writes one line
        """Return the text of a value."""
        text = yaml_line(value, flow=self._flow)
        if not isinstance(value, str) or not _QUOTABLE.fullmatch(value):
            return text
        if like[:1] in {'"', "'"}:
            return like[0] + value + like[0]
        return text if text == value else f'"{value}"'


class QuotedWriter:
    """Writes values beside keys in double quotes, as JSON does: a YAML file that is JSON stays JSON.

    Plain scalars, which JSON does not have, are replaced by plain scalars.
    """

    colon = ": "

    def __init__(self, text: str) -> None:
        self._json = JsonWriter(text)
        self._bare = YamlWriter(flow=True)

    def __call__(self, value: Tree, like: str, layout: Layout) -> str:
        """Return the text of a value."""
        if isinstance(value, str) and _BARE.match(like):
            return self._bare(value, like, layout)
        written = self._json(value, like, layout)
        return _BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


class BlockStyle:
    """Changes mappings and lists that are written by indentation (YAML 1.2.2, 8)."""

    def __init__(self, text: str, root: Node, write: YamlWriter, in_brackets: YamlWriter, quoted: QuotedWriter) -> None:
        self._text = text
        self._root = root
        self._write = write
        self._in_brackets = in_brackets
        self._quoted = quoted

    def replaced(self, mapping: Node, key: str, value: Tree) -> list[Splice]:
        """Return the splices that replace a value; a comment after the key's colon stays."""
        entry = mapping.entries[key]
        start, end = entry.value.start, entry.value.end
        written = self._write(value, self._text[start:end])
        if entry.value.form == "block":
            colon = self._text.index(":", entry.end) + 1
            line = after_line(self._text, colon)
            return [Splice(colon, colon, f" {written}"), Splice(line, after_line(self._text, end), "")]
        if start == end:
            return [Splice(start, end, f" {written}")]
        return [Splice(start, start + len(self._text[start:end].rstrip()), written)]

    def added(self, mapping: Node, after: Entry, key: str, value: Tree) -> list[Splice]:  # noqa: ARG002  # as in FlowStyle
        """Return the splices that add a key and its value after an entry."""
        indent = " " * self._column(after.start)
        name = key_like(key, self._text[after.start : after.end])
        if isinstance(value, list):
            dash = indent + " " * self._dash()
            lines = [f"{indent}{name}:", *(line for row in value for line in self._row(row, dash, " "))]
        else:
            lines = [f"{indent}{name}: {self._write(value, self._text[after.value.start : after.value.end])}"]
        return self._below(after.value.end, lines)

    def appended(self, mapping: Node, key: str, row: dict[str, Tree]) -> list[Splice]:
        """Return the splices that add a row to a list, with the blanks of the last row."""
        rows = mapping.entries[key].value
        last = rows.items[-1]
        indent = " " * self._column(rows.start)
        gap = before_on_line(self._text, last.start)[len(indent) + 1 :]
        gap = gap if gap and not gap.strip(" ") else " "
        if last.form == "block":
            return self._below(last.end, self._row(row, indent, gap))
        write = self._quoted if has_quoted_keys(self._text, last) else self._in_brackets
        return self._below(last.end, [f"{indent}-{gap}{write(row, '', Layout(colon=': ', comma=', '))}"])

    def _row(self, row: Tree, indent: str, gap: str) -> list[str]:
        pairs = [f"{key}: {self._write(item, '')}" for key, item in row.items()] if isinstance(row, dict) else []
        return [f"{indent}-{gap}{pairs[0]}", *(f"{indent} {' ' * len(gap)}{pair}" for pair in pairs[1:])]

    def _below(self, end: int, lines: list[str]) -> list[Splice]:
        line_end = after_line(self._text, end)
        newline = line_break(self._text, line_end)
        return [Splice(line_end, line_end, "".join(newline + line for line in lines))]

    def _column(self, position: int) -> int:
        return len(before_on_line(self._text, position))

    def _dash(self) -> int:
        """Return the indentation of lists under their keys: that of the document's first list, or two spaces."""
        nodes = [self._root]
        for node in nodes:
            for entry in node.entries.values():
                value = entry.value
                if value.form == "block" and value.items:
                    return self._column(value.start) - self._column(entry.start)
                nodes.append(value)
            nodes += node.items
        return 2
