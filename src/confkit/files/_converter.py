"""Conversion of trees to values of the model, and of values of the model to trees.

All fields of a value are read before the value is created, so that all problems of a file are reported at once.
"""

from __future__ import annotations

import datetime as dt
import functools
import typing
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, cast

import attrs
import cattrs

from confkit.errors import ConfkitError, FileError, Finding, UnwritableError, path_text
from confkit.files import _tree
from confkit.files._fields import Field, choices, fields_of, is_required, model_class
from confkit.files._limits import MAX_FINDINGS
from confkit.files._tree import Tree, missing_key, shown_as_written, unknown_key, unknown_keys, wrong_type
from confkit.model import UND, Days, Hours, Money, PartialDate, Pending, Text, When, canonical_tag

__all__ = ["file_converter"]

Hook = Callable[[Any, Any], Any]
Pairs = tuple[tuple[str, str], ...]

_EXACT = 1e15
"""Floats without decimals are written as whole numbers up to this limit; above, the conversion could add digits."""


@functools.lru_cache(maxsize=16)
def file_converter(language: str = UND) -> cattrs.Converter:
    """Return the cattrs converter between trees and the model; ``language`` is the language of untagged texts."""
    converter = cattrs.Converter(detailed_validation=False)
    converter.register_structure_hook_factory(attrs.has, _object_hook)
    converter.register_structure_hook_factory(_is_union, _union_hook)
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    converter.register_structure_hook_func(_is_pairs, _read_pairs)
    converter.register_structure_hook_func(_is_free_data, _tree.read_free_data)
    for kind, hook in _SCALARS.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook(Text, functools.partial(_read_text, language))
    converter.register_structure_hook(When, _read_when)

    converter.register_unstructure_hook_factory(attrs.has, _mapping_hook)
    converter.register_unstructure_hook_factory(_is_tuple, _list_hook)
    for kind in (Days, Hours, Money, PartialDate):
        converter.register_unstructure_hook(kind, str)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(float, _write_float)
    converter.register_unstructure_hook(Text, _write_text)
    converter.register_unstructure_hook(When, _write_when)
    return converter


_SCALARS: dict[type, Hook] = {
    str: _tree.read_text,
    bool: _tree.read_bool,
    int: _tree.read_int,
    float: _tree.read_float,
    dt.date: _tree.read_date,
    Days: _tree.parser(Days.parse, "days", year=True),
    Hours: _tree.parser(Hours.parse, "hours"),
    Money: _tree.parser(Money.parse, "an amount"),
}


# ---- reading: mappings to values


class Unreadable:
    """A placeholder for a value that could not be read, so that the other values can still be checked.

    A placeholder has every attribute, and each attribute is a placeholder too.
    """

    def __getattr__(self, _: str) -> Unreadable:
        return Unreadable()


class PartialError(FileError):
    """An error on a value of which some parts could be read.

    ``value`` is the value, with `Unreadable` in place of the wrong parts.
    """

    def __init__(self, value: object, *findings: Finding) -> None:
        super().__init__(*findings)
        self.value = value


def _object_hook(kind: type, converter: cattrs.Converter) -> Hook:
    """Return the function that reads a mapping as a value of the class ``kind``."""
    fields = {field.key: field for field in fields_of(kind)}
    required = [key for key, field in fields.items() if is_required(field)]

    def read_value(value: Tree, _: object) -> object:
        if not isinstance(value, dict):
            raise wrong_type(f"a mapping with {', '.join(required) or 'any of ' + ', '.join(fields)}", value)
        findings = [missing_key(key) for key in required if key not in value]
        arguments: dict[str, Any] = {}
        unread = set()
        for key, item in value.items():
            field = fields.get(key)
            if field is None:
                findings.append(unknown_key(key, fields))
            elif refused := _read_field(arguments, field, item, converter):
                findings.extend(refused)
                unread.add(field.argument)
            if len(findings) > MAX_FINDINGS:
                break
        if findings:
            raise PartialError(value := _partial(kind, arguments, unread), *findings, *_contradictions(value))
        return _create(kind, arguments)

    return read_value


def _read_field(arguments: dict[str, Any], field: Field, item: Tree, converter: cattrs.Converter) -> list[Finding]:
    """Read a field and add its value to the arguments, or return the findings on the field."""
    if _tree.is_empty(item):
        return [] if field.nullable else [_no_value(field.key)]
    attribute = field.attribute
    try:
        # Not `converter.structure`: each call of it would be one more line of a traceback.
        value = converter.get_structure_hook(field.type)(item, field.type)
    except ConfkitError as error:
        return [*(finding.under(field.key) for finding in error.findings), *_findings_on_items(attribute, error)]
    try:
        if attribute.converter is not None:
            value = cast("Callable[[Any], Any]", attribute.converter)(value)
        if attribute.validator is not None:
            attribute.validator(None, attribute, value)
    except ConfkitError as error:  # here, paths begin with the name of the attribute
        named = ((finding, field.key + finding.path.removeprefix(attribute.name)) for finding in error.findings)
        findings = [attrs.evolve(finding, path=path) for finding, path in named]
        # The message shows the value as the file has it: 200, not 200.0.
        if isinstance(item, dict | list):
            return findings
        return [attrs.evolve(finding, value=shown_as_written(item)) for finding in findings]
    arguments[field.argument] = value
    return []


