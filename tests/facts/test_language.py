"""The language of texts: fallbacks, translations and originals."""

import datetime as dt

import attrs

from confkit import (
    Address,
    Contact,
    Distance,
    EventRef,
    Image,
    Link,
    Organization,
    Pending,
    Registration,
    Relation,
    Revision,
    Series,
    Source,
    Text,
    Ticket,
    Topic,
    Translation,
    Venue,
    When,
    facts,
    files,
    render,
)
from fact_texts import LANGUAGES, fact_labels, fact_texts
from factories import call, conference, deadline, venue


def test_sentence_on_an_event_has_all_known_fields():
    cases = (
        ({"edition": 1}, "this is the first edition.", "本次活动为首届。"),
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
            "本次活动为第二届，由 PSF 主办。",
        ),
    )
    for fields, english, chinese in cases:
        event = conference(**fields)
        assert [fact_texts(event, language)["about"] for language in ("en", "zh")] == [english, chinese], fields


def test_series_is_a_fact_unless_the_sentence_names_it():
    series = Series(id="pycon", name="PyCon", ranks={"core": "B"})
    assert fact_texts(conference(series=series))["series"] == "PyCon"
    assert "series" not in fact_texts(conference(series=series, edition=2))
    assert fact_texts(conference(series=attrs.evolve(series, acronym="PC"), edition=2))["series"] == "PyCon (PC)"
    assert fact_texts(conference(series=Series(id="x", ranks={"core": "B"})))["series.ranks"] == "core B"


def test_text_in_another_language_is_labelled():
    event = conference(
        summary=Text(en="A day."),
        travel=Text(zh_Hant="搭車。"),
        topics=[Topic(name=Text(en="a")), Topic(name=Text(zh="乙"))],
        formats=[Text(ja="講演")],
    )
    texts = fact_texts(event, "zh")
    assert (texts["summary"], texts["travel"]) == ("（原文为英文）A day.", "（原文为繁体中文）搭車。")
    assert texts["about"] == "本次活动设有講演（原文为日文）。"
    topics = next(fact for fact in facts.of(event, language="zh") if fact.key == "topics")
    assert [facts.plain(part) for part in topics.parts] == ["a（英文名称）", "乙"]
    runs = [[(run.text, run.language, run.fallback, run.own) for run in part] for part in topics.parts]
    assert runs == [
        [("a", "en", True, False), ("（英文名称）", "zh-Hans", False, True)],
        [("乙", "zh-Hans", False, False)],
    ]


URL = "https://example.org/a"
ROLLING = Pending("rolling", rule=Text(en="until all places are taken"))


def test_rule_of_a_rolling_date_has_its_language():
    event = conference(calls=[call(deadlines=[deadline(at=ROLLING)])])
    (fact,) = (fact for fact in facts.of(event, language="zh") if fact.key == "call.deadline")
    assert [(run.text, run.language, run.own) for run in fact.value] == [
        ("不设固定日期，随时受理（", "zh-Hans", True),
        ("until all places are taken", "en", False),
        ("；原文为英文）", "zh-Hans", True),
    ]
    html = render.html(event, language="zh")
    assert '<dd>不设固定日期，随时受理（<span lang="en">until all places are taken</span>；原文为英文）</dd>' in html
    assert (
        fact_texts(event)["call.deadline"] == "no fixed date; accepted on a rolling basis (until all places are taken)"
    )


def test_paragraphs_in_another_language_are_counted_in_their_label():
    cases = (
        ("en", ["(next 2 paragraphs in Chinese) 一日。", "歡迎。"]),
        ("zh", ["（以下2段原文为繁体中文）一日。", "歡迎。"]),
        ("zh-Hant", ["一日。", "歡迎。"]),
    )
    for language, texts in cases:
        event = conference(description=Text(zh_Hant="一日。\n\n歡迎。"))
        (fact,) = (fact for fact in facts.of(event, language=language) if fact.key == "description")
        assert [facts.plain(part) for part in fact.parts] == texts, language


