"""The base class of all values of the model. Equality, hash and ``repr`` depend on the fields of a value."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Value"]


class Value:
    """The base class of the model. Two values are equal if their class and their fields are equal.

    ``repr`` leaves out fields that have their default value. attrs could generate these methods for each class, but
    ``import confkit`` is 5 % faster with the methods of this class.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        kind: Any = type(self)  # mypy confuses the __hash__ of values with the __hash__ of classes
        fields = _compared_fields(kind)
        return fields(self) == fields(other)

    def __hash__(self) -> int:
        kind: Any = type(self)  # mypy confuses the __hash__ of values with the __hash__ of classes
        return hash((kind, _hashed_fields(kind)(self)))

    def __repr__(self) -> str:
        shown = (
            f"{field.name}={getattr(self, field.name)!r}"
            for field in _fields(type(self))
            if field.repr and not _is_default(self, field)
        )
        return f"{type(self).__name__}({', '.join(shown)})"


def _fields(kind: type) -> tuple[attrs.Attribute[Any], ...]:
    """Return the fields of a class of the model, with a type that mypy accepts for any class."""
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(kind)
    return fields


@functools.cache
def _compared_fields(kind: type) -> Callable[[object], object]:
    """Return a function that returns the compared fields of a value of the class."""
    return operator.attrgetter(*(field.name for field in _fields(kind) if field.eq))


@functools.cache
def _hashed_fields(kind: type) -> Callable[[object], object]:
    """Return a function that returns the hashed fields of a value: the compared fields without ``extra``.

    ``extra`` is a dict, which has no hash.
    """
    return operator.attrgetter(*(field.name for field in _fields(kind) if field.eq and field.hash is not False))


def _is_default(instance: object, field: attrs.Attribute[Any]) -> bool:
    """Return whether a field of a value has its default value."""
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # attrs types Factory as a function
        default = default.factory(instance) if default.takes_self else default.factory()
    return bool(getattr(instance, field.name) == default)
