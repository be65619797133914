"""Changes in words: golden notices, every kind of sentence, catalogs."""

import datetime as dt
import re
from typing import Any

import attrs
import pytest

from confkit import (
    Address,
    CallForProposals,
    Catalog,
    Conference,
    Contact,
    Days,
    Distance,
    EventRef,
    Geo,
    Hours,
    Image,
    Link,
    Money,
    Online,
    Organization,
    Pending,
    Registration,
    Relation,
    Revision,
    Series,
    Source,
    Superseded,
    Text,
    Ticket,
    Topic,
    Translation,
    Venue,
    When,
    changes,
    facts,
    render,
    words,
)
from factories import call, conference, deadline, venue
from render import change_goldens, gates
from render.events import HOSTILE
from render.pages import elements, parsed, seen, texts
from render.versions import LISTS, VERSIONS

SAID = change_goldens.goldens()
ALONE = {name: said for name, said in SAID.items() if name.partition(".")[0] not in LISTS}


@pytest.mark.parametrize("name", sorted(SAID))
def test_notice_is_as_the_golden_file_has_it(name: str) -> None:
    assert (change_goldens.FOLDER / name).read_bytes() == SAID[name].encode()


def test_golden_files_hold_nothing_else() -> None:
    assert sorted(path.name for path in change_goldens.FOLDER.iterdir()) == sorted(SAID)


@pytest.mark.parametrize("name", [name for name in ALONE if name.endswith(".chat.txt")])
def test_chat_is_short_with_the_address_alone_on_its_line(name: str) -> None:
    said, address, end = SAID[name].split("\n")
    assert (len(SAID[name]) <= 200, "http" in said, address.startswith("https://"), end) == (True, False, True, "")


@pytest.mark.parametrize("name", sorted(SAID))
def test_notice_holds_nothing_that_no_rendering_may_hold(name: str) -> None:
    said = SAID[name]
    plain, mark, page = said.partition("<!DOCTYPE html>")
    shown = plain + ("\n".join(text for text, _ in texts(mark + page)) if mark else "")
    assert (gates.strange(shown), gates.forbidden(shown), gates.wrong_weekdays(shown)) == ([], [], [])
    if ".zh" in name:
        # An address is told as it was published, and English beside it names the venue in Chinese.
        assert set(gates.half_width(shown)) <= {"坟,"}


@pytest.mark.parametrize("name", sorted(SAID))
def test_notice_piles_up_no_semicolons(name: str) -> None:
    body = SAID[name].partition("<!DOCTYPE html>")[0]
    sentences = re.split(r"\. |。|\n", body)
    assert [sentence for sentence in sentences if len(re.findall("[;；]", sentence)) > 2] == []


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("name", VERSIONS)
def test_mail_counts_as_many_changes_as_it_lists(name: str, language: str) -> None:
    message = render.changes_email(*VERSIONS[name], languages=(language,))
    plain = next(message.iter_parts()).get_content()
    items = [line for line in plain.splitlines() if line.startswith(("- ", "· "))]
    more = re.search(r"(?:and|另有) ?(\d+) ?(?:more|项|項)", str(message["Subject"]))
    assert (int(more[1]) + 1 if more else 0) == len(items)


def test_update_of_the_announcement_stands_below_the_changes() -> None:
    old, new = conference(), conference(edition=2, updated=dt.date(2026, 12, 1))
    forms: tuple[render.ChangesForm, ...] = ("text", "markdown", "html")
    text, markdown, page = (render.changes(old, new, form=form, language="zh") for form in forms)
    assert text == "PyCon Example 2027 变更通知\n\n新增届次：第二届。\n\n公告更新于2026年12月1日。\n"
    assert markdown == "# PyCon Example 2027 变更通知\n\n- 新增届次：第二届。\n\n公告更新于2026年12月1日。\n"
    assert "<p>新增届次：第二届。</p>\n<p>公告更新于2026年12月1日。</p>" in page
    assert render.changes_email(old, new)["Subject"] == "PyCon Example 2027: edition added: second"


@pytest.mark.parametrize("name", VERSIONS)
def test_versions_have_the_same_changes_in_every_language(name: str) -> None:
    told = [
        [(fact.key, fact.paths) for fact in facts.changed(*VERSIONS[name], language=tag)] for tag in words.LANGUAGES
    ]
    assert told == [told[0]] * len(told)


def sentences(old: dict[str, Any], new: dict[str, Any], *languages: str) -> list[str]:
    before, after = conference(**old), conference(**new)
    return [" ".join(render.change_sentences(before, after, language=language)) for language in languages]


def away(origin: str, km: float, *, approximate: bool = False) -> Distance:
    return Distance(origin=origin, km=km, approximate=approximate)


def one(at: str | Pending, **fields: Any) -> dict[str, Any]:
    return {"calls": [call(deadlines=[deadline(at=When.parse(at) if isinstance(at, str) else at, **fields)])]}


