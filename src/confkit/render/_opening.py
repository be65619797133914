"""The sentence with which an announcement begins: the event with when and where, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confkit.facts import plain
from confkit.model import Days
from confkit.model.conference import outdated_days
from confkit.render._line import announced, where, where_and_when
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from confkit.render._brief import Brief
    from confkit.words import Message

__all__ = ["opening"]

_BECAME: Final = {
    "tentative": message("what became of an event", "{event} is tentative"),
    "cancelled": message("what became of an event", "{event} has been cancelled"),
    "postponed": message("what became of an event", "{event} has been postponed"),
    "rescheduled": message("what became of an event", "{event} has been rescheduled"),
    "moved_online": message("what became of an event", "{event} has been moved online"),
}

_MOVED: Final = {
    "postponed": message("what became of an event", "{event}, formerly planned for {before}, has been postponed"),
    "rescheduled": message("what became of an event", "{event}, formerly planned for {before}, has been rescheduled"),
}
"""The same where it is known from when."""

_CANCELLED: Final = {
    "": message("what became of an event", "{event} has been cancelled; it was planned for {days}"),
    "beside": message("what became of an event", "{event} has been cancelled; it was planned for {days}, {place}"),
    "at": message("what became of an event", "{event} has been cancelled; it was planned for {days}, at {place}"),
    "in": message("what became of an event", "{event} has been cancelled; it was planned for {days}, in {place}"),
}
_TENTATIVE: Final = {
    "": message("what became of an event", "{event} is tentatively planned for {days}"),
    "beside": message("what became of an event", "{event} is tentatively planned for {days}, {place}"),
    "at": message("what became of an event", "{event} is tentatively planned for {days}, at {place}"),
    "in": message("what became of an event", "{event} is tentatively planned for {days}, in {place}"),
}
_PLANNED: Final[Mapping[str, Mapping[str, Message]]] = {"cancelled": _CANCELLED, "tentative": _TENTATIVE}
"""Whole sentences on events with a day, by where they are: nobody knows, at a venue, in a city; or beside another."""


def opening(brief: Brief) -> str:
    """Return the event with when and where, as a sentence where something became of it."""
    name, status = plain(brief.told[0].value), brief.conference.status
    if status not in _BECAME:
        return name + announced(brief, where_and_when(brief))
    event = brief.words.the(name)
    said = _planned(brief, event) if isinstance(brief.conference.days, Days) and status in _PLANNED else ""
    if not said:
        rest = "" if status == "cancelled" else _rest(brief)
        said = _became(brief, event) + (announced(brief, rest) or brief.words.setting.stop)
    return said if event == name else brief.words.capital(said)


def _planned(brief: Brief, event: str) -> str:
    """For when and where an event is planned, or was."""
    place = where(brief)
    days = brief.words.setting.comma.join(filter(None, (_value(brief, "days"), brief.said("hours"))))
    sentence = _PLANNED[brief.conference.status][_how_placed(brief) if place else ""]
    return brief.words.say(*sentence, event=event, days=days, place=place) + brief.words.setting.stop


def _how_placed(brief: Brief) -> str:
    fact = next((fact for fact in brief.told if fact.key == "place"), None)
    if fact is None:
        return "beside"
    return "at" if fact.paths[0].endswith(".name") else "in"


def _became(brief: Brief, event: str) -> str:
    """What became of the event, with the days that it had before where they are known and others now."""
    status, before = brief.conference.status, _before(brief)
    if status in _MOVED and before is not None:
        return brief.words.say(*_MOVED[status], event=event, before=brief.words.days(before))
    return brief.words.say(*_BECAME[status], event=event)


def _before(brief: Brief) -> Days | None:
    """The days that an event was planned for last, as far as that is not when it is."""
    conference = brief.conference
    lost = outdated_days(conference)
    if lost is not None:
        return lost
    earlier = [row.days for row in conference.history if isinstance(row.days, Days) and row.days != conference.days]
    return earlier[-1] if earlier else None


def _rest(brief: Brief) -> str:
    """When and where the event is, but for the days that the sentence says."""
    if outdated_days(brief.conference) is None:
        return where_and_when(brief)
    to_come = brief.words.say("date of a postponed event", "new date to be announced")
    return brief.words.setting.comma.join(filter(None, (to_come, where(brief))))


def _value(brief: Brief, key: str) -> str:
    return next(plain(fact.value) for fact in brief.told if fact.key == key)
