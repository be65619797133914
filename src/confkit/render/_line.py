"""One line: what, when, where, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit import facts, words
from confkit.facts import plain

if TYPE_CHECKING:
    import datetime as dt

    from confkit.model import Conference

__all__ = ["line"]


def line(
    conference: Conference,
    *,
    language: str = "en",
    now: dt.datetime | None = None,
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> str:
    """Return a conference on one line, without a line end.

    Of several calls it names the first that is not closed at ``now``. It leaves out what a deadline does not state.
    For the arguments see `confkit.facts.of`.

    >>> from confkit import Conference, Days
    >>> line(Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01")))
    'Example Day — Saturday, May 1, 2027.'
    """
    told = facts.of(conference, language=language, now=now, zone=zone, default_language=default_language)
    speech = words.of(language)
    said = {fact.key: plain(fact.brief) for fact in reversed(told) if fact.brief}
    name = speech.aside(said["name"], said.get("status", ""))
    place = said.get("place", "")
    place = speech.aside(place, said.get("attendance", "")) if place else said.get("attendance", "")
    where = [said.get("days", ""), place]
    relation = said.get("relation", "")
    due = said.get("call", "")
    if speech.tag.startswith("zh"):
        first = "，".join(filter(None, [*where, relation]))
        rest = "；".join(filter(None, (first, due)))
        return f"{name}：{rest}。" if rest else name
    first = ", ".join(filter(None, where))
    first = speech.aside(first, relation) if first else relation
    rest = "; ".join(filter(None, (first, due)))
    return f"{name} — {rest}." if rest else name
