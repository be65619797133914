"""Characters that break documents, files or terminals, and functions that replace or escape these characters."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["LONE_SURROGATE", "escape_invisible", "safe_text", "safe_url"]

LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""A lone surrogate: half of a pair of code units that is one character in UTF-16 (Unicode 3.9, D76).

UTF-8 text cannot contain a lone surrogate.
"""

_UNSAFE: Final = (
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr((plane << 16) + 0xFFFE)}{chr((plane << 16) + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
"""A pattern for control characters, noncharacters and direction marks.

HTML parsers refuse control characters and noncharacters (WHATWG 13.2.3.5), and YAML parsers refuse many of them (YAML
1.2.2, 5.1). A direction mark reverses the text after the mark (Unicode UAX 9). The pattern is not compiled here: to
compile the pattern takes a millisecond, and that would slow down `import confkit`.
"""


def safe_text(text: str) -> str:
    r"""Return text with U+FFFD in place of each control character (except tabs), noncharacter and direction mark.

    Line breaks are control characters, so the returned text is a single line.

    >>> safe_text("a\u202eb")
    'a�b'
    """
    return re.sub(_UNSAFE, "\ufffd", text)


def safe_url(url: str) -> str:
    r"""Return a URL with its control characters, noncharacters and direction marks percent-encoded (RFC 3986 2.1).

    >>> safe_url("https://example.org/\u202e")
    'https://example.org/%E2%80%AE'
    """
    return re.sub(_UNSAFE, lambda match: "".join(f"%{octet:02X}" for octet in match[0].encode()), url)


def escape_invisible(text: str) -> str:
    r"""Return text that is safe to print on a terminal.

    Invisible characters and line breaks are escaped as in Python string literals.

    >>> print(escape_invisible("day\x1b[2J.yaml"))
    day\x1b[2J.yaml
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)
