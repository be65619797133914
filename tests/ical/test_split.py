"""A feed is split into files below a size limit, with an index of them."""

from __future__ import annotations

import datetime as dt
import itertools
import re

import icalendar
import pytest
from hypothesis import given, settings, strategies as st

from cases import for_each
from confkit import Catalog, Days, Registration, Series, Text, Topic, When, ical
from confkit.errors import FileError, InvalidValueError, UnwritableError
from confkit.ical import Channel
from factories import call, conference, deadline, venue
from feed_goldens import STAMP, catalog
from strategies import examples


def uids(data):
    return [str(event["UID"]) for event in icalendar.Calendar.from_ical(data).walk("VEVENT")]


def split(subjects, folder, channel=None, **options):
    """Split a feed, check what is true for every split, and return the index."""
    index = ical.split_feed(subjects, folder, channel, **options)
    written = {part.name: (folder / part.name).read_bytes() for part in index.parts}
    assert sorted(written) == sorted(path.name for path in folder.iterdir())
    for part in index.parts:
        data = written[part.name]
        # Each part is a complete calendar with its own time zones.
        assert ical.lint(data) == ()
        parsed = icalendar.Calendar.from_ical(data)
        assert {str(zone["TZID"]) for zone in parsed.walk("VTIMEZONE")} == set(
            re.findall(r"TZID=([\w/]+):", data.decode())
        )
        days = sorted(dt.date.fromisoformat(str(event["DTSTART"].dt)[:10]) for event in parsed.walk("VEVENT"))
        assert (part.size, part.entries) == (len(data), len(days))
        # The announced day can differ by one from the day in UTC.
        assert {abs(date - day).days for date, day in ((part.first, days[0]), (part.last, days[-1]))} <= {0, 1}
    everywhere = [uid for data in written.values() for uid in uids(data)]
    assert len(set(everywhere)) == index.entries
    if options.get("by") != "topic":
        assert len(everywhere) == index.entries
    return index


def parts(index):
    return [(part.name, part.title, part.key, part.entries) for part in index.parts]


def due(id_, at, **fields):
    """Return a conference whose only entry is one deadline."""
    return conference(id=id_, calls=[call(deadlines=[deadline(at=When.parse(at))])], **fields)


def test_entry_is_in_the_year_of_its_announced_start(tmp_path):
    subjects = [due("a", "2026-12-31T23:59[AoE]", days=None), due("b", "2027-01-01T00:30+08:00", days=None)]
    index = split(subjects, tmp_path, by="year")
    assert [(part.name, str(part.first)) for part in index.parts] == [
        ("year-2026.ics", "2026-12-31"), ("year-2027.ics", "2027-01-01"),
    ]  # fmt: skip


NAMED = Channel(name=Text(en="All events", zh="全部活动"))


@for_each(
    "by, language, expected",
    {
        "year": (
            "year",
            "en",
            [
                ("year-2025.ics", "All events (2025)", "2025", 2),
                ("year-2027.ics", "All events (2027)", "2027", 5),
            ],
        ),
        "year-zh": (
            "year",
            "zh",
            [
                ("year-2025.ics", "全部活动（2025年）", "2025", 2),
                ("year-2027.ics", "全部活动（2027年）", "2027", 5),
            ],
        ),
        "kind": (
            "kind",
            "zh",
            [
                ("kind-deadline.ics", "全部活动（截止日期）", "deadline", 3),
                ("kind-event.ics", "全部活动（活动）", "event", 4),
            ],
        ),
        "series": (
            "series",
            "en",
            [
                ("series-calendar-meetup.ics", "All events (calendar-meetup)", "calendar-meetup", 1),
                ("series-pytorch-day-china.ics", "All events (PyTorch Day China)", "pytorch-day-china", 2),
                ("series-time.ics", "All events (TIME)", "time", 3),
                ("no-series.ics", "All events (other)", "", 1),
            ],
        ),
    },
)
def test_feed_is_split(by, language, expected, tmp_path):
    index = split(catalog(), tmp_path, NAMED, by=by, language=language)
    assert (index.by, parts(index), index.entries) == (by, expected, 7)


def test_feed_is_split_by_kind(tmp_path):
    unsplit = conference(
        calls=[call()],
        venues=[venue(days=Days.parse("2027-05-01"))],
        milestones=[deadline(kind="notification")],
        registration=Registration(opens=When.parse("2027-01-01")),
    )
    assert parts(split(unsplit, tmp_path, by="kind")) == [
        ("kind-deadline.ics", "Deadlines", "deadline", 1),
        ("kind-event.ics", "Events", "event", 1),
        ("kind-milestone.ics", "Milestones", "milestone", 1),
        ("kind-venue.ics", "Venues", "venue", 1),
        ("kind-window.ics", "Registration", "window", 1),
    ]