def _no_value(key: str) -> Finding:
    """Return the finding for a key without a value."""
    return Finding(
        code="file.empty_value", message="this key has no value", path=key, hint="write a value, or leave the key out"
    )


def _create(kind: type, arguments: Mapping[str, Any]) -> object:
    """Create a value of the class ``kind``; if its constructor refuses, the `PartialError` has the unchecked value."""
    try:
        return kind(**arguments)
    except ConfkitError as error:
        raise PartialError(_partial(kind, arguments, ()), *error.findings) from None


def _partial(kind: type, arguments: Mapping[str, Any], unread: Collection[str]) -> Any:  # a value of ``kind``
    """Return a value of the class ``kind`` without checks.

    Its fields have the arguments, or else their defaults; unread and missing fields are `Unreadable`.
    """
    instance: object = object.__new__(kind)
    for field in fields_of(kind):
        if field.argument in arguments:
            value = arguments[field.argument]
        else:
            value = Unreadable() if field.argument in unread or is_required(field) else field.default(instance)
        object.__setattr__(instance, field.attribute.name, value)
    return instance


def _contradictions(value: object) -> tuple[Finding, ...]:
    """Run the checks that compare fields of a value with one another, and return the findings.

    Some of the fields may be `Unreadable`.
    """
    check = getattr(value, "__attrs_post_init__", None)
    return _findings_of(check) if check else ()


def _findings_on_items(attribute: attrs.Attribute[Any], error: ConfkitError) -> tuple[Finding, ...]:
    """Run the validator of a list field on the items that could be read, and return the findings of the validator.

    An example is the finding that two items have the same id.
    """
    validator = attribute.validator
    if validator is None or not isinstance(error, PartialError) or not isinstance(error.value, tuple):
        return ()
    return _findings_of(lambda: validator(None, attribute, error.value))


def _findings_of(check: Callable[[], object]) -> tuple[Finding, ...]:
    """Run a check of a partly read value; return no findings if the check needs a part that could not be read."""
    try:
        check()
    except ConfkitError as error:
        return error.findings
    except (TypeError, AttributeError):  # the check uses a value that could not be read
        return ()
    return ()


# ---- reading: lists, unions and values of several parts


