"""The file as octets (RFC 5545 3.1): line ends, long lines, folds. Whole-file patterns, each linear in its length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confkit.ical._lines import BOM
from confkit.ical._lint._report import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.ical._lint._report import Report

__all__ = ["MAX_LINES", "MAX_OCTETS", "check", "is_wide", "within"]

MAX_OCTETS = 64 << 20
"""As much of a file as is looked at."""

MAX_LINES = 1_000_000
"""As many physical lines as are looked at."""

_WIDE = (b"\xff\xfe", b"\xfe\xff", b"B\x00E", b"\x00B\x00E", b"B\x00\x00\x00", b"\x00\x00\x00B", b"\x00\x00\xfe\xff")
"""How BEGIN and a byte order mark look in UTF-16 and UTF-32."""

_BARE_LF = re.compile(rb"(?<!\r)\n")
_BARE_CR = re.compile(rb"\r(?!\n)")
_EMPTY = re.compile(rb"^(?:\r?\n)+", re.MULTILINE)
_LONG = re.compile(rb"^[^\n]{75}[^\n]*[^\r\n]", re.MULTILINE)
_SPLIT_CHARACTER = re.compile(rb"[\x80-\xff]\r?\n[ \t][\x80-\xbf]")
_SPLIT_ESCAPE = re.compile(rb"(?<!\\)(?:\\\\)*\\\r?\n[ \t][\\;,nN]")


def is_wide(data: bytes) -> bool:
    """Return whether the file is in UTF-16 or UTF-32."""
    return data.startswith(_WIDE)


def within(data: bytes, report: Report) -> bytes:
    """Return as many whole content lines as the limits allow, and say so if that is not all."""
    cut, limit = len(data), ""
    if cut > MAX_OCTETS:
        cut, limit = data.rfind(b"\n", 0, MAX_OCTETS) + 1, f"the file is larger than {MAX_OCTETS >> 20} MiB"
    if data.count(b"\n", 0, cut) > MAX_LINES:
        cut, limit = _after_line(data, MAX_LINES, cut), f"the file has more than {MAX_LINES} lines"
    if not limit:
        return data
    # What follows may go on with a folded line, of which the part within the limit would be judged for the whole.
    while cut > 0 and data[cut : cut + 1] in {b" ", b"\t"}:
        cut = data.rfind(b"\n", 0, cut - 1) + 1
    place = Place(data.count(b"\n", 0, cut) + 1)
    report.add("ical.too-large", place, says=f"{limit}; the rest was not checked")
    return data[:cut]


def _after_line(data: bytes, lines: int, stop: int) -> int:
    """Return where the line after so many begins, by halves: counting is faster than walking."""
    low, count = 0, 0
    while stop - low > 1:
        middle = (low + stop) // 2
        inside = data.count(b"\n", low, middle)
        if count + inside >= lines:
            stop = middle
        else:
            low, count = middle, count + inside
    return stop


def check(data: bytes, report: Report) -> None:
    """Look at the layout of a file."""
    if data.startswith(BOM):
        report.add("ical.byte-order-mark", Place(1))
        data = data[len(BOM) :]
    if b"\n" not in data and b"\r" in data:
        ends = data.count(b"\r")
        report.add("ical.line-ends", Place(1), says=f"all {ends} line ends are CR, not CRLF")
        data = data.replace(b"\r", b"\n")
    else:
        _line_ends(data, report)
    if not data.endswith(b"\n"):
        place = _place(data, data.count(b"\n") + 1, data.rfind(b"\n") + 1, len(data))
        report.add("ical.last-line", place)
    _each("ical.empty-line", _EMPTY, data, report)
    _long(data, report)
    _each("ical.split-character", _SPLIT_CHARACTER, data, report)
    _each("ical.split-escape", _SPLIT_ESCAPE, data, report)


def _line_ends(data: bytes, report: Report) -> None:
    ends, full = data.count(b"\n"), data.count(b"\r\n")
    if ends > full:
        which = f"all {ends} line ends are" if not full else f"{ends - full} of {ends} line ends are"
        line = next(_lines(_BARE_LF, data))[0]
        report.add("ical.line-ends", Place(line), says=f"{which} LF, not CRLF")
    bare = data.count(b"\r") - full
    if bare:
        line, start, match = next(_lines(_BARE_CR, data))
        says = "a line contains a carriage return" if bare == 1 else f"lines contain {bare} carriage returns"
        report.add("ical.bare-cr", _place(data, line, start, match.start()), says=says)


def _each(code: str, pattern: re.Pattern[bytes], data: bytes, report: Report) -> None:
    for line, start, match in _lines(pattern, data):
        report.add(code, _place(data, line, start, match.start()))


def _long(data: bytes, report: Report) -> None:
    for line, start, match in _lines(_LONG, data):
        says = f"the line has {len(match[0])} octets, more than 75"
        report.add("ical.line-length", _place(data, line, start, start + 75), says=says)


def _place(data: bytes, line: int, start: int, offset: int) -> Place:
    return Place(line, len(data[start:offset].decode("utf-8", "replace")) + 1)


def _lines(pattern: re.Pattern[bytes], data: bytes) -> Iterator[tuple[int, int, re.Match[bytes]]]:
    """Yield for each match its line, and where that begins."""
    line, at = 1, 0
    for match in pattern.finditer(data):
        line += data.count(b"\n", at, match.start())
        at = match.start()
        yield line, data.rfind(b"\n", 0, at) + 1, match
