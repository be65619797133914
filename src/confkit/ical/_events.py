"""What a caller wants of a calendar, looked through, and the entries of a conference made to it."""

from __future__ import annotations

import functools
import os
from typing import TYPE_CHECKING, Final, TypeVar

import attrs

from confkit.errors import Finding, InvalidValueError, UnwritableError, findings_of, invalid
from confkit.ical import _mapping
from confkit.ical._entries import entries
from confkit.ical._entry import KINDS, Kind, checked
from confkit.ical._texts import Telling
from confkit.ical._told import spoken, tell
from confkit.ical._wording import Speaker, is_speaker, wording_of
from confkit.model import Catalog, Conference
from confkit.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from confkit.ical._component import Component
    from confkit.ical._entry import Entry

__all__ = ["Wanted", "asked", "composed", "events", "file", "nothing", "wanted"]

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Wanted:
    """How entries are to be written: in which languages or words, which of them, with alarms, when people are busy."""

    speeches: tuple[Words, ...]
    kinds: frozenset[Kind]
    alarms: bool
    busy: frozenset[Kind] | None
    wording: Speaker | None = None


def wanted(
    conference: Conference | Catalog,
    *also: Callable[[], object],
    language: str | Sequence[str] = "en",
    kinds: Iterable[Kind] | None = None,
    alarms: bool = True,
    busy: Iterable[Kind] | None = None,
    wording: Speaker | None = None,
) -> Wanted:
    """Return what the arguments of a public function ask for; ``also`` looks through those that are its own.

    Raises:
        InvalidValueError: with all that is wrong with any of them.
    """
    check = functools.partial(_subject, conference)
    return asked(*also, check, language=language, kinds=kinds, alarms=alarms, busy=busy, wording=wording)


def asked(
    *checks: Callable[[], object],
    language: str | Sequence[str],
    kinds: Iterable[Kind] | None,
    alarms: bool,
    busy: Iterable[Kind] | None,
    wording: Speaker | None = None,
) -> Wanted:
    """Return what arguments ask for; ``checks`` look through those that not every calendar takes.

    Raises:
        InvalidValueError: with all that is wrong with any of them.
    """
    errors: list[InvalidValueError] = []
    for check in checks:
        _tried(errors, None, check)
    speeches = _tried(errors, _SILENCE, lambda: spoken(language))
    chosen = _tried(errors, _NONE, lambda: checked(KINDS if kinds is None else kinds))
    engaged = None if busy is None else _tried(errors, _NONE, lambda: checked(busy, "busy"))
    _tried(errors, None, lambda: _switch(alarms))
    _tried(errors, None, lambda: is_speaker(wording))
    if errors:
        raise InvalidValueError(*findings_of(errors))
    return Wanted(speeches=speeches, kinds=chosen, alarms=alarms, busy=engaged, wording=wording)


def nothing(kinds: frozenset[Kind], findings: Iterable[Finding], *, path: str) -> UnwritableError:
    """Return the error of a calendar without an entry, which no standard allows and which empties readers' calendars.

    ``path`` names what could have had one; where some ``kinds`` alone were asked for, the cause lies there.
    """
    message, value = "a calendar needs at least one entry, and no entry could be written", None
    hint = "fill in days, or a deadline with a day"
    if len(kinds) < len(KINDS):
        message, path = "a calendar needs at least one entry, and there is no entry of these kinds", "kinds"
        value = ", ".join(kind for kind in KINDS if kind in kinds) or "none"
        hint = "ask for other kinds, too, or fill in the days of these"
    first = Finding(code="ical.empty", message=message, path=path, value=value, rule="RFC 5545 3.6", hint=hint)
    return UnwritableError(first, *findings)


_SILENCE: Final[tuple[Words, ...]] = ()
_NONE: Final[frozenset[Kind]] = frozenset()


def _tried(errors: list[InvalidValueError], otherwise: T, check: Callable[[], T]) -> T:
    """Return what a check gives; where it raises, keep the error."""
    try:
        return check()
    except InvalidValueError as error:
        errors.append(error)
        return otherwise


def _subject(value: object) -> None:
    if not isinstance(value, Conference | Catalog):
        hint = "write a Conference or a Catalog; files.load(path) reads one from a file"
        raise invalid("value.type", "not a Conference or a Catalog", value=value, hint=hint)


def _switch(alarms: object) -> None:
    if not isinstance(alarms, bool):
        raise invalid(
            "value.type", "alarms must be True or False", path="alarms", value=alarms, hint="write True or False"
        )


def file(path: object) -> None:
    """Refuse what names no file.

    Raises:
        InvalidValueError: it is no path.
    """
    if not isinstance(path, str | os.PathLike):
        hint = "write a string or a pathlib.Path"
        raise invalid("value.type", "not a path of a file", path="path", value=path, hint=hint)


def events(conference: Conference, wanted: Wanted, catalog: Catalog | None = None) -> list[Component]:
    """Return the VEVENTs of a conference; ``catalog`` is what it is in, which knows the conferences around it.

    Raises:
        UnwritableError: an entry cannot be right; each finding names the field to fill or to mend.
    """
    return [component for _, component in composed(conference, wanted, catalog)[0]]


def composed(
    conference: Conference, wanted: Wanted, catalog: Catalog | None = None
) -> tuple[list[tuple[Entry, Component]], tuple[Finding, ...]]:
    """Return the entries of a conference, each with its VEVENT, and a note on each date that has none.

    Raises:
        UnwritableError: as `events`.
    """
    found, notes = entries(conference, wanted.kinds)
    tellings = [Telling(conference=conference, words=words) for words in wanted.speeches]
    return [(entry, _made(entry, tellings, wanted, catalog)) for entry in found], notes


def _made(entry: Entry, tellings: Sequence[Telling], wanted: Wanted, catalog: Catalog | None) -> Component:
    told = tell(entry, tellings, wording_of(entry, wanted.wording))
    return _mapping.event(entry, told, alarms=wanted.alarms, busy=wanted.busy, catalog=catalog)
