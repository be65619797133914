"""Times in the zone of the reader, names of zones, and the ends of the calendar."""

from __future__ import annotations

import datetime as dt

from confkit import AOE, When, words
from confkit.model import zone
from words.both import BERLIN, LANGUAGES, SHANGHAI, in_english_and_chinese

JUNE = dt.datetime(2025, 6, 7, tzinfo=dt.UTC)


def test_when_has_the_time_in_the_zone_of_the_reader():
    cases = (
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
    )
    for when, reader, english, chinese in cases:
        assert in_english_and_chinese("when", When.parse(when), zone=reader) == (english, chinese), when


def test_zone_is_named_after_its_city_or_its_offset():
    cases = (
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
    )
    for key, english, simplified, traditional in cases:
        texts = tuple(words.of(language).zone(zone(key), JUNE) for language in LANGUAGES)
        assert texts == (english, english, simplified, traditional), key


def test_zone_without_an_instant_has_no_offset_that_changes():
    texts = [
        words.of("en").zone(tz)
        for tz in (BERLIN, zone("EST5EDT"), dt.timezone(dt.timedelta(hours=-3, minutes=-30)), AOE)
    ]
    assert texts == ["Berlin time", "EST5EDT", "UTC−3:30", "AoE (UTC−12)"]


def test_window_is_in_the_zone_of_the_reader():
    cases = (
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
    )
    for window, reader, english, chinese in cases:
        assert in_english_and_chinese("window", window, reader) == (english, chinese), window


def test_when_has_no_time_of_the_reader_outside_the_calendar():
    cases = (
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
    )
    for when, reader, english, chinese in cases:
        moment = When.parse(when)
        assert [words.of(tag).when(moment, zone=reader) for tag in ("en", "zh")] == [english, chinese], when


def test_midnight_before_the_first_day_is_the_start_of_that_day():
    first = When(date=dt.date(1, 1, 1), time=dt.time(), raw="24:00")
    assert words.of("en").when(first, notes=False, weekday=False) == "January 1, 1, 12:00 midnight (start of January 1)"


def test_window_at_the_ends_of_the_calendar_is_in_utc():
    cases = (
        (
            "9999-12-31",
            SHANGHAI,
            "Friday, December 31, 9:59:59 AM – Friday, December 31, 9999, 11:59:59 PM UTC",
        ),
        ("0001-01-01T00:00[UTC]", AOE, "Monday, January 1, 1, 12:00 AM UTC"),
    )
    for when, reader, english in cases:
        assert words.of("en").window(When.parse(when).end_window(), reader) == english, when


def test_offset_of_the_reader_appears_once():
    cases = (
        ("2025-06-01T23:59+05:30", "11:59 PM UTC+5:30", "23:59（UTC+5:30）"),
        ("2025-06-01T23:59[Asia/Colombo]", "which is 11:59 PM in Kolkata (UTC+5:30)", "即加尔各答时间当日23:59"),
    )
    for when, english, chinese in cases:
        texts = [words.of(tag).when(When.parse(when), zone=zone("Asia/Kolkata")) for tag in ("en", "zh")]
        assert [texts[0].endswith(english), texts[1].endswith(chinese)] == [True, True], when


def test_zone_with_the_name_of_the_readers_zone_appears_once():
    for key in ("PRC", "Asia/Chongqing", "Asia/Harbin"):
        moment = When.parse("2025-05-01T23:59[Asia/Shanghai]")
        assert [words.of(tag).when(moment, zone=zone(key)) for tag in LANGUAGES] == [
            "Thursday, May 1, 2025, 11:59 PM Beijing time (UTC+8)",
            "Thursday 1 May 2025, 23:59 Beijing time (UTC+8)",
            "北京时间2025年5月1日（星期四）23:59",
            "北京時間2025年5月1日（星期四）23:59",
        ], key
