"""Calendars in several languages: each text has all languages, without repetition."""

from __future__ import annotations

import datetime as dt

import pytest

from calendars import entries, lines, only_entry
from cases import for_each
from confkit import (
    Address,
    Contact,
    Deadline,
    Geo,
    Link,
    Online,
    Registration,
    Revision,
    Text,
    Topic,
    When,
    files,
    ical,
)
from confkit.errors import InvalidValueError
from factories import call, conference, deadline, venue

BOTH = ("en", "zh")
NAME = Text(en="PyCon Example", zh="示例大会")
NAMED = conference(name=NAME, days=None, calls=[call()])
CANCELLED = {"status": "cancelled", "history": [Revision(status="scheduled", replaced=dt.date(2027, 1, 1))]}


def title(value, language=BOTH):
    return str(only_entry(value, language=language)["SUMMARY"])


@for_each(
    "value, english_first, chinese_first",
    {
        "a name without a language is not repeated": (conference(), "PyCon Example 2027", "PyCon Example 2027"),
        "a name that is equal in both languages is not repeated": (
            conference(name=Text(en="PyCon", zh="PyCon")),
            "PyCon",
            "PyCon",
        ),
        "a name in both": (conference(name=NAME), "PyCon Example / 示例大会", "示例大会 / PyCon Example"),
        "a deadline of an event with one name": (
            conference(days=None, calls=[call()]),
            "PyCon Example 2027: Submission deadline (call for proposals) / 提交截止日期（议题征集）",
            "PyCon Example 2027：提交截止日期（议题征集） / Submission deadline (call for proposals)",
        ),
        "a deadline of an event with two names": (
            NAMED,
            "PyCon Example: Submission deadline (call for proposals) / 示例大会：提交截止日期（议题征集）",
            "示例大会：提交截止日期（议题征集） / PyCon Example: Submission deadline (call for proposals)",
        ),
        "a label without a language is not repeated": (
            conference(days=None, milestones=[Deadline(kind="other", label="CfP 2", at=When.parse("2027-01-13"))]),
            "PyCon Example 2027: CfP 2",
            "PyCon Example 2027：CfP 2",
        ),
        "cancelled, with one name": (
            conference(**CANCELLED),
            "Cancelled / 已取消: PyCon Example 2027",
            "已取消 / Cancelled：PyCon Example 2027",
        ),
        "cancelled, with two names": (
            conference(name=NAME, **CANCELLED),
            "Cancelled: PyCon Example / 已取消：示例大会",
            "已取消：示例大会 / Cancelled: PyCon Example",
        ),
    },
)
def test_title_has_both_languages_without_repetition(value, english_first, chinese_first):
    assert (title(value), title(value, ["zh", "en"])) == (english_first, chinese_first)


def test_title_in_two_varieties_of_a_language_is_not_repeated():
    assert title(NAMED, ("en", "en-GB")) == title(NAMED, "en")


def test_description_has_one_text_after_the_other():
    english, chinese, both = (
        [str(event["DESCRIPTION"]) for event in entries(files.example(), language=language)]
        for language in ("en", "zh", ("zh", "en"))
    )
    assert both == [f"{second}\n\n---\n\n{first}" for first, second in zip(english, chinese, strict=True)]


def test_description_is_not_repeated_if_both_languages_agree():
    value = conference(milestones=[Deadline(kind="notification", at=When.parse("2027-01-13"))])
    english, both = (
        [str(event["DESCRIPTION"]) for event in entries(value, language=language)]
        for language in ("zh-Hans", ("zh-Hans", "zh-Hant"))
    )
    # The days are equal in both scripts, the label of the milestone is not.
    assert (both[0], both[1].partition("\n\n---\n\n")[0]) == (english[0], english[1])


