"""Calendars that confkit wrote are read as the conferences from which they were made."""

from __future__ import annotations

import datetime as dt

import attrs

from cases import for_each
from confkit import (
    Address,
    CallForProposals,
    Catalog,
    Conference,
    Contact,
    Days,
    EventRef,
    Geo,
    Hours,
    Image,
    Link,
    Online,
    Pending,
    Registration,
    Relation,
    Revision,
    Superseded,
    Text,
    Topic,
    Venue,
    When,
    files,
    ical,
)
from factories import call, conference, deadline, venue
from foreign_calendars import calendar


def write_and_read(value, **options):
    """Write a value and read it again; return the conferences, and the findings above the level ``note``."""
    loaded = ical.loads(ical.dumps(value, **options))
    return loaded.conferences, [finding for finding in loaded.findings if finding.level != "note"]


def test_example_is_read_as_it_was_written():
    (found,), warnings = write_and_read(files.example())
    assert warnings == []
    assert attrs.asdict(found, recurse=False, filter=lambda field, _: field.name not in {"calls", "venues"}) == (
        attrs.asdict(
            Conference(
                id="pytorch-day-china-2025",
                name="PyTorch Day China 2025",
                published=dt.date(2025, 3, 19),
                days=Days.parse("2025-06-07"),
                contacts=[Contact(email="pytorchevents@linuxfoundation.org")],
                links=[Link(url="https://www.lfasiallc.com/pytorch-day-china/")],
                images=[Image(url="https://pytorch.org/assets/images/pt-day-china-2025-cfp.jpg")],
            ),
            recurse=False,
            filter=lambda field, _: field.name not in {"calls", "venues"},
        )
    )
    assert found.venues == (
        Venue(
            name=Text(en="Zhongguancun Exhibition Center"),
            address=Address(text="索家坟, Hai Dian Qu, Bei Jing Shi, China, 100080"),
        ),
    )
    assert found.calls == (
        attrs.evolve(
            files.example().calls[0],
            name=None,
            description=None,
            opens=None,
            topics=[Topic(name=Text(en=topic.name.get("en"))) for topic in files.example().calls[0].topics],
            submit=Link(url=files.example().calls[0].submit.url, rel="cfp"),
        ),
    )


def test_facts_without_a_property_are_noted():
    findings = ical.loads(ical.dumps(files.example()), file="day.ics").findings
    assert [(str(finding.where), finding.level, finding.value) for finding in findings] == [
        ("day.ics:13", "note", "DESCRIPTION, 2 times"),
        ("day.ics:51", "note", "SUMMARY"),
        ("day.ics:80", "note", "VALARM, 2 times"),
    ]


EVERYTHING = conference(
    namespace=None,
    timezone="Asia/Shanghai",
    venues=[
        venue(id="hall", name=Text(en="Expo Centre"), geo=Geo(40.04, 116.28), timezone=None),
        venue(role="social", name=Text(en="Tea House"), days=Days.parse("2027-05-02"), timezone=None),
    ],
    online=Online(link=Link(url="https://live.example.org/")),
    contacts=[Contact(email="hello@example.org")],
    topics=[Topic(name=Text(en="Maps")), Topic(name=Text(en="Law, and order"))],
    calls=[
        call(
            kind="papers",
            deadlines=[
                deadline(at=When.parse("2027-01-13T23:59[Europe/Berlin]")),
                deadline(kind="camera_ready", at=When.parse("2027-03-01T12:00Z"), announced=dt.date(2026, 12, 1)),
            ],
            topics=[Topic(name=Text(en="Compilers"))],
            submit=Link(url="https://cfp.example.org/", rel="cfp"),
        ),
        CallForProposals(id="posters", deadlines=[deadline(id="second")]),
    ],
    milestones=[deadline(kind="notification", at=When.parse("2027-02-20"))],
    registration=Registration(
        opens=When.parse("2027-02-01"),
        closes=When.parse("2027-04-01"),
        link=Link(url="https://tickets.example.org/", rel="register"),
    ),
    links=[Link(url="https://example.org/")],
    images=[Image(url="https://example.org/a.png")],
    updated=dt.date(2026, 12, 24),
)


