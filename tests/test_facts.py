import datetime as dt
import re

import attrs
import pytest

from confkit import (
    AOE,
    Address,
    Conference,
    Days,
    Deadline,
    Distance,
    EventRef,
    Geo,
    Hours,
    Image,
    Link,
    Money,
    Online,
    Organization,
    Pending,
    Registration,
    Relation,
    Revision,
    Series,
    Source,
    Superseded,
    Text,
    Ticket,
    Topic,
    Translation,
    Venue,
    When,
    facts,
    files,
    render,
    words,
    zone,
)
from factories import call, conference, deadline, venue
from render.events import EVENTS, HOSTILE

ALL = [files.example(), HOSTILE, *EVENTS.values()]
LANGUAGES = ("en", "en-GB", "zh-Hans", "zh-Hant")

SILENT = re.compile(
    # What readers are not told: identity, machine's codes, and what other facts are computed from.
    r"id|namespace|extra.*|timezone|status|.*\.id|.*\.rel|.*\.approximate|.*\.timezone|.*\.role|.*\.announced|translations.*"
    r"|series\.(id|aliases.*|external_ids.*)|.*\.country|.*\.postal_code"
)


def leaves(value, path=""):
    """Every filled field of a value by its path, sequences of text items counted as one."""
    if attrs.has(type(value)) and not isinstance(value, Text | When | Pending | Days | Hours):
        for field in attrs.fields(type(value)):
            if not field.name.startswith("_"):
                yield from leaves(getattr(value, field.name), f"{path}.{field.name}".removeprefix("."))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from leaves(item, f"{path}[{number}]")
    elif value not in (None, "", {}, "other"):
        yield path


def told(event, language="en", **options):
    return {fact.key: facts.plain(fact.value) for fact in reversed(facts.of(event, language=language, **options))}


def labels(event, key, language="en"):
    return [facts.plain(fact.label) for fact in facts.of(event, language=language) if fact.key == key]


@pytest.mark.parametrize("event", ALL, ids=lambda event: event.id)
def test_facts_are_equal_in_every_language(event):
    now = dt.datetime(2025, 9, 1, tzinfo=dt.UTC)
    said = [
        [
            (
                fact.key,
                fact.paths,
                fact.section.key,
                fact.section.path,
                fact.form,
                fact.clear,
                fact.verbatim,
                bool(fact.brief),
            )
            for fact in facts.of(event, language=language, now=now)
            if fact.key != "translation"
        ]
        for language in LANGUAGES
    ]
    assert said == [said[0]] * len(LANGUAGES)


@pytest.mark.parametrize("event", ALL, ids=lambda event: event.id)
def test_every_field_that_says_something_to_readers_is_a_fact(event):
    paths = [path for fact in facts.of(event) if fact.key != "attendance" for path in fact.paths]
    untold = [
        path
        for path in leaves(event)
        if not SILENT.fullmatch(path)
        and not any(path == one or path.startswith((f"{one}.", f"{one}[")) for one in paths)
    ]
    assert untold == (["kind"] if event.kind == "conference" else [])


@pytest.mark.parametrize("event", ALL, ids=lambda event: event.id)
def test_facts_have_a_label_words_and_a_place_in_the_model(event):
    for fact in facts.of(event, language="zh"):
        assert all((fact.key, fact.paths, fact.section.key, facts.plain(fact.label), fact.parts))
        assert all(facts.plain(part).strip() for part in fact.parts)


def test_facts_come_in_the_order_in_which_readers_want_them():
    keys = [fact.key for fact in facts.of(files.example(), language="zh")]
    assert keys == [
        *("name", "days", "place", "attendance", "relation", "image", "summary", "about", "description"),
        *("call", "call.deadline", "call.submit", "call.description", "call.topics"),
        *("venue.name", "venue.address.published", "venue.distance", "travel", "registration.details_expected"),
        *("link", "contact", "published", "translation"),
    ]


def test_state_of_a_call_is_told_with_a_moment_only():
    event = conference(calls=[call()])
    assert "call.state" not in told(event)
    assert told(event, now=dt.datetime(2027, 1, 1, tzinfo=dt.UTC))["call.state"] == "open, 12 days left"


@pytest.mark.parametrize(
    ("now", "english", "chinese"),
    [
        ("2027-01-12T00:00+00:00", "open, closes tomorrow", "征集中，明天截止"),
        ("2027-01-13T00:00+00:00", "open, closes today", "征集中，今天截止"),
        (
            "2027-01-13T12:00+00:00",
            "closing or already closed (no time or time zone stated)",
            "即将截止，具体时间和时区未注明",
        ),
        ("2027-01-15T00:00+00:00", "closed", "已截止"),
    ],
)
def test_state_of_a_call_counts_days(now, english, chinese):
    now = dt.datetime.fromisoformat(now)
    said = [told(conference(calls=[call()]), language, now=now)["call.state"] for language in ("en", "zh")]
    assert said == [english, chinese]


@pytest.mark.parametrize("kind", ["sponsors", "volunteers"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ["Status: open, 12 days left", "Opens", "Application deadline", "Apply", "About this call", "Topic"],
        ),
        ("zh-Hans", ["状态：招募中，还剩12天", "报名开始日期", "报名截止日期", "报名入口", "招募说明", "主题"]),
        (
            "zh-Hant",
            ["狀態：招募中，剩餘 12 天", "報名開始日期", "報名截止日期", "報名連結", "招募說明", "主題"],
        ),
    ],
)
def test_call_for_people_asks_nobody_to_submit(kind, language, said):
    asking = call(
        kind=kind,
        opens=When.parse("2026-12-01"),
        submit=Link(url="https://example.org/apply"),
        description="Two days.",
        topics=[Topic(name="Desk")],
    )
    now = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
    _, state, *rest = (
        fact for fact in facts.of(conference(calls=[asking]), language=language, now=now) if fact.section.key == "call"
    )
    status = words.of(language).labelled(facts.plain(state.label), facts.plain(state.value))
    assert [status, *(facts.plain(fact.label) for fact in rest)] == said


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (None, ["open, closes tomorrow", "open, closes today"]),
        ("Asia/Shanghai", ["open, closes tomorrow", "open, closes today"]),
        ("Pacific/Honolulu", ["open, 2 days left", "open, closes tomorrow"]),
    ],
)
def test_days_left_are_those_of_the_readers_calendar(there, said):
    event = conference(calls=[call(deadlines=[deadline(at=When.parse("2027-01-13T23:59[AoE]"))])])
    moments = [dt.datetime(2027, 1, day, 20, tzinfo=dt.UTC) for day in (12, 13)]
    assert [told(event, now=now, zone=zone(there) if there else None)["call.state"] for now in moments] == said


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (Pending("rolling"), "open"),
        (When.parse("2027-02"), "open"),
        (When.parse("2025"), "closed"),
        (Pending("cancelled"), "closed"),
    ],
    ids=str,
)
def test_state_of_a_call_without_a_day_counts_none(at, said):
    event = conference(calls=[call(deadlines=[deadline(at=at)])])
    assert told(event, now=dt.datetime(2027, 1, 1, tzinfo=dt.UTC))["call.state"] == said


