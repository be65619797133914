"""Texts to conferences and to catalogs, with everything that is wrong in them at once."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

import attrs

from confkit import _atomic_files
from confkit.errors import ConfkitError, FileError, Finding, Position, path_text
from confkit.files._document import conferences
from confkit.files._limits import CATALOG, DOCUMENT, MAX_FINDINGS, Limits
from confkit.files._places import placed, read_tree
from confkit.files._source import SUFFIXES, Format, Source, read_source, source_of
from confkit.files._tree import shown
from confkit.model import Catalog, Conference

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["EXAMPLE", "example", "load", "load_catalog", "loads", "loads_catalog", "paths"]

EXAMPLE = "pytorch-day-china-2025.yaml"


def load(path: str | os.PathLike[str], *, format: Format | None = None, limits: Limits = DOCUMENT) -> Conference:
    r"""Return the conference of a file, in the format that its name ends in unless ``format`` says another.

    Raises:
        FileError: the file cannot be read as one conference. All problems are reported at once, each with its key
            path, the value, the way out, and in YAML and JSON with line and column.

    >>> from pathlib import Path
    >>> _ = Path("day.yaml").write_text("confkit: 1\nid: day-2027\nname: A Day\ndays: 2027-05\n")
    >>> load("day.yaml").days
    Days.parse('2027-05')
    """
    return _one(read_source(path, format, limits), limits)


def loads(text: str | bytes, *, format: Format, file: str | None = None, limits: Limits = DOCUMENT) -> Conference:
    r"""Return the conference of a text; octets are UTF-8. ``file`` is the name that positions bear.

    Raises:
        FileError: as `load`.

    >>> loads("confkit: 1\nid: day-2027\nname: A Day\ndaes: 2027", format="yaml", file="day.yaml")
    Traceback (most recent call last):
    ...
    confkit.errors.FileError: day.yaml:4:1: error: daes: no such key: daes (did you mean days?) [file.unknown_key]
    """
    return _one(source_of(text, format, file, limits), limits)


def load_catalog(path: str | os.PathLike[str], *, format: Format | None = None, limits: Limits = CATALOG) -> Catalog:
    r"""Return the catalog of a file or a folder.

    A file holds one document or several (YAML documents, JSON lines); a document is one conference, or a list of them
    under ``conferences``. In a folder, and in the folders inside it, all files are read whose names end in .yaml,
    .yml, .json, .jsonl or .toml and do not begin with a dot, in the order of their paths. ``limits`` hold for each
    file.

    Raises:
        FileError: anything is wrong anywhere, or an id stands twice; the problems of all files are reported at once.

    >>> from pathlib import Path
    >>> lines = ['{"confkit": 1, "id": "a", "name": "A"}', '{"confkit": 1, "id": "b", "name": "B"}']
    >>> _ = Path("year.jsonl").write_text("\n".join(lines))
    >>> [conference.id for conference in load_catalog("year.jsonl")]
    ['a', 'b']
    """
    gathered = _Gathered(limits)
    for name in _files(os.fspath(path)):
        try:
            gathered.add(read_source(name, format, limits))
        except ConfkitError as error:
            gathered.findings.extend(error.findings)
    return gathered.catalog()


def loads_catalog(text: str | bytes, *, format: Format, file: str | None = None, limits: Limits = CATALOG) -> Catalog:
    r"""Return the catalog of a text that holds one document or several.

    Raises:
        FileError: as `load_catalog`.

    >>> text = "confkit: 1\nid: a\nname: A\n---\nconfkit: 1\nid: b\nname: B\n"
    >>> len(loads_catalog(text, format="yaml"))
    2
    """
    gathered = _Gathered(limits)
    gathered.add(source_of(text, format, file, limits))
    return gathered.catalog()


def paths(text: str | bytes, *, format: Format, file: str | None = None, limits: Limits = CATALOG) -> dict[str, str]:
    r"""Return where each conference of a text stands: its key path by its id, in the order of the text.

    A text that is one conference has the path ``""``. What a check says of a conference, under its path, is what
    `located` finds the place of.

    Raises:
        FileError: as `load_catalog`.

    >>> paths("confkit: 1\nconferences:\n- {id: a, name: A}\n- {id: b, name: B}\n", format="yaml")
    {'a': 'conferences[0]', 'b': 'conferences[1]'}
    """
    source = source_of(text, format, file, limits)
    held = _held(source, limits)
    if held.findings:
        raise FileError(*_reported(held.findings, source, limits))
    return {conference.id: path for path, conference in held.conferences}


def example() -> Conference:
    """Return the conference that comes with the package: PyTorch Day China 2025, as it was announced.

    >>> example().id
    'pytorch-day-china-2025'
    """
    return loads(resources.files("confkit.files").joinpath(EXAMPLE).read_bytes(), format="yaml", file=EXAMPLE)


def _one(source: Source, limits: Limits) -> Conference:
    """Return the one conference of a text."""
    held = _held(source, limits)
    if not held.findings and (held.several or len(held.conferences) != 1):
        finding = Finding(
            code="file.catalog",
            message=f"one event was asked for, and here are {len(held.conferences)}",
            hint="read it as a catalog (load_catalog), or give each event a file of its own",
            where=source.whole(),
        )
        raise FileError(finding)
    if held.findings:
        raise FileError(*_reported(held.findings, source, limits))
    return held.conferences[0][1]


class _Gathered:
    """The conferences of many files, and all that is wrong with any of them."""

    def __init__(self, limits: Limits) -> None:
        self.findings: list[Finding] = []
        self._limits = limits
        self._conferences: dict[str, Conference] = {}
        self._where: dict[str, str] = {}

    def add(self, source: Source) -> None:
        held = _held(source, self._limits)
        findings = list(held.findings)
        for path, conference in held.conferences:
            shown_path = ".".join(part for part in (path, "id") if part)
            if conference.id in self._conferences:
                findings.append(_taken(conference.id, shown_path, self._where[conference.id]))
            else:
                self._conferences[conference.id] = conference
                self._where[conference.id] = f"{source.file or 'the text'}, {shown_path}"
        if findings:
            self.findings += _reported(findings, source, self._limits)

    def catalog(self) -> Catalog:
        if self.findings:
            raise FileError(*self.findings)
        return Catalog(self._conferences.values())


def _taken(name: str, path: str, first: str) -> Finding:
    return Finding(
        code="id.duplicate",
        message=f"another event has the same id ({first})",
        path=path,
        value=shown(name),
        hint="give each event its own id",
    )


@attrs.frozen(kw_only=True)
class _Held:
    """What one text holds: conferences with their paths, and findings; ``several``: paths begin with a document."""

    conferences: list[tuple[str, Conference]] = attrs.field(factory=list)
    findings: list[Finding] = attrs.field(factory=list)
    several: bool = False


def _held(source: Source, limits: Limits) -> _Held:
    read = read_tree(source, limits)
    held = _Held(several=read.count > 1)
    held.findings.extend(read.findings)
    for number, tree in read.documents.items():
        prefix = path_text((number,)) if held.several else ""
        found, findings = conferences(tree)
        held.conferences.extend((".".join(part for part in (prefix, path) if part), one) for path, one in found)
        held.findings.extend(one.under(prefix) for one in findings)
    if not read.count:
        held.findings.append(
            source.finding("file.empty", "the file is empty", hint="begin with confkit: 1, id and name")
        )
    return held


def _reported(findings: list[Finding], source: Source, limits: Limits) -> list[Finding]:
    """Return findings with their places, in reading order, and no more than a person will read."""
    shown_first = list(placed(findings[:MAX_FINDINGS], source, limits))
    shown_first.sort(key=_reading_order)
    if len(findings) > MAX_FINDINGS:
        shown_first.append(
            source.finding(
                "file.many", f"more than {MAX_FINDINGS} problems", hint="mend the first, and read the file again"
            )
        )
    return shown_first


def _reading_order(finding: Finding) -> tuple[int, int]:
    where = finding.where or Position()
    return where.line or 0, where.column or 0


def _files(path: str) -> Iterator[str]:
    """Yield a file, or the files of a folder and of the folders in it."""
    if not FilePath(path).is_dir():
        yield path
        return
    empty = True
    try:
        for folder, inner, names in os.walk(path, onerror=_raise):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in sorted(names):
                if FilePath(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                    empty = False
                    yield str(FilePath(folder) / name)
    except OSError as error:
        raise FileError(_atomic_files.unreadable(error.filename or path, error)) from None
    if empty:
        raise FileError(
            Finding(
                code="file.empty",
                message="no file of an event is in this folder",
                hint=f"their names end in {', '.join(SUFFIXES)}",
                where=Position(file=path),
            )
        )


def _raise(error: OSError) -> None:
    raise error