def _tuple_hook(kind: object, converter: cattrs.Converter) -> Hook:
    """Return the function that reads a list as a tuple, and raises the findings on all items together."""
    inner = typing.get_args(kind)[0]

    def read_value(value: Tree, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise wrong_type("a list", value)
        read_item = converter.get_structure_hook(inner)
        findings: list[Finding] = []
        items: list[Any] = []
        for index, item in enumerate(value):
            try:
                items.append(read_item(item, inner))
            except ConfkitError as error:
                findings.extend(finding.under(f"[{index}]") for finding in error.findings)
                items.append(error.value if isinstance(error, PartialError) else Unreadable())
            if len(findings) > MAX_FINDINGS:
                break
        if findings:
            raise PartialError(tuple(items), *findings)
        return tuple(items)

    return read_value


def _union_hook(kind: object, converter: cattrs.Converter) -> Hook:
    """Return the function that reads a union: ``X | Pending`` or ``X | None``.

    A mapping without the key ``at`` is read as `Pending`. `_read_field` has handled null before.
    """
    inner = [choice for choice in choices(kind) if choice is not type(None) and choice is not Pending]
    if Pending not in choices(kind):
        return converter.get_structure_hook(inner[0])

    def read_value(value: Tree, _: object) -> object:
        chosen = Pending if isinstance(value, dict) and "at" not in value else inner[0]
        return converter.get_structure_hook(chosen)(value, chosen)

    return read_value


def _read_items(readers: Iterable[tuple[str, Callable[[], Any]]]) -> Iterator[Any]:
    """Call the reader of each item and yield its value; raise the findings on all items at the end.

    ``readers`` are pairs of an item's key path and the function that reads the item.
    """
    findings: list[Finding] = []
    for path, read_item in readers:
        try:
            yield read_item()
        except ConfkitError as error:
            findings.extend(finding.under(path) for finding in error.findings)
        if len(findings) > MAX_FINDINGS:
            break
    if findings:
        raise FileError(*findings)


def _read_pairs(value: Tree, _: object) -> Pairs:
    """Read a mapping of names to texts as pairs; names and texts must not be blank."""
    if not isinstance(value, dict):
        raise wrong_type("a mapping of names to texts", value)
    blank = ((path_text((key,)), functools.partial(_tree.read_words, key)) for key in value if not key.strip())
    words = ((path_text((key,)), functools.partial(_tree.read_words, item)) for key, item in value.items())
    texts = tuple(_read_items((*blank, *words)))
    return tuple(zip(value, texts, strict=True))


def _read_text(language: str, value: Tree, _: object) -> Text:
    """Read a mapping of language tags to texts, or a single text, which is in the language ``language``."""
    if isinstance(value, dict):
        readers = ((path_text((tag,)), functools.partial(_read_tagged, tag, item)) for tag, item in value.items())
        return Text(dict(zip(value, _read_items(readers), strict=True)))
    try:
        return Text({language: _tree.read_text(value, str, "text, or a mapping of languages to texts")})
    except ConfkitError as error:
        raise FileError(*(attrs.evolve(finding, path="") for finding in error.findings)) from None


def _read_tagged(tag: str, value: Tree) -> str:
    """Check a language tag, and read the text in this language."""
    try:
        canonical_tag(tag)
    except ConfkitError as error:
        raise FileError(*error.findings) from None
    return _tree.read_words(value)


_read_short_when: Callable[[Tree, object], When] = _tree.parser(
    When.parse, "a date or time, or {pending: tbd}", year=True
)
_LONG_WHEN: dict[str, Hook] = {"at": _read_short_when, "raw": _tree.read_words}
"""The keys of a mapping for a date or time, and the functions that read the values of these keys."""


def _read_when(value: Tree, _: object) -> When:
    """Read a date or time: a text, or a mapping of this text (``at``) and the wording of the announcement (``raw``)."""
    if not isinstance(value, dict):
        return _read_short_when(value, When)
    findings = [missing_key(key) for key in _LONG_WHEN if key not in value]
    findings += unknown_keys(value, _LONG_WHEN)
    parts: list[Any] = []
    try:
        parts += _read_items(
            (key, functools.partial(hook, value[key], When)) for key, hook in _LONG_WHEN.items() if key in value
        )
    except FileError as error:
        findings += error.findings
    if findings:
        raise FileError(*findings)
    when: When = parts[0]
    return attrs.evolve(when, raw=parts[1])


# ---- writing


def _mapping_hook(kind: type, converter: cattrs.Converter) -> Callable[[object], dict[str, Any]]:
    """Return the function that converts a value to a mapping.

    The mapping has the fields in the order of the model, without fields that have their default value.
    """
    fields = fields_of(model_class(kind))
    names = {field.attribute.name for field in fields}
    added_by_subclass = [
        attribute for attribute in attrs.fields(kind) if attribute.init and attribute.name not in names
    ]

    def write(value: object) -> dict[str, Any]:
        for attribute in added_by_subclass:
            _refuse_added(Field(key=attribute.name, attribute=attribute, type=Any), value)
        items = ((field, getattr(value, field.attribute.name), field.default(value)) for field in fields)
        return {
            field.key: dict(item) if field.type == Pairs or isinstance(item, dict) else converter.unstructure(item)
            for field, item, default in items
            if item != default
        }

    return write


def _refuse_added(field: Field, value: object) -> None:
    """Raise if a field that a subclass added is set: a file has no place for this field."""
    item = getattr(value, field.attribute.name)
    if item != field.default(value):
        raise UnwritableError(
            Finding(
                code="file.unwritable",
                message=f"a file has no place for {field.key}, a field that {type(value).__name__} adds",
                value=shown_as_written(item),
                hint="put it into extra, which holds data of your own",
            )
        )


def _list_hook(_: type, converter: cattrs.Converter) -> Callable[[tuple[object, ...]], list[Any]]:
    """Return the function that converts a tuple of values to a list of trees."""
    return lambda values: [converter.unstructure(value) for value in values]


def _write_float(value: float) -> float:
    """Return a float that is a whole number as an ``int``, so that a file has 39, not 39.0."""
    return int(value) if value.is_integer() and abs(value) < _EXACT else value


def _write_text(text: Text) -> str | dict[str, str]:
    """Return a text as a mapping of languages to texts, or as a string if its language is unknown."""
    return dict(text.items()) if text.languages != (UND,) else text.items()[0][1]


def _write_when(when: When) -> str | dict[str, str]:
    """Return a date or time as text, or as a mapping if the wording of the announcement is known."""
    return str(when) if when.raw is None else {"at": str(when), "raw": when.raw}


# ---- which hook is for which type


def _is_union(kind: object) -> bool:
    return len(choices(kind)) > 1


def _is_pairs(kind: object) -> bool:
    return kind == Pairs


def _is_free_data(kind: object) -> bool:
    return typing.get_origin(kind) is dict


def _is_tuple(kind: object) -> bool:
    return kind is tuple or typing.get_origin(kind) is tuple
