"""Changes in words of an event that is cancelled."""

import datetime as dt
from typing import Any

import attrs

from confkit import Conference, Contact, Days, Pending, Registration, When, facts, render
from factories import call, conference, deadline, venue
from render.changed import one


def test_what_is_cancelled_had_been_moved() -> None:
    old = conference(days=Days.parse("2027-05-01"))
    for days, english, chinese in (
        ("2027-05-08", "from May 1 to May 8, 2027", "2027年5月1日改期至5月8日"),
        ("2027-05-08/2027-05-09", "from May 1 to May 8–9, 2027", "2027年5月1日改期为5月8日至9日"),
    ):
        new = conference(days=Days.parse(days), status="cancelled")
        assert [" ".join(render.change_sentences(old, new, language=tag)) for tag in ("en", "zh")] == [
            f"The event has been cancelled. The event had been moved {english}.",
            f"活动已取消。 活动此前已由{chinese}。",
        ]


def dated(at: When | Pending, **fields: Any) -> Conference:
    """An event with a date of every kind, all at one moment."""
    return conference(
        calls=[call(deadlines=[deadline(at=at), deadline(id="late", label="late", at=at)], opens=at)],
        milestones=[deadline(id="final", kind="camera_ready", at=at)],
        registration=Registration(closes=at),
        **fields,
    )


def test_event_that_is_cancelled_takes_its_dates_with_it() -> None:
    old, new = dated(When.parse("2027-01-13")), dated(Pending("cancelled"), status="cancelled")
    told = {tag: facts.changed(old, new, language=tag) for tag in ("en", "zh", "zh-Hant")}
    assert [[facts.plain(fact.value) for fact in one] for one in told.values()] == [
        ["the event has been cancelled"],
        ["活动已取消"],
        ["活動已取消"],
    ]
    assert set(told["en"][0].paths) == {
        *("status", "calls[0].opens", "calls[0].deadlines[0].at", "calls[0].deadlines[1].at"),
        *("milestones[0].at", "registration.closes"),
    }
    assert render.change_sentences(old, new)[:4] == (
        "The event has been cancelled.",
        "Opening date of the call cancelled with the event.",
        "Submission deadline cancelled with the event.",
        "Submission deadline (late) cancelled with the event.",
    )


def test_call_of_an_event_that_was_cancelled_before_is_cancelled_with_it() -> None:
    old = dated(When.parse("2027-01-13"), status="cancelled")
    new = dated(Pending("cancelled"), status="cancelled")
    said = {tag: render.changes(old, new, language=tag, form="markdown") for tag in ("en", "zh", "zh-Hant")}
    assert [one.split("\n")[2:-1] for one in said.values()] == [
        [
            "- Call for proposals cancelled with the event.",
            "- Camera-ready deadline cancelled with the event.",
            "- Registration deadline cancelled with the event.",
        ],
        ["- 议题征集随活动一并取消。", "- 终稿提交截止日期随活动一并取消。", "- 报名截止日期随活动一并取消。"],
        ["- 徵稿隨活動一併取消。", "- 定稿繳交截止日期隨活動一併取消。", "- 報名截止日期隨活動一併取消。"],
    ]


def test_call_that_is_cancelled_alone_is_told_with_its_date() -> None:
    old, new = dated(When.parse("2027-01-13")), conference(**one(Pending("cancelled")))
    assert "The deadline of January 13, 2027 is cancelled." in render.change_sentences(old, new)


def test_message_on_what_is_cancelled_leaves_out_what_no_longer_matters() -> None:
    old = conference(venues=[venue()], **one("2027-01-13"))
    fields = {"status": "cancelled", "days": Days.parse("2027-06-01"), "venues": [venue(name="Hall")]}
    new = conference(**fields, updated=dt.date(2027, 1, 1), **one("2027-01-20"))
    assert render.changes(old, new, form="chat") == "PyCon Example 2027: the event has been cancelled.\n"
    refunded = attrs.evolve(new, contacts=[Contact(email="a@example.org")])
    assert render.changes(old, refunded, form="chat") == (
        "PyCon Example 2027: the event has been cancelled; contact added: a@example.org.\n"
    )


def test_mail_on_what_is_cancelled_counts_all_that_it_lists() -> None:
    old = conference(venues=[venue()])
    new = conference(status="cancelled", days=Days.parse("2027-06-01"), contacts=[Contact(email="a@example.org")])
    mail = render.changes_email(old, new)
    items = [line for line in next(mail.iter_parts()).get_content().splitlines() if line.startswith("- ")]
    assert (mail["Subject"], len(items)) == ("PyCon Example 2027: the event has been cancelled, and 3 more changes", 4)


def test_correction_says_no_more_where_nothing_holds_now() -> None:
    assert render.changes(conference(), conference(status="cancelled")) == (
        "PyCon Example 2027: what has changed\n\nThe event has been cancelled.\n"
    )


def test_correction_of_what_is_cancelled_says_no_day_on_which_it_would_be() -> None:
    old = conference()
    new = attrs.evolve(old, days=Days.parse("2027-06-05"), status="cancelled")
    said = render.changes(old, new)
    assert ("As it now stands" in said, "cancelled" in said) == (False, True)
