"""How items of lists are recognised in the new version, and what changed in them."""

import attrs

from confkit import (
    Address,
    CallForProposals,
    Contact,
    Distance,
    EventRef,
    Geo,
    Image,
    Link,
    Organization,
    Registration,
    Relation,
    Source,
    Text,
    Ticket,
    Topic,
    Translation,
    Venue,
    When,
    changes,
)
from differences import LATER, kinds_between
from factories import call, conference, deadline, venue


def test_changes_inside_a_call() -> None:
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
    assert kinds_between({"calls": [before]}, {"calls": [after]}) == [
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


def test_calls_are_recognised_by_id_in_any_order() -> None:
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


VENUES: list[tuple[list[Venue], list[Venue], list[tuple[str, str]]]] = [
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
]


def test_changes_of_venues() -> None:
    for old, new, expected in VENUES:
        assert kinds_between({"venues": old}, {"venues": new}) == expected, (old, new)


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


def test_items_of_lists_are_recognised_by_their_marks() -> None:
    for field, (old, new, expected) in LISTS.items():
        found = kinds_between({field: old}, {field: new})
        assert (field, found) == (field, [(kind, f"{field}[{number}]") for kind, number in expected])


def test_tickets_are_recognised_by_id() -> None:
    before, after = (
        Registration(tickets=[Ticket(id="early", name=name)], link=Link(url=f"https://example.org/{name}"))
        for name in ("a", "b")
    )
    assert kinds_between({"registration": before}, {"registration": after}) == [
        ("link.changed", "registration.link"),
        ("ticket.changed", "registration.tickets[0]"),
    ]


def test_equal_items_are_paired_in_order() -> None:
    a, b = Organization(name="A"), Organization(name="B")
    assert kinds_between({"organizations": [a, a]}, {"organizations": [a, b, a, a]}) == [
        ("organization.added", "organizations[1]"),
        ("organization.added", "organizations[3]"),
    ]


def test_item_has_at_most_one_partner() -> None:
    both, english, chinese = (
        Organization(name=Text(name)) for name in ({"en": "A", "zh": "甲"}, {"en": "A"}, {"zh": "甲"})
    )
    assert kinds_between({"organizations": [both]}, {"organizations": [english, chinese]}) == [
        ("organization.changed", "organizations[0]"),
        ("organization.added", "organizations[1]"),
    ]
