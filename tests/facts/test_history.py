"""The status of an event and its former plans."""

import datetime as dt

import attrs

from confkit import (
    Conference,
    Days,
    Deadline,
    Hours,
    Link,
    Online,
    Pending,
    Registration,
    Revision,
    Text,
    Venue,
    When,
    facts,
    files,
    render,
    words,
)
from fact_texts import fact_texts
from factories import call, conference, deadline


def test_facts_do_not_change_the_event():
    assert facts.of(files.example(), language="zh") == facts.of(files.example(), language="zh")


FLOOD = Text(en="flood", zh="洪水")


def test_history_has_announcements_and_former_plans():
    cases = (
        (
            "cancelled",
            [{"status": "scheduled", "reason": FLOOD}],
            ["cancelled (announced on April 1, 2026; reason: flood)"],
            ["已取消（2026年4月1日公布；原因：洪水）"],
        ),
        (
            "moved_online",
            [{"status": "tentative"}, {"status": "scheduled"}],
            ["moved online (announced on April 2, 2026)", "confirmed on April 1, 2026"],
            ["改为线上（2026年4月2日公布）", "2026年4月1日确认如期举行"],
        ),
        (
            "postponed",
            [{"status": "scheduled"}, {"status": "moved_online", "reason": FLOOD}],
            ["postponed (announced on April 2, 2026; reason: flood)", "moved online, as announced on April 1, 2026"],
            ["延期（2026年4月2日公布；原因：洪水）", "2026年4月1日宣布改为线上举办"],
        ),
        (
            "rescheduled",
            [{"status": "scheduled", "days": Days.parse("2027-04-30")}],
            ["rescheduled", "Friday, April 30, 2027 (replaced on April 1, 2026)"],
            ["改期", "2027年4月30日（星期五；该安排已于2026年4月1日变更）"],
        ),
        (
            "postponed",
            [{"status": "rescheduled", "place": Text(en="Hall", zh="馆")}],
            ["postponed", "Hall (replaced on April 1, 2026)"],
            ["延期", "馆（该安排已于2026年4月1日变更）"],
        ),
        (
            "scheduled",
            [{"hours": Hours.parse("09:00-17:00")}, {"status": "scheduled"}],
            ["9:00 AM – 5:00 PM (replaced on April 1, 2026)", "as scheduled (replaced on April 2, 2026)"],
            ["09:00–17:00（该安排已于2026年4月1日变更）", "如期举行（该安排已于2026年4月2日变更）"],
        ),
    )
    for status, rows, english, chinese in cases:
        history = [Revision(**row, replaced=dt.date(2026, 4, day)) for day, row in enumerate(rows, start=1)]
        event = conference(status=status, history=history)
        texts = [
            [facts.plain(fact.value) for fact in facts.of(event, language=tag) if fact.key in {"status", "history"}]
            for tag in ("en", "zh")
        ]
        assert texts == [english, chinese], status


def test_cancelled_event_has_no_pending_date():
    event = conference(status="cancelled", days=Pending("cancelled"))
    assert [(fact.key, fact.paths) for fact in facts.of(event)][1:2] == [("status", ("status", "days"))]
    assert fact_texts(attrs.evolve(event, status="postponed"))["days"] == "cancelled"
    assert "days" not in fact_texts(attrs.evolve(event, days=Pending("tbd")))


def test_event_that_moved_online_has_no_attendance():
    event = conference(status="moved_online", online=Online(platform="Zoom"))
    assert "attendance" not in fact_texts(event)
    assert fact_texts(attrs.evolve(event, status="scheduled"))["attendance"] == "online"


def test_name_is_the_only_fact_of_a_bare_event():
    assert fact_texts(Conference(id="x", name="X")) == {"name": "X"}


def test_cancelled_deadline_no_longer_holds():
    event = conference(milestones=[Deadline(kind="submission", at=Pending("cancelled"))])
    assert [fact_texts(event, language)["milestone"] for language in ("en", "zh", "zh-Hant")] == [
        "no longer applies (cancelled)",
        "不再适用（已取消）",
        "不再適用（已取消）",
    ]


def test_call_of_a_cancelled_event_has_no_state():
    event = conference(calls=[call()], status="cancelled")
    assert "call.state" not in fact_texts(event, now=dt.datetime(2027, 1, 1, tzinfo=dt.UTC))


