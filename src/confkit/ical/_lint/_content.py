"""The value of a content line: by its type, then by what its property says about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confkit.ical._lint import _recur, _values
from confkit.ical._lint._named import NAMED
from confkit.ical._lint._properties import PROPERTIES
from confkit.ical._lint._report import Place

if TYPE_CHECKING:
    from confkit.ical._lines import Line
    from confkit.ical._lint._properties import Holds
    from confkit.ical._lint._report import Report

__all__ = ["check", "stamp", "type_of"]

_KNOWN = {*_values.TYPES, "RECUR", "TEXT", "UID", "XML-REFERENCE"}
_IN_TEXT = re.compile(r"\\[\\;,nN]|(\\)|([;,])")
_IN_UTC = {"ACKNOWLEDGED", "COMPLETED", "CREATED", "DTSTAMP", "LAST-MODIFIED", "TZUNTIL"}


def type_of(line: Line) -> str:
    """Return the type of a value: what VALUE says, else what the property has, else nothing."""
    said = line.param("VALUE")
    if said:
        return said.upper()
    holds = PROPERTIES.get(line.name)
    return holds.types[0] if holds else ""


def stamp(line: Line | None) -> _values.Stamp | None:
    """Return the date, or date with a time, that a line holds, if it holds one."""
    if line is None:
        return None
    kind = type_of(line)
    return (
        _values.date(line.value) if kind == "DATE" else _values.date_time(line.value) if kind == "DATE-TIME" else None
    )


def check(line: Line, component: str, path: str, report: Report) -> None:
    """Look at the value of a line in a component."""
    kind, holds = type_of(line), PROPERTIES.get(line.name)
    if holds and holds.required and line.param("VALUE") is None:
        report.add(
            "ical.value-required", Place.of(line, path), line.value, rule=holds.required, hint=_with_type(line, holds)
        )
        return
    if holds and kind in _KNOWN and kind not in holds.types:
        says = f"{line.name} cannot have the type {kind}"
        hint = f"write the type {' or '.join(holds.types)}"
        report.add("ical.value-type", Place.of(line, path), line.value, says=says, hint=hint)
        return
    if _is_sound(line, kind, holds, path, report) and line.name in NAMED:
        found = NAMED[line.name](line.value, kind, component)
        if found:
            code, more, rule = found
            report.add(code, Place.of(line, path), line.value, says=more, rule=rule)


def _with_type(line: Line, holds: Holds) -> str:
    return f"write {line.name};VALUE={holds.types[0]}:..."


def _is_sound(line: Line, kind: str, holds: Holds | None, path: str, report: Report) -> bool:
    """Return whether the value is one of its type; tell of it if it is not."""
    if kind == "TEXT":
        _text(line, holds, path, report)
        return True
    if kind == "RECUR":
        problem = _recur.problem(line.value)
        if problem:
            report.add("ical.rrule", Place.of(line, path), line.value, says=problem)
        return not problem
    if line.name == "GEO" or kind not in _values.TYPES:
        return True
    return _items(line, kind, holds, path, report)


def _items(line: Line, kind: str, holds: Holds | None, path: str, report: Report) -> bool:
    """Look at each item of a list, or at the one value; tell of the first that is wrong."""
    test, start = _values.TYPES[kind], line.start
    for item in line.value.split(",") if holds and holds.many else (line.value,):
        if line.name == "TRIGGER" and kind == "DURATION" and _values.date_time(item):
            report.add("ical.trigger", Place.of(line, path), item)
            return False
        value = test(item)
        code = _wrong(line, kind, value)
        if code:
            report.add(code, Place.of(line, path, start), item)
            return False
        start += len(item) + 1
    if kind == "BINARY" and (line.param("ENCODING") or "").upper() != "BASE64":
        report.add("ical.binary", Place.of(line, path))
    return True


def _wrong(line: Line, kind: str, value: object) -> str | None:
    """Return the rule that a value breaks; ``value`` is what its type made of it."""
    if not value:
        return f"ical.{kind.lower()}"
    if kind == "PERIOD" and isinstance(value, tuple):
        value = value[0]
    if not isinstance(value, _values.Stamp):
        return None
    if line.param("TZID") is not None and (value.utc or kind == "DATE"):
        return "ical.tzid-use"
    if line.name == "TRIGGER" and (not value.utc or line.param("RELATED") is not None):
        return "ical.trigger"
    return "ical.utc" if line.name in _IN_UTC | {"FREEBUSY"} and not value.utc else None


def _text(line: Line, holds: Holds | None, path: str, report: Report) -> None:
    """RFC 5545 3.3.11: a comma parts the items of a list, and nothing else stands without its backslash."""
    if not ("\\" in line.value or ";" in line.value or "," in line.value):
        return
    told: set[str] = set()
    for match in _IN_TEXT.finditer(line.value):
        code = "ical.text-escape" if match[1] else "ical.text-separator"
        is_sound = match.lastindex is None or (match[2] == "," and holds is not None and holds.many)
        if not is_sound and code not in told:
            told.add(code)
            start = match.start()
            report.add(code, Place.of(line, path, line.start + start), line.value[max(0, start - 20) : start + 20])
