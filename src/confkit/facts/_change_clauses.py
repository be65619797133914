"""The clause that tells a change."""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from confkit.changes import without_numbers
from confkit.facts._change_back import date_back, days_back, days_between, not_cancelled, not_cancelled_and
from confkit.facts._change_items import call_clause, ticket_clause
from confkit.facts._change_labels import PROSE
from confkit.facts._change_places import address_clause, distance_clause
from confkit.facts._change_values import addresses, change_value, ends, short
from confkit.facts._dates import moved, year_needed
from confkit.facts._days import undated
from confkit.facts._fact import plain
from confkit.facts._marks import named
from confkit.facts._moments import extended, reworded
from confkit.model import UND, Address, CallForProposals, Days, Deadline, Distance, Pending, Text, Ticket, When, serves
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from confkit.changes import Change
    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.words import Message

__all__ = ["clause", "clause_of_cancelled", "clause_of_status", "part_clause"]

_EVENT: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "event.confirmed": message("change of an event", "the event is confirmed as scheduled"),
        "event.moved_online": message("change of an event", "the event moves online"),
        "event.postponed": message("change of an event", "the event has been postponed"),
        "event.rescheduled": message("change of an event", "the event has been rescheduled"),
        "event.tentative": message("change of an event", "the event is now tentative"),
        "registration.added": message("change of an event", "registration details have been announced"),
        "registration.removed": message("change of an event", "the registration details no longer hold"),
    }
)
"""What can be said without a value."""

_BACK: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "moved_online": message("change of an event", "the event is no longer moved online"),
        "postponed": message("change of an event", "the event is scheduled again"),
        "rescheduled": message("change of an event", "the event is scheduled again"),
    }
)
"""What it means that an event is scheduled, by what it was before; one that was tentative is confirmed."""

_RESCHEDULED: Final[Mapping[bool, Message]] = MappingProxyType(
    {
        False: message("change of an event", "the event has been rescheduled from {before} to {after}"),
        True: message("change of an event of several days", "the event has been rescheduled from {before} to {after}"),
    }
)
"""By whether there are several days, before or after."""

_RESCHEDULED_IN_SHORT: Final[Mapping[bool, Message]] = MappingProxyType(
    {
        False: message("change of an event in short", "rescheduled from {before} to {after}"),
        True: message("change of an event of several days in short", "rescheduled from {before} to {after}"),
    }
)
"""As `_RESCHEDULED`, after the name of the event."""

_HAD_MOVED: Final[Mapping[bool, Message]] = MappingProxyType(
    {
        False: message("change of an event", "the event had been moved from {before} to {after}"),
        True: message("change of an event of several days", "the event had been moved from {before} to {after}"),
    }
)
"""As `_RESCHEDULED`, of an event that was cancelled since."""

_OF_DATES: Final = frozenset({"brought_forward", "cancelled", "changed", "extended", "restated", "set", "withdrawn"})
"""What happens to a date, apart from a move of one that closes nothing."""


def clause(teller: Teller, change: Change, about: object, label: Runs, *, year: bool) -> Runs:
    """Return what changed; ``about`` is the value or what holds it, ``label`` its name.

    ``year=False`` leaves out a year that the reader knows from the event's own days, and the event after its name.
    """
    both = isinstance(change.old, When | Pending) and isinstance(change.new, When | Pending)
    if change.kind == "order.changed":
        return teller.say("change", "{label} listed in another order", label=label)
    if change.path in {"status", "registration"} and change.kind in _EVENT:
        return _event(teller, change)
    whole = _days(teller, change, label, brief=not year) if change.path == "days" else _whole(teller, change, year=year)
    if whole:
        return whole
    if both:
        return _date(teller, change, about, label, year=year or _says_year(teller, change))
    if isinstance(change.new if change.old is None else change.old, Text):
        return _text(teller, change, label)
    return _other(teller, change, label)


def _event(teller: Teller, change: Change) -> Runs:
    """What became of the event, or of registration, where that is said without a value."""
    if change.old == "cancelled":
        return not_cancelled(teller, change)
    again = _BACK.get(str(change.old)) if change.kind == "event.confirmed" else None
    return teller.say(*(again or _EVENT[change.kind]))