def test_event_with_all_fields_is_read_as_it_was_written():
    (found,), warnings = write_and_read(EVERYTHING)
    # An entry on whole days contains no time zone.
    assert (found, warnings) == (attrs.evolve(EVERYTHING, timezone=None), [])


@for_each(
    "day, hours",
    {
        "until after midnight": ("2027-05-01", "18:00-01:30"),
        "opening hour that occurs twice": ("2027-10-31", "02:30-10:00"),
        "closing hour that occurs twice": ("2027-10-30", "18:00-02:30"),
    },
)
def test_hours_and_time_zone_are_read_as_they_were_written(day, hours):
    evening = conference(namespace=None, days=Days.parse(day), hours=Hours.parse(hours), timezone="Europe/Berlin")
    assert write_and_read(evening) == ((evening,), [])


@for_each("language", ["en", "zh-Hans", "zh-Hant"])
@for_each("status", ["tentative", "cancelled", "postponed"])
def test_status_is_read_and_its_word_is_not_part_of_the_name(status, language):
    name = Text(en="The Event: Part II", zh="大会：第二部", zh_Hant="大會：第二部")
    original = conference(namespace=None, name=name, status=status)
    (found,), warnings = write_and_read(original, language=language)
    assert (found, warnings) == (attrs.evolve(original, name=Text({language: name.get(language)})), [])


@for_each(
    "name",
    {
        "one name": "A Day",
        "two names": Text(en="A Day", zh="某会议"),
    },
)
def test_bilingual_name_is_read_as_one_text(name):
    (open_,), _ = write_and_read(conference(name=name), language=["zh", "en"])
    (cancelled,), _ = write_and_read(conference(name=name, status="cancelled"), language=["zh", "en"])
    said = "A Day" if name == "A Day" else "某会议 / A Day"
    assert (open_.name, cancelled.name, cancelled.status) == (Text.of(said), Text.of(said), "cancelled")


def test_date_of_a_cancelled_deadline_is_read_as_its_history():
    original = conference(
        namespace=None,
        calls=[
            call(
                deadlines=[
                    deadline(
                        at=Pending("cancelled"),
                        history=[Superseded(at=When.parse("2027-01-13"), replaced=dt.date(2026, 12, 1))],
                    ),
                    deadline(
                        kind="abstract",
                        at=Pending("tbd"),
                        history=[Superseded(at=When.parse("2027-01-03"), replaced=dt.date(2026, 12, 2))],
                    ),
                ]
            )
        ],
    )
    assert write_and_read(original) == ((original,), [])


def test_deadlines_of_a_cancelled_event_keep_their_dates():
    original = conference(namespace=None, status="cancelled", calls=[call()])
    (found,), _ = write_and_read(original)
    assert (found.status, found.calls) == ("cancelled", original.calls)


@for_each(
    "opens, closes, expected",
    {
        "opening alone": ("2027-02-01", None, ("2027-02-01", None)),
        "closing alone": (None, "2027-04-01", (None, "2027-04-01")),
        "one instant": ("2027-02-01T09:00Z", "2027-02-01T09:00Z", ("2027-02-01T09:00Z",) * 2),
        "two zones": (
            "2027-02-01T09:00[Asia/Tokyo]",
            "2027-04-01T18:00[Europe/Paris]",
            ("2027-02-01T09:00[Asia/Tokyo]", "2027-04-01T18:00[Europe/Paris]"),
        ),
        "an hour on one side": ("2027-02-01", "2027-04-01T18:00Z", ("2027-02-01", "2027-04-01")),
    },
)
def test_registration_is_read_as_it_was_written(opens, closes, expected):
    original = Registration(opens=opens and When.parse(opens), closes=closes and When.parse(closes))
    (found,), _ = write_and_read(conference(registration=original))
    assert found.registration == Registration(**{
        field: value and When.parse(value) for field, value in zip(("opens", "closes"), expected, strict=True)
    })  # fmt: skip


