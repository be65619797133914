"""A message for a chat such as WeChat: read on a telephone, by people who decide there whether to open the link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.render._brief import Brief

if TYPE_CHECKING:
    import datetime as dt

    from confkit.model import Conference

__all__ = ["chat"]


def chat(
    conference: Conference,
    *,
    language: str = "en",
    now: dt.datetime | None = None,
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> str:
    """Return a conference as a short message of plain lines, the last one ended too.

    It says what, when (with the hours of an event of one day) and where, until when the first call runs that is not
    closed at ``now``, and on a line of its own the address to go on from: that of the call, else the event's site, else
    where to register, else where an event online is. At the end it says of a translation that it is not
    official. It is shorter than 200 characters unless names or addresses are very long; those are never cut. It leaves
    out what a deadline does not state. For the arguments see `confkit.facts.of`.

    >>> from confkit import Conference, Days, Link
    >>> site = Link(url="https://example.org/")
    >>> print(chat(Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01"), links=[site])), end="")
    Example Day
    Saturday, May 1, 2027
    https://example.org/
    """
    brief = Brief.of(conference, language=language, now=now, zone=zone, default_language=default_language)
    capital = brief.words.capital
    # A place is printed as it is written (c-base); without one, it is a word of ours ("online").
    place = brief.place if brief.said("place") else capital(brief.place)
    said = (capital(brief.when), place, capital(brief.said("call")))
    lines = (brief.name, *said, brief.address, brief.said("translation"))
    return "".join(f"{one}\n" for one in lines if one)
