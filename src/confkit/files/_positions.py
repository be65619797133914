"""The positions of findings in a text, by their key paths."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from confkit.errors import FileError, Finding, KeyPath, Position, path_steps, require_type
from confkit.files import _json, _toml, _yaml
from confkit.files._limits import CATALOG, Limits
from confkit.files._source import Format, Read, Source, source_of

__all__ = ["locate", "located", "read_tree", "with_positions"]


def read_tree(source: Source, limits: Limits, *, with_places: bool = False) -> Read:
    """Return the documents of a text; if there is only one, the paths of findings do not begin with its number.

    Without ``with_places``, JSON is read several times as fast. The places of YAML are always read.
    """
    if source.format in {"json", "jsonl"}:
        read = _json.read(source, limits, with_places=with_places)
    else:
        read = _toml.read(source, limits) if source.format == "toml" else _yaml.read(source, limits)
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
    require_type("path", path, str, hint='write a key path, such as "calls[0].name"')
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
    require_type("findings", findings, Iterable, hint="write a list of findings")
    unlocated = tuple(findings)
    for finding in unlocated:
        require_type("findings", finding, Finding, hint="write a list of findings")
    read = read_tree(source, limits, with_places=True)
    if len(read.documents) < read.count:
        raise FileError(*read.findings)
    return with_positions(unlocated, source, read, limits)


def with_positions(findings: Iterable[Finding], source: Source, read: Read, limits: Limits) -> tuple[Finding, ...]:
    """Return findings with their positions in a text; ``read`` is the result of reading the text."""
    unlocated = tuple(findings)
    if read.places is None and source.format != "toml" and any(finding.where is None for finding in unlocated):
        read = read_tree(source, limits, with_places=True)
    document: KeyPath = () if read.count > 1 else (0,)
    return tuple(
        finding
        if finding.where
        else attrs.evolve(finding, where=_position(finding, (*document, *path_steps(finding.path)), source, read))
        for finding in unlocated
    )


def _position(finding: Finding, path: KeyPath, source: Source, read: Read) -> Position | None:
    place, length = read.places.find(path, read.documents) if read.places else (None, 0)
    if place is None:
        return source.start()
    at_key = length == len(path) and finding.code == "file.unknown_key"
    return source.position(place.key if at_key else place.value)
