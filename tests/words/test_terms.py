"""Names of the codes of the model, editions, prices and notes on translations."""

from __future__ import annotations

import re
from typing import get_args

import attrs

from confkit import (
    CallForProposals,
    CallState,
    Conference,
    Deadline,
    DeadlineState,
    Link,
    Money,
    Organization,
    Relation,
    Translation,
    Venue,
    words,
)
from confkit.model import Attendance, Status
from confkit.words._terms import RELATIONS, TERMS

EN, ZH, TW = words.of("en"), words.of("zh"), words.of("zh-TW")


def allowed(cls, field):
    return set(getattr(attrs.fields_dict(cls)[field].validator, "allowed", ()))


def test_closed_sets_of_the_model_have_names():
    cases = (
        ("role", allowed(Organization, "role")),
        ("venue", allowed(Venue, "role")),
        ("status", set(get_args(Status))),
        ("attendance", set(get_args(Attendance))),
        ("state", set(get_args(CallState)) | set(get_args(DeadlineState))),
    )
    for family, codes in cases:
        assert set(TERMS[family]) == codes, family


def test_kinds_that_the_model_documents_have_names():
    for family, cls in (("deadline", Deadline), ("call", CallForProposals), ("link", Link)):
        documented = set(re.findall("``([a-z_]+)``", cls.__doc__))
        assert set(TERMS[family]) - documented == set(), family


def test_relations_of_the_model_have_words():
    assert set(RELATIONS) == allowed(Relation, "kind")


def test_terms_are_distinct_within_a_family_and_translated():
    for family in sorted(TERMS):
        for spoken in (EN, ZH, TW):
            names = [spoken.term(family, code) for code in TERMS[family]]
            assert len(set(names)) == len(names), family
        assert not any(ZH.term(family, code).isascii() for code in TERMS[family]), family


def test_term_of_an_unknown_code_is_the_code():
    assert (EN.label("deadline", "pitch_video"), ZH.term("event", "fair")) == ("Pitch video", "fair")


def test_default_kind_of_event_has_a_name():
    assert EN.term("event", attrs.fields(Conference).kind.default) == "conference"


def test_relation_is_a_clause():
    cases = (
        ("co_located", "co-located with the BAAI Conference", "与北京智源大会同期举办"),
        ("part_of", "part of the BAAI Conference", "作为北京智源大会的一部分举办"),
        ("satellite_of", "satellite event of the BAAI Conference", "北京智源大会的卫星活动"),
        ("joint_with", "jointly with the BAAI Conference", "与北京智源大会联合举办"),
        ("follows", "after the BAAI Conference", "在北京智源大会之后举办"),
    )
    for kind, english, chinese in cases:
        assert (EN.relation(kind, "BAAI Conference"), ZH.relation(kind, "北京智源大会")) == (english, chinese), kind


def test_relation_puts_spaces_around_a_latin_name_in_chinese():
    assert ZH.relation("co_located", "ICLR 2025") == "与 ICLR 2025 同期举办"


def test_edition_counts_from_the_first():
    cases = (
        (1, "first", "首届", "首屆"),
        (2, "second", "第二届", "第二屆"),
        (3, "third", "第三届", "第三屆"),
        (11, "11th", "第十一届", "第十一屆"),
        (22, "22nd", "第二十二届", "第二十二屆"),
        (101, "101st", "第一百零一届", "第一百零一屆"),
        (1010, "1010th", "第一千零一十届", "第一千零一十屆"),
        (10_000, "10000th", "第10000届", "第10000屆"),
    )
    for number, english, simplified, traditional in cases:
        assert tuple(spoken.edition(number) for spoken in (EN, ZH, TW)) == (english, simplified, traditional), number


def test_ordinal_is_a_number_in_a_row():
    assert (EN.ordinal(1), ZH.ordinal(1), ZH.ordinal(20)) == ("first", "第一", "第二十")


def test_money_names_its_currency():
    cases = (
        ("450.00 CNY", "CNY 450", "人民币450元", "人民幣 450 元"),
        ("20.50 USD", "USD 20.50", "20.50美元", "20.50 美元"),
        ("1450 TWD", "TWD 1,450", "新台币1,450元", "新台幣 1,450 元"),
        ("1000 JPY", "JPY 1,000", "1,000日元", "1,000 日圓"),
        ("5000 IDR", "IDR 5,000", "5,000印尼盾", "5,000 印尼盾"),
        ("5 XXQ", "XXQ 5", "5 XXQ", "5 XXQ"),
        ("0 EUR", "free", "免费", "免費"),
    )
    for price, english, simplified, traditional in cases:
        money = Money.parse(price)
        assert tuple(spoken.money(money) for spoken in (EN, ZH, TW)) == (english, simplified, traditional), price


def test_translation_has_a_note_on_its_status():
    cases = (
        ("official", "", ""),
        (
            "unofficial",
            "The English text is an unofficial translation; the organizer's own words prevail.",
            "本简体中文内容为非官方译文，以主办方发布的原文为准。",
        ),
        (
            "machine",
            "The English text is a machine translation; the organizer's own words prevail.",
            "本简体中文内容为机器翻译，以主办方发布的原文为准。",
        ),
    )
    for status, english, chinese in cases:
        texts = (
            EN.translation(Translation(language="en", status=status)),
            ZH.translation(Translation(language="zh", status=status)),
        )
        assert texts == (english, chinese), status


def test_translation_into_another_language_says_that_some_text_is_in_it():
    machine, unofficial = (Translation(language="zh", status=status) for status in ("machine", "unofficial"))
    british = words.of("en-GB")
    assert [spoken.translation(machine) for spoken in (EN, british, TW)] == [
        "Some of the text is shown in Simplified Chinese, in a machine translation; the organizer's own words prevail.",
        "Some of the text is shown in Simplified Chinese, in a machine translation; the organiser's own words prevail.",
        "部分內容以簡體中文顯示；該簡體中文內容為機器翻譯，以主辦單位發布的原文為準。",
    ]
    assert (
        TW.translation(unofficial) == "部分內容以簡體中文顯示；該簡體中文內容為非官方譯文，以主辦單位發布的原文為準。"
    )
    assert EN.translation(attrs.evolve(unofficial, status="official")) == ""
