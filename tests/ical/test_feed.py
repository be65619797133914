"""Feeds: what a calendar that people subscribe to says, holds, and leaves out."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import attrs
import icalendar
import pytest

from confkit import Catalog, Days, EventRef, Registration, Relation, Revision, Text, When, ical
from confkit.errors import FileError, InvalidValueError, UnwritableError
from confkit.ical import Channel
from factories import call, conference, deadline
from feed_goldens import GOLDEN, NAMES, written

STAMP = dt.datetime(2026, 11, 23, 12, 30, 15, 999, tzinfo=dt.timezone(dt.timedelta(hours=8)))


def head(data):
    """Return what a feed says about itself, unfolded, from VERSION on."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    first = next(number for number, line in enumerate(lines[1:], start=1) if line.startswith(("BEGIN:", "END:")))
    return lines[1:first]


def blocks(data):
    """Return the entries of a feed as they were written, by UID."""
    found = re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", data, re.DOTALL)
    return {re.search(rb"UID:(\S+)", block)[1]: block for block in found}


def several(count, **fields):
    """Return conferences, each with two entries, the event and a deadline."""
    calls = [call(deadlines=[deadline(at=When.parse("2027-01-13T12:00[Asia/Shanghai]"))])]
    return [conference(**{"id": f"event-{number}", "calls": calls, **fields}) for number in range(count)]


# ---------------------------------------------------------------------------------------------- what it says of itself


def test_feed_says_what_it_is_in_the_names_that_clients_look_for():
    channel = Channel(
        name="AI; deadlines",
        description=Text(en="What is due, and when."),
        url="https://example.org/ai.ics",
        color="SteelBlue",
        refresh=dt.timedelta(hours=12),
        timezone="Asia/Shanghai",
    )
    assert head(ical.feed(several(1), channel).data) == [
        "VERSION:2.0",
        "PRODID:-//confkit//confkit-events//EN",
        "CALSCALE:GREGORIAN",
        r"NAME:AI\; deadlines",
        r"X-WR-CALNAME:AI\; deadlines",
        r"DESCRIPTION;LANGUAGE=en:What is due\, and when.",
        r"X-WR-CALDESC:What is due\, and when.",
        "X-WR-TIMEZONE:Asia/Shanghai",
        "SOURCE;VALUE=URI:https://example.org/ai.ics",
        "COLOR:steelblue",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
    ]


def test_feed_without_a_channel_says_nothing_but_what_it_is():
    assert head(ical.feed(several(1, calls=[])).data) == [
        "VERSION:2.0",
        "PRODID:-//confkit//confkit-events//EN",
        "CALSCALE:GREGORIAN",
    ]


def test_name_is_in_the_language_of_the_feed():
    channel = Channel(name=Text(en="Deadlines", zh="截止日期"))
    assert head(ical.feed(several(1, calls=[]), channel, language="zh").data)[3:] == [
        "NAME;LANGUAGE=zh-Hans:截止日期",
        "X-WR-CALNAME:截止日期",
    ]


@pytest.mark.parametrize(
    ("at", "zones"),
    [
        pytest.param(["2027-01-13T12:00[Asia/Shanghai]"], ["X-WR-TIMEZONE:Asia/Shanghai"], id="one zone in use"),
        pytest.param(["2027-01-13T12:00[Asia/Shanghai]", "2027-01-14T12:00[Europe/Berlin]"], [], id="two zones"),
        pytest.param(["2027-01-13T12:00[AoE]"], [], id="no zone"),
    ],
)
def test_zone_of_the_feed_is_the_only_one_in_use(at, zones):
    deadlines = [deadline(id=f"d{number}", at=When.parse(text)) for number, text in enumerate(at)]
    assert head(ical.feed([conference(calls=[call(deadlines=deadlines)])]).data)[3:] == zones


