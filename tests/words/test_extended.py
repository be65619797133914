"""Extended, withdrawn and newly set deadlines."""

from __future__ import annotations

from confkit import Pending, When, words
from words.both import in_english_and_chinese


def test_extended_is_an_extension_to_a_later_date_only():
    cases = (
        (
            When.parse("2025-04-06"),
            When.parse("2025-04-13T23:59[AoE]"),
            "deadline extended from April 6 to April 13, 2025, 11:59 PM AoE (UTC−12)",
            "截止日期由2025年4月6日延长至4月13日23:59（AoE，UTC−12）",
        ),
        (
            When.parse("2025-12-30"),
            When.parse("2026-01-05"),
            "deadline extended from December 30, 2025 to January 5, 2026",
            "截止日期由2025年12月30日延长至2026年1月5日",
        ),
        (
            When.parse("2025-04-13"),
            When.parse("2025-04-06"),
            "deadline brought forward from April 13 to April 6, 2025",
            "截止日期由2025年4月13日提前至4月6日",
        ),
        (
            When.parse("2025-04-13"),
            Pending("tbd"),
            "the deadline of April 13, 2025 no longer holds; a new date will be announced",
            "原定2025年4月13日的截止日期不再有效，新日期待公布",
        ),
        (
            When.parse("2025-04-13"),
            Pending("rolling"),
            "the deadline of April 13, 2025 no longer holds; there is now no fixed date",
            "原定2025年4月13日的截止日期不再有效，现不设固定日期",
        ),
        (Pending("tbd"), When.parse("2025-04-13"), "deadline set to April 13, 2025", "截止日期定为2025年4月13日"),
    )
    for before, after, english, chinese in cases:
        assert in_english_and_chinese("extended", before, after) == (english, chinese), before


def test_extended_names_the_reason_for_having_no_date():
    cases = (
        ("tbd", "none", "there is no deadline any more", "不再设截止日期"),
        ("tbd", "rolling", "deadline now has no fixed date", "截止日期现不设固定日期"),
        ("none", "tbd", "deadline is now to be announced", "截止日期现为：待公布"),
        (
            "2025-04-13",
            "none",
            "the deadline of April 13, 2025 no longer holds; there is now no deadline",
            "原定2025年4月13日的截止日期不再有效，现不设截止日期",
        ),
    )
    for before, after, english, chinese in cases:
        old = Pending(before) if before.isalpha() else When.parse(before)
        texts = [words.of(language).extended(old, Pending(after)) for language in ("en", "zh")]
        assert texts == [english, chinese], before
