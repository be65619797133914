"""What each place of the model is called where its changes are told."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from confkit.changes import without_numbers
from confkit.facts._dates import date_label
from confkit.model import Deadline, Link, Organization, Venue
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from confkit.changes import Change
    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.words import Message

__all__ = ["PROSE", "change_label", "change_label_of_several", "topic_label"]

PROSE: Final = frozenset({"audience", "calls[].description", "description", "summary", "travel", "venues[].directions"})
"""Where words are too long to be repeated in a sentence on their change."""

_DATE: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "announced": message("label of a change", "Day of announcement"),
        "history": message("label of a change", "Earlier dates"),
        "id": message("label of a change", "Identifier"),
        "kind": message("label of a change", "Kind of date"),
        "label": message("label of a change", "Description of the date"),
    }
)
"""The fields of deadlines and milestones; the date itself bears the name of the deadline."""

_LABELS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "audience": message("label of a change", "Description of the audience"),
        "calls[]": message("label of a change", "Call"),
        "calls[].description": message("label of a change", "Description of the call"),
        "calls[].id": message("label of a change", "Identifier"),
        "calls[].kind": message("label of a change", "Kind of call"),
        "calls[].name": message("label of a change", "Name of the call"),
        "calls[].opens": message("label of a change", "Opening date of the call"),
        "calls[].round": message("label of a change", "Round"),
        "calls[].submit": message("label of a change", "Submission link"),
        "calls[].topics[]": message("label of a change in a call", "Topic"),
        "contacts[]": message("label", "Contact"),
        "days": message("label", "Date"),
        "description": message("label of a change", "Description of the event"),
        "edition": message("label", "Edition"),
        "formats[]": message("label", "Formats"),
        "history": message("label", "Earlier plan"),
        "history[]": message("label", "Earlier plan"),
        "hours": message("label", "Hours"),
        "id": message("label of a change", "Identifier"),
        "images[]": message("label", "Image"),
        "kind": message("label", "Kind of event"),
        "languages": message("label", "Languages of the event"),
        "name": message("label of a change", "Name of the event"),
        "namespace": message("label of a change", "Publisher's domain"),
        "online": message("label of a change", "Online attendance"),
        "published": message("label of a change", "Day of announcement"),
        "registration": message("label of a change", "Registration details"),
        "registration.closes": message("label of a change", "Registration deadline"),
        "registration.details_expected": message("label of a change", "Date of the registration details"),
        "registration.handled_by": message("label of a change", "Event that handles registration"),
        "registration.link": message("label of a change", "Registration link"),
        "registration.opens": message("label of a change", "Opening date of registration"),
        "registration.tickets[]": message("label of a change", "Ticket"),
        "relations[]": message("label", "Related event"),
        "series": message("label", "Series"),
        "sources[]": message("label", "Source"),
        "summary": message("label of a change", "Summary of the event"),
        "timezone": message("label of a change", "Time zone"),
        "topics[]": message("label of a change", "Topic"),
        "translations[]": message("label", "Translation"),
        "travel": message("label of a change", "Travel information"),
        "updated": message("label of a change", "Day of the last update"),
        "venues[].address": message("label", "Address"),
        "venues[].days": message("label of a change", "Days at the venue"),
        "venues[].directions": message("label", "Directions"),
        "venues[].distances[]": message("label", "Distance"),
        "venues[].geo": message("label", "Coordinates"),
        "venues[].name": message("heading", "Venue"),
        "venues[].role": message("label of a change", "Purpose of the venue"),
        "venues[].timezone": message("label of a change", "Time zone"),
    }
)

_ROLES: Final[Mapping[str, tuple[Message, Message]]] = MappingProxyType(
    {
        "host": (message("label of a change", "Host"), message("label of a change", "Hosts")),
        "co_host": (message("label of a change", "Co-host"), message("label of a change", "Co-hosts")),
        "organizer": (message("label of a change", "Organizer"), message("label of a change", "Organizers")),
        "partner": (message("label of a change", "Partner"), message("label of a change", "Partners")),
        "sponsor": (message("label of a change", "Sponsor"), message("label of a change", "Sponsors")),
    }
)
"""What an organisation of a role is called, and several of them."""

_LISTS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "calls": message("label of a change", "Calls"),
        "contacts": message("label of a change", "Contacts"),
        "deadlines": message("heading", "Key dates"),
        "distances": message("label of a change", "Distances"),
        "images": message("label of a change", "Images"),
        "links": message("label of a change", "Links"),
        "milestones": message("heading", "Key dates"),
        "organizations": message("label of a change", "Organizations"),
        "relations": message("label of a change", "Related events"),
        "sources": message("label of a change", "Sources"),
        "tickets": message("label of registration", "Tickets"),
        "topics": message("label of a change", "Topics"),
        "translations": message("label of a change", "Translations"),
        "venues": message("label of a change", "Venues"),
    }
)
"""Sequences as a whole, by the last part of their path, where their items are called otherwise."""


def change_label(teller: Teller, change: Change, about: Any) -> Runs:  # noqa: ANN401  # any value of the model
    """Return what has changed: ``about`` is the value, or what holds it."""
    where = without_numbers(change.path)
    if change.kind == "order.changed":
        known = _LISTS.get(where.rpartition(".")[2]) or _LABELS.get(f"{where}[]")
        return teller.say(*(known or _OTHER))
    if isinstance(about, Deadline):
        field = where.rpartition(".")[2]
        return teller.say(*_DATE[field]) if field in _DATE else date_label(teller, about)
    if isinstance(about, Link) and where.endswith("links[]"):
        return teller.label("link", about.rel)
    if isinstance(about, Organization):
        return teller.say(*_ROLES[about.role][0])
    if isinstance(about, Venue) and where == "venues[]":
        label = teller.words.label("venue", about.role)
        return teller.say("heading", "Venue") if about.role == "main" else teller.own(label)
    return teller.say(*_LABELS.get(where, _OTHER))


_OTHER: Final = message("label of a change", "Further data")


def topic_label(teller: Teller, *, several: bool) -> Runs:
    """Return what topics are called after the name of the call that asks for them."""
    if several:
        return teller.say("label of a change in a named call", "Topics")
    return teller.say("label of a change in a named call", "Topic")


def change_label_of_several(teller: Teller, change: Change, about: Any) -> Runs:  # noqa: ANN401  # any value of the model
    """Return what several items are called that were added or removed; empty where each is told by itself."""
    where = without_numbers(change.path)
    if isinstance(about, Organization):
        return teller.say(*_ROLES[about.role][1])
    if where == "calls[].topics[]":
        return teller.say("label of a change in a call", "Topics")
    if where == "topics[]":
        return teller.say("label of a change", "Topics")
    return teller.say("label", "Formats") if where == "formats[]" else ()
