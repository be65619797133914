"""Facts as blocks of Markdown: paragraphs, lists and pictures."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs

from confkit.render._arranged import capital, flowing, sections, titled
from confkit.render._escape import block, image, inline
from confkit.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confkit.facts import Fact, Runs, Section

__all__ = ["Blocks", "joined"]


@attrs.frozen(kw_only=True)
class Blocks:
    """Blocks in one language; ``level`` is that of the event's heading, there or not."""

    words: Words
    level: int = 1

    def lines(self, told: Iterable[Fact]) -> list[str]:
        """Return the blocks of facts, whichever they are."""
        return [said for section, inside in sections(told) for said in self.section(section, inside)]

    def section(self, section: Section, told: tuple[Fact, ...]) -> list[str]:
        """Return all that is told in a section, under its title."""
        if section.key == "head":
            names = [self._heading(fact.value) for fact in told if fact.key == "name"]
            return [*names, *self.items([fact for fact in told if fact.key != "name"])]
        if section.key == "images":
            return [image(fact) for fact in told]
        if section.key == "translation":
            return [self.clear(fact.value) for fact in told]
        if section.key == "about":
            prose = [fact for fact in told if fact.form == "prose" and fact.clear]
            return [*self.flow(prose), *self.items([fact for fact in told if fact not in prose])]
        return [*self.title(section), *self.items(titled(section, told))]

    def title(self, section: Section) -> list[str]:
        """Return the heading of a section, if it has one."""
        return [self._heading(section.title, below=1)] if section.title else []

    def flow(self, prose: Iterable[Fact]) -> list[str]:
        """Return prose as paragraphs, some of several facts."""
        return [
            self.words.sentences(self.clear(paragraph[0]), *(inline(part) for part in paragraph[1:]))
            for paragraph in flowing(prose)
        ]

    def items(self, told: Sequence[Fact]) -> list[str]:
        """Return lines as one list, then prose and the lists with labels of their own: two lists in a row are one."""
        lines = [
            f"- {self.clear(fact.value) if self._says_itself(fact) else self._labelled(fact)}"
            for fact in told
            if fact.form == "line"
        ]
        long = [said for fact in told if fact.form != "line" for said in self._long(fact)]
        return ["\n".join(lines), *long] if lines else long

    def clear(self, runs: Runs) -> str:
        """Return runs that start a paragraph or an item."""
        return block(capital(self.words, runs))

    def _heading(self, runs: Runs, *, below: int = 0) -> str:
        return f"{'#' * (self.level + below)} {inline(runs)}"

    def _long(self, fact: Fact) -> list[str]:
        if fact.form == "list":
            items = "\n".join(f"- {block(part)}" for part in fact.parts)
            return [items] if self._says_itself(fact) else [self._bold(fact) + self._colon, items]
        first, *rest = fact.parts
        start = self.clear(first) if self._says_itself(fact) else self._labelled(fact)
        return [start, *(block(part) for part in rest)]

    def _says_itself(self, fact: Fact) -> bool:
        """Whether no label is needed: outside the head, where the words are clear or the section's title says it."""
        return fact.section.key != "head" and (fact.clear or fact.label == fact.section.title)

    def _labelled(self, fact: Fact) -> str:
        return self.words.labelled(self._bold(fact), inline(fact.value))

    @property
    def _colon(self) -> str:
        return self.words.labelled("", "").rstrip()

    def _bold(self, fact: Fact) -> str:
        return f"**{inline(fact.label).strip()}**"


def joined(blocks: list[str]) -> str:
    """Return blocks with a blank line between them, but for lists that are one: those of the head and after it."""
    said = blocks[0]
    for before, block_ in itertools.pairwise(blocks):
        said += "\n" if before.startswith("- ") and block_.startswith("- ") else "\n\n"
        said += block_
    return f"{said}\n"
