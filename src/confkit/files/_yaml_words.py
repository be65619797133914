"""What PyYAML complains of, said to the person who wrote the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confkit.files._tree import shown

if TYPE_CHECKING:
    import yaml

    from confkit.errors import Finding
    from confkit.files._source import Source

__all__ = ["syntax"]

_QUOTE = "put the text in quotes"
_INDENT = "give keys that belong together the same number of spaces before them"

_WORDS: tuple[tuple[str, str, str], ...] = (
    (r"found character '\\t'", "a tab stands where only spaces may", "indent with spaces"),
    (r"found character", "plain text cannot begin with this character", _QUOTE),
    (
        r"could not find expected ':'",
        "this line is no key with a colon, and does not continue the line above",
        "write key: value",
    ),
    (r"mapping values are not allowed", "a key cannot stand here", f"{_QUOTE} if the colon belongs to it; {_INDENT}"),
    (r"sequence entries are not allowed", "a list item cannot begin here", "begin the list on a line of its own"),
    (r"mapping keys are not allowed", "a question mark cannot stand here", _QUOTE),
    (r"found unexpected end of stream", "this quote is never closed", "close it where the text ends"),
    (
        r"found unexpected document separator",
        "this quote is not closed before the next document",
        "close it where the text ends",
    ),
    (
        r"found unknown escape character|expected escape sequence",
        "a backslash cannot stand before this character",
        "write \\\\ for a backslash, or use single quotes",
    ),
    (
        r"expected ',' or '[\]}]'",
        "an opening bracket is not closed, or a comma is missing",
        "put a comma between items, and close the bracket",
    ),
    (r"expected <block end>", "this line is not indented like those above it", _INDENT),
    (r"expected the node content.*<stream end>", "the text ends inside an opening bracket", "close the bracket"),
    (r"expected the node content", "a value is missing here", "write the value, or leave the key out"),
    (r"expected '<document start>'", "more text follows where the document has ended", _INDENT),
    (r"found undefined tag handle", "tags are not read", "delete it"),
    (r"incompatible YAML document|duplicate YAML directive", "this %YAML line is not read", "delete it"),
)

_CONTEXTS: tuple[tuple[str, str, str], ...] = (
    (r"while scanning an? (?:anchor|alias)", "this is no anchor or alias", _QUOTE),
    (
        r"while scanning a block scalar",
        "after | or > nothing may follow but 1-9, + or -",
        "begin the text on the next line",
    ),
    (r"while (?:scanning|parsing) a tag", "tags are not read", _QUOTE),
    (r"while scanning a directive", "no text can begin with %", _QUOTE),
)

_OPENED = ("found unexpected", "expected ',' or", "could not find")
"""Problems whose cause stands where PyYAML began to read, not where it gave up."""


def syntax(source: Source, error: yaml.MarkedYAMLError) -> Finding:
    """Return one finding for what cannot be read as YAML, at the place where it can be mended."""
    problem = error.problem or ""
    mark = error.problem_mark
    if error.context_mark is not None and (mark is None or problem.startswith(_OPENED)):
        mark = error.context_mark
    message, hint = _words(_WORDS, problem) or _words(_CONTEXTS, error.context or "") or ("this is not YAML", _QUOTE)
    offset = min(mark.index, len(source.text)) if mark is not None else 0
    line = re.split(r"[\r\n]", source.text[offset : offset + 200], maxsplit=1)[0]
    return source.finding(
        "file.syntax", message, offset=offset, value=shown(line) if line else None, hint=hint, rule="YAML 1.2"
    )


def _words(table: tuple[tuple[str, str, str], ...], text: str) -> tuple[str, str] | None:
    return next(((message, hint) for pattern, message, hint in table if re.search(pattern, text)), None)
