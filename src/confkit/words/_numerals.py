"""Numbers in a row, in English and in Han numerals."""

from __future__ import annotations

from typing import Final

__all__ = ["han_numeral", "ordinal"]

_DIGITS: Final = "零一二三四五六七八九"
_WORDS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_UNITS: Final = ("千", "百", "十", "")


def ordinal(number: int) -> str:
    """Return an English ordinal, up to nine as a word.

    >>> [ordinal(number) for number in (1, 2, 9, 10, 11, 21, 112)]
    ['first', 'second', 'ninth', '10th', '11th', '21st', '112th']
    """
    if 0 < number <= len(_WORDS):
        return _WORDS[number - 1]
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def han_numeral(number: int) -> str:
    """Return a number in Han numerals up to 9999, and in digits beyond.

    >>> [han_numeral(number) for number in (2, 10, 12, 20, 105, 110, 2025)]
    ['二', '十', '十二', '二十', '一百零五', '一百一十', '二千零二十五']
    """
    if not 0 < number < 10_000:
        return str(number)
    text = ""
    for digit, unit in zip(f"{number:04}", _UNITS, strict=True):
        if digit != "0":
            text += _DIGITS[int(digit)] + unit
        elif text and not text.endswith("零"):
            text += "零"
    text = text.rstrip("零")
    return text.removeprefix("一") if text.startswith("一十") else text
