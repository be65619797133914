"""Reading YAML: a text becomes trees, within limits, and surprising features of YAML are errors.

PyYAML's parser splits the text into events; the trees are built here, without PyYAML's conversion to Python objects.
PyYAML also has a parser in C, which is up to eighteen times as fast. It is not used, because it accepts other files and
reports other errors, and not every installation of PyYAML has it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn, cast

import attrs
import yaml

from confkit._characters import LONE_SURROGATE
from confkit.errors import FileError, Finding, KeyPath, value_text
from confkit.files._limits import MAX_FINDINGS
from confkit.files._offsets import Documents, OffsetTable
from confkit.files._tree import Plain, Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.files._limits import Limits
    from confkit.files._source import Source

__all__ = ["Loader", "read_yaml"]


def read_yaml(source: Source, limits: Limits) -> Documents:
    """Return the documents of a YAML text; after a document that cannot be read, no further documents are read."""
    builder = _Builder(source, limits)
    trees: dict[int, Tree] = {}
    broken = 1
    try:
        for tree in builder.documents():
            trees[len(trees)] = tree
        broken = 0
    except yaml.MarkedYAMLError as error:
        builder.findings.append(_syntax_finding(source, error))
    except FileError as error:
        builder.findings.extend(error.findings)
    return Documents(trees=trees, count=len(trees) + broken, findings=tuple(builder.findings), offsets=builder.offsets)


class Loader(yaml.SafeLoader):
    """PyYAML's loader, three times as fast for lists and mappings that are nested 80 levels deep on one line.

    PyYAML keeps a list of possible keys: positions on the current line that turn out to be keys if a colon follows. For
    each token, PyYAML searches the whole list several times. The list is in the order of the text, so that it is enough
    to look at the oldest possible key.
    """

    def stale_possible_simple_keys(self) -> None:
        """Forget possible keys on earlier lines, and possible keys more than 1024 characters back."""
        oldest = next(iter(self.possible_simple_keys.values()), None)
        if oldest is not None and (oldest.line != self.line or self.index - oldest.index > 1024):
            super().stale_possible_simple_keys()

    def next_possible_simple_key(self) -> int | None:
        """Return the number of the token at the oldest possible key."""
        oldest = next(iter(self.possible_simple_keys.values()), None)
        return None if oldest is None else int(oldest.token_number)


def _events(source: Source) -> Iterator[yaml.Event]:
    """Yield PyYAML's events of a text.

    Raises:
        FileError: an escape is beyond the range of Unicode, or a ``%YAML`` line has a version of thousands of digits.
            PyYAML does not check these digits, and lets the error of Python through.
    """
    loader = Loader(source.text)
    try:
        while loader.check_event():
            yield loader.get_event()  # type: ignore[no-untyped-call]  # typeshed leaves its result out
    except (ValueError, OverflowError):
        start = source.text.rfind("\n", 0, loader.index) + 1
        if source.text.startswith("%", start):
            message, hint, offset, value = _DIRECTIVE, "delete it", start, _rest_of_line(source, start)
        else:
            message, hint, offset = "Unicode has no such character", "write \\U0010FFFF at most", loader.index - 2
            value = source.text[offset : offset + len("\\U00110000")]
        finding = source.finding("file.syntax", message, offset=offset, value=value, hint=hint, rule="YAML 1.2")
        raise FileError(finding) from None


@attrs.define
class _Anchor:
    """A value with a YAML anchor, which an alias can repeat.

    ``number`` is the number of the value in the `OffsetTable`, or -1 if the table does not have the value. ``weight``
    is the size of the value in characters, and 0 until the value is complete. ``height`` is how many levels deep its
    lists and mappings are nested.
    """

    number: int
    value: Tree = None
    weight: int = 0
    height: int = 0


class _Builder:
    """Builds the trees of a text from PyYAML's events, by recursion, which the limit on depth keeps small."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.findings: list[Finding] = []
        self.offsets = OffsetTable()
        self._source = source
        self._limits = limits
        self._events = _events(source)
        self._anchors: dict[str, _Anchor] = {}
        self._duplicates = 0
        self._added = 0
        self._weight = 0
        self._deepest = 0

    def documents(self) -> Iterator[Tree]:
        """Yield the tree of each document."""
        number = -1
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                number += 1
                self._anchors = {}
                self.offsets.add_document(number)
                first = next(self._events)
                yield self._node(first, (number,), 1, _offset(first))

    def _node(self, event: yaml.Event, path: KeyPath, depth: int, key: int) -> Tree:
        """Return the tree of the value that begins with ``event``.

        ``depth`` is the level of the value if it is a list or a mapping; ``key`` is the offset of its key.
        """
        number = -1 if self._duplicates else self.offsets.add(key, _offset(event))
        if isinstance(event, yaml.AliasEvent):
            anchor = self._anchor(event, depth)
            self.offsets.add_alias(number, anchor.number)
            return anchor.value
        if isinstance(event, yaml.ScalarEvent):
            self._weight += len(event.value) + 1
            value: Tree = self._scalar(event)
            self._add_anchor(event, _Anchor(number, value, len(event.value) + 1))
            return value
        if depth > self._limits.max_depth:
            self._refuse_depth(event, None, "no event needs so many: look for brackets that are never closed")
        return self._collection(cast("yaml.CollectionStartEvent", event), path, depth, number)

    def _collection(self, event: yaml.CollectionStartEvent, path: KeyPath, depth: int, number: int) -> Tree:
        """Return a list or a mapping, and record its weight and its height for aliases."""
        self._refuse_tag(event, event.tag)
        anchor = _Anchor(number)
        self._add_anchor(event, anchor)
        outer = self._weight, self._deepest
        self._weight, self._deepest = 1, depth
        collection = (
            self._sequence(path, depth) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path, depth)
        )
        anchor.value, anchor.weight, anchor.height = collection, self._weight, self._deepest - depth + 1
        self._weight, self._deepest = outer[0] + self._weight, max(outer[1], self._deepest)
        return collection

    def _sequence(self, path: KeyPath, depth: int) -> list[Tree]:
        """Read the items of a list up to the event for the end of the list."""
        items: list[Tree] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth + 1, _offset(event)))
        return items

    def _mapping(self, path: KeyPath, depth: int) -> dict[str, Tree]:
        """Read the entries of a mapping up to the event for the end of the mapping; a duplicate key is a finding."""
        items: dict[str, Tree] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            duplicate = key in items
            self._duplicates += duplicate
            value = self._node(next(self._events), (*path, key), depth + 1, _offset(event))
            self._duplicates -= duplicate
            if duplicate:
                self.findings.append(self._source.duplicate_key(_offset(event), (*path, key)))
                if len(self.findings) > MAX_FINDINGS:
                    raise FileError
            else:
                items[key] = value
        return items

    def _key(self, event: yaml.Event) -> str:
        """Return a key; a key must be a single text."""
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "file.key", "a key must be text", None, "write the key as text before the colon")
        if event.value == "<<" and event.style is None:
            self._refuse(event, "file.merge", "merge keys are not supported", "<<", "write the keys out")
        key = self._scalar(event)
        self._add_anchor(event, _Anchor(-1, key, len(key) + 1))
        return str(key)

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        """Return the text of a scalar: a `Plain` if the scalar has no quotes."""
        self._refuse_tag(event, event.tag)
        if event.style is None:
            return Plain(event.value)
        if event.style == '"' and not event.value.isascii() and LONE_SURROGATE.search(event.value):
            self._refuse(
                event,
                "file.character",
                "this text contains half a character (a lone surrogate)",
                event.value,
                'write the whole character, or "\\U" with its eight digits',
            )
        return str(event.value)

    def _anchor(self, event: yaml.AliasEvent, depth: int) -> _Anchor:
        """Return the anchor of an alias, and check the limits as if the value of the anchor were written out."""
        anchor = self._anchors.get(event.anchor or "")
        name = f"*{event.anchor}"
        if anchor is None:
            self._refuse(event, "file.alias", "no anchor above has this name", name, "write the value out")
        if not anchor.weight:
            self._refuse(event, "file.alias", "this alias is inside its own anchor", name, "write the value out")
        self._added += anchor.weight
        self._weight += anchor.weight
        self._deepest = max(self._deepest, depth + anchor.height - 1)
        if self._added > self._limits.max_expansion:
            message = f"aliases add more than {self._limits.max_expansion:,} characters to this file"
            self._refuse(event, "file.expansion", message, name, "write the value out")
        if depth + anchor.height - 1 > self._limits.max_depth:
            self._refuse_depth(event, name, "write the value out")
        return anchor

    def _add_anchor(self, event: yaml.NodeEvent, anchor: _Anchor) -> None:
        """Record the value of an event under the name of its anchor, if the event has an anchor."""
        if event.anchor is not None:
            self._anchors[event.anchor] = anchor

    def _refuse_tag(self, event: yaml.Event, tag: str | None) -> None:
        """Raise if a value has a tag, such as ``!!str``."""
        if tag is not None:
            self._refuse(event, "file.tag", _TAGS, tag, "delete it: the field decides the type of its value")

    def _refuse_depth(self, event: yaml.Event, value: str | None, hint: str) -> NoReturn:
        message = f"lists and mappings are nested more than {self._limits.max_depth} levels deep"
        self._refuse(event, "file.depth", message, value, hint)

    def _refuse(self, event: yaml.Event, code: str, message: str, value: str | None, hint: str) -> NoReturn:
        finding = self._source.finding(
            code, message, offset=_offset(event), value=None if value is None else value_text(value), hint=hint
        )
        raise FileError(finding)


