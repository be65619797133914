"""Mails: headers that nothing in the data can end, bodies that pass every server, the same bytes every time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from email import policy
from email.message import EmailMessage
from typing import TYPE_CHECKING, Final

import attrs

from confkit._safe import safe_text
from confkit.errors import invalid

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Body", "letter"]

_POLICY: Final = policy.SMTP.clone(cte_type="7bit")
"""Lines as RFC 5322 ends them, and bodies that pass every server (RFC 2045 2.7)."""


@attrs.frozen
class Body:
    """What a mail says, in one form of ``text/``: ``plain``, ``html``, ``calendar``; parameters as RFC 2045 5.1."""

    subtype: str
    text: str
    parameters: Mapping[str, str] = attrs.field(factory=dict, kw_only=True)


def letter(
    subject: str,
    bodies: Sequence[Body],
    *,
    languages: Sequence[str],
    sender: str | None = None,
    to: Sequence[str] = (),
) -> EmailMessage:
    """Return a mail whose bodies say the same, the plainest first (RFC 2046 5.1.4).

    ``Date`` and ``Message-ID`` are left to whoever sends it.

    Raises:
        InvalidValueError: an address that is none (RFC 5322 3.4).
    """
    message = EmailMessage(policy=_POLICY)
    message["Subject"] = safe_text(subject)
    if sender is not None:
        message["From"] = _mailbox(sender, "sender")
    if to:
        message["To"] = ", ".join(_mailbox(one, f"to[{number}]") for number, one in enumerate(_several(to)))
    first, *others = bodies
    message.set_content(first.text, subtype=first.subtype, params=first.parameters)
    for body in others:
        message.add_alternative(body.text, subtype=body.subtype, params=body.parameters)
    message["Content-Language"] = ", ".join(languages)  # RFC 3282
    # No encoding of a body gives =_ (RFC 2045 6.7), and the rest follows from what stands between.
    message.set_boundary(f"=_{hashlib.sha256(''.join(body.text for body in bodies).encode()).hexdigest()[:32]}")
    return message


def _several(to: Sequence[str]) -> Sequence[str]:
    return [to] if isinstance(to, str) else to


def _mailbox(given: str, path: str) -> str:
    """Return one address as it stands in a header, which it cannot end (RFC 5322 2.2 and 3.4)."""
    header = EmailMessage(policy=_POLICY)
    if safe_text(given) == given:
        header["To"] = given
    read = header["To"]
    found = [] if read is None or read.defects else list(read.groups)
    if len(found) != 1 or found[0].display_name is not None or not found[0].addresses[0].addr_spec.isascii():
        raise invalid(
            "email.address",
            "takes one e-mail address, with or without a name before it",
            path=path,
            value=given,
            rule="RFC 5322 3.4",
            hint="write it like PyTorch Events <events@example.org>",
        )
    return given
