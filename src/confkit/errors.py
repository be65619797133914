"""Errors, findings and key paths.

The tree of errors::

    ConfkitError (Exception)
    ├── InvalidValueError (ValueError)      a value that cannot mean anything
    ├── AmbiguousTimeError (ValueError)     more than one instant is possible
    ├── FileError (ValueError)              a file that cannot be read as a conference or a catalog
    └── UnwritableError (ValueError)        a conference that cannot be written in a format

An error carries findings, each of which describes one problem. All problems of a value or a file are reported at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from confkit._characters import LONE_SURROGATE, escape_invisible

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "AmbiguousTimeError",
    "ConfkitError",
    "FileError",
    "Finding",
    "InvalidValueError",
    "Level",
    "Position",
    "UnwritableError",
]

Level = Literal["error", "warning", "note"]
"""How serious a finding is: ``error`` (must be fixed), ``warning`` (probably wrong) or ``note`` (good to know)."""


@attrs.frozen(kw_only=True)
class Position:
    """A position in a file: the name of the file, the line and the column.

    Lines and the characters of a line are counted from 1. ``line`` and ``column`` are ``None`` if the parser of the
    file does not report positions (TOML). ``file`` is ``None`` if the text did not come from a file.

    >>> print(Position(file="day.yaml", line=3, column=7))
    day.yaml:3:7
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = (self.file or "<text>", self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)


@attrs.frozen(kw_only=True)
class Finding:
    """A problem in a value or a file, or a note about a value or a file.

    Attributes:
        code: The kind of problem, such as ``when.text``.
        level: How serious the problem is.
        message: The problem in words.
        path: The key path of the value, such as ``calls[0].deadlines[1].at``; empty if the finding is about the whole
            value.
        value: The wrong value as text.
        rule: The section of a standard that the value breaks, such as ``RFC 5545 3.8.2.2``.
        hint: The advice on what to write instead.
        where: The position of the value in its file.

    >>> print(
    ...     Finding(
    ...         code="when.text",
    ...         level="error",
    ...         message="not a date",
    ...         path="days",
    ...         value="soon",
    ...         hint="write 2025-06-07",
    ...     )
    ... )
    error: days: not a date: soon (write 2025-06-07) [when.text]
    """

    code: str
    level: Level = "error"
    message: str
    path: str = ""
    value: str | None = None
    rule: str | None = None
    hint: str | None = None
    where: Position | None = None

    def __str__(self) -> str:
        place = "".join(f"{part}: " for part in (self.where and str(self.where), self.level, self.path) if part)
        value = f": {self.value}" if self.value and self.value.strip() else ""
        hint = f" ({self.hint})" if self.hint else ""
        rule = f" [{self.code}; {self.rule}]" if self.rule else f" [{self.code}]"
        return f"{place}{self.message}{value}{hint}{rule}"

    def under(self, prefix: str) -> Finding:
        """Return a copy of this finding with the key path ``prefix`` put before the path of the finding.

        The path of a finding begins at an object. If the object is part of a larger object, ``prefix`` is the key path
        from the larger object to the object, and the new path begins at the larger object.

        >>> Finding(code="x", message="m", path="at").under("deadlines[1]").path
        'deadlines[1].at'
        """
        return attrs.evolve(self, path=joined_path(prefix, self.path)) if prefix else self


