"""What `import confkit` costs, next to attrs and icalendar: whole processes, in pairs, medians of the ratios.

A pair runs one right after the other, so that a machine that slows down slows both. Each number is a process from its
start to its end; an empty process runs in the same round, to show how much of it is Python's own.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time

SUBJECT = "confkit"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Programs start from compiled modules, so the first import of each must write them."""

PEERS = {"attrs": 1.7, "icalendar": 1.0}
"""What confkit is compared with, and the highest ratio allowed."""


def seconds(program: str) -> float:
    """Return how long a process of this Python takes to run a program."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True, env=ENVIRONMENT)
    return time.perf_counter() - start


def pairs(peer: str, rounds: int) -> list[tuple[float, float, float]]:
    """Return seconds of the subject, the peer and an empty process, round by round."""
    for program in (f"import {SUBJECT}", f"import {peer}"):
        seconds(program)
    return [(seconds(f"import {SUBJECT}"), seconds(f"import {peer}"), seconds("pass")) for _ in range(rounds)]


def row(peer: str, limit: float, rounds: int) -> tuple[str, bool]:
    """Return a line of the table, and whether the whole processes keep the limit."""
    measured = pairs(peer, rounds)
    ours, theirs, empty = (statistics.median(column) * 1000 for column in zip(*measured, strict=True))
    ratio = statistics.median(subject / other for subject, other, _ in measured)
    net = (ours - empty) / (theirs - empty)
    line = f"| {peer} | {ours:.1f} | {theirs:.1f} | {empty:.1f} | {ratio:.2f} | {net:.2f} | {limit:.1f} |"
    return line, ratio <= limit


def main() -> int:
    """Print the table; with `--check`, end non-zero where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="few rounds: seconds instead of a minute")
    parser.add_argument("--check", action="store_true", help="end with 1 where a ratio passes its limit")
    options = parser.parse_args()
    rounds = 11 if options.short else 61
    rows = [row(peer, limit, rounds) for peer, limit in PEERS.items()]
    print(f"Python {sys.version.split()[0]}, {rounds} pairs, milliseconds of whole processes (medians)\n")
    print("| against | confkit | it | empty | ratio | ratio less empty | at most |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for line, _ in rows:
        print(line)
    return 1 if options.check and not all(kept for _, kept in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
