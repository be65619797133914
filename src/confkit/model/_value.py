"""What every value of the model is: equal by its fields, hashed by them, shown by those that say something."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Value"]


class Value:
    """Equal to another of its class with equal fields, and shown by the fields that differ from their defaults.

    Written once here rather than generated for each class, which takes a twentieth off the time of ``import confkit``.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        kind: Any = type(self)  # mypy takes the __hash__ of a value for that of its class
        compared = _compared(kind)
        return compared(self) == compared(other)

    def __hash__(self) -> int:
        kind: Any = type(self)  # mypy takes the __hash__ of a value for that of its class
        return hash((kind, _hashed(kind)(self)))

    def __repr__(self) -> str:
        shown = (
            f"{field.name}={getattr(self, field.name)!r}"
            for field in _fields(type(self))
            if field.repr and not _is_default(self, field)
        )
        return f"{type(self).__name__}({', '.join(shown)})"


def _fields(kind: type) -> tuple[attrs.Attribute[Any], ...]:
    found: tuple[attrs.Attribute[Any], ...] = attrs.fields(kind)
    return found


@functools.cache
def _compared(kind: type) -> Callable[[object], object]:
    return operator.attrgetter(*(field.name for field in _fields(kind) if field.eq))


@functools.cache
def _hashed(kind: type) -> Callable[[object], object]:
    """A field may count for equality and not for the hash (``hash=False``): what it holds has none."""
    return operator.attrgetter(*(field.name for field in _fields(kind) if field.eq and field.hash is not False))


def _is_default(instance: object, field: attrs.Attribute[Any]) -> bool:
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # attrs types Factory as a function
        default = default.factory(instance) if default.takes_self else default.factory()
    return bool(getattr(instance, field.name) == default)
