"""Deadlines and other milestones, with the dates that they had before they were moved."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

import attrs

from confkit.errors import AmbiguousTimeError, Finding, invalid, type_name
from confkit.model._validators import history_in_order, is_a, kind, slug, tuple_of
from confkit.model._value import Value
from confkit.model.dates import Pending
from confkit.model.text import Text, is_optional_text, optional_text
from confkit.model.when import When, Window

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Deadline", "DeadlineState", "Superseded"]

DeadlineState = Literal["open", "closed", "uncertain", "unknown"]
"""The state of a deadline.

The state is ``uncertain`` if the announced date can mean an instant in the past and an instant in the future, and
``unknown`` if the deadline has no date.
"""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Superseded(Value):
    """A former date of a deadline.

    ``replaced`` is the day on which the next date of the deadline was announced.

    >>> import datetime as dt
    >>> Superseded(at=When.parse("2025-04-13"), replaced=dt.date(2025, 4, 12))
    Superseded(at=When.parse('2025-04-13'), replaced=datetime.date(2025, 4, 12))
    """

    at: When | Pending = attrs.field(validator=is_a(When, Pending))
    replaced: dt.date = attrs.field(validator=is_a(dt.date))
    reason: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)


def _history(rows: Iterable[Superseded]) -> tuple[Superseded, ...]:
    """Convert the value of the field ``history`` to a tuple."""
    return tuple_of("history", rows, Superseded)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Deadline(Value):
    """A deadline, or another milestone of a call or an event.

    ``kind`` is ``abstract``, ``submission``, ``supplementary``, ``rebuttal_start``, ``rebuttal_end``,
    ``notification``, ``camera_ready``, ``commitment``, ``travel_grant``, ``other`` or a word of your own. ``id``
    defaults to the kind and is unique among the deadlines of a call. ``announced`` is the day on which ``at`` was
    announced. ``history`` contains the former dates, the oldest date first.

    Raises:
        InvalidValueError: The history is not in order, or ``announced`` is before the last ``replaced`` of the history.

    >>> deadline = Deadline(kind="submission", at=When.parse("2025-04-13"))
    >>> [str(end) for end in deadline.window()]
    ['2025-04-13 10:00:00+00:00', '2025-04-14 12:00:00+00:00']
    >>> deadline.state(dt.datetime(2025, 4, 14, tzinfo=dt.UTC))
    'uncertain'
    """

    kind: str = attrs.field(validator=kind)
    id: str = attrs.field(default=attrs.Factory(lambda self: self.kind, takes_self=True), validator=slug)
    label: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    at: When | Pending = attrs.field(validator=is_a(When, Pending))
    announced: dt.date | None = attrs.field(default=None, validator=is_a(dt.date, optional=True))
    history: tuple[Superseded, ...] = attrs.field(default=(), converter=_history, validator=history_in_order)

    def __attrs_post_init__(self) -> None:
        if self.history and self.announced is not None and self.announced < self.history[-1].replaced:
            raise invalid(
                "history.announced",
                "announced before the earlier date was replaced",
                path="announced",
                value=str(self.announced),
                hint=f"write {self.history[-1].replaced} or a later day",
            )

    def window(self) -> Window:
        """Return the earliest and the latest instant, in UTC, that the deadline can mean.

        If the date has no time, the deadline is the end of the day. A deadline whose kind ends in ``_start`` is the
        start of the day, and a ``notification`` may be any instant of the day.

        Raises:
            AmbiguousTimeError: The deadline has no date (`Pending`).
        """
        if isinstance(self.at, Pending):
            raise AmbiguousTimeError(
                Finding(
                    code="deadline.pending",
                    message="there is no date, so there is no window",
                    path="at",
                    value=self.at.reason,
                    hint="use state(), or check first whether at is Pending",
                )
            )
        if self.kind == "notification":
            return self.at.window()
        return self.at.start_window() if self.kind.endswith("_start") else self.at.end_window()

    def state(self, now: dt.datetime) -> DeadlineState:
        """Return the state of the deadline at ``now``.

        The state is ``open`` before the first instant that the deadline can mean, ``closed`` from the last instant on,
        and ``uncertain`` between the two instants. Without a date, a rolling deadline is ``open``, a cancelled deadline
        is ``closed``, and any other deadline is ``unknown``.

        Raises:
            InvalidValueError: ``now`` has no zone.
        """
        now = in_utc(now)
        if isinstance(self.at, Pending):
            states: dict[str, DeadlineState] = {"rolling": "open", "cancelled": "closed"}
            return states.get(self.at.reason, "unknown")
        first, last = self.window()
        if now < first:
            return "open"
        return "closed" if now >= last else "uncertain"

    def extend(self, to: When | Pending, announced: dt.date, reason: Text | str | None = None) -> Deadline:
        """Return a copy of this deadline with the new date ``to``.

        ``announced`` is the day on which the new date was announced. The present date becomes the last row of the
        history.

        Raises:
            InvalidValueError: The new date is the present date, or ``announced`` is before the day on which the present
                date was announced.

        >>> later = Deadline(kind="submission", at=When.parse("2025-04-13")).extend(
        ...     When.parse("2025-04-20"), announced=dt.date(2025, 4, 12), reason="many requests"
        ... )
        >>> [str(row.at) for row in later.history], str(later.at)
        (['2025-04-13'], '2025-04-20')
        """
        if to == self.at:
            raise invalid(
                "deadline.same",
                "the date stays the same",
                path="at",
                value=to.reason if isinstance(to, Pending) else str(to),
                hint="write another date",
            )
        if not isinstance(announced, dt.date) or isinstance(announced, dt.datetime):
            raise invalid(
                "value.type",
                f"announced must be a date, not {type_name(announced)}",
                path="announced",
                value=announced,
                hint="write datetime.date(2025, 6, 7)",
            )
        if self.announced is not None and announced < self.announced:
            raise invalid(
                "history.announced",
                "announced before the date that it replaces",
                path="announced",
                value=str(announced),
                hint=f"write {self.announced} or a later day",
            )
        superseded = Superseded(at=self.at, replaced=announced, reason=optional_text(reason))
        return attrs.evolve(self, at=to, announced=announced, history=(*self.history, superseded))

    @property
    def closes_something(self) -> bool:
        """Whether something is no longer possible after the deadline: false for starts and notifications."""
        return self.kind != "notification" and not self.kind.endswith("_start")


def in_utc(now: dt.datetime) -> dt.datetime:
    """Convert ``now`` to UTC.

    Raises:
        InvalidValueError: ``now`` is not a `datetime.datetime` with a zone, or is not in the years 1 to 9999.
    """
    if not isinstance(now, dt.datetime) or now.utcoffset() is None:
        raise invalid(
            "now.naive",
            "now must be a datetime with a zone",
            path="now",
            value=now,
            hint="write datetime.now(datetime.UTC)",
        )
    try:
        return now.astimezone(dt.UTC)
    except OverflowError:
        raise invalid(
            "now.range",
            "now must be in the years 1 to 9999 of UTC",
            path="now",
            value=now,
            hint="write datetime.now(datetime.UTC)",
        ) from None
