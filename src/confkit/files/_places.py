"""Where in a text a key path stands: looked up only when there is something to report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit.errors import FileError, Finding, KeyPath, Position, path_steps
from confkit.files import _json, _toml, _yaml
from confkit.files._limits import CATALOG, Limits
from confkit.files._source import Format, Place, Read, Source, source_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = ["locate", "located", "placed", "read_tree"]

_READERS = {"yaml": _yaml.read, "json": _json.read, "jsonl": _json.read, "toml": _toml.read}


def read_tree(source: Source, limits: Limits, wanted: Collection[KeyPath] = ()) -> Read:
    """Return what a text holds; where it holds one document alone, no path of a finding begins with it."""
    read = _READERS[source.format](source, limits, wanted)
    if read.count > 1:
        return read
    alone = (attrs.evolve(one, path=one.path.removeprefix("[0]").removeprefix(".")) for one in read.findings)
    return attrs.evolve(read, findings=tuple(alone))


def locate(
    text: str | bytes, path: str, *, format: Format, file: str | None = None, limits: Limits = CATALOG
) -> Position | None:
    r"""Return where the value of a key path stands; where there is none, what would hold it.

    ``path`` is that of findings (``calls[0].deadlines[1].at``); in a text of several documents it begins with the
    number of the document (``[2].name``). ``file`` is the name that the position bears. TOML has no positions:
    ``None``, or the file alone.

    Raises:
        FileError: the text cannot be read at all.

    >>> print(locate("confkit: 1\nname: PyCon\ndays:  2027-05-01\n", "days", format="yaml", file="day.yaml"))
    day.yaml:3:8
    """
    return located([Finding(code="", message="", path=path)], text, format=format, file=file, limits=limits)[0].where


def located(
    findings: Iterable[Finding],
    text: str | bytes,
    *,
    format: Format,
    file: str | None = None,
    limits: Limits = CATALOG,
) -> tuple[Finding, ...]:
    r"""Return findings on a conference that a text holds, such as those of a check, with their places in it.

    Findings that know their place already keep it. Parameters are those of `locate`.

    Raises:
        FileError: the text cannot be read at all.

    >>> found = Finding(code="x", message="too early", path="days")
    >>> located([found], "confkit: 1\ndays: 2027-05-01\n", format="yaml")[0].where
    Position(file=None, line=2, column=7)
    """
    source = source_of(text, format, file, limits)
    read, found = _placed(findings, source, limits)
    if len(read.documents) < read.count:
        raise FileError(*read.findings)
    return found


def placed(findings: Iterable[Finding], source: Source, limits: Limits) -> tuple[Finding, ...]:
    """Return findings with their places, as far as the text can be read."""
    return _placed(findings, source, limits)[1]


def _placed(findings: Iterable[Finding], source: Source, limits: Limits) -> tuple[Read, tuple[Finding, ...]]:
    paths = [(one, path_steps(one.path)) for one in findings]
    both = [path for one, inner in paths if one.where is None for path in (inner, (0, *inner))]
    read = read_tree(source, limits, {path[:length] for path in both for length in range(1, len(path) + 1)})
    document: KeyPath = () if read.count > 1 else (0,)
    return read, tuple(
        one if one.where else attrs.evolve(one, where=_place(one, (*document, *path), source, read.places))
        for one, path in paths
    )


def _place(finding: Finding, path: KeyPath, source: Source, places: dict[KeyPath, Place]) -> Position | None:
    for length in range(len(path), 0, -1):
        place = places.get(path[:length])
        if place is not None:
            at_key = length == len(path) and finding.code == "file.unknown_key"
            return source.position(place.key if at_key else place.value)
    return source.whole()