def test_translated_text_is_labelled_as_a_translation():
    event = conference(
        summary=Text(zh="会期一天。"),
        description=Text(zh="一天。\n\n欢迎。"),
        audience=Text(zh="工程师"),
        translations=[Translation(language="zh", status="unofficial")],
    )
    texts = [fact_texts(event, tag) for tag in ("en", "zh-Hant")]
    assert [[each[key] for key in ("summary", "about", "description")] for each in texts] == [
        [
            "(Chinese translation) 会期一天。",
            "the event brings together 工程师 (Chinese translation).",
            "(next 2 paragraphs in Chinese translation) 一天。",
        ],
        ["（簡體中文譯文）会期一天。", "本次活動以工程师（簡體中文譯文）為對象。", "（以下 2 段為簡體中文譯文）一天。"],
    ]


def test_label_of_a_language_says_that_it_is_of_the_name():
    papers = call(name=Text(en="Posters"), round=Text(en="Round 1"), submit=Link(url=URL, title=Text(en="OpenReview")))
    event = conference(
        history=[Revision(place=Text(en="Old Hall"), replaced=dt.date(2026, 12, 1))],
        calls=[attrs.evolve(papers, deadlines=[deadline(label=Text(en="industry"))])],
        topics=[Topic(name=Text(en="Editors"))],
        registration=Registration(tickets=[Ticket(id="std", name=Text(en="Standard"))]),
        links=[Link(url=URL, rel="video", title=Text(en="Recordings"))],
        contacts=[Contact(email="a@example.org", purpose=Text(en="program"))],
        sources=[Source(url=URL, note=Text(en="news page"))],
        images=[Image(url=URL, alt=Text(en="The hall"))],
    )
    found = [fact for fact in facts.of(event, language="zh") if any(run.fallback for run in (*fact.label, *fact.value))]
    assert [(facts.plain(fact.label), facts.plain(fact.value)) for fact in found] == [
        ("原定安排", "Old Hall（英文名称；该安排已于2026年12月1日变更）"),
        ("图片", "The hall（说明为英文）"),
        ("征集类型", "Posters（英文名称；Round 1，原文为英文）"),
        ("提交截止日期（industry，原文为英文）", "2027年1月13日（星期三；未注明具体时间和时区）"),
        ("提交入口", "OpenReview（英文标题）"),
        ("活动主题", "Editors（英文名称）"),
        ("票种与价格", "Standard（英文名称）"),
        ("视频", "Recordings（英文标题）"),
        ("联系方式（program，说明为英文）", "a@example.org"),
        ("信息来源（news page，说明为英文）", URL),
    ]


def test_rule_of_a_changed_rolling_date_has_its_language():
    cases = (
        ({"days": Pending("tbd")}, {"days": ROLLING}),
        ({"calls": [call(deadlines=[deadline()])]}, {"calls": [call(deadlines=[deadline(at=ROLLING)])]}),
        (
            {"calls": [call(deadlines=[deadline(), deadline(id="2")])]},
            {"calls": [call(deadlines=[deadline(), deadline(id="2", at=ROLLING)])]},
        ),
    )
    for old, new in cases:
        (fact,) = facts.changed(conference(**old), conference(**new), language="zh")
        assert [run for run in fact.value if not run.own] == [
            facts.Run(text="until all places are taken", language="en", fallback=True)
        ], old


def test_quoted_announcement_has_an_undetermined_language():
    at = When(date=dt.date(2027, 1, 6), raw="mid-winter (first week)")
    event = conference(calls=[call(deadlines=[deadline(at=at)])])
    (fact,) = (fact for fact in facts.of(event, language="zh") if fact.key == "call.deadline")
    assert [(run.text, run.language) for run in fact.value] == [
        ("2027年1月6日（星期三；未注明具体时间和时区）［原文：“", "zh-Hans"),
        ("mid-winter (first week)", "und"),
        ("”］", "zh-Hans"),
    ]


