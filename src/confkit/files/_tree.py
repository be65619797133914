"""What every format is read into: mappings, lists and scalars that still know how they were written."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, TypeAlias

from confkit import errors

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "Dated",
    "Plain",
    "Tree",
    "as_bool",
    "as_float",
    "as_int",
    "core",
    "is_deeper",
    "is_null",
    "is_number",
    "is_whole",
    "shown",
]


class Plain(str):
    """A YAML scalar written without quotes: the type of its field decides what it is, never the look of it."""

    __slots__ = ()


class Dated(str):
    """The text of a TOML date or time."""

    __slots__ = ()


Tree: TypeAlias = "bool | int | float | str | list[Tree] | dict[str, Tree] | None"
"""A document as read."""

_SHOWN = 80
_MOST_DIGITS = 4300
"""Python turns no more digits into a number."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def core(text: str) -> bool | int | float | str | None:
    """Return what a plain scalar means where no field says so (YAML 1.2.2, 10.3.2, the core schema).

    Raises:
        ValueError: a number that JSON cannot hold: not finite, or of thousands of digits.
    """
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text):
        return as_int(text)
    if _OTHER_BASE.fullmatch(text):
        return as_int(text, 0)
    if _FLOAT.fullmatch(text):
        return as_float(text)
    if _NO_NUMBER.fullmatch(text):
        raise ValueError(text)
    return str(text)


def is_null(text: str) -> bool:
    """Return whether a plain scalar says that there is nothing."""
    return text in _NULL


def as_bool(text: str) -> bool | None:
    """Return the truth value a plain scalar states, or ``None``."""
    return _BOOL.get(text)


def as_int(text: str, base: int = 10) -> int:
    """Return a whole number, unless it is too long to be one."""
    if len(text) > _MOST_DIGITS:
        raise ValueError(text[:_SHOWN])
    return int(text, base)


def as_float(text: str) -> float:
    """Return a finite number."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text[:_SHOWN])
    return value


def is_whole(text: str) -> bool:
    """Return whether a plain scalar is a whole number in decimal digits."""
    return _INT.fullmatch(text) is not None


def is_number(text: str) -> bool:
    """Return whether a plain scalar is a number in decimal digits."""
    return _FLOAT.fullmatch(text) is not None


def is_deeper(tree: Tree, depth: int) -> bool:
    """Return whether more than ``depth`` lists and mappings stand inside one another."""
    level = _collections([tree])
    for _ in range(depth):
        level = _collections(child for node in level for child in (node.values() if isinstance(node, dict) else node))
    return bool(level)


def shown(value: object) -> str:
    """Return how a message shows a value: as a file holds it, shortened."""
    return errors.shown(str(value).lower() if isinstance(value, bool) else value)


def _collections(nodes: Iterable[Tree]) -> list[list[Tree] | dict[str, Tree]]:
    return [node for node in nodes if isinstance(node, dict | list)]
