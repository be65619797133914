"""What changed, as a mail: for those who were told before, and now are told again."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from confkit._mail import email_message
from confkit.model import Catalog, Conference
from confkit.render import _listed
from confkit.render._brief import headed
from confkit.render._changes import changes
from confkit.render._email import bodies
from confkit.render._languages import speeches
from confkit.render._notice import ChangesForm, Notice, Reader

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from email.message import EmailMessage

    from confkit.words import Words

__all__ = ["changes_email"]

S = TypeVar("S", Conference, Catalog)


def changes_email(
    old: S,
    new: S,
    *,
    languages: Sequence[str] = ("en",),
    sender: str | None = None,
    to: Sequence[str] = (),
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> EmailMessage:
    """Return what changed between two versions as a mail, in one language or in several, one after the other.

    The subject is the name with the change that matters most, and how many more there are, in each language; of a list
    of events it names the first that changed. The body is there twice, as the ``text`` and as the ``html`` of
    `changes`. What `email` says of headers and bytes holds here too; for the other arguments see `changes`.

    Args:
        old: the version that readers know.
        new: the version that now holds.
        languages: BCP 47 tags of languages that confkit speaks, each once.
        sender: whom the mail is from, such as ``PyTorch Events <events@example.org>``.
        to: whom it goes to, an address each.
        zone: see `confkit.facts.changed`.
        default_language: see `confkit.facts.changed`.

    Raises:
        InvalidValueError: as `changes`; no language, or one twice; an address that is none (RFC 5322 3.4).

    >>> from confkit import Conference, Days, render
    >>> old = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01"))
    >>> new = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-08"))
    >>> print(render.changes_email(old, new, languages=("zh", "en"))["Subject"])
    Example Day：活动由2027年5月1日改期至5月8日 / Rescheduled from May 1 to May 8, 2027
    """
    readers = [Reader(words=speech, zone=zone, default=default_language) for speech in speeches(languages)]
    tags = [reader.words.tag for reader in readers]
    forms: tuple[ChangesForm, ...] = ("text", "html")
    texts, articles = (
        [changes(old, new, language=tag, form=form, zone=zone, default_language=default_language) for tag in tags]
        for form in forms
    )
    subject = headed([_heading(old, new, reader) for reader in readers])
    return email_message(subject, bodies(subject, tags, texts, articles), languages=tags, sender=sender, to=to)


def _heading(old: object, new: object, reader: Reader) -> tuple[Words, str, str]:
    """Return what a mail is about, an event or a list, and what became of it."""
    if isinstance(old, Conference) and isinstance(new, Conference):
        return reader.words, *Notice.of(old, new, reader).heading()
    listed = _listed.of(old, new, reader, "text")
    if len(listed) == 1:
        return reader.words, *listed[0].heading
    return reader.words, *_heading_of_several([one.event for one in listed if one.event], reader.words)


def _heading_of_several(events: list[str], speech: Words) -> tuple[str, str]:
    if not events:
        return speech.capital(speech.say("change", "nothing has changed")), ""
    said, count = events[0], speech.setting.counted(len(events))
    if len(events) > 1:
        said = speech.say_count(
            "change of a list", "{event} and {count} more event", "{event} and {count} more events", count, event=said
        )
    return speech.say("heading", "Changes to the list"), said
