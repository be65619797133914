"""E-mail messages: safe headers, bodies in 7-bit text, and the same bytes for the same arguments."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterable, Mapping
from email import policy
from email.header import Header
from email.message import EmailMessage
from typing import TYPE_CHECKING, Final

import attrs

from confkit._characters import safe_text
from confkit._internet_addresses import Mailbox, mailbox
from confkit.errors import require_type

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

__all__ = ["Body", "email_message", "html_page"]

_POLICY: Final = policy.SMTP.clone(cte_type="7bit", refold_source="none")
"""The policy of all mails: line ends of RFC 5322, 7-bit bodies (RFC 2045 2.7), and headers that are never refolded."""
_WIDTH: Final = 76
"""The greatest length of a header line that contains an encoded word (RFC 2047 2)."""
_ATOMS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~ ")
"""The characters that a name may contain without being quoted (RFC 5322 3.2.3 and 3.2.5)."""


@attrs.frozen
class Body:
    """One body of a mail: its text, its type and the parameters of the type (RFC 2045 5.1).

    ``subtype`` is ``plain``, ``html`` or ``calendar``: the part of the type after ``text/``.
    """

    subtype: str
    text: str
    parameters: Mapping[str, str] = attrs.field(factory=dict, kw_only=True)

    @property
    def encoding(self) -> str | None:
        """The transfer encoding (RFC 2045 6): base64 if the text contains "From "; ``None`` lets `email` choose.

        Many mail programs change "From " at the start of a line to ">From ", because "From " begins a new mail in a
        mailbox file. Base64 protects the text from this change.
        """
        return "base64" if "From " in self.text else None


def email_message(
    subject: str,
    bodies: Sequence[Body],
    *,
    languages: Sequence[str],
    sender: Mailbox | str | None = None,
    to: Sequence[Mailbox | str] = (),
    date: dt.datetime | None = None,
) -> EmailMessage:
    """Return a mail. Its ``bodies`` are alternatives; the simplest body comes first (RFC 2046 5.1.4).

    The mail has no ``Message-ID`` and, if ``date`` is ``None``, no ``Date``: the program that sends the mail adds them.

    Raises:
        InvalidValueError: ``sender`` or an item of ``to`` is not an e-mail address in ASCII (RFC 5322 3.4).
    """
    message = EmailMessage(policy=_POLICY)
    message.set_raw("Subject", _text_header("Subject", safe_text(subject)))
    if sender is not None:
        message.set_raw("From", _address_header("From", mailbox(sender, "sender")))
    require_type("to", to, Iterable, type(None), hint='write to=["hello@example.org"]')
    if to:
        recipients = [to] if isinstance(to, str) else to
        addresses = [
            _address_header("To", mailbox(address, f"to[{index}]")) for index, address in enumerate(recipients)
        ]
        message.set_raw("To", ",\r\n ".join(addresses))
    if date is not None:
        message["Date"] = date
    first, *alternatives = bodies
    message.set_content(first.text, subtype=first.subtype, params=first.parameters, cte=first.encoding)
    for body in alternatives:
        message.add_alternative(body.text, subtype=body.subtype, params=body.parameters, cte=body.encoding)
    message["Content-Language"] = ", ".join(languages)  # RFC 3282
    # No body contains the boundary: encoded bodies have no "=_" (RFC 2045 6.7), other bodies not their own digest.
    message.set_boundary(f"=_{hashlib.sha256(''.join(body.text for body in bodies).encode()).hexdigest()[:32]}")
    return message


def html_page(title: str, language: str, *parts: str) -> str:
    """Return an HTML page that mail programs can show.

    ``title`` is plain text. Each of ``parts`` is HTML; a horizontal line separates the parts.
    """
    start = f'<!DOCTYPE html>\n<html lang="{language}" dir="ltr">'
    head = f'<head><meta charset="utf-8"><title>{html.escape(safe_text(title), quote=False)}</title></head>'
    body = "<hr>\n".join(parts)
    return f"{start}\n{head}\n<body>\n{body}</body>\n</html>\n"


def _text_header(header: str, text: str) -> str:
    """Return the value of a header that contains free text, such as ``Subject`` (RFC 5322 2.2.1)."""
    return text if _is_plain(text) and len(header) + 2 + len(text) <= _WIDTH else _encoded_words(header, text)


def _address_header(header: str, mailbox: Mailbox) -> str:
    """Return a mailbox as the value of a header (RFC 5322 3.4).

    A long value is folded into two lines, one for the name and one for the address.
    """
    if mailbox.name is None:
        return mailbox.email
    name = safe_text(mailbox.name)
    quoted = name
    if not _ATOMS.issuperset(name):
        quoted = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if not _is_plain(name) or len(header) + 2 + len(quoted) > _WIDTH:
        quoted = _encoded_words(header, name)
    start = len(header) + 2 if "\r\n" not in quoted else 0
    fold = " " if start + len(quoted.rpartition("\r\n")[2]) + len(mailbox.email) + 3 <= _WIDTH else "\r\n "
    return f"{quoted}{fold}<{mailbox.email}>"


def _is_plain(text: str) -> bool:
    """Return whether a header can contain the text without encoding.

    The text must be printable ASCII without ``=?``, which begins an encoded word. The text must have single spaces
    between its words, because mail programs may shorten several spaces to one space.
    """
    return text.isascii() and text.isprintable() and "=?" not in text and text == " ".join(text.split())


def _encoded_words(header: str, text: str) -> str:
    """Return text as encoded words (RFC 2047), which contain no character with a special meaning in a header.

    The classes of `email.headerregistry` are not used, because they decode text that looks like an encoded word. A line
    break in the decoded text would begin a new header.
    """
    return Header(text, "utf-8", maxlinelen=_WIDTH - 1, header_name=header).encode(linesep="\r\n")
