"""Where in its conference an entry belongs: the value of X-CONFKIT-ID.

A UID is made of ids and does not give them back. Programs find here which entries are of one conference, and what each
of them is, without looking for it in the words of a title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from confkit.ical._entries import Entry

__all__ = ["NAME", "key"]

NAME: Final = "X-CONFKIT-ID"


def key(entry: Entry) -> str:
    """Return where an entry belongs: ``pycon-2027/call/talks/submission``; a kind follows an id that is another word.

    It names no host and no namespace (RFC 7986 5.3), and no fact that the entry does not state in words.
    """
    parts = [entry.conference.id]
    if entry.kind == "venue" and entry.venue:
        parts += ["venue", _named(entry.venue.id, entry.venue.role)]
    elif entry.deadline:
        parts += ["call", _named(entry.call.id, entry.call.kind)] if entry.call else ["milestone"]
        parts.append(_named(entry.deadline.id, entry.deadline.kind))
    elif entry.kind == "window":
        parts.append(_named("registration", entry.edge or "registration"))
    return "/".join(parts)


def _named(id: str, kind: str) -> str:
    return id if id == kind else f"{id}={kind}"
