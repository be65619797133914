"""What the fields of the model accept: validators that name the field and the way out, converters for sequences."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, TypeVar

import attrs

from confkit.errors import Finding, InvalidValueError, invalid

__all__ = ["Pairs", "Readable"]

Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""Names with values, in order; a mapping in files."""

Validator: TypeAlias = "Callable[[object, attrs.Attribute[Any], Any], None]"
T = TypeVar("T")


class Readable:
    """Gives values a ``repr`` that shows only the fields that say something."""

    __slots__ = ()

    def __repr__(self) -> str:
        shown = (
            f"{field.name}={getattr(self, field.name)!r}"
            for field in attrs.fields(type(self))  # type: ignore[arg-type]  # only attrs classes inherit this
            if not _is_default(self, field)
        )
        return f"{type(self).__name__}({', '.join(shown)})"


def _is_default(instance: object, field: attrs.Attribute[Any]) -> bool:
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # attrs types Factory as a function
        default = default.factory(instance) if default.takes_self else default.factory()
    return bool(getattr(instance, field.name) == default)


def one_of(*allowed: str) -> Validator:
    """Accept one of a closed set of words."""

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value not in allowed:
            raise invalid(
                "value.choice",
                f"{attribute.name} must be one of {', '.join(allowed)}",
                path=attribute.name,
                value=value,
                hint=f"write {_nearest(value, allowed)}",
            )

    check.allowed = allowed  # type: ignore[attr-defined]  # the JSON Schema reads it
    return check


def is_a(*types: type, optional: bool = False) -> Validator:
    """Accept instances of the types; ``None`` too if ``optional``."""
    names = " or ".join(kind.__name__ for kind in types)

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is None and optional:
            return
        wrong_bool = isinstance(value, bool) and bool not in types
        wrong_datetime = isinstance(value, dt.datetime) and dt.datetime not in types
        if wrong_bool or wrong_datetime or not isinstance(value, types):
            raise invalid(
                "value.type",
                f"{attribute.name} must be {names}, not {type(value).__name__}",
                path=attribute.name,
                value=value,
                hint=_parse_hint(types),
            )

    return check


def pattern(expression: str, code: str, says: str, hint: str, *, optional: bool = False) -> Validator:
    """Accept text that matches the whole ``expression``; ``says`` completes the sentence "<field> must be ..."."""

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is None and optional:
            return
        if not isinstance(value, str) or re.fullmatch(expression, value) is None:
            raise invalid(code, f"{attribute.name} must be {says}", path=attribute.name, value=value, hint=hint)

    check.pattern = expression  # type: ignore[attr-defined]  # the JSON Schema reads it
    return check


SLUG = r"[a-z0-9]+(?:[._-][a-z0-9]+)*"
"""Identifiers: they become file names and parts of stable calendar identities."""

slug = pattern(
    SLUG,
    "id.slug",
    "lower-case letters and digits, joined by single hyphens, underscores or dots",
    "write it like pytorch-day-china-2025",
)
optional_slug = pattern(
    SLUG,
    "id.slug",
    "lower-case letters and digits, joined by single hyphens, underscores or dots",
    "write it like pytorch-day-china-2025",
    optional=True,
)
kind = pattern(
    r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*",
    "kind.name",
    "a lower-case word, its parts joined by underscores",
    "write it like camera_ready",
)
URL = r"(?i:https?)://[^\s/?#<>\"\\^`{|}\x00-\x20\x7f]+[^\s<>\"\\^`{|}\x00-\x20\x7f]*"
MAILTO = r"(?i:mailto):[^\s@<>\"\\^`{|}\x00-\x20\x7f]+@[^\s@<>\"\\^`{|}\x00-\x20\x7f]+"
link_url = pattern(
    f"{URL}|{MAILTO}",
    "link.scheme",
    "a whole http, https or mailto address without spaces",
    "write it like https://example.org/ or mailto:hello@example.org",
)
web_url = pattern(
    URL, "link.scheme", "a whole http or https address without spaces", "write it like https://example.org/"
)
optional_web_url = pattern(
    URL,
    "link.scheme",
    "a whole http or https address without spaces",
    "write it like https://example.org/",
    optional=True,
)


