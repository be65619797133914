"""Events of other programs become conferences; unclear properties are findings."""

from __future__ import annotations

import datetime as dt

from cases import for_each
from confkit import Address, Catalog, Conference, Contact, Days, Geo, Image, Link, Online, Text, Topic, Venue, ical
from foreign_calendars import DAY, REQUIRED, calendar, event, levels_codes_and_lines, read_event


def test_event_of_another_program_becomes_a_conference():
    found, findings = read_event(
        "DTSTART;VALUE=DATE:20270501",
        "DTEND;VALUE=DATE:20270504",
        "DESCRIPTION;LANGUAGE=en:Bring a hat\\, and\\ncheese.",
        "LOCATION:Park",
        "GEO:40.5;-77.25",
        "STATUS:tentative",
        "CATEGORIES;LANGUAGE=en-us:Food,Cheese\\, old",
        "CATEGORIES:Hats",
        "CONTACT:hats@example.org",
        "URL:https://example.org/picnic",
        "IMAGE;VALUE=URI:https://example.org/hat.png",
        "CONFERENCE;VALUE=URI;LABEL=The hall:https://example.org/live",
        "CREATED:20261201T230000Z",
        "LAST-MODIFIED:20270102T000000Z",
        "TRANSP:OPAQUE",
        "SEQUENCE:0",
    )
    assert (found, findings) == (
        Conference(
            id="picnic",
            name="Picnic",
            published=dt.date(2026, 12, 1),
            updated=dt.date(2027, 1, 2),
            days=Days.parse("2027-05-01/2027-05-03"),
            status="tentative",
            description=Text(en="Bring a hat, and\ncheese."),
            venues=[Venue(name="Park", geo=Geo(40.5, -77.25))],
            online=Online(link=Link(url="https://example.org/live", title="The hall")),
            topics=[Topic(name=Text({"en-US": name})) for name in ("Food", "Cheese, old")] + [Topic(name="Hats")],
            contacts=[Contact(email="hats@example.org")],
            links=[Link(url="https://example.org/picnic")],
            images=[Image(url="https://example.org/hat.png")],
        ),
        (),
    )


@for_each(
    "lines, expected",
    {
        "no UID": ([*REQUIRED[1:], DAY], [("warning", "read.no-uid", 4)]),
        "no SUMMARY": ([*REQUIRED[:2], DAY], [("warning", "read.no-summary", 4)]),
        "empty SUMMARY": ([*REQUIRED[:2], "SUMMARY: ", DAY], [("warning", "read.no-summary", 4)]),
        "two SUMMARYs": ([*REQUIRED, DAY, "SUMMARY:Other"], [("warning", "read.repeated", 9)]),
        "recurring": ([*REQUIRED, DAY, "RRULE:FREQ=DAILY"], [("warning", "read.recurring", 9)]),
        "a time of many": ([*REQUIRED, DAY, "RECURRENCE-ID;VALUE=DATE:20270501"], [("warning", "read.recurring", 9)]),
        "no status": ([*REQUIRED, DAY, "STATUS:MAYBE"], [("warning", "read.status", 9)]),
        "no latitude": ([*REQUIRED, DAY, "GEO:91;0"], [("warning", "read.geo", 9)]),
        "no GEO": ([*REQUIRED, DAY, "GEO:1,2"], [("warning", "read.geo", 9)]),
        "no link": ([*REQUIRED, DAY, "URL:javascript:alert(1)"], [("warning", "read.url", 9)]),
        "contact in prose": ([*REQUIRED, DAY, "CONTACT:Jim\\, 555-1234"], [("note", "read.contact", 9)]),
        "image inside": ([*REQUIRED, DAY, "IMAGE;VALUE=BINARY:AAAA"], [("note", "read.image", 9)]),
        "telephone": ([*REQUIRED, DAY, "CONFERENCE:tel:+1-555"], [("note", "read.unread", 9)]),
        "stamp in an impossible year": ([*REQUIRED, DAY, "CREATED:19000101T120000Z"], [("note", "read.time", 9)]),
        "no stamp": ([*REQUIRED, DAY, "CREATED:soon"], [("warning", "read.time", 9)]),
        "attendee": ([*REQUIRED, DAY, "ATTENDEE:mailto:a@b.org"], [("note", "read.unread", 9)]),
        "changed before": ([*REQUIRED, DAY, "SEQUENCE:2"], [("note", "read.unread", 9)]),
        "alarm": ([*REQUIRED, DAY, "BEGIN:VALARM", "TRIGGER:-P1D", "END:VALARM"], [("note", "read.unread", 9)]),
        "line without a value": ([*REQUIRED, DAY, "DESCRIPTION"], [("warning", "read.line", 9)]),
        "line without a name": ([*REQUIRED, DAY, "DE SCRIPTION:x"], [("warning", "read.line", 9)]),
        "no language": ([*REQUIRED[:2], "SUMMARY;LANGUAGE=?:x", DAY], [("note", "read.language", 7)]),
        "nothing to end": ([*REQUIRED, DAY, "END:VALARM"], [("warning", "read.unopened", 9)]),
        "no end": ([*REQUIRED, DAY, "BEGIN:VALARM"], [("warning", "read.unclosed", 9), ("note", "read.unread", 9)]),
    },
)
def test_findings_name_their_lines(lines, expected):
    found, findings = read_event(*lines, head=())
    assert (found.days, levels_codes_and_lines(findings)) == (Days.parse("2027-05-01"), expected)


