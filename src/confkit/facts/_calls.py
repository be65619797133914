"""Calls: whether one can submit, until when, where, about what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confkit.facts._about import topic_list
from confkit.facts._dates import brief_call, deadline, moment
from confkit.facts._fact import Fact, Section
from confkit.facts._links import link_words
from confkit.facts._marks import named
from confkit.facts._states import call_state
from confkit.words import CALLS_FOR_PEOPLE, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import CallForProposals, Link

__all__ = ["call_title", "calls"]

_LABELS: Final = {
    "opens": message("label of a call", "Opens"),
    "submit": message("label of a call", "Submit"),
    "mail": message("label of a call", "Submit to"),
    "description": message("label of a call", "About this call"),
}
_LABELS_OF_PEOPLE: Final = {
    "opens": message("label of a call for people", "Opens"),
    "submit": message("label of a call for people", "Apply"),
    "mail": message("label of a call for people", "Apply to"),
    "description": message("label of a call for people", "About this call"),
}
"""The same of a call for volunteers or sponsors."""


def calls(teller: Teller) -> Iterator[Fact]:
    """Tell every call in a section of its own; those of a cancelled event invite nobody any more."""
    named_id, brief = brief_call(teller) if teller.brief else ("", ())
    for number, call in enumerate(teller.conference.calls):
        at = f"calls[{number}]"
        section = Section(key="call", path=at, title=call_title(teller, call))
        yield from _call(teller, call, section, brief if call.id == named_id else ())


def call_title(teller: Teller, call: CallForProposals) -> Runs:
    """Return what a call is called, with its round."""
    name = named(teller, call.name) if call.name else teller.label("call", call.kind)
    return teller.aside(name, teller.text(call.round)) if call.round else name


def _call(teller: Teller, call: CallForProposals, section: Section, brief: Runs) -> Iterator[Fact]:
    at = section.path
    labels = _LABELS_OF_PEOPLE if call.kind in CALLS_FOR_PEOPLE else _LABELS
    yield Fact(
        key="call",
        paths=tuple(f"{at}.{name}" for name in ("kind", "name", "round") if getattr(call, name) is not None),
        section=section,
        label=teller.say("label", "Call"),
        parts=(section.title,),
        brief=brief,
        clear=True,
    )
    cancelled = teller.conference.status == "cancelled"
    status = teller.say("label of a call", "Status")
    if cancelled:
        said = teller.say("call of a cancelled event", "cancelled with the event")
        yield _line(section, "status", status, said, path=at)
    state = call_state(teller, call)
    if state:
        yield _line(section, "state", status, state, path=at)
    if call.opens is not None and not cancelled:
        yield _line(section, "opens", teller.say(*labels["opens"]), moment(teller, call.opens))
    if not cancelled and _is_bare(call):
        said = teller.say("call without a date", "not stated")
        yield _line(section, "undated", teller.say("call without a date", "Deadline"), said, path=at)
    for number, one in enumerate(call.deadlines):
        yield from deadline(teller, section, one, f"{at}.deadlines[{number}]", key="call.deadline", call=call)
    if call.submit is not None and not cancelled:
        way = "mail" if call.submit.url.lower().startswith("mailto:") else "submit"
        yield _submit(teller, section, call.submit, teller.say(*labels[way]))
    if call.description is not None:
        yield _description(section, teller.say(*labels["description"]), teller.prose(call.description))
    if call.topics:
        yield topic_list(teller, call.topics, section, call.kind)


def _is_bare(call: CallForProposals) -> bool:
    """Whether nothing is known of a call but what it is called."""
    return not (call.opens or call.deadlines or call.submit or call.description or call.topics)


def _description(section: Section, label: Runs, paragraphs: tuple[Runs, ...]) -> Fact:
    return Fact(
        key="call.description",
        paths=(f"{section.path}.description",),
        section=section,
        label=label,
        parts=paragraphs,
        form="prose",
        clear=True,
    )


def _submit(teller: Teller, section: Section, link: Link, label: Runs) -> Fact:
    return _line(section, "submit", label, link_words(teller, link))


def _line(section: Section, name: str, label: Runs, value: Runs, path: str = "") -> Fact:
    return Fact(
        key=f"call.{name}", paths=(path or f"{section.path}.{name}",), section=section, label=label, parts=(value,)
    )
