"""The text of a file: its format, its encoding, its lines, and the characters that a file may not contain."""

from __future__ import annotations

import bisect
import codecs
import os
import re
from functools import cached_property
from pathlib import Path as FilePath
from typing import Literal, TypeAlias, get_args

import attrs

from confkit import _atomic_files
from confkit.errors import FileError, Finding, KeyPath, Position, require_type
from confkit.files._limits import Limits
from confkit.files._tree import path_to_show, shown

__all__ = [
    "SUFFIXES",
    "Format",
    "Source",
    "check_format",
    "escape_invisible",
    "file_name",
    "format_from_suffix",
    "read_source",
    "source_from_text",
]

Format: TypeAlias = Literal["yaml", "json", "jsonl", "toml"]
"""A format of files; ``jsonl`` is JSON with one document on each line."""

SUFFIXES: dict[str, Format] = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".jsonl": "jsonl", ".toml": "toml"}
"""The suffixes of file names, in lower case, and the formats that they stand for."""

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML 1.2.2, 5.1 excludes from files; and the byte order mark, which is invisible inside a text."""

_YAML_1_1_BREAKS = re.compile("[\x85\u2028\u2029]")
"""YAML 1.1 ends lines here, YAML 1.2 and editors do not."""

_INVISIBLE = re.compile("[\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")


def escape_invisible(text: str) -> str:
    """Return a text of JSON or TOML with its invisible characters as escapes; all of them stand in strings."""
    return _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Source:
    """A text and the name of the file that it comes from (``None``: from no file).

    ``byte_order_mark`` is empty if the file begins without one; it belongs before ``text`` when the text is
    written again, and is in no position.
    """

    text: str
    format: Format
    file: str | None = None
    byte_order_mark: str = ""

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line starts; a line ends as editors end it, not as YAML 1.1 does (U+0085, U+2028)."""
        return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", self.text))]

    def position(self, offset: int) -> Position:
        """Return line and column, from 1, of a character counted from 0."""
        line = bisect.bisect_right(self._starts, offset)
        return Position(file=self.file, line=line, column=offset - self._starts[line - 1] + 1)

    def start(self) -> Position | None:
        """Return the file as a position, without a line, or ``None`` if the text comes from no file."""
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
        """Return a finding at a character, or on the file as a whole."""
        where = self.start() if offset is None else self.position(offset)
        return Finding(code=code, message=message, path=path, value=value, hint=hint, rule=rule, where=where)

    def duplicate_key(self, offset: int, path: KeyPath) -> Finding:
        """Return the finding for a key that its mapping already has."""
        return self.finding(
            "file.duplicate_key",
            "this mapping already has this key",
            offset=offset,
            path=path_to_show(path),
            value=shown(path[-1]),
            hint="keep one of them",
        )


def format_from_suffix(name: str) -> Format:
    """Return the format that a file's suffix stands for.

    Raises:
        FileError: the suffix stands for no format of ours, or the name is that of a folder.
    """
    suffix = FilePath(name).suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    where = Position(file=name)
    if os.path.isdir(name):  # noqa: PTH112  # Path.is_dir raises an error where a folder above is closed
        message, hint = "this is a folder, not a file", "load_catalog reads all files of a folder"
        raise FileError(Finding(code="file.folder", message=message, hint=hint, where=where))
    message, hint = "the file name has no known suffix", f"end it in {', '.join(SUFFIXES)}, or state the format"
    raise FileError(Finding(code="file.format", message=message, value=shown(suffix), hint=hint, where=where))


def check_format(format: object) -> None:
    """Refuse an unknown format.

    Raises:
        FileError: there is no such format.
    """
    formats = get_args(Format)
    if format not in formats:
        hint = f"write one of {', '.join(formats)}"
        raise FileError(Finding(code="file.format", message="unknown format", value=shown(format), hint=hint))


def file_name(path: object) -> str:
    """Return a path as text.

    Raises:
        InvalidValueError: it is neither text nor a path of text.
    """
    require_type("path", path, str, os.PathLike, hint='write the name of a file, such as "day.yaml"')
    name = os.fspath(path)  # type: ignore[call-overload]  # `require_type` has checked it
    require_type("path", name, str, hint="decode it with os.fsdecode")
    return str(name)