@for_each(
    "fields, expected",
    {
        "online alone": ({"online": Online()}, Online()),
        "platform": ({"online": Online(platform="Zoom")}, Online(platform="Zoom")),
        "platform and link": (
            {"online": Online(platform="Zoom", link=Link(url="https://zoom.example/"))},
            Online(platform="Zoom", link=Link(url="https://zoom.example/")),
        ),
        "platform that ends in a backslash": (
            {"online": Online(platform="A\\", link=Link(url="https://zoom.example/"))},
            Online(platform="A\\", link=Link(url="https://zoom.example/")),
        ),
        "hybrid without a link": ({"online": Online(platform="Zoom"), "venues": [venue()]}, None),
        "hybrid": (
            {"online": Online(platform="Zoom", link=Link(url="https://zoom.example/")), "venues": [venue()]},
            Online(platform="Zoom", link=Link(url="https://zoom.example/")),
        ),
        "nowhere": ({}, None),
    },
)
def test_online_room_is_read_as_it_was_written(fields, expected):
    (found,), _ = write_and_read(conference(**fields), language="zh")
    assert found.online == expected


def test_venue_of_an_event_that_moved_online_is_noted():
    moved = conference(
        status="moved_online", venues=[venue(days=Days.parse("2027-05-02"))], online=Online(platform="Zoom")
    )
    loaded = ical.loads(ical.dumps(moved))
    (found,) = loaded.conferences
    assert (found.status, found.venues, found.online) == ("scheduled", (), Online(platform="Zoom"))
    assert [finding.code for finding in loaded.findings if finding.code != "read.unread"] == ["read.called-off"]


def test_missing_history_of_a_changed_event_is_noted():
    moved = conference(history=[Revision(days=Days.parse("2027-04-01"), replaced=dt.date(2026, 12, 1))])
    loaded = ical.loads(ical.dumps(moved))
    assert [(finding.level, finding.value) for finding in loaded.findings] == [
        ("note", "SEQUENCE"),
        ("note", "DESCRIPTION"),
    ]
    assert (loaded.conferences[0].published, loaded.conferences[0].history) == (dt.date(2026, 12, 1), ())


def test_catalog_is_read_in_order_with_relations():
    week = conference(id="week", name="Week", namespace=None)
    part = conference(
        id="part",
        name="Part",
        namespace=None,
        relations=[
            Relation(kind="part_of", target=EventRef(id="week")),
            Relation(kind="co_located", target=EventRef(id="other")),
        ],
        calls=[call()],
    )
    other = conference(id="other", name="Other", namespace=None)
    assert write_and_read(Catalog([part, week, other])) == ((part, week, other), [])


def test_relation_to_an_event_outside_of_the_file_is_noted():
    week = conference(id="week", name="Week")
    part = conference(id="part", relations=[Relation(kind="part_of", target=EventRef(id="week"))])
    _, alone = ical.dumps(Catalog([week, part])).split(b"END:VEVENT\r\n")[:2]
    loaded = ical.loads(calendar(*alone.decode().split("\r\n")[:-1], "END:VEVENT"))
    assert [finding.code for finding in loaded.findings] == ["read.unread", "read.relation"]
    assert loaded.conferences[0].relations == ()


def test_entries_without_the_event_use_the_title_of_the_first_as_its_name():
    (found,), warnings = write_and_read(EVERYTHING, kinds=["deadline", "venue"])
    assert [doubt.code for doubt in warnings] == ["read.no-event"]
    assert (found.id, found.name, found.days) == (
        EVERYTHING.id, Text(en="PyCon Example 2027: Tea House"), None,
    )  # fmt: skip
    assert ([call.id for call in found.calls], [venue.id for venue in found.venues]) == (
        ["talks", "posters"],
        ["social"],
    )
