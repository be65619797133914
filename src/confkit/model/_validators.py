"""Validators and converters for the fields of the model.

Messages begin with the name of the field, and hints say what to write.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from confkit._internet_addresses import MAILTO, WEB_URL, url_problem
from confkit.errors import (
    Finding,
    InvalidValueError,
    invalid,
    refuse_surrogates,
    type_name,
    types_in_words,
    value_text,
)
from confkit.model.zones import zone

if TYPE_CHECKING:
    import attrs

__all__: list[str] = []

Validator: TypeAlias = "Callable[[object, attrs.Attribute[Any], Any], None]"
S = TypeVar("S")
T = TypeVar("T")


def one_of(*allowed: str) -> Validator:
    """Return a validator that accepts the ``allowed`` words only."""

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value not in allowed:
            raise invalid(
                "value.choice",
                f"{attribute.name} must be one of {', '.join(allowed)}",
                path=attribute.name,
                value=value,
                hint=f"write {_most_similar(value, allowed)}",
            )

    check.allowed = allowed  # type: ignore[attr-defined]  # the JSON Schema reads it
    return check


def is_a(*types: type, optional: bool = False) -> Validator:
    """Return a validator that accepts instances of the types, and also ``None`` if ``optional`` is true."""
    names = types_in_words(*types)

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is None and optional:
            return
        wrong_bool = isinstance(value, bool) and bool not in types
        wrong_datetime = isinstance(value, dt.datetime) and dt.datetime not in types
        if wrong_bool or wrong_datetime or not isinstance(value, types):
            raise invalid(
                "value.type",
                f"{attribute.name} must be {names}, not {type_name(value)}",
                path=attribute.name,
                value=value,
                hint=_how_to_write(types),
            )

    return check


def pattern(expression: str, code: str, rule: str, hint: str, *, optional: bool = False) -> Validator:
    """Return a validator that accepts text that matches the regular expression from start to end.

    The validator also accepts ``None`` if ``optional`` is true. ``code`` is the code of the error about wrong text, and
    ``rule`` completes the message "<field> must be ...".
    """

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is None and optional:
            return
        if not isinstance(value, str) or re.fullmatch(expression, value) is None:
            raise invalid(code, f"{attribute.name} must be {rule}", path=attribute.name, value=value, hint=hint)
        refuse_surrogates(attribute.name, value)

    check.pattern = expression  # type: ignore[attr-defined]  # the JSON Schema reads it
    return check


SLUG = r"[a-z0-9]+(?:[._-][a-z0-9]+)*"
"""A regular expression for ids, which become file names and parts of the UIDs of calendar entries."""


def _slug(*, optional: bool = False) -> Validator:
    """Return a validator that accepts ids, and also ``None`` if ``optional`` is true."""
    rule = "lower-case letters and digits, joined by single hyphens, underscores or dots"
    return pattern(SLUG, "id.slug", rule, "write it like pytorch-day-china-2025", optional=optional)


slug = _slug()
optional_slug = _slug(optional=True)

KIND = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
"""A regular expression for kinds, such as ``camera_ready``, in fields that allow words beyond the known kinds."""

kind = pattern(
    KIND,
    "kind.name",
    "a lower-case word, its parts joined by underscores",
    "write it like camera_ready",
)


def url(*, mail: bool = False, optional: bool = False) -> Validator:
    """Return a validator that accepts complete http and https URLs.

    The validator also accepts links to e-mail addresses if ``mail`` is true, and ``None`` if ``optional`` is true.
    """

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is None and optional:
            return
        problem = url_problem(value, mail=mail)
        if problem is not None:
            code, message, hint = problem
            raise invalid(code, f"{attribute.name} {message}", path=attribute.name, value=value, hint=hint)
        refuse_surrogates(attribute.name, str(value))

    check.pattern = f"{WEB_URL}|{MAILTO}" if mail else WEB_URL  # type: ignore[attr-defined]  # the JSON Schema reads it
    return check


link_url = url(mail=True)
web_url = url()
optional_web_url = url(optional=True)


def timezone(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a key of the IANA time zone database, or ``None``."""
    if value is not None:
        try:
            zone(value)  # type: ignore[arg-type]  # zone() itself refuses what is not text
        except InvalidValueError as error:
            raise in_field(attribute.name, error) from None


