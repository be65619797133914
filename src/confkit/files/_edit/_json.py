"""Edits of JSON: the nodes of a text, and the writing of new values with the indentation of the text."""

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

    from confkit.files._edit._nodes import Spacing
    from confkit.files._source import Source
    from confkit.files._tree import Tree

__all__ = ["JsonWriter", "root"]

_TOKEN = re.compile(r"[ \t\r\n]*(?P<text>[\[\]{}:,]|\"|[^\s\[\]{}:,\"]+)")
_INDENT = re.compile(r"[\r\n](?P<indent>[ \t]+)\S")


def root(source: Source, number: int) -> Node:
    """Return the root node of the document with the number ``number``; the text must be free of errors."""
    offset, _ = next(itertools.islice(document_texts(source), number, None))
    tokens = _tokens(source.text, offset)
    return _node(*next(tokens), tokens)


def _tokens(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Yield the tokens of a text from a position on: their texts, their starts and their ends."""
    end = start
    while True:
        match = cast("re.Match[str]", _TOKEN.match(text, end))
        start, end = match.start("text"), match.end()
        if match["text"] == '"':
            end = scanstring(text, end)[1]
        yield text[start:end], start, end


def _node(text: str, start: int, end: int, tokens: Iterator[tuple[str, int, int]]) -> Node:
    """Return the node of the value that begins with the token ``text``, and read the other tokens of the value."""
    if text not in {"{", "["}:
        return Node(start=start, end=end, form="scalar")
    node = Node(start=start, end=end, form="flow")
    while True:
        inner, inner_start, inner_end = next(tokens)
        node.end = inner_end
        if inner in {"}", "]"}:
            return node
        if inner == ",":
            continue
        if text == "[":
            node.items.append(_node(inner, inner_start, inner_end, tokens))
        else:
            next(tokens)  # the colon
            value = _node(*next(tokens), tokens)
            node.entries[json.loads(inner)] = Entry(start=inner_start, end=inner_end, value=value)


class JsonWriter:
    """Writes values as JSON: on one line, or on several lines with the indentation that the text has already."""

    colon = ": "

    def __init__(self, text: str) -> None:
        match = _INDENT.search(text)
        self._indent = match["indent"] if match else "  "

    def __call__(self, value: Tree, old_text: str, spacing: Spacing) -> str:  # noqa: ARG002  # JSON has one kind of quotes
        """Return the text of a value; the spacing decides between one line and several lines."""
        if spacing.line_start is None:
            return escape_invisible(json.dumps(value, ensure_ascii=False, separators=(spacing.comma, spacing.colon)))
        text = json.dumps(value, ensure_ascii=False, indent=self._indent, separators=(",", spacing.colon))
        return escape_invisible(text).replace("\n", spacing.line_start)
