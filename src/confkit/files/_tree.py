"""Trees, into which all formats are parsed, and the conversion of single values of a tree."""

from __future__ import annotations

import datetime as dt
import difflib
import itertools
import math
import re
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import attrs

from confkit import errors
from confkit.errors import ConfkitError, FileError, Finding, KeyPath, path_text
from confkit.files._limits import MAX_FINDINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

__all__ = [
    "Plain",
    "TomlTime",
    "Tree",
    "is_deeper",
    "is_empty",
    "is_too_large",
    "missing_key",
    "parser",
    "path_to_show",
    "read_bool",
    "read_date",
    "read_float",
    "read_free_data",
    "read_int",
    "read_text",
    "read_words",
    "shown_as_written",
    "to_float",
    "to_int",
    "unknown_key",
    "unknown_keys",
    "wrong_type",
]

T = TypeVar("T")


class Plain(str):
    """A YAML scalar written without quotes; the type of the field decides whether it is a text, a number or a date."""

    __slots__ = ()


class TomlTime(str):
    """The text of a TOML date or time, which is written without quotes in a file."""

    __slots__ = ()


Tree: TypeAlias = "bool | int | float | str | list[Tree] | dict[str, Tree] | None"
"""The content of a document before it is converted to the model: mappings, lists and single values."""

_SHOWN = 80
_MAX_DIGITS = 4300
"""The largest number of digits that Python converts to a text (``sys.int_info.default_max_str_digits``)."""
_TOO_LARGE: int = 10**_MAX_DIGITS

_LONGEST_PATH = 1000

