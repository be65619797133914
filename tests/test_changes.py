"""What changed between two versions: kinds, paths, what explains them, and which item is which."""

import datetime as dt
from typing import Any

import attrs
import pytest

from confkit import (
    Address,
    CallForProposals,
    Catalog,
    Conference,
    Contact,
    Days,
    Distance,
    EventRef,
    Geo,
    Hours,
    Image,
    Link,
    Online,
    Organization,
    Pending,
    Registration,
    Relation,
    Revision,
    Source,
    Superseded,
    Text,
    Ticket,
    Topic,
    Translation,
    Venue,
    When,
    changes,
)
from factories import call, conference, deadline, venue

DAY = dt.date(2027, 1, 10)
LATER = When.parse("2027-01-20")


def kinds(old: Conference, new: Conference) -> list[tuple[str, str]]:
    return [(change.kind, change.path) for change in changes.diff(old, new)]


def of(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str]]:
    return kinds(conference(**old), conference(**new))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("scheduled", "cancelled", "event.cancelled"),
        ("scheduled", "postponed", "event.postponed"),
        ("scheduled", "tentative", "event.tentative"),
        ("scheduled", "moved_online", "event.moved_online"),
        ("scheduled", "rescheduled", "event.rescheduled"),
        ("tentative", "scheduled", "event.confirmed"),
    ],
)
def test_status_is_a_change_of_the_event(old: str, new: str, kind: str) -> None:
    assert of({"status": old}, {"status": new}) == [(kind, "status")]


@pytest.mark.parametrize(
    ("field", "old", "new", "kind"),
    [
        ("days", Days.parse("2027-05-01"), Days.parse("2027-05-08"), "event.rescheduled"),
        ("days", Pending("tbd"), Days.parse("2027-05-08"), "event.dated"),
        ("days", None, Days.parse("2027-05-08"), "event.dated"),
        ("days", Days.parse("2027-05-01"), Pending("tbd"), "event.undated"),
        ("days", Days.parse("2027-05-01"), None, "event.undated"),
        ("hours", Hours.parse("09:00-17:00"), Hours.parse("10:00-17:00"), "event.rescheduled"),
        ("hours", None, Hours.parse("10:00-17:00"), "event.hours_set"),
        ("hours", Hours.parse("09:00-17:00"), None, "event.hours_removed"),
        ("name", "PyCon", "PyCon Example", "event.renamed"),
        ("name", Text(en="PyCon"), Text(en="PyCon", zh="PyCon 大会"), "text.translated"),
        ("summary", None, "A day.", "text.added"),
        ("summary", "A day.", None, "text.removed"),
        ("summary", Text(en="A day."), Text(en="One day.", zh="一天。"), "text.reworded"),
        ("summary", Text(en="A day."), Text(en="A day.", zh="一天。"), "text.translated"),
        ("online", None, Online(), "online.added"),
        ("online", Online(), Online(platform="Zoom"), "online.changed"),
        ("online", Online(), None, "online.removed"),
        ("registration", None, Registration(), "registration.added"),
        ("registration", Registration(), None, "registration.removed"),
        ("edition", 1, 2, "field.changed"),
        ("languages", ["en"], ["en", "zh"], "field.changed"),
        ("extra", {}, {"seats": 300}, "field.changed"),
        ("namespace", "example.org", None, "field.removed"),
    ],
)
def test_field_changes(field: str, old: Any, new: Any, kind: str) -> None:
    assert of({field: old}, {field: new}) == [(kind, field)]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("2027-01-13", "2027-01-20", "deadline.extended"),
        ("2027-01-13", "2027-01-06", "deadline.brought_forward"),
        ("2027-01-13", "2027-01-13T23:59[AoE]", "deadline.restated"),
        ("2027-01-13", "2027-01", "deadline.restated"),
        ("2027-01-13T23:59[AoE]", "2027-01-14T19:59+08:00", "deadline.restated"),
        ("2027-01-13", "2027-01-13T24:00[Asia/Shanghai]", "deadline.restated"),
        ("2027-01-13", "2027-01-14T09:00Z", "deadline.extended"),
        ("2027-01-14", "2027-01-13T18:00Z", "deadline.brought_forward"),
        ("tbd", "2027-01-13", "deadline.set"),
        ("2027-01-13", "tbd", "deadline.withdrawn"),
        ("2027-01-13", "cancelled", "deadline.cancelled"),
        ("tbd", "cancelled", "deadline.cancelled"),
        ("tbd", "rolling", "deadline.changed"),
    ],
)
def test_deadline_moves_by_the_windows_of_its_dates(old: str, new: str, kind: str) -> None:
    before, after = (
        call(deadlines=[deadline(at=Pending(at) if at.isalpha() else When.parse(at))]) for at in (old, new)
    )
    assert of({"calls": [before]}, {"calls": [after]}) == [(kind, "calls[0].deadlines[0].at")]


