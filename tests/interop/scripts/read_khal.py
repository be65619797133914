"""What khal shows of each file of a folder, imported into a calendar of its own."""

import contextlib
import datetime as dt
import io
import json
import os
import sys
import tempfile
from pathlib import Path

from khal.cli import main_khal

CONFIG = """
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M:%S
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M:%S
longdatetimeformat = %Y-%m-%d %H:%M:%S
[calendars]
"""
FIELDS = (
    "calendar",
    "uid",
    "all-day",
    "start-long-full",
    "end-long-full",
    "title",
    "description",
    "location",
    "status",
)


def khal(*words):
    with contextlib.redirect_stdout(io.StringIO()) as output:
        try:
            main_khal(words, standalone_mode=False)
        except SystemExit as done:
            assert done.code == 0, output.getvalue()  # noqa: PT017 - this is no test; `import` ends the process
    return output.getvalue()


def row(shown):
    _, uid, all_day, start, end, *texts = (shown[name] for name in FIELDS)
    start, end = map(dt.datetime.fromisoformat, (start, end))
    if all_day == "True":
        # It shows the last day, which is included.
        return (uid, start.date().isoformat(), (end.date() + dt.timedelta(days=1)).isoformat(), *texts)
    return (uid, *(int(moment.replace(tzinfo=dt.UTC).timestamp()) for moment in (start, end)), *texts)


files = {f"c{number}": path for number, path in enumerate(sorted(Path(sys.argv[1]).iterdir()))}
with tempfile.TemporaryDirectory() as folder:
    os.environ["XDG_CACHE_HOME"] = os.environ["XDG_DATA_HOME"] = folder
    config = Path(folder) / "config"
    calendars = "".join(f"[[{name}]]\npath = {folder}/{name}\n" for name in files)
    config.write_text(CONFIG.format(folder=folder) + calendars)
    for name, path in files.items():
        Path(folder, name).mkdir()
        khal("-c", str(config), "import", "--batch", "-a", name, str(path))
    fields = [word for field in FIELDS for word in ("--json", field)]
    days = khal("-c", str(config), "list", *fields, "1999-01-01", "2029-01-01").splitlines()

found = {path.name: set() for path in files.values()}
for day in days:
    for shown in json.loads(day):
        found[files[shown["calendar"]].name].add(row(shown))
print(json.dumps({name: list(rows) for name, rows in found.items()}))
