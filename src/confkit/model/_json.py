"""Free JSON under ``extra``: checked, and copied so that nobody else holds it."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from confkit.errors import Finding, invalid, shown
from confkit.model._fields import refuse

__all__ = ["JSON", "json_copy"]

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
"""What ``extra`` may hold."""

MAX_DEPTH = 64
"""How deep ``extra`` may nest."""

_MOST_FINDINGS = 20
"""More are not looked for: a list that holds itself twice has more places than anyone can wait for."""

_MOST_BITS = 1024
"""Whole numbers of more digits than a float can count are not read alike by readers of JSON."""


def json_copy(name: str, value: Mapping[str, JSON]) -> dict[str, JSON]:
    """Return a deep copy of the JSON object in the field ``name``; anything that JSON cannot hold is an error."""
    if not isinstance(value, Mapping):
        raise invalid(
            "value.type",
            f"{name} must be a mapping, not {type(value).__name__}",
            path=name,
            value=value,
            hint='write a mapping such as {"seats": 300}',
        )
    refuse(itertools.islice(_problems(value, name, 0), _MOST_FINDINGS))
    return {key: _plain(item) for key, item in value.items()}


def _problems(value: object, path: str, depth: int) -> Iterator[Finding]:
    if depth > MAX_DEPTH:
        yield Finding(
            code="extra.depth",
            message=f"this nests deeper than {MAX_DEPTH} levels",
            path=f"{path[:80]}…",
            hint="write it flatter",
        )
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(key, str) and _is_scalar(key):
                yield from _problems(item, f"{path}.{key}", depth + 1)
            else:
                yield _not_json("keys of JSON are whole text", path, key, "write the key as text")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _problems(item, f"{path}[{number}]", depth + 1)
    elif not _is_scalar(value):
        yield _not_json("JSON cannot hold this", path, value, "write text, a number, true, false, a list or a mapping")


def _not_json(message: str, path: str, value: object, hint: str) -> Finding:
    return Finding(code="extra.json", message=message, path=path, value=shown(value), hint=hint, rule="RFC 8259")


def _plain(value: JSON | Mapping[str, JSON]) -> JSON:
    """Return a copy in which every mapping is a dict: what is no JSON is not here any more."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _is_scalar(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, str):
        return value.isascii() or re.search("[\ud800-\udfff]", value) is None
    return value is None or (isinstance(value, int) and value.bit_length() <= _MOST_BITS)
