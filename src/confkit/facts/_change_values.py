"""What was there before and what is there now, in words short enough for a sentence."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from confkit.changes import without_numbers
from confkit.facts._about import organization
from confkit.facts._head import event, place
from confkit.facts._links import link_words
from confkit.facts._marks import address_marked, described, named, names_marked
from confkit.facts._moments import without_notes
from confkit.facts._more import series_name, ways
from confkit.facts._places import address_parts
from confkit.facts._registration import ticket_words
from confkit.facts._venues import degrees, how_far
from confkit.model import (
    Address,
    Contact,
    Days,
    Deadline,
    Distance,
    EventRef,
    Geo,
    Hours,
    Image,
    Link,
    Online,
    Organization,
    Pending,
    Relation,
    Series,
    Source,
    Text,
    Ticket,
    Topic,
    Translation,
    Venue,
    When,
    zone,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.words import Family

__all__ = ["address_words", "addresses", "change_value", "ends", "short"]

_FAMILIES: Final[Mapping[str, Family]] = MappingProxyType(
    {
        "calls[].deadlines[].kind": "deadline",
        "calls[].kind": "call",
        "kind": "event",
        "milestones[].kind": "deadline",
        "venues[].role": "venue",
    }
)
"""Where a code stands that has a name."""


def change_value(teller: Teller, path: str, value: Any) -> Runs:  # noqa: ANN401  # any value of the model
    """Return a value in words; empty where there are none for it."""
    say = _BY_CLASS.get(type(value))
    if say is not None:
        return say(teller, value)
    where = without_numbers(path)
    if isinstance(value, str) and where in _FAMILIES:
        return teller.term(_FAMILIES[where], value)
    if isinstance(value, str):
        return teller.own(teller.words.zone(zone(value))) if where.endswith("timezone") else teller.given(value)
    if isinstance(value, int):
        return teller.own(teller.words.edition(value))
    if where == "languages":
        spoken = dict.fromkeys("zh" if tag in {"zh-Hans", "zh-Hant"} else tag for tag in value or ())
        return teller.listed(teller.own(teller.words.language_name(tag)) for tag in spoken)
    return ()


def short(teller: Teller, at: When | Pending | Days, *, year: bool = True) -> Runs:
    """Return a moment or days without what they do not state."""
    if isinstance(at, Days):
        return teller.own(teller.words.days(at, weekday=False, year=year))
    return without_notes(teller, at, year=year)


def ends(teller: Teller, old: When | Days, new: When | Days, *, year: bool) -> tuple[Runs, Runs]:
    """Return two dates, the year said once where it is the same: first in Chinese, last in English."""
    years = {
        end.year for one in (old, new) for end in ((one.first, one.last) if isinstance(one, Days) else (one.date,))
    }
    differ = len(years) > 1
    before = short(teller, old, year=differ or (year and teller.han))
    return before, short(teller, new, year=differ or (year and not teller.han))


def addresses(value: object) -> tuple[str, ...]:
    """Return the addresses of the web in a value that have no words of their own: a line each, not words of a sentence.

    Programs for messages take what follows an address in a Chinese sentence for a part of it.
    """
    link = value.link if isinstance(value, Online) else value
    named = (isinstance(link, Link) and link.title) or (isinstance(link, Image) and link.alt)
    if named or not isinstance(link, Link | Image | Source) or link.url.lower().startswith("mailto:"):
        return ()
    return (link.url,)


def _link(teller: Teller, value: Link) -> Runs:
    return () if addresses(value) else link_words(teller, value)


def address_words(teller: Teller, value: Address) -> Runs:
    """Return an address within a sentence: one in the organizer's words stands in quotes, and says so."""
    if value.text is not None:
        quoted = teller.weave(teller.words.quote("\ue000"), [teller.name(value.text)])
        return address_marked(teller, teller.aside(quoted, teller.say("note on an address", "as published")))
    return tuple(run._replace(own=False) for run in names_marked(teller, address_parts(teller, value)))


def _online(teller: Teller, value: Online) -> Runs:
    ways = [teller.given(value.platform)] if value.platform else []
    named = _link(teller, value.link) if value.link else ()
    return teller.clauses([*ways, *([named] if named else [])])


def _image(teller: Teller, value: Image) -> Runs:
    return described(teller, value.alt, href=value.url) if value.alt else ()


def _event(teller: Teller, ref: EventRef) -> Runs:
    """The name of an event elsewhere; one that is not in the reader's language says so, and is the only one."""
    if ref.name is not None and teller.name(ref.name)[0].fallback:
        return named(teller, ref.name, href=ref.url)
    return event(teller, ref)


_BY_CLASS: Final[Mapping[type, Callable[[Teller, Any], Runs]]] = MappingProxyType(
    {
        Address: address_words,
        Contact: lambda teller, value: teller.listed(ways(teller, value)),
        Days: short,
        Deadline: lambda teller, value: short(teller, value.at),
        Distance: how_far,
        EventRef: _event,
        Geo: degrees,
        Hours: lambda teller, value: teller.own(teller.words.hours(value)),
        Image: _image,
        Link: _link,
        Online: _online,
        Organization: organization,
        Pending: short,
        Relation: lambda teller, value: teller.related(value.kind, _event(teller, value.target)),
        Series: series_name,
        Text: lambda teller, value: teller.text(value),
        Ticket: ticket_words,
        Topic: lambda teller, value: named(teller, value.name),
        Translation: lambda teller, value: teller.own(teller.words.language_name(value.language)),
        Venue: place,
        When: short,
        dt.date: lambda teller, value: teller.own(teller.words.date(value, weekday=False)),
    }
)
