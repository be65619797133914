"""Hours of an event in its zone and in that of the reader."""

import datetime as dt
import itertools

import pytest

from confkit import AOE, Days, Hours, Pending
from confkit.model import parse_zone, zone, zone_keys
from fact_texts import LANGUAGES, fact_texts
from factories import conference, venue


def test_hours_are_given_in_the_zone_of_the_reader():
    cases = (
        (None, "9:00 AM – 6:00 PM daily, Beijing time (UTC+8)"),
        ("Asia/Shanghai", "9:00 AM – 6:00 PM daily, Beijing time (UTC+8)"),
        (
            "Europe/Berlin",
            "9:00 AM – 6:00 PM daily, Beijing time (UTC+8), which is 3:00 AM – 12:00 noon Berlin time (UTC+2)",
        ),
        (
            "America/New_York",
            (
                "9:00 AM – 6:00 PM daily, Beijing time (UTC+8), which is "
                "9:00 PM the day before – 6:00 AM New York time (UTC−4)"
            ),
        ),
    )
    for there, texts in cases:
        event = conference(venues=[venue()], hours=Hours.parse("09:00-18:00"))
        assert fact_texts(event, zone=zone(there) if there else None)["hours"] == texts, there


def test_hours_over_a_clock_change_are_those_of_the_first_day():
    event = conference(venues=[venue()], hours=Hours.parse("09:00-18:00"), days=Days.parse("2027-03-27/2027-03-28"))
    assert (
        fact_texts(event, "zh", zone=zone("Europe/Berlin"))["hours"]
        == "北京时间每日09:00–18:00，即柏林时间02:00–11:00（首日）"
    )


def test_hours_without_a_day_are_in_the_zone_of_the_event():
    for days in (None, Pending("tbd"), Days.parse("2027-05")):
        event = conference(timezone="Europe/Berlin", hours=Hours.parse("09:00-18:00"), days=days)
        assert fact_texts(event, zone=zone("Asia/Tokyo"))["hours"] == "9:00 AM – 6:00 PM Berlin time", days


def test_hours_without_a_zone_are_local():
    assert fact_texts(conference(hours=Hours.parse("09:00-18:00")))["hours"] == "9:00 AM – 6:00 PM daily, local time"


def test_hours_missing_in_the_zone_of_the_reader_are_in_that_of_the_event():
    ancient = conference(timezone="UTC", hours=Hours.parse("09:00-18:00"), days=Days.parse("1800-01-01"))
    folded = conference(timezone="UTC", hours=Hours.parse("00:30-01:30"), days=Days.parse("2027-10-31"))
    first = conference(timezone="UTC", hours=Hours.parse("00:30-01:30"), days=Days.parse("0001-01-01"))
    texts = [
        fact_texts(event, zone=zone(key))["hours"]
        for event, key in ((ancient, "Europe/Berlin"), (folded, "Europe/Berlin"), (first, "America/New_York"))
    ]
    assert [", which is" in words for words in texts] == [False, False, False]


def test_hours_past_midnight_name_the_next_day():
    cases = (
        ({"days": Days.parse("2027-05-01")}, "6:00 PM – 2:00 AM the next day, local time", "当地时间18:00至次日02:00"),
        ({}, "daily, 6:00 PM – 2:00 AM the next day, local time", "当地时间每日18:00至次日02:00"),
        (
            {"timezone": "Etc/GMT-8"},
            "daily, 6:00 PM – 2:00 AM the next day, UTC+8",
            "每日18:00至次日02:00（UTC+8）",
        ),
    )
    for fields, english, chinese in cases:
        event = conference(hours=Hours.parse("18:00-02:00"), **fields)
        assert [fact_texts(event, tag)["hours"] for tag in ("en", "zh")] == [english, chinese], fields


def test_hours_in_another_zone_name_their_day():
    cases = (
        (
            "09:00-17:30",
            zone("America/Los_Angeles"),
            "5:00 PM the day before – 1:30 AM Los Angeles time (UTC−8)",
            "洛杉矶时间前一日17:00至当日01:30",
        ),
        (
            "20:00-23:30",
            zone("Pacific/Kiritimati"),
            "Saturday, January 3, 2:00 AM – 5:30 AM Kiritimati time (UTC+14)",
            "基里地马地岛时间1月3日（星期六）02:00–05:30",
        ),
        (
            "01:00-10:00",
            AOE,
            "Thursday, January 1, 5:00 AM – 2:00 PM AoE (UTC−12)",
            "1月1日（星期四）05:00–14:00（AoE，UTC−12）",
        ),
    )
    for hours, there, english, chinese in cases:
        event = conference(timezone="Asia/Shanghai", hours=Hours.parse(hours), days=Days.parse("2026-01-02"))
        texts = [fact_texts(event, tag, zone=there)["hours"] for tag in ("en", "zh")]
        assert [texts[0].partition("which is ")[2], texts[1].partition("，即")[2]] == [english, chinese], hours


