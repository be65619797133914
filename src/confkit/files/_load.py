"""Texts and files to conferences and catalogs, with all findings at once."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

import attrs

from confkit import _atomic_files
from confkit.errors import ConfkitError, FileError, Finding, Position, path_text
from confkit.files._header import read_conferences
from confkit.files._limits import CATALOG, DOCUMENT, MAX_FINDINGS, Limits
from confkit.files._offsets import Documents
from confkit.files._positions import read_documents, with_positions
from confkit.files._source import SUFFIXES, Format, Source, file_name, read_source, source_from_text
from confkit.files._tree import shown
from confkit.model import Catalog, Conference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["EXAMPLE", "Contents", "contents", "example", "load", "load_catalog", "loads", "loads_catalog"]

EXAMPLE = "pytorch-day-china-2025.yaml"


def load(path: str | os.PathLike[str], *, format: Format | None = None, limits: Limits = DOCUMENT) -> Conference:
    r"""Return the conference of a file; its suffix decides the format, unless ``format`` is given.

    Raises:
        FileError: the file cannot be read as one conference. It has a finding for every problem, with key path, value
            and hint, and in YAML and JSON with line and column.
        InvalidValueError: an argument has the wrong type.

    >>> from pathlib import Path
    >>> _ = Path("day.yaml").write_text("confkit: 1\nid: day-2027\nname: A Day\ndays: 2027-05\n")
    >>> load("day.yaml").days
    Days.parse('2027-05')
    """
    return _only_conference(read_source(path, format, limits), limits)


def loads(text: str | bytes, *, format: Format, file: str | None = None, limits: Limits = DOCUMENT) -> Conference:
    r"""Return the conference of a text (bytes are UTF-8). ``file`` is the file name of positions.

    Raises:
        FileError: as in `load`.
        InvalidValueError: as in `load`.

    >>> loads("confkit: 1\nid: day-2027\nname: A Day\ndaes: 2027", format="yaml", file="day.yaml")
    Traceback (most recent call last):
    ...
    confkit.errors.FileError: day.yaml:4:1: error: daes: unknown key: daes (did you mean days?) [file.unknown_key]
    """
    return _only_conference(source_from_text(text, format, file, limits), limits)


def load_catalog(path: str | os.PathLike[str], *, format: Format | None = None, limits: Limits = CATALOG) -> Catalog:
    r"""Return the catalog of a file or a folder.

    A file has one document or several (YAML documents, JSON lines); a document is one conference, or a list of them
    under ``conferences``. A folder is read with the folders inside it: all files whose names end in .yaml, .yml,
    .json, .jsonl or .toml and do not begin with a dot, in the order of their paths. ``limits`` apply to each file.

    Raises:
        FileError: a file cannot be read, or two conferences have the same id; it has the findings of all files, until
            there are more than a thousand.
        InvalidValueError: as in `load`.

    >>> from pathlib import Path
    >>> lines = ['{"confkit": 1, "id": "a", "name": "A"}', '{"confkit": 1, "id": "b", "name": "B"}']
    >>> _ = Path("year.jsonl").write_text("\n".join(lines))
    >>> [conference.id for conference in load_catalog("year.jsonl")]
    ['a', 'b']
    """
    collection = _Collection(limits)
    for name in _event_files(file_name(path)):
        try:
            collection.add(read_source(name, format, limits))
        except ConfkitError as error:
            collection.findings.extend(error.findings)
        if len(collection.findings) > MAX_FINDINGS:
            collection.findings[MAX_FINDINGS:] = [_too_many(Position(file=name))]
            break
    return collection.catalog()


def loads_catalog(text: str | bytes, *, format: Format, file: str | None = None, limits: Limits = CATALOG) -> Catalog:
    r"""Return the catalog of a text with one document or several.

    Raises:
        FileError: as in `load_catalog`.
        InvalidValueError: as in `load`.

    >>> text = "confkit: 1\nid: a\nname: A\n---\nconfkit: 1\nid: b\nname: B\n"
    >>> len(loads_catalog(text, format="yaml"))
    2
    """
    collection = _Collection(limits)
    collection.add(source_from_text(text, format, file, limits))
    return collection.catalog()


@attrs.frozen(kw_only=True, eq=False)
class Contents:
    """The conferences of a text that was read once, with the key paths and the positions of all that is in it.

    ``catalog`` holds the conferences in the order of the text, ``paths`` the key path of each conference by its id.
    """

    catalog: Catalog
    paths: dict[str, str]
    _source: Source = attrs.field(alias="source")
    _parsed: _Parsed = attrs.field(alias="parsed")
    _limits: Limits = attrs.field(alias="limits")

    def located(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings whose key paths begin with the path of a conference, with their positions in the text."""
        return with_positions(findings, self._source, self._parsed.documents, self._limits)


