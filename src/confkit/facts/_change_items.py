"""The clause on a whole call or ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.facts._calls import call_title
from confkit.facts._change_values import short
from confkit.facts._dates import date_label, deciding, year_needed
from confkit.facts._fact import plain

if TYPE_CHECKING:
    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import CallForProposals, Ticket, When

__all__ = ["call_clause", "ticket_clause"]


def call_clause(teller: Teller, call: CallForProposals, *, new: bool) -> Runs:
    """Return that there is a call, with the date that decides, or that there is none any more."""
    title, last = teller.small(call_title(teller, call)), deciding(call)
    if not new:
        return teller.say("change", "{label} removed", label=title)
    if last is None:
        return teller.say("change", "{label} added", label=title)
    values = {"call": title, "deadline": date_label(teller, last, call, small=True), "date": short(teller, last.at)}
    return teller.say("change", "{call} added, {deadline} {date}", **values)


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
    return teller.text(ticket.name) if ticket.name else teller.given(ticket.id)


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
    return teller.weave(teller.words.extended(old, new, name="\ue000", year=year), [label])


def _plainly(teller: Teller, label: Runs, before: Runs, after: Runs) -> Runs:
    if not after:
        return teller.say("change", "{label} removed: {before}", label=label, before=before)
    if not before:
        return teller.say("change", "{label} set to {after}", label=label, after=after)
    return teller.say("change", "{label} changed from {before} to {after}", label=label, before=before, after=after)
