"""The text form of a moment, taken apart."""

from __future__ import annotations

import datetime as dt
import re
from typing import TypeAlias

from confkit.errors import invalid
from confkit.model.time import PartialDate

__all__: list[str] = []

_DAY = dt.timedelta(days=1)
_NOTATION = (
    r"(?P<date>[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)"
    r"(?:T(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)(?P<offset>[Zz]|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?)?"
    r"(?:\[(?P<zone>[^\[\]]{1,64})\])?"
)


Parts: TypeAlias = tuple[PartialDate, dt.time | None, str | None, str | None, str | None]
"""Date, time, words of the source, and the text of offset and zone."""


def read(text: str) -> Parts:
    """Return the parts of a moment's text; raise if it is none."""
    match = re.fullmatch(_NOTATION, text)
    if match is None:
        message, hint = _problem(text)
        raise invalid("when.text", message, value=text, rule="RFC 9557 4.1", hint=hint)
    date, time, raw = PartialDate.parse(match["date"]), None, None
    if match["time"] is not None:
        date, time, raw = _clock(date, match["time"], text)
    return date, time, raw, match["offset"], match["zone"]


def _clock(date: PartialDate, clock: str, text: str) -> tuple[PartialDate, dt.time, str | None]:
    """Return date and time; 24:00 is the midnight that the next day starts with, and keeps its words."""
    if date.day is None:
        raise invalid("when.time", "a time needs a date to the day", value=text, hint="write it like 2025-04-13T23:59")
    if re.fullmatch(r"24:00(?::00(?:\.0+)?)?", clock):
        try:
            return PartialDate.of(date.first + _DAY), dt.time(), "24:00"
        except OverflowError:
            raise invalid(
                "date.none", "there is no such date", value=text, hint="9999-12-31T23:59 is as late as a date can be"
            ) from None
    try:
        return date, dt.time.fromisoformat(_padded(clock)), None
    except ValueError:
        raise invalid(
            "when.clock", "there is no such time of day", value=text, rule="RFC 3339 5.6", hint="write it like 23:59"
        ) from None


def _padded(clock: str) -> str:
    """Python 3.11 reads any number of decimals, but pads them; be exact about six."""
    head, dot, decimals = clock.partition(".")
    return f"{head}.{decimals:0<6}" if dot else clock


def _problem(text: str) -> tuple[str, str]:
    """Return what is wrong with the text of a moment, and the way out."""
    if text.lower() in {"tbd", "tba", "none", "rolling", "cancelled"}:
        return "this is no moment", _pending(text.lower())
    if re.search(r"(?i)[0-9] *[ap]\.?m\b", text):
        return "times are told on a 24-hour clock", "write 2025-04-13T23:59 for one minute to midnight"
    if re.search(r"[T ][0-9]:", text):
        return "an hour of one digit does not say whether it is before or after noon", "write 09:30 or 21:30"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9].*", text):
        return "this is no moment", _with_brackets(text)
    return "this is no moment", "write 2025-04, 2025-04-13, 2025-04-13T23:59[AoE] or 2025-04-13T23:59[Asia/Shanghai]"


def _with_brackets(text: str) -> str:
    """Return the way out of ``2025-04-13 23:59 PST``: the letter T, and the key of a zone in brackets."""
    day, clock, *words = text.split(" ")
    zone = "[Asia/Shanghai], with the key of the zone that is meant" if words else ""
    return f"write {day}T{clock}{zone}"


def _pending(word: str) -> str:
    """Return the way out of a word that stands for no date."""
    reason = "tbd" if word == "tba" else word
    return f'write {{pending: {reason}}}, in Python Pending("{reason}")'
