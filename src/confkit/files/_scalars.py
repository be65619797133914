"""Single values: what may stand for text, a number, a date, and what a message says of anything else."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from confkit.errors import ConfkitError, FileError, Finding, KeyPath, path_text
from confkit.files._tree import Dated, Plain, Tree, as_bool, as_float, as_int, core, is_null, is_number, is_whole, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

__all__ = ["day", "filled", "free", "is_nothing", "parsed", "real", "text", "truth", "unknown", "whole", "wrong"]

T = TypeVar("T")

_LONGEST_TYPO = 40
"""Nobody mistypes a key of the model into a longer one."""


def wrong(wanted: str, value: object, hint: str = "") -> FileError:
    """Return the error of a value that is of another kind than its field."""
    simple = not isinstance(value, dict | list)
    finding = Finding(
        code="file.type",
        message=f"this must be {wanted}, not {_kind(value)}",
        value=shown(value) if simple and value is not None else None,
        hint=hint or None,
    )
    return FileError(finding)


def unknown(key: str, known: Collection[str]) -> Finding:
    """Return the finding of a key that no field has."""
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.6) if len(key) <= _LONGEST_TYPO else []
    free = "; free data goes under extra" if "extra" in known else ""
    hint = f"did you mean {near[0]}?" if near else f"known here: {', '.join(known)}{free}"
    return Finding(code="file.unknown_key", message="no such key", path=path_text((key,)), value=shown(key), hint=hint)


def text(value: Tree, _: object, wanted: str = "text") -> str:
    """Return text as it stands; in YAML what looks like a number or a truth value is text too."""
    if isinstance(value, Dated) or not isinstance(value, str) or is_nothing(value):
        raise wrong(wanted, value, "put it in quotes" if isinstance(value, bool | int | float | Dated) else "")
    return str(value)


def filled(value: Tree, _: object = str) -> str:
    """Return text that says something, for a place that no field's validator looks at."""
    if is_nothing(value):
        raise wrong("text", None, "write the words, or leave the key out")
    words = text(value, str)
    if not words.strip():
        raise FileError(
            Finding(
                code="text.empty",
                message="this text says nothing",
                value=shown(words),
                hint="write the words, or leave the key out",
            )
        )
    return words


def truth(value: Tree, _: object) -> bool:
    """Return a truth value: ``true`` or ``false`` and nothing else."""
    found = as_bool(value) if isinstance(value, Plain) else value
    if not isinstance(found, bool):
        raise wrong("true or false", value, "write true or false, without quotes")
    return found


def whole(value: Tree, _: object) -> int:
    """Return a whole number."""
    if isinstance(value, Plain) and is_whole(value):
        return _number(as_int, value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise wrong("a whole number", value, "write digits, without quotes")
    return value


def real(value: Tree, _: object) -> float:
    """Return a number."""
    if isinstance(value, Plain) and is_number(value):
        return _number(as_float, value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong("a number", value, "write digits and a decimal point, without quotes or unit")
    return _number(float, value)


def day(value: Tree, _: object) -> dt.date:
    """Return a date to the day."""
    if not isinstance(value, str):
        raise wrong("a date", value, "write it like 2025-06-07")
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise FileError(
        Finding(
            code="date.text",
            message="this is no date to the day",
            value=shown(value),
            rule="ISO 8601",
            hint="write it like 2025-06-07",
        )
    )


def parsed(parse: Callable[[str], T], wanted: str, *, year: bool = False) -> Callable[[Tree, object], T]:
    """Return a reader of a text form; ``year`` takes a whole number for one."""

    def structure(value: Tree, _: object) -> T:
        if year and isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 9999:
            value = f"{value:04}"
        if not isinstance(value, str):
            raise wrong(wanted, value)
        try:
            return parse(str(value))
        except ConfkitError as error:
            raise FileError(*(attrs.evolve(one, path="", value=shown(value)) for one in error.findings)) from None

    return structure


def free(value: Tree, _: object) -> dict[str, Tree]:
    """Return free data; plain scalars of YAML become what its core schema says."""
    if not isinstance(value, dict):
        raise wrong("a mapping", value)
    found: list[Finding] = []
    data = {key: _free(item, (key,), found) for key, item in value.items()}
    if found:
        raise FileError(*found)
    return data


def _free(value: Tree, path: KeyPath, found: list[Finding]) -> Tree:
    if isinstance(value, dict):
        return {key: _free(item, (*path, key), found) for key, item in value.items()}
    if isinstance(value, list):
        return [_free(item, (*path, number), found) for number, item in enumerate(value)]
    try:
        if isinstance(value, Plain):
            return core(value)
    except ValueError:
        found.append(
            Finding(
                code="extra.json",
                message="JSON has no such number",
                path=path_text(path),
                value=shown(value),
                hint="put it in quotes",
            )
        )
    return str(value) if isinstance(value, str) else value


def _number(make: Callable[[Any], T], value: Tree) -> T:
    try:
        return make(value)
    except (ValueError, OverflowError):
        raise FileError(
            Finding(code="file.number", message="this number is too large", value=shown(str(value)[:81]))
        ) from None


def _kind(value: object) -> str:
    if isinstance(value, Dated):
        return "a date or time"
    if is_nothing(value):
        return "nothing"
    names = {bool: "true or false", int: "a number", float: "a number", dict: "a mapping", list: "a list"}
    return next((name for kind, name in names.items() if isinstance(value, kind)), "text")


def is_nothing(value: object) -> bool:
    """Return whether there is no value: null, or a plain scalar that says so."""
    return value is None or (isinstance(value, Plain) and is_null(value))
