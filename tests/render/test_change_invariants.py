"""What holds for the notices on every pair of versions, in every language."""

import functools
import re

import pytest
from markdown_it import MarkdownIt

from confkit import facts, render, words
from render import text_checks
from render.html_pages import elements, seen, texts
from render.renderings import BOTH, decoded, email_parts
from render.versions import LISTS, VERSIONS

BY_LANGUAGE = pytest.mark.parametrize("language", words.LANGUAGES)


@functools.cache
def mail(name, *languages):
    return render.changes_email(*{**VERSIONS, **LISTS}[name], languages=languages)


@functools.cache
def notice(name, form, language):
    return render.changes(*{**VERSIONS, **LISTS}[name], language=language, form=form)


def notices():
    """Yield each notice and mail with its name."""
    for name in (*VERSIONS, *LISTS):
        for language in words.LANGUAGES:
            for form in ("text", "markdown", "chat"):
                yield (name, form, language), notice(name, form, language)
        for languages in (*((language,) for language in words.LANGUAGES), BOTH):
            yield (name, "email", *languages), decoded(mail(name, *languages))


def test_notices_have_no_unwanted_character_or_word():
    for name, text in notices():
        plain, start, page = text.partition("<!DOCTYPE html>")
        shown = plain + ("\n".join(text for text, _ in texts(start + page)) if start else "")
        assert text_checks.unwanted_characters(shown) == [], name
        assert text_checks.forbidden_words(shown) == [], name
        assert text_checks.wrong_weekdays(shown) == [], name
        if any(part.startswith("zh") for part in name):
            # An address is quoted as it was published, and English beside it has the Chinese name of the venue.
            assert set(text_checks.half_width(shown)) <= {"坟,"}, name


def test_notices_have_at_most_two_semicolons_per_sentence():
    for name, text in notices():
        sentences = re.split(r"\. |。|\n", text.partition("<!DOCTYPE html>")[0])
        assert [sentence for sentence in sentences if len(re.findall("[;；]", sentence)) > 2] == [], name


@BY_LANGUAGE
def test_chat_notice_is_short_and_has_the_url_alone_on_its_line(language):
    for name in VERSIONS:
        chat = notice(name, "chat", language)
        summary, url, *translation, end = chat.split("\n")
        assert (len(chat) < 200, "http" in summary, url.startswith("https://"), end) == (True, False, True, ""), name
        assert translation in ([], ["简体中文内容为非官方译文。"], ["繁體中文內容為非官方譯文。"]), name


def test_chat_notice_leaves_out_as_many_changes_in_every_language():
    for name in VERSIONS:
        chats = [notice(name, "chat", language) for language in words.LANGUAGES]
        counts = {tuple(re.findall(r"(?:and|另有) ?(\d+) ?(?:more|项|項)", chat)) for chat in chats}
        assert (len(counts), max(map(len, chats)) < 200) == (1, True), name


@BY_LANGUAGE
def test_mail_counts_as_many_changes_as_it_lists(language):
    for name in VERSIONS:
        plain, _ = email_parts(mail(name, language))
        items = [line for line in plain.splitlines() if line.startswith(("- ", "· "))]
        more = re.search(r"(?:and|另有) ?(\d+) ?(?:more|项|項)", str(mail(name, language)["Subject"]))
        assert (int(more[1]) + 1 if more else 0) == len(items), name


def test_changes_are_the_same_in_every_language():
    for name, versions in VERSIONS.items():
        by_language = [
            [(fact.key, fact.paths) for fact in facts.changed(*versions, language=tag)] for tag in words.LANGUAGES
        ]
        assert by_language == [by_language[0]] * len(by_language), name


@BY_LANGUAGE
def test_html_notice_contains_every_change_and_the_link_of_the_event(language):
    for name, (old, new) in VERSIONS.items():
        html = notice(name, "html", language)
        values = [text_checks.folded(facts.plain(fact.value)) for fact in facts.changed(old, new, language=language)]
        assert [value for value in values if value not in seen(html)] == [], name
        assert new.links[0].url in {element.get("href") for element in elements(html)}, name


@BY_LANGUAGE
def test_markdown_notice_contains_what_the_text_contains(language):
    for name, (old, new) in VERSIONS.items():
        page = MarkdownIt().render(notice(name, "markdown", language))
        # Text is wrapped, and its lines begin with a capital letter.
        text, markdown = text_checks.folded(notice(name, "text", language)), seen(f"<div>{page}</div>")
        event_facts = [*facts.changed(old, new, language=language), *facts.of(new, language=language)]
        values = {text_checks.folded(facts.plain(fact.value)) for fact in event_facts}
        assert [value for value in values if value in text and value not in markdown] == [], name
        assert (new.links[0].url.upper().casefold() in markdown, "**" in markdown) == (True, False), name
