"""The positions of findings: the line and the column of the value at the key path of a finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from confkit.errors import FileError, Finding, KeyPath, Position, path_steps, require_type
from confkit.files import _json, _toml, _yaml
from confkit.files._limits import CATALOG, Limits
from confkit.files._source import Format, Source, source_from_text

if TYPE_CHECKING:
    from confkit.files._offsets import Documents

__all__ = ["locate", "located", "read_documents", "with_positions"]


def read_documents(source: Source, limits: Limits, *, with_offsets: bool = False) -> Documents:
    """Parse a text in its format, and return its documents as trees.

    In a text of one document, the key paths of findings begin inside the document; in a text of several documents, they
    begin with the number of a document. Without ``with_offsets``, JSON is read several times as fast; YAML is always
    read with offsets, and TOML never.
    """
    if source.format in {"json", "jsonl"}:
        documents = _json.read_json(source, limits, with_offsets=with_offsets)
    else:
        documents = _toml.read_toml(source, limits) if source.format == "toml" else _yaml.read_yaml(source, limits)
    if documents.count > 1:
        return documents
    paths = (finding.path.removeprefix("[0]").removeprefix(".") for finding in documents.findings)
    findings = (attrs.evolve(finding, path=path) for finding, path in zip(documents.findings, paths, strict=True))
    return attrs.evolve(documents, findings=tuple(findings))


def locate(
    text: str | bytes, path: str, *, format: Format, file: str | None = None, limits: Limits = CATALOG
) -> Position | None:
    r"""Return the position of the value at a key path.

    If the text has no value at the key path, return the position of the nearest enclosing value.

    ``path`` is written as in findings (``calls[0].deadlines[1].at``); in a text of several documents, the path begins
    with the number of the document (``[2].name``). ``file`` is the file name for the position. For TOML, the position
    has the file name only; without a file name, the result is ``None``.

    Raises:
        FileError: a document of the text cannot be parsed.
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

    A finding that already has a position keeps this position. The other parameters are those of `locate`.

    Raises:
        FileError: a document of the text cannot be parsed.
        InvalidValueError: an argument has the wrong type.

    >>> finding = Finding(code="x", message="too early", path="days")
    >>> located([finding], "confkit: 1\ndays: 2027-05-01\n", format="yaml")[0].where
    Position(file=None, line=2, column=7)
    """
    source = source_from_text(text, format, file, limits)
    require_type("findings", findings, Iterable, hint="write a list of findings")
    unlocated = tuple(findings)
    for finding in unlocated:
        require_type("findings", finding, Finding, hint="write a list of findings")
    documents = read_documents(source, limits, with_offsets=True)
    if len(documents.trees) < documents.count:
        raise FileError(*documents.findings)
    return with_positions(unlocated, source, documents, limits)


def with_positions(
    findings: Iterable[Finding], source: Source, documents: Documents, limits: Limits
) -> tuple[Finding, ...]:
    """Return findings with their positions in a text; ``documents`` is the result of `read_documents` for the text."""
    unlocated = tuple(findings)
    if documents.offsets is None and source.format != "toml" and any(finding.where is None for finding in unlocated):
        documents = read_documents(source, limits, with_offsets=True)
    document: KeyPath = () if documents.count > 1 else (0,)
    return tuple(
        finding
        if finding.where
        else attrs.evolve(finding, where=_position(finding, (*document, *path_steps(finding.path)), source, documents))
        for finding in unlocated
    )


def _position(finding: Finding, path: KeyPath, source: Source, documents: Documents) -> Position | None:
    """Return the position for a finding: of the key if the key is unknown, and of the value for all other findings."""
    offsets, length = documents.offsets.find(path, documents.trees) if documents.offsets else (None, 0)
    if offsets is None:
        return source.file_position()
    at_key = length == len(path) and finding.code == "file.unknown_key"
    return source.position(offsets.key if at_key else offsets.value)
