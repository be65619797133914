"""Notices on changed texts and on all remaining fields."""

import datetime as dt
from typing import Any

from confkit import EventRef, Image, Relation, Revision, Series, Source, Text, Translation, render
from factories import conference
from render.versions import sentences

SENTENCES: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "name": (
        {"name": Text(en="Old", zh="旧")},
        {"name": Text(en="New", zh="新")},
        "Name of the event changed from Old to New.",
        "活动名称由旧改为新。",
    ),
    "name-in-one-language": (
        {"name": Text(en="Old", zh="旧")},
        {"name": Text(en="Old", zh="旧", fr="Vieux")},
        "Name of the event now also in French.",
        "活动名称新增法语版本。",
    ),
    "text": (
        {"summary": "A day."},
        {"summary": "One day.", "travel": "By train."},
        "Travel information added. Summary of the event changed.",
        "新增交通信息。 活动概要有变更。",
    ),
    "text-with-its-language": (
        {"audience": Text(en="A."), "description": "B."},
        {"audience": Text(en="A!")},
        "Description of the event removed. Description of the audience changed.",
        "不再列出活动详情。 面向人群说明有变更（英文）。",
    ),
    "text-in-a-language-of-others": (
        {"travel": Text(en="By train.", fr="En train.")},
        {"travel": Text(en="By train.", fr="Par le train.")},
        "Travel information changed (in French).",
        "交通信息有变更（法语）。",
    ),
    "text-that-gets-a-language": (
        {"description": "B."},
        {"description": Text(en="B.")},
        "Description of the event changed.",
        "活动详情有变更（英文）。",
    ),
    "rest": (
        {"series": Series(id="a"), "edition": 1, "kind": "meetup", "timezone": "Asia/Tokyo", "languages": ["en"]},
        {
            "series": Series(id="b", acronym="B"),
            "edition": 2,
            "kind": "workshop",
            "timezone": "Europe/Berlin",
            "languages": ["en", "zh"],
        },
        (
            "Series updated. Edition changed from first to second. Kind of event changed from meetup to workshop. "
            "Time zone changed from Tokyo time to Berlin time. "
            "Languages of the event changed from English to English and Chinese."
        ),
        (
            "所属系列有更新。 届次由首届改为第二届。 活动类型由交流会改为工作坊。 "
            "时区由东京时间改为柏林时间。 活动语言由英文改为英文和中文。"
        ),
    ),
    "more": (
        {"updated": dt.date(2026, 12, 1), "published": dt.date(2026, 11, 1)},
        {
            "updated": dt.date(2026, 12, 2),
            "published": dt.date(2026, 11, 2),
            "history": [Revision(status="tentative", replaced=dt.date(2026, 11, 1))],
            "images": [Image(url="https://example.org/i", alt="A hall")],
            "sources": [Source(url="https://example.org/n")],
            "translations": [Translation(language="zh", status="official")],
            "relations": [Relation(kind="follows", target=EventRef(name="Week"))],
            "extra": {"seats": 300},
        },
        (
            "Related event added: after Week. "
            "Day of announcement changed from November 1, 2026 to November 2, 2026. "
            "The announcement was updated on December 2, 2026. "
            "Image added: A hall. "
            "Translation added: Simplified Chinese. "
            "Source added. "
            "Further data updated. "
            "Earlier plan added."
        ),
        (
            "新增相关活动：在 Week 之后举办。 "
            "发布日期由2026年11月1日改为2026年11月2日。 "
            "公告更新于2026年12月2日。 "
            "新增图片：A hall。 "
            "新增译文说明：简体中文。 "
            "新增信息来源。 "
            "其他数据有更新。 "
            "新增原安排。"
        ),
    ),
    "gone": (
        {
            "extra": {},
            "history": [Revision(status="tentative", replaced=dt.date(2026, 11, 1))],
            "updated": dt.date(2027, 1, 1),
        },
        {"history": [], "namespace": "example.com"},
        (
            "Publisher's domain changed from example.org to example.com. "
            "Day of the last update removed: January 1, 2027. "
            "Earlier plan updated."
        ),
        "发布方域名由 example.org 改为 example.com。 不再列出更新日期：2027年1月1日。 原安排有更新。",
    ),
}


def test_changes_of_texts_are_sentences() -> None:
    for name, (old, new, english, chinese) in SENTENCES.items():
        assert sentences(old, new, "en", "zh") == [english, chinese], name


def test_notices_omit_changes_that_matter_to_publishers_only() -> None:
    internal = {"extra": {"seats": 300}, "namespace": "example.com"}
    old, new = conference(), conference(edition=2, **internal)
    assert render.changes(old, new) == "PyCon Example 2027: what has changed\n\nEdition added: second.\n"
    assert render.changes(old, new, form="chat") == "PyCon Example 2027: edition added: second.\n"
    assert "<p>Edition added: second.</p>" in render.changes(old, new, form="html")
    assert len(render.changes(old, new, form="markdown").splitlines()) == 5
    assert len(render.change_sentences(old, new)) == 3
    alone = render.changes(old, conference(**internal))
    assert alone.splitlines()[2:] == [
        "- Publisher's domain changed from example.org to example.com.",
        "- Further data updated.",
    ]
