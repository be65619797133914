"""The comparison with other programs can fail: each of them notices what was changed after writing."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interop.caching import cache_outcome
from interop.outputs import OUTPUTS, Output
from interop.readers import READERS, as_read
from interop.rows import Row, arranged

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

HOURS = OUTPUTS["hours, en"]
SEVERAL = OUTPUTS["several venues, en"]


def changed(output: Callable[[], Output], *changes: tuple[bytes, bytes]) -> bytes:
    data = output().data
    for old, new in changes:
        assert old in data
        data = data.replace(old, new)
    return data


def moved(output: Callable[[], Output], start: int, end: int) -> list[Row]:
    """Return the entries of an output, shifted by seconds."""
    (row,) = output().rows
    assert isinstance(row.start, int)
    assert isinstance(row.end, int)
    return [row._replace(start=row.start + start, end=row.end + end)]


@functools.cache
def mutations() -> dict[str, tuple[bytes, list[Row]]]:
    """Return changed calendars, each with what a reader has to find in it."""
    return {
        "an hour later": (
            changed(HOURS, (b"DTSTART;TZID=Asia/Shanghai:20270501T09", b"DTSTART;TZID=Asia/Shanghai:20270501T10")),
            moved(HOURS, 3600, 0),
        ),
        "another zone": (
            changed(HOURS, (b"Asia/Shanghai", b"Asia/Bangkok"), (b"+0800", b"+0700"), (b":CST", b":+07")),
            moved(HOURS, 3600, 3600),
        ),
        "another day": (
            changed(SEVERAL, (b"DTSTART;VALUE=DATE:20270501", b"DTSTART;VALUE=DATE:20270430")),
            [row._replace(start="2027-04-30") if row.start == "2027-05-01" else row for row in SEVERAL().rows],
        ),
        "another digit": (
            changed(HOURS, (b"SUMMARY:PyCon Example 2027", b"SUMMARY:PyCon Example 2028")),
            [row._replace(summary="PyCon Example 2028") for row in HOURS().rows],
        ),
    }


@cache_outcome
def answers(reader: str):
    with tempfile.TemporaryDirectory() as name:
        for mutation, (data, _) in mutations().items():
            (Path(name) / mutation).write_bytes(data)
        return READERS[reader](Path(name))


@pytest.mark.parametrize("reader", READERS)
def test_reader_notices_what_was_changed(reader):
    originals = [as_read(reader, make().rows) for make in (HOURS, SEVERAL)]
    for mutation, (_, rows) in mutations().items():
        assert (mutation, arranged(answers(reader)[mutation])) == (mutation, as_read(reader, rows))
        assert as_read(reader, rows) not in originals, mutation
