"""An entry of a calendar, before it is put into words, and the kinds that there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias, get_args

import attrs

from confkit.errors import invalid
from confkit.ical._moments import Moment
from confkit.ical._withdrawn import Withdrawn
from confkit.model import CallForProposals, Conference, Deadline, Topic, Venue

__all__ = ["KINDS", "Edge", "Entry", "Kind", "checked"]

Kind = Literal["event", "venue", "deadline", "milestone", "window"]
"""What an entry is: the event itself, a venue with days of its own, a deadline of a call, a milestone of the event, or
the time in which one can register."""

Edge: TypeAlias = Literal["opens", "closes"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


@attrs.frozen(kw_only=True)
class Entry:
    """One entry of a calendar, before it is put into words.

    Attributes:
        conference: what it is of.
        kind: what it is, one of `KINDS`.
        ids: what makes its identity besides the conference's; nothing for the event itself.
        path: the field of the conference that says when.
        start: an instant with its zone, or a day.
        end: the same; a last day is included. An instant alone has none.
        day: the day on which it begins, as announced; the instant may lie on another in UTC.
        withdrawn: why it no longer holds; ``None`` while it does.
        tentative: whether it is not certain yet.
        sequence: how often it changed.
        changed: the day of the last change.
        venue: where people go: the event's main venue, or that with days of its own.
        deadline: what is due, of a deadline or a milestone.
        call: the call that a deadline is of.
        edge: ``opens`` or ``closes`` where only that end of a window is known.
    """

    conference: Conference
    kind: Kind
    ids: tuple[str, ...] = ()
    path: str
    start: Moment
    end: Moment | None
    day: dt.date
    withdrawn: Withdrawn = None
    tentative: bool = False
    sequence: int
    changed: dt.date | None
    venue: Venue | None = None
    deadline: Deadline | None = None
    call: CallForProposals | None = None
    edge: Edge | None = None

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What the entry is about: the topics of its call, else those of the event."""
        return (self.call.topics if self.call else ()) or self.conference.topics


def checked(kinds: Iterable[str], path: str = "kinds") -> frozenset[Kind]:
    """Return kinds of entries that a caller names.

    Raises:
        InvalidValueError: there is no such kind, or the kinds are no list.
    """
    chosen = None if isinstance(kinds, str | Mapping) or not isinstance(kinds, Iterable) else tuple(kinds)
    if chosen is None or any(kind not in KINDS for kind in chosen):
        hint = f"write a list of kinds, out of {', '.join(KINDS)}"
        raise invalid("ical.kind", "not a list of kinds of entries", path=path, value=kinds, hint=hint)
    return frozenset(kind for kind in KINDS if kind in chosen)
