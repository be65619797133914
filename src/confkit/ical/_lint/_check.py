"""The linter's front door: what it takes, and in which order it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.errors import invalid
from confkit.ical import _lines
from confkit.ical._lint import _layout
from confkit.ical._lint._report import Place, Report
from confkit.ical._lint._walk import Walk

if TYPE_CHECKING:
    from confkit.errors import Finding

__all__ = ["lint"]


def lint(data: bytes, *, file: str | None = None) -> tuple[Finding, ...]:
    r"""Return what is wrong with an iCalendar file, and what some programs stumble over, each at its line.

    ``data`` are the octets as they are sent or stored, since much of what goes wrong is gone once they are decoded;
    ``file`` is the name that findings give the file. The findings come in the order of the lines; each has a code, a
    level, the path of components and property (``VEVENT[2].DTSTART``, counted from 0), and the clause of the standard.
    An ``error`` breaks a MUST or the grammar of RFC 5545, 5546, 7953, 7986, 9073, 9074 or 9253; a ``warning`` a SHOULD,
    or is known to fail somewhere; a ``note`` is worth knowing. Any octets give findings and never an exception, in time
    and memory in proportion to their number, of which 64 MiB and 1,000,000 lines are looked at; one more finding says
    so where there are more. Of each code 100 findings are listed, and one more says how many others there are.

    Raises:
        InvalidValueError: ``data`` are no octets, or ``file`` is no name.

    >>> day = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//EN\r\nBEGIN:VEVENT\r\nUID:a\r\n" \
    ...     b"DTSTAMP:20270101T000000Z\r\nDTSTART:20270501\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    >>> for finding in lint(day, file="day.ics"):
    ...     print(finding.where, finding.code, finding.path, finding.rule)
    day.ics:7:9 ical.date-time VEVENT[0].DTSTART RFC 5545 3.3.5
    """
    if not isinstance(data, bytes | bytearray | memoryview):
        hint = "read the file in binary mode, since decoding hides problems of the bytes"
        raise invalid("lint.data", "lint needs a calendar as bytes", path="data", value=data, hint=hint)
    if file is not None and not isinstance(file, str):
        raise invalid("lint.file", "the name of the file must be text", path="file", value=file, hint="pass str(path)")
    report = Report(file)
    whole = bytes(data)
    if _layout.is_wide(whole):
        report.add("ical.encoding", Place(1))
        return report.findings()
    part = _layout.within(whole, report)
    is_whole = len(part) == len(whole)
    if not any(line.octets[:6].upper() == b"BEGIN:" for line in _lines.unfold(part)):
        if is_whole:
            report.add("ical.not-calendar", Place(1))
        return report.findings()
    _layout.check(part, report)
    walk = Walk(report)
    for line in _lines.unfold(part):
        walk.take(line)
    if is_whole:
        walk.finish()
    return report.findings()