def not_blank(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept text that contains more than spaces, or ``None``."""
    if value is None:
        return
    if not isinstance(value, str):
        raise invalid(
            "value.type",
            f"{attribute.name} must be text, not {type_name(value)}",
            path=attribute.name,
            value=value,
            hint="write it in quotes",
        )
    if not value.strip():
        raise invalid(
            "text.empty",
            f"{attribute.name} must not be empty",
            path=attribute.name,
            value=value,
            hint="leave the field out if it has no value",
        )
    refuse_surrogates(attribute.name, value)


def as_string(text: object, value_name: str) -> str:
    """Return the argument of a ``parse`` method unchanged if the argument is a string.

    ``value_name`` is the name of the parsed value in error messages, such as "a date".

    Raises:
        InvalidValueError: The argument is not a string.
    """
    if not isinstance(text, str):
        raise invalid(
            "value.type",
            f"{value_name} is read from text, not {type_name(text)}",
            value=text,
            hint="write it in quotes",
        )
    return text


def in_field(name: str, error: InvalidValueError) -> InvalidValueError:
    """Return a copy of an error with the field ``name`` put before the key path of each finding."""
    return InvalidValueError(*(finding.under(name) for finding in error.findings))


def as_tuple(name: str, values: Iterable[T], items: str) -> tuple[T, ...]:
    """Convert the value of the field ``name`` to a tuple. ``items`` says in error messages what the field contains.

    Raises:
        InvalidValueError: The value cannot be iterated, or is text, bytes or a mapping.
    """
    if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
        raise invalid(
            "value.type",
            f"{name} must be a list of {items}, not {type_name(values)}",
            path=name,
            value=values,
            hint="write a list or a tuple",
        )
    return tuple(values)


def tuple_of(name: str, values: Iterable[T], kind_: type[T]) -> tuple[T, ...]:
    """Convert the value of the field ``name`` to a tuple of instances of the class ``kind_``.

    Raises:
        InvalidValueError: The value is not a list, or contains items of other classes; each wrong item is a finding.
    """
    items = as_tuple(name, values, kind_.__name__)
    wrong = [
        Finding(
            code="value.type",
            message=f"{name}[{number}] must be {kind_.__name__}, not {type_name(item)}",
            path=f"{name}[{number}]",
            value=value_text(item),
            hint=_how_to_write((kind_,)),
        )
        for number, item in enumerate(items)
        if not isinstance(item, kind_)
    ]
    raise_findings(wrong)
    return items


def convert_each(name: str, items: Iterable[S], convert: Callable[[S], T]) -> Iterator[T]:
    """Yield the results of ``convert`` for the items of the field ``name``.

    Raises:
        InvalidValueError: Some items could not be converted. The error is raised after the last item, with the findings
            of all items.
    """
    findings: list[Finding] = []
    for number, item in enumerate(items):
        try:
            yield convert(item)
        except InvalidValueError as error:
            findings.extend(finding.under(f"{name}[{number}]") for finding in error.findings)
    raise_findings(findings)


def distinct(key: str) -> Validator:
    """Return a validator that accepts tuples of items with different keys.

    ``key`` is the name of a field of the items, such as "id". Each repeated key is a finding.
    """

    def check(_: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
        raise_findings(_duplicates(attribute.name, [getattr(item, key) for item in value], key))

    return check


def history_in_order(_: object, attribute: attrs.Attribute[Any], value: tuple[Any, ...]) -> None:
    """Accept the rows of a history in the order of their dates, the oldest row first."""
    days = [row.replaced for row in value]
    if days != sorted(days):
        raise invalid(
            "history.order",
            "the rows of a history must be in order",
            path=attribute.name,
            value=", ".join(str(day) for day in days),
            hint="write the oldest row first",
        )


def _duplicates(field: str, names: Iterable[str], key: str) -> list[Finding]:
    """Return a finding for each repeated name. ``names`` are the values of ``key`` in the items of ``field``."""
    seen: dict[str, int] = {}
    findings = []
    for number, name in enumerate(names):
        if name in seen:
            findings.append(
                Finding(
                    code="id.duplicate",
                    message=f"{field}[{seen[name]}] has the same {key}",
                    path=f"{field}[{number}].{key}",
                    value=value_text(name),
                    hint=f"give each of the {field} its own {key}",
                )
            )
        seen.setdefault(name, number)
    return findings


def raise_findings(findings: Iterable[Finding]) -> None:
    """Raise one `InvalidValueError` with all findings; do nothing if there are no findings."""
    errors = tuple(findings)
    if errors:
        raise InvalidValueError(*errors)


def _most_similar(value: object, allowed: tuple[str, ...]) -> str:
    """Return the allowed word that is most similar to a wrong value, or the first word if no word is similar."""
    from difflib import get_close_matches  # deferred: only a wrong value needs it, and it takes a millisecond to import

    return next(iter(get_close_matches(str(value), allowed, n=1, cutoff=0.5)), allowed[0])


_EXAMPLES: dict[type, str] = {
    bool: "True or False",
    int: "a whole number",
    dt.date: "datetime.date(2025, 6, 7)",
    dt.time: "datetime.time(23, 59)",
}


def _how_to_write(types: tuple[type, ...]) -> str:
    """Return a hint that says how to create a value of one of the types."""
    examples = (
        _EXAMPLES.get(kind_)
        or (f"{kind_.__name__}.parse(...)" if hasattr(kind_, "parse") else f"{kind_.__name__}(...)")
        for kind_ in types
    )
    return f"write {' or '.join(examples)}"
