"""Edits of TOML: tomlkit parses a text with all its white space and comments, and writes the same text again.

tomlkit keeps the white space around each item in the ``trivia`` of the item. A new line is appended to the trivia of
the item on the line before. The usual way, an assignment to a table of tomlkit, is not used: it would indent a value
twice, and add a new key below a comment that belongs to the next table.
"""

from __future__ import annotations

import functools
import json
import operator
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn, cast

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, Comment, Date, DateTime, InlineTable, Item, Key, Table, Whitespace

from confkit.errors import FileError
from confkit.files._edit._nodes import line_break
from confkit.files._source import escape_invisible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tomlkit import TOMLDocument

    from confkit.errors import KeyPath
    from confkit.files._source import Source
    from confkit.files._tree import Tree

__all__ = ["edit_toml"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BARE_DATE = re.compile(r"^[ \t]*[A-Za-z_-]+[ \t]*=[ \t]*[0-9]{4}-[0-9]{2}-[0-9]{2}\b", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*\[(?P<array>\[?)(?P<path>[^\]\n]+)\]", re.MULTILINE)
_MOST_TABLES = 1000
"""The largest number of tables beside one another. tomlkit takes a second for 1000, and four times as long for 2000."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_LITERAL = re.compile(r"[ -&(-~]+")


def edit_toml(
    source: Source, path: KeyPath, values: dict[str, Tree], row: dict[str, Tree], order: Sequence[str]
) -> str:
    """Write new values, and a new row of history, into the table at a key path, and return the new text.

    Raises:
        FileError: tomlkit cannot parse the text, or would change other parts of the text; or a comment would be lost;
            or a value to replace is written as several dotted keys in an inline table; or the text has too many tables
            beside one another.
    """
    if _count_tables(source.text) > _MOST_TABLES:
        message = f"the file has more than {_MOST_TABLES:,} tables beside one another, too many for an edit"
        raise FileError(source.finding("edit.tables", message, hint="make the change by hand"))
    document, text = tomlkit.document(), ""
    with suppress(TOMLKitError):
        document = tomlkit.parse(source.text)
        _keep_spaces_after_dates(document.body)
        text = document.as_string()
    _refuse_lost_text(source, text)
    with suppress(TOMLKitError):
        _Table(source, document, path, values).change(values, row, order)
        text = document.as_string()
    is_crlf = source.text.count("\n") == source.text.count("\r\n")
    return re.sub("\r?\n", "\r\n", text) if is_crlf else text  # tomlkit may add lines that end in "\n"


def _refuse_lost_text(source: Source, text: str) -> None:
    """Raise if tomlkit would write a text that differs from the file before anything is edited."""
    if text != source.text:
        pairs = enumerate(zip(source.text, text, strict=False))
        first = next((offset for offset, (old, new) in pairs if old != new), min(len(source.text), len(text)))
        raise FileError(
            source.finding(
                "edit.refused",
                "the library that edits TOML would also change this line; nothing is changed",
                offset=first,
                hint="make the change by hand, then run: confkit check",
            )
        )


def _keep_spaces_after_dates(entries: Iterable[tuple[Key | None, Item]], *, inline: bool = False) -> None:
    """Move the white space after the dates in braces and brackets to where tomlkit writes it.

    tomlkit 0.15 reads this white space into ``comment_ws``, which it writes only for values on their own lines.
    """
    for _, item in entries:
        if isinstance(item, Array):
            _keep_spaces_after_dates([(None, element) for element in item], inline=True)
            for element in item:
                if isinstance(element, Date | DateTime):
                    # An array writes nothing but the text of its elements, and their text is a private attribute.
                    text = element.as_string() + element.trivia.trail.removesuffix("\n")
                    vars(element)["_raw"] = text
        elif isinstance(item, AoT):
            for table in item.body:
                _keep_spaces_after_dates(table.value.body)
        elif isinstance(item, Table | InlineTable):
            _keep_spaces_after_dates(item.value.body, inline=isinstance(item, InlineTable))
        elif inline and isinstance(item, Date | DateTime):
            item.trivia.trail = item.trivia.comment_ws + item.trivia.trail
            item.trivia.comment_ws = ""


def _count_tables(text: str) -> int:
    """Return the largest number of tables that are beside one another.

    Tables are beside one another if they are in the same element of an array of tables, or outside of all arrays.
    """
    tables: dict[tuple[str, ...], int] = {(): 0}
    most = 0
    for match in _HEADING.finditer(text):
        names = tuple(name.strip() for name in match["path"].split("."))
        if match["array"]:
            tables[names] = 0
        else:
            element = next(names[:length] for length in range(len(names), -1, -1) if names[:length] in tables)
            tables[element] += 1
            most = max(most, tables[element])
    return most


class _Table:
    """A TOML table that is being edited; a new value gets the quotes and the surrounding spaces of the old value."""

    def __init__(self, source: Source, document: TOMLDocument, path: KeyPath, values: Iterable[str]) -> None:
        self._source = source
        table = functools.reduce(operator.getitem, path, cast("Any", document))
        self._inline = isinstance(table, InlineTable)
        self._entries: list[tuple[Key | None, Item]] = (table if table is document else table.value).body
        changed = (self._entries[index][1] for key in values for index in self._indexes(key))
        self._old_value = next((item.as_string() for item in changed if not isinstance(item, Table)), "")
        first_key = next(f"{key.as_string()}{key.sep}" for key, _ in self._entries if key is not None)
        self._equals, self._comma = (" = ", ", ") if first_key.endswith((" ", "\t")) else ("=", ",")

    def change(self, values: dict[str, Tree], row: dict[str, Tree], order: Sequence[str]) -> None:
        """Set the values of keys, and add a row to the history.

        ``order`` has the keys of the table in the order of the model. Keys are added last to first: several new lines
        after the same item are each inserted directly after this item.
        """
        history = [self._entries[index][1] for index in self._indexes("history")]
        if not history:
            self._add("history", [row], order)
        elif isinstance(history[0], AoT):
            self._append_table(history[0].body[-1], row)
        else:
            cast("Array", history[0]).append(tomlkit.value(self._text(row)))
        for key, value in reversed(values.items()):
            indexes = self._indexes(key)
            if indexes and not isinstance(self._entries[indexes[0]][1], Table):
                self._replace(indexes[0], value)
            else:
                self._remove(indexes)
                self._add(key, value, order)

    def _indexes(self, key: str) -> list[int]:
        """Return the indexes of the entries for a key; a key that is written with dots may have several entries."""
        return [index for index, (name, _) in enumerate(self._entries) if name is not None and name.key == key]

    def _replace(self, index: int, value: Tree) -> None:
        """Replace the value of an entry; the white space and the comment around the value stay."""
        key, old = self._entries[index]
        new = tomlkit.value(self._text(value))
        for part in ("indent", "comment_ws", "comment", "trail"):
            setattr(new.trivia, part, getattr(old.trivia, part))
        self._entries[index] = (key, new)

    def _add(self, key: str, value: Tree, order: Sequence[str]) -> None:
        """Add a key in the order of the model: after the nearest earlier key whose value is not a table."""
        lines = {name.key: (name, item) for name, item in self._entries if name and not isinstance(item, Table | AoT)}
        name, item = [lines[name] for name in order[: order.index(key)] if name in lines][-1]
        start = self._comma if self._inline else line_break(self._source.text) + item.trivia.indent
        quote = name.as_string()[0] if name.as_string()[0] in {'"', "'"} else ""
        item.trivia.trail = f"{start}{quote}{key}{quote}{self._equals}{self._text(value)}{item.trivia.trail}"

    def _append_table(self, last: Table, row: dict[str, Tree]) -> None:
        """Add a table with the new row to an array of tables, indented like the last table of the array."""
        newline = line_break(self._source.text)
        values = [item for item in _with_inner_items(last) if not isinstance(item, Table | Whitespace | Comment)]
        first = last.value.body[0][1]
        indent = first.trivia.indent if first in values else last.trivia.indent
        pairs = [f"{indent}{key}{self._equals}{self._text(value)}" for key, value in row.items()]
        lines = ["", "", f"{last.trivia.indent}[[{last.display_name}]]", *pairs]
        values[-1].trivia.trail = newline.join(lines) + values[-1].trivia.trail

    def _remove(self, indexes: list[int]) -> None:
        """Remove a value that is a table, and the blank line above the table; comments on their own lines stay."""
        if self._inline and indexes:
            self._refuse(
                "edit.parts", "this value is written as several dotted keys", "write it as one value in braces"
            )
        for index in indexes:
            items = list(_with_inner_items(self._entries[index][1]))
            kept = ""
            while isinstance(items[-1], Whitespace | Comment):
                kept = items.pop().as_string() + kept
            kept = "".join(item.as_string() for item in items if isinstance(item, Comment)) + kept
            if any(item.trivia.comment for item in items if not isinstance(item, Whitespace | Comment)):
                self._refuse(
                    "edit.comment",
                    "a comment inside the old value would be lost",
                    "move the comment to a line above",
                )
            above = self._entries[index - 1][1]
            if not cast("Key", self._entries[index][0]).is_dotted() and isinstance(above, Whitespace):
                self._entries[index - 1] = (None, Whitespace(""))
            self._entries[index] = (None, Whitespace(kept))

    def _refuse(self, code: str, message: str, hint: str) -> NoReturn:
        raise FileError(self._source.finding(code, message, hint=hint))

    def _has_bare_dates(self) -> bool:
        """Whether a date is written without quotes: like the old value if that is a date, else like the other dates."""
        if self._old_value.lstrip("\"'")[:1].isdigit():
            return self._old_value[0].isdigit()
        return _BARE_DATE.search(self._source.text) is not None

    def _text(self, value: Tree) -> str:
        """Return a value as TOML on one line; a date or a text is quoted like the old value."""
        if isinstance(value, list):
            return f"[{self._comma.join(self._text(item) for item in value)}]"
        if isinstance(value, dict):
            pad = " " if "{ " in self._source.text else ""
            pairs = (f"{_key(key)}{self._equals}{self._text(item)}" for key, item in value.items())
            return f"{{{pad}{self._comma.join(pairs)}{pad}}}"
        text = str(value)
        if _DAY.fullmatch(text) and self._has_bare_dates():
            return text
        if self._old_value.startswith("'") and _LITERAL.fullmatch(text):
            return f"'{text}'"
        return escape_invisible(json.dumps(text, ensure_ascii=False))


def _key(key: str) -> str:
    """Return a key as TOML, with quotes if the key needs quotes."""
    return key if _BARE_KEY.fullmatch(key) else json.dumps(key)


def _with_inner_items(item: Item) -> Iterator[Item]:
    """Yield an item and, if the item is a table, all items inside the table, in the order of the text."""
    yield item
    if isinstance(item, Table):
        for _, inner in item.value.body:
            yield from _with_inner_items(inner)
