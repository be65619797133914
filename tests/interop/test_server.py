"""A CalDAV server stores what was written and returns it: everything, by time and one by one, until it is deleted.

Radicale, asked by the caldav client over 127.0.0.1.
"""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest

from cases import for_each
from interop.caching import cache_outcome
from interop.outputs import OUTPUTS
from interop.programs import ask_python
from interop.readers import by_icalendar, wanted
from interop.rows import Read, Row, arranged

pytestmark = pytest.mark.slow

SERVER = "Radicale"
HOUR = 3600


def seconds(moment: Read) -> int:
    """Return a moment in seconds as RFC 4791 9.9 compares it; a whole day is in UTC."""
    return moment if isinstance(moment, int) else int(dt.datetime.fromisoformat(f"{moment}T00:00Z").timestamp())


def ranges(rows: list[Row]) -> list[tuple[int, int]]:
    """Return time ranges of an hour: at the start of each entry, just before the first, and long before it."""
    starts = sorted({seconds(row.start) for row in rows})[:4]
    return [*((start, start + HOUR) for start in starts), (starts[0] - HOUR, starts[0]), (0, HOUR)]


def overlapping(rows: list[Row], start: int, end: int) -> list[Row]:
    """Return the entries that overlap a time range (RFC 4791 9.9)."""
    return [
        row
        for row in rows
        if seconds(row.start) < end and (seconds(row.end) > start if row.end else seconds(row.start) >= start)
    ]


@cache_outcome
def answers() -> dict[str, dict[str, Any]]:
    with tempfile.TemporaryDirectory() as name:
        for output in OUTPUTS:
            (Path(name) / output).write_bytes(OUTPUTS[output]().data)
        questions = json.dumps({output: ranges(wanted(SERVER, output)) for output in OUTPUTS})
        return ask_python("serve_calendars.py", name, given=questions)


def read(texts: list[str]) -> list[Row]:
    return arranged(row for text in texts for row in by_icalendar(text.encode()))


@for_each("output", list(OUTPUTS))
def test_server_returns_what_it_stored(output):
    answer, rows = answers()[output], wanted(SERVER, output)
    assert read(answer["all"]) == rows
    assert [read(texts) for texts in answer["within"]] == [overlapping(rows, *hour) for hour in ranges(rows)]


@for_each("output", list(OUTPUTS))
def test_server_gets_deletes_and_puts_one_entry(output):
    answer, rows = answers()[output], wanted(SERVER, output)
    (entry,) = read(answer["one"])
    assert entry in rows
    assert read(answer["left"]) == [row for row in rows if row != entry]
    assert read(answer["again"]) == rows
