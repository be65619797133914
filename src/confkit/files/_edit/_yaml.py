"""Edits of YAML: the nodes of a text, and the writing of new values in block style and in flow style."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, cast

import yaml

from confkit.files._edit._json import JsonWriter
from confkit.files._edit._nodes import (
    Entry,
    Node,
    Spacing,
    Splice,
    before_on_line,
    end_of_line,
    has_quoted_keys,
    key_in_quotes_of,
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
_PLAIN = re.compile(r"(?!-?[0-9]+(?:\.[0-9]+)?$|true$|false$|null$)[^\s\"\[{]")
"""The beginning of a plain scalar of YAML that is not valid JSON."""
_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Characters that end a line in YAML 1.1, but not in JSON."""
_QUOTABLE = re.compile(r"[ !#-&(-\[\]-~]+")


def root(source: Source, number: int) -> Node:
    """Return the root node of the document with the number ``number``; the text must be free of errors."""
    events: Iterator[yaml.Event] = yaml.parse(source.text, Loader=Loader)
    starts = (event for event in events if isinstance(event, yaml.DocumentStartEvent))
    next(itertools.islice(starts, number, None))
    return _Composer(source.text, events).node(next(events))


class _Composer:
    """Builds the nodes of a document from PyYAML's events."""

    def __init__(self, text: str, events: Iterator[yaml.Event]) -> None:
        self._text = text
        self._events = events
        self._anchors: dict[str, Node] = {}

    def node(self, event: yaml.Event) -> Node:
        """Return the node of the value that begins with ``event``."""
        start, end = _span(event)
        if isinstance(event, yaml.AliasEvent):
            self._anchors[event.anchor or ""].shared = True
            return Node(start=start, end=end, form="alias")
        node = Node(start=start, end=end, form="scalar")
        anchor = cast("yaml.NodeEvent", event).anchor
        if anchor is not None:
            self._anchors[anchor] = node
            limit = end if isinstance(event, yaml.ScalarEvent) else len(self._text)
            node.start = _after_anchor(self._text, start, limit)
        if isinstance(event, yaml.CollectionStartEvent):
            self._fill(node, event)
        elif isinstance(event, yaml.ScalarEvent) and event.style in {"|", ">"}:
            node.end = self._scalar_end(node)
        return node

    def _scalar_end(self, node: Node) -> int:
        """Return the end of a block scalar without the line breaks at its end, unless ``|+`` or ``>+`` keeps them."""
        text = self._text[node.start : node.end]
        return node.end if "+" in text.partition("\n")[0] else node.start + len(text.rstrip())

    def _fill(self, node: Node, event: yaml.CollectionStartEvent) -> None:
        """Read the content of a list or a mapping into its node."""
        node.form = "flow" if event.flow_style else "block"
        read_content = self._entry if isinstance(event, yaml.MappingStartEvent) else self._item
        while not isinstance(inner := next(self._events), yaml.CollectionEndEvent):
            node.end = read_content(node, inner).end
        if node.form == "flow":
            node.end = _span(inner)[1]

    def _entry(self, node: Node, event: yaml.Event) -> Node:
        """Read a key and its value into a mapping, and return the value."""
        start, end = _span(event)
        self.node(event)  # a key may have an anchor
        value = self.node(next(self._events))
        node.entries[cast("yaml.ScalarEvent", event).value] = Entry(start=start, end=end, value=value)
        return value

    def _item(self, node: Node, event: yaml.Event) -> Node:
        """Read an item into a list, and return the item."""
        node.items.append(self.node(event))
        return node.items[-1]


def _after_anchor(text: str, start: int, limit: int) -> int:
    """Return the position after an anchor, such as ``&name``, and after the spaces that follow the anchor."""
    match = _ANCHOR.match(text, start, limit)
    return match.end() if match else start


def _span(event: yaml.Event) -> tuple[int, int]:
    """Return the start and the end of an event in the text."""
    # Every event of a text has marks.
    return (event.start_mark.index, event.end_mark.index) if event.start_mark and event.end_mark else (0, 0)


class YamlWriter:
    """Writes values as YAML on one line; inside brackets (``flow``), more texts need quotes."""

    colon = ": "

    def __init__(self, *, flow: bool) -> None:
        self._flow = flow

    def __call__(self, value: Tree, old_text: str, spacing: Spacing | None = None) -> str:  # noqa: ARG002  # always on one line
        """Return the text of a value, in the same quotes as the old text if the value allows these quotes."""
        text = yaml_line(value, flow=self._flow)
        if not isinstance(value, str) or not _QUOTABLE.fullmatch(value):
            return text
        if old_text[:1] in {'"', "'"}:
            return old_text[0] + value + old_text[0]
        return text if text == value else f'"{value}"'