def test_state_of_a_call_that_nothing_decides_is_no_fact():
    event = conference(calls=[call(deadlines=[])])
    assert "call.state" not in told(event, now=dt.datetime(2027, 1, 1, tzinfo=dt.UTC))


def test_facts_refuse_a_moment_without_a_zone():
    with pytest.raises(ValueError, match="states its zone"):
        facts.of(conference(), now=dt.datetime(2027, 1, 1))  # that is what is refused


def test_brief_is_of_the_first_call_that_is_not_closed():
    event = EVENTS["sysml-2026"]
    said = [
        {
            fact.section.path: facts.plain(fact.brief)
            for fact in facts.of(event, now=now)
            if fact.key == "call" and fact.brief
        }
        for now in (
            None,
            *(dt.datetime.fromisoformat(f"{day}T00:00+00:00") for day in ("2025-12-01", "2026-02-20", "2026-06-01")),
        )
    ]
    assert said == [
        {"calls[0]": "papers (spring round) due September 26, 2025, 11:59 PM AoE (UTC−12)"},
        {"calls[1]": "papers (autumn round) due February 6, 11:59 PM AoE (UTC−12)"},
        {"calls[2]": "Demonstrations closes no later than March 1"},
        {"calls[2]": "Demonstrations closed"},
    ]


@pytest.mark.parametrize(
    ("deadlines", "said"),
    [
        (["2027-01-13"], "proposals due January 13"),
        (["2026-12-13"], "proposals due December 13, 2026"),
        (["2027"], "proposals due 2027"),
        ([], ""),
    ],
    ids=str,
)
def test_brief_says_the_year_where_it_is_not_that_of_the_event(deadlines, said):
    event = conference(calls=[call(deadlines=[deadline(at=When.parse(at)) for at in deadlines])])
    assert "".join(facts.plain(fact.brief) for fact in facts.of(event) if fact.key == "call") == said


def test_brief_says_the_year_where_the_event_has_no_day():
    event = conference(days=None, calls=[call(kind="posters")])
    assert [facts.plain(fact.brief) for fact in facts.of(event) if fact.key == "call"] == [
        "posters due January 13, 2027"
    ]


@pytest.mark.parametrize(
    ("fields", "english", "chinese"),
    [
        ({"edition": 1}, "this is the first edition.", "本届为首届。"),
        ({"formats": ["talks"]}, "the event offers talks.", "本次活动设有 talks。"),
        ({"audience": "Pythonistas"}, "the event brings together Pythonistas.", "本次活动面向 Pythonistas。"),
        (
            {
                "audience": "Pythonistas",
                "formats": ["talks"],
                "edition": 2,
                "series": Series(id="pycon", acronym="PyCon"),
            },
            "the second PyCon brings together Pythonistas for talks.",
            "第二届 PyCon 面向 Pythonistas，设有 talks。",
        ),
        (
            {"organizations": [Organization(name="PSF", role="host")], "edition": 2, "series": Series(id="pycon")},
            "the second edition is hosted by PSF.",
            "本届为第二届，由 PSF 主办。",
        ),
    ],
    ids=["edition", "formats", "audience", "series", "hosts"],
)
def test_sentence_on_an_event_says_what_is_known(fields, english, chinese):
    event = conference(**fields)
    assert [told(event, language)["about"] for language in ("en", "zh")] == [english, chinese]


def test_series_is_told_apart_where_the_sentence_does_not_name_it():
    one = Series(id="pycon", name="PyCon", ranks={"core": "B"})
    assert told(conference(series=one))["series"] == "PyCon"
    assert "series" not in told(conference(series=one, edition=2))
    assert told(conference(series=attrs.evolve(one, acronym="PC"), edition=2))["series"] == "PyCon (PC)"
    assert told(conference(series=Series(id="x", ranks={"core": "B"})))["series.ranks"] == "core B"


def test_words_in_another_language_say_so():
    event = conference(
        summary=Text(en="A day."),
        travel=Text(zh_Hant="搭車。"),
        topics=[Topic(name=Text(en="a")), Topic(name=Text(zh="乙"))],
        formats=[Text(ja="講演")],
    )
    said = told(event, "zh")
    assert (said["summary"], said["travel"]) == ("（英文）A day.", "（繁体中文）搭車。")
    assert said["about"] == "本次活动设有講演（日文）。"
    topics = next(fact for fact in facts.of(event, language="zh") if fact.key == "topics")
    assert [facts.plain(part) for part in topics.parts] == ["a（英文）", "乙"]
    runs = [[(run.text, run.language, run.fallback, run.own) for run in part] for part in topics.parts]
    assert runs == [[("a", "en", True, False), ("（英文）", "zh-Hans", False, True)], [("乙", "zh-Hans", False, False)]]


def test_list_in_another_language_says_so_once():
    event = conference(topics=[Topic(name=Text(en="a")), Topic(name=Text(en="b"))])
    topics = next(fact for fact in facts.of(event, language="zh") if fact.key == "topics")
    assert (facts.plain(topics.label), [facts.plain(part) for part in topics.parts]) == (
        "主题（共2项，原文为英文）",
        ["a", "b"],
    )


def test_missing_words_come_in_the_language_that_the_caller_prefers():
    event = conference(summary=Text(en="A day.", ja="一日。"))
    assert told(event, "zh", default_language="ja")["summary"] == "（日文）一日。"