def contents(text: str | bytes, *, format: Format, file: str | None = None, limits: Limits = CATALOG) -> Contents:
    r"""Return the conferences of a text with one document or several, ready to locate findings on them.

    The path of a conference is ``""`` if the text is this conference alone. Put the path before the paths of findings
    on the conference (`Finding.under`), and `Contents.located` finds their positions.

    Raises:
        FileError: as in `load_catalog`.
        InvalidValueError: as in `load`.

    >>> text = "confkit: 1\nconferences:\n- {id: a, name: A}\n- {id: b, name: B}\n"
    >>> year = contents(text, format="yaml", file="year.yaml")
    >>> year.paths
    {'a': 'conferences[0]', 'b': 'conferences[1]'}
    >>> finding = Finding(code="x", message="too short", path="name").under(year.paths["b"])
    >>> print(year.located([finding])[0].where)
    year.yaml:4:17
    """
    source = source_from_text(text, format, file, limits)
    collection = _Collection(limits)
    parsed = collection.add(source)
    catalog = collection.catalog()
    paths = {conference.id: path for path, conference in parsed.conferences}
    return Contents(catalog=catalog, paths=paths, source=source, parsed=parsed, limits=limits)


def example() -> Conference:
    """Return the conference that is part of the package: PyTorch Day China 2025, as it was announced.

    >>> example().id
    'pytorch-day-china-2025'
    """
    return loads(resources.files("confkit.files").joinpath(EXAMPLE).read_bytes(), format="yaml", file=EXAMPLE)


def _only_conference(source: Source, limits: Limits) -> Conference:
    """Return the conference of a text that has exactly one."""
    parsed = _parse(source, limits)
    count = len(parsed.conferences)
    if not parsed.findings and (parsed.several or count != 1):
        finding = Finding(
            code="file.catalog",
            message=f"this file has {count} events, and one was expected",
            hint="read it as a catalog (load_catalog), or give each event a file of its own",
            where=source.start(),
        )
        raise FileError(finding)
    if parsed.findings:
        raise FileError(*_in_reading_order(parsed.findings, source, parsed.documents, limits))
    return parsed.conferences[0][1]


class _Collection:
    """The conferences of many files, and the findings on all of them."""

    def __init__(self, limits: Limits) -> None:
        self.findings: list[Finding] = []
        self._limits = limits
        self._conferences: dict[str, Conference] = {}
        self._origins: dict[str, str] = {}

    def add(self, source: Source) -> _Parsed:
        """Add the conferences and the findings of a text, and return what was read of the text."""
        parsed = _parse(source, self._limits)
        findings = list(parsed.findings)
        for path, conference in parsed.conferences:
            id_path = ".".join(part for part in (path, "id") if part)
            if conference.id in self._conferences:
                findings.append(_duplicate_id(conference.id, id_path, self._origins[conference.id]))
            else:
                self._conferences[conference.id] = conference
                self._origins[conference.id] = f"{source.file or 'the text'}, {id_path}"
        if findings:
            self.findings += _in_reading_order(findings, source, parsed.documents, self._limits)
        return parsed

    def catalog(self) -> Catalog:
        if self.findings:
            raise FileError(*self.findings)
        return Catalog(self._conferences.values())


def _duplicate_id(id: str, path: str, first: str) -> Finding:
    return Finding(
        code="id.duplicate",
        message=f"another event has the same id ({first})",
        path=path,
        value=shown(id),
        hint="give each event its own id",
    )


@attrs.frozen(kw_only=True)
class _Parsed:
    """The conferences of one text with their paths, and findings; ``several``: paths begin with a document."""

    documents: Documents
    conferences: list[tuple[str, Conference]] = attrs.field(factory=list)
    findings: list[Finding] = attrs.field(factory=list)
    several: bool = False


def _parse(source: Source, limits: Limits) -> _Parsed:
    documents = read_documents(source, limits)
    parsed = _Parsed(documents=documents, several=documents.count > 1)
    parsed.findings.extend(documents.findings)
    for number, tree in documents.trees.items():
        if len(parsed.findings) > MAX_FINDINGS:
            break
        prefix = path_text((number,)) if parsed.several else ""
        found, findings = read_conferences(tree)
        paths = (".".join(part for part in (prefix, path) if part) for path, _ in found)
        parsed.conferences.extend(zip(paths, (conference for _, conference in found), strict=True))
        parsed.findings.extend(finding.under(prefix) for finding in findings)
    if not documents.count:
        hint = "begin with confkit: 1, id and name"
        parsed.findings.append(source.finding("file.empty", "the file is empty", hint=hint))
    return parsed


def _in_reading_order(findings: list[Finding], source: Source, documents: Documents, limits: Limits) -> list[Finding]:
    """Return findings with their positions, in reading order, and no more than a person will read."""
    reported = list(with_positions(findings[:MAX_FINDINGS], source, documents, limits))
    reported.sort(key=_reading_order)
    return [*reported, _too_many(source.start())] if len(findings) > MAX_FINDINGS else reported


def _too_many(where: Position | None) -> Finding:
    message, hint = f"more than {MAX_FINDINGS} problems", "fix these, and read the file again"
    return Finding(code="file.many", message=message, hint=hint, where=where)


def _reading_order(finding: Finding) -> tuple[int, int]:
    where = finding.where or Position()
    return where.line or 0, where.column or 0


def _event_files(path: str) -> Iterator[str]:
    """Yield a file, or the event files of a folder and of the folders in it."""
    if not os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises an error where a folder above is closed
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
                message="this folder contains no event files",
                hint=f"the names of event files end in {', '.join(SUFFIXES)}",
                where=Position(file=path),
            )
        )


def _raise(error: OSError) -> None:
    raise error
