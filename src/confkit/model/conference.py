"""Conferences: all announced facts of one event in one value."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

import attrs

from confkit._characters import LONE_SURROGATE
from confkit.errors import Finding, invalid, joined_path, path_text, type_name, value_text
from confkit.model._validators import (
    KIND,
    SLUG,
    as_tuple,
    convert_each,
    distinct,
    history_in_order,
    is_a,
    kind,
    one_of,
    pattern,
    raise_findings,
    slug,
    timezone,
    tuple_of,
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

__all__ = ["JSON", "KIND", "SLUG", "Attendance", "Conference", "Revision", "Source", "Status"]

Attendance = Literal["in_person", "online", "hybrid"]
Status = Literal["scheduled", "tentative", "cancelled", "postponed", "rescheduled", "moved_online"]

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
"""The values that ``extra`` may contain."""

MAX_DEPTH = 64
"""The number of levels of lists and mappings that ``extra`` may have."""

_MOST_FINDINGS = 20
"""The number of findings about ``extra`` that an error reports. A list that contains itself has endless findings."""

_MOST_BITS = 1024
"""The largest number of bits of a whole number. JSON parsers read larger numbers differently (RFC 8259 6)."""


_status = one_of("scheduled", "tentative", "cancelled", "postponed", "rescheduled", "moved_online")


def _optional_status(instance: object, attribute: attrs.Attribute[str | None], value: str | None) -> None:
    """Accept a status, or ``None``."""
    if value is not None:
        _status(instance, attribute, value)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Source(Value):
    """A web page from which facts of an event were taken. ``retrieved`` is the day on which the page was read.

    >>> Source(url="https://example.org/", retrieved=dt.date(2025, 3, 19)).url
    'https://example.org/'
    """

    url: str = attrs.field(validator=web_url)
    retrieved: dt.date | None = attrs.field(default=None, validator=is_a(dt.date, optional=True))
    note: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Revision(Value):
    """A former state of an event: the days, hours, status or place that were replaced on the day ``replaced``.

    Fields that did not change on this day are ``None``.

    Raises:
        InvalidValueError: ``days``, ``hours``, ``status`` and ``place`` are all ``None``.

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
    """Convert the value of the field ``history`` to a tuple."""
    return tuple_of("history", items, Revision)


def _venues(items: Iterable[Venue]) -> tuple[Venue, ...]:
    """Convert the value of the field ``venues`` to a tuple."""
    return tuple_of("venues", items, Venue)


def _relations(items: Iterable[Relation]) -> tuple[Relation, ...]:
    """Convert the value of the field ``relations`` to a tuple."""
    return tuple_of("relations", items, Relation)


def _organizations(items: Iterable[Organization]) -> tuple[Organization, ...]:
    """Convert the value of the field ``organizations`` to a tuple."""
    return tuple_of("organizations", items, Organization)


def _contacts(items: Iterable[Contact]) -> tuple[Contact, ...]:
    """Convert the value of the field ``contacts`` to a tuple."""
    return tuple_of("contacts", items, Contact)


def _calls(items: Iterable[CallForProposals]) -> tuple[CallForProposals, ...]:
    """Convert the value of the field ``calls`` to a tuple."""
    return tuple_of("calls", items, CallForProposals)


