"""How each language writes dates, ranges, times, lists, brackets and places: one table a language.

Neither Babel nor ICU is right for both languages here, so these few patterns are confkit's own.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import attrs

__all__ = ["PATTERNS", "Patterns"]


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
    semicolon: str
    # Punctuation.
    brackets: tuple[str, str]
    outer_brackets: tuple[str, str]
    """What stands around words that hold brackets themselves."""
    quotes: tuple[str, str]
    colon: str
    between_sentences: str
    # Places, numbers, prices.
    kilometres: str
    city: str
    postcode: str
    price: str
    price_yuan: str
    """A price in a currency whose name ends in 币 or 幣."""


_ENGLISH: Final = Patterns(
    han=False,
    year="{year}",
    month="{month}",
    year_month="{month} {year}",
    day="{day}",
    month_day="{month} {day}",
    date="{month} {day}, {year}",
    with_weekday="{weekday}, {date}",
    years="{year}–{year2}",
    months="{month}–{month2}",
    year_months="{month}–{month2} {year}",
    days_of_month="{month} {day}–{day2}",
    date_days_of_month="{month} {day}–{day2}, {year}",
    days_of_year="{month} {day} – {month2} {day2}",
    date_days_of_year="{month} {day} – {month2} {day2}, {year}",
    dates="{first} – {last}",
    clock12=True,
    hours="{opens} – {closes}",
    hours_over_days="{opens} – {closes}",
    hours_zone="{hours}{comma} {zone}",
    hours_city="{hours}{comma} {zone}",
    date_time="{date}, {time}",
    date_time_zone="{date}, {time} {zone}",
    date_time_city="{date}, {time} {city}",
    date_city="{date}, {city}",
    city_time="{city} time",
    city_time_offset="{city} time ({offset})",
    aoe="AoE (UTC−12)",
    aoe_note="AoE, UTC−12",
    also="{moment}, which is {date}, {time} {zone}",
    also_city="{moment}, which is {date}, {time} in {city} ({offset})",
    also_that_day="{moment}, which is {time} {zone}",
    also_city_that_day="{moment}, which is {time} in {city} ({offset})",
    span="{first} – {last}",
    comma=", ",
    two="{first} and {last}",
    last="{rest}, and {last}",
    semicolon="; ",
    brackets=(" (", ")"),
    outer_brackets=(" [", "]"),
    quotes=("“", "”"),
    colon="{label}: {value}",
    between_sentences=" ",
    kilometres="{number} km",
    city="{locality}, {country}",
    postcode="{place} {code}",
    price="{code} {amount}",
    price_yuan="{code} {amount}",
)

_BRITISH: Final = attrs.evolve(
    _ENGLISH,
    month_day="{day} {month}",
    date="{day} {month} {year}",
    with_weekday="{weekday} {date}",
    days_of_month="{day}–{day2} {month}",
    date_days_of_month="{day}–{day2} {month} {year}",
    days_of_year="{day} {month} – {day2} {month2}",
    date_days_of_year="{day} {month} – {day2} {month2} {year}",
    clock12=False,
    hours="{opens}–{closes}",
    hours_over_days="{opens} – {closes}",
)

_SIMPLIFIED: Final = Patterns(
    han=True,
    year="{year}年",
    month="{month}月",
    year_month="{year}年{month}月",
    day="{day}日",
    month_day="{month}月{day}日",
    date="{year}年{month}月{day}日",
    with_weekday="{date}（{weekday}）",
    years="{year}年至{year2}年",
    months="{month}月至{month2}月",
    year_months="{year}年{month}月至{month2}月",
    days_of_month="{month}月{day}日至{day2}日",
    date_days_of_month="{year}年{month}月{day}日至{day2}日",
    days_of_year="{month}月{day}日至{month2}月{day2}日",
    date_days_of_year="{year}年{month}月{day}日至{month2}月{day2}日",
    dates="{first}至{last}",
    clock12=False,
    hours="{opens}–{closes}",
    hours_over_days="{opens}至{closes}",
    hours_zone="{hours}（{zone}）",
    hours_city="{zone}{hours}",
    date_time="{date}{time}",
    date_time_zone="{date}{time}（{zone}）",
    date_time_city="{city}{date}{time}",
    date_city="{city}{date}",
    city_time="{city}时间",
    city_time_offset="{city}时间",
    aoe="AoE，UTC−12",
    aoe_note="AoE，UTC−12",
    also="{moment}，即{date}{time}（{zone}）",
    also_city="{moment}，即{city}{date}{time}",
    also_that_day="{moment}，即当日{time}（{zone}）",
    also_city_that_day="{moment}，即{city}当日{time}",
    span="{first}至{last}",
    comma="、",
    two="{first}和{last}",
    last="{rest}和{last}",
    semicolon="；",
    brackets=("（", "）"),
    outer_brackets=("［", "］"),
    quotes=("“", "”"),
    colon="{label}：{value}",
    between_sentences="",
    kilometres="{number}公里",
    city="{country}{locality}",
    postcode="{place}（邮编：{code}）",
    price="{amount}{currency}",
    price_yuan="{currency}{amount}元",
)

_TRADITIONAL: Final = attrs.evolve(
    _SIMPLIFIED,
    city_time="{city}時間",
    city_time_offset="{city}時間",
    also_that_day="{moment}，即當日{time}（{zone}）",
    also_city_that_day="{moment}，即{city}當日{time}",
    two="{first}與{last}",
    last="{rest}與{last}",
    quotes=("「", "」"),
    kilometres="{number} 公里",
    postcode="{place}（郵遞區號：{code}）",
    price="{amount} {currency}",
    price_yuan="{currency} {amount} 元",
)

PATTERNS: Final = MappingProxyType({"en": _ENGLISH, "en-GB": _BRITISH, "zh-Hans": _SIMPLIFIED, "zh-Hant": _TRADITIONAL})
"""The patterns by the tag of their language."""