def timezone(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a key of the IANA time zone database, or ``None``."""
    if value is not None:
        from confkit.model.zones import zone  # deferred: zones.py reads the list of keys, which most values never need

        try:
            zone(value)  # type: ignore[arg-type]  # zone() itself refuses what is not text
        except InvalidValueError as error:
            raise InvalidValueError(*(f.under(attribute.name) for f in error.findings)) from None


def filled(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept text that holds more than blanks, or ``None``."""
    if value is None:
        return
    if not isinstance(value, str) or not value.strip():
        raise invalid(
            "text.empty",
            f"{attribute.name} must be text that says something",
            path=attribute.name,
            value=value,
            hint="leave the field out if there is nothing to say",
        )
    writable(attribute.name, value)


def writable(name: str, value: str) -> None:
    """Refuse lone surrogates: no file, calendar or mail can hold them (Unicode 3.9, D76)."""
    if not value.isascii() and re.search("[\ud800-\udfff]", value):
        raise invalid(
            "text.surrogate",
            f"{name} holds half a character (a lone surrogate)",
            path=name,
            value=value,
            rule="Unicode 3.9 D76",
            hint="write the whole character",
        )


def string(text: object, what: str) -> str:
    """Return ``text`` if it is a string; ``what`` says what it should have said."""
    if not isinstance(text, str):
        raise invalid("value.type", f"{what} is read from text", value=text)
    return text


def sequence(values: Iterable[T], kind_: type[T]) -> tuple[T, ...]:
    """Return ``values`` as a tuple, or raise with every item that is no ``kind_``."""
    if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
        raise invalid("value.type", f"must be several of {kind_.__name__}", value=values, hint="write a list")
    items = tuple(values)
    wrong = [
        Finding(
            code="value.type",
            message=f"must be {kind_.__name__}, not {type(item).__name__}",
            path=f"[{number}]",
            value=repr(item),
        )
        for number, item in enumerate(items)
        if not isinstance(item, kind_) or (isinstance(item, bool) and kind_ is not bool)
    ]
    if wrong:
        raise InvalidValueError(*wrong)
    return items


def unique(what: str, names: Iterable[str], key: str = "id") -> list[Finding]:
    """Return a finding for each name that stands twice; ``what`` is the path of the sequence."""
    seen: dict[str, int] = {}
    findings = []
    for number, name in enumerate(names):
        if name in seen:
            findings.append(
                Finding(
                    code="id.duplicate",
                    message=f"{what}[{seen[name]}] has the same {key}",
                    path=f"{what}[{number}].{key}",
                    value=repr(name),
                    hint=f"give each of the {what} its own {key}",
                )
            )
        seen.setdefault(name, number)
    return findings


def refuse(findings: Iterable[Finding]) -> None:
    """Raise one `InvalidValueError` with all findings, if there are any."""
    found = tuple(findings)
    if found:
        raise InvalidValueError(*found)


def pairs(values: Mapping[str, str] | Iterable[tuple[str, str]]) -> Pairs:
    """Return names with values as a tuple of pairs, in the order given; names are unique."""
    found = tuple(values.items()) if isinstance(values, Mapping) else tuple((name, value) for name, value in values)
    for name, value in found:
        for part in (name, value):
            if not isinstance(part, str) or not part.strip():
                raise invalid("value.type", "must be names with values, both text", value=part, hint="write a mapping")
    if len(dict(found)) != len(found):
        raise invalid("id.duplicate", "a name stands twice", value=[name for name, _ in found])
    return found  # pyright: ignore[reportReturnType]  # it takes an iterable of pairs for a mapping from pairs


def _nearest(value: object, allowed: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # deferred: only a wrong value needs it, and it takes a millisecond to import

    return next(iter(get_close_matches(str(value), allowed, n=1, cutoff=0.5)), allowed[0])


def _parse_hint(types: tuple[type, ...]) -> str:
    parsing = [kind_.__name__ for kind_ in types if hasattr(kind_, "parse")]
    return " or ".join(f"{name}.parse(...)" for name in parsing)
