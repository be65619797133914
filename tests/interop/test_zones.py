"""From a VTIMEZONE of confkit alone, a reader computes the offsets of the zone, near each change and elsewhere.

The zones bear names that no reader has data of its own for.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from confkit import When
from confkit.ical import dumps
from confkit.model import zone
from factories import call, conference, deadline
from interop.caching import cache_outcome
from interop.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

pytestmark = pytest.mark.slow

ZONES = (
    "Africa/Cairo", "Africa/Casablanca", "Africa/El_Aaiun", "Africa/Johannesburg", "Africa/Lagos",
    "America/Argentina/Buenos_Aires", "America/Bogota", "America/Caracas", "America/Chicago", "America/Havana",
    "America/Los_Angeles", "America/Mexico_City", "America/New_York", "America/Nuuk", "America/Santiago",
    "America/Sao_Paulo", "America/St_Johns", "Antarctica/Troll", "Asia/Amman", "Asia/Gaza",
    "Asia/Hong_Kong", "Asia/Jerusalem", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Pyongyang",
    "Asia/Seoul", "Asia/Shanghai", "Asia/Tehran", "Asia/Tokyo", "Australia/Lord_Howe",
    "Australia/Sydney", "Europe/Berlin", "Europe/Dublin", "Europe/Istanbul", "Europe/London",
    "Europe/Moscow", "Pacific/Apia", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Kiritimati",
)  # fmt: skip
FIRST, LAST = dt.datetime(2000, 1, 2, tzinfo=dt.UTC), dt.datetime(2040, 12, 30, tzinfo=dt.UTC)
JUDGES = ("libical", "ical.js")
HOUR = dt.timedelta(hours=1)
AROUND = [dt.timedelta(seconds=seconds) for seconds in (-86400, -5400, -1, 0, 1, 1800, 5400, 86400)]


def changes(local: ZoneInfo) -> Iterator[dt.datetime]:
    """Yield the instants at which a zone's offset changes, to the second."""
    step = dt.timedelta(days=7)
    before = FIRST
    while before < LAST:
        after = before + step
        if before.astimezone(local).utcoffset() != after.astimezone(local).utcoffset():
            low, high = 0, int(step.total_seconds())
            while high - low > 1:
                middle = (low + high) // 2
                same = (before + middle * HOUR / 3600).astimezone(local).utcoffset() == before.astimezone(
                    local
                ).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            yield before + high * HOUR / 3600
        before = after


def is_repeated(instant: dt.datetime, local: ZoneInfo) -> bool:
    there = instant.astimezone(local)
    return there.replace(fold=0).utcoffset() != there.replace(fold=1).utcoffset()


def instants(local: ZoneInfo) -> list[dt.datetime]:
    """Return instants around every change and from a regular grid, without those in repeated hours."""
    near = (change + distance for change in changes(local) for distance in AROUND)
    grid = (FIRST + number * 197 * HOUR for number in range((LAST - FIRST) // (197 * HOUR)))
    return [instant for instant in sorted({*near, *grid}) if not is_repeated(instant, local)]


def definition(key: str) -> str:
    """Return the VTIMEZONE of a calendar with these years."""
    ends = (When.parse(f"{moment:%Y-%m-%dT%H:%M}[{key}]") for moment in (FIRST, LAST))
    deadlines = [deadline(id=f"d{number}", at=at) for number, at in enumerate(ends)]
    written = dumps(conference(days=None, calls=[call(deadlines=deadlines)])).decode()
    return written[written.index("BEGIN:VTIMEZONE") : written.index("BEGIN:VEVENT")]


def calendar(vtimezone: str, times: list[dt.datetime], local: ZoneInfo) -> bytes:
    """Return a calendar with an event at each of the times, in a time zone that only its VTIMEZONE defines."""
    events = (
        f"BEGIN:VEVENT\r\nUID:{int(time.timestamp())}\r\nDTSTAMP:20000101T000000Z\r\n"
        f"DTSTART;TZID=nowhere:{time.astimezone(local):%Y%m%dT%H%M%S}\r\n"
        "SUMMARY:x\r\nDESCRIPTION:x\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n"
        for time in times
    )
    renamed = re.sub("TZID:.*", "TZID:nowhere\r", vtimezone)
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//confkit//tests//EN\r\n"
    return f"{head}{renamed}{''.join(events)}END:VCALENDAR\r\n".encode()


def read(judge: str, times: dict[str, list[dt.datetime]]) -> dict[str, list[tuple[int, int]]]:
    """Return, for each zone, pairs of the instants that were written and those that a reader computes."""
    with tempfile.TemporaryDirectory() as name:
        for number, (key, there) in enumerate(times.items()):
            (Path(name) / str(number)).write_bytes(calendar(definition(key), there, zone(key)))
        found = READERS[judge](Path(name))
    return {key: [(int(row.uid), row.start) for row in found[str(number)]] for number, key in enumerate(times)}


@functools.cache
def everywhere() -> dict[str, list[dt.datetime]]:
    return {key: instants(zone(key)) for key in ZONES}


@cache_outcome
def computed(judge: str) -> dict[str, list[tuple[int, int]]]:
    return read(judge, everywhere())


@pytest.mark.parametrize("judge", JUDGES)
def test_reader_computes_the_offsets_of_a_zone_from_its_vtimezone(judge):
    for key in ZONES:
        pairs = computed(judge)[key]
        assert (key, len(pairs)) == (key, len(everywhere()[key]))
        assert [(key, written, read) for written, read in pairs if written != read] == []


@pytest.mark.parametrize("judge", JUDGES)
def test_reader_takes_a_repeated_hour_for_its_second_time(judge):
    """RFC 5545 3.3.5 means the first time, so confkit writes such hours in UTC."""
    first = dt.datetime(2027, 11, 7, 5, 30, tzinfo=dt.UTC)
    pairs = read(judge, {"America/New_York": [first]})["America/New_York"]
    assert pairs == [(first.timestamp(), (first + HOUR).timestamp())]


@pytest.mark.parametrize("judge", JUDGES)
def test_reader_notices_a_shifted_change_of_a_zone(judge):
    """The comparison can fail: a change that is moved by a week is noticed in that week, and nowhere else."""
    key = "Europe/Berlin"
    moved = definition(key).replace("BYMONTH=3;BYDAY=-1SU", "BYMONTH=3;BYDAY=3SU")
    assert moved != definition(key)
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "moved").write_bytes(calendar(moved, instants(zone(key)), zone(key)))
        found = READERS[judge](Path(name))["moved"]
    wrong = [dt.datetime.fromtimestamp(int(row.uid), dt.UTC) for row in found if int(row.uid) != row.start]
    assert {moment.month for moment in wrong} == {3}
    assert {moment.year for moment in wrong} == set(range(2000, 2041))
