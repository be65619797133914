"""Names from CLDR through Babel, made equal over the versions of Babel that confkit supports."""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from babel import Locale
from babel.core import get_global

from confkit.words._languages import BY_TAG

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["city", "currency", "language", "months", "territory", "weekdays"]

_OLD_KEYS: Final = MappingProxyType(
    {
        "Africa/Asmara": "Africa/Asmera",
        "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
        "America/Argentina/Catamarca": "America/Catamarca",
        "America/Argentina/Cordoba": "America/Cordoba",
        "America/Argentina/Jujuy": "America/Jujuy",
        "America/Argentina/Mendoza": "America/Mendoza",
        "America/Atikokan": "America/Coral_Harbour",
        "America/Indiana/Indianapolis": "America/Indianapolis",
        "America/Kentucky/Louisville": "America/Louisville",
        "America/Nuuk": "America/Godthab",
        "Asia/Ho_Chi_Minh": "Asia/Saigon",
        "Asia/Kathmandu": "Asia/Katmandu",
        "Asia/Kolkata": "Asia/Calcutta",
        "Asia/Yangon": "Asia/Rangoon",
        "Atlantic/Faroe": "Atlantic/Faeroe",
        "Europe/Kyiv": "Europe/Kiev",
        "Pacific/Chuuk": "Pacific/Truk",
        "Pacific/Kanton": "Pacific/Enderbury",
        "Pacific/Pohnpei": "Pacific/Ponape",
    }
)
"""Today's keys with those under which CLDR filed cities: Babel 2.16 resolves aliases to the old, 2.18 to the new, and
2.19 files cities under the new ones."""

_NEW_KEYS: Final = MappingProxyType(
    {"Asia/Choibalsan": "Asia/Ulaanbaatar"} | {old: new for new, old in _OLD_KEYS.items()}
)

_NO_CITY: Final = frozenset(
    {"CET", "CST6CDT", "EET", "EST", "EST5EDT", "Factory", "HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET"}
)
"""Keys that name no city, whatever city tzdata links them to."""


@functools.cache
def _locale(tag: str) -> Locale:
    return Locale.parse(BY_TAG[tag].locale)


def _settled(tag: str, kind: str, code: str) -> str | None:
    return BY_TAG[tag].settled.get((kind, code))


@functools.cache
def _territories(tag: str) -> Mapping[str, str]:
    return MappingProxyType(dict(_locale(tag).territories))


@functools.cache
def _languages(tag: str) -> Mapping[str, str]:
    return MappingProxyType(dict(_locale(tag).languages))


@functools.cache
def months(tag: str) -> Mapping[int, str]:
    """Return the months' whole names by number, from 1."""
    return MappingProxyType(dict(_locale(tag).months["format"]["wide"]))


@functools.cache
def weekdays(tag: str) -> Mapping[int, str]:
    """Return the days' whole names by `datetime.date.weekday`, from 0 for Monday."""
    return MappingProxyType(dict(_locale(tag).days["format"]["wide"]))


def territory(tag: str, code: str) -> str | None:
    """Return the name of a country by its ISO 3166-1 code, or ``None``."""
    return _settled(tag, "territory", code) or _territories(tag).get(code)


def currency(tag: str, code: str) -> str:
    """Return the name of a currency by its ISO 4217 code, or the code."""
    return _settled(tag, "currency", code) or _locale(tag).currencies.get(code, code)


def language(tag: str, code: str) -> str:
    """Return the name of a language by its BCP 47 tag, or by its longest truncation with a name, else the tag."""
    names = _languages(tag)
    short = code
    while short:
        found = _settled(tag, "language", short) or names.get(short.replace("-", "_"))
        if found:
            return found
        short = short.rpartition("-")[0]
    return code


@functools.lru_cache(maxsize=1024)
def city(tag: str, key: str) -> str | None:
    """Return the name of the city that an IANA key stands for, or ``None`` where it stands for none (``Etc/GMT+8``)."""
    if key in _NO_CITY:
        return None
    new = _today(key)
    if new.startswith("Etc/"):
        return None
    latin = new.rpartition("/")[2].replace("_", " ")
    if not BY_TAG[tag].cities_from_cldr:
        return latin
    zones = _locale(tag).time_zones
    named: str | None = (zones.get(new) or zones.get(_OLD_KEYS.get(new, new), {})).get("city")
    return _settled(tag, "city", new) or named or latin


def _today(key: str) -> str:
    """The key that tzdata uses today for an older name (``PRC``, ``US/Pacific``, ``Asia/Calcutta``)."""
    aliases: Mapping[str, str] = get_global("zone_aliases")
    found = aliases.get(key, key)
    return _NEW_KEYS.get(found, found)
