"""Recurrence rules (RFC 5545 3.3.10, and RFC 7529 for other calendars than the Gregorian)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confkit.ical._lint import _values

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["parts", "problem"]

_FREQUENCIES = ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_DAYS = "(?:SU|MO|TU|WE|TH|FR|SA)"
_NUMBERED_DAY = re.compile(rf"([+-]?[0-9]{{1,2}})?{_DAYS}")
_RANGES = {
    "BYSECOND": (0, 60, False),
    "BYMINUTE": (0, 59, False),
    "BYHOUR": (0, 23, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYSETPOS": (1, 366, True),
}
"""From, to, and whether it also counts from the end, with a minus."""

_ALONE = {"COUNT", "INTERVAL", "UNTIL", "WKST", "FREQ", "RSCALE", "SKIP", "BYDAY", "BYMONTH", *_RANGES}
_CLASHES = {
    "BYMONTHDAY": ("WEEKLY",),
    "BYYEARDAY": ("DAILY", "WEEKLY", "MONTHLY"),
    "BYWEEKNO": tuple(one for one in _FREQUENCIES if one != "YEARLY"),
}
"""Which parts cannot stand beside which frequencies."""


def parts(value: str) -> dict[str, str]:
    """Return the parts of a rule by name, both in capitals; what is no part is left out, the first of two stays."""
    found: dict[str, str] = {}
    for part in value.upper().split(";"):
        name, equals, text = part.partition("=")
        if equals:
            found.setdefault(name, text)
    return found


def problem(value: str) -> str | None:
    """Return the first thing that is wrong with a rule, or nothing."""
    return next(_problems(value), None)


def _problems(value: str) -> Iterator[str]:
    rule = parts(value)
    if len(rule) < value.count(";") + 1:
        yield "a part of the rule is empty, occurs twice or lacks its equals sign"
    yield from (f"a rule cannot have the part {name}" for name in rule if name not in _ALONE)
    if rule.get("FREQ") not in _FREQUENCIES:
        yield "FREQ is missing or not one of " + ", ".join(_FREQUENCIES)
    first = next((name for name in rule if name != "RSCALE"), "FREQ")
    if first != "FREQ":
        yield "FREQ must come first"
    yield from _ends(rule)
    for name, text in rule.items():
        if name in _RANGES and not all(_in_range(one, *_RANGES[name]) for one in text.split(",")):
            yield f"a number of {name} is out of range"
    yield from _names(rule)
    yield from _together(rule)


def _ends(rule: dict[str, str]) -> Iterator[str]:
    until = rule.get("UNTIL")
    if until is not None and "COUNT" in rule:
        yield "a rule must not have both UNTIL and COUNT"
    if until is not None and not (_values.date(until) or _values.date_time(until)):
        yield "UNTIL is neither a date nor a date with a time"
    for name in ("COUNT", "INTERVAL"):
        if name in rule and not re.fullmatch("0*[1-9][0-9]{0,9}", rule[name]):
            yield f"{name} is not a whole number greater than zero"


def _names(rule: dict[str, str]) -> Iterator[str]:
    if "WKST" in rule and not re.fullmatch(_DAYS, rule["WKST"]):
        yield "WKST is not a day of the week"
    leap = "L?" if "RSCALE" in rule else ""
    for month in rule.get("BYMONTH", "1").split(","):
        if not re.fullmatch(f"0?[1-9]{leap}|1[0-2]{leap}|13{leap}" if leap else "0?[1-9]|1[0-2]", month):
            yield "BYMONTH contains something other than a month"
    if "SKIP" in rule and (rule["SKIP"] not in {"OMIT", "BACKWARD", "FORWARD"} or "RSCALE" not in rule):
        yield "SKIP must be OMIT, BACKWARD or FORWARD, and needs RSCALE"
    for day in rule.get("BYDAY", "SU").split(","):
        match = _NUMBERED_DAY.fullmatch(day)
        if match is None or (match[1] and not 1 <= abs(int(match[1])) <= 53):
            yield "BYDAY contains something other than a day of the week"
        elif match[1] and (rule.get("FREQ") not in {"MONTHLY", "YEARLY"} or "BYWEEKNO" in rule):
            yield "BYDAY must not have a number in this rule"


def _together(rule: dict[str, str]) -> Iterator[str]:
    for name, frequencies in _CLASHES.items():
        if name in rule and rule.get("FREQ") in frequencies:
            yield f"{name} cannot be used with FREQ={rule['FREQ']}"
    if "BYSETPOS" in rule and not any(name.startswith("BY") for name in rule if name != "BYSETPOS"):
        yield "BYSETPOS needs another BY... part"


def _in_range(text: str, low: int, high: int, negative: bool) -> bool:  # noqa: FBT001  # a column of the table above
    if not re.fullmatch("[+-]?[0-9]{1,3}" if negative else "[0-9]{1,2}", text):
        return False
    return low <= abs(int(text)) <= high
