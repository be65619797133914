"""Times and time zones of other programs are read, with findings where they are incomplete."""

from __future__ import annotations

from cases import for_each
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


@for_each(
    "before, lines, expected, codes",
    {
        "a day": ([], [DAY], ("2027-05-01", None, None), []),
        "three days long": ([], [DAY, "DURATION:P3D"], ("2027-05-01/2027-05-03", None, None), []),
        "a week long": ([], [DAY, "DURATION:P1W"], ("2027-05-01/2027-05-07", None, None), []),
        "hours in UTC": ([], [NOON, "DTEND:20270501T140000Z"], ("2027-05-01", "12:00-14:00", "UTC"), []),
        "duration": ([], [NOON, "DURATION:PT2H30M"], ("2027-05-01", "12:00-14:30", "UTC"), []),
        "until after midnight": ([], [NOON, "DTEND:20270502T020000Z"], ("2027-05-01", "12:00-02:00", "UTC"), []),
        "from midnight to midnight": (
            [],
            ["DTSTART:20270501T000000Z", "DTEND:20270503T000000Z"],
            ("2027-05-01/2027-05-02", None, "UTC"),
            [],
        ),
        "no end": ([], [NOON], ("2027-05-01", None, "UTC"), [("note", "read.hours")]),
        "hours over several days": (
            [],
            [NOON, "DTEND:20270503T150000Z"],
            ("2027-05-01/2027-05-03", None, "UTC"),
            [("note", "read.hours")],
        ),
        "from noon to noon": (
            [],
            [NOON, "DTEND:20270502T120000Z"],
            ("2027-05-01/2027-05-02", None, "UTC"),
            [("note", "read.hours")],
        ),
        "seconds": (
            [],
            ["DTSTART:20270501T120059Z", "DTEND:20270501T140060Z"],
            ("2027-05-01", "12:00-14:00", "UTC"),
            [("note", "read.seconds")],
        ),
        "within one minute": (
            [],
            ["DTSTART:20270501T120000Z", "DTEND:20270501T120030Z"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours")],
        ),
        "floating": (
            [],
            ["DTSTART:20270501T090000", "DTEND:20270501T170000"],
            (*NINE_TO_FIVE, None),
            [("warning", "read.floating")],
        ),
        "floating, with a duration": (
            [],
            ["DTSTART:20270501T090000", "DURATION:PT8H"],
            (*NINE_TO_FIVE, None),
            [("warning", "read.floating")],
        ),
        "date that does not say so": ([], ["DTSTART:20270501"], ("2027-05-01", None, None), [("warning", "read.date")]),
        "no day long": ([], [DAY, "DTEND;VALUE=DATE:20270501"], ("2027-05-01", None, None), [("warning", "read.end")]),
        "end before start": (
            [],
            [NOON, "DTEND:20270501T110000Z"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours"), ("warning", "read.end")],
        ),
        "negative duration": (
            [],
            [NOON, "DURATION:-PT1H"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours"), ("warning", "read.end")],
        ),
        "duration beyond all years": (
            [],
            [NOON, "DURATION:P9999999W"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours"), ("warning", "read.end")],
        ),
        "no duration": (
            [],
            [NOON, "DURATION:P1"],
            ("2027-05-01", None, "UTC"),
            [("note", "read.hours"), ("warning", "read.time")],
        ),
        "two ends": (
            [],
            [DAY, "DTEND;VALUE=DATE:20270503", "DURATION:P1D"],
            ("2027-05-01/2027-05-02", None, None),
            [("warning", "read.two-ends")],
        ),
        "day and time": (
            [],
            [DAY, "DTEND:20270503T120000Z"],
            ("2027-05-01/2027-05-03", None, None),
            [("warning", "read.mixed")],
        ),
        "time and day": (
            [],
            [NOON, "DTEND;VALUE=DATE:20270503"],
            ("2027-05-01/2027-05-02", None, None),
            [("warning", "read.mixed")],
        ),
        "no such month": ([], ["DTSTART:20271301"], (None, None, None), [("warning", "read.time")]),
        "no such hour": ([], ["DTSTART:20270501T250000"], (None, None, None), [("warning", "read.time")]),
        "no such day": ([], ["DTSTART:20270230T120000"], (None, None, None), [("warning", "read.time")]),
        "no start": ([], [], (None, None, None), [("warning", "read.no-start")]),
        "duration alone": ([], ["DURATION:PT1H"], (None, None, None), [("warning", "read.no-start")]),
        "no VTIMEZONE": (
            [],
            times_in_zone("Asia/Tokyo"),
            (*NINE_TO_FIVE, "Asia/Tokyo"),
            [("warning", "read.undeclared-zone")],
        ),
        "VTIMEZONE": (
            vtimezone("Europe/Berlin", SUMMER, WINTER),
            times_in_zone("Europe/Berlin"),
            (*NINE_TO_FIVE, "Europe/Berlin"),
            [],
        ),
        "hours that the clocks leave out and show twice": (
            vtimezone("Europe/Berlin", SUMMER, WINTER),
            ("DTSTART;TZID=Europe/Berlin:20270328T023000", "DTEND;TZID=Europe/Berlin:20271031T023000"),
            ("2027-03-28/2027-10-31", None, "Europe/Berlin"),
            [("note", "read.hours")],
        ),
        "VTIMEZONE that says something else": (
            vtimezone("Europe/Berlin", FIXED),
            times_in_zone("Europe/Berlin"),
            (*NINE_TO_FIVE, "Europe/Berlin"),
            [("warning", "read.zone-differs")],
        ),
        "name of Windows": (
            vtimezone("Tokyo Standard Time", FIXED[:1]),
            times_in_zone("Tokyo Standard Time"),
            (*NINE_TO_FIVE, "Asia/Tokyo"),
            [("note", "read.windows-zone")],
        ),
        "prefix": (
            vtimezone("/example.org/2027_1/Asia/Tokyo"),
            times_in_zone("/example.org/2027_1/Asia/Tokyo"),
            (*NINE_TO_FIVE, "Asia/Tokyo"),
            [("note", "read.zone-name")],
        ),
        "prefix before an unknown name": ([], times_in_zone("/example.org/Tokyo"), (*NINE_TO_FIVE, None), UNKNOWN),
        "X-LIC-LOCATION": (
            vtimezone("Tokyo", extra=["X-LIC-LOCATION:Asia/Tokyo"]),
            times_in_zone("Tokyo"),
            (*NINE_TO_FIVE, "Asia/Tokyo"),
            [("note", "read.zone-name")],
        ),
        "nobody knows": ([], times_in_zone("Tokyo"), (*NINE_TO_FIVE, None), UNKNOWN),
        "whole hours": (vtimezone("Mine", FIXED), times_in_zone("Mine"), (*NINE_TO_FIVE, "Etc/GMT-3"), CUSTOM),
        "half hours": (vtimezone("Mine", HALF), times_in_zone("Mine"), ("2027-05-01", "03:30-11:30", "UTC"), CUSTOM),
        "summer time": (vtimezone("Mine", SUMMER, WINTER), times_in_zone("Mine"), (*NINE_TO_FIVE, "Etc/GMT-2"), CUSTOM),
        "as UTC": (
            vtimezone("Mine", ["DTSTART:20200101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000"]),
            times_in_zone("Mine"),
            (*NINE_TO_FIVE, "UTC"),
            CUSTOM,
        ),
        "before all years": (
            vtimezone("Mine", HALF),
            ["DTSTART;TZID=Mine:00010101T000000"],
            ("0001-01-01", None, None),
            [*UNKNOWN, ("note", "read.hours")],
        ),
        "two zones": (
            [],
            ["DTSTART;TZID=America/New_York:20270501T090000", "DTEND:20270501T150000Z"],
            ("2027-05-01", "09:00-11:00", "America/New_York"),
            [("warning", "read.undeclared-zone")],
        ),
        "end of all years": (
            [],
            ["DTSTART;TZID=Asia/Tokyo:99991230T090000", "DTEND:99991231T235959Z"],
            ("9999-12-30/9999-12-31", None, "Asia/Tokyo"),
            [("warning", "read.undeclared-zone"), ("note", "read.hours")],
        ),
        "nothing before all years": (
            [],
            ["DTSTART:00010101T000000", "DTEND;TZID=America/New_York:00010101T000000"],
            ("0001-01-01", None, None),
            [("warning", "read.floating"), ("warning", "read.undeclared-zone")],
        ),
        "start of all years": (
            [],
            ["DTSTART;TZID=Asia/Tokyo:00010101T000000", "DURATION:PT8H"],
            ("0001-01-01", None, "Asia/Tokyo"),
            [("warning", "read.undeclared-zone"), ("note", "read.hours"), ("warning", "read.end")],
        ),
    },
)
def test_times_are_read_with_findings(before, lines, expected, codes):
    found, findings = read_event(*lines, before=before)
    days, hours, zone = expected
    assert (found.days, found.hours, found.timezone) == (
        days and Days.parse(days), hours and Hours.parse(hours), zone,
    )  # fmt: skip
    assert [(finding.level, finding.code) for finding in findings] == codes


# The event is in May 2027: after the end of some rules, before the start of others.
EARLIER = ["DTSTART:20000101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0400"]


@for_each(
    "observances, zone",
    {
        "ended rule": ([EARLIER, [*SUMMER[:3], f"{SUMMER[3]};UNTIL=20220327T010000Z"]], "Etc/GMT-2"),
        "not yet": ([EARLIER, ["DTSTART:20280101T000000", *FIXED[1:]]], "Etc/GMT-4"),
        "before all": ([["DTSTART:20280101T000000", *EARLIER[1:]]], "UTC"),
        "listed": ([[*EARLIER, "RDATE:20261225T000000,20300101T000000"], FIXED], "Etc/GMT-4"),
        "fifth of a month": ([EARLIER, [*FIXED, "RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=5MO"]], None),
        "onset on a day": ([["DTSTART:20200101", *FIXED[1:]]], "Etc/GMT-3"),
        "seconds": ([[*FIXED[:1], "TZOFFSETFROM:-033000", "TZOFFSETTO:-030000"]], "Etc/GMT+3"),
        "rule that time zones do not use": ([[*FIXED, "RRULE:FREQ=SECONDLY"]], None),
        "no such month": ([[*FIXED, "RRULE:FREQ=YEARLY;BYMONTH=13;BYDAY=1SU"]], None),
        "no such end": ([[*FIXED, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=1SU;UNTIL=soon"]], None),
        "two rules": ([[*SUMMER, SUMMER[3]]], None),
        "no such change": ([[*FIXED, "RDATE:soon"]], None),
        "too many changes": ([[*FIXED, "RDATE:" + "20200101T000000," * 1000 + "20200102T000000"]], None),
        "no onset": ([["DTSTART:never", *FIXED[1:]]], None),
        "no such offset": ([[*FIXED[:2], "TZOFFSETTO:+5744"]], None),
        "no offset": ([[*FIXED[:2], "TZOFFSETTO:3"]], None),
        "no observance": ([], None),
    },
)
def test_simple_rules_of_an_unknown_zone_give_its_offset(observances, zone):
    found, findings = read_event(*times_in_zone("Mine"), before=vtimezone("Mine", *observances))
    assert (found.timezone, [(finding.level, finding.code) for finding in findings]) == (
        zone,
        CUSTOM if zone else UNKNOWN,
    )
