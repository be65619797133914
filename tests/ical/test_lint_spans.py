"""The linter compares starts and ends in different time zones, which the file or the database defines."""

from __future__ import annotations

import time

import pytest

from cases import for_each
from confkit import ical
from valid_calendars import calendar, event


def zone(name: str, *observances: str, extra: str = "") -> str:
    """Return a VTIMEZONE of observances, each one given as its onset, its two offsets and further lines."""
    rows = [f"BEGIN:VTIMEZONE\nTZID:{name}\n{extra}".strip()]
    for observance in observances:
        onset, before, after, *rest = observance.split(" ")
        stated = (f"DTSTART:{onset}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", *rest)
        rows.append("\n".join(("BEGIN:STANDARD", *stated, "END:STANDARD")))
    return "\n".join((*rows, "END:VTIMEZONE"))


SUMMER = "19810329T010000 +0000 +0100 RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"
WINTER = "19961027T020000 +0100 +0000 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"
LONDON = zone("London", SUMMER, WINTER)
KYOTO = zone("Kyoto", "19700101T000000 +0900 +0900")


def spans(start: str, end: str, *zones: str) -> list[tuple[str, int | None]]:
    """Return the findings for an event with this start and end, such as ``Kyoto:20270501T090000``."""
    lines = [
        name + (f":{stamp}" if stamp.endswith("Z") else f";TZID={stamp}")
        for name, stamp in (("DTSTART", start), ("DTEND", end))
    ]
    data = calendar(*zones, event(*lines).replace("DTSTART:20270501T090000Z\n", "", 1))
    found = [(finding.code, finding.where.line) for finding in ical.lint(data) if finding.where]
    first = data[: data.index(b"DTEND")].count(b"\n") + 1
    return [(code, (line or 0) - first) for code, line in found if code != "ical.zone-undeclared"]


# A start, an end that is not later, the earliest end that is later, and the time zones of the file.
CASES = {
    "utc and a zone of the file": ("20270501T090000Z", "London:20270501T100000", "London:20270501T100001", [LONDON]),
    "a zone of the file and utc": ("London:20271101T100000", "20271101T100000Z", "20271101T100001Z", [LONDON]),
    "two zones of the file": (
        "Kyoto:20270501T090000",
        "London:20270501T010000",
        "London:20270501T010001",
        [LONDON, KYOTO],
    ),
    "a name that the file uses otherwise": (
        "20270501T120000Z",
        "Asia/Tokyo:20270501T130000",
        "Asia/Tokyo:20270501T130001",
        [zone("Asia/Tokyo", "19700101T000000 +0100 +0100")],
    ),
    "an undeclared key": (
        "America/New_York:20270501T090000",
        "Europe/Berlin:20270501T150000",
        "Europe/Berlin:20270501T150001",
        [],
    ),
    "an undeclared name of Windows": (
        "20270501T090000Z",
        "Tokyo Standard Time:20270501T180000",
        "Tokyo Standard Time:20270501T180001",
        [],
    ),
    "a key behind a prefix": (
        "20270501T090000Z",
        "/example.org/Asia/Tokyo:20270501T180000",
        "/example.org/Asia/Tokyo:20270501T180001",
        [],
    ),
    "rules that are not followed, and a key": (
        "20270501T090000Z",
        "Asia/Tokyo:20270501T180000",
        "Asia/Tokyo:20270501T180001",
        [zone("Asia/Tokyo", "19700101T000000 +0100 +0100 RRULE:FREQ=HOURLY")],
    ),
    "rules that are not followed, and a key beside them": (
        "20270501T090000Z",
        "Edo:20270501T180000",
        "Edo:20270501T180001",
        [zone("Edo", "19700101T000000 +0100 +0100 RRULE:FREQ=HOURLY", extra="X-LIC-LOCATION:Asia/Tokyo")],
    ),
    "listed changes": (
        "20270501T090000Z",
        "Mine:20270501T120000",
        "Mine:20270501T120001",
        [zone("Mine", "20200101T000000 +0100 +0300 RDATE:20270101T000000 RDATE:20280101T000000")],
    ),
    "before the first change": (
        "20270501T090000Z",
        "Mine:20270501T100000",
        "Mine:20270501T100001",
        [zone("Mine", "20280101T000000 +0100 +0300")],
    ),
    "before a rule begins": ("19600501T090000Z", "London:19600501T090000", "London:19600501T090001", [LONDON]),
    "the last year": ("99991231T090000Z", "London:99991231T090000", "London:99991231T090001", [LONDON]),
    "an hour that occurs twice is the first": (
        "20271031T003000Z",
        "London:20271031T013000",
        "London:20271031T013001",
        [LONDON],
    ),
    "a start in an hour that occurs twice": (
        "London:20271031T013000",
        "20271031T003000Z",
        "20271031T003001Z",
        [LONDON],
    ),
    "an hour that is left out counts as before the change": (
        "20270328T013000Z",
        "London:20270328T013000",
        "London:20270328T013001",
        [LONDON],
    ),
    "an undeclared hour that occurs twice": (
        "20271031T003000Z",
        "Europe/London:20271031T013000",
        "Europe/London:20271031T013001",
        [],
    ),
    "an unknown zone, against utc": (
        "20270501T090000Z",
        "Nowhere:20270430T210000",
        "Nowhere:20270430T210001",
        [],
    ),
    "utc, against an unknown zone": (
        "Nowhere:20270501T090000",
        "20270430T190000Z",
        "20270430T190001Z",
        [],
    ),
    "the first day": ("Kyoto:00010101T000000", "Etc/GMT-14:00010101T020000", "Nowhere:99991231T235959", [KYOTO]),
    "two unknown zones": (
        "Nowhere:20270501T090000",
        "Elsewhere:20270430T070000",
        "Elsewhere:20270430T070001",
        [],
    ),
}


