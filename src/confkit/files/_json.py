"""JSON text to a tree, strictly: the standard library reads what is right, a scanner of our own finds what is wrong."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

import attrs

from confkit.errors import FileError, Finding
from confkit.files._json_scanner import Scanner
from confkit.files._source import Read, Source, escaped
from confkit.files._tree import Tree, as_float, is_deeper

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from confkit.errors import KeyPath
    from confkit.files._limits import Limits

__all__ = ["read", "text_of", "texts"]

_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_DOUBTFUL = object()


def read(source: Source, limits: Limits, wanted: Collection[KeyPath] = ()) -> Read:
    """Return the document of a JSON text, or the documents of JSON lines (RFC 8259, read strictly)."""
    found = Read(documents={}, count=0)
    count = 0
    findings: list[Finding] = []
    for number, (base, text) in enumerate(texts(source)):
        count = number + 1
        tree = _quick(text, limits)
        if tree is _DOUBTFUL or (number,) in wanted:
            scanner = Scanner(source, limits, wanted, text=text, base=base, number=number)
            try:
                found.documents[number] = scanner.document()
            except FileError as error:
                scanner.findings.extend(error.findings)
            findings.extend(scanner.findings)
            found.places.update(scanner.places)
        else:
            found.documents[number] = cast("Tree", tree)
    return attrs.evolve(found, count=count, findings=tuple(findings))


def text_of(tree: Tree, *, lines: bool = False) -> str:
    """Return a tree as JSON: indented, or (``lines``) on one line."""
    return escaped(json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=None if lines else 2)) + "\n"


def texts(source: Source) -> Iterator[tuple[int, str]]:
    """Return the texts of the documents, each with the place where it starts."""
    if source.format == "json":
        yield 0, source.text
        return
    base = 0
    for line in source.text.split("\n"):
        if line.strip():
            yield base, line
        base += len(line) + 1


def _quick(text: str, limits: Limits) -> object:
    """Return the tree of a text in which nothing is wrong, or `_DOUBTFUL`."""
    if _ESCAPED_SURROGATE.search(text):
        return _DOUBTFUL
    try:
        tree = json.loads(text, object_pairs_hook=_object, parse_float=as_float, parse_constant=_constant)
    except (ValueError, RecursionError):
        return _DOUBTFUL
    return _DOUBTFUL if is_deeper(tree, limits.max_depth) else tree


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _constant(name: str) -> float:
    raise ValueError(name)
