"""Words of the data as lines: without breaks, controls, and what would turn the direction of the text around them."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["one_line", "paragraphs", "tame"]

_DISORDER: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""Controls, and the invisible characters that turn the direction of what stands around them (UAX 9)."""
_BREAK: Final = re.compile("(?<![\t ])[\t ]*[\n\r\v\f\x1c-\x1f\x85\u2028\u2029]\\s*")
_PARAGRAPH: Final = re.compile(r"\n[\t ]*(?:\n[\t ]*)+")
_WIDE: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]")


def one_line(text: str) -> str:
    """Return text on one line, without the characters that would turn the direction of the rest of it.

    Text of nothing else gives a replacement character, so that it is seen that something was there.
    """
    stripped = text.strip()
    return (stripped if stripped.isprintable() else tame(stripped).strip()) or "\ufffd"


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, each on one line as in `one_line`; an empty line is between two."""
    if text.isprintable():  # as most texts are: one paragraph, of which nothing has to go
        return [text.strip() or "\ufffd"]
    normal = _DISORDER.sub("", text.replace("\r\n", "\n")).strip()
    return [one_line(paragraph) for paragraph in _PARAGRAPH.split(normal)]


def tame(text: str) -> str:
    """Return text without breaks and the characters that turn directions, its spaces at the ends as they are."""
    if text.isprintable():  # no line break, control or turning character is (Unicode 4.5), and most text is
        return text
    return _DISORDER.sub("", _BREAK.sub(_joint, text))


def _joint(line_break: re.Match[str]) -> str:
    """What stands in place of a line break: nothing between Han characters, else a space."""
    text, start, end = line_break.string, line_break.start(), line_break.end()
    return "" if start and _WIDE.match(text, start - 1) and _WIDE.match(text, end) else " "