def _milestones(items: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Convert the value of the field ``milestones`` to a tuple."""
    return tuple_of("milestones", items, Deadline)


def _images(items: Iterable[Image]) -> tuple[Image, ...]:
    """Convert the value of the field ``images`` to a tuple."""
    return tuple_of("images", items, Image)


def _translations(items: Iterable[Translation]) -> tuple[Translation, ...]:
    """Convert the value of the field ``translations`` to a tuple."""
    return tuple_of("translations", items, Translation)


def _sources(items: Iterable[Source]) -> tuple[Source, ...]:
    """Convert the value of the field ``sources`` to a tuple."""
    return tuple_of("sources", items, Source)


def _formats(items: Iterable[Text | str]) -> tuple[Text, ...]:
    """Convert the value of the field ``formats`` to a tuple."""
    return texts("formats", items)


def _languages(tags: Iterable[str]) -> tuple[str, ...]:
    """Convert the value of the field ``languages`` to a tuple."""
    return tuple(convert_each("languages", as_tuple("languages", tags, "language tags"), canonical_tag))


def _extra(value: Mapping[str, JSON]) -> dict[str, JSON]:
    """Convert the value of the field ``extra`` to a deep copy of the value."""
    return _json_copy("extra", value)


def _edition(_: object, attribute: attrs.Attribute[int | None], value: int | None) -> None:
    """Accept the number of an edition, or ``None``."""
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 9999):
        raise invalid(
            "edition.range",
            "edition must be a whole number from 1 to 9999",
            path=attribute.name,
            value=value,
            hint="write 1 for the first event of a series, or leave the edition out",
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
    """An event with all its announced facts.

    Only ``id`` and ``name`` are required. A field stays empty if its fact was not announced.

    Attributes:
        id: The id of the event. UIDs of calendar entries are made from ``id`` and ``namespace``.
        namespace: A domain or URI that the publisher of the event owns.
        edition: The number of the event in its series; the first event is 1.
        published: The day of the first announcement; announcements rarely have a time.
        updated: The day of the latest change of the announcement.
        hours: The daily opening hours, in local time of the event.
        timezone: The IANA key of the time zone of the event. If ``timezone`` is ``None``, the zone of the main venue is
            used.
        status: ``scheduled``, ``tentative``, ``cancelled``, ``postponed``, ``rescheduled`` or ``moved_online``.
        history: The former days, hours, status and place; the oldest change comes first.
        extra: Any JSON object. ``extra`` is copied deeply, compared for equality, and left out of the hash.

    Raises:
        InvalidValueError: The value of a field cannot mean anything, or an id occurs twice.

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
    history: tuple[Revision, ...] = attrs.field(default=(), converter=_revisions, validator=history_in_order)
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
        """``online``, ``hybrid`` or ``in_person``: how people can take part in the event.

        The attendance is ``None`` if the event has no venue, has no online part and was not moved online.
        """
        if self.status == "moved_online" or (self.online and not self.venues):
            return "online"
        if self.venues:
            return "hybrid" if self.online else "in_person"
        return None

    @property
    def main_venue(self) -> Venue | None:
        """The first venue with the role ``main``; without such a venue, the first venue, or ``None``."""
        for venue in self.venues:
            if venue.role == "main":
                return venue
        return self.venues[0] if self.venues else None

    @property
    def local_timezone(self) -> str | None:
        """The IANA key of the time zone of the event or, if not stated, of its main venue; else ``None``."""
        venue = self.main_venue
        return self.timezone if self.timezone is not None or venue is None else venue.timezone

    def link(self, rel: str) -> Link | None:
        """Return the first link of the kind ``rel``, or ``None``."""
        return next((link for link in self.links if link.rel == rel), None)


def outdated_days(conference: Conference) -> Days | None:
    """Return the days of a postponed conference that has no new days yet; else return ``None``.

    The returned days are the days before the conference was postponed; schema.org asks for these days
    (``EventPostponed``). The conference has new days if its history contains other days in the row of the latest change
    of status or in a later row.
    """
    days = conference.days
    if conference.status != "postponed" or not isinstance(days, Days):
        return None
    changes = [index for index, revision in enumerate(conference.history) if revision.status is not None]
    since = conference.history[changes[-1] if changes else 0 :]
    return None if [row for row in since if row.days not in (None, days)] else days


def _json_copy(name: str, value: Mapping[str, JSON]) -> dict[str, JSON]:
    """Return a deep copy of a JSON object, the value of the field ``name``.

    Raises:
        InvalidValueError: The object contains a value that JSON cannot express, or has more than 64 levels.
    """
    if not isinstance(value, Mapping):
        raise invalid(
            "value.type",
            f"{name} must be a mapping, not {type_name(value)}",
            path=name,
            value=value,
            hint='write a mapping such as {"seats": 300}',
        )
    raise_findings(itertools.islice(_problems(value, name, 0), _MOST_FINDINGS))
    return {key: _as_json(item) for key, item in value.items()}


def _problems(value: object, path: str, depth: int) -> Iterator[Finding]:
    """Yield a finding for each part of ``value`` that JSON cannot express.

    ``depth`` is the number of lists and mappings around ``value``.
    """
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
    """Return the finding about a value that JSON cannot express."""
    return Finding(code="extra.json", message=message, path=path, value=value_text(value), hint=hint, rule="RFC 8259")


def _as_json(value: JSON | Mapping[str, JSON]) -> JSON:
    """Return a copy of a JSON value in which every mapping is a dict."""
    if isinstance(value, Mapping):
        return {key: _as_json(item) for key, item in value.items()}
    return [_as_json(item) for item in value] if isinstance(value, list) else value


def _is_scalar(value: object) -> bool:
    """Return whether JSON can express a value that is neither a list nor a mapping."""
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, str):
        return value.isascii() or LONE_SURROGATE.search(value) is None
    return value is None or (isinstance(value, int) and value.bit_length() <= _MOST_BITS)
