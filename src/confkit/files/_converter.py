"""Trees to values and back, in one converter: every field is looked at before anything is built."""

from __future__ import annotations

import datetime as dt
import functools
import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs
import cattrs

from confkit.errors import ConfkitError, FileError, Finding
from confkit.files import _scalars as scalars
from confkit.files._fields import Field, choices, fields_of, is_required
from confkit.files._limits import MAX_FINDINGS
from confkit.files._path import path_text
from confkit.files._tree import Plain, is_null
from confkit.model import UND, Days, Hours, Money, PartialDate, Pending, Text, When, canonical_tag

__all__ = ["converter"]

Hook = Callable[[Any, Any], Any]
Pairs = tuple[tuple[str, str], ...]

_EXACT = 1e15
"""Below this every whole number is a float of its own."""


@functools.lru_cache(maxsize=16)
def converter(language: str = UND) -> cattrs.Converter:
    """Return the converter of files; texts of which no language is said are read as being in ``language``."""
    made = cattrs.Converter(detailed_validation=False)
    made.register_structure_hook_factory(attrs.has, lambda kind: _object_hook(kind, made))
    made.register_structure_hook_factory(_is_union, lambda kind: _union_hook(kind, made))
    made.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_hook(kind, made))
    made.register_structure_hook_func(lambda kind: kind == Pairs, _pairs)
    made.register_structure_hook_func(lambda kind: typing.get_origin(kind) is dict, scalars.free)
    for kind, hook in _SCALARS.items():
        made.register_structure_hook(kind, hook)
    made.register_structure_hook(Text, functools.partial(_text, language))
    made.register_structure_hook(When, _when)

    made.register_unstructure_hook_factory(attrs.has, lambda _: lambda value: _mapping_of(value, made))
    made.register_unstructure_hook_factory(
        _is_tuple, lambda _: lambda values: [made.unstructure(one) for one in values]
    )
    for kind in (Days, Hours, Money, PartialDate):
        made.register_unstructure_hook(kind, str)
    made.register_unstructure_hook(dt.date, dt.date.isoformat)
    made.register_unstructure_hook(float, _shortest)
    made.register_unstructure_hook(Text, _words)
    made.register_unstructure_hook(When, _moment)
    return made


_SCALARS: dict[type, Hook] = {
    str: scalars.text,
    bool: scalars.truth,
    int: scalars.whole,
    float: scalars.real,
    dt.date: scalars.day,
    Days: scalars.parsed(Days.parse, "days", year=True),
    Hours: scalars.parsed(Hours.parse, "hours"),
    Money: scalars.parsed(Money.parse, "an amount"),
}  # fmt: skip


# ---- reading


def _object_hook(kind: type, made: cattrs.Converter) -> Hook:
    """Return what builds a value from a mapping, once all its fields are right."""
    fields = {field.key: field for field in fields_of(kind)}
    required = [key for key, field in fields.items() if is_required(field)]

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise scalars.wrong(f"a mapping with {', '.join(required) or 'any of ' + ', '.join(fields)}", value)
        found = [_missing(key) for key in required if key not in value]
        arguments: dict[str, Any] = {}
        for key, item in value.items():
            field = fields.get(key)
            if field is None:
                found.append(scalars.unknown(key, fields))
                continue
            try:
                _fill(arguments, field, item, made)
            except ConfkitError as error:
                found.extend(_under(field, one) for one in error.findings)
            if len(found) > MAX_FINDINGS:
                break
        if found:
            raise FileError(*found)
        return kind(**arguments)

    return structure


def _fill(arguments: dict[str, Any], field: Field, item: Any, made: cattrs.Converter) -> None:
    """Put the value of one field among the arguments, if the field's own converter and validator take it."""
    if item is None or (isinstance(item, Plain) and is_null(item)):
        if field.nullable:
            return
        raise FileError(
            Finding(
                code="file.empty_value",
                message="nothing stands after this key",
                hint="write a value, or leave the key out",
            )
        )
    value = made.structure(item, field.type)
    attribute = field.attribute
    if attribute.converter is not None:
        value = attribute.converter(value)
    if attribute.validator is not None:
        attribute.validator(None, attribute, value)
    arguments[attribute.alias or attribute.name] = value


def _under(field: Field, finding: Finding) -> Finding:
    """Return a finding of a field as one of its object; a validator names the attribute itself."""
    name = field.attribute.name
    if finding.path == name or finding.path.startswith((f"{name}.", f"{name}[")):
        return attrs.evolve(finding, path=field.key + finding.path[len(name) :])
    return finding.under(path_text((field.key,)))


