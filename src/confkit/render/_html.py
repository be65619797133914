"""HTML: for an editor who puts a conference into a page of a web site, and for the readers of a mail."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs

from confkit import facts, words
from confkit.model import Conference
from confkit.render._arranged import capital, flowing, sections, titled
from confkit.render._markup import article, element, phrase, picture, prose
from confkit.render._stamps import stamp
from confkit.words import Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from confkit.facts import Fact, Runs, Section

__all__ = ["Article", "Values", "html"]


def html(
    conference: Conference,
    *,
    language: str = "en",
    now: dt.datetime | None = None,
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> str:
    """Return a conference as an ``article`` element of HTML, the last line ended too.

    Nothing that the data says is markup. There are no styles, scripts, classes and ids, so that the article takes the
    looks of the page around it. Words in another language than the article's carry their own ``lang`` (empty where
    nobody stated it), words that run from right to left are kept apart from those around them, and dates to be read
    by programs stand in ``time`` elements. For the arguments see `confkit.facts.of`.

    >>> from confkit import Conference, Days, Text
    >>> day = Conference(id="day-2027", name=Text(en="Example <Day>"), days=Days.parse("2027-05-01"))
    >>> print(html(day), end="")
    <article lang="en" dir="ltr">
    <h1>Example &lt;Day&gt;</h1>
    <dl>
    <dt>Date</dt>
    <dd><time datetime="2027-05-01">Saturday, May 1, 2027</time></dd>
    </dl>
    </article>
    """
    told = facts.of(conference, language=language, now=now, zone=zone, default_language=default_language, brief=False)
    values = Values(words=words.of(language), conference=conference)
    return article(values.words.tag, Article(values=values).lines(told))


@attrs.frozen(kw_only=True)
class Values:
    """The words of facts as HTML in one language."""

    words: Words
    conference: Conference

    def said(self, runs: Runs) -> str:
        """Return runs as they are."""
        return phrase(runs, self.words.tag)

    def clear(self, runs: Runs) -> str:
        """Return runs as they start a line."""
        return self.said(capital(self.words, runs))

    def text(self, runs: Runs) -> str:
        """Return runs of a paragraph."""
        return prose(capital(self.words, runs), self.words.tag)

    def items(self, fact: Fact) -> tuple[str, ...]:
        """Return the parts of a fact: its picture, its date as programs read it, whom to ask, or its words."""
        if fact.form == "image":
            return (picture(fact.value, self.words.tag),)
        parts = tuple(map(self.text if fact.form == "prose" else self.clear, fact.parts))
        date = stamp(self.conference, fact)
        if date is not None:
            return (element("time", parts[0], datetime=date),)
        # HTML 4.3.10: not for any postal address, but for whom to ask about the article.
        return (element("address", parts[0]),) if fact.key == "contact" else parts


@attrs.frozen(kw_only=True)
class Article:
    """What stands in an article in one language; ``level`` is that of the event's heading, there or not."""

    values: Values
    level: int = 1

    def lines(self, told: Iterable[Fact]) -> Iterator[str]:
        """Yield the lines on facts, whichever they are."""
        for section, inside in sections(told):
            yield from self._section(section, inside)

    def heading(self, inside: str, *, below: int = 0) -> str:
        """Return a heading, as many levels below that of the event."""
        return element(f"h{self.level + below}", inside)

    def _section(self, section: Section, told: tuple[Fact, ...]) -> Iterator[str]:
        if section.key == "head":
            yield from (self.heading(self.values.said(fact.value)) for fact in told if fact.key == "name")
            yield from self._list(fact for fact in told if fact.key != "name")
        elif section.key == "images":
            yield from (element("p", picture) for fact in told for picture in self.values.items(fact))
        elif section.key == "translation":
            yield from (element("p", element("small", self.values.clear(fact.value))) for fact in told)
        elif section.key == "about":
            yield from self._about(told)
        else:
            yield "<section>"
            yield self.heading(self.values.clear(section.title), below=1)
            yield from self._inside(section, titled(section, told))
            yield "</section>"

    def _about(self, told: tuple[Fact, ...]) -> Iterator[str]:
        prose = [fact for fact in told if fact.form == "prose" and fact.clear]
        for texts in flowing(prose):
            yield element("p", self.values.words.sentences(*map(self.values.text, texts)))
        yield from self._list([fact for fact in told if fact not in prose])

    def _inside(self, section: Section, told: tuple[Fact, ...]) -> Iterator[str]:
        for alone, facts_ in itertools.groupby(told, lambda fact: fact.label == section.title):
            if alone:
                yield from (line for fact in facts_ for line in self._alone(fact))
            else:
                yield from self._list(facts_)

    def _alone(self, fact: Fact) -> Iterator[str]:
        """A fact that the heading above it is the label of."""
        if fact.form == "list":
            yield "<ul>"
        yield from (element("li" if fact.form == "list" else "p", part) for part in self.values.items(fact))
        if fact.form == "list":
            yield "</ul>"

    def _list(self, told: Iterable[Fact]) -> Iterator[str]:
        """Labels with their values; a label that several facts in a row have stands once."""
        rows = [(label, list(inside)) for label, inside in itertools.groupby(told, lambda fact: fact.label)]
        if not rows:
            return
        yield "<dl>"
        for label, inside in rows:
            yield element("dt", self.values.said(label))
            for fact in inside:
                yield from self._value(fact)
        yield "</dl>"

    def _value(self, fact: Fact) -> Iterator[str]:
        items = self.values.items(fact)
        if fact.form == "list":
            yield "<dd><ul>"
            yield from (element("li", item) for item in items)
            yield "</ul></dd>"
        elif len(items) > 1:
            yield "<dd>"
            yield from (element("p", item) for item in items)
            yield "</dd>"
        else:
            yield from (element("dd", item) for item in items)
