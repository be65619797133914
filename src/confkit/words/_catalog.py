"""The gettext catalogs, read once a language at run time."""

from __future__ import annotations

import functools
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CATALOGS", "translations"]

CATALOGS: Final = MappingProxyType({"en-GB": "en_GB.po", "zh-Hans": "zh_Hans.po", "zh-Hant": "zh_Hant.po"})
"""The languages with a catalog, and its file; English is what the ids are written in, British where it differs."""


@functools.cache
def translations(tag: str) -> Mapping[tuple[str, str], str]:
    """Return the words of a language by context and English; of British English those that are spelled otherwise.

    Chinese has one plural form, so a message with several in English has one entry, under its singular.
    """
    if tag not in CATALOGS:
        return MappingProxyType({})
    with (files("confkit.words") / "locale" / CATALOGS[tag]).open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    found: dict[tuple[str, str], str] = {}
    for message in catalog:
        if message.id and message.context and _first(message.string):
            found[message.context, _first(message.id)] = _first(message.string)
    return MappingProxyType(found)


def _first(text: object) -> str:
    return str(text[0] if isinstance(text, list | tuple) else text)