@pytest.mark.parametrize(
    ("translations", "name"),
    [
        ([], "大会"),
        ([Translation(language="zh", status="official")], "大会"),
        ([Translation(language="zh", status="unofficial")], "大会（Conference）"),
        ([Translation(language="en", status="machine")], "大会"),
        ([Translation(language=language, status="machine") for language in ("en", "zh", "ja")], "大会"),
        ([Translation(language=language, status="machine") for language in ("en", "zh")], "大会（会議）"),
    ],
)
def test_name_in_translation_is_followed_by_the_original_at_its_first_mention(translations, name):
    event = conference(name=Text(en="Conference", zh="大会", ja="会議"), translations=translations)
    assert told(event, "zh")["name"] == name


def test_distance_in_translation_is_followed_by_the_original_once():
    origin = Text(en="Airport", zh="机场")
    event = conference(
        venues=[
            venue(distances=[Distance(origin=origin, km=2), Distance(origin=Text(en="A", zh="甲（原文：A）"), km=3)])
        ],
        translations=[Translation(language="zh", status="unofficial")],
    )
    said = [facts.plain(fact.value) for fact in facts.of(event, language="zh") if fact.key == "venue.distance"]
    assert said == ["距机场（原文：Airport）2公里", "距甲（原文：A）3公里"]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (EventRef(name="BAAI Conference"), "co-located with the BAAI Conference"),
        (EventRef(url="https://example.org/2027"), "co-located with example.org"),
        (EventRef(id="icml-2027"), "co-located with event icml-2027"),
    ],
)
def test_relation_names_what_is_known_of_the_other_event(target, said):
    event = conference(relations=[Relation(kind="co_located", target=target)])
    assert told(event)["relation"] == said


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            Address(text="Hall 1, Beijing 100080", locality="Beijing", postal_code="100080", country="CN"),
            {"published": "Hall 1, Beijing 100080"},
        ),
        (Address(text="Hall 1", postal_code="100080"), {"published": "Hall 1", "": "100080"}),
        (
            Address(street="1 Main St", locality="Boston", region="MA", country="US"),
            {"": "1 Main St, Boston, MA, United States"},
        ),
        (Address(region="MA", country="US"), {}),
        (Address(locality="Boston"), {}),
    ],
    ids=["whole", "code", "parts", "region", "city"],
)
def test_address_is_told_as_published_and_in_the_parts_that_nothing_else_tells(address, said):
    event = conference(venues=[Venue(name="Hall", address=address)])
    found = {
        key.removeprefix("venue.address").removeprefix("."): words
        for key, words in told(event).items()
        if key.startswith("venue.address")
    }
    assert found == said


def test_address_as_published_is_verbatim_in_every_language():
    words = "索家坟, Hai Dian Qu, Bei Jing Shi, China, 100080"
    found = [fact for tag in LANGUAGES for fact in facts.of(files.example(), language=tag) if fact.verbatim]
    assert [facts.plain(fact.value) for fact in found] == [words] * len(LANGUAGES)


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (None, "9:00 AM – 6:00 PM daily, Beijing time (UTC+8)"),
        ("Asia/Shanghai", "9:00 AM – 6:00 PM daily, Beijing time (UTC+8)"),
        (
            "Europe/Berlin",
            "9:00 AM – 6:00 PM daily, Beijing time (UTC+8), which is 3:00 AM – 12:00 noon Berlin time (UTC+2)",
        ),
        (
            "America/New_York",
            (
                "9:00 AM – 6:00 PM daily, Beijing time (UTC+8), which is "
                "9:00 PM the day before – 6:00 AM New York time (UTC−4)"
            ),
        ),
    ],
)
def test_hours_are_told_on_the_readers_clock_too(there, said):
    event = conference(venues=[venue()], hours=Hours.parse("09:00-18:00"))
    assert told(event, zone=zone(there) if there else None)["hours"] == said


def test_hours_of_days_over_a_change_of_clocks_are_those_of_the_first():
    event = conference(venues=[venue()], hours=Hours.parse("09:00-18:00"), days=Days.parse("2027-03-27/2027-03-28"))
    assert (
        told(event, "zh", zone=zone("Europe/Berlin"))["hours"]
        == "北京时间每日09:00–18:00，即柏林时间02:00–11:00（首日）"
    )


@pytest.mark.parametrize("days", [None, Pending("tbd"), Days.parse("2027-05")], ids=str)
def test_hours_without_a_day_are_told_on_the_clock_of_the_event(days):
    event = conference(timezone="Europe/Berlin", hours=Hours.parse("09:00-18:00"), days=days)
    assert told(event, zone=zone("Asia/Tokyo"))["hours"] == "9:00 AM – 6:00 PM Berlin time"


def test_hours_without_a_zone_are_local():
    assert told(conference(hours=Hours.parse("09:00-18:00")))["hours"] == "9:00 AM – 6:00 PM daily, local time"


def test_hours_that_the_readers_clock_does_not_have_are_told_on_the_clock_of_the_event():
    ancient = conference(timezone="UTC", hours=Hours.parse("09:00-18:00"), days=Days.parse("1800-01-01"))
    folded = conference(timezone="UTC", hours=Hours.parse("00:30-01:30"), days=Days.parse("2027-10-31"))
    first = conference(timezone="UTC", hours=Hours.parse("00:30-01:30"), days=Days.parse("0001-01-01"))
    said = [
        told(event, zone=zone(key))["hours"]
        for event, key in ((ancient, "Europe/Berlin"), (folded, "Europe/Berlin"), (first, "America/New_York"))
    ]
    assert [", which is" in words for words in said] == [False, False, False]


def test_kinds_of_milestones_that_are_no_deadlines_move():
    moved = Deadline(kind="notification", at=When.parse("2027-02-01")).extend(
        When.parse("2027-02-08"), dt.date(2027, 1, 30)
    )
    event = conference(milestones=[moved])
    assert (
        told(event)["milestone.history"]
        == "notification of acceptance moved from February 1 to February 8, 2027 (announced on January 30, 2027)"
    )
    assert told(event, "zh")["milestone.history"] == "录用通知由2027年2月1日改为2月8日（2027年1月30日公布）"


@pytest.mark.parametrize(
    ("label", "kind", "said"),
    [
        (None, "submission", "Submission deadline"),
        ("demos", "submission", "Submission deadline (demos)"),
        ("Program", "other", "Program"),
        (None, "pitch_video", "Pitch video"),
    ],
)
def test_label_of_a_deadline_says_its_kind_and_its_own_words(label, kind, said):
    assert labels(conference(milestones=[Deadline(kind=kind, label=label, at=Pending("tbd"))]), "milestone") == [said]


