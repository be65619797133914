"""Two languages side by side, before they are Markdown or HTML: the rows of a table, a row a fact."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs

from confkit.facts import Fact, Runs
from confkit.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Group", "Row", "Table", "table"]


@attrs.frozen
class Row:
    """One fact in each language."""

    told: tuple[Fact, ...]

    @property
    def labels(self) -> tuple[Runs, ...]:
        """The label in each language."""
        return tuple(fact.label for fact in self.told)

    @property
    def even(self) -> bool:
        """Whether the languages have equally many parts, so that each part stands beside its translation."""
        return len({len(fact.parts) for fact in self.told}) == 1


@attrs.frozen
class Group:
    """Rows under a title in each language, which does for the label of those that are called the same; or no titles."""

    titles: tuple[Runs, ...]
    rows: tuple[Row, ...]

    def labelled(self) -> Iterator[tuple[tuple[Runs, ...], Iterator[Row]]]:
        """Yield the rows in a row that have the same label, with it; the first without one where the titles say it."""
        for number, (labels, rows) in enumerate(itertools.groupby(self.rows, lambda row: row.labels)):
            yield () if not number and labels == self.titles else labels, rows


@attrs.frozen(kw_only=True)
class Table:
    """A conference in several languages."""

    speeches: tuple[Words, ...]
    name: Row
    groups: tuple[Group, ...]
    notes: tuple[tuple[Words, Fact], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The name of each language in itself; which English it is says only one that stands beside another."""
        english = [speech for speech in self.speeches if speech.tag.startswith("en")]
        return tuple(speech.language_name("en" if [speech] == english else speech.tag) for speech in self.speeches)


def table(speeches: tuple[Words, ...], told: list[tuple[Fact, ...]]) -> Table:
    """Return what is told in each language as one table; lines on who translated it are notes for below it."""
    notes = [
        (speech, fact) for speech, one in zip(speeches, told, strict=True) for fact in one if fact.key == "translation"
    ]
    # The same facts in every language, in the same order: a row is one fact in each.
    name, *rows = zip(*([fact for fact in one if fact.key != "translation"] for one in told), strict=True)
    return Table(speeches=speeches, name=Row(name), groups=tuple(_groups(rows)), notes=tuple(notes))


def _groups(rows: list[tuple[Fact, ...]]) -> Iterator[Group]:
    for section, inside in itertools.groupby(rows, lambda row: row[0].section):
        found = list(inside)
        titles = tuple(fact.section.title for fact in found[0]) if section.title else ()
        kept = (row for row in found if not section.title or row[0].parts != (section.title,))
        yield Group(titles, tuple(map(Row, kept)))
