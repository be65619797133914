"""HTML: elements, languages, links and time elements; tables in two languages."""

import datetime as dt

import pytest

from confkit import Conference, Contact, Days, Deadline, Link, Text, When, facts, render
from factories import conference
from render.events import EVENTS, HOSTILE
from render.html_pages import elements, parsed, seen, texts
from render.renderings import BY_EVENT, facts_of, rendered
from render.text_checks import folded

TAGS = {
    *("a", "address", "article", "bdi", "dd", "dl", "dt", "h1", "h2", "img", "li", "p", "section", "small", "span"),
    *("time", "ul"),
}
TABLE = {"br", "table", "tbody", "td", "th", "thead", "tr"}


@BY_EVENT
def test_html_shows_every_fact(event_ids):
    for event_id in event_ids:
        for language in ("en", "zh-Hans"):
            shown = seen(rendered("html", event_id, language))
            parts = [part for fact in facts_of(event_id, language) for part in fact.parts]
            missing = [part for part in parts if folded(facts.plain(part)) not in shown]
            assert missing == [], (event_id, language)


@BY_EVENT
def test_html_table_shows_every_fact_in_both_languages(event_ids):
    for event_id in event_ids:
        shown = seen(rendered("bilingual-html", event_id, "en", "zh-Hans"))
        parts = [part for tag in ("en", "zh-Hans") for fact in facts_of(event_id, tag) for part in fact.parts]
        assert [part for part in parts if folded(facts.plain(part)) not in shown] == [], event_id


@BY_EVENT
def test_html_marks_the_language_of_every_run(event_ids):
    for event_id in event_ids:
        for language in ("en", "zh-Hant"):
            places = [(folded(text), tag) for text, tag in texts(rendered("html", event_id, language))]
            runs = [run for fact in facts_of(event_id, language) for part in fact.parts for run in part]
            unmarked = [
                run
                for run in runs
                if not any(
                    folded(run.text) in text and tag == ("" if run.language == "und" else run.language)
                    for text, tag in places
                )
            ]
            assert [run for run in unmarked if "https://" not in run.text] == [], (event_id, language)


@BY_EVENT
def test_html_has_only_expected_elements(event_ids):
    for event_id in event_ids:
        article = {element.tag for element in elements(rendered("html", event_id, "en"))}
        table = {element.tag for element in elements(rendered("bilingual-html", event_id, "en", "zh-Hans"))}
        assert (article - TAGS, table - TAGS - TABLE) == (set(), set()), event_id


def test_html_shows_a_hostile_name_unchanged():
    (heading,) = (element for element in elements(render.html(HOSTILE)) if element.tag == "h1")
    assert "".join(heading.itertext()) == (
        "# *a* _b_ [c](https://d.example) ![e](f) <script>alert(1)</script> `g` | h ~~i~~ &amp; \\j **k** - l1. m"
    )


def test_html_of_hostile_text_has_the_same_elements_as_of_harmless_text():
    cases = (
        *("</article><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)"),
        *("--><b>", "]]><b>", "<![CDATA[x]]>", "<!--", "&lt;b&gt;", "</title>", "\u202eevil", "a\r\nBcc: x@y.example"),
        *("\ufffe", "\U0010ffff", "\x80x", "{{ x }}", "a\x00b"),
    )
    for snare in cases:

        def outline(words):
            event = Conference(
                id="x",
                name=words,
                description=words,
                links=[Link(url="https://example.org/", title=words)],
                contacts=[Contact(phone=words, purpose=words)],
            )
            (page,) = (part for part in render.email(event).iter_parts() if part.get_content_subtype() == "html")
            return [
                (element.tag, sorted(element.attrib))
                for html in (render.html(event), render.bilingual(event, form="html"), page.get_content())
                for element in elements(html)
            ]

        assert outline(snare) == outline("harmless"), snare