@pytest.mark.parametrize("kind", ["notification", "rebuttal_start"])
def test_date_that_closes_nothing_is_moved(kind: str) -> None:
    before, after = (call(deadlines=[deadline(kind=kind, at=When.parse(at))]) for at in ("2027-01-13", "2027-01-20"))
    assert of({"calls": [before]}, {"calls": [after]}) == [("deadline.moved", "calls[0].deadlines[0].at")]


def test_milestones_and_registration_move_as_deadlines_do() -> None:
    before = conference(
        milestones=[deadline(kind="travel_grant")],
        registration=Registration(opens=When.parse("2027-02-01"), closes=When.parse("2027-04-01")),
    )
    after = conference(
        milestones=[deadline(kind="travel_grant", at=LATER)],
        registration=Registration(opens=When.parse("2027-02-02"), closes=When.parse("2027-04-02")),
    )
    assert kinds(before, after) == [
        ("milestone.extended", "milestones[0].at"),
        ("registration.moved", "registration.opens"),
        ("registration.extended", "registration.closes"),
    ]


def test_call_and_what_is_in_it() -> None:
    before = call(
        opens=When.parse("2026-11-01"),
        topics=[Topic(name="A"), Topic(name=Text(en="B")), Topic(name="C", id="c")],
        submit=Link(url="https://example.org/a"),
    )
    after = call(
        name="Call",
        opens=When.parse("2026-11-02"),
        deadlines=[deadline(kind="abstract"), deadline(label="final")],
        topics=[Topic(name=Text(en="B", zh="乙")), Topic(name="Sea", id="c"), Topic(name="D")],
        submit=Link(url="https://example.org/b"),
    )
    assert of({"calls": [before]}, {"calls": [after]}) == [
        ("text.added", "calls[0].name"),
        ("opens.moved", "calls[0].opens"),
        ("deadline.added", "calls[0].deadlines[0]"),
        ("text.added", "calls[0].deadlines[1].label"),
        ("topic.changed", "calls[0].topics[0]"),
        ("topic.changed", "calls[0].topics[1]"),
        ("topic.added", "calls[0].topics[2]"),
        ("topic.removed", "calls[0].topics[0]"),
        ("link.changed", "calls[0].submit"),
    ]


def test_calls_are_known_by_id_wherever_they_stand() -> None:
    papers = CallForProposals(kind="papers", deadlines=[deadline()])
    later = attrs.evolve(papers, deadlines=[deadline(at=LATER)])
    found = changes.diff(
        conference(calls=[call(), papers]), conference(calls=[later, CallForProposals(kind="posters")])
    )
    assert [(change.kind, change.old_path, change.new_path) for change in found] == [
        ("deadline.extended", "calls[1].deadlines[0].at", "calls[0].deadlines[0].at"),
        ("call.added", None, "calls[1]"),
        ("call.removed", "calls[0]", None),
    ]


def test_items_in_another_order_are_one_change() -> None:
    one, two = Topic(name="A"), Topic(name="B")
    found = changes.diff(conference(topics=[one, two]), conference(topics=[two, one]))
    assert [(change.kind, change.path, change.old, change.new) for change in found] == [
        ("order.changed", "topics", (one, two), (two, one))
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([venue()], [venue(name="Hall")], [("venue.changed", "venues[0].name")]),
        ([venue()], [venue(id="hall", name="Hall")], [("venue.changed", "venues[0]")]),
        ([], [venue()], [("venue.added", "venues[0]")]),
        ([venue()], [], [("venue.removed", "venues[0]")]),
        (
            [venue(address=Address(country="CN"))],
            [venue(address=Address(country="JP"), geo=Geo(1, 2), role="hotel", id="main")],
            [
                ("field.changed", "venues[0].role"),
                ("address.changed", "venues[0].address"),
                ("field.added", "venues[0].geo"),
            ],
        ),
        (
            [venue(distances=[Distance(origin="Station", km=1)])],
            [venue(distances=[Distance(origin="Station", km=2)])],
            [("field.changed", "venues[0].distances[0]")],
        ),
    ],
    ids=["name", "other-id", "added", "removed", "fields", "distance"],
)
def test_venues(old: list[Venue], new: list[Venue], expected: list[tuple[str, str]]) -> None:
    assert of({"venues": old}, {"venues": new}) == expected


