"""Trees to values and back, in one converter: every field is looked at before anything is built."""

from __future__ import annotations

import datetime as dt
import functools
import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import attrs
import cattrs

from confkit.errors import ConfkitError, FileError, Finding, path_text
from confkit.files import _scalars as scalars
from confkit.files._fields import Field, choices, fields_of, is_required
from confkit.files._limits import MAX_FINDINGS
from confkit.files._partial import PartialError, Unreadable, beside, built, contradictions, partial
from confkit.files._tree import shown
from confkit.model import UND, Days, Hours, Money, PartialDate, Pending, Text, When, canonical_tag

if typing.TYPE_CHECKING:
    from confkit.files._tree import Tree

__all__ = ["converter"]

Hook = Callable[[Any, Any], Any]
Pairs = tuple[tuple[str, str], ...]

_EXACT = 1e15
"""Below this every whole number is a float of its own."""


@functools.lru_cache(maxsize=16)
def converter(language: str = UND) -> cattrs.Converter:
    """Return the converter of files; texts of which no language is said are read as being in ``language``."""
    made = cattrs.Converter(detailed_validation=False)
    made.register_structure_hook_factory(attrs.has, _object_hook)
    made.register_structure_hook_factory(_is_union, _union_hook)
    made.register_structure_hook_factory(_is_tuple, _tuple_hook)
    made.register_structure_hook_func(_is_pairs, _pairs)
    made.register_structure_hook_func(_is_dict, scalars.free)
    for kind, hook in _SCALARS.items():
        made.register_structure_hook(kind, hook)
    made.register_structure_hook(Text, functools.partial(_text, language))
    made.register_structure_hook(When, _when)

    made.register_unstructure_hook_factory(attrs.has, _mapping_hook)
    made.register_unstructure_hook_factory(_is_tuple, _list_hook)
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
}


# ---- reading


def _object_hook(kind: type, made: cattrs.Converter) -> Hook:
    """Return what builds a value from a mapping, once all its fields are right."""
    fields = {field.key: field for field in fields_of(kind)}
    required = [key for key, field in fields.items() if is_required(field)]

    def structure(value: Tree, _: object) -> object:
        if not isinstance(value, dict):
            raise scalars.wrong(f"a mapping with {', '.join(required) or 'any of ' + ', '.join(fields)}", value)
        found = [_missing(key) for key in required if key not in value]
        arguments: dict[str, Any] = {}
        unread = set()
        for key, item in value.items():
            field = fields.get(key)
            if field is None:
                found.append(scalars.unknown(key, fields))
                continue
            refused = _fill(arguments, field, item, made)
            if refused:
                found.extend(refused)
                unread.add(field.attribute.alias or field.attribute.name)
            if len(found) > MAX_FINDINGS:
                break
        if found:
            raise PartialError(value := partial(kind, arguments, unread), *found, *contradictions(value))
        return built(kind, arguments)

    return structure


def _fill(arguments: dict[str, Any], field: Field, item: Tree, made: cattrs.Converter) -> list[Finding]:
    """Put the value of one field among the arguments; return what its type, its converter or its validator refuses."""
    if scalars.is_nothing(item):
        return [] if field.nullable else [_empty(field.key)]
    attribute = field.attribute
    try:
        value = made.structure(item, field.type)
    except ConfkitError as error:
        return [*(one.under(field.key) for one in error.findings), *beside(attribute, error)]
    try:
        if attribute.converter is not None:
            value = cast("Callable[[Any], Any]", attribute.converter)(value)
        if attribute.validator is not None:
            attribute.validator(None, attribute, value)
    except ConfkitError as error:  # both name the attribute themselves
        found = [attrs.evolve(one, path=field.key + one.path.removeprefix(attribute.name)) for one in error.findings]
        # A number that was read is not shown as the file has it.
        return found if isinstance(item, dict | list) else [attrs.evolve(one, value=shown(item)) for one in found]
    arguments[attribute.alias or attribute.name] = value
    return []


def _empty(key: str) -> Finding:
    return Finding(
        code="file.empty_value",
        message="nothing stands after this key",
        path=key,
        hint="write a value, or leave the key out",
    )


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


