"""Calls for proposals, registration, tickets and prices."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

import attrs

from confkit.errors import invalid
from confkit.model._fields import distinct, is_a, kind, optional_slug, pattern, sequence, slug
from confkit.model._texts import as_text, is_optional_text, is_text, optional_text
from confkit.model._value import Value
from confkit.model.deadline import Deadline, DeadlineState, aware
from confkit.model.people import Link
from confkit.model.relation import EventRef
from confkit.model.text import Text
from confkit.model.time import Pending
from confkit.model.when import When

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

__all__ = ["CallForProposals", "CallState", "Money", "Registration", "Ticket", "Topic"]

CallState = Literal["upcoming", "open", "closed", "uncertain", "unknown"]
"""``unknown``: nothing that was announced decides."""

_DECIDING_ORDER: Final[tuple[DeadlineState, ...]] = ("open", "uncertain", "unknown", "closed")
"""While one of several deciding deadlines is open, so is the call."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Topic(Value):
    """A subject that a call or an event is about; ``id`` is a list's own code for it.

    >>> Topic(name="Edge AI")
    Topic(name=Text.of('Edge AI'))
    """

    name: Text = attrs.field(converter=as_text, validator=is_text)
    id: str | None = attrs.field(default=None, validator=optional_slug)


def topics(items: Iterable[Topic]) -> tuple[Topic, ...]:
    """Convert a sequence of topics."""
    return sequence("topics", items, Topic)


def _deadlines(items: Iterable[Deadline]) -> tuple[Deadline, ...]:
    return sequence("deadlines", items, Deadline)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CallForProposals(Value):
    """A call: what is asked for, until when, about what, and where to send it.

    ``kind`` is ``talks``, ``papers``, ``posters``, ``workshops``, ``lightning``, ``tutorials``, ``sponsors``,
    ``volunteers`` or a word of your own; ``id`` defaults to it. A call may state no deadline at all.

    Raises:
        InvalidValueError: two deadlines of one id.

    >>> import datetime as dt
    >>> call = CallForProposals(deadlines=[Deadline(kind="submission", at=When.parse("2025-04-13"))])
    >>> call.state(dt.datetime(2025, 3, 19, tzinfo=dt.UTC))
    'open'
    """

    kind: str = attrs.field(default="talks", validator=kind)
    id: str = attrs.field(default=attrs.Factory(lambda self: self.kind, takes_self=True), validator=slug)
    name: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    round: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    opens: When | Pending | None = attrs.field(default=None, validator=is_a(When, Pending, optional=True))
    deadlines: tuple[Deadline, ...] = attrs.field(default=(), converter=_deadlines, validator=distinct("id"))
    topics: tuple[Topic, ...] = attrs.field(default=(), converter=topics)
    submit: Link | None = attrs.field(default=None, validator=is_a(Link, optional=True))
    description: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)

    def state(self, now: dt.datetime) -> CallState:
        """Return whether one can submit at ``now``.

        The ``submission`` deadlines decide, the last of them; without one, the last deadline that closes something.

        Raises:
            InvalidValueError: ``now`` states no zone.
        """
        now = aware(now)
        closing = self._closing_state(now)
        if closing == "closed" or self.opens is None:
            return closing
        if isinstance(self.opens, Pending):
            if self.opens.reason == "cancelled":
                return "closed"
            return closing if self.opens.reason == "rolling" else "unknown"
        first, last = self.opens.start_window()
        if now < first:
            return "upcoming"
        return "uncertain" if now < last else closing

    def _closing_state(self, now: dt.datetime) -> DeadlineState:
        dated = [one for one in self.deadlines if one.at != Pending("none")]
        deciding = [one for one in dated if one.kind == "submission"]
        states = {one.state(now) for one in deciding or [one for one in dated if one.closes_something]}
        for state in _DECIDING_ORDER:
            if state in states:
                return state
        return "unknown"


currency = pattern(
    "[A-Z]{3}", "money.currency", "a currency code of three capitals (ISO 4217)", "write CNY, EUR or USD"
)


_AMOUNT = r"[0-9]{1,18}(?:\.[0-9]{1,6})?"


def _digits(amount: Decimal) -> str:
    """Return an amount without an exponent, but for one that would need a page of zeros."""
    return f"{amount:f}" if abs(amount.adjusted()) < 18 else str(amount)


def _amount(value: Decimal | int) -> Decimal:
    return Decimal(value) if type(value) is int else value  # type: ignore[return-value]  # the validator refuses the rest


def _writable_amount(_: object, attribute: attrs.Attribute[Decimal], value: Decimal) -> None:
    if not isinstance(value, Decimal) or re.fullmatch(_AMOUNT, _digits(value)) is None:
        raise invalid(
            "money.amount",
            "amount must be a Decimal of 0 or more, of at most 18 digits and 6 decimals",
            path=attribute.name,
            value=value,
            hint='write Decimal("450.00"): a float cannot hold every cent',
        )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Money(Value):
    """An amount in a currency (ISO 4217); 0 means free entry.

    >>> str(Money.parse("450.00 CNY"))
    '450.00 CNY'
    """

    amount: Decimal = attrs.field(converter=_amount, validator=_writable_amount)
    currency: str = attrs.field(validator=currency)

    @classmethod
    def parse(cls, text: str) -> Money:
        """Return the money of ``450.00 CNY``: digits with a decimal point, a space, the currency.

        Raises:
            InvalidValueError: the text is no amount with a currency.
        """
        match = re.fullmatch(rf"({_AMOUNT}) ([A-Z]{{3}})", text) if isinstance(text, str) else None
        if match is None:
            raise invalid(
                "money.text", "this is no amount with a currency", value=text, rule="ISO 4217", hint="write 450.00 CNY"
            )
        return cls(amount=Decimal(match[1]), currency=match[2])

    def __str__(self) -> str:
        return f"{_digits(self.amount)} {self.currency}"

    def __repr__(self) -> str:
        return f"Money.parse({str(self)!r})"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ticket(Value):
    """A kind of ticket, perhaps with a price, perhaps only until a date (early birds).

    >>> Ticket(id="early", name="Early bird", price=Money.parse("450 CNY"), until=When.parse("2025-05-01")).id
    'early'
    """

    id: str = attrs.field(validator=slug)
    name: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    price: Money | None = attrs.field(default=None, validator=is_a(Money, optional=True))
    until: When | None = attrs.field(default=None, validator=is_a(When, optional=True))


def _tickets(items: Iterable[Ticket]) -> tuple[Ticket, ...]:
    return sequence("tickets", items, Ticket)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Registration(Value):
    """How and when to register; ``details_expected`` is when more will be known ("in April").

    ``handled_by`` names the event through which one registers, where it is another one.

    >>> Registration(details_expected=When.parse("2025-04")).details_expected
    When.parse('2025-04')
    """

    opens: When | Pending | None = attrs.field(default=None, validator=is_a(When, Pending, optional=True))
    closes: When | Pending | None = attrs.field(default=None, validator=is_a(When, Pending, optional=True))
    details_expected: When | None = attrs.field(default=None, validator=is_a(When, optional=True))
    link: Link | None = attrs.field(default=None, validator=is_a(Link, optional=True))
    tickets: tuple[Ticket, ...] = attrs.field(default=(), converter=_tickets, validator=distinct("id"))
    handled_by: EventRef | None = attrs.field(default=None, validator=is_a(EventRef, optional=True))