def test_organisations_are_told_by_role_and_their_further_links_apart():
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


def test_registration_expected_on_a_day_says_the_day():
    event = conference(registration=Registration(details_expected=When.parse("2027-01-05")))
    assert [told(event, tag)["registration.details_expected"] for tag in ("en", "zh")] == [
        "details expected on January 5, 2027",
        "报名信息预计于2027年1月5日公布",
    ]


def test_names_lose_what_would_break_the_line_and_descriptions_keep_paragraphs():
    event = conference(
        name="A\n\tB\u202e\x00 C",
        summary="\u202e",
        description="一行\n二行\r\nthree\n \nFour\nfive",
        travel=Text(zh="好\n车"),
    )
    said = {fact.key: [facts.plain(part) for part in fact.parts] for fact in facts.of(event)}
    assert (said["name"], said["summary"], said["description"]) == (
        ["A B C"],
        ["\ufffd"],
        ["一行二行 three", "Four five"],
    )


@pytest.mark.parametrize("role", ["main", "satellite"])
def test_venue_of_a_city_alone_is_told_in_the_head_or_under_its_role(role):
    city = Venue(role=role, address=Address(locality="Beijing", country="CN"))
    event = conference(venues=[venue(), attrs.evolve(city, id="second")] if role == "satellite" else [city])
    said = [facts.plain(fact.value) for fact in facts.of(event) if fact.key in {"place", "venue.name"}]
    assert said == (["Beijing, China"] if role == "main" else ["Expo Centre", "Expo Centre", "Beijing, China"])


def test_venue_of_coordinates_alone_has_no_place():
    event = conference(venues=[Venue(geo=Geo(31.19, 121.44))])
    assert {key: words for key, words in told(event).items() if key in {"place", "venue.name", "venue.geo"}} == {
        "venue.geo": "31.19, 121.44"
    }


@pytest.mark.parametrize(
    ("latitude", "longitude", "said"),
    [
        (31.19, 121.44, "31.19, 121.44"),
        (-0.0000001, -179.99999999, "0, -180"),
        (0.00001, -0.00001, "0.00001, -0.00001"),
        (39.9834567, 116.3012345678, "39.983457, 116.301235"),
        (-90, 100, "-90, 100"),
    ],
    ids=["as-given", "nearly-nothing", "a-metre", "rounded", "whole"],
)
def test_coordinates_have_six_decimals_at_most_and_no_exponent(latitude, longitude, said):
    assert told(conference(venues=[Venue(geo=Geo(latitude, longitude))]))["venue.geo"] == said


def test_second_venue_of_coordinates_alone_is_told_by_them():
    event = conference(venues=[venue(), Venue(role="satellite", geo=Geo(31.19, 121.44))])
    assert [fact.key for fact in facts.of(event) if fact.section.path == "venues[1]"] == ["venue.geo", "venue.maps"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Source"),
        ({"note": "a note"}, "Source (a note)"),
        ({"note": "a note", "retrieved": dt.date(2027, 1, 5)}, "Source (a note; retrieved January 5, 2027)"),
    ],
    ids=["address", "note", "day"],
)
def test_source_is_an_address_whose_label_says_what_it_is(fields, said):
    event = conference(sources=[Source(url="https://example.org/", **fields)])
    assert (labels(event, "source"), told(event)["source"]) == ([said], "https://example.org/")


def test_facts_do_not_change_the_event():
    assert facts.of(files.example(), language="zh") == facts.of(files.example(), language="zh")


FLOOD = Text(en="flood", zh="洪水")


@pytest.mark.parametrize(
    ("status", "rows", "english", "chinese"),
    [
        (
            "cancelled",
            [{"status": "scheduled", "reason": FLOOD}],
            ["cancelled (announced on April 1, 2026; reason: flood)"],
            ["已取消（2026年4月1日公布；原因：洪水）"],
        ),
        (
            "moved_online",
            [{"status": "tentative"}, {"status": "scheduled"}],
            ["moved online (announced on April 2, 2026)", "confirmed on April 1, 2026"],
            ["改为线上（2026年4月2日公布）", "2026年4月1日确认如期举行"],
        ),
        (
            "postponed",
            [{"status": "scheduled"}, {"status": "moved_online", "reason": FLOOD}],
            ["postponed (announced on April 2, 2026; reason: flood)", "moved online, as announced on April 1, 2026"],
            ["延期（2026年4月2日公布；原因：洪水）", "2026年4月1日宣布改为线上举办"],
        ),
        (
            "rescheduled",
            [{"status": "scheduled", "days": Days.parse("2027-04-30")}],
            ["rescheduled", "Friday, April 30, 2027 (changed on April 1, 2026)"],
            ["改期", "2027年4月30日（星期五；2026年4月1日变更）"],
        ),
        (
            "postponed",
            [{"status": "rescheduled", "place": Text(en="Hall", zh="馆")}],
            ["postponed", "Hall (changed on April 1, 2026)"],
            ["延期", "馆（2026年4月1日变更）"],
        ),
        (
            "scheduled",
            [{"hours": Hours.parse("09:00-17:00")}, {"status": "scheduled"}],
            ["9:00 AM – 5:00 PM (changed on April 1, 2026)", "as scheduled (changed on April 2, 2026)"],
            ["09:00–17:00（2026年4月1日变更）", "如期举行（2026年4月2日变更）"],
        ),
    ],
    ids=["cancelled", "twice", "twice online", "days", "place", "nothing"],
)
def test_history_says_what_the_event_became_or_what_was_planned(status, rows, english, chinese):
    history = [Revision(**row, replaced=dt.date(2026, 4, day)) for day, row in enumerate(rows, start=1)]
    event = conference(status=status, history=history)
    said = [
        [facts.plain(fact.value) for fact in facts.of(event, language=tag) if fact.key in {"status", "history"}]
        for tag in ("en", "zh")
    ]
    assert said == [english, chinese]


def test_cancelled_event_is_told_without_a_date_that_there_is_not():
    event = conference(status="cancelled", days=Pending("cancelled"))
    assert [(fact.key, fact.paths) for fact in facts.of(event)][1:2] == [("status", ("status", "days"))]
    assert told(attrs.evolve(event, status="postponed"))["days"] == "cancelled"
    assert "days" not in told(attrs.evolve(event, days=Pending("tbd")))


