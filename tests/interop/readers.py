"""The same file read by other people's calendar software, each to the same plain rows."""

from __future__ import annotations

import ctypes
import ctypes.util
import datetime as dt
import functools
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import icalendar
import pytest

from confkit.model import zone

__all__ = ["READERS", "Row", "plain"]

Read = int | str
"""A time as seconds since 1970, or a whole day as ``2025-04-13``."""


class Row(NamedTuple):
    """What a reader makes of one VEVENT; an end that is not written is ``None``."""

    uid: str
    start: Read
    end: Read | None
    summary: str
    description: str
    location: str
    status: str


def plain(moment: dt.date | dt.datetime) -> Read:
    """Return a time as a number, whatever zone it is in; icalendar takes zones from the machine, by their names."""
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    if moment.tzinfo is not dt.UTC:
        moment = moment.replace(tzinfo=zone(str(getattr(moment.tzinfo, "key", None))))
    return int(moment.timestamp())


def by_icalendar(data: bytes) -> list[Row]:
    calendar = icalendar.Calendar.from_ical(data)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    return [
        Row(
            str(event["UID"]),
            plain(event["DTSTART"].dt),
            plain(event["DTEND"].dt) if "DTEND" in event else None,
            str(event["SUMMARY"]),
            str(event["DESCRIPTION"]),
            str(event.get("LOCATION", "")),
            str(event["STATUS"]),
        )
        for event in calendar.walk("VEVENT")
    ]


class _Time(ctypes.Structure):
    """``struct icaltimetype`` of libical 3."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "daylight")),
        ("zone", ctypes.c_void_p),
    )


_SIGNATURES: dict[str, tuple[Any, list[Any]]] = {
    "icalparser_parse_string": (ctypes.c_void_p, [ctypes.c_char_p]),
    "icalcomponent_count_errors": (ctypes.c_int, [ctypes.c_void_p]),
    "icalrestriction_check": (ctypes.c_int, [ctypes.c_void_p]),
    "icalcomponent_as_ical_string": (ctypes.c_char_p, [ctypes.c_void_p]),
    "icalcomponent_free": (None, [ctypes.c_void_p]),
    "icalcomponent_get_first_component": (ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
    "icalcomponent_get_next_component": (ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
    "icalcomponent_get_first_property": (ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
    "icalproperty_string_to_kind": (ctypes.c_int, [ctypes.c_char_p]),
    "icalcomponent_string_to_kind": (ctypes.c_int, [ctypes.c_char_p]),
    "icalproperty_get_value_as_string": (ctypes.c_char_p, [ctypes.c_void_p]),
    "icalproperty_get_value": (ctypes.c_void_p, [ctypes.c_void_p]),
    "icalvalue_get_text": (ctypes.c_char_p, [ctypes.c_void_p]),
    "icalproperty_get_datetime_with_component": (_Time, [ctypes.c_void_p, ctypes.c_void_p]),
    "icaltime_as_timet_with_zone": (ctypes.c_long, [_Time, ctypes.c_void_p]),
}


@functools.cache
def libical() -> Any:
    name = ctypes.util.find_library("ical")
    if name is None:
        pytest.skip("libical is missing: apt-get install libical3")
    library = ctypes.CDLL(name)
    for function, (result, arguments) in _SIGNATURES.items():
        getattr(library, function).restype = result
        getattr(library, function).argtypes = arguments
    return library


def by_libical(data: bytes) -> list[Row]:
    library = libical()
    calendar = library.icalparser_parse_string(data)
    try:
        complaints = (library.icalcomponent_count_errors(calendar), library.icalrestriction_check(calendar))
        assert complaints == (0, 1), library.icalcomponent_as_ical_string(calendar).decode()
        kind = library.icalcomponent_string_to_kind(b"VEVENT")
        events = []
        event = library.icalcomponent_get_first_component(calendar, kind)
        while event:
            events.append(_libical_row(library, event))
            event = library.icalcomponent_get_next_component(calendar, kind)
        return events
    finally:
        library.icalcomponent_free(calendar)


def _libical_row(library: Any, event: Any) -> Row:
    def found(name: str) -> Any:
        return library.icalcomponent_get_first_property(event, library.icalproperty_string_to_kind(name.encode()))

    def text(name: str) -> str:
        held = found(name)
        return library.icalvalue_get_text(library.icalproperty_get_value(held)).decode() if held else ""

    def time(name: str) -> Read | None:
        held = found(name)
        if not held:
            return None
        moment = library.icalproperty_get_datetime_with_component(held, event)
        if moment.is_date:
            return f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
        return int(library.icaltime_as_timet_with_zone(moment, moment.zone))

    status = library.icalproperty_get_value_as_string(found("STATUS")).decode()
    start = time("DTSTART")
    assert start is not None
    return Row(text("UID"), start, time("DTEND"), text("SUMMARY"), text("DESCRIPTION"), text("LOCATION"), status)


_ICAL_JS = """
import fs from 'fs';
import ICAL from 'ical.js';
ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(0, 'utf8')));
const plain = (time) => !time ? null : time.isDate ? time.toString() : time.toUnixTime();
const text = (event, name) => event.getFirstPropertyValue(name) ?? '';
console.log(JSON.stringify(calendar.getAllSubcomponents('vevent').map((event) => [
  text(event, 'uid'), plain(event.getFirstPropertyValue('dtstart')), plain(event.getFirstPropertyValue('dtend')),
  text(event, 'summary'), text(event, 'description'), text(event, 'location'), text(event, 'status'),
])));
"""


def by_ical_js(data: bytes) -> list[Row]:
    folder = Path(os.environ.get("CONFKIT_VALIDATORS", "node_modules/.."))
    node = shutil.which("node")
    if node is None or not (folder / "node_modules" / "ical.js").is_dir():
        pytest.skip("ical.js is missing: npm install ical.js, and name the folder in CONFKIT_VALIDATORS")
    command = [node, "--input-type=module", "--eval", _ICAL_JS]
    done = subprocess.run(command, cwd=folder, input=data, capture_output=True, check=True)
    assert done.stderr == b""
    return [Row(*row) for row in json.loads(done.stdout)]


READERS = {"icalendar": by_icalendar, "libical": by_libical, "ical.js": by_ical_js}
