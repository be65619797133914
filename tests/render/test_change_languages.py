"""Notices label text that is in another language than the reader's."""

from typing import Any

from confkit import (
    Address,
    Distance,
    EventRef,
    Image,
    Link,
    Organization,
    Registration,
    Relation,
    Series,
    Text,
    Ticket,
    Topic,
    Translation,
    Venue,
    render,
)
from factories import conference

A = "https://a.example/"

FIELDS: dict[str, Any] = {
    "images": lambda name: [Image(url=A, alt=name)],
    "series": lambda name: Series(id="week", name=name, acronym="W"),
    "relations": lambda name: [Relation(kind="follows", target=EventRef(url=A, name=name))],
    "links": lambda name: [Link(url=A, title=name)],
    "topics": lambda name: [Topic(id="one", name=name)],
    "organizations": lambda name: [Organization(name=name, role="host")],
}


def test_changed_name_is_labelled_with_another_language() -> None:
    cases = (
        (
            "images",
            "Image changed from Poster to 海报 (description in Chinese).",
            f"Image changed from [Poster]({A}) to [海报]({A}) (description in Chinese).",
            "圖片由海报（說明為簡體中文）改為海報。",
        ),
        (
            "series",
            "Series changed from Poster (W) to 海报 (W; name in Chinese).",
            "Series changed from Poster (W) to 海报 (W; name in Chinese).",
            "所屬系列由海报（W；簡體中文名稱）改為海報（W）。",
        ),
        (
            "relations",
            "Related event changed from after Poster to after 海报 (name in Chinese).",
            f"Related event changed from after [Poster]({A}) to after [海报]({A}) (name in Chinese).",
            "相關活動由於海报（簡體中文名稱）之後舉辦改為於海報之後舉辦。",
        ),
        (
            "links",
            "Website changed from Poster to 海报 (title in Chinese).",
            f"Website changed from [Poster]({A}) to [海报]({A}) (title in Chinese).",
            "官方網站由海报（簡體中文標題）改為海報。",
        ),
        (
            "topics",
            "Topic changed from Poster to 海报 (name in Chinese).",
            "Topic changed from Poster to 海报 (name in Chinese).",
            "主題由海报（簡體中文名稱）改為海報。",
        ),
        (
            "organizations",
            "Host changed from Poster to 海报 (name in Chinese).",
            "Host changed from Poster to 海报 (name in Chinese).",
            "主辦單位由海报（簡體中文名稱）改為海報。",
        ),
    )
    for field, english, markdown, chinese in cases:
        make = FIELDS[field]
        old, new = (conference(**{field: make(name)}) for name in (Text(en="Poster", zh="海报"), Text(zh="海报")))
        assert render.change_sentences(old, new) == (english,), field
        assert render.changes(old, new, form="markdown").rstrip("\n").split("\n\n")[1] == f"- {markdown}", field
        official = conference(**{field: make(Text(zh="海报", zh_Hant="海報"))})
        assert render.change_sentences(new, official, language="zh-Hant") == (chinese,), field


def test_changed_name_in_registration_is_labelled_with_another_language() -> None:
    cases = (
        (
            lambda name: Registration(handled_by=EventRef(name=name)),
            "Event that handles registration changed from Poster to 海报 (name in Chinese).",
        ),
        (
            lambda name: Registration(link=Link(url=A, title=name)),
            "Registration link changed from Poster to 海报 (title in Chinese).",
        ),
        (
            lambda name: Registration(tickets=[Ticket(id="one", name=name)]),
            "Ticket changed from Poster to 海报 (name in Chinese).",
        ),
    )
    for registration, english in cases:
        names = Text(en="Poster", zh="海报"), Text(zh="海报")
        assert render.change_sentences(*(conference(registration=registration(name)) for name in names)) == (
            english,
        ), registration


def test_changed_address_is_labelled_with_another_language_once() -> None:
    names = Text(en="1 Road", zh="一号路"), Text(zh="一号路")
    city = Text(en="Beijing", zh="北京")
    published = [conference(venues=[Venue(name="Hall", address=Address(text=name))]) for name in names]
    parts = [conference(venues=[Venue(name="Hall", address=Address(street=name, locality=city))]) for name in names]
    assert [render.change_sentences(*pair) for pair in (published, parts)] == [
        ("The old address was “1 Road” (as published); the new address is “一号路” (as published; in Chinese).",),
        ("The old address was 1 Road, Beijing; the new address is 一号路, Beijing (partly in Chinese).",),
    ]


def test_name_in_both_chinese_scripts_appears_in_one_script_in_english() -> None:
    name = Text(zh="海报", zh_Hant="海報")
    translations = [Translation(language="zh-Hans", status="unofficial")]
    old = conference(venues=[Venue(name="Hall")], translations=translations)
    new = conference(
        venues=[Venue(name="Hall", distances=[Distance(origin=name, km=3)])],
        series=FIELDS["series"](name),
        relations=FIELDS["relations"](name),
        translations=translations,
    )
    assert render.change_sentences(old, new) == (
        "Distance added: 3 km from 海报 (name in Chinese).",
        "Related event added: after 海报 (name in Chinese).",
        "Series added: 海报 (W; name in Chinese).",
    )
    assert "海報" not in render.text(new)