def test_hours_past_midnight_in_another_zone_name_their_day():
    cases = (
        (
            "en",
            "6:00 PM – 2:00 AM the next day, Los Angeles time (UTC−7)",
            "Thursday, May 21, 3:00 AM – 11:00 AM Berlin time (UTC+2)",
        ),
        (
            "en-GB",
            "18:00 – 02:00 the next day, Los Angeles time (UTC−7)",
            "Thursday 21 May, 03:00–11:00 Berlin time (UTC+2)",
        ),
        ("zh-Hans", "洛杉矶时间18:00至次日02:00", "柏林时间5月21日（星期四）03:00–11:00"),
        ("zh-Hant", "洛杉磯時間18:00至隔日02:00", "柏林時間5月21日（星期四）03:00–11:00"),
    )
    for language, here, there in cases:
        evening = conference(
            timezone="America/Los_Angeles", hours=Hours.parse("18:00-02:00"), days=Days.parse("2026-05-20")
        )
        joint = "，即" if language.startswith("zh") else ", which is "
        assert fact_texts(evening, language, zone=zone("Europe/Berlin"))["hours"] == f"{here}{joint}{there}", language


def test_hours_of_several_days_in_another_zone_name_the_first_day():
    cases = (
        (
            "2026-05-20/2026-05-22",
            "daily from Thursday, May 21, 3:00 AM – 11:00 AM Berlin time (UTC+2)",
            "柏林时间5月21日（星期四）起每日03:00–11:00",
        ),
        (
            "2026-12-31/2027-01-01",
            "daily from Friday, January 1, 2027, 3:00 AM – 11:00 AM Berlin time (UTC+1)",
            "柏林时间2027年1月1日（星期五）起每日03:00–11:00",
        ),
        (
            "2026-03-27/2026-03-29",
            "Saturday, March 28, 2:00 AM – 10:00 AM Berlin time (UTC+1; on the first day)",
            "柏林时间3月28日（星期六）02:00–10:00（首日）",
        ),
    )
    for days, english, chinese in cases:
        event = conference(timezone="America/Los_Angeles", hours=Hours.parse("18:00-02:00"), days=Days.parse(days))
        texts = [fact_texts(event, tag, zone=zone("Europe/Berlin"))["hours"] for tag in ("en", "zh")]
        assert [texts[0].partition("which is ")[2], texts[1].partition("，即")[2]] == [english, chinese], days


def _in_berlin(days, hours="09:00-18:00"):
    return conference(timezone="Europe/Berlin", hours=Hours.parse(hours), days=Days.parse(days))


def test_hours_have_no_offset_that_changes_during_the_event():
    cases = (
        ("2025-03-29/2025-03-31", "09:00-18:00", "9:00 AM – 6:00 PM daily, Berlin time"),
        ("2025-01-01/2025-12-31", "09:00-18:00", "9:00 AM – 6:00 PM daily, Berlin time"),
        ("2024-12-01/2026-01-31", "09:00-18:00", "9:00 AM – 6:00 PM daily, Berlin time"),
        ("2025-03-29", "18:00-06:00", "6:00 PM – 6:00 AM the next day, Berlin time"),
        ("2025-03-28/2025-03-29", "09:00-18:00", "9:00 AM – 6:00 PM daily, Berlin time (UTC+1)"),
        ("2025-03-30/2025-03-31", "09:00-18:00", "9:00 AM – 6:00 PM daily, Berlin time (UTC+2)"),
        ("9999-12-31", "18:00-02:00", "6:00 PM – 2:00 AM the next day, Berlin time (UTC+1)"),
    )
    for days, hours, texts in cases:
        assert fact_texts(_in_berlin(days, hours))["hours"] == texts, days


def test_hours_in_another_zone_have_no_offset_that_changes_during_the_event():
    paris = fact_texts(_in_berlin("2025-03-29/2025-03-31"), zone=zone("Europe/Paris"))["hours"]
    assert paris == "9:00 AM – 6:00 PM daily, Berlin time, which is 9:00 AM – 6:00 PM Paris time"
    event = conference(timezone="Asia/Shanghai", hours=Hours.parse("08:00-18:00"), days=Days.parse("2025-03-30"))
    assert fact_texts(event, zone=zone("Europe/Berlin"))["hours"] == (
        "8:00 AM – 6:00 PM Beijing time (UTC+8), which is 1:00 AM – 12:00 noon Berlin time"
    )


