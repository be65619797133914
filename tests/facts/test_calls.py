"""Calls: their state at a moment, the days left, and their brief texts."""

import datetime as dt

import attrs
import pytest

from confkit import AOE, Link, Pending, Registration, Superseded, Text, Topic, When, facts, render, words
from confkit.model import zone
from fact_texts import fact_texts
from factories import call, conference, deadline


def test_state_of_a_call_needs_a_moment():
    event = conference(calls=[call()])
    assert "call.state" not in fact_texts(event)
    assert fact_texts(event, now=dt.datetime(2027, 1, 1, tzinfo=dt.UTC))["call.state"] == "open, 12 days left"


def test_state_of_a_call_counts_days():
    cases = (
        ("2027-01-12T00:00+00:00", "open, closes tomorrow", "征集中，明天截止"),
        ("2027-01-13T00:00+00:00", "open, closes today", "征集中，今天截止"),
        (
            "2027-01-13T12:00+00:00",
            "closing or already closed (no time or time zone stated)",
            "即将截止，具体时间和时区未注明",
        ),
        ("2027-01-15T00:00+00:00", "closed", "已截止"),
    )
    for at, english, chinese in cases:
        now = dt.datetime.fromisoformat(at)
        states = [fact_texts(conference(calls=[call()]), language, now=now)["call.state"] for language in ("en", "zh")]
        assert states == [english, chinese], at


def test_call_for_people_has_the_labels_of_applications():
    cases = (
        (
            "en",
            ["Status: open, 12 days left", "Opens", "Application deadline", "Apply", "About this call", "Topic"],
        ),
        ("zh-Hans", ["状态：招募中，还剩12天", "报名开始日期", "报名截止日期", "报名入口", "招募说明", "主题"]),
        (
            "zh-Hant",
            ["狀態：招募中，剩餘 12 天", "報名開始日期", "報名截止日期", "報名連結", "招募說明", "主題"],
        ),
    )
    for kind in ("sponsors", "volunteers"):
        for language, texts in cases:
            asking = call(
                kind=kind,
                opens=When.parse("2026-12-01"),
                submit=Link(url="https://example.org/apply"),
                description="Two days.",
                topics=[Topic(name="Desk")],
            )
            now = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
            _, state, *rest = (
                fact
                for fact in facts.of(conference(calls=[asking]), language=language, now=now)
                if fact.section.key == "call"
            )
            status = words.of(language).labelled(facts.plain(state.label), facts.plain(state.value))
            assert [status, *(facts.plain(fact.label) for fact in rest)] == texts, (kind, language)


def test_days_left_are_counted_in_the_zone_of_the_reader():
    cases = (
        (None, ["open, closes tomorrow", "open, closes today"]),
        ("Asia/Shanghai", ["open, closes tomorrow", "open, closes today"]),
        ("Pacific/Honolulu", ["open, 2 days left", "open, closes tomorrow"]),
    )
    for there, texts in cases:
        event = conference(calls=[call(deadlines=[deadline(at=When.parse("2027-01-13T23:59[AoE]"))])])
        moments = [dt.datetime(2027, 1, day, 20, tzinfo=dt.UTC) for day in (12, 13)]
        assert [
            fact_texts(event, now=now, zone=zone(there) if there else None)["call.state"] for now in moments
        ] == texts, there


def test_state_of_a_call_without_a_day_has_no_days_left():
    cases = (
        (Pending("rolling"), "open"),
        (When.parse("2027-02"), "open"),
        (When.parse("2025"), "closed"),
        (Pending("cancelled"), "closed"),
    )
    for at, texts in cases:
        event = conference(calls=[call(deadlines=[deadline(at=at)])])
        assert fact_texts(event, now=dt.datetime(2027, 1, 1, tzinfo=dt.UTC))["call.state"] == texts, at


def test_state_of_a_call_without_deadlines_is_no_fact():
    event = conference(calls=[call(deadlines=[])])
    assert "call.state" not in fact_texts(event, now=dt.datetime(2027, 1, 1, tzinfo=dt.UTC))


def test_facts_refuse_a_moment_without_a_zone():
    with pytest.raises(ValueError, match="now must be a datetime with a zone"):
        facts.of(conference(), now=dt.datetime(2027, 1, 1))  # has no zone


def test_days_left_are_counted_in_utc_at_the_ends_of_the_calendar():
    cases = (
        ("0001-01-01T18:00[UTC]", AOE, dt.datetime(1, 1, 1, tzinfo=dt.UTC), "open, closes today"),
        (
            "9999-12-31T23:00[UTC]",
            zone("Asia/Shanghai"),
            dt.datetime(9999, 12, 28, tzinfo=dt.UTC),
            "open, 3 days left",
        ),
    )
    for when, reader, now, state in cases:
        event = conference(calls=[call(deadlines=[deadline(at=When.parse(when))])])
        assert fact_texts(event, now=now, zone=reader)["call.state"] == state, when