def test_event_that_moved_online_says_so_once():
    event = conference(status="moved_online", online=Online(platform="Zoom"))
    assert "attendance" not in told(event)
    assert told(attrs.evolve(event, status="scheduled"))["attendance"] == "online"


def test_bare_name_is_the_only_fact_of_an_event_of_which_nothing_else_is_known():
    assert told(Conference(id="x", name="X")) == {"name": "X"}


def test_cancelled_deadline_no_longer_holds():
    event = conference(milestones=[Deadline(kind="submission", at=Pending("cancelled"))])
    assert [told(event, language)["milestone"] for language in ("en", "zh", "zh-Hant")] == [
        "cancelled",
        "不再适用（已取消）",
        "不再適用（已取消）",
    ]


@pytest.mark.parametrize(
    ("when", "reader", "now", "state"),
    [
        ("0001-01-01T18:00[UTC]", AOE, dt.datetime(1, 1, 1, tzinfo=dt.UTC), "open, closes today"),
        (
            "9999-12-31T23:00[UTC]",
            zone("Asia/Shanghai"),
            dt.datetime(9999, 12, 28, tzinfo=dt.UTC),
            "open, 3 days left",
        ),
    ],
)
def test_days_left_are_counted_in_utc_where_the_readers_calendar_ends(when, reader, now, state):
    event = conference(calls=[call(deadlines=[deadline(at=When.parse(when))])])
    assert told(event, now=now, zone=reader)["call.state"] == state


@pytest.mark.parametrize(
    ("fields", "english", "chinese"),
    [
        ({"days": Days.parse("2027-05-01")}, "6:00 PM – 2:00 AM the next day, local time", "当地时间18:00至次日02:00"),
        ({}, "daily, 6:00 PM – 2:00 AM the next day, local time", "当地时间每日18:00至次日02:00"),
        (
            {"timezone": "Etc/GMT-8"},
            "daily, 6:00 PM – 2:00 AM the next day, UTC+8",
            "每日18:00至次日02:00（UTC+8）",
        ),
    ],
)
def test_hours_past_midnight_name_the_next_day(fields, english, chinese):
    event = conference(hours=Hours.parse("18:00-02:00"), **fields)
    assert [told(event, tag)["hours"] for tag in ("en", "zh")] == [english, chinese]


@pytest.mark.parametrize(
    ("hours", "there", "english", "chinese"),
    [
        (
            "09:00-17:30",
            zone("America/Los_Angeles"),
            "5:00 PM the day before – 1:30 AM Los Angeles time (UTC−8)",
            "洛杉矶时间前一日17:00至当日01:30",
        ),
        (
            "20:00-23:30",
            zone("Pacific/Kiritimati"),
            "the next day, 2:00 AM – 5:30 AM Kiritimati time (UTC+14)",
            "基里地马地岛时间次日02:00–05:30",
        ),
        (
            "01:00-10:00",
            AOE,
            "the day before, 5:00 AM – 2:00 PM AoE (UTC−12)",
            "前一日05:00–14:00（AoE，UTC−12）",
        ),
    ],
)
def test_hours_elsewhere_say_on_which_day_they_are(hours, there, english, chinese):
    event = conference(timezone="Asia/Shanghai", hours=Hours.parse(hours), days=Days.parse("2026-01-02"))
    said = [told(event, tag, zone=there)["hours"] for tag in ("en", "zh")]
    assert [said[0].partition("which is ")[2], said[1].partition("，即")[2]] == [english, chinese]


@pytest.mark.parametrize(
    ("cities", "english", "chinese"),
    [
        ([("Beijing", "北京"), ("Shanghai", "上海")], "Beijing and Shanghai", "北京和上海"),
        (
            [("Beijing", "北京"), ("Shanghai", "上海"), ("Shenzhen", "深圳")],
            "Beijing and 2 more cities",
            "北京及其他2个城市",
        ),
        ([("Beijing", "北京"), ("Beijing", "北京市")], "Expo Centre, Beijing, China", "中国北京·会展中心"),
    ],
    ids=["two", "three", "one"],
)
def test_place_names_the_cities_of_an_event_in_several(cities, english, chinese):
    venues = [
        venue(
            id=f"v{at}", address=Address(locality=Text(en=en, zh=zh), country="CN"), role="satellite" if at else "main"
        )
        for at, (en, zh) in enumerate(cities)
    ]
    elsewhere = [
        venue(id="hotel", role="hotel", address=Address(locality="Tianjin")),
        venue(id="country", role="satellite", address=Address(country="CN")),
        venue(id="none"),
    ]
    event = conference(venues=[*venues, *elsewhere])
    assert [told(event, tag)["place"] for tag in ("en", "zh")] == [english, chinese]


def test_venues_in_several_cities_are_named_with_theirs():
    here, there = (Address(locality=name, country="CN") for name in ("Beijing", "Shanghai"))
    event = conference(venues=[venue(id="a", address=here), venue(id="b", address=there)])
    said = [facts.plain(fact.value) for fact in facts.of(event) if fact.key == "venue.name"]
    assert said == ["Expo Centre, Beijing, China", "Expo Centre, Shanghai, China"]


def test_towns_and_addresses_tell_the_language_of_each_part():
    address = Address(
        street="Uferstraße 12", district=Text(zh="宁波路区"), locality=Text(zh="宁波"), postal_code="1220", country="CN"
    )
    event = conference(venues=[venue(name="Halle", address=address)])
    said = {fact.key: fact.value for fact in facts.of(event, language="zh-Hant")}
    assert [[(run.text, run.language) for run in said[key]] for key in ("place", "venue.address")] == [
        [("中國", "zh-Hant"), ("宁波", "zh-Hans"), ("（簡體中文名稱）·", "zh-Hant"), ("Halle", "und")],
        [
            ("中國", "zh-Hant"),
            ("宁波宁波路区", "zh-Hans"),
            (" ", "zh-Hant"),
            ("Uferstraße 12", "und"),
            ("（郵遞區號：1220；部分為簡體中文", "zh-Hant"),
            ("）", "zh-Hant"),
        ],
    ]


