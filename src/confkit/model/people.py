"""Links and images, and the people behind an event: organisations and contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit.errors import invalid
from confkit.model._fields import filled, kind, link_url, one_of, pattern, sequence, web_url
from confkit.model._texts import as_text, is_optional_text, is_text, optional_text
from confkit.model._value import Value
from confkit.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Contact", "Image", "Link", "Organization"]

_ATOM = r"[^\s@<>()\[\],;:\\\"?#%.\x00-\x20\x7f-\xa0\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+"
"""Nor ``?``, ``#`` and ``%``, which mean something else in a mailto link (RFC 6068 2)."""

email = pattern(
    rf"{_ATOM}(?:\.{_ATOM})*@{_ATOM}(?:\.{_ATOM})+",
    "email.text",
    "an e-mail address",
    "write it like hello@example.org",
    optional=True,
)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Link(Value):
    """A link: ``http``, ``https`` or ``mailto`` and nothing else.

    ``rel`` says what it leads to: ``site``, ``cfp``, ``register``, ``tickets``, ``map``, ``travel``,
    ``code_of_conduct``, ``sponsor``, ``papers``, ``video``, ``source``, or a word of your own.

    >>> Link(url="https://example.org/")
    Link(url='https://example.org/')
    """

    url: str = attrs.field(validator=link_url)
    rel: str = attrs.field(default="site", validator=kind)
    title: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Image(Value):
    """A picture on the web, with the words for those who cannot see it.

    >>> Image(url="https://example.org/a.jpg", alt="The hall").alt
    Text.of('The hall')
    """

    url: str = attrs.field(validator=web_url)
    alt: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)


def _links(items: Iterable[Link]) -> tuple[Link, ...]:
    return sequence("links", items, Link)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Organization(Value):
    """Who stands behind an event, as ``host``, ``co_host``, ``organizer``, ``partner`` or ``sponsor``.

    >>> Organization(name="PyTorch Foundation", role="host").role
    'host'
    """

    name: Text = attrs.field(converter=as_text, validator=is_text)
    role: str = attrs.field(default="organizer", validator=one_of("host", "co_host", "organizer", "partner", "sponsor"))
    links: tuple[Link, ...] = attrs.field(default=(), converter=_links)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Contact(Value):
    """Where to ask, and about what.

    Raises:
        InvalidValueError: neither e-mail nor phone.

    >>> Contact(email="hello@example.org")
    Contact(email='hello@example.org')
    """

    email: str | None = attrs.field(default=None, validator=email)
    phone: str | None = attrs.field(default=None, validator=filled)
    purpose: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)

    def __attrs_post_init__(self) -> None:
        if self.email is None and self.phone is None:
            raise invalid(
                "contact.empty", "a contact has an e-mail address or a phone number", hint="fill email or phone"
            )
