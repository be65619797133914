"""Notices on a cancelled event."""

import datetime as dt
from typing import Any

import attrs

from confkit import Conference, Contact, Days, Pending, Registration, When, facts, render
from factories import call, conference, deadline, venue
from render.versions import due


def test_cancelled_event_had_been_moved_before() -> None:
    old = conference(days=Days.parse("2027-05-01"))
    for days, english, chinese in (
        ("2027-05-08", "from May 1 to May 8, 2027", "2027年5月1日改期至5月8日"),
        ("2027-05-08/2027-05-09", "from May 1 to May 8–9, 2027", "2027年5月1日改期为5月8日至9日"),
    ):
        new = conference(days=Days.parse(days), status="cancelled")
        assert [" ".join(render.change_sentences(old, new, language=tag)) for tag in ("en", "zh")] == [
            f"The event planned for May 1, 2027 has been cancelled. The event had been moved {english}.",
            f"原定于2027年5月1日举办的活动已取消。 活动此前已由{chinese}。",
        ]


def test_cancellation_names_the_planned_days_if_any() -> None:
    before = [Days.parse("2027-04-30/2027-05-01"), Pending("tbd"), None]
    for days, english, traditional in (
        (before[0], "The event planned for April 30 – May 1, 2027 has been", "原訂於2027年4月30日至5月1日舉辦的活動"),
        (before[1], "The event has been", "活動"),
        (before[2], "The event has been", "活動"),
    ):
        old = conference(days=days)
        new = attrs.evolve(old, status="cancelled")
        assert [render.change_sentences(old, new, language=tag) for tag in ("en", "zh-Hant")] == [
            (f"{english} cancelled.",),
            (f"{traditional}已取消。",),
        ]


def dated(at: When | Pending, **fields: Any) -> Conference:
    """Return an event with a date of every kind, all of them the same."""
    return conference(
        calls=[call(deadlines=[deadline(at=at), deadline(id="late", label="late", at=at)], opens=at)],
        milestones=[deadline(id="final", kind="camera_ready", at=at)],
        registration=Registration(closes=at),
        **fields,
    )


def test_cancelled_event_cancels_its_dates_in_one_change() -> None:
    old, new = dated(When.parse("2027-01-13")), dated(Pending("cancelled"), status="cancelled")
    by_language = {tag: facts.changed(old, new, language=tag) for tag in ("en", "zh", "zh-Hant")}
    assert [[facts.plain(fact.value) for fact in changed] for changed in by_language.values()] == [
        ["the event planned for May 1–3, 2027 has been cancelled"],
        ["原定于2027年5月1日至3日举办的活动已取消"],
        ["原訂於2027年5月1日至3日舉辦的活動已取消"],
    ]
    assert set(by_language["en"][0].paths) == {
        *("status", "calls[0].opens", "calls[0].deadlines[0].at", "calls[0].deadlines[1].at"),
        *("milestones[0].at", "registration.closes"),
    }
    assert render.change_sentences(old, new)[:4] == (
        "The event planned for May 1–3, 2027 has been cancelled.",
        "Opening date of the call cancelled with the event.",
        "Submission deadline cancelled with the event.",
        "Submission deadline (late) cancelled with the event.",
    )


def test_call_is_cancelled_with_an_event_that_was_already_cancelled() -> None:
    old = dated(When.parse("2027-01-13"), status="cancelled")
    new = dated(Pending("cancelled"), status="cancelled")
    notices = [render.changes(old, new, language=tag, form="markdown") for tag in ("en", "zh", "zh-Hant")]
    assert [notice.split("\n")[2:-1] for notice in notices] == [
        [
            "- Call for proposals cancelled with the event.",
            "- Camera-ready deadline cancelled with the event.",
            "- Registration deadline cancelled with the event.",
        ],
        ["- 议题征集随活动一并取消。", "- 终稿提交截止日期随活动一并取消。", "- 报名截止日期随活动一并取消。"],
        ["- 徵稿隨活動一併取消。", "- 定稿繳交截止日期隨活動一併取消。", "- 報名截止日期隨活動一併取消。"],
    ]


def test_deadline_cancelled_alone_names_its_date() -> None:
    old, new = dated(When.parse("2027-01-13")), conference(**due(Pending("cancelled")))
    assert "The deadline of January 13, 2027 is cancelled." in render.change_sentences(old, new)


def test_chat_on_a_cancellation_omits_obsolete_changes() -> None:
    old = conference(venues=[venue()], **due("2027-01-13"))
    fields = {"status": "cancelled", "days": Days.parse("2027-06-01"), "venues": [venue(name="Hall")]}
    new = conference(**fields, updated=dt.date(2027, 1, 1), **due("2027-01-20"))
    assert (
        render.changes(old, new, form="chat")
        == "PyCon Example 2027: the event planned for May 1–3, 2027 has been cancelled.\n"
    )
    refunded = attrs.evolve(new, contacts=[Contact(email="a@example.org")])
    assert render.changes(old, refunded, form="chat") == (
        "PyCon Example 2027: the event planned for May 1–3, 2027 has been cancelled; contact added: a@example.org.\n"
    )


def test_mail_on_a_cancellation_counts_all_listed_changes() -> None:
    old = conference(venues=[venue()])
    new = conference(status="cancelled", days=Days.parse("2027-06-01"), contacts=[Contact(email="a@example.org")])
    mail = render.changes_email(old, new)
    items = [line for line in next(mail.iter_parts()).get_content().splitlines() if line.startswith("- ")]
    assert (mail["Subject"], len(items)) == (
        "PyCon Example 2027: the event planned for May 1–3, 2027 has been cancelled, and 3 more changes",
        4,
    )


def test_text_notice_on_a_cancellation_has_no_current_details() -> None:
    assert render.changes(conference(), conference(status="cancelled")) == (
        "PyCon Example 2027: what has changed\n\nThe event planned for May 1–3, 2027 has been cancelled.\n"
    )


def test_text_notice_on_a_cancellation_does_not_give_the_new_days() -> None:
    old = conference()
    new = attrs.evolve(old, days=Days.parse("2027-06-05"), status="cancelled")
    notice = render.changes(old, new)
    assert ("As it now stands" in notice, "cancelled" in notice) == (False, True)
