"""What of a conference becomes which entry: read back by the icalendar package."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import subprocess
import sys
import uuid

import attrs
import icalendar
import pytest

from calendars import events, lines, only
from confkit import (
    AOE,
    Address,
    CallForProposals,
    Catalog,
    Contact,
    Days,
    Deadline,
    EventRef,
    Geo,
    Hours,
    Image,
    Link,
    Online,
    Pending,
    Registration,
    Relation,
    Revision,
    Text,
    Topic,
    When,
    files,
    ical,
)
from confkit.errors import FileError, InvalidValueError, UnwritableError
from factories import call, conference, deadline, venue

EXAMPLE = files.example()
UTC = dt.UTC


def texts(value, *, language="en"):
    """Return title and description of every entry."""
    return [(str(event["SUMMARY"]), str(event["DESCRIPTION"])) for event in events(value, language=language)]


def due(at, **fields):
    """Return a conference whose only entry is one deadline."""
    return conference(days=None, calls=[call(deadlines=[deadline(at=When.parse(at), **fields)])])


# ------------------------------------------------------------------------------------------------------- the example


def test_example_has_the_event_and_its_deadline():
    assert [(str(event["SUMMARY"]), event["DTSTART"].dt, event["DTEND"].dt) for event in events(EXAMPLE)] == [
        ("PyTorch Day China 2025", dt.date(2025, 6, 7), dt.date(2025, 6, 8)),
        (
            "PyTorch Day China 2025: Submission deadline (call for proposals)",
            dt.date(2025, 4, 13),
            dt.date(2025, 4, 14),
        ),
    ]


def test_example_in_chinese_has_the_same_entries():
    def without_words(event):
        worded = {"SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES"}
        return [row for row in lines(event, *event) if row.partition(":")[0].partition(";")[0] not in worded]

    english, chinese = events(EXAMPLE), events(EXAMPLE, language="zh")
    assert [str(event["SUMMARY"]) for event in chinese] == [
        "PyTorch Day China 2025",
        "PyTorch Day China 2025：提交截止日期（议题征集）",
    ]
    assert list(map(without_words, chinese)) == list(map(without_words, english))


def test_deadline_of_a_day_alone_is_a_whole_day_and_says_what_is_not_stated():
    _, deadline_ = events(EXAMPLE)
    assert lines(deadline_, "DTSTART", "DTEND", "TRANSP") == [
        "DTSTART;VALUE=DATE:20250413",
        "DTEND;VALUE=DATE:20250414",
        "TRANSP:TRANSPARENT",
    ]
    (_, english), (_, chinese) = texts(EXAMPLE)[1], texts(EXAMPLE, language="zh")[1]
    assert english.splitlines()[1] == "Submission deadline: Sunday, April 13, 2025 (no time or time zone stated)"
    assert chinese.splitlines()[1] == "提交截止日期：2025年4月13日（星期日；未注明具体时间和时区）"


def test_month_has_no_entry_and_is_left_out_with_a_note():
    assert [(note.code, note.level, note.path, note.value) for note in ical.left_out(EXAMPLE)] == [
        ("ical.no-day", "note", "registration.details_expected", "2025-04")
    ]


def test_address_stands_verbatim_in_the_location():
    event, _ = events(EXAMPLE)
    address = "索家坟, Hai Dian Qu, Bei Jing Shi, China, 100080"
    assert str(event["LOCATION"]) == f"Zhongguancun Exhibition Center\n{address}"
    # A name in one language and an address in none: the two together have none.
    assert event["LOCATION"].params == {}


def test_event_prints_the_date_of_no_deadline():
    event, _ = events(EXAMPLE)
    assert [text for text in ("April 13", "4月13日", "call-for-proposals") if text in event["DESCRIPTION"]] == []


@pytest.mark.parametrize("language", ["en", "zh", "zh-TW"])
def test_bytes_are_the_same_under_any_seed_zone_and_locale(language):
    program = "import sys; from confkit import files, ical; "
    program += f"sys.stdout.buffer.write(ical.dumps(files.example(), language={language!r}))"
    settings = [
        {"PYTHONHASHSEED": "0", "TZ": "America/New_York", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
    ]
    written = {
        subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, check=True).stdout
        for env in settings
    }
    assert written == {ical.dumps(EXAMPLE, language=language)}


# ------------------------------------------------------------------------------------------------------------- times


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        pytest.param("2025-04-13", ["DTSTART;VALUE=DATE:20250413", "DTEND;VALUE=DATE:20250414"], id="a day"),
        pytest.param("2025-04-13[AoE]", ["DTSTART;VALUE=DATE:20250413", "DTEND;VALUE=DATE:20250414"], id="no hour"),
        pytest.param("2025-04-13T23:59", ["DTSTART;VALUE=DATE:20250413", "DTEND;VALUE=DATE:20250414"], id="no zone"),
        pytest.param("2025-04-13T24:00", ["DTSTART;VALUE=DATE:20250413", "DTEND;VALUE=DATE:20250414"], id="midnight"),
        pytest.param("2025-04-13T23:59[AoE]", ["DTSTART:20250414T115900Z"], id="anywhere on earth"),
        pytest.param("2025-04-13T23:59+08:00", ["DTSTART:20250413T155900Z"], id="offset"),
        pytest.param("2025-04-13T24:00Z", ["DTSTART:20250414T000000Z"], id="midnight in UTC"),
        pytest.param("2025-04-13T23:59[Asia/Shanghai]", ["DTSTART;TZID=Asia/Shanghai:20250413T235900"], id="IANA zone"),
        pytest.param(
            "2025-11-02T01:30[America/New_York]",
            ["DTSTART;VALUE=DATE:20251102", "DTEND;VALUE=DATE:20251103"],
            id="an hour that comes twice",
        ),
        pytest.param(
            "2025-11-02T01:30-05:00[America/New_York]", ["DTSTART:20251102T063000Z"], id="the second of the two"
        ),
    ],
)
def test_deadline_stands_at_its_instant_or_on_its_day(at, expected):
    assert lines(only(due(at)), "DTSTART", "DTEND") == expected


def test_anywhere_on_earth_keeps_the_words_of_the_announcement():
    ((_, said),) = texts(due("2025-04-13T23:59[AoE]"))
    assert said.splitlines()[1] == "Submission deadline: Sunday, April 13, 2025, 11:59 PM AoE (UTC−12)"
    assert due("2025-04-13T23:59[AoE]").calls[0].deadlines[0].at.zone is AOE


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, ["DTSTART;VALUE=DATE:20270501", "DTEND;VALUE=DATE:20270504", "TRANSP:TRANSPARENT"], id="days"),
        pytest.param(
            {"hours": Hours.parse("09:00-18:00")},
            ["DTSTART;VALUE=DATE:20270501", "DTEND;VALUE=DATE:20270504", "TRANSP:TRANSPARENT"],
            id="days with hours",
        ),
        pytest.param(
            {"days": Days.parse("2027-05-01"), "hours": Hours.parse("09:00-18:00"), "timezone": "Europe/Berlin"},
            [
                "DTSTART;TZID=Europe/Berlin:20270501T090000",
                "DTEND;TZID=Europe/Berlin:20270501T180000",
                "TRANSP:OPAQUE",
            ],
            id="a day with hours",
        ),
        pytest.param(
            {"days": Days.parse("2027-05-01"), "hours": Hours.parse("18:00-02:00"), "venues": [venue()]},
            [
                "DTSTART;TZID=Asia/Shanghai:20270501T180000",
                "DTEND;TZID=Asia/Shanghai:20270502T020000",
                "TRANSP:OPAQUE",
            ],
            id="past midnight, in the venue's zone",
        ),
        pytest.param(
            {
                "days": Days.parse("2027-11-06"),
                "hours": Hours.parse("20:00-01:30"),
                "timezone": "America/New_York",
            },
            ["DTSTART;TZID=America/New_York:20271106T200000", "DTEND:20271107T053000Z", "TRANSP:OPAQUE"],
            id="until an hour that comes twice",
        ),
        pytest.param(
            {"days": Days.parse("2027-05-01"), "hours": Hours.parse("09:00-18:00")},
            ["DTSTART;VALUE=DATE:20270501", "DTEND;VALUE=DATE:20270502", "TRANSP:TRANSPARENT"],
            id="hours in no zone",
        ),
    ],
)
def test_event_is_whole_days_unless_one_day_has_hours_in_a_zone(fields, expected):
    assert lines(only(conference(**fields)), "DTSTART", "DTEND", "TRANSP") == expected


def test_hours_of_whole_days_are_said_in_words():
    ((_, said),) = texts(conference(hours=Hours.parse("09:00-18:00")))
    assert "9:00 AM – 6:00 PM" in said


def test_each_zone_in_use_is_described_once_before_the_entries():
    two = conference(
        calls=[
            call(
                deadlines=[
                    deadline(id="a", at=When.parse("2027-01-13T12:00[Asia/Shanghai]")),
                    deadline(id="b", at=When.parse("2027-01-14T12:00[Asia/Shanghai]")),
                    deadline(id="c", at=When.parse("2027-01-14T12:00[America/New_York]")),
                ]
            )
        ]
    )
    parts = ical.calendar(two).subcomponents
    assert [(part.name, str(part.get("TZID", ""))) for part in parts] == [
        ("VTIMEZONE", "America/New_York"),
        ("VTIMEZONE", "Asia/Shanghai"),
        *[("VEVENT", "")] * 4,
    ]


# ----------------------------------------------------------------------------------------- identity, changes, stamps


def identity(value, **options):
    return [lines(event, "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED") for event in events(value, **options)]


def test_uid_is_a_uuid_of_version_5_that_never_changes():
    # These go out into other people's calendars: a new value here would double their entries.
    assert [str(event["UID"]) for event in events(EXAMPLE)] == [
        "2ba69f0e-8473-5a7e-8746-47e7dec81871",
        "9028e977-cffe-5cb7-ad6d-99e3884c21f2",
    ]
    assert [uuid.UUID(str(event["UID"])).version for event in events(EXAMPLE)] == [5, 5]


@pytest.mark.parametrize("namespace", [None, "example.org", "urn:x:a\\b/ü😀"])
def test_uid_is_made_of_the_namespace_and_the_ids_as_anyone_can(namespace):
    event, talks = events(conference(namespace=namespace, calls=[call()]))
    confkit = uuid.UUID("7d3f6a52-0c64-5e0b-9a41-3b1f0f6c9e17")
    ids = [[namespace, "pycon-example-2027"], [namespace, "pycon-example-2027", "call", "talks", "submission"]]
    assert [str(event["UID"]), str(talks["UID"])] == [str(uuid.uuid5(confkit, json.dumps(one))) for one in ids]


def test_uids_of_different_ids_differ_however_the_ids_are_cut():
    parts = [
        conference(calls=[call(id="a", deadlines=[deadline(id="b.c")]), call(id="a.b", deadlines=[deadline(id="c")])]),
        conference(
            milestones=[deadline(id="a"), deadline(id="registration")], venues=[venue(days=Days.parse("2027-05-01"))]
        ),
        conference(namespace=None),
        conference(id="b.c", namespace="example.org"),
        conference(id="c", namespace="example.org.b"),
    ]
    uids = [str(event["UID"]) for part in parts for event in events(part)]
    # The first entry of the first two is the same event.
    assert len(uids) == len(set(uids)) + 1


def test_new_title_changes_no_uid_and_no_sequence():
    renamed = attrs.evolve(EXAMPLE, name="PyTorch Day Beijing")
    assert identity(renamed) == identity(EXAMPLE)


def test_extending_the_deadline_changes_one_entry():
    (talks,) = EXAMPLE.calls
    later = talks.deadlines[0].extend(When.parse("2025-04-20"), announced=dt.date(2025, 4, 12), reason="many requests")
    extended = attrs.evolve(EXAMPLE, calls=[attrs.evolve(talks, deadlines=[later])])
    before, after = events(EXAMPLE), events(extended)
    assert [old.written == new.written for old, new in zip(before, after, strict=True)] == [True, False]
    assert lines(after[1], "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART") == [
        *lines(before[1], "UID"),
        "DTSTAMP:20250412T000000Z",
        "LAST-MODIFIED:20250412T000000Z",
        "SEQUENCE:1",
        "DTSTART;VALUE=DATE:20250420",
    ]


def test_extending_one_of_500_deadlines_changes_one_entry_and_no_other_byte():
    def written(deadlines):
        return ical.dumps(conference(calls=[call(deadlines=deadlines)])).split(b"BEGIN:VEVENT")

    rounds = [deadline(id=f"round-{number}", at=When.parse("2027-01-13T23:59[AoE]")) for number in range(500)]
    later = rounds[250].extend(When.parse("2027-01-20T23:59[AoE]"), announced=dt.date(2027, 1, 11))
    before, after = written(rounds), written([*rounds[:250], later, *rounds[251:]])
    # The calendar's own lines come first, then the event.
    assert [number for number, (old, new) in enumerate(zip(before, after, strict=True)) if old != new] == [252]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, "2026-11-01", id="published"),
        pytest.param({"updated": dt.date(2026, 12, 24)}, "2026-11-01", id="new words are no change"),
        pytest.param(
            {"history": [Revision(hours=Hours.parse("09:00-10:00"), replaced=dt.date(2027, 1, 5))]},
            "2027-01-05",
            id="its own history",
        ),
    ],
)
def test_stamp_is_the_day_of_the_last_change(fields, expected):
    assert only(conference(**fields))["DTSTAMP"].dt.date().isoformat() == expected


def test_last_modified_is_never_before_the_stamp_nor_before_updated():
    updated = conference(updated=dt.date(2026, 12, 24))
    assert lines(only(updated), "LAST-MODIFIED") == ["LAST-MODIFIED:20261224T000000Z"]


def test_stamp_of_a_deadline_is_the_day_that_it_was_announced():
    announced = due("2027-01-13", announced=dt.date(2026, 12, 1))
    assert only(announced)["DTSTAMP"].dt == dt.datetime(2026, 12, 1, tzinfo=UTC)


def test_nothing_to_stamp_with_is_refused_and_says_which_field_to_fill():
    with pytest.raises(UnwritableError) as caught:
        ical.dumps(conference(published=None, calls=[call()]))
    assert [(finding.code, finding.path, finding.hint) for finding in caught.value.findings] == [
        ("ical.stamp", "published", "fill published, or announced in every deadline")
    ]


# ------------------------------------------------------------------------------------------------------------ status


def titles(value, **options):
    return [(str(event["SUMMARY"]), str(event["STATUS"]), int(event["SEQUENCE"])) for event in events(value, **options)]


EVERYTHING = conference(
    calls=[call()],
    venues=[venue(days=Days.parse("2027-05-01"))],
    registration=Registration(opens=When.parse("2027-01-01"), closes=When.parse("2027-04-01")),
)
CANCELLED = attrs.evolve(
    EVERYTHING, status="cancelled", history=[Revision(status="scheduled", replaced=dt.date(2027, 2, 1))]
)


def test_cancelling_takes_along_what_is_still_to_come():
    assert titles(CANCELLED) == [
        ("Cancelled: PyCon Example 2027", "CANCELLED", 1),
        ("Cancelled: PyCon Example 2027: Expo Centre", "CANCELLED", 1),
        ("PyCon Example 2027: Submission deadline (call for proposals)", "CONFIRMED", 1),
        ("Cancelled: PyCon Example 2027: Registration", "CANCELLED", 1),
    ]
    assert titles(CANCELLED, language="zh", kinds=["event"]) == [("已取消：PyCon Example 2027", "CANCELLED", 1)]


def test_cancelled_without_a_day_takes_along_everything():
    assert {status for _, status, _ in titles(attrs.evolve(EVERYTHING, status="cancelled"))} == {"CANCELLED"}


def test_taking_a_cancellation_back_revives_the_same_entries():
    rows = [*CANCELLED.history, Revision(status="cancelled", replaced=dt.date(2027, 2, 9))]
    revived = attrs.evolve(CANCELLED, status="scheduled", history=rows)
    assert {status for _, status, _ in titles(revived)} == {"CONFIRMED"}
    assert {sequence for _, _, sequence in titles(revived)} == {2}
    assert [str(event["UID"]) for event in events(revived)] == [str(event["UID"]) for event in events(CANCELLED)]


@pytest.mark.parametrize("days", [Pending("tbd"), None, Days.parse("2028-05")], ids=str)
def test_postponed_without_new_days_calls_off_the_old_ones(days):
    before = Days.parse("2027-05-01/2027-05-03")
    row = Revision(days=before, status="scheduled", replaced=dt.date(2027, 2, 1))
    postponed = conference(status="postponed", days=days, history=[row])
    assert titles(postponed) == [("Postponed: PyCon Example 2027", "CANCELLED", 1)]
    assert only(postponed)["DTSTART"].dt == dt.date(2027, 5, 1)
    assert ical.left_out(postponed) == ()


OLD = Days.parse("2027-05-01")


@pytest.mark.parametrize(
    "history",
    [
        [Revision(days=OLD, status="scheduled", replaced=dt.date(2027, 2, 1))],
        [
            Revision(days=OLD, status="scheduled", replaced=dt.date(2027, 2, 1)),
            Revision(days=Pending("tbd"), replaced=dt.date(2027, 3, 1)),
        ],
        [Revision(days=OLD, replaced=dt.date(2027, 2, 1))],
    ],
    ids=["at-once", "later", "no-status"],
)
def test_postponed_to_new_days_revives_the_entry_on_them(history):
    postponed = conference(status="postponed", days=Days.parse("2027-11-01"), history=history)
    assert titles(postponed) == [("PyCon Example 2027", "CONFIRMED", len(history))]
    assert only(postponed)["DTSTART"].dt == dt.date(2027, 11, 1)


@pytest.mark.parametrize(
    "history",
    [
        [],
        [Revision(status="scheduled", replaced=dt.date(2027, 2, 1))],
        [
            Revision(days=OLD, replaced=dt.date(2027, 1, 1)),
            Revision(status="scheduled", replaced=dt.date(2027, 2, 1)),
        ],
    ],
    ids=["no-history", "status-alone", "days-before"],
)
def test_postponed_with_the_old_days_calls_them_off(history):
    postponed = conference(status="postponed", history=history)
    assert [status for _, status, _ in titles(postponed)] == ["CANCELLED"]


def test_days_that_are_no_longer_known_call_off_the_old_ones_whatever_the_status():
    row = Revision(days=Days.parse("2027-05-01"), replaced=dt.date(2027, 2, 1))
    assert titles(conference(days=Pending("tbd"), history=[row])) == [("Postponed: PyCon Example 2027", "CANCELLED", 1)]


def test_tentative_is_said():
    assert titles(conference(status="tentative")) == [("PyCon Example 2027", "TENTATIVE", 0)]


def test_days_that_were_cancelled_are_called_off_whatever_the_status():
    row = Revision(days=OLD, replaced=dt.date(2027, 2, 1))
    cancelled = conference(days=Pending("cancelled"), history=[row])
    assert titles(cancelled) == [("Cancelled: PyCon Example 2027", "CANCELLED", 1)]


def test_cancelling_leaves_the_days_at_a_venue_that_took_place():
    venues = [
        venue(id=place, name=place, days=Days.parse(day))
        for place, day in {"a": "2027-05-01", "b": "2027-05-02"}.items()
    ]
    rows = [Revision(status="scheduled", replaced=dt.date(2027, 5, 2))]
    assert titles(conference(status="cancelled", history=rows, venues=venues)) == [
        ("Cancelled: PyCon Example 2027", "CANCELLED", 1),
        ("PyCon Example 2027: a", "CONFIRMED", 1),
        ("Cancelled: PyCon Example 2027: b", "CANCELLED", 1),
    ]


@pytest.mark.parametrize(
    ("now", "word"),
    [
        (Pending("cancelled"), "Cancelled"),
        (Pending("none"), "Cancelled"),
        (Pending("rolling"), "Cancelled"),
        (Pending("tbd"), "Postponed"),
        (When.parse("2027-02"), "Postponed"),
    ],
    ids=repr,
)
def test_deadline_without_a_day_any_more_calls_off_the_old_one(now, word):
    moved = deadline().extend(now, announced=dt.date(2027, 1, 5))
    title = f"{word}: PyCon Example 2027: Submission deadline (call for proposals)"
    withdrawn = conference(days=None, calls=[call(deadlines=[moved])])
    assert titles(withdrawn) == [(title, "CANCELLED", 1)]
    assert [component.name for component in only(withdrawn).subcomponents] == []


# ----------------------------------------------------------------------------------------------------- kinds, notes


def test_kinds_choose_the_entries():
    chosen = {
        kind: [title for title, _, _ in titles(EVERYTHING, kinds=[kind])] for kind in ical.KINDS if kind != "milestone"
    }
    assert list(itertools.chain(*chosen.values())) == [title for title, _, _ in titles(EVERYTHING)]


def test_every_date_without_a_day_is_left_out_with_a_note():
    vague = conference(
        days=Days.parse("2027-05"),
        calls=[call(deadlines=[deadline(at=When.parse("2027-01")), deadline(id="b", at=Pending("tbd"))])],
        milestones=[Deadline(kind="notification", at=Pending("rolling"))],
        venues=[venue(days=Days.parse("2027-05"))],
        registration=Registration(
            opens=Pending("tbd"), closes=When.parse("2027-04"), details_expected=When.parse("2027")
        ),
    )
    notes = ical.left_out(vague)
    assert [(note.path, note.value) for note in notes] == [
        ("days", "2027-05"),
        ("venues[0].days", "2027-05"),
        ("calls[0].deadlines[0].at", "2027-01"),
        ("calls[0].deadlines[1].at", "tbd"),
        ("milestones[0].at", "rolling"),
        ("registration.details_expected", "2027"),
        ("registration.opens", "tbd"),
        ("registration.closes", "2027-04"),
    ]
    with pytest.raises(UnwritableError) as caught:
        ical.dumps(vague)
    assert caught.value.findings[0].code == "ical.empty"
    assert caught.value.findings[1:] == notes


def test_catalog_gives_the_entries_of_all_its_conferences():
    catalog = Catalog([EXAMPLE, conference()])
    assert [title for title, _, _ in titles(catalog)] == [title for one in catalog for title, _, _ in titles(one)]
    assert [note.path for note in ical.left_out(catalog)] == ["conferences[0].registration.details_expected"]


def test_every_problem_of_a_catalog_is_reported_at_once():
    broken = [
        conference(published=None),
        conference(id="b", days=Days.parse("9999-12-31")),
        conference(
            id="c",
            registration=Registration(opens=When.parse("2027-02-02T10:00Z"), closes=When.parse("2027-02-01T10:00Z")),
        ),
    ]
    with pytest.raises(UnwritableError) as caught:
        ical.dumps(Catalog(broken))
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [
        ("ical.stamp", "conferences[0].published"),
        ("ical.year", "conferences[1].days"),
        ("ical.order", "conferences[2].registration.closes"),
    ]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        pytest.param("02:30-03:30", "2027-03-14 07:30:00+00:00 to 2027-03-14 03:30:00-04:00", id="no-time-between"),
        pytest.param("02:45-03:15", "2027-03-14 07:45:00+00:00 to 2027-03-14 03:15:00-04:00", id="end-before-start"),
    ],
)
def test_hours_that_the_clocks_leave_nothing_of_are_refused(hours: str, expected: str):
    night = conference(days=Days.parse("2027-03-14"), hours=Hours.parse(hours), timezone="America/New_York", venues=())
    with pytest.raises(UnwritableError) as caught:
        ical.dumps(night)
    assert [(one.code, one.path, one.value) for one in caught.value.findings] == [("ical.order", "hours", expected)]


@pytest.mark.parametrize("at", ["9999-12-31T23:59[AoE]", "0001-01-01T00:10+14:00"])
def test_instant_outside_the_years_of_a_calendar_is_refused(at: str):
    with pytest.raises(UnwritableError) as caught:
        ical.dumps(conference(calls=[call(deadlines=[deadline(at=When.parse(at))])]))
    assert [(one.code, one.path) for one in caught.value.findings] == [("ical.year", "calls[0].deadlines[0].at")]


def test_last_instant_of_the_year_9999_is_written():
    last = conference(calls=[call(deadlines=[deadline(at=When.parse("9999-12-31T23:59Z"))])])
    assert b"\r\nDTSTART:99991231T235900Z\r\n" in ical.dumps(last)


# --------------------------------------------------------------------------------------------------- registration


@pytest.mark.parametrize(
    ("opens", "closes", "title", "expected"),
    [
        pytest.param(
            "2027-01-01",
            "2027-04-01",
            "Registration",
            ["DTSTART;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20270402"],
            id="days",
        ),
        pytest.param(
            "2027-01-01T10:00[Asia/Shanghai]",
            "2027-04-01T23:59[AoE]",
            "Registration",
            ["DTSTART;TZID=Asia/Shanghai:20270101T100000", "DTEND:20270402T115900Z"],
            id="instants",
        ),
        pytest.param(
            "2027-01-01",
            "2027-04-01T23:59[Asia/Shanghai]",
            "Registration",
            ["DTSTART;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20270402"],
            id="a day and an instant",
        ),
        pytest.param("2027-01-01T10:00Z", None, "Registration opens", ["DTSTART:20270101T100000Z"], id="opens"),
        pytest.param(
            None,
            "2027-04-01",
            "Registration closes",
            ["DTSTART;VALUE=DATE:20270401", "DTEND;VALUE=DATE:20270402"],
            id="closes",
        ),
        pytest.param(
            "9999-12-31T01:00Z",
            "9999-12-31T23:00[America/New_York]",
            "Registration",
            ["DTSTART:99991231T010000Z", "DTEND;TZID=America/New_York:99991231T230000"],
            id="the last day of the calendar",
        ),
    ],
)
def test_registration_is_one_entry_from_opening_to_closing(opens, closes, title, expected):
    opens, closes = (None if end is None else When.parse(end) for end in (opens, closes))
    value = conference(days=None, registration=Registration(opens=opens, closes=closes))
    assert titles(value) == [(f"PyCon Example 2027: {title}", "CONFIRMED", 0)]
    assert lines(only(value), "DTSTART", "DTEND") == expected


# ---------------------------------------------------------------------------------------- places, links, the rest

SITE = Link(url="https://example.org/")
HALL = venue(geo=Geo(40.04, -1e-7), address=Address(text=Text(en="1 Expo Road", zh="会展路1号")))


def test_place_has_title_address_and_coordinates():
    assert lines(only(conference(venues=[HALL])), "LOCATION", "GEO", "X-APPLE-STRUCTURED-LOCATION") == [
        "LOCATION;LANGUAGE=en:Expo Centre\\n1 Expo Road",
        "GEO:40.040000;0.000000",
        (
            'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="1 Expo Road";X-APPLE-RADIUS=100;X-TITLE="Expo Centre"'
            ":geo:40.040000,0.000000"
        ),
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, [], id="nowhere"),
        pytest.param({"venues": [venue(name=None, geo=Geo(1, 2))]}, [], id="coordinates alone"),
        pytest.param({"venues": [venue()]}, ["LOCATION;LANGUAGE=zh-Hans:会展中心"], id="name"),
        pytest.param(
            {"venues": [venue(name=None, address=Address(locality=Text(en="Beijing", zh="北京"), country="CN"))]},
            ["LOCATION;LANGUAGE=zh-Hans:中国北京"],
            id="parts of an address",
        ),
        pytest.param(
            {"venues": [venue(name=None, address=Address(street=Text(en="1 Hall Road"), locality=Text(zh="北京")))]},
            ["LOCATION:北京 1 Hall Road"],
            id="parts of an address in two languages",
        ),
        pytest.param({"online": Online()}, ["LOCATION;LANGUAGE=zh-Hans:线上"], id="online"),
        pytest.param(
            {"online": Online(platform="Zoom", link=SITE)},
            ["LOCATION:Zoom\\nhttps://example.org/"],
            id="online at an address",
        ),
        pytest.param({"venues": [venue()], "online": Online()}, ["LOCATION;LANGUAGE=zh-Hans:会展中心"], id="both ways"),
        pytest.param(
            {"venues": [venue()], "status": "moved_online"}, ["LOCATION;LANGUAGE=zh-Hans:线上"], id="moved online"
        ),
    ],
)
def test_location_is_where_people_go(fields, expected):
    assert lines(only(conference(**fields), language="zh"), "LOCATION") == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, [], id="nowhere"),
        pytest.param({"online": Online(platform="Zoom")}, [], id="online"),
        pytest.param({"venues": [HALL], "status": "moved_online"}, [], id="moved online"),
        pytest.param(
            {"venues": [HALL]}, ["NAME;LANGUAGE=en:Expo Centre", "GEO:40.040000;0.000000"], id="name and coordinates"
        ),
        pytest.param({"venues": [venue(name="Hall")]}, ["NAME:Hall"], id="name in no language"),
        pytest.param({"venues": [venue(name=None, geo=Geo(1, 2))]}, ["GEO:1.000000;2.000000"], id="coordinates alone"),
        pytest.param(
            {"venues": [venue(name=None, address=Address(text="1 Expo Road"))]},
            ["NAME:1 Expo Road"],
            id="address alone",
        ),
        pytest.param(
            {"venues": [venue(id="hotel", role="hotel"), HALL], "online": Online()},
            ["NAME;LANGUAGE=en:Expo Centre", "GEO:40.040000;0.000000"],
            id="hybrid, the main one of several",
        ),
    ],
)
def test_place_is_a_component_too(fields, expected):
    # RFC 9073 7.2: UID is required, and whatever else is known.
    assert only(conference(**fields)).place[1:-1] == expected


def test_place_has_an_identity_of_its_own_in_each_entry_that_no_new_name_changes():
    def uids(hall):
        own = [venue(id="b", name="Annex", days=Days.parse("2027-05-02"))]
        return [event.place[0] for event in events(conference(venues=[hall, *own]))]

    # Other people's calendars hold these: a new value here would make another place of each.
    assert uids(HALL) == ["UID:ed405657-f1fc-5ca1-84f8-b7a6680f5ec3", "UID:ec9a895c-5612-5b5e-8965-7cad586b56ef"]
    assert uids(venue(name="Another name")) == uids(HALL)


def test_venue_with_days_of_its_own_has_an_entry_of_its_own():
    venues = [
        venue(id="a", days=Days.parse("2027-05-01/2027-05-02")),
        venue(id="b", name=None, geo=Geo(1, 2), days=Days.parse("2027-05-02")),
        venue(id="c", role="social", name=Text(en="Garden"), days=Days.parse("2027-05-03")),
    ]
    names = ("SUMMARY", "DTSTART", "DTEND", "LOCATION", "GEO", "TRANSP")
    assert [lines(event, *names) for event in events(conference(venues=venues))] == [
        [
            "DTSTART;VALUE=DATE:20270501",
            "DTEND;VALUE=DATE:20270504",
            "SUMMARY:PyCon Example 2027",
            "LOCATION;LANGUAGE=en:Expo Centre",
            "TRANSP:TRANSPARENT",
        ],
        [
            "DTSTART;VALUE=DATE:20270501",
            "DTEND;VALUE=DATE:20270503",
            "SUMMARY;LANGUAGE=en:PyCon Example 2027: Expo Centre",
            "LOCATION;LANGUAGE=en:Expo Centre",
            "TRANSP:TRANSPARENT",
        ],
        [
            "DTSTART;VALUE=DATE:20270502",
            "DTEND;VALUE=DATE:20270503",
            "SUMMARY;LANGUAGE=en:PyCon Example 2027: Main venue",
            "GEO:1.000000;2.000000",
            "TRANSP:TRANSPARENT",
        ],
        [
            "DTSTART;VALUE=DATE:20270503",
            "DTEND;VALUE=DATE:20270504",
            "SUMMARY;LANGUAGE=en:PyCon Example 2027: Garden",
            "LOCATION;LANGUAGE=en:Garden",
            "TRANSP:TRANSPARENT",
        ],
    ]


def test_moving_online_calls_off_the_days_at_venues_and_keeps_the_event():
    hall = venue(days=Days.parse("2027-05-01"), geo=Geo(1, 2))
    rows = [Revision(status="scheduled", replaced=dt.date(2027, 2, 1))]
    moved = conference(status="moved_online", venues=[hall], online=Online(platform="Zoom"), history=rows)
    assert titles(moved) == [
        ("PyCon Example 2027", "CONFIRMED", 1),
        ("Moved online: PyCon Example 2027: Expo Centre", "CANCELLED", 1),
    ]
    assert [lines(event, "LOCATION", "GEO") for event in events(moved)] == [
        ["LOCATION:Zoom"],
        ["LOCATION;LANGUAGE=en:Expo Centre", "GEO:1.000000;2.000000"],
    ]


def test_hybrid_event_has_its_place_and_its_room():
    hybrid = conference(venues=[HALL], online=Online(platform="Zoom", link=Link(url="https://zoom.example/1")))
    assert lines(only(hybrid), "LOCATION", "GEO", "CONFERENCE") == [
        "LOCATION;LANGUAGE=en:Expo Centre\\n1 Expo Road",
        "GEO:40.040000;0.000000",
        "CONFERENCE;VALUE=URI;LABEL=Zoom:https://zoom.example/1",
    ]


def test_rescheduled_event_is_the_old_entry_on_its_new_days():
    rows = [Revision(days=Days.parse("2027-04-01"), status="scheduled", replaced=dt.date(2027, 2, 1))]
    rescheduled = conference(status="rescheduled", history=rows)
    assert titles(rescheduled) == [("PyCon Example 2027", "CONFIRMED", 1)]
    assert lines(only(rescheduled), "UID", "DTSTART") == [
        *lines(only(conference()), "UID"),
        "DTSTART;VALUE=DATE:20270501",
    ]


@pytest.mark.parametrize(
    ("fields", "kind", "expected"),
    [
        pytest.param({}, "event", None, id="none"),
        pytest.param({"links": [SITE]}, "event", "https://example.org/", id="site"),
        pytest.param({"links": [SITE]}, "deadline", "https://example.org/", id="site of a call"),
        pytest.param(
            {"links": [SITE, Link(rel="cfp", url="https://example.org/cfp")]},
            "deadline",
            "https://example.org/cfp",
            id="cfp",
        ),
        pytest.param(
            {"calls": [call(submit=Link(url="https://submit.example.org/"))]},
            "deadline",
            "https://submit.example.org/",
            id="where to submit",
        ),
        pytest.param({"links": [SITE]}, "window", "https://example.org/", id="site of the registration"),
        pytest.param(
            {
                "registration": Registration(
                    opens=When.parse("2027-01-01"), link=Link(url="https://register.example.org/")
                )
            },
            "window",
            "https://register.example.org/",
            id="where to register",
        ),
    ],
)
def test_url_leads_to_what_the_entry_is_about(fields, kind, expected):
    value = attrs.evolve(EVERYTHING, **fields)
    assert only(value, kinds=[kind]).get("URL") == expected


def test_event_names_its_online_room_its_image_and_its_contacts():
    value = conference(
        online=Online(link=SITE),
        images=[Image(url="https://example.org/a.png"), Image(url="https://example.org/b.png")],
        contacts=[Contact(email="a@example.org", phone="+1 2", purpose="press"), Contact(email="b@example.org")],
    )
    assert lines(only(value), "CONFERENCE", "IMAGE", "CONTACT") == [
        "CONFERENCE;VALUE=URI:https://example.org/",
        "IMAGE;VALUE=URI;DISPLAY=BADGE:https://example.org/a.png",
        "CONTACT:a@example.org and +1 2 (press)",
        "CONTACT:b@example.org",
    ]


def test_topics_are_categories_in_the_language_that_they_are_in():
    topics = [Topic(name=Text(en="Ethics, law", zh="伦理")), Topic(name=Text(en="Compilers")), Topic(name="PyTorch")]
    assert lines(only(conference(topics=topics), language="zh"), "CATEGORIES") == [
        "CATEGORIES;LANGUAGE=zh-Hans:伦理",
        "CATEGORIES;LANGUAGE=en:Compilers",
        "CATEGORIES:PyTorch",
    ]


def test_parts_name_the_event_as_their_parent_whatever_is_written():
    event, *parts = events(EVERYTHING)
    whole = [f"RELATED-TO;RELTYPE=PARENT:{event['UID']}"]
    assert [lines(part, "RELATED-TO") for part in (event, *parts)] == [[], whole, whole, whole]
    assert lines(only(EVERYTHING, kinds=["deadline"]), "RELATED-TO") == whole


DAY = conference(id="day-2027", name="Day")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("part_of", ["PARENT"]),
        ("satellite_of", ["PARENT"]),
        ("co_located", ["SIBLING"]),
        ("joint_with", []),
        ("follows", []),
    ],
)
def test_event_names_what_it_belongs_to(kind, expected):
    related = attrs.evolve(DAY, relations=[Relation(kind=kind, target=EventRef(id="pycon-example-2027"))])
    own, whole = events(Catalog([related, conference()]))
    assert lines(own, "RELATED-TO") == [f"RELATED-TO;RELTYPE={reltype}:{whole['UID']}" for reltype in expected]
    assert lines(whole, "RELATED-TO") == []


def test_event_names_each_other_event_once_and_never_itself():
    refs = {"part_of": "pycon-example-2027", "co_located": "pycon-example-2027", "satellite_of": "day-2027"}
    related = attrs.evolve(
        DAY, relations=[Relation(kind=kind, target=EventRef(id=target)) for kind, target in refs.items()]
    )
    own, whole = events(Catalog([related, conference()]))
    assert lines(own, "RELATED-TO") == [f"RELATED-TO;RELTYPE=PARENT:{whole['UID']}"]


@pytest.mark.parametrize(
    "target",
    [EventRef(name="PyCon Example 2027"), EventRef(id="gone-2027"), EventRef(url="https://example.org/")],
    ids=repr,
)
def test_event_elsewhere_has_no_identity_to_name(target):
    related = attrs.evolve(DAY, relations=[Relation(kind="part_of", target=target)])
    own, _ = events(Catalog([related, conference()]))
    assert lines(own, "RELATED-TO") == []


def test_event_on_its_own_knows_no_other():
    related = attrs.evolve(DAY, relations=[Relation(kind="part_of", target=EventRef(id="pycon-example-2027"))])
    assert lines(only(related), "RELATED-TO") == []
    # The one that it belongs to may have no day yet.
    assert len(lines(only(Catalog([related, conference(days=None)])), "RELATED-TO")) == 1


@pytest.mark.parametrize(
    ("busy", "expected"),
    [
        pytest.param(None, ["OPAQUE", "TRANSPARENT"], id="as it is"),
        pytest.param([], ["TRANSPARENT", "TRANSPARENT"], id="never"),
        pytest.param(["deadline"], ["TRANSPARENT", "OPAQUE"], id="at deadlines"),
        pytest.param(["event", "deadline"], ["OPAQUE", "OPAQUE"], id="always"),
    ],
)
def test_caller_says_when_people_are_busy(busy, expected):
    value = conference(
        days=Days.parse("2027-05-01"), hours=Hours.parse("09:00-18:00"), venues=[venue()], calls=[call()]
    )
    assert [str(event["TRANSP"]) for event in events(value, busy=busy)] == expected


def test_place_says_which_venue_it_is():
    split = conference(venues=[venue(id="a", days=Days.parse("2027-05-02")), venue(role="hotel")])
    assert [event.place[-1] for event in events(split)] == ["X-CONFKIT-VENUE:a=main"] * 2
    assert only(conference(venues=[venue(role="hotel")])).place[-1] == "X-CONFKIT-VENUE:hotel"


def test_entry_says_where_in_its_conference_it_belongs():
    moved = attrs.evolve(
        EVERYTHING,
        venues=[venue(id="hall", days=Days.parse("2027-05-02")), venue(role="social", days=Days.parse("2027-05-03"))],
        calls=[call(id="round-1", kind="papers", deadlines=[deadline(id="second"), deadline(kind="camera_ready")])],
        milestones=[deadline(kind="other", id="visa", at=When.parse("2027-02-01"))],
        registration=Registration(closes=When.parse("2027-03-31")),
    )
    assert [lines(event, "X-CONFKIT-ID") for event in events(moved)] == [
        [f"X-CONFKIT-ID:{EVERYTHING.id}{place}"]
        for place in (
            "",
            "/venue/hall=main",
            "/venue/social",
            "/call/round-1=papers/second=submission",
            "/call/round-1=papers/camera_ready",
            "/milestone/visa=other",
            "/registration=closes",
        )
    ]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2027-01-13", ["TRIGGER:-P6DT15H", "TRIGGER:-PT15H"]),
        ("2027-01-13T12:00[AoE]", ["TRIGGER:-P7D", "TRIGGER:-P1D"]),
    ],
)
def test_deadline_reminds_a_week_and_a_day_before(at, expected):
    alarms = only(due(at)).subcomponents
    assert [(alarm.name, str(alarm["ACTION"])) for alarm in alarms] == [("VALARM", "DISPLAY")] * 2
    assert lines(only(due(at)), "TRIGGER") == expected
    assert only(due(at), alarms=False).subcomponents == []


def test_milestone_has_the_words_of_its_own_label():
    value = conference(
        days=None,
        milestones=[
            Deadline(kind="other", id="a", label=Text(en="Program is out", zh="日程公布"), at=When.parse("2027-03-01")),
            Deadline(kind="notification", at=When.parse("2027-02-01")),
        ],
    )
    assert [title for title, _, _ in titles(value)] == [
        "PyCon Example 2027: Program is out",
        "PyCon Example 2027: Notification of acceptance",
    ]
    assert [said.splitlines()[1:] for _, said in texts(value)] == [
        ["Program is out: Monday, March 1, 2027 (no time or time zone stated)"],
        ["Notification of acceptance: Monday, February 1, 2027 (no time or time zone stated)"],
    ]


def test_entry_of_a_deadline_tells_nothing_of_the_others():
    calls = [
        CallForProposals(
            kind="papers",
            round="Round 1",
            deadlines=[deadline(), deadline(id="b", kind="camera_ready", at=When.parse("2027-03-01"))],
        ),
        CallForProposals(
            id="posters", name=Text(en="Posters and demos"), deadlines=[deadline(at=When.parse("2027-04-01"))]
        ),
    ]
    assert [(title, said.splitlines()) for title, said in texts(conference(days=None, calls=calls))] == [
        (
            "PyCon Example 2027: Submission deadline (call for papers; Round 1)",
            [
                "Call for papers (Round 1)",
                "Submission deadline: Wednesday, January 13, 2027 (no time or time zone stated)",
            ],
        ),
        (
            "PyCon Example 2027: Camera-ready deadline (call for papers; Round 1)",
            ["Call for papers (Round 1)", "Camera-ready deadline: Monday, March 1, 2027 (no time or time zone stated)"],
        ),
        (
            "PyCon Example 2027: Submission deadline (Posters and demos)",
            ["Posters and demos", "Submission deadline: Thursday, April 1, 2027 (no time or time zone stated)"],
        ),
    ]


def test_description_shows_the_address_of_every_link():
    titled = conference(links=[Link(rel="site", url="https://example.org/", title="The event")])
    ((_, said),) = texts(titled)
    assert said.splitlines() == [
        "May 1–3, 2027",
        "",
        "Further information",
        "Website: The event",
        "https://example.org/",
    ]


def test_language_is_the_tag_of_the_words_used():
    value = conference(name=Text(en="PyCon", zh="Python 大会"))
    tags = {language: lines(only(value, language=language), "SUMMARY") for language in ("en-GB", "zh-TW", "zh")}
    assert tags == {
        "en-GB": ["SUMMARY;LANGUAGE=en:PyCon"],
        "zh-TW": ["SUMMARY;LANGUAGE=zh-Hans:Python 大会"],
        "zh": ["SUMMARY;LANGUAGE=zh-Hans:Python 大会"],
    }


def test_unknown_language_is_refused():
    with pytest.raises(InvalidValueError):
        ical.dumps(EXAMPLE, language="fr")


# ------------------------------------------------------------------------------------------------------------- files


def test_dump_replaces_a_file_at_once(tmp_path):
    path = tmp_path / "day.ics"
    path.write_text("old")
    ical.dump(EXAMPLE, path, language="zh", kinds=["event"], alarms=False)
    assert path.read_bytes() == ical.dumps(EXAMPLE, language="zh", kinds=["event"], alarms=False)
    assert [one.name for one in tmp_path.iterdir()] == ["day.ics"]


def test_dump_into_no_folder_says_so(tmp_path):
    with pytest.raises(FileError, match="no such folder"):
        ical.dump(EXAMPLE, tmp_path / "none" / "day.ics")


def test_calendar_is_what_dumps_wrote():
    parsed = ical.calendar(EXAMPLE)
    assert isinstance(parsed, icalendar.Calendar)
    assert [str(parsed[name]) for name in ("VERSION", "PRODID", "CALSCALE")] == [
        "2.0",
        "-//confkit//confkit-events//EN",
        "GREGORIAN",
    ]
    assert parsed == icalendar.Calendar.from_ical(ical.dumps(EXAMPLE))


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("submission", "PyCon Example 2027: Submission deadline (call for papers; industry track)"),
        ("other", "PyCon Example 2027: Industry track (call for papers)"),
    ],
)
def test_deadline_with_a_label_still_says_what_it_is(kind, title):
    label = "industry track" if kind == "submission" else "Industry track"
    deadline = Deadline(kind=kind, label=label, at=When.parse("2027-01-31"))
    event = conference(days=None, calls=[CallForProposals(kind="papers", deadlines=[deadline])])
    assert [name for name, _, _ in titles(event)] == [title]


def test_nobody_is_busy_at_what_no_longer_holds():
    called_off = conference(
        status="cancelled", days=Days.parse("2027-05-01"), hours=Hours.parse("09:00-18:00"), venues=[venue()]
    )
    assert [str(only(called_off, busy=busy)["TRANSP"]) for busy in (None, ["event"])] == ["TRANSPARENT"] * 2
