import copy
import datetime as dt
import pickle

import pytest

from confkit import AOE, PartialDate, When
from confkit.errors import AmbiguousTimeError, InvalidValueError
from confkit.model import zone

DAY = dt.date(2025, 4, 13)


def utc(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def test_window_is_the_earliest_and_the_latest_instant():
    cases = [
        ("2025-04-13", "2025-04-12T10:00", "2025-04-14T12:00"),
        ("2025-04", "2025-03-31T10:00", "2025-05-01T12:00"),
        ("2025", "2024-12-31T10:00", "2026-01-01T12:00"),
        ("2025-04-13[AoE]", "2025-04-13T12:00", "2025-04-14T12:00"),
        ("2025-04-13[Asia/Shanghai]", "2025-04-12T16:00", "2025-04-13T16:00"),
        ("2025-04-13[+08:00]", "2025-04-12T16:00", "2025-04-13T16:00"),
        ("2025-04-13T23:59", "2025-04-13T09:59", "2025-04-14T11:59"),
        ("2025-04-13T23:59[AoE]", "2025-04-14T11:59", "2025-04-14T11:59"),
        ("2025-04-13T23:59[Etc/GMT+8]", "2025-04-14T07:59", "2025-04-14T07:59"),
        # Clocks go forward at 02:00, back at 02:00.
        ("2025-03-09T02:30[America/New_York]", "2025-03-09T06:30", "2025-03-09T07:30"),
        ("2025-11-02T01:30[America/New_York]", "2025-11-02T05:30", "2025-11-02T06:30"),
        ("2025-11-02T01:30-04:00[America/New_York]", "2025-11-02T05:30", "2025-11-02T05:30"),
        ("2025-11-02T01:30-05:00[America/New_York]", "2025-11-02T06:30", "2025-11-02T06:30"),
        ("2025-10-05T02:15[Australia/Lord_Howe]", "2025-10-04T15:15", "2025-10-04T15:45"),
        # A day of 23 hours and one of 25.
        ("2025-03-09[America/New_York]", "2025-03-09T05:00", "2025-03-10T04:00"),
        ("2025-11-02[America/New_York]", "2025-11-02T04:00", "2025-11-03T05:00"),
        # Midnight itself is skipped, so the day starts at 01:00.
        ("2025-04-25[Africa/Cairo]", "2025-04-24T22:00", "2025-04-25T21:00"),
        ("2025-04-24[Africa/Cairo]", "2025-04-23T22:00", "2025-04-24T22:00"),
        ("2018-11-04[America/Sao_Paulo]", "2018-11-04T03:00", "2018-11-05T02:00"),
        ("2018-11-04T00:30[America/Sao_Paulo]", "2018-11-04T02:30", "2018-11-04T03:30"),
        # The hour before midnight comes twice, or midnight does: the day ends once.
        ("2025-10-30[Africa/Cairo]", "2025-10-29T21:00", "2025-10-30T22:00"),
        ("2018-02-17[America/Sao_Paulo]", "2018-02-17T02:00", "2018-02-18T03:00"),
        ("2025-11-02[America/Havana]", "2025-11-02T04:00", "2025-11-03T05:00"),
        # A day that Samoa never had.
        ("2011-12-30[Pacific/Apia]", "2011-12-30T10:00", "2011-12-30T10:00"),
        # The ends of Python's calendar.
        ("0001", "0001-01-01T00:00", "0002-01-01T12:00"),
        ("9999-12-31", "9999-12-30T10:00", "9999-12-31T23:59:59.999999"),
        ("9999-12-31T23:59[AoE]", "9999-12-31T23:59:59.999999", "9999-12-31T23:59:59.999999"),
    ]
    for text, first, last in cases:
        assert When.parse(text).window() == (utc(first), utc(last)), text
        assert [end.tzinfo for end in When.parse(text).window()] == [dt.UTC, dt.UTC], text


def test_start_and_end_window_of_a_day_are_its_midnights():
    cases = [
        ("2025-04-13", ("2025-04-12T10:00", "2025-04-13T12:00"), ("2025-04-13T10:00", "2025-04-14T12:00")),
        ("2025-04-13[AoE]", ("2025-04-13T12:00", "2025-04-13T12:00"), ("2025-04-14T12:00", "2025-04-14T12:00")),
        ("2025-04[AoE]", ("2025-04-01T12:00", "2025-04-30T12:00"), ("2025-04-02T12:00", "2025-05-01T12:00")),
        ("2025-04-13T10:00[AoE]", ("2025-04-13T22:00", "2025-04-13T22:00"), ("2025-04-13T22:00", "2025-04-13T22:00")),
    ]
    for text, starts, ends in cases:
        when = When.parse(text)
        assert when.start_window() == tuple(map(utc, starts)), text
        assert when.end_window() == tuple(map(utc, ends)), text


def test_instant_and_standard_text_of_a_complete_moment():
    cases = [
        ("2025-04-13T23:59[AoE]", "2025-04-14T11:59", "2025-04-13T23:59:00-12:00[Etc/GMT+12]"),
        ("2025-04-13T23:59+08:00", "2025-04-13T15:59", "2025-04-13T23:59:00+08:00"),
        ("2025-04-13T23:59Z", "2025-04-13T23:59", "2025-04-13T23:59:00Z"),
        ("2025-04-13T23:59[UTC]", "2025-04-13T23:59", "2025-04-13T23:59:00Z[UTC]"),
        (
            "2025-04-13T23:59:30.5[Asia/Shanghai]",
            "2025-04-13T15:59:30.5",
            "2025-04-13T23:59:30.500000+08:00[Asia/Shanghai]",
        ),
        ("2025-04-13T24:00[Asia/Shanghai]", "2025-04-13T16:00", "2025-04-14T00:00:00+08:00[Asia/Shanghai]"),
        ("2025-11-02T01:30-05:00[America/New_York]", "2025-11-02T06:30", "2025-11-02T01:30:00-05:00[America/New_York]"),
        ("1970-01-01T12:00[Africa/Monrovia]", "1970-01-01T12:44:30", "1970-01-01T12:44:30Z[Africa/Monrovia]"),
    ]
    for text, instant, standard in cases:
        when = When.parse(text)
        assert (when.instant(), when.rfc9557(), when.missing) == (utc(instant), standard, ()), text


def test_incomplete_moment_has_no_instant_and_the_error_says_what_is_missing():
    for ask in [When.instant, When.rfc9557]:
        for text, missing, says in [
            ("2025", ("day", "hour", "zone"), "the day, the hour and the zone are not stated"),
            ("2025-04[AoE]", ("day", "hour"), "the day and the hour are not stated"),
            ("2025-04-13", ("hour", "zone"), "the hour and the zone are not stated"),
            ("2025-04-13[AoE]", ("hour",), "the hour is not stated"),
            ("2025-04-13T23:59", ("zone",), "the zone is not stated"),
            (
                "2025-11-02T01:30[America/New_York]",
                ("reading",),
                "the local time is repeated in its zone, and its offset is not stated",
            ),
            (
                "2025-03-09T02:30[America/New_York]",
                ("reading",),
                "the local time is skipped in its zone, and its offset is not stated",
            ),
        ]:
            with pytest.raises(AmbiguousTimeError) as error:
                ask(When.parse(text))
            assert [finding.message for finding in error.value.findings] == [f"no single instant follows: {says}"], (
                text,
                ask,
            )
            assert When.parse(text).missing == missing, (text, ask)


def test_local_time_may_be_skipped_or_repeated():
    cases = [
        ("2025-11-02T01:30[America/New_York]", "repeated"),
        ("2025-11-02T01:30-05:00[America/New_York]", "repeated"),
        ("2025-03-09T02:30[America/New_York]", "skipped"),
        ("2025-03-09T03:00[America/New_York]", None),
        ("2025-04-25T00:30[Africa/Cairo]", "skipped"),
        ("2025-04-25[Africa/Cairo]", None),
        ("2025-11-02T01:30", None),
        ("2025-11-02T01:30[AoE]", None),
    ]
    for text, problem in cases:
        assert When.parse(text).local_problem == problem, text


def test_moment_survives_its_text_its_repr_and_copies():
    cases = [
        "2025",
        "2025-04",
        "2025-04[AoE]",
        "2025-04-13",
        "2025-04-13[AoE]",
        "2025-04-13[+08:00]",
        "2025-04-13[Asia/Shanghai]",
        "2025-04-13T23:59",
        "2025-04-13T23:59[AoE]",
        "2025-04-13T23:59Z",
        "2025-04-13T23:59+08:00",
        "2025-04-13T23:59-00:30",
        "2025-04-13T23:59[UTC]",
        "2025-04-13T23:59:59",
        "2025-04-13T23:59:59.000001",
        "2025-04-13T24:00",
        "2024-02-28T24:00[AoE]",
        "2025-12-31T24:00+08:00",
        "2025-11-01T24:00-04:00[America/Havana]",
        "2025-11-02T01:30-05:00[America/New_York]",
        "2025-03-09T02:30-04:00[America/New_York]",
        "1972-01-07T00:15-00:44:30[Africa/Monrovia]",
    ]
    for text in cases:
        when = When.parse(text)
        assert str(when) == text, text
        assert eval(repr(when)) == when, text  # noqa: S307  # the repr is what one would write
        assert pickle.loads(pickle.dumps(when)) == copy.deepcopy(when) == when, text
        assert len({when, When.parse(text), copy.copy(when)}) == 1, text


def test_moment_has_one_text_form():
    cases = [
        ("2025-04-13T23:59+00:00", "2025-04-13T23:59Z"),
        ("2025-04-13T23:59[UTC-12]", "2025-04-13T23:59-12:00"),
        ("2025-04-13T23:59:00.100", "2025-04-13T23:59:00.100000"),
        ("2025-04-13T24:00:00.0", "2025-04-13T24:00"),
        ("2025-04-13T23:59-12:00[AoE]", "2025-04-13T23:59[AoE]"),
        ("2025-04-13T23:59+08:00[Asia/Shanghai]", "2025-04-13T23:59[Asia/Shanghai]"),
        ("2025-04-13[aoe]", "2025-04-13[AoE]"),
    ]
    for text, normal in cases:
        assert str(When.parse(text)) == normal, text


def test_end_of_a_day_keeps_the_announced_date():
    when = When.parse("2025-04-13T24:00[AoE]")
    assert (when.date, when.time, when.end_of_day, when.raw) == (PartialDate(2025, 4, 13), None, True, None)
    assert when == When(date=dt.date(2025, 4, 13), end_of_day=True, zone=AOE)
    assert when != When.parse("2025-04-14T00:00[AoE]")
    assert (when.local, when.missing) == (dt.datetime(2025, 4, 14), ())
    assert when.window() == When.parse("2025-04-14T00:00[AoE]").window()


def test_local_time_is_none_where_no_time_was_announced():
    texts = {"2025-04": None, "2025-04-13[AoE]": None, "2025-04-13T23:59[AoE]": dt.datetime(2025, 4, 13, 23, 59)}
    assert {text: When.parse(text).local for text in texts} == texts


def test_words_of_the_source_never_change_what_a_moment_means():
    day = When.parse("2025-04-13", raw="24:00")
    assert (day.end_of_day, day.local, day.missing) == (False, None, ("hour", "zone"))
    assert day.window() == When.parse("2025-04-13").window()
    assert repr(day) == "When.parse('2025-04-13', raw='24:00')"
    midnight = When.parse("2025-04-13T00:00", raw="24:00")
    assert (str(midnight), midnight.window()) == ("2025-04-13T00:00", When.parse("2025-04-13T00:00").window())


def test_words_of_the_source_are_kept_in_raw():
    when = When.parse("2025-10-30", raw="30 October or earlier")
    assert (when.raw, str(when)) == ("30 October or earlier", "2025-10-30")
    assert repr(when) == "When.parse('2025-10-30', raw='30 October or earlier')"
    assert when != When.parse("2025-10-30")


def test_fold_is_kept_only_where_there_are_two_readings():
    repeated = {"date": dt.date(2025, 11, 2), "time": dt.time(1, 30), "zone": zone("America/New_York")}
    assert [When(**repeated, fold=fold).fold for fold in (None, 0, 1)] == [None, 0, 1]
    assert len({When(**repeated, fold=fold) for fold in (None, 0, 1)}) == 3
    assert When(date=dt.date(2025, 4, 13), time=dt.time(12), zone=AOE, fold=1).fold is None
    assert When(date=dt.date(2025, 4, 13), fold=0) == When.parse("2025-04-13")


def test_time_in_utc_is_converted_to_the_zone_in_brackets():
    cases = [
        ("2025-04-13T12:00Z[Asia/Shanghai]", "2025-04-13T20:00[Asia/Shanghai]"),
        ("2025-01-13T24:00Z[Asia/Shanghai]", "2025-01-14T08:00[Asia/Shanghai]"),
        ("2025-01-13T24:00Z[Europe/London]", "2025-01-13T24:00[Europe/London]"),
        ("2025-04-13T23:59Z[AoE]", "2025-04-13T11:59[AoE]"),
        ("2025-11-02T06:30Z[America/New_York]", "2025-11-02T01:30-05:00[America/New_York]"),
        ("1972-01-01T00:44:30Z[Africa/Monrovia]", "1972-01-01T00:00[Africa/Monrovia]"),
    ]
    for text, expected in cases:
        assert When.parse(text) == When.parse(expected), text


def test_invalid_moment_is_refused_with_its_field():
    cases = [
        (lambda: When(date=PartialDate(2025, 4), time=dt.time(12)), ("when.time", "time")),
        (lambda: When(date=DAY, time=dt.time(12, tzinfo=dt.UTC)), ("when.time", "time")),
        (lambda: When(date=DAY, time=dt.time(12, fold=1)), ("when.time", "time")),
        (lambda: When(date=PartialDate(2025, 4), end_of_day=True), ("when.time", "end_of_day")),
        (lambda: When(date=DAY, time=dt.time(12), end_of_day=True), ("when.time", "time")),
        (lambda: When(date=DAY, end_of_day=1), ("value.type", "end_of_day")),
        (lambda: When(date=dt.date.max, end_of_day=True), ("date.none", "")),
        (lambda: When(date=DAY, time=dt.time(12), fold=2), ("when.fold", "fold")),
        (lambda: When(date=DAY, time=dt.time(12), fold=True), ("value.type", "fold")),
        (lambda: When(date=DAY, time="12:00"), ("value.type", "time")),
        (lambda: When(date=dt.datetime(2025, 4, 13)), ("value.type", "date")),
        (lambda: When(date="2025-04-13"), ("value.type", "date")),
        (lambda: When(date=None), ("value.type", "date")),
        (lambda: When(date=DAY, raw=""), ("text.empty", "raw")),
        (lambda: When(date=DAY, raw=24), ("value.type", "raw")),
        (lambda: When.parse(None), ("value.type", "")),
        (lambda: When.parse(2025), ("value.type", "")),
        (lambda: When.parse("2025-04T12:00"), ("when.time", "")),
        (lambda: When.parse("2025-02-30"), ("date.none", "")),
        (lambda: When.parse("9999-12-31T24:00"), ("date.none", "")),
        (lambda: When.parse("2025-04-13T23:60"), ("when.clock", "")),
        (lambda: When.parse("2025-04-13T24:01"), ("when.clock", "")),
        (lambda: When.parse("2025-04-13T12:00[PT]"), ("zone.unknown", "")),
        (lambda: When.parse("2025-04-13T12:00+24:00"), ("zone.offset", "")),
        (lambda: When.parse("2025-04-13T12:00+00:00:30"), ("zone.offset", "zone")),
        (lambda: When.parse("2025-04-13T12:00+08:00[America/New_York]"), ("when.offset", "")),
        (lambda: When.parse("2025-04-13T12:00[]"), ("when.text", "")),
        (lambda: When.parse("2025-04-13T12:00\n"), ("when.text", "")),
        (lambda: When.parse("soon"), ("when.text", "")),
    ]
    for make, expected in cases:
        with pytest.raises(InvalidValueError) as error:
            make()
        assert [(finding.code, finding.path) for finding in error.value.findings] == [expected], make
        assert [finding.hint for finding in error.value.findings] != [None], make


def test_invalid_text_of_a_moment_gets_a_message_and_a_hint():
    cases = [
        (
            "2025-04-13 11:59 pm",
            "times are written on a 24-hour clock",
            "write 2025-04-13T23:59 for 11:59 pm",
        ),
        (
            "2025-04-13T11:59PM",
            "times are written on a 24-hour clock",
            "write 2025-04-13T23:59 for 11:59 pm",
        ),
        (
            "2025-04-13T9:30",
            "an hour of one digit may be before or after noon",
            "write 09:30 or 21:30",
        ),
        ("2025-04-13 23:59", "not a date or time", "write 2025-04-13T23:59"),
        ("12:61", "a time without its date", "write it like 2025-04-13T23:59"),
        (
            "13 April",
            "not a date or time",
            "write 2025-04, 2025-04-13, 2025-04-13T23:59[AoE] or 2025-04-13T23:59[Asia/Shanghai]",
        ),
    ]
    for text, message, hint in cases:
        with pytest.raises(InvalidValueError) as error:
            When.parse(text)
        assert [(finding.message, finding.hint) for finding in error.value.findings] == [(message, hint)], text


def test_time_in_utc_outside_the_calendar_of_its_zone_is_refused():
    with pytest.raises(InvalidValueError) as error:
        When.parse("0001-01-01T00:00Z[America/New_York]")
    assert [finding.code for finding in error.value.findings] == ["date.none"]


def test_other_notations_of_a_moment_get_a_hint():
    cases = [
        ("2025-04-13 23:59", "write 2025-04-13T23:59"),
        ("TBA", 'write {pending: tbd}, in Python Pending("tbd")'),
        ("rolling", 'write {pending: rolling}, in Python Pending("rolling")'),
        ("2025-04-13 23:59 PST", "write 2025-04-13T23:59[Asia/Shanghai], with the key of the zone that is meant"),
    ]
    for text, hint in cases:
        with pytest.raises(InvalidValueError) as error:
            When.parse(text)
        assert [finding.hint for finding in error.value.findings] == [hint], text
