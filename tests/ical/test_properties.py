"""Other properties of an entry: links, images, topics, related events, TRANSP."""

from __future__ import annotations

import attrs

from calendars import EVERYTHING, SITE, entries, lines, only_entry
from cases import for_each
from confkit import (
    Catalog,
    Contact,
    Days,
    EventRef,
    Hours,
    Image,
    Link,
    Online,
    Registration,
    Relation,
    Text,
    Topic,
    When,
)
from factories import call, conference, deadline, venue


@for_each(
    "fields, kind, expected",
    {
        "none": ({}, "event", None),
        "site": ({"links": [SITE]}, "event", "https://example.org/"),
        "site of a call": ({"links": [SITE]}, "deadline", "https://example.org/"),
        "cfp": (
            {"links": [SITE, Link(rel="cfp", url="https://example.org/cfp")]},
            "deadline",
            "https://example.org/cfp",
        ),
        "where to submit": (
            {"calls": [call(submit=Link(url="https://submit.example.org/"))]},
            "deadline",
            "https://submit.example.org/",
        ),
        "site of the registration": ({"links": [SITE]}, "window", "https://example.org/"),
        "where to register": (
            {
                "registration": Registration(
                    opens=When.parse("2027-01-01"), link=Link(url="https://register.example.org/")
                )
            },
            "window",
            "https://register.example.org/",
        ),
    },
)
def test_url_is_the_most_specific_link_of_the_entry(fields, kind, expected):
    value = attrs.evolve(EVERYTHING, **fields)
    assert only_entry(value, kinds=[kind]).get("URL") == expected


def test_event_has_conference_image_and_contacts():
    value = conference(
        online=Online(link=SITE),
        images=[Image(url="https://example.org/a.png"), Image(url="https://example.org/b.png")],
        contacts=[Contact(email="a@example.org", phone="+1 2", purpose="press"), Contact(email="b@example.org")],
    )
    assert lines(only_entry(value), "CONFERENCE", "IMAGE", "CONTACT") == [
        "CONFERENCE;VALUE=URI:https://example.org/",
        "IMAGE;VALUE=URI;DISPLAY=BADGE:https://example.org/a.png",
        "CONTACT:a@example.org and +1 2 (press)",
        "CONTACT:b@example.org",
    ]


def test_topics_are_categories_with_their_language():
    topics = [Topic(name=Text(en="Ethics, law", zh="伦理")), Topic(name=Text(en="Compilers")), Topic(name="PyTorch")]
    assert lines(only_entry(conference(topics=topics), language="zh"), "CATEGORIES") == [
        "CATEGORIES;LANGUAGE=zh-Hans:伦理",
        "CATEGORIES;LANGUAGE=en:Compilers",
        "CATEGORIES:PyTorch",
    ]


def test_parts_name_the_event_as_their_parent():
    event, *parts = entries(EVERYTHING)
    whole = [f"RELATED-TO;RELTYPE=PARENT:{event['UID']}"]
    assert [lines(part, "RELATED-TO") for part in (event, *parts)] == [[], whole, whole, whole]
    assert lines(only_entry(EVERYTHING, kinds=["deadline"]), "RELATED-TO") == whole


DAY = conference(id="day-2027", name="Day")


@for_each(
    "kind, expected",
    [
        ("part_of", ["PARENT"]),
        ("satellite_of", ["PARENT"]),
        ("co_located", ["SIBLING"]),
        ("joint_with", []),
        ("follows", []),
    ],
)
def test_event_names_the_events_it_is_related_to(kind, expected):
    related = attrs.evolve(DAY, relations=[Relation(kind=kind, target=EventRef(id="pycon-example-2027"))])
    own, whole = entries(Catalog([related, conference()]))
    assert lines(own, "RELATED-TO") == [f"RELATED-TO;RELTYPE={reltype}:{whole['UID']}" for reltype in expected]
    assert lines(whole, "RELATED-TO") == []


def test_event_names_each_related_event_once_and_never_itself():
    refs = {"part_of": "pycon-example-2027", "co_located": "pycon-example-2027", "satellite_of": "day-2027"}
    related = attrs.evolve(
        DAY, relations=[Relation(kind=kind, target=EventRef(id=target)) for kind, target in refs.items()]
    )
    own, whole = entries(Catalog([related, conference()]))
    assert lines(own, "RELATED-TO") == [f"RELATED-TO;RELTYPE=PARENT:{whole['UID']}"]


@for_each(
    "target", [EventRef(name="PyCon Example 2027"), EventRef(id="gone-2027"), EventRef(url="https://example.org/")]
)
def test_related_event_outside_of_the_catalog_is_not_named(target):
    related = attrs.evolve(DAY, relations=[Relation(kind="part_of", target=target)])
    own, _ = entries(Catalog([related, conference()]))
    assert lines(own, "RELATED-TO") == []


def test_single_event_names_no_related_events():
    related = attrs.evolve(DAY, relations=[Relation(kind="part_of", target=EventRef(id="pycon-example-2027"))])
    assert lines(only_entry(related), "RELATED-TO") == []
    # The event that it is part of need not have an entry.
    assert len(lines(only_entry(Catalog([related, conference(days=None)])), "RELATED-TO")) == 1


@for_each(
    "busy, expected",
    {
        "as it is": (None, ["OPAQUE", "TRANSPARENT"]),
        "never": ([], ["TRANSPARENT", "TRANSPARENT"]),
        "at deadlines": (["deadline"], ["TRANSPARENT", "OPAQUE"]),
        "always": (["event", "deadline"], ["OPAQUE", "OPAQUE"]),
    },
)
def test_busy_selects_the_entries_that_block_time(busy, expected):
    value = conference(
        days=Days.parse("2027-05-01"), hours=Hours.parse("09:00-18:00"), venues=[venue()], calls=[call()]
    )
    assert [str(event["TRANSP"]) for event in entries(value, busy=busy)] == expected


def test_place_names_its_venue():
    split = conference(venues=[venue(id="a", days=Days.parse("2027-05-02")), venue(role="hotel")])
    assert [event.place[-1] for event in entries(split)] == ["X-CONFKIT-VENUE:a=main"] * 2
    assert only_entry(conference(venues=[venue(role="hotel")])).place[-1] == "X-CONFKIT-VENUE:hotel"


def test_entry_names_its_part_of_the_conference():
    moved = attrs.evolve(
        EVERYTHING,
        venues=[venue(id="hall", days=Days.parse("2027-05-02")), venue(role="social", days=Days.parse("2027-05-03"))],
        calls=[call(id="round-1", kind="papers", deadlines=[deadline(id="second"), deadline(kind="camera_ready")])],
        milestones=[deadline(kind="other", id="visa", at=When.parse("2027-02-01"))],
        registration=Registration(closes=When.parse("2027-03-31")),
    )
    assert [lines(event, "X-CONFKIT-ID") for event in entries(moved)] == [
        [f"X-CONFKIT-ID:{EVERYTHING.id}{place}"]
        for place in (
            "",
            "/venue/hall=main",
            "/venue/social",
            "/call/round-1=papers/second=submission",
            "/call/round-1=papers/camera_ready",
            "/milestone/visa=other",
            "/registration=closes",
        )
    ]
