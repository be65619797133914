"""Whole calendars: as bytes, as a file, as objects of the ``icalendar`` package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from confkit import _whole, facts, words
from confkit.errors import Finding, UnwritableError
from confkit.ical import _mapping
from confkit.ical._component import Component
from confkit.ical._entries import Kind, checked, entries
from confkit.ical._texts import Telling
from confkit.ical._writer import write
from confkit.ical._zones import timezones
from confkit.model import Catalog, Conference

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    import icalendar

__all__ = ["calendar", "dump", "dumps", "left_out"]


def dumps(
    conference: Conference | Catalog, *, language: str = "en", kinds: Iterable[Kind] | None = None, alarms: bool = True
) -> bytes:
    r"""Return the calendar of a conference, or of a catalog, for a reader to download and open.

    One entry for the event, one for each deadline and milestone that has a day, one for each venue with days of its
    own, one for the time of registration; ``kinds`` chooses among `KINDS`. What has only a month or a year is no entry
    (`left_out` lists it). A day without an hour is a whole day, and the text says that no hour was stated. ``language``
    is a BCP 47 tag; what is missing in it comes in the best other language. Deadlines remind a week and a day before
    unless ``alarms`` is false. The same conference gives the same bytes with the same tzdata, on every machine.

    Raises:
        InvalidValueError: there is no such language or kind.
        UnwritableError: an entry cannot be right, or there would be none; each finding names the field to fill.

    >>> import datetime as dt
    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="A Day", days=Days.parse("2027-05-01"), published=dt.date(2027, 1, 2))
    >>> dumps(day).startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    True
    """
    return write(_component(conference, language, checked(kinds), alarms=alarms))


def dump(
    conference: Conference | Catalog,
    path: str | os.PathLike[str],
    *,
    language: str = "en",
    kinds: Iterable[Kind] | None = None,
    alarms: bool = True,
) -> None:
    """Write what `dumps` gives to a file, which is replaced at once: the old or the new one lies there whole.

    Raises:
        FileError: the file cannot be written.
        InvalidValueError, UnwritableError: as `dumps`.
    """
    _whole.write(path, dumps(conference, language=language, kinds=kinds, alarms=alarms))


def calendar(
    conference: Conference | Catalog, *, language: str = "en", kinds: Iterable[Kind] | None = None, alarms: bool = True
) -> icalendar.Calendar:
    """Return what `dumps` gives as an object of the ``icalendar`` package, to go on from there.

    >>> import datetime as dt
    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="A Day", days=Days.parse("2027-05-01"), published=dt.date(2027, 1, 2))
    >>> [str(event["SUMMARY"]) for event in calendar(day).walk("VEVENT")]
    ['A Day']
    """
    import icalendar  # deferred: writing does not need it, and it costs 50 ms

    data = dumps(conference, language=language, kinds=kinds, alarms=alarms)
    # What type it says that it returns differs from version to version.
    parsed: Any = icalendar.Calendar.from_ical(data.decode())
    return cast("icalendar.Calendar", parsed)


def left_out(conference: Conference | Catalog, *, kinds: Iterable[Kind] | None = None) -> tuple[Finding, ...]:
    """Return a note on each date that has no entry, because it is not known to the day: it is in the text alone.

    Raises:
        InvalidValueError, UnwritableError: as `dumps`.

    >>> from confkit import Conference, Registration, When
    >>> day = Conference(id="day-2027", name="A Day", registration=Registration(details_expected=When.parse("2027-04")))
    >>> [(note.path, note.value) for note in left_out(day)]
    [('days', None), ('registration.details_expected', '2027-04')]
    """
    chosen = checked(kinds)
    return tuple(note for prefix, one in _each(conference) for note in _under(prefix, entries(one, chosen)[1]))


def _component(conference: Conference | Catalog, language: str, kinds: frozenset[Kind], *, alarms: bool) -> Component:
    speech = words.of(language)
    events: list[Component] = []
    problems: list[Finding] = []
    for prefix, one in _each(conference):
        try:
            events += _events(one, speech, kinds, alarms=alarms)
        except UnwritableError as error:
            problems += _under(prefix, error.findings)
    if problems:
        raise UnwritableError(*problems)
    if not events:
        message = "a calendar holds an entry at least, and nothing here has a day"
        hint = "fill days, or a deadline with a day"
        raise UnwritableError(
            Finding(code="ical.empty", message=message, path="days", rule="RFC 5545 3.6", hint=hint),
            *left_out(conference, kinds=kinds),
        )
    return Component("VCALENDAR", _mapping.HEAD, (*timezones(events), *events))


def _events(conference: Conference, speech: words.Words, kinds: frozenset[Kind], *, alarms: bool) -> list[Component]:
    found, _ = entries(conference, kinds)
    telling = Telling(conference=conference, words=speech, facts=facts.of(conference, language=speech.tag))
    parent = any(entry.kind == "event" for entry in found)
    return [_mapping.event(entry, telling, alarms=alarms, parent=parent) for entry in found]


def _each(conference: Conference | Catalog) -> Iterator[tuple[str, Conference]]:
    """Yield conferences, each with where it is."""
    if isinstance(conference, Conference):
        yield "", conference
    else:
        yield from ((f"conferences[{number}]", one) for number, one in enumerate(conference))


def _under(prefix: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding.under(prefix) for finding in findings)
