"""The people behind an event: organizations and contacts."""

from __future__ import annotations

import attrs

from confkit._internet_addresses import EMAIL, is_email
from confkit.errors import invalid
from confkit.model._validators import not_blank, one_of
from confkit.model._value import Value
from confkit.model.link import Link, links
from confkit.model.text import Text, as_text, is_optional_text, is_text, optional_text

__all__ = ["Contact", "Organization"]


def _email(_: object, attribute: attrs.Attribute[str | None], value: object) -> None:
    """Accept one e-mail address, or ``None``."""
    if value is not None and not is_email(value):
        raise invalid(
            "email.text",
            "email must be an e-mail address",
            path=attribute.name,
            value=value,
            hint="write it like hello@example.org",
        )


_email.pattern = EMAIL  # type: ignore[attr-defined]  # the JSON Schema reads it


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Organization(Value):
    """An organization behind an event.

    ``role`` is ``host``, ``co_host``, ``organizer``, ``partner`` or ``sponsor``.

    >>> Organization(name="PyTorch Foundation", role="host").role
    'host'
    """

    name: Text = attrs.field(converter=as_text, validator=is_text)
    role: str = attrs.field(default="organizer", validator=one_of("host", "co_host", "organizer", "partner", "sponsor"))
    links: tuple[Link, ...] = attrs.field(default=(), converter=links)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Contact(Value):
    """A contact for questions about an event: an e-mail address, a phone number or both.

    ``purpose`` says what the contact is for, such as "visa letters".

    Raises:
        InvalidValueError: ``email`` and ``phone`` are both ``None``, or ``email`` is not one e-mail address (RFC 6531
            3.3).

    >>> Contact(email="hello@example.org")
    Contact(email='hello@example.org')
    """

    email: str | None = attrs.field(default=None, validator=_email)
    phone: str | None = attrs.field(default=None, validator=not_blank)
    purpose: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)

    def __attrs_post_init__(self) -> None:
        if self.email is None and self.phone is None:
            raise invalid(
                "contact.empty", "a contact needs an e-mail address or a phone number", hint="fill email or phone"
            )
