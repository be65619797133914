"""What an entry says in words, in one language: title, description, place, topics, contacts."""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from confkit import facts
from confkit._internet_addresses import shows_link
from confkit.facts import plain
from confkit.ical._entries import last_dated
from confkit.ical._values import is_seen, uri
from confkit.model import UND, Conference
from confkit.words import Words, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from confkit.facts import Fact, Runs, Section
    from confkit.ical._entry import Entry
    from confkit.model import CallForProposals, Deadline, Text, Venue

__all__ = ["Said", "Telling", "Title", "description", "place", "put", "title", "topics"]


class Said(NamedTuple):
    """Words, and the tag of the language that they are really in (``und``: none, or several)."""

    text: str
    language: str


class Title(NamedTuple):
    """The parts of a title: the event, what the entry is about besides it, and why it no longer holds; or nothing."""

    name: Said
    subject: str
    status: str


class _Piece(NamedTuple):
    """A fact as the lines of a description, with its place among the facts."""

    at: int
    section: Section
    lines: list[str]


@attrs.frozen(kw_only=True)
class Telling:
    """One conference in the words of one language, composed when somebody asks for them."""

    conference: Conference
    words: Words

    @functools.cached_property
    def pieces(self) -> Mapping[str, list[_Piece]]:
        """What there is to say, by what it is about: the path of a part of the conference, or one of the keys below."""
        found: dict[str, list[_Piece]] = {}
        for at, fact in enumerate(facts.of(self.conference, language=self.words.tag)):
            parts = _said_here(fact)
            if not parts:
                continue
            told = fact if parts is fact.parts else fact._replace(parts=parts)
            piece = _Piece(at, fact.section, _lines(told, self.words))
            for about in _about(fact.paths[0], self._parts):
                found.setdefault(about, []).append(piece)
        return found

    @functools.cached_property
    def _parts(self) -> frozenset[str]:
        """The calls, deadlines and milestones that have entries, by their paths."""
        dated = [
            (f"calls[{number}]", f"calls[{number}].deadlines[{place}]")
            for number, call in enumerate(self.conference.calls)
            for place, deadline in enumerate(call.deadlines)
            if last_dated(deadline)
        ]
        milestones = enumerate(self.conference.milestones)
        return frozenset(
            [*itertools.chain(*dated), *(f"milestones[{number}]" for number, one in milestones if last_dated(one))]
        )

    @functools.cached_property
    def contacts(self) -> tuple[tuple[str, str], ...]:
        """Whom to ask: each contact is an address, and what to ask there about."""
        return tuple(_contacts(self.conference, self.words))


_EVENT: Final = "event"
"""The key of what the event's own entry says."""

_EACH: Final = "each"
"""The key of what every other entry says too."""

_PART = re.compile(r"(?:calls\[\d+\](?:\.deadlines\[\d+\])?|(?:milestones|venues)\[\d+\]|registration)(?=\.|\Z)")
"""The parts of a conference that have entries, and the calls whose deadlines have."""

_ELSEWHERE: Final = ("call", "name", "published", "updated")
"""Keys of facts that a section's title, SUMMARY, DTSTAMP and LAST-MODIFIED say."""

_MAPS: Final = "venue.maps"


def _said_here(fact: Fact) -> tuple[Runs, ...]:
    """The parts of a fact that a description says; of the maps, those that the data links to, since GEO says where."""
    if fact.key == _MAPS:
        return tuple(part for part in fact.parts if not part[0].own)
    return () if fact.form == "image" or fact.key in _ELSEWHERE else fact.parts


def _about(path: str, parts: frozenset[str]) -> Iterator[str]:
    """Yield the keys of what a fact is about; ``parts`` are the calls, deadlines and milestones that have entries.

    The event's own entry leaves their dates to them, so that extending one changes one entry, and tells of the others.
    """
    part = _PART.match(path)
    if part is None or part[0] not in parts:
        yield _EVENT
    if path.startswith(("links[", "contacts[", "translations[")):
        yield _EACH
    elif part:
        yield part[0]


def title(entry: Entry, telling: Telling, own: Text | None) -> Title:
    """Return the parts of an entry's title, with a caller's ``own`` words for event and subject.

    One that no longer holds says so, since some clients show no status.
    """
    words = telling.words
    return Title(
        Said(*words.choose(own or entry.conference.name)),
        "" if own else _subject(entry, words),
        words.label("status", entry.withdrawn) if entry.withdrawn else "",
    )