def test_unread_properties_are_noted_once_with_their_number():
    people = [f"ATTENDEE:mailto:{name}@example.org" for name in "abc"]
    _, findings = read_event(DAY, *people, "ORGANIZER:mailto:d@example.org", "ATTACH:https://example.org/a.pdf")
    assert [finding.value for finding in findings] == ["ATTENDEE, 3 times", "ORGANIZER", "ATTACH"]


@for_each(
    "lines, expected",
    {
        "address of a room": (["LOCATION:https://zoom.example/j/1"], (None, "https://zoom.example/j/1")),
        "both": (["LOCATION:https://zoom.example/j/1", "GEO:1;2"], (Venue(geo=Geo(1, 2)), "https://zoom.example/j/1")),
        "no web address": (["LOCATION:mailto:a@b.org"], (Venue(name="mailto:a@b.org"), None)),
        "coordinates alone": (["GEO:1;2"], (Venue(geo=Geo(1, 2)), None)),
        "Apple's": (
            ["LOCATION:Park\\n1 Lake Road", "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=Park:geo:1.5,-2"],
            (Venue(name="Park", address=Address(text="1 Lake Road"), geo=Geo(1.5, -2)), None),
        ),
        "Apple's, and the standard's coordinates": (
            ["LOCATION:Park", "GEO:3;4", "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=Park:geo:1.5,-2"],
            (Venue(name="Park", geo=Geo(3, 4)), None),
        ),
        "Apple's, of another place": (
            ["LOCATION:Park\\nHamburg", "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=Lake:nowhere"],
            (Venue(name="Park\nHamburg"), None),
        ),
        "language": (["LOCATION;LANGUAGE=de:Halle"], (Venue(name=Text(de="Halle")), None)),
        "nothing": (["LOCATION: "], (None, None)),
        "two rooms": (["CONFERENCE:https://a.example/", "LOCATION:https://b.example/"], (None, "https://a.example/")),
    },
)
def test_place_is_a_venue_or_an_online_room(lines, expected):
    found, _ = read_event(DAY, *lines)
    room = found.online and found.online.link.url
    assert (next(iter(found.venues), None), room) == expected


def test_stamp_of_a_message_is_not_the_day_of_publication():
    published, _ = read_event(DAY)
    invited = ical.loads(calendar(*event(DAY), head=["METHOD:REQUEST"]))
    assert (published.published, invited.conferences[0].published) == (dt.date(2027, 1, 1), None)
    assert levels_codes_and_lines(invited.findings) == [("note", "read.method", 4)]


@for_each(
    "uid, id",
    [
        ("picnic_2027.a-b", "picnic_2027.a-b"),
        ("Picnic", "picnic-924075d9"),
        ("1@example.org", "1-example-org-ab6f5b02"),
        ("野餐", "event-6d069379"),
        ("a" * 70, "a" * 60 + "-6bd5e503"),
    ],
)
def test_id_is_made_from_the_uid(uid, id):
    found, _ = read_event(f"UID:{uid}", *REQUIRED[1:], DAY, head=())
    assert found.id == id


def test_ids_are_unique_even_if_uids_are_not():
    uids = ["a", "a", "a-2", "a", "a-2"]
    loaded = ical.loads(calendar(*(row for uid in uids for row in event(f"UID:{uid}", *REQUIRED[1:], DAY, head=()))))
    assert [event.id for event in Catalog(loaded.conferences)] == ["a", "a-2", "a-2-2", "a-3", "a-2-3"]
    assert [finding.code for finding in loaded.findings] == ["read.uid"] * 4
