"""Postponed events, which often keep the days that no longer hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.model.time import Days

if TYPE_CHECKING:
    from confkit.model.conference import Conference

__all__ = ["lost_days"]


def lost_days(conference: Conference) -> Days | None:
    """Return the days of a postponed conference that are those from before, as schema.org wants them; else ``None``.

    They are new where others were replaced with the latest change of status or after it.
    """
    days = conference.days
    if conference.status != "postponed" or not isinstance(days, Days):
        return None
    changes = [number for number, row in enumerate(conference.history) if row.status is not None]
    since = conference.history[changes[-1] if changes else 0 :]
    return None if [row for row in since if row.days not in (None, days)] else days