@pytest.mark.parametrize(
    ("name", "city", "language", "said"),
    [
        (Text(zh="三号馆"), None, "zh-Hant", "三号馆（簡體中文名稱）"),
        (Text(zh_Hant="三號館"), Text(zh_Hant="臺北"), "zh-Hans", "台湾臺北·三號館（繁体中文名称）"),
        (Text(zh="三号馆"), Text(en="Taipei"), "en", "三号馆 (name in Chinese), Taipei, Taiwan"),
        (Text(zh="三号馆"), Text(zh="台北"), "en", "三号馆, 台北, Taiwan (names in Chinese)"),
        (Text(en="Hall 3"), Text(zh="台北"), "zh", "台湾台北·Hall 3（英文名称）"),
        (Text(de="Halle 3"), Text(zh="台北"), "en", "Halle 3 (name in German), 台北, Taiwan (name in Chinese)"),
        (Text.of("Hall 3"), Text(en="Taipei", zh="台北"), "zh", "台湾台北·Hall 3"),
        (None, Text(zh="台北"), "en", "台北, Taiwan (name in Chinese)"),
    ],
)
def test_place_says_the_language_of_names_that_are_not_in_the_readers(name, city, language, said):
    address = None if city is None else Address(locality=city, country="TW")
    event = conference(venues=[venue(name=name, address=address)])
    assert told(event, language)["place"] == said


def test_names_of_events_keep_their_official_form_and_others_tell_their_language():
    fair = EventRef(name=Text(zh="安全周"), url="https://example.org/")
    event = conference(
        name=Text(zh="数据周"),
        organizations=[Organization(name=Text(zh="数据学会"), role="host")],
        relations=[Relation(kind="follows", target=fair)],
        venues=[venue(name="Hall", distances=[Distance(origin=Text(zh="北站"), km=2)])],
        links=[Link(url="https://example.org/a", rel="video", title=Text(zh="录像"))],
        images=[Image(url="https://example.org/i.jpg", alt=Text(zh="会场")), Image(url="https://example.org/j.jpg")],
    )
    said = [(fact.key, facts.plain(fact.value)) for fact in facts.of(event)]
    assert [one for one in said if one[0] not in {"days", "attendance", "venue.name", "published", "place"}] == [
        ("name", "数据周"),
        ("relation", "held after 安全周"),
        ("image", "会场 (in Chinese)"),
        ("image", "数据周"),
        ("about", "the event is hosted by 数据学会 (name in Chinese)."),
        ("venue.distance", "2 km from 北站 (name in Chinese)"),
        ("link", "录像 (in Chinese)"),
    ]


def test_name_in_the_other_script_is_introduced_as_the_translation_that_it_is():
    event = conference(
        name=Text(en="Data Week", zh="数据周"),
        translations=[Translation(language="zh", status="machine"), Translation(language="zh-Hant", status="official")],
    )
    said = told(event, "zh-Hant")
    assert [said["name"], said["translation"]] == [
        "数据周（Data Week）",
        "本簡體中文內容為機器翻譯，以主辦單位發布的原文為準。",
    ]


@pytest.mark.parametrize(
    ("country", "english", "chinese"),
    [("DE", "bcc Berlin, Germany", "德国·bcc Berlin"), (None, "bcc Berlin", "bcc Berlin")],
)
def test_city_is_named_once_where_the_name_of_the_venue_holds_it(country, english, chinese):
    event = conference(venues=[venue(name="bcc Berlin", address=Address(locality="Berlin", country=country))])
    assert [told(event, tag)["place"] for tag in ("en", "zh")] == [english, chinese]


@pytest.mark.parametrize(
    ("now", "english", "chinese"),
    [
        (None, "details expected in April 2025", "报名信息预计于2025年4月公布"),
        (dt.datetime(2025, 4, 30, tzinfo=dt.UTC), "details expected in April 2025", "报名信息预计于2025年4月公布"),
        (dt.datetime(2025, 6, 1, tzinfo=dt.UTC), "details were expected in April 2025", "报名信息原定于2025年4月公布"),
    ],
)
def test_details_that_are_overdue_are_not_said_to_come(now, english, chinese):
    event = conference(registration=Registration(details_expected=When.parse("2025-04")))
    assert [told(event, tag, now=now)["registration.details_expected"] for tag in ("en", "zh")] == [english, chinese]


def test_details_that_are_overdue_since_a_day_say_which():
    event = conference(registration=Registration(details_expected=When.parse("2025-04-10")))
    said = told(event, now=dt.datetime(2025, 6, 1, tzinfo=dt.UTC))["registration.details_expected"]
    assert said == "details were expected on April 10, 2025"


@pytest.mark.parametrize(
    ("when", "now", "english", "chinese"),
    [
        (
            "2027-01-13T17:00",
            "2027-01-13T12:00+00:00",
            "closing or already closed (no time zone stated)",
            "即将截止，时区未注明",
        ),
        (
            "2027-01[Asia/Shanghai]",
            "2027-01-13T12:00+00:00",
            "closing or already closed (no day stated)",
            "即将截止或已截止，具体日期未注明",
        ),
    ],
    ids=["zone", "day"],
)
def test_state_of_a_call_says_what_nobody_stated(when, now, english, chinese):
    event = conference(calls=[call(deadlines=[deadline(at=When.parse(when))])])
    moment = dt.datetime.fromisoformat(now)
    assert [told(event, tag, now=moment)["call.state"] for tag in ("en", "zh")] == [english, chinese]


def test_days_left_say_until_which_of_several_deadlines():
    dates = [deadline(kind="abstract", at=When.parse("2027-01-06")), deadline(at=When.parse("2027-01-13"))]
    event = conference(calls=[call(deadlines=dates)])
    now = dt.datetime(2027, 1, 3, tzinfo=dt.UTC)
    said = [told(event, tag, now=now)["call.state"] for tag in ("en", "zh")]
    assert said == ["open, 10 days left (submission deadline)", "征集中，还剩10天（提交截止日期）"]


