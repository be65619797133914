"""The clauses on items as a whole: a call, a ticket, several of a list."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from confkit.facts._calls import call_title
from confkit.facts._change_values import change_value, short
from confkit.facts._dates import date_label, deciding, year_needed
from confkit.facts._fact import plain
from confkit.facts._marks import named
from confkit.facts._moments import extended
from confkit.model import Organization
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from confkit.changes import Change
    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import CallForProposals, Ticket, When
    from confkit.words import Message

__all__ = ["call_clause", "clause_of_several", "clause_with_the_event", "ticket_clause"]

_ADDED: Final[Mapping[bool, Message]] = MappingProxyType(
    {
        False: message("change of several items", "{label} added ({count}): {items}"),
        True: message("change of several organizations", "{label} added ({count}): {items}"),
    }
)
"""By whether the items are organisations."""

_REMOVED: Final[Mapping[bool, Message]] = MappingProxyType(
    {
        False: message("change of several items", "{label} removed ({count}): {items}"),
        True: message("change of several organizations", "{label} removed ({count}): {items}"),
    }
)


def clause_of_several(teller: Teller, group: tuple[Change, ...], label: Runs) -> Runs:
    """Return what was added or removed, items of one list: their number tells two from one that holds an "and"."""
    added = group[0].kind.endswith(".added")
    values = [one.new if added else one.old for one in group]
    form = (_ADDED if added else _REMOVED)[isinstance(values[0], Organization)]
    items = [change_value(teller, one.path, value) for one, value in zip(group, values, strict=True)]
    count = teller.own(str(len(items)))
    return teller.say(*form, label=label, count=count, items=teller.listed(items, counted=True))


def clause_with_the_event(teller: Teller, label: Runs) -> Runs:
    """Return that a call or a date is cancelled since its event is; when it would have been no longer matters."""
    return teller.say("change of a cancelled event", "{label} cancelled with the event", label=label)


def call_clause(teller: Teller, call: CallForProposals, *, new: bool, year: bool) -> Runs:
    """Return that there is a call, with the date that decides, or that there is none any more."""
    title, last = teller.small(call_title(teller, call)), deciding(call)
    if not new:
        return teller.say("change", "{label} removed", label=title)
    if last is None:
        return teller.say("change", "{label} added", label=title)
    date = short(teller, last.at, year=year or year_needed(teller, last.at))
    values = {"call": title, "deadline": date_label(teller, last, call, small=True), "date": date}
    return teller.say("change", "{call} added; {deadline}: {date}", **values)


def ticket_clause(teller: Teller, old: Ticket, new: Ticket, *, year: bool) -> Runs:
    """Return what changed of a ticket: its name, its price, its last day."""
    name = _name(teller, new)
    said: list[Runs] = []
    if old.name != new.name:
        said.append(_named(teller, _name(teller, old), name))
    if old.price != new.price:
        label = teller.say("change of a ticket", "price of {ticket}", ticket=name)
        before, after = (teller.own(teller.words.money(one)) if one else () for one in (old.price, new.price))
        said.append(_plainly(teller, label, before, after))
    if old.until != new.until:
        said.append(_until(teller, name, old.until, new.until, year=year))
    return teller.clauses(said)


def _name(teller: Teller, ticket: Ticket) -> Runs:
    return named(teller, ticket.name) if ticket.name else teller.given(ticket.id)


def _named(teller: Teller, before: Runs, after: Runs) -> Runs:
    label = teller.small(teller.say("label of a change", "Ticket"))
    if plain(before) == plain(after):
        return teller.say("change", "{label} updated", label=label)
    return teller.say("change", "{label} changed from {before} to {after}", label=label, before=before, after=after)


def _until(teller: Teller, name: Runs, old: When | None, new: When | None, *, year: bool) -> Runs:
    label = teller.say("change of a ticket", "sale deadline of {ticket}", ticket=name)
    if old is None or new is None:
        return _plainly(teller, label, *(short(teller, one) if one else () for one in (old, new)))
    year = year or year_needed(teller, old) or year_needed(teller, new)
    return extended(teller, old, new, label, year=year)


def _plainly(teller: Teller, label: Runs, before: Runs, after: Runs) -> Runs:
    if not after:
        return teller.say("change", "{label} removed: {before}", label=label, before=before)
    if not before:
        return teller.say("change", "{label} set to {after}", label=label, after=after)
    return teller.say("change", "{label} changed from {before} to {after}", label=label, before=before, after=after)
