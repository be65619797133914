"""What vobject reads from each file of a folder, which it also validates."""

import datetime as dt
import json
import sys
from pathlib import Path

import vobject


def plain(moment):
    return int(moment.timestamp()) if isinstance(moment, dt.datetime) else moment and moment.isoformat()


def value(event, name):
    return event.contents[name][0].value if name in event.contents else None


def rows(path):
    calendar = vobject.readOne(path.read_bytes().decode())
    calendar.validate(raiseException=True)
    for event in calendar.vevent_list:
        texts = (value(event, name) or "" for name in ("summary", "description", "location", "status"))
        yield value(event, "uid"), plain(value(event, "dtstart")), plain(value(event, "dtend")), *texts


print(json.dumps({path.name: list(rows(path)) for path in Path(sys.argv[1]).iterdir()}))
