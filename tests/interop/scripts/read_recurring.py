"""What recurring-ical-events finds in half a century of each file of a folder."""

import datetime as dt
import json
import sys
from pathlib import Path

import icalendar
import recurring_ical_events


def plain(moment):
    return int(moment.timestamp()) if isinstance(moment, dt.datetime) else moment.isoformat()


def rows(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    for event in recurring_ical_events.of(calendar).between(dt.date(1995, 1, 1), dt.date(2045, 1, 1)):
        texts = (str(event.get(name, "")) for name in ("SUMMARY", "DESCRIPTION", "LOCATION", "STATUS"))
        yield str(event["UID"]), plain(event["DTSTART"].dt), plain(event["DTEND"].dt), *texts


print(json.dumps({path.name: list(rows(path)) for path in Path(sys.argv[1]).iterdir()}))
