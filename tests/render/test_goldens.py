import pytest
from markdown_it import MarkdownIt

from render import goldens

SAID = goldens.goldens()
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


@pytest.mark.parametrize("name", TEXT)
def test_text_has_a_url_at_the_end_of_its_line(name):
    urls = [line for line in SAID[name].splitlines() if "https://" in line and not line.startswith("See ")]
    assert [line for line in urls if " " in line.partition("https://")[2]] == []


@pytest.mark.parametrize("name", [name for name in SAID if ".en" in name and name.endswith(".txt")])
def test_english_text_is_wrapped_but_for_names_places_and_urls(name):
    long = [line for line in SAID[name].splitlines()[2:] if len(line) > 100]
    assert [line for line in long if "https://" not in line and " | " not in line] == []
