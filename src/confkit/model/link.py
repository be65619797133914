"""Links and images on the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit.model._validators import kind, link_url, tuple_of, web_url
from confkit.model._value import Value
from confkit.model.text import Text, is_optional_text, optional_text

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Image", "Link"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Link(Value):
    """A link to a web page (``http`` or ``https``) or to an e-mail address (``mailto``).

    ``rel`` is the kind of page: ``site``, ``cfp``, ``register``, ``tickets``, ``map``, ``travel``, ``code_of_conduct``,
    ``sponsor``, ``papers``, ``video``, ``source`` or a word of your own.

    Raises:
        InvalidValueError: ``url`` is neither a complete URL (RFC 3986 3) nor a link to exactly one e-mail address (RFC
            6068 2).

    >>> Link(url="https://example.org/")
    Link(url='https://example.org/')
    """

    url: str = attrs.field(validator=link_url)
    rel: str = attrs.field(default="site", validator=kind)
    title: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Image(Value):
    """A picture on the web. ``alt`` describes the picture for people who cannot see the picture.

    >>> Image(url="https://example.org/a.jpg", alt="The hall").alt
    Text.of('The hall')
    """

    url: str = attrs.field(validator=web_url)
    alt: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)


def links(items: Iterable[Link]) -> tuple[Link, ...]:
    """Convert the value of the field ``links`` to a tuple."""
    return tuple_of("links", items, Link)
