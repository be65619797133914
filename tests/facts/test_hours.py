"""Hours of an event, on its own clock and on the reader's."""

import pytest

from confkit import AOE, Days, Hours, Pending, zone
from factories import conference, venue
from telling import told


@pytest.mark.parametrize(
    ("there", "said"),
    [
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
    ],
)
def test_hours_are_told_on_the_readers_clock_too(there, said):
    event = conference(venues=[venue()], hours=Hours.parse("09:00-18:00"))
    assert told(event, zone=zone(there) if there else None)["hours"] == said


def test_hours_of_days_over_a_change_of_clocks_are_those_of_the_first():
    event = conference(venues=[venue()], hours=Hours.parse("09:00-18:00"), days=Days.parse("2027-03-27/2027-03-28"))
    assert (
        told(event, "zh", zone=zone("Europe/Berlin"))["hours"]
        == "北京时间每日09:00–18:00，即柏林时间02:00–11:00（首日）"
    )


@pytest.mark.parametrize("days", [None, Pending("tbd"), Days.parse("2027-05")], ids=str)
def test_hours_without_a_day_are_told_on_the_clock_of_the_event(days):
    event = conference(timezone="Europe/Berlin", hours=Hours.parse("09:00-18:00"), days=days)
    assert told(event, zone=zone("Asia/Tokyo"))["hours"] == "9:00 AM – 6:00 PM Berlin time"


def test_hours_without_a_zone_are_local():
    assert told(conference(hours=Hours.parse("09:00-18:00")))["hours"] == "9:00 AM – 6:00 PM daily, local time"


def test_hours_that_the_readers_clock_does_not_have_are_told_on_the_clock_of_the_event():
    ancient = conference(timezone="UTC", hours=Hours.parse("09:00-18:00"), days=Days.parse("1800-01-01"))
    folded = conference(timezone="UTC", hours=Hours.parse("00:30-01:30"), days=Days.parse("2027-10-31"))
    first = conference(timezone="UTC", hours=Hours.parse("00:30-01:30"), days=Days.parse("0001-01-01"))
    said = [
        told(event, zone=zone(key))["hours"]
        for event, key in ((ancient, "Europe/Berlin"), (folded, "Europe/Berlin"), (first, "America/New_York"))
    ]
    assert [", which is" in words for words in said] == [False, False, False]


@pytest.mark.parametrize(
    ("fields", "english", "chinese"),
    [
        ({"days": Days.parse("2027-05-01")}, "6:00 PM – 2:00 AM the next day, local time", "当地时间18:00至次日02:00"),
        ({}, "daily, 6:00 PM – 2:00 AM the next day, local time", "当地时间每日18:00至次日02:00"),
        (
            {"timezone": "Etc/GMT-8"},
            "daily, 6:00 PM – 2:00 AM the next day, UTC+8",
            "每日18:00至次日02:00（UTC+8）",
        ),
    ],
)
def test_hours_past_midnight_name_the_next_day(fields, english, chinese):
    event = conference(hours=Hours.parse("18:00-02:00"), **fields)
    assert [told(event, tag)["hours"] for tag in ("en", "zh")] == [english, chinese]


@pytest.mark.parametrize(
    ("hours", "there", "english", "chinese"),
    [
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
    ],
)
def test_hours_elsewhere_say_on_which_day_they_are(hours, there, english, chinese):
    event = conference(timezone="Asia/Shanghai", hours=Hours.parse(hours), days=Days.parse("2026-01-02"))
    said = [told(event, tag, zone=there)["hours"] for tag in ("en", "zh")]
    assert [said[0].partition("which is ")[2], said[1].partition("，即")[2]] == [english, chinese]


@pytest.mark.parametrize(
    ("language", "here", "there"),
    [
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
    ],
)
def test_hours_on_another_day_elsewhere_name_it(language, here, there):
    evening = conference(
        timezone="America/Los_Angeles", hours=Hours.parse("18:00-02:00"), days=Days.parse("2026-05-20")
    )
    joint = "，即" if language.startswith("zh") else ", which is "
    assert told(evening, language, zone=zone("Europe/Berlin"))["hours"] == f"{here}{joint}{there}"


@pytest.mark.parametrize(
    ("days", "english", "chinese"),
    [
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
    ],
)
def test_hours_of_several_days_on_others_elsewhere_name_the_first(days, english, chinese):
    event = conference(timezone="America/Los_Angeles", hours=Hours.parse("18:00-02:00"), days=Days.parse(days))
    said = [told(event, tag, zone=zone("Europe/Berlin"))["hours"] for tag in ("en", "zh")]
    assert [said[0].partition("which is ")[2], said[1].partition("，即")[2]] == [english, chinese]