def _whole(teller: Teller, change: Change, *, year: bool) -> Runs:
    """A call, a ticket, an address or a distance; empty where there are no words of its own for the change."""
    old, new = change.old, change.new
    one = new if old is None else old
    if isinstance(one, CallForProposals):
        return call_clause(teller, one, new=old is None, year=year)
    if isinstance(old, Ticket) and isinstance(new, Ticket):
        return ticket_clause(teller, old, new, year=year)
    if isinstance(old, Address) and isinstance(new, Address):
        return address_clause(teller, old, new)
    return distance_clause(teller, change.old, change.new) if isinstance(one, Distance) else ()


def _other(teller: Teller, change: Change, label: Runs) -> Runs:
    thing, _, verb = change.kind.partition(".")
    before, after = (change_value(teller, change.path, value) for value in (change.old, change.new))
    if change.path == "updated" and after:
        return teller.say("change of an event", "the announcement was updated on {after}", after=after)
    if thing == "online":
        return teller.aside(_online(teller, verb), after)
    if change.kind == "venue.changed" and _tell_apart(before, after):
        return _moved(teller, before, after)
    if _elsewhere(change):
        return _moved_link(teller, change, label)
    if verb == "hours_set":
        return teller.say("change", "{label} set to {after}", label=label, after=after)
    return _plainly(teller, verb.removeprefix("hours_"), label, before, after)


def _moved(teller: Teller, before: Runs, after: Runs) -> Runs:
    return teller.say("change", "venue changed from {before} to {after}", before=before, after=after)


def clause_of_cancelled(teller: Teller, days: Days | Pending | None) -> Runs:
    """Return that an event is cancelled, with the days that readers knew, else those that it would have had."""
    known = days if isinstance(days, Days) else teller.conference.days
    if not isinstance(known, Days):
        return teller.say("change of an event", "the event has been cancelled")
    said = message("change of an event", "the event planned for {before} has been cancelled")
    return teller.say(*said, before=short(teller, known))


def clause_of_status(teller: Teller, group: tuple[Change, ...]) -> Runs:
    """Return what an event became, with what else changed by that: its days, or how one takes part."""
    status, other = group[:2]
    if status.old == "cancelled":
        return not_cancelled_and(teller, status, other)
    if status.kind == "event.moved_online":
        return teller.aside(teller.say(*_EVENT[status.kind]), change_value(teller, other.path, other.new))
    return teller.say(
        "change of an event",
        "the event has been postponed; it was planned for {before}, and a new date will be announced",
        before=short(teller, other.old),
    )


def _elsewhere(change: Change) -> bool:
    """Whether a link leads elsewhere, and there are no words for where it led and leads."""
    if change.old is None or change.new is None or not (addresses(change.old) or addresses(change.new)):
        return False
    return bool(change.old.url != change.new.url)


def _moved_link(teller: Teller, change: Change, label: Runs) -> Runs:
    if change.path.endswith(("submit", "registration.link")):
        return teller.say("change", "{label} changed", label=label)
    return teller.say("change of a link", "{label} address changed", label=label)


def part_clause(teller: Teller, part: Runs, said: Runs) -> Runs:
    """Return a clause on something inside a call, a venue or a date, whose name it begins with."""
    if ": " in plain(said):
        return teller.say("change", "{part} — {change}", part=part, change=said)
    return teller.say("change", "{part}: {change}", part=part, change=said)


def _plainly(teller: Teller, verb: str, label: Runs, before: Runs, after: Runs) -> Runs:
    """What was before and what is now, as far as there are words for it."""
    if verb == "added" and after:
        return teller.say("change", "{label} added: {after}", label=label, after=after)
    if verb == "added":
        return teller.say("change", "{label} added", label=label)
    if verb == "removed" and before:
        return teller.say("change", "{label} removed: {before}", label=label, before=before)
    if verb == "removed":
        return teller.say("change", "{label} removed", label=label)
    if _tell_apart(before, after):
        values = {"label": label, "before": before, "after": after}
        return teller.say("change", "{label} changed from {before} to {after}", **values)
    return teller.say("change", "{label} updated", label=label)


