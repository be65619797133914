"""Reading and writing TOML: tomllib turns a text into a tree, and tomli-w turns a tree into a text."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import TYPE_CHECKING, Any

import tomli_w

from confkit.errors import FileError, Finding, value_text
from confkit.files._offsets import Documents
from confkit.files._source import Source, escape_invisible
from confkit.files._tree import TomlTime, Tree, is_deeper, is_too_large, to_float

if TYPE_CHECKING:
    from confkit.files._limits import Limits

__all__ = ["read_toml", "toml_text"]

_PART = r"""(?:[\w-]++|"(?:[^"\\\n]|\\[^\n])*+"?|'[^'\n]*+'?)"""
_TOKEN = re.compile(
    rf'''
    """(?:[^"\\]|\\.|"(?!""))*+"{{0,5}}     # text of several lines; its last two characters may be quotes too
    |\'{{3}}(?:[^']|'(?!''))*+'{{0,5}}
    |\#[^\n]*+
    |(?P<key>{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*+)''',
    re.DOTALL | re.VERBOSE,
)
"""The parts of a TOML text that may contain dots: strings of several lines, comments, and keys.

Numbers and other strings match as keys too, but they have few dots outside quotes."""

_USUAL_PARTS = 5
_MAX_PARTS = 50_000
"""The number of parts that all dotted keys of a file may have in total, after the first five parts of each key.

Each part makes a table, which takes about one kilobyte of memory."""

_AT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")

_PROBLEMS: tuple[tuple[str, str, str], ...] = (
    ("Expected '='", "an equals sign is missing after the key", 'write key = "value"'),
    ("Cannot overwrite|Duplicate inline|Cannot declare", "this key or table is already there", "keep one of them"),
    (
        "Cannot mutate|Cannot redefine",
        "this table is complete, and nothing can be added to it here",
        "write this key where the table begins",
    ),
    ("Expected '\\]", "a bracket of this table heading is not closed", "write [table] or [[table]]"),
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
        "this is not a valid escape after a backslash",
        "write \\\\ for a backslash, or use single quotes",
    ),
    (
        "Unterminated|Illegal character '\\\\n'|Expected \"'",
        "this text has no closing quote on its line",
        'close it, or write """ around several lines',
    ),
    (
        "Found invalid|Illegal character",
        "this character cannot stand here",
        "delete it, or write it as \\u and four digits",
    ),
    ("Invalid date", "not a date or time", "write 2025-06-07, or text in quotes"),
    ("Invalid value", "this is not a TOML value", "put text in double quotes"),
    ("Invalid initial|Invalid statement", "a key cannot begin like this", 'write key = "value"'),
    ("Expected newline", "there is more text after the value", "write one key a line; put text in quotes"),
)


def read_toml(source: Source, limits: Limits) -> Documents:
    """Return the document of a TOML text, without offsets, because tomllib does not report any."""
    try:
        return Documents(trees={0: _tree(source, limits)}, count=1)
    except FileError as error:
        return Documents(trees={}, count=1, findings=error.findings)


def toml_text(tree: dict[str, Tree]) -> str:
    """Return a tree as TOML; the tree must not contain null."""
    # In a string of several lines, tomli-w writes "\r\n" as "\n".
    return escape_invisible(tomli_w.dumps(tree, multiline_strings=not _contains(tree, "\r\n"), indent=2))


def _tree(source: Source, limits: Limits) -> Tree:
    """Return the tree of a text.

    Raises:
        FileError: the text is not TOML, or has a number or a depth beyond the limits.
    """
    _refuse_long_keys(source, limits)
    try:
        document = tomllib.loads(source.text, parse_float=to_float)
    except tomllib.TOMLDecodeError as error:
        raise FileError(_syntax_finding(source, str(error))) from None
    except RecursionError:
        raise FileError(_too_deep(source, limits)) from None
    except ValueError:
        raise FileError(_bad_number(source)) from None
    if is_deeper(document, limits.max_depth):
        raise FileError(_too_deep(source, limits))
    return _converted(document, source)


def _refuse_long_keys(source: Source, limits: Limits) -> None:
    """Raise if the dotted keys of a text are too deep or too many, before tomllib makes a table for each part."""
    extra = 0
    for token in _TOKEN.finditer(source.text):
        key = token["key"]
        if not key or key.count(".") < _USUAL_PARTS:
            continue
        parts = len(re.findall(_PART, key))
        if parts > limits.max_depth:
            raise FileError(_too_deep(source, limits, token.start()))
        extra += max(parts - _USUAL_PARTS, 0)
        if extra > _MAX_PARTS:
            message, hint = "the dotted keys of this file make too many tables", "write shorter keys"
            raise FileError(
                source.finding("file.depth", message, offset=token.start(), value=value_text(key), hint=hint)
            )


def _too_deep(source: Source, limits: Limits, offset: int | None = None) -> Finding:
    message = f"lists and tables are nested more than {limits.max_depth} levels deep"
    hint = "no event needs so many: look for long dotted keys, and for brackets that are never closed"
    return source.finding("file.depth", message, offset=offset, hint=hint)


def _bad_number(source: Source) -> Finding:
    return source.finding("file.number", "a number is too large or not finite", hint="write it as text, in quotes")


def _converted(value: Any, source: Source) -> Tree:
    """Convert a value of tomllib to a tree: dates and times become text."""
    if isinstance(value, dict):
        return {key: _converted(item, source) for key, item in value.items()}
    if isinstance(value, list):
        return [_converted(item, source) for item in value]
    if isinstance(value, dt.date | dt.time):
        return TomlTime(value.isoformat())
    if isinstance(value, int) and is_too_large(value):  # Python limits decimal digits only, not those of 0xffff...
        raise FileError(_bad_number(source))
    return value  # type: ignore[no-any-return]  # tomllib makes nothing else


def _contains(tree: Tree, part: str) -> bool:
    """Return whether one of the texts in a tree contains the text ``part``."""
    if isinstance(tree, dict):
        return any(_contains(item, part) for item in tree.values())
    if isinstance(tree, list):
        return any(_contains(item, part) for item in tree)
    return isinstance(tree, str) and part in tree


def _syntax_finding(source: Source, problem: str) -> Finding:
    """Return the finding for a text that is not TOML; ``problem`` is the error message of tomllib."""
    match = _AT.search(problem)
    message, hint = next(
        ((message, hint) for pattern, message, hint in _PROBLEMS if re.match(pattern, problem)),
        ("this is not TOML", 'write key = "value"'),
    )
    offset = len(source.text)
    if match is not None and match["line"]:
        starts = [0, *(match.end() for match in re.finditer("\n", source.text))]
        offset = starts[int(match["line"]) - 1] + int(match["column"]) - 1
    line = source.text[offset : offset + 200].split("\n")[0]
    return source.finding(
        "file.syntax", message, offset=offset, value=value_text(line) if line else None, hint=hint, rule="TOML 1.0"
    )