class QuotedWriter:
    """Writes values as JSON, for mappings of a YAML file whose keys are in double quotes.

    A YAML file that is also valid JSON stays valid JSON. If the old text is a plain scalar, which JSON does not have,
    the new value is written as YAML.
    """

    colon = ": "

    def __init__(self, text: str) -> None:
        self._json = JsonWriter(text)
        self._yaml = YamlWriter(flow=True)

    def __call__(self, value: Tree, old_text: str, spacing: Spacing) -> str:
        """Return the text of a value as JSON, or as YAML if the old text is a plain scalar."""
        if isinstance(value, str) and _PLAIN.match(old_text):
            return self._yaml(value, old_text, spacing)
        new_text = self._json(value, old_text, spacing)
        return _BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", new_text)


class BlockStyle:
    """The style of mappings and lists that are written by indentation (YAML 1.2.2, 8)."""

    def __init__(self, text: str, root: Node, write: YamlWriter, in_brackets: YamlWriter, quoted: QuotedWriter) -> None:
        self._text = text
        self._root = root
        self._write = write
        self._in_brackets = in_brackets
        self._quoted = quoted

    def replace_value(self, mapping: Node, key: str, value: Tree) -> list[Splice]:
        """Return the splices that replace a value; a comment on the line of the key stays."""
        entry = mapping.entries[key]
        start, end = entry.value.start, entry.value.end
        new_text = self._write(value, self._text[start:end])
        if entry.value.form == "block":
            colon = self._text.index(":", entry.end) + 1
            line = end_of_line(self._text, colon)
            return [Splice(colon, colon, f" {new_text}"), Splice(line, end_of_line(self._text, end), "")]
        if start == end:
            return [Splice(start, end, f" {new_text}")]
        return [Splice(start, start + len(self._text[start:end].rstrip()), new_text)]

    def add_key(self, mapping: Node, previous: Entry, key: str, value: Tree) -> list[Splice]:  # noqa: ARG002  # as in FlowStyle
        """Return the splices that add a key and its value after the entry ``previous``."""
        indent = " " * self._column(previous.start)
        name = key_in_quotes_of(self._text[previous.start : previous.end], key)
        if isinstance(value, list):
            item_indent = indent + " " * self._list_indentation()
            lines = [f"{indent}{name}:", *(line for row in value for line in self._row(row, item_indent, " "))]
        else:
            lines = [f"{indent}{name}: {self._write(value, self._text[previous.value.start : previous.value.end])}"]
        return self._below(previous.value.end, lines)

    def append_row(self, mapping: Node, key: str, row: dict[str, Tree]) -> list[Splice]:
        """Return the splices that add a row to the list that is the value of a key, spaced like the last row."""
        rows = mapping.entries[key].value
        last = rows.items[-1]
        indent = " " * self._column(rows.start)
        spaces = before_on_line(self._text, last.start)[len(indent) + 1 :]
        spaces = spaces if spaces and not spaces.strip(" ") else " "
        if last.form == "block":
            return self._below(last.end, self._row(row, indent, spaces))
        write = self._quoted if has_quoted_keys(self._text, last) else self._in_brackets
        return self._below(last.end, [f"{indent}-{spaces}{write(row, '', Spacing(colon=': ', comma=', '))}"])

    def _row(self, row: Tree, indent: str, spaces: str) -> list[str]:
        """Return the lines of a row; ``indent`` is before the dash of the row, and ``spaces`` are after the dash."""
        pairs = [f"{key}: {self._write(item, '')}" for key, item in row.items()] if isinstance(row, dict) else []
        return [f"{indent}-{spaces}{pairs[0]}", *(f"{indent} {' ' * len(spaces)}{pair}" for pair in pairs[1:])]

    def _below(self, end: int, lines: list[str]) -> list[Splice]:
        """Return the splices that insert lines below the value that ends at ``end``."""
        line_end = end_of_line(self._text, end)
        newline = line_break(self._text, line_end)
        return [Splice(line_end, line_end, "".join(newline + line for line in lines))]

    def _column(self, position: int) -> int:
        """Return how many characters are before a position on its line."""
        return len(before_on_line(self._text, position))

    def _list_indentation(self) -> int:
        """Return by how many spaces lists are indented below their keys.

        The first list of the document decides; in a document without lists, the indentation is two spaces.
        """
        nodes = [self._root]
        for node in nodes:
            for entry in node.entries.values():
                value = entry.value
                if value.form == "block" and value.items:
                    return self._column(value.start) - self._column(entry.start)
                nodes.append(value)
            nodes += node.items
        return 2
