"""The fields of the classes of the model: their keys in files, their types and their defaults."""

from __future__ import annotations

import functools
import types
import typing
from typing import Any

import attrs

from confkit.model import Pending

__all__ = ["Field", "choices", "fields_of", "is_required", "model_class"]

_RENAMED: dict[tuple[type, str], str] = {(Pending, "reason"): "pending"}
"""The keys of fields that have another name in files than in the model.

A pending value is written ``{pending: tbd}``: its key alone distinguishes it from other mappings."""


@attrs.frozen(kw_only=True)
class Field:
    """A field of a class: its key in files, its attrs attribute, and its type."""

    key: str
    attribute: attrs.Attribute[Any]
    type: Any

    @property
    def argument(self) -> str:
        """The name of the argument that sets the field in the constructor."""
        return self.attribute.alias or self.attribute.name

    @property
    def nullable(self) -> bool:
        """Whether the field may be ``None``."""
        return type(None) in choices(self.type)

    def default(self, instance: object) -> object:
        """Return the default of the field; a default may depend on the other fields of ``instance``."""
        default: Any = self.attribute.default
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # attrs types Factory as a function
            return default.factory(instance) if default.takes_self else default.factory()
        return default


@functools.cache
def fields_of(kind: type) -> tuple[Field, ...]:
    """Return the fields of a class of the model, in the order of the class."""
    hints = typing.get_type_hints(kind)
    attributes: dict[str, attrs.Attribute[Any]] = {
        attribute.name: attribute for attribute in attrs.fields(kind) if attribute.init
    }
    return tuple(
        Field(key=_RENAMED.get((kind, name), name), attribute=attribute, type=hints[name])
        for name, attribute in attributes.items()
    )


def model_class(kind: type) -> type:
    """Return the model class of ``kind``: ``kind`` itself, or the model class from which ``kind`` inherits."""
    return next(base for base in kind.__mro__ if base.__module__.startswith("confkit.model."))


def is_required(field: Field) -> bool:
    """Return whether the field has no default."""
    return field.attribute.default is attrs.NOTHING


def choices(kind: Any) -> tuple[Any, ...]:
    """Return the members of a union of types; any other type is returned alone."""
    if typing.get_origin(kind) in {typing.Union, types.UnionType}:
        return typing.get_args(kind)
    return (kind,)
