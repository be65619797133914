"""Where the values of a YAML text stand, and how new ones are written into it."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, cast

import yaml

from confkit.files._edit._json import JsonPen
from confkit.files._edit._node import Entry, Node
from confkit.files._yaml_text import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.files._edit._flow import Layout
    from confkit.files._source import Source
    from confkit.files._tree import Tree

__all__ = ["QuotedPen", "YamlPen", "root"]

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+\s*")
_BARE = re.compile(r"(?!-?[0-9]+(?:\.[0-9]+)?$|true$|false$|null$)[^\s\"\[{]")
"""How a text begins that is none of JSON."""
_BREAKS = re.compile("[\x85\u2028\u2029]")
"""YAML 1.1 ends lines here, JSON does not."""
_QUOTABLE = re.compile(r"[ !#-&(-\[\]-~]+")


def root(source: Source, number: int) -> Node:
    """Return a document of a stream that has been read, and so holds no mistake."""
    events: Iterator[yaml.Event] = yaml.parse(source.text, Loader=yaml.SafeLoader)
    starts = (event for event in events if isinstance(event, yaml.DocumentStartEvent))
    next(itertools.islice(starts, number, None))
    return _Composer(source.text, events).node(next(events))


class _Composer:
    """Makes the nodes of one document out of its events."""

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
        """Return where the words of a block scalar end; line breaks after them count where its head has a plus."""
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
    """Return the characters between which an event stands; every event of a text knows them."""
    return (event.start_mark.index, event.end_mark.index) if event.start_mark and event.end_mark else (0, 0)


class YamlPen:
    """Writes YAML on one line; ``flow``: inside brackets, where some texts need quotes that need none elsewhere."""

    colon = ": "

    def __init__(self, *, flow: bool) -> None:
        self._flow = flow

    def __call__(self, value: Tree, like: str, layout: Layout | None = None) -> str:  # noqa: ARG002  # one line is one line
        """Return the text of a value."""
        text = line_of(value, flow=self._flow)
        if not isinstance(value, str) or not _QUOTABLE.fullmatch(value):
            return text
        if like[:1] in {'"', "'"}:
            return like[0] + value + like[0]
        return text if text == value else f'"{value}"'


class QuotedPen:
    """Writes what stands among keys in double quotes as JSON: a text of JSON stays one, and bare words stay bare."""

    colon = ": "

    def __init__(self, text: str) -> None:
        self._json = JsonPen(text)
        self._bare = YamlPen(flow=True)

    def __call__(self, value: Tree, like: str, layout: Layout) -> str:
        """Return the text of a value."""
        if isinstance(value, str) and _BARE.match(like):
            return self._bare(value, like, layout)
        written = self._json(value, like, layout)
        return _BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
