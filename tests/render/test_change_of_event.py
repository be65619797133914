"""Notices on the changed status, days and hours of an event, and on online attendance."""

import datetime as dt
from typing import Any

from confkit import Days, Hours, Link, Online, Pending, Revision, facts, render
from factories import conference
from render.versions import A, sentences

SENTENCES: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "rescheduled": (
        {"days": Days.parse("2027-05-01")},
        {"days": Days.parse("2027-05-08")},
        "The event has been rescheduled from May 1 to May 8, 2027.",
        "活动由2027年5月1日改期至5月8日。",
    ),
    "rescheduled-over-new-year": (
        {"days": Days.parse("2026-12-30/2027-01-02")},
        {"days": Days.parse("2027-01-06/2027-01-08")},
        "The event has been rescheduled from December 30, 2026 – January 2, 2027 to January 6–8, 2027.",
        "活动由2026年12月30日至2027年1月2日改期为2027年1月6日至8日。",
    ),
    "dated": ({"days": None}, {"days": Days.parse("2027-05-08")}, "Date set to May 8, 2027.", "日期定为2027年5月8日。"),
    "undated": (
        {"days": Days.parse("2027-05-08")},
        {"days": Pending("tbd")},
        "The date of May 8, 2027 no longer holds; a new date will be announced.",
        "原定日期2027年5月8日不再有效，新日期待公布。",
    ),
    "no-days-at-all": (
        {"days": Days.parse("2027-05-08")},
        {"days": Pending("none")},
        "The date of May 8, 2027 no longer holds; there is now no date.",
        "原定日期2027年5月8日不再有效，现不设日期。",
    ),
    "days-called-off": (
        {"days": Days.parse("2027-05-08")},
        {"days": Pending("cancelled")},
        "The date of May 8, 2027 no longer holds; it is now cancelled.",
        "原定日期2027年5月8日不再有效，现为：已取消。",
    ),
    "no-days": (
        {"days": Days.parse("2027-05-08")},
        {"days": None},
        "Date removed: May 8, 2027.",
        "不再列出日期：2027年5月8日。",
    ),
    "pending-days": ({"days": None}, {"days": Pending("tbd")}, "Date to be announced.", "日期待公布。"),
    "status": ({}, {"status": "postponed"}, "The event has been postponed.", "活动延期。"),
    "confirmed": ({"status": "tentative"}, {}, "The event is confirmed as scheduled.", "活动确认如期举行。"),
    "after-all": ({"status": "cancelled"}, {}, "The event will take place after all.", "活动恢复举办。"),
    "scheduled-again": ({"status": "postponed"}, {}, "The event is scheduled again.", "活动已重新排定。"),
    "not-moved-online": (
        {"status": "moved_online"},
        {},
        "The event is no longer moved online.",
        "活动不再改为线上举行。",
    ),
    "status-alone": ({}, {"status": "rescheduled"}, "The event has been rescheduled.", "活动改期。"),
    "moved-online": (
        {},
        {"status": "moved_online", "online": Online(platform="Zoom", link=Link(url="https://example.org/z"))},
        "The event moves online. Online attendance is now possible (Zoom).",
        "活动改为线上举行。 新增线上参会方式（Zoom）。",
    ),
    "online": (
        {"online": Online(platform="Zoom")},
        {"online": Online()},
        "The details of online attendance have changed.",
        "线上参会方式有变更。",
    ),
    "not-online": ({"online": Online()}, {}, "Online attendance is no longer possible.", "不再提供线上参会方式。"),
    "hours-set": (
        {},
        {"hours": Hours.parse("18:00-02:00")},
        "Hours set to 6:00 PM – 2:00 AM the next day.",
        "时间定为18:00至次日02:00。",
    ),
    "hours": (
        {"hours": Hours.parse("09:00-17:00")},
        {},
        "Hours removed: 9:00 AM – 5:00 PM.",
        "不再列出时间：09:00–17:00。",
    ),
}


def test_changes_of_the_event_are_sentences() -> None:
    for name, (old, new, english, chinese) in SENTENCES.items():
        assert sentences(old, new, "en", "zh") == [english, chinese], name


def test_postponement_names_the_planned_days() -> None:
    old = conference()
    new = conference(
        days=Pending("tbd"), status="postponed", history=[Revision(days=old.days, replaced=dt.date(2027, 2, 1))]
    )
    by_language = {tag: facts.changed(old, new, language=tag) for tag in ("en", "zh", "zh-Hant")}
    assert [(facts.plain(fact.value), fact.paths) for (fact,) in by_language.values()] == [
        (
            (
                "the event has been postponed; it was planned for May 1–3, 2027, and a new date will be announced "
                "(announced on February 1, 2027)"
            ),
            ("status", "days"),
        ),
        ("活动延期，原定2027年5月1日至3日，新日期待公布（2027年2月1日公布）", ("status", "days")),
        ("活動延期，原定2027年5月1日至3日，新日期待公布（2027年2月1日公布）", ("status", "days")),
    ]
    dated = facts.changed(old, conference(days=Days.parse("2027-06-01"), status="postponed"))
    assert [fact.paths for fact in dated] == [("status",), ("days",)]
    undated = facts.changed(conference(days=None), new)
    assert ("status", "days") not in [fact.paths for fact in undated]


def test_move_online_names_the_platform_and_its_url() -> None:
    online = Online(platform="Zoom", link=Link(url=A))
    new = conference(status="moved_online", online=online, hours=Hours.parse("10:00-12:00"))
    notices = [render.changes(conference(), new, language=tag, form="markdown") for tag in ("en", "zh")]
    assert notices == [
        (
            "# PyCon Example 2027: what has changed\n\n"
            f"- The event moves online (Zoom). <{A}>\n"
            "- Hours set to 10:00 AM – 12:00 noon.\n\n"
            "## As it now stands\n\n- **Hours**: 10:00 AM – 12:00 noon daily, local time\n"
        ),
        (
            f"# PyCon Example 2027 变更通知\n\n- 活动改为线上举行（Zoom）。<{A}>\n- 时间定为10:00–12:00。\n\n"
            "## 最新信息\n\n- **时间**：当地时间每日10:00–12:00\n"
        ),
    ]
