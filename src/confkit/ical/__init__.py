"""A conference as iCalendar (RFC 5545): bytes that every calendar reads the same way.

>>> import datetime as dt
>>> from confkit import Conference, Days, ical
>>> day = Conference(id="day-2027", name="A Day", days=Days.parse("2027-05-01"), published=dt.date(2027, 1, 2))
>>> ical.calendar(day).events[0].start
datetime.date(2027, 5, 1)
"""

from __future__ import annotations

from confkit._internet_addresses import Mailbox
from confkit.ical._calendar import calendar, dump, dumps, left_out
from confkit.ical._channel import Channel
from confkit.ical._entry import KINDS, Entry, Kind
from confkit.ical._feed import Feed, Written, feed, write_feed
from confkit.ical._invite import Invitation, cancel, invite, uninvite, update
from confkit.ical._lint import lint
from confkit.ical._part import Split
from confkit.ical._read import load, loads
from confkit.ical._split import Index, Part, split_feed
from confkit.ical._wording import Wording

__all__ = [
    "KINDS",
    "Channel",
    "Entry",
    "Feed",
    "Index",
    "Invitation",
    "Kind",
    "Mailbox",
    "Part",
    "Split",
    "Wording",
    "Written",
    "calendar",
    "cancel",
    "dump",
    "dumps",
    "feed",
    "invite",
    "left_out",
    "lint",
    "load",
    "loads",
    "split_feed",
    "uninvite",
    "update",
    "write_feed",
]
