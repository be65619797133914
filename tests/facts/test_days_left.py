"""Days left until a call or a registration closes, counted in the zone of the reader."""

import datetime as dt

from confkit import Registration, When, files, render
from confkit.model import zone
from fact_texts import LANGUAGES, fact_texts
from factories import call, conference, deadline

AOE_IN_CHINA = """
confkit: 1
id: x
name: N
timezone: Asia/Shanghai
calls: [{deadlines: [{kind: submission, at: "2025-05-01[AoE]"}]}]
"""
CLOSES_TODAY = {
    "en": "open, closes today",
    "en-GB": "open, closes today",
    "zh-Hans": "征集中，今天截止",
    "zh-Hant": "徵稿中，今天截止",
}


def until(at, **fields):
    return conference(calls=[call(deadlines=[deadline(at=When.parse(at))])], **fields)


def test_days_left_are_counted_to_the_readers_day_of_the_deadline():
    event = files.loads(AOE_IN_CHINA, format="yaml")
    now = dt.datetime.fromisoformat("2025-05-02T10:00+08:00")
    assert {tag: fact_texts(event, tag, now=now)["call.state"] for tag in LANGUAGES} == CLOSES_TODAY
    assert "Status: open, closes today" in render.text(event, now=now)


def test_registration_counts_days_in_the_zone_of_the_reader():
    cases = (
        ("2025-05-01[AoE]", "Asia/Shanghai", "2025-05-01T23:00+08:00", "open, closes tomorrow", "报名中，明天截止"),
        ("2025-05-01[AoE]", "Asia/Shanghai", "2025-05-02T19:59+08:00", "open, closes today", "报名中，今天截止"),
        ("2025-05-01[AoE]", "Asia/Shanghai", "2025-04-29T12:00+08:00", "open, 3 days left", "报名中，还剩3天"),
        ("2025-05-01[America/New_York]", "Europe/Berlin", "2025-05-02T05:00+02:00", "open, closes today", None),
        ("2025-05-01[Asia/Shanghai]", "Asia/Shanghai", "2025-05-01T23:59+08:00", "open, closes today", None),
        ("2025-05-01[Asia/Shanghai]", "America/New_York", "2025-04-30T12:00-04:00", "open, closes tomorrow", None),
        ("2025-05-01[Asia/Shanghai]", "America/New_York", "2025-05-01T11:00-04:00", "open, closes today", None),
        (
            "2025-03-30T02:30[Europe/Berlin]",
            "Pacific/Auckland",
            "2025-03-29T12:00+13:00",
            "open, closes tomorrow",
            None,
        ),
    )
    for at, reader, now, english, chinese in cases:
        event = conference(registration=Registration(closes=When.parse(at)))
        options = {"now": dt.datetime.fromisoformat(now), "zone": zone(reader)}
        assert fact_texts(event, **options)["registration.state"] == english, at
        assert chinese is None or fact_texts(event, "zh", **options)["registration.state"] == chinese, at


def test_days_left_are_counted_in_the_zone_of_the_deadline_without_a_reader_zone():
    cases = (
        ("2025-05-01[AoE]", "2025-05-02T10:00+08:00"),
        ("2025-05-01T23:59[AoE]", "2025-05-02T10:00+00:00"),
        ("2025-05-01T23:59[America/Los_Angeles]", "2025-05-02T05:00+00:00"),
        ("2025-05-01T23:59", "2025-05-01T09:00+00:00"),
    )
    for at, now in cases:
        assert fact_texts(until(at), now=dt.datetime.fromisoformat(now))["call.state"] == "open, closes today", at


def test_midnight_that_ends_a_day_is_counted_to_that_day():
    for at in ("2025-05-01T24:00[Asia/Kolkata]", "2025-05-01T24:00"):
        event = until(at, timezone="Asia/Kolkata")
        now = dt.datetime.fromisoformat("2025-05-01T12:00+05:30")
        assert {tag: fact_texts(event, tag, now=now)["call.state"] for tag in LANGUAGES} == CLOSES_TODAY, at
        assert fact_texts(event, now=now)["call.deadline"].startswith("Thursday, May 1, 2025, 24:00"), at


def test_midnight_that_starts_a_day_is_counted_to_that_day():
    event = until("2025-05-02T00:00[Asia/Kolkata]", timezone="Asia/Kolkata")
    now = dt.datetime.fromisoformat("2025-05-01T12:00+05:30")
    assert fact_texts(event, now=now)["call.state"] == "open, closes tomorrow"
