"""Where in its conference an entry belongs (X-CONFKIT-ID), and which of its venues a place is (X-CONFKIT-VENUE).

A UID is made of ids and does not give them back. Programs find here which entries are of one conference, and what each
of them is, without looking for it in the words of a title.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from confkit.model.conference import KIND, SLUG

if TYPE_CHECKING:
    from confkit.ical._entry import Entry
    from confkit.model import Venue

__all__ = ["NAME", "VENUE", "Key", "Named", "key", "parsed", "parsed_venue", "venue_key"]

NAME: Final = "X-CONFKIT-ID"
VENUE: Final = "X-CONFKIT-VENUE"

_NAMED = f"({SLUG})(?:=({KIND}))?"
_FORMS: Final = (
    ("event", re.compile(f"({SLUG})")),
    ("venue", re.compile(f"({SLUG})/venue/{_NAMED}")),
    ("deadline", re.compile(f"({SLUG})/call/{_NAMED}/{_NAMED}")),
    ("milestone", re.compile(f"({SLUG})/milestone/{_NAMED}")),
    ("window", re.compile(f"({SLUG})/registration(?:=(opens|closes))?")),
)


class Named(NamedTuple):
    """An id, and the kind (of a venue: the role) of what has it."""

    id: str
    kind: str


class Key(NamedTuple):
    """What an entry is: its kind, its conference's id, the ids below that, the one end of a window that is known."""

    kind: str
    conference: str
    below: tuple[Named, ...] = ()
    edge: str | None = None

    @property
    def place(self) -> tuple[str, ...]:
        """What no two entries of a conference share: what they are, and the ids, without the kinds of what has them."""
        return self.kind, *(one.id for one in self.below)


def key(entry: Entry) -> str:
    """Return where an entry belongs: ``pycon-2027/call/talks/submission``; a kind follows an id that is another word.

    It names no host and no namespace (RFC 7986 5.3), and no fact that the entry does not state in words.
    """
    parts = [entry.conference.id]
    if entry.kind == "venue" and entry.venue:
        parts += ["venue", venue_key(entry.venue)]
    elif entry.deadline:
        parts += ["call", _named(entry.call.id, entry.call.kind)] if entry.call else ["milestone"]
        parts.append(_named(entry.deadline.id, entry.deadline.kind))
    elif entry.kind == "window":
        parts.append(_named("registration", entry.edge or "registration"))
    return "/".join(parts)


def venue_key(venue: Venue) -> str:
    """Return the id of a venue, and its role where that is another word: ``hall=main``."""
    return _named(venue.id, venue.role)


def parsed(text: str) -> Key | None:
    """Return what a key says; ``None`` for what is none.

    >>> parsed("pycon-2027/call/talks/submission").below[1]
    Named(id='submission', kind='submission')
    >>> parsed("pycon-2027/venue/hall=main").below
    (Named(id='hall', kind='main'),)
    """
    for kind, form in _FORMS:
        match = form.fullmatch(text)
        if match is None:
            continue
        conference, *rest = match.groups()
        if kind == "window":
            return Key(kind, conference, edge=rest[0])
        below = tuple(Named(id, word or id) for id, word in zip(rest[::2], rest[1::2], strict=True))
        return Key(kind, conference, below) if all(re.fullmatch(KIND, one.kind) for one in below) else None
    return None


def parsed_venue(text: str) -> Named | None:
    """Return what the key of a venue says; ``None`` for what is none.

    >>> parsed_venue("hall=main")
    Named(id='hall', kind='main')
    """
    match = re.fullmatch(_NAMED, text)
    return Named(match[1], match[2] or match[1]) if match else None


def _named(id: str, kind: str) -> str:
    return id if id == kind else f"{id}={kind}"
