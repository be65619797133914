"""An event of any program's calendar to a conference, with findings for what was doubtful."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit._internet_addresses import is_email
from confkit.errors import InvalidValueError
from confkit.ical._clock import local
from confkit.ical._read._ids import slug
from confkit.ical._read._times import span
from confkit.ical._read._values import geo, items, language, link, said, text
from confkit.model import Address, Conference, Contact, Image, Online, Text, Topic, Venue

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from confkit.ical._read._ids import Ids
    from confkit.ical._read._record import Record
    from confkit.model import Link

__all__ = ["Dates", "conference", "contacts", "dates", "images", "links", "status", "topics"]

_STATUS = {"": "scheduled", "CONFIRMED": "scheduled", "TENTATIVE": "tentative", "CANCELLED": "cancelled"}
_FIRST_YEAR = 1970
"""Google writes CREATED:19000101T120000Z where it does not know."""

Dates = tuple["dt.date | None", "dt.date | None"]


def conference(record: Record, ids: Ids) -> Conference | None:
    """Return what an event says as a conference; ``None`` if it says neither what it is nor when."""
    if record.line("SUMMARY") is None and record.line("DTSTART") is None:
        message = "the event has neither SUMMARY nor DTSTART; it was not read"
        record.doubt("error", "record", message, rule="RFC 5545 3.6.1")
        return None
    wanted = _identity(record)
    id = ids.take(wanted)
    if id != wanted:
        message = f"an earlier event has the same UID; this event was read as {id}"
        record.doubt("warning", "uid", message, record.line("UID"), rule="RFC 5545 3.8.4.7")
    _recurrence(record)
    if record.line("DTSTART") is None:
        record.doubt(
            "warning", "no-start", "the event has no DTSTART, so its days are not known", rule="RFC 5545 3.6.1"
        )
    when = span(record)
    published, updated = dates(record)
    description = record.line("DESCRIPTION")
    venue, online = _place(record)
    return Conference(
        id=id,
        name=_name(record) or Text.of(record.value("UID") or id),
        published=published,
        updated=updated,
        days=when.days,
        hours=when.hours,
        timezone=when.timezone,
        status=status(record),
        venues=[venue] if venue else [],
        online=_conference(record) or online,
        contacts=contacts(record),
        description=description and said(description),
        topics=topics(record),
        links=links(record),
        images=images(record),
    )


def _identity(record: Record) -> str:
    """Return an id to take: made from the UID, without one from title and time, which make one event out of two."""
    uid = record.value("UID")
    if uid:
        return slug(uid)
    record.doubt(
        "warning", "no-uid", "the event has no UID; its id is made from its title and time", rule="RFC 5545 3.8.4.7"
    )
    return slug(f"event {record.block.value('SUMMARY')} {record.block.value('DTSTART')}")


def _name(record: Record) -> Text | None:
    line = record.line("SUMMARY")
    found = line and said(line)
    if not found:
        message = "the event has no SUMMARY; its UID was read as its name"
        record.doubt("warning", "no-summary", message, rule="RFC 5545 3.8.1.12", hint="add SUMMARY")
    return found or None


def _recurrence(record: Record) -> None:
    for name in ("RRULE", "RDATE", "EXDATE", "EXRULE"):
        lines = record.lines(name)
        if lines and name != "EXDATE":
            message = "the event recurs, but a conference cannot; only the first time was read"
            record.doubt("warning", "recurring", message, lines[0], rule="RFC 5545 3.8.5")
    line = record.line("RECURRENCE-ID")
    if line:
        message = "one time of a recurring event that is not in this calendar; it was read as a separate event"
        record.doubt("warning", "recurring", message, line, rule="RFC 5545 3.8.4.4")


def dates(record: Record) -> Dates:
    """Return when an event was published and when it was last changed, as days in UTC.

    RFC 5545 3.8.7.2: without a METHOD, DTSTAMP is when the information was last revised; with one, when the message
    was made, which says nothing of the event.
    """
    record.seen.add("DTSTAMP")
    names = ("CREATED", "LAST-MODIFIED") if record.method else ("CREATED", "DTSTAMP", "LAST-MODIFIED")
    known = {name: day for name in names if (day := _day(record, name)) is not None}
    published = known.get("CREATED") or known.get("DTSTAMP") or known.get("LAST-MODIFIED")
    updated = known.get("LAST-MODIFIED") or known.get("DTSTAMP")
    return published, (updated if published and updated and updated > published else None)


def _day(record: Record, name: str) -> dt.date | None:
    value = record.value(name)
    found = local(value)
    if value and found is None:
        record.doubt("warning", "time", "not a time; it was not read", record.line(name), rule="RFC 5545 3.3.5")
    if found and name == "CREATED" and found.time.year < _FIRST_YEAR:
        message = "no calendar is that old; some programs write such a year for an unknown day"
        record.doubt("note", "time", message, record.line(name))
        return None
    return found.time.date() if found else None


def status(record: Record) -> str:
    """Return the status of an event; what the standard does not know is noted."""
    value = record.value("STATUS")
    found = _STATUS.get(value.upper())
    if found is None:
        message = "not a status of an event; it was not read"
        record.doubt("warning", "status", message, record.line("STATUS"), rule="RFC 5545 3.8.1.11")
    return found or "scheduled"


def _place(record: Record) -> tuple[Venue | None, Online | None]:
    """Return where an event is: a LOCATION that is an address of the web is no place.

    Apple says which line of LOCATION is the title, and the coordinates in a property of its own.
    """
    line, point = record.line("LOCATION"), record.line("GEO")
    where = point and geo(point.value.strip())
    if point and where is None:
        message = "not a latitude and a longitude in degrees; it was not read"
        record.doubt("warning", "geo", message, point, rule="RFC 5545 3.8.1.6")
    apple = record.line("X-APPLE-STRUCTURED-LOCATION")
    if apple and where is None:
        where = geo(apple.value.strip().removeprefix("geo:").replace(",", ";"))
    room = line and link(text(line).strip())
    if room and room.url[:4].lower() == "http":
        return (Venue(geo=where) if where else None), Online(link=room)
    title, _, address = text(line).partition("\n") if line else ("", "", "")
    if line and apple and apple.param("X-TITLE") == title and title.strip() and address.strip():
        return Venue(name=said(line, title), address=Address(text=said(line, address)), geo=where), None
    named = line and said(line)
    return (Venue(name=named, geo=where) if named or where else None), None


def _conference(record: Record) -> Online | None:
    """Return the first CONFERENCE that is on the web (RFC 7986 5.11); the others are noted."""
    found: Link | None = None
    for line in record.lines("CONFERENCE"):
        room = link(line.value.strip())
        if room is None or found:
            record.doubt(
                "note", "unread", "a second address for taking part, or not a web address; it was not read", line
            )
        elif label := line.param("LABEL"):
            room = attrs.evolve(room, title=said(line, label))
        found = found or room
    return Online(link=found) if found else None


def links(record: Record, rel: str = "site") -> Iterator[Link]:
    """Yield the page of an event or of a part of it; an address that nobody should follow is noted and left out."""
    line = record.line("URL")
    found = line and link(line.value.strip(), rel)
    if line and found is None:
        message = "not an http, https or mailto address; it was not read"
        record.doubt("warning", "url", message, line, rule="RFC 5545 3.8.4.6")
    if found:
        yield found


def topics(record: Record) -> list[Topic]:
    """Return the categories of an event."""
    return [Topic(name=Text({language(line): name})) for line in record.lines("CATEGORIES") for name in items(line)]


def contacts(record: Record) -> Iterator[Contact]:
    """Yield contacts that are e-mail addresses and nothing more; what else stands there is prose, and noted."""
    for line in record.lines("CONTACT"):
        said = text(line).strip().split(", ")
        if all(is_email(one) for one in said):
            yield from (Contact(email=one) for one in said)
        else:
            message = "the contact is not just an e-mail address; it was not read"
            record.doubt("note", "contact", message, line)


def images(record: Record) -> Iterator[Image]:
    """Yield images on the web (RFC 7986 5.10)."""
    for line in record.lines("IMAGE"):
        try:
            yield Image(url=line.value.strip())
        except InvalidValueError:
            record.doubt("note", "image", "the image has no web address; it was not read", line)
