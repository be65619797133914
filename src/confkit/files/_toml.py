"""TOML text to a tree and back: the standard library reads, tomli-w writes."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import TYPE_CHECKING, Any

import tomli_w

from confkit.errors import FileError, Finding
from confkit.files._source import Read, Source, escaped
from confkit.files._tree import Dated, Tree, as_float, is_deeper, shown

if TYPE_CHECKING:
    from collections.abc import Collection

    from confkit.errors import KeyPath
    from confkit.files._limits import Limits

__all__ = ["read", "text_of"]

_LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){1000}""")
"""tomllib needs the square of a dotted key's length."""

_AT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")

_WORDS: tuple[tuple[str, str, str], ...] = (
    ("Expected '='", "an equals sign is missing after the key", 'write key = "value"'),
    ("Cannot overwrite|Duplicate inline|Cannot declare", "this key or table stands twice", "keep one of them"),
    (
        "Cannot mutate|Cannot redefine",
        "this table is closed: nothing can be added to it here",
        "write its keys where it begins",
    ),
    ("Expected '\\]", "a bracket of a table's heading is not closed", "write [table] or [[table]]"),
    (
        "Unclosed array",
        "this list is not closed, or a comma is missing",
        "put a comma between items, and close the bracket",
    ),
    (
        "Unclosed inline",
        "this inline table is not closed, or a comma is missing",
        "put a comma between items, and close the brace",
    ),
    (
        "Unescaped|Invalid hex|Escaped character",
        "a backslash cannot stand before this character",
        "write \\\\ for a backslash, or use single quotes",
    ),
    (
        "Unterminated|Illegal character '\\\\n'|Expected \"'",
        "this text is not closed where its line ends",
        'close it, or write """ around several lines',
    ),
    (
        "Found invalid|Illegal character",
        "this character cannot stand here",
        "delete it, or write it as \\u and four digits",
    ),
    ("Invalid date", "there is no such date or time", "write 2025-06-07, or text in quotes"),
    ("Invalid value", "this is no TOML value", "put text in double quotes"),
    ("Invalid initial|Invalid statement", "no key can begin like this", 'write key = "value"'),
    ("Expected newline", "more follows after the value", "write one key a line; put text in quotes"),
)


def read(source: Source, limits: Limits, wanted: Collection[KeyPath] = ()) -> Read:  # noqa: ARG001  # tomllib tells no places
    """Return the document of a TOML text."""
    try:
        return Read(documents={0: _tree(source, limits)}, count=1)
    except FileError as error:
        return Read(documents={}, count=1, findings=error.findings)


def text_of(tree: dict[str, Tree]) -> str:
    """Return a tree as TOML; it holds no null."""
    text = tomli_w.dumps(tree, multiline_strings=not _holds(tree, "\r\n"), indent=2)
    return escaped(text)


def _tree(source: Source, limits: Limits) -> Tree:
    deep = source.finding(
        "file.depth",
        f"lists and tables stand more than {limits.max_depth} deep inside one another",
        hint="no event needs it: look for brackets that are never closed",
    )
    if _LONG_KEY.search(source.text):
        raise FileError(deep)
    try:
        document = tomllib.loads(source.text, parse_float=_float)
    except tomllib.TOMLDecodeError as error:
        raise FileError(_syntax(source, str(error))) from None
    except RecursionError:
        raise FileError(deep) from None
    except ValueError:
        raise FileError(
            source.finding("file.number", "a number is too large, or is none", hint="write a number, or text in quotes")
        ) from None
    if is_deeper(document, limits.max_depth):
        raise FileError(deep)
    return _plain(document)


def _float(text: str) -> float:
    return as_float(text)


def _plain(value: Any) -> Tree:
    """Return a value of tomllib with dates and times as their text."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dt.date | dt.time):
        return Dated(value.isoformat())
    return value  # type: ignore[no-any-return]  # tomllib makes nothing else


def _holds(tree: Tree, part: str) -> bool:
    """Return whether a text of the tree has this in it; tomli-w would write another line break."""
    if isinstance(tree, dict):
        return any(_holds(item, part) for item in tree.values())
    if isinstance(tree, list):
        return any(_holds(item, part) for item in tree)
    return isinstance(tree, str) and part in tree


def _syntax(source: Source, problem: str) -> Finding:
    place = _AT.search(problem)
    message, hint = next(
        ((message, hint) for pattern, message, hint in _WORDS if re.match(pattern, problem)),
        ("this is not TOML", 'write key = "value"'),
    )
    offset = len(source.text)
    if place is not None and place["line"]:
        starts = [0, *(match.end() for match in re.finditer("\n", source.text))]
        offset = starts[int(place["line"]) - 1] + int(place["column"]) - 1
    line = source.text[offset : offset + 200].split("\n")[0]
    return source.finding(
        "file.syntax", message, offset=offset, value=shown(line) if line else None, hint=hint, rule="TOML 1.0"
    )
