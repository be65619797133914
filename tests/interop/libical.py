"""libical 3, which Evolution, KOrganizer and many servers use, called directly."""

from __future__ import annotations

import ctypes
import ctypes.util
import functools
from typing import TYPE_CHECKING, Any

import pytest

from interop.caching import skip_if_disabled
from interop.rows import Read, Row

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["by_libical", "libical", "read_libical"]


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
    skip_if_disabled()
    name = ctypes.util.find_library("ical")
    if name is None:
        pytest.skip("libical is missing: apt-get install libical3")
    library = ctypes.CDLL(name)
    for function, (result, arguments) in _SIGNATURES.items():
        getattr(library, function).restype = result
        getattr(library, function).argtypes = arguments
    return library


def by_libical(data: bytes) -> list[Row]:
    """Return the entries that libical finds in one file; any complaint is a failure."""
    library = libical()
    calendar = library.icalparser_parse_string(data)
    try:
        complaints = (library.icalcomponent_count_errors(calendar), library.icalrestriction_check(calendar))
        assert complaints == (0, 1), library.icalcomponent_as_ical_string(calendar).decode()
        kind = library.icalcomponent_string_to_kind(b"VEVENT")
        events = []
        event = library.icalcomponent_get_first_component(calendar, kind)
        while event:
            events.append(_row(library, event))
            event = library.icalcomponent_get_next_component(calendar, kind)
        return events
    finally:
        library.icalcomponent_free(calendar)


def read_libical(folder: Path) -> dict[str, list[Row]]:
    """Return the entries that libical finds in each file of a folder."""
    return {path.name: by_libical(path.read_bytes()) for path in folder.iterdir()}


def _row(library: Any, event: Any) -> Row:
    def found(name: str) -> Any:
        return library.icalcomponent_get_first_property(event, library.icalproperty_string_to_kind(name.encode()))

    def text(name: str) -> str:
        property_ = found(name)
        return library.icalvalue_get_text(library.icalproperty_get_value(property_)).decode() if property_ else ""

    def time(name: str) -> Read | None:
        property_ = found(name)
        if not property_:
            return None
        moment = library.icalproperty_get_datetime_with_component(property_, event)
        if moment.is_date:
            return f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
        return int(library.icaltime_as_timet_with_zone(moment, moment.zone))

    status = found("STATUS")
    start = time("DTSTART")
    assert start is not None
    return Row(
        text("UID"),
        start,
        time("DTEND"),
        text("SUMMARY"),
        text("DESCRIPTION"),
        text("LOCATION"),
        library.icalproperty_get_value_as_string(status).decode() if status else "",
    )
