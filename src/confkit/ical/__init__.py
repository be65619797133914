"""A conference as iCalendar (RFC 5545): bytes that every calendar reads the same way.

>>> import datetime as dt
>>> from confkit import Conference, Days, ical
>>> day = Conference(id="day-2027", name="A Day", days=Days.parse("2027-05-01"), published=dt.date(2027, 1, 2))
>>> print(ical.dumps(day).decode().splitlines()[8])
DTSTART;VALUE=DATE:20270501
"""

from __future__ import annotations

from confkit.ical._calendar import calendar, dump, dumps, left_out
from confkit.ical._entries import KINDS, Kind

__all__ = ["KINDS", "Kind", "calendar", "dump", "dumps", "left_out"]
