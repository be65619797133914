"""Calendars read: those that confkit wrote become what they were made of, others become conferences with findings."""

from __future__ import annotations

import datetime as dt
import os
import re
import time
from pathlib import Path

import attrs
import pytest

from confkit import (
    Address,
    CallForProposals,
    Catalog,
    Conference,
    Contact,
    Days,
    Deadline,
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
from confkit.errors import FileError, InvalidValueError
from factories import call, conference, deadline, venue

CORPUS = Path(os.environ.get("CONFKIT_CORPORA", "nowhere"), "ics-collective")
HEAD = ["UID:picnic", "DTSTAMP:20270101T120000Z", "SUMMARY:Picnic"]
DAY = "DTSTART;VALUE=DATE:20270501"
NOON = "DTSTART:20270501T120000Z"


def wrapped(*lines, head=()):
    """Return a calendar of these lines."""
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", *head, *lines, "END:VCALENDAR", ""]
    return "\r\n".join(rows).encode()


def event(*lines, head=HEAD):
    return ["BEGIN:VEVENT", *head, *lines, "END:VEVENT"]


def only(*lines, head=HEAD, before=()):
    """Return the conference of a calendar with one event, and what was found."""
    loaded = ical.loads(wrapped(*before, *event(*lines, head=head)))
    (found,) = loaded.conferences
    return found, loaded.findings


def told(findings):
    """Return findings as level, code and line."""
    return [(one.level, one.code, one.where.line) for one in findings]


def again(value, **options):
    """Return what is written of a value and read again, and the levels of what was found."""
    loaded = ical.loads(ical.dumps(value, **options))
    return loaded.conferences, [finding for finding in loaded.findings if finding.level != "note"]


# --------------------------------------------------------------------------------------------------- confkit's own


def test_example_is_read_back():
    (found,), doubts = again(files.example())
    assert doubts == []
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


def test_what_no_property_holds_is_noted():
    findings = ical.loads(ical.dumps(files.example()), file="day.ics").findings
    assert [(str(one.where), one.level, one.value) for one in findings] == [
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


def test_whole_event_is_read_back():
    (found,), doubts = again(EVERYTHING)
    # Without hours, no property of a whole day names a zone.
    assert (found, doubts) == (attrs.evolve(EVERYTHING, timezone=None), [])


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        pytest.param("2027-05-01", "18:00-01:30", id="until after midnight"),
        pytest.param("2027-10-31", "02:30-10:00", id="opening hour that comes twice"),
        pytest.param("2027-10-30", "18:00-02:30", id="closing hour that comes twice"),
    ],
)
def test_hours_and_their_zone_are_read_back(day, hours):
    evening = conference(namespace=None, days=Days.parse(day), hours=Hours.parse(hours), timezone="Europe/Berlin")
    assert again(evening) == ((evening,), [])


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("status", ["tentative", "cancelled", "postponed"])
def test_status_is_read_back_and_the_name_without_its_word(status, language):
    name = Text(en="The Event: Part II", zh="大会：第二部", zh_Hant="大會：第二部")
    given = conference(namespace=None, name=name, status=status)
    (found,), doubts = again(given, language=language)
    assert (found, doubts) == (attrs.evolve(given, name=Text({language: name.get(language)})), [])


@pytest.mark.parametrize("name", ["A Day", Text(en="A Day", zh="某会议")], ids=["one name", "two names"])
def test_name_in_two_languages_is_read_back_as_one_text(name):
    (open_,), _ = again(conference(name=name), language=["zh", "en"])
    (cancelled,), _ = again(conference(name=name, status="cancelled"), language=["zh", "en"])
    said = "A Day" if name == "A Day" else "某会议 / A Day"
    assert (open_.name, cancelled.name, cancelled.status) == (Text.of(said), Text.of(said), "cancelled")


def test_own_date_of_a_called_off_deadline_is_its_history():
    given = conference(
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
    assert again(given) == ((given,), [])


def test_deadlines_of_a_cancelled_event_keep_their_dates():
    given = conference(namespace=None, status="cancelled", calls=[call()])
    (found,), _ = again(given)
    assert (found.status, found.calls) == ("cancelled", given.calls)


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        pytest.param("2027-02-01", None, ("2027-02-01", None), id="opening alone"),
        pytest.param(None, "2027-04-01", (None, "2027-04-01"), id="closing alone"),
        pytest.param("2027-02-01T09:00Z", "2027-02-01T09:00Z", ("2027-02-01T09:00Z",) * 2, id="one instant"),
        pytest.param(
            "2027-02-01T09:00[Asia/Tokyo]",
            "2027-04-01T18:00[Europe/Paris]",
            ("2027-02-01T09:00[Asia/Tokyo]", "2027-04-01T18:00[Europe/Paris]"),
            id="two zones",
        ),
        pytest.param("2027-02-01", "2027-04-01T18:00Z", ("2027-02-01", "2027-04-01"), id="an hour on one side"),
    ],
)
def test_registration_is_read_back(opens, closes, expected):
    given = Registration(opens=opens and When.parse(opens), closes=closes and When.parse(closes))
    (found,), _ = again(conference(registration=given))
    assert found.registration == Registration(**{
        field: value and When.parse(value) for field, value in zip(("opens", "closes"), expected, strict=True)
    })  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"online": Online()}, Online(), id="online alone"),
        pytest.param({"online": Online(platform="Zoom")}, Online(platform="Zoom"), id="platform"),
        pytest.param(
            {"online": Online(platform="Zoom", link=Link(url="https://zoom.example/"))},
            Online(platform="Zoom", link=Link(url="https://zoom.example/")),
            id="platform and link",
        ),
        pytest.param(
            {"online": Online(platform="A\\", link=Link(url="https://zoom.example/"))},
            Online(platform="A\\", link=Link(url="https://zoom.example/")),
            id="platform that ends in a backslash",
        ),
        pytest.param({"online": Online(platform="Zoom"), "venues": [venue()]}, None, id="hybrid, nothing but words"),
        pytest.param(
            {"online": Online(platform="Zoom", link=Link(url="https://zoom.example/")), "venues": [venue()]},
            Online(platform="Zoom", link=Link(url="https://zoom.example/")),
            id="hybrid",
        ),
        pytest.param({}, None, id="nowhere"),
    ],
)
def test_room_online_is_read_back(fields, expected):
    (found,), _ = again(conference(**fields), language="zh")
    assert found.online == expected


