"""What a summary costs, in bare calls of `babel.dates.format_date` of the same run, and what many cost in memory.

The cases take turns; each round divides by what the calls beside it took, and the ratio is the median of the rounds, so
that a machine that slows down slows both. Processor time counts, not that of others on the machine. Memory is the peak
of a process of its own.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import gc
import resource
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from babel.dates import format_date

from confkit import CallForProposals, Conference, Days, Deadline, Link, Text, Topic, Venue, When, facts, files, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DAY = dt.date(2025, 6, 7)
CALLS = 200
LIMIT = 60
GROWTH = 1.1
"""As much more memory may ten times as many conferences take: what the allocator keeps, and no conference."""


def microseconds(case: Callable[[], object], times: int) -> float:
    """Return how much processor time one call takes, out of several, with the collector of garbage at rest."""
    gc.disable()
    began = time.process_time()
    for _ in range(times):
        case()
    took = time.process_time() - began
    gc.enable()
    return took / times * 1e6


def summaries(rounds: int) -> list[tuple[str, float, float]]:
    """Return microseconds and the ratio to a bare call, for each way to tell the bundled example."""
    example = files.example()
    tellers: dict[str, Callable[..., object]] = {
        "facts.of": facts.of,
        "render.text": render.text,
        "render.line": render.line,
    }
    cases = {
        f"{name}, {language}": functools.partial(tell, example, language=language)
        for name, tell in tellers.items()
        for language in ("en", "zh-Hans")
    }
    table: dict[str, list[tuple[float, float]]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, case in cases.items():
            call = microseconds(lambda: format_date(DAY, locale="en"), CALLS)
            took = microseconds(case, 10)
            call = (call + microseconds(lambda: format_date(DAY, locale="en"), CALLS)) / 2
            table[name].append((took, took / call))
    return [
        (name, statistics.median(took for took, _ in rows), statistics.median(ratio for _, ratio in rows))
        for name, rows in table.items()
    ]


def conferences(count: int) -> Iterator[Conference]:
    """Yield different conferences, one after the other."""
    for number in range(count):
        first = dt.date(2026, 1, 1) + dt.timedelta(days=number % 700)
        deadline = Deadline(kind="submission", at=When.parse(f"{first - dt.timedelta(days=90)}T23:59[AoE]"))
        yield Conference(
            id=f"event-{number}",
            name=Text(en=f"Calendars {number}", zh=f"日历大会{number}"),
            days=Days.parse(f"{first}/{first + dt.timedelta(days=number % 4)}"),
            venues=[Venue(name=Text(en=f"Hall {number}", zh=f"第{number}号厅"), timezone="Asia/Shanghai")],
            description=Text(en=f"Talks and posters, number {number}. " * 8, zh=f"第{number}场报告和海报。" * 8),
            topics=[Topic(id=f"topic-{at}", name=Text(en=f"Topic {at}", zh=f"主题{at}")) for at in range(number % 9)],
            calls=[CallForProposals(deadlines=[deadline])],
            links=[Link(url=f"https://example.org/{number}")],
        )


def many(count: int) -> None:
    """Write many conferences in two languages, show how far it is, and print seconds and the peak of memory in KiB."""
    began = time.perf_counter()
    size = 0
    for number, conference in enumerate(conferences(count), start=1):
        size += sum(len(render.text(conference, language=language)) for language in ("en", "zh-Hans"))
        if sys.stderr.isatty() and number % 100 == 0:
            done = 40 * number // count
            print(f"\r[{'#' * done}{'-' * (40 - done)}] {number}/{count}", end="", file=sys.stderr, flush=True)
    print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, size)


def process(count: int) -> tuple[float, int]:
    """Return seconds and the peak of memory in KiB of a process that writes many."""
    done = subprocess.run([sys.executable, __file__, "--many", str(count)], check=True, stdout=subprocess.PIPE)
    seconds, memory, _ = done.stdout.split()
    return float(seconds), int(memory)


def main() -> int:
    """Print the tables; with `--check`, end non-zero where the summary passes its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="few rounds, and a tenth of the conferences")
    parser.add_argument(
        "--check", action="store_true", help=f"end with 1 where a summary costs over {LIMIT} calls, or memory grows"
    )
    parser.add_argument("--margin", type=float, default=1.0, help="factor on the limits, for a busy machine")
    parser.add_argument("--many", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.many:
        many(options.many)
        return 0
    rounds, counts = (50, (100, 1000)) if options.short else (100, (1000, 10_000))
    told = summaries(rounds)
    print(f"Python {sys.version.split()[0]}, {rounds} rounds, the bundled example\n")
    print("| case | µs | calls of format_date |\n| --- | ---: | ---: |")
    for name, took, ratio in told:
        print(f"| {name} | {took:.0f} | {ratio:.0f} |")
    print("\n| conferences in two languages | s | peak MiB |\n| --- | ---: | ---: |")
    peaks = []
    for count in counts:
        seconds, memory = process(count)
        peaks.append(memory)
        print(f"| {count} | {seconds:.1f} | {memory / 1024:.1f} |")
    slow = any(ratio > LIMIT * options.margin for name, _, ratio in told if name.startswith("render.text"))
    return 1 if options.check and (slow or peaks[-1] > GROWTH * peaks[0]) else 0


if __name__ == "__main__":
    sys.exit(main())
