"""Times of other programs' events are read as far as they are stated."""

from __future__ import annotations

import pytest

from confkit import Days, Hours
from foreign_calendars import DAY, SUMMER, read_event, times_in_zone, vtimezone

NOON = "DTSTART:20270501T120000Z"


FIXED = ["DTSTART:16010101T000000", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0300"]


HALF = ["DTSTART:16010101T000000", "TZOFFSETFROM:+0530", "TZOFFSETTO:+0530"]


WINTER = [
    "DTSTART:20201025T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
]


NINE_TO_FIVE = ("2027-05-01", "09:00-17:00")


UNKNOWN = [("warning", "read.unknown-zone")]


CUSTOM = [("warning", "read.custom-zone")]


@pytest.mark.parametrize(
    ("before", "lines", "expected", "codes"),
    [
        pytest.param([], [DAY], ("2027-05-01", None, None), [], id="a day"),
        pytest.param([], [DAY, "DURATION:P3D"], ("2027-05-01/2027-05-03", None, None), [], id="three days long"),
        pytest.param([], [DAY, "DURATION:P1W"], ("2027-05-01/2027-05-07", None, None), [], id="a week long"),
        pytest.param([], [NOON, "DTEND:20270501T140000Z"], ("2027-05-01", "12:00-14:00", "UTC"), [], id="hours in UTC"),
        pytest.param([], [NOON, "DURATION:PT2H30M"], ("2027-05-01", "12:00-14:30", "UTC"), [], id="duration"),
        pytest.param(
            [],
            [NOON, "DTEND:20270502T020000Z"],
            ("2027-05-01", "12:00-02:00", "UTC"),
            [],
            id="until after midnight",
        ),
        pytest.param(
            [],
            ["DTSTART:20270501T000000Z", "DTEND:20270503T000000Z"],
            ("2027-05-01/2027-05-02", None, "UTC"),
            [],
            id="from midnight to midnight",
        ),
        pytest.param([], [NOON], ("2027-05-01", None, "UTC"), [("note", "read.hours")], id="no end"),
        pytest.param(
            [],
            [NOON, "DTEND:20270503T150000Z"],
            ("2027-05-01/2027-05-03", None, "UTC"),
            [("note", "read.hours")],
            id="hours over several days",
        ),
        pytest.param(
            [],
            [NOON, "DTEND:20270502T120000Z"],
            ("2027-05-01/2027-05-02", None, "UTC"),
            [("note", "read.hours")],
            id="from noon to noon",
        ),
        pytest.param(
            [],
            ["DTSTART:20270501T120059Z", "DTEND:20270501T140060Z"],
            ("2027-05-01", "12:00-14:00", "UTC"),
            [("note", "read.seconds")],
            id="seconds",
        ),
        pytest.param(
            [],
            ["DTSTART:20270501T120000Z", "DTEND:20270501T120030Z"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours")],
            id="within one minute",
        ),
        pytest.param(
            [],
            ["DTSTART:20270501T090000", "DTEND:20270501T170000"],
            (*NINE_TO_FIVE, None),
            [("warning", "read.floating")],
            id="floating",
        ),
        pytest.param(
            [],
            ["DTSTART:20270501T090000", "DURATION:PT8H"],
            (*NINE_TO_FIVE, None),
            [("warning", "read.floating")],
            id="floating, with a duration",
        ),
        pytest.param(
            [],
            ["DTSTART:20270501"],
            ("2027-05-01", None, None),
            [("warning", "read.date")],
            id="date that does not say so",
        ),
        pytest.param(
            [],
            [DAY, "DTEND;VALUE=DATE:20270501"],
            ("2027-05-01", None, None),
            [("warning", "read.end")],
            id="no day long",
        ),
        pytest.param(
            [],
            [NOON, "DTEND:20270501T110000Z"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours"), ("warning", "read.end")],
            id="end before start",
        ),
        pytest.param(
            [],
            [NOON, "DURATION:-PT1H"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours"), ("warning", "read.end")],
            id="negative duration",
        ),
        pytest.param(
            [],
            [NOON, "DURATION:P9999999W"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours"), ("warning", "read.end")],
            id="duration beyond all years",
        ),
        pytest.param(
            [],
            [NOON, "DURATION:P1"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours"), ("warning", "read.time")],
            id="no duration",
        ),
        pytest.param(
            [],
            [DAY, "DTEND;VALUE=DATE:20270503", "DURATION:P1D"],
            ("2027-05-01/2027-05-02", None, None),
            [("warning", "read.two-ends")],
            id="two ends",
        ),
        pytest.param(
            [],
            [DAY, "DTEND:20270503T120000Z"],
            ("2027-05-01/2027-05-03", None, None),
            [("warning", "read.mixed")],
            id="day and time",
        ),
        pytest.param(
            [],
            [NOON, "DTEND;VALUE=DATE:20270503"],
            ("2027-05-01/2027-05-02", None, None),
            [("warning", "read.mixed")],
            id="time and day",
        ),
        pytest.param([], ["DTSTART:20271301"], (None, None, None), [("warning", "read.time")], id="no such month"),
        pytest.param(
            [], ["DTSTART:20270501T250000"], (None, None, None), [("warning", "read.time")], id="no such hour"
        ),
        pytest.param([], ["DTSTART:20270230T120000"], (None, None, None), [("warning", "read.time")], id="no such day"),
        pytest.param([], [], (None, None, None), [("warning", "read.no-start")], id="no start"),
        pytest.param(
            [],
            ["DURATION:PT1H"],
            (None, None, None),
            [("warning", "read.no-start")],
            id="duration alone",
        ),
        pytest.param(
            [],
            times_in_zone("Asia/Tokyo"),
            (*NINE_TO_FIVE, "Asia/Tokyo"),
            [("warning", "read.undeclared-zone")],
            id="no VTIMEZONE",
        ),
        pytest.param(
            vtimezone("Europe/Berlin", SUMMER, WINTER),
            times_in_zone("Europe/Berlin"),
            (*NINE_TO_FIVE, "Europe/Berlin"),
            [],
            id="VTIMEZONE",
        ),
        pytest.param(
            vtimezone("Europe/Berlin", SUMMER, WINTER),
            ("DTSTART;TZID=Europe/Berlin:20270328T023000", "DTEND;TZID=Europe/Berlin:20271031T023000"),
            ("2027-03-28/2027-10-31", None, "Europe/Berlin"),
            [("note", "read.hours")],
            id="hours that the clocks leave out and show twice",
        ),
        pytest.param(
            vtimezone("Europe/Berlin", FIXED),
            times_in_zone("Europe/Berlin"),
            (*NINE_TO_FIVE, "Europe/Berlin"),
            [("warning", "read.zone-differs")],
            id="VTIMEZONE that says something else",
        ),
        pytest.param(
            vtimezone("Tokyo Standard Time", FIXED[:1]),
            times_in_zone("Tokyo Standard Time"),
            (*NINE_TO_FIVE, "Asia/Tokyo"),
            [("note", "read.windows-zone")],
            id="name of Windows",
        ),
        pytest.param(
            vtimezone("/example.org/2027_1/Asia/Tokyo"),
            times_in_zone("/example.org/2027_1/Asia/Tokyo"),
            (*NINE_TO_FIVE, "Asia/Tokyo"),
            [("note", "read.zone-name")],
            id="prefix",
        ),
        pytest.param([], times_in_zone("/example.org/Tokyo"), (*NINE_TO_FIVE, None), UNKNOWN, id="prefix of nothing"),
        pytest.param(
            vtimezone("Tokyo", extra=["X-LIC-LOCATION:Asia/Tokyo"]),
            times_in_zone("Tokyo"),
            (*NINE_TO_FIVE, "Asia/Tokyo"),
            [("note", "read.zone-name")],
            id="X-LIC-LOCATION",
        ),
        pytest.param([], times_in_zone("Tokyo"), (*NINE_TO_FIVE, None), UNKNOWN, id="nobody knows"),
        pytest.param(
            vtimezone("Mine", FIXED), times_in_zone("Mine"), (*NINE_TO_FIVE, "Etc/GMT-3"), CUSTOM, id="whole hours"
        ),
        pytest.param(
            vtimezone("Mine", HALF),
            times_in_zone("Mine"),
            ("2027-05-01", "03:30-11:30", "UTC"),
            CUSTOM,
            id="half hours",
        ),
        pytest.param(
            vtimezone("Mine", SUMMER, WINTER),
            times_in_zone("Mine"),
            (*NINE_TO_FIVE, "Etc/GMT-2"),
            CUSTOM,
            id="summer time",
        ),
        pytest.param(
            vtimezone("Mine", ["DTSTART:20200101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000"]),
            times_in_zone("Mine"),
            (*NINE_TO_FIVE, "UTC"),
            CUSTOM,
            id="as UTC",
        ),
        pytest.param(
            vtimezone("Mine", HALF),
            ["DTSTART;TZID=Mine:00010101T000000"],
            ("0001-01-01", None, None),
            [*UNKNOWN, ("note", "read.hours")],
            id="before all years",
        ),
        pytest.param(
            [],
            ["DTSTART;TZID=America/New_York:20270501T090000", "DTEND:20270501T150000Z"],
            ("2027-05-01", "09:00-11:00", "America/New_York"),
            [("warning", "read.undeclared-zone")],
            id="two zones",
        ),
        pytest.param(
            [],
            ["DTSTART;TZID=Asia/Tokyo:99991230T090000", "DTEND:99991231T235959Z"],
            ("9999-12-30/9999-12-31", None, "Asia/Tokyo"),
            [("warning", "read.undeclared-zone"), ("note", "read.hours")],
            id="end of all years",
        ),
        pytest.param(
            [],
            ["DTSTART:00010101T000000", "DTEND;TZID=America/New_York:00010101T000000"],
            ("0001-01-01", None, None),
            [("warning", "read.floating"), ("warning", "read.undeclared-zone")],
            id="nothing before all years",
        ),
        pytest.param(
            [],
            ["DTSTART;TZID=Asia/Tokyo:00010101T000000", "DURATION:PT8H"],
            ("0001-01-01", None, "Asia/Tokyo"),
            [("warning", "read.undeclared-zone"), ("note", "read.hours"), ("warning", "read.end")],
            id="start of all years",
        ),
    ],
)
def test_times_are_read_as_far_as_they_are_stated(before, lines, expected, codes):
    found, findings = read_event(*lines, before=before)
    days, hours, zone = expected
    assert (found.days, found.hours, found.timezone) == (
        days and Days.parse(days), hours and Hours.parse(hours), zone,
    )  # fmt: skip
    assert [(one.level, one.code) for one in findings] == codes


# A rule that ended, one that begins later, listed changes; the times of `zoned` are in May 2027.
EARLIER = ["DTSTART:20000101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0400"]


@pytest.mark.parametrize(
    ("observances", "zone"),
    [
        pytest.param([EARLIER, [*SUMMER[:3], f"{SUMMER[3]};UNTIL=20220327T010000Z"]], "Etc/GMT-2", id="ended rule"),
        pytest.param([EARLIER, ["DTSTART:20280101T000000", *FIXED[1:]]], "Etc/GMT-4", id="not yet"),
        pytest.param([["DTSTART:20280101T000000", *EARLIER[1:]]], "UTC", id="before all"),
        pytest.param([[*EARLIER, "RDATE:20261225T000000,20300101T000000"], FIXED], "Etc/GMT-4", id="listed"),
        pytest.param([EARLIER, [*FIXED, "RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=5MO"]], None, id="fifth of a month"),
        pytest.param([["DTSTART:20200101", *FIXED[1:]]], "Etc/GMT-3", id="onset on a day"),
        pytest.param([[*FIXED[:1], "TZOFFSETFROM:-033000", "TZOFFSETTO:-030000"]], "Etc/GMT+3", id="seconds"),
        pytest.param([[*FIXED, "RRULE:FREQ=SECONDLY"]], None, id="rule of no zone"),
        pytest.param([[*FIXED, "RRULE:FREQ=YEARLY;BYMONTH=13;BYDAY=1SU"]], None, id="no such month"),
        pytest.param([[*FIXED, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=1SU;UNTIL=soon"]], None, id="no such end"),
        pytest.param([[*SUMMER, SUMMER[3]]], None, id="two rules"),
        pytest.param([[*FIXED, "RDATE:soon"]], None, id="no such change"),
        pytest.param([[*FIXED, "RDATE:" + "20200101T000000," * 1000 + "20200102T000000"]], None, id="too many changes"),
        pytest.param([["DTSTART:never", *FIXED[1:]]], None, id="no onset"),
        pytest.param([[*FIXED[:2], "TZOFFSETTO:+5744"]], None, id="no such offset"),
        pytest.param([[*FIXED[:2], "TZOFFSETTO:3"]], None, id="no offset"),
        pytest.param([], None, id="no observance"),
    ],
)
def test_rules_of_an_unknown_zone_give_the_offset_where_they_are_plain(observances, zone):
    found, findings = read_event(*times_in_zone("Mine"), before=vtimezone("Mine", *observances))
    assert (found.timezone, [(one.level, one.code) for one in findings]) == (zone, CUSTOM if zone else UNKNOWN)
