"""Words of a caller's own for an entry."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Final, TypeAlias

import attrs

from confkit.errors import ConfkitError, InvalidValueError, findings_of, invalid
from confkit.ical._entry import Entry
from confkit.model import Text

__all__ = ["AS_IT_IS", "Speaker", "Wording", "as_text", "is_speaker", "is_text", "wording_of"]


def as_text(value: Text | str | None) -> Text | None:
    """Convert what a field of text takes; what is none is left for its check, which knows the field."""
    try:
        return Text.of(value) if isinstance(value, str) else value
    except InvalidValueError:
        return value  # type: ignore[return-value]  # as said


def is_text(value: object) -> None:
    """Refuse what is no text.

    Raises:
        InvalidValueError: it is no `Text`, and not ``None`` either.
    """
    if value is not None and not isinstance(value, Text):
        Text.of(value)  # type: ignore[arg-type]  # it refuses what is no text


@attrs.frozen(kw_only=True)
class Wording:
    """Words of your own for an entry of a calendar; what is left out, confkit says.

    A ``summary`` takes the place of the whole title, but for the word before it that says that the entry no longer
    holds. A string has no language; a `Text` is chosen from as all texts are.

    Raises:
        InvalidValueError: what is no text; every such field is a finding.

    >>> Wording(summary="ICLR: abstracts due").description is None
    True
    """

    summary: Text | None = attrs.field(default=None, converter=as_text)
    description: Text | None = attrs.field(default=None, converter=as_text)

    def __attrs_post_init__(self) -> None:
        problems: list[ConfkitError] = []
        for name in ("summary", "description"):
            try:
                is_text(getattr(self, name))
            except InvalidValueError as error:
                problems.append(InvalidValueError(*(attrs.evolve(one, path=name) for one in error.findings)))
        if problems:
            raise InvalidValueError(*findings_of(problems))


AS_IT_IS: Final = Wording()
"""No words of a caller's own."""

Speaker: TypeAlias = Callable[[Entry], Wording | None]
"""Says an entry in words of its own, or nothing of its own."""


def is_speaker(value: object) -> None:
    """Refuse what cannot be called with an entry; what an own function raises later is its own.

    Raises:
        InvalidValueError: it is no function, or one that takes more or less than an entry.
    """
    hint = "write a function that takes an ical.Entry and returns an ical.Wording"
    if value is None:
        return
    if not callable(value):
        raise invalid("value.type", "wording must be a function", path="wording", value=value, hint=hint)
    try:
        signature = inspect.signature(value)
    except (TypeError, ValueError):  # some functions in C do not say what they take, each version of Python in its way
        return
    try:
        signature.bind(AS_IT_IS)
    except TypeError as error:
        message = f"wording cannot be called with an entry as its only argument: {error}"
        raise invalid("value.type", message, path="wording", value=value, hint=hint) from None


def wording_of(entry: Entry, speaker: Speaker | None) -> Wording:
    """Return a caller's own words for an entry, as far as there are any.

    Raises:
        InvalidValueError: the caller's function gives something else.
    """
    own = speaker(entry) if speaker else None
    if own is not None and not isinstance(own, Wording):
        hint = 'return ical.Wording(summary="..."), or None for the text of confkit'
        raise invalid(
            "value.type",
            "wording returned something other than a Wording or None",
            path="wording",
            value=own,
            hint=hint,
        )
    return own or AS_IT_IS