def put(title: Title, words: Words) -> Said:
    """Return a title put together."""
    name, subject, status = title
    if not subject and not status:
        return name
    if not status:
        return Said(words.labelled(name.text, subject), words.tag)
    about = f"{name.text}{words.setting.subtitle}{subject}" if subject else name.text
    return Said(words.labelled(status, about), words.tag)


def _subject(entry: Entry, words: Words) -> str:
    """Return what an entry is about besides the event; nothing for the event itself."""
    if entry.kind == "venue" and entry.venue:
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


def place(entry: Entry, telling: Telling) -> tuple[Said, ...]:
    """Return the title of a place and, where known, its address, verbatim as published; nothing for a deadline."""
    words, conference = telling.words, entry.conference
    if entry.venue:
        name = [Said(*words.choose(entry.venue.name))] if entry.venue.name else []
        return tuple(one for one in (*name, *_address(entry.venue, words)) if is_seen(one.text))
    if entry.kind != "event" or conference.attendance != "online":
        return ()
    online = conference.online
    title = (
        Said(online.platform, UND)
        if online and online.platform
        else Said(words.label("attendance", "online"), words.tag)
    )
    return (title, Said(uri(online.link.url).decode(), UND)) if online and online.link else (title,)


def _address(venue: Venue, words: Words) -> Iterator[Said]:
    if venue.address and venue.address.text:
        yield Said(*words.choose(venue.address.text))
    elif address := venue.address:
        parts = filter(None, (address.street, address.district, address.locality, address.region))
        languages = {words.choose(part).language for part in parts}
        yield Said(words.address(address), words.tag if languages <= {words.tag} else UND)


def topics(entry: Entry, telling: Telling) -> Iterator[Said]:
    """Yield what an entry is about."""
    for topic in entry.topics:
        yield Said(*telling.words.choose(topic.name))


def _contacts(conference: Conference, words: Words) -> Iterator[tuple[str, str]]:
    for contact in conference.contacts:
        address = words.items(filter(None, (contact.email, contact.phone)))
        yield address, words.name(contact.purpose) if contact.purpose else ""


def description(entry: Entry, telling: Telling, own: Text | None) -> Said:
    """Return a caller's ``own`` words, or what there is to say: a line a fact, sections parted by an empty line."""
    if own:
        return Said(*telling.words.choose(own))
    sections: list[list[str]] = []
    at: Section | None = None
    for piece in _pieces(entry, telling):
        if piece.section != at:
            at = piece.section
            sections.append([plain(at.title)] if at.title else [])
        lines = piece.lines
        sections[-1] += lines[1:] if len(sections[-1]) == 1 and not lines[0] else lines
    text = "\n\n".join("\n".join(lines).strip("\n") for lines in sections)
    return Said(re.sub("\n{3,}", "\n\n", text), telling.words.tag)


def _pieces(entry: Entry, telling: Telling) -> list[_Piece]:
    if entry.kind == "event":
        return telling.pieces.get(_EVENT, [])
    part = entry.path.rpartition(".")[0]
    call, _, dated = part.partition(".deadlines")
    keys = (call, part, _EACH) if dated else (part, _EACH)
    return sorted(piece for key in keys for piece in telling.pieces.get(key, ()))


def _lines(fact: Fact, words: Words) -> list[str]:
    label, parts = plain(fact.label), ["\n".join(_with_addresses(part, words)) for part in fact.parts]
    if fact.form == "list":
        items = [f"- {part}" for part in parts]
        return items if fact.label == fact.section.title else [words.labelled(label, "").rstrip(), *items]
    if fact.form == "prose":
        if not fact.clear and fact.label != fact.section.title:
            parts = [words.labelled(label, parts[0]), *parts[1:]]
        return [line for part in parts for line in ("", part, "")]
    if fact.clear:
        return parts
    _, *addresses = _with_addresses(fact.value, words)
    return [words.labelled(label, plain(fact.value)), *addresses]


def _with_addresses(runs: Runs, words: Words) -> list[str]:
    """Return runs as they start a line, and on lines of their own the addresses that links do not show.

    One among other words stands behind the words that it is linked to, so that it is seen whose it is.
    """
    linked = [run for run in runs if run.href and not shows_link(run.text, run.href)]
    alone = len(runs) == 1
    addresses = [str(run.href) if alone else words.labelled(run.text, str(run.href)) for run in linked]
    return [words.capital(plain(runs)) if runs[0].own else plain(runs), *addresses]
