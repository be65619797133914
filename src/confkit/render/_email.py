"""A mail: for people who asked to be told, in a reader of mail that shows HTML or in one that shows text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confkit._mail import Body, email_message, html_page
from confkit.render._brief import Brief, headline
from confkit.render._html import html
from confkit.render._languages import speeches
from confkit.render._text import text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from email.message import EmailMessage

    from confkit.model import Conference

__all__ = ["bodies", "email"]

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

    The subject is the name with what comes next, to the day, in each language. The body is there twice, as `text` and
    as `html`. ``From`` and ``To`` are written if they are given; ``Date`` and ``Message-ID`` are left to whoever sends
    the mail. The same conference gives the same bytes. For the other arguments see `confkit.facts.of`.

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
    subject = headline(told)
    texts, articles = (
        [make(conference, language=tag, now=now, zone=zone, default_language=default_language) for tag in tags]
        for make in (text, html)
    )
    return email_message(subject, bodies(subject, tags, texts, articles), languages=tags, sender=sender, to=to)


def bodies(title: str, tags: Sequence[str], texts: Sequence[str], articles: Sequence[str]) -> tuple[Body, Body]:
    """Return a text and an article in each language as the two bodies of a mail."""
    return Body("plain", f"\n{_RULE}\n\n".join(texts)), Body("html", html_page(title, tags[0], *articles))