@pytest.mark.parametrize(
    ("fields", "path", "code"),
    [
        pytest.param({"name": " "}, "name", "text.empty", id="blank name"),
        pytest.param({"name": 3}, "name", "text.type", id="name that is no text"),
        pytest.param({"description": b"x"}, "description", "text.type", id="description that is no text"),
        pytest.param({"url": "example.org"}, "url", "link.scheme", id="no address"),
        pytest.param({"url": "https://example.org/\r\nMETHOD:CANCEL"}, "url", "link.scheme", id="address of two lines"),
        pytest.param({"color": "steelblu"}, "color", "ical.color", id="no colour"),
        pytest.param({"color": "#4682b4"}, "color", "ical.color", id="colour as a number"),
        pytest.param({"color": 3}, "color", "ical.color", id="colour that is no text"),
        pytest.param({"refresh": dt.timedelta(0)}, "refresh", "ical.refresh", id="always"),
        pytest.param({"refresh": dt.timedelta(seconds=1.5)}, "refresh", "ical.refresh", id="half a second"),
        pytest.param({"refresh": 12}, "refresh", "ical.refresh", id="number"),
        pytest.param({"timezone": "Beijing"}, "timezone", "zone.unknown", id="no zone"),
        pytest.param({"organizer": "example.org"}, "organizer", "email.address", id="no e-mail address"),
        pytest.param({"organizer": "a@b.org\nX:y"}, "organizer", "email.address", id="e-mail address of two lines"),
        pytest.param({"organizer": ""}, "organizer", "email.address", id="empty e-mail address"),
        pytest.param({"organizer": 3}, "organizer", "email.address", id="number for an e-mail address"),
    ],
)
def test_channel_refuses_what_a_calendar_cannot_say(fields, path, code):
    with pytest.raises(InvalidValueError) as caught:
        Channel(**fields)
    (finding,) = caught.value.findings
    assert (finding.path, finding.code, bool(finding.hint)) == (path, code, True)


def test_channel_reports_all_fields_at_once():
    with pytest.raises(InvalidValueError) as caught:
        Channel(color="blu", url="x", refresh=-dt.timedelta(1))
    assert [(finding.path, finding.hint) for finding in caught.value.findings] == [
        ("url", "write it like https://example.org/"),
        ("color", "write blue"),
        ("refresh", "write datetime.timedelta(hours=12)"),
    ]


@pytest.mark.parametrize(
    ("organizer", "line"),
    [
        ("a/b@example.org", "ORGANIZER:mailto:a%2Fb@example.org"),
        ("mailto:a@example.org", "ORGANIZER:mailto:a@example.org"),
        ('"Team, The" <a@example.org>', 'ORGANIZER;CN="Team, The":mailto:a@example.org'),
    ],
)
def test_organizer_makes_the_feed_a_message_that_publishes(organizer, line):
    made = ical.feed(several(2), Channel(organizer=organizer), stamp=STAMP)
    events = icalendar.Calendar.from_ical(made.data).walk("VEVENT")
    assert head(made.data)[3] == "METHOD:PUBLISH"
    assert re.findall("ORGANIZER.*(?=\r)", made.data.decode()) == [line] * 4
    assert {event["DTSTAMP"].to_ical() for event in events} == {b"20261123T043015Z"}
    assert {event["LAST-MODIFIED"].to_ical() for event in events} == {b"20261101T000000Z"}


@pytest.mark.parametrize(
    ("channel", "stamp"),
    [
        pytest.param(Channel(organizer="a@example.org"), None, id="organizer without a stamp"),
        pytest.param(Channel(organizer="a@example.org"), dt.datetime(2026, 11, 23), id="stamp without a zone"),
        pytest.param(Channel(organizer="a@example.org"), "2026-11-23", id="stamp that is no moment"),
        pytest.param(
            Channel(organizer="a@example.org"),
            dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=8))),
            id="stamp before all time",
        ),
        pytest.param(Channel(), STAMP, id="stamp without an organizer"),
    ],
)
def test_stamp_goes_with_an_organizer(channel, stamp):
    with pytest.raises(InvalidValueError) as caught:
        ical.feed(several(1), channel, stamp=stamp)
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [("ical.stamp", "stamp")]


def test_feed_has_no_uid_of_its_own_no_attendee_and_no_alarm():
    data = ical.feed(several(1), Channel(name="A", organizer="a@example.org"), stamp=STAMP).data
    names = {line.partition(":")[0].partition(";")[0] for line in head(data)}
    assert names & {"UID", "LAST-MODIFIED"} == set()
    assert [line for line in data.split(b"\r\n") if line.startswith((b"ATTENDEE", b"BEGIN:VALARM"))] == []


