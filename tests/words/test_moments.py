from __future__ import annotations

import datetime as dt

import pytest

from confkit import AOE, PartialDate, Pending, Text, When, words, zone

LANGUAGES = ("en", "en-GB", "zh-Hans", "zh-Hant")
SHANGHAI, BERLIN = zone("Asia/Shanghai"), zone("Europe/Berlin")
JUNE = dt.datetime(2025, 6, 7, tzinfo=dt.UTC)


def in_english_and_chinese(method, *arguments, **options):
    return tuple(getattr(words.of(language), method)(*arguments, **options) for language in ("en", "zh"))


@pytest.mark.parametrize(
    ("when", "english", "chinese"),
    [
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
    ],
)
def test_when_says_what_is_stated_and_that_the_rest_is_not(when, english, chinese):
    assert in_english_and_chinese("when", When.parse(when)) == (english, chinese)


@pytest.mark.parametrize(
    ("when", "english", "chinese"),
    [
        ("2025-04-13", "April 13", "4月13日"),
        ("2025-04-13[AoE]", "April 13 (AoE, UTC−12)", "4月13日（AoE，UTC−12）"),
        ("2025-04-13T23:59", "April 13, 11:59 PM", "4月13日23:59"),
    ],
)
def test_when_in_short_leaves_out_what_is_not_stated(when, english, chinese):
    said = in_english_and_chinese("when", When.parse(when), notes=False, weekday=False, year=False)
    assert said == (english, chinese)


@pytest.mark.parametrize(
    ("when", "reader", "english", "chinese"),
    [
        (
            "2025-04-13T23:59[AoE]",
            SHANGHAI,
            "Sunday, April 13, 2025, 11:59 PM AoE (UTC−12), which is Monday, April 14, 7:59 PM in Beijing (UTC+8)",
            "2025年4月13日（星期日）23:59（AoE，UTC−12），即北京时间2025年4月14日（星期一）19:59",
        ),
        (
            "2025-04-13T23:59[AoE]",
            BERLIN,
            "Sunday, April 13, 2025, 11:59 PM AoE (UTC−12), which is Monday, April 14, 1:59 PM in Berlin (UTC+2)",
            "2025年4月13日（星期日）23:59（AoE，UTC−12），即柏林时间2025年4月14日（星期一）13:59",
        ),
        (
            "2025-12-31T23:59[AoE]",
            dt.timezone(dt.timedelta(hours=8)),
            "Wednesday, December 31, 2025, 11:59 PM AoE (UTC−12), which is Thursday, January 1, 2026, 7:59 PM UTC+8",
            "2025年12月31日（星期三）23:59（AoE，UTC−12），即2026年1月1日（星期四）19:59（UTC+8）",
        ),
        (
            "2025-04-13T23:59[Asia/Shanghai]",
            AOE,
            "Sunday, April 13, 2025, 11:59 PM Beijing time (UTC+8), which is 3:59 AM AoE (UTC−12)",
            "北京时间2025年4月13日（星期日）23:59，即当日03:59（AoE，UTC−12）",
        ),
        (
            "2025-04-13T23:59[Asia/Shanghai]",
            SHANGHAI,
            "Sunday, April 13, 2025, 11:59 PM Beijing time (UTC+8)",
            "北京时间2025年4月13日（星期日）23:59",
        ),
        (
            "2025-04-13T23:59",
            SHANGHAI,
            "Sunday, April 13, 2025, 11:59 PM (no time zone stated)",
            "2025年4月13日（星期日）23:59（未注明时区）",
        ),
    ],
)
def test_when_adds_the_readers_clock_where_one_instant_follows(when, reader, english, chinese):
    assert in_english_and_chinese("when", When.parse(when), zone=reader) == (english, chinese)


def test_when_without_a_year_says_it_where_the_readers_is_another():
    said = in_english_and_chinese("when", When.parse("2025-12-31T23:59[AoE]"), zone=SHANGHAI, weekday=False, year=False)
    assert said == (
        "December 31, 11:59 PM AoE (UTC−12), which is Thursday, January 1, 2026, 7:59 PM in Beijing (UTC+8)",
        "12月31日23:59（AoE，UTC−12），即北京时间2026年1月1日（星期四）19:59",
    )


def test_when_is_said_in_each_language():
    said = tuple(words.of(language).when(When.parse("2025-04-13T23:59[AoE]"), zone=SHANGHAI) for language in LANGUAGES)
    assert said == (
        "Sunday, April 13, 2025, 11:59 PM AoE (UTC−12), which is Monday, April 14, 7:59 PM in Beijing (UTC+8)",
        "Sunday 13 April 2025, 23:59 AoE (UTC−12), which is Monday 14 April, 19:59 in Beijing (UTC+8)",
        "2025年4月13日（星期日）23:59（AoE，UTC−12），即北京时间2025年4月14日（星期一）19:59",
        "2025年4月13日（星期日）23:59（AoE，UTC−12），即北京時間2025年4月14日（星期一）19:59",
    )