def source_from_text(text: str | bytes, format: Format, file: str | None, limits: Limits) -> Source:
    """Return a text that contains nothing unreadable, without its byte order mark.

    Raises:
        FileError: the text is too long, is not UTF-8, or contains an invisible character.
        InvalidValueError: an argument has the wrong type.
    """
    check_format(format)
    require_type("text", text, str, bytes, hint="to read a file, give its path to load or load_catalog")
    if file is not None:
        require_type("file", file, str, hint="write the name that messages show")
    require_type("limits", limits, Limits, hint="write limits=Limits(max_bytes=...)")
    if len(text) > limits.max_bytes:
        raise FileError(_too_long(file, limits))
    decoded = text if isinstance(text, str) else _decoded(text, file)
    content = decoded.removeprefix("\ufeff")
    source = Source(text=content, format=format, file=file, byte_order_mark=decoded[: len(decoded) - len(content)])
    bad = _UNREADABLE.search(content) or (_YAML_1_1_BREAKS.search(content) if format == "yaml" else None)
    if bad is not None:
        raise FileError(_bad_character(source, bad.start()))
    if not content.isascii() and len(content.encode()) > limits.max_bytes:
        raise FileError(_too_long(file, limits))
    return source


def read_source(path: str | os.PathLike[str], format: Format | None, limits: Limits) -> Source:
    """Return the text of a file.

    Raises:
        FileError: there is no such file, it cannot be read, or its text is refused by `source_from_text`.
        InvalidValueError: an argument has the wrong type.
    """
    name = file_name(path)
    require_type("limits", limits, Limits, hint="write limits=Limits(max_bytes=...)")
    known = format_from_suffix(name) if format is None else format
    check_format(known)
    return source_from_text(_atomic_files.read(name, limits.max_bytes + 1), known, name, limits)


def _too_long(file: str | None, limits: Limits) -> Finding:
    return Finding(
        code="file.size",
        message=f"the file is longer than {limits.max_bytes:,} bytes",
        hint="split it into one file for each event, or allow more with Limits(max_bytes=...)",
        where=Position(file=file) if file else None,
    )


_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

_ZEROS: dict[tuple[bool, ...], str] = {
    (True, True, True, False): "UTF-32",
    (False, True, True, True): "UTF-32",
    (True, False, True, False): "UTF-16",
    (False, True, False, True): "UTF-16",
}
"""Which of the first four bytes are zero where two characters of ASCII, or one, begin a file (RFC 4627, 3)."""


def _decoded(data: bytes, file: str | None) -> str:
    mark = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    encoding = mark or _ZEROS.get(tuple(byte == 0 for byte in data[:4]))
    if encoding is not None:
        message = f"the file is {encoding}, and must be UTF-8"
        hint = 'save it as "UTF-8" in your editor; in PowerShell, write it with: Out-File -Encoding utf8'
        raise FileError(_wrong_encoding(message, Position(file=file, line=1, column=1), hint))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = Source(text=data[: error.start].decode().removeprefix("\ufeff"), format="yaml", file=file)
        where = before.position(len(before.text))
        hint = 'save it as "UTF-8" in your editor'
        finding = _wrong_encoding("the file is not UTF-8", where, hint, f"0x{data[error.start]:02X}")
        raise FileError(finding) from None


def _wrong_encoding(message: str, where: Position, hint: str, value: str | None = None) -> Finding:
    return Finding(code="file.encoding", message=message, value=value, rule="RFC 3629", where=where, hint=hint)


def _bad_character(source: Source, offset: int) -> Finding:
    character = source.text[offset]
    code = ord(character)
    hint = "delete it"
    if 0xD800 <= code <= 0xDFFF:
        hint = "write the whole character"
    elif _YAML_1_1_BREAKS.match(character):
        hint = f'delete it, or write "\\u{code:04X}" in double quotes'
    message = "the file contains an invisible character"
    return source.finding("file.character", message, offset=offset, value=f"U+{code:04X}", hint=hint)