def test_hours_over_a_clock_change_in_another_zone_are_those_of_the_first_day():
    texts = [
        fact_texts(_in_berlin("2025-03-29/2025-03-31"), tag, zone=zone("Asia/Shanghai"))["hours"] for tag in LANGUAGES
    ]
    assert texts == [
        (
            "9:00 AM – 6:00 PM daily, Berlin time, which is "
            "4:00 PM – 1:00 AM the next day, Beijing time (UTC+8; on the first day)"
        ),
        "09:00–18:00 daily, Berlin time, which is 16:00 – 01:00 the next day, Beijing time (UTC+8; on the first day)",
        "柏林时间每日09:00–18:00，即北京时间16:00至次日01:00（首日）",
        "柏林時間每日09:00–18:00，即北京時間16:00至隔日01:00（首日）",
    ]


def test_hours_are_given_once_if_both_zones_have_one_name():
    for key in ("PRC", "Asia/Chongqing"):
        event = conference(venues=[venue()], hours=Hours.parse("09:00-18:00"), days=Days.parse("2025-06-07"))
        assert [fact_texts(event, tag, zone=zone(key))["hours"] for tag in LANGUAGES] == [
            "9:00 AM – 6:00 PM Beijing time (UTC+8)",
            "09:00–18:00 Beijing time (UTC+8)",
            "北京时间09:00–18:00",
            "北京時間09:00–18:00",
        ], key


def test_hours_are_given_once_if_both_zones_have_one_offset():
    event = conference(timezone="Etc/GMT-8", hours=Hours.parse("09:00-18:00"), days=Days.parse("2025-06-07"))
    assert fact_texts(event, zone=parse_zone("+08:00"))["hours"] == "9:00 AM – 6:00 PM UTC+8"


SKIPPED = [
    "2:30 AM – 4:00 AM Berlin time (clocks are set forward on March 30; there is no 2:30 AM then)",
    "02:30–04:00 Berlin time (clocks are set forward on 30 March; there is no 02:30 then)",
    "柏林时间02:30–04:00（时钟于3月30日拨快，当日并无02:30）",
    "柏林時間02:30–04:00（時鐘於3月30日撥快，當日並無02:30）",
]
REPEATED = [
    (
        "2:30 AM – 4:00 AM Berlin time "
        "(clocks are set back on October 26, so that 2:30 AM comes twice; which one is not stated)"
    ),
    "02:30–04:00 Berlin time (clocks are set back on 26 October, so that 02:30 comes twice; which one is not stated)",
    "柏林时间02:30–04:00（时钟于10月26日回拨，当日02:30有两次，未注明是哪一次）",
    "柏林時間02:30–04:00（時鐘於10月26日撥回，當日02:30有兩次，未註明是哪一次）",
]


def test_hours_that_are_skipped_or_repeated_say_so():
    for reader in (None, zone("Asia/Shanghai")):
        for day, texts in (("2025-03-30", SKIPPED), ("2025-10-26", REPEATED)):
            event = _in_berlin(day, "02:30-04:00")
            assert [fact_texts(event, tag, zone=reader)["hours"] for tag in LANGUAGES] == texts, (reader, day)


def test_repeated_closing_hour_names_its_day():
    texts = fact_texts(_in_berlin("2025-10-25/2025-10-27", "01:00-02:30"), zone=zone("Asia/Shanghai"))["hours"]
    assert texts == (
        "1:00 AM – 2:30 AM daily, Berlin time "
        "(clocks are set back on October 26, so that 2:30 AM comes twice; which one is not stated), "
        "which is 7:00 AM – 8:30 AM Beijing time (UTC+8; on the first day)"
    )


@pytest.mark.slow
def test_no_zone_changes_its_clocks_twice_within_six_days():
    days = [dt.datetime(2020, 1, 1, 12) + dt.timedelta(days=number) for number in range(365 * 25)]
    changed_back = []
    for key in sorted(zone_keys()):
        tz = zone(key)
        offsets = [tz.utcoffset(day) for day in days]
        changes = [number for number, (before, after) in enumerate(itertools.pairwise(offsets)) if before != after]
        changed_back += [
            (key, days[first])
            for first, second in itertools.pairwise(changes)
            if second - first <= 6 and offsets[first] == offsets[second + 1]
        ]
    assert changed_back == []
