"""A conference as iCalendar (RFC 5545): bytes that every calendar reads the same way.

>>> import datetime as dt
>>> from confkit import Conference, Days, ical
>>> day = Conference(id="day-2027", name="A Day", days=Days.parse("2027-05-01"), published=dt.date(2027, 1, 2))
>>> ical.calendar(day).events[0].start
datetime.date(2027, 5, 1)
"""

from __future__ import annotations

from confkit.ical._calendar import calendar, dump, dumps, left_out
from confkit.ical._entries import KINDS, Kind

__all__ = ["KINDS", "Kind", "calendar", "dump", "dumps", "left_out"]
