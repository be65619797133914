"""Changes of a deadline in a file, and texts with their lines marked as before, after or both."""

import datetime as dt
from typing import Any

from confkit import When, files

HEAD = "confkit: 1\nid: day-2027\nname: A Day\n"
TOML = 'confkit = 1\nid = "day-2027"\nname = "A Day"\n'
ANNOUNCED = dt.date(2027, 1, 10)


def extend(to: str = "2027-01-20", **fields: Any) -> files.Extend:
    given: dict[str, Any] = {"call": "talks", "deadline": "submission", "announced": ANNOUNCED}
    return files.Extend(to=When.parse(to), **{**given, **fields})


def lines(*rows: str) -> str:
    return "".join(row + "\n" for row in rows)


def sides(marked: tuple[str, ...]) -> tuple[str, str]:
    """The text before and after: lines that begin with - or + stand in one of the two, with = in both."""
    body = [row if row[:1] in {"-", "+", "="} else f"={row}" for row in marked]
    before, after = (lines(*(row[1:] for row in body if row[0] in marks)) for marks in ("=-", "=+"))
    return before, after
