"""Start and end of entries, and the time zones of a calendar."""

from __future__ import annotations

from calendars import lines, only_entry, titles_and_descriptions, with_deadline
from cases import for_each
from confkit import AOE, Days, Hours, Registration, When, ical
from factories import call, conference, deadline, venue


@for_each(
    "at, expected",
    {
        "a day": ("2025-04-13", ["DTSTART;VALUE=DATE:20250413", "DTEND;VALUE=DATE:20250414"]),
        "no hour": ("2025-04-13[AoE]", ["DTSTART;VALUE=DATE:20250413", "DTEND;VALUE=DATE:20250414"]),
        "no zone": ("2025-04-13T23:59", ["DTSTART;VALUE=DATE:20250413", "DTEND;VALUE=DATE:20250414"]),
        "midnight": ("2025-04-13T24:00", ["DTSTART;VALUE=DATE:20250413", "DTEND;VALUE=DATE:20250414"]),
        "anywhere on earth": ("2025-04-13T23:59[AoE]", ["DTSTART:20250414T115900Z"]),
        "offset": ("2025-04-13T23:59+08:00", ["DTSTART:20250413T155900Z"]),
        "midnight in UTC": ("2025-04-13T24:00Z", ["DTSTART:20250414T000000Z"]),
        "IANA zone": ("2025-04-13T23:59[Asia/Shanghai]", ["DTSTART;TZID=Asia/Shanghai:20250413T235900"]),
        "an hour that occurs twice": (
            "2025-11-02T01:30[America/New_York]",
            ["DTSTART;VALUE=DATE:20251102", "DTEND;VALUE=DATE:20251103"],
        ),
        "the second of the two": ("2025-11-02T01:30-05:00[America/New_York]", ["DTSTART:20251102T063000Z"]),
    },
)
def test_deadline_is_at_its_instant_or_on_its_day(at, expected):
    assert lines(only_entry(with_deadline(at)), "DTSTART", "DTEND") == expected


def test_description_of_an_aoe_deadline_shows_the_announced_time():
    ((_, description),) = titles_and_descriptions(with_deadline("2025-04-13T23:59[AoE]"))
    assert description.splitlines()[1] == "Submission deadline: Sunday, April 13, 2025, 11:59 PM AoE (UTC−12)"
    assert with_deadline("2025-04-13T23:59[AoE]").calls[0].deadlines[0].at.zone is AOE


@for_each(
    "fields, expected",
    {
        "days": ({}, ["DTSTART;VALUE=DATE:20270501", "DTEND;VALUE=DATE:20270504", "TRANSP:TRANSPARENT"]),
        "days with hours": (
            {"hours": Hours.parse("09:00-18:00")},
            ["DTSTART;VALUE=DATE:20270501", "DTEND;VALUE=DATE:20270504", "TRANSP:TRANSPARENT"],
        ),
        "a day with hours": (
            {"days": Days.parse("2027-05-01"), "hours": Hours.parse("09:00-18:00"), "timezone": "Europe/Berlin"},
            [
                "DTSTART;TZID=Europe/Berlin:20270501T090000",
                "DTEND;TZID=Europe/Berlin:20270501T180000",
                "TRANSP:OPAQUE",
            ],
        ),
        "past midnight, in the venue's zone": (
            {"days": Days.parse("2027-05-01"), "hours": Hours.parse("18:00-02:00"), "venues": [venue()]},
            [
                "DTSTART;TZID=Asia/Shanghai:20270501T180000",
                "DTEND;TZID=Asia/Shanghai:20270502T020000",
                "TRANSP:OPAQUE",
            ],
        ),
        "until an hour that occurs twice": (
            {
                "days": Days.parse("2027-11-06"),
                "hours": Hours.parse("20:00-01:30"),
                "timezone": "America/New_York",
            },
            ["DTSTART;TZID=America/New_York:20271106T200000", "DTEND:20271107T053000Z", "TRANSP:OPAQUE"],
        ),
        "hours in no zone": (
            {"days": Days.parse("2027-05-01"), "hours": Hours.parse("09:00-18:00")},
            ["DTSTART;VALUE=DATE:20270501", "DTEND;VALUE=DATE:20270502", "TRANSP:TRANSPARENT"],
        ),
    },
)
def test_event_has_times_only_on_one_day_with_hours_and_a_time_zone(fields, expected):
    assert lines(only_entry(conference(**fields)), "DTSTART", "DTEND", "TRANSP") == expected


def test_description_contains_the_hours_of_whole_days():
    ((_, description),) = titles_and_descriptions(conference(hours=Hours.parse("09:00-18:00")))
    assert "9:00 AM – 6:00 PM" in description


def test_each_zone_is_defined_once_before_the_entries():
    two = conference(
        calls=[
            call(
                deadlines=[
                    deadline(id="a", at=When.parse("2027-01-13T12:00[Asia/Shanghai]")),
                    deadline(id="b", at=When.parse("2027-01-14T12:00[Asia/Shanghai]")),
                    deadline(id="c", at=When.parse("2027-01-14T12:00[America/New_York]")),
                ]
            )
        ]
    )
    parts = ical.calendar(two).subcomponents
    assert [(part.name, str(part.get("TZID", ""))) for part in parts] == [
        ("VTIMEZONE", "America/New_York"),
        ("VTIMEZONE", "Asia/Shanghai"),
        *[("VEVENT", "")] * 4,
    ]


@for_each(
    "opens, closes, expected",
    {
        "opens at an offset": ("2027-03-01T00:30+08:00", "2027-03-05", ("20270301", "20270306")),
        "closes anywhere on earth": ("2027-03-01", "2027-03-01T23:59[AoE]", ("20270301", "20270302")),
        "closes at an offset": ("2027-03-01", "2027-03-01T07:00+08:00", ("20270301", "20270302")),
        "closes at 24:00": ("2027-03-01", "2027-03-01T24:00[Asia/Shanghai]", ("20270301", "20270302")),
    },
)
def test_registration_with_a_time_at_one_end_is_on_whole_days(opens, closes, expected):
    registration = Registration(opens=When.parse(opens), closes=When.parse(closes))
    first, last = expected
    assert lines(only_entry(conference(days=None, registration=registration)), "DTSTART", "DTEND") == [
        f"DTSTART;VALUE=DATE:{first}",
        f"DTEND;VALUE=DATE:{last}",
    ]
