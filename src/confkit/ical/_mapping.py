"""What of a conference becomes which property: the one place that says so."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from confkit.ical._component import Component, Coordinates, Property, Raw, Uri
from confkit.ical._identity import midnight, stamp, uid
from confkit.ical._key import NAME, VENUE, key, venue_key
from confkit.ical._values import is_seen
from confkit.model import UND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.ical._component import Value
    from confkit.ical._entry import Entry, Kind
    from confkit.ical._texts import Said
    from confkit.ical._told import Told
    from confkit.model import Catalog, Conference, Geo

__all__ = ["HEAD", "event"]

HEAD = (
    Property("VERSION", "2.0"),
    Property("PRODID", "-//confkit//confkit-events//EN"),
    Property("CALSCALE", Raw("GREGORIAN")),
)
"""What every calendar begins with. No METHOD: a file that one opens is no message."""

_DAY = dt.timedelta(days=1)

_CANCELLED, _TENTATIVE, _CONFIRMED = (Property("STATUS", Raw(is_)) for is_ in ("CANCELLED", "TENTATIVE", "CONFIRMED"))
_OPAQUE, _TRANSPARENT = (Property("TRANSP", Raw(is_)) for is_ in ("OPAQUE", "TRANSPARENT"))
_DISPLAY = Property("ACTION", Raw("DISPLAY"))
_TRIGGERS = {
    True: (Property("TRIGGER", -dt.timedelta(days=7)), Property("TRIGGER", -dt.timedelta(days=1))),
    False: (Property("TRIGGER", -dt.timedelta(days=6, hours=15)), Property("TRIGGER", -dt.timedelta(hours=15))),
}
"""By whether the entry has an hour. A day begins at midnight, so 15 hours before it is 9 in the morning of the eve."""


def event(
    entry: Entry, told: Told, *, alarms: bool, busy: frozenset[Kind] | None = None, catalog: Catalog | None = None
) -> Component:
    """Return the VEVENT of an entry.

    ``busy`` are the kinds of entries at which people are busy; without it, an event with hours. ``catalog`` is where
    the conference is in: it knows the identities of the others.
    """
    changed = stamp(entry.changed)
    updated = entry.conference.updated
    point = _point(entry.venue.geo) if entry.venue and entry.venue.geo else None
    properties = (
        Property("UID", uid(entry.conference, entry.ids)),
        Property("DTSTAMP", changed),
        Property("LAST-MODIFIED", max(changed, midnight(updated)) if updated else changed),
        Property("SEQUENCE", entry.sequence),
        *_times(entry),
        _said("SUMMARY", told.summary),
        *_description(told),
        *_place(told, point),
        *_links(entry),
        *(_said("CATEGORIES", topics) for topics in told.topics),
        *(Property("CONTACT", contact) for contact in told.contacts),
        *_relations(entry, catalog),
        _CANCELLED if entry.withdrawn else _TENTATIVE if entry.tentative else _CONFIRMED,
        _OPAQUE if _is_busy(entry, busy) else _TRANSPARENT,
        Property(NAME, key(entry)),
    )
    return Component("VEVENT", properties, (*_location(entry, told, point), *(_alarms(entry, told) if alarms else ())))


def _times(entry: Entry) -> Iterator[Property]:
    """RFC 5545 3.6.1: DTEND is exclusive; an instant has none, since it ends when it starts."""
    yield Property("DTSTART", entry.start)
    if entry.end is not None:
        yield Property("DTEND", entry.end if isinstance(entry.end, dt.datetime) else entry.end + _DAY)


def _is_busy(entry: Entry, busy: frozenset[Kind] | None) -> bool:
    """Return whether people are busy then: at an event with hours, and not at its deadlines or on whole days.

    Nobody is at what no longer holds; not every client looks at STATUS.
    """
    if busy is None:
        return entry.kind == "event" and isinstance(entry.start, dt.datetime) and not entry.withdrawn
    return entry.kind in busy and not entry.withdrawn


def _said(name: str, said: tuple[Value, str]) -> Property:
    """Text with its language; RFC 5545 3.2.10 has no tag for text whose language nobody stated."""
    value, language = said
    return Property(name, value, () if language == UND else (("LANGUAGE", language),))


def _description(told: Told) -> Iterator[Property]:
    """Nothing is said of what was called off but its title; libical 3.0 takes an empty text for an error."""
    if is_seen(told.description.text):
        yield _said("DESCRIPTION", told.description)


def _place(told: Told, point: Coordinates | None) -> Iterator[Property]:
    lines = told.place
    if lines:
        yield _said("LOCATION", _joined(lines))
    if point:
        yield Property("GEO", point)
    if point and lines:
        # Apple draws a map for this property only, and shows the title and the address beside it.
        params = (("X-ADDRESS", lines[-1].text), ("X-APPLE-RADIUS", "100"), ("X-TITLE", lines[0].text))
        yield Property("X-APPLE-STRUCTURED-LOCATION", Uri(f"geo:{point[0]:.6f},{point[1]:.6f}"), params)


def _joined(lines: tuple[Said, ...]) -> tuple[str, str]:
    """Return lines as one text, in a language only where all of them are in it."""
    languages = {language for _, language in lines}
    return "\n".join(text for text, _ in lines), languages.pop() if len(languages) == 1 else UND


def _point(geo: Geo) -> Coordinates:
    """Six decimals are 11 cm; adding nothing turns a negative nought into one."""
    return Coordinates(round(geo.latitude, 6) + 0.0, round(geo.longitude, 6) + 0.0)


def _location(entry: Entry, told: Told, point: Coordinates | None) -> Iterator[Component]:
    """The same place for those who read RFC 9073 7.2; libical 3.0 does not, so nothing is said here alone.

    No DESCRIPTION, for which calcurse 4.7 refuses the whole entry. The identity is that of the place in this entry,
    since ts-ics 2.4 takes it for the entry's own.
    """
    if entry.venue is None:
        return
    properties = [Property("UID", uid(entry.conference, (*entry.ids, "place", entry.venue.id)))]
    if told.place:
        properties.append(_said("NAME", told.place[0]))
    if point:
        properties.append(Property("GEO", point))
    properties.append(Property(VENUE, venue_key(entry.venue)))
    yield Component("VLOCATION", tuple(properties))


def _links(entry: Entry) -> Iterator[Property]:
    conference = entry.conference
    link = (entry.call and (entry.call.submit or conference.link("cfp"))) or conference.link("site")
    if entry.kind == "window" and conference.registration:
        link = conference.registration.link or link
    if link:
        yield Property("URL", Uri(link.url))
    if entry.kind != "event":
        return
    if conference.online and conference.online.link:
        platform = conference.online.platform
        yield Property("CONFERENCE", Uri(conference.online.link.url), (("LABEL", platform),) if platform else ())
    for image in conference.images[:1]:
        yield Property("IMAGE", Uri(image.url), (("DISPLAY", "BADGE"),))


_RELTYPES: Final = {"part_of": "PARENT", "satellite_of": "PARENT", "co_located": "SIBLING"}
"""How an event stands to another (RFC 5545 3.2.15); what was held before, or is held jointly, is none of these."""


def _relations(entry: Entry, catalog: Catalog | None) -> Iterator[Property]:
    """RFC 5545 3.8.4.5: the part names the whole. An event elsewhere has an identity only if the catalog holds it."""
    if entry.kind != "event":
        yield _related(entry.conference, "PARENT")
    elif catalog:
        found: dict[str, Property] = {}
        for relation in entry.conference.relations:
            other = catalog.resolve(relation.target)
            if other and other.id != entry.conference.id and relation.kind in _RELTYPES:
                found.setdefault(other.id, _related(other, _RELTYPES[relation.kind]))
        yield from found.values()


def _related(other: Conference, reltype: str) -> Property:
    return Property("RELATED-TO", uid(other), (("RELTYPE", reltype),))


def _alarms(entry: Entry, told: Told) -> Iterator[Component]:
    """Remind of a deadline a week and a day before; of one that no longer holds, never."""
    if entry.kind not in {"deadline", "milestone"} or entry.withdrawn:
        return
    description = Property("DESCRIPTION", told.summary.text)
    for trigger in _TRIGGERS[isinstance(entry.start, dt.datetime)]:
        yield Component("VALARM", (_DISPLAY, description, trigger))
