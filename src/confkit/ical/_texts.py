"""What an entry says in words, in one language: title, description, place, contacts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from confkit.facts import Fact, plain
from confkit.model import UND, Conference
from confkit.words import Words, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts import Runs, Section
    from confkit.ical._entries import Entry
    from confkit.model import CallForProposals, Deadline, Venue

__all__ = ["Said", "Telling", "contacts", "description", "joined", "summary", "venue_of", "where"]


class Said(NamedTuple):
    """Words, and the tag of the language that they are really in (``und``: none, or several)."""

    text: str
    language: str


@attrs.frozen(kw_only=True)
class Telling:
    """One conference in the words of one language, and all that there is to say about it."""

    conference: Conference
    words: Words
    facts: tuple[Fact, ...]


def summary(entry: Entry, telling: Telling) -> Said:
    """Return the title of an entry; one that no longer holds says so, since some clients show no status."""
    words, name = telling.words, Said(*telling.words.choose(telling.conference.name))
    subject = _subject(entry, words)
    title = words.labelled(name.text, subject) if subject else name.text
    if entry.withdrawn:
        title = words.labelled(words.label("status", entry.withdrawn), title)
    return name if title == name.text else Said(title, words.tag)


def _subject(entry: Entry, words: Words) -> str:
    """Return what an entry is about besides the event; nothing for the event itself."""
    if entry.venue:
        return words.name(entry.venue.name) if entry.venue.name else words.label("venue", entry.venue.role)
    if entry.kind == "window":
        return words.say(*_WINDOWS[entry.edge])
    return _due(entry.deadline, entry.call, words) if entry.deadline else ""


_WINDOWS: Final = {
    None: message("calendar entry", "Registration"),
    "opens": message("calendar entry", "Registration opens"),
    "closes": message("calendar entry", "Registration closes"),
}
"""By which end of the window alone is known."""


def _due(deadline: Deadline, call: CallForProposals | None, words: Words) -> str:
    """Return what is due: the kind of deadline, with its call and its own label; of another kind, the label itself."""
    label = words.name(deadline.label) if deadline.label else ""
    notes = [label]
    if call:
        asked = words.name(call.name) if call.name else words.term("call", call.kind)
        notes = [asked, words.name(call.round) if call.round else "", label]
    if label and deadline.kind == "other":
        return words.aside(label, *notes[:-1])
    return words.aside(words.label("deadline", deadline.kind, call=call.kind if call else None), *notes)


def venue_of(entry: Entry, conference: Conference) -> Venue | None:
    """Return where an entry takes place: its own venue, the event's main one, or nowhere (deadlines, events online)."""
    if entry.kind == "event" and conference.attendance != "online":
        return conference.main_venue
    return entry.venue


def where(entry: Entry, telling: Telling) -> tuple[Said, ...]:
    """Return the title of a place and, where known, its address, verbatim as published; nothing for a deadline."""
    words, conference = telling.words, telling.conference
    venue = venue_of(entry, conference)
    if venue:
        name = [Said(*words.choose(venue.name))] if venue.name else []
        return (*name, *_address(venue, words))
    if entry.kind != "event" or conference.attendance != "online":
        return ()
    online = conference.online
    title = (
        Said(online.platform, UND)
        if online and online.platform
        else Said(words.label("attendance", "online"), words.tag)
    )
    return (title, Said(online.link.url, UND)) if online and online.link else (title,)


def _address(venue: Venue, words: Words) -> Iterator[Said]:
    if venue.address and venue.address.text:
        yield Said(*words.choose(venue.address.text))
    elif venue.address:
        yield Said(words.address(venue.address), words.tag)


def joined(lines: tuple[Said, ...]) -> Said:
    """Return lines as one text, in a language only where all of them are in it."""
    languages = {line.language for line in lines}
    return Said("\n".join(line.text for line in lines), languages.pop() if len(languages) == 1 else UND)


def contacts(telling: Telling) -> Iterator[str]:
    """Return whom to ask, each with what about."""
    for contact in telling.conference.contacts:
        address = telling.words.items(filter(None, (contact.email, contact.phone)))
        yield telling.words.aside(address, telling.words.name(contact.purpose) if contact.purpose else "")


def description(entry: Entry, telling: Telling) -> Said:
    """Return what there is to say about an entry, a line a fact, sections parted by an empty line.

    The event's own entry leaves the dates of calls and milestones to theirs: extending one changes one entry.
    """
    sections: list[list[str]] = []
    at: Section | None = None
    for fact in telling.facts:
        if not _belongs(fact, entry):
            continue
        if fact.section != at:
            at = fact.section
            sections.append([plain(at.title)] if at.title else [])
        lines = _lines(fact, telling.words)
        sections[-1] += lines[1:] if len(sections[-1]) == 1 and not lines[0] else lines
    text = "\n\n".join("\n".join(lines).strip("\n") for lines in sections)
    return Said(re.sub("\n{3,}", "\n\n", text), telling.words.tag)


_ELSEWHERE: Final = ("call", "name", "published", "updated")
"""Keys of facts that a section's title, SUMMARY, DTSTAMP and LAST-MODIFIED say."""


def _belongs(fact: Fact, entry: Entry) -> bool:
    path = fact.paths[0]
    if fact.form == "image" or fact.key in _ELSEWHERE:
        return False
    if entry.kind == "event":
        return not path.startswith(("calls[", "milestones["))
    if path.startswith(("links[", "contacts[", "translations[")):
        return True
    own = entry.path.rpartition(".")[0]
    whole, _, dated = own.partition(".deadlines")
    return path.startswith(f"{own}.") or (bool(dated) and path.startswith(f"{whole}.") and ".deadlines[" not in path)


def _lines(fact: Fact, words: Words) -> list[str]:
    label, parts = plain(fact.label), ["\n".join(_with_addresses(part, words)) for part in fact.parts]
    if fact.form == "list":
        return [words.labelled(label, "").rstrip(), *(f"- {part}" for part in parts)]
    if fact.form == "prose":
        return [line for part in parts for line in ("", part, "")]
    if fact.clear:
        return parts
    _, *addresses = _with_addresses(fact.value, words)
    return [words.labelled(label, plain(fact.value)), *addresses]


def _with_addresses(runs: Runs, words: Words) -> list[str]:
    """Return runs as they start a line, and on lines of their own the addresses that links do not show."""
    addresses = [run.href for run in runs if run.href and run.href.removeprefix("mailto:") != run.text]
    return [words.capital(plain(runs)) if runs[0].own else plain(runs), *addresses]
