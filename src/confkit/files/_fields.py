"""What the classes of the model say of themselves: the fields of a file's mapping, under the names that files use."""

from __future__ import annotations

import functools
import types
import typing
from typing import Any

import attrs

from confkit.model import Pending

__all__ = ["Field", "choices", "fields_of", "is_required"]

_RENAMED: dict[tuple[type, str], str] = {(Pending, "reason"): "pending"}
"""Files write {pending: tbd}: there the key alone must tell what the mapping is."""


@attrs.frozen(kw_only=True)
class Field:
    """One field: the key it has in files, its attrs attribute, and its type with every name resolved."""

    key: str
    attribute: attrs.Attribute[Any]
    type: Any

    @property
    def nullable(self) -> bool:
        """Whether the field may be empty."""
        return type(None) in choices(self.type)

    def default(self, instance: object) -> object:
        """Return the default value that the field would have on this instance."""
        default: Any = self.attribute.default
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # attrs types Factory as a function
            return default.factory(instance) if default.takes_self else default.factory()
        return default


@functools.cache
def fields_of(kind: type) -> tuple[Field, ...]:
    """Return the fields of a class of the model, in its order."""
    hints = typing.get_type_hints(kind)
    return tuple(
        Field(key=_key(kind, one.name), attribute=one, type=hints[one.name]) for one in attrs.fields(kind) if one.init
    )


def _key(kind: type, name: str) -> str:
    return _RENAMED.get((kind, name), name)


def is_required(field: Field) -> bool:
    """Return whether the field has no default."""
    return field.attribute.default is attrs.NOTHING


def choices(kind: Any) -> tuple[Any, ...]:
    """Return the members of a union, or the one type that it is."""
    if typing.get_origin(kind) in {typing.Union, types.UnionType}:
        return typing.get_args(kind)
    return (kind,)
