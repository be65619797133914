"""Two languages side by side, for readers of both: one table, a row a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, assert_never

from confkit import facts
from confkit.errors import invalid
from confkit.render._arranged import capital
from confkit.render._escape import block, image, inline
from confkit.render._html_table import html_table
from confkit.render._languages import speeches
from confkit.render._table import table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from confkit.model import Conference
    from confkit.render._table import Row, Table

__all__ = ["bilingual"]


def bilingual(
    conference: Conference,
    *,
    languages: Sequence[str] = ("en", "zh"),
    form: Literal["markdown", "html"] = "markdown",
    now: dt.datetime | None = None,
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> str:
    """Return a conference as a table with a column for each language, the last line ended too.

    The table is Markdown (GFM), or an ``article`` element of HTML (see `html`). Each label is given in every language.
    Items of a list have a row each, so that they stand beside their translations. For the other arguments see
    `confkit.facts.of`.

    Raises:
        InvalidValueError: fewer than two languages, or one twice; a form that there is not.

    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01"))
    >>> print(bilingual(day), end="")
    # Example Day
    <BLANKLINE>
    |  | English | 简体中文 |
    | --- | --- | --- |
    | Date / 日期 | Saturday, May 1, 2027 | 2027年5月1日（星期六） |
    """
    if form not in ("markdown", "html"):  # what has no hash is refused too
        raise invalid("render.form", "must be markdown or html", path="form", value=form, hint="write one of these")
    columns = speeches(languages, least=2)
    told = [
        facts.of(conference, language=speech.tag, now=now, zone=zone, default_language=default_language)
        for speech in columns
    ]
    side_by_side = table(columns, told)
    match form:
        case "markdown":
            return _markdown(side_by_side)
        case "html":
            return html_table(conference, side_by_side)
        case _:
            assert_never(form)


def _markdown(table: Table) -> str:
    title = _together([inline(fact.value) for fact in table.name.told])
    lines = "\n".join(_lines(table))
    notes = [block(fact.value) for _, fact in table.notes]
    return "\n\n".join([f"# {title}", *([lines] if table.groups else []), *notes]) + "\n"


def _lines(table: Table) -> Iterator[str]:
    yield _line("", list(table.columns))
    yield _line("---", ["---"] * len(table.speeches))
    for group in table.groups:
        if group.titles:
            yield _line(_together([f"**{inline(title)}**" for title in group.titles]), [""] * len(group.titles))
        for labels, rows in group.labelled():
            label = _together([inline(one) for one in labels])
            for cells in (line for row in rows for line in _cells(table, row)):
                yield _line(label, cells)
                label = ""


def _cells(table: Table, row: Row) -> list[list[str]]:
    """A fact in every language: a line for each of its parts, as long as the languages have equally many."""
    if row.told[0].form == "image":
        return [[image(fact) for fact in row.told]]
    cells = [
        [inline(capital(speech, part)) for part in fact.parts]
        for speech, fact in zip(table.speeches, row.told, strict=True)
    ]
    if not row.even:
        return [[" ".join(parts) for parts in cells]]
    return [list(parts) for parts in zip(*cells, strict=True)]


def _line(label: str, cells: list[str]) -> str:
    return f"| {' | '.join((label, *cells))} |"


def _together(said: list[str]) -> str:
    """What is said in every language, once where it is the same."""
    return " / ".join(dict.fromkeys(said))
