"""The events of several files, each with the file that it comes from, so that a finding on it has a line."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import attrs

from confkit import files
from confkit.cli import _input, _progress, _spared
from confkit.errors import ConfkitError, FileError, Finding
from confkit.model import Catalog, Conference

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Held", "read"]

_AT = re.compile(r"conferences\[([0-9]+)\]\.?")


@attrs.frozen
class Held:
    """Events in the order of their files."""

    rows: tuple[tuple[_input.Input, Conference], ...]

    @property
    def conferences(self) -> tuple[Conference, ...]:
        """All of the events; two may have the same id."""
        return tuple(conference for _, conference in self.rows)

    def catalog(self) -> Catalog:
        """Return the events as a catalog.

        Raises:
            InvalidValueError: two of them have the same id.
        """
        return Catalog(self.conferences)

    def located(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings on these events, each at its line in the file that it is about."""
        found: list[Finding] = []
        numbered = ((_number(finding), finding) for finding in findings)
        for source, group in itertools.groupby(numbered, key=lambda pair: self._source(pair[0])):
            pairs = tuple(group)
            found += self._placed(pairs, source) if source else (finding for _, finding in pairs)
        return tuple(found)

    def _source(self, number: int | None) -> _input.Input | None:
        return None if number is None else self.rows[number][0]

    def _placed(self, pairs: Iterable[tuple[int | None, Finding]], source: _input.Input) -> tuple[Finding, ...]:
        """Return findings as seen from a file, where the path of an event may be another one."""
        paths = files.paths(source.data, format=source.format, file=source.name)
        own = (
            attrs.evolve(one, path=_AT.sub("", one.path, count=1)).under(paths[self.rows[number][1].id])
            for number, one in pairs
            if number is not None
        )
        return files.located(own, source.data, format=source.format, file=source.name)


def _number(finding: Finding) -> int | None:
    """Return which of the events a finding is about, if it is about one."""
    at = _AT.match(finding.path)
    return int(at[1]) if at else None


def read(names: tuple[str, ...], given: files.Format | None, targets: Iterable[str]) -> Held:
    """Return the events of files, folders or standard input; ``targets`` are where something will be written.

    Raises:
        FileError: some of them cannot be read; with what is wrong with any.
    """
    rows: list[tuple[_input.Input, Conference]] = []
    problems: list[Finding] = []
    found = tuple(_input.inputs(names, given))
    _spared.spare((source.name for source in found), targets)
    with _progress.watched(found, "Reading", lambda source: source.cost) as sources:
        for source in sources:
            try:
                rows += ((source, conference) for conference in source.catalog())
            except ConfkitError as error:
                problems += error.findings
    if problems:
        raise FileError(*problems)
    return Held(tuple(rows))
