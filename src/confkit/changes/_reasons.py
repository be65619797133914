"""Histories explain changes: a row states when a change was announced and why, and is not a change itself."""

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


def explain_deadline(old: Deadline, new: Deadline, found: dict[str, Change], path: str) -> Iterator[Change]:
    """Yield the changes of a deadline; the change of its date gets the day and the reason from the new history.

    ``found`` holds the changes by field, ``path`` is the path of the deadline in the new version.
    """
    rows = _appended(old.history, new.history)
    if _is_back(old.at, new.at, [row.at for row in rows]):
        found = {"at": _restored(found["history"], "at", new.at), **found}
    moved = found.get("at")
    if moved is None:
        yield from found.values()
        return
    explaining: list[str] = []
    announced = reason = None
    if "announced" in found and new.announced is not None:
        announced = new.announced
        explaining.append("announced")
    if rows and rows[0].at == old.at:
        announced = announced or rows[-1].replaced
        reason = _reason(rows, announced)
        explaining.append("history")
    explained_by = [f"{path}.announced"] if "announced" in explaining else []
    if "history" in explaining:
        explained_by += (f"{path}.history[{number}]" for number in range(len(old.history), len(new.history)))
    found["at"] = attrs.evolve(moved, announced=announced, reason=reason, explained_by=tuple(explained_by))
    yield from (change for name, change in found.items() if name not in explaining)


def explain_event(old: Conference, new: Conference, found: list[Change]) -> list[Change]:
    """Return the changes of a conference; changes of days, hours, status and place get day and reason from the history.

    A row of the history that does not explain any change, or explains only a part of what it states, is a change
    itself.
    """
    rows = _appended(old.history, new.history)
    if _is_back(old.days, new.days, [row.days for row in rows if row.days is not None]):
        history = next(change for change in found if change.path == "history")
        found = [*found, _restored(history, "days", new.days)]
    found = _without_repetition(new, found)
    if not rows:
        return found
    found = [_announced(change, rows) for change in found if change.path != "history"]
    for number, row in enumerate(rows, start=len(old.history)):
        path = f"history[{number}]"
        explained = {at for at, change in enumerate(found) if _explains(row, change)}
        if all(any(_explains(part, found[at]) for at in explained) for part in _rows_of_one_value(row)):
            for at in explained:
                found[at] = attrs.evolve(found[at], explained_by=(*found[at].explained_by, path))
        else:
            found.append(Change(kind="field.added", new_path=path, new=row))
    return found


def _is_back(old: object, new: object, between: Sequence[object]) -> bool:
    """Return whether a value is the same as before but had changed in between; ``between`` are superseded values."""
    return old == new and len(between) > 1 and between[0] == old != between[-1]


def _restored(history: Change, name: str, value: When | Days | Pending | None) -> Change:
    """Return the change of a field whose value is restored; its paths follow from the change of its history."""
    old, new = (f"{(path or '').removesuffix('history')}{name}" for path in (history.old_path, history.new_path))
    return Change(kind=kind_of(new, value, value), old_path=old, new_path=new, old=value, new=value)


def _announced(change: Change, rows: tuple[Revision, ...]) -> Change:
    """Return the change with the day of the last row that explains it and the reason stated on that day.

    A row about the change itself counts before a row about a status that the change includes.
    """
    alone = attrs.evolve(change, explained_by=())
    explaining = [row for row in rows if _explains(row, alone)] or [row for row in rows if _explains(row, change)]
    if not explaining:
        return change
    day = explaining[-1].replaced
    return attrs.evolve(change, announced=day, reason=_reason(explaining, day))


def _reason(rows: Sequence[Superseded | Revision], day: dt.date) -> Text | None:
    """Return the reason stated on a day; a reason from another day belongs to an earlier change."""
    return next((row.reason for row in reversed(rows) if row.reason and row.replaced == day), None)


def _without_repetition(new: Conference, found: list[Change]) -> list[Change]:
    """Return the changes without those that another change implies.

    New days imply the status ``rescheduled``, unless the event was cancelled before: readers must learn that it takes
    place after all. The status ``moved_online`` implies an online room without further details.
    """
    by_path = {change.path: change for change in found}
    status = by_path.get("status")
    if status is None:
        return found
    dated = by_path.get("days") or by_path.get("hours")
    if new.status == "rescheduled" and dated is not None and status.old != "cancelled":
        return _merged(found, status, dated)
    online = by_path.get("online")
    if new.status == "moved_online" and online is not None and online.old is None and online.new == Online():
        return _merged(found, online, status)
    return found


def _merged(found: list[Change], implied: Change, kept: Change) -> list[Change]:
    """Return the changes without ``implied``, whose path is added to what explains ``kept``."""
    explained = attrs.evolve(kept, explained_by=(*kept.explained_by, implied.path))
    return [explained if change is kept else change for change in found if change is not implied]


def _rows_of_one_value(row: Revision) -> list[Revision]:
    """Return a row for each superseded value that a row states."""
    empty = {"days": None, "hours": None, "status": None, "place": None}
    return [
        attrs.evolve(row, **{**empty, name: getattr(row, name)}) for name in empty if getattr(row, name) is not None
    ]


def _explains(row: Revision, change: Change) -> bool:
    """Return whether a row of the history states the old value of a change."""
    stated = {path for path in ("days", "hours", "status") if getattr(row, path) is not None}
    if change.path in stated or stated.intersection(change.explained_by):
        return True
    return row.place is not None and change.kind.partition(".")[0] in {"venue", "address", "online"}


def _appended(old: tuple[T, ...], new: tuple[T, ...]) -> tuple[T, ...]:
    """Return the rows added to a history; no rows if the earlier rows were rewritten."""
    return new[len(old) :] if new[: len(old)] == old else ()
