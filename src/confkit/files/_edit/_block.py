"""What changes in YAML's block style: lines are added at the indentation of those that stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.files._edit._flow import Layout, key_like
from confkit.files._edit._node import Splice, after_line, before_on_line, has_quoted_keys, line_break

if TYPE_CHECKING:
    from confkit.files._edit._node import Entry, Node
    from confkit.files._edit._yaml import QuotedPen, YamlPen
    from confkit.files._tree import Tree

__all__ = ["Blocks"]


class Blocks:
    """Changes the block style of one document."""

    def __init__(self, text: str, root: Node, pen: YamlPen, in_brackets: YamlPen, quoted: QuotedPen) -> None:
        self._text = text
        self._root = root
        self._pen = pen
        self._in_brackets = in_brackets
        self._quoted = quoted

    def replaced(self, mapping: Node, key: str, value: Tree, after: Entry) -> list[Splice]:  # noqa: ARG002  # as elsewhere
        """Return what puts a value in the place of another one; a comment after the key's colon stays."""
        entry = mapping.entries[key]
        start, end = entry.value.start, entry.value.end
        written = self._pen(value, self._text[start:end])
        if entry.value.form == "block":
            colon = self._text.index(":", entry.end) + 1
            line = after_line(self._text, colon)
            return [Splice(colon, colon, f" {written}"), Splice(line, after_line(self._text, end), "")]
        if start == end:
            return [Splice(start, end, f" {written}")]
        return [Splice(start, start + len(self._text[start:end].rstrip()), written)]

    def added(self, mapping: Node, after: Entry, key: str, value: Tree) -> list[Splice]:  # noqa: ARG002  # as elsewhere
        """Return what adds a key and its value after an entry."""
        indent = " " * self._column(after.start)
        name = key_like(key, self._text[after.start : after.end])
        if isinstance(value, list):
            dash = indent + " " * self._dash()
            lines = [f"{indent}{name}:", *(line for row in value for line in self._row(row, dash, " "))]
        else:
            lines = [f"{indent}{name}: {self._pen(value, self._text[after.value.start : after.value.end])}"]
        return self._below(after.value.end, lines)

    def appended(self, mapping: Node, key: str, row: Tree, like: str) -> list[Splice]:  # noqa: ARG002  # as elsewhere
        """Return what adds a row to a list, set as its last one is."""
        rows = mapping.entries[key].value
        last = rows.items[-1]
        indent = " " * self._column(rows.start)
        gap = before_on_line(self._text, last.start)[len(indent) + 1 :]
        gap = gap if gap and not gap.strip(" ") else " "
        if last.form == "block":
            return self._below(last.end, self._row(row, indent, gap))
        pen = self._quoted if has_quoted_keys(self._text, last) else self._in_brackets
        return self._below(last.end, [f"{indent}-{gap}{pen(row, '', Layout(colon=': ', comma=', '))}"])

    def _row(self, row: Tree, indent: str, gap: str) -> list[str]:
        pairs = [f"{key}: {self._pen(item, '')}" for key, item in row.items()] if isinstance(row, dict) else []
        return [f"{indent}-{gap}{pairs[0]}", *(f"{indent} {' ' * len(gap)}{pair}" for pair in pairs[1:])]

    def _below(self, end: int, lines: list[str]) -> list[Splice]:
        at = after_line(self._text, end)
        newline = line_break(self._text, at)
        return [Splice(at, at, "".join(newline + line for line in lines))]

    def _column(self, at: int) -> int:
        return len(before_on_line(self._text, at))

    def _dash(self) -> int:
        """Return how far in lists stand under their keys: as in the first list of the document, else two spaces."""
        nodes = [self._root]
        for node in nodes:
            for entry in node.entries.values():
                value = entry.value
                if value.form == "block" and value.items:
                    return self._column(value.start) - self._column(entry.start)
                nodes.append(value)
            nodes += node.items
        return 2
