"""The place of an entry: LOCATION, GEO, VLOCATION (RFC 9073), online rooms, several venues."""

from __future__ import annotations

import datetime as dt

from calendars import SITE, entries, lines, only_entry, titles_and_changes
from cases import for_each
from confkit import Address, Days, Geo, Link, Online, Revision, Text
from factories import conference, venue

HALL = venue(geo=Geo(40.04, -1e-7), address=Address(text=Text(en="1 Expo Road", zh="会展路1号")))


def test_place_has_title_address_and_coordinates():
    assert lines(only_entry(conference(venues=[HALL])), "LOCATION", "GEO", "X-APPLE-STRUCTURED-LOCATION") == [
        "LOCATION;LANGUAGE=en:Expo Centre\\n1 Expo Road",
        "GEO:40.040000;0.000000",
        (
            'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="1 Expo Road";X-APPLE-RADIUS=100;X-TITLE="Expo Centre"'
            ":geo:40.040000,0.000000"
        ),
    ]


@for_each(
    "fields, expected",
    {
        "nowhere": ({}, []),
        "coordinates alone": ({"venues": [venue(name=None, geo=Geo(1, 2))]}, []),
        "name": ({"venues": [venue()]}, ["LOCATION;LANGUAGE=zh-Hans:会展中心"]),
        "parts of an address": (
            {"venues": [venue(name=None, address=Address(locality=Text(en="Beijing", zh="北京"), country="CN"))]},
            ["LOCATION;LANGUAGE=zh-Hans:中国北京"],
        ),
        "parts of an address in two languages": (
            {"venues": [venue(name=None, address=Address(street=Text(en="1 Hall Road"), locality=Text(zh="北京")))]},
            ["LOCATION:北京 1 Hall Road"],
        ),
        "online": ({"online": Online()}, ["LOCATION;LANGUAGE=zh-Hans:线上"]),
        "online at an address": (
            {"online": Online(platform="Zoom", link=SITE)},
            ["LOCATION:Zoom\\nhttps://example.org/"],
        ),
        "both ways": ({"venues": [venue()], "online": Online()}, ["LOCATION;LANGUAGE=zh-Hans:会展中心"]),
        "moved online": ({"venues": [venue()], "status": "moved_online"}, ["LOCATION;LANGUAGE=zh-Hans:线上"]),
    },
)
def test_location_is_the_place_to_go_to(fields, expected):
    assert lines(only_entry(conference(**fields), language="zh"), "LOCATION") == expected


@for_each(
    "fields, expected",
    {
        "nowhere": ({}, []),
        "online": ({"online": Online(platform="Zoom")}, []),
        "moved online": ({"venues": [HALL], "status": "moved_online"}, []),
        "name and coordinates": ({"venues": [HALL]}, ["NAME;LANGUAGE=en:Expo Centre", "GEO:40.040000;0.000000"]),
        "name in no language": ({"venues": [venue(name="Hall")]}, ["NAME:Hall"]),
        "coordinates alone": ({"venues": [venue(name=None, geo=Geo(1, 2))]}, ["GEO:1.000000;2.000000"]),
        "address alone": ({"venues": [venue(name=None, address=Address(text="1 Expo Road"))]}, ["NAME:1 Expo Road"]),
        "hybrid, the main one of several": (
            {"venues": [venue(id="hotel", role="hotel"), HALL], "online": Online()},
            ["NAME;LANGUAGE=en:Expo Centre", "GEO:40.040000;0.000000"],
        ),
    },
)
def test_place_is_also_a_component(fields, expected):
    # RFC 9073 7.2: only UID is required.
    assert only_entry(conference(**fields)).place[1:-1] == expected


def test_place_has_a_uid_in_each_entry_that_a_new_name_keeps():
    def uids(hall):
        own = [venue(id="b", name="Annex", days=Days.parse("2027-05-02"))]
        return [event.place[0] for event in entries(conference(venues=[hall, *own]))]

    # Other people's calendars contain these UIDs: new ones would duplicate the places.
    assert uids(HALL) == ["UID:ed405657-f1fc-5ca1-84f8-b7a6680f5ec3", "UID:ec9a895c-5612-5b5e-8965-7cad586b56ef"]
    assert uids(venue(name="Another name")) == uids(HALL)