@pytest.mark.parametrize(
    ("raw", "time", "english", "chinese"),
    [
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
    ],
)
def test_when_keeps_the_words_of_the_announcement(raw, time, english, chinese):
    when = When(date=PartialDate(2025, 10, 30), time=time, raw=raw)
    assert in_english_and_chinese("when", when) == (english, chinese)


def test_when_without_notes_leaves_the_words_of_the_announcement_out():
    when = When(date=PartialDate(2025, 10, 30), time=dt.time(12), raw="noon")
    assert words.of("en").when(when, notes=False) == "Thursday, October 30, 2025, 12:00 noon"


@pytest.mark.parametrize(
    ("pending", "english", "simplified", "traditional"),
    [
        (Pending("tbd"), "to be announced", "待公布", "待公布"),
        (Pending("none"), "none", "无", "無"),
        (Pending("cancelled"), "cancelled", "已取消", "已取消"),
        (Pending("rolling"), "rolling", "滚动接收", "隨時受理"),
        (
            Pending("rolling", rule=Text(en="the last Friday of each month", zh="每月最后一个星期五")),
            "rolling (the last Friday of each month)",
            "滚动接收（每月最后一个星期五）",
            "隨時受理（每月最后一个星期五；簡體中文）",
        ),
    ],
)
def test_pending_says_why_there_is_no_date(pending, english, simplified, traditional):
    said = tuple(words.of(language).when(pending) for language in LANGUAGES)
    assert said == (english, english, simplified, traditional)


@pytest.mark.parametrize(
    ("key", "english", "simplified", "traditional"),
    [
        ("Asia/Shanghai", "Beijing time (UTC+8)", "北京时间", "北京時間"),
        ("PRC", "Beijing time (UTC+8)", "北京时间", "北京時間"),
        ("Asia/Taipei", "Taipei time (UTC+8)", "台北时间", "台北時間"),
        ("Asia/Hong_Kong", "Hong Kong time (UTC+8)", "香港时间", "香港時間"),
        ("Asia/Urumqi", "Urumqi time (UTC+6)", "乌鲁木齐时间", "烏魯木齊時間"),
        ("Europe/Berlin", "Berlin time (UTC+2)", "柏林时间", "柏林時間"),
        ("US/Pacific", "Los Angeles time (UTC−7)", "洛杉矶时间", "洛杉磯時間"),
        ("Asia/Kolkata", "Kolkata time (UTC+5:30)", "加尔各答时间", "加爾各答時間"),
        ("Asia/Calcutta", "Kolkata time (UTC+5:30)", "加尔各答时间", "加爾各答時間"),
        ("Europe/Kyiv", "Kyiv time (UTC+3)", "基辅时间", "基輔時間"),
        ("Asia/Ho_Chi_Minh", "Ho Chi Minh time (UTC+7)", "胡志明市时间", "胡志明市時間"),
        (
            "America/Argentina/Buenos_Aires",
            "Buenos Aires time (UTC−3)",
            "布宜诺斯艾利斯时间",
            "布宜諾斯艾利斯時間",
        ),
        ("Asia/Choibalsan", "Ulaanbaatar time (UTC+8)", "乌兰巴托时间", "烏蘭巴托時間"),
        ("Pacific/Kanton", "Kanton time (UTC+13)", "坎顿岛时间", "坎頓島時間"),
        ("Europe/London", "London time (UTC+1)", "伦敦时间", "倫敦時間"),
        ("Etc/GMT+8", "UTC−8", "UTC−8", "UTC−8"),
        ("UTC", "UTC", "UTC", "UTC"),
        ("EST5EDT", "UTC−4", "UTC−4", "UTC−4"),
    ],
)
def test_zone_is_named_after_its_city_or_its_offset(key, english, simplified, traditional):
    said = tuple(words.of(language).zone(zone(key), JUNE) for language in LANGUAGES)
    assert said == (english, english, simplified, traditional)


def test_zone_without_an_instant_states_no_offset_that_changes():
    said = [
        words.of("en").zone(tz)
        for tz in (BERLIN, zone("EST5EDT"), dt.timezone(dt.timedelta(hours=-3, minutes=-30)), AOE)
    ]
    assert said == ["Berlin time", "EST5EDT", "UTC−3:30", "AoE (UTC−12)"]


