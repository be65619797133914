"""Values that are wrong in part: whatever else is wrong with them is found all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from confkit.errors import ConfkitError, FileError, Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

__all__ = ["PartialError", "Unreadable", "beside", "built", "contradictions", "partial"]


class Unreadable:
    """Stands where a value could not be read: it is something, and nobody knows what."""

    def __getattr__(self, _: str) -> Unreadable:
        return Unreadable()


class PartialError(FileError):
    """What is wrong with a value, and the value as far as it could be read."""

    def __init__(self, value: object, *findings: Finding) -> None:
        super().__init__(*findings)
        self.value = value


def partial(kind: type, arguments: Mapping[str, Any], unread: Collection[str]) -> Any:  # a value of ``kind``
    """Return a value of ``kind`` that holds the arguments, what could not be read, and defaults; nothing checks it."""
    made: object = object.__new__(kind)
    for attribute in attrs.fields(kind):
        name = attribute.alias or attribute.name
        value = arguments[name] if name in arguments else _stand_in(made, attribute, name in unread)
        object.__setattr__(made, attribute.name, value)
    return made


def built(kind: type, arguments: Mapping[str, Any]) -> object:
    """Return a value of ``kind``; what its constructor refuses is told with the value that it would have been."""
    try:
        return kind(**arguments)
    except ConfkitError as error:
        raise PartialError(partial(kind, arguments, ()), *error.findings) from None


def contradictions(value: object) -> tuple[Finding, ...]:
    """Return what the constructor of a value that could be read in part would say of the rest."""
    rules = getattr(value, "__attrs_post_init__", None)
    return _said(rules) if rules else ()


def beside(attribute: attrs.Attribute[Any], error: ConfkitError) -> tuple[Finding, ...]:
    """Return what a field's rule says of the items that could be read (an id that stands twice, say)."""
    validator = attribute.validator
    if validator is None or not isinstance(error, PartialError) or not isinstance(error.value, tuple):
        return ()
    return _said(lambda: validator(None, attribute, error.value))


def _said(rule: Callable[[], object]) -> tuple[Finding, ...]:
    try:
        rule()
    except ConfkitError as error:
        return error.findings
    except (TypeError, AttributeError):  # it needs what could not be read
        return ()
    return ()


def _stand_in(made: object, attribute: attrs.Attribute[Any], unread: bool) -> object:  # noqa: FBT001  # a fact, no switch
    default: Any = attribute.default
    if unread or default is attrs.NOTHING:
        return Unreadable()
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # attrs types its class as a function
        return default.factory(made) if default.takes_self else default.factory()
    return default
