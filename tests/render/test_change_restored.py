"""Notices on dates that were restored, and on events that are no longer cancelled."""

import datetime as dt

import attrs

from confkit import Conference, Days, Deadline, Online, Pending, Revision, When, changes, render
from factories import call, conference, deadline

FIRST, LAST = dt.date(2027, 1, 10), dt.date(2027, 1, 12)
CANCELLED = conference(
    status="cancelled",
    days=Days.parse("2027-05-01"),
    history=[Revision(status="scheduled", replaced=FIRST, reason="a flood")],
)


def there_and_back(start: Deadline, between: When | Pending) -> tuple[Conference, Conference]:
    back = start.extend(between, FIRST, "a storm").extend(start.at, LAST)
    return conference(calls=[call(deadlines=[start])]), conference(calls=[call(deadlines=[back])])


def test_restored_deadline_names_both_dates() -> None:
    cases = (
        (
            *("submission", "2027-01-13", "2027-01-20"),
            "Deadline moved to January 20 and back to January 13, 2027 (announced on January 12, 2027).",
            "截止日期曾改为2027年1月20日，现恢复为1月13日（2027年1月12日公布）。",
        ),
        (
            *("submission", "2027-01-13T23:59[AoE]", "2026-12-20T23:59[AoE]"),
            (
                "Deadline moved to December 20, 2026 and back to January 13, 2027, 11:59 PM AoE (UTC−12). "
                "Announced on January 12, 2027."
            ),
            "截止日期曾改为2026年12月20日，现恢复为2027年1月13日23:59（AoE，UTC−12）。2027年1月12日公布。",
        ),
        (
            *("submission", "2027-01-13", Pending("tbd")),
            "Deadline again set to January 13, 2027 (announced on January 12, 2027).",
            "截止日期恢复为2027年1月13日（2027年1月12日公布）。",
        ),
        (
            *("submission", Pending("tbd"), "2027-01-20"),
            (
                "The deadline of January 20, 2027 no longer holds; a new date will be announced "
                "(announced on January 12, 2027)."
            ),
            "原定2027年1月20日的截止日期不再有效，新日期待公布（2027年1月12日公布）。",
        ),
        (
            *("notification", "2027-01-13", "2027-01-20"),
            (
                "Notification of acceptance moved to January 20 and back to January 13, 2027 "
                "(announced on January 12, 2027)."
            ),
            "录用通知日期曾改为2027年1月20日，现恢复为1月13日（2027年1月12日公布）。",
        ),
    )
    for kind, at, between, english, chinese in cases:
        start, other = (When.parse(date) if isinstance(date, str) else date for date in (at, between))
        pair = there_and_back(deadline(kind=kind, at=start, announced=dt.date(2026, 12, 1)), other)
        assert [render.change_sentences(*pair, language=tag) for tag in ("en", "zh")] == [(english,), (chinese,)], kind


def test_restored_deadline_is_one_change() -> None:
    (change,) = changes.diff(*there_and_back(deadline(), When.parse("2027-01-20")))
    at = "calls[0].deadlines[0]"
    assert (change.kind, change.old_path, change.new_path, change.reason) == (
        *("deadline.restored", f"{at}.at", f"{at}.at"),
        None,
    )
    assert change.old == change.new == When.parse("2027-01-13")
    assert change.explained_by == (f"{at}.announced", f"{at}.history[0]", f"{at}.history[1]")


def test_restored_event_names_both_dates() -> None:
    cases = (
        (
            *(Days.parse("2027-05-01"), Days.parse("2027-06-01")),
            "The event has been moved to June 1 and back to May 1, 2027 (announced on January 12, 2027).",
            "活动日期曾改为2027年6月1日，现恢复为5月1日（2027年1月12日公布）。",
        ),
        (
            *(Days.parse("2027-05-01"), Pending("tbd")),
            "The event is again planned for May 1, 2027 (announced on January 12, 2027).",
            "活动日期恢复为2027年5月1日（2027年1月12日公布）。",
        ),
        (
            *(Pending("tbd"), Days.parse("2027-06-01")),
            ("The date of June 1, 2027 no longer holds; a new date will be announced (announced on January 12, 2027)."),
            "原定日期2027年6月1日不再有效，新日期待公布（2027年1月12日公布）。",
        ),
    )
    for days, between, english, chinese in cases:
        rows = [Revision(days=days, status="scheduled", replaced=FIRST), Revision(days=between, replaced=LAST)]
        old, new = conference(days=days), conference(days=days, status="rescheduled", history=rows)
        assert [render.change_sentences(old, new, language=tag) for tag in ("en", "zh")] == [(english,), (chinese,)], (
            days
        )
        (change,) = changes.diff(old, new)
        assert (change.kind, change.path, change.explained_by) == (
            *("event.restored", "days"),
            ("status", "history[0]", "history[1]"),
        ), days


def test_reinstated_event_is_no_longer_cancelled() -> None:
    cases = (
        (
            {"status": "rescheduled", "days": Days.parse("2027-09-06")},
            "the event is no longer cancelled and has been rescheduled from May 1 to September 6, 2027.",
            "活动恢复举办，由2027年5月1日改期至9月6日。",
        ),
        (
            {"status": "rescheduled", "days": Days.parse("2027-09-06/2027-09-07")},
            "the event is no longer cancelled and has been rescheduled from May 1 to September 6–7, 2027.",
            "活动恢复举办，由2027年5月1日改期为9月6日至7日。",
        ),
        ({"status": "rescheduled"}, "the event will take place after all.", "活动恢复举办。"),
        ({"status": "tentative"}, "the event is no longer cancelled but tentative.", "活动由取消改为暂定。"),
        ({"status": "postponed"}, "the event is no longer cancelled but postponed.", "活动由取消改为延期。"),
        (
            {"status": "postponed", "days": Pending("tbd")},
            (
                "the event is no longer cancelled but postponed; "
                "it was planned for May 1, 2027, and a new date will be announced."
            ),
            "活动由取消改为延期，原定2027年5月1日，新日期待公布。",
        ),
        (
            {"status": "moved_online", "online": Online(platform="Zoom")},
            "the event is no longer cancelled but moves online (Zoom).",
            "活动恢复举办，改为线上举行（Zoom）。",
        ),
    )
    for fields, english, chinese in cases:
        row = Revision(status="cancelled", days=CANCELLED.days if "days" in fields else None, replaced=LAST)
        new = attrs.evolve(CANCELLED, **fields, history=[*CANCELLED.history, row])
        notices = [render.changes(CANCELLED, new, language=tag, form="chat") for tag in ("en", "zh")]
        assert notices == [f"PyCon Example 2027: {english}\n", f"PyCon Example 2027：{chinese}\n"], fields


def test_reinstated_event_gives_day_and_reason_of_the_announcement() -> None:
    row = Revision(status="cancelled", days=CANCELLED.days, replaced=LAST, reason="repairs are done")
    days = Days.parse("2027-09-06")
    new = attrs.evolve(CANCELLED, status="rescheduled", days=days, history=[*CANCELLED.history, row])
    assert render.changes(CANCELLED, new, form="markdown").split("\n\n")[1] == (
        "- The event is no longer cancelled and has been rescheduled from May 1 to September 6, 2027 "
        "(announced on January 12, 2027; reason: repairs are done)."
    )
    assert render.change_sentences(CANCELLED, new) == (
        "The event will take place after all (announced on January 12, 2027; reason: repairs are done).",
        (
            "The event has been rescheduled from May 1 to September 6, 2027 "
            "(announced on January 12, 2027; reason: repairs are done)."
        ),
    )
