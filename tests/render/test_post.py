"""Posts: front matter, escapes for Liquid and kramdown, and the first sentence."""

import datetime as dt
import re

import attrs
import pytest

from confkit import (
    Address,
    CallForProposals,
    Conference,
    Contact,
    Days,
    Deadline,
    EventRef,
    Online,
    Pending,
    Relation,
    Revision,
    Text,
    Topic,
    Venue,
    When,
    facts,
    files,
    render,
)
from factories import conference
from render.events import HOSTILE, MARKUP
from render.renderings import BY_EVENT, PARSER, facts_of, front_matter, rendered


def shown(body):
    inlines = (token for token in PARSER.parse(body) if token.type == "inline")
    words = "".join(child.content for token in inlines for child in token.children or ())
    return "".join(words.split()).lower()


@BY_EVENT
def test_post_shows_every_fact(event_ids):
    for event_id in event_ids:
        for language in ("en", "zh-Hans"):
            seen = shown(front_matter(rendered("post", event_id, language))[1])
            parts = [facts.plain(part) for fact in facts_of(event_id, language) for part in fact.parts]
            assert [text for text in parts if "".join(text.split()).lower() not in seen] == [], (event_id, language)


def test_post_of_the_example_has_the_order_of_its_announcement():
    front, body = front_matter(render.post(files.example()))
    assert list(front.items()) == [
        ("layout", "blog_detail"),
        ("title", "PyTorch Day China 2025: proposals due April 13"),
        ("date", files.example().published),
        ("lang", "en"),
    ]
    assert re.findall("^(?:## .*|!)", body, re.MULTILINE) == [
        *("!", "## Call for proposals", "## About the event", "## Event details", "## Venue", "## Travel"),
        *("## Registration", "## Further information", "## Contact"),
    ]


@BY_EVENT
def test_post_in_several_languages_marks_the_language_of_each(event_ids):
    for event_id in event_ids:
        front, body = front_matter(rendered("post", event_id, "zh-Hans", "en"))
        _, chinese = front_matter(rendered("post", event_id, "zh-Hans"))
        _, english = front_matter(rendered("post", event_id, "en"))
        assert front["lang"] == "zh-Hans", event_id
        assert body == (
            f'\n<div lang="zh-Hans" markdown="1">\n{chinese}\n</div>\n\n* * *\n\n'
            f'<div lang="en" markdown="1">\n{english}\n</div>\n'
        ), event_id


def test_post_front_matter_has_a_plain_title():
    cases = (
        *(
            MARKUP,
            "a: b",
            '"a" \\ b',
            "---",
            "<script>alert(1)</script>",
            "</title>",
            "{{ site }}",
            "{% raw %}",
            "a\nb",
        ),
        *("\u2028x", "\ufffex", "\U0010ffffx", "#", "- a", "!ruby/object:X", "*a", "&a", "null", "2027-05-01", "\x7fx"),
    )
    for name in cases:
        front, _ = front_matter(render.post(Conference(id="x", name=name)))
        assert isinstance(front["title"], str), name
        assert "<" not in front["title"], name
        assert list(front) == ["layout", "title", "lang"], name


def test_post_escapes_liquid_and_kramdown_markup():
    cases = (
        ("{{ site.title }}", "&#123;&#123; site.title &#125;&#125;"),
        ("{% include x %}", "&#123;% include x %&#125;"),
        ("{:.x}", "&#123;:.x&#125;"),
        ("$$x$$", "&#36;&#36;x&#36;&#36;"),
        ("US$ 5", "US$ 5"),
        (": a", "&#58; a"),
        ("a: b", "a: b"),
        ("^", "&#94;"),
        ("x^2", "x^2"),
        ("~~a~~ \\~b", "&#126;&#126;a&#126;&#126; \\\\&#126;b"),
        ("https://example.org/~a", "<https://example.org/~a>"),
        ("&copy;", "&amp;copy;"),
    )
    for words, written in cases:
        event = Conference(id="x", name="X", description=f"a\n\n{words}")
        assert render.post(event).endswith(f"## About the event\n\na\n\n{written}\n"), words
        assert shown(front_matter(render.post(event))[1]).endswith("".join(words.split()).lower()), words


def test_post_of_a_hostile_event_has_only_expected_markup():
    for language in ("en", "zh"):
        _, body = front_matter(render.post(HOSTILE, languages=(language,)))
        tokens = PARSER.parse(body)
        assert {token.tag for token in tokens} <= {"", "h2", "p", "ul", "li"}, language
        inlines = {child.type for token in tokens for child in token.children or ()}
        assert inlines == {"image", "link_close", "link_open", "strong_close", "strong_open", "text"}, language
        assert not {"{{", "{%"} & set(re.findall("{.", body)), language


