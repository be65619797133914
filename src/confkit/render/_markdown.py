"""Markdown: for a page, an issue, a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit import facts, words
from confkit.render._blocks import Blocks, joined

if TYPE_CHECKING:
    import datetime as dt

    from confkit.model import Conference

__all__ = ["markdown"]


def markdown(
    conference: Conference,
    *,
    language: str = "en",
    now: dt.datetime | None = None,
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> str:
    r"""Return a conference as Markdown (CommonMark), the last line ended too.

    Nothing that the data says is markup: it is escaped. For the arguments see `confkit.facts.of`.

    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="Example *Day*", days=Days.parse("2027-05-01"))
    >>> print(markdown(day), end="")
    # Example \*Day\*
    <BLANKLINE>
    - **Date**: Saturday, May 1, 2027
    """
    told = facts.of(conference, language=language, now=now, zone=zone, default_language=default_language, brief=False)
    return joined(Blocks(words=words.of(language)).lines(told))