def test_list_in_another_language_is_labelled_once():
    event = conference(topics=[Topic(name=Text(en="a")), Topic(name=Text(en="b"))])
    topics = next(fact for fact in facts.of(event, language="zh") if fact.key == "topics")
    assert (facts.plain(topics.label), [facts.plain(part) for part in topics.parts]) == (
        "活动主题（共2项，原文为英文）",
        ["a", "b"],
    )


def test_missing_text_is_in_the_default_language():
    event = conference(summary=Text(en="A day.", ja="一日。"))
    assert fact_texts(event, "zh", default_language="ja")["summary"] == "（原文为日文）一日。"


def test_name_in_translation_is_followed_by_the_original_at_its_first_mention():
    cases = (
        ([], "大会"),
        ([Translation(language="zh", status="official")], "大会"),
        ([Translation(language="zh", status="unofficial")], "大会（Conference）"),
        ([Translation(language="en", status="machine")], "大会"),
        ([Translation(language=language, status="machine") for language in ("en", "zh", "ja")], "大会"),
        ([Translation(language=language, status="machine") for language in ("en", "zh")], "大会（会議）"),
    )
    for translations, name in cases:
        event = conference(name=Text(en="Conference", zh="大会", ja="会議"), translations=translations)
        assert fact_texts(event, "zh")["name"] == name, translations


def test_distance_in_translation_is_followed_by_the_original_once():
    origin = Text(en="Airport", zh="机场")
    event = conference(
        venues=[
            venue(distances=[Distance(origin=origin, km=2), Distance(origin=Text(en="A", zh="甲（原文：A）"), km=3)])
        ],
        translations=[Translation(language="zh", status="unofficial")],
    )
    texts = [facts.plain(fact.value) for fact in facts.of(event, language="zh") if fact.key == "venue.distance"]
    assert texts == ["距机场（原文：Airport）2公里", "距甲（原文：A）3公里"]


def test_relation_has_the_name_url_or_id_of_the_other_event():
    cases = (
        (EventRef(name="BAAI Conference"), "co-located with the BAAI Conference"),
        (EventRef(url="https://example.org/2027"), "co-located with example.org"),
        (EventRef(id="icml-2027"), "co-located with event icml-2027"),
    )
    for target, texts in cases:
        event = conference(relations=[Relation(kind="co_located", target=target)])
        assert fact_texts(event)["relation"] == texts, target


def test_address_is_as_published_with_the_remaining_parts():
    cases = (
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
    )
    for address, texts in cases:
        event = conference(venues=[Venue(name="Hall", address=address)])
        found = {
            key.removeprefix("venue.address").removeprefix("."): words
            for key, words in fact_texts(event).items()
            if key.startswith("venue.address")
        }
        assert found == texts, address


def test_address_as_published_is_verbatim_in_every_language():
    words = "索家坟, Hai Dian Qu, Bei Jing Shi, China, 100080"
    found = [fact for tag in LANGUAGES for fact in facts.of(files.example(), language=tag) if fact.verbatim]
    assert [facts.plain(fact.value) for fact in found] == [words] * len(LANGUAGES)


def test_unknown_code_is_labelled_as_english():
    event = conference(kind="unconference", milestones=[deadline(kind="visa_letter", at=Pending("tbd"))])
    texts = next(fact for fact in facts.of(event, language="zh") if fact.key == "milestone")
    assert [(run.text, run.language, run.own) for run in texts.label] == [
        ("visa letter", "en", False),
        ("（英文名称）", "zh-Hans", True),
    ]
    assert fact_labels(event, "milestone") == ["Visa letter"]
    assert fact_texts(event, "zh-Hant")["kind"] == "unconference（英文名稱）"


def test_distance_has_one_space_after_a_bracket():
    far = Distance(origin=Text(zh="车站"), km=12)
    event = conference(venues=[venue(distances=[far])])
    assert fact_texts(event, "zh-Hant")["venue.distance"] == "距车站（簡體中文名稱）12 公里"