LISTS = {
    "contacts": (
        [Contact(email="a@example.org"), Contact(email="b@example.org", purpose="x")],
        [Contact(email="c@example.org"), Contact(email="b@example.org", phone="1")],
        [("contact.changed", 0), ("contact.changed", 1)],
    ),
    "images": (
        [Image(url="https://example.org/a")],
        [Image(url="https://example.org/a", alt="A"), Image(url="https://example.org/b")],
        [("field.changed", 0), ("field.added", 1)],
    ),
    "links": (
        [Link(url="https://example.org/a"), Link(url="https://example.org/b", rel="video")],
        [
            Link(url="https://example.org/a", title="A"),
            Link(url="https://example.org/c", rel="video"),
            Link(url="https://example.org/b", rel="map"),
        ],
        [("link.changed", 0), ("link.changed", 1), ("link.added", 2)],
    ),
    "organizations": (
        [Organization(name=Text(en="A", zh="甲")), Organization(name="B")],
        [Organization(name=Text(zh="甲"), role="host"), Organization(name="C")],
        [("organization.changed", 0), ("organization.added", 1), ("organization.removed", 1)],
    ),
    "relations": (
        [Relation(kind="follows", target=EventRef(name="A")), Relation(kind="part_of", target=EventRef(id="b"))],
        [Relation(kind="co_located", target=EventRef(name="A")), Relation(kind="part_of", target=EventRef(id="c"))],
        [("relation.changed", 0), ("relation.added", 1), ("relation.removed", 1)],
    ),
    "sources": (
        [Source(url="https://example.org/")],
        [Source(url="https://example.org/", note="news")],
        [("field.changed", 0)],
    ),
    "translations": (
        [Translation(language="zh", status="machine")],
        [Translation(language="zh", status="official")],
        [("field.changed", 0)],
    ),
    "formats": ([Text(en="talks")], [Text(en="talks", zh="演讲")], [("text.translated", 0)]),
}


@pytest.mark.parametrize("field", LISTS)
def test_items_are_known_again(field: str) -> None:
    old, new, expected = LISTS[field]
    assert of({field: old}, {field: new}) == [(kind, f"{field}[{number}]") for kind, number in expected]


def test_tickets_are_known_by_id() -> None:
    before, after = (
        Registration(tickets=[Ticket(id="early", name=name)], link=Link(url=f"https://example.org/{name}"))
        for name in ("a", "b")
    )
    assert of({"registration": before}, {"registration": after}) == [
        ("link.changed", "registration.link"),
        ("ticket.changed", "registration.tickets[0]"),
    ]


def test_items_that_stand_twice_are_told_apart() -> None:
    a, b = Organization(name="A"), Organization(name="B")
    assert of({"organizations": [a, a]}, {"organizations": [a, b, a, a]}) == [
        ("organization.added", "organizations[1]"),
        ("organization.added", "organizations[3]"),
    ]


def test_item_is_known_again_by_one_item_alone() -> None:
    both, english, chinese = (
        Organization(name=Text(name)) for name in ({"en": "A", "zh": "甲"}, {"en": "A"}, {"zh": "甲"})
    )
    assert of({"organizations": [both]}, {"organizations": [english, chinese]}) == [
        ("organization.changed", "organizations[0]"),
        ("organization.added", "organizations[1]"),
    ]


def test_history_of_a_deadline_explains_its_date() -> None:
    later = deadline().extend(LATER, announced=DAY, reason="many requests")
    (change,) = changes.diff(conference(calls=[call()]), conference(calls=[call(deadlines=[later])]))
    assert (change.announced, change.reason) == (DAY, Text.of("many requests"))
    assert change.explained_by == ("calls[0].deadlines[0].announced", "calls[0].deadlines[0].history[0]")


def test_history_of_two_moves_gives_the_last_day_and_reason() -> None:
    first = deadline().extend(When.parse("2027-01-16"), announced=DAY, reason="a storm")
    second = first.extend(LATER, announced=dt.date(2027, 1, 15))
    undated = attrs.evolve(second, announced=None)
    (change,) = changes.diff(conference(calls=[call()]), conference(calls=[call(deadlines=[undated])]))
    assert (change.announced, change.reason) == (dt.date(2027, 1, 15), Text.of("a storm"))


