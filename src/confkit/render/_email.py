"""A mail: for people who asked to be told, in a reader of mail that shows HTML or in one that shows text."""

from __future__ import annotations

import hashlib
from email import policy
from email.message import EmailMessage
from typing import TYPE_CHECKING, Final

from confkit.errors import invalid
from confkit.render._brief import Brief, headline
from confkit.render._html import html
from confkit.render._languages import speeches
from confkit.render._markup import attributes, element, escaped
from confkit.render._safe import safe_text
from confkit.render._text import text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from confkit.model import Conference

__all__ = ["email"]

_POLICY: Final = policy.SMTP.clone(cte_type="7bit")
"""Lines as RFC 5322 ends them, and bodies that pass every server (RFC 2045 2.7)."""
_RULE: Final = "-" * 40
"""What stands between two languages; two hyphens and a space would start a signature (RFC 3676 4.3)."""


def email(
    conference: Conference,
    *,
    languages: Sequence[str] = ("en",),
    sender: str | None = None,
    to: Sequence[str] = (),
    now: dt.datetime | None = None,
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> EmailMessage:
    """Return a conference as a mail, in one language or in several, one after the other.

    The subject is the name with what comes next, in each language. The body is there twice, as `text` and as `html`.
    ``From`` and ``To`` are written if they are given; ``Date`` and ``Message-ID`` are left to whoever sends the mail.
    The same conference gives the same bytes. For the other arguments see `confkit.facts.of`.

    Args:
        conference: what is told.
        languages: BCP 47 tags of languages that confkit speaks, each once.
        sender: whom the mail is from, such as ``PyTorch Events <events@example.org>``.
        to: whom it goes to, an address each.
        now: see `confkit.facts.of`.
        zone: see `confkit.facts.of`.
        default_language: see `confkit.facts.of`.

    Raises:
        InvalidValueError: no language, or one twice; an address that is none (RFC 5322 3.4).

    >>> from confkit import Conference, Days, Text
    >>> day = Conference(id="day-2027", name=Text(en="Example Day", zh="示例日"), days=Days.parse("2027-05-01"))
    >>> print(email(day, languages=("zh", "en"))["Subject"])
    示例日：2027年5月1日（星期六） / Example Day: Saturday, May 1, 2027
    """
    tags = [speech.tag for speech in speeches(languages)]
    told = tuple(
        Brief.of(conference, language=tag, now=now, zone=zone, default_language=default_language) for tag in tags
    )
    subject = safe_text(headline(told))
    texts, articles = (
        [make(conference, language=tag, now=now, zone=zone, default_language=default_language) for tag in tags]
        for make in (text, html)
    )
    plain, page = f"\n{_RULE}\n\n".join(texts), _page(subject, tags[0], articles)
    message = EmailMessage(policy=_POLICY)
    message["Subject"] = subject
    if sender is not None:
        message["From"] = _mailbox(sender, "sender")
    if to:
        message["To"] = ", ".join(_mailbox(one, f"to[{number}]") for number, one in enumerate(_several(to)))
    message.set_content(plain)
    message.add_alternative(page, subtype="html")
    message["Content-Language"] = ", ".join(tags)  # RFC 3282
    # No encoding of a body gives =_ (RFC 2045 6.7), and the rest follows from what stands between.
    message.set_boundary(f"=_{hashlib.sha256((plain + page).encode()).hexdigest()[:32]}")
    return message


def _page(title: str, language: str, articles: list[str]) -> str:
    head = f'<head><meta charset="utf-8">{element("title", escaped(title))}</head>'
    body = "<hr>\n".join(articles)
    start = f"<!DOCTYPE html>\n<html{attributes(lang=language, dir='ltr')}>"
    return f"{start}\n{head}\n<body>\n{body}</body>\n</html>\n"


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
