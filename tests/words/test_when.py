"""Announced dates and times, with notes on what is not stated."""

from __future__ import annotations

import datetime as dt

from confkit import PartialDate, Pending, Text, When, words
from confkit.model import zone
from words.both import LANGUAGES, SHANGHAI, in_english_and_chinese


def test_when_has_what_is_stated_and_notes_on_the_rest():
    cases = (
        ("2025-04", "April 2025", "2025年4月"),
        (
            "2025-04-13",
            "Sunday, April 13, 2025 (no time or time zone stated)",
            "2025年4月13日（星期日；未注明具体时间和时区）",
        ),
        (
            "2025-04-13[AoE]",
            "Sunday, April 13, 2025 (AoE, UTC−12; no time stated)",
            "2025年4月13日（星期日；AoE，UTC−12；未注明具体时间）",
        ),
        (
            "2025-04-13[Asia/Shanghai]",
            "Sunday, April 13, 2025, Beijing time (UTC+8; no time stated)",
            "北京时间2025年4月13日（星期日；未注明具体时间）",
        ),
        (
            "2025-03-30[Europe/Berlin]",
            "Sunday, March 30, 2025, Berlin time (no time stated)",
            "柏林时间2025年3月30日（星期日；未注明具体时间）",
        ),
        (
            "2025-04-13T23:59",
            "Sunday, April 13, 2025, 11:59 PM (no time zone stated)",
            "2025年4月13日（星期日）23:59（未注明时区）",
        ),
        (
            "2025-04-13T23:59[AoE]",
            "Sunday, April 13, 2025, 11:59 PM AoE (UTC−12)",
            "2025年4月13日（星期日）23:59（AoE，UTC−12）",
        ),
        (
            "2025-04-13T23:59[Asia/Shanghai]",
            "Sunday, April 13, 2025, 11:59 PM Beijing time (UTC+8)",
            "北京时间2025年4月13日（星期日）23:59",
        ),
        (
            "2025-04-13T23:59+08:00",
            "Sunday, April 13, 2025, 11:59 PM UTC+8",
            "2025年4月13日（星期日）23:59（UTC+8）",
        ),
        ("2025-04-13T12:00Z", "Sunday, April 13, 2025, 12:00 noon UTC", "2025年4月13日（星期日）12:00（UTC）"),
        (
            "2025-04-13T24:00[Asia/Shanghai]",
            "Sunday, April 13, 2025, 24:00 Beijing time (UTC+8)",
            "北京时间2025年4月13日（星期日）24:00",
        ),
        (
            "2025-11-02T01:30-05:00[America/New_York]",
            "Sunday, November 2, 2025, 1:30 AM New York time (UTC−5)",
            "纽约时间2025年11月2日（星期日）01:30（UTC−5）",
        ),
        (
            "2025-11-02T01:30[America/New_York]",
            (
                "Sunday, November 2, 2025, 1:30 AM New York time "
                "(clocks are set back then, so that this time comes twice; which one is not stated)"
            ),
            "纽约时间2025年11月2日（星期日）01:30（时钟届时回拨，此时刻有两次，未注明是哪一次）",
        ),
        (
            "2025-03-09T02:30[America/New_York]",
            "Sunday, March 9, 2025, 2:30 AM New York time (clocks are set forward then; there is no such time)",
            "纽约时间2025年3月9日（星期日）02:30（时钟届时拨快，并无此时刻）",
        ),
    )
    for when, english, chinese in cases:
        assert in_english_and_chinese("when", When.parse(when)) == (english, chinese), when


def test_when_without_notes_omits_what_is_not_stated():
    cases = (
        ("2025-04-13", "April 13", "4月13日"),
        ("2025-04-13[AoE]", "April 13 (AoE, UTC−12)", "4月13日（AoE，UTC−12）"),
        ("2025-04-13T23:59", "April 13, 11:59 PM", "4月13日23:59"),
    )
    for when, english, chinese in cases:
        texts = in_english_and_chinese("when", When.parse(when), notes=False, weekday=False, year=False)
        assert texts == (english, chinese), when


def test_when_has_the_year_of_the_reader_if_it_differs():
    texts = in_english_and_chinese(
        "when", When.parse("2025-12-31T23:59[AoE]"), zone=SHANGHAI, weekday=False, year=False
    )
    assert texts == (
        "December 31, 11:59 PM AoE (UTC−12), which is Thursday, January 1, 2026, 7:59 PM in Beijing (UTC+8)",
        "12月31日23:59（AoE，UTC−12），即北京时间2026年1月1日（星期四）19:59",
    )


