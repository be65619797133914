import copy
import datetime as dt
import pickle

import pytest

from confkit import AOE, PartialDate, When
from confkit.errors import AmbiguousTimeError
from confkit.model import zone


def utc(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
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
    ],
)
def test_window_is_the_earliest_and_the_latest_instant(text, first, last):
    assert When.parse(text).window() == (utc(first), utc(last))
    assert [end.tzinfo for end in When.parse(text).window()] == [dt.UTC, dt.UTC]


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("2025-04-13", ("2025-04-12T10:00", "2025-04-13T12:00"), ("2025-04-13T10:00", "2025-04-14T12:00")),
        ("2025-04-13[AoE]", ("2025-04-13T12:00", "2025-04-13T12:00"), ("2025-04-14T12:00", "2025-04-14T12:00")),
        ("2025-04[AoE]", ("2025-04-01T12:00", "2025-04-30T12:00"), ("2025-04-02T12:00", "2025-05-01T12:00")),
        ("2025-04-13T10:00[AoE]", ("2025-04-13T22:00", "2025-04-13T22:00"), ("2025-04-13T22:00", "2025-04-13T22:00")),
    ],
)
def test_start_and_end_of_what_is_announced_by_its_day(text, starts, ends):
    when = When.parse(text)
    assert when.start_window() == tuple(map(utc, starts))
    assert when.end_window() == tuple(map(utc, ends))


@pytest.mark.parametrize(
    ("text", "instant", "standard"),
    [
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
    ],
)
def test_instant_is_the_one_that_follows(text, instant, standard):
    when = When.parse(text)
    assert (when.instant(), when.rfc9557(), when.missing) == (utc(instant), standard, ())


@pytest.mark.parametrize(
    ("text", "missing", "says"),
    [
        ("2025", ("day", "hour", "zone"), "the day, the hour and the zone are not stated"),
        ("2025-04[AoE]", ("day", "hour"), "the day and the hour are not stated"),
        ("2025-04-13", ("hour", "zone"), "the hour and the zone are not stated"),
        ("2025-04-13[AoE]", ("hour",), "the hour is not stated"),
        ("2025-04-13T23:59", ("zone",), "the zone is not stated"),
        (
            "2025-11-02T01:30[America/New_York]",
            ("reading",),
            "the local time is repeated in its zone, and the offset that tells is not stated",
        ),
        (
            "2025-03-09T02:30[America/New_York]",
            ("reading",),
            "the local time is skipped in its zone, and the offset that tells is not stated",
        ),
    ],
)
@pytest.mark.parametrize("ask", [When.instant, When.rfc9557])
def test_no_instant_follows_and_the_error_says_what_is_missing(text, missing, says, ask):
    with pytest.raises(AmbiguousTimeError) as error:
        ask(When.parse(text))
    assert [one.message for one in error.value.findings] == [f"no single instant follows: {says}"]
    assert When.parse(text).missing == missing


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2025-11-02T01:30[America/New_York]", "repeated"),
        ("2025-11-02T01:30-05:00[America/New_York]", "repeated"),
        ("2025-03-09T02:30[America/New_York]", "skipped"),
        ("2025-03-09T03:00[America/New_York]", None),
        ("2025-04-25T00:30[Africa/Cairo]", "skipped"),
        ("2025-04-25[Africa/Cairo]", None),
        ("2025-11-02T01:30", None),
        ("2025-11-02T01:30[AoE]", None),
    ],
)
def test_local_time_may_be_skipped_or_repeated(text, problem):
    assert When.parse(text).local_problem == problem


@pytest.mark.parametrize(
    "text",
    [
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
    ],
)
def test_moment_survives_its_text_its_repr_and_copies(text):
    when = When.parse(text)
    assert str(when) == text
    assert eval(repr(when)) == when  # noqa: S307  # the repr is what one would write
    assert pickle.loads(pickle.dumps(when)) == copy.deepcopy(when) == when
    assert len({when, When.parse(text), copy.copy(when)}) == 1


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("2025-04-13T23:59+00:00", "2025-04-13T23:59Z"),
        ("2025-04-13T23:59[UTC-12]", "2025-04-13T23:59-12:00"),
        ("2025-04-13T23:59:00.100", "2025-04-13T23:59:00.100000"),
        ("2025-04-13T24:00:00.0", "2025-04-13T24:00"),
        ("2025-04-13T23:59-12:00[AoE]", "2025-04-13T23:59[AoE]"),
        ("2025-04-13T23:59+08:00[Asia/Shanghai]", "2025-04-13T23:59[Asia/Shanghai]"),
        ("2025-04-13[aoe]", "2025-04-13[AoE]"),
    ],
)
def test_moment_has_one_text(text, normal):
    assert str(When.parse(text)) == normal


def test_midnight_at_the_end_of_a_day_is_the_next_days_and_keeps_its_words():
    when = When.parse("2025-04-13T24:00[AoE]")
    assert (when.date, when.time, when.raw) == (PartialDate(2025, 4, 14), dt.time(), "24:00")
    assert str(When(date=dt.date(1, 1, 1), time=dt.time(), raw="24:00")) == "0001-01-01T00:00"


def test_words_of_the_source_are_kept():
    when = When.parse("2025-10-30", raw="30 October or earlier")
    assert (when.raw, str(when)) == ("30 October or earlier", "2025-10-30")
    assert repr(when) == "When.parse('2025-10-30', raw='30 October or earlier')"
    assert repr(When(date=dt.date(2025, 4, 13), raw="24:00")) == "When.parse('2025-04-13', raw='24:00')"
    assert when != When.parse("2025-10-30")


def test_fold_is_kept_only_where_it_chooses():
    repeated = {"date": dt.date(2025, 11, 2), "time": dt.time(1, 30), "zone": zone("America/New_York")}
    assert [When(**repeated, fold=fold).fold for fold in (None, 0, 1)] == [None, 0, 1]
    assert len({When(**repeated, fold=fold) for fold in (None, 0, 1)}) == 3
    assert When(date=dt.date(2025, 4, 13), time=dt.time(12), zone=AOE, fold=1).fold is None
    assert When(date=dt.date(2025, 4, 13), fold=0) == When.parse("2025-04-13")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-04-13T12:00Z[Asia/Shanghai]", "2025-04-13T20:00[Asia/Shanghai]"),
        ("2025-04-13T23:59Z[AoE]", "2025-04-13T11:59[AoE]"),
        ("2025-11-02T06:30Z[America/New_York]", "2025-11-02T01:30-05:00[America/New_York]"),
        ("1972-01-01T00:44:30Z[Africa/Monrovia]", "1972-01-01T00:00[Africa/Monrovia]"),
    ],
)
def test_utc_before_a_zone_is_turned_into_the_zones_own_time(text, expected):
    assert When.parse(text) == When.parse(expected)