def test_overdue_details_were_expected():
    cases = (
        (None, "details expected in April 2025", "报名信息预计于2025年4月公布"),
        (dt.datetime(2025, 4, 30, tzinfo=dt.UTC), "details expected in April 2025", "报名信息预计于2025年4月公布"),
        (dt.datetime(2025, 6, 1, tzinfo=dt.UTC), "details were expected in April 2025", "报名信息原定于2025年4月公布"),
    )
    for now, english, chinese in cases:
        event = conference(registration=Registration(details_expected=When.parse("2025-04")))
        assert [fact_texts(event, tag, now=now)["registration.details_expected"] for tag in ("en", "zh")] == [
            english,
            chinese,
        ], now


def test_overdue_details_name_the_day():
    event = conference(registration=Registration(details_expected=When.parse("2025-04-10")))
    texts = fact_texts(event, now=dt.datetime(2025, 6, 1, tzinfo=dt.UTC))["registration.details_expected"]
    assert texts == "details were expected on April 10, 2025"


def test_state_of_a_call_says_what_is_not_stated():
    cases = (
        (
            "2027-01-13T17:00",
            "2027-01-13T12:00+00:00",
            "closing or already closed",
            "即将截止或已截止",
        ),
        (
            "2027-01[Asia/Shanghai]",
            "2027-01-13T12:00+00:00",
            "closing or already closed (no day stated)",
            "即将截止或已截止（未注明具体日期）",
        ),
    )
    for when, now, english, chinese in cases:
        event = conference(calls=[call(deadlines=[deadline(at=When.parse(when))])])
        moment = dt.datetime.fromisoformat(now)
        assert [fact_texts(event, tag, now=moment)["call.state"] for tag in ("en", "zh")] == [english, chinese], when


def test_days_left_name_one_of_several_deadlines():
    dates = [deadline(kind="abstract", at=When.parse("2027-01-06")), deadline(at=When.parse("2027-01-13"))]
    event = conference(calls=[call(deadlines=dates)])
    now = dt.datetime(2027, 1, 3, tzinfo=dt.UTC)
    texts = [fact_texts(event, tag, now=now)["call.state"] for tag in ("en", "zh")]
    assert texts == ["open, 10 days left until the submission deadline", "征集中，距提交截止日期还剩10天"]


def test_history_of_a_labelled_deadline_has_its_label_and_its_hour_once():
    was = Superseded(at=When.parse("2027-01-06T23:59[AoE]"), replaced=dt.date(2027, 1, 2))
    extended = deadline(label=Text(en="demos", zh="演示"), at=When.parse("2027-01-13T23:59[AoE]"), history=[was])
    event = conference(calls=[call(deadlines=[extended])])
    assert [fact_texts(event, tag)["call.deadline.history"] for tag in ("en", "zh")] == [
        (
            "announced on January 2, 2027: submission deadline (demos) extended from January 6 to January 13, 2027, "
            "11:59 PM AoE (UTC−12)"
        ),
        "2027年1月2日公布：提交截止日期（演示）由2027年1月6日延长至1月13日23:59（AoE，UTC−12）",
    ]


NEW_YEAR = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)


def test_days_left_until_an_upper_bound_are_at_most_that_many():
    cases = (
        ("2027-01-01", ["open, at most 12 days left", "征集中，最多还剩12天", "徵稿中，最多剩餘 12 天"]),
        ("2027-01-12", ["open, closes tomorrow at the latest", "征集中，最迟明天截止", "徵稿中，最遲明天截止"]),
    )
    for now, texts in cases:
        bound = deadline(at=When(date=dt.date(2027, 1, 13), raw="13 January or earlier"))
        event = conference(calls=[call(deadlines=[bound])])
        moment = dt.datetime.fromisoformat(f"{now}T00:00+00:00")
        assert [fact_texts(event, tag, now=moment)["call.state"] for tag in ("en", "zh", "zh-Hant")] == texts, now


