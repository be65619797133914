"""What a feed costs in memory and time, of few events and of a hundred times as many, written to a file as a stream.

Each number is a process of its own, which makes its events one by one and shows in a terminal how far it is. Time is
that of the processor, since other work on the machine does not count; that of few events is the median of runs before
and after the long one, since such work slows the processor down all the same.
"""

from __future__ import annotations

import argparse
import datetime as dt
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from confkit import CallForProposals, Conference, Days, Deadline, Hours, Link, Text, Topic, Venue, When, ical

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT_OF_MEMORY, LIMIT_OF_TIME = 1.2, 1.2
"""How much more many events may take than few: in all of memory, and in time for each."""

ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York")


class Measured(NamedTuple):
    """What writing a feed took: seconds of the processor, the peak of memory in KiB, entries and octets."""

    seconds: float
    memory: int
    entries: int
    size: int


def conferences(count: int) -> Iterator[Conference]:
    """Yield conferences of two entries each, the event and a deadline, one after the other, for ``count`` entries."""
    for number in range(count // 2):
        first = dt.date(2026, 1, 1) + dt.timedelta(days=number % 2000)
        at = first - dt.timedelta(days=90)
        zone = ZONES[number % len(ZONES)]
        yield Conference(
            id=f"event-{number}",
            namespace="example.org",
            name=Text(en=f"Calendars {number}", zh=f"日历大会{number}"),
            published=dt.date(2025, 9, 1),
            days=Days.parse(str(first)),
            hours=Hours.parse("09:00-18:00"),
            venues=[Venue(name=Text(en=f"Hall {number}", zh=f"第{number}号厅"), timezone=zone)],
            description=Text(en=f"Talks and posters, number {number}. " * 8, zh=f"第{number}场报告和海报。" * 8),
            topics=[Topic(name=Text(en=f"Topic {at}", zh=f"主题{at}")) for at in range(number % 5)],
            calls=[CallForProposals(deadlines=[Deadline(kind="submission", at=When.parse(f"{at}T23:59[{zone}]"))])],
            links=[Link(url=f"https://example.org/{number}")],
        )


def shown(subjects: Iterator[Conference], whole: int) -> Iterator[Conference]:
    """Yield the same, and show in a terminal how many have gone by."""
    for number, subject in enumerate(subjects, start=1):
        yield subject
        if sys.stderr.isatty() and number % 100 == 0:
            done = 40 * number // whole
            print(f"\r[{'#' * done}{'-' * (40 - done)}] {number}/{whole}", end="", file=sys.stderr, flush=True)


def write(count: int) -> None:
    """Write a feed of so many entries, and print what it took."""
    channel = ical.Channel(name="Events", refresh=dt.timedelta(hours=12))
    ical.feed(conferences(20), channel)  # what is read once, such as catalogs of words, is not the entries' cost
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        written = ical.write_feed(shown(conferences(count), count // 2), Path(folder) / "feed.ics", channel)
    seconds = time.process_time() - began
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, written.entries, written.size)


def measured(count: int) -> Measured:
    """Return what a process took that writes so many entries."""
    done = subprocess.run([sys.executable, __file__, "--write", str(count)], check=True, stdout=subprocess.PIPE)
    seconds, memory, entries, size = done.stdout.split()
    return Measured(float(seconds), int(memory), int(entries), int(size))


def main() -> int:
    """Print the table; with `--check`, end non-zero where many events take more than their share."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="2,000 and 20,000 events instead of 200,000")
    parser.add_argument("--check", action="store_true", help="end with 1 where memory or time for each event grow")
    parser.add_argument("--margin", type=float, default=1.0, help="factor on the limits, for a busy machine")
    parser.add_argument("--write", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        write(options.write)
        return 0
    before = [measured(2000) for _ in range(3)]
    many = measured(20_000 if options.short else 200_000)
    few = statistics.median_low([*before, *(measured(2000) for _ in range(3))])
    print(f"Python {sys.version.split()[0]}\n")
    print("| events | MB | s | µs an event | peak MiB |\n| ---: | ---: | ---: | ---: | ---: |")
    for one in (few, many):
        each = one.seconds / one.entries * 1e6
        print(f"| {one.entries} | {one.size / 1e6:.1f} | {one.seconds:.1f} | {each:.0f} | {one.memory / 1024:.1f} |")
    memory = many.memory / few.memory
    each = (many.seconds / many.entries) / (few.seconds / few.entries)
    print(f"\nmemory: {memory:.2f} times, at most {LIMIT_OF_MEMORY}")
    print(f"time an event: {each:.2f} times, at most {LIMIT_OF_TIME}")
    return 1 if options.check and (memory > LIMIT_OF_MEMORY or each > LIMIT_OF_TIME * options.margin) else 0


if __name__ == "__main__":
    sys.exit(main())
