"""Free JSON under ``extra``: checked, and copied so that nobody else holds it."""

from __future__ import annotations

import copy
import math
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from confkit.errors import Finding, invalid
from confkit.model._fields import refuse

__all__ = ["JSON", "json_copy"]

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
"""What ``extra`` may hold."""

MAX_DEPTH = 64
"""How deep ``extra`` may nest."""


def json_copy(value: Mapping[str, JSON]) -> dict[str, JSON]:
    """Return a deep copy of a JSON object; anything that JSON cannot hold is an error."""
    if not isinstance(value, Mapping):
        raise invalid("value.type", "extra must be a mapping", value=value, hint="write names with values")
    refuse(_problems(value, "", 0))
    return copy.deepcopy(dict(value))


def _problems(value: object, path: str, depth: int) -> Iterator[Finding]:
    if depth > MAX_DEPTH:
        yield Finding(code="extra.depth", message=f"nests deeper than {MAX_DEPTH}", path=path[:80])
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(key, str):
                yield from _problems(item, f"{path}.{key}" if path else key, depth + 1)
            else:
                yield Finding(code="extra.json", message="keys must be text", path=path, value=repr(key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _problems(item, f"{path}[{number}]", depth + 1)
    elif not _is_scalar(value):
        yield Finding(code="extra.json", message="JSON cannot hold this", path=path, value=repr(value)[:80])


def _is_scalar(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, str):
        return value.isascii() or re.search("[\ud800-\udfff]", value) is None
    return value is None or isinstance(value, bool | int)
