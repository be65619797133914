"""The documents of a text, and the offsets at which their values begin, for the positions of findings."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final, cast

import attrs

from confkit.errors import Finding
from confkit.files._tree import Tree

if TYPE_CHECKING:
    from confkit.errors import KeyPath

__all__ = ["Documents", "OffsetTable", "Offsets"]


@attrs.frozen(kw_only=True)
class Offsets:
    """The offsets, in characters from 0, at which a value and the key of this value begin."""

    key: int
    value: int


class OffsetTable:
    """The offsets of all values of a text, in the order of the text.

    The table takes eight bytes of memory for each value, because it stores no key paths. The values are numbered in the
    order of the text, from 0. If a list has the number 7, its first item has the number 8, and its second item the
    number after all values inside the first item. When a key path is looked up, the numbers of the items on this path
    are computed from the trees of the documents, and are kept for later look-ups.
    """

    def __init__(self) -> None:
        self._offsets = array("I")
        self._documents: dict[int, int] = {}
        self._anchors: dict[int, int] = {}
        self._items: dict[int, dict[str | int, int]] = {}

    def add(self, key_offset: int, value_offset: int) -> int:
        """Add the offsets of the next value and of its key, and return the number of the value."""
        self._offsets.extend((key_offset, value_offset))
        return len(self._offsets) // 2 - 1

    def add_document(self, document: int) -> None:
        """Record that a document begins, and that the next value is the whole content of this document."""
        self._documents[document] = len(self._offsets) // 2

    def add_alias(self, alias: int, anchor: int) -> None:
        """Record that the value with the number ``alias`` is a YAML alias of the value with the number ``anchor``.

        The items of the alias are found among the items of the anchor. An ``anchor`` of -1 means that the anchor has no
        offsets, so that no items are found.
        """
        self._anchors[alias] = anchor

    def find(self, path: KeyPath, trees: dict[int, Tree]) -> tuple[Offsets | None, int]:
        """Return the offsets of the innermost existing value on a key path, and how many steps lead to this value.

        The first step of the path is the number of the document. The offsets are ``None`` if there is no such document.
        """
        document, *steps = path or (-1,)
        if not isinstance(document, int) or document not in trees or document not in self._documents:
            return None, 0
        number, tree, length = self._documents[document], trees[document], 1
        for step in steps:
            container, item = self._anchors.get(number, number), _item(tree, step)
            if container < 0 or item is _MISSING:
                break
            number, tree = self._item_numbers(container, tree)[step], cast("Tree", item)
            length += 1
        return Offsets(key=self._offsets[2 * number], value=self._offsets[2 * number + 1]), length

    def _item_numbers(self, number: int, tree: Tree) -> dict[str | int, int]:
        """Return the numbers of the items of a list by index, or of the values of a mapping by key."""
        if number not in self._items:
            numbers: dict[str | int, int] = {}
            item_number = number + 1
            for step, item in tree.items() if isinstance(tree, dict) else enumerate(cast("list[Tree]", tree)):
                numbers[step] = item_number
                item_number += self._count(item_number, item)
            self._items[number] = numbers
        return self._items[number]

    def _count(self, number: int, tree: Tree) -> int:
        """Return the number of values in a tree: the tree itself and all values inside it; an alias counts as one."""
        next_number = number + 1
        if number not in self._anchors:
            for item in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
                next_number += self._count(next_number, item)
        return next_number - number


_MISSING: Final = object()


def _item(tree: Tree, step: str | int) -> object:
    """Return the item of a list or a mapping at an index or a key, or `_MISSING` if there is no such item."""
    if isinstance(tree, dict):
        return tree.get(str(step), _MISSING)
    return tree[step] if isinstance(tree, list) and isinstance(step, int) and step < len(tree) else _MISSING


@attrs.frozen(kw_only=True)
class Documents:
    """The documents of a text as trees, with the findings on syntax and duplicate keys, and the offsets of all values.

    ``trees`` has the trees by the numbers of their documents, from 0. A document that cannot be read has no tree, but
    ``count`` counts it, and a finding gives the reason. ``offsets`` is ``None`` if offsets were not asked for.
    """

    trees: dict[int, Tree]
    count: int
    findings: tuple[Finding, ...] = ()
    offsets: OffsetTable | None = None
