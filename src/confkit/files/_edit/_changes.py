"""The changes that a file can take, and what each of them makes of a conference."""

from __future__ import annotations

import datetime as dt
import difflib
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from confkit.errors import InvalidValueError, KeyPath, invalid, path_text
from confkit.model import (
    UND,
    CallForProposals,
    Conference,
    Days,
    Deadline,
    Hours,
    Pending,
    Revision,
    Superseded,
    Text,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Cancel", "Edit", "Extend", "Plan", "Reschedule", "nearest", "plan", "some"]

_FEW = 5
"""As many names as a way out lists."""


@attrs.frozen(kw_only=True)
class Extend:
    """A deadline gets a new date; the old one moves into its history, and nothing else changes.

    ``call`` is the id of the call that holds the deadline; without it, ``deadline`` is the id of a milestone of the
    event. ``announced`` is the day of the announcement. A ``reason`` that is a string is in the language of the file.

    >>> import datetime as dt
    >>> from confkit import When
    >>> to = When.parse("2025-04-20")
    >>> Extend(call="talks", deadline="submission", to=to, announced=dt.date(2025, 4, 12)).deadline
    'submission'
    """

    call: str | None = None
    deadline: str
    to: When | Pending
    announced: dt.date
    reason: Text | str | None = None


@attrs.frozen(kw_only=True)
class Reschedule:
    """The event gets new days, and perhaps new hours; the old ones move into its history.

    An event that was scheduled, postponed or cancelled has the status ``rescheduled`` afterwards; with days that are
    pending, it is ``postponed``. Deadlines stay as they are.

    >>> import datetime as dt
    >>> from confkit import Days
    >>> Reschedule(days=Days.parse("2025-06-14"), announced=dt.date(2025, 5, 2)).hours is None
    True
    """

    days: Days | Pending
    hours: Hours | None = None
    announced: dt.date
    reason: Text | str | None = None


@attrs.frozen(kw_only=True)
class Cancel:
    """The event is cancelled; what its status was moves into its history, and its days stay to be seen.

    >>> import datetime as dt
    >>> Cancel(announced=dt.date(2025, 5, 2), reason="no venue").reason
    'no venue'
    """

    announced: dt.date
    reason: Text | str | None = None


Edit: TypeAlias = Extend | Reschedule | Cancel
"""What `edit` and `edits` take."""


@attrs.frozen(kw_only=True)
class Plan:
    """What a change makes of a conference, and how: the mapping at ``path`` gets values, and a row in its history."""

    conference: Conference
    path: KeyPath
    kind: type
    values: dict[str, Any]
    row: Superseded | Revision


def plan(conference: Conference, change: Edit, language: str = UND) -> Plan:
    """Return what a change makes of a conference; ``language`` is that of the document.

    Raises:
        InvalidValueError: nothing would change, the dates run backwards, or there is no such call or deadline.
    """
    if isinstance(change, Extend):
        return _extended(conference, change, _reason(change, language))
    if isinstance(change, Reschedule):
        return _rescheduled(conference, change, _reason(change, language))
    if conference.status == "cancelled":
        raise invalid(
            "edit.same",
            "the event is cancelled already",
            path="status",
            value="cancelled",
            hint="nothing is left to do",
        )
    row = Revision(status=conference.status, replaced=_announced(conference, change), reason=_reason(change, language))
    return _revised(conference, {"status": "cancelled"}, row)


def nearest(name: str, known: Iterable[str], nothing: str) -> str:
    """Return the way out for a name that is not known."""
    names = list(known)
    near = difflib.get_close_matches(name, names, n=1)
    return f"did you mean {near[0]}?" if near else f"known here: {some(names)}" if names else nothing


def some(names: list[str]) -> str:
    """Return names as a list: of many, the first few and how many more there are."""
    if len(names) <= _FEW:
        return ", ".join(names)
    return f"{', '.join(names[:_FEW])} and {len(names) - _FEW} more"


def _extended(conference: Conference, change: Extend, reason: Text | None) -> Plan:
    if change.call is None:
        place = _place("milestone", change.deadline, conference.milestones, "this event has no milestones")
        path: KeyPath = ("milestones", place)
        moved = _moved(conference.milestones[place], path, change, reason)
        after = attrs.evolve(conference, milestones=_put(conference.milestones, place, moved))
        return _deadline_plan(after, path, moved)
    number = _place("call", change.call, conference.calls, "this event has no calls; a milestone is named without one")
    call = conference.calls[number]
    place = _place("deadline", change.deadline, call.deadlines, "this call states no deadlines")
    path = ("calls", number, "deadlines", place)
    moved = _moved(call.deadlines[place], path, change, reason)
    call = attrs.evolve(call, deadlines=_put(call.deadlines, place, moved))
    after = attrs.evolve(conference, calls=_put(conference.calls, number, call))
    return _deadline_plan(after, path, moved)


def _moved(deadline: Deadline, path: KeyPath, change: Extend, reason: Text | None) -> Deadline:
    try:
        return deadline.extend(change.to, change.announced, reason)
    except InvalidValueError as error:
        raise InvalidValueError(*(one.under(path_text(path)) for one in error.findings)) from None


def _deadline_plan(after: Conference, path: KeyPath, moved: Deadline) -> Plan:
    values = {"at": moved.at, "announced": moved.announced}
    return Plan(conference=after, path=path, kind=Deadline, values=values, row=moved.history[-1])


def _rescheduled(conference: Conference, change: Reschedule, reason: Text | None) -> Plan:
    if conference.days is None:
        raise invalid("edit.nothing", "the event states no days to replace", path="days", hint="write days in the file")
    status = _status_after(conference.status, change.days)
    before: dict[str, Any] = {
        name: old
        for name, old, new in (("days", conference.days, change.days), ("hours", conference.hours, change.hours))
        if new not in (None, old)
    }
    if not any(old is not None for old in before.values()):
        days = change.days.reason if isinstance(change.days, Pending) else str(change.days)
        raise invalid("edit.same", "these are the days already", path="days", value=days, hint="give other days")
    values = {name: getattr(change, name) for name in before}
    if status != conference.status:
        before["status"], values["status"] = conference.status, status
    row = Revision(**before, replaced=_announced(conference, change), reason=reason)
    return _revised(conference, values, row)


def _status_after(status: str, days: Days | Pending) -> str:
    if isinstance(days, Pending):
        return "postponed"
    return "rescheduled" if status in {"scheduled", "postponed", "cancelled"} else status


def _revised(conference: Conference, values: dict[str, Any], row: Revision) -> Plan:
    after = attrs.evolve(conference, **values, history=(*conference.history, row))
    return Plan(conference=after, path=(), kind=Conference, values=values, row=row)


def _announced(conference: Conference, change: Reschedule | Cancel) -> dt.date:
    last = conference.history[-1].replaced if conference.history else change.announced
    if change.announced < last:
        raise invalid(
            "history.announced",
            "this would be announced before an earlier change",
            path=path_text(("history", len(conference.history) - 1, "replaced")),
            value=str(change.announced),
            hint=f"write {last} or a later day",
        )
    return change.announced


def _reason(change: Edit, language: str) -> Text | None:
    if not isinstance(change.reason, str):
        return change.reason
    try:
        return Text({language: change.reason})
    except InvalidValueError as error:
        raise InvalidValueError(*(attrs.evolve(one, path="reason") for one in error.findings)) from None


def _place(what: str, id: str, among: tuple[CallForProposals, ...] | tuple[Deadline, ...], nothing: str) -> int:
    names = [one.id for one in among]
    if id not in names:
        raise invalid(f"edit.{what}", f"there is no such {what}", path=what, value=id, hint=nearest(id, names, nothing))
    return names.index(id)


def _put(items: tuple[Any, ...], place: int, item: object) -> tuple[Any, ...]:
    return (*items[:place], item, *items[place + 1 :])
