"""An address for mail, with the name of whose it is."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote

import attrs

from confkit._characters import LONE_SURROGATE
from confkit.errors import InvalidValueError, invalid, shown

__all__ = ["Mailbox", "mailbox"]

_ATOM: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL: Final = re.compile(rf"(?=.{{1,64}}@.{{1,255}}$){_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+")
"""RFC 5322 3.4.1 without quoted local parts, comments and literal domains; lengths as RFC 5321 4.5.3.1."""
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SPECIALS: Final = frozenset('()<>[]:;@\\,"')
"""What stands in a name only within quotes (RFC 5322 3.2.3); a dot is taken as everybody writes it."""
_UNQUOTED: Final = "@!$'*+"
"""What stands in a link as it is besides letters, digits and ``-._~`` (RFC 6068 2)."""
_LINK: Final = re.compile("mailto:([^<>]*)", re.IGNORECASE)
_HINT: Final = "write it like PyTorch Events <events@example.org>, with quotes around a name that holds a comma"


def _one_line(name: str | None) -> str | None:
    """Return a name on one line; what is no text is left for the validator, which knows the field."""
    return " ".join(_CONTROLS.sub(" ", name).split()) if isinstance(name, str) else name


def _is_email(_: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str) or _EMAIL.fullmatch(value) is None:
        raise invalid(
            "email.address",
            "takes one e-mail address in ASCII, with or without a name before it",
            path=attribute.name,
            value=value,
            rule="RFC 5322 3.4",
            hint=_HINT,
        )


def _is_name(_: object, attribute: attrs.Attribute[str | None], value: object) -> None:
    if value is None:
        return
    if not isinstance(value, str) or not value:
        raise invalid(
            "email.name",
            "a name says something",
            path=attribute.name,
            value=value,
            hint="leave it out if there is none",
        )
    if LONE_SURROGATE.search(value):
        raise invalid(
            "text.surrogate",
            f"{attribute.name} holds half a character (a lone surrogate)",
            path=attribute.name,
            value=value,
            rule="Unicode 3.9 D76",
            hint="write the whole character",
        )


@attrs.frozen(kw_only=True)
class Mailbox:
    r"""An e-mail address and, where known, the name of whose it is: a person, a team, a list.

    The address is in ASCII (a domain in another script is written as ``xn--...``). The name stands on one line: every
    run of blanks, line breaks and control characters becomes a space.

    Raises:
        InvalidValueError: no such address can be (RFC 5322 3.4.1), or the name is empty.

    >>> Mailbox(email="ada@example.org", name="Ada\r\nLovelace")
    Mailbox(email='ada@example.org', name='Ada Lovelace')
    """

    email: str = attrs.field(validator=_is_email)
    name: str | None = attrs.field(default=None, converter=_one_line, validator=_is_name)

    @property
    def uri(self) -> str:
        """The address as a link (RFC 6068 2), which is how calendars name people.

        >>> Mailbox(email="a/b@example.org").uri
        'mailto:a%2Fb@example.org'
        """
        return f"mailto:{quote(self.email, safe=_UNQUOTED)}"

    @classmethod
    def parse(cls, text: str) -> Mailbox:
        """Return the mailbox of ``ada@example.org`` or ``Ada Lovelace <ada@example.org>``, the name quoted or not.

        The link of an address, as calendars name people, is read too: ``mailto:ada@example.org``.

        Raises:
            InvalidValueError: this is no such text.

        >>> Mailbox.parse('"Lovelace, Ada" <ada@example.org>').name
        'Lovelace, Ada'
        """
        return mailbox(text, "")


def mailbox(given: object, path: str) -> Mailbox:
    """Return what stands for a mailbox as one; ``path`` is where it was given.

    Raises:
        InvalidValueError: it stands for none.
    """
    if isinstance(given, Mailbox):
        return given
    try:
        name, email = _parted(given) if isinstance(given, str) else (None, given)
        return Mailbox(email=email, name=name)  # type: ignore[arg-type]  # the validator refuses what is no text
    except InvalidValueError as error:
        raise InvalidValueError(*(attrs.evolve(one, path=path, value=shown(given)) for one in error.findings)) from None


def _parted(text: str) -> tuple[str | None, str]:
    """Return the name and the address that a text holds; without a name, or with one that ends, all is the address."""
    link = _LINK.fullmatch(text.strip())
    if link is not None:
        return None, unquote(link[1])
    before, bracket, email = text.strip().removesuffix(">").rpartition("<")
    name = before.strip()
    if not bracket or not text.rstrip().endswith(">"):
        return None, text.strip()
    if len(name) > 1 and name[0] == name[-1] == '"':
        return re.sub(r"\\(.)", r"\1", name[1:-1], flags=re.DOTALL) or None, email
    return (None, text) if _SPECIALS.intersection(name) else (name or None, email)
