"""Components to bytes (RFC 5545 3.1): one content line a property, in the order given, folded in octets."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from confkit.errors import Finding, UnwritableError
from confkit.ical import _values
from confkit.ical._component import Component, Coordinates, Raw, Uri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from confkit.ical._component import Params, Property

__all__ = ["framed", "write"]

_TYPES = {
    "ATTENDEE": "CAL-ADDRESS",
    "DTEND": "DATE-TIME",
    "DTSTAMP": "DATE-TIME",
    "DTSTART": "DATE-TIME",
    "LAST-MODIFIED": "DATE-TIME",
    "ORGANIZER": "CAL-ADDRESS",
    "TRIGGER": "DURATION",
    "URL": "URI",
    # RFC 7986 5: these have no type of their own, so VALUE always says it.
    "CONFERENCE": "",
    "IMAGE": "",
    "REFRESH-INTERVAL": "",
    "SOURCE": "",
}
"""The type that a property has when VALUE is silent; all others are TEXT."""

_FOLDED = re.compile(rb".{1,74}(?:(?<!\\)(?![\x80-\xbf])|\Z)|(?:\\\\){1,37}", re.DOTALL)
"""As many octets as fit on a continuation line beside its space: cut neither inside a UTF-8 sequence nor after a
backslash, or, in a run of backslashes that fills the line, between two pairs of them."""


def write(component: Component) -> bytes:
    """Return the bytes of one component, with CRLF line ends.

    Raises:
        UnwritableError: if a text holds half a surrogate pair, which UTF-8 cannot say, or a time is floating.
    """
    lines: list[bytes] = []
    _collect(component, lines.append)
    lines.append(b"")
    return b"\r\n".join(lines)


def framed(component: Component, blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield piece by piece what `write` gives, with components inside, after its own, that are bytes already."""
    end = _fence(component.name)[1] + b"\r\n"
    yield write(component).removesuffix(end)
    yield from blocks
    yield end


def _collect(component: Component, add: Callable[[bytes], None]) -> None:
    begin, end = _fence(component.name)
    add(begin)
    for item in component.properties:
        value = item[1]
        # Local times are not kept: two of them are equal in two zones where they are the same instant.
        few = type(value) in _FEW or (isinstance(value, dt.datetime) and value.tzinfo is dt.UTC)
        add(_kept(item) if few else _line(item))
    for inner in component.components:
        _collect(inner, add)
    add(end)


def _line(item: Property) -> bytes:
    name, value, params = item
    kind, encode = _ENCODERS[type(value)]
    zone = value.tzinfo if kind == "DATE-TIME" else None  # type: ignore[union-attr]  # the table says it is a datetime
    try:
        line = _head(name, params, kind, zone) + encode(value)
    except UnicodeEncodeError as error:
        raise _half_a_pair(name, error) from None
    return line if len(line) <= 75 else _fold(line)


_kept = functools.lru_cache(maxsize=1024)(_line)

_FEW = frozenset({Raw, int, tuple, dt.timedelta})
"""Types of values of which a calendar holds few different ones: their lines are kept, as those of stamps are."""


@functools.lru_cache(maxsize=64)
def _fence(name: str) -> tuple[bytes, bytes]:
    return b"BEGIN:" + name.encode(), b"END:" + name.encode()


def _fold(line: bytes) -> bytes:
    """RFC 5545 3.1: at most 75 octets. A fold inside an escape is legal, and Google Calendar drops the event for it."""
    return b"\r\n ".join(_FOLDED.findall(b" " + line))[1:]


@functools.lru_cache(maxsize=1024)
def _head(name: str, params: Params, kind: str, zone: dt.tzinfo | None) -> bytes:
    """Return a line up to its value. Few differ in a calendar, so they are kept."""
    said = list(params)
    default = _TYPES.get(name, "TEXT")
    if kind and kind != default and (kind, default) != ("URI", "CAL-ADDRESS"):
        said.insert(0, ("VALUE", kind))
    if isinstance(zone, ZoneInfo):
        said.append(("TZID", zone.key))
    return b";".join([name.encode(), *(key.encode() + b"=" + _values.parameter(text) for key, text in said)]) + b":"


def _half_a_pair(name: str, error: UnicodeEncodeError) -> UnwritableError:
    return UnwritableError(
        Finding(
            code="ical.surrogate",
            message=f"the text of {name} contains half a surrogate pair, which UTF-8 cannot encode",
            value=ascii(error.object[max(0, error.start - 20) : error.end + 20]),
            rule="RFC 5545 3.1.4",
            hint="decode the text again from its source",
        )
    )


_ENCODERS: dict[type, tuple[str, Callable[[Any], bytes]]] = {
    str: ("TEXT", _values.text),
    tuple: ("TEXT", _values.texts),
    Uri: ("URI", _values.uri),
    Raw: ("", _values.as_is),
    int: ("", _values.integer),
    dt.date: ("DATE", _values.date),
    dt.datetime: ("DATE-TIME", _values.date_time),
    dt.timedelta: ("DURATION", _values.duration),
    Coordinates: ("", _values.coordinates),
}
