"""American English, in which the messages themselves are written."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from confkit.words._language import Language
from confkit.words._numerals import ordinal
from confkit.words._patterns import Patterns
from confkit.words._setting import Setting

__all__ = ["LANGUAGE"]

_PATTERNS: Final = Patterns(
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
    articles=True,
    between_sentences=" ",
    thousands=",",
    decimal=".",
    kilometres="{number} km",
    city="{locality}, {country}",
    postcode="{place} {code}",
    price="{code} {amount}",
    price_yuan="{code} {amount}",
)


_MONTHS: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SETTING: Final = Setting(
    unbroken=rf"\b[0-9:]+ (?:[AP]M|noon|midnight)\b|\b{_MONTHS} [0-9]{{1,2}}\b|\b[0-9]{{1,2}} {_MONTHS}\b"
)

LANGUAGE: Final = Language(
    tag="en",
    locale="en",
    patterns=_PATTERNS,
    setting=_SETTING,
    ordinal=ordinal,
    plural=lambda number: int(number != 1),
    cities_from_cldr=False,
    settled=MappingProxyType(
        {
            ("language", "sgn"): "sign language",
            ("territory", "HK"): "Hong Kong",
            ("territory", "MO"): "Macao",
        }
    ),
)
