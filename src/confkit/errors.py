"""Errors, findings and key paths.

The tree of errors::

    ConfkitError (Exception)
    ├── InvalidValueError (ValueError)      a value that cannot mean anything
    ├── AmbiguousTimeError (ValueError)     more than one instant is possible
    ├── FileError (ValueError)              a file that cannot be read as a conference or a catalog
    └── UnwritableError (ValueError)        a conference that cannot be written in a format

Every error has findings, one for each problem; all problems are reported at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from confkit._characters import LONE_SURROGATE, visible

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
"""The level of a finding: ``error`` (must be fixed), ``warning`` (probably wrong), ``note`` (good to know)."""


@attrs.frozen(kw_only=True)
class Position:
    """A position in a file.

    ``line`` and ``column`` count from 1, in characters; they are ``None`` where the parser does not tell them (TOML).

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
    """A problem of a value or a file, or a note about it.

    ``code`` names the kind of problem. ``path`` is the key path of the value (``calls[0].deadlines[1].at``), empty for
    the value as a whole; ``value`` is the value as text; ``rule`` the section of a standard, such as
    ``RFC 5545 3.8.2.2``; ``hint`` what to write instead; ``where`` the position in a file.

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
        """Return this finding about a value as a finding about the object that contains the value at ``prefix``.

        >>> Finding(code="x", message="m", path="at").under("deadlines[1]").path
        'deadlines[1].at'
        """
        return attrs.evolve(self, path=joined_path(prefix, self.path)) if prefix else self


class ConfkitError(Exception):
    """The base class of all errors of confkit; ``findings`` are the problems, in reading order.

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
        """All problems, in reading order."""
        return self.args

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)


class InvalidValueError(ConfkitError, ValueError):
    """A value that cannot mean anything: an end before its start, a latitude of 91 degrees, a URL without a scheme."""


class AmbiguousTimeError(ConfkitError, ValueError):
    """One instant was asked for, but the announcement allows several; the message says what is missing."""


class FileError(ConfkitError, ValueError):
    """A file or text that cannot be read as a conference or a catalog."""


class UnwritableError(ConfkitError, ValueError):
    """A conference that cannot be written in a format; the message names the field to fill or to change."""


def invalid(
    code: str, message: str, *, path: str = "", value: object = attrs.NOTHING, hint: str = "", rule: str = ""
) -> InvalidValueError:
    """Return an `InvalidValueError` of one finding; ``value`` is shown as `shown` does it."""
    text = None if value is attrs.NOTHING else shown(value)
    return InvalidValueError(
        Finding(code=code, message=message, path=path, value=text, hint=hint or None, rule=rule or None)
    )


def require_type(name: str, value: object, *kinds: type, hint: str) -> None:
    """Raise unless an argument is an instance of one of the classes ``kinds``.

    >>> require_type("zone", "Berlin", int, hint="write a number")
    Traceback (most recent call last):
    ...
    confkit.errors.InvalidValueError: error: zone: zone must be int, not str: Berlin (write a number) [value.type]
    """
    if not isinstance(value, kinds):
        wanted = " or ".join(kind.__name__ for kind in kinds)
        actual = "None" if value is None else type(value).__name__
        raise invalid("value.type", f"{name} must be {wanted}, not {actual}", path=name, value=value, hint=hint)


def refuse_surrogates(name: str, text: str) -> None:
    """Raise if the text of a field or argument contains a lone surrogate, which no UTF-8 file, calendar or mail can.

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
"""The keys of mappings and the indexes of lists (from 0) that lead to a value, from the document inwards."""

_PLAIN_KEY: Final = r"[^\W\d][\w-]*"
_STEP: Final = r'\.?(?P<key>[^\W\d][\w-]*)|\[(?P<index>\d{1,9})\]|\[(?P<quoted>"(?:[^"\\]|\\.)*")\]'


def path_text(path: KeyPath) -> str:
    """Return the text of a key path; a key that is no plain word is written in brackets and quotes.

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
            from json import dumps  # deferred: plain keys, nearly all that there are, do not need it

            text += f"[{dumps(step, ensure_ascii=False)}]"
    return text


def path_steps(text: str) -> KeyPath:
    """Return the keys and indexes of a key path's text, up to the first character that cannot be read.

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
    """Return the text of a key path below another one; either may be empty.

    >>> joined_path("calls[0]", "deadlines[1]"), joined_path("calls", "[0].at")
    ('calls[0].deadlines[1]', 'calls[0].at')
    """
    dot = "." if prefix and path and not path.startswith("[") else ""
    return f"{prefix}{dot}{path}"


def collected(errors: Iterable[ConfkitError]) -> tuple[Finding, ...]:
    """Return the findings of several errors as one tuple, in order."""
    return tuple(finding for error in errors for finding in error.findings)


_SHOWN = 80
"""The number of characters of a wrong value that a message shows."""


def shown(value: object) -> str:
    """Return a wrong value as a message shows it: text with its invisible characters escaped, else its ``repr``.

    Of more than 80 characters the rest is cut off. A value without a ``repr`` is shown by its type.
    """
    if isinstance(value, str):
        text = visible(value[: _SHOWN + 1])
    else:
        try:
            text = repr(value[: _SHOWN + 1] if isinstance(value, bytes) else value)
        except (ValueError, RecursionError):  # a number of more digits than Python prints, ten thousand levels of lists
            text = f"<{type(value).__name__}>"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