def test_history_that_does_not_explain_is_a_change_of_its_own() -> None:
    other = [Superseded(at=When.parse("2026-12-01"), replaced=DAY)]
    before = deadline(announced=DAY)
    after = deadline(at=LATER, announced=None, history=other)
    at = "calls[0].deadlines[0]"
    assert of({"calls": [call(deadlines=[before])]}, {"calls": [call(deadlines=[after])]}) == [
        ("deadline.extended", f"{at}.at"),
        ("field.removed", f"{at}.announced"),
        ("field.changed", f"{at}.history"),
    ]
    unmoved = call(deadlines=[deadline(announced=DAY, history=other)])
    assert of({"calls": [call()]}, {"calls": [unmoved]}) == [
        ("field.added", f"{at}.announced"),
        ("field.changed", f"{at}.history"),
    ]


def test_history_of_the_event_explains_days_status_and_place() -> None:
    before = conference(venues=[venue()])
    row = Revision(days=before.days, status="scheduled", place="Expo Centre", replaced=DAY, reason="a typhoon")
    after = conference(
        venues=[venue(name="Hall")], days=Days.parse("2027-06-01"), status="rescheduled", history=[row], edition=2
    )
    found = changes.diff(before, after)
    assert [(change.kind, change.announced, change.reason, change.explained_by) for change in found] == [
        ("event.rescheduled", DAY, Text.of("a typhoon"), ("status", "history[0]")),
        ("venue.changed", DAY, Text.of("a typhoon"), ("history[0]",)),
        ("field.added", None, None, ()),
    ]


def test_row_of_the_history_that_explains_in_part_is_told_too() -> None:
    before = conference()
    row = Revision(days=before.days, hours=Hours.parse("09:00-17:00"), replaced=DAY)
    found = changes.diff(before, conference(days=Days.parse("2027-06-01"), history=[row]))
    assert [(change.kind, change.path, change.announced, change.explained_by) for change in found] == [
        ("event.rescheduled", "days", DAY, ()),
        ("field.added", "history[0]", None, ()),
    ]


def test_history_that_was_rewritten_explains_nothing() -> None:
    one, two = (Revision(status="tentative", replaced=dt.date(2026, 1, day)) for day in (1, 2))
    found = of({"history": [one]}, {"history": [two], "status": "cancelled"})
    assert found == [("event.cancelled", "status"), ("field.changed", "history")]


def test_new_status_says_nothing_beside_what_it_is_about() -> None:
    hours = {"hours": Hours.parse("09:00-17:00")}
    assert of(hours, {"hours": Hours.parse("10:00-17:00"), "status": "rescheduled"}) == [("event.rescheduled", "hours")]
    assert of({}, {"status": "moved_online", "online": Online()}) == [("event.moved_online", "status")]
    assert of({}, {"status": "moved_online", "online": Online(platform="Zoom")}) == [
        ("event.moved_online", "status"),
        ("online.added", "online"),
    ]


def test_changes_of_a_catalog_are_those_of_its_events() -> None:
    a, b, c = (conference(id=name) for name in "abc")
    moved = conference(id="a", status="rescheduled", days=Days.parse("2027-06-01"))
    found = changes.diff(Catalog([a, b]), Catalog([c, moved]))
    assert [(change.kind, change.old_path, change.new_path, change.explained_by) for change in found] == [
        ("event.added", None, "conferences[0]", ()),
        ("event.rescheduled", "conferences[0].days", "conferences[1].days", ("conferences[1].status",)),
        ("event.removed", "conferences[1]", None, ()),
    ]
    named = changes.diff(Catalog([a]), Catalog([attrs.evolve(a, edition=2)]))
    assert [(change.old_path, change.new_path) for change in named] == [(None, "conferences[0].edition")]
    assert [change.kind for change in changes.diff(Catalog([a, b]), Catalog([b, a]))] == ["order.changed"]


def test_diff_takes_two_of_a_kind() -> None:
    with pytest.raises(ValueError, match="only two conferences, or two catalogs, are compared"):
        changes.diff(conference(), Catalog([]))  # type: ignore[type-var]


def test_change_of_nothing_has_no_path() -> None:
    assert changes.Change(kind="field.changed").path == ""
