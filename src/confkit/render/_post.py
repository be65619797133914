"""A post: for the blog of a site that Jekyll builds, in the order in which people announce a conference."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from confkit._characters import safe_text
from confkit.errors import invalid
from confkit.facts import Run
from confkit.render._arranged import sections, titled
from confkit.render._blocks import Blocks
from confkit.render._brief import Brief, headline
from confkit.render._escape import block
from confkit.render._languages import speeches
from confkit.render._opening import opening
from confkit.words import message

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from confkit.facts import Fact, Section
    from confkit.model import Conference
    from confkit.words import Message

__all__ = ["post"]

_WHAT: Final = frozenset({"about", "topics", "formats"})
"""Sections that tell what the event is."""

_TOLD: Final = _WHAT | {"images", "call", "translation"}
"""Sections that have a place of their own."""

_KRAMDOWN: Final = re.compile(r"[{}]|\\~|\$(?=\$)|(?<=\$)\$|(?m:(?<=^):|(?<=^- ):|(?<=^)\^$|(?<=^- )\^$)")
"""What Liquid and kramdown read as more than CommonMark: tags and attributes, mathematics, definitions, ends; and the
sign whose escape kramdown does not know."""


def post(
    conference: Conference,
    *,
    languages: Sequence[str] = ("en",),
    layout: str = "blog_detail",
    now: dt.datetime | None = None,
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> str:
    r"""Return a conference as a page for Jekyll: front matter in YAML, then Markdown, the last line ended too.

    The page tells when and where, what it is, the calls, the event at length, its details and whom to ask, in one
    language or in several, one after the other. Its date is the day on which the event was announced; its title is the
    name with what comes next, to the day. Nothing that the data says is markup, neither for Markdown nor for Liquid and
    kramdown, through which Jekyll sends a page; ``<`` in a title is written ``&lt;``, since many sites print titles as
    they are. For the other arguments see `confkit.facts.of`.

    Args:
        conference: what is told.
        languages: BCP 47 tags of languages that confkit speaks, each once.
        layout: the name of the site's layout for the page.
        now: see `confkit.facts.of`.
        zone: see `confkit.facts.of`.
        default_language: see `confkit.facts.of`.

    Raises:
        InvalidValueError: no language, or one twice; a layout whose name is not letters, digits, ``_``, ``-``, ``.``.

    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01"), summary="A {{ day }}.")
    >>> print(post(day), end="")
    ---
    layout: blog_detail
    title: "Example Day: Saturday, May 1, 2027"
    lang: en
    ---
    <BLANKLINE>
    Example Day — Saturday, May 1, 2027.
    <BLANKLINE>
    A &#123;&#123; day &#125;&#125;.
    <BLANKLINE>
    ## Event details
    <BLANKLINE>
    - **Date**: Saturday, May 1, 2027
    """
    if not isinstance(layout, str) or not re.fullmatch(r"[\w.-]+", layout, re.ASCII):
        raise invalid(
            "render.layout",
            "must contain letters, digits, underscores, hyphens and dots only",
            path="layout",
            value=layout,
            hint="write the name of a file in _layouts, without its suffix",
        )
    told = tuple(
        Brief.of(conference, language=speech.tag, now=now, zone=zone, default_language=default_language)
        for speech in speeches(languages)
    )
    bodies = ["\n\n".join(_body(brief)) for brief in told]
    said = _inert(bodies[0])
    if len(told) > 1:
        pairs = zip(told, bodies, strict=True)
        # kramdown reads what stands in an element as Markdown if it says so; CommonMark does after a blank line.
        parts = (f'<div lang="{brief.words.tag}" markdown="1">\n\n{_inert(body)}\n\n</div>' for brief, body in pairs)
        said = "\n\n* * *\n\n".join(parts)
    return f"{_front_matter(told, layout)}\n{said}\n"


def _front_matter(told: tuple[Brief, ...], layout: str) -> str:
    title = safe_text(headline(told)).replace("<", "&lt;")
    published = told[0].conference.published
    # YAML 1.2 holds JSON: a text in JSON is one in YAML.
    lines = [f"layout: {layout}", f"title: {json.dumps(title, ensure_ascii=False)}"]
    if published is not None:
        lines.append(f"date: {published.isoformat()}")
    return "\n".join(["---", *lines, f"lang: {told[0].words.tag}", "---", ""])


def _body(brief: Brief) -> Iterator[str]:
    blocks = Blocks(words=brief.words)
    arranged = sections(brief.told)
    (_, (_, *head)), *rest = arranged
    about = [fact for section, facts in arranged if section.key in _WHAT for fact in facts]
    leading = [fact for fact in about if fact.key in {"summary", "about"}]
    lines = [fact for fact in about if fact.form == "line"]
    told = [fact for fact in about if fact not in (*leading, *lines)]
    asking = [fact for fact in brief.told if fact.key == "contact"]
    yield block((Run(text=opening(brief), language=brief.words.tag),))
    yield from blocks.flow(leading)
    yield from _sections(blocks, rest, {"images"})
    for section, facts in arranged:
        if section.key == "call":
            yield from _call(blocks, section, facts)
    yield from _under(blocks, message("heading", "About the event"), told)
    yield from _under(blocks, message("heading", "Event details"), [*head, *lines])
    others = ((section, tuple(fact for fact in facts if fact not in asking)) for section, facts in rest)
    kept = [(section, facts) for section, facts in others if facts and section.key not in _TOLD]
    yield from _sections(blocks, kept, {section.key for section, _ in kept})
    yield from _under(blocks, message("label", "Contact"), asking)
    yield from _sections(blocks, rest, {"translation"})


def _sections(blocks: Blocks, told: Iterable[tuple[Section, tuple[Fact, ...]]], keys: set[str]) -> Iterator[str]:
    for section, facts in told:
        if section.key in keys:
            yield from blocks.section(section, facts)


def _call(blocks: Blocks, section: Section, facts: tuple[Fact, ...]) -> Iterator[str]:
    """What a call is for, then until when, then about what."""
    inside = titled(section, facts)
    why = [fact for fact in inside if fact.key == "call.description"]
    yield from blocks.title(section)
    yield from blocks.items(why)
    yield from blocks.items([fact for fact in inside if fact not in why])


def _under(blocks: Blocks, title: Message, facts: Sequence[Fact]) -> Iterator[str]:
    """Facts under a heading, which does for the label of those that are called the same."""
    if facts:
        said = Run(text=blocks.words.say(*title), language=blocks.words.tag, own=True)
        under = [fact._replace(section=fact.section._replace(title=(said,))) for fact in facts]
        yield from blocks.title(under[0].section)
        yield from blocks.items(under)


def _inert(said: str) -> str:
    return _KRAMDOWN.sub(lambda sign: f"&#{ord(sign[0][-1])};", said)
