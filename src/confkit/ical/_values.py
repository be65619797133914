"""Values and parameters to bytes, by the type of the Python value (RFC 5545 3.2 and 3.3).

Text is encoded first and escaped as bytes: every character that needs care is ASCII, or a short sequence in UTF-8.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote
from zoneinfo import ZoneInfo

from confkit.errors import Finding, UnwritableError

if TYPE_CHECKING:
    from confkit.ical._component import Coordinates

__all__ = [
    "as_is",
    "coordinates",
    "date",
    "date_time",
    "duration",
    "integer",
    "is_seen",
    "parameter",
    "text",
    "texts",
    "uri",
]

_UNWRITABLE = bytes([*range(0x09), *range(0x0A, 0x20), 0x7F])
"""RFC 5545 3.1: CONTROL, all but the tab; line breaks have become ``\\n`` before."""

_SPECIAL = re.compile("[\\\\;,\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""What `text` changes. Looking for it first is faster for short text; long text nearly always holds a comma."""

_SHORT = 80

_BLANKS = b" \t"

_ENDS_A_PARAMETER = re.compile(b"[:;, \t]")
"""Blanks do not, but some readers strip them where nothing quotes them."""

_IN_URI = "%:/?#[]@!$&'()*+,;=-._~"
"""The marks that stand in a URI as they are (RFC 3986 2.2 and 2.3); ``%`` begins what is encoded already."""

_NOT_IN_URI = re.compile(r"[^A-Za-z0-9:/?#\[\]@!$&'()*+,;=\-._~]")
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_SITE = re.compile("(https?://(?:[^/?#@]*@)?)([^/?#:@]+)", re.IGNORECASE)

_C1 = re.compile(b"\xc2[\x80-\x9f]")
"""The control characters above ASCII, in UTF-8; NEL among them has become a line break before."""

_NOT_IN_XML = re.compile(b"\xef\xbf[\xbe\xbf]")
"""U+FFFE and U+FFFF in UTF-8. XML 1.0 2.2 has no way to write them, so that one of them in one title keeps a CalDAV
server (RFC 4791 7.8) from giving any entry of the calendar."""


def text(value: str) -> bytes:
    r"""Return TEXT (RFC 5545 3.3.11): escaped, with every line break as ``\n``, without what readers break on.

    Blanks at its ends are left out: no escape keeps them, and libical 3.0 reads a value without them.
    """
    if len(value) < _SHORT and _SPECIAL.search(value) is None:
        return value.encode().strip(_BLANKS)
    data = _line_breaks(value).encode().replace(b"\\", b"\\\\").replace(b";", b"\\;").replace(b",", b"\\,")
    return _stripped(data.replace(b"\n", b"\\n")).strip(_BLANKS)


def is_seen(value: str) -> bool:
    """Return whether anything of a text is left when it is written."""
    # Nearly all text is printable, and to ask that is ten times faster than to write it.
    return bool(value.strip() if value.isprintable() else text(value))


def texts(values: tuple[str, ...]) -> bytes:
    """Return a list of TEXT."""
    return b",".join(map(text, values))


def parameter(value: str) -> bytes:
    """Return a parameter's value: RFC 6868 for what it cannot hold, quotes (RFC 5545 3.2) for what would end it."""
    data = _line_breaks(value).encode().replace(b"^", b"^^").replace(b'"', b"^'")
    data = _stripped(data.replace(b"\n", b"^n"))
    if data.endswith(b"\\"):
        # libical 3.0 and icalendar 7.3 take it for an escape of what ends the parameter, and read on.
        data += b" "
    return b'"' + data + b'"' if _ENDS_A_PARAMETER.search(data) else data


def uri(value: str) -> bytes:
    """Return a URI (RFC 5545 3.3.13), which is ASCII: the host as IDNA has it, all else percent-encoded (RFC 3987 3.1).

    A host that the IDNA of 2003 would change is percent-encoded too (RFC 3986 3.2.2), since it would name another.
    """
    if _NOT_IN_URI.search(value) is None:
        return value.encode()
    site = _SITE.match(value)
    if site:
        value = f"{site[1]}{_ascii_host(site[2])}{value[site.end() :]}"
    return _STRAY_PERCENT.sub("%25", quote(value, safe=_IN_URI)).encode()


def _ascii_host(host: str) -> str:
    try:
        encoded = host.encode("idna")
        return encoded.decode() if encoded.decode("idna") == unicodedata.normalize("NFKC", host).lower() else host
    except UnicodeError:
        return host


def as_is(value: str) -> bytes:
    """Return a value in the standard's own notation; what would break the line is left out."""
    data = value.encode()
    return data if value.isprintable() else _stripped(data)


def integer(value: int) -> bytes:
    """Return INTEGER (RFC 5545 3.3.8)."""
    return b"%d" % value


def date(value: dt.date) -> bytes:
    """Return DATE (RFC 5545 3.3.4)."""
    return b"%04d%02d%02d" % (value.year, value.month, value.day)


def date_time(value: dt.datetime) -> bytes:
    """Return DATE-TIME (RFC 5545 3.3.5), in UTC or, for a ``ZoneInfo``, local.

    Raises:
        UnwritableError: for a floating time and for a fixed offset: neither says the same to every reader.
    """
    zone = value.tzinfo
    local = b"%04d%02d%02dT%02d%02d%02d" % (value.year, value.month, value.day, value.hour, value.minute, value.second)
    if zone is dt.UTC:
        return local + b"Z"
    if isinstance(zone, ZoneInfo):
        return local
    message = "a time in a calendar must be in UTC or in an IANA time zone"
    raise UnwritableError(Finding(code="ical.zone", message=message, value=value.isoformat(), rule="RFC 5545 3.3.5"))


@functools.lru_cache(maxsize=256)
def duration(value: dt.timedelta) -> bytes:
    """Return DURATION (RFC 5545 3.3.6), to the second."""
    minutes, seconds = divmod(abs(value) // dt.timedelta(seconds=1), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    sign = "-" if value < dt.timedelta() else ""
    date_part = f"{days}D" if days else ""
    # The grammar has minutes between hours and seconds, so no unit between two others is left out.
    clock = f"{hours}H{minutes}M{seconds}S" if seconds else f"{hours}H{minutes}M" if minutes else f"{hours}H"
    if date_part and not (hours or minutes or seconds):
        return f"{sign}P{date_part}".encode()
    return f"{sign}P{date_part}T{clock}".encode()


def coordinates(value: Coordinates) -> bytes:
    """Return the value of GEO (RFC 5545 3.8.1.6): six decimals, never an exponent, no negative zero."""
    return f"{value[0]:.6f};{value[1]:.6f}".replace("-0.000000", "0.000000").encode()


def _line_breaks(text: str) -> str:
    """Turn every line break of Unicode into LF: readers that split lines by Unicode's rules would see a broken line."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for line_break in ("\x85", "\u2028", "\u2029"):
        if line_break in text:  # to look first takes a tenth of the time
            text = text.replace(line_break, "\n")
    return text


def _stripped(data: bytes) -> bytes:
    data = data.translate(None, _UNWRITABLE)
    if b"\xc2" in data:
        data = _C1.sub(b"", data)
    return _NOT_IN_XML.sub(b"", data) if b"\xef\xbf" in data else data
