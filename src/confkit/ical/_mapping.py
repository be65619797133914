"""What of a conference becomes which property: the one place that says so."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from confkit.ical import _texts
from confkit.ical._component import Component, Coordinates, Property, Raw, Uri
from confkit.ical._identity import midnight, stamp, uid
from confkit.ical._key import NAME, key
from confkit.model import UND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.ical._entries import Entry
    from confkit.ical._texts import Said, Telling
    from confkit.model import Conference

__all__ = ["HEAD", "event"]

HEAD = (
    Property("VERSION", "2.0"),
    Property("PRODID", "-//confkit//confkit-events//EN"),
    Property("CALSCALE", Raw("GREGORIAN")),
)
"""What every calendar begins with. No METHOD: a file that one opens is no message."""

_DAY = dt.timedelta(days=1)
_WEEK_BEFORE = {True: -dt.timedelta(days=7), False: -dt.timedelta(days=6, hours=15)}
_DAY_BEFORE = {True: -dt.timedelta(days=1), False: -dt.timedelta(hours=15)}
"""By whether the entry has an hour. A day begins at midnight, so 15 hours before it is 9 in the morning of the eve."""


def event(entry: Entry, telling: Telling, *, alarms: bool, parent: bool) -> Component:
    """Return the VEVENT of an entry.

    ``parent`` says that the entry of the event itself is in the same calendar.
    """
    conference = telling.conference
    changed = stamp(entry.changed)
    updated = max(changed, midnight(conference.updated)) if conference.updated else changed
    summary = _texts.summary(entry, telling)
    properties = (
        Property("UID", uid(conference, entry.ids)),
        Property("DTSTAMP", changed),
        Property("LAST-MODIFIED", updated),
        Property("SEQUENCE", entry.sequence),
        *_times(entry),
        _said("SUMMARY", summary),
        _said("DESCRIPTION", _texts.description(entry, telling)),
        *_place(entry, telling),
        *_links(entry, conference),
        *_categories(entry, telling),
        *(Property("CONTACT", contact) for contact in _texts.contacts(telling)),
        *([Property("RELATED-TO", uid(conference), (("RELTYPE", "PARENT"),))] if parent and entry.ids else []),
        Property("STATUS", Raw("CANCELLED" if entry.withdrawn else "TENTATIVE" if entry.tentative else "CONFIRMED")),
        Property("TRANSP", Raw("OPAQUE" if _is_attended(entry) else "TRANSPARENT")),
        Property(NAME, key(entry, conference)),
    )
    return Component("VEVENT", properties, tuple(_alarms(entry, summary)) if alarms else ())


def _times(entry: Entry) -> Iterator[Property]:
    """RFC 5545 3.6.1: DTEND is exclusive; an instant has none, since it ends when it starts."""
    yield Property("DTSTART", entry.start)
    if entry.end is not None:
        yield Property("DTEND", entry.end if isinstance(entry.end, dt.datetime) else entry.end + _DAY)


def _is_attended(entry: Entry) -> bool:
    """Return whether people are busy then: at an event with hours, and not at its deadlines or on whole days."""
    return entry.kind == "event" and isinstance(entry.start, dt.datetime)


def _said(name: str, said: Said) -> Property:
    """Text with its language; RFC 5545 3.2.10 has no tag for text whose language nobody stated."""
    return Property(name, said.text, () if said.language == UND else (("LANGUAGE", said.language),))


def _place(entry: Entry, telling: Telling) -> Iterator[Property]:
    lines = _texts.where(entry, telling)
    if lines:
        yield _said("LOCATION", _texts.joined(lines))
    venue = _texts.venue_of(entry, telling.conference)
    if venue is None or venue.geo is None:
        return
    # Six decimals are 11 cm; adding nothing turns a negative nought into one.
    point = Coordinates(round(venue.geo.latitude, 6) + 0.0, round(venue.geo.longitude, 6) + 0.0)
    yield Property("GEO", point)
    if lines:
        # Apple draws a map for this property only, and shows the title and the address beside it.
        params = (("X-ADDRESS", lines[-1].text), ("X-APPLE-RADIUS", "100"), ("X-TITLE", lines[0].text))
        yield Property("X-APPLE-STRUCTURED-LOCATION", Uri(f"geo:{point[0]:.6f},{point[1]:.6f}"), params)


def _links(entry: Entry, conference: Conference) -> Iterator[Property]:
    link = (entry.call and (entry.call.submit or conference.link("cfp"))) or conference.link("site")
    if entry.kind == "window" and conference.registration:
        link = conference.registration.link or link
    if link:
        yield Property("URL", Uri(link.url))
    if entry.kind != "event":
        return
    if conference.online and conference.online.link:
        yield Property("CONFERENCE", Uri(conference.online.link.url))
    for image in conference.images[:1]:
        yield Property("IMAGE", Uri(image.url), (("DISPLAY", "BADGE"),))


def _categories(entry: Entry, telling: Telling) -> Iterator[Property]:
    """RFC 5545 3.8.1.2: one property speaks one language."""
    topics = (entry.call and entry.call.topics) or telling.conference.topics
    by_language: dict[str, list[str]] = {}
    for topic in topics:
        name, language = telling.words.choose(topic.name)
        by_language.setdefault(language, []).append(name)
    for language, names in by_language.items():
        yield Property("CATEGORIES", tuple(names), () if language == UND else (("LANGUAGE", language),))


def _alarms(entry: Entry, summary: Said) -> Iterator[Component]:
    """Remind of a deadline a week and a day before; of one that no longer holds, never."""
    if entry.kind not in {"deadline", "milestone"} or entry.withdrawn:
        return
    has_hour = isinstance(entry.start, dt.datetime)
    for trigger in (_WEEK_BEFORE[has_hour], _DAY_BEFORE[has_hour]):
        properties = (
            Property("ACTION", Raw("DISPLAY")),
            Property("DESCRIPTION", summary.text),
            Property("TRIGGER", trigger),
        )
        yield Component("VALARM", properties)
