"""Who stands behind the event, pictures, links, contacts, and where all this comes from."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from confkit import words
from confkit._internet_addresses import mailto
from confkit.facts import _forms
from confkit.facts._about import organization
from confkit.facts._fact import Fact, Run, Section
from confkit.facts._links import link_fact
from confkit.facts._marks import described, names_marked
from confkit.model import UND, Translation, serves
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import Contact, Image, Series, Source
    from confkit.words import Message

__all__ = ["contacts", "images", "links", "notes", "people", "reached", "series", "series_name", "ways"]

_MORE: Final = message("heading", "Further information")
_IMAGES: Final = Section(key="images")
_TRANSLATION: Final = Section(key="translation")

_IN_SHORT: Final = {
    "unofficial": message("translation in short", "The {language} text is an unofficial translation."),
    "machine": message("translation in short", "The {language} text is a machine translation."),
}
"""What short messages say of a translation."""

_INVITING: Final = frozenset({"cfp", "register", "tickets"})
"""What links to take part lead to."""

_SEVERAL: Final[dict[str, Message]] = {
    "host": message("role of several", "hosts"),
    "co_host": message("role of several", "co-hosts"),
    "organizer": message("role of several", "organizers"),
    "partner": message("role of several", "partners"),
    "sponsor": message("role of several", "sponsors"),
}
"""The roles of organisations in the order in which they are told, as the label of several of them."""


def people(teller: Teller) -> Iterator[Fact]:
    """Tell who stands behind the event, a line for each role; hosts stand in the sentence on what the event is."""
    section = _more(teller)
    conference = teller.conference
    for role, several in _SEVERAL.items():
        found = [(at, one) for at, one in enumerate(conference.organizations) if one.role == role]
        if not found or (role == "host" and conference.status != "cancelled"):
            continue
        label = (
            teller.words.label("role", role) if len(found) == 1 else teller.words.capital(teller.words.say(*several))
        )
        yield Fact(
            key=f"people.{role}",
            paths=tuple(f"organizations[{at}]" for at, _ in found),
            section=section,
            label=teller.own(label),
            parts=(teller.listed(organization(teller, one) for _, one in found),),
        )


def series(teller: Teller) -> Iterator[Fact]:
    """Tell what the event is an edition of, and how lists rank that."""
    conference = teller.conference
    one = conference.series
    if one is None:
        return
    section = _more(teller)
    told = conference.edition is not None and conference.status != "cancelled" and not (one.name and one.acronym)
    name = series_name(teller, one)
    if name and not told:
        label = teller.say("label", "Series")
        yield Fact(key="series", paths=("series",), section=section, label=label, parts=(name,))
    if one.ranks:
        ranks = teller.listed(teller.given(f"{scheme} {rank}") for scheme, rank in one.ranks)
        label = teller.say("label", "Ranks") if len(one.ranks) > 1 else teller.say("label", "Rank")
        yield Fact(key="series.ranks", paths=("series.ranks",), section=section, label=label, parts=(ranks,))


def images(teller: Teller) -> Iterator[Fact]:
    """Tell the pictures; the words are those for readers who cannot see them."""
    for number, image in enumerate(teller.conference.images):
        yield Fact(
            key="image",
            paths=(f"images[{number}]",),
            section=_IMAGES,
            label=teller.say("label", "Image"),
            parts=(_picture(teller, image),),
            form="image",
        )


def links(teller: Teller) -> Iterator[Fact]:
    """Tell the links: those of the event, which invite nobody to a cancelled one, and further ones of organisations."""
    section = _more(teller)
    conference = teller.conference
    numbered = sorted(enumerate(conference.links), key=lambda pair: pair[1].rel != "site")
    left_out = _INVITING if conference.status == "cancelled" else ()
    for number, link in [pair for pair in numbered if pair[1].rel not in left_out]:
        yield link_fact(teller, section, link, "link", f"links[{number}]")
    for at, one in enumerate(conference.organizations):
        for number, link in enumerate(one.links[1:], start=1):
            fact = link_fact(teller, section, link, "people.link", f"organizations[{at}].links[{number}]")
            yield fact._replace(label=teller.aside(fact.label, teller.name(one.name)))


def contacts(teller: Teller) -> Iterator[Fact]:
    """Tell where to ask, and about what."""
    for number, contact in enumerate(teller.conference.contacts):
        label = teller.say("label", "Contact")
        yield Fact(
            key="contact",
            paths=(f"contacts[{number}]",),
            section=_more(teller),
            label=teller.aside(label, described(teller, contact.purpose)) if contact.purpose else label,
            parts=(reached(teller, contact),),
        )


def notes(teller: Teller) -> Iterator[Fact]:
    """Tell when this was announced, where it was read, and who stands behind the words of this language."""
    conference, section = teller.conference, _more(teller)
    if conference.published is not None:
        said = teller.own(teller.words.date(conference.published, weekday=False))
        label = teller.say("label", "Announced")
        yield Fact(key="published", paths=("published",), section=section, label=label, parts=(said,))
    if conference.updated is not None:
        said = teller.own(teller.words.date(conference.updated, weekday=False))
        label = teller.say("label", "Updated")
        yield Fact(key="updated", paths=("updated",), section=section, label=label, parts=(said,))
    for number, source in enumerate(conference.sources):
        yield Fact(
            key="source",
            paths=(f"sources[{number}]",),
            section=section,
            label=teller.aside(teller.say("label", "Source"), *_source_notes(teller, source)),
            parts=(teller.link(source.url),),
        )
    shown = teller.words.tag, teller.name(conference.name)[0].language
    for number, translation in enumerate(conference.translations):
        if translation.status != "official" and any(serves(translation.language, tag) for tag in shown if tag != UND):
            yield _translation(teller, translation, f"translations[{number}]")


def _more(teller: Teller) -> Section:
    return _section(teller.words.tag)


@functools.cache  # one for each language
def _section(tag: str) -> Section:
    return Section(key="more", title=_forms.label(tag, *_MORE))


def series_name(teller: Teller, one: Series) -> Runs:
    """Return the name of a series with its acronym; empty where it has neither.

    A name that is not in the reader's language says so, and is the only one.
    """
    acronym = teller.given(one.acronym) if one.acronym else ()
    if one.name is None:
        return acronym
    name = teller.name(one.name)
    if name[0].fallback:
        return names_marked(teller, teller.aside(name, acronym))
    return teller.aside(teller.introduced(one.name), acronym)


def _picture(teller: Teller, image: Image) -> Runs:
    if image.alt is None:
        return teller.name(teller.conference.name, href=image.url)
    return described(teller, image.alt, href=image.url)


def reached(teller: Teller, contact: Contact) -> Runs:
    """Return the ways in which one reaches a contact, on a line of their own."""
    return teller.clauses(ways(teller, contact))


def ways(teller: Teller, contact: Contact) -> Iterator[Runs]:
    """Yield each way in which one reaches a contact."""
    if contact.email is not None:
        yield (Run(text=contact.email, language=UND, href=mailto(contact.email)),)
    if contact.phone is not None:
        yield teller.given(contact.phone)


def _source_notes(teller: Teller, source: Source) -> Iterator[Runs]:
    if source.note is not None:
        yield described(teller, source.note)
    if source.retrieved is not None:
        date = teller.own(teller.words.date(source.retrieved, weekday=False))
        yield teller.say("source", "retrieved {date}", date=date)


def _translation(teller: Teller, translation: Translation, at: str) -> Fact:
    by: Runs = ()
    full, short = _behind(teller.words.tag, translation.language, translation.status)
    if translation.by is not None:
        by = teller.say("translation", "Translated by {name}.", name=teller.given(translation.by))
    return Fact(
        key="translation",
        paths=(at,),
        section=_TRANSLATION,
        label=teller.say("label", "Translation"),
        parts=(teller.sentences(full, by),),
        brief=short,
        clear=True,
    )


@functools.lru_cache(maxsize=256)  # most texts of a catalog have the same
def _behind(tag: str, language: str, status: str) -> tuple[Runs, Runs]:
    """Who stands behind the words of a language, for readers of another or of the same, and the same in short."""
    speech = words.of(tag)
    short = speech.say(*_IN_SHORT[status], language=speech.language_name(language))
    return _forms.own(speech.translation(Translation(language=language, status=status)), tag), _forms.own(short, tag)
