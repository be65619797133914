"""A feed is written to a file or a stream, in bounded memory."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys

import pytest

from cases import for_each
from confkit import ical
from confkit.errors import FileError, InvalidValueError
from factories import conference, several


@for_each("kind", ["file", "path", "name"])
def test_feed_is_written_to_a_file_and_counted(kind, tmp_path):
    path, expected = tmp_path / "feed.ics", ical.feed(several(5))
    if kind == "file":
        with path.open("wb") as target:
            written = ical.write_feed(iter(several(5)), target)
    else:
        written = ical.write_feed(iter(several(5)), path if kind == "path" else str(path))
    assert path.read_bytes() == expected.data
    assert (written.entries, written.size, written.findings) == (10, len(expected.data), ())


def test_feed_of_more_than_a_million_bytes_is_written_with_a_warning():
    """Google Calendar silently drops entries of larger feeds."""
    made = ical.feed([conference(description="x" * 950_000)])
    assert made.findings == ()
    large = [conference(description="x" * 1_000_000)]
    made = ical.feed(large)
    assert [(finding.code, finding.level, finding.message, finding.value) for finding in made.findings] == [
        ("ical.size", "warning", "the feed is larger than the limit of 1000000 bytes", f"{len(made.data)} bytes")
    ]
    assert ical.feed(large, max_bytes=None) == ical.feed(large, max_bytes=len(made.data))
    assert ical.feed(large, max_bytes=len(made.data) - 1).findings != ()


def test_nothing_reaches_the_target_before_the_last_conference_was_read():
    target = io.BytesIO()
    with pytest.raises(InvalidValueError):
        ical.write_feed([*several(50), None], target)
    assert target.getvalue() == b""


def test_failing_write_leaves_the_old_file(tmp_path):
    with pytest.raises(FileError) as caught:
        ical.write_feed(several(1), tmp_path / "nowhere" / "feed.ics")
    assert [finding.code for finding in caught.value.findings] == ["file.missing"]


FULL = """
import resource, sys
from confkit import Conference, Days, ical, errors
import datetime as dt
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
text = "x" * 1_000_000
fields = {"days": Days.parse("2027-05-01"), "published": dt.date(2026, 11, 1), "description": text}
subjects = (Conference(id=f"event-{number}", name="A", **fields) for number in range(8))
try:
    ical.feed(subjects)
except errors.FileError as error:
    print(error.findings[0].code)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="limits the size of files as POSIX does")
def test_full_folder_for_temporary_files_is_reported():
    done = subprocess.run([sys.executable, "-c", FULL], capture_output=True, check=False, text=True)
    assert (done.stdout, done.stderr) == ("file.temporary\n", "")


PEAK = """
import datetime as dt, io, resource, sys
from confkit import Conference, Days, ical
class Nowhere(io.RawIOBase):
    def write(self, data): return len(data)
text = "Talks, discussions, and posters. " * 100
fields = {"days": Days.parse("2027-05-01"), "published": dt.date(2026, 11, 1), "description": text}
subjects = (Conference(id=f"event-{number}", name=f"Event {number}", **fields) for number in range(int(sys.argv[1])))
print(ical.write_feed(subjects, Nowhere()).entries, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="asks POSIX for the peak of memory")
def test_memory_does_not_grow_with_the_number_of_events():
    def peak(count):
        command = [sys.executable, "-c", PEAK, str(count)]
        entries, memory = subprocess.run(command, capture_output=True, check=True).stdout.split()
        assert int(entries) == count
        return int(memory)

    # 3,000 events are 12 MB.
    assert peak(3000) <= 1.2 * peak(300)


def test_error_of_a_target_is_raised_without_another_warning():
    """Warnings are errors in these tests, so an exception that Python ignores in a finalizer would fail, too."""

    class Full(io.RawIOBase):
        written = 0

        def write(self, data):
            self.written += 1
            if self.written > 1:
                raise OSError(28, "No space left on device")
            return len(data)

    with pytest.raises(OSError, match="No space left"):
        ical.write_feed(several(3), Full())
    gc.collect()
