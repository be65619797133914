"""Reading and writing JSON.

The standard library reads correct texts fast. A slower scanner reads texts that may be wrong, to find what is wrong,
and texts whose offsets are needed.
"""

from __future__ import annotations

import json
import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import TYPE_CHECKING, Any, NoReturn, cast

from confkit._characters import LONE_SURROGATE
from confkit.errors import FileError, Finding, value_text
from confkit.files._limits import MAX_FINDINGS
from confkit.files._offsets import Documents, OffsetTable
from confkit.files._source import Source, escape_invisible
from confkit.files._tree import Tree, is_deeper, to_float, to_int

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.errors import KeyPath
    from confkit.files._limits import Limits

__all__ = ["document_texts", "json_text", "read_json"]

_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_MOST_DOCUMENTS = 100_000
"""The largest number of JSON lines: a text that is within the limit on its size can have millions of empty objects."""

_UNSURE = object()
"""The result of `_read_correct` for a text that may be wrong."""


def read_json(source: Source, limits: Limits, *, with_offsets: bool = False) -> Documents:
    """Return the document of a JSON text, or the documents of JSON lines; nothing beyond RFC 8259 is accepted."""
    trees: dict[int, Tree] = {}
    offsets = OffsetTable() if with_offsets else None
    findings: list[Finding] = []
    count = 0
    for number, (base, text) in enumerate(document_texts(source)):
        count = number + 1
        if number == _MOST_DOCUMENTS:
            message = f"the text has more than {_MOST_DOCUMENTS:,} documents"
            findings.append(source.finding("file.size", message, offset=base, hint="divide it into several files"))
            trees.clear()
            break
        tree = _read_correct(text, limits)
        if tree is not _UNSURE and offsets is None:
            trees[number] = cast("Tree", tree)
            continue
        scanner = _Scanner(source, limits, offsets or OffsetTable(), text=text, base=base, number=number)
        try:
            trees[number] = scanner.document()
        except FileError as error:
            scanner.findings.extend(error.findings)
        findings.extend(scanner.findings)
        if len(findings) > MAX_FINDINGS:
            break
    return Documents(trees=trees, count=count, findings=tuple(findings), offsets=offsets)


def json_text(tree: Tree, *, one_line: bool = False) -> str:
    """Return a tree as JSON with a line break at its end: indented, or on one line if ``one_line`` is true."""
    return (
        escape_invisible(json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=None if one_line else 2)) + "\n"
    )