def _tuple_hook(kind: object, made: cattrs.Converter) -> Hook:
    inner = typing.get_args(kind)[0]

    def structure(value: Tree, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise scalars.wrong("a list", value)
        found: list[Finding] = []
        items: list[Any] = []
        for number, item in enumerate(value):
            try:
                items.append(made.structure(item, inner))
            except ConfkitError as error:
                found.extend(one.under(f"[{number}]") for one in error.findings)
                items.append(error.value if isinstance(error, PartialError) else Unreadable())
            if len(found) > MAX_FINDINGS:
                break
        if found:
            raise PartialError(tuple(items), *found)
        return tuple(items)

    return structure


def _pairs(value: Tree, _: object) -> Pairs:
    if not isinstance(value, dict):
        raise scalars.wrong("a mapping of names to texts", value)
    names = ((path_text((key,)), functools.partial(scalars.filled, key)) for key in value if not key.strip())
    words = ((path_text((key,)), functools.partial(scalars.filled, item)) for key, item in value.items())
    found = tuple(_collected((*names, *words)))
    return tuple(zip(value, found, strict=True))


def _union_hook(kind: object, made: cattrs.Converter) -> Hook:
    """Return what reads ``X | None`` and ``X | Pending``; the key ``pending`` tells."""
    inner = [one for one in choices(kind) if one is not type(None) and one is not Pending]

    def structure(value: Tree, _: object) -> object:
        pending = Pending in choices(kind) and isinstance(value, dict) and "at" not in value
        return made.structure(value, Pending if pending else inner[0])

    return structure


def _text(language: str, value: Tree, _: object) -> Text:
    if isinstance(value, dict):
        reads = ((path_text((tag,)), functools.partial(_tagged, tag, item)) for tag, item in value.items())
        return Text(dict(zip(value, _collected(reads), strict=True)))
    try:
        return Text({language: scalars.text(value, str, "text, or a mapping of languages to texts")})
    except ConfkitError as error:
        raise FileError(*(attrs.evolve(one, path="") for one in error.findings)) from None


def _tagged(tag: str, value: Tree) -> str:
    """Return the words of one language; a finding about the tag stands at the words."""
    try:
        canonical_tag(tag)
    except ConfkitError as error:
        raise FileError(*error.findings) from None
    return scalars.filled(value)


def _when(value: Tree, _: object) -> When:
    if not isinstance(value, dict):
        return _moment_text(value, When)
    found = [_missing(key) for key in _LONG if key not in value]
    found += [scalars.unknown(key, _LONG) for key in value if key not in _LONG]
    parts: list[Any] = []
    try:
        parts += _collected(
            (key, functools.partial(hook, value[key], When)) for key, hook in _LONG.items() if key in value
        )
    except FileError as error:
        found += error.findings
    if found:
        raise FileError(*found)
    moment: When = parts[0]
    return attrs.evolve(moment, raw=parts[1])


_moment_text: Callable[[Tree, object], When] = scalars.parsed(When.parse, "a moment, or {pending: tbd}", year=True)
_LONG: dict[str, Hook] = {"at": _moment_text, "raw": scalars.filled}
"""The mapping that stands for a moment whose source says it in words of its own."""


# ---- writing


def _mapping_hook(kind: type, made: cattrs.Converter) -> Callable[[object], dict[str, Any]]:
    """Return what writes the fields that say something, in the order of the model."""
    fields = [(field, field.attribute.name) for field in fields_of(kind)]

    def unstructure(value: object) -> dict[str, Any]:
        given = ((field, getattr(value, name), field.default(value)) for field, name in fields)
        return {
            field.key: dict(item) if field.type == Pairs or isinstance(item, dict) else made.unstructure(item)
            for field, item, default in given
            if item != default
        }

    return unstructure


def _list_hook(_: type, made: cattrs.Converter) -> Callable[[tuple[object, ...]], list[Any]]:
    return lambda values: [made.unstructure(one) for one in values]


def _shortest(value: float) -> float:
    """Return a number without needless decimals: a file says 39, not 39.0."""
    return int(value) if value.is_integer() and abs(value) < _EXACT else value


def _words(text: Text) -> str | dict[str, str]:
    return dict(text.items()) if text.languages != (UND,) else text.items()[0][1]


def _moment(when: When) -> str | dict[str, str]:
    """Return the text form, or a mapping where the words of the source say more than it does."""
    return str(when) if when.raw is None else {"at": str(when), "raw": when.raw}


def _is_union(kind: object) -> bool:
    return len(choices(kind)) > 1


def _is_pairs(kind: object) -> bool:
    return kind == Pairs


def _is_dict(kind: object) -> bool:
    return typing.get_origin(kind) is dict


def _is_tuple(kind: object) -> bool:
    return kind is tuple or typing.get_origin(kind) is tuple
