"""A scanner for JSON that knows where it is: for texts that are wrong, and for the places of paths."""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import TYPE_CHECKING, NoReturn

from confkit._characters import LONE_SURROGATE
from confkit.errors import FileError, Finding, KeyPath, path_text
from confkit.files._source import Place, Source
from confkit.files._tree import Tree, as_float, as_int, shown

if TYPE_CHECKING:
    from collections.abc import Collection

    from confkit.files._limits import Limits

__all__ = ["Scanner"]

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<rest>(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)")
_WORD = re.compile(r"[^\s,:\[\]{}\"]*")
_NAMES: dict[str, Tree] = {"true": True, "false": False, "null": None}

_STRING_WORDS = (
    ("Unterminated", "this text has no closing quote", "close it with a double quote"),
    ("Invalid control", "a line break or a tab stands inside a text", "write \\n for a line break, \\t for a tab"),
    ("", "a backslash cannot stand before this character", "write \\\\ for a backslash"),
)


class Scanner:
    """Reads one document, which begins at ``base`` in the whole text; the limit on depth bounds the recursion."""

    def __init__(
        self,
        source: Source,
        limits: Limits,
        wanted: Collection[KeyPath] = (),
        *,
        text: str,
        base: int = 0,
        number: int = 0,
    ) -> None:
        self.findings: list[Finding] = []
        self.places: dict[KeyPath, Place] = {}
        self._source = source
        self._text = text
        self._base = base
        self._number = number
        self._limits = limits
        self._wanted = wanted
        self._muted = 0

    def document(self) -> Tree:
        """Return the document.

        Raises:
            FileError: the text is not JSON, or nests too deep.
        """
        at = self._skip(0)
        tree, end = self._value(at, (self._number,), 1, at)
        end = self._skip(end)
        if end < len(self._text):
            self._refuse(
                end, "text follows after the end of the document", "write one document, or one a line in a .jsonl file"
            )
        return tree

    def _skip(self, at: int) -> int:
        match = _SPACE.match(self._text, at)
        return match.end() if match else at

    def _value(self, at: int, path: KeyPath, depth: int, key: int) -> tuple[Tree, int]:
        if path in self._wanted and not self._muted:
            self.places[path] = Place(key=self._base + key, value=self._base + at)
        mark = self._text[at : at + 1]
        if mark == '"':
            return self._string(at)
        if mark in {"{", "["}:
            if depth > self._limits.max_depth:
                self._refuse(
                    at,
                    f"lists and mappings stand more than {self._limits.max_depth} deep inside one another",
                    "no event needs it: look for brackets that are never closed",
                    code="file.depth",
                )
            return self._object(at + 1, path, depth) if mark == "{" else self._array(at + 1, path, depth)
        return self._plain(at)

    def _object(self, at: int, path: KeyPath, depth: int) -> tuple[Tree, int]:
        items: dict[str, Tree] = {}
        at = self._skip(at)
        if self._text[at : at + 1] == "}":
            return items, at + 1
        while True:
            key_at = at
            if self._text[at : at + 1] != '"':
                self._refuse(
                    at, "a key in double quotes is missing here", 'write "key": value; no comma stands after the last'
                )
            key, at = self._string(at)
            at = self._skip(at)
            if self._text[at : at + 1] != ":":
                self._refuse(at, "a colon is missing after the key", 'write "key": value')
            again = key in items
            self._muted += again
            value, at = self._value(self._skip(at + 1), (*path, key), depth + 1, key_at)
            self._muted -= again
            if again:
                self._twice(key_at, (*path, key))
            else:
                items[key] = value
            at, closed = self._next(at, "}")
            if closed:
                return items, at

    def _array(self, at: int, path: KeyPath, depth: int) -> tuple[Tree, int]:
        items: list[Tree] = []
        at = self._skip(at)
        if self._text[at : at + 1] == "]":
            return items, at + 1
        while True:
            value, at = self._value(at, (*path, len(items)), depth + 1, at)
            items.append(value)
            at, closed = self._next(at, "]")
            if closed:
                return items, at

    def _next(self, at: int, end: str) -> tuple[int, bool]:
        at = self._skip(at)
        mark = self._text[at : at + 1]
        if mark == end:
            return at + 1, True
        if mark != ",":
            self._refuse(at, f"a comma or {end} is missing here", "put a comma between items, and close every bracket")
        return self._skip(at + 1), False

    def _string(self, at: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self._text, at + 1)
        except JSONDecodeError as error:
            message, hint = next(
                (message, hint) for start, message, hint in _STRING_WORDS if error.msg.startswith(start)
            )
            self._refuse(error.pos, message, hint)
        if not text.isascii() and LONE_SURROGATE.search(text):
            self._refuse(
                at,
                "half a character (a lone surrogate) stands in this text",
                "write the whole character",
                code="file.character",
            )
        return text, end

    def _plain(self, at: int) -> tuple[Tree, int]:
        match = _WORD.match(self._text, at)
        word = match[0] if match else ""
        end = at + len(word)
        if word in _NAMES:
            return _NAMES[word], end
        number = _NUMBER.fullmatch(word)
        if number is None:
            self._refuse(
                at, "a value is missing here" if not word else "this is no JSON value", _hint(word), value=word
            )
        try:
            return (as_float(word) if number["rest"] else as_int(word)), end
        except ValueError:
            self._refuse(at, "this number is too large", "write it as text", value=word, code="file.number")

    def _twice(self, at: int, path: KeyPath) -> None:
        self.findings.append(
            self._source.finding(
                "file.duplicate_key",
                "this key stands twice in one mapping",
                offset=self._base + at,
                path=path_text(path),
                value=shown(path[-1]),
                hint="keep one of them",
            )
        )

    def _refuse(self, at: int, message: str, hint: str, *, value: str = "", code: str = "file.syntax") -> NoReturn:
        value = value or self._text[at : at + 20].split("\n")[0]
        finding = self._source.finding(
            code, message, offset=self._base + at, value=shown(value) if value else None, hint=hint, rule="RFC 8259"
        )
        raise FileError(finding)


def _hint(word: str) -> str:
    if word.startswith(("'", "/", "#")):
        return "JSON has double quotes and no comments"
    if word.lower() in {"nan", "infinity", "-infinity"}:
        return "JSON has no such number"
    if word.lower() in {"true", "false", "null", "none"}:
        return "write true, false or null"
    return "put text in double quotes; a number has no leading zero, no plus, and digits around its point"
