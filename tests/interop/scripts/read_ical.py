"""What ical (by Allen Porter) reads from each file of a folder."""

import datetime as dt
import json
import sys
from pathlib import Path

from ical.calendar_stream import IcsCalendarStream


def plain(moment):
    return int(moment.timestamp()) if isinstance(moment, dt.datetime) else moment and moment.isoformat()


def rows(path):
    (calendar,) = IcsCalendarStream.from_ics(path.read_bytes().decode()).calendars
    for event in calendar.events:
        texts = (event.summary, event.description, event.location, event.status)
        yield event.uid, plain(event.dtstart), plain(event.dtend), *(text or "" for text in texts)


print(json.dumps({path.name: list(rows(path)) for path in Path(sys.argv[1]).iterdir()}))
