"""Position, message, hint and order of the findings of the linter, and its arguments."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases import for_each
from confkit import ical
from confkit.errors import InvalidValueError
from invalid_calendars import lint_codes
from valid_calendars import DAY, INVITE, calendar, event


def test_finding_has_position_message_and_hint() -> None:
    data = DAY.replace(b"DTEND;TZID=Asia/Shanghai:20270501T180000", b"DTEND;TZID=Asia/Shanghai:20270501T080000")
    (finding,) = ical.lint(data, file="days.ics")
    assert str(finding.where) == "days.ics:22:26"
    assert (finding.code, finding.level, finding.path) == ("ical.end", "error", "VEVENT[0].DTEND")
    assert (finding.value, finding.rule) == ("20270501T080000", "RFC 5545 3.8.2.2")
    assert finding.hint == "write a later end; leave the end out for an instant or for one whole day"


COLUMNS = {
    "value": (b"PRIORITY:5", b"PRIORITY:10", "VEVENT[0].PRIORITY", 10),
    "second-item": (b"EXDATE;VALUE=DATE:20280401", b"EXDATE;VALUE=DATE:20280401,2028", "VEVENT[1].EXDATE", 28),
    "after-chinese": ("日".encode(), "日,".encode(), "VEVENT[0].SUMMARY", 31),
    "parameter": (b"LANGUAGE=zh-Hans", b"LANGUAGE=", "VEVENT[0].SUMMARY", 8),
    "second-parameter": (b"LANGUAGE=zh-Hans", b"LANGUAGE=zh;X", "VEVENT[0].SUMMARY", 21),
    "value-on-the-next-line": (b"PRIORITY:5", b"PRIORITY:\r\n 10", "VEVENT[0].PRIORITY", 1),
    "control": ("日".encode(), "日\x07".encode(), "VEVENT[0].SUMMARY", 31),
    "control-on-the-next-line": ("日".encode(), "\r\n 日\x07".encode(), "VEVENT[0].SUMMARY", 3),
    "no-utf-8": (b"NAME:Days", b"NAME:Da\xffs", "NAME", 8),
    "long-line": (b"NAME:Days", b"NAME:" + b"a" * 80, "", 76),
    "component": (b"UID:2b7d\r\n", b"", "VEVENT[1].UID", 1),
    "calendar": (b"VERSION:2.0\r\n", b"", "VERSION", 1),
    "within": (b"TRIGGER:-P1D", b"TRIGGER:P", "VEVENT[0].VALARM[0].TRIGGER", 9),
    "observance": (b"TZOFFSETTO:+0800", b"TZOFFSETTO:8", "VTIMEZONE[0].STANDARD[0].TZOFFSETTO", 12),
}


@for_each("old, new, path, column", COLUMNS)
def test_finding_names_path_and_column(old: bytes, new: bytes, path: str, column: int) -> None:
    (finding,) = ical.lint(DAY.replace(old, new, 1))
    assert (finding.path, finding.where and finding.where.column) == (path, column)


def test_path_of_a_finding_names_the_second_calendar_of_a_file() -> None:
    (finding,) = ical.lint(INVITE + DAY.replace(b"PRIORITY:5", b"PRIORITY:x"))
    assert finding.path == "VCALENDAR[1].VEVENT[0].PRIORITY"


SAYS = {
    "all-line-ends": (DAY.replace(b"\r", b""), "all 50 line ends are LF, not CRLF"),
    "some-line-ends": (DAY.replace(b"\r", b"", 3), "3 of 50 line ends are LF, not CRLF"),
    "cr": (DAY.replace(b"\n", b""), "all 50 line ends are CR, not CRLF"),
    "bare-crs": (DAY.replace(b"NAME:Days", b"NAME:D\ra\rys"), "lines contain 2 carriage returns"),
    "zone": (
        DAY.replace(b"TZID:Asia", b"TZID:"),
        "the calendar has no VTIMEZONE for this TZID; it is used 2 times",
    ),
    "end": (
        DAY.replace(b"END:VCALENDAR", b"END:VCALENDARD"),
        "END:VCALENDARD is here, but END:VCALENDAR is needed for line 1",
    ),
    "quotes": (
        DAY.replace(b"LANGUAGE=zh-Hans", b'LANGUAGE="zh'),
        "the double quotes of the parameter do not enclose its whole value",
    ),
    "status": (
        DAY.replace(b"STATUS:CONFIRMED", b"STATUS:DONE"),
        "STATUS of VEVENT must be one of TENTATIVE, CONFIRMED, CANCELLED",
    ),
}


@for_each("data, says", SAYS)
def test_finding_has_a_precise_message(data: bytes, says: str) -> None:
    assert [finding.message for finding in ical.lint(data)] == [says]


def test_findings_are_in_the_order_of_the_file() -> None:
    data = DAY.replace(b"SUMMARY:Call opens", b"SUMMARY:Call, opens").replace(b"VERSION:2.0", b"VERSION:3.0")
    data = data.replace(b"NAME:Days", b"NAME:" + b"a" * 90).replace(b"TZID:Asia/Shanghai\r\n", b"TZID:x\r\n")
    assert lint_codes(data) == [("version", 2), ("line-length", 5), ("zone-undeclared", 21), ("text-separator", 47)]


def test_more_than_a_hundred_findings_of_a_kind_are_counted() -> None:
    data = calendar(event(*["PRIORITY:x"] * 150))
    listed = [finding for finding in ical.lint(data) if finding.code == "ical.integer"]
    assert [finding.where and finding.where.line for finding in listed] == list(range(8, 109))
    assert listed[-1].message == "50 more findings of this kind from here on are not listed: not a whole number"


@for_each(
    "data",
    {
        "bytearray": bytearray(DAY),
        "memoryview": memoryview(DAY),
    },
)
def test_lint_accepts_bytearray_and_memoryview(data: bytearray | memoryview) -> None:
    assert ical.lint(data) == ()  # type: ignore[arg-type]  # octets all the same


@for_each(
    "data",
    {
        "str": "BEGIN:VCALENDAR",
        "None": None,
        "int": 3,
        "list": [DAY],
    },
)
def test_lint_refuses_values_that_are_not_bytes(data: object) -> None:
    with pytest.raises(InvalidValueError, match="lint needs a calendar as bytes"):
        ical.lint(data)  # type: ignore[arg-type]


def test_lint_refuses_a_file_name_that_is_not_text() -> None:
    with pytest.raises(InvalidValueError, match="the name of the file must be text"):
        ical.lint(DAY, file=Path("day.ics"))  # type: ignore[arg-type]
