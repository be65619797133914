"""Countries, addresses and distances in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from confkit.model import Address, Distance
from confkit.words import _cldr
from confkit.words._given import texts, wanted
from confkit.words._names import Names
from confkit.words._spacing import gaps_han, has_han, join

if TYPE_CHECKING:
    from confkit.model import Text

__all__ = ["Places"]

_CODE_BEFORE_TOWN: Final = frozenset(
    "AT BE CH CZ DE DK ES FI FR GR HR IS IT LI LU NL NO PL PT SE SI SK".split()  # noqa: SIM905  # a row is read easier
)
"""Countries that write a postal code before the town."""

_WRITE_ADDRESS: Final = 'write Address(locality="Beijing", country="CN")'
_WRITE_DISTANCE: Final = 'write Distance(origin="the airport", km=39)'


@attrs.frozen
class Places(Names):
    """A language that can say where."""

    def country(self, code: str, /) -> str:
        """Return the name of a country (ISO 3166-1 alpha-2); an unknown code is returned as it is.

        >>> from confkit import words
        >>> words.of("zh").country("CN"), words.of("en").country("CN")
        ('中国', 'China')
        """
        texts(code)
        return _cldr.territory(self.tag, code) or code

    def city(self, address: Address, /) -> str:
        """Return city and country, as far as the address states them in its parts; empty where it states neither.

        >>> from confkit import Address, Text, words
        >>> beijing = Address(locality=Text(en="Beijing", zh="北京"), country="CN")
        >>> words.of("en").city(beijing), words.of("zh").city(beijing)
        ('Beijing, China', '中国北京')
        """
        wanted(address, _WRITE_ADDRESS, Address)
        locality = self._part(address.locality or address.region)
        country = self.country(address.country) if address.country else ""
        if not locality or not country or _names(country, locality):
            return country or locality
        return self._fill(self._patterns.city, {"locality": locality, "country": country})

    def address(self, address: Address, /) -> str:
        """Return an address verbatim as published where it has ``text``, else its parts in this language's order.

        >>> from confkit import Address, Text, words
        >>> parts = Address(
        ...     district=Text(en="Haidian District", zh="海淀区"),
        ...     locality=Text(en="Beijing", zh="北京市"),
        ...     postal_code="100080",
        ...     country="CN",
        ... )
        >>> words.of("en").address(parts)
        'Haidian District, Beijing 100080, China'
        >>> words.of("zh").address(parts)
        '中国北京市海淀区（邮编：100080）'
        """
        wanted(address, _WRITE_ADDRESS, Address)
        if address.text:
            return self.choose(address.text).value
        return self.parts(address)

    def address_label(self, address: Address, /) -> str:
        """Return the label of `address`, which says so where the words are the organizer's own.

        >>> from confkit import Address, words
        >>> words.of("zh").address_label(Address(text="索家坟, Hai Dian Qu"))
        '地址（主办方公布原文）'
        """
        wanted(address, _WRITE_ADDRESS, Address)
        return self.say("label", "Address as published") if address.text else self.say("label", "Address")

    def parts(self, address: Address, /) -> str:
        """Return the parts of an address in this language's order, whether or not it has ``text``.

        Parts that exist in Latin letters only keep the order of Latin addresses, and the reverse; among Latin ones
        those in Han characters take the places that they would have in Latin letters.
        """
        wanted(address, _WRITE_ADDRESS, Address)
        given = (address.street, address.district, address.locality, address.region)
        street, district, locality, region = (self._part(part) for part in given)
        region = "" if region == locality else region
        country = self.country(address.country) if address.country else ""
        code = address.postal_code or ""
        if _names(country, locality) and (self._patterns.han or not code):
            locality = ""  # Singapore, Hong Kong
        if self._large_to_small(street, district, locality, region):
            return self._large_first((region, locality, district, street), code, country)
        if code and address.country in _CODE_BEFORE_TOWN:
            places = _commas(street, district, f"{code} {locality or region}".strip(), region if locality else "")
        else:
            places = _small_to_large(street, district, locality, region, code)
        return self.aside(places, country) if self._patterns.han else _commas(places, country)

    def _large_to_small(self, *parts: str) -> bool:
        """Whether the parts go from the large to the small: in Chinese where any is in Han, elsewhere where all are."""
        written = [has_han(part) for part in parts if part]
        if self._patterns.han:
            return any(written) or not written
        return bool(written) and all(written)

    def distance(self, distance: Distance, /, *, original: str | None = None) -> str:
        """Return how far it is from a place that readers know.

        ``original`` is the language of the announcement: where this language's name of the place is another, the
        announced one follows as in `inferred`.

        >>> from confkit import Distance, Text, words
        >>> airport = Text(en="Beijing International Airport", zh="北京首都国际机场")
        >>> words.of("en").distance(Distance(origin=airport, km=39, approximate=True))
        'about 39 km from Beijing International Airport'
        >>> words.of("zh").distance(Distance(origin=airport, km=39, approximate=True))
        '距北京首都国际机场约39公里'
        """
        wanted(distance, _WRITE_DISTANCE, Distance)
        origin = self.name(distance.origin) if original is None else self.inferred(distance.origin, original=original)
        return self.away(distance, origin)

    def away(self, distance: Distance, place: str, /) -> str:
        """Return how far it is from a place of which the caller has the name.

        >>> from confkit import Distance, words
        >>> words.of("zh").away(Distance(origin="BAAI", km=1.5), "智源大厦")
        '距智源大厦1.5公里'
        """
        wanted(distance, _WRITE_DISTANCE, Distance)
        length = self.kilometres(distance.km)
        if distance.approximate:
            return self.say("distance", "about {length} from {place}", length=length, place=place)
        return self.say("distance", "{length} from {place}", length=length, place=place)

    def kilometres(self, km: float, /) -> str:
        """Return a length: ``39 km``, 39公里, 39 公里."""
        return self._patterns.kilometres.format(number=self.number(km))

    def number(self, number: float, /) -> str:
        """Return a number with separators between thousands and at most three decimals: ``1,450``, ``2.5``."""
        wanted(number, "write a number", int, float)
        whole, _, decimals = f"{number:,.3f}".partition(".")
        decimals = decimals.rstrip("0")
        whole = whole.replace(",", self._patterns.thousands)
        return f"{whole}{self._patterns.decimal}{decimals}" if decimals else whole

    def _part(self, text: Text | None) -> str:
        return self.choose(text).value if text else ""

    def _large_first(self, places: tuple[str, ...], code: str, country: str) -> str:
        if self._patterns.han:
            place = join((country, *places), gaps_han)
            return self._patterns.postcode.format(place=place, code=code) if code else place
        return _commas(" ".join(filter(None, (join(places, gaps_han), code))), country)


def _names(country: str, locality: str) -> bool:
    """Whether the name of a country holds that of a town as a word: Singapore, and not Man in Oman."""
    return locality in country if has_han(locality) else f" {locality} " in f" {country} "


def _small_to_large(street: str, district: str, locality: str, region: str, code: str) -> str:
    """``Moscone Center, San Francisco, CA 94103``; a postal code follows the town where no region is stated."""
    if region:
        return _commas(street, district, locality, " ".join(filter(None, (region, code))))
    return _commas(street, district, " ".join(filter(None, (locality, code))))


def _commas(*parts: str) -> str:
    return ", ".join(filter(None, parts))
