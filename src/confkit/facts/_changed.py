"""What changed between two versions, in words: a fact a change, or one for several items of one list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from confkit import changes
from confkit.errors import path_steps
from confkit.facts._calls import call_title
from confkit.facts._change_clauses import clause, clause_of_cancelled, clause_of_status, part_clause
from confkit.facts._change_items import clause_of_several, clause_with_the_event
from confkit.facts._change_labels import change_label, change_label_of_several, topic_label
from confkit.facts._change_values import addresses
from confkit.facts._dates import date_label
from confkit.facts._fact import Fact, Section, plain
from confkit.facts._head import place
from confkit.facts._marks import noted, reason
from confkit.facts._teller import Teller
from confkit.model import CallForProposals, Conference, Days, Deadline, Pending, Venue

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from confkit.changes import Change
    from confkit.facts._fact import Runs

__all__ = ["changed"]


def changed(
    old: Conference,
    new: Conference,
    *,
    language: str = "en",
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
    together: bool = True,
) -> tuple[Fact, ...]:
    """Return what changed from one version of a conference to another, in the order of `confkit.changes.diff`.

    The key of each fact is the kind of its first change, its paths are those of the changes that it tells: items of one
    list, a status and what it is about, the dates of a call that are cancelled with the event; it stands where the
    first of them does. Its words are a clause that begins small where it begins with words of confkit, without a full
    stop; when and why the change was announced follows in brackets, or in a sentence of its own after a clause that
    ends with brackets. ``brief`` leaves that out, the year where the event's own is the same, and the event of
    a new date, since its name goes before. An address of the web without a title is a part of its own after the clause.
    The facts are the same in every language.
    With ``together`` unset each change has a fact of its own. For the other arguments see `of`.

    >>> from confkit import Conference, Days, facts
    >>> old = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01"))
    >>> new = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-08"))
    >>> facts.plain(facts.changed(old, new)[0].value)
    'the event has been rescheduled from May 1 to May 8, 2027'
    >>> facts.plain(facts.changed(old, new, language="zh")[0].value)
    '活动由2027年5月1日改期至5月8日'
    """
    found = changes.diff(old, new)
    teller = Teller.to(new, language, now=None, zone=zone, default_language=default_language)
    telling = _Telling(teller=teller, old=old, new=new, together=together)
    groups = _groups(telling, found) if together else ((change,) for change in found)
    return tuple([telling.fact(group) for group in groups])


def _groups(telling: _Telling, found: tuple[Change, ...]) -> Iterator[tuple[Change, ...]]:
    """Changes that are told in one sentence: a status and what it is about, what `_Telling.joint` puts together."""
    first = _about_the_status(telling, found)
    if first:
        yield first
    groups: dict[tuple[object, ...], list[Change]] = {}
    for number, change in enumerate(change for change in found if change not in first):
        groups.setdefault(telling.joint(number, change), []).append(change)
    yield from map(tuple, groups.values())


def _about_the_status(telling: _Telling, found: tuple[Change, ...]) -> tuple[Change, ...]:
    """The status and what readers ask next: of another date, the days; of what moves online, how to take part.

    What is cancelled takes its dates with it.
    """
    status = found[0] if found else None
    if status is not None and status.kind == "event.cancelled":
        return status, *filter(telling.falls, found)
    if status is None or status.kind not in {"event.moved_online", "event.postponed", "event.rescheduled"}:
        return ()
    for change in found:
        if status.kind == "event.moved_online" and change.kind == "online.added":
            return status, change
        open_ = change.path == "days" and change.new == Pending("tbd")
        if status.kind == "event.postponed" and open_ and isinstance(change.old, Days):
            return status, change
        if (status.path, change.path) == ("status", "days") and status.kind == change.kind == "event.rescheduled":
            return status, change
    return ()


@attrs.frozen(kw_only=True)
class _Telling:
    teller: Teller
    old: Conference
    new: Conference
    together: bool

    def fact(self, group: tuple[Change, ...]) -> Fact:
        """Return the fact of some changes; each says its notes, since nobody sees which others they would hold for."""
        change, last, about = group[0], group[len(group) - 1], self._about(group[0])
        label = self._label(group)
        name = self.teller.small(label)
        if self.falls(change):
            said = brief = clause_with_the_event(self.teller, name)
        elif change.kind == "event.cancelled":
            said = brief = clause_of_cancelled(self.teller, self.old.days)
        elif len(group) > 1 and change.path == "status":
            said = brief = clause_of_status(self.teller, group)
        elif len(group) > 1:
            said = brief = clause_of_several(self.teller, group, name)
        else:
            said = clause(self.teller, change, about, name, year=True)
            brief = clause(self.teller, change, about, name, year=False)
        within = self._within(change)
        for holder in reversed(within):
            said, brief = part_clause(self.teller, holder, said), part_clause(self.teller, holder, brief)
        full = noted(self.teller, said, *(self._notes(change) or self._notes(last)))
        return Fact(
            key=change.kind,
            paths=tuple(one.path for one in group),
            section=self._section(),
            label=label,
            parts=(full, *map(self.teller.link, self._addresses(last))),
            brief=brief,
            clear=True,
        )

    @staticmethod
    def _addresses(change: Change) -> tuple[str, ...]:
        return addresses(change.old if change.new is None else change.new)

    def joint(self, number: int, change: Change) -> tuple[object, ...]:
        """Return what changes have in common that are told together: one list, or a call cancelled with the event."""
        if self.falls(change) and isinstance(self._chain(change)[0], CallForProposals):
            return (change.path.partition(".")[0],)
        verb, about = change.kind.partition(".")[2], self._about(change)
        if verb not in {"added", "removed"} or not change_label_of_several(self.teller, change, about):
            return (number,)
        return (change.kind, change.path.rpartition("[")[0], plain(change_label(self.teller, change, about)))

    def _label(self, group: tuple[Change, ...]) -> Runs:
        change, about = group[0], self._about(group[0])
        if self.falls(change):
            return self._fallen(change)
        if self._calls_are_named and changes.without_numbers(change.path) == "calls[].topics[]":
            return topic_label(self.teller, several=len(group) > 1)
        if len(group) > 1:
            return change_label_of_several(self.teller, change, about)
        return () if self._is_the_deadline(change) else change_label(self.teller, change, about)

    def falls(self, change: Change) -> bool:
        """Whether a date is cancelled of an event that is cancelled as a whole."""
        return self.new.status == "cancelled" and change.path != "status" and change.kind.endswith(".cancelled")

    def _fallen(self, change: Change) -> Runs:
        """What is cancelled with the event: the call as a whole, or a date where each change is told by itself."""
        call = self._chain(change)[0]
        if self.together and isinstance(call, CallForProposals):
            return call_title(self.teller, call)
        return change_label(self.teller, change, self._about(change))

    def _is_the_deadline(self, change: Change) -> bool:
        """Whether a date needs no name: it is the only one that closes its call, and called nothing else."""
        call, about = self._chain(change)[0], self._about(change)
        if not isinstance(call, CallForProposals) or not change.path.endswith(".at"):
            return False
        closing = [one for one in call.deadlines if one.closes_something]
        return closing == [about] and about.kind == "submission" and about.label is None

    def _section(self) -> Section:
        name = self.teller.name(self.new.name)
        return Section(key="changes", title=self.teller.say("heading", "{event}: what has changed", event=name))

    def _about(self, change: Change) -> Any:  # noqa: ANN401  # any value of the model
        """The value that changed, or the deadline or venue whose field it is."""
        held = self._chain(change)
        return held[-1] if change.path.endswith("]") or len(held) < 2 else held[-2]

    def _chain(self, change: Change) -> list[Any]:
        """The values on the way to the one that changed, without the conference."""
        values: list[Any] = [self.old if change.new_path is None else self.new]
        for step in path_steps(change.path):
            if isinstance(step, int):
                values[-1] = values[-1][step]
            else:
                values.append(getattr(values[-1], step))
        return values[1:]

    def _within(self, change: Change) -> list[Runs]:
        """The names of the call or venue, and of the date, where there are several and the change is inside of one."""
        if self.together and self.falls(change):
            return []
        held = self._chain(change)[: -1 if change.kind != "order.changed" else None]
        names: list[Runs] = []
        for one in held:
            if isinstance(one, CallForProposals) and self._calls_are_named:
                names.append(self.teller.small(call_title(self.teller, one)))
            elif isinstance(one, Venue) and max(len(self.old.venues), len(self.new.venues)) > 1:
                role = self.teller.own(self.teller.words.label("venue", one.role))
                names.append(place(self.teller, one) or self.teller.small(role))
            elif isinstance(one, Deadline) and not change.path.endswith(".at"):
                names.append(date_label(self.teller, one, small=True))
        return names

    @property
    def _calls_are_named(self) -> bool:
        return max(len(self.old.calls), len(self.new.calls)) > 1

    def _notes(self, change: Change) -> tuple[Runs, ...]:
        said = reason(self.teller, change.reason)
        if change.announced is None:
            return said
        day = self.teller.own(self.teller.words.date(change.announced, weekday=False))
        return (self.teller.say("note on a change", "announced on {date}", date=day), *said)
