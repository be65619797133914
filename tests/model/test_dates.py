import copy
import datetime as dt
import pickle

import pytest

from confkit import Days, Hours, PartialDate, Pending, Text
from confkit.errors import InvalidValueError


def refused(make):
    with pytest.raises(InvalidValueError) as error:
        make()
    return [(finding.code, finding.path) for finding in error.value.findings]


def test_date_has_a_first_and_a_last_day():
    cases = [
        ("2025", "year", dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
        ("2025-04", "month", dt.date(2025, 4, 1), dt.date(2025, 4, 30)),
        ("2024-02", "month", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2025-12", "month", dt.date(2025, 12, 1), dt.date(2025, 12, 31)),
        ("2025-04-13", "day", dt.date(2025, 4, 13), dt.date(2025, 4, 13)),
        ("0001", "year", dt.date(1, 1, 1), dt.date(1, 12, 31)),
        ("9999-12", "month", dt.date(9999, 12, 1), dt.date(9999, 12, 31)),
    ]
    for text, precision, first, last in cases:
        date = PartialDate.parse(text)
        assert (str(date), date.precision, date.first, date.last) == (text, precision, first, last), text


def test_order_of_overlapping_dates_is_unknown():
    cases = [
        ("2025-04-12", "2025-04-13", True),
        ("2025-04-13", "2025-04-13", False),
        ("2025-04-14", "2025-04-13", False),
        ("2025-03", "2025-04", True),
        ("2025-04", "2025", None),
        ("2025", "2025", None),
        ("2025-04-01", "2025-04", None),
        ("2025-04-30", "2025-04", False),
        ("2025-04", "2025-04-01", False),
        ("2025-04", "2025-04-02", None),
        ("2024", "2025-01-01", True),
    ]
    for date, other, before in cases:
        assert PartialDate.parse(date).before(PartialDate.parse(other)) is before, date


def test_invalid_value_is_refused_with_its_field():
    cases = [
        (lambda: PartialDate(2025, 2, 29), [("date.none", "")]),
        (lambda: PartialDate(2025, 13), [("date.none", "")]),
        (lambda: PartialDate(2025, 0), [("date.none", "")]),
        (lambda: PartialDate(2025, 4, 0), [("date.none", "")]),
        (lambda: PartialDate(0), [("date.none", "")]),
        (lambda: PartialDate(10_000), [("date.none", "")]),
        (lambda: PartialDate(10**5000), [("date.none", "")]),
        (lambda: PartialDate(2025, None, 4), [("date.precision", "day")]),
        (lambda: PartialDate(True), [("value.type", "year")]),
        (lambda: PartialDate("2025"), [("value.type", "year")]),
        (lambda: PartialDate(None), [("value.type", "year")]),
        (lambda: PartialDate(2025, 4.0), [("value.type", "month")]),
        (lambda: PartialDate(2025, 4, False), [("value.type", "day")]),
        (lambda: PartialDate.parse("April 2025"), [("date.text", "")]),
        (lambda: PartialDate.parse("2025-4"), [("date.text", "")]),
        (lambda: PartialDate.parse("２０２５"), [("date.text", "")]),
        (lambda: PartialDate.parse("2025\n"), [("date.text", "")]),
        (lambda: PartialDate.parse(2025), [("value.type", "")]),
        (lambda: PartialDate.parse(None), [("value.type", "")]),
        (lambda: PartialDate.of(dt.datetime(2025, 4, 13)), [("value.type", "")]),
        (lambda: PartialDate.of("2025-04-13"), [("value.type", "")]),
        (lambda: PartialDate(2025).before(dt.date(2025, 1, 1)), [("value.type", "")]),
        (lambda: Days(PartialDate(2025, 6, 8), PartialDate(2025, 6, 7)), [("days.order", "last")]),
        (lambda: Days("2025"), [("value.type", "first")]),
        (lambda: Days(None), [("value.type", "first")]),
        (lambda: Days(dt.datetime(2025, 6, 7)), [("value.type", "first")]),
        (lambda: Days(PartialDate(2025), None), [("value.type", "last")]),
        (lambda: Days.parse("2025/2026/2027"), [("days.text", "")]),
        (lambda: Days.parse("2025-06-07/"), [("date.text", "")]),
        (lambda: Days.parse(2025), [("value.type", "")]),
        (lambda: Hours(dt.time(9), dt.time(9)), [("hours.empty", "closes")]),
        (lambda: Hours(dt.time(9, tzinfo=dt.UTC), dt.time(18)), [("hours.time", "opens")]),
        (lambda: Hours(dt.time(9), dt.time(18, 0, 1)), [("hours.time", "closes")]),
        (lambda: Hours("09:00", dt.time(18)), [("value.type", "opens")]),
        (lambda: Hours.parse("9-18"), [("hours.text", "")]),
        (lambda: Hours.parse("09:00-25:00"), [("hours.text", "")]),
        (lambda: Hours.parse(None), [("value.type", "")]),
        (lambda: Pending("soon"), [("value.choice", "reason")]),
        (lambda: Pending(None), [("value.choice", "reason")]),
        (lambda: Pending("tbd", rule="each month"), [("pending.rule", "rule")]),
        (lambda: Pending("rolling", rule=3), [("text.type", "rule")]),
    ]
    for make, expected in cases:
        assert refused(make) == expected, make


def test_days_include_both_ends():
    cases = [
        ("2025-06-07", PartialDate(2025, 6, 7), PartialDate(2025, 6, 7), True),
        ("2025-06-07/2025-06-09", PartialDate(2025, 6, 7), PartialDate(2025, 6, 9), True),
        ("2025-06/2025-07", PartialDate(2025, 6), PartialDate(2025, 7), False),
        ("2025-06-07/2025", PartialDate(2025, 6, 7), PartialDate(2025), False),
        ("2025", PartialDate(2025), PartialDate(2025), False),
    ]
    for text, first, last, precise in cases:
        days = Days.parse(text)
        assert (days.first, days.last, days.precise, str(days)) == (first, last, precise, text), text
        assert days == Days(first, last), text


def test_days_take_whole_dates():
    assert Days(dt.date(2025, 6, 7), dt.date(2025, 6, 9)) == Days.parse("2025-06-07/2025-06-09")


def test_hours_are_parsed():
    for text, normal in [
        ("09:00-18:00", "09:00-18:00"),
        ("20:00–02:00", "20:00-02:00"),
        ("09:00/24:00", "09:00-24:00"),
        ("09:00-00:00", "09:00-24:00"),
    ]:
        assert str(Hours.parse(text)) == normal, text
        assert Hours.parse(normal) == Hours.parse(text), text


def test_value_survives_copies_and_its_repr():
    cases = [
        PartialDate(2025, 4),
        Days.parse("2025-06-07/2025-06-09"),
        Hours.parse("09:00-18:00"),
        Pending("tbd"),
        Pending("rolling", rule=Text(en="each month")),
    ]
    for value in cases:
        assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value, value
        assert eval(repr(value)) == value, value  # noqa: S307  # the repr is what one would write


def test_hint_for_a_wrong_type_is_python_code():
    with pytest.raises(InvalidValueError) as error:
        Days("2025")
    assert str(error.value) == (
        "error: first: first must be PartialDate, not str: 2025 (write PartialDate.parse(...)) [value.type]"
    )
