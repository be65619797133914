import copy
import datetime as dt
import pickle

import attrs
import pytest

import confkit
from confkit import Conference, Days, Hours, Link, Online, Pending, Revision, Source, Text, Translation, Venue, When
from confkit.errors import ConfkitError, InvalidValueError
from factories import call, conference, deadline, venue

ONLINE = Online(platform="Zoom")
MAY_1 = dt.date(2025, 5, 1)


def test_attendance_is_derived():
    cases = [
        ({}, None),
        ({"venues": [venue()]}, "in_person"),
        ({"online": ONLINE}, "online"),
        ({"venues": [venue()], "online": ONLINE}, "hybrid"),
        ({"venues": [venue()], "online": Online()}, "hybrid"),
        ({"venues": [venue()], "status": "moved_online"}, "online"),
    ]
    for fields, attendance in cases:
        assert conference(**fields).attendance == attendance, fields


def test_local_timezone_is_that_of_the_conference_or_the_main_venue():
    cases = [
        ({}, None),
        ({"timezone": "Asia/Tokyo", "venues": [venue()]}, "Asia/Tokyo"),
        ({"venues": [venue(role="hotel", timezone="Asia/Tokyo"), venue()]}, "Asia/Shanghai"),
        ({"venues": [venue(role="hotel", timezone="Asia/Tokyo"), venue(role="social")]}, "Asia/Tokyo"),
        ({"venues": [venue(timezone=None)]}, None),
    ]
    for fields, key in cases:
        assert conference(**fields).local_timezone == key, fields


def test_link_is_the_first_of_its_kind():
    links = [Link(url=f"https://example.org/{n}", rel=rel) for n, rel in enumerate(("cfp", "site", "site"))]
    assert conference(links=links).link("site") == links[1]
    assert conference(links=links).link("map") is None


def test_invalid_value_is_refused_with_its_field():
    cases = [
        ({"id": None}, [("id.slug", "id")]),
        ({"id": "PyCon 2027"}, [("id.slug", "id")]),
        ({"id": b"day"}, [("id.slug", "id")]),
        ({"namespace": "example"}, [("namespace.text", "namespace")]),
        ({"namespace": "a b.org"}, [("namespace.text", "namespace")]),
        ({"namespace": 3}, [("namespace.text", "namespace")]),
        ({"series": "PyCon"}, [("value.type", "series")]),
        ({"edition": 0}, [("edition.range", "edition")]),
        ({"edition": True}, [("edition.range", "edition")]),
        ({"edition": "first"}, [("edition.range", "edition")]),
        ({"kind": "Conference"}, [("kind.name", "kind")]),
        ({"published": "2025-03-19"}, [("value.type", "published")]),
        ({"updated": dt.datetime(2025, 3, 19)}, [("value.type", "updated")]),
        ({"days": "2025-06-07"}, [("value.type", "days")]),
        ({"days": dt.date(2025, 6, 7)}, [("value.type", "days")]),
        ({"days": When.parse("2025-06-07")}, [("value.type", "days")]),
        ({"hours": "09:00-18:00"}, [("value.type", "hours")]),
        ({"timezone": "CST"}, [("zone.unknown", "timezone")]),
        ({"status": "off"}, [("value.choice", "status")]),
        ({"status": None}, [("value.choice", "status")]),
        ({"online": True}, [("value.type", "online")]),
        ({"venues": venue()}, [("value.type", "venues")]),
        ({"venues": [None, venue(), "hall"]}, [("value.type", "venues[0]"), ("value.type", "venues[2]")]),
        ({"venues": "hall"}, [("value.type", "venues")]),
        ({"venues": b"hall"}, [("value.type", "venues")]),
        ({"venues": None}, [("value.type", "venues")]),
        ({"relations": [3]}, [("value.type", "relations[0]")]),
        ({"organizations": ["A"]}, [("value.type", "organizations[0]")]),
        ({"contacts": ["a@b.org"]}, [("value.type", "contacts[0]")]),
        ({"topics": ["AI"]}, [("value.type", "topics[0]")]),
        ({"calls": ["talks"]}, [("value.type", "calls[0]")]),
        ({"milestones": [When.parse("2025")]}, [("value.type", "milestones[0]")]),
        ({"links": ["https://example.org/"]}, [("value.type", "links[0]")]),
        ({"images": ["a.jpg"]}, [("value.type", "images[0]")]),
        ({"translations": ["zh"]}, [("value.type", "translations[0]")]),
        ({"sources": ["https://example.org/"]}, [("value.type", "sources[0]")]),
        ({"registration": "soon"}, [("value.type", "registration")]),
        ({"venues": [venue(), venue(), venue()]}, [("id.duplicate", "venues[1].id"), ("id.duplicate", "venues[2].id")]),
        ({"calls": [call(), call()]}, [("id.duplicate", "calls[1].id")]),
        ({"milestones": [deadline(), deadline()]}, [("id.duplicate", "milestones[1].id")]),
        (
            {"translations": [Translation(language=tag, status="machine") for tag in ("zh", "zh-CN")]},
            [("id.duplicate", "translations[1].language")],
        ),
        (
            {"history": [Revision(status="postponed", replaced=day) for day in (MAY_1, dt.date(2025, 4, 1))]},
            [("history.order", "history")],
        ),
        ({"history": [3]}, [("value.type", "history[0]")]),
    ]
    for fields, expected in cases:
        with pytest.raises(InvalidValueError) as error:
            conference(**fields)
        assert [(finding.code, finding.path) for finding in error.value.findings] == expected, fields
        assert [finding for finding in error.value.findings if not finding.hint or finding.value is None] == [], fields


