"""A conference: everything that was announced about one event, in one record."""

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
    as_tuple,
    convert_each,
    distinct,
    in_order,
    is_a,
    kind,
    one_of,
    pattern,
    raise_findings,
    sequence,
    slug,
    timezone,
    web_url,
)
from confkit.model._value import Value
from confkit.model.call import CallForProposals, Topic, topics
from confkit.model.dates import Days, Hours, Pending
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

__all__ = ["JSON", "KIND", "SLUG", "Attendance", "Conference", "Revision", "Source", "Status", "outdated_days"]

Attendance = Literal["in_person", "online", "hybrid"]
Status = Literal["scheduled", "tentative", "cancelled", "postponed", "rescheduled", "moved_online"]

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
"""The values that ``extra`` may contain."""

MAX_DEPTH = 64
"""The number of levels that ``extra`` may have."""

_MOST_FINDINGS = 20
"""The number of findings about one ``extra``; a list that contains itself would have findings without end."""

_MOST_BITS = 1024
"""The size of a whole number; readers of JSON differ about larger ones (RFC 8259 6)."""


_status = one_of("scheduled", "tentative", "cancelled", "postponed", "rescheduled", "moved_online")


def _optional_status(instance: object, attribute: attrs.Attribute[str | None], value: str | None) -> None:
    if value is not None:
        _status(instance, attribute, value)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Source(Value):
    """A source of the facts, and the day on which they were read there.

    >>> Source(url="https://example.org/", retrieved=dt.date(2025, 3, 19)).url
    'https://example.org/'
    """

    url: str = attrs.field(validator=web_url)
    retrieved: dt.date | None = attrs.field(default=None, validator=is_a(dt.date, optional=True))
    note: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Revision(Value):
    """The former days, hours, status or place of an event, until the day ``replaced``; one revision for each change.

    Raises:
        InvalidValueError: No days, hours, status and place.

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
            raise invalid(
                "revision.empty",
                "a revision needs the former days, hours, status or place",
                hint="fill in days, hours, status or place",
            )


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
    """Convert the value of the field ``languages``."""
    return tuple(convert_each("languages", as_tuple("languages", tags, "language tags"), canonical_tag))


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
    """An event as announced. Only ``id`` and ``name`` are required; fields that were not announced stay empty.

    The UIDs of calendar entries are made from ``id`` and ``namespace``, a domain or URI that the publisher owns.
    ``edition`` counts from 1, the first ever. ``hours`` are local times in ``timezone``, an IANA key, or else in
    the zone of the main venue. ``status`` is ``scheduled``, ``tentative``, ``cancelled``, ``postponed``,
    ``rescheduled`` or ``moved_online``; ``history`` contains former days, hours, status and place, oldest first.
    ``published`` and ``updated`` are dates, since announcements rarely have a time. ``extra`` is any JSON object; it is
    deep-copied, compared for equality, and left out of the hash.

    Raises:
        InvalidValueError: A field with a value that cannot mean anything, or an id that occurs twice.

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
        """How people take part, by venues, ``online`` and status; ``None`` if none of the three tells."""
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
        """The IANA key of the zone of the event, else of the main venue; ``None`` if neither has one."""
        venue = self.main_venue
        return self.timezone if self.timezone is not None or venue is None else venue.timezone

    def link(self, rel: str) -> Link | None:
        """Return the first link with a ``rel``, or ``None``."""
        return next((link for link in self.links if link.rel == rel), None)


def outdated_days(conference: Conference) -> Days | None:
    """Return the days of a postponed conference if they are the days before it was postponed; else ``None``.

    schema.org asks for the former date of a postponed event (``EventPostponed``). The days are new if the history has
    other days in the row of the latest change of status or in a later row.
    """
    days = conference.days
    if conference.status != "postponed" or not isinstance(days, Days):
        return None
    changes = [index for index, revision in enumerate(conference.history) if revision.status is not None]
    since = conference.history[changes[-1] if changes else 0 :]
    return None if [row for row in since if row.days not in (None, days)] else days


def _json_copy(name: str, value: Mapping[str, JSON]) -> dict[str, JSON]:
    """Return a deep copy of the JSON object in the field ``name``.

    Raises:
        InvalidValueError: A value that JSON cannot express, or more than 64 levels.
    """
    if not isinstance(value, Mapping):
        raise invalid(
            "value.type",
            f"{name} must be a mapping, not {type(value).__name__}",
            path=name,
            value=value,
            hint='write a mapping such as {"seats": 300}',
        )
    raise_findings(itertools.islice(_problems(value, name, 0), _MOST_FINDINGS))
    return {key: _plain(item) for key, item in value.items()}


def _problems(value: object, path: str, depth: int) -> Iterator[Finding]:
    if depth > MAX_DEPTH:
        yield Finding(
            code="extra.depth",
            message=f"more than {MAX_DEPTH} levels of lists and mappings",
            path=f"{path[:80]}…",
            hint="use fewer levels",
        )
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(key, str) and _is_scalar(key):
                yield from _problems(item, joined_path(path, path_text((key,))), depth + 1)
            else:
                yield _not_json("keys must be text", path, key, "write the key as text")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _problems(item, f"{path}[{number}]", depth + 1)
    elif not _is_scalar(value):
        yield _not_json("JSON has no such value", path, value, "write text, a number, true, false, a list or a mapping")


def _not_json(message: str, path: str, value: object, hint: str) -> Finding:
    return Finding(code="extra.json", message=message, path=path, value=shown(value), hint=hint, rule="RFC 8259")


def _plain(value: JSON | Mapping[str, JSON]) -> JSON:
    """Return a copy of a JSON value in which every mapping is a dict."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _is_scalar(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, str):
        return value.isascii() or LONE_SURROGATE.search(value) is None
    return value is None or (isinstance(value, int) and value.bit_length() <= _MOST_BITS)