def test_cancelled_event_has_no_invitations():
    cases = (
        ("en", "cancelled with the event", "originally Wednesday, January 13, 2027 (no time or time zone stated)"),
        ("zh", "已随活动取消", "原定2027年1月13日（星期三；未注明具体时间和时区）"),
    )
    for language, status, at in cases:
        invited = conference(
            status="cancelled",
            calls=[
                call(opens=When.parse("2026-12-01"), submit=Link(url="https://example.org/submit")),
                call(id="posters", deadlines=[deadline(at=Pending("tbd"))]),
            ],
            registration=Registration(link=Link(url="https://example.org/register"), closes=When.parse("2027-04-01")),
            links=[Link(url="https://example.org/tickets", rel="tickets"), Link(url="https://example.org/")],
        )
        texts = fact_texts(invited, language)
        assert (texts["call.status"], texts["call.deadline"]) == (status, at), language
        assert {"call.opens", "call.submit", "registration.closes", "registration.link"} & texts.keys() == set(), (
            language
        )
        told_of = facts.of(invited, language=language)
        assert [run.href for fact in told_of for run in fact.value if run.href] == ["https://example.org/"], language
        assert "https://example.org/\n" in render.chat(invited, language=language), language


def test_days_of_a_postponed_event_are_the_planned_ones():
    days = Days.parse("2027-05-01")
    scheduled = Revision(days=days, status="scheduled", replaced=dt.date(2027, 2, 1))
    event = conference(status="postponed", days=days, history=[scheduled])
    texts = fact_texts(event)
    assert texts["status"] == "postponed (announced on February 1, 2027)"
    assert texts["days"] == "to be announced; originally planned for Saturday, May 1, 2027"
    assert "history" not in texts
    assert render.line(event) == (
        "PyCon Example 2027 (postponed) — new date to be announced; originally Saturday, May 1, 2027."
    )
    assert fact_texts(attrs.evolve(event, history=()), "zh")["days"] == "待公布，原定于2027年5月1日（星期六）"
    moved = attrs.evolve(scheduled, days=Days.parse("2027-04-01"))
    assert fact_texts(attrs.evolve(event, history=[moved]))["days"] == "Saturday, May 1, 2027"


def test_day_of_a_cancelled_event_is_the_planned_one():
    cases = (
        (
            "en",
            ["Originally planned: Saturday, May 1, 2027", "Original place: Hall 3"],
            "X (cancelled) — originally planned for Saturday, May 1, 2027, Hall 3.",
        ),
        (
            "en-GB",
            ["Originally planned: Saturday 1 May 2027", "Original place: Hall 3"],
            "X (cancelled) — originally planned for Saturday 1 May 2027, Hall 3.",
        ),
        (
            "zh-Hans",
            ["原定安排：2027年5月1日（星期六）", "原定地点：Hall 3"],
            "X（已取消）：原定于2027年5月1日（星期六），Hall 3。",
        ),
        (
            "zh-Hant",
            ["原定安排：2027年5月1日（星期六）", "原定地點：Hall 3"],
            "X（已取消）：原訂於2027年5月1日（星期六），Hall 3。",
        ),
    )
    for language, head, line in cases:
        event = Conference(
            id="x", name="X", status="cancelled", days=Days.parse("2027-05-01"), venues=[Venue(name="Hall 3")]
        )
        texts = words.of(language).labelled
        shown = [texts(facts.plain(fact.label), facts.plain(fact.value)) for fact in facts.of(event, language=language)]
        assert shown[2:4] == head, language
        assert render.line(event, language=language) == line, language
        assert head[0] in render.text(event, language=language), language
        plan = (
            line.partition("X（已取消）：" if language.startswith("zh") else " — ")[2]
            .rpartition("Hall 3")[0]
            .strip("， ,")
        )
        assert plan in str(render.email(event, languages=(language,))["Subject"]), language
        assert "attendance" not in fact_texts(event, language), language


def test_day_of_a_cancelled_rescheduled_event_is_the_last_planned_one():
    moved = Revision(days=Days.parse("2027-04-01"), replaced=dt.date(2027, 2, 1))
    event = conference(
        status="cancelled", days=Days.parse("2027-05-01"), hours=Hours.parse("09:00-17:00"), history=[moved]
    )
    for language, label, hours, brief in (
        ("en", "Last planned", "Planned hours", "last planned for Saturday, May 1, 2027"),
        ("zh", "取消前日期", "原定时间", "取消前定于2027年5月1日（星期六）"),
    ):
        found = {fact.key: fact for fact in facts.of(event, language=language)}
        assert [facts.plain(found[key].label) for key in ("days", "hours")] == [label, hours]
        assert facts.plain(found["days"].brief) == brief


def test_event_without_a_day_gives_the_reason():
    cases = (
        ("tbd", "to be announced", "date to be announced"),
        ("none", "no date", "no date"),
        ("rolling", "no fixed date", "no fixed date"),
    )
    for reason, value, brief in cases:
        event = conference(days=Pending(reason))
        days = next(fact for fact in facts.of(event) if fact.key == "days")
        assert [facts.plain(days.value), facts.plain(days.brief)] == [value, brief], reason
