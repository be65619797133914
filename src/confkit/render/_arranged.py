"""Facts as layouts take them: in sections, some of them flowing together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit._internet_addresses import shows_link
from confkit.facts import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confkit.facts import Fact, Run, Runs, Section
    from confkit.words import Words

__all__ = ["capital", "flowing", "hidden", "noted", "sections", "titled"]


def sections(told: Iterable[Fact]) -> tuple[tuple[Section, tuple[Fact, ...]], ...]:
    """Return facts by section, in their order."""
    found: list[tuple[Section, list[Fact]]] = []
    section: Section | None = None
    inside: list[Fact] = []
    for fact in told:
        if fact.section is not section and fact.section != section:
            section, inside = fact.section, []
            found.append((section, inside))
        inside.append(fact)
    return tuple([(section, tuple(inside)) for section, inside in found])


def titled(section: Section, told: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts of a section but for one that its title says already."""
    said = (section.title,)
    return tuple([fact for fact in told if fact.parts != said]) if section.title else tuple(told)


def flowing(told: Iterable[Fact]) -> tuple[tuple[Runs, ...], ...]:
    """Return the paragraphs on what an event is: the summary, then all that follows it in the reader's language.

    Each paragraph is one or more texts that read as one: the sentence on who the event is for leads into the
    description.
    """
    paragraphs: list[tuple[Runs, ...]] = []
    open_end = False
    for fact in told:
        first, *rest = fact.parts
        native = not any(run.fallback for run in first)
        if open_end and native and fact.key == "description":
            paragraphs[-1] = (*paragraphs[-1], first)
        else:
            paragraphs.append((first,))
        paragraphs += [(part,) for part in rest]
        open_end = native and fact.key == "about"
    return tuple(paragraphs)


def capital(speech: Words, runs: Runs) -> Runs:
    """Return runs as they start a line: words of confkit get a large letter, the data's stay as they are."""
    first, *rest = runs
    text = speech.capital(first.text) if first.own else first.text
    return runs if text == first.text else (first._replace(text=text), *rest)


def noted(speech: Words, runs: Runs, *notes: str) -> str:
    """Return words with notes in brackets: in those of confkit's that end the words, where there are some."""
    said = plain(runs)
    opening, closing = speech.brackets
    if not (runs[-1].own and runs[-1].text.endswith(closing)):
        return speech.aside(said, *notes)
    words, _, inside = said.removesuffix(closing).rpartition(opening)
    return speech.aside(words, inside, *notes)


def hidden(runs: Runs) -> tuple[Run, ...]:
    """Return the runs whose link does not show in their words."""
    if len(runs) == 1 and runs[0].href is None:  # as most values are
        return ()
    linked = [run for run in runs if run.href is not None]
    return tuple([run for run in linked if not shows_link(run.text, str(run.href))]) if linked else ()