_LONGEST_TYPO = 40
"""The length up to which an unknown key is compared with the known keys, all of which are less than half as long."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


# ---- checks of trees and numbers


def is_empty(value: object) -> bool:
    """Return whether a value of a tree is null, or a plain scalar of YAML that means null."""
    return value is None or (isinstance(value, Plain) and value in _NULL)


def is_deeper(tree: Tree, depth: int) -> bool:
    """Return whether lists and mappings are nested more than ``depth`` levels deep."""
    level = _collections([tree])
    for _ in range(depth):
        level = _collections(child for node in level for child in (node.values() if isinstance(node, dict) else node))
    return bool(level)


def _collections(nodes: Iterable[Tree]) -> list[list[Tree] | dict[str, Tree]]:
    """Return only the lists and the mappings."""
    return [node for node in nodes if isinstance(node, dict | list)]


def is_too_large(number: int) -> bool:
    """Return whether a whole number has more than 4300 digits, so that Python cannot convert it to a text."""
    return abs(number) >= _TOO_LARGE


def to_int(digits: str, base: int = 10) -> int:
    """Convert digits to a whole number.

    Raises:
        ValueError: the number has more than 4300 digits.
    """
    number = int(digits, base) if len(digits) <= _MAX_DIGITS else _TOO_LARGE
    if is_too_large(number):
        raise ValueError(digits[:_SHOWN])
    return number


def to_float(digits: str) -> float:
    """Convert digits to a finite number.

    Raises:
        ValueError: the number is infinite, too large, or not a number at all.
    """
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(digits[:_SHOWN])
    return number


# ---- findings about single values


def shown_as_written(value: object) -> str:
    """Return a value as text for a message: as a file has the value (``true``, not ``True``), and shortened."""
    return errors.value_text(str(value).lower() if isinstance(value, bool) else value)


def path_to_show(path: KeyPath) -> str:
    """Return the text of a key path for a message; a path of more than 1000 characters is cut off at its inner end.

    Without the limit, a thousand findings inside a value with long keys would repeat megabytes.
    """
    length = 0
    for count, step in enumerate(path):
        length += len(str(step))
        if length > _LONGEST_PATH:
            return path_text(path[:count])
    return path_text(path)


def wrong_type(wanted: str, value: object, hint: str = "") -> FileError:
    """Return the error for a value of the wrong type; ``wanted`` describes the type of the field."""
    has_text = not isinstance(value, dict | list) and value is not None
    return FileError(
        Finding(
            code="file.type",
            message=f"this must be {wanted}, not {_type_name(value)}",
            value=shown_as_written(value) if has_text else None,
            hint=hint or None,
        )
    )


def _type_name(value: object) -> str:
    """Return the words for the type of a value."""
    if isinstance(value, TomlTime):
        return "a date or time"
    if is_empty(value):
        return "an empty value"
    names = {bool: "true or false", int: "a number", float: "a number", dict: "a mapping", list: "a list"}
    return next((name for kind, name in names.items() if isinstance(value, kind)), "text")


def missing_key(key: str) -> Finding:
    """Return the finding for a required key that a mapping lacks."""
    return Finding(
        code="file.missing_key", message="this required key is missing", path=key, hint=f"write {key}: and its value"
    )


def unknown_key(key: str, known: Collection[str]) -> Finding:
    """Return the finding for a key that belongs to no field."""
    close = difflib.get_close_matches(key, known, n=1, cutoff=0.6) if len(key) <= _LONGEST_TYPO else []
    extra = "; data of your own goes under extra" if "extra" in known else ""
    hint = f"did you mean {close[0]}?" if close else f"known keys: {', '.join(known)}{extra}"
    return Finding(
        code="file.unknown_key", message="unknown key", path=path_text((key,)), value=shown_as_written(key), hint=hint
    )


def unknown_keys(keys: Iterable[str], known: Collection[str]) -> list[Finding]:
    """Return the findings for the first 1001 of the keys that belong to no field."""
    unknown = (key for key in keys if key not in known)
    return [unknown_key(key, known) for key in itertools.islice(unknown, MAX_FINDINGS + 1)]


# ---- reading single values


def read_text(value: Tree, _: object, wanted: str = "text") -> str:
    """Read a text; unquoted numbers and truth values of YAML are texts too, exactly as they are written."""
    if isinstance(value, TomlTime) or not isinstance(value, str) or is_empty(value):
        raise wrong_type(wanted, value, "put it in quotes" if isinstance(value, bool | int | float | TomlTime) else "")
    return str(value)


def read_words(value: Tree, _: object = str) -> str:
    """Read a text that is not blank."""
    hint = "write the text, or leave the key out"
    if is_empty(value):
        raise wrong_type("text", None, hint)
    text = read_text(value, str)
    if not text.strip():
        raise FileError(
            Finding(code="text.empty", message="this text is blank", value=shown_as_written(text), hint=hint)
        )
    return text


def read_bool(value: Tree, _: object) -> bool:
    """Read a truth value, which is written ``true`` or ``false``."""
    truth = _BOOL.get(value) if isinstance(value, Plain) else value
    if not isinstance(truth, bool):
        raise wrong_type("true or false", value, "write true or false, without quotes")
    return truth


def read_int(value: Tree, _: object) -> int:
    """Read a whole number."""
    if isinstance(value, Plain) and _INT.fullmatch(value):
        return _converted_number(to_int, value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise wrong_type("a whole number", value, "write digits, without quotes")
    return value


def read_float(value: Tree, _: object) -> float:
    """Read a number."""
    if isinstance(value, Plain) and _FLOAT.fullmatch(value):
        return _converted_number(to_float, value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong_type("a number", value, "write digits and a decimal point, without quotes or unit")
    return _converted_number(float, value)


def _converted_number(convert: Callable[[Any], T], value: Tree) -> T:
    """Convert a value to a number; a number that is too large is a `FileError`."""
    try:
        return convert(value)
    except (ValueError, OverflowError):
        raise FileError(
            Finding(
                code="file.number", message="this number is too large", value=shown_as_written(str(value)[: _SHOWN + 1])
            )
        ) from None


def read_date(value: Tree, _: object) -> dt.date:
    """Read a date with year, month and day."""
    hint = "write it like 2025-06-07"
    if not isinstance(value, str):
        raise wrong_type("a date", value, hint)
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise FileError(
        Finding(code="date.text", message="not a date", value=shown_as_written(value), rule="ISO 8601", hint=hint)
    )


def parser(parse: Callable[[str], T], wanted: str, *, year: bool = False) -> Callable[[Tree, object], T]:
    """Return a function that reads a text with ``parse``; if ``year`` is true, it also reads whole numbers as years."""

    def read_value(value: Tree, _: object) -> T:
        if year and isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 9999:
            value = f"{value:04}"
        if not isinstance(value, str):
            raise wrong_type(wanted, value)
        try:
            return parse(str(value))
        except ConfkitError as error:
            raise FileError(
                *(attrs.evolve(finding, path="", value=shown_as_written(value)) for finding in error.findings)
            ) from None

    return read_value


# ---- reading free data, the value of ``extra``


def read_free_data(value: Tree, _: object) -> dict[str, Tree]:
    """Read a mapping of any content; plain scalars get their values by the core schema of YAML."""
    if not isinstance(value, dict):
        raise wrong_type("a mapping", value)
    findings: list[Finding] = []
    data = {key: _free_value(item, (key,), findings) for key, item in value.items()}
    if findings:
        raise FileError(*findings)
    return data


def _free_value(value: Tree, path: KeyPath, findings: list[Finding]) -> Tree:
    """Read a value inside free data; a number that JSON cannot hold is added to the findings."""
    if isinstance(value, dict):
        return {key: _free_value(item, (*path, key), findings) for key, item in value.items()}
    if isinstance(value, list):
        return [_free_value(item, (*path, index), findings) for index, item in enumerate(value)]
    try:
        if isinstance(value, Plain):
            return _core_schema(value)
    except ValueError:
        if len(findings) <= MAX_FINDINGS:
            message, hint = "JSON cannot hold this number", "put it in quotes"
            findings.append(
                Finding(
                    code="extra.json",
                    message=message,
                    path=path_to_show(path),
                    value=shown_as_written(value),
                    hint=hint,
                )
            )
    return str(value) if isinstance(value, str) else value


def _core_schema(text: str) -> bool | int | float | str | None:
    """Return the value of a plain scalar by its text alone, as the core schema of YAML says (YAML 1.2.2, 10.3.2).

    Raises:
        ValueError: the number is not finite or has thousands of digits, so that JSON cannot hold the number.
    """
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text):
        return to_int(text)
    if _OTHER_BASE.fullmatch(text):
        return to_int(text, 0)
    if _FLOAT.fullmatch(text):
        return to_float(text)
    if _NOT_FINITE.fullmatch(text):
        raise ValueError(text)
    return str(text)
