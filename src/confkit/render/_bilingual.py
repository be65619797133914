"""Two languages side by side: one table, a row a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit import facts, words
from confkit.errors import invalid
from confkit.render._arranged import capital
from confkit.render._escape import block, image, inline

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from confkit.facts import Fact
    from confkit.model import Conference

__all__ = ["bilingual"]


def bilingual(
    conference: Conference,
    *,
    languages: Sequence[str] = ("en", "zh"),
    now: dt.datetime | None = None,
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> str:
    """Return a conference as a Markdown table (GFM) with a column for each language, the last line ended too.

    Each label is given in every language. Items of a list have a row each, so that they stand beside their
    translations. For the other arguments see `confkit.facts.of`.

    Raises:
        InvalidValueError: fewer than two languages, or one twice.

    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01"))
    >>> print(bilingual(day), end="")
    # Example Day
    <BLANKLINE>
    |  | English | 简体中文 |
    | --- | --- | --- |
    | Date / 日期 | Saturday, May 1, 2027 | 2027年5月1日（星期六） |
    """
    tags = [words.of(language).tag for language in languages]
    if len(set(tags)) < 2 or len(set(tags)) < len(tags):
        raise invalid("render.languages", "takes two languages or more, each once", path="languages", value=languages)
    told = [facts.of(conference, language=tag, now=now, zone=zone, default_language=default_language) for tag in tags]
    notes = [fact for one in told for fact in one if fact.key == "translation"]
    # The same facts in every language, in the same order: a row is one fact in each.
    name, *rows = zip(*([fact for fact in one if fact.key != "translation"] for one in told), strict=True)
    title = _together([inline(fact.value) for fact in name])
    table = "\n".join(_table(tags, rows))
    return "\n\n".join([f"# {title}", *([table] if rows else []), *(block(fact.value) for fact in notes)]) + "\n"


def _table(tags: list[str], rows: list[tuple[Fact, ...]]) -> Iterator[str]:
    yield _row("", [words.of(tag).language_name(tag) for tag in tags])
    yield _row("---", ["---"] * len(tags))
    section = None
    for row in rows:
        if row[0].section != section and row[0].section.title and row[0].section.title != row[0].label:
            yield _row(_together([f"**{inline(fact.section.title)}**" for fact in row]), [""] * len(row))
        section = row[0].section
        if not section.title or row[0].parts != (section.title,):
            yield from _rows(tags, row)


def _rows(tags: list[str], row: tuple[Fact, ...]) -> Iterator[str]:
    """A fact in every language: a row for each of its parts, as long as the languages have equally many."""
    label = _together([inline(fact.label) for fact in row])
    if row[0].form == "image":
        yield _row(label, [image(fact) for fact in row])
        return
    cells = [[inline(capital(words.of(tag), part)) for part in fact.parts] for tag, fact in zip(tags, row, strict=True)]
    if len({len(parts) for parts in cells}) > 1:
        cells = [[" ".join(parts)] for parts in cells]
    for parts in zip(*cells, strict=True):
        yield _row(label, list(parts))
        label = ""


def _row(label: str, cells: list[str]) -> str:
    return f"| {' | '.join((label, *cells))} |"


def _together(said: list[str]) -> str:
    """What is said in every language, once where it is the same."""
    return " / ".join(dict.fromkeys(said))
