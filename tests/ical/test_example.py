"""The calendar of the bundled example, PyTorch Day China 2025."""

from __future__ import annotations

import datetime as dt

from calendars import EXAMPLE, entries, lines, titles_and_descriptions
from confkit import ical


def test_example_has_the_event_and_its_deadline():
    assert [(str(event["SUMMARY"]), event["DTSTART"].dt, event["DTEND"].dt) for event in entries(EXAMPLE)] == [
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

    english, chinese = entries(EXAMPLE), entries(EXAMPLE, language="zh")
    assert [str(event["SUMMARY"]) for event in chinese] == [
        "PyTorch Day China 2025",
        "PyTorch Day China 2025：提交截止日期（议题征集）",
    ]
    assert list(map(without_words, chinese)) == list(map(without_words, english))


def test_deadline_without_a_time_is_a_whole_day_and_says_that_no_time_is_stated():
    _, deadline_ = entries(EXAMPLE)
    assert lines(deadline_, "DTSTART", "DTEND", "TRANSP") == [
        "DTSTART;VALUE=DATE:20250413",
        "DTEND;VALUE=DATE:20250414",
        "TRANSP:TRANSPARENT",
    ]
    (_, english), (_, chinese) = titles_and_descriptions(EXAMPLE)[1], titles_and_descriptions(EXAMPLE, language="zh")[1]
    assert english.splitlines()[1] == "Submission deadline: Sunday, April 13, 2025 (no time or time zone stated)"
    assert chinese.splitlines()[1] == "提交截止日期：2025年4月13日（星期日；未注明具体时间和时区）"


def test_date_without_a_day_has_no_entry_but_a_note():
    assert [(note.code, note.level, note.path, note.value) for note in ical.left_out(EXAMPLE)] == [
        ("ical.no-day", "note", "registration.details_expected", "2025-04")
    ]


def test_location_contains_the_address_as_it_was_written():
    event, _ = entries(EXAMPLE)
    address = "索家坟, Hai Dian Qu, Bei Jing Shi, China, 100080"
    assert str(event["LOCATION"]) == f"Zhongguancun Exhibition Center\n{address}"
    # The name is in one language and the address in none, so the text of both has no LANGUAGE.
    assert event["LOCATION"].params == {}


def test_entry_of_the_event_contains_no_deadline():
    event, _ = entries(EXAMPLE)
    assert [text for text in ("April 13", "4月13日", "call-for-proposals") if text in event["DESCRIPTION"]] == []
