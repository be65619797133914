"""Places: addresses, coordinates, distances, venues and online rooms."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

import attrs

from confkit.errors import invalid
from confkit.model._validators import Validator, filled, is_a, one_of, sequence, slug, timezone
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
"""The 249 codes that ISO 3166-1 alpha-2 assigns, by their first letter."""
_OTHER_CODES: Final = {"EL": "GR", "UK": "GB", "EN": "GB", "JA": "JP", "KO": "KR", "SF": "FI", "YU": "RS"}
"""Common mistakes (codes of the European Union, of languages, of the past), with the assigned code."""


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
    """Convert an integer to a float; other types are left for the validator to refuse."""
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
    """A postal address: ``text`` as announced, word for word, and the parts that are known.

    confkit takes nothing from ``text`` and corrects nothing in it. ``country`` is a code of ISO 3166-1 alpha-2.

    Raises:
        InvalidValueError: All fields are empty, or ``country`` is not an assigned code.

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
                "address.empty", "an address must not be empty", hint="fill text, locality or country, or leave it out"
            )


def kilometres(_: object, attribute: attrs.Attribute[float], value: float) -> None:
    """Accept a distance between two places on earth: more than 0 and at most 20040 km."""
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
    """The distance in kilometres of a venue from ``origin``, a place that readers know.

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
    """A place of an event: a building, or only a city if no more is known.

    ``role`` is ``main``, ``satellite``, ``workshops``, ``social`` or ``hotel``; ``id`` defaults to the role and is
    unique in the conference. ``timezone`` is an IANA key. ``days`` is for a venue that is used on other days than those
    of the conference.

    Raises:
        InvalidValueError: No name, no address and no coordinates.

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
    """The online part of an event: a link and a platform, or neither if only the fact is known.

    >>> Online(platform="Zoom")
    Online(platform='Zoom')
    """

    link: Link | None = attrs.field(default=None, validator=is_a(Link, optional=True))
    platform: str | None = attrs.field(default=None, validator=filled)
