"""The text of a file: where it comes from, what may not stand in it, and which line a character is on."""

from __future__ import annotations

import bisect
import codecs
import os
import re
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import attrs

from confkit import _atomic_files
from confkit.errors import FileError, Finding, KeyPath, Position, invalid
from confkit.files._tree import Tree, shown

if TYPE_CHECKING:
    from confkit.files._limits import Limits

__all__ = ["Format", "Place", "Read", "Source", "escaped", "format_of", "known", "read_source", "source_of"]

Format: TypeAlias = Literal["yaml", "json", "jsonl", "toml"]
"""A way to write a conference down; ``jsonl`` is JSON with one document a line."""

SUFFIXES: dict[str, Format] = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".jsonl": "jsonl", ".toml": "toml"}

_UNSEEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""YAML 1.2.2, 5.1: what may not stand for itself; and the byte order mark, which nobody sees."""

_BREAKS = re.compile("[\x85\u2028\u2029]")
"""YAML 1.1 ends lines here, YAML 1.2 and editors do not."""

_UNSEEN_HERE = re.compile("[\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")


def escaped(text: str) -> str:
    """Return a text of JSON or TOML in which every character can be seen; those that cannot stand in strings only."""
    return _UNSEEN_HERE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


@attrs.frozen(kw_only=True)
class Place:
    """Where a value stands, and where its key does; both count characters from 0."""

    key: int
    value: int


@attrs.frozen(kw_only=True)
class Read:
    """What a text holds: its documents, keys that stand twice, and the places of the paths that were asked for.

    Paths begin with the number of the document, from 0. A document that cannot be read is missing, a finding says why,
    and it counts all the same.
    """

    documents: dict[int, Tree]
    count: int
    findings: tuple[Finding, ...] = ()
    places: dict[KeyPath, Place] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Source:
    """A text and the name of the file that it comes from (``None``: from no file)."""

    text: str
    format: Format
    file: str | None = None

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line starts; a line ends as editors end it, not as YAML 1.1 does (U+0085, U+2028)."""
        return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", self.text))]

    def position(self, offset: int) -> Position:
        """Return line and column, from 1, of a character counted from 0."""
        line = bisect.bisect_right(self._starts, offset)
        return Position(file=self.file, line=line, column=offset - self._starts[line - 1] + 1)

    def whole(self) -> Position | None:
        """Return the file as a position, or ``None`` if the text comes from no file."""
        return Position(file=self.file) if self.file else None

    def finding(
        self,
        code: str,
        message: str,
        *,
        offset: int | None = None,
        path: str = "",
        value: str | None = None,
        hint: str | None = None,
        rule: str | None = None,
    ) -> Finding:
        """Return a finding at a character, or in the file as a whole."""
        where = self.whole() if offset is None else self.position(offset)
        return Finding(code=code, message=message, path=path, value=value, hint=hint, rule=rule, where=where)


def format_of(name: str) -> Format:
    """Return the format that a file's suffix stands for.

    Raises:
        FileError: the suffix is none that confkit writes.
    """
    suffix = FilePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise FileError(
            Finding(
                code="file.format",
                message="the file's name does not say in which format it is",
                value=shown(suffix),
                hint=f"let it end in one of {', '.join(SUFFIXES)}, or state the format",
                where=Position(file=name),
            )
        )
    return SUFFIXES[suffix]


def known(format: str) -> None:
    """Refuse the name of a format that there is not.

    Raises:
        FileError: there is no such format.
    """
    if format not in get_args(Format):
        names = ", ".join(get_args(Format))
        raise FileError(
            Finding(code="file.format", message="no such format", value=shown(format), hint=f"write one of {names}")
        )


def source_of(text: str | bytes, format: Format, file: str | None, limits: Limits) -> Source:
    """Return a text that holds nothing unreadable.

    Raises:
        FileError: the text is too long, not UTF-8, or holds a character that nobody can see.
    """
    known(format)
    if not isinstance(text, str | bytes):
        raise invalid(
            "value.type", "a file is read from text or octets", value=text, hint="read a path with load(path)"
        )
    if len(text) > limits.max_bytes:
        raise FileError(_too_long(file, limits))
    source = Source(text=text if isinstance(text, str) else _decoded(text, file), format=format, file=file)
    unseen = _UNSEEN.search(source.text) or (_BREAKS.search(source.text) if format == "yaml" else None)
    if unseen is not None:
        raise FileError(_unseen_character(source, unseen.start()))
    if not source.text.isascii() and len(source.text.encode()) > limits.max_bytes:
        raise FileError(_too_long(file, limits))
    return source


def read_source(path: str | os.PathLike[str], format: Format | None, limits: Limits) -> Source:
    """Return the text of a file.

    Raises:
        FileError: there is no such file, it cannot be read, or its text is none of ours.
    """
    name = os.fspath(path)
    format = format or format_of(name)
    return source_of(_atomic_files.read(name, limits.max_bytes + 1), format, name, limits)


def _too_long(file: str | None, limits: Limits) -> Finding:
    return Finding(
        code="file.size",
        message=f"the file is longer than {limits.max_bytes:,} octets",
        hint="split it into one file for each event, or allow more with Limits(max_bytes=...)",
        where=Position(file=file) if file else None,
    )


_MARKS = (
    (codecs.BOM_UTF8, "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def _decoded(data: bytes, file: str | None) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise FileError(_encoding(f"the file is {name}", Position(file=file, line=1, column=1)))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = Source(text=data[: error.start].decode(), format="yaml", file=file)
        where = before.position(len(before.text))
        raise FileError(_encoding("the file is not UTF-8", where, f"0x{data[error.start]:02X}")) from None


def _encoding(message: str, where: Position, value: str | None = None) -> Finding:
    return Finding(
        code="file.encoding",
        message=message,
        value=value,
        rule="RFC 3629",
        where=where,
        hint='save it again as plain "UTF-8" in your editor',
    )


def _unseen_character(source: Source, offset: int) -> Finding:
    code = ord(source.text[offset])
    hint = "delete it"
    if code == 0xFEFF:
        hint = 'delete it; an editor leaves it out that saves as "UTF-8", not as "UTF-8 with BOM"'
    elif 0xD800 <= code <= 0xDFFF:
        hint = "write the whole character"
    elif _BREAKS.match(source.text[offset]):
        hint = f'delete it, or write "\\u{code:04X}" in double quotes'
    return source.finding(
        "file.character", "here stands a character that nobody can see", offset=offset, value=f"U+{code:04X}", hint=hint
    )
