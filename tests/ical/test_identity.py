"""The UID of an entry, its SEQUENCE and its stamps."""

from __future__ import annotations

import datetime as dt
import json
import uuid

import attrs
import pytest

from calendars import EXAMPLE, entries, lines, only_entry, with_deadline
from cases import for_each
from confkit import Days, Hours, Revision, When, ical
from confkit.errors import UnwritableError
from factories import call, conference, deadline, venue

UTC = dt.UTC


def identity(value, **options):
    return [lines(event, "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED") for event in entries(value, **options)]


def test_uid_is_a_uuid_of_version_5_that_never_changes():
    # Other people's calendars contain these UIDs: new ones would duplicate their entries.
    assert [str(event["UID"]) for event in entries(EXAMPLE)] == [
        "2ba69f0e-8473-5a7e-8746-47e7dec81871",
        "9028e977-cffe-5cb7-ad6d-99e3884c21f2",
    ]
    assert [uuid.UUID(str(event["UID"])).version for event in entries(EXAMPLE)] == [5, 5]


@for_each("namespace", [None, "example.org", "urn:x:a\\b/ü😀"])
def test_uid_can_be_computed_from_the_namespace_and_the_ids(namespace):
    event, talks = entries(conference(namespace=namespace, calls=[call()]))
    confkit = uuid.UUID("7d3f6a52-0c64-5e0b-9a41-3b1f0f6c9e17")
    ids = [[namespace, "pycon-example-2027"], [namespace, "pycon-example-2027", "call", "talks", "submission"]]
    assert [str(event["UID"]), str(talks["UID"])] == [str(uuid.uuid5(confkit, json.dumps(one))) for one in ids]


def test_uids_differ_even_if_the_joined_ids_are_equal():
    parts = [
        conference(calls=[call(id="a", deadlines=[deadline(id="b.c")]), call(id="a.b", deadlines=[deadline(id="c")])]),
        conference(
            milestones=[deadline(id="a"), deadline(id="registration")], venues=[venue(days=Days.parse("2027-05-01"))]
        ),
        conference(namespace=None),
        conference(id="b.c", namespace="example.org"),
        conference(id="c", namespace="example.org.b"),
    ]
    uids = [str(event["UID"]) for part in parts for event in entries(part)]
    # The first two have the same event as their first entry.
    assert len(uids) == len(set(uids)) + 1


def test_new_title_keeps_uid_and_sequence():
    renamed = attrs.evolve(EXAMPLE, name="PyTorch Day Beijing")
    assert identity(renamed) == identity(EXAMPLE)


def test_extending_the_deadline_changes_one_entry():
    (talks,) = EXAMPLE.calls
    later = talks.deadlines[0].extend(When.parse("2025-04-20"), announced=dt.date(2025, 4, 12), reason="many requests")
    extended = attrs.evolve(EXAMPLE, calls=[attrs.evolve(talks, deadlines=[later])])
    before, after = entries(EXAMPLE), entries(extended)
    assert [old.written == new.written for old, new in zip(before, after, strict=True)] == [True, False]
    assert lines(after[1], "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART") == [
        *lines(before[1], "UID"),
        "DTSTAMP:20250412T000000Z",
        "LAST-MODIFIED:20250412T000000Z",
        "SEQUENCE:1",
        "DTSTART;VALUE=DATE:20250420",
    ]


def test_extending_one_of_500_deadlines_changes_one_entry_and_no_other_byte():
    def written(deadlines):
        return ical.dumps(conference(calls=[call(deadlines=deadlines)])).split(b"BEGIN:VEVENT")

    rounds = [deadline(id=f"round-{number}", at=When.parse("2027-01-13T23:59[AoE]")) for number in range(500)]
    later = rounds[250].extend(When.parse("2027-01-20T23:59[AoE]"), announced=dt.date(2027, 1, 11))
    before, after = written(rounds), written([*rounds[:250], later, *rounds[251:]])
    # The first block has the lines of the calendar, the second one the event.
    assert [number for number, (old, new) in enumerate(zip(before, after, strict=True)) if old != new] == [252]


@for_each(
    "fields, expected",
    {
        "published": ({}, "2026-11-01"),
        "new words are no change": ({"updated": dt.date(2026, 12, 24)}, "2026-11-01"),
        "its own history": (
            {"history": [Revision(hours=Hours.parse("09:00-10:00"), replaced=dt.date(2027, 1, 5))]},
            "2027-01-05",
        ),
    },
)
def test_stamp_is_the_day_of_the_last_change(fields, expected):
    assert only_entry(conference(**fields))["DTSTAMP"].dt.date().isoformat() == expected


def test_last_modified_is_never_before_the_stamp_nor_before_updated():
    updated = conference(updated=dt.date(2026, 12, 24))
    assert lines(only_entry(updated), "LAST-MODIFIED") == ["LAST-MODIFIED:20261224T000000Z"]


def test_stamp_of_a_deadline_is_the_day_that_it_was_announced():
    announced = with_deadline("2027-01-13", announced=dt.date(2026, 12, 1))
    assert only_entry(announced)["DTSTAMP"].dt == dt.datetime(2026, 12, 1, tzinfo=UTC)


def test_entry_without_a_publication_date_is_refused_with_the_field_to_fill_in():
    with pytest.raises(UnwritableError) as caught:
        ical.dumps(conference(published=None, calls=[call()]))
    assert [(finding.code, finding.path, finding.hint) for finding in caught.value.findings] == [
        ("ical.stamp", "published", "fill in published, or announced in every deadline")
    ]