def test_venue_that_an_event_left_is_noted():
    moved = conference(
        status="moved_online", venues=[venue(days=Days.parse("2027-05-02"))], online=Online(platform="Zoom")
    )
    loaded = ical.loads(ical.dumps(moved))
    (found,) = loaded.conferences
    assert (found.status, found.venues, found.online) == ("scheduled", (), Online(platform="Zoom"))
    assert [one.code for one in loaded.findings if one.code != "read.unread"] == ["read.called-off"]


def test_changed_event_has_no_history_and_that_is_noted():
    moved = conference(history=[Revision(days=Days.parse("2027-04-01"), replaced=dt.date(2026, 12, 1))])
    loaded = ical.loads(ical.dumps(moved))
    assert [(one.level, one.value) for one in loaded.findings] == [("note", "SEQUENCE"), ("note", "DESCRIPTION")]
    assert (loaded.conferences[0].published, loaded.conferences[0].history) == (dt.date(2026, 12, 1), ())


def test_catalog_is_read_back_in_order_with_relations():
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
    assert again(Catalog([part, week, other])) == ((part, week, other), [])


def test_relation_to_an_event_elsewhere_is_noted():
    week = conference(id="week", name="Week")
    part = conference(id="part", relations=[Relation(kind="part_of", target=EventRef(id="week"))])
    _, alone = ical.dumps(Catalog([week, part])).split(b"END:VEVENT\r\n")[:2]
    loaded = ical.loads(wrapped(*alone.decode().split("\r\n")[:-1], "END:VEVENT"))
    assert [one.code for one in loaded.findings] == ["read.unread", "read.relation"]
    assert loaded.conferences[0].relations == ()


def test_entries_without_the_event_bear_the_title_of_the_first():
    (found,), doubts = again(EVERYTHING, kinds=["deadline", "venue"])
    assert [doubt.code for doubt in doubts] == ["read.no-event"]
    assert (found.id, found.name, found.days) == (
        EVERYTHING.id, Text(en="PyCon Example 2027: Tea House"), None,
    )  # fmt: skip
    assert ([one.id for one in found.calls], [one.id for one in found.venues]) == (["talks", "posters"], ["social"])


def test_same_entry_twice_is_read_once():
    data = ical.dumps(conference(), language="en")
    loaded = ical.loads(data + ical.dumps(conference(), language="zh"))
    assert ([one.id for one in loaded.conferences], [one.code for one in loaded.findings if one.level == "error"]) == (
        [conference().id],
        ["read.record"],
    )


def test_events_of_one_id_and_two_publishers_stay_two():
    pair = [conference(namespace=name, calls=[call()]) for name in ("a.example", "b.example")]
    loaded = ical.loads(b"".join(map(ical.dumps, pair)))
    assert [(one.id, len(one.calls)) for one in loaded.conferences] == [
        ("pycon-example-2027", 1), ("pycon-example-2027-2", 1),
    ]  # fmt: skip
    assert [one.value for one in loaded.findings if one.level == "warning"] == ["pycon-example-2027"]


OWN = ["UID:1", "SUMMARY:A", "DTSTAMP:20270101T120000Z", DAY]


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        pytest.param(
            [["X-CONFKIT-ID:a/milestone/x"], ["X-CONFKIT-ID:a/milestone/x=other"]],
            "the entries of this conference contradict one another: milestones[0] has the same id",
            id="one id twice",
        ),
        pytest.param(
            [["X-CONFKIT-ID:a/venue/x=castle", "BEGIN:VLOCATION", "NAME:X", "END:VLOCATION"]],
            "the entries of this conference contradict one another: role must be one of main, satellite, workshops, "
            "social, hotel",
            id="no such role",
        ),
    ],
)
def test_entries_that_contradict_one_another_are_not_read(entries, message):
    loaded = ical.loads(wrapped(*(row for lines in entries for row in event(*lines, head=OWN))))
    errors = [one.message for one in loaded.findings if one.level == "error"]
    assert errors == [message] * len(entries)


