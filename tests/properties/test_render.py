import datetime as dt
import re
from email import message_from_bytes, policy

import yaml
from hypothesis import example, given, settings, strategies as st
from markdown_it import MarkdownIt

from cases import for_each
from confkit import facts, render, words
from confkit._characters import safe_text
from confkit.model import zone
from render import html_pages, text_checks
from render.events import HOSTILE
from strategies import conferences, examples, zone_keys

LANGUAGES = st.sampled_from(["en", "en-GB", "zh-Hans", "zh-Hant"])
NOW = st.none() | st.datetimes(timezones=st.just(dt.UTC))
ZONE = st.none() | zone_keys.map(zone)
SPACES = re.compile("[\u00a0\u2009\u202f\u202a-\u202e\u2066-\u2069\n]")
HOLDS_DATA = re.compile(
    # Facts whose text of confkit contains a text of the event: the name of a date, an address, a rule.
    r"(call|milestone).*|days|history|registration.*|place|venue\.(name|address)|languages"
)
PARSER = MarkdownIt("gfm-like", {"linkify": False})

# Half as many examples as other properties, since each one renders a complete event.
some = settings(max_examples=examples(50))


@some
@given(conferences(), LANGUAGES, NOW, ZONE)
@example(HOSTILE, "zh-Hans", None, None)
def test_every_layout_prints_the_facts_of_any_event(event, language, now, there):
    all_facts = facts.of(event, language=language, now=now, zone=there)
    text = render.text(event, language=language, now=now, zone=there)
    parts = [part for fact in all_facts for part in fact.parts if fact.form != "image"]
    assert [words for part in parts for words in text_checks.missing(text, part)] == []
    assert "\n" not in render.line(event, language=language, now=now, zone=there)


@some
@given(conferences(), NOW, ZONE)
def test_facts_of_any_event_are_equal_in_every_language(event, now, there):
    output = [
        [
            (fact.key, fact.paths, fact.form, fact.clear)
            for fact in facts.of(event, language=language, now=now, zone=there)
            if fact.key != "translation"
        ]
        for language in words.LANGUAGES
    ]
    assert output == [output[0]] * len(output)


def _shown(output):
    """Return the text that readers of Markdown see, without spaces, in lower case."""
    inlines = (token for token in PARSER.parse(output) if token.type == "inline")
    return (
        "".join("".join(child.content for token in inlines for child in token.children or ()).split())
        .upper()
        .casefold()
    )


def _squeezed(part):
    return "".join(safe_text(facts.plain(part)).split()).upper().casefold()


@some
@given(conferences(), LANGUAGES, NOW, ZONE)
@example(HOSTILE, "zh-Hans", None, None)
def test_pages_and_mails_of_any_event_print_its_facts_without_a_parse_error(event, language, now, there):
    all_facts = facts.of(event, language=language, now=now, zone=there)
    wanted = [_squeezed(part) for fact in all_facts for part in fact.parts]
    mail = render.email(event, languages=[language], now=now, zone=there)
    read = message_from_bytes(mail.as_bytes(), policy=policy.default)
    article = render.html(event, language=language, now=now, zone=there)
    _, page = (part.get_content() for part in read.iter_parts())
    assert read.defects == []
    pair = (language, "en" if language == "zh-Hant" else "zh-Hant")
    table = render.bilingual(event, languages=pair, form="html", now=now, zone=there)
    for output in (article, page, table):
        shown = html_pages.seen(output)
        assert [words for words in wanted if words not in shown] == []
        links = [element.get("href") or element.get("src") or "https:" for element in html_pages.elements(output)]
        assert {link.partition(":")[0].lower() for link in links} <= {"http", "https", "mailto"}


@some
@given(conferences(), LANGUAGES, NOW, ZONE)
@example(HOSTILE, "zh-Hans", None, None)
def test_post_of_any_event_prints_its_facts_under_one_title(event, language, now, there):
    output = render.post(event, languages=[language], now=now, zone=there)
    _, front, body = re.split(r"^---\n", output, maxsplit=2, flags=re.MULTILINE)
    assert list(yaml.safe_load(front)) == ["layout", "title", *(["date"] if event.published else []), "lang"]
    assert not set("{}") & set(body)
    tokens = PARSER.parse(body)
    assert {token.tag for token in tokens} <= {"", "h2", "p", "ul", "li"}
    shown = _shown(body)
    all_facts = facts.of(event, language=language, now=now, zone=there)
    parts = [part for fact in all_facts for part in fact.parts]
    # A parser of Markdown normalizes the URLs of links.
    wanted = ["".join(run.text.split()).upper().casefold() for part in parts for run in part if run.href is None]
    assert [words for words in wanted if words not in shown] == []


@some
@given(conferences(), LANGUAGES, NOW, ZONE)
@example(HOSTILE, "zh-Hans", None, None)
def test_chat_of_any_event_is_a_few_lines(event, language, now, there):
    lines = render.chat(event, language=language, now=now, zone=there).split("\n")
    translations = sum(fact.key == "translation" for fact in facts.of(event, language=language))
    assert 2 <= len(lines) <= 6 + translations
    assert (lines[-1], [line for line in lines[:-1] if not line.strip()]) == ("", [])


@some
@given(conferences(), LANGUAGES)
@example(HOSTILE, "zh-Hans")
def test_markdown_of_any_event_contains_no_markup_of_the_data(event, language):
    for output in (render.markdown(event, language=language), render.bilingual(event)):
        tokens = PARSER.parse(output)
        children = {child.type for token in tokens for child in token.children or ()}
        assert children <= {"image", "link_open", "link_close", "strong_open", "strong_close", "text", "text_special"}
        blocks = {token.tag for token in tokens}
        assert blocks <= {"", "h1", "h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
        assert sum(token.tag == "h1" for token in tokens) == 2


@some
@given(conferences(), LANGUAGES, NOW, ZONE)
def test_own_words_follow_the_typographic_rules(event, language, now, there):
    all_facts = facts.of(event, language=language, now=now, zone=there)
    parts = [part for fact in all_facts if not HOLDS_DATA.fullmatch(fact.key) for part in (fact.label, *fact.parts)]
    own = [run.text for part in parts for run in part if run.own]
    assert [text for text in own if SPACES.search(text)] == []
    assert [text for text in own if text_checks.unwanted_characters(text) or text_checks.forbidden_words(text)] == []
    assert [text for text in own if language.startswith("zh") and text_checks.half_width(text)] == []
    dates = [run.text for fact in all_facts for part in fact.parts for run in part if run.own]
    assert [text for text in dates if text_checks.wrong_weekdays(text)] == []


@some
@given(conferences(), LANGUAGES, NOW)
@example(HOSTILE, "zh-Hans", None)
def test_words_in_another_language_are_labelled_with_it(event, language, now):
    all_facts = facts.of(event, language=language, now=now)
    assert text_checks.unlabelled_fallbacks(all_facts, language) == []


@for_each("layout", ["text", "markdown", "html", "line", "chat"])
def test_rendering_does_not_depend_on_the_machine(layout, monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    once = getattr(render, layout)(HOSTILE, language="zh")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert getattr(render, layout)(HOSTILE, language="zh") == once
