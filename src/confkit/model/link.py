"""Links and images on the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit.model._validators import kind, link_url, sequence, web_url
from confkit.model._value import Value
from confkit.model.text import Text, is_optional_text, optional_text

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Image", "Link"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Link(Value):
    """A link to the web or to an e-mail address; other schemes than ``http``, ``https`` and ``mailto`` are refused.

    ``rel`` is the kind of page that it leads to: ``site``, ``cfp``, ``register``, ``tickets``, ``map``, ``travel``,
    ``code_of_conduct``, ``sponsor``, ``papers``, ``video``, ``source`` or a word of your own.

    Raises:
        InvalidValueError: Not a complete URL (RFC 3986 3) or not one e-mail address (RFC 6068 2).

    >>> Link(url="https://example.org/")
    Link(url='https://example.org/')
    """

    url: str = attrs.field(validator=link_url)
    rel: str = attrs.field(default="site", validator=kind)
    title: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Image(Value):
    """A picture on the web, with the text for people who cannot see it.

    >>> Image(url="https://example.org/a.jpg", alt="The hall").alt
    Text.of('The hall')
    """

    url: str = attrs.field(validator=web_url)
    alt: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)


def links(items: Iterable[Link]) -> tuple[Link, ...]:
    return sequence("links", items, Link)
