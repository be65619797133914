"""Mails: headers that nothing in the data can end, bodies that pass every server, the same bytes every time."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterable, Mapping
from email import policy
from email.header import Header
from email.message import EmailMessage
from typing import TYPE_CHECKING, Final

import attrs

from confkit._addresses import Mailbox, mailbox
from confkit._characters import safe_text
from confkit.errors import demand

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

__all__ = ["Body", "letter", "page"]

_POLICY: Final = policy.SMTP.clone(cte_type="7bit", refold_source="none")
"""Lines as RFC 5322 ends them, bodies that pass every server (RFC 2045 2.7), and our headers as they are."""
_WIDTH: Final = 76
"""A line with an encoded word is no longer (RFC 2047 2)."""
_ATOMS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~ ")
"""What a phrase may be made of without quotes (RFC 5322 3.2.3 and 3.2.5)."""


@attrs.frozen
class Body:
    """What a mail says, in one form of ``text/``: ``plain``, ``html``, ``calendar``; parameters as RFC 2045 5.1."""

    subtype: str
    text: str
    parameters: Mapping[str, str] = attrs.field(factory=dict, kw_only=True)

    @property
    def encoding(self) -> str | None:
        """How the text travels (RFC 2045 6): as is best for it, but hidden where programs may change it.

        `smtplib` and many others write ``>`` before ``From`` at the start of a line, which once parted mails in a file.
        """
        return "base64" if "From " in self.text else None


def letter(
    subject: str,
    bodies: Sequence[Body],
    *,
    languages: Sequence[str],
    sender: Mailbox | str | None = None,
    to: Sequence[Mailbox | str] = (),
    date: dt.datetime | None = None,
) -> EmailMessage:
    """Return a mail whose bodies say the same, the plainest first (RFC 2046 5.1.4).

    ``Message-ID`` is left to whoever sends it, and ``Date`` where none is given.

    Raises:
        InvalidValueError: an address that is none (RFC 5322 3.4).
    """
    message = EmailMessage(policy=_POLICY)
    message.set_raw("Subject", _text("Subject", safe_text(subject)))
    if sender is not None:
        message.set_raw("From", _address("From", mailbox(sender, "sender")))
    demand("to", to, Iterable, type(None), hint='write to=["hello@example.org"]')
    if to:
        several = [to] if isinstance(to, str) else to
        addresses = [_address("To", mailbox(one, f"to[{number}]")) for number, one in enumerate(several)]
        message.set_raw("To", ",\r\n ".join(addresses))
    if date is not None:
        message["Date"] = date
    first, *others = bodies
    message.set_content(first.text, subtype=first.subtype, params=first.parameters, cte=first.encoding)
    for body in others:
        message.add_alternative(body.text, subtype=body.subtype, params=body.parameters, cte=body.encoding)
    message["Content-Language"] = ", ".join(languages)  # RFC 3282
    # No encoding of a body gives =_ (RFC 2045 6.7), and no body that needs none holds the digest of itself.
    message.set_boundary(f"=_{hashlib.sha256(''.join(body.text for body in bodies).encode()).hexdigest()[:32]}")
    return message


def page(title: str, language: str, *parts: str) -> str:
    """Return HTML that is safe already as the page that a reader of mail shows."""
    start = f'<!DOCTYPE html>\n<html lang="{language}" dir="ltr">'
    head = f'<head><meta charset="utf-8"><title>{html.escape(safe_text(title), quote=False)}</title></head>'
    body = "<hr>\n".join(parts)
    return f"{start}\n{head}\n<body>\n{body}</body>\n</html>\n"


def _text(header: str, text: str) -> str:
    """Return text as the value of a header that holds words and nothing else (RFC 5322 2.2.1)."""
    return text if _is_plain(text) and len(header) + 2 + len(text) <= _WIDTH else _encoded(header, text)


def _address(header: str, one: Mailbox) -> str:
    """Return an address with its name (RFC 5322 3.4), folded before the address where the line would be long."""
    if one.name is None:
        return one.email
    name = safe_text(one.name)
    quoted = name
    if not _ATOMS.issuperset(name):
        quoted = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if not _is_plain(name) or len(header) + 2 + len(quoted) > _WIDTH:
        quoted = _encoded(header, name)
    start = len(header) + 2 if "\r\n" not in quoted else 0
    fold = " " if start + len(quoted.rpartition("\r\n")[2]) + len(one.email) + 3 <= _WIDTH else "\r\n "
    return f"{quoted}{fold}<{one.email}>"


def _is_plain(text: str) -> bool:
    """Return whether readers take text as it is: ASCII, no blanks that folding loses, nothing like an encoded word."""
    return text.isascii() and text.isprintable() and "=?" not in text and text == " ".join(text.split())


def _encoded(header: str, text: str) -> str:
    """Return text as encoded words (RFC 2047), which hold no character that means anything to a header.

    The classes of `email.headerregistry` would read what looks like an encoded word in the data as one, line breaks
    and all.
    """
    return Header(text, "utf-8", maxlinelen=_WIDTH - 1, header_name=header).encode(linesep="\r\n")
