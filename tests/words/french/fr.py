"""French as a module of `confkit.words._languages`, to which the test of an added language copies it."""

from __future__ import annotations

from typing import Final

import attrs

from confkit.words._language import Language
from confkit.words._languages import en_gb
from confkit.words._setting import Setting

__all__ = ["LANGUAGE"]

_PATTERNS: Final = attrs.evolve(
    en_gb.LANGUAGE.patterns,
    with_weekday="{weekday} {date}",
    years="{year}-{year2}",
    city_time="heure de {city}",
    city_time_offset="heure de {city} ({offset})",
    also="{moment}, soit le {date}, {time} {zone}",
    also_city="{moment}, soit le {date}, {time} à {city} ({offset})",
    also_that_day="{moment}, soit {time} {zone}",
    also_city_that_day="{moment}, soit {time} à {city} ({offset})",
    two="{first} et {last}",
    last="{rest} et {last}",
    semicolon=" ; ",
    quotes=("« ", " »"),
    colon="{label} : {value}",
    articles=False,
    thousands=" ",
    decimal=",",
    price="{amount} {code}",
    price_yuan="{amount} {code}",
)

_SETTING: Final = Setting(bullet="– ")

LANGUAGE: Final = Language(
    tag="fr",
    locale="fr",
    patterns=_PATTERNS,
    setting=_SETTING,
    ordinal=lambda number: f"{number}re" if number == 1 else f"{number}e",
    plural=lambda number: int(number > 1),
)
