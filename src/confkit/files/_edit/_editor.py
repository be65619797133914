"""What a change replaces in a text: the styles of all formats brought together, and what none of them may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from confkit.errors import FileError
from confkit.files._converter import converter
from confkit.files._edit._block import Blocks
from confkit.files._edit._flow import Brackets
from confkit.files._edit._json import JsonPen
from confkit.files._edit._node import has_comment, has_quoted_keys, preceding
from confkit.files._edit._tables import Tables
from confkit.files._edit._toml import TomlPen
from confkit.files._edit._yaml import QuotedPen, YamlPen
from confkit.files._fields import fields_of
from confkit.model import Pending, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.files._edit._change import Plan
    from confkit.files._edit._node import Entry, Node, Splice
    from confkit.files._path import Path
    from confkit.files._source import Source
    from confkit.files._tree import Tree

__all__ = ["Editor"]


class _Hand(Protocol):
    """Changes what is set in one style."""

    def replaced(self, mapping: Node, key: str, value: Tree, after: Entry) -> list[Splice]:
        """Return what puts a value in the place of another one; one that must move goes below ``after``."""
        ...

    def added(self, mapping: Node, after: Entry, key: str, value: Tree) -> list[Splice]:
        """Return what adds a key and its value below an entry."""
        ...

    def appended(self, mapping: Node, key: str, row: Tree, like: str) -> list[Splice]:
        """Return what adds a row to a list; ``like`` is the text of a date of the file."""
        ...


class Editor:
    """Says what a change replaces in a text, and refuses what could not be seen to be right."""

    def __init__(self, source: Source, root: Node, language: str) -> None:
        text = source.text
        self._source = source
        self._root = root
        self._language = language
        self._block: _Hand
        if source.format == "yaml":
            in_brackets, quoted = YamlPen(flow=True), QuotedPen(text)
            self._flow: _Hand = Brackets(text, in_brackets)
            self._quoted: _Hand = Brackets(text, quoted)
            self._block = Blocks(text, root, YamlPen(flow=False), in_brackets, quoted)
        else:
            pen = TomlPen() if source.format == "toml" else JsonPen(text)
            self._flow = self._quoted = Brackets(text, pen)
            self._block = Tables(text, pen)

    def splices(self, path: Path, made: Plan) -> Iterator[Splice]:
        """Yield what a change replaces in the mapping at ``path``."""
        mapping = self._found(path)
        order = [field.key for field in fields_of(made.kind)]
        hand = self._hand(mapping)
        for key, value in made.values.items():
            after = preceding(mapping, key, order)
            if key in mapping.entries:
                yield from self._replaced(hand, mapping, key, self._tree(value), after)
            else:
                yield from hand.added(mapping, after, key, self._tree(value))
        row = self._row(made)
        if "history" not in mapping.entries:
            yield from hand.added(mapping, preceding(mapping, "history", order), "history", [row])
            return
        rows = self._own(mapping.entries["history"].value)
        date = mapping.entries.get("at")
        like = self._source.text[date.value.start : date.value.end] if date else ""
        hand = self._hand(mapping if mapping.form == "flow" else rows)
        yield from self._kept(hand.appended(mapping, "history", row, like), rows)

    def _hand(self, node: Node) -> _Hand:
        """Return what changes a mapping or a list in its style."""
        if node.form != "flow":
            return self._block
        return self._quoted if has_quoted_keys(self._source.text, node) else self._flow

    def _replaced(self, hand: _Hand, mapping: Node, key: str, value: Tree, after: Entry) -> Iterator[Splice]:
        old = mapping.entries[key].value
        if old.shared:
            self._refuse_shared(old)
        if mapping.form == "flow" and old.form == "block":
            self._refuse(old, "edit.parts", "this value is written in parts", "write it as one value in braces")
        yield from self._kept(hand.replaced(mapping, key, value, after), old)

    def _found(self, path: Path) -> Node:
        """Return the mapping at a path, which nothing but this path leads to."""
        node = self._own(self._root)
        for step in path:
            node = self._own(node.items[step] if isinstance(step, int) else node.entries[step].value)
        return node

    def _own(self, node: Node) -> Node:
        if node.form == "alias" or node.shared:
            self._refuse_shared(node)
        return node

    def _kept(self, splices: list[Splice], old: Node) -> list[Splice]:
        """Return splices that take no comment away."""
        if any(has_comment(self._source.text, splice, old) for splice in splices):
            self._refuse(
                old, "edit.comment", "a comment stands inside what would be replaced", "move it to a line above"
            )
        return splices

    def _tree(self, value: Any) -> Tree:
        tree: Tree = converter().unstructure(value)
        if isinstance(value, Pending) and value.rule is not None and isinstance(tree, dict):
            tree["rule"] = self._words(value.rule)
        return tree

    def _row(self, made: Plan) -> Tree:
        """Return a row as the file says it."""
        tree: dict[str, Tree] = converter().unstructure(made.row)
        for key in tree:
            value = getattr(made.row, key)
            tree[key] = self._words(value) if isinstance(value, Text) else self._tree(value)
        return tree

    def _words(self, text: Text) -> Tree:
        """Return words as the document says them: bare in its own language, else under their tags."""
        words: dict[str, Tree] = dict(text.items())
        return words[self._language] if text.languages == (self._language,) else words

    def _refuse_shared(self, node: Node) -> NoReturn:
        self._refuse(
            node,
            "edit.shared",
            "an alias repeats this elsewhere, and the change would be made there too",
            "write it out in both places",
        )

    def _refuse(self, node: Node, code: str, message: str, hint: str) -> NoReturn:
        raise FileError(self._source.finding(code, message, offset=node.start, hint=hint))