def test_history_of_a_labelled_deadline_names_it_and_says_its_hour_once():
    was = Superseded(at=When.parse("2027-01-06T23:59[AoE]"), replaced=dt.date(2027, 1, 2))
    one = deadline(label=Text(en="demos", zh="演示"), at=When.parse("2027-01-13T23:59[AoE]"), history=[was])
    event = conference(calls=[call(deadlines=[one])])
    assert [told(event, tag)["call.deadline.history"] for tag in ("en", "zh")] == [
        (
            "submission deadline (demos) extended from January 6 to January 13, 2027, 11:59 PM AoE (UTC−12). "
            "Announced on January 2, 2027."
        ),
        "提交截止日期（演示）由2027年1月6日延长至1月13日23:59（AoE，UTC−12）。2027年1月2日公布。",
    ]


@pytest.mark.parametrize(
    ("target", "english", "chinese"),
    [
        (
            EventRef(name="PyCon", days=Days.parse("2027-05-01")),
            "held after PyCon (Saturday, May 1, 2027)",
            "在 PyCon 之后举办（2027年5月1日，星期六）",
        ),
    ],
)
def test_brackets_within_brackets_become_commas(target, english, chinese):
    event = conference(relations=[Relation(kind="follows", target=target)])
    assert [told(event, tag)["relation"] for tag in ("en", "zh")] == [english, chinese]


def test_words_of_the_announcement_that_hold_brackets_stand_in_square_ones():
    event = conference(calls=[call(name="Talks", round="first (of two)")])
    assert [told(event, tag)["call"] for tag in ("en", "zh")] == ["Talks [first (of two)]", "Talks［first (of two)］"]


def test_private_characters_of_a_rule_are_no_places_for_words():
    was = Superseded(at=When.parse("2027-01-06"), replaced=dt.date(2027, 1, 2))
    one = deadline(at=Pending("rolling", rule="\ue000 or \ue001"), history=[was])
    said = told(conference(calls=[call(deadlines=[one])]))["call.deadline.history"]
    assert said == (
        "the submission deadline of January 6, 2027 no longer holds; it is now rolling (\ue000 or \ue001). "
        "Announced on January 2, 2027."
    )


SHANGHAI = "[Asia/Shanghai]"


@pytest.mark.parametrize(
    ("fields", "english", "chinese"),
    [
        ({"opens": "2027-02-01"}, "not yet open", "尚未开始"),
        ({"opens": "2027-01-10"}, "opening or already open (no time or time zone stated)", None),
        ({"opens": f"2027-01-10{SHANGHAI}"}, None, None),
        ({"opens": "2027-01"}, "opening or already open", "即将开始或已经开始"),
        ({"opens": "2027-01-01"}, None, None),
        ({"opens": "2027-01-01", "closes": "2027-01-20"}, "open, 10 days left", "报名中，还剩10天"),
        ({"closes": f"2027-01-11T12:00{SHANGHAI}"}, "open, closes tomorrow", "报名中，明天截止"),
        ({"closes": "2027-03"}, "open", "报名中"),
        ({"closes": "2027-01-10"}, "closing or already closed (no time or time zone stated)", None),
        ({"closes": "2027-01-01"}, "closed", "已截止"),
        ({"opens": "2027-02-01", "closes": "2027-01-01"}, "closed", "已截止"),
        ({"closes": "2027-01-20", "details_expected": "2027-01-15"}, None, None),
        ({"opens": "tbd", "closes": "2027-01-20"}, None, None),
        ({"opens": "tbd"}, None, None),
    ],
)
def test_registration_is_open_or_not_at_a_moment(fields, english, chinese):
    moments = {name: Pending(at) if at == "tbd" else When.parse(at) for name, at in fields.items()}
    event = conference(registration=Registration(**moments), timezone="Asia/Shanghai")
    now = dt.datetime(2027, 1, 10, 11, tzinfo=dt.UTC)
    assert told(event, now=now).get("registration.state") == english
    assert chinese is None or told(event, "zh", now=now)["registration.state"] == chinese
    assert "registration.state" not in told(event)
    assert "registration.state" not in told(attrs.evolve(event, status="cancelled"), now=now)


@pytest.mark.parametrize(
    ("day", "english", "chinese"),
    [
        (8, "Early bird: until Saturday, January 9, 2027", "早鸟票：2027年1月9日（星期六"),
        (9, "Early bird (ending or no longer available): until", "早鸟票（即将停售或已停售）：2027年1月9日"),
        (11, "Early bird (no longer available): until", "早鸟票（已停售）：2027年1月9日"),
    ],
)
def test_ticket_of_the_past_is_offered_to_nobody(day, english, chinese):
    early = Ticket(id="early", name=Text(en="Early bird", zh="早鸟票"), until=When.parse("2027-01-09"))
    event = conference(registration=Registration(tickets=[early]))
    now = dt.datetime(2027, 1, day, 12, tzinfo=dt.UTC)
    assert told(event, now=now)["registration.tickets"].startswith(english)
    assert told(event, "zh", now=now)["registration.tickets"].startswith(chinese)
    assert told(event)["registration.tickets"].startswith("Early bird: until")


def test_call_of_which_the_first_hour_is_open_is_not_told_to_be_closing():
    event = conference(calls=[call(opens=When.parse("2027-01-01"))])
    now = dt.datetime(2027, 1, 1, 11, tzinfo=dt.UTC)
    assert told(event, now=now)["call.state"] == "opening or already open (no time or time zone stated)"
    assert told(event, "zh", now=now)["call.state"] == "即将开始或已经开始（未注明具体时间和时区）"


def test_call_of_a_cancelled_event_is_not_told_to_be_open():
    event = conference(calls=[call()], status="cancelled")
    assert "call.state" not in told(event, now=dt.datetime(2027, 1, 1, tzinfo=dt.UTC))


@pytest.mark.parametrize(
    ("language", "status", "at"),
    [
        ("en", "cancelled with the event", "originally Wednesday, January 13, 2027 (no time or time zone stated)"),
        ("zh", "已随活动取消", "原定2027年1月13日（星期三；未注明具体时间和时区）"),
    ],
)
def test_cancelled_event_invites_nobody(language, status, at):
    invited = conference(
        status="cancelled",
        calls=[
            call(opens=When.parse("2026-12-01"), submit=Link(url="https://example.org/submit")),
            call(id="posters", deadlines=[deadline(at=Pending("tbd"))]),
        ],
        registration=Registration(link=Link(url="https://example.org/register"), closes=When.parse("2027-04-01")),
        links=[Link(url="https://example.org/tickets", rel="tickets"), Link(url="https://example.org/")],
    )
    said = told(invited, language)
    assert (said["call.status"], said["call.deadline"]) == (status, at)
    assert {"call.opens", "call.submit", "registration.closes", "registration.link"} & said.keys() == set()
    told_of = facts.of(invited, language=language)
    assert [run.href for fact in told_of for run in fact.value if run.href] == ["https://example.org/"]
    assert "https://example.org/\n" in render.chat(invited, language=language)


