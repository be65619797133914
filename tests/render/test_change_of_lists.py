"""Notices on changed lists: topics, formats, organizations and contacts."""

from typing import Any

from confkit import Contact, Organization, Text, Topic, facts, words
from factories import conference
from render.versions import sentences

SENTENCES: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "topics": (
        {"topics": [Topic(name="A")], "formats": ["talks"]},
        {"topics": [Topic(name="B")], "formats": ["posters"]},
        "Topic added: B. Topic removed: A. Formats added: posters. Formats removed: talks.",
        "新增主题：B。 不再列出主题：A。 新增活动形式：posters。 不再列出活动形式：talks。",
    ),
    "people": (
        {"organizations": [Organization(name="A", role="host")], "contacts": [Contact(email="a@example.org")]},
        {"organizations": [Organization(name="A", role="partner")], "contacts": [Contact(email="b@example.org")]},
        "Partner updated. Contact changed from a@example.org to b@example.org.",
        "合作伙伴有更新。 联系方式由 a@example.org 改为 b@example.org。",
    ),
    "contact-by-phone": (
        {"contacts": [Contact(email="a@example.org", phone="+1 2")]},
        {"contacts": [Contact(email="b@example.org", phone="+1 3")]},
        "Contact changed from a@example.org and +1 2 to b@example.org and +1 3.",
        "联系方式由 a@example.org 和+1 2改为 b@example.org 和+1 3。",
    ),
    "order": (
        {"topics": [Topic(name="A"), Topic(name="B")], "contacts": [Contact(phone="1"), Contact(phone="2")]},
        {"topics": [Topic(name="B"), Topic(name="A")], "contacts": [Contact(phone="2"), Contact(phone="1")]},
        "Topics listed in another order. Contacts listed in another order.",
        "主题列出顺序有调整。 联系方式列出顺序有调整。",
    ),
}


def test_changes_of_lists_are_sentences() -> None:
    for name, (old, new, english, chinese) in SENTENCES.items():
        assert sentences(old, new, "en", "zh") == [english, chinese], name


def test_several_organizations_of_one_role_are_one_sentence() -> None:
    names = [Organization(name=name, role=role) for name, role in (("A", "host"), ("B", "host"), ("C", "sponsor"))]
    changed = facts.changed(conference(), conference(organizations=names), language="zh")
    assert [(facts.plain(fact.value), fact.paths) for fact in changed] == [
        ("新增主办单位（2家）：A、B", ("organizations[0]", "organizations[1]")),
        ("新增赞助商：C", ("organizations[2]",)),
    ]


def test_organizations_of_every_role_have_a_name() -> None:
    roles = ("host", "co_host", "organizer", "partner", "sponsor")
    here = {"organizations": [Organization(name=role[0].upper(), role=role) for role in roles]}
    assert sentences({}, here, "en-GB", "zh", "zh-Hant") == [
        "Host added: H. Co-host added: C. Organiser added: O. Partner added: P. Sponsor added: S.",
        "新增主办单位：H。 新增联合主办单位：C。 新增承办单位：O。 新增合作伙伴：P。 新增赞助商：S。",
        "新增主辦單位：H。 新增共同主辦單位：C。 新增承辦單位：O。 新增合作夥伴：P。 新增贊助單位：S。",
    ]


def test_two_items_are_counted_and_separated_by_commas() -> None:
    names = [
        Text(en="Research and Development", zh="研究与开发", zh_Hant="研究與開發"),
        Text(en="Safety", zh="安全", zh_Hant="安全"),
    ]
    old, new = conference(), conference(topics=[Topic(name=name) for name in names])
    by_language = [facts.plain(fact.value) for tag in words.LANGUAGES for fact in facts.changed(old, new, language=tag)]
    assert by_language == [
        "topics added (2): Research and Development, Safety",
        "topics added (2): Research and Development, Safety",
        "新增主题（2项）：研究与开发、安全",
        "新增主題（2 項）：研究與開發、安全",
    ]
    removed = [facts.plain(fact.value) for tag in words.LANGUAGES[1:] for fact in facts.changed(new, old, language=tag)]
    assert removed == [
        "topics removed (2): Research and Development, Safety",
        "不再列出主题（2项）：研究与开发、安全",
        "不再列出主題（2 項）：研究與開發、安全",
    ]


def test_items_with_commas_are_separated_by_semicolons() -> None:
    new = conference(organizations=[Organization(name=name, role="sponsor") for name in ("Acme, Inc.", "Foo")])
    assert [facts.plain(fact.value) for fact in facts.changed(conference(), new)] == [
        "sponsors added (2): Acme, Inc.; Foo"
    ]


def test_items_of_one_role_are_one_sentence_in_any_order() -> None:
    roles = {"A": "host", "B": "sponsor", "C": "host"}
    new = conference(organizations=[Organization(name=name, role=role) for name, role in roles.items()])
    changed = facts.changed(conference(), new)
    assert [(facts.plain(fact.value), fact.paths) for fact in changed] == [
        ("hosts added (2): A, C", ("organizations[0]", "organizations[2]")),
        ("sponsor added: B", ("organizations[1]",)),
    ]


def test_several_items_of_a_list_are_one_sentence() -> None:
    cases = (
        ("topics", [Topic(name="A"), Topic(name="B")], "topics added (2): A, B"),
        ("formats", ["talks", "posters"], "formats added (2): talks, posters"),
    )
    for field, items, expected in cases:
        (fact,) = facts.changed(conference(), conference(**{field: items}))
        assert facts.plain(fact.value) == expected, field


def test_sentence_that_ends_with_a_question_mark_has_no_full_stop() -> None:
    assert sentences({}, {"topics": [Topic(name="Why?")]}, "en") == ["Topic added: Why?"]
