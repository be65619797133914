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
from confkit.errors import FileError, Finding, KeyPath, Position, require_type, value_text
from confkit.files._limits import Limits
from confkit.files._tree import path_to_show

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
"""The formats of files; ``jsonl`` (JSON lines) has one JSON document on each line."""

SUFFIXES: dict[str, Format] = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".jsonl": "jsonl", ".toml": "toml"}
"""The format for each suffix of a file name; the suffixes are in lower case."""

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that no file may contain: those that YAML 1.2.2, 5.1 excludes, and byte order marks inside a text."""

_YAML_1_1_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Characters that end a line in YAML 1.1, but neither in YAML 1.2 nor in editors."""

_INVISIBLE = re.compile("[\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")


def escape_invisible(text: str) -> str:
    """Return a text of JSON or TOML in which all invisible characters are escaped.

    Invisible characters occur only inside strings, where both formats have escapes with four hexadecimal digits.
    """
    return _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Source:
    """The text of a file without its byte order mark, with its format and the name of the file.

    ``file`` is ``None`` if the text does not come from a file. ``byte_order_mark`` is U+FEFF if the file begins with a
    byte order mark, and empty otherwise; lines, columns and offsets do not count the mark.
    """

    text: str
    format: Format
    file: str | None = None
    byte_order_mark: str = ""

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of the start of each line; only CR LF, CR and LF end a line, as in editors."""
        return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", self.text))]

    def position(self, offset: int) -> Position:
        """Return the position, with line and column, of the character at an offset (from 0)."""
        line = bisect.bisect_right(self._starts, offset)
        return Position(file=self.file, line=line, column=offset - self._starts[line - 1] + 1)

    def file_position(self) -> Position | None:
        """Return a position of the file as a whole, or ``None`` if the text does not come from a file."""
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
        """Return a finding at the character at ``offset``, or on the file as a whole if there is no ``offset``."""
        where = self.file_position() if offset is None else self.position(offset)
        return Finding(code=code, message=message, path=path, value=value, hint=hint, rule=rule, where=where)

    def duplicate_key(self, offset: int, path: KeyPath) -> Finding:
        """Return the finding for the second occurrence of a key in a mapping."""
        return self.finding(
            "file.duplicate_key",
            "this mapping already has this key",
            offset=offset,
            path=path_to_show(path),
            value=value_text(path[-1]),
            hint="keep one of them",
        )


def format_from_suffix(name: str) -> Format:
    """Return the format of a file by the suffix of its name.

    Raises:
        FileError: no format has this suffix, or the name belongs to a folder.
    """
    suffix = FilePath(name).suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    where = Position(file=name)
    if os.path.isdir(name):  # noqa: PTH112  # Path.is_dir raises an error where a folder above is closed
        message, hint = "this is a folder, not a file", "load_catalog reads all files of a folder"
        raise FileError(Finding(code="file.folder", message=message, hint=hint, where=where))
    message, hint = "the file name has no known suffix", f"end it in {', '.join(SUFFIXES)}, or state the format"
    raise FileError(Finding(code="file.format", message=message, value=value_text(suffix), hint=hint, where=where))


def check_format(format: object) -> None:
    """Check that a format is known.

    Raises:
        FileError: the format is unknown.
    """
    formats = get_args(Format)
    if format not in formats:
        hint = f"write one of {', '.join(formats)}"
        raise FileError(Finding(code="file.format", message="unknown format", value=value_text(format), hint=hint))


def file_name(path: object) -> str:
    """Return the path of a file as text.

    Raises:
        InvalidValueError: the path is neither text nor a path object, or it is a path of bytes.
    """
    require_type("path", path, str, os.PathLike, hint='write the name of a file, such as "day.yaml"')
    name = os.fspath(path)  # type: ignore[call-overload]  # `require_type` has checked it
    require_type("path", name, str, hint="decode it with os.fsdecode")
    return str(name)


def source_from_text(text: str | bytes, format: Format, file: str | None, limits: Limits) -> Source:
    """Decode and check a text, and return the text as a `Source`; a byte order mark is kept apart from the text.

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
    decoded = text if isinstance(text, str) else _decode(text, file)
    content = decoded.removeprefix("\ufeff")
    source = Source(text=content, format=format, file=file, byte_order_mark=decoded[: len(decoded) - len(content)])
    bad = _UNREADABLE.search(content) or (_YAML_1_1_BREAKS.search(content) if format == "yaml" else None)
    if bad is not None:
        raise FileError(_bad_character(source, bad.start()))
    if not content.isascii() and len(content.encode()) > limits.max_bytes:
        raise FileError(_too_long(file, limits))
    return source


def read_source(path: str | os.PathLike[str], format: Format | None, limits: Limits) -> Source:
    """Read, decode and check the text of a file; without ``format``, the suffix of the name decides the format.

    Raises:
        FileError: the file does not exist or cannot be read, or `source_from_text` refuses its text.
        InvalidValueError: an argument has the wrong type.
    """
    name = file_name(path)
    require_type("limits", limits, Limits, hint="write limits=Limits(max_bytes=...)")
    known = format_from_suffix(name) if format is None else format
    check_format(known)
    return source_from_text(_atomic_files.read_bytes(name, limits.max_bytes + 1), known, name, limits)


def _too_long(file: str | None, limits: Limits) -> Finding:
    """Return the finding for a file of too many bytes."""
    return Finding(
        code="file.size",
        message=f"the file is longer than {limits.max_bytes:,} bytes",
        hint="split it into one file for each event; in Python, limits=Limits(max_bytes=...) allows longer files",
        where=Position(file=file) if file else None,
    )


_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

_ENCODING_BY_ZEROS: dict[tuple[bool, ...], str] = {
    (True, True, True, False): "UTF-32",
    (False, True, True, True): "UTF-32",
    (True, False, True, False): "UTF-16",
    (False, True, False, True): "UTF-16",
}
"""The encoding of a file without a byte order mark, by which of its first four bytes are zero (RFC 4627, 3)."""


def _decode(data: bytes, file: str | None) -> str:
    """Decode bytes in UTF-8; another encoding is a `FileError`, whose message names UTF-16 or UTF-32."""
    mark = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    encoding = mark or _ENCODING_BY_ZEROS.get(tuple(byte == 0 for byte in data[:4]))
    if encoding is not None:
        message = f"the file is {encoding}, and must be UTF-8"
        hint = 'save it as "UTF-8" in your editor; in PowerShell, write it with: Out-File -Encoding utf8'
        raise FileError(_wrong_encoding(message, Position(file=file, line=1, column=1), hint))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        readable = Source(text=data[: error.start].decode().removeprefix("\ufeff"), format="yaml", file=file)
        where = readable.position(len(readable.text))
        hint = 'save it as "UTF-8" in your editor'
        finding = _wrong_encoding("the file is not UTF-8", where, hint, f"0x{data[error.start]:02X}")
        raise FileError(finding) from None


def _wrong_encoding(message: str, where: Position, hint: str, value: str | None = None) -> Finding:
    return Finding(code="file.encoding", message=message, value=value, rule="RFC 3629", where=where, hint=hint)


def _bad_character(source: Source, offset: int) -> Finding:
    """Return the finding for a character that no file may contain."""
    character = source.text[offset]
    code = ord(character)
    hint = "delete it"
    if 0xD800 <= code <= 0xDFFF:
        hint = "write the whole character"
    elif _YAML_1_1_BREAKS.match(character):
        hint = f'delete it, or write "\\u{code:04X}" in double quotes'
    message = "the file contains an invisible character"
    return source.finding("file.character", message, offset=offset, value=f"U+{code:04X}", hint=hint)
