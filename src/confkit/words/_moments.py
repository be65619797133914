"""Moments as announced: with hours and zones, or saying that none is stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit.words._dates import Dates

if TYPE_CHECKING:
    import datetime as dt

    from confkit.model import Pending, When

__all__ = ["Moments"]


@attrs.frozen
class Moments(Dates):
    """A language that can say moments."""

    def zone(self, zone: dt.tzinfo, at: dt.datetime | None = None, /) -> str:
        """Return a zone: ``Beijing time (UTC+8)``, 北京时间, ``AoE (UTC−12)``, ``UTC+8``.

        ``at`` (aware) decides the offset of a zone that has several in a year; without it none is printed.
        """
        raise NotImplementedError

    def when(self, when: When | Pending, /, *, zone: dt.tzinfo | None = None, notes: bool = True, year: bool = True) -> str:
        """Return a moment as announced, what it does not state, and the same moment in the reader's ``zone``.

        ``notes=False`` leaves out that no hour or zone is stated (for one-line summaries); ``year=False`` the year.
        """
        raise NotImplementedError

    def unstated(self, when: When, /) -> str:
        """Return what a moment does not state: ``no time or time zone stated``; empty where nothing lacks."""
        raise NotImplementedError

    def pending(self, pending: Pending, /) -> str:
        """Return why there is no date: ``to be announced``, 待公布; a rolling rule follows in its words."""
        raise NotImplementedError

    def window(self, window: tuple[dt.datetime, dt.datetime], zone: dt.tzinfo, /) -> str:
        """Return earliest and latest instant as the reader's clock in ``zone`` shows them."""
        raise NotImplementedError

    def extended(self, before: When | Pending, after: When | Pending, /) -> str:
        """Return that a date moved: ``extended from A to B`` / ``由A延长至B`` where it did, else ``changed from A to B``."""
        raise NotImplementedError
