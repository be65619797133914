"""What a calendar costs with its words composed: in one language, in two together, and as the entries become more.

Most of it is the words; `ical_peers.py` measures what comes after them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import statistics
import sys
import time
from typing import TYPE_CHECKING

from confkit import CallForProposals, Catalog, Conference, Days, Deadline, Link, Text, Venue, When, ical

if TYPE_CHECKING:
    from collections.abc import Callable

ABOUT = "Talks, discussions, and posters on calendars, time zones, and distributed systems. " * 8
ABOUT_ZH = "日历、时区与分布式系统：报告、讨论，以及海报。" * 16


def conference(number: int, deadlines: int) -> Conference:
    """Return a conference with some deadlines, each a week after the one before."""
    first = dt.datetime(2026, 1, 1, 23, 59, tzinfo=dt.UTC)
    return Conference(
        id=f"event-{number}",
        namespace="example.org",
        name=Text(en=f"Calendars {number}", zh=f"日历大会{number}"),
        published=dt.date(2026, 1, 2),
        days=Days.parse("2038-05-01"),
        venues=[Venue(name=Text(en="Expo Centre", zh="会展中心"), timezone="Asia/Shanghai")],
        description=Text(en=ABOUT, zh=ABOUT_ZH),
        calls=[
            CallForProposals(
                deadlines=[
                    Deadline(
                        id=f"round-{round_}",
                        kind="submission",
                        at=When.parse(f"{first + dt.timedelta(weeks=round_):%Y-%m-%dT%H:%M}[AoE]"),
                    )
                    for round_ in range(deadlines)
                ]
            )
        ],
        links=[Link(url=f"https://example.org/{number}")],
    )


def microseconds(case: Callable[[], object]) -> float:
    """Return how long a case takes, with the collector of garbage at rest."""
    gc.collect()
    gc.disable()
    began = time.perf_counter()
    case()
    took = time.perf_counter() - began
    gc.enable()
    return took * 1e6


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="few entries, few rounds")
    short = parser.parse_args().short
    few, many, rounds = (100, 400, 3) if short else (500, 4000, 7)
    catalogs = {size: Catalog(conference(number, 1) for number in range(size // 2)) for size in (few, many)}
    single = {size: conference(0, size - 1) for size in (few // 2, few)}
    cases: dict[str, tuple[int, Callable[[], object]]] = {
        f"{few} entries of {few // 2} conferences, English": (few, lambda: ical.dumps(catalogs[few])),
        f"{few} entries of {few // 2} conferences, Chinese": (few, lambda: ical.dumps(catalogs[few], language="zh")),
        f"{few} entries of {few // 2} conferences, both": (
            few,
            lambda: ical.dumps(catalogs[few], language=("zh", "en")),
        ),
        f"{many} entries of {many // 2} conferences, English": (many, lambda: ical.dumps(catalogs[many])),
        f"{few // 2} entries of one conference, English": (few // 2, lambda: ical.dumps(single[few // 2])),
        f"{few} entries of one conference, English": (few, lambda: ical.dumps(single[few])),
    }
    table = [[microseconds(case) / count for count, case in cases.values()] for _ in range(rounds)]
    print(f"Python {sys.version.split()[0]}, {rounds} rounds\n")
    print("| case | µs for each entry |\n| --- | ---: |")
    for name, column in zip(cases, zip(*table, strict=True), strict=True):
        print(f"| {name} | {statistics.median(column):.0f} |")


if __name__ == "__main__":
    main()