def test_venue_with_its_own_days_has_its_own_entry():
    venues = [
        venue(id="a", days=Days.parse("2027-05-01/2027-05-02")),
        venue(id="b", name=None, geo=Geo(1, 2), days=Days.parse("2027-05-02")),
        venue(id="c", role="social", name=Text(en="Garden"), days=Days.parse("2027-05-03")),
    ]
    names = ("SUMMARY", "DTSTART", "DTEND", "LOCATION", "GEO", "TRANSP")
    assert [lines(event, *names) for event in entries(conference(venues=venues))] == [
        [
            "DTSTART;VALUE=DATE:20270501",
            "DTEND;VALUE=DATE:20270504",
            "SUMMARY:PyCon Example 2027",
            "LOCATION;LANGUAGE=en:Expo Centre",
            "TRANSP:TRANSPARENT",
        ],
        [
            "DTSTART;VALUE=DATE:20270501",
            "DTEND;VALUE=DATE:20270503",
            "SUMMARY;LANGUAGE=en:PyCon Example 2027: Expo Centre",
            "LOCATION;LANGUAGE=en:Expo Centre",
            "TRANSP:TRANSPARENT",
        ],
        [
            "DTSTART;VALUE=DATE:20270502",
            "DTEND;VALUE=DATE:20270503",
            "SUMMARY;LANGUAGE=en:PyCon Example 2027: Main venue",
            "GEO:1.000000;2.000000",
            "TRANSP:TRANSPARENT",
        ],
        [
            "DTSTART;VALUE=DATE:20270503",
            "DTEND;VALUE=DATE:20270504",
            "SUMMARY;LANGUAGE=en:PyCon Example 2027: Garden",
            "LOCATION;LANGUAGE=en:Garden",
            "TRANSP:TRANSPARENT",
        ],
    ]


def test_moving_online_cancels_the_days_at_venues_and_keeps_the_event():
    hall = venue(days=Days.parse("2027-05-01"), geo=Geo(1, 2))
    rows = [Revision(status="scheduled", replaced=dt.date(2027, 2, 1))]
    moved = conference(status="moved_online", venues=[hall], online=Online(platform="Zoom"), history=rows)
    assert titles_and_changes(moved) == [
        ("PyCon Example 2027", "CONFIRMED", 1),
        ("Moved online: PyCon Example 2027 — Expo Centre", "CANCELLED", 1),
    ]
    assert [lines(event, "LOCATION", "GEO") for event in entries(moved)] == [
        ["LOCATION:Zoom"],
        ["LOCATION;LANGUAGE=en:Expo Centre", "GEO:1.000000;2.000000"],
    ]


def test_hybrid_event_has_location_and_conference():
    hybrid = conference(venues=[HALL], online=Online(platform="Zoom", link=Link(url="https://zoom.example/1")))
    assert lines(only_entry(hybrid), "LOCATION", "GEO", "CONFERENCE") == [
        "LOCATION;LANGUAGE=en:Expo Centre\\n1 Expo Road",
        "GEO:40.040000;0.000000",
        "CONFERENCE;VALUE=URI;LABEL=Zoom:https://zoom.example/1",
    ]


def test_rescheduled_event_keeps_its_uid_on_its_new_days():
    rows = [Revision(days=Days.parse("2027-04-01"), status="scheduled", replaced=dt.date(2027, 2, 1))]
    rescheduled = conference(status="rescheduled", history=rows)
    assert titles_and_changes(rescheduled) == [("PyCon Example 2027", "CONFIRMED", 1)]
    assert lines(only_entry(rescheduled), "UID", "DTSTART") == [
        *lines(only_entry(conference()), "UID"),
        "DTSTART;VALUE=DATE:20270501",
    ]


def test_invisible_name_of_a_place_is_left_out():
    event = only_entry(conference(venues=[venue(name="\x01", address=Address(text="1 Expo Road"))]))
    assert (lines(event, "LOCATION"), event.place[1]) == (["LOCATION:1 Expo Road"], "NAME:1 Expo Road")
    assert lines(only_entry(conference(venues=[venue(name="\ufffe")])), "LOCATION") == []