def test_namespace_is_a_domain_or_a_uri():
    for namespace in ["example.org", "tag:example.org,2025:events", "https://example.org/events"]:
        assert conference(namespace=namespace).namespace == namespace, namespace


def test_incomplete_revision_or_source_is_refused():
    cases = [
        (lambda: Revision(replaced=MAY_1), ("revision.empty", "")),
        (lambda: Revision(days=Days.parse("2025"), replaced=None), ("value.type", "replaced")),
        (lambda: Revision(status="off", replaced=MAY_1), ("value.choice", "status")),
        (lambda: Revision(place=3, replaced=MAY_1), ("text.type", "place")),
        (lambda: Source(url="example.org"), ("link.scheme", "url")),
        (lambda: Source(url="https://example.org", retrieved="today"), ("value.type", "retrieved")),
    ]
    for make, expected in cases:
        with pytest.raises(InvalidValueError) as error:
            make()
        assert [(finding.code, finding.path) for finding in error.value.findings] == [expected], make


def test_empty_revision_is_refused():
    cases = [
        {"days": Pending("tbd")},
        {"hours": Hours.parse("09:00-18:00")},
        {"status": "tentative"},
        {"place": "Hall A"},
    ]
    for was in cases:
        rows = (Revision(**was, replaced=MAY_1), Revision(**was, replaced=MAY_1))
        assert conference(history=rows).history == rows, was


def test_id_and_name_are_enough():
    assert repr(Conference(id="day", name="Day")) == "Conference(id='day', name=Text.of('Day'))"


def test_extra_is_copied_and_left_out_of_the_hash():
    extra = {"seats": [300, {"front": 1.5}], "wifi": True, "note": "免费", "none": None}
    day = conference(extra=extra)
    extra["seats"][1]["front"] = 2
    assert day.extra == {"seats": [300, {"front": 1.5}], "wifi": True, "note": "免费", "none": None}
    assert day != conference()
    assert hash(day) == hash(conference())
    assert hash(day) != hash(conference(edition=2))


LOOP: list[object] = []
LOOP.extend([LOOP, LOOP])