class ConfkitError(Exception):
    """The base class of all errors of confkit. ``findings`` lists the problems, in the order of the value or the file.

    >>> try:
    ...     raise ConfkitError(Finding(code="x", message="no such event"))
    ... except ConfkitError as error:
    ...     error.findings[0].code
    'x'
    """

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*findings)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All problems, in the order of the value or the file."""
        return self.args

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)


class InvalidValueError(ConfkitError, ValueError):
    """A value that cannot mean anything: an end before its start, a latitude of 91 degrees, a URL without a scheme."""


class AmbiguousTimeError(ConfkitError, ValueError):
    """A date or moment that does not mean exactly one instant; the message names the missing information."""


class FileError(ConfkitError, ValueError):
    """A file or text that cannot be read as a conference or a catalog."""


class UnwritableError(ConfkitError, ValueError):
    """A conference that cannot be written in a format; the message names the field to fill or to change."""


def invalid(
    code: str, message: str, *, path: str = "", value: object = attrs.NOTHING, hint: str = "", rule: str = ""
) -> InvalidValueError:
    """Return an `InvalidValueError` with one finding; `value_text` converts ``value`` to the text in the finding."""
    text = None if value is attrs.NOTHING else value_text(value)
    return InvalidValueError(
        Finding(code=code, message=message, path=path, value=text, hint=hint or None, rule=rule or None)
    )


_TYPES_IN_WORDS: Final = {
    "Iterable": "a list",
    "NoneType": "None",
    "PathLike": "a path",
    "bool": "True or False",
    "float": "a decimal number",
    "int": "a whole number",
    "str": "text",
}
"""The words for types in messages. Types that are missing here are called by the names of their classes."""


def types_in_words(*types: type) -> str:
    """Return types in words, for the message that a value has another type. ``NoneType`` is left out.

    >>> types_in_words(str, bytes, type(None))
    'text or bytes'
    """
    names = (kind.__name__ for kind in types if kind is not type(None))
    return " or ".join(_TYPES_IN_WORDS.get(name, name) for name in names)


def type_name(value: object) -> str:
    """Return the name of the class of a value, for a message. The name for ``None`` is ``None``, not ``NoneType``."""
    return "None" if value is None else type(value).__name__


def require_type(name: str, value: object, *types: type, hint: str) -> None:
    """Raise an error if the argument called ``name`` is not an instance of one of the ``types``.

    Raises:
        InvalidValueError: ``value`` is an instance of another type.

    >>> require_type("seats", "many", int, hint="write 300")
    Traceback (most recent call last):
    ...
    confkit.errors.InvalidValueError: error: seats: must be a whole number, not str: many (write 300) [value.type]
    """
    if not isinstance(value, types):
        message = f"must be {types_in_words(*types)}, not {type_name(value)}"
        raise invalid("value.type", message, path=name, value=value, hint=hint)


def refuse_surrogates(name: str, text: str) -> None:
    """Raise an error if the text of the field or argument ``name`` contains a lone surrogate.

    A lone surrogate is half a character; no UTF-8 file, calendar or mail can contain it.

    Raises:
        InvalidValueError: The text contains a lone surrogate (Unicode 3.9, D76).
    """
    if not text.isascii() and LONE_SURROGATE.search(text):
        raise invalid(
            "text.surrogate",
            f"{name} contains half a character (a lone surrogate)",
            path=name,
            value=text,
            rule="Unicode 3.9 D76",
            hint="write the whole character",
        )


KeyPath: TypeAlias = tuple[str | int, ...]
"""The way from a document to a value: keys of mappings and indexes of lists (from 0), the outermost key first."""

_PLAIN_KEY: Final = r"[^\W\d][\w-]*"
_STEP: Final = r'\.?(?P<key>[^\W\d][\w-]*)|\[(?P<index>\d{1,9})\]|\[(?P<quoted>"(?:[^"\\]|\\.)*")\]'


def path_text(path: KeyPath) -> str:
    """Return the text of a key path. A key with spaces or punctuation is written in brackets and quotes.

    >>> path_text(("calls", 0, "at")), path_text(("extra", "a b"))
    ('calls[0].at', 'extra["a b"]')
    """
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif re.fullmatch(_PLAIN_KEY, step):
            text += f".{step}" if text else step
        else:
            from json import dumps  # deferred: only keys with spaces or punctuation need json

            text += f"[{dumps(step, ensure_ascii=False)}]"
    return text


def path_steps(text: str) -> KeyPath:
    """Return the key path that a text stands for. A text with a mistake is read up to the mistake.

    >>> path_steps("calls[0].at"), path_steps('extra["a b"].c')
    (('calls', 0, 'at'), ('extra', 'a b', 'c'))
    """
    steps: list[str | int] = []
    step, end = re.compile(_STEP), 0
    while match := step.match(text, end):
        end = match.end()
        if match["index"] is not None:
            steps.append(int(match["index"]))
        elif match["quoted"] is not None:
            from json import loads  # deferred: see path_text

            steps.append(str(loads(match["quoted"], strict=False)))
        else:
            steps.append(match["key"])
    return tuple(steps)


def joined_path(prefix: str, path: str) -> str:
    """Join the texts of two key paths to the text of one key path; ``prefix`` and ``path`` may be empty.

    >>> joined_path("calls[0]", "deadlines[1]"), joined_path("calls", "[0].at")
    ('calls[0].deadlines[1]', 'calls[0].at')
    """
    dot = "." if prefix and path and not path.startswith("[") else ""
    return f"{prefix}{dot}{path}"


def findings_of(errors: Iterable[ConfkitError]) -> tuple[Finding, ...]:
    """Return the findings of all errors in one tuple, in the order of the errors."""
    return tuple(finding for error in errors for finding in error.findings)


_MOST_CHARACTERS = 80
"""The greatest number of characters of a wrong value in a message."""


def value_text(value: object) -> str:
    """Return the text that a message shows for a wrong value.

    The text of a string is the string with its invisible characters escaped; the text of any other value is its
    ``repr``, or the name of its type if ``repr`` fails. After 80 characters the text is cut off.
    """
    if isinstance(value, str):
        text = escape_invisible(value[: _MOST_CHARACTERS + 1])
    else:
        try:
            text = repr(value[: _MOST_CHARACTERS + 1] if isinstance(value, bytes) else value)
        except (ValueError, RecursionError):  # for example a number with 5000 digits, or 10000 nested lists
            text = f"<{type(value).__name__}>"
    return text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 1]}…"
