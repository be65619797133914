"""Countries, addresses and distances in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit.words._speech import Speech

if TYPE_CHECKING:
    from confkit.model import Address, Distance

__all__ = ["Places"]


@attrs.frozen
class Places(Speech):
    """A language that can say where."""

    def country(self, code: str, /) -> str:
        """Return the name of a country (ISO 3166-1 alpha-2); an unknown code is returned as it is."""
        raise NotImplementedError

    def city(self, address: Address, /) -> str:
        """Return city and country: ``Beijing, China``, 中国北京; empty where the address states neither."""
        raise NotImplementedError

    def address(self, address: Address, /) -> str:
        """Return an address: verbatim as published where it has ``text``, else its parts in this language's order."""
        raise NotImplementedError

    def address_label(self, address: Address, /) -> str:
        """Return the label for it: ``Address as published`` / 地址（主办方公布原文）, or ``Address`` / 地址."""
        raise NotImplementedError

    def distance(self, distance: Distance, /, *, original: str | None = None) -> str:
        """Return ``about 39 km from Beijing International Airport`` / ``距北京首都国际机场约39公里``.

        ``original`` is the language of the announcement: where this language's name is another, it follows as in
        `inferred`.
        """
        raise NotImplementedError