def document_texts(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the offset and the text of each document: the whole text or, for JSON lines, each line.

    A blank text and blank lines are not documents.
    """
    if source.format == "json":
        if source.text.strip():
            yield 0, source.text
        return
    base = 0
    for line in source.text.split("\n"):
        if line.strip():
            yield base, line
        base += len(line) + 1


def _read_correct(text: str, limits: Limits) -> object:
    """Return the tree of a correct text; if the text may be wrong, return `_UNSURE`, so that the scanner reads it."""
    if _ESCAPED_SURROGATE.search(text):
        return _UNSURE
    try:
        tree = json.loads(
            text, object_pairs_hook=_without_duplicates, parse_float=to_float, parse_int=to_int, parse_constant=to_float
        )
    except (ValueError, RecursionError):
        return _UNSURE
    return _UNSURE if is_deeper(tree, limits.max_depth) else tree


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return pairs as a dictionary.

    Raises:
        ValueError: two pairs have the same key.
    """
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise ValueError("duplicate key")
    return mapping


_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<rest>(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)")
_WORD = re.compile(r"[^\s,:\[\]{}\"]*")
_NAMES: dict[str, Tree] = {"true": True, "false": False, "null": None}

_STRING_ERRORS = (
    ("Unterminated", "this text has no closing quote", "close it with a double quote"),
    ("Invalid control", "a line break or a tab inside a text", "write \\n for a line break, \\t for a tab"),
    ("", "this is not a valid escape after a backslash", "write \\\\ for a backslash"),
)


class _Scanner:
    """Reads one document of a text, and records the offset of each value.

    ``text`` is the text of the document, ``number`` is its number, and ``base`` is the offset at which the document
    starts in the whole text. The scanner works by recursion, which the limit on depth keeps small.
    """

    def __init__(
        self, source: Source, limits: Limits, offsets: OffsetTable, *, text: str, base: int, number: int
    ) -> None:
        self.findings: list[Finding] = []
        self._offsets = offsets
        self._source = source
        self._text = text
        self._base = base
        self._number = number
        self._limits = limits
        self._duplicates = 0

    def document(self) -> Tree:
        """Return the tree of the document.

        Raises:
            FileError: the text is not JSON, is nested too deep, or has too many duplicate keys.
        """
        start = self._after_space(0)
        self._offsets.add_document(self._number)
        tree, end = self._value(start, (self._number,), 1, start)
        end = self._after_space(end)
        if end < len(self._text):
            hint = "write one document, or one on each line of a .jsonl file"
            self._refuse(end, "there is more text after the end of the document", hint)
        return tree

    def _after_space(self, offset: int) -> int:
        """Return the offset of the next character that is not white space."""
        match = _SPACE.match(self._text, offset)
        return match.end() if match else offset

    def _value(self, offset: int, path: KeyPath, depth: int, key: int) -> tuple[Tree, int]:
        """Return the value at an offset, and the offset after the value.

        ``key`` is the offset of the key of the value. An item of an array has no key, and ``key`` is its own offset.
        """
        if not self._duplicates:
            self._offsets.add(self._base + key, self._base + offset)
        character = self._text[offset : offset + 1]
        if character == '"':
            return self._string(offset)
        if character not in {"{", "["}:
            return self._number_or_name(offset)
        if depth > self._limits.max_depth:
            self._refuse(
                offset,
                f"lists and mappings are nested more than {self._limits.max_depth} levels deep",
                "no event needs so many: look for brackets that are never closed",
                code="file.depth",
            )
        read_items = self._object if character == "{" else self._array
        return read_items(offset + 1, path, depth)

    def _object(self, offset: int, path: KeyPath, depth: int) -> tuple[Tree, int]:
        """Return the object whose opening brace is before ``offset``, and the offset after its closing brace."""
        items: dict[str, Tree] = {}
        offset = self._after_space(offset)
        if self._text[offset : offset + 1] == "}":
            return items, offset + 1
        while True:
            key_offset = offset
            if self._text[offset : offset + 1] != '"':
                hint = 'write "key": value, without a comma after the last value'
                self._refuse(offset, "a key in double quotes is missing here", hint)
            key, offset = self._string(offset)
            offset = self._after_space(offset)
            if self._text[offset : offset + 1] != ":":
                self._refuse(offset, "a colon is missing after the key", 'write "key": value')
            duplicate = key in items
            self._duplicates += duplicate
            value, offset = self._value(self._after_space(offset + 1), (*path, key), depth + 1, key_offset)
            self._duplicates -= duplicate
            if duplicate:
                self.findings.append(self._source.duplicate_key(self._base + key_offset, (*path, key)))
                if len(self.findings) > MAX_FINDINGS:
                    raise FileError
            else:
                items[key] = value
            offset, closed = self._after_item(offset, "}")
            if closed:
                return items, offset

    def _array(self, offset: int, path: KeyPath, depth: int) -> tuple[Tree, int]:
        """Return the array whose opening bracket is before ``offset``, and the offset after its closing bracket."""
        items: list[Tree] = []
        offset = self._after_space(offset)
        if self._text[offset : offset + 1] == "]":
            return items, offset + 1
        while True:
            value, offset = self._value(offset, (*path, len(items)), depth + 1, offset)
            items.append(value)
            offset, closed = self._after_item(offset, "]")
            if closed:
                return items, offset

    def _after_item(self, offset: int, bracket: str) -> tuple[int, bool]:
        """Read a comma or the closing bracket; return the offset after this mark, and whether it is the bracket."""
        offset = self._after_space(offset)
        character = self._text[offset : offset + 1]
        if character == bracket:
            return offset + 1, True
        if character != ",":
            hint = "put a comma between items, and close every bracket"
            self._refuse(offset, f"a comma or {bracket} is missing here", hint)
        return self._after_space(offset + 1), False

    def _string(self, offset: int) -> tuple[str, int]:
        """Return the string at an offset, and the offset after its closing quote."""
        try:
            text, end = scanstring(self._text, offset + 1)
        except JSONDecodeError as error:
            message, hint = next(
                (message, hint) for start, message, hint in _STRING_ERRORS if error.msg.startswith(start)
            )
            self._refuse(error.pos, message, hint)
        if not text.isascii() and LONE_SURROGATE.search(text):
            message = "this text contains half a character (a lone surrogate)"
            self._refuse(offset, message, "write the whole character", code="file.character")
        return text, end

    def _number_or_name(self, offset: int) -> tuple[Tree, int]:
        """Return the number, ``true``, ``false`` or ``null`` at an offset, and the offset after it."""
        match = _WORD.match(self._text, offset)
        word = match[0] if match else ""
        end = offset + len(word)
        if word in _NAMES:
            return _NAMES[word], end
        number = _NUMBER.fullmatch(word)
        if number is None:
            message = "this is not a JSON value" if word else "a value is missing here"
            self._refuse(offset, message, _hint(word), value=word)
        try:
            return (to_float(word) if number["rest"] else to_int(word)), end
        except ValueError:
            self._refuse(offset, "this number is too large", "write it as text", value=word, code="file.number")

    def _refuse(self, offset: int, message: str, hint: str, *, value: str = "", code: str = "file.syntax") -> NoReturn:
        value = value or self._text[offset : offset + 20].split("\n")[0]
        finding = self._source.finding(
            code,
            message,
            offset=self._base + offset,
            value=value_text(value) if value else None,
            hint=hint,
            rule="RFC 8259",
        )
        raise FileError(finding)


def _hint(word: str) -> str:
    """Return what to write instead of a word that is not JSON."""
    if word.startswith(("'", "/", "#")):
        return "JSON has double quotes and no comments"
    if word.lower() in {"nan", "infinity", "-infinity"}:
        return "JSON cannot hold this number"
    if word.lower() in {"true", "false", "null", "none"}:
        return "write true, false or null"
    return "put text in double quotes; a number has no leading zero, no plus, and digits around its point"
