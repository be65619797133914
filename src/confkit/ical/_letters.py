"""What the mail around an invitation says, in the language of its reader."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from confkit._mail import Body, html_page
from confkit.model import Conference
from confkit.words import message

if TYPE_CHECKING:
    from confkit.ical._entry import Entry
    from confkit.words import Message, Words

__all__ = ["KEPT", "Act", "bodies", "is_attended", "subject"]

Act: TypeAlias = Literal["invite", "update", "cancel", "uninvite"]

KEPT: Final = 16
"""As many texts as are kept for the next reader: one for each language and entry. All who are invited are told the
same, and to say it takes longer than all the rest."""

_INVITATIONS: Final[dict[str, Message]] = {
    "invite": message("subject of a mail", "Invitation: {title}"),
    "update": message("subject of a mail", "Updated invitation: {title}"),
    "uninvite": message("subject of a mail", "Invitation withdrawn: {title}"),
}
_DATES: Final[dict[str, Message]] = {
    "update": message("subject of a mail", "Updated: {title}"),
    "uninvite": message("subject of a mail", "Withdrawn: {title}"),
}
"""By what is done. The title of what is called off says so itself."""

_OF_AN_EVENT: Final[dict[str, Message]] = {
    "invite": message("start of a mail", "You are invited to the following event."),
    "update": message("start of a mail", "The invitation to the following event has been updated."),
    "uninvite": message("start of a mail", "Your invitation to the following event has been withdrawn."),
    "cancelled": message("start of a mail", "The following event has been cancelled."),
    "postponed": message("start of a mail", "The following event has been postponed."),
    "moved_online": message("start of a mail", "The following event has moved online."),
}
_OF_A_DATE: Final[dict[str, Message]] = {
    "invite": message("start of a mail", "Please note the following date."),
    "update": message("start of a mail", "The following date has been updated."),
    "uninvite": message("start of a mail", "You need not note the following date any longer."),
    "cancelled": message("start of a mail", "The following date no longer holds."),
    "postponed": message("start of a mail", "The following date has been postponed."),
}
"""By what is done, or by why the entry no longer holds."""


def subject(act: Act, title: str, entry: Entry, words: Words) -> str:
    """Return the subject of the mail about an entry of that title."""
    said = (_INVITATIONS if is_attended(entry) else _DATES).get(act)
    return words.say(*said, title=title) if said else title


@functools.lru_cache(maxsize=KEPT)
def bodies(act: Act, title: str, entry: Entry, words: Words) -> tuple[Body, Body]:
    """Return what is sent and what it is about, as text and as HTML; ``title`` is that of the page."""
    from confkit import render  # deferred: calendars alone do not need it, and it takes a sixth of their import

    sentences = _OF_AN_EVENT if is_attended(entry) else _OF_A_DATE
    start = words.say(*sentences.get((entry.withdrawn or act) if act == "cancel" else act, sentences["cancelled"]))
    about = _told(act, entry)
    article = f"<p>{start}</p>\n{render.html(about, language=words.tag)}"
    text = f"{start}\n\n{render.text(about, language=words.tag)}"
    return Body("plain", text), Body("html", html_page(title, words.tag, article))


def _told(act: Act, entry: Entry) -> Conference:
    if act in {"cancel", "uninvite"}:
        return _briefly(entry)
    return entry.conference if entry.kind == "event" else _of_its_own(entry)


def is_attended(entry: Entry) -> bool:
    """Return whether people come: to the event and to its venues, and not to its deadlines."""
    return entry.kind in {"event", "venue"}


def _of_its_own(entry: Entry) -> Conference:
    """Return the conference without the dates and places that other entries are about."""
    dates = [entry.deadline] if entry.deadline else []
    return attrs.evolve(
        entry.conference,
        venues=[entry.venue] if entry.venue else entry.conference.venues,
        calls=[attrs.evolve(entry.call, deadlines=dates)] if entry.call else [],
        milestones=[] if entry.call else dates,
        registration=entry.conference.registration if entry.kind == "window" else None,
    )


def _briefly(entry: Entry) -> Conference:
    """Return what, when and where, and whom to ask: a reader who does not come needs no more."""
    about = _of_its_own(entry)
    return Conference(
        id=about.id,
        name=about.name,
        kind=about.kind,
        days=about.days,
        hours=about.hours,
        timezone=about.timezone,
        status=about.status,
        history=about.history,
        venues=[attrs.evolve(venue, distances=[], directions=None, links=[]) for venue in about.venues],
        online=about.online,
        calls=[attrs.evolve(call, topics=[], description=None, submit=None) for call in about.calls],
        registration=about.registration,
        milestones=about.milestones,
        links=about.links,
        contacts=about.contacts,
        translations=about.translations,
    )
