"""The golden notices on changes, and what holds of every one of them."""

import re

import pytest
from markdown_it import MarkdownIt

from confkit import facts, render, words
from render import change_goldens, gates
from render.pages import elements, seen, texts
from render.versions import LISTS, VERSIONS

SAID = change_goldens.goldens()


ALONE = {name: said for name, said in SAID.items() if name.partition(".")[0] not in LISTS}


@pytest.mark.parametrize("name", sorted(SAID))
def test_notice_is_as_the_golden_file_has_it(name: str) -> None:
    assert (change_goldens.FOLDER / name).read_bytes() == SAID[name].encode()


def test_golden_files_hold_nothing_else() -> None:
    assert sorted(path.name for path in change_goldens.FOLDER.iterdir()) == sorted(SAID)


@pytest.mark.parametrize("name", [name for name in ALONE if name.endswith(".chat.txt")])
def test_chat_is_short_with_the_address_alone_on_its_line(name: str) -> None:
    said, address, *translation, end = SAID[name].split("\n")
    assert (len(SAID[name]) < 200, "http" in said, address.startswith("https://"), end) == (True, False, True, "")
    assert translation in ([], ["简体中文内容为非官方译文。"], ["繁體中文內容為非官方譯文。"])


@pytest.mark.parametrize("name", sorted(SAID))
def test_notice_holds_nothing_that_no_rendering_may_hold(name: str) -> None:
    said = SAID[name]
    plain, mark, page = said.partition("<!DOCTYPE html>")
    shown = plain + ("\n".join(text for text, _ in texts(mark + page)) if mark else "")
    assert (gates.strange(shown), gates.forbidden(shown), gates.wrong_weekdays(shown)) == ([], [], [])
    if ".zh" in name:
        # An address is told as it was published, and English beside it names the venue in Chinese.
        assert set(gates.half_width(shown)) <= {"坟,"}


@pytest.mark.parametrize("name", sorted(SAID))
def test_notice_piles_up_no_semicolons(name: str) -> None:
    body = SAID[name].partition("<!DOCTYPE html>")[0]
    sentences = re.split(r"\. |。|\n", body)
    assert [sentence for sentence in sentences if len(re.findall("[;；]", sentence)) > 2] == []


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("name", VERSIONS)
def test_mail_counts_as_many_changes_as_it_lists(name: str, language: str) -> None:
    message = render.changes_email(*VERSIONS[name], languages=(language,))
    plain = next(message.iter_parts()).get_content()
    items = [line for line in plain.splitlines() if line.startswith(("- ", "· "))]
    more = re.search(r"(?:and|另有) ?(\d+) ?(?:more|项|項)", str(message["Subject"]))
    assert (int(more[1]) + 1 if more else 0) == len(items)


@pytest.mark.parametrize("name", VERSIONS)
def test_versions_have_the_same_changes_in_every_language(name: str) -> None:
    told = [
        [(fact.key, fact.paths) for fact in facts.changed(*VERSIONS[name], language=tag)] for tag in words.LANGUAGES
    ]
    assert told == [told[0]] * len(told)


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("name", VERSIONS)
def test_changes_as_html_say_what_the_text_says(name: str, language: str) -> None:
    old, new = VERSIONS[name]
    said = render.changes(old, new, language=language, form="html")
    told = ["".join(facts.plain(fact.value).split()).lower() for fact in facts.changed(old, new, language=language)]
    assert [words for words in told if words not in seen(said)] == []
    assert new.links[0].url in {element.get("href") for element in elements(said)}


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("name", VERSIONS)
def test_changes_as_markdown_say_what_the_text_says(name: str, language: str) -> None:
    old, new = VERSIONS[name]
    text, markdown = (render.changes(old, new, language=language, form=form) for form in ("text", "markdown"))
    page = MarkdownIt().render(markdown)
    # Text is wrapped, and a line of it begins with a large letter.
    said, shown = ("".join(one.split()).lower() for one in (text, seen(f"<div>{page}</div>")))
    told = [*facts.changed(old, new, language=language), *facts.of(new, language=language)]
    values = {"".join(facts.plain(fact.value).split()).lower() for fact in told}
    assert [value for value in values if value in said and value not in shown] == []
    assert (new.links[0].url in shown, "**" in shown) == (True, False)
