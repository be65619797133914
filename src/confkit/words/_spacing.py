"""Where runs of text meet: one space between Han and Latin words, none beside punctuation or digits."""

from __future__ import annotations

import functools
import re
import string
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["has_han", "join", "parted_han", "parted_latin", "pieces"]

_HAN: Final = re.compile("[\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]")
"""What takes no space beside itself: ideographs, 〇 (which Unicode files under punctuation), kana."""

_WIDE: Final = re.compile("[\u3000-\u303f\uff00-\uffef“”]")
"""Punctuation that brings its own space."""

_SIGNS: Final = frozenset({"wide", "sign"})


def join(runs: Iterable[str], parted: Callable[[str, str], bool]) -> str:
    """Return runs as one text, with a space where two of them are parted."""
    text = ""
    for run in runs:
        text += f" {run}" if parted(text, run) else run
    return text


def parted_latin(left: str, right: str) -> bool:
    """Whether a space belongs between two English texts: where there is none, and where no punctuation clings."""
    return bool(left and right) and left[-1] not in " \n([“" and right[0] not in " \n)]”,.;:!?"


def parted_han(left: str, right: str) -> bool:
    """Whether a space belongs between two Chinese texts: at least one meets the other with a word, neither with a sign.

    A run of digits alone (``2025``) takes no space beside Han; one that holds a word (``PyTorch Day China 2025``) does.
    """
    if not left or not right or not _may_part(left[-1], right[0]):
        return False
    return _has_word(reversed(left)) or _has_word(right)


def has_han(text: str) -> bool:
    """Return whether a text holds a Han character (or kana)."""
    return bool(_HAN.search(text))


@functools.cache
def pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    """Return a template as literal texts, each with the name of the placeholder after it."""
    return tuple((literal, name) for literal, name, _, _ in string.Formatter().parse(template))


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
