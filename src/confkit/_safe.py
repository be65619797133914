"""Characters that no document may hold: controls, noncharacters, and those that turn the text after them."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

__all__ = ["safe_text", "safe_url"]

_REFUSED: Final = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr((plane << 16) + 0xFFFE)}{chr((plane << 16) + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
"""Parse errors in HTML (WHATWG, 13.2.3.5), partly errors in YAML (1.2.2, 5.1), and UAX 9's marks of direction."""


def safe_text(text: str) -> str:
    """Return text on one line with a replacement character for each character that is refused."""
    return _REFUSED.sub("\ufffd", text)


def safe_url(url: str) -> str:
    """Return an address with the characters that are refused as octets (RFC 3986 2.1)."""
    return _REFUSED.sub(lambda character: quote(character[0]), url)
