"""The day and the reason of a change, taken from the history of the event or of the deadline.

A history is a list of earlier values. Each row states a value, the day on which a new value replaced it, and the
reason. A row that was added to a history explains a change, and is not reported as a change of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from confkit.changes._change import Change, kind_of
from confkit.model import Online

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from confkit.model import Conference, Days, Deadline, Pending, Revision, Superseded, Text, When

__all__ = ["explain_deadline", "explain_event"]

T = TypeVar("T")


def explain_deadline(old: Deadline, new: Deadline, changes: dict[str, Change], path: str) -> Iterator[Change]:
    """Yield the changes of a deadline; the change of its date gets its day and its reason from the new history rows.

    ``changes`` holds the changes of the deadline by field; ``path`` is the path of the deadline in the new version.
    """
    rows = _appended(old.history, new.history)
    if _was_restored(old.at, new.at, [row.at for row in rows]):
        changes = {"at": _restored(changes["history"], "at", new.at), **changes}
    moved = changes.get("at")
    if moved is None:
        yield from changes.values()
        return
    explaining: list[str] = []
    announced = reason = None
    if "announced" in changes and new.announced is not None:
        announced = new.announced
        explaining.append("announced")
    if rows and rows[0].at == old.at:
        announced = announced or rows[-1].replaced
        reason = _reason(rows, announced)
        explaining.append("history")
    explained_by = [f"{path}.announced"] if "announced" in explaining else []
    if "history" in explaining:
        explained_by += (f"{path}.history[{number}]" for number in range(len(old.history), len(new.history)))
    changes["at"] = attrs.evolve(moved, announced=announced, reason=reason, explained_by=tuple(explained_by))
    yield from (change for name, change in changes.items() if name not in explaining)


def explain_event(old: Conference, new: Conference, changes: list[Change]) -> list[Change]:
    """Return the changes of a conference, with the day and the reason that the new history rows state.

    The history explains changes of days, hours, status and place. A new row is reported as a change of its own if it
    states a value, for example earlier hours, that belongs to no change.
    """
    rows = _appended(old.history, new.history)
    if _was_restored(old.days, new.days, [row.days for row in rows if row.days is not None]):
        history = next(change for change in changes if change.path == "history")
        changes = [*changes, _restored(history, "days", new.days)]
    changes = _without_repetition(new, changes)
    if not rows:
        return changes
    changes = [_announced(change, rows) for change in changes if change.path != "history"]
    for number, row in enumerate(rows, start=len(old.history)):
        path = f"history[{number}]"
        explained = {index for index, change in enumerate(changes) if _explains(row, change)}
        if all(any(_explains(part, changes[index]) for index in explained) for part in _rows_of_one_value(row)):
            for index in explained:
                changes[index] = attrs.evolve(changes[index], explained_by=(*changes[index].explained_by, path))
        else:
            changes.append(Change(kind="field.added", new_path=path, new=row))
    return changes


def _was_restored(old: object, new: object, between: Sequence[object]) -> bool:
    """Return whether a value had changed and was then restored.

    ``between`` are the earlier values in the rows that were added to the history.
    """
    return old == new and len(between) > 1 and between[0] == old != between[-1]


def _restored(history: Change, name: str, value: When | Days | Pending | None) -> Change:
    """Return the change of a field whose value was restored.

    ``history`` is the change of the history of the same event or deadline. The paths of the field differ from the paths
    of the history in the last key only.
    """
    old, new = (f"{(path or '').removesuffix('history')}{name}" for path in (history.old_path, history.new_path))
    return Change(kind=kind_of(new, value, value), old_path=old, new_path=new, old=value, new=value)


def _announced(change: Change, rows: tuple[Revision, ...]) -> Change:
    """Return the change with the day of the last row that explains the change, and the reason stated on that day.

    A change of the status may have been merged into this change. Rows that state an earlier status then count only if
    no row states the earlier value of this change itself.
    """
    alone = attrs.evolve(change, explained_by=())
    explaining = [row for row in rows if _explains(row, alone)] or [row for row in rows if _explains(row, change)]
    if not explaining:
        return change
    day = explaining[-1].replaced
    return attrs.evolve(change, announced=day, reason=_reason(explaining, day))


def _reason(rows: Sequence[Superseded | Revision], day: dt.date) -> Text | None:
    """Return the last reason that the rows state for a day; a reason of another day belongs to an earlier change."""
    return next((row.reason for row in reversed(rows) if row.reason and row.replaced == day), None)


def _without_repetition(new: Conference, changes: list[Change]) -> list[Change]:
    """Return the changes without a change that another change implies.

    New days imply the status ``rescheduled``, unless the event was cancelled before: readers must learn that the event
    takes place after all. The status ``moved_online`` implies that an online room without details was added.
    """
    by_path = {change.path: change for change in changes}
    status = by_path.get("status")
    if status is None:
        return changes
    dated = by_path.get("days") or by_path.get("hours")
    if new.status == "rescheduled" and dated is not None and status.old != "cancelled":
        return _merged(changes, status, dated)
    online = by_path.get("online")
    if new.status == "moved_online" and online is not None and online.old is None and online.new == Online():
        return _merged(changes, online, status)
    return changes


def _merged(changes: list[Change], implied: Change, kept: Change) -> list[Change]:
    """Return the changes without ``implied``, whose path becomes a path of ``explained_by`` of the change ``kept``."""
    explained = attrs.evolve(kept, explained_by=(*kept.explained_by, implied.path))
    return [explained if change is kept else change for change in changes if change is not implied]


def _rows_of_one_value(row: Revision) -> list[Revision]:
    """Split a history row into rows with one earlier value each."""
    empty = {"days": None, "hours": None, "status": None, "place": None}
    return [
        attrs.evolve(row, **{**empty, name: getattr(row, name)}) for name in empty if getattr(row, name) is not None
    ]


def _explains(row: Revision, change: Change) -> bool:
    """Return whether a history row states the earlier value of a changed field.

    A row that states an earlier place explains changes of venues, addresses and the online room.
    """
    stated = {path for path in ("days", "hours", "status") if getattr(row, path) is not None}
    if change.path in stated or stated.intersection(change.explained_by):
        return True
    return row.place is not None and change.kind.partition(".")[0] in {"venue", "address", "online"}


def _appended(old: tuple[T, ...], new: tuple[T, ...]) -> tuple[T, ...]:
    """Return the rows that were added to the end of a history; no rows if an earlier row was changed or removed."""
    return new[len(old) :] if new[: len(old)] == old else ()