def _offset(event: yaml.Event) -> int:
    """Return the offset, in characters from 0, at which an event starts."""
    return event.start_mark.index if event.start_mark else 0  # every event of a text has a mark


# ---- PyYAML's error messages, translated for the person who wrote the file

_QUOTE = "put the text in quotes"
_INDENT = "give keys that belong together the same number of spaces before them"
_TAGS = "tags are not supported"
_DIRECTIVE = "this %YAML line is not supported"

_PROBLEMS: tuple[tuple[str, str, str], ...] = (
    (r"found character '\\t'", "a tab where only spaces are allowed", "indent with spaces"),
    (r"found character", "text without quotes cannot begin with this character", _QUOTE),
    (
        r"could not find expected ':'",
        "this line is neither a key with a colon nor part of the line above",
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
        "this is not a valid escape after a backslash",
        "write \\\\ for a backslash, or use single quotes",
    ),
    (
        r"expected ',' or '[\]}]'",
        "an opening bracket is not closed, or a comma is missing",
        "put a comma between items, and close the bracket",
    ),
    (r"expected <block end>", "this line is not indented like the lines above it", _INDENT),
    (r"expected the node content.*<stream end>", "the text ends inside an opening bracket", "close the bracket"),
    (r"expected the node content", "a value is missing here", "write the value, or leave the key out"),
    (r"expected '<document start>'", "there is more text after the end of the document", _INDENT),
    (r"found undefined tag handle", _TAGS, "delete it"),
    (r"incompatible YAML document|duplicate YAML directive", _DIRECTIVE, "delete it"),
)

