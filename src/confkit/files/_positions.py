"""The position of a key path in a text: looked up only when there is a finding to report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from confkit.errors import FileError, Finding, KeyPath, Position, demand, path_steps
from confkit.files import _json, _toml, _yaml
from confkit.files._limits import CATALOG, Limits
from confkit.files._source import Format, Place, Read, Source, source_of

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["locate", "located", "read_tree", "with_positions"]

_READERS = {"yaml": _yaml.read, "json": _json.read, "jsonl": _json.read, "toml": _toml.read}


def read_tree(source: Source, limits: Limits, wanted: Collection[KeyPath] = ()) -> Read:
    """Return the documents of a text; if there is only one, the paths of findings do not begin with its number."""
    read = _READERS[source.format](source, limits, wanted)
    if read.count > 1:
        return read
    findings = (
        attrs.evolve(finding, path=finding.path.removeprefix("[0]").removeprefix(".")) for finding in read.findings
    )
    return attrs.evolve(read, findings=tuple(findings))


def locate(
    text: str | bytes, path: str, *, format: Format, file: str | None = None, limits: Limits = CATALOG
) -> Position | None:
    r"""Return the position of the value at a key path, or of the innermost value around it that exists.

    ``path`` is written as in findings (``calls[0].deadlines[1].at``); in a text of several documents it begins with
    the number of the document (``[2].name``). ``file`` is the file name of the position. TOML has no positions: the
    result is ``None``, or the file alone.

    Raises:
        FileError: the text cannot be read at all.
        InvalidValueError: an argument has the wrong type.

    >>> print(locate("confkit: 1\nname: PyCon\ndays:  2027-05-01\n", "days", format="yaml", file="day.yaml"))
    day.yaml:3:8
    """
    demand("path", path, str, hint='write a key path, such as "calls[0].name"')
    return located([Finding(code="", message="", path=path)], text, format=format, file=file, limits=limits)[0].where


def located(
    findings: Iterable[Finding],
    text: str | bytes,
    *,
    format: Format,
    file: str | None = None,
    limits: Limits = CATALOG,
) -> tuple[Finding, ...]:
    r"""Return findings on a conference, such as those of a check, with their positions in the text of the conference.

    A finding that has a position keeps it. The other parameters are those of `locate`.

    Raises:
        FileError: the text cannot be read at all.
        InvalidValueError: an argument has the wrong type.

    >>> found = Finding(code="x", message="too early", path="days")
    >>> located([found], "confkit: 1\ndays: 2027-05-01\n", format="yaml")[0].where
    Position(file=None, line=2, column=7)
    """
    source = source_of(text, format, file, limits)
    demand("findings", findings, Iterable, hint="write a list of findings")
    unlocated = tuple(findings)
    for finding in unlocated:
        demand("findings", finding, Finding, hint="write a list of findings")
    read, found = _located(unlocated, source, limits)
    if len(read.documents) < read.count:
        raise FileError(*read.findings)
    return found


def with_positions(findings: Iterable[Finding], source: Source, limits: Limits) -> tuple[Finding, ...]:
    """Return findings with their positions, as far as the text can be read."""
    return _located(tuple(findings), source, limits)[1]


def _located(findings: tuple[Finding, ...], source: Source, limits: Limits) -> tuple[Read, tuple[Finding, ...]]:
    # A tree is never deeper than the limit, so no longer path leads anywhere.
    paths = [(finding, path_steps(finding.path)[: limits.max_depth]) for finding in findings]
    both = [path for finding, inner in paths if finding.where is None for path in (inner, (0, *inner))]
    read = read_tree(source, limits, {path[:length] for path in both for length in range(1, len(path) + 1)})
    document: KeyPath = () if read.count > 1 else (0,)
    return read, tuple(
        finding
        if finding.where
        else attrs.evolve(finding, where=_position(finding, (*document, *path), source, read.places))
        for finding, path in paths
    )


def _position(finding: Finding, path: KeyPath, source: Source, places: dict[KeyPath, Place]) -> Position | None:
    for length in range(len(path), 0, -1):
        place = places.get(path[:length])
        if place is not None:
            at_key = length == len(path) and finding.code == "file.unknown_key"
            return source.position(place.key if at_key else place.value)
    return source.start()
