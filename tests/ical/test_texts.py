"""Titles and descriptions of entries, reminders, and files."""

from __future__ import annotations

import icalendar
import pytest

from calendars import EXAMPLE, entries, lines, only_entry, titles_and_changes, titles_and_descriptions, with_deadline
from cases import for_each
from confkit import CallForProposals, Days, Deadline, Hours, Link, Organization, Pending, Text, When, ical
from confkit.errors import FileError, InvalidValueError
from factories import call, conference, deadline, venue


@for_each(
    "at, expected",
    [
        ("2027-01-13", ["TRIGGER:-P6DT15H", "TRIGGER:-PT15H"]),
        ("2027-01-13T12:00[AoE]", ["TRIGGER:-P7D", "TRIGGER:-P1D"]),
    ],
)
def test_deadline_reminds_a_week_and_a_day_before(at, expected):
    alarms = only_entry(with_deadline(at)).subcomponents
    assert [(alarm.name, str(alarm["ACTION"])) for alarm in alarms] == [("VALARM", "DISPLAY")] * 2
    assert lines(only_entry(with_deadline(at)), "TRIGGER") == expected
    assert only_entry(with_deadline(at), alarms=False).subcomponents == []


def test_milestone_is_named_by_its_label():
    value = conference(
        days=None,
        milestones=[
            Deadline(kind="other", id="a", label=Text(en="Program is out", zh="日程公布"), at=When.parse("2027-03-01")),
            Deadline(kind="notification", at=When.parse("2027-02-01")),
        ],
    )
    assert [title for title, _, _ in titles_and_changes(value)] == [
        "PyCon Example 2027: Program is out",
        "PyCon Example 2027: Notification of acceptance",
    ]
    assert [description.splitlines()[1:] for _, description in titles_and_descriptions(value)] == [
        ["Program is out: Monday, March 1, 2027 (no time or time zone stated)"],
        ["Notification of acceptance: Monday, February 1, 2027 (no time or time zone stated)"],
    ]


def test_entry_of_a_deadline_describes_no_other_deadline():
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
    assert [
        (title, description.splitlines())
        for title, description in titles_and_descriptions(conference(days=None, calls=calls))
    ] == [
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
    ((_, description),) = titles_and_descriptions(titled)
    assert description.splitlines() == [
        "May 1–3, 2027",
        "",
        "Further information",
        "Website: The event",
        "https://example.org/",
    ]


def test_language_parameter_is_the_tag_of_the_text():
    value = conference(name=Text(en="PyCon", zh="Python 大会"))
    tags = {language: lines(only_entry(value, language=language), "SUMMARY") for language in ("en-GB", "zh-TW", "zh")}
    assert tags == {
        "en-GB": ["SUMMARY;LANGUAGE=en:PyCon"],
        "zh-TW": ["SUMMARY;LANGUAGE=zh-Hans:Python 大会"],
        "zh": ["SUMMARY;LANGUAGE=zh-Hans:Python 大会"],
    }


def test_unknown_language_is_refused():
    with pytest.raises(InvalidValueError):
        ical.dumps(EXAMPLE, language="fr")


def test_dump_replaces_a_file(tmp_path):
    path = tmp_path / "day.ics"
    path.write_text("old")
    ical.dump(EXAMPLE, path, language="zh", kinds=["event"], alarms=False)
    assert path.read_bytes() == ical.dumps(EXAMPLE, language="zh", kinds=["event"], alarms=False)
    assert [path.name for path in tmp_path.iterdir()] == ["day.ics"]


def test_dump_into_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(FileError, match="no such folder"):
        ical.dump(EXAMPLE, tmp_path / "none" / "day.ics")


def test_calendar_equals_the_parsed_output_of_dumps():
    parsed = ical.calendar(EXAMPLE)
    assert isinstance(parsed, icalendar.Calendar)
    assert [str(parsed[name]) for name in ("VERSION", "PRODID", "CALSCALE")] == [
        "2.0",
        "-//confkit//confkit-events//EN",
        "GREGORIAN",
    ]
    assert parsed == icalendar.Calendar.from_ical(ical.dumps(EXAMPLE))


@for_each(
    "kind, title",
    [
        ("submission", "PyCon Example 2027: Submission deadline (call for papers; industry track)"),
        ("other", "PyCon Example 2027: Industry track (call for papers)"),
    ],
)
def test_deadline_with_a_label_also_names_its_kind(kind, title):
    label = "industry track" if kind == "submission" else "Industry track"
    deadline = Deadline(kind=kind, label=label, at=When.parse("2027-01-31"))
    event = conference(days=None, calls=[CallForProposals(kind="papers", deadlines=[deadline])])
    assert [name for name, _, _ in titles_and_changes(event)] == [title]


def test_cancelled_entries_block_no_time():
    called_off = conference(
        status="cancelled", days=Days.parse("2027-05-01"), hours=Hours.parse("09:00-18:00"), venues=[venue()]
    )
    assert [str(only_entry(called_off, busy=busy)["TRANSP"]) for busy in (None, ["event"])] == ["TRANSPARENT"] * 2


def event_description(**fields):
    """Return the description of an event's own entry."""
    return str(entries(conference(**fields))[0]["DESCRIPTION"])


@for_each(
    "at, expected",
    {
        "month": (When.parse("2027-04"), "Submission deadline: April 2027"),
        "to be announced": (Pending("tbd"), "Submission deadline: to be announced"),
        "rolling": (Pending("rolling", rule="Each Friday"), "Each Friday"),
    },
)
def test_event_describes_a_call_without_an_entry(at, expected):
    submit = Link(url="https://example.org/submit")
    open_call = call(deadlines=[deadline(at=at)], submit=submit, description="Send us talks.")
    text = event_description(
        calls=[open_call], milestones=[Deadline(kind="other", label="Tickets", at=When.parse("2027-03"))]
    )
    assert [part in text for part in (expected, submit.url, "Send us talks.", "Tickets: March 2027")] == [True] * 4


def test_event_describes_only_the_calls_without_entries():
    text = event_description(
        calls=[call(deadlines=[], description="Send us talks."), call(id="b", description="Send us papers.")]
    )
    assert ("Send us talks." in text, "Send us papers." in text) == (True, False)
    event = conference(calls=[call(deadlines=[])])
    assert [(finding.code, finding.path) for finding in ical.left_out(event)] == [("ical.no-day", "calls[0].deadlines")]


def test_event_describes_a_deadline_without_a_day_of_a_call_with_an_entry():
    text = event_description(
        calls=[call(deadlines=[deadline(), deadline(kind="notification", at=When.parse("2027-04"))])]
    )
    assert ("April 2027" in text, "January 13" in text) == (True, False)


def test_description_names_the_owner_of_a_link_and_labels_texts():
    host = Organization(name="ACM", role="host", links=[Link(url="https://acm.example/")])
    value = conference(days=Days.parse("2027-05-01"), organizations=[host], audience="Engineers.")
    (_, description), *_ = titles_and_descriptions(value)
    assert (
        description
        == "Saturday, May 1, 2027\n\nThe event is hosted by ACM.\nACM: https://acm.example/\n\nAudience: Engineers."
    )
