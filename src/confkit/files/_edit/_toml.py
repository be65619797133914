"""Where the values of a TOML text stand, and how new ones are written into it."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Literal, cast

from confkit.files._edit._nodes import Entry, Layout, Node, Splice, after_line, before_on_line, key_like, line_break
from confkit.files._source import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.files._edit._nodes import Pen
    from confkit.files._source import Source
    from confkit.files._tree import Tree

__all__ = ["Tables", "TomlPen", "root"]

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*(?P<part>[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*(?P<mark>[.=\]])""")
_SCALAR = re.compile(
    r'''"""(?:[^\\]|\\.)*?"""+|\'\'\'.*?\'\'\'+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|'''
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ ][0-9:.]+(?:Z|[-+][0-9:]+)?|[^\s,\[\]{}#]+",
    re.DOTALL,
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_LITERAL = re.compile(r"[ -&(-~]+")
_DATES = frozenset({"at", "days", "replaced"})


def root(source: Source, _: int) -> Node:
    """Return the one document of a text that has been read, and so holds no mistake."""
    return _Scanner(source.text).document()


class _Scanner:
    """Goes through a document, statement by statement."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def document(self) -> Node:
        root = table = Node(start=0, end=len(self._text), form="block")
        while self._skip() < len(self._text):
            if self._text[self._at] == "[":
                table = self._heading(root)
            else:
                self._pair(table)
        return root

    def _skip(self) -> int:
        """Go past blanks, line breaks and comments."""
        self._at = cast("re.Match[str]", _BLANK.match(self._text, self._at)).end()
        return self._at

    def _keys(self) -> list[tuple[str, int, int]]:
        """Read a key, dotted or not, with the places of its parts, and the mark after it."""
        parts: list[tuple[str, int, int]] = []
        mark = "."
        while mark == ".":
            match = cast("re.Match[str]", _KEY.match(self._text, self._at))
            part, mark, self._at = match["part"], match["mark"], match.end()
            name = next(iter(tomllib.loads(f"{part} = 0"))) if part[0] in "\"'" else part
            parts.append((name, match.start("part"), match.end("part")))
        return parts

    def _heading(self, root: Node) -> Node:
        start = self._at
        listed = self._text.startswith("[[", start)
        self._at += 1 + listed
        *above, (name, first, last) = self._keys()
        self._at += listed
        table = _inside(root, above)
        entry = table.entries.setdefault(
            name, Entry(start=first, end=last, value=Node(start=first, end=last, form="block"), direct=False)
        )
        made = entry.value
        if listed:
            made = Node(start=start, end=self._at, form="block")
            entry.value.items.append(made)
        made.statements.append((start, self._at))
        return made

    def _pair(self, table: Node, form: Literal["block", "flow"] = "block") -> Node:
        """Read a key and its value into a table; a dotted key makes those on its way."""
        *above, (name, first, last) = keys = self._keys()
        value = self._value()
        holder = _inside(table, above)
        holder.entries[name] = Entry(start=first, end=last, value=value, direct=not above)
        if form == "block":
            holder.statements.append((keys[0][1], value.end))
        return value

    def _value(self) -> Node:
        start = self._skip()
        mark = self._text[start]
        if mark not in "[{":
            self._at = cast("re.Match[str]", _SCALAR.match(self._text, start)).end()
            return Node(start=start, end=self._at, form="scalar")
        node = Node(start=start, end=start, form="flow")
        self._at += 1
        while self._text[self._skip()] not in "]}":
            if mark == "[":
                node.items.append(self._value())
            else:
                self._pair(node, "flow")
            self._at = self._skip() + (self._text[self._skip()] == ",")
        self._at += 1
        node.end = self._at
        return node


def _inside(node: Node, keys: list[tuple[str, int, int]]) -> Node:
    """Return the table that keys lead to, made where it is not there yet; in a list it is the last one."""
    for name, first, last in keys:
        value = Node(start=first, end=last, form="block")
        node = node.entries.setdefault(name, Entry(start=first, end=last, value=value, direct=False)).value
        node = node.items[-1] if node.items else node
    return node


class TomlPen:
    """Writes TOML on one line; days are dates where those of the file are, and texts where they are texts."""

    colon = " = "

    def __call__(self, value: Tree, like: str, layout: Layout) -> str:
        """Return the text of a value."""
        if isinstance(value, list):
            return f"[{', '.join(self(item, like, layout) for item in value)}]"
        if isinstance(value, dict):
            pairs = [self._pair(key, item, like, layout) for key, item in value.items()]
            return f"{{{layout.pad}{layout.comma.join(pairs)}{layout.pad}}}"
        text = str(value)
        if _DAY.fullmatch(text) and like[:1].isdigit():
            return text
        if like[:1] == "'" and _LITERAL.fullmatch(text):
            return f"'{text}'"
        return escaped(json.dumps(text, ensure_ascii=False))

    def _pair(self, key: str, value: Tree, like: str, layout: Layout) -> str:
        name = key if _BARE.fullmatch(key) else json.dumps(key)
        return f"{name}{layout.colon}{self(value, like if key in _DATES else '', layout)}"


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
