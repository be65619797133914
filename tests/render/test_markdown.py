"""Markdown: escapes and links; tables in two languages."""

import itertools

import attrs
import pytest

from confkit import Conference, Contact, EventRef, Link, Registration, Relation, Text, When, facts, render
from factories import conference
from render.events import HOSTILE, MARKUP
from render.renderings import BY_EVENT, PARSER, facts_of, rendered


def inline_types(markdown):
    return {child.type for token in PARSER.parse(markdown) if token.type == "inline" for child in token.children or ()}


def block_types(markdown):
    return {token.type for token in PARSER.parse(markdown)}


def shown(markdown):
    """Return the text of Markdown, with the URLs of its pictures."""
    inlines = (token for token in PARSER.parse(markdown) if token.type == "inline")
    return "\n".join("".join(_words(child) for child in token.children or ()) for token in inlines)


def _words(token):
    return f"{token.content}{token.attrGet('src')}" if token.type == "image" else token.content


def test_markdown_of_a_hostile_event_has_only_expected_markup():
    for language in ("en", "zh"):
        markdown = render.markdown(HOSTILE, language=language)
        assert inline_types(markdown) == {"image", "link_close", "link_open", "strong_close", "strong_open", "text"}, (
            language
        )
        assert block_types(markdown) == {
            *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"),
            *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        }, language


def test_bilingual_of_a_hostile_event_is_one_table_of_three_columns():
    tokens = PARSER.parse(render.bilingual(HOSTILE))
    assert [token.type for token in tokens if token.level == 0 or token.type == "inline"][:4] == [
        "heading_open",
        "inline",
        "heading_close",
        "table_open",
    ]
    rows = [list(row) for is_open, row in itertools.groupby(tokens, lambda token: token.type != "tr_open") if is_open]
    cells = [sum(token.type in {"td_open", "th_open"} for token in row) for row in rows]
    assert set(cells[1:]) == {3}
    assert inline_types(render.bilingual(HOSTILE)) == inline_types(render.markdown(HOSTILE))


@BY_EVENT
def test_markdown_shows_every_fact(event_ids):
    for event_id in event_ids:
        for language in ("en", "zh-Hans"):
            seen = "".join(shown(rendered("markdown", event_id, language)).split()).lower()
            parts = [facts.plain(part) for fact in facts_of(event_id, language) for part in fact.parts]
            assert [text for text in parts if "".join(text.split()).lower() not in seen] == [], (event_id, language)


@BY_EVENT
def test_bilingual_shows_every_fact_in_both_languages(event_ids):
    for event_id in event_ids:
        seen = "".join(shown(rendered("bilingual", event_id, "en", "zh-Hans")).split()).lower()
        parts = [
            facts.plain(part) for tag in ("en", "zh-Hans") for fact in facts_of(event_id, tag) for part in fact.parts
        ]
        assert [text for text in parts if "".join(text.split()).lower() not in seen] == [], event_id


def test_markdown_shows_a_hostile_name_unchanged_on_one_line():
    heading = next(token for token in PARSER.parse(render.markdown(HOSTILE)) if token.type == "inline")
    assert shown(render.markdown(Conference(id="x", name=MARKUP))) == "".join(
        child.content for child in heading.children
    )
    assert shown(render.markdown(Conference(id="x", name=MARKUP))) == (
        "# *a* _b_ [c](https://d.example) ![e](f) <script>alert(1)</script> `g` | h ~~i~~ &amp; \\j **k** - l1. m"
    )


def test_markdown_escapes_markup_only():
    cases = (
        ("C#", "C\\#"),
        ("snake_case", "snake_case"),
        ("_edge_ _", "\\_edge\\_ \\_"),
        ("R&D", "R&D"),
        ("&lt;", "&amp;lt;"),
        ("a|b", "a\\|b"),
        ("1 + 1 = 2", "1 + 1 = 2"),
        ("见https://example.org/a。好", "见<https://example.org/a>。好"),
        ("(https://example.org/a_b).", "(<https://example.org/a_b>)."),
    )
    for words, escaped in cases:
        assert render.markdown(Conference(id="x", name=words)) == f"# {escaped}\n", words