def test_html_replaces_noncharacters_in_urls():
    url = "https://example.org/\ufdd0gpj.exe"
    (link,) = (element for element in elements(render.html(conference(links=[Link(url=url)]))) if element.tag == "a")
    assert (link.get("href"), link.text) == (
        "https://example.org/%EF%B7%90gpj.exe",
        "https://example.org/\ufffdgpj.exe",
    )


def test_html_isolates_right_to_left_text():
    event = Conference(
        id="x",
        name=Text(he="כנס 2027"),
        summary=Text(en="PyCon תל אביב is in spring."),
        links=[Link(url="https://example.org/", title=Text(ar="موقع"))],
    )
    html = render.html(event)
    assert '<h1><bdi lang="he" dir="rtl">כנס 2027</bdi></h1>' in html
    assert '<p><bdi dir="ltr">PyCon תל אביב is in spring.</bdi></p>' in html
    assert '<a href="https://example.org/" lang="ar" dir="rtl">موقع</a>' in html


def test_html_links_urls_in_paragraphs_only():
    event = Conference(id="x", name="https://example.org/", description=Text(en="See <https://example.org/a?b=1&c>."))
    assert render.html(event) == (
        '<article lang="en" dir="ltr">\n'
        '<h1><span lang="">https://example.org/</span></h1>\n'
        '<p>See &lt;<a href="https://example.org/a?b=1&amp;c">https://example.org/a?b=1&amp;c</a>&gt;.</p>\n'
        "</article>\n"
    )


def test_html_time_elements_are_as_precise_as_the_dates():
    cases = (
        ("2027-04-13", "2027-04-13"),
        ("2027-04", "2027-04"),
        ("2027", "2027"),
        ("2027-04-13T18:00", "2027-04-13T18:00:00"),
        ("2027-04-13T23:59[AoE]", "2027-04-14T11:59:00Z"),
        ("2027-04-13[AoE]", "2027-04-13"),
        ("2027-04-13T24:00[Asia/Shanghai]", "2027-04-13T16:00:00Z"),
        ("2027-11-07T01:30[America/New_York]", "2027-11-07T01:30:00"),
    )
    for at, stamp in cases:
        event = conference(days=None, published=None, milestones=[Deadline(kind="submission", at=When.parse(at))])
        times = [element.get("datetime") for element in elements(render.html(event)) if element.tag == "time"]
        assert times == [stamp], at


def test_html_has_no_time_element_for_several_days_or_none():
    event = conference(days=Days.parse("2027-05-01/2027-05-03"), published=dt.date(2027, 1, 2))
    times = [element.get("datetime") for element in elements(render.html(event)) if element.tag == "time"]
    assert times == ["2027-01-02"]
    assert "<time" not in render.html(EVENTS["type-days-2026"]).partition("<h2>Further")[0]


@BY_EVENT
def test_html_links_have_the_schemes_of_the_web_and_mail(event_ids):
    schemes = {
        element.get(name).partition(":")[0]
        for event_id in event_ids
        for element in elements(rendered("html", event_id, "en"))
        for name in ("href", "src")
        if element.get(name)
    }
    assert schemes == {"https", "mailto"}


def test_html_table_of_a_bare_event_is_a_heading():
    html = render.bilingual(Conference(id="x", name=Text(en="X", zh="某会")), form="html")
    assert html == '<article lang="en" dir="ltr">\n<h1>X / <span lang="zh-Hans">某会</span></h1>\n</article>\n'


def test_html_table_joins_paragraphs_if_the_languages_differ_in_number():
    event = Conference(id="x", name="X", description=Text(en="One.\n\nTwo.", zh="一和二。"))
    (row,) = (line for line in render.bilingual(event, form="html").splitlines() if "Description" in line)
    assert '<td lang="en"><p>One.</p><p>Two.</p></td><td lang="zh-Hans"><p>一和二。</p></td>' in row


def test_bilingual_refuses_an_unknown_form():
    with pytest.raises(ValueError, match="form: must be markdown or html"):
        render.bilingual(conference(), form="latex")


def test_html_parser_raises_parse_errors():
    with pytest.raises(Exception, match="Unexpected end tag"):
        parsed("<p></b></p>")
