import re

import pytest
from markdown_it import MarkdownIt

from render import goldens, pages

SAID = goldens.goldens()
HTML = sorted(name for name in SAID if name.endswith(".html"))
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
HALF_WIDTH = re.compile(rf"[{HAN}][,;!?()\[\]]|[,;!?()\[\]][{HAN}]|[{HAN}]:|:[{HAN}]")
MARKDOWN = sorted(name for name in SAID if name.endswith(".md"))
TEXT = sorted(name for name in SAID if name.endswith(".txt"))


@pytest.mark.parametrize("name", sorted(SAID))
def test_rendering_is_as_the_golden_file_has_it(name):
    assert (goldens.FOLDER / name).read_bytes() == SAID[name].encode()


def test_golden_files_hold_nothing_else():
    assert sorted(path.name for path in goldens.FOLDER.iterdir()) == sorted(SAID)


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown_leaves_no_markup_behind(name):
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(SAID[name])
    inlines = [token for token in tokens if token.type == "inline"]
    texts = [child.content for token in inlines for child in token.children or () if child.type == "text"]
    assert [text for text in texts if "**" in text or "](" in text or "<http" in text] == []


@pytest.mark.parametrize("name", sorted(SAID))
def test_text_ends_with_one_line_end_and_no_line_with_a_space(name):
    lines = SAID[name].split("\n")
    assert (lines[-1], [line for line in lines if line != line.rstrip()], "\n\n\n" in SAID[name]) == ("", [], False)


@pytest.mark.parametrize("name", HTML)
def test_html_is_read_without_a_parse_error(name):
    pages.parsed(SAID[name])


@pytest.mark.parametrize("name", [name for name in HTML if "zh-Han" in name])
def test_chinese_html_has_no_half_width_sign_beside_han(name):
    said = [text for text, language in pages.texts(SAID[name]) if language.startswith("zh")]
    assert [text for text in said if HALF_WIDTH.search(text)] == []


@pytest.mark.parametrize("name", sorted(SAID))
def test_rendering_holds_no_narrow_space_raw_key_or_loud_sign(name):
    data = re.sub(r"!\[|<!DOCTYPE", "", SAID[name])
    assert (
        re.findall("[\u00a0\u2009\u202f!！]|length-kilometer|\\bNone\\b|[a-z]_[a-z]+(?!\\w)(?<!blog_detail)", data)
        == []
    )


@pytest.mark.parametrize("name", TEXT)
def test_text_has_a_url_at_the_end_of_its_line(name):
    urls = [line for line in SAID[name].splitlines() if "https://" in line and not line.startswith("See ")]
    assert [line for line in urls if " " in line.partition("https://")[2]] == []


@pytest.mark.parametrize("name", [name for name in SAID if ".en" in name and name.endswith(".txt")])
def test_english_text_is_wrapped_but_for_names_places_and_urls(name):
    long = [line for line in SAID[name].splitlines()[2:] if len(line) > 100]
    assert [line for line in long if "https://" not in line and " | " not in line] == []
