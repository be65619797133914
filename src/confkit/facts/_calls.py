"""Calls: whether one can submit, until when, where, about what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confkit.facts._about import topic_list
from confkit.facts._dates import brief_call, date_label, deadline, deciding, moment
from confkit.facts._fact import Fact, Section
from confkit.model import Pending
from confkit.model.zones import local_time
from confkit.words import CALLS_FOR_PEOPLE, message

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import CallForProposals, Deadline, Link, When

__all__ = ["call_title", "calls"]

_LABELS: Final = {
    "opens": message("label of a call", "Opens"),
    "submit": message("label of a call", "Submit"),
    "description": message("label of a call", "About this call"),
}
_LABELS_OF_PEOPLE: Final = {
    "opens": message("label of a call for people", "Opens"),
    "submit": message("label of a call for people", "Apply"),
    "description": message("label of a call for people", "About this call"),
}
"""The same of a call for volunteers or sponsors."""


def calls(teller: Teller) -> Iterator[Fact]:
    """Tell every call in a section of its own."""
    named, brief = brief_call(teller)
    for number, call in enumerate(teller.conference.calls):
        at = f"calls[{number}]"
        section = Section(key="call", path=at, title=call_title(teller, call))
        yield from _call(teller, call, section, brief if call.id == named else ())


def call_title(teller: Teller, call: CallForProposals) -> Runs:
    """Return what a call is called, with its round."""
    name = teller.text(call.name) if call.name else teller.own(teller.words.label("call", call.kind))
    return teller.aside(name, teller.text(call.round)) if call.round else name


def _call(teller: Teller, call: CallForProposals, section: Section, brief: Runs) -> Iterator[Fact]:
    at = section.path
    labels = _LABELS_OF_PEOPLE if call.kind in CALLS_FOR_PEOPLE else _LABELS
    yield Fact(
        key="call",
        paths=tuple(f"{at}.{name}" for name in ("kind", "name", "round") if getattr(call, name) is not None),
        section=section,
        label=teller.say(message("label", "Call")),
        parts=(section.title,),
        brief=brief,
        clear=True,
    )
    state = _state(teller, call)
    if state:
        yield _line(section, "state", teller.say(message("label of a call", "Status")), state, path=at)
    if call.opens is not None:
        yield _line(section, "opens", teller.say(labels["opens"]), moment(teller, call.opens))
    for number, one in enumerate(call.deadlines):
        yield from deadline(teller, section, one, f"{at}.deadlines[{number}]", key="call.deadline", call=call)
    if call.submit is not None:
        yield _submit(teller, section, call.submit, teller.say(labels["submit"]))
    if call.description is not None:
        yield Fact(
            key="call.description",
            paths=(f"{at}.description",),
            section=section,
            label=teller.say(labels["description"]),
            parts=teller.prose(call.description),
            form="prose",
            clear=True,
        )
    if call.topics:
        yield topic_list(teller, call.topics, section, call.kind)


def _state(teller: Teller, call: CallForProposals) -> Runs:
    """Whether one can submit now, and how many days are left in the reader's zone; empty where nothing decides."""
    if teller.now is None or call.state(teller.now) == "unknown":
        return ()
    state, one = call.state(teller.now), deciding(call)
    if state == "uncertain" and one is not None:
        return teller.own(_uncertain(teller, one.at))
    said = teller.own(teller.words.term("state", state, call=call.kind))
    day = _last_day(teller, one)
    if state != "open" or one is None or day is None:
        return said
    today = _day(teller, teller.now)
    left = teller.own(teller.words.relative(day, today))
    several = sum(other.closes_something for other in call.deadlines) > 1
    which = date_label(teller, one, call, small=True) if several else ()
    if (day - today).days < 2:
        said = teller.say(message("state of a call", "{state}, closes {day}"), state=said, day=left)
    else:
        said = teller.say(message("state of a call", "{state}, {days_left}"), state=said, days_left=left)
    return teller.aside(said, which)


def _uncertain(teller: Teller, at: When | Pending) -> str:
    """That nobody can tell whether the last moment has passed, and what it is that nobody stated."""
    missing = set() if isinstance(at, Pending) else set(at.missing)
    if "day" in missing:
        return teller.words.say("state of a call", "closing or already closed (no day stated)")
    if missing == {"zone"}:
        return teller.words.say("state of a call", "closing or already closed (no time zone stated)")
    return teller.words.term("state", "uncertain")


def _last_day(teller: Teller, one: Deadline | None) -> dt.date | None:
    """The day of the last moment of a call as the reader's calendar has it; ``None`` where no day is known."""
    if one is None or isinstance(one.at, Pending) or one.at.date.day is None:
        return None
    if one.at.missing or teller.zone is None:
        return one.at.date.first
    return _day(teller, one.at.instant())


def _day(teller: Teller, at: dt.datetime) -> dt.date:
    """The day of an instant in the reader's calendar, in UTC where that has no such day."""
    local = local_time(at, teller.zone) if teller.zone else None
    return (local or at).date()


def _submit(teller: Teller, section: Section, link: Link, label: Runs) -> Fact:
    value = teller.name(link.title, href=link.url) if link.title else teller.link(link.url)
    return _line(section, "submit", label, value)


def _line(section: Section, name: str, label: Runs, value: Runs, path: str = "") -> Fact:
    return Fact(
        key=f"call.{name}", paths=(path or f"{section.path}.{name}",), section=section, label=label, parts=(value,)
    )
