import calendar
import re

import pytest
import yaml
from markdown_it import MarkdownIt

from confkit import facts, render
from render import gates, goldens, pages

SAID = {f"{one.path} {one.section}": one for one in goldens.goldens()}
KEPT = goldens.kept(SAID.values())
PARSER = MarkdownIt("gfm-like", {"linkify": False})
WHOLE = ("text", "markdown", "html", "email", "post", "bilingual", "bilingual-html")
"""Layouts that print every fact."""


def made_as(*layouts):
    return pytest.mark.parametrize(
        "one", [pytest.param(one, id=key) for key, one in SAID.items() if one.layout in layouts]
    )


every = pytest.mark.parametrize("one", [pytest.param(one, id=key) for key, one in SAID.items()])


def front_and_body(post):
    """What stands before a post, and the post."""
    _, front, body = re.split(r"^---\n", post, maxsplit=2, flags=re.MULTILINE)
    return yaml.safe_load(front), body


def markdown_seen(said):
    inlines = [token for token in PARSER.parse(said) if token.type == "inline"]
    children = (child for token in inlines for child in [*(token.children or ()), None])
    return "".join("\n" if child is None or child.type.endswith("break") else child.content for child in children)


def seen(one):
    """What a reader sees of a rendering, a piece of text a line."""
    if one.layout == "post":
        front, body = front_and_body(one.said)
        return f"{front['title']}\n{markdown_seen(body)}"
    if one.path.endswith(".md"):
        return markdown_seen(one.said)
    plain, mark, page = one.said.partition("<!DOCTYPE html>") if one.layout == "email" else ("", "", one.said)
    if one.path.endswith(".html") or mark:
        return plain + "\n".join(text for text, _ in pages.texts(mark + page))
    return one.said


def squeezed(text):
    return "".join(text.split()).upper().casefold()


@pytest.mark.parametrize("path", KEPT)
def test_rendering_is_as_the_golden_file_has_it(path):
    assert (goldens.FOLDER / path).read_bytes() == KEPT[path].encode()


@pytest.mark.parametrize("path", KEPT)
def test_golden_file_parts_into_its_renderings(path):
    held = goldens.sections((goldens.FOLDER / path).read_text(encoding="utf-8"))
    assert {section: said.rstrip("\n") for section, said in held.items()} == {
        one.section: one.said.rstrip("\n") for one in SAID.values() if one.path == path
    }


def test_golden_files_hold_nothing_else():
    held = [path.relative_to(goldens.FOLDER).as_posix() for path in goldens.FOLDER.rglob("*.*")]
    assert sorted(held) == sorted(KEPT)


@made_as("markdown", "bilingual", "post")
def test_markdown_leaves_no_markup_behind(one):
    tokens = PARSER.parse(front_and_body(one.said)[1] if one.layout == "post" else one.said)
    inlines = [token for token in tokens if token.type == "inline"]
    texts = [child.content for token in inlines for child in token.children or () if child.type == "text"]
    assert [text for text in texts if "**" in text or "](" in text or "<http" in text] == []


@every
def test_text_ends_with_one_line_end_and_no_line_with_a_space(one):
    end = "" if one.layout == "line" else "\n"
    lines = one.said.removesuffix(end).split("\n")
    assert one.said.endswith(end)
    assert lines[-1]
    assert ([line for line in lines if line != line.rstrip()], "\n\n\n" in one.said) == ([], False)


@made_as("html", "bilingual-html")
def test_html_is_read_without_a_parse_error(one):
    pages.parsed(one.said)


@made_as("email")
def test_page_of_a_mail_is_read_without_a_parse_error(one):
    _, mark, page = one.said.partition("<!DOCTYPE html>")
    pages.parsed(mark + page)


@every
def test_rendering_holds_no_narrow_space_raw_key_or_loud_sign(one):
    assert gates.strange(seen(one)) == []


@every
def test_rendering_holds_no_word_that_the_glossary_forbids(one):
    assert gates.forbidden(seen(one)) == []