def test_when_is_in_each_language():
    texts = tuple(words.of(language).when(When.parse("2025-04-13T23:59[AoE]"), zone=SHANGHAI) for language in LANGUAGES)
    assert texts == (
        "Sunday, April 13, 2025, 11:59 PM AoE (UTC−12), which is Monday, April 14, 7:59 PM in Beijing (UTC+8)",
        "Sunday 13 April 2025, 23:59 AoE (UTC−12), which is Monday 14 April, 19:59 in Beijing (UTC+8)",
        "2025年4月13日（星期日）23:59（AoE，UTC−12），即北京时间2025年4月14日（星期一）19:59",
        "2025年4月13日（星期日）23:59（AoE，UTC−12），即北京時間2025年4月14日（星期一）19:59",
    )


def test_when_quotes_the_announcement():
    cases = (
        (
            "30 October or earlier",
            None,
            "no later than Thursday, October 30, 2025 (no time or time zone stated)",
            "不晚于2025年10月30日（星期四；未注明具体时间和时区）",
        ),
        (
            "不晚于10月30日",
            None,
            "no later than Thursday, October 30, 2025 (no time or time zone stated)",
            "不晚于2025年10月30日（星期四；未注明具体时间和时区）",
        ),
        (
            "noon",
            dt.time(12),
            "Thursday, October 30, 2025, 12:00 noon (no time zone stated; announced as “noon”)",
            "2025年10月30日（星期四）12:00（未注明时区；原文：“noon”）",
        ),
    )
    for raw, time, english, chinese in cases:
        when = When(date=PartialDate(2025, 10, 30), time=time, raw=raw)
        assert in_english_and_chinese("when", when) == (english, chinese), raw


def test_wording_of_the_announcement_makes_an_upper_bound():
    cases = (
        ("30 October or earlier", True),
        ("by 30 October", True),
        ("By the 30th", True),
        ("by Thursday", True),
        ("by noon", True),
        ("by October 30", True),
        ("by the end of October", True),
        ("至迟10月30日", True),
        ("10月30日前", True),
        ("10月30日（星期四）之前公布", True),
        ("30日18点以前", True),
        ("十月三十日前", True),
        ("10月底前", True),
        ("週四之前", True),
        ("by mid-October", False),
        ("announced by email", False),
        ("until 30 October", False),
        ("before 30 October", False),
        ("截至10月30日", False),
        ("10月前", False),
        ("10月30日前后", False),
        ("3天前", False),
    )
    for raw, bound in cases:
        assert words.of("en").is_bound(When(date=PartialDate(2025, 10, 30), raw=raw)) is bound, raw


def test_when_without_notes_omits_the_announcement():
    when = When(date=PartialDate(2025, 10, 30), time=dt.time(12), raw="noon")
    assert words.of("en").when(when, notes=False) == "Thursday, October 30, 2025, 12:00 noon"


def test_pending_date_gives_the_reason():
    cases = (
        (Pending("tbd"), "to be announced", "待公布", "待公布"),
        (Pending("none"), "no date", "不设日期", "不設日期"),
        (Pending("cancelled"), "cancelled", "已取消", "已取消"),
        (Pending("rolling"), "no fixed date", "不设固定日期", "不設固定日期"),
        (
            Pending("rolling", rule=Text(en="the last Friday of each month", zh="每月最后一个星期五")),
            "no fixed date (the last Friday of each month)",
            "不设固定日期（每月最后一个星期五）",
            "不設固定日期（每月最后一个星期五；簡體中文）",
        ),
    )
    for pending, english, simplified, traditional in cases:
        texts = tuple(words.of(language).when(pending) for language in LANGUAGES)
        assert texts == (english, english, simplified, traditional), pending


def test_midnight_names_its_day():
    midnight = When.parse("2025-04-01T00:00[Asia/Hong_Kong]")
    texts = [words.of(tag).when(midnight) for tag in ("en", "en-GB", "zh")]
    assert texts == [
        "Tuesday, April 1, 2025, 12:00 midnight (start of April 1) Hong Kong time (UTC+8)",
        "Tuesday 1 April 2025, 00:00 Hong Kong time (UTC+8)",
        "香港时间2025年4月1日（星期二）00:00",
    ]


def test_when_has_both_years_if_they_differ():
    last = When.parse("1999-12-31T24:00[AoE]")
    assert words.of("en").when(last, zone=zone("Asia/Shanghai")) == (
        "Friday, December 31, 1999, 24:00 AoE (UTC−12), which is Saturday, January 1, 2000, 8:00 PM in Beijing (UTC+8)"
    )


def test_when_is_a_bound_with_the_wording_of_one():
    for raw, bound in (
        (None, False),
        ("noon", False),
        ("30 October or earlier", True),
        ("no later than noon", True),
        ("最晚当天", True),
    ):
        assert words.of("en").is_bound(When(date=dt.date(2025, 10, 30), raw=raw)) is bound, raw
