"""Text that some format reads as markup is plain text in every field, layout and notice."""

import functools
import re
from collections.abc import Iterable
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import chain
from urllib.parse import unquote

import attrs
import pytest
import yaml

from confkit import (
    Address,
    CallForProposals,
    Catalog,
    Conference,
    Contact,
    Deadline,
    EventRef,
    Image,
    Link,
    Online,
    Organization,
    Registration,
    Relation,
    Revision,
    Series,
    Source,
    Text,
    Ticket,
    Topic,
    Venue,
    When,
    facts,
    render,
)
from confkit._characters import safe_text
from render import html_pages
from render.renderings import PARSER
from render.versions import EXAMPLE

TEXTS = {
    "script": "<script>alert(1)</script>",
    "event-handler": "\"><img src=x onerror=alert(1)> ' onmouseover='x",
    "closing": "</title></article></td></dd></dl></div></body></html>",
    "comment": "<!-- a --> <![CDATA[b]]> <?php c ?>",
    "entities": "&lt;b&gt; &amp;amp; &#60; &copy &notanentity;",
    "link": "[a](https://evil.example) [b]: https://evil.example 'c' [b][b]",
    "image": "![a](https://evil.example/a.png) ![](javascript:alert(1))",
    "javascript": "[a](javascript:alert(1)) <javascript:alert(1)>",
    "reference": "[a]\n\n[a]: https://evil.example",
    "pipes": "a | b || c \\| d",
    "backticks": "`a` ``b`` ``` c ```",
    "fence": "```\ncode\n```",
    "tildes": "~~~\ncode\n~~~",
    "stars": "**a** *b* ***c*** __d__ _e_ **",
    "backslashes": "\\ \\\\ \\* a\\",
    "heading": "# a\n## b\n===\n---",
    "list": "- a\n* b\n1. c\n2) d",
    "quote": "> a\n>> b",
    "table": "| a | b |\n| --- | --- |\n| c | d |",
    "front-matter": "---\ntitle: a\n---\n",
    "yaml": "a: 'b' \"c\" #d !e &f *g {h: i} [j] %k @l",
    "liquid": "{{ site.title }} {% include a.html %} {%- raw -%}",
    "kramdown": "{:.a} {::nomarkdown}b{:/} $$c$$ *[d]: e [^f] : g",
    "overrides": "a\u202eb\u2066c\u2069d\u200fe\u061cf",
    "controls": "a\x00b\x07c\x1b[31md\x7fe\x85f\x9fg",
    "breaks": "a\nb\rc\r\nd\u2028e\u2029f\x0bg\x0ch",
    "header": "a\r\nBcc: evil@example.org\r\n\r\nbody",
    "encoded-word": "=?utf-8?q?a=0D=0ABcc:_evil@example.org?=",
    "noncharacters": "a\ufffeb\uffffc\U0010ffffd\ufdd0e",
    "right-to-left": "שלום (a) مرحبا [b]",
    "long": "x" * 5000,
}
SITE = "https://example.org/a_(b)?c=d&e='f'"
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@functools.cache
def event(hostile: str) -> Conference:
    """Return an event with the text in each field that can have text."""
    text = Text(en=hostile, zh=hostile)
    link = Link(url=SITE, title=text)
    at = When.parse("2027-01-13", raw=hostile)
    deadline = Deadline(kind="other", label=text, at=at)
    address = Address(text=hostile, street=text, locality=text)
    topics = [Topic(name=text)]
    call = CallForProposals(name=text, round=text, deadlines=[deadline], topics=topics, submit=link, description=text)
    return Conference(
        id="hostile-2027",
        name=text,
        series=Series(id="hostile", name=text, acronym=hostile, ranks={hostile: hostile}),
        summary=text,
        description=text,
        audience=text,
        formats=[text],
        topics=topics,
        status="postponed",
        history=[Revision(place=text, replaced=EXAMPLE.published, reason=text)],
        venues=[Venue(name=text, address=address, directions=text, links=[link])],
        online=Online(platform=hostile, link=link),
        organizations=[Organization(name=text, role="host", links=[link, link]), Organization(name=text)],
        relations=[Relation(kind="co_located", target=EventRef(name=text, url=SITE))],
        calls=[call],
        milestones=[deadline],
        registration=Registration(link=link, tickets=[Ticket(id="a", name=text)]),
        contacts=[Contact(email="a@example.org", phone=hostile, purpose=text)],
        links=[link],
        images=[Image(url=SITE, alt=text)],
        sources=[Source(url=SITE, note=text)],
    )


def decoded(targets: Iterable[str | None]) -> set[str]:
    """Return the targets of links without percent encoding, which parsers write differently."""
    return {unquote(target) for target in targets if target}


def allowed_targets(hostile: str) -> set[str]:
    """Return where links may lead: the URLs of the event, and those written out in its text."""
    written = re.findall(r"https?://[^\s<>\"'`|()\[\]]+", hostile)
    return {SITE, "mailto:a@example.org", *written}


def read_markdown(markdown: str) -> tuple[set[str], set[str]]:
    """Return the kinds of elements in Markdown, and the targets of its links and pictures."""
    tokens = list(chain.from_iterable([token, *(token.children or ())] for token in PARSER.parse(markdown)))
    kinds = {token.tag or token.type for token in tokens}
    return kinds, decoded(str(token.attrs.get("href") or token.attrs.get("src") or "") for token in tokens)


def read_html(page: str) -> tuple[set[str], set[str]]:
    """Return the elements of a page without parse errors, and the targets of its links and pictures."""
    found = list(html_pages.elements(page))
    assert {name for element in found for name in element.attrib} <= {
        *("lang", "dir", "href", "src", "alt", "datetime", "scope", "colspan", "rowspan", "charset")
    }
    return {element.tag for element in found}, decoded(element.get("href") or element.get("src") for element in found)