def test_days_left_are_counted_until_the_main_submission_deadline():
    dates = [
        deadline(kind="abstract", at=When.parse("2026-12-20")),
        deadline(at=When.parse("2027-01-13")),
        deadline(id="industry", label=Text(en="industry track", zh="工业专题"), at=When.parse("2027-01-20")),
        deadline(kind="camera_ready", at=When.parse("2027-03-01")),
    ]
    event = conference(calls=[call(kind="papers", deadlines=dates)])
    texts = [fact_texts(event, tag, now=NEW_YEAR)["call.state"] for tag in ("en", "zh")]
    assert texts == [
        "open, 12 days left until the submission deadline; the abstract deadline has passed",
        "征集中，距提交截止日期还剩12天；摘要提交截止日期已过",
    ]
    later = dt.datetime(2027, 1, 15, tzinfo=dt.UTC)
    assert fact_texts(event, now=later)["call.state"] == (
        "open, 5 days left until the submission deadline (industry track); the abstract deadline has passed; "
        "the submission deadline has passed"
    )
    titles = [render.email(event, now=now)["Subject"] for now in (None, NEW_YEAR, later)]
    assert [title.partition(": ")[2] for title in titles] == [
        "papers due January 13",
        "papers due January 13",
        "papers due January 20",
    ]


def test_rolling_call_is_open_after_an_early_date_has_passed():
    dates = [deadline(at=Pending("rolling")), deadline(id="early", at=When.parse("2026-12-01"))]
    texts = fact_texts(conference(calls=[call(deadlines=dates)]), now=NEW_YEAR)["call.state"]
    assert texts == "open"


def test_undecided_call_names_the_deciding_and_the_passed_deadlines():
    dates = [deadline(kind="abstract", at=When.parse("2026-12-01")), deadline(at=When.parse("2026-12-31"))]
    event = conference(calls=[call(deadlines=dates)])
    assert [fact_texts(event, tag, now=NEW_YEAR)["call.state"] for tag in ("en", "zh")] == [
        "closing or already closed (submission deadline); the abstract deadline has passed",
        "即将截止或已截止（提交截止日期）；摘要提交截止日期已过",
    ]


def test_deadline_without_a_date_says_what_that_means():
    cases = (
        (Pending("none"), "no deadline", "不设截止日期", "不設截止日期"),
        (
            Pending("rolling", rule=Text(en="until all places are taken", zh="额满为止", zh_Hant="額滿為止")),
            "no fixed date; accepted on a rolling basis (until all places are taken)",
            "不设固定日期，随时受理（额满为止）",
            "不設固定日期，隨時受理（額滿為止）",
        ),
    )
    for at, english, simplified, traditional in cases:
        event = conference(calls=[call(deadlines=[deadline(at=at)])])
        texts = [fact_texts(event, tag)["call.deadline"] for tag in ("en", "en-GB", "zh-Hans", "zh-Hant")]
        assert texts == [english, english, simplified, traditional], at


def test_date_that_closes_no_call_is_not_called_a_deadline():
    program = deadline(kind="other", id="program", label=Text(en="Program published"), at=Pending("none"))
    for date in (program, deadline(kind="notification", at=Pending("none"))):
        assert fact_texts(conference(calls=[call(deadlines=[date])]))["call.deadline"] == "no date"
    assert fact_texts(conference(registration=Registration(closes=Pending("rolling"))))["registration.closes"] == (
        "no fixed date; accepted on a rolling basis"
    )


def test_call_by_mail_has_the_label_of_an_address():
    cases = (
        ("talks", ["Submit to", "提交邮箱", "投稿信箱"]),
        ("volunteers", ["Apply to", "报名邮箱", "報名信箱"]),
    )
    for kind, labels in cases:
        event = conference(calls=[call(kind=kind, submit=Link(url="mailto:talks@example.org"))])
        told_of = [facts.of(event, language=tag) for tag in ("en", "zh-Hans", "zh-Hant")]
        assert [
            facts.plain(fact.label) for told_ in told_of for fact in told_ if fact.key == "call.submit"
        ] == labels, kind


def test_text_has_no_state_of_a_call_without_a_moment():
    event = conference(calls=[call(), call(id="later", deadlines=[deadline(at=Pending("rolling"))])])
    for language, word in (("en", "open"), ("zh", "征集中"), ("zh-Hant", "徵稿中")):
        assert word not in render.text(event, language=language)
        assert word in render.text(event, language=language, now=NEW_YEAR)


def test_call_without_dates_says_that_none_is_stated():
    bare = call(id="lightning", kind="lightning", deadlines=())
    event = conference(calls=[bare])
    assert [fact_texts(event, tag)["call.undated"] for tag in ("en", "zh")] == ["not stated", "未注明"]
    assert render.text(event).endswith(
        "Call for lightning talks\n  Deadline: not stated\n\nAnnounced: November 1, 2026\n"
    )
    assert "call.undated" not in fact_texts(attrs.evolve(event, status="cancelled"))
    assert "call.undated" not in fact_texts(conference(calls=[attrs.evolve(bare, opens=Pending("tbd"))]))