# ------------------------------------------------------------------------------------------------- what it holds


def test_feed_holds_the_entries_of_a_download():
    catalog = Catalog(several(3))
    assert blocks(ical.feed(catalog).data) == blocks(ical.dumps(catalog, alarms=False))
    assert blocks(ical.feed(catalog, kinds=["deadline"], language="zh").data) == blocks(
        ical.dumps(catalog, alarms=False, kinds=["deadline"], language="zh")
    )


def test_events_that_belong_together_are_looked_up_in_the_catalog():
    whole = conference(id="week")
    day = conference(id="day", relations=[Relation(kind="part_of", target=EventRef(id="week"))])
    known = Catalog([whole, day])
    assert ical.feed([whole, day], catalog=known).data == ical.feed(known).data
    assert b"RELATED-TO" in ical.feed([day], catalog=known).data
    assert b"RELATED-TO" not in ical.feed([day]).data


def test_feed_of_one_conference():
    made = ical.feed(conference())
    assert (made.entries, len(blocks(made.data)), made.findings) == (1, 1, ())


def test_each_zone_stands_before_the_entries_for_all_years_in_use():
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
    # Not one octet differs outside the entry.
    assert before.data.replace(was, b"") == after.data.replace(is_, b"")


def test_cancelled_event_stays_and_says_so():
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


# ------------------------------------------------------------------------------------------- what could not go out


def test_what_cannot_go_out_is_told_and_the_rest_goes_out():
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


def test_same_id_of_two_publishers_is_no_repetition():
    made = ical.feed([conference(namespace="a.org"), conference(namespace="b.org")])
    assert (made.entries, made.findings) == (2, ())


@pytest.mark.parametrize("subjects", [[], [conference(published=None)]], ids=["nothing", "nothing that can go out"])
def test_feed_without_an_entry_is_refused(subjects, tmp_path):
    (tmp_path / "old.ics").write_bytes(b"old")
    with pytest.raises(UnwritableError) as caught:
        ical.write_feed(subjects, tmp_path / "old.ics")
    assert [finding.code for finding in caught.value.findings] == ["ical.empty", *["ical.stamp"] * len(subjects)]
    assert (tmp_path / "old.ics").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("arguments", "options", "path"),
    [
        pytest.param((3,), {}, "conferences", id="number"),
        pytest.param(("abc",), {}, "conferences", id="text"),
        pytest.param(({"id": conference()},), {}, "conferences", id="mapping"),
        pytest.param(([conference(), "day"],), {}, "conferences[1]", id="something else among conferences"),
        pytest.param(([conference()], "A name"), {}, "channel", id="text for a channel"),
        pytest.param(([conference()],), {"kinds": "event"}, "kinds", id="text for kinds"),
        pytest.param(([conference()], ""), {}, "channel", id="empty text for a channel"),
        pytest.param(([conference()],), {"kinds": 3}, "kinds", id="number for kinds"),
        pytest.param(([conference()],), {"busy": "event"}, "busy", id="text for busy kinds"),
        pytest.param(([conference()],), {"catalog": [conference()]}, "catalog", id="list for a catalog"),
        pytest.param(([conference()],), {"language": []}, "language", id="no language"),
        pytest.param(([conference()],), {"max_bytes": 0}, "max_bytes", id="no room"),
    ],
)
def test_feed_refuses_what_it_cannot_take(arguments, options, path):
    with pytest.raises(InvalidValueError) as caught:
        ical.feed(*arguments, **options)
    assert [(finding.path, bool(finding.hint)) for finding in caught.value.findings] == [(path, True)]


@pytest.mark.parametrize("target", [3, None, io.StringIO()], ids=["number", "nothing", "file of text"])
def test_feed_is_written_to_octets_only(target):
    with pytest.raises(InvalidValueError) as caught:
        ical.write_feed(several(1), target)
    assert [finding.path for finding in caught.value.findings] == ["target"]


# ------------------------------------------------------------------------------------------------------- streaming


@pytest.mark.parametrize("kind", ["file", "path", "name"])
def test_feed_is_written_to_a_file_and_counted(kind, tmp_path):
    path, expected = tmp_path / "feed.ics", ical.feed(several(5))
    if kind == "file":
        with path.open("wb") as target:
            written = ical.write_feed(iter(several(5)), target)
    else:
        written = ical.write_feed(iter(several(5)), path if kind == "path" else str(path))
    assert path.read_bytes() == expected.data
    assert (written.entries, written.size, written.findings) == (10, len(expected.data), ())