SENTENCES: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "extended": (
        one("2027-01-13"),
        one("2027-01-20"),
        "Deadline extended from January 13 to January 20, 2027.",
        "截止日期由2027年1月13日延长至1月20日。",
    ),
    "extended-over-new-year": (
        one("2026-12-30T23:59[AoE]"),
        one("2027-01-05T23:59[AoE]"),
        "Deadline extended from December 30, 2026 to January 5, 2027, 11:59 PM AoE (UTC−12).",
        "截止日期由2026年12月30日延长至2027年1月5日23:59（AoE，UTC−12）。",
    ),
    "brought-forward": (
        one("2027-01-13"),
        one("2027-01-06"),
        "Deadline brought forward from January 13 to January 6, 2027.",
        "截止日期由2027年1月13日提前至1月6日。",
    ),
    "restated": (
        one("2027-01-13"),
        one("2027-01-13T23:59[AoE]"),
        "Deadline now stated as January 13, 2027, 11:59 PM AoE (UTC−12).",
        "截止日期现注明为2027年1月13日23:59（AoE，UTC−12）。",
    ),
    "set": (
        one(Pending("tbd")),
        one("2027-01-13"),
        "Deadline set to January 13, 2027.",
        "截止日期定为2027年1月13日。",
    ),
    "withdrawn": (
        one("2027-01-13"),
        one(Pending("tbd")),
        "The deadline of January 13, 2027 no longer holds; a new date will be announced.",
        "原定2027年1月13日的截止日期不再有效，新日期待公布。",
    ),
    "cancelled-date": (
        one("2027-01-13"),
        one(Pending("cancelled")),
        "The deadline of January 13, 2027 is cancelled.",
        "原定2027年1月13日的截止日期已取消。",
    ),
    "withdrawn-for-good": (
        one("2027-01-13"),
        one(Pending("rolling")),
        "The deadline of January 13, 2027 no longer holds; it is now rolling.",
        "原定2027年1月13日的截止日期不再有效，现为：滚动接收。",
    ),
    "pending": (
        one(Pending("tbd")),
        one(Pending("rolling")),
        "Deadline is now rolling.",
        "截止日期现为：滚动接收。",
    ),
    "labelled": (
        one("2027-01-13", kind="camera_ready"),
        one("2027-01-20", kind="camera_ready"),
        "Camera-ready deadline extended from January 13 to January 20, 2027.",
        "终稿提交截止日期由2027年1月13日延长至1月20日。",
    ),
    "closes-nothing": (
        one("2027-01-13", kind="notification"),
        one("2027-01-20", kind="notification"),
        "Notification of acceptance moved from January 13 to January 20, 2027.",
        "录用通知由2027年1月13日改为1月20日。",
    ),
    "deadline-added": (
        {"calls": [call(deadlines=[])]},
        one("2027-01-13"),
        "Submission deadline added: January 13, 2027.",
        "新增提交截止日期：2027年1月13日。",
    ),
    "inside-a-deadline": (
        one("2027-01-13"),
        one("2027-01-13", announced=dt.date(2026, 12, 1), label="final", history=[]),
        (
            "Submission deadline (final) — description of the date added: final. "
            "Submission deadline (final) — day of announcement added: December 1, 2026."
        ),
        "提交截止日期（final）新增日期说明：final。 提交截止日期（final）新增发布日期：2026年12月1日。",
    ),
    "history": (
        one("2027-01-13"),
        one("2027-01-13", history=[Superseded(at=When.parse("2027-01-01"), replaced=dt.date(2026, 12, 1))]),
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
    "topics": (
        {"topics": [Topic(name="A")], "formats": ["talks"]},
        {"topics": [Topic(name="B")], "formats": ["posters"]},
        "Topic added: B. Topic removed: A. Formats added: posters. Formats removed: talks.",
        "新增主题：B。 不再列出主题：A。 新增活动形式：posters。 不再列出活动形式：talks。",
    ),
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
        "The date of May 8, 2027 no longer holds; it is now none.",
        "原定日期2027年5月8日不再有效，现为：无。",
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
        "新增交通与住宿信息。 活动概要有变更。",
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
        "交通与住宿信息有变更（法语）。",
    ),
    "text-that-gets-a-language": (
        {"description": "B."},
        {"description": Text(en="B.")},
        "Description of the event changed.",
        "活动详情有变更（英文）。",
    ),
    "venue": (
        {"venues": [venue(name="Hall 1")]},
        {"venues": [venue(name="Hall 2")]},
        "Venue changed from Hall 1 to Hall 2.",
        "地点由 Hall 1 变更为 Hall 2。",
    ),
    "venue-replaced": (
        {"venues": [Venue(id="a", name="Hall 1")]},
        {"venues": [Venue(id="b", name="Hall 2", address=Address(country="CN"))]},
        "Venue changed from Hall 1 to Hall 2, China.",
        "地点由 Hall 1 变更为中国·Hall 2。",
    ),
    "venue-without-words": (
        {"venues": [Venue(id="a", geo=Geo(1, 2))]},
        {"venues": [Venue(id="b", geo=Geo(3, 4)), Venue(role="hotel", name="Inn")]},
        "Venue updated. Hotel added: Inn.",
        "会议地点有更新。 新增酒店：Inn。",
    ),
    "several-venues": (
        {"venues": [venue(), Venue(role="hotel", name="Inn"), Venue(role="social", geo=Geo(1, 2))]},
        {
            "venues": [
                venue(timezone="Asia/Tokyo", role="satellite", id="main"),
                Venue(role="hotel", name="Inn", address=Address(street="1 Main Street", country="CN")),
                Venue(role="social", geo=Geo(3, 4)),
            ]
        },
        (
            "Expo Centre: purpose of the venue changed from main venue to satellite venue. "
            "Expo Centre: time zone changed from Beijing time to Tokyo time. "
            "Inn, China — address added: 1 Main Street, China. "
            "Venue of the social events: coordinates changed from 1, 2 to 3, 4."
        ),
        (
            "会展中心会场用途由主会场改为分会场。 会展中心时区由北京时间改为东京时间。 "
            "中国·Inn 新增地址：1 Main Street（中国）。 社交活动地点坐标由1, 2改为3, 4。"
        ),
    ),
    "inside-a-venue": (
        {"venues": [venue(distances=[Distance(origin="Station", km=1)])]},
        {"venues": [venue(distances=[Distance(origin="Station", km=2)], address=Address(text="1 Main Street"))]},
        "Address added: “1 Main Street” (as published). Distance from Station changed from 1 km to 2 km.",
        "新增地址：“1 Main Street”（主办方公布原文）。 距 Station 的距离由1公里改为2公里。",
    ),
    "address-as-published": (
        {"venues": [venue(address=Address(text="1 Main Street, China"))]},
        {"venues": [venue(address=Address(text="2 Main Street, China"))]},
        (
            "The old address was “1 Main Street, China” (as published); "
            "the new address is “2 Main Street, China” (as published)."
        ),
        ("地址有变更，原为“1 Main Street, China”（主办方公布原文），现为“2 Main Street, China”（主办方公布原文）。"),
    ),
    "address-in-parts": (
        {"venues": [venue(address=Address(street=Text(en="1 Main Street", zh="大街1号"), country="CN"))]},
        {"venues": [venue(address=Address(street=Text(en="2 Main Street", zh="大街2号"), country="CN"))]},
        "The old address was 1 Main Street, China; the new address is 2 Main Street, China.",
        "地址有变更，原为中国大街1号，现为中国大街2号。",
    ),
    "address-removed": (
        {"venues": [venue(address=Address(text="1 Main Street, China"))]},
        {"venues": [venue()]},
        "Address removed: “1 Main Street, China” (as published).",
        "不再列出地址：“1 Main Street, China”（主办方公布原文）。",
    ),
    "distances": (
        {"venues": [venue(distances=[away("A", 39, approximate=True), away("B", 2, approximate=True)])]},
        {"venues": [venue(distances=[away("B", 3), away("C", 4)])]},
        (
            "Distance from B changed from about 2 km to 3 km. Distance added: 4 km from C. "
            "Distance removed: about 39 km from A."
        ),
        "距 B 的距离由约2公里改为3公里。 新增距离信息：距 C 4公里。 不再注明距 A 约39公里。",
    ),
    "distance-in-other-words": (
        {"venues": [venue(distances=[Distance(origin=Text(en="Station", zh="车站"), km=1)])]},
        {"venues": [venue(distances=[Distance(origin=Text(en="Old station", zh="车站"), km=1)])]},
        "Distance now stated as 1 km from Old station.",
        "距离有更新。",
    ),
    "registration": (
        {},
        {"registration": Registration()},
        "Registration details have been announced.",
        "报名信息已公布。",
    ),
    "no-registration": (
        {"registration": Registration()},
        {},
        "The registration details no longer hold.",
        "原报名信息不再有效。",
    ),
    "inside-registration": (
        {
            "registration": Registration(
                closes=When.parse("2027-04-01"), tickets=[Ticket(id="early", price=Money.parse("1 CNY"))]
            )
        },
        {
            "registration": Registration(
                closes=When.parse("2027-04-08"),
                tickets=[Ticket(id="early", price=Money.parse("2 CNY"))],
                handled_by=EventRef(name="Week"),
            )
        },
        (
            "Registration deadline extended from April 1 to April 8, 2027. "
            "Price of early changed from CNY 1 to CNY 2. "
            "Event that handles registration added: Week."
        ),
        ("报名截止日期由2027年4月1日延长至4月8日。 early 票价由人民币1元改为人民币2元。 新增受理报名的活动：Week。"),
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
    "links": (
        {"links": [Link(url="https://example.org/a", rel="video")]},
        {"links": [Link(url="https://example.org/b", rel="video")], "images": [Image(url="https://example.org/i")]},
        "Video address changed. Image added.",
        "视频地址已变更。 新增图片。",
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
            "Related event added: held after Week. "
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
    "order": (
        {"topics": [Topic(name="A"), Topic(name="B")], "contacts": [Contact(phone="1"), Contact(phone="2")]},
        {"topics": [Topic(name="B"), Topic(name="A")], "contacts": [Contact(phone="2"), Contact(phone="1")]},
        "Topics listed in another order. Contacts listed in another order.",
        "主题列出顺序有调整。 联系方式列出顺序有调整。",
    ),
    "order-in-a-call": (
        {"calls": [call(topics=[Topic(name="A"), Topic(name="B")])]},
        {"calls": [call(topics=[Topic(name="B"), Topic(name="A")]), CallForProposals(kind="posters")]},
        "Call for proposals: topics listed in another order. Call for posters added.",
        "议题征集主题列出顺序有调整。 新增海报征集。",
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_change_is_a_sentence(name: str) -> None:
    old, new, english, chinese = SENTENCES[name]
    assert sentences(old, new, "en", "zh") == [english, chinese]


def test_year_is_left_out_of_a_message_where_the_event_is_in_the_same_year() -> None:
    old, new = conference(**one("2027-01-13")), conference(**one("2027-01-20"))
    assert render.changes(old, new, form="chat", language="en-GB") == (
        "PyCon Example 2027: deadline extended from 13 January to 20 January.\n"
    )
    earlier = conference(**one("2026-12-13")), conference(**one("2026-12-20"))
    assert "December 20, 2026" in render.changes(*earlier, form="chat")


def test_message_counts_the_changes_for_which_there_is_no_room() -> None:
    old, new = conference(), conference(calls=[CallForProposals(id=f"call-{n}", name=f"{n} " * 40) for n in range(4)])
    english, chinese = (render.changes(old, new, form="chat", language=tag) for tag in ("en", "zh"))
    assert english.endswith(", and 3 more changes.\n")
    assert chinese.endswith("；另有2项变更。\n")


def test_message_of_many_changes_is_several_sentences() -> None:
    old, new = conference(), conference(edition=2, kind="workshop", timezone="Asia/Tokyo", links=[Link(url=A)])
    assert [render.changes(old, new, form="chat", language=tag) for tag in ("en", "zh")] == [
        (
            "PyCon Example 2027: Website added. Edition added: second. Kind of event changed from conference to "
            f"workshop. Time zone added: Tokyo time.\n{A}\n"
        ),
        f"PyCon Example 2027：新增官网。新增届次：第二届。活动类型由大会改为工作坊。新增时区：东京时间。\n{A}\n",
    ]


def test_message_of_many_changes_counts_in_a_sentence_those_for_which_there_is_no_room() -> None:
    old, new = conference(), conference(calls=[CallForProposals(id=f"call-{n}", name=f"{n} " * 20) for n in range(6)])
    english, chinese = (render.changes(old, new, form="chat", language=tag) for tag in ("en", "zh"))
    assert english.endswith(" added. There are 3 more changes.\n")
    assert chinese.endswith("。另有2项变更。\n")


def test_message_parts_no_changes_by_a_sign_that_one_of_them_holds() -> None:
    old, new = conference(), conference(calls=[CallForProposals(kind="posters", deadlines=[deadline()])], edition=2)
    assert render.changes(old, new, form="chat") == (
        "PyCon Example 2027: Call for posters added; submission deadline: January 13. Edition added: second.\n"
    )


def test_message_on_one_long_change_is_whole() -> None:
    old, new = conference(), conference(name="Example " * 40)
    assert len(render.changes(old, new, form="chat")) > 300


def test_message_is_silent_on_the_update_unless_it_is_all() -> None:
    updated = conference(updated=dt.date(2026, 12, 1))
    assert render.changes(conference(), updated, form="chat") == (
        "PyCon Example 2027: the announcement was updated on December 1, 2026.\n"
    )
    both = conference(updated=dt.date(2026, 12, 1), edition=2)
    assert render.changes(conference(), both, form="chat") == "PyCon Example 2027: edition added: second.\n"


def test_several_organizations_of_one_role_are_one_sentence() -> None:
    names = [Organization(name=name, role=role) for name, role in (("A", "host"), ("B", "host"), ("C", "sponsor"))]
    told = facts.changed(conference(), conference(organizations=names), language="zh")
    assert [(facts.plain(fact.value), fact.paths) for fact in told] == [
        ("新增主办单位（2家）：A、B", ("organizations[0]", "organizations[1]")),
        ("新增赞助商：C", ("organizations[2]",)),
    ]


def test_what_organizations_of_every_role_are_called() -> None:
    roles = ("host", "co_host", "organizer", "partner", "sponsor")
    here = {"organizations": [Organization(name=role[0].upper(), role=role) for role in roles]}
    assert sentences({}, here, "en-GB", "zh", "zh-Hant") == [
        "Host added: H. Co-host added: C. Organiser added: O. Partner added: P. Sponsor added: S.",
        "新增主办单位：H。 新增联合主办单位：C。 新增承办单位：O。 新增合作伙伴：P。 新增赞助商：S。",
        "新增主辦單位：H。 新增共同主辦單位：C。 新增承辦單位：O。 新增合作夥伴：P。 新增贊助單位：S。",
    ]


def test_two_items_are_not_read_as_one_that_holds_an_and() -> None:
    names = [
        Text(en="Research and Development", zh="研究与开发", zh_Hant="研究與開發"),
        Text(en="Safety", zh="安全", zh_Hant="安全"),
    ]
    old, new = conference(), conference(topics=[Topic(name=name) for name in names])
    told = [facts.plain(fact.value) for tag in words.LANGUAGES for fact in facts.changed(old, new, language=tag)]
    assert told == [
        "topics added (2): Research and Development, Safety",
        "topics added (2): Research and Development, Safety",
        "新增主题（2项）：研究与开发、安全",
        "新增主題（2 項）：研究與開發、安全",
    ]
    gone = [facts.plain(fact.value) for tag in words.LANGUAGES[1:] for fact in facts.changed(new, old, language=tag)]
    assert gone == [
        "topics removed (2): Research and Development, Safety",
        "不再列出主题（2项）：研究与开发、安全",
        "不再列出主題（2 項）：研究與開發、安全",
    ]


def test_items_that_hold_commas_are_parted_by_semicolons_after_their_number() -> None:
    new = conference(organizations=[Organization(name=name, role="sponsor") for name in ("Acme, Inc.", "Foo")])
    assert [facts.plain(fact.value) for fact in facts.changed(conference(), new)] == [
        "sponsors added (2): Acme, Inc.; Foo"
    ]


def test_items_of_one_list_are_told_together_wherever_they_stand() -> None:
    roles = {"A": "host", "B": "sponsor", "C": "host"}
    new = conference(organizations=[Organization(name=name, role=role) for name, role in roles.items()])
    told = [(facts.plain(fact.value), fact.paths) for fact in facts.changed(conference(), new)]
    assert told == [
        ("hosts added (2): A, C", ("organizations[0]", "organizations[2]")),
        ("sponsor added: B", ("organizations[1]",)),
    ]


@pytest.mark.parametrize(
    ("field", "items", "expected"),
    [
        ("topics", [Topic(name="A"), Topic(name="B")], "topics added (2): A, B"),
        ("formats", ["talks", "posters"], "formats added (2): talks, posters"),
    ],
)
def test_several_items_of_a_list_are_one_sentence(field: str, items: list[Any], expected: str) -> None:
    (fact,) = facts.changed(conference(), conference(**{field: items}))
    assert facts.plain(fact.value) == expected


def test_correction_tells_what_now_holds_and_where_to_read_it() -> None:
    old = conference(summary="Old.", **one("2027-01-13"))
    new = conference(
        summary="New.", links=[Link(url="mailto:a@example.org"), Link(url="https://example.org/")], **one("2027-01-20")
    )
    assert render.changes(old, new) == (
        "PyCon Example 2027: what has changed\n\n"
        "- Deadline extended from January 13 to January 20, 2027.\n"
        "- Website added: a@example.org.\n"
        "- Website added.\n"
        "  https://example.org/\n"
        "- Summary of the event changed.\n\n"
        "As it now stands:\n\n"
        "New.\n\n"
        "Call for proposals\n"
        "  Submission deadline: Wednesday, January 20, 2027 (no time or time zone stated)\n"
    )


@pytest.mark.parametrize(
    ("reason", "english", "chinese"),
    [
        (Text(en="A storm.", zh="服务器故障。"), "reason: A storm)", "原因：服务器故障）"),
        (Text(en="a storm..."), "reason: a storm...)", "原因以英文说明：a storm...）"),
        (Text(en="rules of the U.S."), "reason: rules of the U.S.)", "原因以英文说明：rules of the U.S.）"),
        (Text(zh="服务器故障。"), "reason, in Chinese: 服务器故障)", "原因：服务器故障）"),
    ],
)
def test_reason_ends_with_the_sentence_that_it_is_in(reason: Text, english: str, chinese: str) -> None:
    later = deadline().extend(When.parse("2027-01-20"), announced=dt.date(2027, 1, 10), reason=reason)
    old, new = (conference(calls=[call(deadlines=[one])]) for one in (deadline(), later))
    for tag, expected, stop in (("en", english, "."), ("zh", chinese, "。")):
        (said,) = render.change_sentences(old, new, language=tag)
        assert said.endswith(expected + stop)


TICKET = Ticket(id="std", name="Std", price=Money.parse("10 CNY"), until=When.parse("2027-05-01"))


@pytest.mark.parametrize(
    ("new", "english", "chinese"),
    [
        (
            {"price": Money.parse("20 CNY")},
            "Price of Std changed from CNY 10 to CNY 20.",
            "Std 票价由人民币10元改为人民币20元。",
        ),
        (
            {"until": When.parse("2027-05-08")},
            "Sale deadline of Std extended from May 1 to May 8, 2027.",
            "Std 售票截止日期由2027年5月1日延长至5月8日。",
        ),
        (
            {"price": Money.parse("20 CNY"), "until": When.parse("2027-05-08")},
            "Price of Std changed from CNY 10 to CNY 20; sale deadline of Std extended from May 1 to May 8, 2027.",
            "Std 票价由人民币10元改为人民币20元；Std 售票截止日期由2027年5月1日延长至5月8日。",
        ),
        ({"until": None}, "Sale deadline of Std removed: May 1, 2027.", "不再列出 Std 售票截止日期：2027年5月1日。"),
        ({"price": None}, "Price of Std removed: CNY 10.", "不再列出 Std 票价：人民币10元。"),
        ({"name": "Standard"}, "Ticket changed from Std to Standard.", "票种由 Std 改为 Standard。"),
        ({"name": Text(en="Std")}, "Ticket updated.", "票种由 Std 改为 Std（英文）。"),
    ],
)
def test_ticket_is_told_by_what_changed_of_it(new: dict[str, Any], english: str, chinese: str) -> None:
    old, later = ({"registration": Registration(tickets=[one])} for one in (TICKET, attrs.evolve(TICKET, **new)))
    assert sentences(old, later, "en", "zh") == [english, chinese]


def test_ticket_gets_a_price_and_a_last_day() -> None:
    old, later = (
        {"registration": Registration(tickets=[one])} for one in (Ticket(id="std"), attrs.evolve(TICKET, name=None))
    )
    assert sentences(old, later, "en", "zh") == [
        "Price of std set to CNY 10; sale deadline of std set to May 1, 2027.",
        "std 票价定为人民币10元；std 售票截止日期定为2027年5月1日。",
    ]


def test_call_that_is_gone_is_named() -> None:
    old = {"calls": [CallForProposals(kind="posters", deadlines=[deadline()])]}
    assert sentences(old, {}, "en", "zh", "zh-Hant") == [
        "Call for posters removed.",
        "不再列出海报征集。",
        "不再列出海報徵集。",
    ]


def test_correction_says_once_that_an_event_is_online() -> None:
    old, new = (conference(venues=[], online=Online(link=Link(url=url))) for url in (A, B))
    assert render.changes(old, new) == (
        "PyCon Example 2027: what has changed\n\nThe details of online attendance have changed.\n"
        f"{B}\n\nAs it now stands:\n\nOnline\n  Link: {B}\n"
    )


def test_hours_in_another_zone_are_told_again() -> None:
    old, new = (conference(hours=Hours.parse("09:00-17:00"), timezone=zone) for zone in ("Asia/Shanghai", "Asia/Tokyo"))
    assert render.changes(old, new, language="zh") == (
        "PyCon Example 2027 变更通知\n\n时区由北京时间改为东京时间。\n\n最新信息：\n\n东京时间每日09:00–17:00\n"
    )


def test_days_of_what_is_postponed_are_told_with_it() -> None:
    old = conference()
    new = conference(
        days=Pending("tbd"), status="postponed", history=[Revision(days=old.days, replaced=dt.date(2027, 2, 1))]
    )
    told = {tag: facts.changed(old, new, language=tag) for tag in ("en", "zh", "zh-Hant")}
    assert [(facts.plain(fact.value), fact.paths) for (fact,) in told.values()] == [
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


def test_how_to_take_part_is_told_with_the_move_online() -> None:
    online = Online(platform="Zoom", link=Link(url=A))
    new = conference(status="moved_online", online=online, hours=Hours.parse("10:00-12:00"))
    said = [render.changes(conference(), new, language=tag, form="markdown") for tag in ("en", "zh")]
    assert said == [
        (
            "# PyCon Example 2027: what has changed\n\n"
            f"- The event moves online (Zoom). <{A}>\n"
            "- Hours set to 10:00 AM – 12:00 noon.\n"
        ),
        f"# PyCon Example 2027 变更通知\n\n- 活动改为线上举行（Zoom）。<{A}>\n- 时间定为10:00–12:00。\n",
    ]


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


def test_readers_are_not_told_what_publishers_alone_need() -> None:
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


A, B = "https://a.example/", "https://b.example/"


@pytest.mark.parametrize(
    ("field", "old", "new", "english", "chinese", "addresses"),
    [
        ("links", [Link(url=A)], [Link(url=B)], "Website address changed.", "官网地址已变更。", [B]),
        ("links", [Link(url=A)], [Link(url=B, title="News")], "Website address changed.", "官网地址已变更。", []),
        ("links", [], [Link(url=A, rel="code_of_conduct")], "Code of conduct added.", "新增行为准则。", [A]),
        ("links", [Link(url=A)], [], "Website removed.", "不再列出官网。", [A]),
        ("links", [Link(url=A)], [Link(url=A, title="News")], "Website updated.", "官网有更新。", []),
        ("online", None, Online(link=Link(url=A)), "Online attendance is now possible.", "新增线上参会方式。", [A]),
        (
            "online",
            None,
            Online(link=Link(url=A, title="Stream")),
            "Online attendance is now possible (Stream).",
            "新增线上参会方式（Stream）。",
            [],
        ),
        ("sources", [], [Source(url=A)], "Source added.", "新增信息来源。", [A]),
        ("images", [Image(url=A)], [Image(url=B)], "Image added. Image removed.", "新增图片。 不再列出图片。", [B, A]),
        (
            "registration",
            Registration(link=Link(url=A)),
            Registration(link=Link(url=B)),
            "Registration link changed.",
            "报名链接有变更。",
            [B],
        ),
    ],
)
def test_address_is_no_part_of_a_sentence(
    field: str, old: object, new: object, english: str, chinese: str, addresses: list[str]
) -> None:
    before, after = {field: old}, {field: new}
    assert sentences(before, after, "en", "zh") == [english, chinese]
    told = facts.changed(conference(**before), conference(**after))
    assert [facts.plain(part) for fact in told for part in fact.parts[1:]] == addresses


def test_address_that_is_new_stands_on_a_line_of_its_own_in_every_form() -> None:
    old, new = (conference(links=[Link(url=url)]) for url in (A, B))
    said = {form: render.changes(old, new, language="zh", form=form) for form in ("text", "markdown", "chat")}
    assert said == {
        "text": f"PyCon Example 2027 变更通知\n\n官网地址已变更。\n{B}\n",
        "markdown": f"# PyCon Example 2027 变更通知\n\n- 官网地址已变更。<{B}>\n",
        "chat": f"PyCon Example 2027：官网地址已变更。\n{B}\n",
    }
    page = render.changes(old, new, form="html")
    assert f'<p>Website address changed.<br>\n<a href="{B}" lang="">{B}</a></p>\n</article>' in page


def test_message_gives_no_address_of_what_is_gone() -> None:
    old = conference(links=[Link(url=A), Link(url=B, rel="video")])
    new = conference(links=[Link(url=A)])
    assert render.changes(old, new, form="chat") == f"PyCon Example 2027: video removed.\n{A}\n"


def test_correction_says_no_more_where_nothing_holds_now() -> None:
    assert render.changes(conference(), conference(status="cancelled")) == (
        "PyCon Example 2027: what has changed\n\nThe event has been cancelled.\n"
    )


def test_correction_of_what_is_cancelled_says_no_day_on_which_it_would_be() -> None:
    old = conference()
    new = attrs.evolve(old, days=Days.parse("2027-06-05"), status="cancelled")
    said = render.changes(old, new)
    assert ("As it now stands" in said, "cancelled" in said) == (False, True)


def test_correction_names_a_place_once() -> None:
    old, new = (conference(venues=[venue(name=name), Venue(role="hotel", name=name)]) for name in ("Hall 1", "Hall 2"))
    assert render.changes(old, new).splitlines()[-5:] == [
        "As it now stands:",
        "",
        "Hall 2",
        "",
        "Hotel: Hall 2",
    ]


@pytest.mark.parametrize("form", ["text", "markdown", "chat"])
def test_nothing_changed_is_said(form: render.ChangesForm) -> None:
    event = conference(name="A *Day*")
    name = "A \\*Day\\*" if form == "markdown" else "A *Day*"
    assert render.changes(event, event, form=form) == f"{name}: nothing has changed.\n"
    said = "Nothing has changed.\n"
    lists = Catalog([event]), Catalog([event])
    assert render.changes(*lists, form=form) == ("# What has changed\n\n" if form == "markdown" else "") + said


def catalogs() -> tuple[Catalog, Catalog]:
    kept, gone, moved = (conference(id=name, name=f"*{name.upper()}*") for name in ("a", "b", "c"))
    new = conference(id="d", name="*D*", links=[Link(url="https://example.org/d")])
    later = attrs.evolve(moved, days=Days.parse("2027-06-01"), edition=2)
    return Catalog([kept, gone, moved]), Catalog([later, kept, new])


def test_changes_of_a_catalog_as_markdown() -> None:
    assert render.changes(*catalogs(), form="markdown") == (
        "# What has changed\n\n"
        "## \\*C\\*\n\n"
        "- The event has been rescheduled from May 1–3 to June 1, 2027.\n"
        "- Edition added: second.\n\n"
        "New event: \\*D\\* — May 1–3, 2027.\n\n"
        "No longer listed: \\*B\\* — May 1–3, 2027.\n\n"
        "The events are listed in another order.\n"
    )


def test_changes_of_a_catalog_for_chat() -> None:
    assert render.changes(*catalogs(), form="chat", language="zh") == (
        "*C*：活动由2027年5月1日至3日改期为6月1日；新增届次：第二届。\n\n"
        "【新增活动】*D*：2027年5月1日至3日。\nhttps://example.org/d\n\n"
        "【不再列出】*B*：2027年5月1日至3日。\n\n"
        "活动的列出顺序有调整。\n"
    )


def test_changes_of_a_catalog_in_sentences() -> None:
    assert render.change_sentences(*catalogs()) == (
        "The event has been rescheduled from May 1–3 to June 1, 2027.",
        "Edition added: second.",
        "New event: *D* — May 1–3, 2027.",
        "No longer listed: *B* — May 1–3, 2027.",
        "The events are listed in another order.",
    )
    assert len(changes.diff(*catalogs())) == 5


def test_new_event_is_parted_from_its_label_by_another_sign_than_from_its_dates() -> None:
    new = conference(days=Days.parse("2027-04-30/2027-05-01"), venues=[], hours=None)
    assert [render.change_sentences(Catalog([]), Catalog([new]), language=tag) for tag in ("en", "zh")] == [
        ("New event — PyCon Example 2027: April 30 – May 1, 2027.",),
        ("【新增活动】PyCon Example 2027：2027年4月30日至5月1日。",),
    ]


def test_changes_are_told_of_two_of_a_kind() -> None:
    for pair in ((conference(), Catalog([])), (Catalog([]), conference())):
        with pytest.raises(ValueError, match="two conferences, or two catalogs"):
            render.changes(*pair)  # type: ignore[type-var]


def test_words_that_end_a_sentence_end_it_once() -> None:
    assert sentences({}, {"topics": [Topic(name="Why?")]}, "en") == ["Topic added: Why?"]


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("name", VERSIONS)
def test_changes_as_html_say_what_the_text_says(name: str, language: str) -> None:
    old, new = VERSIONS[name]
    said = render.changes(old, new, language=language, form="html")
    told = ["".join(facts.plain(fact.value).split()).lower() for fact in facts.changed(old, new, language=language)]
    assert [words for words in told if words not in seen(said)] == []
    assert new.links[0].url in {element.get("href") for element in elements(said)}


def test_changes_as_html_are_one_article() -> None:
    old, new = conference(), conference(status="cancelled", links=[Link(url="https://example.org/?a=1&b=2")])
    assert render.changes(old, new, form="html", language="zh") == (
        '<article lang="zh-Hans" dir="ltr">\n'
        '<h1><span lang="">PyCon Example 2027</span> 变更通知</h1>\n'
        "<ul>\n<li>活动已取消。</li>\n"
        "<li>新增官网。<br>\n"
        '<a href="https://example.org/?a=1&amp;b=2" lang="">https://example.org/?a=1&amp;b=2</a></li>\n</ul>\n'
        "</article>\n"
    )


def test_changes_of_a_catalog_as_html() -> None:
    said = render.changes(*catalogs(), form="html")
    assert [(element.tag, element.text) for element in elements(said) if element.tag[0] == "h"] == [
        ("h1", "What has changed"),
        ("h2", None),
        ("h3", "As it now stands"),
        ("h2", "New event: "),
        ("h2", "No longer listed: "),
    ]
    assert seen(said).endswith("theeventsarelistedinanotherorder.")


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
@pytest.mark.parametrize("old", [HOSTILE, Conference(id="hostile-2026", name="A")], ids=["was", "is"])
def test_changes_of_a_hostile_event_are_inert(old: Conference, language: str) -> None:
    new = attrs.evolve(HOSTILE, name="B") if old is HOSTILE else HOSTILE
    lists = Catalog([old]), Catalog([attrs.evolve(new, id="other")])
    for said in (
        render.changes(old, new, form="html", language=language),
        render.changes(*lists, form="html", language=language),
    ):
        tags = {element.tag for element in elements(said)}
        assert tags <= {*("article", "section", "h1", "h2", "h3", "h4", "p", "ul", "li", "dl", "dt", "dd", "time")} | {
            *("a", "span", "bdi", "small", "address")
        }
        hrefs = {element.get("href", "https:") for element in elements(said)}
        assert {href.partition(":")[0] for href in hrefs} <= {"https", "mailto"}
    for pair in ((old, new), lists):
        message = render.changes_email(*pair, languages=[language])  # type: ignore[type-var]
        assert message.keys() == ["Subject", "MIME-Version", "Content-Type", "Content-Language"]
        parsed([part.get_content() for part in message.iter_parts()][1])


@pytest.mark.parametrize(
    ("languages", "subject"),
    [
        (("en",), "PyTorch Day China 2025: deadline extended from April 13 to April 20"),
        (
            ("zh", "en"),
            "PyTorch Day China 2025：截止日期由4月13日延长至4月20日 / Deadline extended from April 13 to April 20",
        ),
    ],
)
def test_mail_on_changes_has_what_matters_most_as_its_subject(languages: tuple[str, ...], subject: str) -> None:
    assert render.changes_email(*VERSIONS["extended"], languages=languages)["Subject"] == subject


def test_mail_on_changes_has_the_text_and_the_html_of_each_language() -> None:
    pair = VERSIONS["several"]
    message = render.changes_email(*pair, languages=("zh", "en"), sender="A <a@example.org>", to=["b@example.org"])
    assert (message["From"], message["To"]) == ("A <a@example.org>", "b@example.org")
    plain, page = (part.get_content().replace("\r\n", "\n") for part in message.iter_parts())
    rule = "-" * 40
    assert plain == f"{render.changes(*pair, language='zh')}\n{rule}\n\n{render.changes(*pair)}"
    articles = [render.changes(*pair, language=tag, form="html") for tag in ("zh", "en")]
    assert page.partition("<body>\n")[2] == f"{'<hr>'.join(articles)}</body>\n</html>\n".replace("<hr>", "<hr>\n")
    again = render.changes_email(*pair, languages=("zh", "en"), sender="A <a@example.org>", to=["b@example.org"])
    assert message.as_bytes() == again.as_bytes()


def test_mail_on_a_list_names_what_changed_in_it() -> None:
    day, other = conference(), conference(id="other", name="Other")
    later = attrs.evolve(day, days=Days.parse("2027-05-08/2027-05-10"))
    subjects = [
        ([day], [day], "Nothing has changed"),
        ([day], [later], "PyCon Example 2027: the event has been rescheduled from May 1–3 to May 8–10, 2027"),
        ([], [day], "New event: PyCon Example 2027"),
        ([day], [], "No longer listed: PyCon Example 2027"),
        ([day, other], [other, day], "The events are listed in another order"),
        ([day, other], [other, later], "What has changed: PyCon Example 2027"),
        ([day], [other], "What has changed: Other and 1 more event"),
    ]
    for old, new, subject in subjects:
        assert render.changes_email(Catalog(old), Catalog(new))["Subject"] == subject


def test_mail_on_nothing_says_so() -> None:
    event = conference(name="A <Day>")
    message = render.changes_email(event, event)
    plain, page = (part.get_content() for part in message.iter_parts())
    assert (message["Subject"], plain) == ("A <Day>: nothing has changed", "A <Day>: nothing has changed.\n")
    assert '<p><span lang="">A &lt;Day&gt;</span>: nothing has changed.</p>' in page
    assert "<p>Nothing has changed.</p>" in render.changes(Catalog([event]), Catalog([event]), form="html")