def test_post_links_an_address_with_braces():
    event = conference(contacts=[Contact(email="a{b|c}@example.org")])
    assert r"[a&#123;b\|c&#125;@example.org](mailto:a%7Bb%7Cc%7D@example.org)" in render.post(event)


def test_post_takes_the_name_of_a_layout():
    assert render.post(conference(), layout="post").startswith("---\nlayout: post\n")
    for layout in ("", "a: b", "a\nb"):
        with pytest.raises(ValueError, match="layout: must contain letters, digits"):
            render.post(conference(), layout=layout)


HALL = Venue(name=Text(en="Hall 1", zh="一号馆"))
MARCH = Revision(days=Days.parse("2027-03-05"), replaced=dt.date(2027, 1, 2))
APRIL = Revision(days=Days.parse("2027-04-03/2027-04-04"), replaced=dt.date(2027, 2, 2))
STATUS_SENTENCES = {
    "scheduled": (
        {"days": "2027-05-01"},
        "X Day — Saturday, May 1, 2027, Hall 1.",
        "某日：2027年5月1日（星期六），一号馆。",
    ),
    "tentative": ({}, "X Day is tentative — Hall 1.", "某日（暂定）：一号馆。"),
    "tentative-plan": (
        {"days": "2027-05-01"},
        "X Day is tentatively planned for Saturday, May 1, 2027, at Hall 1.",
        "某日暂定于2027年5月1日（星期六）举办，地点：一号馆。",
    ),
    "cancelled": ({}, "X Day has been cancelled.", "某日已取消。"),
    "cancelled-day": ({"days": Pending("cancelled")}, "X Day has been cancelled.", "某日已取消。"),
    "cancelled-plan": (
        {"days": "2027-05-01"},
        "X Day has been cancelled; it was planned for Saturday, May 1, 2027, at Hall 1.",
        "某日已取消，原定于2027年5月1日（星期六）在一号馆举办。",
    ),
    "postponed": (
        {"days": Pending("tbd")},
        "X Day has been postponed — date to be announced, Hall 1.",
        "某日延期：日期待公布，一号馆。",
    ),
    "postponed-plan": (
        {"days": "2027-05-01"},
        "X Day, formerly planned for Saturday, May 1, 2027, has been postponed — new date to be announced, Hall 1.",
        "某日此前定于2027年5月1日（星期六）举办，现已延期：新日期待公布，一号馆。",
    ),
    "postponed-history": (
        {"days": Pending("tbd"), "history": [MARCH, APRIL]},
        "X Day, formerly planned for April 3–4, 2027, has been postponed — date to be announced, Hall 1.",
        "某日此前定于2027年4月3日至4日举办，现已延期：日期待公布，一号馆。",
    ),
    "rescheduled-history": (
        {"days": "2027-05-30/2027-06-01", "history": [MARCH, APRIL]},
        "X Day, formerly planned for April 3–4, 2027, has been rescheduled: May 30 – June 1, 2027, Hall 1.",
        "某日此前定于2027年4月3日至4日举办，现已改期：2027年5月30日至6月1日，一号馆。",
    ),
    "rescheduled": (
        {"days": "2027-05-30/2027-06-01"},
        "X Day has been rescheduled: May 30 – June 1, 2027, Hall 1.",
        "某日改期：2027年5月30日至6月1日，一号馆。",
    ),
    "moved_online": ({}, "X Day has been moved online.", "某日已改为线上举办。"),
    "moved_online-days": (
        {"days": "2027-05-01"},
        "X Day has been moved online — Saturday, May 1, 2027.",
        "某日已改为线上举办：2027年5月1日（星期六）。",
    ),
}


def test_post_begins_with_the_status_of_the_event():
    for case, (fields, english, chinese) in STATUS_SENTENCES.items():
        days = fields.get("days")
        event = Conference(
            id="x",
            name=Text(en="X Day", zh="某日"),
            status=case.partition("-")[0],
            days=Days.parse(days) if isinstance(days, str) else days,
            venues=[HALL],
            history=fields.get("history", ()),
        )
        bodies = [front_matter(render.post(event, languages=(tag,)))[1].split("\n")[1] for tag in ("en", "zh")]
        assert bodies == [english, chinese], case