@for_each(
    "fields, expected",
    {
        "a name that is the same": ({"venues": [venue(name="MSG Hall")]}, ["LOCATION:MSG Hall"]),
        "a name in both": ({"venues": [venue()]}, ["LOCATION:Expo Centre / 会展中心"]),
        "an address as published": (
            {"venues": [venue(address=Address(text="1 Expo Road"))]},
            ["LOCATION:Expo Centre / 会展中心\\n1 Expo Road"],
        ),
        "an address in both": (
            {"venues": [venue(address=Address(locality=Text(en="Beijing", zh="北京"), country="CN"))]},
            ["LOCATION:Expo Centre / 会展中心\\nBeijing\\, China / 中国北京"],
        ),
        "online": ({"online": Online()}, ["LOCATION:Online / 线上"]),
        "online at an address": (
            {"online": Online(platform="Zoom", link=Link(url="https://example.org/"))},
            ["LOCATION:Zoom\\nhttps://example.org/"],
        ),
    },
)
def test_location_has_both_languages_without_repetition(fields, expected):
    assert lines(only_entry(conference(**fields), language=BOTH), "LOCATION") == expected


def test_apple_location_has_both_languages():
    value = conference(venues=[venue(geo=Geo(1, 2))])
    assert lines(only_entry(value, language=BOTH), "X-APPLE-STRUCTURED-LOCATION") == [
        (
            'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="Expo Centre / 会展中心";X-APPLE-RADIUS=100;'
            'X-TITLE="Expo Centre / 会展中心":geo:1.000000,2.000000'
        )
    ]


def test_bilingual_text_has_no_language_parameter_and_topics_are_grouped_by_language():
    topics = [Topic(name=Text(en="Ethics, law", zh="伦理")), Topic(name=Text(en="Compilers")), Topic(name="PyTorch")]
    event = only_entry(conference(name=NAME, venues=[venue()], topics=topics), language=("zh", "en"))
    assert [row.partition(":")[0] for row in lines(event, "SUMMARY", "DESCRIPTION", "LOCATION")] == [
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
    ]
    assert lines(event, "CATEGORIES") == [
        "CATEGORIES;LANGUAGE=zh-Hans:伦理",
        "CATEGORIES;LANGUAGE=en:Compilers,Ethics\\, law",
        "CATEGORIES:PyTorch",
    ]


def test_contact_has_its_purpose_in_both_languages():
    contacts = [Contact(email="a@example.org", purpose=Text(en="press", zh="媒体")), Contact(email="b@example.org")]
    value = conference(contacts=[*contacts, Contact(phone="+1 2", purpose="VIP")])
    assert lines(only_entry(value, language=BOTH), "CONTACT") == [
        "CONTACT:a@example.org (press\\; 媒体)",
        "CONTACT:b@example.org",
        "CONTACT:+1 2 (VIP)",
    ]


def test_alarm_shows_the_title():
    alarms = only_entry(NAMED, language=BOTH).subcomponents
    assert {str(alarm["DESCRIPTION"]) for alarm in alarms} == {title(NAMED)}


def test_list_of_one_language_equals_that_language():
    assert ical.dumps(files.example(), language=["zh"]) == ical.dumps(files.example(), language="zh")


def test_languages_do_not_change_identity_and_times():
    full = conference(
        name=NAME,
        calls=[call(deadlines=[deadline()])],
        venues=[venue(geo=Geo(1, 2))],
        registration=Registration(opens=When.parse("2027-01-01")),
    )

    def plain(language):
        named = ("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "STATUS", "GEO", "RELATED-TO")
        return [lines(event, *named) for event in entries(full, language=language)]

    assert plain(("zh-TW", "en-GB", "en")) == plain("en")


@for_each("language", [(), [], ("en", "en"), ("zh", "zh-CN"), ("en", "fr"), ("en", None), None, {"en": "zh"}, 3, "fr"])
def test_wrong_languages_are_refused(language):
    with pytest.raises(InvalidValueError) as caught:
        ical.dumps(NAMED, language=language)
    assert [finding.hint is None for finding in caught.value.findings] == [False]
