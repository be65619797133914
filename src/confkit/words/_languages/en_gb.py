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

# fmt: off
_KIN: Final = frozenset({
    "en-001", "en-150", "en-AU", "en-BB", "en-BW", "en-BZ", "en-CY", "en-DE", "en-DK", "en-FI", "en-FJ", "en-GG",
    "en-GH", "en-GI", "en-HK", "en-IE", "en-IL", "en-IM", "en-IN", "en-JE", "en-JM", "en-KE", "en-MT", "en-MU", "en-MW",
    "en-MY", "en-NA", "en-NG", "en-NL", "en-NZ", "en-PG", "en-PK", "en-RW", "en-SE", "en-SG", "en-TT", "en-TZ", "en-UG",
    "en-ZA", "en-ZM", "en-ZW",
})
# fmt: on
"""Where English is written with the day before the month: varieties that CLDR 47 derives from ``en-001``."""

LANGUAGE: Final = Language(
    tag="en-GB",
    locale="en_GB",
    patterns=_PATTERNS,
    setting=en.LANGUAGE.setting,
    kin=_KIN,
    ordinal=en.LANGUAGE.ordinal,
    plural=en.LANGUAGE.plural,
    cities_from_cldr=False,
    settled=en.LANGUAGE.settled,
)