def test_post_names_the_city_of_a_cancelled_event():
    bonn = Venue(address=Address(locality="Bonn", country="DE"))
    event = Conference(id="x", name="X", status="cancelled", days=Days.parse("2027-05-01"), venues=[bonn])
    planned = "X has been cancelled; it was planned for Saturday, May 1, 2027"
    assert front_matter(render.post(event))[1].split("\n")[1] == f"{planned}, in Bonn, Germany."
    assert front_matter(render.post(attrs.evolve(event, venues=())))[1].split("\n")[1] == f"{planned}."


def test_post_gives_the_date_of_a_tentative_event_without_a_venue():
    cases = (
        ({}, "X is tentatively planned for Saturday, May 1, 2027.", "X 暂定于2027年5月1日（星期六）举办。"),
        (
            {"online": Online()},
            "X is tentatively planned for Saturday, May 1, 2027, online.",
            "X 暂定安排：2027年5月1日（星期六），线上。",
        ),
        (
            {"relations": [Relation(kind="follows", target=EventRef(name="Y"))]},
            "X is tentatively planned for Saturday, May 1, 2027, after Y.",
            "X 暂定安排：2027年5月1日（星期六），在 Y 之后举办。",
        ),
    )
    for fields, english, chinese in cases:
        event = Conference(id="x", name="X", status="tentative", days=Days.parse("2027-05-01"), **fields)
        assert [front_matter(render.post(event, languages=(tag,)))[1].split("\n")[1] for tag in ("en", "zh")] == [
            english,
            chinese,
        ], fields


def test_post_names_the_related_event_of_a_cancelled_event():
    beside = [Relation(kind="joint_with", target=EventRef(name="Y"))]
    event = Conference(id="x", name="X", status="cancelled", days=Days.parse("2027-05-01"), relations=beside)
    assert front_matter(render.post(event))[1].split("\n")[1] == (
        "X has been cancelled; it was planned for Saturday, May 1, 2027, jointly with Y."
    )


def test_post_puts_an_article_before_a_common_noun():
    event = Conference(id="x", name="Workshop on X", status="cancelled")
    assert front_matter(render.post(event))[1].split("\n")[1] == "The Workshop on X has been cancelled."


def test_post_describes_the_event_before_its_details():
    event = Conference(
        id="x", name="X", kind="workshop", description="A.\n\nB.", languages=["en"], topics=[Topic(name="T")]
    )
    assert front_matter(render.post(event))[1] == (
        "\nX\n\n## About the event\n\nA.\n\nB.\n\n**Topic of the event**:\n\n- T\n\n"
        "## Event details\n\n- **Kind of event**: workshop\n- **Language of the event**: English\n"
    )


def test_post_labels_a_contact_with_a_purpose():
    event = Conference(
        id="x", name="X", contacts=[Contact(email="a@b.org"), Contact(email="c@d.org", purpose="the press")]
    )
    assert render.post(event).endswith("## Contact\n\n- <a@b.org>\n- **Contact (the press)**: <c@d.org>\n")


def test_post_title_has_the_day_of_the_deadline():
    cases = (
        ("2027-04-13T18:00[Asia/Shanghai]", "X: proposals due April 13"),
        ("2027-04-14T00:00[AoE]", "X: proposals due April 14"),
        ("2027-04-13T24:00[Asia/Shanghai]", "X: proposals due April 13"),
        ("2027-04-13[AoE]", "X: proposals due April 13"),
        ("2027-04", "X: proposals due April"),
    )
    for at, title in cases:
        due = CallForProposals(
            deadlines=[Deadline(kind="submission", at=When.parse(at)), Deadline(kind="camera_ready", at=Pending("tbd"))]
        )
        event = Conference(id="x", name="X", days=Days.parse("2027-06-01"), calls=[due])
        assert front_matter(render.post(event))[0]["title"] == title, at
        assert render.email(event)["Subject"] == title, at


def test_email_subject_names_the_first_open_call():
    calls = [
        CallForProposals(kind=kind, deadlines=[Deadline(kind="submission", at=When.parse(at))])
        for kind, at in (("talks", "2027-04-13T18:00[Asia/Shanghai]"), ("posters", "2027-05-02T18:00[Asia/Shanghai]"))
    ]
    event = Conference(id="x", name="X", days=Days.parse("2027-06-01"), calls=calls)
    subjects = [render.email(event, now=dt.datetime(2027, month, 20, tzinfo=dt.UTC))["Subject"] for month in (3, 4, 5)]
    assert subjects == ["X: proposals due April 13", "X: posters due May 2", "X: Tuesday, June 1, 2027"]
