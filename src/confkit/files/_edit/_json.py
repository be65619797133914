"""Changes in JSON: the positions of values, and new values with the indentation of the text."""

from __future__ import annotations

import itertools
import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import TYPE_CHECKING, cast

from confkit.files._edit._nodes import Entry, Node
from confkit.files._json import document_texts
from confkit.files._source import escape_invisible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.files._edit._nodes import Layout
    from confkit.files._source import Source
    from confkit.files._tree import Tree

__all__ = ["JsonWriter", "root"]

_TOKEN = re.compile(r"[ \t\r\n]*(?P<mark>[\[\]{}:,]|\"|[^\s\[\]{}:,\"]+)")
_INDENT = re.compile(r"[\r\n](?P<indent>[ \t]+)\S")


def root(source: Source, number: int) -> Node:
    """Return the nodes of one document of a text, which is free of errors: it has been read before."""
    at, _ = next(itertools.islice(document_texts(source), number, None))
    tokens = _tokens(source.text, at)
    return _node(*next(tokens), tokens)


def _tokens(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    while True:
        match = cast("re.Match[str]", _TOKEN.match(text, at))
        start, at = match.start("mark"), match.end()
        if match["mark"] == '"':
            at = scanstring(text, at)[1]
        yield text[start:at], start, at


def _node(mark: str, start: int, end: int, tokens: Iterator[tuple[str, int, int]]) -> Node:
    if mark not in {"{", "["}:
        return Node(start=start, end=end, form="scalar")
    node = Node(start=start, end=end, form="flow")
    while True:
        part, first, last = next(tokens)
        node.end = last
        if part in {"}", "]"}:
            return node
        if part == ",":
            continue
        if mark == "[":
            node.items.append(_node(part, first, last, tokens))
        else:
            next(tokens)  # the colon
            node.entries[json.loads(part)] = Entry(start=first, end=last, value=_node(*next(tokens), tokens))


class JsonWriter:
    """Writes JSON on one line, or on several with the indentation of the text."""

    colon = ": "

    def __init__(self, text: str) -> None:
        found = _INDENT.search(text)
        self._indent = found["indent"] if found else "  "

    def __call__(self, value: Tree, like: str, layout: Layout) -> str:  # noqa: ARG002  # JSON has one kind of quotes
        """Return the text of a value."""
        if layout.line is None:
            return escape_invisible(json.dumps(value, ensure_ascii=False, separators=(layout.comma, layout.colon)))
        text = json.dumps(value, ensure_ascii=False, indent=self._indent, separators=(",", layout.colon))
        return escape_invisible(text).replace("\n", layout.line)
