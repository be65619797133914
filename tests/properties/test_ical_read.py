"""Each field that docs/reference/ical.md lists is read as it was written into a calendar, and no other field."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
from hypothesis import assume, given, settings, strategies as st

from calendars import stored
from confkit import Catalog, Days, Geo, Pending, ical, words
from confkit.errors import FileError, UnwritableError
from strategies import conferences, examples

LANGUAGES = ("en", "zh-Hans", "zh-Hant")


def address(url):
    """Return a URL as a calendar contains it, in ASCII."""
    return url.replace("例え", "xn--r8jz45g")


def chosen_text(text, language):
    """Return the value for a reader with the tag of its language, in a list that is empty for a blank value."""
    value, tag = words.of(language).choose(text)
    return [(tag, stored(value))] if stored(value).strip() else []


def has_visible_names(event):
    """Return whether no name consists only of control characters, which a calendar leaves out."""
    topics = [topic for owner in (event, *event.calls) for topic in owner.topics]
    addresses = [venue.address.text for venue in event.venues if venue.address]
    names = [event.name, *(item.name for item in (*event.venues, *topics)), *addresses]
    platform = [event.online.platform] if event.online and event.online.platform else []
    return all(stored(value).strip() for value in [*platform, *(value for name in names for _, value in items(name))])


def items(text):
    return list(text.items()) if text else []


def written(event, **options):
    """Return the calendar of an event; Hypothesis skips events without one."""
    try:
        data = ical.dumps(event, **options)
    except UnwritableError:
        assume(False)
    return data


def read(event, **options):
    loaded = ical.loads(written(event, **options))
    assert [finding for finding in loaded.findings if finding.level == "error"] == []
    return loaded


@st.composite
def events(draw):
    """Return any event with an entry of its own and without a history."""
    event = draw(conferences().filter(has_visible_names))
    own_days = (
        event.days if isinstance(event.days, Days) and event.days.precise else Days.parse("2027-05-01/2027-05-03")
    )
    return attrs.evolve(event, published=event.published or dt.date(2020, 1, 1), history=(), days=own_days)


def precise_days(value):
    return value if isinstance(value, Days) and value.precise else None


def has_hours(event):
    one_day = event.days.first == event.days.last and event.days.first.first < dt.date.max
    return bool(event.hours and event.local_timezone and one_day)


def instant_or_day(at):
    """Return an instant to the second, or the day if no instant is known, or None without a day."""
    if isinstance(at, Pending) or at is None or at.date.day is None:
        return None
    if not at.missing:
        return at.instant().replace(microsecond=0)
    return at.date.first


def dated_deadlines(deadlines):
    """Return the deadlines that are read: those that have a day, or had one."""
    found = [(deadline.id, deadline.kind, instant_or_day(deadline.at), latest(deadline)) for deadline in deadlines]
    return [(id, kind, at, None if at else former) for id, kind, at, former in found if at or former]


def latest(deadline):
    """Return the last date that a deadline had before one without a day."""
    return next((at for row in reversed(deadline.history) if (at := instant_or_day(row.at))), None)


def registration_ends(registration):
    """Return start and end of a registration as they are read: both are days unless both have a time."""
    opens, closes = (
        (registration and instant_or_day(registration.opens)),
        (registration and instant_or_day(registration.closes)),
    )
    if opens and closes and isinstance(opens, dt.datetime) != isinstance(closes, dt.datetime):
        return announced_day(registration.opens), announced_day(registration.closes)
    return opens, closes


def announced_day(at):
    """Return the day of a moment in the time zone of its entry."""
    zoned = at.local is not None and not at.missing
    return (
        at.date.first if not zoned or (hasattr(at.zone, "key") and not at.local_problem) else instant_or_day(at).date()
    )


def written_place(venue, language):
    """Return a venue as it is read: without a name, its address becomes the name."""
    lines = chosen_text(venue.name, language) if venue.name else []
    if venue.address and venue.address.text:
        lines += chosen_text(venue.address.text, language)
    point = venue.geo and Geo(round(venue.geo.latitude, 6), round(venue.geo.longitude, 6))
    return venue.id, venue.role, precise_days(venue.days), [value for _, value in lines], point


def read_place(venue):
    lines = items(venue.name) + items(venue.address.text if venue.address else None)
    return venue.id, venue.role, venue.days, [value for _, value in lines], venue.geo


def written_venues(event, language):
    main = [] if event.attendance == "online" else [event.main_venue]
    own = [venue for venue in event.venues if precise_days(venue.days)]
    return sorted(
        written_place(venue, language) for venue in {venue.id: venue for venue in [*main, *own] if venue}.values()
    )


def written_topics(topics, language):
    found = dict.fromkeys(name for topic in topics for name in chosen_text(topic.name, language))
    tags = dict.fromkeys(tag for tag, _ in found)
    return [name for tag in tags for name in found if name[0] == tag]


def room_address(online):
    """Return the URL of a room and its platform, if a calendar can contain the name of the platform."""
    platform = stored(online.platform or "")
    return online.link and address(online.link.url), platform if platform.strip() else None


def written_room(event, _):
    """Return a room as it is read: without a URL it is only read if the event is online."""
    if event.online and (event.online.link or event.attendance == "online"):
        return room_address(event.online)
    return None


WRITTEN: dict[str, Any] = {
    "id": lambda event, _: event.id,
    "name": lambda event, language: chosen_text(event.name, language)[:1],
    "days": lambda event, _: event.days,
    "hours": lambda event, _: event.hours if has_hours(event) else None,
    "timezone": lambda event, _: event.local_timezone if has_hours(event) else None,
    "status": lambda event, _: event.status,
    "published": lambda event, _: event.published,
    "updated": lambda event, _: event.updated if event.updated and event.updated > event.published else None,
    "links": lambda event, _: [address(event.link("site").url)] if event.link("site") else [],
    "images": lambda event, _: [address(image.url) for image in event.images[:1]],
    "contacts": lambda event, _: [contact.email for contact in event.contacts if contact.email and not contact.purpose],
    "topics": lambda event, language: written_topics(event.topics, language),
    "venues": written_venues,
    "online": written_room,
}
READ: dict[str, Any] = {
    "name": lambda event: items(event.name),
    "links": lambda event: [link.url for link in event.links],
    "images": lambda event: [image.url for image in event.images],
    "contacts": lambda event: [contact.email for contact in event.contacts],
    "topics": lambda event: [name for topic in event.topics for name in topic.name.items()],
    "venues": lambda event: sorted(map(read_place, event.venues)),
    "online": lambda event: event.online and room_address(event.online),
}


@settings(max_examples=examples(60))
@given(events(), st.sampled_from(LANGUAGES))
def test_any_event_is_read_as_it_was_written(event, language):
    (found,) = read(event, language=language).conferences
    expected = {field: of(event, language) for field, of in WRITTEN.items()}
    actual = {field: READ.get(field, lambda one, field=field: getattr(one, field))(found) for field in WRITTEN}
    if event.status == "cancelled":
        # The title contains a word for the status, so the language of the name is unknown.
        expected["name"], actual["name"] = [[value for _, value in one["name"]] for one in (expected, actual)]
    assert actual == expected


@settings(max_examples=examples(60))
@given(events(), st.sampled_from(LANGUAGES))
def test_dates_of_any_event_are_read_as_they_were_written(event, language):
    going = attrs.evolve(event, status="scheduled")
    (found,) = read(going, language=language).conferences
    calls = {call.id: (call.kind, due_) for call in going.calls if (due_ := dated_deadlines(call.deadlines))}
    assert {call.id: (call.kind, dated_deadlines(call.deadlines)) for call in found.calls} == calls
    assert dated_deadlines(found.milestones) == dated_deadlines(going.milestones)
    assert registration_ends(found.registration) == registration_ends(going.registration)


SAME = (
    "UID", "DTSTAMP", "DTSTART", "DTEND", "STATUS", "TRANSP", "LOCATION", "GEO", "URL", "CATEGORIES", "X-CONFKIT-ID"
)  # fmt: skip


def entries(event, language):
    """Return the properties of the entries of an event that contain no text, and LOCATION by its lines.

    A reader drops the spaces at the ends of each line of a LOCATION.
    """
    calendar = ical.calendar(event, language=language)
    found = [{name: entry[name] for name in SAME if name in entry} for entry in calendar.walk("VEVENT")]
    return [
        {**entry, "LOCATION": [stored(line) for line in str(entry.get("LOCATION", "")).split("\n")]} for entry in found
    ]


def in_order(found):
    return sorted(found, key=lambda entry: entry["UID"])


@settings(max_examples=examples(40))
@given(events(), st.sampled_from([*LANGUAGES, ("zh", "en")]))
def test_event_that_was_read_is_written_as_the_same_entries(event, language):
    (found,) = read(event, language=language).conferences
    # A calendar does not contain the namespace, so the caller has to set it again.
    again = attrs.evolve(found, namespace=event.namespace)
    assert in_order(entries(again, language)) == in_order(entries(event, language))


@settings(max_examples=examples(40))
@given(conferences().filter(has_visible_names), st.sampled_from([*LANGUAGES, ("zh", "en")]))
def test_event_that_was_read_is_read_again_unchanged(event, language):
    dated = attrs.evolve(
        event, published=dt.date(2020, 1, 1), days=precise_days(event.days) or Days.parse("2027-05-01")
    )
    (found,) = read(dated, language=language).conferences
    assert read(found, language=language).conferences == (found,)


@settings(max_examples=examples(40))
@given(conferences(), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=3)), min_size=1, max_size=5))
def test_damaged_calendar_is_read_or_refused(event, damage):
    data = bytearray(written(attrs.evolve(event, published=dt.date(2020, 1, 1))))
    for written_place, octets in damage:
        at = int(written_place * len(data))
        data[at : at + len(octets)] = octets
    try:
        loaded = ical.loads(bytes(data))
    except FileError:
        return
    assert len(Catalog(loaded.conferences)) == len(loaded.conferences)
