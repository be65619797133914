"""Reading of files: records other than events, damaged files, limits, hostile and published files."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from cases import for_each
from confkit import Text, ical
from confkit.errors import FileError, InvalidValueError
from factories import conference
from foreign_calendars import DAY, REQUIRED, SUMMER, calendar, event, levels_codes_and_lines, times_in_zone, vtimezone

CORPUS = Path(os.environ.get("CONFKIT_CORPORA", "nowhere"), "ics-collective")


def test_records_other_than_events_are_findings():
    names = ["VTODO", "VJOURNAL", "VFREEBUSY", "X-THING"]
    rows = [row for name in names for row in (f"BEGIN:{name}", "SUMMARY:Buy milk", f"END:{name}")]
    loaded = ical.loads(calendar(*rows))
    assert [(finding.level, finding.code, finding.path) for finding in loaded.findings] == [
        ("error", "read.record", f"{name}[0]") for name in names
    ]


def test_event_without_title_and_start_is_a_finding():
    loaded = ical.loads(calendar(*event("DESCRIPTION:x", head=REQUIRED[:2])))
    assert (loaded.conferences, levels_codes_and_lines(loaded.findings)) == ((), [("error", "read.record", 4)])


def test_changed_time_of_a_recurring_event_is_a_finding():
    loaded = ical.loads(calendar(*event(DAY, "RRULE:FREQ=DAILY"), *event(DAY, "RECURRENCE-ID;VALUE=DATE:20270502")))
    assert (len(loaded.conferences), levels_codes_and_lines(loaded.findings)) == (
        1, [("warning", "read.recurring", 9), ("error", "read.record", 11)],
    )  # fmt: skip


def test_every_calendar_of_a_file_is_read():
    first = calendar(*event(DAY))
    loaded = ical.loads(
        first + first.replace(b"picnic", b"dinner") + b"BEGIN:VCALENDAR\r\nCALSCALE:JULIAN\r\nEND:VCALENDAR"
    )
    assert [found.id for found in loaded.conferences] == ["picnic", "dinner"]
    assert levels_codes_and_lines(loaded.findings) == [("note", "read.empty", 21), ("warning", "read.calscale", 22)]


def test_events_outside_of_a_calendar_are_read():
    loaded = ical.loads("\n".join(["NAME:x", *event(DAY), *event(DAY, head=["UID:b", "SUMMARY:B"])]))
    assert [found.id for found in loaded.conferences] == ["picnic", "b"]
    assert levels_codes_and_lines(loaded.findings) == [
        ("warning", "read.outside", 1),
        ("warning", "read.no-calendar", 2),
    ]


def test_events_without_an_end_are_read_separately():
    loaded = ical.loads("\n".join(["BEGIN:VCALENDAR", *event(DAY)[:-1], *event(DAY, head=["UID:b", "SUMMARY:B"])[:-1]]))
    assert [found.id for found in loaded.conferences] == ["picnic", "b"]
    assert {code for _, code, _ in levels_codes_and_lines(loaded.findings)} == {"read.unclosed"}


def test_properties_of_the_calendar_are_notes():
    loaded = ical.loads(calendar(*event(DAY), head=["X-WR-CALNAME:Fun", "DESCRIPTION:Lots"]), file="fun.ics")
    assert [str(finding) for finding in loaded.findings] == [
        f"fun.ics:{line}: note: VCALENDAR[0].{name}: a conference has no field for this; it was not read: {name} "
        "[read.unread]"
        for line, name in ((4, "X-WR-CALNAME"), (5, "DESCRIPTION"))
    ]


def test_bytes_that_are_not_utf8_are_replaced_with_a_warning():
    data = calendar(*event(DAY)).replace(b"Picnic", b"Pi\xffcnic")
    loaded = ical.loads(data)
    assert (loaded.conferences[0].name, levels_codes_and_lines(loaded.findings)) == (
        Text.of("Pi\ufffdcnic"), [("warning", "read.encoding", 7)],
    )  # fmt: skip


def test_text_is_read_like_bytes():
    text = calendar(*event(DAY)).decode().replace("Picnic", "野餐\udc80")
    loaded = ical.loads(text)
    assert (loaded.conferences[0].name, levels_codes_and_lines(loaded.findings)[0][1]) == (
        Text.of("野餐\ufffd\ufffd\ufffd"),
        "read.encoding",
    )


def test_character_split_by_a_fold_is_restored():
    data = calendar(*event(DAY)).replace(b"Picnic", "野".encode()[:1] + b"\r\n " + "野".encode()[1:])
    assert ical.loads(data).conferences[0].name == Text.of("野")


@for_each("data", [b"", b" \r\n", b"{}", b"confkit: 1\n", b"\xff\xfe\x00"])
def test_file_without_a_calendar_is_refused(data):
    with pytest.raises(FileError) as caught:
        ical.loads(data, file="day.ics")
    assert [(finding.code, str(finding.where)) for finding in caught.value.findings] == [("read.none", "day.ics")]


@for_each(
    "lines, level, more, errors",
    {
        "no errors": (["nonsense"], "warning", 200, 0),
        "errors": (["BEGIN:VTODO", "END:VTODO"], "error", 199, 199),
    },
)
def test_findings_beyond_a_thousand_are_counted(lines, level, more, errors):
    loaded = ical.loads(calendar(*lines * 1199))
    last = loaded.findings[-1]
    assert (len(loaded.findings), last.level, last.code, last.message) == (
        1001, level, "read.many", f"{more} more findings are not shown, {errors} of them errors",
    )  # fmt: skip


def test_too_many_lines_are_refused():
    with pytest.raises(FileError) as caught:
        ical.loads(b"A:\n " * 2_000_001, file="day.ics")
    assert [(finding.code, str(finding.where)) for finding in caught.value.findings] == [("file.lines", "day.ics")]


def test_deeply_nested_components_are_refused():
    with pytest.raises(FileError) as caught:
        ical.loads(b"BEGIN:X\n" * 100_000)
    assert [(finding.code, str(finding.where)) for finding in caught.value.findings] == [("file.depth", "<text>:21")]


def test_file_is_read(tmp_path):
    path = tmp_path / "day.ics"
    ical.dump(conference(), path)
    assert ical.load(path) == ical.loads(path.read_bytes(), file=str(path))


def test_file_over_the_size_limit_is_refused(tmp_path):
    path = tmp_path / "day.ics"
    path.write_bytes(calendar(*event(DAY)))
    size = path.stat().st_size
    assert [len(ical.load(path, max_bytes=most).conferences) for most in (size, 10**400)] == [1, 1]
    for attempt in (lambda: ical.load(path, max_bytes=size - 1), lambda: ical.loads("x" * 20, max_bytes=19)):
        with pytest.raises(FileError) as caught:
            attempt()
        assert [finding.code for finding in caught.value.findings] == ["file.size"]


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(FileError) as caught:
        ical.load(tmp_path / "none.ics")
    assert [finding.code for finding in caught.value.findings] == ["file.missing"]


@for_each(
    "attempt, path",
    [
        (lambda: ical.load(1), "path"),
        (lambda: ical.load(b"day.ics"), "path"),
        (lambda: ical.load("day.ics", max_bytes=0), "max_bytes"),
        (lambda: ical.loads(None), "data"),
        (lambda: ical.loads(Path("day.ics")), "data"),
        (lambda: ical.loads(b"", file=1), "file"),
        (lambda: ical.loads(b"", max_bytes="1"), "max_bytes"),
        (lambda: ical.loads(b"", max_bytes=True), "max_bytes"),
    ],
)
def test_wrong_types_are_refused_with_a_hint(attempt, path):
    with pytest.raises(InvalidValueError) as caught:
        attempt()
    (finding,) = caught.value.findings
    assert (finding.path, bool(finding.hint)) == (path, True)


HOSTILE = {
    "one line": lambda: b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + b"x," * 2_000_000,
    "one parameter": lambda: b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY;X=" + b'"a",' * 500_000 + b":x",
    "folds": lambda: b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + b"x\n " * 500_000,
    "lines": lambda: b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + b"SUMMARY:x\n" * 200_000,
    "categories": lambda: b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nCATEGORIES:" + b"x," * 20_000,
    "ends": lambda: b"BEGIN:VCALENDAR\n" + b"END:VEVENT\n" * 200_000,
    "one id": lambda: b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nUID:1\nSUMMARY:x\nEND:VEVENT\n" * 5_000,
    "prefixes": lambda: (
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART;TZID=" + b"/a" * 500_000 + b":20270501T120000"
    ),
    "controls": lambda: b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + bytes(range(256)) * 1000,
    "rules": lambda: calendar(*vtimezone("Mine", *[SUMMER] * 5000), *event(*times_in_zone("Mine")) * 50),
}


@pytest.mark.slow
@for_each("name", list(HOSTILE))
def test_hostile_calendar_is_read_in_time(name):
    data = HOSTILE[name]()
    started = time.process_time()
    ical.loads(data)
    assert time.process_time() - started < 10


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="set CONFKIT_CORPORA to the folder that holds ics-collective")
def test_published_calendars_are_read_without_losing_a_record():
    outside = rb"(?im)^BEGIN:(?!VCALENDAR|VTIMEZONE|STANDARD|DAYLIGHT|AVAILABLE|VLOCATION)"
    lost, slow = [], []
    paths = sorted((CORPUS / "calendars").glob("*.ics"))
    for path in paths:
        data, started = path.read_bytes(), time.process_time()
        try:
            loaded = ical.load(path)
        except FileError as error:
            found = len(error.findings) - 1
        else:
            found = len(loaded.conferences) + sum(finding.level == "error" for finding in loaded.findings)
        records = [one for one in re.split(outside, data)[1:] if not one.upper().startswith(b"VALARM")]
        alone = data.upper().startswith(b"BEGIN:VALARM")
        if found != len(records) + alone:
            lost.append((path.name, found, len(records)))
        if time.process_time() - started > 2:
            slow.append(path.name)
    assert (len(paths), lost, slow) == (78, [], [])
