"""The JSON Schema (2020-12) of the file form, generated from the classes of the model."""

from __future__ import annotations

import datetime as dt
import inspect
import re
import typing
from typing import Any, TypeAlias

from confkit.files._fields import Field, choices, fields_of, is_required
from confkit.files._header import HEADER, LIST, VERSION
from confkit.model import Conference, Days, Distance, Geo, Hours, Money, Text, When

__all__ = ["schema"]

Schema: TypeAlias = "dict[str, Any]"

_NOT_BLANK = r"\S"
_TAG = r"^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$"
_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_CLOCK = r"[0-9]{2}:[0-9]{2}"
_WHEN = rf"^{_DATE}(T{_CLOCK}(:[0-9]{{2}}(\.[0-9]{{1,6}})?)?([Zz]|[-+]{_CLOCK})?)?(\[[^\[\]]+\])?$"
_YEAR: Schema = {"type": "integer", "minimum": 1, "maximum": 9999}

_NEEDLESS_ESCAPES = '"<>@,;: '
"""Characters that a pattern may escape in Python, but not in ECMA-262 (JavaScript) in Unicode mode."""

_PAIRS = tuple[tuple[str, str], ...]
_TEXT: Schema = {"type": "string", "pattern": _NOT_BLANK}

_SCALARS: dict[type, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    dt.date: {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
}

_SHARED: dict[type, Schema] = {
    Text: {
        "anyOf": [
            _TEXT,
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"pattern": _TAG},
                "additionalProperties": _TEXT,
            },
        ],
        "description": "A text, or a mapping of language tags to texts, such as {en: Beijing, zh: 北京}.",
    },
    Days: {
        "anyOf": [{"type": "string", "pattern": f"^{_DATE}(/{_DATE})?$"}, _YEAR],
        "description": "Whole days, both ends included: 2025-06-07, 2025-06-07/2025-06-09, 2025-06 or 2025.",
    },
    Hours: {
        "type": "string",
        "pattern": f"^{_CLOCK}[-–/]{_CLOCK}$",
        "description": "Opening and closing time, local, on a 24-hour clock: 09:00-18:00.",
    },
    Money: {
        "type": "string",
        "pattern": r"^[0-9]{1,18}(\.[0-9]{1,6})? [A-Z]{3}$",
        "description": "An amount and its currency (ISO 4217): 450.00 CNY.",
    },
    When: {
        "anyOf": [
            {"type": "string", "pattern": _WHEN},
            _YEAR,
            {
                "type": "object",
                "properties": {
                    "at": {"anyOf": [{"type": "string", "pattern": _WHEN}, _YEAR]},
                    "raw": {**_TEXT, "description": "The wording of the source."},
                },
                "required": ["at", "raw"],
                "additionalProperties": False,
            },
        ],
        "description": "A date or time as announced: 2025-04, 2025-04-13, 2025-04-13T23:59[AoE] or [Asia/Shanghai].",
    },
}

_BOUNDS: dict[tuple[type, str], Schema] = {
    (Geo, "latitude"): {"minimum": -90, "maximum": 90},
    (Geo, "longitude"): {"minimum": -180, "maximum": 180},
    (Distance, "km"): {"exclusiveMinimum": 0, "maximum": 20_040},
    (Conference, "edition"): {"minimum": 1, "maximum": 9999},
}


