"""Histories explain changes: they say when one was announced and why, and are then no changes of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from confkit.changes._change import Change
from confkit.changes._kinds import kind_of
from confkit.model import Online

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from confkit.model import Conference, Days, Deadline, Pending, Revision, Superseded, Text, When

__all__ = ["deadline", "event"]

T = TypeVar("T")


def deadline(old: Deadline, new: Deadline, found: dict[str, Change], at: str) -> Iterator[Change]:
    """Yield the changes of a deadline at a path of the new version, found by field; its history explains the date."""
    rows = _appended(old.history, new.history)
    if _is_back(old.at, new.at, [row.at for row in rows]):
        found = {"at": _restored(found["history"], "at", new.at), **found}
    moved = found.get("at")
    if moved is None:
        yield from found.values()
        return
    explained: list[str] = []
    announced = reason = None
    if "announced" in found and new.announced is not None:
        announced = new.announced
        explained.append("announced")
    if rows and rows[0].at == old.at:
        announced = announced or rows[-1].replaced
        reason = _reason(rows, announced)
        explained.append("history")
    told = [path for name in explained for path in _told(name, len(old.history), len(new.history))]
    found["at"] = attrs.evolve(
        moved, announced=announced, reason=reason, explained_by=tuple(f"{at}.{path}" for path in told)
    )
    yield from (change for name, change in found.items() if name not in explained)


def _told(name: str, first: int, last: int) -> list[str]:
    return [name] if name != "history" else [f"history[{number}]" for number in range(first, last)]


def event(old: Conference, new: Conference, found: list[Change]) -> list[Change]:
    """Return the changes of a conference; its history explains those of days, hours, status and place."""
    rows = _appended(old.history, new.history)
    if _is_back(old.days, new.days, [row.days for row in rows if row.days is not None]):
        history = next(change for change in found if change.path == "history")
        found = [*found, _restored(history, "days", new.days)]
    found = _folded(new, found)
    if not rows:
        return found
    found = [_announced(change, rows) for change in found if change.path != "history"]
    for number, row in enumerate(rows, start=len(old.history)):
        path, told = f"history[{number}]", {at for at, change in enumerate(found) if _tells(row, change)}
        if all(any(_tells(part, found[at]) for at in told) for part in _parts(row)):
            for at in told:
                found[at] = attrs.evolve(found[at], explained_by=(*found[at].explained_by, path))
        else:
            found.append(Change(kind="field.added", new_path=path, new=row))
    return found


def _is_back(old: object, new: object, between: Sequence[object]) -> bool:
    """Whether what is as it was had changed in between, by the values that it superseded."""
    return old == new and len(between) > 1 and between[0] == old != between[-1]


def _restored(history: Change, name: str, value: When | Days | Pending | None) -> Change:
    """The change of a field that is as it was, by that of its history."""
    old, new = (f"{(path or '').removesuffix('history')}{name}" for path in (history.old_path, history.new_path))
    return Change(kind=kind_of(new, value, value), old_path=old, new_path=new, old=value, new=value)


def _announced(change: Change, rows: tuple[Revision, ...]) -> Change:
    """The change with the day of the last row that tells of it, and the reason that was given on that day.

    What was told of the status that goes with it counts where no row tells of the change itself.
    """
    alone = attrs.evolve(change, explained_by=())
    telling = [row for row in rows if _tells(row, alone)] or [row for row in rows if _tells(row, change)]
    if not telling:
        return change
    day = telling[-1].replaced
    return attrs.evolve(change, announced=day, reason=_reason(telling, day))


def _reason(rows: Sequence[Superseded | Revision], day: dt.date) -> Text | None:
    """The reason that was given on a day: one that was given on another is that of another step."""
    return next((row.reason for row in reversed(rows) if row.reason and row.replaced == day), None)


def _folded(new: Conference, found: list[Change]) -> list[Change]:
    """The changes without those that another one says too: the status of a new date, the room of a move online.

    That an event is no longer cancelled is said by no date.
    """
    by_path = {change.path: change for change in found}
    status = by_path.get("status")
    if status is None:
        return found
    dated = by_path.get("days") or by_path.get("hours")
    if new.status == "rescheduled" and dated is not None and status.old != "cancelled":
        return _without(found, status, dated)
    online = by_path.get("online")
    if new.status == "moved_online" and online is not None and online.old is None and online.new == Online():
        return _without(found, online, status)
    return found


def _without(found: list[Change], said: Change, by: Change) -> list[Change]:
    told = attrs.evolve(by, explained_by=(*by.explained_by, said.path))
    return [told if change is by else change for change in found if change is not said]


def _parts(row: Revision) -> list[Revision]:
    """A row for each thing that the row says."""
    empty = {"days": None, "hours": None, "status": None, "place": None}
    return [
        attrs.evolve(row, **{**empty, name: getattr(row, name)}) for name in empty if getattr(row, name) is not None
    ]


def _tells(row: Revision, change: Change) -> bool:
    """Whether a row of the history tells of a change."""
    told = {path for path in ("days", "hours", "status") if getattr(row, path) is not None}
    if change.path in told or told.intersection(change.explained_by):
        return True
    return row.place is not None and change.kind.partition(".")[0] in {"venue", "address", "online"}


def _appended(old: tuple[T, ...], new: tuple[T, ...]) -> tuple[T, ...]:
    """What was added to a history; nothing where it was rewritten."""
    return new[len(old) :] if new[: len(old)] == old else ()
