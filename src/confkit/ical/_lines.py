"""Content lines (RFC 5545 3.1) out of octets: unfolded, taken apart, each with the line of the file that it stands on.

Nothing is refused here. What breaks the grammar comes back as flaws of the line, beside as much of it as can be made
out; what a name, a parameter or a value means is for others to judge.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BOM", "Flaw", "Line", "Parameter", "Unfolded", "parse", "unescaped", "unfold"]

BOM = b"\xef\xbb\xbf"

_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=")
_VALUE = re.compile(r'(?:"([^"]*)"|([^",;:]*))(?=[,;:]|\Z)')
"""A parameter's value, with quotes or without (RFC 5545 3.1)."""

_STOP = re.compile("[;:]")

_MOST = 1000
"""As many parameters of a line, and values of a parameter, as are read: far more than any calendar has."""
_CARETS = re.compile(r"\^[n'^]")
_DECODED = {"^n": "\n", "^'": '"', "^^": "^"}
_ESCAPES = re.compile(r"\\([\\;,nN])")


class Unfolded(NamedTuple):
    """The octets of a content line, and where they stood.

    ``number`` is the physical line on which it begins, from 1; ``cuts`` says for each further physical line at which
    octet of ``octets`` it begins, and its number.
    """

    octets: bytes
    number: int
    cuts: tuple[tuple[int, int], ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """Return the physical line of an octet, and how many octets of the content line lie before that line."""
        number, start = self.number, 0
        for cut, later in self.cuts:
            if cut > offset:
                break
            number, start = later, cut
        return number, start


class Flaw(NamedTuple):
    """What breaks the grammar of a line: a word for what it is, the text at fault, how many characters precede it."""

    kind: str
    text: str
    start: int


class Parameter(NamedTuple):
    """A parameter: its name in capitals; its values, with neither quotes nor RFC 6868; which of them had quotes."""

    name: str
    values: tuple[str, ...]
    quoted: tuple[bool, ...]


class Line(NamedTuple):
    """A content line taken apart.

    ``name`` is in capitals, and empty if there is none; ``value`` as it stands, with its escapes; ``start`` is how many
    characters of the unfolded line precede it. Where ``flaws`` holds something, the rest is the best guess. ``width``
    is how many characters stand on the first physical line.
    """

    name: str
    params: tuple[Parameter, ...]
    value: str
    number: int
    start: int
    flaws: tuple[Flaw, ...]
    width: int

    def column(self, start: int) -> int:
        """Return the column, from 1, of a character of the unfolded line; 1 if it is on a later physical line."""
        return start + 1 if start < self.width else 1

    def param(self, name: str) -> str | None:
        """Return the first value of a parameter, or nothing.

        >>> parse(Unfolded(b"DTSTART;TZID=Asia/Shanghai:20270501T090000", 1)).param("TZID")
        'Asia/Shanghai'
        """
        for one in self.params:
            if one.name == name:
                return one.values[0]
        return None


def unfold(data: bytes) -> Iterator[Unfolded]:
    r"""Yield the content lines of a file, without line breaks and folds, and without a byte order mark.

    A line ends with CRLF or LF, in a file that has neither with CR. Empty lines are passed over, also between the
    parts of a folded line. Time and memory are in proportion to the input.

    >>> [(line.octets, line.number) for line in unfold(b"BEGIN:VEVENT\r\nSUMMARY:A\r\n  Day\r\nEND:VEVENT\r\n")]
    [(b'BEGIN:VEVENT', 1), (b'SUMMARY:A Day', 2), (b'END:VEVENT', 4)]
    """
    parts: list[bytes] = []
    cuts: list[tuple[int, int]] = []
    first = length = 0
    for number, row in _rows(data):
        if row[:1] in {b" ", b"\t"} and parts:
            cuts.append((length, number))
            parts.append(row[1:])
            length += len(row) - 1
            continue
        if parts:
            yield Unfolded(b"".join(parts), first, tuple(cuts))
        parts, cuts, first, length = [row], [], number, len(row)
    if parts:
        yield Unfolded(b"".join(parts), first, tuple(cuts))


def _rows(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the physical lines that are not empty, with their numbers."""
    end = b"\n" if b"\n" in data else b"\r"
    at = len(BOM) if data.startswith(BOM) else 0
    number = 1
    while at < len(data):
        stop = data.find(end, at)
        if stop < 0:
            stop = len(data)
        # Programs that write CR and LF where text is turned into CRLF already leave two CRs at the end of each line.
        row = data[at:stop].rstrip(b"\r")
        if row:
            yield number, row
        at, number = stop + 1, number + 1


def parse(line: Unfolded) -> Line:
    r"""Take a content line apart; octets that are no UTF-8 become U+FFFD.

    >>> parse(Unfolded(b"SUMMARY;LANGUAGE=en:A Day\\, and more", 7))[:4]
    ('SUMMARY', (Parameter(name='LANGUAGE', values=('en',), quoted=(False,)),), 'A Day\\, and more', 7)
    """
    text = line.octets.decode("utf-8", "replace")
    width = len(line.octets[: line.cuts[0][0]].decode("utf-8", "replace")) if line.cuts else len(text) + 1
    head, colon, value = text.partition(":")
    if colon and _NAME.fullmatch(head):
        return Line(head.upper(), (), value, line.number, len(head) + 1, (), width)
    return _with_parameters(text, line.number, width)


def _with_parameters(text: str, number: int, width: int) -> Line:
    flaws: list[Flaw] = []
    params: list[Parameter] = []
    at = _next(text, 0)
    name = text[:at].upper()
    if _NAME.fullmatch(name) is None:
        flaws.append(Flaw("name", text[:at], 0))
        name = ""
    while text[at : at + 1] == ";" and len(params) + len(flaws) < _MOST:
        at = _parameter(text, at, params, flaws)
    if at < len(text) and text[at] != ":":
        flaws.append(Flaw("too-many", f"{text[at : at + 20]}…", at))
        at = text.find(":", at) if ":" in text[at:] else len(text)
    if at < len(text):
        return Line(name, tuple(params), text[at + 1 :], number, at + 1, tuple(flaws), width)
    return Line(name, tuple(params), "", number, at, (Flaw("no-colon", text, 0),), width)


def _parameter(text: str, at: int, params: list[Parameter], flaws: list[Flaw]) -> int:
    """Take one parameter apart, and return where the next thing begins."""
    named = _PARAMETER.match(text, at)
    if named is None:
        stop = _next(text, at + 1)
        flaws.append(Flaw("parameter", text[at + 1 : stop], at + 1))
        return stop
    values: list[str] = []
    quoted: list[bool] = []
    stop = named.end() - 1
    while text[stop : stop + 1] in {"=", ","} and len(values) < _MOST:
        match = _VALUE.match(text, stop + 1)
        if match is None:
            stop = _next(text, stop + 1)
            flaws.append(Flaw("quotes", text[at + 1 : stop], at + 1))
            return stop
        quoted.append(match[1] is not None)
        values.append(_CARETS.sub(lambda found: _DECODED[found.group()], match[1] or match[2] or ""))
        stop = match.end()
    params.append(Parameter(named[1].upper(), tuple(values), tuple(quoted)))
    return stop


def _next(text: str, at: int) -> int:
    """Return where the next parameter or the value begins, after what cannot be read."""
    found = _STOP.search(text, at)
    return found.start() if found else len(text)


def unescaped(value: str) -> str:
    r"""Return what a value of type TEXT says (RFC 5545 3.3.11); a backslash before anything else stays.

    >>> unescaped(r"A Day\, and more")
    'A Day, and more'
    """
    return _ESCAPES.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
