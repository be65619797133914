"""Places: addresses, coordinates, distances, venues and online rooms."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

import attrs

from confkit.errors import invalid
from confkit.model._validators import Validator, is_a, not_blank, one_of, slug, timezone, tuple_of
from confkit.model._value import Value
from confkit.model.dates import Days
from confkit.model.link import Link, links
from confkit.model.text import Text, as_text, is_optional_text, is_text, optional_text

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Address", "Distance", "Geo", "Online", "Venue"]

_COUNTRY: Final = (
    "A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|"
    "G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|"
    "M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|O[M]|P[AEFGHKLMNRSTWY]|Q[A]|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|"
    "T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|Y[ET]|Z[AMW]"
)
"""A regular expression for the 249 country codes of ISO 3166-1 alpha-2, grouped by their first letter."""
_OTHER_CODES: Final = {"EL": "GR", "UK": "GB", "EN": "GB", "JA": "JP", "KO": "KR", "SF": "FI", "YU": "RS"}
"""Codes that people write by mistake, with the correct country codes.

The wrong codes are codes of the European Union, codes of languages, and former country codes.
"""


def _country(_: object, attribute: attrs.Attribute[str | None], value: object) -> None:
    """Accept a country code, or ``None``."""
    if value is None or (isinstance(value, str) and re.fullmatch(_COUNTRY, value)):
        return
    text = value.strip().upper() if isinstance(value, str) else ""
    code = _OTHER_CODES.get(text, text)
    raise invalid(
        "country.code",
        f"{attribute.name} must be a country code of ISO 3166-1 alpha-2",
        path=attribute.name,
        value=value,
        rule="ISO 3166-1",
        hint=f"write {code}"
        if re.fullmatch(_COUNTRY, code)
        else "write the two letters of the country, such as CN, NO or US",
    )


_country.pattern = _COUNTRY  # type: ignore[attr-defined]  # the JSON Schema reads it


def as_float(value: float) -> float:
    """Convert an integer to a float. A value of another type is returned unchanged for the validator."""
    try:
        return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
    except OverflowError:
        return value


def _degrees(bound: int) -> Validator:
    """Return a validator that accepts degrees from ``-bound`` to ``bound``."""

    def check(_: object, attribute: attrs.Attribute[float], value: float) -> None:
        if not isinstance(value, float) or not -bound <= value <= bound:
            raise invalid(
                "geo.range",
                f"{attribute.name} must be degrees from -{bound} to {bound}",
                path=attribute.name,
                value=value,
                hint="write decimal degrees, WGS 84, latitude first",
            )

    return check


@attrs.frozen(eq=False, repr=False)
class Geo(Value):
    """A point on earth in decimal degrees (WGS 84).

    The latitude is from -90 to 90, positive in the north; the longitude is from -180 to 180, positive in the east.

    >>> Geo(40.04, 116.28)
    Geo(latitude=40.04, longitude=116.28)
    """

    latitude: float = attrs.field(converter=as_float, validator=_degrees(90))
    longitude: float = attrs.field(converter=as_float, validator=_degrees(180))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Address(Value):
    """A postal address, as a whole and in parts.

    ``text`` is the whole address, word for word as announced; confkit never changes ``text`` or extracts parts from the
    address. The other fields are the known parts. ``country`` is a code of ISO 3166-1 alpha-2.

    Raises:
        InvalidValueError: All fields are empty, or ``country`` is not a country code.

    >>> Address(locality="Beijing", country="CN")
    Address(locality=Text.of('Beijing'), country='CN')
    """

    text: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    street: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    district: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    locality: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    region: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    postal_code: str | None = attrs.field(default=None, validator=not_blank)
    country: str | None = attrs.field(default=None, validator=_country)

    def __attrs_post_init__(self) -> None:
        if all(getattr(self, field.name) is None for field in attrs.fields(Address)):
            raise invalid(
                "address.empty", "an address must not be empty", hint="fill text, locality or country, or leave it out"
            )


def kilometres(_: object, attribute: attrs.Attribute[float], value: float) -> None:
    """Accept a distance in kilometres: more than 0, and at most half the circumference of the earth (20040 km)."""
    if not isinstance(value, float) or not math.isfinite(value) or not 0 < value <= 20_040:
        raise invalid(
            "distance.range",
            "km must be more than 0 and at most 20040, half the circumference of the earth",
            path=attribute.name,
            value=value,
            hint="write kilometres",
        )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Distance(Value):
    """The distance in kilometres between a venue and ``origin``, a well-known place such as an airport.

    >>> Distance(origin="Beijing International Airport", km=39, approximate=True).km
    39.0
    """

    origin: Text = attrs.field(converter=as_text, validator=is_text)
    km: float = attrs.field(converter=as_float, validator=kilometres)
    approximate: bool = attrs.field(default=False, validator=is_a(bool))


def _distances(items: Iterable[Distance]) -> tuple[Distance, ...]:
    """Convert the value of the field ``distances`` to a tuple."""
    return tuple_of("distances", items, Distance)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Venue(Value):
    """A place of an event: a building, or only a city if the building is not known.

    ``role`` is ``main``, ``satellite``, ``workshops``, ``social`` or ``hotel``; ``id`` defaults to the role and is
    unique in the conference. ``timezone`` is an IANA key. ``days`` are the days on which the venue is used, if they
    differ from the days of the conference.

    Raises:
        InvalidValueError: The venue has no name, no address and no coordinates.

    >>> Venue(name=Text(en="Expo Centre"), timezone="Asia/Shanghai").id
    'main'
    """

    role: str = attrs.field(default="main", validator=one_of("main", "satellite", "workshops", "social", "hotel"))
    id: str = attrs.field(default=attrs.Factory(lambda self: self.role, takes_self=True), validator=slug)
    name: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    address: Address | None = attrs.field(default=None, validator=is_a(Address, optional=True))
    geo: Geo | None = attrs.field(default=None, validator=is_a(Geo, optional=True))
    timezone: str | None = attrs.field(default=None, validator=timezone)
    days: Days | None = attrs.field(default=None, validator=is_a(Days, optional=True))
    distances: tuple[Distance, ...] = attrs.field(default=(), converter=_distances)
    directions: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    links: tuple[Link, ...] = attrs.field(default=(), converter=links)

    def __attrs_post_init__(self) -> None:
        if self.name is None and self.address is None and self.geo is None:
            raise invalid("venue.empty", "a venue needs a name, an address or coordinates", hint="fill name or address")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Online(Value):
    """The online part of an event.

    ``link`` and ``platform`` may both be empty: the event then takes place online, but nothing else is known.

    >>> Online(platform="Zoom")
    Online(platform='Zoom')
    """

    link: Link | None = attrs.field(default=None, validator=is_a(Link, optional=True))
    platform: str | None = attrs.field(default=None, validator=not_blank)
