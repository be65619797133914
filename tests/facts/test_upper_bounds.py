"""Dates that were announced as upper bounds: "no later than"."""

import datetime as dt

from confkit import Deadline, Money, Pending, Registration, Superseded, Ticket, When, facts
from fact_texts import LANGUAGES, fact_texts
from factories import call, conference, deadline

LONG_AFTER = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def expected(at, raw):
    return conference(registration=Registration(details_expected=When.parse(at, raw=raw)))


def test_details_with_an_upper_bound_are_expected_no_later():
    cases = (
        (
            None,
            [
                "details expected no later than October 30, 2025",
                "details expected no later than 30 October 2025",
                "报名信息预计不晚于2025年10月30日公布",
                "報名資訊預計不晚於2025年10月30日公布",
            ],
        ),
        (
            LONG_AFTER,
            [
                "details were expected no later than October 30, 2025",
                "details were expected no later than 30 October 2025",
                "报名信息原定不晚于2025年10月30日公布",
                "報名資訊原定不晚於2025年10月30日公布",
            ],
        ),
    )
    for raw in ("no later than 30 October", "by 30 October", "10月30日之前"):
        for now, texts in cases:
            event = expected("2025-10-30", raw)
            assert [fact_texts(event, tag, now=now)["registration.details_expected"] for tag in LANGUAGES] == texts, (
                raw,
                now,
            )


def test_details_with_a_month_as_upper_bound_are_expected_no_later():
    texts = fact_texts(expected("2025-10", "by the end of October"))["registration.details_expected"]
    assert texts == "details expected no later than October 2025"


def test_details_are_expected_with_the_announced_wording():
    cases = (
        (
            "2025-10",
            "mid-October",
            "details expected in October 2025 (announced as “mid-October”)",
            "报名信息预计于2025年10月公布（原文：“mid-October”）",
        ),
        (
            "2025-10-30",
            "around 30 October",
            "details expected on October 30, 2025 (announced as “around 30 October”)",
            "报名信息预计于2025年10月30日公布（原文：“around 30 October”）",
        ),
        (
            "2025-10-30T24:00",
            None,
            "details expected on October 30, 2025, 24:00",
            "报名信息预计于2025年10月30日24:00公布",
        ),
    )
    for at, raw, english, chinese in cases:
        event = conference(registration=Registration(details_expected=When.parse(at, **({"raw": raw} if raw else {}))))
        assert [fact_texts(event, tag)["registration.details_expected"] for tag in ("en", "zh")] == [
            english,
            chinese,
        ], at


def test_ticket_ends_no_later_than_a_bound():
    early = Ticket(id="early", price=Money.parse("5 EUR"), until=When.parse("2025-10-30", raw="by 30 October"))
    event = conference(registration=Registration(tickets=[early]))
    assert [fact_texts(event, tag)["registration.tickets"] for tag in LANGUAGES] == [
        "EUR 5; ending no later than Thursday, October 30, 2025 (no time or time zone stated)",
        "EUR 5; ending no later than Thursday 30 October 2025 (no time or time zone stated)",
        "5欧元；不晚于2025年10月30日（星期四；未注明具体时间和时区）截止",
        "5 歐元；不晚於2025年10月30日（星期四；未註明具體時間與時區）截止",
    ]


def changed(old, new, language="en"):
    return [facts.plain(fact.value) for fact in facts.changed(old, new, language=language)]


def test_withdrawn_upper_bound_is_between_commas():
    cases = (
        (
            "tbd",
            "the deadline, no later than October 30, 2025, no longer holds; a new date will be announced",
            "原定不晚于2025年10月30日的截止日期不再有效，新日期待公布",
        ),
        (
            "rolling",
            "the deadline, no later than October 30, 2025, no longer holds; there is now no fixed date",
            "原定不晚于2025年10月30日的截止日期不再有效，现不设固定日期",
        ),
        (
            "cancelled",
            "the deadline, no later than October 30, 2025, is cancelled",
            "原定不晚于2025年10月30日的截止日期已取消",
        ),
    )
    for after, english, chinese in cases:
        before = When.parse("2025-10-30", raw="30 October or earlier")
        old, new = (conference(calls=[call(deadlines=[deadline(at=at)])]) for at in (before, Pending(after)))
        assert [changed(old, new, tag) for tag in ("en", "zh")] == [[english], [chinese]], after


def test_changed_wording_of_a_date_is_quoted():
    for kind in ("submission", "notification"):
        old, new = (
            conference(milestones=[Deadline(kind=kind, at=When.parse("2025-10", raw=raw))])
            for raw in (None, "mid-October")
        )
        name, chinese = {
            "submission": ("submission deadline", "提交截止日期"),
            "notification": ("notification of acceptance", "录用通知"),
        }[kind]
        assert changed(old, new) == [f"{name} now stated as October 2025 (announced as “mid-October”)"], kind
        assert changed(old, new, "zh") == [f"{chinese}现注明为2025年10月（原文：“mid-October”）"], kind
        assert changed(new, old) == [f"{name} now stated as October 2025"], kind


def test_changed_wording_of_a_sale_deadline_is_quoted():
    old, new = (
        conference(registration=Registration(tickets=[Ticket(id="early", until=When.parse("2025-10", raw=raw))]))
        for raw in (None, "mid-October")
    )
    assert changed(old, new) == ["sale deadline of early now stated as October 2025 (announced as “mid-October”)"]


def test_changed_wording_in_the_history_of_a_date_is_quoted():
    rows = [Superseded(at=When.parse("2025-10-30"), replaced=dt.date(2025, 9, 1))]
    at = When.parse("2025-10-30", raw="by 30 October")
    event = conference(milestones=[Deadline(kind="notification", at=at, history=rows)])
    assert fact_texts(event)["milestone.history"] == (
        "announced on September 1, 2025: notification of acceptance now stated as no later than October 30, 2025"
    )