def test_extra_takes_json_only():
    cases = [
        (None, [("value.type", "extra")]),
        ([("a", 1)], [("value.type", "extra")]),
        ({"a": dt.date(2025, 4, 13)}, [("extra.json", "extra.a")]),
        ({"a": (1, 2)}, [("extra.json", "extra.a")]),
        ({"a": float("nan"), "b": [float("inf")]}, [("extra.json", "extra.a"), ("extra.json", "extra.b[0]")]),
        ({"a": {1: "b"}}, [("extra.json", "extra.a")]),
        ({"a": "\ud800", "\udc00": 1}, [("extra.json", "extra.a"), ("extra.json", "extra")]),
        ({"a": 10**5000}, [("extra.json", "extra.a")]),
        ({"a": b"b"}, [("extra.json", "extra.a")]),
        ({"a": LOOP}, [("extra.depth", "extra.a" + "[0]" * 24 + "[…")] * 20),
    ]
    for extra, expected in cases:
        with pytest.raises(InvalidValueError) as error:
            conference(extra=extra)
        assert [(finding.code, finding.path) for finding in error.value.findings] == expected, extra


VALUES = [
    getattr(confkit, name)
    for name in confkit.__all__
    if isinstance(getattr(confkit, name), type) and attrs.has(getattr(confkit, name))
]


WRONG = (None, True, 3.5, b"x", "", "\ud800", [], [None], {}, {1: 2}, object(), dt.datetime(2025, 1, 1))
REQUIRED = {
    Conference: {"id": "day", "name": "Day"},
    confkit.PartialDate: {"year": 2025},
    Days: {"first": dt.date(2025, 6, 7)},
    Hours: {"opens": dt.time(9), "closes": dt.time(18)},
    When: {"date": dt.date(2025, 6, 7)},
    Pending: {"reason": "rolling"},
    confkit.Deadline: {"kind": "submission", "at": Pending("tbd")},
    confkit.Superseded: {"at": Pending("tbd"), "replaced": MAY_1},
    Translation: {"language": "zh", "status": "machine"},
    Link: {"url": "https://example.org/"},
    confkit.Image: {"url": "https://example.org/"},
    confkit.Geo: {"latitude": 0, "longitude": 0},
    confkit.Address: {"country": "CN"},
    confkit.Distance: {"origin": "airport", "km": 39},
    Venue: {"name": "Hall"},
    confkit.Organization: {"name": "A"},
    confkit.Contact: {"email": "a@b.org"},
    confkit.Topic: {"name": "AI"},
    confkit.Money: {"amount": 1, "currency": "CNY"},
    confkit.Ticket: {"id": "early"},
    confkit.EventRef: {"name": "A"},
    confkit.Relation: {"kind": "follows", "target": confkit.EventRef(name="A")},
    confkit.Series: {"id": "a"},
    Source: {"url": "https://example.org/"},
    Revision: {"status": "tentative", "replaced": MAY_1},
}


def test_wrong_type_in_any_field_raises_a_confkit_error():
    for wrong in WRONG:
        for kind in VALUES:
            fields = [field for field in attrs.fields(kind) if field.init and not field.name.startswith("_")]
            raised = []
            for field in fields:
                try:
                    kind(**{**REQUIRED.get(kind, {}), field.name: wrong})
                except ConfkitError as error:
                    raised.append(error)
            assert [error for error in raised if not all(finding.message for finding in error.findings)] == [], (
                kind,
                wrong,
            )


def test_values_are_frozen_slotted_and_keyword_only():
    day = conference(venues=[venue()])
    for value in (day, day.venues[0], day.name, day.days):
        assert not hasattr(value, "__dict__")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            value.id = "other"
    with pytest.raises(TypeError):
        Venue("hall")


def test_conference_survives_copies():
    day = conference(venues=[venue()], calls=[call()], extra={"a": [1]}, name=Text(en="Day", zh="日"))
    assert pickle.loads(pickle.dumps(day)) == copy.deepcopy(day) == attrs.evolve(day) == day
    assert len({day, copy.deepcopy(day), conference()}) == 2
    assert day != "day"
