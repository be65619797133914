"""Time zones and their names: IANA zones from the tzdata package, fixed offsets, and "anywhere on earth"."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final, Self

from confkit.errors import invalid, type_name

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

__all__ = ["AOE", "AnywhereOnEarth", "parse_zone", "zone", "zone_keys", "zone_text"]


class AnywhereOnEarth(dt.tzinfo):
    """The zone "anywhere on earth" (AoE), 12 hours behind UTC: in this zone, a day ends later than in all other zones.

    The only instance is `AOE`. `AOE` is not equal to the fixed offset UTC-12:00, so that a deadline that was announced
    as "AoE" is also written as "AoE".

    >>> AOE.utcoffset(None) == dt.timedelta(hours=-12)
    True
    >>> AOE
    AOE
    """

    __slots__ = ()
    _only: ClassVar[Self | None] = None

    def __new__(cls) -> Self:
        """Return `AOE`, the only instance."""
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def utcoffset(self, _: dt.datetime | None, /) -> dt.timedelta:
        """Return the offset from UTC: -12 hours."""
        return dt.timedelta(hours=-12)

    def dst(self, _: dt.datetime | None, /) -> dt.timedelta:
        """Return 0, because AoE has no daylight saving time."""
        return dt.timedelta(0)

    def tzname(self, _: dt.datetime | None, /) -> str:
        """Return the name ``AoE``."""
        return "AoE"

    def __repr__(self) -> str:
        return "AOE"

    def __reduce__(self) -> str:
        return "AOE"


AOE: Final = AnywhereOnEarth()
"""The zone "anywhere on earth", in which many calls for papers close."""


@functools.cache
def zone_keys() -> frozenset[str]:
    """Return the keys of all zones in the IANA time zone database of the tzdata package.

    >>> "Asia/Shanghai" in zone_keys()
    True
    """
    from importlib.resources import files  # deferred: the import takes milliseconds, and many programs use no zone

    return frozenset((files("tzdata") / "zones").read_text(encoding="ascii").split())


def zone(key: str) -> ZoneInfo:
    """Return the zone of an IANA key.

    The rules of the zone come from the tzdata package and not from the operating system, so that all machines compute
    the same instants.

    Raises:
        InvalidValueError: The database has no such key. Abbreviations such as ``PT`` and ``CST`` are not keys.

    >>> zone("Asia/Shanghai")
    ZoneInfo('Asia/Shanghai')
    """
    return _iana_zone(key, "write a key such as Asia/Shanghai")


def _iana_zone(key: str, default_hint: str) -> ZoneInfo:
    """Return the zone of an IANA key. ``default_hint`` is the hint of the error if `_key_hint` has no better hint."""
    if not isinstance(key, str) or key not in zone_keys():
        raise invalid(
            "zone.unknown",
            "not a key of the IANA time zone database",
            value=key,
            hint=_key_hint(key) or default_hint,
            rule="RFC 9557 2",
        )
    from confkit.model._tzdata import load  # deferred: zoneinfo takes milliseconds, and many programs use no zone

    return load(key)


def parse_zone(text: str, zones: Mapping[str, str] | None = None) -> dt.tzinfo:
    """Return the zone that a text stands for: an IANA key, ``AoE``, an offset (``+08:00``, ``UTC+8``) or ``Z``.

    ``zones`` maps abbreviations to zones: ``{"PT": "America/Los_Angeles"}``. Other abbreviations are errors.

    Raises:
        InvalidValueError: The text does not stand for a zone, or is an offset of 24 hours or more.

    >>> parse_zone("PT", {"PT": "America/Los_Angeles"})
    ZoneInfo('America/Los_Angeles')
    >>> parse_zone("UTC-12") == AOE
    False
    """
    if zones is not None and not isinstance(zones, Mapping):
        raise invalid(
            "value.type",
            f"zones must be a mapping of abbreviations to zones, not {type_name(zones)}",
            path="zones",
            value=zones,
            hint='write {"PT": "America/Los_Angeles"}',
        )
    if isinstance(text, str) and zones is not None:
        text = zones.get(text, text)
    if not isinstance(text, str):
        raise invalid(
            "zone.type",
            f"a zone is read from text, not from {type_name(text)}",
            value=text,
            hint="write Asia/Shanghai, AoE or +08:00",
        )
    if text.lower() == "aoe":
        return AOE
    if text in {"Z", "z"}:
        return dt.UTC
    match = re.fullmatch(r"(?:UTC)?([+\-\u2212])([0-9]{1,2})(?::?([0-9]{2})(?::([0-9]{2}))?)?", text)
    if match is None or (len(match[2]) == 1 and not text.startswith("UTC")):
        return _iana_zone_of_text(text)
    hours, minutes, seconds = int(match[2]), int(match[3] or 0), int(match[4] or 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        raise invalid(
            "zone.offset", "an offset must be less than a day", value=text, rule="RFC 3339 5.6", hint="write +08:00"
        )
    offset = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return dt.timezone(offset if match[1] == "+" else -offset)


_NO_OFFSETS: Final = frozenset({"GMT+0", "GMT-0"})
"""IANA keys that look like offsets but are valid keys; both zones are UTC."""


def _iana_zone_of_text(text: str) -> ZoneInfo:
    """Return the zone of an IANA key; refuse texts such as ``GMT+8``, which look like offsets."""
    if text not in _NO_OFFSETS and re.match(r"(?:GMT|UTC|) *[+-]", text):
        raise invalid(
            "zone.offset",
            "not an offset from UTC",
            value=text,
            rule="RFC 3339 5.6",
            hint="write UTC+8 or +08:00: the database's own Etc/GMT+8 is eight hours behind UTC",
        )
    return _iana_zone(text, "write a key such as Asia/Shanghai, AoE, or an offset such as +08:00")


def zone_text(tz: dt.tzinfo) -> str:
    """Return the text of a zone: an IANA key, ``AoE``, ``Z`` or an offset such as ``+08:00``.

    >>> zone_text(AOE), zone_text(dt.timezone(dt.timedelta(hours=-12)))
    ('AoE', '-12:00')
    """
    tz = as_zone(tz)
    if isinstance(tz, dt.timezone):
        return offset_text(tz.utcoffset(None))
    return "AoE" if tz is AOE else str(tz)


def local_time(at: dt.datetime, tz: dt.tzinfo) -> dt.datetime | None:
    """Convert an instant to the local time of a zone; return ``None`` if the result is not in the years 1 to 9999.

    >>> local_time(dt.datetime(1, 1, 1, tzinfo=dt.UTC), AOE) is None
    True
    """
    try:
        return at.astimezone(tz)
    except OverflowError:
        return None


def offset_text(offset: dt.timedelta) -> str:
    """Return the text of an offset from UTC in the notation of RFC 3339, such as ``+08:00``; ``Z`` for UTC."""
    if not offset:
        return "Z"
    minutes, seconds = divmod(abs(int(offset.total_seconds())), 60)
    sign = "-" if offset < dt.timedelta(0) else "+"
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


def as_zone(tz: dt.tzinfo) -> dt.tzinfo:
    """Convert a zone to one of the zones that `When` accepts, so that equal zones are equal objects.

    `When` accepts `AOE`, a fixed offset without a name, and an IANA zone of the tzdata package.

    Raises:
        InvalidValueError: The zone has another type or no IANA key, or its offset is not in whole minutes.
    """
    if tz is AOE:
        return tz
    if isinstance(tz, dt.timezone):
        offset = tz.utcoffset(None)
        if offset.microseconds or offset.seconds % 60:
            raise invalid(
                "zone.offset", "an offset must be whole minutes", value=tz, rule="RFC 3339 5.6", hint="write +08:00"
            )
        return dt.timezone(offset)
    from zoneinfo import ZoneInfo  # deferred: programs with a ZoneInfo have imported zoneinfo already

    if isinstance(tz, ZoneInfo):
        return zone(tz.key)
    raise invalid(
        "zone.type",
        "a zone must be a ZoneInfo, AOE or a fixed offset (datetime.timezone)",
        value=tz,
        hint='write confkit.model.zone("Asia/Shanghai")',
    )


def _key_hint(key: object) -> str | None:
    """Return the hint of an error about a wrong key: what to write instead, or ``None``."""
    text = key if isinstance(key, str) else ""
    if text.lower() == "aoe" or re.match(r"(?:GMT|UTC|) *[+-][0-9]", text):
        return "an offset is not the key of a zone: write the key of a place, such as Asia/Shanghai"
    if re.fullmatch(r"[A-Z]{2,5}", text):
        return "an abbreviation may mean several zones: write a key such as America/Los_Angeles"
    from difflib import get_close_matches  # deferred: only a wrong key needs it

    near = get_close_matches(text[:40], sorted(zone_keys()), n=1, cutoff=0.75)
    return f"did you mean {near[0]}?" if near else None