def test_markdown_escapes_the_start_of_blocks():
    for start in ("- a", "+ a", "= a", "1. a", "2025) a", "-"):
        markdown = render.markdown(Conference(id="x", name="X", description=f"b\n\n{start}"))
        assert block_types(markdown) == {
            "heading_open",
            "heading_close",
            "paragraph_open",
            "paragraph_close",
            "inline",
        }, start


def test_markdown_links_names_and_shows_urls():
    event = conference(
        days=None,
        published=None,
        relations=[Relation(kind="part_of", target=EventRef(name="Week", url="https://example.org/(a)"))],
        contacts=[Contact(email="a@example.org"), Contact(email="ä@example.org")],
        links=[Link(url="https://example.org/"), Link(url="mailto:a@example.org?subject=x", rel="register")],
    )
    assert render.markdown(event) == (
        "# PyCon Example 2027\n\n"
        "- **Related event**: part of [Week](<https://example.org/(a)>)\n\n"
        "## Further information\n\n"
        "- **Website**: <https://example.org/>\n"
        "- **Registration**: [a@example.org?subject=x](mailto:a@example.org?subject=x)\n"
        "- **Contact**: <a@example.org>\n"
        "- **Contact**: [ä@example.org](mailto:ä@example.org)\n"
    )


def test_bilingual_takes_two_languages_or_more_each_once():
    event = conference(name=Text(en="PyCon", zh="PyCon 大会"))
    assert render.bilingual(event, languages=("zh-Hant", "en-GB", "zh")).splitlines()[:3] == [
        "# PyCon 大会 / PyCon",
        "",
        "|  | 繁體中文 | English | 简体中文 |",
    ]
    both = render.bilingual(event, languages=("en-GB", "en")).splitlines()[2]
    assert both == "|  | British English | English |"
    for languages in (("en",), ("en", "en-US"), ()):
        with pytest.raises(ValueError, match="must have at least two languages, each of them once"):
            render.bilingual(event, languages=languages)


def test_bilingual_joins_paragraphs_if_the_languages_differ_in_number():
    event = Conference(id="x", name="X", description=Text(en="One.\n\nTwo.", zh="一和二。"))
    assert render.bilingual(event).splitlines()[-1] == "| Description / 详情 | One. Two. | 一和二。 |"


def test_bilingual_of_a_bare_event_is_a_heading():
    assert render.bilingual(Conference(id="x", name="X")) == "# X\n"


def test_bilingual_uses_the_section_title_instead_of_the_first_label():
    details = Registration(details_expected=When.parse("2027-04"))
    event = Conference(id="x", name="X", travel="By train.", registration=details)
    assert render.bilingual(event).splitlines()[-4:] == [
        "| **Travel** / **交通** |  |  |",
        "|  | By train. | By train. |",
        "| **Registration** / **报名** |  |  |",
        "|  | Details expected in April 2027 | 报名信息预计于2027年4月公布 |",
    ]
    opening = attrs.evolve(details, opens=When.parse("2027-04"))
    assert render.bilingual(attrs.evolve(event, registration=opening)).splitlines()[-3:] == [
        "| **Registration** / **报名** |  |  |",
        "| Opens / 报名开始日期 | April 2027 | 2027年4月 |",
        "| Registration / 报名 | Details expected in April 2027 | 报名信息预计于2027年4月公布 |",
    ]


def test_html_section_with_one_fact_has_no_second_label():
    event = Conference(id="x", name="X", registration=Registration(details_expected=When.parse("2027-04")))
    page = render.html(event)
    assert page.endswith("<h2>Registration</h2>\n<p>Details expected in April 2027</p>\n</section>\n</article>\n")
