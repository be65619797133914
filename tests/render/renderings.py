"""The layouts of the events in `events.py`, each rendered once per process and shared by all tests."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
import yaml
from markdown_it import MarkdownIt

from confkit import Conference, facts, files, render
from confkit.model import zone
from render import html_pages
from render.events import EVENTS, HOSTILE

if TYPE_CHECKING:
    from collections.abc import Collection
    from email.message import EmailMessage

__all__ = [
    "ALL_RENDERINGS",
    "BOTH",
    "BY_EVENT",
    "EACH",
    "EXAMPLE",
    "GOLDEN_EVENTS",
    "LANGUAGES",
    "LAYOUTS",
    "MOMENTS",
    "PAIRS",
    "PARSER",
    "Rendering",
    "decoded",
    "email_parts",
    "event",
    "facts_of",
    "front_matter",
    "markdown_text",
    "message",
    "rendered",
    "renderings",
]

LANGUAGES: Final = ("en", "en-GB", "zh-Hans", "zh-Hant")
EACH: Final = tuple((language,) for language in LANGUAGES)
BOTH: Final = ("zh-Hans", "en")
PAIRS: Final = (("en", "zh-Hans"), ("en-GB", "zh-Hant"))
LAYOUTS: Final = {
    "text": EACH,
    "markdown": EACH,
    "html": EACH,
    "line": EACH,
    "chat": EACH,
    "email": (*EACH, BOTH),
    "post": (*EACH, BOTH),
    "bilingual": PAIRS,
    "bilingual-html": PAIRS,
}
"""The languages in which the tests render each layout."""

EXAMPLE: Final = files.example().id
MOMENTS: Final = {
    "before": dt.datetime(2025, 4, 10, 9, tzinfo=dt.UTC),
    "inside": dt.datetime(2025, 4, 13, 23, tzinfo=dt.UTC),
    "after": dt.datetime(2025, 4, 15, tzinfo=dt.UTC),
}
"""Before the deadline of the example; while it is over in some places and not yet in others; after it."""

MIDWAY: Final = {
    "compiler-winter-2025": dt.datetime(2025, 11, 10, 12, tzinfo=dt.UTC),
    "databases-2027": dt.datetime(2026, 8, 1, 12, tzinfo=dt.UTC),
}
"""Moments at which some offers of an event have ended: early tickets, rounds of a call."""

ABROAD: Final = ("compiler-winter-2025", "sysml-2026", "edge-summit-2026")
"""Events rendered for readers in another zone as well, whose times stand beside those of the event."""

READER_ZONES: Final = {"en-GB": "Europe/Berlin", "zh-Hans": "America/Los_Angeles"}
ABROAD_NOW: Final = dt.datetime(2025, 9, 20, tzinfo=dt.UTC)

GOLDEN_EVENTS: Final = (
    EXAMPLE,
    "compiler-winter-2025",
    "coscup-example-2026",
    "rust-forum-2026",
    "sysml-2026",
    "type-days-2026",
)
"""The events with golden files: the example; one with every section, tickets and a stream; one in Traditional Chinese
alone; one with a month and little else; one with rounds and extended deadlines; one that was postponed twice."""


def event(event_id: str) -> Conference:
    """Return an event by its id."""
    return _EVENTS[event_id]


_EVENTS: Final = {EXAMPLE: files.example(), HOSTILE.id: HOSTILE, **EVENTS}


@functools.cache
def facts_of(
    event_id: str, language: str = "en", *, now: dt.datetime | None = None, there: dt.tzinfo | None = None
) -> tuple[facts.Fact, ...]:
    """Return the facts of an event."""
    return facts.of(event(event_id), language=language, now=now, zone=there)


@functools.cache
def message(
    event_id: str, *languages: str, now: dt.datetime | None = None, there: dt.tzinfo | None = None
) -> EmailMessage:
    """Return an event as a mail, which a test must not change."""
    return render.email(event(event_id), languages=languages, now=now, zone=there)


@functools.cache
def rendered(
    layout: str,
    event_id: str,
    *languages: str,
    now: dt.datetime | None = None,
    there: dt.tzinfo | None = None,
) -> str:
    """Return an event in a layout; of a mail, the decoded headers and both bodies."""
    options: dict[str, Any] = {"now": now, "zone": there}
    if layout == "email":
        return decoded(message(event_id, *languages, now=now, there=there))
    if layout in {"post", "bilingual"}:
        return str(getattr(render, layout)(event(event_id), languages=languages, **options))
    if layout == "bilingual-html":
        return render.bilingual(event(event_id), languages=languages, form="html", **options)
    (language,) = languages
    return str(getattr(render, layout)(event(event_id), language=language, **options))


def email_parts(mail: EmailMessage) -> tuple[str, str]:
    """Return the plain text and the HTML of a mail."""
    plain, page = (part.get_content().replace("\r\n", "\n") for part in mail.iter_parts())
    return plain, page


def decoded(mail: EmailMessage) -> str:
    """Return the headers and both bodies of a mail as its reader sees them."""
    headers = "".join(f"{name}: {mail[name]}\n" for name in ("Subject", "Content-Language"))
    plain, page = email_parts(mail)
    return f"{headers}\n{plain}\n{page}"


@attrs.frozen(kw_only=True)
class Rendering:
    """An event in one layout, for one reader; rendered when its text is needed."""

    layout: str
    event_id: str
    languages: tuple[str, ...]
    moment: str = ""
    now: dt.datetime | None = None
    there: dt.tzinfo | None = None

    def __str__(self) -> str:
        return f"{self.layout}: {', '.join(self.languages)}" + (f", {self.moment}" if self.moment else "")

    @property
    def name(self) -> str:
        return f"{self.event_id} as {self}"

    @property
    def text(self) -> str:
        return rendered(self.layout, self.event_id, *self.languages, now=self.now, there=self.there)

    @property
    def html(self) -> str:
        """The HTML of the rendering, or nothing."""
        if self.layout == "email":
            return "<!DOCTYPE html>" + self.text.partition("<!DOCTYPE html>")[2]
        return self.text if "html" in self.layout else ""

    @property
    def markdown(self) -> str:
        """The Markdown of the rendering, or nothing."""
        if self.layout == "post":
            return front_matter(self.text)[1]
        return self.text if self.layout in {"markdown", "bilingual"} else ""

    @property
    def facts(self) -> list[facts.Fact]:
        """The facts of the event in all languages of the rendering."""
        return [
            fact
            for language in self.languages
            for fact in facts_of(self.event_id, language, now=self.now, there=self.there)
        ]

    @property
    def visible(self) -> str:
        """All that a reader sees of the rendering, without its markup."""
        return _visible(self)


@functools.cache
def _visible(rendering: Rendering) -> str:
    if rendering.layout == "post":
        front, body = front_matter(rendering.text)
        return f"{front['title']}\n{markdown_text(body)}"
    if rendering.markdown:
        return markdown_text(rendering.markdown)
    if rendering.html:
        page = "\n".join(text for text, _ in html_pages.texts(rendering.html))
        return rendering.text.partition("<!DOCTYPE html>")[0] + page if rendering.layout == "email" else page
    return rendering.text


def front_matter(post: str) -> tuple[dict[str, Any], str]:
    """Return the front matter of a post as Jekyll reads it, and the Markdown below it."""
    _, front, body = re.split(r"^---\n", post, maxsplit=2, flags=re.MULTILINE)
    return yaml.safe_load(front), body


PARSER: Final = MarkdownIt("gfm-like", {"linkify": False})


def markdown_text(markdown: str) -> str:
    """Return the text of Markdown, a block or a line break a line."""
    inlines = [token for token in PARSER.parse(markdown) if token.type == "inline"]
    children = (child for token in inlines for child in [*(token.children or ()), None])
    return "".join("\n" if child is None or child.type.endswith("break") else child.content for child in children)


def _renderings() -> tuple[Rendering, ...]:
    subjects = [(EXAMPLE, moment, now) for moment, now in {"": None, **MOMENTS}.items()]
    subjects += [(event_id, "", None) for event_id in EVENTS]
    subjects += [(event_id, "midway", now) for event_id, now in MIDWAY.items()]
    here = [
        Rendering(layout=layout, event_id=event_id, languages=languages, moment=moment, now=now)
        for event_id, moment, now in subjects
        for layout, each in LAYOUTS.items()
        for languages in each
    ]
    abroad = [
        Rendering(
            layout="text",
            event_id=event_id,
            languages=(language,),
            moment=f"in {key}",
            now=ABROAD_NOW,
            there=zone(key),
        )
        for event_id in ABROAD
        for language, key in READER_ZONES.items()
    ]
    return (*here, *abroad)


ALL_RENDERINGS: Final = _renderings()

OTHER_EVENTS: Final = tuple(key for key in EVENTS if key not in GOLDEN_EVENTS)
BY_EVENT: Final = pytest.mark.parametrize(
    "event_ids",
    [
        pytest.param((*GOLDEN_EVENTS, HOSTILE.id), id="golden-events"),
        pytest.param(
            tuple(key for key in EVENTS if key not in GOLDEN_EVENTS), id="other-events", marks=pytest.mark.slow
        ),
    ],
)
"""Runs a test with the golden events and the hostile one; in CI with all others as well."""


def renderings(event_ids: Collection[str], *layouts: str) -> list[Rendering]:
    """Return the renderings of some events in some layouts, or in all."""
    return [
        rendering
        for rendering in ALL_RENDERINGS
        if rendering.event_id in event_ids and rendering.layout in (layouts or LAYOUTS)
    ]
