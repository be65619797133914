"""Notices on changed deadlines and calls."""

import datetime as dt
from typing import Any

from confkit import CallForProposals, Pending, Superseded, Text, Topic, When, render
from factories import call, conference, deadline
from render.versions import due, sentences

SENTENCES: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "extended": (
        due("2027-01-13"),
        due("2027-01-20"),
        "Deadline extended from January 13 to January 20, 2027.",
        "截止日期由2027年1月13日延长至1月20日。",
    ),
    "extended-over-new-year": (
        due("2026-12-30T23:59[AoE]"),
        due("2027-01-05T23:59[AoE]"),
        "Deadline extended from December 30, 2026 to January 5, 2027, 11:59 PM AoE (UTC−12).",
        "截止日期由2026年12月30日延长至2027年1月5日23:59（AoE，UTC−12）。",
    ),
    "brought-forward": (
        due("2027-01-13"),
        due("2027-01-06"),
        "Deadline brought forward from January 13 to January 6, 2027.",
        "截止日期由2027年1月13日提前至1月6日。",
    ),
    "restated": (
        due("2027-01-13"),
        due("2027-01-13T23:59[AoE]"),
        "Deadline now stated as January 13, 2027, 11:59 PM AoE (UTC−12).",
        "截止日期现注明为2027年1月13日23:59（AoE，UTC−12）。",
    ),
    "set": (
        due(Pending("tbd")),
        due("2027-01-13"),
        "Deadline set to January 13, 2027.",
        "截止日期定为2027年1月13日。",
    ),
    "withdrawn": (
        due("2027-01-13"),
        due(Pending("tbd")),
        "The deadline of January 13, 2027 no longer holds; a new date will be announced.",
        "原定2027年1月13日的截止日期不再有效，新日期待公布。",
    ),
    "cancelled-date": (
        due("2027-01-13"),
        due(Pending("cancelled")),
        "The deadline of January 13, 2027 is cancelled.",
        "原定2027年1月13日的截止日期已取消。",
    ),
    "withdrawn-for-good": (
        due("2027-01-13"),
        due(Pending("rolling")),
        "The deadline of January 13, 2027 no longer holds; there is now no fixed date.",
        "原定2027年1月13日的截止日期不再有效，现不设固定日期。",
    ),
    "pending": (
        due(Pending("tbd")),
        due(Pending("rolling")),
        "Deadline now has no fixed date.",
        "截止日期现不设固定日期。",
    ),
    "labelled": (
        due("2027-01-13", kind="camera_ready"),
        due("2027-01-20", kind="camera_ready"),
        "Camera-ready deadline extended from January 13 to January 20, 2027.",
        "终稿提交截止日期由2027年1月13日延长至1月20日。",
    ),
    "closes-nothing": (
        due("2027-01-13", kind="notification"),
        due("2027-01-20", kind="notification"),
        "Notification of acceptance moved from January 13 to January 20, 2027.",
        "录用通知日期由2027年1月13日改为1月20日。",
    ),
    "deadline-added": (
        {"calls": [call(deadlines=[])]},
        due("2027-01-13"),
        "Submission deadline added: January 13, 2027.",
        "新增提交截止日期：2027年1月13日。",
    ),
    "inside-a-deadline": (
        due("2027-01-13"),
        due("2027-01-13", announced=dt.date(2026, 12, 1), label="final", history=[]),
        (
            "Submission deadline (final) — description of the date added: final. "
            "Submission deadline (final) — day of announcement added: December 1, 2026."
        ),
        "提交截止日期（final）新增日期说明：final。 提交截止日期（final）新增发布日期：2026年12月1日。",
    ),
    "history": (
        due("2027-01-13"),
        due("2027-01-13", history=[Superseded(at=When.parse("2027-01-01"), replaced=dt.date(2026, 12, 1))]),
        "Submission deadline: earlier dates updated.",
        "提交截止日期原定日期有更新。",
    ),
    "several-calls": (
        {"calls": [call(), CallForProposals(kind="papers", round="1", opens=When.parse("2026-12-01"))]},
        {"calls": [call(), CallForProposals(kind="papers", round="1", opens=When.parse("2026-12-08"))]},
        "Call for papers (1): opening date of the call moved from December 1 to December 8, 2026.",
        "论文征稿（1）提交开始日期由2026年12月1日改为12月8日。",
    ),
    "call-added": (
        {},
        {"calls": [CallForProposals(kind="posters")]},
        "Call for posters added.",
        "新增海报征集。",
    ),
    "call-added-with-a-deadline": (
        {},
        {"calls": [CallForProposals(kind="posters", deadlines=[deadline()])]},
        "Call for posters added; submission deadline: January 13, 2027.",
        "新增海报征集，提交截止日期为2027年1月13日。",
    ),
    "call-kind": (
        {"calls": [call()]},
        {"calls": [call(kind="papers")]},
        "Kind of call changed from call for proposals to call for papers.",
        "征集类型由议题征集改为论文征稿。",
    ),
    "order-in-a-call": (
        {"calls": [call(topics=[Topic(name="A"), Topic(name="B")])]},
        {"calls": [call(topics=[Topic(name="B"), Topic(name="A")]), CallForProposals(kind="posters")]},
        "Call for proposals: topics listed in another order. Call for posters added.",
        "议题征集主题列出顺序有调整。 新增海报征集。",
    ),
}


def test_changes_of_deadlines_and_calls_are_sentences() -> None:
    for name, (old, new, english, chinese) in SENTENCES.items():
        assert sentences(old, new, "en", "zh") == [english, chinese], name


def test_reason_ends_without_a_second_full_stop() -> None:
    cases = (
        (Text(en="A storm.", zh="服务器故障。"), "reason: A storm)", "原因：服务器故障）"),
        (Text(en="a storm..."), "reason: a storm...)", "原因：“a storm...”，原文为英文）"),
        (Text(en="rules of the U.S."), "reason: rules of the U.S.)", "原因：“rules of the U.S.”，原文为英文）"),
        (Text(zh="服务器故障。"), "reason: “服务器故障”, original in Chinese)", "原因：服务器故障）"),
    )
    for reason, english, chinese in cases:
        later = deadline().extend(When.parse("2027-01-20"), announced=dt.date(2027, 1, 10), reason=reason)
        old, new = (conference(calls=[call(deadlines=[each])]) for each in (deadline(), later))
        for tag, expected, stop in (("en", english, "."), ("zh", chinese, "。")):
            (sentence,) = render.change_sentences(old, new, language=tag)
            assert sentence.endswith(expected + stop), reason


def test_removed_call_is_named() -> None:
    old = {"calls": [CallForProposals(kind="posters", deadlines=[deadline()])]}
    assert sentences(old, {}, "en", "zh", "zh-Hant") == [
        "Call for posters removed.",
        "不再列出海报征集。",
        "不再列出海報徵集。",
    ]
