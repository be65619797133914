"""Registration for an event: opening and closing dates, tickets and prices."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from confkit.errors import invalid
from confkit.model._validators import distinct, is_a, pattern, slug, tuple_of
from confkit.model._value import Value
from confkit.model.dates import Pending
from confkit.model.link import Link
from confkit.model.relation import EventRef
from confkit.model.text import Text, is_optional_text, optional_text
from confkit.model.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Money", "Registration", "Ticket"]

currency = pattern(
    "[A-Z]{3}", "money.currency", "a currency code of three capitals (ISO 4217)", "write CNY, EUR or USD"
)


_AMOUNT = r"[0-9]{1,18}(?:\.[0-9]{1,6})?"


def _digits(amount: Decimal) -> str:
    """Return an amount as text: ``450.00``, or with an exponent if the amount has more than 18 digits."""
    return f"{amount:f}" if abs(amount.adjusted()) < 18 else str(amount)


def _amount(value: Decimal | int) -> Decimal:
    """Convert an integer to a `Decimal`. A value of another type is returned unchanged for the validator."""
    return Decimal(value) if type(value) is int else value  # type: ignore[return-value]  # the validator refuses other types


def _is_amount(_: object, attribute: attrs.Attribute[Decimal], value: Decimal) -> None:
    """Accept a `Decimal` that files can contain: 0 or more, at most 18 digits and 6 decimals."""
    if not isinstance(value, Decimal) or re.fullmatch(_AMOUNT, _digits(value)) is None:
        raise invalid(
            "money.amount",
            "amount must be a Decimal of 0 or more, with at most 18 digits and 6 decimals",
            path=attribute.name,
            value=value,
            hint='write Decimal("450.00"), not a float, which is not exact',
        )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Money(Value):
    """An amount of money in a currency (ISO 4217). The amount 0 means free entry.

    >>> str(Money.parse("450.00 CNY"))
    '450.00 CNY'
    """

    amount: Decimal = attrs.field(converter=_amount, validator=_is_amount)
    currency: str = attrs.field(validator=currency)

    @classmethod
    def parse(cls, text: str) -> Money:
        """Return the amount of a text such as ``450.00 CNY``: the amount, a space and the currency.

        Raises:
            InvalidValueError: The text has another form.
        """
        match = re.fullmatch(rf"({_AMOUNT}) ([A-Z]{{3}})", text) if isinstance(text, str) else None
        if match is None:
            raise invalid(
                "money.text", "not an amount with a currency", value=text, rule="ISO 4217", hint="write 450.00 CNY"
            )
        return cls(amount=Decimal(match[1]), currency=match[2])

    def __str__(self) -> str:
        return f"{_digits(self.amount)} {self.currency}"

    def __repr__(self) -> str:
        return f"Money.parse({str(self)!r})"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ticket(Value):
    """A kind of ticket. ``price`` is the price of the ticket, and ``until`` the last moment of its sale.

    >>> Ticket(id="early", name="Early bird", price=Money.parse("450 CNY"), until=When.parse("2025-05-01")).id
    'early'
    """

    id: str = attrs.field(validator=slug)
    name: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    price: Money | None = attrs.field(default=None, validator=is_a(Money, optional=True))
    until: When | None = attrs.field(default=None, validator=is_a(When, optional=True))


def _tickets(items: Iterable[Ticket]) -> tuple[Ticket, ...]:
    """Convert the value of the field ``tickets`` to a tuple."""
    return tuple_of("tickets", items, Ticket)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Registration(Value):
    """The registration for an event.

    Attributes:
        opens: The moment from which people can register.
        closes: The moment until which people can register.
        details_expected: The date on which the organizers will publish details ("in April").
        link: The page on which people register.
        tickets: The kinds of tickets.
        handled_by: Another event, if the registration for that event is also the registration for this event.

    >>> Registration(details_expected=When.parse("2025-04")).details_expected
    When.parse('2025-04')
    """

    opens: When | Pending | None = attrs.field(default=None, validator=is_a(When, Pending, optional=True))
    closes: When | Pending | None = attrs.field(default=None, validator=is_a(When, Pending, optional=True))
    details_expected: When | None = attrs.field(default=None, validator=is_a(When, optional=True))
    link: Link | None = attrs.field(default=None, validator=is_a(Link, optional=True))
    tickets: tuple[Ticket, ...] = attrs.field(default=(), converter=_tickets, validator=distinct("id"))
    handled_by: EventRef | None = attrs.field(default=None, validator=is_a(EventRef, optional=True))
