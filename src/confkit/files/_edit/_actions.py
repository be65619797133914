"""The three actions of an edit (extend, reschedule, cancel), and the new field values that follow from each of them."""

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
from confkit.model._validators import is_a

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Cancel", "Edit", "Extend", "Plan", "Reschedule", "comma_list", "plan", "suggestion"]

_FEW = 5
"""The largest number of names that a hint lists."""

_is_optional_text = is_a(Text, str, optional=True)


@attrs.frozen(kw_only=True)
class Extend:
    """A new date for a deadline; the old date moves into the history of the deadline.

    ``deadline`` is the id of a deadline in the call with the id ``call``, or of a milestone if there is no ``call``.
    ``announced`` is the day on which the new date was announced. A ``reason`` that is a string is in the language of
    the file.

    Raises:
        InvalidValueError: a field has the wrong type.

    >>> import datetime as dt
    >>> from confkit import When
    >>> to = When.parse("2025-04-20")
    >>> Extend(call="talks", deadline="submission", to=to, announced=dt.date(2025, 4, 12)).deadline
    'submission'
    """

    call: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    deadline: str = attrs.field(validator=is_a(str))
    to: When | Pending = attrs.field(validator=is_a(When, Pending))
    announced: dt.date = attrs.field(validator=is_a(dt.date))
    reason: Text | str | None = attrs.field(default=None, validator=_is_optional_text)


@attrs.frozen(kw_only=True)
class Reschedule:
    """New days for an event, and perhaps new hours; the old days and hours move into the history of the event.

    An event that was scheduled, postponed or cancelled gets the status ``rescheduled``; an event whose new days are
    pending gets the status ``postponed``. The deadlines of the event stay as they are.

    Raises:
        InvalidValueError: a field has the wrong type.

    >>> import datetime as dt
    >>> from confkit import Days
    >>> Reschedule(days=Days.parse("2025-06-14"), announced=dt.date(2025, 5, 2)).hours is None
    True
    """

    days: Days | Pending = attrs.field(validator=is_a(Days, Pending))
    hours: Hours | None = attrs.field(default=None, validator=is_a(Hours, optional=True))
    announced: dt.date = attrs.field(validator=is_a(dt.date))
    reason: Text | str | None = attrs.field(default=None, validator=_is_optional_text)


@attrs.frozen(kw_only=True)
class Cancel:
    """The cancellation of an event. Its old status moves into its history, and its days stay as they are.

    Raises:
        InvalidValueError: a field has the wrong type.

    >>> import datetime as dt
    >>> Cancel(announced=dt.date(2025, 5, 2), reason="no venue").reason
    'no venue'
    """

    announced: dt.date = attrs.field(validator=is_a(dt.date))
    reason: Text | str | None = attrs.field(default=None, validator=_is_optional_text)


Edit: TypeAlias = Extend | Reschedule | Cancel
"""The changes that `edit` and `edits` can make."""


@attrs.frozen(kw_only=True)
class Plan:
    """The conference after a change, and the values that the file needs for the change.

    The mapping at ``path``, from which an object of the class ``kind`` is read, gets the new ``values`` by key, and its
    history gets a new ``row`` with the old values.
    """

    conference: Conference
    path: KeyPath
    kind: type
    values: dict[str, Any]
    row: Superseded | Revision


def plan(conference: Conference, change: Edit, language: str = UND) -> Plan:
    """Make a change to a conference, and return the changed conference with the values that the file needs.

    ``language`` is the language of the document, and so of a reason that is a string.

    Raises:
        InvalidValueError: the conference has these values already; the new date is announced before the old date was;
            or the call or the deadline does not exist.
    """
    if isinstance(change, Extend):
        return _plan_extension(conference, change, _reason_text(change, language))
    if isinstance(change, Reschedule):
        return _plan_new_days(conference, change, _reason_text(change, language))
    if conference.status == "cancelled":
        raise invalid(
            "edit.same",
            "the event is cancelled already",
            path="status",
            value="cancelled",
            hint="leave the file as it is",
        )
    row = Revision(
        status=conference.status, replaced=_announcement_day(conference, change), reason=_reason_text(change, language)
    )
    return _event_plan(conference, {"status": "cancelled"}, row)


def suggestion(name: str, known: Iterable[str], hint_if_empty: str) -> str:
    """Return the hint for an unknown name: the most similar known name, or a list of the known names.

    If there are no known names, the hint is ``hint_if_empty``.
    """
    names = list(known)
    near = difflib.get_close_matches(name, names, n=1)
    return f"did you mean {near[0]}?" if near else f"known here: {comma_list(names)}" if names else hint_if_empty


def comma_list(names: list[str]) -> str:
    """Return names with commas between them; of more than five names, the first five and the number of the others."""
    if len(names) <= _FEW:
        return ", ".join(names)
    return f"{', '.join(names[:_FEW])} and {len(names) - _FEW} more"