@pytest.mark.parametrize("key", ["", "A", "a/b", "a/call/x", "a/call/2nd/x", "a/venue/", "a/registration=never"])
def test_key_that_says_nothing_makes_an_event_of_its_own(key):
    found, findings = only(DAY, f"X-CONFKIT-ID:{key}")
    assert (found.id, [one.value for one in findings]) == ("picnic", ["X-CONFKIT-ID"])


def test_own_venue_that_says_nothing_of_itself_is_not_read():
    found, findings = only("X-CONFKIT-ID:a/venue/x=main", head=OWN)
    assert (found.id, found.venues, [one.code for one in findings]) == (
        "a",
        (),
        ["read.no-place", "read.no-event", "read.unread"],
    )


def test_own_deadline_without_a_date_has_none():
    found, findings = only("X-CONFKIT-ID:a/milestone/x", head=OWN[:3])
    assert (found.milestones, [one.code for one in findings]) == (
        (Deadline(kind="x", at=Pending("tbd"), announced=None),),
        ["read.no-event"],
    )


# -------------------------------------------------------------------------------------------------- other programs'


def test_event_of_another_program_becomes_a_conference():
    found, findings = only(
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


def zoned(name):
    return f"DTSTART;TZID={name}:20270501T090000", f"DTEND;TZID={name}:20270501T170000"


def vtimezone(name, *observances, extra=()):
    rows = [row for one in observances for row in ["BEGIN:STANDARD", *one, "END:STANDARD"]]
    return ["BEGIN:VTIMEZONE", f"TZID:{name}", *extra, *rows, "END:VTIMEZONE"]


FIXED = ["DTSTART:16010101T000000", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0300"]
HALF = ["DTSTART:16010101T000000", "TZOFFSETFROM:+0530", "TZOFFSETTO:+0530"]
SUMMER = ["DTSTART:20200329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"]
WINTER = [
    "DTSTART:20201025T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
]
NINE_TO_FIVE = ("2027-05-01", "09:00-17:00")
UNKNOWN = [("warning", "read.unknown-zone")]
CUSTOM = [("warning", "read.custom-zone")]


@pytest.mark.parametrize(
    ("before", "lines", "expected", "codes"),
    [
        pytest.param([], [DAY], ("2027-05-01", None, None), [], id="a day"),
        pytest.param([], [DAY, "DURATION:P3D"], ("2027-05-01/2027-05-03", None, None), [], id="three days long"),
        pytest.param([], [DAY, "DURATION:P1W"], ("2027-05-01/2027-05-07", None, None), [], id="a week long"),
        pytest.param([], [NOON, "DTEND:20270501T140000Z"], ("2027-05-01", "12:00-14:00", "UTC"), [], id="hours in UTC"),
        pytest.param([], [NOON, "DURATION:PT2H30M"], ("2027-05-01", "12:00-14:30", "UTC"), [], id="duration"),
        pytest.param(
            [],
            [NOON, "DTEND:20270502T020000Z"],
            ("2027-05-01", "12:00-02:00", "UTC"),
            [],
            id="until after midnight",
        ),
        pytest.param(
            [],
            ["DTSTART:20270501T000000Z", "DTEND:20270503T000000Z"],
            ("2027-05-01/2027-05-02", None, "UTC"),
            [],
            id="from midnight to midnight",
        ),
        pytest.param([], [NOON], ("2027-05-01", None, "UTC"), [("note", "read.hours")], id="no end"),
        pytest.param(
            [],
            [NOON, "DTEND:20270503T150000Z"],
            ("2027-05-01/2027-05-03", None, "UTC"),
            [("note", "read.hours")],
            id="hours over several days",
        ),
        pytest.param(
            [],
            [NOON, "DTEND:20270502T120000Z"],
            ("2027-05-01/2027-05-02", None, "UTC"),
            [("note", "read.hours")],
            id="from noon to noon",
        ),
        pytest.param(
            [],
            ["DTSTART:20270501T120059Z", "DTEND:20270501T140060Z"],
            ("2027-05-01", "12:00-14:00", "UTC"),
            [("note", "read.seconds")],
            id="seconds",
        ),
        pytest.param(
            [],
            ["DTSTART:20270501T120000Z", "DTEND:20270501T120030Z"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours")],
            id="within one minute",
        ),
        pytest.param(
            [],
            ["DTSTART:20270501T090000", "DTEND:20270501T170000"],
            (*NINE_TO_FIVE, None),
            [("warning", "read.floating")],
            id="floating",
        ),
        pytest.param(
            [],
            ["DTSTART:20270501T090000", "DURATION:PT8H"],
            (*NINE_TO_FIVE, None),
            [("warning", "read.floating")],
            id="floating, with a duration",
        ),
        pytest.param(
            [],
            ["DTSTART:20270501"],
            ("2027-05-01", None, None),
            [("warning", "read.date")],
            id="date that does not say so",
        ),
        pytest.param(
            [],
            [DAY, "DTEND;VALUE=DATE:20270501"],
            ("2027-05-01", None, None),
            [("warning", "read.end")],
            id="no day long",
        ),
        pytest.param(
            [],
            [NOON, "DTEND:20270501T110000Z"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours"), ("warning", "read.end")],
            id="end before start",
        ),
        pytest.param(
            [],
            [NOON, "DURATION:-PT1H"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours"), ("warning", "read.end")],
            id="negative duration",
        ),
        pytest.param(
            [],
            [NOON, "DURATION:P9999999W"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours"), ("warning", "read.end")],
            id="duration beyond all years",
        ),
        pytest.param(
            [],
            [NOON, "DURATION:P1"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours"), ("warning", "read.time")],
            id="no duration",
        ),
        pytest.param(
            [],
            [DAY, "DTEND;VALUE=DATE:20270503", "DURATION:P1D"],
            ("2027-05-01/2027-05-02", None, None),
            [("warning", "read.two-ends")],
            id="two ends",
        ),
        pytest.param(
            [],
            [DAY, "DTEND:20270503T120000Z"],
            ("2027-05-01/2027-05-03", None, None),
            [("warning", "read.mixed")],
            id="day and time",
        ),
        pytest.param(
            [],
            [NOON, "DTEND;VALUE=DATE:20270503"],
            ("2027-05-01/2027-05-02", None, None),
            [("warning", "read.mixed")],
            id="time and day",
        ),
        pytest.param([], ["DTSTART:20271301"], (None, None, None), [("warning", "read.time")], id="no such month"),
        pytest.param(
            [], ["DTSTART:20270501T250000"], (None, None, None), [("warning", "read.time")], id="no such hour"
        ),
        pytest.param([], ["DTSTART:20270230T120000"], (None, None, None), [("warning", "read.time")], id="no such day"),
        pytest.param([], [], (None, None, None), [("warning", "read.no-start")], id="no start"),
        pytest.param(
            [],
            ["DURATION:PT1H"],
            (None, None, None),
            [("warning", "read.no-start")],
            id="duration alone",
        ),
        pytest.param(
            [],
            zoned("Asia/Tokyo"),
            (*NINE_TO_FIVE, "Asia/Tokyo"),
            [("warning", "read.undeclared-zone")],
            id="no VTIMEZONE",
        ),
        pytest.param(
            vtimezone("Europe/Berlin", SUMMER, WINTER),
            zoned("Europe/Berlin"),
            (*NINE_TO_FIVE, "Europe/Berlin"),
            [],
            id="VTIMEZONE",
        ),
        pytest.param(
            vtimezone("Europe/Berlin", FIXED),
            zoned("Europe/Berlin"),
            (*NINE_TO_FIVE, "Europe/Berlin"),
            [("warning", "read.zone-differs")],
            id="VTIMEZONE that says something else",
        ),
        pytest.param(
            vtimezone("Tokyo Standard Time", FIXED[:1]),
            zoned("Tokyo Standard Time"),
            (*NINE_TO_FIVE, "Asia/Tokyo"),
            [("note", "read.windows-zone")],
            id="name of Windows",
        ),
        pytest.param(
            vtimezone("/example.org/2027_1/Asia/Tokyo"),
            zoned("/example.org/2027_1/Asia/Tokyo"),
            (*NINE_TO_FIVE, "Asia/Tokyo"),
            [("note", "read.zone-name")],
            id="prefix",
        ),
        pytest.param([], zoned("/example.org/Tokyo"), (*NINE_TO_FIVE, None), UNKNOWN, id="prefix of nothing"),
        pytest.param(
            vtimezone("Tokyo", extra=["X-LIC-LOCATION:Asia/Tokyo"]),
            zoned("Tokyo"),
            (*NINE_TO_FIVE, "Asia/Tokyo"),
            [("note", "read.zone-name")],
            id="X-LIC-LOCATION",
        ),
        pytest.param([], zoned("Tokyo"), (*NINE_TO_FIVE, None), UNKNOWN, id="nobody knows"),
        pytest.param(vtimezone("Mine", FIXED), zoned("Mine"), (*NINE_TO_FIVE, "Etc/GMT-3"), CUSTOM, id="whole hours"),
        pytest.param(
            vtimezone("Mine", HALF), zoned("Mine"), ("2027-05-01", "03:30-11:30", "UTC"), CUSTOM, id="half hours"
        ),
        pytest.param(
            vtimezone("Mine", SUMMER, WINTER), zoned("Mine"), (*NINE_TO_FIVE, "Etc/GMT-2"), CUSTOM, id="summer time"
        ),
        pytest.param(
            vtimezone("Mine", ["DTSTART:20200101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000"]),
            zoned("Mine"),
            (*NINE_TO_FIVE, "UTC"),
            CUSTOM,
            id="as UTC",
        ),
        pytest.param(
            vtimezone("Mine", HALF),
            ["DTSTART;TZID=Mine:00010101T000000"],
            ("0001-01-01", None, None),
            [*UNKNOWN, ("note", "read.hours")],
            id="before all years",
        ),
        pytest.param(
            [],
            ["DTSTART;TZID=America/New_York:20270501T090000", "DTEND:20270501T150000Z"],
            ("2027-05-01", "09:00-11:00", "America/New_York"),
            [("warning", "read.undeclared-zone")],
            id="two zones",
        ),
        pytest.param(
            [],
            ["DTSTART;TZID=Asia/Tokyo:99991230T090000", "DTEND:99991231T235959Z"],
            ("9999-12-30/9999-12-31", None, "Asia/Tokyo"),
            [("warning", "read.undeclared-zone"), ("note", "read.hours")],
            id="end of all years",
        ),
        pytest.param(
            [],
            ["DTSTART:00010101T000000", "DTEND;TZID=America/New_York:00010101T000000"],
            ("0001-01-01", None, None),
            [("warning", "read.floating"), ("warning", "read.undeclared-zone")],
            id="nothing before all years",
        ),
        pytest.param(
            [],
            ["DTSTART;TZID=Asia/Tokyo:00010101T000000", "DURATION:PT8H"],
            ("0001-01-01", None, "Asia/Tokyo"),
            [("warning", "read.undeclared-zone"), ("note", "read.hours"), ("warning", "read.end")],
            id="start of all years",
        ),
    ],
)
def test_times_are_read_as_far_as_they_are_stated(before, lines, expected, codes):
    found, findings = only(*lines, before=before)
    days, hours, zone = expected
    assert (found.days, found.hours, found.timezone) == (
        days and Days.parse(days), hours and Hours.parse(hours), zone,
    )  # fmt: skip
    assert [(one.level, one.code) for one in findings] == codes


# A rule that ended, one that begins later, listed changes; the times of `zoned` are in May 2027.
EARLIER = ["DTSTART:20000101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0400"]


@pytest.mark.parametrize(
    ("observances", "zone"),
    [
        pytest.param([EARLIER, [*SUMMER[:3], f"{SUMMER[3]};UNTIL=20220327T010000Z"]], "Etc/GMT-2", id="ended rule"),
        pytest.param([EARLIER, ["DTSTART:20280101T000000", *FIXED[1:]]], "Etc/GMT-4", id="not yet"),
        pytest.param([["DTSTART:20280101T000000", *EARLIER[1:]]], "UTC", id="before all"),
        pytest.param([[*EARLIER, "RDATE:20261225T000000,20300101T000000"], FIXED], "Etc/GMT-4", id="listed"),
        pytest.param([EARLIER, [*FIXED, "RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=5MO"]], None, id="fifth of a month"),
        pytest.param([["DTSTART:20200101", *FIXED[1:]]], "Etc/GMT-3", id="onset on a day"),
        pytest.param([[*FIXED[:1], "TZOFFSETFROM:-033000", "TZOFFSETTO:-030000"]], "Etc/GMT+3", id="seconds"),
        pytest.param([[*FIXED, "RRULE:FREQ=SECONDLY"]], None, id="rule of no zone"),
        pytest.param([[*FIXED, "RRULE:FREQ=YEARLY;BYMONTH=13;BYDAY=1SU"]], None, id="no such month"),
        pytest.param([[*FIXED, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=1SU;UNTIL=soon"]], None, id="no such end"),
        pytest.param([[*SUMMER, SUMMER[3]]], None, id="two rules"),
        pytest.param([[*FIXED, "RDATE:soon"]], None, id="no such change"),
        pytest.param([[*FIXED, "RDATE:" + "20200101T000000," * 1000 + "20200102T000000"]], None, id="too many changes"),
        pytest.param([["DTSTART:never", *FIXED[1:]]], None, id="no onset"),
        pytest.param([[*FIXED[:2], "TZOFFSETTO:+5744"]], None, id="no such offset"),
        pytest.param([[*FIXED[:2], "TZOFFSETTO:3"]], None, id="no offset"),
        pytest.param([], None, id="no observance"),
    ],
)
def test_rules_of_an_unknown_zone_give_the_offset_where_they_are_plain(observances, zone):
    found, findings = only(*zoned("Mine"), before=vtimezone("Mine", *observances))
    assert (found.timezone, [(one.level, one.code) for one in findings]) == (zone, CUSTOM if zone else UNKNOWN)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([*HEAD[1:], DAY], [("warning", "read.no-uid", 4)], id="no UID"),
        pytest.param([*HEAD[:2], DAY], [("warning", "read.no-summary", 4)], id="no SUMMARY"),
        pytest.param([*HEAD[:2], "SUMMARY: ", DAY], [("warning", "read.no-summary", 4)], id="empty SUMMARY"),
        pytest.param([*HEAD, DAY, "SUMMARY:Other"], [("warning", "read.repeated", 9)], id="two SUMMARYs"),
        pytest.param([*HEAD, DAY, "RRULE:FREQ=DAILY"], [("warning", "read.recurring", 9)], id="recurring"),
        pytest.param(
            [*HEAD, DAY, "RECURRENCE-ID;VALUE=DATE:20270501"], [("warning", "read.recurring", 9)], id="a time of many"
        ),
        pytest.param([*HEAD, DAY, "STATUS:MAYBE"], [("warning", "read.status", 9)], id="no status"),
        pytest.param([*HEAD, DAY, "GEO:91;0"], [("warning", "read.geo", 9)], id="no latitude"),
        pytest.param([*HEAD, DAY, "GEO:1,2"], [("warning", "read.geo", 9)], id="no GEO"),
        pytest.param([*HEAD, DAY, "URL:javascript:alert(1)"], [("warning", "read.url", 9)], id="no link"),
        pytest.param([*HEAD, DAY, "CONTACT:Jim\\, 555-1234"], [("note", "read.contact", 9)], id="contact in prose"),
        pytest.param([*HEAD, DAY, "IMAGE;VALUE=BINARY:AAAA"], [("note", "read.image", 9)], id="image inside"),
        pytest.param([*HEAD, DAY, "CONFERENCE:tel:+1-555"], [("note", "read.unread", 9)], id="telephone"),
        pytest.param([*HEAD, DAY, "CREATED:19000101T120000Z"], [("note", "read.time", 9)], id="stamp of no time"),
        pytest.param([*HEAD, DAY, "CREATED:soon"], [("warning", "read.time", 9)], id="no stamp"),
        pytest.param([*HEAD, DAY, "ATTENDEE:mailto:a@b.org"], [("note", "read.unread", 9)], id="attendee"),
        pytest.param([*HEAD, DAY, "SEQUENCE:2"], [("note", "read.unread", 9)], id="changed before"),
        pytest.param(
            [*HEAD, DAY, "BEGIN:VALARM", "TRIGGER:-P1D", "END:VALARM"], [("note", "read.unread", 9)], id="alarm"
        ),
        pytest.param([*HEAD, DAY, "DESCRIPTION"], [("warning", "read.line", 9)], id="line without a value"),
        pytest.param([*HEAD, DAY, "DE SCRIPTION:x"], [("warning", "read.line", 9)], id="line without a name"),
        pytest.param([*HEAD[:2], "SUMMARY;LANGUAGE=?:x", DAY], [("note", "read.language", 7)], id="no language"),
        pytest.param([*HEAD, DAY, "END:VALARM"], [("warning", "read.unopened", 9)], id="nothing to end"),
        pytest.param(
            [*HEAD, DAY, "BEGIN:VALARM"], [("warning", "read.unclosed", 9), ("note", "read.unread", 9)], id="no end"
        ),
    ],
)
def test_doubts_stand_at_their_lines(lines, expected):
    found, findings = only(*lines, head=())
    assert (found.days, told(findings)) == (Days.parse("2027-05-01"), expected)


def test_alarms_and_attendees_are_noted_once_a_kind_with_their_number():
    people = [f"ATTENDEE:mailto:{name}@example.org" for name in "abc"]
    _, findings = only(DAY, *people, "ORGANIZER:mailto:d@example.org", "ATTACH:https://example.org/a.pdf")
    assert [one.value for one in findings] == ["ATTENDEE, 3 times", "ORGANIZER", "ATTACH"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["LOCATION:https://zoom.example/j/1"], (None, "https://zoom.example/j/1"), id="address of a room"),
        pytest.param(
            ["LOCATION:https://zoom.example/j/1", "GEO:1;2"],
            (Venue(geo=Geo(1, 2)), "https://zoom.example/j/1"),
            id="both",
        ),
        pytest.param(["LOCATION:mailto:a@b.org"], (Venue(name="mailto:a@b.org"), None), id="no web address"),
        pytest.param(["GEO:1;2"], (Venue(geo=Geo(1, 2)), None), id="coordinates alone"),
        pytest.param(
            ["LOCATION:Park\\n1 Lake Road", "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=Park:geo:1.5,-2"],
            (Venue(name="Park", address=Address(text="1 Lake Road"), geo=Geo(1.5, -2)), None),
            id="Apple's",
        ),
        pytest.param(
            ["LOCATION:Park", "GEO:3;4", "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=Park:geo:1.5,-2"],
            (Venue(name="Park", geo=Geo(3, 4)), None),
            id="Apple's, and the standard's coordinates",
        ),
        pytest.param(
            ["LOCATION:Park\\nHamburg", "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=Lake:nowhere"],
            (Venue(name="Park\nHamburg"), None),
            id="Apple's, of another place",
        ),
        pytest.param(["LOCATION;LANGUAGE=de:Halle"], (Venue(name=Text(de="Halle")), None), id="language"),
        pytest.param(["LOCATION: "], (None, None), id="nothing"),
        pytest.param(
            ["CONFERENCE:https://a.example/", "LOCATION:https://b.example/"],
            (None, "https://a.example/"),
            id="two rooms",
        ),
    ],
)
def test_place_is_a_venue_or_a_room_online(lines, expected):
    found, _ = only(DAY, *lines)
    room = found.online and found.online.link.url
    assert (next(iter(found.venues), None), room) == expected


def test_days_of_publication_are_stamps_only_where_they_say_when_the_event_changed():
    published, _ = only(DAY)
    invited = ical.loads(wrapped(*event(DAY), head=["METHOD:REQUEST"]))
    assert (published.published, invited.conferences[0].published) == (dt.date(2027, 1, 1), None)
    assert told(invited.findings) == [("note", "read.method", 4)]


@pytest.mark.parametrize(
    ("uid", "id"),
    [
        ("picnic_2027.a-b", "picnic_2027.a-b"),
        ("Picnic", "picnic-924075d9"),
        ("1@example.org", "1-example-org-ab6f5b02"),
        ("野餐", "event-6d069379"),
        ("a" * 70, "a" * 60 + "-6bd5e503"),
    ],
)
def test_id_is_made_of_the_uid(uid, id):
    found, _ = only(f"UID:{uid}", *HEAD[1:], DAY, head=())
    assert found.id == id


def test_ids_are_unique_whatever_the_uids():
    uids = ["a", "a", "a-2", "a", "a-2"]
    loaded = ical.loads(wrapped(*(row for uid in uids for row in event(f"UID:{uid}", *HEAD[1:], DAY, head=()))))
    assert [one.id for one in Catalog(loaded.conferences)] == ["a", "a-2", "a-2-2", "a-3", "a-2-3"]
    assert [one.code for one in loaded.findings] == ["read.uid"] * 4


# ----------------------------------------------------------------------------------------------------- whole files


def test_records_that_are_no_events_are_findings():
    names = ["VTODO", "VJOURNAL", "VFREEBUSY", "X-THING"]
    rows = [row for name in names for row in (f"BEGIN:{name}", "SUMMARY:Buy milk", f"END:{name}")]
    loaded = ical.loads(wrapped(*rows))
    assert [(one.level, one.code, one.path) for one in loaded.findings] == [
        ("error", "read.record", f"{name}[0]") for name in names
    ]


def test_event_that_says_nothing_is_a_finding():
    loaded = ical.loads(wrapped(*event("DESCRIPTION:x", head=HEAD[:2])))
    assert (loaded.conferences, told(loaded.findings)) == ((), [("error", "read.record", 4)])


def test_changed_time_of_a_recurring_event_is_a_finding():
    loaded = ical.loads(wrapped(*event(DAY, "RRULE:FREQ=DAILY"), *event(DAY, "RECURRENCE-ID;VALUE=DATE:20270502")))
    assert (len(loaded.conferences), told(loaded.findings)) == (
        1, [("warning", "read.recurring", 9), ("error", "read.record", 11)],
    )  # fmt: skip


def test_several_calendars_in_one_file_are_all_read():
    one = wrapped(*event(DAY))
    loaded = ical.loads(
        one + one.replace(b"picnic", b"dinner") + b"BEGIN:VCALENDAR\r\nCALSCALE:JULIAN\r\nEND:VCALENDAR"
    )
    assert [found.id for found in loaded.conferences] == ["picnic", "dinner"]
    assert told(loaded.findings) == [("note", "read.empty", 21), ("warning", "read.calscale", 22)]


def test_events_outside_any_calendar_are_read():
    loaded = ical.loads("\n".join(["NAME:x", *event(DAY), *event(DAY, head=["UID:b", "SUMMARY:B"])]))
    assert [found.id for found in loaded.conferences] == ["picnic", "b"]
    assert told(loaded.findings) == [("warning", "read.outside", 1), ("warning", "read.no-calendar", 2)]


def test_events_that_nobody_closed_are_read_one_by_one():
    loaded = ical.loads("\n".join(["BEGIN:VCALENDAR", *event(DAY)[:-1], *event(DAY, head=["UID:b", "SUMMARY:B"])[:-1]]))
    assert [found.id for found in loaded.conferences] == ["picnic", "b"]
    assert {code for _, code, _ in told(loaded.findings)} == {"read.unclosed"}


def test_calendars_own_properties_are_noted():
    loaded = ical.loads(wrapped(*event(DAY), head=["X-WR-CALNAME:Fun", "DESCRIPTION:Lots"]), file="fun.ics")
    assert [str(one) for one in loaded.findings] == [
        f"fun.ics:{line}: note: VCALENDAR[0].{name}: a conference has no field for this, so it was not read: {name} "
        "[read.unread]"
        for line, name in ((4, "X-WR-CALNAME"), (5, "DESCRIPTION"))
    ]


def test_octets_that_are_no_utf8_are_replaced_and_noted():
    data = wrapped(*event(DAY)).replace(b"Picnic", b"Pi\xffcnic")
    loaded = ical.loads(data)
    assert (loaded.conferences[0].name, told(loaded.findings)) == (
        Text.of("Pi\ufffdcnic"), [("warning", "read.encoding", 7)],
    )  # fmt: skip


def test_text_is_read_as_octets_are():
    text = wrapped(*event(DAY)).decode().replace("Picnic", "野餐\udc80")
    loaded = ical.loads(text)
    assert (loaded.conferences[0].name, told(loaded.findings)[0][1]) == (
        Text.of("野餐\ufffd\ufffd\ufffd"),
        "read.encoding",
    )


def test_character_that_a_fold_cut_is_whole_again():
    data = wrapped(*event(DAY)).replace(b"Picnic", "野".encode()[:1] + b"\r\n " + "野".encode()[1:])
    assert ical.loads(data).conferences[0].name == Text.of("野")


@pytest.mark.parametrize("data", [b"", b" \r\n", b"{}", b"confkit: 1\n", b"\xff\xfe\x00"])
def test_what_is_no_calendar_is_refused(data):
    with pytest.raises(FileError) as caught:
        ical.loads(data, file="day.ics")
    assert [(one.code, str(one.where)) for one in caught.value.findings] == [("read.none", "day.ics")]


@pytest.mark.parametrize(
    ("lines", "level", "more", "errors"),
    [(["nonsense"], "warning", 200, 0), (["BEGIN:VTODO", "END:VTODO"], "error", 199, 199)],
    ids=["no errors", "errors"],
)
def test_findings_beyond_a_thousand_are_counted(lines, level, more, errors):
    loaded = ical.loads(wrapped(*lines * 1199))
    last = loaded.findings[-1]
    assert (len(loaded.findings), last.level, last.code, last.message) == (
        1001, level, "read.many", f"{more} more findings are not shown, {errors} of them errors",
    )  # fmt: skip


def test_too_many_lines_are_refused():
    with pytest.raises(FileError) as caught:
        ical.loads(b"A:\n " * 2_000_001, file="day.ics")
    assert [(one.code, str(one.where)) for one in caught.value.findings] == [("file.lines", "day.ics")]


def test_blocks_too_deep_are_refused():
    with pytest.raises(FileError) as caught:
        ical.loads(b"BEGIN:X\n" * 100_000)
    assert [(one.code, str(one.where)) for one in caught.value.findings] == [("file.depth", "<text>:21")]


def test_file_is_read(tmp_path):
    path = tmp_path / "day.ics"
    ical.dump(conference(), path)
    assert ical.load(path) == ical.loads(path.read_bytes(), file=str(path))


def test_file_too_long_is_refused(tmp_path):
    path = tmp_path / "day.ics"
    path.write_bytes(wrapped(*event(DAY)))
    size = path.stat().st_size
    assert [len(ical.load(path, max_bytes=most).conferences) for most in (size, 10**400)] == [1, 1]
    for attempt in (lambda: ical.load(path, max_bytes=size - 1), lambda: ical.loads("x" * 20, max_bytes=19)):
        with pytest.raises(FileError) as caught:
            attempt()
        assert [one.code for one in caught.value.findings] == ["file.size"]


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(FileError) as caught:
        ical.load(tmp_path / "none.ics")
    assert [one.code for one in caught.value.findings] == ["file.missing"]


@pytest.mark.parametrize(
    ("attempt", "path"),
    [
        (lambda: ical.load(1), "path"),
        (lambda: ical.load(b"day.ics"), "path"),
        (lambda: ical.load("day.ics", max_bytes=0), "max_bytes"),
        (lambda: ical.loads(None), "data"),
        (lambda: ical.loads(Path("day.ics")), "data"),
        (lambda: ical.loads(b"", file=1), "file"),
        (lambda: ical.loads(b"", max_bytes="1"), "max_bytes"),
        (lambda: ical.loads(b"", max_bytes=True), "max_bytes"),
    ],
)
def test_wrong_types_are_refused_with_a_way_out(attempt, path):
    with pytest.raises(InvalidValueError) as caught:
        attempt()
    (finding,) = caught.value.findings
    assert (finding.path, bool(finding.hint)) == (path, True)


HOSTILE = {
    "one line": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + b"x," * 2_000_000,
    "one parameter": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY;X=" + b'"a",' * 500_000 + b":x",
    "folds": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + b"x\n " * 500_000,
    "lines": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + b"SUMMARY:x\n" * 200_000,
    "categories": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nCATEGORIES:" + b"x," * 20_000,
    "ends": b"BEGIN:VCALENDAR\n" + b"END:VEVENT\n" * 200_000,
    "one id": b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nUID:1\nSUMMARY:x\nEND:VEVENT\n" * 5_000,
    "prefixes": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART;TZID=" + b"/a" * 500_000 + b":20270501T120000",
    "controls": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + bytes(range(256)) * 1000,
    "rules": wrapped(*vtimezone("Mine", *[SUMMER] * 5000), *event(*zoned("Mine")) * 50),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_calendar_is_read_in_time(name):
    started = time.process_time()
    ical.loads(HOSTILE[name])
    assert time.process_time() - started < 10


@pytest.mark.skipif(not CORPUS.is_dir(), reason="set CONFKIT_CORPORA to the folder that holds ics-collective")
def test_real_calendars_are_read_without_losing_a_record():
    outside = rb"(?im)^BEGIN:(?!VCALENDAR|VTIMEZONE|STANDARD|DAYLIGHT|AVAILABLE|VLOCATION)"
    lost, slow = [], []
    paths = sorted((CORPUS / "calendars").glob("*.ics"))
    for path in paths:
        data, started = path.read_bytes(), time.process_time()
        try:
            loaded = ical.load(path)
        except FileError as error:
            found = len(error.findings) - 1
        else:
            found = len(loaded.conferences) + sum(one.level == "error" for one in loaded.findings)
        records = [one for one in re.split(outside, data)[1:] if not one.upper().startswith(b"VALARM")]
        alone = data.upper().startswith(b"BEGIN:VALARM")
        if found != len(records) + alone:
            lost.append((path.name, found, len(records)))
        if time.process_time() - started > 2:
            slow.append(path.name)
    assert (len(paths), lost, slow) == (78, [], [])
