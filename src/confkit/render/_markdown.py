"""Markdown: for a page, an issue, a post."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs

from confkit import facts, words
from confkit.render._arranged import capital, flowing, sections, titled
from confkit.render._escape import block, image, inline
from confkit.words import Words

if TYPE_CHECKING:
    import datetime as dt

    from confkit.facts import Fact, Runs, Section
    from confkit.model import Conference

__all__ = ["markdown"]


def markdown(
    conference: Conference,
    *,
    language: str = "en",
    now: dt.datetime | None = None,
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> str:
    r"""Return a conference as Markdown (CommonMark), the last line ended too.

    Nothing that the data says is markup: it is escaped. For the arguments see `confkit.facts.of`.

    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="Example *Day*", days=Days.parse("2027-05-01"))
    >>> print(markdown(day), end="")
    # Example \*Day\*
    <BLANKLINE>
    - **Date**: Saturday, May 1, 2027
    """
    told = facts.of(conference, language=language, now=now, zone=zone, default_language=default_language)
    page = _Page(words=words.of(language))
    blocks = [said for section, inside in sections(told) for said in page.section(section, inside)]
    return _joined(blocks)


@attrs.frozen(kw_only=True)
class _Page:
    words: Words

    def section(self, section: Section, told: tuple[Fact, ...]) -> list[str]:
        if section.key == "head":
            name, *rest = told
            return [f"# {inline(name.value)}", *self._items(rest)]
        if section.key == "images":
            return [image(fact) for fact in told]
        if section.key == "translation":
            return [self._clear(fact.value) for fact in told]
        if section.key == "about":
            return self._about(told)
        inside = titled(section, told)
        blocks = [f"## {inline(section.title)}"] if section.title else []
        return [*blocks, *self._items(inside)]

    def _about(self, told: tuple[Fact, ...]) -> list[str]:
        prose = [fact for fact in told if fact.form == "prose" and fact.clear]
        blocks = [
            self.words.sentences(self._clear(paragraph[0]), *(inline(part) for part in paragraph[1:]))
            for paragraph in flowing(prose)
        ]
        return [*blocks, *self._items([fact for fact in told if fact not in prose])]

    def _items(self, told: list[Fact] | tuple[Fact, ...]) -> list[str]:
        """Lines as one list, then prose and the lists with a label of their own: two lists in a row would be one."""
        lines = [
            f"- {self._clear(fact.value) if self._says_itself(fact) else self._labelled(fact)}"
            for fact in told
            if fact.form == "line"
        ]
        long = [said for fact in told if fact.form != "line" for said in self._long(fact)]
        return ["\n".join(lines), *long] if lines else long

    def _long(self, fact: Fact) -> list[str]:
        if fact.form == "list":
            items = "\n".join(f"- {block(part)}" for part in fact.parts)
            return [self._bold(fact) + self._colon, items]
        first, *rest = fact.parts
        start = self._clear(first) if self._says_itself(fact) else self._labelled(fact)
        return [start, *(block(part) for part in rest)]

    def _says_itself(self, fact: Fact) -> bool:
        """Whether no label is needed: outside the head, where the words are clear or the section's title says it."""
        return fact.section.key != "head" and (fact.clear or fact.label == fact.section.title)

    def _clear(self, runs: Runs) -> str:
        return block(capital(self.words, runs))

    def _labelled(self, fact: Fact) -> str:
        return self.words.labelled(self._bold(fact), inline(fact.value))

    @property
    def _colon(self) -> str:
        return self.words.labelled("", "").rstrip()

    def _bold(self, fact: Fact) -> str:
        return f"**{inline(fact.label).strip()}**"


def _joined(blocks: list[str]) -> str:
    """Blocks with a blank line between them, but for the lists of the head and of what follows it, which are one."""
    said = blocks[0]
    for before, block_ in itertools.pairwise(blocks):
        said += "\n" if before.startswith("- ") and block_.startswith("- ") else "\n\n"
        said += block_
    return f"{said}\n"
