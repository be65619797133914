"""A content line before anything in it is understood: its octets, and what breaks the grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confkit.ical._lint._report import Place

if TYPE_CHECKING:
    from confkit.ical._lines import Line, Unfolded
    from confkit.ical._lint._report import Report

__all__ = ["check", "is_too_long", "tell"]

_MAX_OCTETS = 16 << 20
_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x0c\x0e-\x1f\x7f]")
"""RFC 5545 3.1: CONTROL. The tab is none, and a carriage return is told of by the layout of the file."""

_FLAWS = {
    "no-colon": ("ical.no-colon", None),
    "name": ("ical.name", None),
    "parameter": ("ical.parameter", None),
    "quotes": ("ical.parameter", "the double quotes of the parameter do not enclose its whole value"),
    "too-many": ("ical.too-large", "the line has more than 1000 parameters; the rest was not checked"),
}


def is_too_long(line: Unfolded, report: Report) -> bool:
    """Tell of a line that is not looked at."""
    if len(line.octets) <= _MAX_OCTETS:
        return False
    says = f"the line is longer than {_MAX_OCTETS >> 20} MiB and was not checked"
    report.add("ical.too-large", Place(line.number), says=says)
    return True


def check(line: Unfolded, path: str, report: Report) -> None:
    """Look for control characters and for octets that are no UTF-8, and tell of the first of each."""
    match = _CONTROL.search(line.octets)
    if match:
        report.add("ical.control", _place(line, match.start(), path), f"U+{match[0][0]:04X}")
    if line.octets.isascii():
        return
    try:
        line.octets.decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = " ".join(f"{octet:02X}" for octet in line.octets[error.start : error.end])
        report.add("ical.utf-8", _place(line, error.start, path), wrong)


def tell(line: Line, path: str, report: Report) -> None:
    """Tell what breaks the grammar of a line."""
    for flaw in line.flaws:
        code, says = _FLAWS[flaw.kind]
        report.add(code, Place.of(line, path, flaw.start), flaw.text, says=says)


def _place(line: Unfolded, offset: int, path: str) -> Place:
    number, start = line.place(offset)
    # On a further physical line, a blank stands before its first octet.
    blank = int(number != line.number)
    return Place(number, len(line.octets[start:offset].decode("utf-8", "replace")) + 1 + blank, path)
