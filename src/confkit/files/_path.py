"""Key paths: ``calls[0].deadlines[1].at`` as text, ``("calls", 0, "deadlines", 1, "at")`` as steps."""

from __future__ import annotations

import json
import re
from typing import TypeAlias

__all__ = ["Path", "path_text", "steps"]

Path: TypeAlias = tuple[str | int, ...]
"""Keys of mappings and places in lists (from 0), from the whole document inwards."""

_WORD = re.compile(r"[^\W\d][\w-]*")
_STEP = re.compile(r'\.?(?P<word>[^\W\d][\w-]*)|\[(?P<place>\d{1,9})\]|\[(?P<quoted>"(?:[^"\\]|\\.)*")\]')


def path_text(path: Path) -> str:
    """Return the text of a path; a key that is no plain word stands in brackets and quotes.

    >>> path_text(("calls", 0, "at")), path_text(("extra", "a b"))
    ('calls[0].at', 'extra["a b"]')
    """
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif _WORD.fullmatch(step):
            text += f".{step}" if text else step
        else:
            text += f"[{json.dumps(step, ensure_ascii=False)}]"
    return text


def steps(text: str) -> Path:
    """Return the steps of a path's text, as many as can be told.

    >>> steps("calls[0].at"), steps('extra["a b"].c')
    (('calls', 0, 'at'), ('extra', 'a b', 'c'))
    """
    found: list[str | int] = []
    end = 0
    while match := _STEP.match(text, end):
        end = match.end()
        if match["place"] is not None:
            found.append(int(match["place"]))
        elif match["quoted"] is not None:
            found.append(str(json.loads(match["quoted"], strict=False)))
        else:
            found.append(match["word"])
    return tuple(found)