@pytest.mark.parametrize("one", [pytest.param(one, id=key) for key, one in SAID.items() if "zh" in str(one.languages)])
def test_chinese_rendering_has_no_half_width_sign_beside_han(one):
    # English beside it may put a Chinese name before a comma, and an address is printed as it was published.
    english = [render.text(one.event, language=tag, now=one.now) for tag in one.languages if tag.startswith("en")]
    allowed = {"坟,", *(found for said in english for found in gates.half_width(said))}
    assert [found for found in gates.half_width(seen(one)) if found not in allowed] == []


@every
def test_rendering_has_the_right_weekdays(one):
    assert gates.wrong_weekdays(seen(one)) == []


@made_as("text")
def test_no_bracket_stands_inside_another_of_its_kind(one):
    (language,) = one.languages
    told = facts.of(one.event, language=language, now=one.now, zone=one.zone)
    assert [found for fact in told for line in (fact.label, *fact.parts) for found in gates.nested(line)] == []
    assert re.findall(r"\([^()\n]*\(|（[^（）\n]*（", one.said) == []


@made_as("text")
def test_words_in_another_language_say_which_one(one):
    (language,) = one.languages
    assert gates.unmarked(facts.of(one.event, language=language, now=one.now), language) == []


@made_as("text")
def test_facts_are_the_same_in_every_language(one):
    said = [
        [(fact.key, fact.paths) for fact in facts.of(one.event, language=tag, now=one.now) if fact.key != "translation"]
        for tag in goldens.LANGUAGES
    ]
    assert said == [said[0]] * len(said)


@made_as(*WHOLE)
def test_rendering_holds_every_fact(one):
    shown = seen(one)
    told = [fact for tag in one.languages for fact in facts.of(one.event, language=tag, now=one.now, zone=one.zone)]
    wanted = [part for fact in told if fact.form != "image" for part in fact.parts]
    assert [words for part in wanted for words in gates.lacking(shown, part)] == []


@every
def test_rendering_holds_the_name_of_its_event(one):
    shown = squeezed(seen(one))
    names = [facts.of(one.event, language=tag)[0] for tag in one.languages]
    assert [fact.key for fact in names] == ["name"] * len(names)
    assert [fact for fact in names if squeezed(fact.value[0].text) not in shown] == []


@made_as("text")
def test_text_has_a_url_at_the_end_of_its_line(one):
    urls = [line for line in one.said.splitlines() if "https://" in line and not line.startswith("See ")]
    assert [line for line in urls if " " in line.partition("https://")[2]] == []


@made_as("text")
def test_english_text_is_wrapped_but_for_names_places_and_urls(one):
    if one.languages[0].startswith("en"):
        long = [line for line in one.said.splitlines()[2:] if len(line) > 100]
        assert [line for line in long if "https://" not in line and " | " not in line] == []


def test_gates_see_what_they_are_there_for():
    assert gates.half_width("好,a a(好 好：a 18:00至") == ["好,", "(好"]
    assert gates.strange("约39 length-kilometer！") == ["length-kilometer", "！"]
    assert gates.strange("None 9\u202fPM co_located") == ["None", "\u202f", "co_located"]
    assert gates.forbidden("活动注册的最后期限") == ["注册", "最后期限"]
    assert gates.wrong_weekdays("Sunday, June 7, 2025; which is Sunday, June 8; 2025年6月9日（星期三）") == [
        "Sunday, June 7, 2025",
        "2025年6月9日（星期三",
    ]
    assert gates.wrong_weekdays("Saturday 7 June 2025, Sunday 7 June; 6月8日（星期一；未注明）") == [
        "Sunday 7 June",
        "6月8日（星期一",
    ]
    assert calendar.weekday(2025, 6, 7) == calendar.SATURDAY
    held = facts.Run(text="b (c)", language="en")
    bracket, end = (facts.Run(text=sign, language="en", own=True) for sign in ("a (", ")"))
    assert (gates.nested((bracket, held, end)), gates.nested((bracket, end, held))) == (["(c)"], [])
