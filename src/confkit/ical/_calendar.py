"""Whole calendars: as bytes, as a file, as objects of the ``icalendar`` package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from confkit import _atomic_files
from confkit.errors import Finding, UnwritableError
from confkit.ical import _mapping
from confkit.ical._component import Component
from confkit.ical._entries import entries
from confkit.ical._events import Wanted, events, file, nothing, wanted
from confkit.ical._writer import write
from confkit.ical._zones import timezones
from confkit.model import Catalog, Conference

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence

    import icalendar

    from confkit.ical._entry import Kind
    from confkit.ical._wording import Speaker

__all__ = ["calendar", "dump", "dumps", "left_out"]


def dumps(
    conference: Conference | Catalog,
    *,
    language: str | Sequence[str] = "en",
    kinds: Iterable[Kind] | None = None,
    alarms: bool = True,
    busy: Iterable[Kind] | None = None,
    wording: Speaker | None = None,
) -> bytes:
    r"""Return the calendar of a conference, or of a catalog, for a reader to download and open.

    One entry for the event, one for each deadline and milestone that has a day, one for each venue with days of its
    own, one for the time of registration. What has only a month or a year is no entry (`left_out` lists it). A day
    without an hour is a whole day, and the text says that no hour was stated. The same conference gives the same bytes
    with the same tzdata, on every machine.

    Args:
        conference: what the calendar is of. In a catalog, an event names those of it that it belongs to.
        language: BCP 47 tag of a language that confkit speaks; what is missing in it comes in the best other language.
            Several, as in ``("zh", "en")``, make one calendar for readers of both: each text holds all of them, in
            their order, and says once what is the same in all.
        kinds: the entries to write, some of `KINDS`; all of them by default.
        alarms: whether deadlines remind a week and a day before.
        busy: the kinds of entries at which people are busy, unless they are called off; by default, an event with
            hours.
        wording: gives words of your own for an `Entry`, or ``None`` where confkit's will do. What they say is
            yours to keep right: confkit goes on to say the rest, and composes no more than that.

    Raises:
        InvalidValueError: there is no such language or kind, or a language is named twice.
        UnwritableError: an entry cannot be right, or there would be none; each finding names the field to fill.

    >>> import datetime as dt
    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="A Day", days=Days.parse("2027-05-01"), published=dt.date(2027, 1, 2))
    >>> dumps(day).startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    True
    """
    chosen = wanted(conference, language=language, kinds=kinds, alarms=alarms, busy=busy, wording=wording)
    return write(_component(conference, chosen))


def dump(
    conference: Conference | Catalog,
    path: str | os.PathLike[str],
    *,
    language: str | Sequence[str] = "en",
    kinds: Iterable[Kind] | None = None,
    alarms: bool = True,
    busy: Iterable[Kind] | None = None,
    wording: Speaker | None = None,
) -> None:
    """Write what `dumps` gives to a file, which is replaced at once: the old or the new one lies there whole.

    Raises:
        FileError: the file cannot be written.
        InvalidValueError, UnwritableError: as `dumps`.
    """
    chosen = wanted(
        conference, lambda: file(path), language=language, kinds=kinds, alarms=alarms, busy=busy, wording=wording
    )
    _atomic_files.write_bytes(path, write(_component(conference, chosen)))


def calendar(
    conference: Conference | Catalog,
    *,
    language: str | Sequence[str] = "en",
    kinds: Iterable[Kind] | None = None,
    alarms: bool = True,
    busy: Iterable[Kind] | None = None,
    wording: Speaker | None = None,
) -> icalendar.Calendar:
    """Return what `dumps` gives as an object of the ``icalendar`` package, to go on from there.

    >>> import datetime as dt
    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="A Day", days=Days.parse("2027-05-01"), published=dt.date(2027, 1, 2))
    >>> [str(event["SUMMARY"]) for event in calendar(day).walk("VEVENT")]
    ['A Day']
    """
    import icalendar  # deferred: writing does not need it, and it costs 50 ms

    data = dumps(conference, language=language, kinds=kinds, alarms=alarms, busy=busy, wording=wording)
    # What type it says that it returns differs from version to version.
    parsed: Any = icalendar.Calendar.from_ical(data.decode())
    return cast("icalendar.Calendar", parsed)


def left_out(conference: Conference | Catalog, *, kinds: Iterable[Kind] | None = None) -> tuple[Finding, ...]:
    """Return a note on each date that has no entry, because it is not known to the day, and on calls without any.

    What there is to say of them is in the entry of the event itself.

    Raises:
        InvalidValueError, UnwritableError: as `dumps`.

    >>> from confkit import Conference, Registration, When
    >>> day = Conference(id="day-2027", name="A Day", registration=Registration(details_expected=When.parse("2027-04")))
    >>> [(note.path, note.value) for note in left_out(day)]
    [('days', None), ('registration.details_expected', '2027-04')]
    """
    return _left_out(conference, wanted(conference, kinds=kinds).kinds)


def _component(conference: Conference | Catalog, wanted: Wanted) -> Component:
    catalog = conference if isinstance(conference, Catalog) else None
    found: list[Component] = []
    problems: list[Finding] = []
    for prefix, one in _each(conference):
        try:
            found += events(one, wanted, catalog)
        except UnwritableError as error:
            problems += _under(prefix, error.findings)
    if problems:
        raise UnwritableError(*problems)
    if not found:
        raise nothing(wanted.kinds, _left_out(conference, wanted.kinds), path="days")
    return Component("VCALENDAR", _mapping.HEAD, (*timezones(found), *found))


def _left_out(conference: Conference | Catalog, kinds: frozenset[Kind]) -> tuple[Finding, ...]:
    return tuple(note for prefix, one in _each(conference) for note in _under(prefix, entries(one, kinds)[1]))


def _each(conference: Conference | Catalog) -> Iterator[tuple[str, Conference]]:
    """Yield conferences, each with where it is."""
    if isinstance(conference, Conference):
        yield "", conference
    else:
        yield from ((f"conferences[{number}]", one) for number, one in enumerate(conference))


def _under(prefix: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding.under(prefix) for finding in findings)
