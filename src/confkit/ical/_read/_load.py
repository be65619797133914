"""The two ways to read a calendar: from a file, and from its octets."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from confkit import _atomic_files
from confkit.errors import FileError, Finding, Position, invalid
from confkit.ical._read._reader import read

if TYPE_CHECKING:
    from confkit.model import Loaded

__all__ = ["load", "loads"]

_MAX_BYTES = 64 << 20
"""About a hundred thousand entries."""

_MAX_LINES = 2_000_000
"""As many lines as such a file has; each costs memory, however short it is."""


def load(path: str | os.PathLike[str], *, max_bytes: int = _MAX_BYTES) -> Loaded:
    """Return the conferences of a calendar file, and findings on everything that was doubtful or not read; see `loads`.

    Raises:
        FileError: the file cannot be read, is longer than ``max_bytes``, or is no calendar.
        InvalidValueError: an argument is of a wrong type.

    >>> from confkit import files, ical
    >>> ical.dump(files.example(), "day.ics")
    >>> [str(day.days) for day in load("day.ics").conferences]
    ['2025-06-07']
    """
    if not isinstance(path, str | os.PathLike):
        hint = "write a string or a pathlib.Path; loads reads what is in memory"
        raise invalid("value.type", "not a path of a file", path="path", value=path, hint=hint)
    _size(max_bytes)
    name = os.fspath(path)
    return _loaded(_atomic_files.read_bytes(name, max_bytes + 1), name, max_bytes)


def loads(data: bytes | str, *, file: str | None = None, max_bytes: int = _MAX_BYTES) -> Loaded:
    r"""Return the conferences of a calendar, and findings on everything that was doubtful or not read.

    The entries that confkit wrote for a conference become that conference again, as far as properties of a calendar
    hold it. Every other event becomes a conference of its own; what is no event, or says nothing, is a finding of
    level ``error``. ``file`` is the name that positions bear. Nothing is guessed: a time without a zone stays one.

    Raises:
        FileError: the data are longer than ``max_bytes`` octets, or no calendar.
        InvalidValueError: an argument is of a wrong type.

    >>> meeting = (
    ...     "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Picnic\nDTSTART:20270501T120000\nEND:VEVENT\nEND:VCALENDAR"
    ... )
    >>> loaded = loads(meeting, file="picnic.ics")
    >>> loaded.conferences[0].days, loaded.findings[0].code, str(loaded.findings[0].where)
    (Days.parse('2027-05-01'), 'read.floating', 'picnic.ics:5')
    """
    if not isinstance(data, bytes | str):
        hint = "write bytes or text; load reads a path"
        raise invalid("value.type", "not bytes or text of a calendar", path="data", value=data, hint=hint)
    if file is not None and not isinstance(file, str):
        hint = "write the name of the file, or leave it out"
        raise invalid("value.type", "file must be text", path="file", value=file, hint=hint)
    _size(max_bytes)
    if isinstance(data, str):
        # Half characters, which no octets can hold, are no UTF-8 either and are reported as that.
        data = data[: max_bytes + 1].encode("utf-8", "surrogatepass")
    return _loaded(data, file, max_bytes)


def _size(max_bytes: object) -> None:
    if isinstance(max_bytes, bool) or not isinstance(max_bytes, int) or max_bytes < 1:
        hint = "write a number of bytes, such as 64 << 20"
        message = "max_bytes must be a whole number greater than zero"
        raise invalid("limit.value", message, path="max_bytes", value=max_bytes, hint=hint)


def _loaded(data: bytes, file: str | None, max_bytes: int) -> Loaded:
    if len(data) > max_bytes:
        finding = Finding(
            code="file.size",
            message=f"the calendar is larger than {max_bytes:,} bytes",
            where=Position(file=file) if file else None,
            hint="split the calendar, or allow more with max_bytes=...",
        )
        raise FileError(finding)
    if max(data.count(b"\n"), data.count(b"\r")) > _MAX_LINES:
        finding = Finding(
            code="file.lines",
            message=f"the calendar has more than {_MAX_LINES:,} lines",
            where=Position(file=file) if file else None,
            hint="split the calendar",
        )
        raise FileError(finding)
    return read(data, file)
