"""Characters that documents, files or terminals must not hold, and how each of them is replaced or shown."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["LONE_SURROGATE", "safe_text", "safe_url", "visible"]

LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""Half of a pair that stands for one character in UTF-16. No UTF-8 text can hold it (Unicode 3.9, D76)."""

_UNSAFE: Final = (
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr((plane << 16) + 0xFFFE)}{chr((plane << 16) + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
"""Controls and noncharacters, which are parse errors in HTML (WHATWG 13.2.3.5) and partly in YAML (1.2.2, 5.1), and
the marks that turn the direction of the text after them (Unicode UAX 9). A string, since compiling it takes a
millisecond that `import confkit` does not need."""


def safe_text(text: str) -> str:
    r"""Return text in which each control, noncharacter or mark of direction is replaced by U+FFFD.

    Line breaks are controls too, so that the text stays on one line.

    >>> safe_text("a\u202eb")
    'a�b'
    """
    return re.sub(_UNSAFE, "\ufffd", text)


def safe_url(url: str) -> str:
    r"""Return a URL in which the characters that `safe_text` replaces are percent-encoded (RFC 3986 2.1).

    >>> safe_url("https://example.org/\u202e")
    'https://example.org/%E2%80%AE'
    """
    return re.sub(_UNSAFE, lambda match: "".join(f"%{octet:02X}" for octet in match[0].encode()), url)


def visible(text: str) -> str:
    r"""Return text as a terminal may print it: what nobody sees is escaped as Python does, line breaks too.

    >>> print(visible("day\x1b[2J.yaml"))
    day\x1b[2J.yaml
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)
