"""Reading of conferences and catalogs from texts, files and folders; an error reports all problems at once."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

import attrs

from confkit import _atomic_files
from confkit.errors import ConfkitError, FileError, Finding, Position, path_text, value_text
from confkit.files._header import read_conferences
from confkit.files._limits import CATALOG, DOCUMENT, MAX_FINDINGS, Limits
from confkit.files._offsets import Documents
from confkit.files._positions import read_documents, with_positions
from confkit.files._source import SUFFIXES, Format, Source, file_name, read_source, source_from_text
from confkit.model import Catalog, Conference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["EXAMPLE", "Contents", "contents", "example", "load", "load_catalog", "loads", "loads_catalog"]

EXAMPLE = "pytorch-day-china-2025.yaml"


def load(path: str | os.PathLike[str], *, format: Format | None = None, limits: Limits = DOCUMENT) -> Conference:
    r"""Read a conference from a file; the suffix of the file name decides the format, unless ``format`` is given.

    Raises:
        FileError: the file cannot be read as one conference. The error has a finding for each problem, with key path,
            value and hint, and in YAML and JSON with line and column.
        InvalidValueError: an argument has the wrong type.

    >>> from pathlib import Path
    >>> _ = Path("day.yaml").write_text("confkit: 1\nid: day-2027\nname: A Day\ndays: 2027-05\n")
    >>> load("day.yaml").days
    Days.parse('2027-05')
    """
    return _only_conference(read_source(path, format, limits), limits)


def loads(text: str | bytes, *, format: Format, file: str | None = None, limits: Limits = DOCUMENT) -> Conference:
    r"""Read a conference from a text, or from bytes in UTF-8. ``file`` is the file name for the positions of findings.

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
    r"""Read a catalog from a file or a folder.

    A file has one document or several (YAML documents, JSON lines). A document is a single conference, or has a list of
    conferences under the key ``conferences``. A folder is read with the folders inside it: all files whose names end in
    .yaml, .yml, .json, .jsonl or .toml and do not begin with a dot, in the order of their paths. ``limits`` apply to
    each file.

    Raises:
        FileError: a file cannot be read, or two conferences have the same id. The error has the findings on all files;
            reading stops after 1000 findings.
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
    r"""Read a catalog from a text with one document or several.

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
    """The conferences of a text, with their key paths, and a method that locates findings in the text.

    The text is kept, so that the findings of a later check can be located without reading the file again.
    ``catalog`` has the conferences in the order of the text; ``paths`` has the key path of each conference by its id.
    """

    catalog: Catalog
    paths: dict[str, str]
    _source: Source = attrs.field(alias="source")
    _parsed: _ParsedText = attrs.field(alias="parsed")
    _limits: Limits = attrs.field(alias="limits")

    def located(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings with their positions in the text.

        The key path of each finding must begin with the key path of a conference in ``paths``.
        """
        return with_positions(findings, self._source, self._parsed.documents, self._limits)


def contents(text: str | bytes, *, format: Format, file: str | None = None, limits: Limits = CATALOG) -> Contents:
    r"""Read the conferences of a text with one document or several, and keep the text for `Contents.located`.

    If the text is a single conference, the key path of this conference is empty. To locate a finding on a conference,
    put the path of the conference before the path of the finding (`Finding.under`), and call `Contents.located`.

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
    """Return the example conference of the package: PyTorch Day China 2025, as it was announced.

    >>> example().id
    'pytorch-day-china-2025'
    """
    return loads(resources.files("confkit.files").joinpath(EXAMPLE).read_bytes(), format="yaml", file=EXAMPLE)


def _only_conference(source: Source, limits: Limits) -> Conference:
    """Return the only conference of a text; a text with no conference, or with several, is a `FileError`."""
    parsed = _parse(source, limits)
    count = len(parsed.conferences)
    if not parsed.findings and (parsed.has_several_documents or count != 1):
        finding = Finding(
            code="file.catalog",
            message=f"this file has {count} events, and one was expected",
            hint="give each event a file of its own; in Python, files.load_catalog reads a file with several events",
            where=source.file_position(),
        )
        raise FileError(finding)
    if parsed.findings:
        raise FileError(*_in_reading_order(parsed.findings, source, parsed.documents, limits))
    return parsed.conferences[0][1]


class _Collection:
    """The conferences of several texts, and the findings on all these texts."""

    def __init__(self, limits: Limits) -> None:
        self.findings: list[Finding] = []
        self._limits = limits
        self._conferences: dict[str, Conference] = {}
        self._origins: dict[str, str] = {}

    def add(self, source: Source) -> _ParsedText:
        """Parse a text, add its conferences and its findings to the collection, and return the parsed text."""
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
        """Return the conferences as a catalog, or raise all findings."""
        if self.findings:
            raise FileError(*self.findings)
        return Catalog(self._conferences.values())


def _duplicate_id(id: str, path: str, first: str) -> Finding:
    return Finding(
        code="id.duplicate",
        message=f"another event has the same id ({first})",
        path=path,
        value=value_text(id),
        hint="give each event its own id",
    )


@attrs.frozen(kw_only=True)
class _ParsedText:
    """The conferences of a text with their key paths, and the findings on the text.

    If ``has_several_documents`` is true, key paths begin with the number of a document.
    """

    documents: Documents
    conferences: list[tuple[str, Conference]] = attrs.field(factory=list)
    findings: list[Finding] = attrs.field(factory=list)
    has_several_documents: bool = False


def _parse(source: Source, limits: Limits) -> _ParsedText:
    """Parse a text, and convert its documents to conferences."""
    documents = read_documents(source, limits)
    parsed = _ParsedText(documents=documents, has_several_documents=documents.count > 1)
    parsed.findings.extend(documents.findings)
    for number, tree in documents.trees.items():
        if len(parsed.findings) > MAX_FINDINGS:
            break
        prefix = path_text((number,)) if parsed.has_several_documents else ""
        conferences, findings = read_conferences(tree)
        paths = (".".join(part for part in (prefix, path) if part) for path, _ in conferences)
        parsed.conferences.extend(zip(paths, (conference for _, conference in conferences), strict=True))
        parsed.findings.extend(finding.under(prefix) for finding in findings)
    if not documents.count:
        hint = "begin with confkit: 1, id and name"
        parsed.findings.append(source.finding("file.empty", "the file is empty", hint=hint))
    return parsed


def _in_reading_order(findings: list[Finding], source: Source, documents: Documents, limits: Limits) -> list[Finding]:
    """Return findings with their positions, sorted by position.

    Of more than 1000 findings, return the first 1000, and a last finding that says that there are more.
    """
    reported = list(with_positions(findings[:MAX_FINDINGS], source, documents, limits))
    reported.sort(key=_reading_order)
    return [*reported, _too_many(source.file_position())] if len(findings) > MAX_FINDINGS else reported


def _too_many(where: Position | None) -> Finding:
    """Return the finding that says that there are more problems than the findings before it."""
    message, hint = f"more than {MAX_FINDINGS} problems", "fix these, and read the file again"
    return Finding(code="file.many", message=message, hint=hint, where=where)


def _reading_order(finding: Finding) -> tuple[int, int]:
    where = finding.where or Position()
    return where.line or 0, where.column or 0


def _event_files(path: str) -> Iterator[str]:
    """Yield the path itself if it is a file, or the paths of all event files in a folder and its subfolders."""
    if not os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises an error where a folder above is closed
        yield path
        return
    empty = True
    try:
        for folder, inner, names in os.walk(path, onerror=_raise_error):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in sorted(names):
                if FilePath(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                    empty = False
                    yield str(FilePath(folder) / name)
    except OSError as error:
        raise FileError(_atomic_files.unreadable_finding(error.filename or path, error)) from None
    if empty:
        raise FileError(
            Finding(
                code="file.empty",
                message="this folder contains no event files",
                hint=f"the names of event files end in {', '.join(SUFFIXES)}",
                where=Position(file=path),
            )
        )


def _raise_error(error: OSError) -> None:
    raise error