def body_of(post: str) -> str:
    """Return the Markdown of a post, whose front matter must have the expected keys only."""
    _, front, body = re.split(r"^---\n", post, maxsplit=2, flags=re.MULTILINE)
    read = yaml.safe_load(front)
    assert (list(read), type(read["title"]), read["layout"]) == (["layout", "title", "lang"], str, "blog_detail")
    assert not {"<", "\n"} & set(read["title"])
    return body


def page_of(mail: EmailMessage) -> str:
    """Return the HTML of a mail, whose headers must be the expected ones only."""
    read = message_from_bytes(mail.as_bytes(), policy=policy.default)
    assert (read.keys(), read.defects) == (["Subject", "MIME-Version", "Content-Type", "Content-Language"], [])
    assert read["Subject"] == mail["Subject"]
    assert "\n" not in read["Subject"]
    plain, page = (part.get_content() for part in read.iter_parts())
    assert UNSEEN.findall(plain.replace("\r\n", "\n")) == []
    return str(page)


JOINED = "\n\n".join(text for name, text in TEXTS.items() if name != "long")
ALL = pytest.mark.parametrize(
    "texts",
    [
        pytest.param({"joined": JOINED}, id="joined"),
        pytest.param(TEXTS, id="each", marks=pytest.mark.slow),
    ],
)
LANGUAGES = pytest.mark.parametrize("language", ["en", pytest.param("zh-Hant", marks=pytest.mark.slow)])


@ALL
@LANGUAGES
def test_hostile_text_is_plain_text_in_markdown(texts: dict[str, str], language: str) -> None:
    for name, hostile in texts.items():
        markdown = (
            render.markdown(event(hostile), language=language),
            render.bilingual(event(hostile), languages=(language, "en-GB")),
            body_of(render.post(event(hostile), languages=[language])),
        )
        for kinds, targets in map(read_markdown, markdown):
            assert kinds <= {
                *("h1", "h2", "p", "ul", "li", "a", "strong", "img", "inline", "text", "text_special"),
                *("table", "thead", "tbody", "tr", "th", "td"),
            }, name
            assert targets <= allowed_targets(hostile), name
        body = body_of(render.post(event(hostile), languages=[language, "en-GB"]))
        assert re.findall(r"\{\{|\{%|\{:|\{::|\$\$", body) == [], name
        assert re.findall(r"^<.*", body, re.MULTILINE) == [
            *(f'<div lang="{language}" markdown="1">', "</div>", '<div lang="en-GB" markdown="1">', "</div>")
        ], name


@ALL
@LANGUAGES
def test_hostile_text_is_plain_text_in_html_and_mails(texts: dict[str, str], language: str) -> None:
    pair = (language, "en-GB")
    for name, hostile in texts.items():
        pages = (
            render.html(event(hostile), language=language),
            render.bilingual(event(hostile), languages=pair, form="html"),
            page_of(render.email(event(hostile), languages=pair)),
        )
        for tags, targets in map(read_html, pages):
            assert tags <= {
                *("html", "head", "meta", "title", "body", "article", "section", "h1", "h2", "p", "dl", "dt", "dd"),
                *("ul", "li", "a", "img", "span", "bdi", "small", "time", "address", "hr"),
                *("table", "thead", "tbody", "tr", "th", "td", "br"),
            }, name
            assert targets <= allowed_targets(hostile), name


@ALL
@LANGUAGES
def test_plain_text_has_no_control_characters(texts: dict[str, str], language: str) -> None:
    for name, hostile in texts.items():
        text, line, chat = (
            getattr(render, layout)(event(hostile), language=language) for layout in ("text", "line", "chat")
        )
        assert [UNSEEN.findall(layout) for layout in (text, line, chat)] == [[], [], []], name
        assert "\n" not in line, name
        assert chat.count("\n") <= 5, name


@ALL
@LANGUAGES
def test_hostile_text_is_plain_text_in_notices(texts: dict[str, str], language: str) -> None:
    harmless = event("Harmless")
    for name, hostile in texts.items():
        before = event(hostile)
        lists = Catalog([before]), Catalog([attrs.evolve(before, id="another")])
        for old, new in ((harmless, before), (before, harmless), lists):
            kinds, targets = read_markdown(render.changes(old, new, language=language, form="markdown"))
            assert kinds <= {
                *("h1", "h2", "h3", "h4", "p", "ul", "li", "a", "strong", "inline", "text", "text_special"),
                "img",
            }, name
            assert targets <= allowed_targets(hostile), name
            page = render.changes(old, new, language=language, form="html")
            mail = page_of(render.changes_email(old, new, languages=[language]))
            for tags, targets in map(read_html, (page, mail)):
                assert tags <= {
                    *("html", "head", "meta", "title", "body", "article", "section", "h1", "h2", "h3", "h4", "p"),
                    *("ul", "li", "br", "dl", "dt", "dd", "a", "img", "span", "bdi", "small", "time", "address"),
                }, name
                assert targets <= allowed_targets(hostile), name
            for form in ("text", "chat"):
                assert UNSEEN.findall(render.changes(old, new, language=language, form=form)) == [], name


@ALL
def test_hostile_text_is_seen_unchanged(texts: dict[str, str]) -> None:
    for key, hostile in texts.items():
        (name, *_) = facts.of(event(hostile))
        wanted = "".join(facts.plain(name.value).split()).lower()
        tokens = PARSER.parse(render.markdown(event(hostile)))
        shown = "".join(child.content for token in tokens for child in token.children or ())
        assert wanted in "".join(shown.split()).lower(), key
        assert safe_text(wanted) in html_pages.seen(render.html(event(hostile))), key