def test_feed_of_more_than_a_million_octets_is_written_with_a_warning():
    """Google Calendar loses entries of one, without a word."""
    made = ical.feed([conference(description="x" * 950_000)])
    assert made.findings == ()
    large = [conference(description="x" * 1_000_000)]
    made = ical.feed(large)
    assert [(one.code, one.level, one.message, one.value) for one in made.findings] == [
        ("ical.size", "warning", "the feed is larger than the limit of 1000000 octets", f"{len(made.data)} octets")
    ]
    assert ical.feed(large, max_bytes=None) == ical.feed(large, max_bytes=len(made.data))
    assert ical.feed(large, max_bytes=len(made.data) - 1).findings != ()


def test_nothing_reaches_the_target_before_the_last_conference_was_read():
    target = io.BytesIO()
    with pytest.raises(InvalidValueError):
        ical.write_feed([*several(50), None], target)
    assert target.getvalue() == b""


def test_failing_write_leaves_the_old_file(tmp_path):
    with pytest.raises(FileError) as caught:
        ical.write_feed(several(1), tmp_path / "nowhere" / "feed.ics")
    assert [finding.code for finding in caught.value.findings] == ["file.missing"]


FULL = """
import resource, sys
from confkit import Conference, Days, ical, errors
import datetime as dt
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
text = "x" * 1_000_000
fields = {"days": Days.parse("2027-05-01"), "published": dt.date(2026, 11, 1), "description": text}
subjects = (Conference(id=f"event-{number}", name="A", **fields) for number in range(8))
try:
    ical.feed(subjects)
except errors.FileError as error:
    print(error.findings[0].code)
"""


@pytest.mark.skipif(os.name != "posix", reason="limits the size of files as POSIX does")
def test_no_room_for_temporary_files_is_said():
    done = subprocess.run([sys.executable, "-c", FULL], capture_output=True, check=False, text=True)
    assert (done.stdout, done.stderr) == ("file.temporary\n", "")


PEAK = """
import datetime as dt, io, resource, sys
from confkit import Conference, Days, ical
class Nowhere(io.RawIOBase):
    def write(self, data): return len(data)
text = "Talks, discussions, and posters. " * 100
fields = {"days": Days.parse("2027-05-01"), "published": dt.date(2026, 11, 1), "description": text}
subjects = (Conference(id=f"event-{number}", name=f"Event {number}", **fields) for number in range(int(sys.argv[1])))
print(ical.write_feed(subjects, Nowhere()).entries, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(os.name != "posix", reason="asks POSIX for the peak of memory")
def test_memory_does_not_grow_with_the_number_of_events():
    def peak(count):
        command = [sys.executable, "-c", PEAK, str(count)]
        entries, memory = subprocess.run(command, capture_output=True, check=True).stdout.split()
        assert int(entries) == count
        return int(memory)

    # 3,000 events are 12 MB of octets.
    assert peak(3000) <= 1.2 * peak(300)


# ---------------------------------------------------------------------------------------------------- golden files


@pytest.mark.parametrize("name", NAMES)
def test_feed_is_the_golden_one_and_is_read_back(name):
    golden = (GOLDEN / name).read_bytes()
    assert written(name) == golden
    assert ical.lint(golden) == ()
    calendar = icalendar.Calendar.from_ical(golden)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    # The event of which only the month is known has no entry.
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


def test_golden_feeds_are_all_compared():
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(NAMES)


def test_bytes_are_the_same_under_any_seed_zone_and_locale():
    folder = str(Path(__file__).parent.parent)
    program = f"import sys; sys.path.insert(0, {folder!r}); from feed_goldens import NAMES, written; "
    program += "sys.stdout.buffer.write(b''.join(map(written, NAMES)))"
    settings = [
        {"PYTHONHASHSEED": "0", "TZ": "America/New_York", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
    ]
    found = {
        subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, check=True).stdout
        for env in settings
    }
    assert found == {b"".join((GOLDEN / name).read_bytes() for name in NAMES)}
