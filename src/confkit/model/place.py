"""Places: addresses as published and in parts, coordinates, distances, venues, online rooms."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

import attrs

from confkit.errors import invalid
from confkit.model._validators import Validator, filled, is_a, one_of, sequence, slug, timezone
from confkit.model._value import Value
from confkit.model.link import Link, links
from confkit.model.text import Text, as_text, is_optional_text, is_text, optional_text
from confkit.model.time import Days

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Address", "Distance", "Geo", "Online", "Venue"]

_COUNTRY: Final = (
    "A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|"
    "G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|"
    "M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|O[M]|P[AEFGHKLMNRSTWY]|Q[A]|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|"
    "T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|Y[ET]|Z[AMW]"
)
"""The 249 codes that ISO 3166-1 alpha-2 assigns, by their first letter."""
_OTHER_CODES: Final = {"EL": "GR", "UK": "GB", "EN": "GB", "JA": "JP", "KO": "KR", "SF": "FI", "YU": "RS"}
"""Codes that people write, of the European Union, of languages or of the past, with those that are meant."""


def _country(_: object, attribute: attrs.Attribute[str | None], value: object) -> None:
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


def number(value: float) -> float:
    """Convert a number to a float; anything else is left for the validator to refuse."""
    try:
        return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
    except OverflowError:
        return value


def _degrees(bound: int) -> Validator:
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
    """A point on earth in decimal degrees, WGS 84: latitude -90 to 90 (north is positive), longitude -180 to 180.

    >>> Geo(40.04, 116.28)
    Geo(latitude=40.04, longitude=116.28)
    """

    latitude: float = attrs.field(converter=number, validator=_degrees(90))
    longitude: float = attrs.field(converter=number, validator=_degrees(180))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Address(Value):
    """An address: ``text`` verbatim as announced, and its parts as far as they are known.

    Nothing is computed from ``text`` and nobody corrects it. ``country`` is ISO 3166-1 alpha-2.

    Raises:
        InvalidValueError: all fields are empty.

    >>> Address(locality="Beijing", country="CN")
    Address(locality=Text.of('Beijing'), country='CN')
    """

    text: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    street: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    district: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    locality: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    region: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    postal_code: str | None = attrs.field(default=None, validator=filled)
    country: str | None = attrs.field(default=None, validator=_country)

    def __attrs_post_init__(self) -> None:
        if all(getattr(self, field.name) is None for field in attrs.fields(Address)):
            raise invalid(
                "address.empty", "an address says something", hint="fill text, locality or country, or leave it out"
            )


def kilometres(_: object, attribute: attrs.Attribute[float], value: float) -> None:
    """Accept a distance between two places on earth."""
    if not isinstance(value, float) or not math.isfinite(value) or not 0 < value <= 20_040:
        raise invalid(
            "distance.range",
            "km must be more than 0 and at most 20040, half the way round the earth",
            path=attribute.name,
            value=value,
            hint="write kilometres",
        )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Distance(Value):
    """How far a venue is from a place that readers know, in kilometres.

    >>> Distance(origin="Beijing International Airport", km=39, approximate=True).km
    39.0
    """

    origin: Text = attrs.field(converter=as_text, validator=is_text)
    km: float = attrs.field(converter=number, validator=kilometres)
    approximate: bool = attrs.field(default=False, validator=is_a(bool))


def _distances(items: Iterable[Distance]) -> tuple[Distance, ...]:
    return sequence("distances", items, Distance)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Venue(Value):
    """A place where an event happens: a building, or only a city where no more is known.

    ``role`` is ``main``, ``satellite``, ``workshops``, ``social`` or ``hotel``; ``id`` defaults to it and is unique in
    the conference. ``timezone`` is an IANA key. ``days`` is filled only when they are not the conference's own.

    Raises:
        InvalidValueError: neither name, address nor coordinates.

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
            raise invalid("venue.empty", "a venue has a name, an address or coordinates", hint="fill name or address")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Online(Value):
    """Where an event happens online: a link, a platform, or nothing more than the fact (all fields empty).

    >>> Online(platform="Zoom")
    Online(platform='Zoom')
    """

    link: Link | None = attrs.field(default=None, validator=is_a(Link, optional=True))
    platform: str | None = attrs.field(default=None, validator=filled)