_CONTEXTS: tuple[tuple[str, str, str], ...] = (
    (r"while scanning an? (?:anchor|alias)", "this is not a valid anchor or alias", _QUOTE),
    (
        r"while scanning a block scalar",
        "only 1-9, + or - may follow | or > on its line",
        "begin the text on the next line",
    ),
    (r"while (?:scanning|parsing) a tag", _TAGS, _QUOTE),
    (r"while scanning a directive", "text cannot begin with %", _QUOTE),
)

_REPORTED_LATE = ("found unexpected", "expected ',' or", "could not find")
"""The beginnings of PyYAML's messages for problems whose cause is earlier in the text than the reported position.

The cause is an open bracket, an open quote, or a key without a colon; PyYAML reports where it stopped reading."""


def _syntax_finding(source: Source, error: yaml.MarkedYAMLError) -> Finding:
    """Return the finding for a text that is not YAML, positioned where the text must be corrected."""
    problem = error.problem or ""
    mark = error.problem_mark
    if error.context_mark is not None and (mark is None or problem.startswith(_REPORTED_LATE)):
        mark = error.context_mark
    message, hint = (
        _explanation(_PROBLEMS, problem) or _explanation(_CONTEXTS, error.context or "") or ("this is not YAML", _QUOTE)
    )
    offset = min(mark.index, len(source.text)) if mark is not None else 0
    line = _rest_of_line(source, offset)
    return source.finding("file.syntax", message, offset=offset, value=line, hint=hint, rule="YAML 1.2")


def _explanation(table: tuple[tuple[str, str, str], ...], text: str) -> tuple[str, str] | None:
    """Return the message and the hint for an error text of PyYAML, or ``None`` if no pattern of the table matches."""
    return next(((message, hint) for pattern, message, hint in table if re.search(pattern, text)), None)


def _rest_of_line(source: Source, offset: int) -> str | None:
    """Return the text from an offset to the end of the line, cut off for a message, or ``None`` if it is empty."""
    line = re.split(r"[\r\n]", source.text[offset : offset + 200], maxsplit=1)[0]
    return value_text(line) if line else None