def _plan_extension(conference: Conference, change: Extend, reason: Text | None) -> Plan:
    """Return the plan for a new date of a milestone, or of a deadline of a call."""
    if change.call is None:
        index = _index("milestone", change.deadline, conference.milestones, "this event has no milestones")
        path: KeyPath = ("milestones", index)
        deadline = _extend_deadline(conference.milestones[index], path, change, reason)
        changed = attrs.evolve(conference, milestones=_replace_item(conference.milestones, index, deadline))
        return _deadline_plan(changed, path, deadline)
    number = _index("call", change.call, conference.calls, "this event has no calls; a milestone is named without one")
    call = conference.calls[number]
    index = _index("deadline", change.deadline, call.deadlines, "this call states no deadlines")
    path = ("calls", number, "deadlines", index)
    deadline = _extend_deadline(call.deadlines[index], path, change, reason)
    call = attrs.evolve(call, deadlines=_replace_item(call.deadlines, index, deadline))
    changed = attrs.evolve(conference, calls=_replace_item(conference.calls, number, call))
    return _deadline_plan(changed, path, deadline)


def _extend_deadline(deadline: Deadline, path: KeyPath, change: Extend, reason: Text | None) -> Deadline:
    """Return a deadline with the new date; findings begin with ``path``, the key path of the deadline."""
    try:
        return deadline.extend(change.to, change.announced, reason)
    except InvalidValueError as error:
        raise InvalidValueError(*(finding.under(path_text(path)) for finding in error.findings)) from None


def _deadline_plan(changed: Conference, path: KeyPath, deadline: Deadline) -> Plan:
    """Return the plan for a new date of a deadline; ``changed`` is the conference with the new date."""
    values = {"at": deadline.at, "announced": deadline.announced}
    return Plan(conference=changed, path=path, kind=Deadline, values=values, row=deadline.history[-1])


def _plan_new_days(conference: Conference, change: Reschedule, reason: Text | None) -> Plan:
    """Return the plan for new days, and perhaps new hours and a new status, of an event."""
    if conference.days is None:
        raise invalid("edit.nothing", "the event states no days to replace", path="days", hint="write days in the file")
    status = _status_after(conference.status, change.days)
    old_values: dict[str, Any] = {
        name: old
        for name, old, new in (("days", conference.days, change.days), ("hours", conference.hours, change.hours))
        if new not in (None, old)
    }
    if not any(old is not None for old in old_values.values()):
        days = change.days.reason if isinstance(change.days, Pending) else str(change.days)
        raise invalid("edit.same", "the event has these days already", path="days", value=days, hint="give other days")
    values = {name: getattr(change, name) for name in old_values}
    if status != conference.status:
        old_values["status"], values["status"] = conference.status, status
    row = Revision(**old_values, replaced=_announcement_day(conference, change), reason=reason)
    return _event_plan(conference, values, row)


def _status_after(status: str, days: Days | Pending) -> str:
    """Return the status of an event that had ``status`` and gets new days."""
    if isinstance(days, Pending):
        return "postponed"
    return "rescheduled" if status in {"scheduled", "postponed", "cancelled"} else status


def _event_plan(conference: Conference, values: dict[str, Any], row: Revision) -> Plan:
    """Return the plan for new values of the event itself, and a new row of its history."""
    changed = attrs.evolve(conference, **values, history=(*conference.history, row))
    return Plan(conference=changed, path=(), kind=Conference, values=values, row=row)


def _announcement_day(conference: Conference, change: Reschedule | Cancel) -> dt.date:
    """Return the day on which a change was announced; the day must not be before the last row of the history."""
    last = conference.history[-1].replaced if conference.history else change.announced
    if change.announced < last:
        raise invalid(
            "history.announced",
            "this change would be announced before the last one",
            path=path_text(("history", len(conference.history) - 1, "replaced")),
            value=str(change.announced),
            hint=f"write {last} or a later day",
        )
    return change.announced


def _reason_text(change: Edit, language: str) -> Text | None:
    """Return the reason of a change as `Text`; a reason that is a string is in the language of the document."""
    if not isinstance(change.reason, str):
        return change.reason
    try:
        return Text({language: change.reason})
    except InvalidValueError as error:
        raise InvalidValueError(*(attrs.evolve(finding, path="reason") for finding in error.findings)) from None


def _index(kind: str, id: str, items: tuple[CallForProposals, ...] | tuple[Deadline, ...], hint_if_empty: str) -> int:
    """Return the index of the item with an id; if there are no items at all, the error has ``hint_if_empty``."""
    names = [item.id for item in items]
    if id not in names:
        raise invalid(
            f"edit.{kind}", f"there is no such {kind}", path=kind, value=id, hint=suggestion(id, names, hint_if_empty)
        )
    return names.index(id)


def _replace_item(items: tuple[Any, ...], index: int, item: object) -> tuple[Any, ...]:
    """Return items with a new item at an index."""
    return (*items[:index], item, *items[index + 1 :])
