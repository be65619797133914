"""The entries of one conference that confkit wrote, put together again.

Each fact is read from the property that holds it. What stands in words alone, in titles and descriptions, is not.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs

from confkit.ical._key import Key
from confkit.ical._read._event import contacts, dates, images, links, status, topics
from confkit.ical._read._places import online, place
from confkit.ical._read._record import Record
from confkit.ical._read._times import last_day, span, stated, when
from confkit.ical._read._title import without_status
from confkit.ical._read._values import said, text
from confkit.model import (
    CallForProposals,
    Conference,
    Deadline,
    EventRef,
    Link,
    PartialDate,
    Pending,
    Registration,
    Relation,
    Superseded,
    Text,
    Topic,
    Venue,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Group", "conference"]

_REPEATED = frozenset({"CATEGORIES", "CONTACT", "LOCATION", "RELATED-TO", "STATUS", "URL"})
"""What a part says after the event, or because of it."""

_RELATIONS = {"SIBLING": "co_located", "PARENT": "part_of"}


@attrs.define
class Group:
    """The entries of one conference, each with its place in it."""

    id: str
    entries: list[tuple[Key, Record]] = attrs.field(factory=list)
    _places: set[tuple[str, ...]] = attrs.field(factory=set)

    def add(self, key: Key, record: Record) -> bool:
        """Take an entry, unless the same one is here already."""
        new = key.place not in self._places
        if new:
            record.seen |= _REPEATED if key.kind != "event" else set()
            self._places.add(key.place)
            self.entries.append((key, record))
        return new

    def of(self, kind: str) -> list[tuple[Key, Record]]:
        """Return the entries of a kind."""
        return [(key, record) for key, record in self.entries if key.kind == kind]


@attrs.frozen
class _Whole:
    """What the entries of a part are compared with: they repeat what the event says."""

    published: dt.date | None
    cancelled: bool
    links: tuple[Link, ...]
    topics: tuple[Topic, ...]

    def own_link(self, record: Record, rel: str) -> Link | None:
        """Return the link of a part that is not that of the event."""
        found = next(links(record, rel), None)
        return None if found is None or found.url in {one.url for one in self.links} else found


def conference(group: Group, known: Mapping[str, str]) -> Conference:
    """Return the conference of its entries; ``known`` says which id a UID of another stands for.

    Raises:
        InvalidValueError: the entries contradict one another, as none do that confkit wrote.
    """
    event = next((record for _, record in group.of("event")), None)
    first = event or group.entries[0][1]
    published, updated = dates(first)
    name, state = _name(first, whole=event is not None)
    whole = _Whole(published, state == "cancelled", tuple(links(event)) if event else (), tuple(topics(first)))
    when_ = span(event) if event else None
    return Conference(
        id=group.id,
        name=name,
        published=published,
        updated=updated,
        days=when_ and when_.days,
        hours=when_ and when_.hours,
        timezone=when_ and when_.timezone,
        status=state,
        venues=_venues(group, event, state),
        online=online(event) if event else None,
        relations=_relations(event, known) if event else (),
        contacts=contacts(first),
        topics=whole.topics if event else (),
        calls=_calls(group, whole),
        registration=next((_registration(key, record, whole) for key, record in group.of("window")), None),
        milestones=[_deadline(key, record, whole) for key, record in group.of("milestone")],
        links=whole.links,
        images=images(event) if event else (),
    )


def _name(record: Record, *, whole: bool) -> tuple[Text, str]:
    """Return the name and the status of an event; where its own entry is missing, the title of a part is its name."""
    line, state = record.line("SUMMARY"), status(record)
    title = text(line) if line else ""
    if not whole:
        message = "the calendar lacks the entry of the event itself; the title of this entry was read as its name"
        record.doubt("warning", "no-event", message, line, hint="read a calendar that contains all entries")
        state = "scheduled"
    elif state == "cancelled":
        title, state = without_status(title, several=line is not None and line.param("LANGUAGE") is None)
    name = line and said(line, title)
    return name or Text.of(record.value("UID") or "-"), state


def _venues(group: Group, event: Record | None, state: str) -> list[Venue]:
    """Return the main venue, and those with days of their own; nobody goes where an event that goes ahead is not."""
    found: dict[str, Venue] = {}
    main = event and place(event)
    if main:
        venue = Venue(**main)
        found[venue.id] = venue
    for key, record in group.of("venue"):
        where, named = place(record), {"id": key.below[0].id, "role": key.below[0].kind}
        if where is None:
            message = "the entry does not describe its venue; the venue was not read"
            record.doubt("warning", "no-place", message, record.line("LOCATION"))
            continue
        fields: dict[str, Any] = {**where, **named, "days": span(record).days}
        if event and state not in {"cancelled", "postponed"} and status(record) == "cancelled":
            message = "the event no longer uses this venue; the venue was not read"
            record.doubt("note", "called-off", message, record.line("STATUS"))
            continue
        venue = Venue(**fields)
        found[venue.id] = venue
    return list(found.values())


def _relations(event: Record, known: Mapping[str, str]) -> Iterator[Relation]:
    """Yield how the event stands to others in the same file (RFC 5545 3.8.4.5)."""
    for line in event.lines("RELATED-TO"):
        other, kind = known.get(line.value), _RELATIONS.get((line.param("RELTYPE") or "PARENT").upper())
        if other and kind:
            yield Relation(kind=kind, target=EventRef(id=other))
        else:
            event.doubt("note", "relation", "the related event is not in this file; the relation was not read", line)


def _calls(group: Group, whole: _Whole) -> Iterator[CallForProposals]:
    calls: dict[str, list[tuple[Key, Record]]] = {}
    for key, record in group.of("deadline"):
        calls.setdefault(key.below[0].id, []).append((key, record))
    for id, entries in calls.items():
        submit = [whole.own_link(record, "cfp") for _, record in entries]
        about = tuple(topics(entries[0][1]))
        yield CallForProposals(
            id=id,
            kind=entries[0][0].below[0].kind,
            deadlines=[_deadline(key, record, whole) for key, record in entries],
            topics=about if about != whole.topics else (),
            submit=submit[0],
        )


def _deadline(key: Key, record: Record, whole: _Whole) -> Deadline:
    """Return a deadline. One that was called off by itself has no date any more, and had that of its entry."""
    at, (changed, _) = _start(record), dates(record)
    state = status(record)
    id, kind = key.below[-1]
    if state != "cancelled" or whole.cancelled or changed is None:
        announced = None if changed == whole.published else changed
        return Deadline(id=id, kind=kind, at=at, announced=announced)
    line = record.line("SUMMARY")
    _, reason = without_status(text(line) if line else "")
    pending = Pending("cancelled" if reason == "cancelled" else "tbd")
    return Deadline(id=id, kind=kind, at=pending, history=[Superseded(at=at, replaced=changed)])


def _start(record: Record) -> When | Pending:
    record.seen.add("DTEND")
    start = stated(record, "DTSTART")
    return when(start) if start else Pending("tbd")


def _registration(key: Key, record: Record, whole: _Whole) -> Registration:
    """Return the time of registration: both ends, or the one that the entry is about."""
    opens = _start(record)
    closes = opens
    end = stated(record, "DTEND")
    if end:
        closes = When(date=PartialDate.of(last_day(end))) if end.whole else when(end)
    return Registration(
        opens=opens if key.edge != "closes" else None,
        closes=closes if key.edge != "opens" else None,
        link=whole.own_link(record, "register"),
    )
