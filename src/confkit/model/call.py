"""Calls for proposals, and the topics of calls and events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import attrs

from confkit.model._validators import distinct, is_a, kind, optional_slug, slug, tuple_of
from confkit.model._value import Value
from confkit.model.dates import Pending
from confkit.model.deadline import Deadline, DeadlineState, in_utc
from confkit.model.link import Link
from confkit.model.text import Text, as_text, is_optional_text, is_text, optional_text
from confkit.model.when import When

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

__all__ = ["CallForProposals", "CallState", "Topic"]

CallState = Literal["upcoming", "open", "closed", "uncertain", "unknown"]
"""The state of a call.

The state is ``uncertain`` if an announced date can mean an instant in the past and an instant in the future, and
``unknown`` if no announced date decides the state.
"""

_DECIDING_ORDER: Final[tuple[DeadlineState, ...]] = ("open", "uncertain", "unknown", "closed")
"""The order in which states of deadlines decide the state of a call: one open deadline is enough for an open call."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Topic(Value):
    """A subject of a call or an event. ``id`` is the code of the subject in a list of subjects.

    >>> Topic(name="Edge AI")
    Topic(name=Text.of('Edge AI'))
    """

    name: Text = attrs.field(converter=as_text, validator=is_text)
    id: str | None = attrs.field(default=None, validator=optional_slug)


def topics(items: Iterable[Topic]) -> tuple[Topic, ...]:
    """Convert the value of the field ``topics`` to a tuple."""
    return tuple_of("topics", items, Topic)


def _deadlines(items: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Convert the value of the field ``deadlines`` to a tuple."""
    return tuple_of("deadlines", items, Deadline)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CallForProposals(Value):
    """A call for proposals: the kind and the topics of the proposals, the deadlines, and the page for submissions.

    ``kind`` is ``talks``, ``papers``, ``posters``, ``workshops``, ``lightning``, ``tutorials``, ``sponsors``,
    ``volunteers`` or a word of your own; ``id`` defaults to the kind. ``deadlines`` may be empty.

    Raises:
        InvalidValueError: Two deadlines have the same id.

    >>> import datetime as dt
    >>> call = CallForProposals(deadlines=[Deadline(kind="submission", at=When.parse("2025-04-13"))])
    >>> call.state(dt.datetime(2025, 3, 19, tzinfo=dt.UTC))
    'open'
    """

    kind: str = attrs.field(default="talks", validator=kind)
    id: str = attrs.field(default=attrs.Factory(lambda self: self.kind, takes_self=True), validator=slug)
    name: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    round: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    opens: When | Pending | None = attrs.field(default=None, validator=is_a(When, Pending, optional=True))
    deadlines: tuple[Deadline, ...] = attrs.field(default=(), converter=_deadlines, validator=distinct("id"))
    topics: tuple[Topic, ...] = attrs.field(default=(), converter=topics)
    submit: Link | None = attrs.field(default=None, validator=is_a(Link, optional=True))
    description: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)

    def state(self, now: dt.datetime) -> CallState:
        """Return whether proposals can be submitted at ``now``.

        The call is open until the last deadline of the kind ``submission``. If the call has no such deadline, all
        deadlines count except starts and notifications.

        Raises:
            InvalidValueError: ``now`` has no zone.
        """
        now = in_utc(now)
        closing = self._closing_state(now)
        if closing == "closed" or self.opens is None:
            return closing
        if isinstance(self.opens, Pending):
            if self.opens.reason == "cancelled":
                return "closed"
            return closing if self.opens.reason == "rolling" else "unknown"
        first, last = self.opens.start_window()
        if now < first:
            return "upcoming"
        return "uncertain" if now < last else closing

    def _closing_state(self, now: dt.datetime) -> DeadlineState:
        """Return the state of the call by its deadlines, without regard to the opening date."""
        existing = [deadline for deadline in self.deadlines if deadline.at != Pending("none")]
        submissions = [deadline for deadline in existing if deadline.kind == "submission"]
        closing = [deadline for deadline in existing if deadline.closes_something]
        states = {deadline.state(now) for deadline in submissions or closing}
        for state in _DECIDING_ORDER:
            if state in states:
                return state
        return "unknown"
