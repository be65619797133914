"""Words that are markup somewhere are words everywhere: in each field, in each layout, in what changed."""

import re
from collections.abc import Iterable
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import chain
from urllib.parse import unquote

import attrs
import pytest
import yaml
from markdown_it import MarkdownIt

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
from render import pages
from render.versions import EXAMPLE

WORDS = {
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
PARSER = MarkdownIt("gfm-like", {"linkify": False})
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def event(words: str) -> Conference:
    """Return an event that says the words wherever it can say anything."""
    text = Text(en=words, zh=words)
    link = Link(url=SITE, title=text)
    at = When.parse("2027-01-13", raw=words)
    deadline = Deadline(kind="other", label=text, at=at)
    address = Address(text=words, street=text, locality=text)
    topics = [Topic(name=text)]
    call = CallForProposals(name=text, round=text, deadlines=[deadline], topics=topics, submit=link, description=text)
    return Conference(
        id="hostile-2027",
        name=text,
        series=Series(id="hostile", name=text, acronym=words, ranks={words: words}),
        summary=text,
        description=text,
        audience=text,
        formats=[text],
        topics=topics,
        status="postponed",
        history=[Revision(place=text, replaced=EXAMPLE.published, reason=text)],
        venues=[Venue(name=text, address=address, directions=text, links=[link])],
        online=Online(platform=words, link=link),
        organizations=[Organization(name=text, role="host", links=[link, link]), Organization(name=text)],
        relations=[Relation(kind="co_located", target=EventRef(name=text, url=SITE))],
        calls=[call],
        milestones=[deadline],
        registration=Registration(link=link, tickets=[Ticket(id="a", name=text)]),
        contacts=[Contact(email="a@example.org", phone=words, purpose=text)],
        links=[link],
        images=[Image(url=SITE, alt=text)],
        sources=[Source(url=SITE, note=text)],
    )


ALL = pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh-Hant"])


def led(targets: Iterable[str | None]) -> set[str]:
    """Return where links lead, without percent signs, since parsers write addresses in a form of their own."""
    return {unquote(target) for target in targets if target}


def given(words: str) -> set[str]:
    """Return where links may lead: to the addresses of the event, and to those that its words write out."""
    written = re.findall(r"https?://[^\s<>\"'`|()\[\]]+", words)
    return {SITE, "mailto:a@example.org", *written}


def marked(said: str) -> tuple[set[str], set[str]]:
    """Return what Markdown makes of a text, and where its links and pictures lead."""
    tokens = list(chain.from_iterable([token, *(token.children or ())] for token in PARSER.parse(said)))
    kinds = {token.tag or token.type for token in tokens}
    return kinds, led(str(token.attrs.get("href") or token.attrs.get("src") or "") for token in tokens)


def made(page: str) -> tuple[set[str], set[str]]:
    """Return the elements of a page, which is read without a parse error, and where its links and pictures lead."""
    found = list(pages.elements(page))
    assert {name for element in found for name in element.attrib} <= {
        *("lang", "dir", "href", "src", "alt", "datetime", "scope", "colspan", "rowspan", "charset")
    }
    return {element.tag for element in found}, led(element.get("href") or element.get("src") for element in found)


def body_of(post: str) -> str:
    """Return the Markdown of a post whose front matter holds what it should and nothing else."""
    _, front, body = re.split(r"^---\n", post, maxsplit=2, flags=re.MULTILINE)
    read = yaml.safe_load(front)
    assert (list(read), type(read["title"]), read["layout"]) == (["layout", "title", "lang"], str, "blog_detail")
    assert not {"<", "\n"} & set(read["title"])
    return body


def page_of(mail: EmailMessage) -> str:
    """Return the page of a mail whose headers are what they should be and nothing else."""
    read = message_from_bytes(mail.as_bytes(), policy=policy.default)
    assert (read.keys(), read.defects) == (["Subject", "MIME-Version", "Content-Type", "Content-Language"], [])
    assert read["Subject"] == mail["Subject"]
    assert "\n" not in read["Subject"]
    plain, page = (part.get_content() for part in read.iter_parts())
    assert UNSEEN.findall(plain.replace("\r\n", "\n")) == []
    return str(page)


@ALL
@LANGUAGES
def test_words_are_inert_in_markdown(words: str, language: str) -> None:
    hostile = event(words)
    pair = (language, "en-GB")
    for said in (
        render.markdown(hostile, language=language),
        render.bilingual(hostile, languages=pair),
        body_of(render.post(hostile, languages=[language])),
    ):
        kinds, targets = marked(said)
        assert kinds <= {
            *("h1", "h2", "p", "ul", "li", "a", "strong", "img", "inline", "text", "text_special"),
            *("table", "thead", "tbody", "tr", "th", "td"),
        }
        assert targets <= given(words)
    body = body_of(render.post(hostile, languages=[language, "en-GB"]))
    assert re.findall(r"\{\{|\{%|\{:|\{::|\$\$", body) == []
    assert re.findall(r"^<.*", body, re.MULTILINE) == [
        *(f'<div lang="{language}" markdown="1">', "</div>", '<div lang="en-GB" markdown="1">', "</div>")
    ]


@ALL
@LANGUAGES
def test_words_are_inert_in_html_and_mails(words: str, language: str) -> None:
    hostile = event(words)
    pair = (language, "en-GB")
    for page in (
        render.html(hostile, language=language),
        render.bilingual(hostile, languages=pair, form="html"),
        page_of(render.email(hostile, languages=pair)),
    ):
        tags, targets = made(page)
        assert tags <= {
            *("html", "head", "meta", "title", "body", "article", "section", "h1", "h2", "p", "dl", "dt", "dd", "ul"),
            *("li", "a", "img", "span", "bdi", "small", "time", "address", "hr"),
            *("table", "thead", "tbody", "tr", "th", "td", "br"),
        }
        assert targets <= given(words)


@ALL
@LANGUAGES
def test_words_are_inert_in_plain_text(words: str, language: str) -> None:
    hostile = event(words)
    said = [getattr(render, layout)(hostile, language=language) for layout in ("text", "line", "chat")]
    assert [UNSEEN.findall(one) for one in said] == [[], [], []]
    assert "\n" not in said[1]
    assert said[2].count("\n") <= 5


@ALL
@LANGUAGES
def test_words_are_inert_in_what_changed(words: str, language: str) -> None:
    hostile, harmless = event(words), event("Harmless")
    lists = Catalog([hostile]), Catalog([attrs.evolve(hostile, id="another")])
    for old, new in ((harmless, hostile), (hostile, harmless), lists):
        kinds, targets = marked(render.changes(old, new, language=language, form="markdown"))
        assert kinds <= {
            *("h1", "h2", "h3", "h4", "p", "ul", "li", "a", "strong", "inline", "text", "text_special"),
            "img",
        }
        assert targets <= given(words)
        page = render.changes(old, new, language=language, form="html")
        for said in (page, page_of(render.changes_email(old, new, languages=[language]))):
            tags, targets = made(said)
            assert tags <= {
                *("html", "head", "meta", "title", "body", "article", "section", "h1", "h2", "h3", "h4", "p", "ul"),
                *("li", "br", "dl", "dt", "dd", "a", "img", "span", "bdi", "small", "time", "address"),
            }
            assert targets <= given(words)
        for form in ("text", "chat"):
            assert UNSEEN.findall(render.changes(old, new, language=language, form=form)) == []


@ALL
def test_words_are_seen_as_they_are(words: str) -> None:
    hostile = event(words)
    (name, *_) = facts.of(hostile)
    wanted = "".join(facts.plain(name.value).split()).lower()
    shown = "".join(child.content for token in PARSER.parse(render.markdown(hostile)) for child in token.children or ())
    assert wanted in "".join(shown.split()).lower()
    assert safe_text(wanted) in pages.seen(render.html(hostile))
