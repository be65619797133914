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
        element("th", name, scope="col", lang=column.words.tag)
        for column, name in zip(columns, table.columns, strict=True)
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
    for labels, rows in group.labelled():
        lines = [line for row in rows for line in _cells(columns, row)]
        span = str(len(lines)) if len(lines) > 1 else None
        # A line for each language, since browsers break Chinese words anywhere.
        if labels:
            head = element("th", _together(columns, labels, between="<br>"), scope="row", rowspan=span)
        else:
            head = element("td", "", rowspan=span)
        for parts in lines:
            said = (element("td", part, lang=column.words.tag) for column, part in zip(columns, parts, strict=True))
            yield element("tr", head + "".join(said))
            head = ""


def _cells(columns: list[Values], row: Row) -> list[tuple[str, ...]]:
    """A fact in every language: a row for each of its parts, as long as the languages have equally many."""
    cells = [column.items(fact) for column, fact in zip(columns, row.told, strict=True)]
    if not row.even:
        cells = [("".join(element("p", part) for part in parts),) for parts in cells]
    return list(zip(*cells, strict=True))


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