def test_entry_with_several_topics_is_in_several_parts(tmp_path):
    def topics(*names):
        return [Topic(name=name) for name in names]

    subjects = [
        conference(id="a", topics=topics("Edge AI", "C++", Text(zh="时区", en="Time zones"))),
        conference(id="b", topics=[Topic(name="Machine learning", id="ml"), *topics("edge ai", "C", "Edge  AI")]),
        conference(id="c", calls=[call(topics=topics("时区"))]),
    ]
    index = split(subjects, tmp_path, by="topic")
    assert parts(index) == [
        ("topic-c.ics", "C", "c", 1),
        ("topic-c--xcedb1bac.ics", "C++", "c--xcedb1bac", 1),
        ("topic-edge-ai.ics", "Edge AI", "edge-ai", 2),
        ("topic-ml.ics", "Machine learning", "ml", 1),
        ("topic-time-zones.ics", "Time zones", "time-zones", 1),
        ("topic-xb5d72c5c.ics", "时区", "xb5d72c5c", 1),
        ("no-topic.ics", "Other", "", 1),
    ]
    assert index.entries == 4


def test_each_part_has_its_own_url_and_is_published(tmp_path):
    channel = Channel(name="A", url="https://example.org/feeds/", organizer="a@example.org")
    index = split(catalog(), tmp_path, channel, by="year", stamp=STAMP)
    assert [part.url for part in index.parts] == [
        "https://example.org/feeds/year-2025.ics",
        "https://example.org/feeds/year-2027.ics",
    ]
    data = (tmp_path / "year-2027.ics").read_bytes()
    assert b"METHOD:PUBLISH\r\n" in data
    assert b"SOURCE;VALUE=URI:https://example.org/feeds/year-2027.ics\r\n" in data


def test_part_that_is_too_large_is_split_by_year_and_month_and_number(tmp_path):
    days = ["2026-11-30", "2027-01-04", "2027-01-05", "2027-01-06", "2027-02-01T12:00[Europe/Berlin]"]
    index = split(
        [due(f"event-{at[:10]}", at) for at in days], tmp_path, NAMED, kinds=["deadline"], by="kind", max_bytes=1500
    )
    assert parts(index) == [
        ("kind-deadline--2026.ics", "All events (deadlines; 2026)", "deadline", 1),
        ("kind-deadline--2027-01--1.ics", "All events (deadlines; January 2027; part 1)", "deadline", 2),
        ("kind-deadline--2027-01--2.ics", "All events (deadlines; January 2027; part 2)", "deadline", 1),
        ("kind-deadline--2027-02.ics", "All events (deadlines; February 2027)", "deadline", 1),
    ]
    assert (index.findings, [part.size for part in index.parts if part.size > 1500]) == ((), [])


def test_year_that_is_too_large_is_split_by_month(tmp_path):
    days = ["2026-11-30", "2027-01-04", "2027-01-05", "2027-02-01"]
    index = split([due(f"event-{at}", at) for at in days], tmp_path, kinds=["deadline"], by="year", max_bytes=1500)
    assert parts(index) == [
        ("year-2026.ics", "2026", "2026", 1),
        ("year-2027-01.ics", "January 2027", "2027", 2),
        ("year-2027-02.ics", "February 2027", "2027", 1),
    ]


def test_size_limit_includes_time_zones(tmp_path):
    zones = ("Europe/Berlin", "America/New_York", "Asia/Shanghai", "Europe/Berlin", "Africa/Casablanca")
    subjects = [due(f"event-{at}", f"2027-01-13T12:00[{zone}]") for at, zone in enumerate(itertools.chain(zones * 4))]
    index = split(subjects, tmp_path, kinds=["deadline"], by="kind", max_bytes=5000)
    assert len(index.parts) > 2
    assert (index.findings, [part.size for part in index.parts if part.size > 5000]) == ((), [])


def test_entry_over_the_limit_is_written_with_a_warning(tmp_path):
    subjects = [conference(id="long", description="x" * 3000), conference(id="b", days=Days.parse("2027-01-04"))]
    index = split(subjects, tmp_path, by="year", max_bytes=2000)
    assert [part.name for part in index.parts] == ["year-2027-01.ics", "year-2027-05.ics"]
    (finding,) = index.findings
    assert (finding.code, finding.level, finding.where.file) == ("ical.size", "warning", "year-2027-05.ics")
    assert (finding.message, finding.value) == (
        "a single entry is larger than the limit of 2000 bytes",
        f"{index.parts[1].size} bytes",
    )


