"""The entries of a feed, and findings about entries that cannot be written."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
import sys
from pathlib import Path

import attrs
import icalendar
import pytest

from cases import for_each
from confkit import Catalog, Days, EventRef, Registration, Relation, Revision, When, files, ical
from confkit.errors import InvalidValueError, UnwritableError
from confkit.ical import Channel
from factories import call, conference, deadline, several
from feed_goldens import GOLDEN, NAMES, written


def blocks(data):
    """Return the lines of each entry of a feed, by UID."""
    found = re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", data, re.DOTALL)
    return {re.search(rb"UID:(\S+)", block)[1]: block for block in found}


def test_feed_has_the_entries_of_a_calendar_file():
    catalog = Catalog(several(3))
    assert blocks(ical.feed(catalog).data) == blocks(ical.dumps(catalog, alarms=False))
    assert blocks(ical.feed(catalog, kinds=["deadline"], language="zh").data) == blocks(
        ical.dumps(catalog, alarms=False, kinds=["deadline"], language="zh")
    )


def test_related_events_are_looked_up_in_the_catalog():
    whole = conference(id="week")
    day = conference(id="day", relations=[Relation(kind="part_of", target=EventRef(id="week"))])
    catalog = Catalog([whole, day])
    assert ical.feed([whole, day], catalog=catalog).data == ical.feed(catalog).data
    assert b"RELATED-TO" in ical.feed([day], catalog=catalog).data
    assert b"RELATED-TO" not in ical.feed([day]).data


def test_feed_accepts_a_single_conference():
    made = ical.feed(conference())
    assert (made.entries, len(blocks(made.data)), made.findings) == (1, 1, ())


def test_feed_defines_each_zone_once_for_all_years_before_the_entries():
    at = ["2027-01-13T12:00[Europe/Berlin]", "2029-01-13T12:00[Europe/Berlin]", "2027-01-13T12:00[Asia/Shanghai]"]
    subjects = [
        conference(id=f"event-{number}", calls=[call(deadlines=[deadline(at=When.parse(text))])])
        for number, text in enumerate(at)
    ]
    whole = ical.dumps(Catalog(subjects), alarms=False)
    assert ical.feed(subjects).data == whole
    assert re.findall(rb"TZID:(\S+)|(BEGIN:VEVENT)", whole)[:3] == [
        (b"Asia/Shanghai", b""),
        (b"Europe/Berlin", b""),
        (b"", b"BEGIN:VEVENT"),
    ]


def test_extended_deadline_changes_one_entry_of_five_hundred():
    subjects = several(500)
    before = ical.feed(subjects, Channel(name="Deadlines"))
    (talks,) = subjects[217].calls
    later = talks.deadlines[0].extend(When.parse("2027-01-20T12:00[Asia/Shanghai]"), announced=dt.date(2027, 1, 9))
    subjects[217] = attrs.evolve(subjects[217], calls=[attrs.evolve(talks, deadlines=[later])])
    after = ical.feed(subjects, Channel(name="Deadlines"))
    old, new = blocks(before.data), blocks(after.data)
    assert list(old) == list(new)
    ((was, is_),) = [(old[uid], new[uid]) for uid in old if old[uid] != new[uid]]
    assert (was.count(b"SEQUENCE:0"), is_.count(b"SEQUENCE:1"), is_.count(b"DTSTAMP:20270109T000000Z")) == (1, 1, 1)
    # No byte differs outside of the entry.
    assert before.data.replace(was, b"") == after.data.replace(is_, b"")


def test_cancelled_event_stays_in_the_feed_as_cancelled():
    def event(subject):
        (found,) = icalendar.Calendar.from_ical(ical.feed([subject]).data).walk("VEVENT")
        return found

    planned = conference()
    cancelled = attrs.evolve(
        planned, status="cancelled", history=[Revision(status="scheduled", replaced=dt.date(2027, 2, 1))]
    )
    before, after = event(planned), event(cancelled)
    assert (before["UID"], before["STATUS"], before["SEQUENCE"]) == (after["UID"], "CONFIRMED", 0)
    assert (after["STATUS"], after["SEQUENCE"], after["SUMMARY"]) == ("CANCELLED", 1, "Cancelled: PyCon Example 2027")


def test_entries_that_cannot_be_written_are_reported_and_the_others_written():
    subjects = [
        conference(id="good"),
        conference(id="unstamped", published=None),
        conference(id="good", name="Another of the same id"),
        conference(id="vague", days=Days.parse("2027-05"), registration=Registration(opens=When.parse("2027-04"))),
        conference(id="fine"),
    ]
    made = ical.feed(iter(subjects))
    assert made.entries == len(blocks(made.data)) == 2
    assert [(finding.level, finding.code, finding.path) for finding in made.findings] == [
        ("error", "ical.stamp", "conferences[1].published"),
        ("error", "id.duplicate", "conferences[2].id"),
        ("note", "ical.no-day", "conferences[3].days"),
        ("note", "ical.no-day", "conferences[3].registration.opens"),
    ]


def test_events_of_two_publishers_may_have_the_same_id():
    made = ical.feed([conference(namespace="a.org"), conference(namespace="b.org")])
    assert (made.entries, made.findings) == (2, ())


@for_each(
    "subjects",
    {
        "nothing": [],
        "nothing that can go out": [conference(published=None)],
    },
)
def test_feed_without_an_entry_is_refused(subjects, tmp_path):
    (tmp_path / "old.ics").write_bytes(b"old")
    with pytest.raises(UnwritableError) as caught:
        ical.write_feed(subjects, tmp_path / "old.ics")
    assert [finding.code for finding in caught.value.findings] == ["ical.empty", *["ical.stamp"] * len(subjects)]
    assert (tmp_path / "old.ics").read_bytes() == b"old"


@for_each(
    "arguments, options, path",
    {
        "number": ((3,), {}, "conferences"),
        "text": (("abc",), {}, "conferences"),
        "mapping": (({"id": conference()},), {}, "conferences"),
        "something else among conferences": (([conference(), "day"],), {}, "conferences[1]"),
        "text for a channel": (([conference()], "A name"), {}, "channel"),
        "text for kinds": (([conference()],), {"kinds": "event"}, "kinds"),
        "empty text for a channel": (([conference()], ""), {}, "channel"),
        "number for kinds": (([conference()],), {"kinds": 3}, "kinds"),
        "text for busy kinds": (([conference()],), {"busy": "event"}, "busy"),
        "list for a catalog": (([conference()],), {"catalog": [conference()]}, "catalog"),
        "no language": (([conference()],), {"language": []}, "language"),
        "no room": (([conference()],), {"max_bytes": 0}, "max_bytes"),
    },
)
def test_feed_refuses_wrong_arguments(arguments, options, path):
    with pytest.raises(InvalidValueError) as caught:
        ical.feed(*arguments, **options)
    assert [(finding.path, bool(finding.hint)) for finding in caught.value.findings] == [(path, True)]


@for_each(
    "target",
    {
        "number": 3,
        "nothing": None,
        "file of text": io.StringIO(),
    },
)
def test_feed_refuses_a_target_that_takes_no_bytes(target):
    with pytest.raises(InvalidValueError) as caught:
        ical.write_feed(several(1), target)
    assert [finding.path for finding in caught.value.findings] == ["target"]


@for_each("name", NAMES)
def test_golden_feeds_are_written_and_read_without_errors(name):
    golden = (GOLDEN / name).read_bytes()
    assert written(name) == golden
    assert ical.lint(golden) == ()
    calendar = icalendar.Calendar.from_ical(golden)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    # An event without a day has no entry.
    days = [event["DTSTART"].dt for event in calendar.walk("VEVENT")]
    assert [str(day) for day in days] == [
        "2025-06-07",
        "2025-04-13",
        "2027-03-06 14:00:00+08:00",
        "2027-06-30",
        "2027-01-21 11:59:00+00:00",
        "2027-05-01 18:00:00+02:00",
        "2027-09-01",
    ]


def test_every_golden_feed_is_compared():
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(NAMES)


def test_calendars_and_feeds_are_the_same_under_any_hash_seed_zone_and_locale():
    languages = ("en", "zh", "zh-TW")
    program = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent.parent)!r})
from confkit import files, ical
from feed_goldens import NAMES, written
for name in NAMES:
    sys.stdout.buffer.write(written(name))
for language in {languages!r}:
    sys.stdout.buffer.write(ical.dumps(files.example(), language=language))
"""
    settings = [
        {"PYTHONHASHSEED": "0", "TZ": "America/New_York", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
    ]
    found = {
        subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, check=True).stdout
        for env in settings
    }
    calendars = [ical.dumps(files.example(), language=language) for language in languages]
    assert found == {b"".join([*((GOLDEN / name).read_bytes() for name in NAMES), *calendars])}