@for_each("start, end, later, zones", CASES)
def test_lint_finds_an_end_at_or_before_its_start_in_another_zone(
    start: str, end: str, later: str, zones: list[str]
) -> None:
    assert spans(start, end, *zones) == [("ical.end", 0)]
    assert spans(start, later, *zones) == []


def test_lint_checks_a_to_do_with_a_zone_that_is_defined_after_it() -> None:
    to_do = event("DUE;TZID=Kyoto:20270501T180000").replace("VEVENT", "VTODO")
    assert [
        (finding.code, finding.where and finding.where.line, finding.rule)
        for finding in ical.lint(calendar(to_do, KYOTO))
    ] == [("ical.end", 8, "RFC 5545 3.8.2.3")]
    assert ical.lint(calendar(to_do.replace("180000", "180001"), KYOTO)) == ()


@for_each(
    "start, end",
    {
        "year nought": ("20270501T090000Z", "Kyoto:00000501T090000"),
        "leap second": ("Kyoto:20270501T090060", "20270501T000000Z"),
    },
)
def test_lint_does_not_compare_instants_that_cannot_be_computed(start: str, end: str) -> None:
    assert spans(start, end, KYOTO) == []


def test_lint_compares_no_zones_outside_a_calendar() -> None:
    data = event("DTEND;TZID=Kyoto:20270430T180000").replace("\n", "\r\n").encode()
    assert [finding.code for finding in ical.lint(data + b"\r\n")] == ["ical.outside"]


MANY = "19700101T000000 +0000 +0100 RRULE:FREQ=YEARLY;BYMONTH={};BYDAY=-1SU"
HOSTILE = {
    "rules": [MANY.format(n % 12 + 1) for n in range(2_000)],
    "as many rules as are followed": [MANY.format(n % 12 + 1) for n in range(30)],
    "dates": [f"19700101T000000 +0000 +0100 RDATE:{','.join(['20270101T000000'] * 500)}"] * 100,
    "a rule for each second": ["19700101T000000 +0000 +0100 RRULE:FREQ=SECONDLY;BYSECOND=" + "1," * 9000 + "1"],
}


@pytest.mark.slow
@for_each("observances", HOSTILE)
def test_lint_of_a_hostile_zone_ends_in_time(observances: list[str]) -> None:
    entry = event("DTEND;TZID=Mine:20270501T180000")
    data = calendar(*(entry.replace("UID:a", f"UID:{n}") for n in range(3_000)), zone("Mine", *observances))
    before = time.process_time()
    ical.lint(data)
    assert time.process_time() - before < 20
