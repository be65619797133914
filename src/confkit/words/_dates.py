"""Days, hours and numbers of days in one language; no zones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit.words._speech import Speech

if TYPE_CHECKING:
    import datetime as dt

    from confkit.model import Days, PartialDate

__all__ = ["Dates"]


@attrs.frozen
class Dates(Speech):
    """A language that can say days and hours."""

    def date(self, date: PartialDate | dt.date, /, *, weekday: bool = True, year: bool = True) -> str:
        """Return a date to its precision: ``Saturday, June 7, 2025``, ``2025年6月7日（星期六）``, ``April 2025``.

        A weekday is said only of a day. ``year=False`` leaves the year out where there is more to say.
        """
        raise NotImplementedError

    def days(self, days: Days, /, *, weekday: bool = True, year: bool = True) -> str:
        """Return whole days: one like `date`, several as ``June 7–9, 2025`` or ``2025年6月7日至9日``."""
        raise NotImplementedError

    def time(self, time: dt.time, /) -> str:
        """Return a local time: ``7:59 PM``, ``19:59``."""
        raise NotImplementedError

    def hours(self, opens: dt.time, closes: dt.time, /) -> str:
        """Return local hours: ``9:00 AM – 5:30 PM``, ``09:00–17:30``."""
        raise NotImplementedError

    def relative(self, day: PartialDate | dt.date, today: dt.date, /) -> str:
        """Return how far a day is, in calendar days of the reader: ``today``, ``tomorrow``, ``3 days left``, 还剩3天.

        A date that is not to the day is counted to its last day.
        """
        raise NotImplementedError
