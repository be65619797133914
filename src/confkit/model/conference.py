"""A conference: everything that was announced about one event, in one flat record."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

import attrs

from confkit._characters import LONE_SURROGATE
from confkit.errors import Finding, invalid, joined_path, path_text, shown
from confkit.model._validators import (
    KIND,
    SLUG,
    distinct,
    each,
    in_order,
    is_a,
    kind,
    one_of,
    pattern,
    refuse,
    sequence,
    several,
    slug,
    timezone,
    web_url,
)
from confkit.model._value import Value
from confkit.model.call import CallForProposals, Topic, topics
from confkit.model.deadline import Deadline
from confkit.model.link import Image, Link, links
from confkit.model.people import Contact, Organization
from confkit.model.place import Online, Venue
from confkit.model.registration import Registration
from confkit.model.relation import Relation, Series
from confkit.model.text import (
    Text,
    Translation,
    as_text,
    canonical_tag,
    is_optional_text,
    is_text,
    optional_text,
    texts,
)
from confkit.model.time import Days, Hours, Pending

__all__ = ["JSON", "KIND", "SLUG", "Attendance", "Conference", "Revision", "Source", "Status", "lost_days"]

Attendance = Literal["in_person", "online", "hybrid"]
Status = Literal["scheduled", "tentative", "cancelled", "postponed", "rescheduled", "moved_online"]

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
"""What ``extra`` may hold."""

MAX_DEPTH = 64
"""How deep ``extra`` may nest."""

_MOST_FINDINGS = 20
"""More are not looked for: a list that holds itself twice has more places than anyone can wait for."""

_MOST_BITS = 1024
"""Whole numbers of more digits than a float can count are not read alike by readers of JSON."""


_status = one_of("scheduled", "tentative", "cancelled", "postponed", "rescheduled", "moved_online")


def _optional_status(instance: object, attribute: attrs.Attribute[str | None], value: str | None) -> None:
    if value is not None:
        _status(instance, attribute, value)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Source(Value):
    """Where the facts come from, and when they were read there.

    >>> Source(url="https://example.org/", retrieved=dt.date(2025, 3, 19)).url
    'https://example.org/'
    """

    url: str = attrs.field(validator=web_url)
    retrieved: dt.date | None = attrs.field(default=None, validator=is_a(dt.date, optional=True))
    note: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Revision(Value):
    """What the event itself was until ``replaced``: any of days, hours, status and place. One row is one change.

    Raises:
        InvalidValueError: none of the four is filled.

    >>> Revision(days=Days.parse("2025-06-06"), replaced=dt.date(2025, 5, 1)).days
    Days.parse('2025-06-06')
    """

    days: Days | Pending | None = attrs.field(default=None, validator=is_a(Days, Pending, optional=True))
    hours: Hours | None = attrs.field(default=None, validator=is_a(Hours, optional=True))
    status: str | None = attrs.field(default=None, validator=_optional_status)
    place: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    replaced: dt.date = attrs.field(validator=is_a(dt.date))
    reason: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)

    def __attrs_post_init__(self) -> None:
        if self.days is None and self.hours is None and self.status is None and self.place is None:
            raise invalid("revision.empty", "a revision says what was before", hint="fill days, hours, status or place")


def _revisions(items: Iterable[Revision]) -> tuple[Revision, ...]:
    return sequence("history", items, Revision)


def _venues(items: Iterable[Venue]) -> tuple[Venue, ...]:
    return sequence("venues", items, Venue)


def _relations(items: Iterable[Relation]) -> tuple[Relation, ...]:
    return sequence("relations", items, Relation)


def _organizations(items: Iterable[Organization]) -> tuple[Organization, ...]:
    return sequence("organizations", items, Organization)


def _contacts(items: Iterable[Contact]) -> tuple[Contact, ...]:
    return sequence("contacts", items, Contact)


def _calls(items: Iterable[CallForProposals]) -> tuple[CallForProposals, ...]:
    return sequence("calls", items, CallForProposals)


def _milestones(items: Iterable[Deadline]) -> tuple[Deadline, ...]:
    return sequence("milestones", items, Deadline)


def _images(items: Iterable[Image]) -> tuple[Image, ...]:
    return sequence("images", items, Image)


def _translations(items: Iterable[Translation]) -> tuple[Translation, ...]:
    return sequence("translations", items, Translation)


def _sources(items: Iterable[Source]) -> tuple[Source, ...]:
    return sequence("sources", items, Source)


def _formats(items: Iterable[Text | str]) -> tuple[Text, ...]:
    return texts("formats", items)


def _languages(tags: Iterable[str]) -> tuple[str, ...]:
    """Convert what the field ``languages`` takes."""
    return tuple(each("languages", several("languages", tags, "language tags"), canonical_tag))


def _extra(value: Mapping[str, JSON]) -> dict[str, JSON]:
    return _json_copy("extra", value)


def _edition(_: object, attribute: attrs.Attribute[int | None], value: int | None) -> None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 9999):
        raise invalid(
            "edition.range",
            "edition must be a whole number from 1, the first ever, to 9999",
            path=attribute.name,
            value=value,
            hint="write 1 for the first ever, or leave it out",
        )


_namespace = pattern(
    r"(?=[^\s]{1,255}$)(?:[a-z][a-z0-9+.-]*:[^\s<>\"\x00-\x20\x7f]+|[a-z0-9-]+(?:\.[a-z0-9-]+)+)",
    "namespace.text",
    "a domain or a URI that the publisher owns",
    "write it like example.org",
    optional=True,
)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Conference(Value):
    """One event as announced. Only ``id`` and ``name`` are required: what was not announced stays empty.

    ``id`` and ``namespace`` (a domain or URI that the publisher owns) make the calendar identities. ``edition`` 1 is
    the first ever. ``hours`` are local to ``timezone`` (an IANA key; else the main venue's). ``status`` is
    ``scheduled``, ``tentative``, ``cancelled``, ``postponed``, ``rescheduled`` or ``moved_online``; ``history`` says
    what the event was before, oldest first. ``published`` and ``updated`` are dates, since announcements state no
    hour. ``extra`` holds free JSON, deep-copied; it counts for equality and not for the hash.

    Raises:
        InvalidValueError: a value that cannot mean anything, or an id that stands twice.

    >>> Conference(id="pycon-example-2027", name="PyCon Example 2027", days=Days.parse("2027-05-01/2027-05-03"))
    Conference(id='pycon-example-2027', name=Text.of('PyCon Example 2027'), days=Days.parse('2027-05-01/2027-05-03'))
    """

    id: str = attrs.field(validator=slug)
    namespace: str | None = attrs.field(default=None, validator=_namespace)
    name: Text = attrs.field(converter=as_text, validator=is_text)
    series: Series | None = attrs.field(default=None, validator=is_a(Series, optional=True))
    edition: int | None = attrs.field(default=None, validator=_edition)
    kind: str = attrs.field(default="conference", validator=kind)
    published: dt.date | None = attrs.field(default=None, validator=is_a(dt.date, optional=True))
    updated: dt.date | None = attrs.field(default=None, validator=is_a(dt.date, optional=True))
    days: Days | Pending | None = attrs.field(default=None, validator=is_a(Days, Pending, optional=True))
    hours: Hours | None = attrs.field(default=None, validator=is_a(Hours, optional=True))
    timezone: str | None = attrs.field(default=None, validator=timezone)
    status: str = attrs.field(default="scheduled", validator=_status)
    history: tuple[Revision, ...] = attrs.field(default=(), converter=_revisions, validator=in_order)
    venues: tuple[Venue, ...] = attrs.field(default=(), converter=_venues, validator=distinct("id"))
    online: Online | None = attrs.field(default=None, validator=is_a(Online, optional=True))
    travel: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    relations: tuple[Relation, ...] = attrs.field(default=(), converter=_relations)
    organizations: tuple[Organization, ...] = attrs.field(default=(), converter=_organizations)
    contacts: tuple[Contact, ...] = attrs.field(default=(), converter=_contacts)
    summary: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    description: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    topics: tuple[Topic, ...] = attrs.field(default=(), converter=topics)
    formats: tuple[Text, ...] = attrs.field(default=(), converter=_formats)
    audience: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    languages: tuple[str, ...] = attrs.field(default=(), converter=_languages)
    calls: tuple[CallForProposals, ...] = attrs.field(default=(), converter=_calls, validator=distinct("id"))
    registration: Registration | None = attrs.field(default=None, validator=is_a(Registration, optional=True))
    milestones: tuple[Deadline, ...] = attrs.field(default=(), converter=_milestones, validator=distinct("id"))
    links: tuple[Link, ...] = attrs.field(default=(), converter=links)
    images: tuple[Image, ...] = attrs.field(default=(), converter=_images)
    translations: tuple[Translation, ...] = attrs.field(
        default=(), converter=_translations, validator=distinct("language")
    )
    sources: tuple[Source, ...] = attrs.field(default=(), converter=_sources)
    extra: dict[str, JSON] = attrs.field(factory=dict, converter=_extra, hash=False)

    @property
    def attendance(self) -> Attendance | None:
        """How people take part: derived from venues, ``online`` and status; ``None`` where nothing says."""
        if self.status == "moved_online" or (self.online and not self.venues):
            return "online"
        if self.venues:
            return "hybrid" if self.online else "in_person"
        return None

    @property
    def main_venue(self) -> Venue | None:
        """The venue whose role is ``main``, else the first."""
        for venue in self.venues:
            if venue.role == "main":
                return venue
        return self.venues[0] if self.venues else None

    @property
    def local_timezone(self) -> str | None:
        """The IANA key of the event's local time: its own, else the main venue's, else not stated."""
        venue = self.main_venue
        return self.timezone if self.timezone is not None or venue is None else venue.timezone

    def link(self, rel: str) -> Link | None:
        """Return the first link of that ``rel``, if any."""
        return next((link for link in self.links if link.rel == rel), None)


def lost_days(conference: Conference) -> Days | None:
    """Return the days of a postponed conference that are those from before, as schema.org wants them; else ``None``.

    They are new where others were replaced with the latest change of status or after it.
    """
    days = conference.days
    if conference.status != "postponed" or not isinstance(days, Days):
        return None
    changes = [number for number, row in enumerate(conference.history) if row.status is not None]
    since = conference.history[changes[-1] if changes else 0 :]
    return None if [row for row in since if row.days not in (None, days)] else days


def _json_copy(name: str, value: Mapping[str, JSON]) -> dict[str, JSON]:
    """Return a deep copy of the JSON object in the field ``name``; anything that JSON cannot hold is an error."""
    if not isinstance(value, Mapping):
        raise invalid(
            "value.type",
            f"{name} must be a mapping, not {type(value).__name__}",
            path=name,
            value=value,
            hint='write a mapping such as {"seats": 300}',
        )
    refuse(itertools.islice(_problems(value, name, 0), _MOST_FINDINGS))
    return {key: _plain(item) for key, item in value.items()}


def _problems(value: object, path: str, depth: int) -> Iterator[Finding]:
    if depth > MAX_DEPTH:
        yield Finding(
            code="extra.depth",
            message=f"this nests deeper than {MAX_DEPTH} levels",
            path=f"{path[:80]}…",
            hint="write it flatter",
        )
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(key, str) and _is_scalar(key):
                yield from _problems(item, joined_path(path, path_text((key,))), depth + 1)
            else:
                yield _not_json("keys of JSON are whole text", path, key, "write the key as text")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _problems(item, f"{path}[{number}]", depth + 1)
    elif not _is_scalar(value):
        yield _not_json("JSON cannot hold this", path, value, "write text, a number, true, false, a list or a mapping")


def _not_json(message: str, path: str, value: object, hint: str) -> Finding:
    return Finding(code="extra.json", message=message, path=path, value=shown(value), hint=hint, rule="RFC 8259")


def _plain(value: JSON | Mapping[str, JSON]) -> JSON:
    """Return a copy in which every mapping is a dict: what is no JSON is not here any more."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _is_scalar(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, str):
        return value.isascii() or LONE_SURROGATE.search(value) is None
    return value is None or (isinstance(value, int) and value.bit_length() <= _MOST_BITS)
