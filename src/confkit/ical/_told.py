"""The words of an entry: in one language, or in several together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from confkit import words
from confkit.errors import invalid
from confkit.ical._texts import Said, Title, description, place, put, title, topics
from confkit.ical._wording import AS_IT_IS, Wording
from confkit.model import UND

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confkit.ical._entry import Entry
    from confkit.ical._texts import Telling
    from confkit.words import Words

__all__ = ["BETWEEN", "Told", "once", "spoken", "tell"]


class Told(NamedTuple):
    """All words of an entry: ``place`` is the title of a place and its address, each of ``topics`` in one language."""

    summary: Said
    description: Said
    place: tuple[Said, ...] = ()
    topics: tuple[tuple[tuple[str, ...], str], ...] = ()
    contacts: tuple[str, ...] = ()


BETWEEN: Final = " / "
"""Between the words of two languages on one line."""

_AFTER: Final = "\n\n---\n\n"
"""Between the texts of two languages."""


def spoken(language: str | Sequence[str]) -> tuple[Words, ...]:
    """Return the words of the language, or of each of several, in their order.

    Raises:
        InvalidValueError: there is no such language, or none is named, or one twice.
    """
    if isinstance(language, str):
        return (words.of(language),)
    found = tuple(words.of(one) for one in language) if isinstance(language, list | tuple) else ()
    if not found or len(set(found)) < len(found):
        hint = 'write language="en", or language=("zh", "en")'
        message = "not a language or a list of different languages"
        raise invalid("ical.language", message, path="language", value=language, hint=hint)
    return found


def tell(entry: Entry, tellings: Sequence[Telling], own: Wording = AS_IT_IS) -> Told:
    """Return the words of an entry, some of them a caller's own; what is the same in all languages is said once."""
    if len(tellings) > 1:
        return _together(entry, tellings, own)
    (telling,) = tellings
    return Told(
        summary=put(title(entry, telling, own.summary), telling.words),
        description=description(entry, telling, own.description),
        place=place(entry, telling),
        topics=_by_language(topics(entry, telling)),
        contacts=tuple(telling.words.aside(*contact) for contact in telling.contacts),
    )


def _together(entry: Entry, tellings: Sequence[Telling], own: Wording) -> Told:
    titles = [title(entry, telling, own.summary) for telling in tellings]
    speeches = [telling.words for telling in tellings]
    first = speeches[0]
    contacts = zip(*(telling.contacts for telling in tellings), strict=True)
    return Told(
        summary=_one_title(titles, speeches),
        description=once(_AFTER, (description(entry, telling, own.description) for telling in tellings)),
        place=tuple(once(BETWEEN, row) for row in zip(*(place(entry, telling) for telling in tellings), strict=True)),
        topics=_by_language(topic for telling in tellings for topic in topics(entry, telling)),
        contacts=tuple(first.aside(same[0][0], *dict.fromkeys(purpose for _, purpose in same)) for same in contacts),
    )


def _one_title(titles: Sequence[Title], speeches: Sequence[Words]) -> Said:
    """Return the titles as one: whole, one after the other, or part by part where the event has one name in all."""
    names, subjects, statuses = zip(*titles, strict=True)
    name = once(BETWEEN, names)
    if name.text != names[0].text:
        return once(BETWEEN, map(put, titles, speeches))
    said = put(Title(name, _one(BETWEEN, subjects), _one(BETWEEN, statuses)), speeches[0])
    return Said(said.text, UND)


def once(between: str, said: Iterable[Said]) -> Said:
    """Return what is said in every language as one text, which has no language of its own."""
    return Said(_one(between, (text for text, _ in said)), UND)


def _one(between: str, texts: Iterable[str]) -> str:
    return between.join(dict.fromkeys(texts))


def _by_language(names: Iterable[Said]) -> tuple[tuple[tuple[str, ...], str], ...]:
    """RFC 5545 3.8.1.2: one property speaks one language."""
    found: dict[str, dict[str, None]] = {}
    for name, language in names:
        found.setdefault(language, {})[name] = None
    return tuple((tuple(texts), language) for language, texts in found.items())