def schema() -> Schema:
    """Return the JSON Schema of the documents that confkit reads, for text editors and other programs.

    A document is one conference, or a catalog with ``conferences``. Unknown keys are rejected, except under
    ``extra``. `load` rejects every document that the schema rejects, and some more: a schema cannot express all rules.

    >>> schema()["$defs"]["Geo"]["required"]
    ['latitude', 'longitude']
    """
    definitions: dict[str, Schema] = {}
    _reference(Conference, definitions)
    header: Schema = {
        "confkit": {"const": VERSION, "description": "The version of the file form."},
        "language": {"type": "string", "pattern": _TAG, "description": "The language of texts without a language tag."},
    }
    fields = {key: {"$ref": f"#/$defs/Conference/properties/{key}"} for key in definitions["Conference"]["properties"]}
    document = _mapping_schema({**header, **fields}, [HEADER[0], *definitions["Conference"]["required"]], "One event.")
    events: Schema = {"type": "array", "items": {"$ref": "#/$defs/Conference"}, "description": "The events, in order."}
    catalog = _mapping_schema({**header, LIST: events}, [HEADER[0], LIST], "Many events.")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A conference, or a catalog of conferences, as confkit reads it",
        "type": "object",
        "if": {"required": [LIST]},
        "then": {"$ref": "#/$defs/CatalogDocument"},
        "else": {"$ref": "#/$defs/ConferenceDocument"},
        "$defs": {"ConferenceDocument": document, "CatalogDocument": catalog, **dict(sorted(definitions.items()))},
    }


def _mapping_schema(properties: Schema, required: list[str], description: str) -> Schema:
    """Return the schema of a mapping that may have only the keys of ``properties``."""
    form: Schema = {"type": "object", "description": description, "properties": properties}
    return {**form, **({"required": required} if required else {}), "additionalProperties": False}


def _reference(kind: type, definitions: dict[str, Schema]) -> Schema:
    """Return a reference to the schema of a class, and add this schema to the definitions if it is missing there."""
    name = kind.__name__
    if name not in definitions:
        if kind in _SHARED:
            definitions[name] = _SHARED[kind]
        else:
            definitions[name] = {}
            fields = fields_of(kind)
            properties = {field.key: _field_schema(kind, field, definitions) for field in fields}
            definitions[name] = _mapping_schema(
                properties, [field.key for field in fields if is_required(field)], _summary(kind)
            )
    return {"$ref": f"#/$defs/{name}"}


def _field_schema(kind: type, field: Field, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a field: of its type, with its bounds, its allowed words and its default."""
    forms = [_type_schema(choice, definitions) for choice in choices(field.type) if choice is not type(None)]
    form = (
        {**forms[0], **_BOUNDS.get((kind, field.key), {}), **_validator_rules(field)}
        if len(forms) == 1
        else {"anyOf": forms}
    )
    if field.nullable:
        form = {"anyOf": [*form.get("anyOf", [form]), {"type": "null"}]}
    default = field.attribute.default
    return {**form, "default": default} if isinstance(default, str | bool) else form


def _type_schema(kind: Any, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a type that is not a union."""
    if kind == _PAIRS:
        return {"type": "object", "additionalProperties": _TEXT}
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _type_schema(typing.get_args(kind)[0], definitions)}
    if typing.get_origin(kind) is dict:
        return {"type": "object", "description": "Data of your own; confkit keeps it unread."}
    return dict(_SCALARS[kind]) if kind in _SCALARS else _reference(kind, definitions)


def _validator_rules(field: Field) -> Schema:
    """Return the allowed words and the pattern from the validator of a field."""
    validator: Any = field.attribute.validator
    rules: Schema = {}
    if hasattr(validator, "allowed"):
        rules["enum"] = list(validator.allowed)
    if hasattr(validator, "pattern"):
        rules["pattern"] = f"^(?:{_portable(validator.pattern)})$"
    return rules


def _portable(pattern: str) -> str:
    """Convert a pattern of Python to ECMA-262 (JavaScript), which has no inline flags and allows fewer escapes."""
    pattern = re.sub(
        r"\(\?i:([a-z?]+)\)",
        lambda match: re.sub("[a-z]", lambda letter: f"[{letter[0].upper()}{letter[0]}]", match[1]),
        pattern,
    )
    return re.sub(r"\\(.)", lambda escape: escape[1] if escape[1] in _NEEDLESS_ESCAPES else escape[0], pattern)


def _summary(kind: type) -> str:
    """Return the first sentence of a class's docstring."""
    return (inspect.getdoc(kind) or "").partition("\n")[0].replace("``", "")
