"""YAML text to a tree, within limits: every surprise that YAML holds is an error that says what to write instead.

PyYAML's own parser in Python finds the events; nothing of it builds objects. Its twin in C is up to eighteen times as
fast, but takes other files and says other things, and what is legal must not depend on how PyYAML was built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, cast

import attrs
import yaml

from confkit._characters import LONE_SURROGATE
from confkit.errors import FileError, Finding, KeyPath, path_text
from confkit.files._source import Place, Read, Source
from confkit.files._tree import Plain, Tree, shown
from confkit.files._yaml_words import syntax

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from confkit.files._limits import Limits

__all__ = ["read"]


def read(source: Source, limits: Limits, wanted: Collection[KeyPath] = ()) -> Read:
    """Return the documents of a YAML stream; where one cannot be read, those after it cannot either."""
    builder = _Builder(source, limits, wanted)
    documents: dict[int, Tree] = {}
    broken = 1
    try:
        for tree in builder.documents():
            documents[len(documents)] = tree
        broken = 0
    except yaml.MarkedYAMLError as error:
        builder.findings.append(syntax(source, error))
    except FileError as error:
        builder.findings.extend(error.findings)
    return Read(
        documents=documents, count=len(documents) + broken, findings=tuple(builder.findings), places=builder.places
    )


@attrs.define
class _Anchor:
    """What an alias stands for; its weight is 0 until the last of it is read."""

    path: KeyPath
    value: Tree = None
    weight: int = 0
    height: int = 0


class _Builder:
    """Walks the events of a stream; recursion is bounded by the limit on depth."""

    def __init__(self, source: Source, limits: Limits, wanted: Collection[KeyPath]) -> None:
        self.findings: list[Finding] = []
        self.places: dict[KeyPath, Place] = {}
        self._source = source
        self._limits = limits
        self._wanted = wanted
        self._events: Iterator[yaml.Event] = yaml.parse(source.text, Loader=yaml.SafeLoader)
        self._anchors: dict[str, _Anchor] = {}
        self._muted = 0
        self._inside_anchors = 0
        self._added = 0
        self._weight = 0
        self._deepest = 0

    def documents(self) -> Iterator[Tree]:
        number = -1
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                number += 1
                self._anchors = {}
                first = next(self._events)
                yield self._node(first, (number,), 1, _offset(first))

    def _node(self, event: yaml.Event, path: KeyPath, depth: int, key: int) -> Tree:
        """Return one node; ``depth`` is what a collection here would stand at."""
        if not self._muted and (path in self._wanted or (self._wanted and self._inside_anchors)):
            self.places[path] = Place(key=key, value=_offset(event))
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path, depth)
        if isinstance(event, yaml.ScalarEvent):
            self._weight += len(event.value) + 1
            value: Tree = self._scalar(event)
            self._keep(event, _Anchor(path, value, len(event.value) + 1))
            return value
        if depth > self._limits.max_depth:
            self._refuse(
                event,
                "file.depth",
                f"lists and mappings stand more than {self._limits.max_depth} deep inside one another",
                None,
                "no event needs it: look for brackets that are never closed",
            )
        return self._collection(cast("yaml.CollectionStartEvent", event), path, depth)

    def _collection(self, event: yaml.CollectionStartEvent, path: KeyPath, depth: int) -> Tree:
        self._untagged(event, event.tag)
        anchor = _Anchor(path)
        self._keep(event, anchor)
        before = self._weight, self._deepest
        self._weight, self._deepest = 1, depth
        self._inside_anchors += event.anchor is not None
        filled = (
            self._sequence(path, depth) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path, depth)
        )
        self._inside_anchors -= event.anchor is not None
        anchor.value, anchor.weight, anchor.height = filled, self._weight, self._deepest - depth + 1
        self._weight, self._deepest = before[0] + self._weight, max(before[1], self._deepest)
        return filled

    def _sequence(self, path: KeyPath, depth: int) -> list[Tree]:
        items: list[Tree] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth + 1, _offset(event)))
        return items

    def _mapping(self, path: KeyPath, depth: int) -> dict[str, Tree]:
        items: dict[str, Tree] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            again = key in items
            self._muted += again
            value = self._node(next(self._events), (*path, key), depth + 1, _offset(event))
            self._muted -= again
            if again:
                self._twice(event, (*path, key))
            else:
                items[key] = value
        return items

    def _key(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "file.key", "a key must be a word", None, "write the key as text before the colon")
        if event.value == "<<" and event.style is None:
            self._refuse(event, "file.merge", "merge keys are not read", "<<", "write the keys out")
        key = self._scalar(event)
        self._keep(event, _Anchor((), key, len(key) + 1))
        return str(key)

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        self._untagged(event, event.tag)
        if event.style is None:
            return Plain(event.value)
        if event.style == '"' and not event.value.isascii() and LONE_SURROGATE.search(event.value):
            self._refuse(
                event,
                "file.character",
                "half a character (a lone surrogate) stands in this text",
                event.value,
                'write the whole character, or "\\U" with its eight digits',
            )
        return str(event.value)

    def _alias(self, event: yaml.AliasEvent, path: KeyPath, depth: int) -> Tree:
        anchor = self._anchors.get(event.anchor or "")
        if anchor is None:
            self._refuse(
                event, "file.alias", "no anchor of this name stands above", f"*{event.anchor}", "write the value out"
            )
        if not anchor.weight:
            self._refuse(
                event,
                "file.alias",
                "this alias stands inside what it stands for",
                f"*{event.anchor}",
                "write the value out",
            )
        self._added += anchor.weight
        self._weight += anchor.weight
        self._deepest = max(self._deepest, depth + anchor.height - 1)
        if self._added > self._limits.max_expansion:
            self._refuse(
                event,
                "file.expansion",
                f"aliases add more than {self._limits.max_expansion:,} characters to this file",
                f"*{event.anchor}",
                "write out what is meant",
            )
        if depth + anchor.height - 1 > self._limits.max_depth:
            self._refuse(
                event,
                "file.depth",
                f"lists and mappings stand more than {self._limits.max_depth} deep inside one another",
                f"*{event.anchor}",
                "write out what is meant",
            )
        for wanted in self._wanted:
            inside = (*anchor.path, *wanted[len(path) :])
            if wanted[: len(path)] == path and inside in self.places:
                self.places.setdefault(wanted, self.places[inside])
        return anchor.value

    def _untagged(self, event: yaml.Event, tag: str | None) -> None:
        if tag is not None:
            self._refuse(event, "file.tag", "tags are not read", tag, "delete it: the field says what its value is")

    def _keep(self, event: yaml.NodeEvent, anchor: _Anchor) -> None:
        if event.anchor is not None:
            self._anchors[event.anchor] = anchor

    def _twice(self, event: yaml.Event, path: KeyPath) -> None:
        self.findings.append(
            self._source.finding(
                "file.duplicate_key",
                "this key stands twice in one mapping",
                offset=_offset(event),
                path=path_text(path),
                value=shown(path[-1]),
                hint="keep one of them",
            )
        )

    def _refuse(self, event: yaml.Event, code: str, message: str, value: str | None, hint: str) -> NoReturn:
        finding = self._source.finding(
            code, message, offset=_offset(event), value=None if value is None else shown(value), hint=hint
        )
        raise FileError(finding)


def _offset(event: yaml.Event) -> int:
    """Return the character, from 0, at which an event starts; every event of a text knows it."""
    return event.start_mark.index if event.start_mark else 0
