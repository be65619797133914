"""Entries of confkit that other programs have changed: without their event, duplicated, contradictory."""

from __future__ import annotations

from cases import for_each
from confkit import Deadline, Pending, ical
from factories import call, conference
from foreign_calendars import DAY, calendar, event, read_event


def test_same_entry_twice_is_read_once():
    data = ical.dumps(conference(), language="en")
    loaded = ical.loads(data + ical.dumps(conference(), language="zh"))
    assert (
        [event.id for event in loaded.conferences],
        [finding.code for finding in loaded.findings if finding.level == "error"],
    ) == (
        [conference().id],
        ["read.record"],
    )


PLACE = ["BEGIN:VLOCATION", "UID:place", "NAME:Hall", "END:VLOCATION"]


@for_each(
    "keys",
    [
        ("a/milestone/x", "a/milestone/x=other"),
        ("a/call/talks/x", "a/call/talks/x=other"),
        ("a/registration", "a/registration=closes"),
        ("a/venue/hall=main", "a/venue/hall=social"),
    ],
)
def test_second_entry_with_the_same_id_is_not_read_but_the_others_are(keys):
    """A file can contain two versions of a calendar, for example."""
    rows = [row for key in ("a", *keys) for row in event(DAY, f"X-CONFKIT-ID:{key}", "RELATED-TO:picnic", *PLACE)]
    loaded = ical.loads(calendar(*rows))
    assert [event.id for event in loaded.conferences] == ["a"]
    assert [(finding.path, finding.message) for finding in loaded.findings if finding.level == "error"] == [
        ("VEVENT[2].UID", "an earlier entry has the same identity; this entry was not read")
    ]


def test_events_with_the_same_id_of_two_publishers_stay_separate():
    pair = [conference(namespace=name, calls=[call()]) for name in ("a.example", "b.example")]
    loaded = ical.loads(b"".join(map(ical.dumps, pair)))
    assert [(event.id, len(event.calls)) for event in loaded.conferences] == [
        ("pycon-example-2027", 1), ("pycon-example-2027-2", 1),
    ]  # fmt: skip
    assert [finding.value for finding in loaded.findings if finding.level == "warning"] == ["pycon-example-2027"]


OWN = ["UID:1", "SUMMARY:A", "DTSTAMP:20270101T120000Z", DAY]


def test_entries_that_contradict_each_other_are_not_read():
    lines = ["X-CONFKIT-ID:a/venue/x=castle", "BEGIN:VLOCATION", "NAME:X", "END:VLOCATION"]
    loaded = ical.loads(calendar(*event(*lines, head=OWN)))
    message = "the entries of this conference contradict each other: "
    message += "role must be one of main, satellite, workshops, social, hotel"
    assert [finding.message for finding in loaded.findings if finding.level == "error"] == [message]


@for_each("key", ["", "A", "a/b", "a/call/x", "a/call/2nd/x", "a/venue/", "a/registration=never"])
def test_invalid_key_makes_a_separate_event(key):
    found, findings = read_event(DAY, f"X-CONFKIT-ID:{key}")
    assert (found.id, [finding.value for finding in findings]) == ("picnic", ["X-CONFKIT-ID"])


def test_venue_entry_without_a_place_is_not_read():
    found, findings = read_event("X-CONFKIT-ID:a/venue/x=main", head=OWN)
    assert (found.id, found.venues, [finding.code for finding in findings]) == (
        "a",
        (),
        ["read.no-place", "read.no-event", "read.unread"],
    )


def test_deadline_entry_without_a_date_has_no_date():
    found, findings = read_event("X-CONFKIT-ID:a/milestone/x", head=OWN[:3])
    assert (found.milestones, [finding.code for finding in findings]) == (
        (Deadline(kind="x", at=Pending("tbd"), announced=None),),
        ["read.no-event"],
    )


@for_each("location", [r"Meadow\nLane 1", r"Hall 2\nLane 1"])
def test_address_is_read_from_the_lines_below_the_title_of_a_place(location):
    """Another program has changed the text."""
    place = ["BEGIN:VLOCATION", "UID:place", "NAME:Hall", "END:VLOCATION"]
    found, _ = read_event(DAY, "X-CONFKIT-ID:picnic", f"LOCATION:{location}", *place)
    assert [(str(venue.name), venue.address) for venue in found.venues] == [("Hall", None)]
