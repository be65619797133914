"""Notices on changed venues, addresses and distances."""

from typing import Any

from confkit import Address, Distance, Geo, Hours, Text, Venue, render
from factories import conference, venue
from render.versions import sentences


def away(origin: str, km: float, *, approximate: bool = False) -> Distance:
    return Distance(origin=origin, km=km, approximate=approximate)


SENTENCES: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
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
            "No longer stated: about 39 km from A."
        ),
        "距 B 的距离由约2公里改为3公里。 新增距离信息：距 C 4公里。 不再注明距 A 约39公里。",
    ),
    "distance-in-other-words": (
        {"venues": [venue(distances=[Distance(origin=Text(en="Station", zh="车站"), km=1)])]},
        {"venues": [venue(distances=[Distance(origin=Text(en="Old station", zh="车站"), km=1)])]},
        "Distance now stated as 1 km from Old station.",
        "距离有更新。",
    ),
}


def test_changes_of_places_are_sentences() -> None:
    for name, (old, new, english, chinese) in SENTENCES.items():
        assert sentences(old, new, "en", "zh") == [english, chinese], name


def test_notice_on_a_time_zone_repeats_the_hours() -> None:
    old, new = (conference(hours=Hours.parse("09:00-17:00"), timezone=zone) for zone in ("Asia/Shanghai", "Asia/Tokyo"))
    assert render.changes(old, new, language="zh") == (
        "PyCon Example 2027 变更通知\n\n时区由北京时间改为东京时间。\n\n最新信息：\n\n东京时间每日09:00–17:00\n"
    )


def test_text_notice_names_a_place_once() -> None:
    old, new = (conference(venues=[venue(name=name), Venue(role="hotel", name=name)]) for name in ("Hall 1", "Hall 2"))
    assert render.changes(old, new).splitlines()[-5:] == [
        "As it now stands:",
        "",
        "Hall 2",
        "",
        "Hotel: Hall 2",
    ]
