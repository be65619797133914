"""Rules that find probable mistakes and missing facts in a valid conference.

A conference with findings can still be shown and written to calendars. Each rule yields findings with its codes:

========================  =======  ============================================================================
code                      level    meaning
========================  =======  ============================================================================
``deadline.after-event``  warning  a deadline is after the last day of the event (right for some journals)
``deadline.no-day``       warning  a deadline states no day
``deadline.no-hour``      warning  a deadline states a day without an hour
``deadline.no-zone``      warning  a deadline states no time zone
``days.postponed``        warning  a postponed event still states its original days
``venue.days-outside``    warning  the days of a venue are outside the days of the event
``address.mixed-script``  warning  an address mixes Han and Latin script
``time.skipped``          error    a local time does not exist, since clocks are put forward past it
``time.repeated``         warning  a local time occurs twice, since clocks are put back, and has no offset
``text.one-language``     note     a text is missing in a language that other texts of the conference have
``published.missing``     warning  no publication date: calendar entries need it as their time stamp
``namespace.missing``     warning  no namespace: the id alone identifies the event in calendars
``relation.unresolved``   note     a related event is not in the catalog
========================  =======  ============================================================================
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import attrs

from confkit.errors import Finding, Level, joined_path, require_type
from confkit.model import UND, Catalog, Conference, Days, Deadline, PartialDate, Pending, Text, When, zone
from confkit.model.conference import outdated_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["findings"]


def findings(subject: Conference | Catalog, *, catalog: Catalog | None = None) -> tuple[Finding, ...]:
    """Return the findings of all rules on a conference, or on every conference of a catalog.

    Related events are looked up in ``catalog``. Without ``catalog``, the related events of a catalog are looked up in
    the same catalog, and those of a conference are not found. Findings are ordered by conference, then by rule; the
    tuple is empty if no rule finds anything.

    Raises:
        InvalidValueError: an argument has the wrong type.

    >>> from confkit import Conference
    >>> [finding.code for finding in findings(Conference(id="a-2027", name="A"))]
    ['published.missing', 'namespace.missing']
    """
    require_type(
        "subject", subject, Conference, Catalog, hint="pass a conference or a catalog, such as files.load returns"
    )
    require_type("catalog", catalog, Catalog, type(None), hint="write Catalog([conference])")
    if isinstance(subject, Catalog):
        return tuple(
            finding.under(f"conferences[{number}]")
            for number, conference in enumerate(subject)
            for finding in findings(conference, catalog=catalog or subject)
        )
    return tuple(finding for rule in _RULES for finding in rule(subject, catalog))


def _deadlines(conference: Conference) -> Iterator[tuple[str, Deadline]]:
    """Yield the path and the value of each deadline and milestone."""
    for path, value in _walk(conference):
        if isinstance(value, Deadline):
            yield path, value


def _deadlines_after_event(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    """Report deadlines of calls after the last day of the event."""
    if not isinstance(conference.days, Days):
        return
    last = conference.days.last
    for path, deadline in _deadlines(conference):
        if path.startswith("calls") and isinstance(deadline.at, When) and last.before(deadline.at.date):
            yield Finding(
                code="deadline.after-event",
                level="warning",
                message=f"is after the last day of the event, {last}",
                path=f"{path}.at",
                value=str(deadline.at),
                hint="check the year of the deadline and the year of the event",
            )


_PARTS = {"day": "day", "hour": "hour", "zone": "time zone"}
"""The parts of a date that a deadline should state, and their names in messages."""


def _missing_parts(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    """Report closing dates without a day, an hour or a time zone.

    A start or a notification needs no hour. If the day is missing, only the missing day is reported.
    """
    for path, deadline in _deadlines(conference):
        if not isinstance(deadline.at, When) or not deadline.closes_something:
            continue
        missing = deadline.at.missing
        for part in missing[:1] if "day" in missing else missing:
            if part in _PARTS:
                yield Finding(
                    code=f"deadline.no-{part}",
                    level="warning",
                    message=f"no {_PARTS[part]} is stated; summaries will say so",
                    path=f"{path}.at",
                    value=str(deadline.at),
                    hint=_hint_with_example(part, deadline.at),
                )


def _hint_with_example(part: str, when: When) -> str:
    """Return a hint that shows the date with an example of the missing part."""
    if part == "zone":
        return f"if one was announced, write it, as in {when}[AoE]"
    if part == "day":
        return "once one is announced, write it, as in 2025-04-13"
    return f"if one was announced, write it, as in {attrs.evolve(when, time=dt.time(23, 59))}"


def _days_of_postponed_event(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    """Report the original days of a postponed event."""
    days = outdated_days(conference)
    if days:
        yield Finding(
            code="days.postponed",
            level="warning",
            message="the event is postponed, so these days no longer hold; summaries will say so",
            path="days",
            value=str(days),
            hint="move them to history and write {pending: tbd}; if they are the new days, write status: rescheduled",
        )


def _venue_days_outside(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    """Report venues whose days are outside the days of the event."""
    days = conference.days
    if not isinstance(days, Days):
        return
    for number, venue in enumerate(conference.venues):
        own = venue.days
        if own and (own.first.before(days.first) or days.last.before(own.last)):
            yield Finding(
                code="venue.days-outside",
                level="warning",
                message=f"outside the days of the event, {days}",
                path=f"venues[{number}].days",
                value=str(own),
                hint="extend the days of the event, or correct the days of the venue",
            )


_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]{2}")


def _mixed_scripts(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    """Report addresses that mix Han and Latin script in one language."""
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


def _skipped_or_repeated_times(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    """Report local times that do not exist, or that occur twice, because clocks are put forward or back."""
    dates = [(path, value) for path, value in _walk(conference) if isinstance(value, When)]
    for path, when in (*dates, *_opening_times(conference)):
        problem = when.local_problem
        if problem == "skipped":
            yield _time_finding(
                path, when, problem, "error", "this time does not exist: clocks are put forward past it"
            )
        elif problem and when.fold is None:
            yield _time_finding(path, when, problem, "warning", "this time occurs twice, since clocks are put back")


def _opening_times(conference: Conference) -> Iterator[tuple[str, When]]:
    """Yield the local times at which the event opens and closes on its first and last day, with their path."""
    days, hours, key = conference.days, conference.hours, conference.local_timezone
    if not isinstance(days, Days) or hours is None or key is None:
        return
    for date in {day: None for day in (days.first, days.last) if day.day is not None}:
        closing = date if hours.closes > hours.opens else _next_day(date)
        yield "hours", When(date=date, time=hours.opens, zone=zone(key))
        yield "hours", When(date=closing, time=hours.closes, zone=zone(key))


def _next_day(date: PartialDate) -> PartialDate:
    """Return the next day; the last day that Python can represent is returned unchanged."""
    return date if date.first == dt.date.max else PartialDate.of(date.first + dt.timedelta(days=1))


_LOCAL_HINTS = {
    "skipped": "write a time that clocks show on that day",
    "repeated": "write the offset too, for example 2025-11-02T01:30-05:00[America/New_York]",
}
_HINT_FOR_HOURS = "calendars use the earlier of the two; if the later is meant, state it in the description"
"""The hint for an hour that occurs twice in the field ``hours``, which cannot state an offset from UTC."""


def _time_finding(path: str, when: When, problem: str, level: Level, message: str) -> Finding:
    """Return the finding on a local time that is skipped or repeated when clocks are changed."""
    hint = _HINT_FOR_HOURS if (path, problem) == ("hours", "repeated") else _LOCAL_HINTS[problem]
    return Finding(code=f"time.{problem}", level=level, message=message, path=path, value=str(when), hint=hint)


def _missing_languages(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    """Report each text that lacks a language of another text; if all texts have one language, report this once."""
    texts = [(path, value) for path, value in _walk(conference) if isinstance(value, Text) and UND not in value]
    languages = dict.fromkeys(tag for _, text in texts for tag in text)
    if len(languages) == 1:
        yield _one_language_finding(next(iter(languages)), *texts[0])
        return
    for path, text in texts:
        missing = [tag for tag in languages if tag not in text.languages]
        if missing:
            yield Finding(
                code="text.one-language",
                level="note",
                message=f"missing in {', '.join(missing)}; summaries will show another language",
                path=path,
                value=str(text),
                hint=f"add the text in {missing[0]}",
            )


def _one_language_finding(language: str, path: str, text: Text) -> Finding:
    """Return the finding on a conference whose texts are all in one language; it points to the first text."""
    return Finding(
        code="text.one-language",
        level="note",
        message=f"this text and all others are in {language} only",
        path=path,
        value=str(text),
        hint=f"add the language of other readers, such as {'en' if language.startswith('zh') else 'zh-Hans'}",
    )


def _missing_publication_date(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    """Report a missing publication date."""
    if conference.published is None:
        yield Finding(
            code="published.missing",
            level="warning",
            message="no publication date: calendar entries need it as their time stamp",
            path="published",
            rule="RFC 5545 3.8.7.2",
            hint="write published: and the day of the announcement",
        )


def _missing_namespace(conference: Conference, _: Catalog | None) -> Iterator[Finding]:
    """Report a missing namespace."""
    if conference.namespace is None:
        yield Finding(
            code="namespace.missing",
            level="warning",
            message="no namespace: the id alone identifies the event in calendars, and another event may have it too",
            path="namespace",
            rule="RFC 7986 5.3",
            hint="write namespace: and a domain that you own",
        )


def _unresolved_relations(conference: Conference, catalog: Catalog | None) -> Iterator[Finding]:
    """Report related events that are not in the catalog."""
    for number, relation in enumerate(conference.relations):
        if catalog is None or catalog.resolve(relation.target) is None:
            target = relation.target.name or relation.target.id or relation.target.url
            yield Finding(
                code="relation.unresolved",
                level="note",
                message="this event is not among the events that were checked",
                path=f"relations[{number}].target",
                value=str(target),
                hint="if it has a file of its own, write its id here, and check both files together",
            )


def _walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401  # any value of the model
    """Yield the key path and the value of every field and list item inside a value of the model, at any depth."""
    if path:
        yield path, value
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _walk(item, f"{path}[{number}]")
    elif attrs.has(type(value)) and not isinstance(value, Text | Pending):
        for field in attrs.fields(type(value)):
            item = getattr(value, field.name)
            if item is not None and item != ():
                yield from _walk(item, joined_path(path, field.name))


_RULES: tuple[Callable[[Conference, Catalog | None], Iterable[Finding]], ...] = (
    _deadlines_after_event,
    _missing_parts,
    _days_of_postponed_event,
    _venue_days_outside,
    _mixed_scripts,
    _skipped_or_repeated_times,
    _missing_languages,
    _missing_publication_date,
    _missing_namespace,
    _unresolved_relations,
)
