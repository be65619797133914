"""Where runs of text meet: one space between Han and Latin words, none beside punctuation or digits."""

from __future__ import annotations

import functools
import re
import string
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["gaps_han", "gaps_latin", "has_han", "has_letter", "is_closed", "join", "pieces"]

_IDEOGRAPHS: Final = "\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"

_HAN: Final = re.compile(f"[{_IDEOGRAPHS}]")
"""What takes no space beside itself: ideographs, 〇 (which Unicode files under punctuation), kana."""

_LETTER: Final = re.compile(rf"[^\W\d_{_IDEOGRAPHS}]")
"""What may be a letter of a word."""

_WIDE: Final = re.compile("[\u3000-\u303f\uff00-\uffef“”]")
"""Punctuation that brings its own space."""

_SIGNS: Final = frozenset({"wide", "sign"})


def join(runs: Iterable[str], gaps: Callable[[Sequence[str]], list[int]]) -> str:
    """Return runs as one text, with a space before each that ``gaps`` names."""
    joined = list(runs)
    for number in reversed(gaps(joined)):
        joined.insert(number, " ")
    return "".join(joined)


def gaps_latin(runs: Sequence[str]) -> list[int]:
    """Return the numbers of the English runs before which a space belongs: there is none, and no punctuation clings."""
    found: list[int] = []
    before = ""
    for number, run in enumerate(runs):
        if before and run and before not in " \n([“" and run[0] not in " \n)]”,.;:!?":
            found.append(number)
        before = run[-1:] or before
    return found


def gaps_han(runs: Sequence[str]) -> list[int]:
    """Return the numbers of the Chinese runs before which a space belongs: a word meets another, and no sign.

    A run of digits alone (``2025``) takes no space beside Han; one that holds a word (``PyTorch Day China 2025``) does.
    """
    found: list[int] = []
    for number in range(1, len(runs)):
        left, right = runs[number - 1] or "".join(runs[:number]), runs[number]
        if not (left and right and _may_part(left[-1], right[0])):
            continue
        if _has_word(right) or _has_word(reversed("".join(runs[:number]))):
            found.append(number)
    return found


def has_han(text: str) -> bool:
    """Return whether a text holds a Han character (or kana)."""
    return bool(_HAN.search(text))


def has_letter(text: str) -> bool:
    """Return whether a text holds a letter that is no Han character: without one, no space belongs into it."""
    return _LETTER.search(text) is not None


@functools.cache
def pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    """Return a template as literal texts, each with the name of the placeholder after it."""
    return tuple((literal, name) for literal, name, _, _ in string.Formatter().parse(template))


@functools.cache
def is_closed(template: str) -> bool:
    """Return whether a sign stands beside each placeholder, so that no space is ever put around what fills it."""
    parts = pieces(template)
    before = [literal[-1:] for number, (literal, name) in enumerate(parts) if name and (number or literal)]
    after = [literal[:1] for literal, _ in parts[1:]]
    return all(edge and _kind(edge) in _SIGNS for edge in before + after)


@functools.lru_cache(maxsize=4096)
def _may_part(left: str, right: str) -> bool:
    kinds = {_kind(left), _kind(right)}
    return kinds != {"han"} and not kinds & _SIGNS


def _has_word(characters: Iterable[str]) -> bool:
    """Whether the run at an edge holds a letter."""
    for character in characters:
        kind = _kind(character)
        if kind == "letter":
            return True
        if kind in {"han", "wide"}:
            return False
    return False


@functools.lru_cache(maxsize=4096)
def _kind(character: str) -> Literal["han", "wide", "letter", "digit", "sign"]:
    if _HAN.match(character):
        return "han"
    if _WIDE.match(character):
        return "wide"
    if character.isalpha():
        return "letter"
    return "digit" if character.isalnum() else "sign"
