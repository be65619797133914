"""Deadlines that moved, in words."""

from __future__ import annotations

import pytest

from confkit import Pending, When
from words.both import in_english_and_chinese


@pytest.mark.parametrize(
    ("before", "after", "english", "chinese"),
    [
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
            "the deadline of April 13, 2025 no longer holds; it is now rolling",
            "原定2025年4月13日的截止日期不再有效，现为：滚动接收",
        ),
        (Pending("tbd"), When.parse("2025-04-13"), "deadline set to April 13, 2025", "截止日期定为2025年4月13日"),
    ],
)
def test_extended_says_extension_only_of_a_later_date(before, after, english, chinese):
    assert in_english_and_chinese("extended", before, after) == (english, chinese)
