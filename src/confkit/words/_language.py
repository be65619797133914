"""What makes a language: its tag, its patterns, and what CLDR says in it that confkit says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs

from confkit.words._patterns import Patterns
from confkit.words._setting import Setting

__all__ = ["Language"]


@attrs.frozen(kw_only=True, eq=False)
class Language:
    """One language. Its words are in ``locale/<locale>.po``; what that lacks is said in English."""

    tag: str
    """BCP 47, in canonical case."""
    locale: str
    """The name that Babel knows it under, and that of its catalog."""
    patterns: Patterns
    setting: Setting = Setting()  # noqa: RUF009  # it is frozen
    kin: frozenset[str] = frozenset()
    """Tags of other varieties whose readers expect this one's ways, where they would get another's by truncation."""
    ordinal: Callable[[int], str]
    """A number in a row, from 1."""
    plural: Callable[[int], int]
    """Which plural form of the catalog a number takes, from 0."""
    cities_from_cldr: bool = True
    """Whether cities have names of their own in this language; else they are called as the zones are."""
    settled: Mapping[tuple[str, str], str] = MappingProxyType({})
    """Names that differ between CLDR 45 and 47, that CLDR words for speech where a text is meant, or that it has in
    other languages and not in this one, by what they name (``city``, ``currency``, ``language``) and its code."""