@pytest.mark.slow
def test_part_of_more_than_a_million_bytes_is_split_again(tmp_path):
    subjects = [
        conference(id=f"event-{month}", description="x" * 600_000, days=Days.parse(f"2027-0{month}-04"))
        for month in (1, 2)
    ]
    assert [part.name for part in split(subjects, tmp_path, by="year").parts] == [
        "year-2027-01.ics",
        "year-2027-02.ics",
    ]
    unsplit = split(subjects, tmp_path / "whole", by="year", max_bytes=None)
    assert [part.name for part in unsplit.parts] == ["year-2027.ics"]


def test_entries_that_cannot_be_written_are_findings_of_the_index(tmp_path):
    index = split([conference(), conference(id="b", published=None), conference()], tmp_path, by="year")
    assert [(finding.code, finding.path) for finding in index.findings] == [
        ("ical.stamp", "conferences[1].published"),
        ("id.duplicate", "conferences[2].id"),
    ]


def test_file_of_an_earlier_run_stays_with_a_warning(tmp_path):
    ical.split_feed(conference(days=Days.parse("2026-05-01")), tmp_path / "feeds", by="year")
    (tmp_path / "feeds" / "other.ics").write_bytes(b"")
    index = ical.split_feed(conference(), tmp_path / "feeds", by="year")
    assert [(finding.code, finding.level, finding.where.file) for finding in index.findings] == [
        ("ical.left-over", "warning", str(tmp_path / "feeds" / "year-2026.ics"))
    ]
    assert sorted(path.name for path in (tmp_path / "feeds").iterdir()) == [
        "other.ics",
        "year-2026.ics",
        "year-2027.ics",
    ]


@for_each("id_", ["con", "nul.x", "a" * 300, "..a"[2:], "a.b_c-d"])
def test_file_names_are_valid_on_every_system(id_, tmp_path):
    index = split(conference(series=Series(id=id_), topics=[Topic(name="../../etc/passwd\x00")]), tmp_path, by="series")
    (part,) = index.parts
    assert re.fullmatch(r"series-[a-z0-9]+(--?[a-z0-9]+|[._][a-z0-9]+)*\.ics", part.name)
    assert len(part.name) < 128
    assert part.key == id_


@settings(max_examples=examples(30))
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip), min_size=1))
def test_topics_never_make_files_outside_of_the_folder(tmp_path_factory, names):
    folder = tmp_path_factory.mktemp("feeds")
    index = split(conference(topics=[Topic(name=name) for name in names]), folder, by="topic")
    assert [part.name for part in index.parts if not re.fullmatch(r"topic-[a-z0-9-]{1,100}\.ics", part.name)] == []


def test_long_names_with_the_same_start_get_different_files(tmp_path):
    subjects = [conference(id=f"e{at}", series=Series(id="a" * 200 + str(at))) for at in range(3)]
    assert len(split(subjects, tmp_path, by="series").parts) == 3


def test_parts_do_not_depend_on_the_order_of_events(tmp_path):
    first = split(catalog(), tmp_path / "a", NAMED, by="topic")
    second = split(Catalog(reversed(catalog().conferences)), tmp_path / "b", NAMED, by="topic")
    assert parts(first) == parts(second)


@for_each(
    "options, path",
    {
        "no such way": ({"by": "month"}, "by"),
        "list of ways": ({"by": ["year"]}, "by"),
        "no room": ({"max_bytes": 0}, "max_bytes"),
        "truth": ({"max_bytes": True}, "max_bytes"),
        "float": ({"max_bytes": 1e6}, "max_bytes"),
        "number for a folder": ({"folder": 3}, "folder"),
    },
)
def test_split_refuses_wrong_arguments(options, path, tmp_path):
    with pytest.raises(InvalidValueError) as caught:
        ical.split_feed(**{"conferences": conference(), "folder": tmp_path, **options})
    assert [(finding.path, bool(finding.hint)) for finding in caught.value.findings] == [(path, True)]


def test_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "feeds").write_bytes(b"")
    with pytest.raises(FileError) as caught:
        ical.split_feed(conference(), tmp_path / "feeds", by="year")
    assert [(finding.code, finding.where.file) for finding in caught.value.findings] == [
        ("file.folder", str(tmp_path / "feeds"))
    ]


def test_split_of_nothing_is_refused_and_makes_no_folder(tmp_path):
    with pytest.raises(UnwritableError):
        ical.split_feed([], tmp_path / "feeds", by="year")
    assert not (tmp_path / "feeds").exists()


def test_part_knows_its_first_and_last_day(tmp_path):
    (part,) = split(conference(calls=[call()]), tmp_path, by="year").parts
    assert (part.first, part.last) == (dt.date(2027, 1, 13), dt.date(2027, 5, 1))
