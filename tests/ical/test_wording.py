"""A wording replaces the titles and descriptions of confkit, and nothing else."""

from __future__ import annotations

import datetime as dt
import inspect

import icalendar
import pytest

from calendars import entries, lines, only_entry
from cases import for_each
from confkit import Geo, Hours, Revision, Text, ical
from confkit.errors import InvalidValueError
from factories import call, conference, venue

EVENT = conference(calls=[call()], venues=[venue(geo=Geo(1, 2))])


def short(entry):
    """Return a wording for deadlines, and none for the event."""
    if not entry.deadline:
        return None
    return ical.Wording(
        summary=f"{entry.conference.id} · {entry.deadline.kind}", description=Text(en="Hurry", zh="加油")
    )


@for_each(
    "language, expected",
    {
        "en": ("en", ["SUMMARY:pycon-example-2027 · submission", "DESCRIPTION;LANGUAGE=en:Hurry"]),
        "zh": ("zh", ["SUMMARY:pycon-example-2027 · submission", "DESCRIPTION;LANGUAGE=zh-Hans:加油"]),
        "both": (("zh", "en"), ["SUMMARY:pycon-example-2027 · submission", "DESCRIPTION:加油\\n\\n---\\n\\nHurry"]),
    },
)
def test_wording_replaces_title_and_description(language, expected):
    own_event, own = entries(EVENT, language=language, wording=short, alarms=False)
    event, deadline = entries(EVENT, language=language, alarms=False)
    assert lines(own, "SUMMARY", "DESCRIPTION") == expected
    # The entry without a wording and all other properties are unchanged.
    assert own_event.written == event.written
    kept = ("UID", "DTSTART", "SEQUENCE", "RELATED-TO", "STATUS", "X-CONFKIT-ID")
    assert lines(own, *kept) == lines(deadline, *kept)


def test_alarm_shows_the_title_of_the_wording():
    (own,) = entries(EVENT, kinds=["deadline"], wording=short)
    assert {str(alarm["DESCRIPTION"]) for alarm in own.subcomponents} == {"pycon-example-2027 · submission"}


def test_wording_may_replace_only_one_text():
    own, plain = (
        only_entry(conference(), **options) for options in ({"wording": lambda _: ical.Wording(summary="Own")}, {})
    )
    assert (str(own["SUMMARY"]), str(own["DESCRIPTION"])) == ("Own", str(plain["DESCRIPTION"]))


@for_each(
    "language, expected",
    {
        "one": ("en", "Cancelled: Own"),
        "two": (("en", "zh"), "Cancelled / 已取消: Own"),
    },
)
def test_title_of_a_wording_is_marked_as_cancelled(language, expected):
    rows = [Revision(status="scheduled", replaced=dt.date(2027, 1, 1))]
    cancelled = conference(status="cancelled", history=rows)
    assert (
        str(only_entry(cancelled, language=language, wording=lambda _: ical.Wording(summary="Own"))["SUMMARY"])
        == expected
    )


def test_wording_is_called_once_for_each_entry():
    seen = []
    ical.dumps(EVENT, wording=seen.append)
    assert [(entry.kind, entry.start, entry.end, entry.ids) for entry in seen] == [
        ("event", dt.date(2027, 5, 1), dt.date(2027, 5, 3), ()),
        ("deadline", dt.date(2027, 1, 13), dt.date(2027, 1, 13), ("call", "talks", "submission")),
    ]


def test_dump_and_calendar_accept_a_wording(tmp_path):
    path = tmp_path / "day.ics"
    ical.dump(EVENT, path, wording=short)
    assert path.read_bytes() == ical.dumps(EVENT, wording=short)
    assert [str(event["SUMMARY"]) for event in ical.calendar(EVENT, wording=short).walk("VEVENT")] == [
        "PyCon Example 2027",
        "pycon-example-2027 · submission",
    ]


def test_wording_cannot_inject_properties():
    data = ical.dumps(EVENT, wording=lambda _: ical.Wording(summary="a\r\nATTENDEE:mailto:x@example.org"))
    assert b"\r\nATTENDEE" not in data


@for_each("wording", ["Own", {}, ical.Wording(summary="Own"), 3])
def test_wording_must_be_a_function(wording):
    with pytest.raises(InvalidValueError, match=r"write a function that takes an ical\.Entry") as caught:
        ical.dumps(EVENT, wording=wording)
    assert [finding.path for finding in caught.value.findings] == ["wording"]


@for_each(
    "wording",
    {
        "no-argument": lambda: None,
        "two-arguments": lambda _, __: None,
        "by-name-only": lambda *, _: None,
        "a-class-of-named-fields": ical.Wording,
    },
)
def test_wording_must_take_one_entry(wording):
    with pytest.raises(InvalidValueError, match=r"write a function that takes an ical\.Entry") as caught:
        ical.dumps(EVENT, wording=wording)
    assert [(finding.path, finding.code) for finding in caught.value.findings] == [("wording", "value.type")]


def test_exception_of_a_wording_is_not_hidden():
    with pytest.raises(TypeError, match="unsupported operand") as caught:
        ical.dumps(EVENT, wording=lambda entry: entry + 1)
    assert not isinstance(caught.value, InvalidValueError)


def test_function_without_a_signature_is_called():
    class Unsigned:
        __signature__ = "none"

        def __call__(self, entry):
            return short(entry)

    with pytest.raises((TypeError, ValueError)):  # by the version of Python
        inspect.signature(Unsigned())
    assert ical.dumps(EVENT, wording=Unsigned()) == ical.dumps(EVENT, wording=short)


@for_each("result", ["Own", {}, 3, Hours.parse("09:00-10:00")])
def test_wording_that_returns_something_else_is_refused(result):
    with pytest.raises(InvalidValueError, match=r"return ical\.Wording") as caught:
        ical.dumps(EVENT, wording=lambda _: result)
    assert [finding.path for finding in caught.value.findings] == ["wording"]


@for_each("value", ["", " ", 3, {}, b"x"])
def test_wording_texts_must_be_text(value):
    with pytest.raises(InvalidValueError) as caught:
        ical.Wording(summary=value, description=value)
    assert [finding.path for finding in caught.value.findings] == ["summary", "description"]


def test_feeds_accept_a_wording(tmp_path):
    made = ical.feed([EVENT], wording=short).data
    assert [str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(made).walk("VEVENT")] == [
        "PyCon Example 2027",
        "pycon-example-2027 · submission",
    ]
    (part,) = ical.split_feed([EVENT], tmp_path, by="series", wording=short).parts
    assert b"SUMMARY:pycon-example-2027" in (tmp_path / part.name).read_bytes()


def test_feed_refuses_a_wording_that_is_not_a_function():
    with pytest.raises(InvalidValueError, match=r"write a function that takes an ical\.Entry"):
        ical.feed([EVENT], wording="Own")