def test_days_that_a_postponed_event_keeps_are_those_that_were_planned():
    days = Days.parse("2027-05-01")
    scheduled = Revision(days=days, status="scheduled", replaced=dt.date(2027, 2, 1))
    event = conference(status="postponed", days=days, history=[scheduled])
    said = told(event)
    assert said["status"] == "postponed (announced on February 1, 2027)"
    assert said["days"] == "to be announced; originally planned for Saturday, May 1, 2027"
    assert "history" not in said
    assert render.line(event) == (
        "PyCon Example 2027 (postponed) — new date to be announced; originally Saturday, May 1, 2027."
    )
    assert told(attrs.evolve(event, history=()), "zh")["days"] == "待公布，原定2027年5月1日（星期六）"
    moved = attrs.evolve(scheduled, days=Days.parse("2027-04-01"))
    assert told(attrs.evolve(event, history=[moved]))["days"] == "Saturday, May 1, 2027"


@pytest.mark.parametrize(
    ("tickets", "english", "chinese"),
    [
        ([{"price": Money.parse("0 CNY")}], ("Ticket", "line", "free"), ("票价", "line", "免费")),
        ([{}], ("Ticket", "line", "t0"), ("票价", "line", "t0")),
        (
            [{"price": Money.parse("0.5 USD")}, {"price": Money.parse("2 USD")}],
            ("Tickets", "list", "USD 0.50"),
            ("票种与价格", "list", "0.50美元"),
        ),
    ],
)
def test_ticket_without_a_name_is_told_by_its_price(tickets, english, chinese):
    given = [Ticket(id=f"t{number}", **ticket) for number, ticket in enumerate(tickets)]
    event = conference(registration=Registration(tickets=given))
    for language, said in (("en", english), ("zh", chinese)):
        fact = next(fact for fact in facts.of(event, language=language) if fact.key == "registration.tickets")
        assert (facts.plain(fact.label), fact.form, facts.plain(fact.value)) == said


def test_ticket_without_a_name_says_that_it_is_no_longer_sold():
    early = Ticket(id="early", price=Money.parse("5 EUR"), until=When.parse("2027-01-09"))
    event = conference(registration=Registration(tickets=[early], closes=Pending("none")))
    said = told(event, now=dt.datetime(2027, 2, 1, tzinfo=dt.UTC))
    assert said["registration.tickets"] == (
        "EUR 5; until Saturday, January 9, 2027 (no time or time zone stated). No longer available."
    )
    assert (said["registration.closes"], told(event, "zh")["registration.closes"]) == (
        "no closing date",
        "不设截止日期",
    )


@pytest.mark.parametrize(
    ("locality", "country", "language", "said"),
    [
        (Text(zh_Hant="香港"), "HK", "zh", "中国香港特别行政区"),
        (Text(zh="新加坡"), "SG", "zh-Hant", "新加坡"),
        (Text(zh="北京"), "CN", "zh-Hant", "中國北京"),
        (Text(zh="台北"), "TW", "zh-Hant", "台灣台北（簡體中文名稱）"),
        (Text(zh_Hant="臺北"), "TW", "zh", "台湾臺北（繁体中文名称）"),
    ],
)
def test_name_that_both_chinese_scripts_write_alike_needs_no_mark(locality, country, language, said):
    event = conference(venues=[venue(name=None, address=Address(locality=locality, country=country))])
    assert told(event, language)["place"] == said


@pytest.mark.parametrize(
    ("address", "english", "chinese"),
    [
        (
            {"street": Text(zh="新建宫门路2号"), "district": Text(zh="海淀区"), "locality": Text(en="Beijing")},
            "新建宫门路2号, 海淀区, Beijing 100080, China (partly in Chinese)",
            "中国 Beijing 海淀区新建宫门路2号（邮编：100080；部分为英文）",
        ),
        (
            {"street": Text(zh="新建宫门路2号"), "locality": Text(zh="北京市")},
            "北京市新建宫门路2号 100080, China (in Chinese)",
            "中国北京市新建宫门路2号（邮编：100080）",
        ),
        (
            {"street": Text(en="2 Gate Road"), "locality": Text(en="Beijing")},
            "2 Gate Road, Beijing 100080, China",
            "2 Gate Road, Beijing 100080（中国；英文）",
        ),
    ],
)
def test_address_says_which_of_it_is_in_another_language(address, english, chinese):
    event = conference(venues=[venue(address=Address(**address, postal_code="100080", country="CN"))])
    assert [told(event, tag)["venue.address"] for tag in ("en", "zh")] == [english, chinese]


def test_code_of_somebodys_own_is_english_and_says_so():
    event = conference(kind="unconference", milestones=[deadline(kind="visa_letter", at=Pending("tbd"))])
    said = next(fact for fact in facts.of(event, language="zh") if fact.key == "milestone")
    assert [(run.text, run.language, run.own) for run in said.label] == [
        ("visa letter", "en", False),
        ("（英文）", "zh-Hans", True),
    ]
    assert labels(event, "milestone") == ["Visa letter"]
    assert told(event, "zh-Hant")["kind"] == "unconference（英文）"


def test_sign_brings_its_own_space_before_a_distance():
    far = Distance(origin=Text(zh="车站"), km=12)
    event = conference(venues=[venue(distances=[far])])
    assert told(event, "zh-Hant")["venue.distance"] == "距车站（簡體中文名稱）12 公里"


def test_call_of_which_only_the_name_is_known_says_that_no_date_is_stated():
    bare = call(id="lightning", kind="lightning", deadlines=())
    event = conference(calls=[bare])
    assert [told(event, tag)["call.undated"] for tag in ("en", "zh")] == ["not stated", "未注明"]
    assert render.text(event).endswith(
        "Call for lightning talks\n  Deadline: not stated\n\nAnnounced: November 1, 2026\n"
    )
    assert "call.undated" not in told(attrs.evolve(event, status="cancelled"))
    assert "call.undated" not in told(conference(calls=[attrs.evolve(bare, opens=Pending("tbd"))]))
