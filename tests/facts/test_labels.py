"""Labels of dates, organizations, places and sources."""

import datetime as dt

import attrs

from confkit import Address, Deadline, Geo, Link, Organization, Pending, Registration, Source, Text, Venue, When, facts
from fact_texts import fact_labels, fact_texts
from factories import conference, venue


def test_milestone_that_is_no_deadline_is_moved():
    moved = Deadline(kind="notification", at=When.parse("2027-02-01")).extend(
        When.parse("2027-02-08"), dt.date(2027, 1, 30)
    )
    event = conference(milestones=[moved])
    assert [fact_texts(event, tag)["milestone.history"] for tag in ("en", "zh", "zh-Hant")] == [
        "announced on January 30, 2027: notification of acceptance moved from February 1 to February 8, 2027",
        "2027年1月30日公布：录用通知日期由2027年2月1日改为2月8日",
        "2027年1月30日公布：錄取通知日期由2027年2月1日改為2月8日",
    ]
    start = attrs.evolve(moved, kind="rebuttal_start", id="start")
    texts = fact_texts(attrs.evolve(event, milestones=[start]), "zh")["milestone.history"]
    assert texts == "2027年1月30日公布：作者回复开始日期由2027年2月1日改为2月8日"


def test_label_of_a_deadline_has_its_kind_and_its_own_label():
    cases = (
        (None, "submission", "Submission deadline"),
        ("demos", "submission", "Submission deadline (demos)"),
        ("Program", "other", "Program"),
        (None, "pitch_video", "Pitch video"),
    )
    for label, kind, texts in cases:
        assert fact_labels(
            conference(milestones=[Deadline(kind=kind, label=label, at=Pending("tbd"))]), "milestone"
        ) == [texts], label


def test_organizations_are_grouped_by_role_and_have_their_links_apart():
    links = [Link(url="https://example.org/"), Link(url="https://example.org/v", rel="video")]
    event = conference(
        organizations=[
            Organization(name="A", role="sponsor", links=links),
            Organization(name="B", role="sponsor"),
            Organization(name="C", role="partner"),
        ]
    )
    people = [
        (facts.plain(fact.label), facts.plain(fact.value)) for fact in facts.of(event) if fact.key.startswith("people")
    ]
    assert people == [("Partner", "C"), ("Sponsors", "A and B"), ("Video (A)", "https://example.org/v")]


def test_expected_registration_details_name_the_day():
    event = conference(registration=Registration(details_expected=When.parse("2027-01-05")))
    assert [fact_texts(event, tag)["registration.details_expected"] for tag in ("en", "zh")] == [
        "details expected on January 5, 2027",
        "报名信息预计于2027年1月5日公布",
    ]


def test_names_lose_line_breaks_and_descriptions_keep_paragraphs():
    event = conference(
        name="A\n\tB\u202e\x00 C",
        summary="\u202e",
        description="一行\n二行\r\nthree\n \nFour\nfive",
        travel=Text(zh="好\n车"),
    )
    texts = {fact.key: [facts.plain(part) for part in fact.parts] for fact in facts.of(event)}
    assert (texts["name"], texts["summary"], texts["description"]) == (
        ["A B C"],
        ["\ufffd"],
        ["一行二行 three", "Four five"],
    )


def test_venue_with_a_city_only_is_the_place_or_has_its_role():
    for role in ("main", "satellite"):
        city = Venue(role=role, address=Address(locality="Beijing", country="CN"))
        event = conference(venues=[venue(), attrs.evolve(city, id="second")] if role == "satellite" else [city])
        texts = [facts.plain(fact.value) for fact in facts.of(event) if fact.key in {"place", "venue.name"}]
        assert texts == (["Beijing, China"] if role == "main" else ["Expo Centre", "Expo Centre", "Beijing, China"]), (
            role
        )


def test_venue_with_coordinates_only_is_no_place():
    event = conference(venues=[Venue(geo=Geo(31.19, 121.44))])
    assert {key: words for key, words in fact_texts(event).items() if key in {"place", "venue.name", "venue.geo"}} == {
        "venue.geo": "31.19, 121.44"
    }


def test_coordinates_have_six_decimals_at_most_and_no_exponent():
    cases = (
        (31.19, 121.44, "31.19, 121.44"),
        (-0.0000001, -179.99999999, "0, -180"),
        (0.00001, -0.00001, "0.00001, -0.00001"),
        (39.9834567, 116.3012345678, "39.983457, 116.301235"),
        (-90, 100, "-90, 100"),
    )
    for latitude, longitude, texts in cases:
        assert fact_texts(conference(venues=[Venue(geo=Geo(latitude, longitude))]))["venue.geo"] == texts, latitude


def test_second_venue_with_coordinates_only_has_coordinates_and_maps():
    event = conference(venues=[venue(), Venue(role="satellite", geo=Geo(31.19, 121.44))])
    assert [fact.key for fact in facts.of(event) if fact.section.path == "venues[1]"] == ["venue.geo", "venue.maps"]


def test_source_is_a_url_with_a_note_in_its_label():
    cases = (
        ({}, "Source"),
        ({"note": "a note"}, "Source (a note)"),
        ({"note": "a note", "retrieved": dt.date(2027, 1, 5)}, "Source (a note; retrieved January 5, 2027)"),
    )
    for fields, texts in cases:
        event = conference(sources=[Source(url="https://example.org/", **fields)])
        assert (fact_labels(event, "source"), fact_texts(event)["source"]) == ([texts], "https://example.org/"), fields