def _missing(key: str) -> Finding:
    return Finding(
        code="file.missing_key", message="this key is missing here", path=key, hint=f"write {key}: and its value"
    )


def _collected(items: Iterable[tuple[str, Callable[[], Any]]]) -> Iterator[Any]:
    """Yield what each reader gives; raise with all findings at the end, each under the path of its item."""
    found: list[Finding] = []
    for path, read in items:
        try:
            yield read()
        except ConfkitError as error:
            found.extend(one.under(path) for one in error.findings)
        if len(found) > MAX_FINDINGS:
            break
    if found:
        raise FileError(*found)


def _tuple_hook(kind: Any, made: cattrs.Converter) -> Hook:
    inner = typing.get_args(kind)[0]

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise scalars.wrong("a list", value)
        reads = ((f"[{n}]", functools.partial(made.structure, item, inner)) for n, item in enumerate(value))
        return tuple(_collected(reads))

    return structure


def _pairs(value: Any, _: Any) -> Pairs:
    if not isinstance(value, dict):
        raise scalars.wrong("a mapping of names to texts", value)
    reads = ((path_text((key,)), functools.partial(scalars.filled, item)) for key, item in value.items())
    return tuple(zip(value, _collected(reads), strict=True))


def _union_hook(kind: Any, made: cattrs.Converter) -> Hook:
    """Return what reads ``X | None`` and ``X | Pending``; the key ``pending`` tells."""
    inner = [one for one in choices(kind) if one is not type(None) and one is not Pending]

    def structure(value: Any, _: Any) -> Any:
        pending = Pending in choices(kind) and isinstance(value, dict) and "at" not in value
        return made.structure(value, Pending if pending else inner[0])

    return structure


def _text(language: str, value: Any, _: Any) -> Text:
    if isinstance(value, dict):
        reads = ((path_text((tag,)), functools.partial(_tagged, tag, item)) for tag, item in value.items())
        return Text(dict(zip(value, _collected(reads), strict=True)))
    try:
        return Text({language: scalars.text(value, str, "text, or a mapping of languages to texts")})
    except ConfkitError as error:
        raise FileError(*(attrs.evolve(one, path="") for one in error.findings)) from None


def _tagged(tag: str, value: Any) -> str:
    """Return the words of one language; a finding about the tag stands at the words."""
    try:
        canonical_tag(tag)
    except ConfkitError as error:
        raise FileError(*error.findings) from None
    return scalars.filled(value)


def _when(value: Any, _: Any) -> When:
    if not isinstance(value, dict):
        return _moment_text(value, When)
    found = [_missing(key) for key in ("at", "raw") if key not in value]
    found += [scalars.unknown(key, ("at", "raw")) for key in value if key not in {"at", "raw"}]
    reads = [
        (key, functools.partial(hook, value[key], When))
        for key, hook in (("at", _moment_text), ("raw", scalars.filled))
        if key in value
    ]
    try:
        parts = list(_collected(reads))
    except FileError as error:
        found += error.findings
    if found:
        raise FileError(*found)
    return attrs.evolve(parts[0], raw=parts[1])


_moment_text: Hook = scalars.parsed(When.parse, "a moment, or {pending: tbd}", year=True)


# ---- writing


def _mapping_of(value: Any, made: cattrs.Converter) -> dict[str, Any]:
    """Return the fields that say something, in the order of the model."""
    pairs = ((field, getattr(value, field.attribute.name), field.default(value)) for field in fields_of(type(value)))
    return {
        field.key: dict(item) if field.type == Pairs or isinstance(item, dict) else made.unstructure(item)
        for field, item, default in pairs
        if item != default
    }


def _shortest(value: float) -> float:
    """Return a number without needless decimals: a file says 39, not 39.0."""
    return int(value) if value.is_integer() and abs(value) < _EXACT else value


def _words(text: Text) -> str | dict[str, str]:
    return dict(text.items()) if text.languages != (UND,) else text.items()[0][1]


def _moment(when: When) -> str | dict[str, str]:
    """Return the text form, or a mapping where the words of the source say more than it does."""
    if when.raw is None or (when.raw == "24:00" and str(when).partition("T")[2].startswith("24:00")):
        return str(when)
    return {"at": str(attrs.evolve(when, raw=None)), "raw": when.raw}


def _is_union(kind: Any) -> bool:
    return len(choices(kind)) > 1


def _is_tuple(kind: Any) -> bool:
    return kind is tuple or typing.get_origin(kind) is tuple
