"""How to take part: registration, tickets and prices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from confkit.facts._dates import moment
from confkit.facts._fact import Fact, Section
from confkit.facts._head import event
from confkit.facts._links import link_words
from confkit.facts._marks import named, noted
from confkit.facts._moments import original, pending
from confkit.facts._states import registration_state, ticket_state
from confkit.model import Pending
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import Ticket, When

__all__ = ["registration", "ticket_words"]

_TICKETS: Final = message("label of registration", "Tickets")
_TICKET: Final = message("label of registration", "Ticket")
_PRICE: Final = message("label of a price", "Ticket")
"""That of a ticket without a name."""
_UNTIL: Final = message("ticket", "until {moment}")
_ENDING: Final = message("ticket", "ending {moment}")
"""The same of a moment that begins with words for an upper bound."""
_EXPECTED_IN: Final = {
    False: message("registration", "details expected in {month}"),
    True: message("registration", "details were expected in {month}"),
}
_EXPECTED_ON: Final = {
    False: message("registration", "details expected on {date}"),
    True: message("registration", "details were expected on {date}"),
}
_EXPECTED_BY: Final = {
    False: message("registration", "details expected no later than {date}"),
    True: message("registration", "details were expected no later than {date}"),
}
"""By whether that is over."""


def registration(teller: Teller) -> Iterator[Fact]:
    """Tell when and how to register, and at what price; nobody can for an event that was cancelled."""
    told = teller.conference.registration
    if told is None or teller.conference.status == "cancelled":
        return
    section = Section(key="registration", path="registration", title=teller.say("heading", "Registration"))
    state = registration_state(teller, told)
    if state:
        label = teller.say("label of registration", "Status")
        yield _line(section, "state", label, state)._replace(paths=("registration",))
    if told.opens is not None:
        label = teller.say("label of registration", "Opens")
        yield _line(section, "opens", label, moment(teller, told.opens))
    if told.closes is not None:
        label = teller.say("label of registration", "Closes")
        yield _line(section, "closes", label, _closing(teller, told.closes))
    if told.details_expected is not None:
        yield _line(section, "details_expected", section.title, _expected(teller, told.details_expected), clear=True)
    if told.link is not None:
        label = teller.say("label of registration", "Register")
        yield _line(
            section,
            "link",
            label,
            link_words(teller, told.link),
        )
    if told.tickets:
        yield _tickets(teller, section, told.tickets)
    if told.handled_by is not None:
        said = teller.say("registration", "register through {event}", event=event(teller, told.handled_by))
        yield _line(section, "handled_by", section.title, said, clear=True)


def _line(section: Section, name: str, label: Runs, value: Runs, *, clear: bool = False) -> Fact:
    return Fact(
        key=f"registration.{name}",
        paths=(f"registration.{name}",),
        section=section,
        label=label,
        parts=(value,),
        clear=clear,
    )


def _closing(teller: Teller, at: When | Pending) -> Runs:
    """The last moment, or that there is none: of a deadline of its own "none" would say enough."""
    if isinstance(at, Pending):
        if at.reason == "none":
            return teller.say("registration", "no closing date")
        return pending(teller, at, closes=True)
    return moment(teller, at)


def _expected(teller: Teller, when: When) -> Runs:
    """When details are expected, or were; by when, where that is the last moment that they can come."""
    over = teller.now is not None and when.end_window()[1] <= teller.now
    bound = teller.words.is_bound(when)
    said = teller.words.when(attrs.evolve(when, raw=None) if bound else when, notes=False, weekday=False)
    name = "month" if when.date.day is None and not bound else "date"
    form = (_EXPECTED_BY if bound else _EXPECTED_IN if name == "month" else _EXPECTED_ON)[over]
    return teller.aside(teller.own(teller.words.say(*form, **{name: said})), original(teller, when))


def _tickets(teller: Teller, section: Section, tickets: tuple[Ticket, ...]) -> Fact:
    """The tickets as a list, but for the only one where nobody named it: its price says all."""
    nameless = len(tickets) == 1 and tickets[0].name is None
    title = _PRICE if nameless else _TICKETS if len(tickets) > 1 else _TICKET
    return Fact(
        key="registration.tickets",
        paths=tuple(f"registration.tickets[{number}]" for number in range(len(tickets))),
        section=section,
        label=teller.say(*title),
        parts=tuple(ticket_words(teller, ticket) for ticket in tickets),
        form="line" if nameless else "list",
    )


def ticket_words(teller: Teller, ticket: Ticket) -> Runs:
    """Return a ticket with its price and its last day, and whether that is over; its id where nothing else is known."""
    state, said = ticket_state(teller, ticket), _terms(teller, ticket)
    if ticket.name is None and said:
        return noted(teller, teller.clauses(said), state)
    name = teller.aside(named(teller, ticket.name) if ticket.name else teller.given(ticket.id), state)
    return teller.labelled(name, teller.clauses(said)) if said else name


def _terms(teller: Teller, ticket: Ticket) -> list[Runs]:
    said: list[Runs] = []
    if ticket.price is not None:
        said.append(teller.own(teller.words.money(ticket.price)))
    if ticket.until is not None:
        form = _ENDING if teller.words.is_bound(ticket.until) else _UNTIL
        said.append(teller.say(*form, moment=moment(teller, ticket.until)))
    return said
