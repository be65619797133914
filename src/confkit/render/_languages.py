"""Which languages a document is written in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from confkit import words
from confkit.errors import invalid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from confkit.words import Words

__all__ = ["speeches"]

_COUNTS = {1: "at least one language", 2: "at least two languages"}


def speeches(languages: Sequence[str], *, least: int = 1) -> tuple[Words, ...]:
    """Return the words of each language, in order; refuse fewer than ``least``, and one twice."""
    if isinstance(languages, str):
        raise _wrong("must be a list of languages, not one text", languages)
    if not isinstance(languages, Iterable):
        raise _wrong(f"must be a list of languages, not {type(languages).__name__}", languages)
    found = tuple(words.of(language) for language in languages)
    if len(found) < least or len(set(found)) < len(found):
        raise _wrong(f"must have {_COUNTS[least]}, each of them once", languages)
    return found


def _wrong(says: str, languages: Sequence[str]) -> Exception:
    return invalid("render.languages", says, path="languages", value=languages, hint='write languages=("en", "zh")')
