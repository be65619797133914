"""Dates, days, hours and relative days in every language."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, strategies as st

from confkit import Days, Hours, PartialDate, words

LANGUAGES = ("en", "en-GB", "zh-Hans", "zh-Hant")


def in_each_language(method, *arguments, **options):
    return tuple(getattr(words.of(language), method)(*arguments, **options) for language in LANGUAGES)


def test_date_has_its_precision_and_the_weekday():
    cases = (
        ("2025", "2025", "2025", "2025年"),
        ("2025-04", "April 2025", "April 2025", "2025年4月"),
        ("2025-06-07", "Saturday, June 7, 2025", "Saturday 7 June 2025", "2025年6月7日（星期六）"),
        ("2025-04-13", "Sunday, April 13, 2025", "Sunday 13 April 2025", "2025年4月13日（星期日）"),
        ("2024-02-29", "Thursday, February 29, 2024", "Thursday 29 February 2024", "2024年2月29日（星期四）"),
    )
    for date, english, british, chinese in cases:
        assert in_each_language("date", PartialDate.parse(date)) == (english, british, chinese, chinese), date


def test_date_omits_weekday_and_year():
    cases = (
        ("2025", "2025", "2025", "2025年"),
        ("2025-04", "April", "April", "4月"),
        ("2025-04-13", "April 13", "13 April", "4月13日"),
    )
    for date, english, british, chinese in cases:
        texts = in_each_language("date", PartialDate.parse(date), weekday=False, year=False)
        assert texts == (english, british, chinese, chinese), date


def test_date_accepts_a_standard_date():
    assert words.of("en").date(dt.date(2025, 6, 7), weekday=False) == "June 7, 2025"


def test_days_repeat_only_what_changes():
    cases = (
        ("2025-06-07", "Saturday, June 7, 2025", "Saturday 7 June 2025", "2025年6月7日（星期六）"),
        ("2025-06-07/2025-06-09", "June 7–9, 2025", "7–9 June 2025", "2025年6月7日至9日"),
        ("2025-06-30/2025-07-02", "June 30 – July 2, 2025", "30 June – 2 July 2025", "2025年6月30日至7月2日"),
        (
            "2025-12-30/2026-01-02",
            "December 30, 2025 – January 2, 2026",
            "30 December 2025 – 2 January 2026",
            "2025年12月30日至2026年1月2日",
        ),
        ("2025-04/2025-06", "April–June 2025", "April–June 2025", "2025年4月至6月"),
        ("2025-12/2026-01", "December 2025 – January 2026", "December 2025 – January 2026", "2025年12月至2026年1月"),
        ("2025/2026", "2025–2026", "2025–2026", "2025年至2026年"),
        ("2025-04/2025-06-07", "April 2025 – June 7, 2025", "April 2025 – 7 June 2025", "2025年4月至2025年6月7日"),
    )
    for days, english, british, chinese in cases:
        assert in_each_language("days", Days.parse(days)) == (english, british, chinese, chinese), days


def test_days_omit_weekday_and_year():
    cases = (
        ("2025-06-07", "June 7", "7 June", "6月7日"),
        ("2025-06-07/2025-06-09", "June 7–9", "7–9 June", "6月7日至9日"),
        ("2025-06-30/2025-07-02", "June 30 – July 2", "30 June – 2 July", "6月30日至7月2日"),
        ("2025-04/2025-06", "April–June", "April–June", "4月至6月"),
    )
    for days, english, british, chinese in cases:
        texts = in_each_language("days", Days.parse(days), weekday=False, year=False)
        assert texts == (english, british, chinese, chinese), days


def test_time_has_twelve_hours_in_american_english_only():
    cases = (
        (dt.time(0), "12:00 AM", "00:00"),
        (dt.time(9, 5), "9:05 AM", "09:05"),
        (dt.time(12), "12:00 noon", "12:00"),
        (dt.time(19, 59), "7:59 PM", "19:59"),
        (dt.time(23, 59, 59), "11:59:59 PM", "23:59:59"),
    )
    for time, english, other in cases:
        assert in_each_language("time", time) == (english, other, other, other), time


def test_hours_past_midnight_name_the_next_day():
    cases = (
        ("09:00-17:30", ("9:00 AM – 5:30 PM", "09:00–17:30", "09:00–17:30", "09:00–17:30")),
        (
            "18:00-02:00",
            ("6:00 PM – 2:00 AM the next day", "18:00 – 02:00 the next day", "18:00至次日02:00", "18:00至隔日02:00"),
        ),
        ("18:00-24:00", ("6:00 PM – midnight", "18:00–midnight", "18:00–24:00", "18:00–24:00")),
    )
    for hours, texts in cases:
        assert in_each_language("hours", Hours.parse(hours)) == texts, hours


def test_relative_counts_calendar_days():
    cases = (
        ("2025-04-07", "3 days ago", "3天前", "3 天前"),
        ("2025-04-09", "yesterday", "昨天", "昨天"),
        ("2025-04-10", "today", "今天", "今天"),
        ("2025-04-11", "tomorrow", "明天", "明天"),
        ("2025-04-13", "3 days left", "还剩3天", "剩餘 3 天"),
        ("2025-04", "20 days left", "还剩20天", "剩餘 20 天"),
    )
    for day, english, simplified, traditional in cases:
        texts = in_each_language("relative", PartialDate.parse(day), dt.date(2025, 4, 10))
        assert texts == (english, english, simplified, traditional), day


@given(st.dates(), st.dates())
def test_days_use_plain_spaces_and_en_dashes(first, second):
    days = Days(min(first, second), max(first, second))
    texts = "".join(in_each_language("days", days))
    assert set(texts) & set("\u00a0\u2009\u202f-—") == set()


def test_shifted_hours_name_their_day():
    cases = (
        (-2, "2 days before, 9:00 AM – 5:30 PM", "2日前09:00–17:30"),
        (-1, "the day before, 9:00 AM – 5:30 PM", "前一日09:00–17:30"),
        (1, "the next day, 9:00 AM – 5:30 PM", "次日09:00–17:30"),
        (2, "2 days later, 9:00 AM – 5:30 PM", "2日后09:00–17:30"),
    )
    for shift, english, chinese in cases:
        hours = Hours.parse("09:00-17:30")
        assert [words.of(tag).hours(hours, shift=shift) for tag in ("en", "zh")] == [english, chinese], shift


def test_shifted_hours_past_midnight_name_both_days():
    cases = (
        (1, "6:00 PM the next day – 2:00 AM 2 days later", "次日18:00至2日后02:00"),
        (-2, "6:00 PM 2 days before – 2:00 AM the day before", "2日前18:00至前一日02:00"),
    )
    for shift, english, chinese in cases:
        hours = Hours.parse("18:00-02:00")
        assert [words.of(tag).hours(hours, shift=shift) for tag in ("en", "zh")] == [english, chinese], shift
