"""What changes in TOML's tables: lines are added below those that stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.files._edit._flow import Layout, key_like
from confkit.files._edit._node import Splice, after_line, before_on_line, line_break

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.files._edit._flow import Pen
    from confkit.files._edit._node import Entry, Node
    from confkit.files._tree import Tree

__all__ = ["Tables"]

_LAYOUT = Layout(colon=" = ", comma=", ")


class Tables:
    """Changes the tables of one document."""

    def __init__(self, text: str, pen: Pen) -> None:
        self._text = text
        self._pen = pen

    def replaced(self, mapping: Node, key: str, value: Tree, after: Entry) -> list[Splice]:
        """Return what puts a value in the place of another one; of a table of its own, all lines go."""
        entry = mapping.entries[key]
        old = entry.value
        if old.form != "block":
            written = self._pen(value, self._text[old.start : old.end], _LAYOUT)
            return [Splice(old.start, old.end, written)]
        return [*self.added(mapping, after, key, value), *self._without(old)]

    def added(self, mapping: Node, after: Entry, key: str, value: Tree) -> list[Splice]:  # noqa: ARG002  # as elsewhere
        """Return what adds a key and its value below an entry."""
        like = self._text[after.value.start : after.value.end]
        name = key_like(key, self._text[after.start : after.end])
        colon = self._text[after.end : after.value.start]
        line = f"{before_on_line(self._text, after.start)}{name}{colon}{self._pen(value, like, _LAYOUT)}"
        return self._below(after.value.end, [line])

    def appended(self, mapping: Node, key: str, row: Tree, like: str) -> list[Splice]:
        """Return what adds a table to an array of tables, set as its last one is."""
        last = mapping.entries[key].value.items[-1]
        heading = self._text[slice(*last.statements[0])]
        margin = before_on_line(self._text, last.statements[0][0])
        first = next(iter(last.entries.values()))
        indent = before_on_line(self._text, first.start) if first.direct else margin
        pairs = row.items() if isinstance(row, dict) else ()
        lines = [f"{indent}{name} = {self._pen(value, like, _LAYOUT)}" for name, value in pairs]
        end = max(end for _, end in _statements(last))
        return self._below(end, ["", margin + heading, *lines])

    def _below(self, end: int, lines: list[str]) -> list[Splice]:
        at = after_line(self._text, end)
        newline = line_break(self._text, at)
        return [Splice(at, at, "".join(newline + line for line in lines))]

    def _without(self, table: Node) -> Iterator[Splice]:
        """Yield what takes away the lines of a table, and the blank one above its heading."""
        for start, end in sorted(set(_statements(table))):
            first = start - len(before_on_line(self._text, start))
            last = after_line(self._text, end)
            last += len(line_break(self._text, last)) if last < len(self._text) else 0
            above = after_line(self._text, first) if first else 0
            if self._text[start] == "[" and first and not before_on_line(self._text, above).strip(" \t"):
                first = above - len(before_on_line(self._text, above))
            yield Splice(first, last, "")


def _statements(table: Node) -> Iterator[tuple[int, int]]:
    yield from table.statements
    for entry in table.entries.values():
        yield from _statements(entry.value)