def _tell_apart(before: Runs, after: Runs) -> bool:
    return bool(before and after) and plain(before) != plain(after)


def _days(teller: Teller, change: Change, label: Runs, *, brief: bool) -> Runs:
    old, new = change.old, change.new
    if isinstance(new, Days):
        if change.kind == "event.restored":
            return days_back(teller, new)
        return _dated(teller, old, new, label, brief=brief)
    old = days_between(teller) if change.kind == "event.restored" else old
    if new is None:
        return _plainly(teller, "removed", label, short(teller, old), ())
    if not isinstance(old, Days):
        return undated(teller, new)
    if new.reason == "tbd":
        said = message("change of an event", "the date of {before} no longer holds; a new date will be announced")
        return teller.say(*said, before=short(teller, old))
    said = message("change of an event", "the date of {before} no longer holds; it is now {after}")
    if new.reason in {"none", "rolling"}:
        said = message("change of an event", "the date of {before} no longer holds; there is now {after}")
    return teller.say(*said, before=short(teller, old), after=short(teller, new))


def _dated(teller: Teller, old: Days | Pending | None, new: Days, label: Runs, *, brief: bool) -> Runs:
    if not isinstance(old, Days):
        return teller.say("change", "{label} set to {after}", label=label, after=short(teller, new))
    before, after = ends(teller, old, new, year=True)
    several = old.first != old.last or new.first != new.last
    forms = _RESCHEDULED_IN_SHORT if brief else _RESCHEDULED
    if teller.conference.status == "cancelled":
        forms = _HAD_MOVED
    return teller.say(*forms[several], before=before, after=after)


def _date(teller: Teller, change: Change, about: object, label: Runs, *, year: bool) -> Runs:
    verb = change.kind.partition(".")[2]
    if verb == "restored" and isinstance(about, Deadline):
        return date_back(teller, about, label, year=year)
    if verb not in _OF_DATES and not reworded(change.old, change.new):
        before, after = ends(teller, change.old, change.new, year=year)
        return moved(teller, about, label, before=before, after=after)
    return extended(teller, change.old, change.new, label, year=year)


def _says_year(teller: Teller, change: Change) -> bool:
    return any(isinstance(one, When) and year_needed(teller, one) for one in (change.old, change.new))


def _text(teller: Teller, change: Change, label: Runs) -> Runs:
    """Words in several languages: those that changed are shown where they are the reader's, and short."""
    old, new, verb = change.old, change.new, change.kind.partition(".")[2]
    where = without_numbers(change.path)
    tell = teller.text if where == "formats[]" else functools.partial(named, teller)
    before, after = (() if one is None else tell(one) for one in (old, new))
    prose = where in PROSE
    if old is None or new is None:
        return _plainly(teller, verb, label, () if prose else before, () if prose else after)
    languages = [tag for tag in dict.fromkeys((*old, *new)) if tag != UND and old.get(tag) != new.get(tag)]
    names = teller.own(teller.words.items([teller.words.language_name(tag) for tag in languages]))
    if verb == "translated" and names:
        return teller.say("change", "{label} now also in {languages}", label=label, languages=names)
    if not prose and _tell_apart(before, after):
        if change.kind == "venue.changed":
            return _moved(teller, before, after)
        return _plainly(teller, "changed", label, before, after)
    said = teller.say("change", "{label} changed", label=label)
    if [tag for tag in languages if serves(tag, teller.words.tag)]:
        return said
    return teller.aside(said, teller.say("language of a text", "in {language}", language=names) if names else ())


def _online(teller: Teller, verb: str) -> Runs:
    if verb == "added":
        return teller.say("change of an event", "online attendance is now possible")
    if verb == "removed":
        return teller.say("change of an event", "online attendance is no longer possible")
    return teller.say("change of an event", "the details of online attendance have changed")
