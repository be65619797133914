"""Wrong arguments are refused with one error that lists all problems with hints."""

from __future__ import annotations

import pytest

from cases import for_each
from confkit import ical
from confkit.errors import InvalidValueError, UnwritableError
from factories import call, conference

WRITERS = {"dumps": ical.dumps, "calendar": ical.calendar, "left_out": ical.left_out}


@for_each("value", [None, {}, "day.yaml", b"", 3, [conference()]])
@for_each("write", WRITERS)
def test_only_conferences_and_catalogs_have_calendars(write, value):
    with pytest.raises(
        InvalidValueError, match=r"write a Conference or a Catalog; files.load\(path\) reads one"
    ) as caught:
        write(value)
    assert [finding.code for finding in caught.value.findings] == ["value.type"]


@for_each("kinds", ["deadline", ["deadlines"], [None], [{}], {"event": 1}, 3, True, b"event"])
@for_each("write", WRITERS)
def test_unknown_kinds_are_refused(write, kinds):
    with pytest.raises(InvalidValueError, match="event, venue, deadline, milestone, window") as caught:
        write(conference(), kinds=kinds)
    assert [finding.path for finding in caught.value.findings] == ["kinds"]


@for_each("busy", ["event", ["deadlines"], {}, 3, False, ""])
def test_unknown_kinds_for_busy_are_refused(busy):
    with pytest.raises(InvalidValueError, match="event, venue, deadline, milestone, window") as caught:
        ical.dumps(conference(), busy=busy)
    assert [finding.path for finding in caught.value.findings] == ["busy"]


@for_each("alarms", [None, "no", 1, []])
def test_alarms_must_be_true_or_false(alarms):
    with pytest.raises(InvalidValueError, match="write True or False"):
        ical.dumps(conference(), alarms=alarms)


@for_each("path", [None, 3, {}, b"day.ics"])
def test_dump_refuses_a_file_that_is_not_a_path(path):
    with pytest.raises(InvalidValueError, match=r"pathlib\.Path"):
        ical.dump(conference(), path)


def test_all_wrong_arguments_are_reported_at_once(tmp_path):
    with pytest.raises(InvalidValueError) as caught:
        ical.dump("day.yaml", None, language="fr", kinds=3, alarms=None, busy="event")
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [
        ("value.type", "path"),
        ("value.type", ""),
        ("words.language", ""),
        ("ical.kind", "kinds"),
        ("ical.kind", "busy"),
        ("value.type", "alarms"),
    ]
    assert list(tmp_path.iterdir()) == []


@for_each("kinds, value", [(["venue", "deadline"], "venue, deadline"), ([], "none")])
def test_kinds_without_an_entry_are_reported(kinds, value):
    for write in (ical.dumps, ical.feed):
        with pytest.raises(UnwritableError) as caught:
            write(conference(), kinds=kinds)
        assert [(finding.code, finding.path, finding.value) for finding in caught.value.findings] == [
            ("ical.empty", "kinds", value)
        ]


def test_kinds_may_be_an_iterator():
    value = conference(calls=[call()])
    assert ical.dumps(value, kinds=iter(["deadline"]), busy=iter(["deadline"])) == ical.dumps(
        value, kinds=["deadline"], busy={"deadline"}
    )
