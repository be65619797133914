"""The gettext catalogs, read once a language at run time."""

from __future__ import annotations

import functools
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po

from confkit.words._languages import BY_TAG

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["plurals", "translations"]


@functools.cache
def plurals(tag: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return the words of a language by context and English, in all their plural forms.

    A message with several forms in English stands under its singular. A language whose words are those of the code
    has no catalog; what a catalog lacks is said in English.
    """
    path = files("confkit.words") / "locale" / f"{BY_TAG[tag].locale}.po"
    if not path.is_file():
        return MappingProxyType({})
    with path.open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for message in catalog:
        if message.id and message.context and all(_forms(message.string)):
            found[message.context, _forms(message.id)[0]] = _forms(message.string)
    return MappingProxyType(found)


@functools.cache
def translations(tag: str) -> Mapping[tuple[str, str], str]:
    """Return the same, each in its first form."""
    return MappingProxyType({key: said[0] for key, said in plurals(tag).items()})


def _forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text),)
