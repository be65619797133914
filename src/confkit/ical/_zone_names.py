"""Which IANA zone a TZID means, by its name alone (RFC 5545 3.2.19)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from confkit.model import zone, zone_keys

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["Named", "key_of", "offset_in"]

Named: TypeAlias = Literal["key", "windows", "prefix", "location", "unknown"]
"""How a zone was found: TZID is a key; a name of Windows; a key behind a prefix; X-LIC-LOCATION names a key; not."""


def key_of(tzid: str, location: str = "") -> tuple[str | None, Named]:
    """Return the key that a TZID means, and how it was found; ``location`` is what X-LIC-LOCATION says."""
    keys = zone_keys()
    if tzid in keys:
        return tzid, "key"
    # deferred: only other programs' zones need it, and icalendar costs 50 ms
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    if tzid in WINDOWS_TO_OLSON:
        return WINDOWS_TO_OLSON[tzid], "windows"
    if tzid.startswith("/"):
        # RFC 5545 3.8.3.1: unique in the world by a prefix of its maker's, such as /mozilla.org/20050126_1/.
        parts = tzid.split("/", 9)[1:]
        behind = ("/".join(parts[number:]) for number in range(1, len(parts)))
        found = next((name for name in behind if name in keys), None)
        if found:
            return found, "prefix"
    return (location, "location") if location in keys else (None, "unknown")


def offset_in(key: str, time: dt.datetime) -> dt.timedelta | None:
    """Return what the offset of an IANA zone is at a local time: of an hour that comes twice, at the first."""
    return time.replace(tzinfo=zone(key)).utcoffset()
