"""British English: dates and the 24-hour clock; the catalog holds what it spells otherwise."""

from __future__ import annotations

from typing import Final

import attrs

from confkit.words._language import Language
from confkit.words._languages import en

__all__ = ["LANGUAGE"]

_PATTERNS: Final = attrs.evolve(
    en.LANGUAGE.patterns,
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


LANGUAGE: Final = Language(
    tag="en-GB",
    locale="en_GB",
    patterns=_PATTERNS,
    setting=en.LANGUAGE.setting,
    ordinal=en.LANGUAGE.ordinal,
    plural=en.LANGUAGE.plural,
    cities_from_cldr=False,
    settled=en.LANGUAGE.settled,
)
