"""How a language writes dates, ranges, times, lists, brackets and places.

Neither Babel nor ICU is right for both languages here, so these few patterns are confkit's own.
"""

from __future__ import annotations

import attrs

__all__ = ["Patterns"]


@attrs.frozen(kw_only=True)
class Patterns:
    """The patterns of one language. Of two dates in one pattern, the second one's parts are primed: ``{month2}``."""

    han: bool
    """Written in Han characters: spaced by `confkit.words._spacing`, addresses large to small."""
    # Dates.
    year: str
    month: str
    year_month: str
    day: str
    month_day: str
    date: str
    with_weekday: str
    # Ranges of dates; the same with the year left out.
    years: str
    months: str
    year_months: str
    days_of_month: str
    date_days_of_month: str
    days_of_year: str
    date_days_of_year: str
    dates: str
    # Times.
    clock12: bool
    hours: str
    hours_over_days: str
    """The same where they close on another day than they open."""
    hours_zone: str
    """Hours with a zone that has no name of its own in this language: an offset, AoE."""
    hours_city: str
    """Hours with a zone named after a city. ``{comma}`` parts it from hours that end with a word."""
    date_time: str
    """A date with a time of day that states no zone."""
    date_time_zone: str
    """The same with a zone that has no name of its own in this language: an offset, AoE."""
    date_time_city: str
    """The same with a zone named after a city."""
    date_city: str
    """A date alone with such a zone; a zone without a city is a note to the date."""
    city_time: str
    city_time_offset: str
    aoe: str
    aoe_note: str
    """The same within brackets."""
    also: str
    also_city: str
    also_that_day: str
    """The same where the reader's day is the one announced."""
    also_city_that_day: str
    span: str
    # Lists.
    comma: str
    two: str
    last: str
    two_beside: str | None = None
    last_beside: str | None = None
    """The same of what something is beside, where the word for that is the one that joins a list; else ``None``."""
    semicolon: str
    # Punctuation.
    brackets: tuple[str, str]
    outer_brackets: tuple[str, str]
    """What stands around words that hold brackets themselves."""
    quotes: tuple[str, str]
    colon: str
    between_sentences: str
    articles: bool
    """Whether names whose head is a common noun are said with an English article."""
    # Places, numbers, prices.
    thousands: str
    """What parts the thousands of a number."""
    decimal: str
    """What its decimals stand after."""
    kilometres: str
    city: str
    postcode: str
    price: str
    price_yuan: str
    """A price in a currency whose name ends in 币 or 幣."""
