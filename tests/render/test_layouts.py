"""What holds for every layout of every event."""

import calendar
import re

from confkit import facts
from render import html_pages, text_checks
from render.renderings import (
    BY_EVENT,
    LANGUAGES,
    PARSER,
    event,
    facts_of,
    rendered,
    renderings,
)
from render.text_rules import RULES, Reading

COMPLETE = ("text", "markdown", "html", "email", "post", "bilingual", "bilingual-html")
"""Layouts that print every fact."""


def faults(check, event_ids, *layouts):
    """Return what a check finds in the renderings of some events, by their names."""
    found = {rendering.name: list(check(rendering)) for rendering in renderings(event_ids, *layouts)}
    assert found or not layouts
    return {name: wrong for name, wrong in found.items() if wrong}


def stray_markup(rendering):
    inlines = [token for token in PARSER.parse(rendering.markdown) if token.type == "inline"]
    texts = [child.content for token in inlines for child in token.children or () if child.type == "text"]
    return [text for text in texts if "**" in text or "](" in text or "<http" in text]


@BY_EVENT
def test_markdown_has_no_markup_in_its_text(event_ids):
    assert faults(stray_markup, event_ids, "markdown", "bilingual", "post") == {}


def untidy_lines(rendering):
    end = "" if rendering.layout == "line" else "\n"
    lines = rendering.text.removesuffix(end).split("\n")
    if not rendering.text.endswith(end) or not lines[-1] or "\n\n\n" in rendering.text:
        yield "line ends"
    yield from (line for line in lines if line != line.rstrip())


@BY_EVENT
def test_layouts_end_with_one_line_end_and_have_no_trailing_spaces(event_ids):
    assert faults(untidy_lines, event_ids) == {}


@BY_EVENT
def test_html_has_no_parse_error(event_ids):
    for rendering in renderings(event_ids, "html", "bilingual-html", "email"):
        html_pages.parsed(rendering.html)


@BY_EVENT
def test_layouts_have_no_unwanted_character_or_word(event_ids):
    def check(rendering):
        shown = rendering.visible
        return [
            *text_checks.unwanted_characters(shown),
            *text_checks.forbidden_words(shown),
            *text_checks.wrong_weekdays(shown),
        ]

    assert faults(check, event_ids) == {}


def half_width(rendering):
    if not any(language.startswith("zh") for language in rendering.languages):
        return []
    # English text may have a Chinese name before a comma, and an address is printed as it was published.
    english = [
        rendered("text", rendering.event_id, tag, now=rendering.now)
        for tag in rendering.languages
        if tag.startswith("en")
    ]
    allowed = {"坟,", *(found for text in english for found in text_checks.half_width(text))}
    return [found for found in text_checks.half_width(rendering.visible) if found not in allowed]


@BY_EVENT
def test_chinese_has_no_half_width_punctuation(event_ids):
    assert faults(half_width, event_ids) == {}


@BY_EVENT
def test_text_has_no_nested_brackets(event_ids):
    def check(rendering):
        lines = [line for fact in rendering.facts for line in (fact.label, *fact.parts)]
        yield from (found for line in lines for found in text_checks.nested_brackets(line))
        yield from re.findall(r"\([^()\n]*\(|（[^（）\n]*（", rendering.text)

    assert faults(check, event_ids, "text") == {}


@BY_EVENT
def test_facts_label_text_in_another_language(event_ids):
    def check(rendering):
        (language,) = rendering.languages
        return text_checks.unlabelled_fallbacks(facts_of(rendering.event_id, language, now=rendering.now), language)

    assert faults(check, event_ids, "text") == {}


@BY_EVENT
def test_facts_are_the_same_in_every_language(event_ids):
    def check(rendering):
        by_language = [
            [
                (fact.key, fact.paths)
                for fact in facts_of(rendering.event_id, tag, now=rendering.now)
                if fact.key != "translation"
            ]
            for tag in LANGUAGES
        ]
        return [keys for keys in by_language if keys != by_language[0]]

    assert faults(check, event_ids, "text") == {}


@BY_EVENT
def test_layouts_contain_every_fact(event_ids):
    def check(rendering):
        parts = [part for fact in rendering.facts if fact.form != "image" for part in fact.parts]
        return [words for part in parts for words in text_checks.missing(rendering.visible, part)]

    assert faults(check, event_ids, *COMPLETE) == {}


@BY_EVENT
def test_layouts_contain_the_name_of_the_event(event_ids):
    def check(rendering):
        shown = text_checks.folded(rendering.visible)
        for language in rendering.languages:
            name = facts_of(rendering.event_id, language)[0]
            if name.key != "name" or text_checks.folded(name.value[0].text) not in shown:
                yield name

    assert faults(check, event_ids) == {}


@BY_EVENT
def test_text_has_urls_at_the_end_of_lines(event_ids):
    def check(rendering):
        urls = [line for line in rendering.text.splitlines() if "https://" in line and not line.startswith("See ")]
        return [line for line in urls if " " in line.partition("https://")[2]]

    assert faults(check, event_ids, "text") == {}


@BY_EVENT
def test_english_text_is_wrapped_except_names_places_and_urls(event_ids):
    def check(rendering):
        if not rendering.languages[0].startswith("en"):
            return []
        long = [line for line in rendering.text.splitlines()[2:] if len(line) > 100]
        return [line for line in long if "https://" not in line and " | " not in line]

    assert faults(check, event_ids, "text") == {}


@BY_EVENT
def test_texts_keep_every_rule(event_ids):
    broken = {}
    for rendering in renderings(event_ids, "text"):
        reading = Reading(
            event=event(rendering.event_id), language=rendering.languages[0], now=rendering.now, zone=rendering.there
        )
        broken |= {(rendering.name, name): faults for name, rule in RULES.items() if (faults := list(rule(reading)))}
    assert broken == {}


def test_checks_find_what_they_look_for():
    assert text_checks.half_width("好,a a(好 好：a 18:00至") == ["好,", "(好"]
    assert text_checks.unwanted_characters("约39 length-kilometer！") == ["length-kilometer", "！"]
    assert text_checks.unwanted_characters("None 9\u202fPM co_located") == ["None", "\u202f", "co_located"]
    assert text_checks.forbidden_words("活动注册的最后期限") == ["注册", "最后期限"]
    assert text_checks.wrong_weekdays("Sunday, June 7, 2025; which is Sunday, June 8; 2025年6月9日（星期三）") == [
        "Sunday, June 7, 2025",
        "2025年6月9日（星期三",
    ]
    assert text_checks.wrong_weekdays("Saturday 7 June 2025, Sunday 7 June; 6月8日（星期一；未注明）") == [
        "Sunday 7 June",
        "6月8日（星期一",
    ]
    assert calendar.weekday(2025, 6, 7) == calendar.SATURDAY
    data = facts.Run(text="b (c)", language="en")
    bracket, end = (facts.Run(text=text, language="en", own=True) for text in ("a (", ")"))
    assert text_checks.nested_brackets((bracket, data, end)) == ["(c)"]
    assert text_checks.nested_brackets((bracket, end, data)) == []
