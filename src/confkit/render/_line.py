"""One line: what, when, where, until when; for lists of many events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.render._brief import Brief

if TYPE_CHECKING:
    import datetime as dt

    from confkit.model import Conference

__all__ = ["announced", "line", "where", "where_and_when"]


def line(
    conference: Conference,
    *,
    language: str = "en",
    now: dt.datetime | None = None,
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> str:
    """Return a conference on one line, without a line end.

    It says the hours of an event of one day. Of several calls it names the first that is not closed at ``now``. It
    leaves out what a deadline does not state. For the arguments see `confkit.facts.of`.

    >>> from confkit import Conference, Days
    >>> line(Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01")))
    'Example Day — Saturday, May 1, 2027.'
    """
    brief = Brief.of(conference, language=language, now=now, zone=zone, default_language=default_language)
    return f"{brief.name}{announced(brief, brief.words.parted(where_and_when(brief), brief.said('call')))}"


def announced(brief: Brief, rest: str) -> str:
    """Return what follows a name, from the punctuation before it to the full stop; nothing where nothing is known."""
    if not rest:
        return ""
    setting = brief.words.setting
    # A dash before a range whose ends stand apart would be one of two dashes that mean different things.
    said = brief.words.labelled("", rest) if " – " in rest else f"{setting.announcing}{rest}"
    return f"{said}{setting.stop}"


def where_and_when(brief: Brief) -> str:
    """Return the day, the place and the event beside this one as a clause; empty where nothing is known."""
    return brief.words.setting.comma.join(filter(None, (brief.when, where(brief))))


def where(brief: Brief) -> str:
    """Return the place and the event beside this one; empty where neither is known."""
    relation, setting = brief.said("relation"), brief.words.setting
    if setting.beside_in_brackets and brief.place:
        return brief.place_with(relation)
    return setting.comma.join(filter(None, (brief.place, relation)))
