"""Rules over a conference or a catalog: what is allowed and yet probably wrong, or good to know.

Nothing here stops anything. A rule looks at a conference and yields findings, each with its code:

========================  =======  ============================================================================
code                      level    what it says
========================  =======  ============================================================================
``deadline.after-event``  warning  a deadline falls after the last day of the event (right for some journals)
``deadline.no-day``       warning  a deadline states no day
``deadline.no-hour``      warning  a deadline states a day and no hour
``deadline.no-zone``      warning  a deadline states no time zone
``days.postponed``        warning  a postponed event keeps the days that no longer hold
``venue.days-outside``    warning  a venue's own days lie outside the event's
``address.mixed-script``  warning  an address mixes Han and Latin script
``time.skipped``          error    a local time that does not exist, since clocks spring forward over it
``time.repeated``         warning  a local time that exists twice, and nothing says which is meant
``text.one-language``     note     words that are missing in a language that the rest of the conference speaks
``published.missing``     warning  no day of publication: calendar entries have no stamp
``namespace.missing``     warning  no namespace: the id alone makes the calendar identity
``relation.unresolved``   note     a related event that no catalog here holds
========================  =======  ============================================================================
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import attrs

from confkit.errors import Finding, Level, demand, joined_path
from confkit.model import UND, Catalog, Conference, Days, Deadline, PartialDate, Pending, Text, When, zone
from confkit.model.conference import lost_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["findings"]


def findings(subject: Conference | Catalog, *, catalog: Catalog | None = None) -> tuple[Finding, ...]:
    """Return what there is to say about a conference, or about every conference of a catalog.

    Relations are resolved in ``catalog``, or in the catalog that is checked. The findings come in the order of the
    conferences and of the rules; an empty tuple means that there is nothing to say.

    Raises:
        InvalidValueError: an argument is of another type.

    >>> from confkit import Conference
    >>> [finding.code for finding in findings(Conference(id="a-2027", name="A"))]
    ['published.missing', 'namespace.missing']
    """
    demand("subject", subject, Conference, Catalog, hint="give a conference or a catalog, such as files.load returns")
    demand("catalog", catalog, Catalog, type(None), hint="write Catalog([conference])")
    if isinstance(subject, Catalog):
        return tuple(
            finding.under(f"conferences[{number}]")
            for number, conference in enumerate(subject)
            for finding in findings(conference, catalog=catalog or subject)
        )
    return tuple(finding for rule in _RULES for finding in rule(subject, catalog))


def _deadlines(conference: Conference) -> Iterator[tuple[str, Deadline]]:
    for path, value in _walk(conference):
        if isinstance(value, Deadline):
            yield path, value


def _after_event(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    if not isinstance(conference.days, Days):
        return
    last = conference.days.last
    for path, deadline in _deadlines(conference):
        if path.startswith("calls") and isinstance(deadline.at, When) and last.before(deadline.at.date):
            yield Finding(
                code="deadline.after-event",
                level="warning",
                message=f"falls after the event's last day, {last}",
                path=f"{path}.at",
                value=str(deadline.at),
                hint="see whether the year of the deadline and of the event are right",
            )


_GAPS = {"day": "day", "hour": "hour", "zone": "time zone"}


def _not_stated(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    """A start and a notification are whole days; without a day, an hour would mean nothing."""
    for path, deadline in _deadlines(conference):
        if not isinstance(deadline.at, When) or not deadline.closes_something:
            continue
        missing = deadline.at.missing
        for gap in missing[:1] if "day" in missing else missing:
            if gap in _GAPS:
                yield Finding(
                    code=f"deadline.no-{gap}",
                    level="warning",
                    message=f"states no {_GAPS[gap]}, and readers will be told so",
                    path=f"{path}.at",
                    value=str(deadline.at),
                    hint=_as_in(gap, deadline.at),
                )


def _as_in(gap: str, when: When) -> str:
    """Return how to fill a gap of a moment, with what was stated as it is and an example of what was not."""
    if gap == "zone":
        return f"if one was announced, write it, as in {when}[AoE]"
    if gap == "day":
        return "once one is announced, write it, as in 2025-04-13"
    return f"if one was announced, write it, as in {attrs.evolve(when, time=dt.time(23, 59))}"


def _postponed(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    days = lost_days(conference)
    if days:
        yield Finding(
            code="days.postponed",
            level="warning",
            message="no longer hold, since the event was postponed; readers will be told so",
            path="days",
            value=str(days),
            hint="move them to history and write {pending: tbd}; if they are new, write status: rescheduled",
        )


def _venue_days(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    days = conference.days
    if not isinstance(days, Days):
        return
    for number, venue in enumerate(conference.venues):
        own = venue.days
        if own and (own.first.before(days.first) or days.last.before(own.last)):
            yield Finding(
                code="venue.days-outside",
                level="warning",
                message=f"lies outside the event's days, {days}",
                path=f"venues[{number}].days",
                value=str(own),
                hint="widen the event's days, or mend the venue's",
            )


_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]{2}")


def _mixed_script(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    for number, venue in enumerate(conference.venues):
        words = venue.address.text.items() if venue.address and venue.address.text else ()
        for tag, value in words:
            if _HAN.search(value) and _LATIN.search(value):
                yield Finding(
                    code="address.mixed-script",
                    level="warning",
                    message="mixes Han and Latin script; it is printed as published",
                    path=f"venues[{number}].address.text" + ("" if tag == UND else f".{tag}"),
                    value=value,
                    hint="add the parts (street, district, locality) in each language",
                )


def _local_times(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    moments = [(path, value) for path, value in _walk(conference) if isinstance(value, When)]
    for path, when in (*moments, *_opening_times(conference)):
        problem = when.local_problem
        if problem == "skipped":
            yield _local_time(path, when, problem, "error", "does not exist: clocks spring forward over it")
        elif problem and when.fold is None:
            yield _local_time(path, when, problem, "warning", "exists twice, and nothing says which is meant")


def _opening_times(conference: Conference) -> Iterator[tuple[str, When]]:
    days, hours, key = conference.days, conference.hours, conference.local_timezone
    if not isinstance(days, Days) or hours is None or key is None:
        return
    for date in {day: None for day in (days.first, days.last) if day.day is not None}:
        closing = date if hours.closes > hours.opens else _next_day(date)
        yield "hours", When(date=date, time=hours.opens, zone=zone(key))
        yield "hours", When(date=closing, time=hours.closes, zone=zone(key))


def _next_day(date: PartialDate) -> PartialDate:
    return date if date.first == dt.date.max else PartialDate.of(date.first + dt.timedelta(days=1))


_LOCAL_HINTS = {
    "skipped": "write a time that the clocks show on that day",
    "repeated": "write the offset too, as in 2025-11-02T01:30-05:00[America/New_York]",
}
_HOURS_TWICE = "calendars take the first of the two; if the second is meant, say so in the description"
"""Hours have no place for an offset."""


def _local_time(path: str, when: When, problem: str, level: Level, says: str) -> Finding:
    hint = _HOURS_TWICE if (path, problem) == ("hours", "repeated") else _LOCAL_HINTS[problem]
    return Finding(code=f"time.{problem}", level=level, message=says, path=path, value=str(when), hint=hint)


def _one_language(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    texts = [(path, value) for path, value in _walk(conference) if isinstance(value, Text) and UND not in value]
    spoken = dict.fromkeys(tag for _, text in texts for tag in text)
    if len(spoken) == 1:
        yield _only(next(iter(spoken)), *texts[0])
        return
    for path, text in texts:
        missing = [tag for tag in spoken if tag not in text.languages]
        if missing:
            yield Finding(
                code="text.one-language",
                level="note",
                message=f"has no words in {', '.join(missing)}; those readers see another language",
                path=path,
                value=str(text),
                hint=f"add {missing[0]}",
            )


def _only(language: str, path: str, text: Text) -> Finding:
    return Finding(
        code="text.one-language",
        level="note",
        message=f"everything is in {language} alone, from here on",
        path=path,
        value=str(text),
        hint=f"add the words of your other readers, such as {'en' if language.startswith('zh') else 'zh-Hans'}",
    )


def _published(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    if conference.published is None:
        yield Finding(
            code="published.missing",
            level="warning",
            message="no day of publication: calendar entries cannot be stamped",
            path="published",
            rule="RFC 5545 3.8.7.2",
            hint="write published: with the day of the announcement",
        )


def _namespace(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    if conference.namespace is None:
        yield Finding(
            code="namespace.missing",
            level="warning",
            message="no namespace: the id alone makes the calendar identity, and another list may use the same id",
            path="namespace",
            rule="RFC 7986 5.3",
            hint="write namespace: with a domain that you own",
        )


def _unresolved(conference: Conference, catalog: Catalog | None) -> Iterator[Finding]:
    for number, relation in enumerate(conference.relations):
        if catalog is None or catalog.resolve(relation.target) is None:
            known = relation.target.name or relation.target.id or relation.target.url
            yield Finding(
                code="relation.unresolved",
                level="note",
                message="stays a name: no catalog here holds this event",
                path=f"relations[{number}].target",
                value=str(known),
                hint="give it the id of an event in the same catalog, if there is one",
            )


def _walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401  # any value of the model
    """Yield every value of the model inside ``value``, with its key path."""
    if path:
        yield path, value
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _walk(item, f"{path}[{number}]")
    elif attrs.has(type(value)) and not isinstance(value, Text | Pending):
        for field in attrs.fields(type(value)):
            held = getattr(value, field.name)
            if held is not None and held != ():
                yield from _walk(held, joined_path(path, field.name))


_RULES: tuple[Callable[[Conference, Catalog | None], Iterable[Finding]], ...] = (
    _after_event,
    _not_stated,
    _postponed,
    _venue_days,
    _mixed_script,
    _local_times,
    _one_language,
    _published,
    _namespace,
    _unresolved,
)