@pytest.mark.parametrize(
    ("window", "reader", "english", "chinese"),
    [
        (
            When.parse("2025-04-13").end_window(),
            SHANGHAI,
            "Sunday, April 13, 6:00 PM – Monday, April 14, 2025, 8:00 PM Beijing time (UTC+8)",
            "北京时间2025年4月13日（星期日）18:00至4月14日（星期一）20:00",
        ),
        (
            When.parse("2025-12-31").end_window(),
            AOE,
            "Tuesday, December 30, 2025, 10:00 PM – Thursday, January 1, 2026, 12:00 AM AoE (UTC−12)",
            "2025年12月30日（星期二）22:00至2026年1月1日（星期四）00:00（AoE，UTC−12）",
        ),
        (
            When.parse("2025-04-13T23:59[AoE]").window(),
            SHANGHAI,
            "Monday, April 14, 2025, 7:59 PM Beijing time (UTC+8)",
            "北京时间2025年4月14日（星期一）19:59",
        ),
    ],
)
def test_window_is_shown_on_the_readers_clock(window, reader, english, chinese):
    assert in_english_and_chinese("window", window, reader) == (english, chinese)


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


@pytest.mark.parametrize(
    ("when", "reader", "english", "chinese"),
    [
        (
            "0001-01-01T00:30[Asia/Shanghai]",
            zone("America/Los_Angeles"),
            "Monday, January 1, 1, 12:30 AM Beijing time (UTC+8:06)",
            "北京时间1年1月1日（星期一）00:30",
        ),
        (
            "9999-12-31T23:59[America/Los_Angeles]",
            SHANGHAI,
            "Friday, December 31, 9999, 11:59 PM Los Angeles time (UTC−8)",
            "洛杉矶时间9999年12月31日（星期五）23:59",
        ),
        (
            "9999-12-31T23:59[UTC]",
            SHANGHAI,
            "Friday, December 31, 9999, 11:59 PM UTC",
            "9999年12月31日（星期五）23:59（UTC）",
        ),
    ],
)
def test_reader_is_told_no_time_where_his_calendar_has_none(when, reader, english, chinese):
    moment = When.parse(when)
    assert [words.of(tag).when(moment, zone=reader) for tag in ("en", "zh")] == [english, chinese]


def test_midnight_before_the_first_day_is_said_as_the_hour_that_it_is():
    first = When(date=dt.date(1, 1, 1), time=dt.time(), raw="24:00")
    assert words.of("en").when(first, notes=False, weekday=False) == "January 1, 1, 12:00 midnight (start of January 1)"


@pytest.mark.parametrize(
    ("when", "reader", "english"),
    [
        (
            "9999-12-31",
            SHANGHAI,
            "Friday, December 31, 9:59:59 AM – Friday, December 31, 9999, 11:59:59 PM UTC",
        ),
        ("0001-01-01T00:00[UTC]", AOE, "Monday, January 1, 1, 12:00 AM UTC"),
    ],
)
def test_window_at_the_ends_of_the_calendar_is_said_in_utc(when, reader, english):
    assert words.of("en").window(When.parse(when).end_window(), reader) == english


@pytest.mark.parametrize(
    ("when", "english", "chinese"),
    [
        ("2025-06-01T23:59+05:30", "11:59 PM UTC+5:30", "23:59（UTC+5:30）"),
        ("2025-06-01T23:59[Asia/Colombo]", "which is 11:59 PM in Kolkata (UTC+5:30)", "即加尔各答时间当日23:59"),
    ],
)
def test_offset_that_the_reader_has_is_not_said_twice(when, english, chinese):
    said = [words.of(tag).when(When.parse(when), zone=zone("Asia/Kolkata")) for tag in ("en", "zh")]
    assert [said[0].endswith(english), said[1].endswith(chinese)] == [True, True]


def test_midnight_says_which_one_it_is():
    midnight = When.parse("2025-04-01T00:00[Asia/Hong_Kong]")
    said = [words.of(tag).when(midnight) for tag in ("en", "en-GB", "zh")]
    assert said == [
        "Tuesday, April 1, 2025, 12:00 midnight (start of April 1) Hong Kong time (UTC+8)",
        "Tuesday 1 April 2025, 00:00 Hong Kong time (UTC+8)",
        "香港时间2025年4月1日（星期二）00:00",
    ]


def test_year_is_said_that_differs_from_the_one_announced():
    last = When.parse("1999-12-31T24:00[AoE]")
    assert words.of("en").when(last, zone=zone("Asia/Shanghai")) == (
        "Friday, December 31, 1999, 24:00 AoE (UTC−12), which is Saturday, January 1, 2000, 8:00 PM in Beijing (UTC+8)"
    )
