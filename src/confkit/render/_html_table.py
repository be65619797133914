"""Two languages side by side as HTML: for a page that readers of both share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.facts import plain
from confkit.render._html import Values
from confkit.render._markup import article, element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts import Runs
    from confkit.model import Conference
    from confkit.render._table import Group, Row, Table

__all__ = ["html_table"]


def html_table(conference: Conference, table: Table) -> str:
    """Return a table as an article; each cell, heading and label says which language it is in."""
    columns = [Values(words=speech, conference=conference) for speech in table.speeches]
    lines = [
        element("h1", _together(columns, tuple(fact.value for fact in table.name.told))),
        *(_table(columns, table) if table.groups else ()),
        *(_note(Values(words=speech, conference=conference), fact.value) for speech, fact in table.notes),
    ]
    return article(table.speeches[0].tag, lines)


def _table(columns: list[Values], table: Table) -> Iterator[str]:
    yield "<table>"
    heads = (
        element("th", column.words.language_name(column.words.tag), scope="col", lang=column.words.tag)
        for column in columns
    )
    yield f"<thead>\n<tr><td></td>{''.join(heads)}</tr>\n</thead>"
    for group in table.groups:
        yield "<tbody>"
        yield from _group(columns, group)
        yield "</tbody>"
    yield "</table>"


def _group(columns: list[Values], group: Group) -> Iterator[str]:
    if group.titles:
        title = _together(columns, group.titles)
        yield element("tr", element("th", title, scope="rowgroup", colspan=str(len(columns) + 1)))
    for row in group.rows:
        cells = [column.items(fact) for column, fact in zip(columns, row.told, strict=True)]
        if not row.even:
            cells = [("".join(element("p", part) for part in parts),) for parts in cells]
        yield from _rows(columns, row, cells)


def _rows(columns: list[Values], row: Row, cells: list[tuple[str, ...]]) -> Iterator[str]:
    """A fact in every language: a row for each of its parts, the label beside them all."""
    span = str(len(cells[0])) if len(cells[0]) > 1 else None
    # A line for each language, since browsers break Chinese words anywhere.
    head = element("th", _together(columns, row.labels, between="<br>"), scope="row", rowspan=span)
    for parts in zip(*cells, strict=True):
        said = (element("td", part, lang=column.words.tag) for column, part in zip(columns, parts, strict=True))
        yield element("tr", head + "".join(said))
        head = ""


def _together(columns: list[Values], said: tuple[Runs, ...], *, between: str = " / ") -> str:
    """What is said in every language, once where it is the same; each in its own, the first in the article's."""
    first, *_ = columns
    shown = {plain(runs): (column, runs) for column, runs in zip(reversed(columns), reversed(said), strict=True)}
    parts = (
        column.said(runs) if column is first else element("span", column.said(runs), lang=column.words.tag)
        for column, runs in reversed(shown.values())
    )
    return between.join(parts)


def _note(values: Values, runs: Runs) -> str:
    return element("p", element("small", values.clear(runs)), lang=values.words.tag)
