"""What type checkers know about `confkit.ical`; read by them, never run."""

from pathlib import Path
from typing import assert_type

import icalendar

from confkit import Catalog, Conference, ical
from confkit.errors import Finding


def calendars_are_of_a_conference_or_a_catalog(day: Conference, catalog: Catalog) -> None:
    assert_type(ical.dumps(day), bytes)
    assert_type(ical.dumps(catalog, language="zh", kinds=["event", "deadline"], alarms=False), bytes)
    assert_type(ical.dumps(day, language=("zh", "en"), busy=()), bytes)
    assert_type(ical.dump(day, Path("day.ics"), language="zh"), None)
    assert_type(ical.calendar(day), icalendar.Calendar)
    assert_type(ical.left_out(catalog), tuple[Finding, ...])
    assert_type(ical.KINDS, tuple[ical.Kind, ...])
    ical.dumps("day.yaml")  # type: ignore[arg-type]  # files.load() reads a file
    ical.dumps(day, kinds=["deadlines"])  # type: ignore[list-item]  # kinds are a closed set
    ical.dumps(day, language=None)  # type: ignore[arg-type]  # the default is English
    ical.dumps(day, kinds="deadline")  # type: ignore[arg-type]  # a list of them
    ical.dumps(day, "zh")  # type: ignore[call-arg]  # keywords only
