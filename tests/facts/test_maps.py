"""Links to maps, in the order that suits the reader."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from confkit import Address, Geo, Link, Text, facts, ical, render
from confkit.facts import plain
from factories import conference, venue

HERE = Geo(39.98, -1e-7)
HALL = Text(en="Hall & Co", zh="会堂")


def maps_of(language, **fields):
    """Return the names of the maps and their URLs."""
    event = conference(venues=[venue(name=HALL, geo=HERE, **fields)])
    (fact,) = (fact for fact in facts.of(event, language=language) if fact.key == "venue.maps")
    return [plain(part) for part in fact.parts], [run.href for (run,) in fact.parts]


def test_maps_that_work_for_the_reader_come_first():
    cases = (
        ("en", {"timezone": "Europe/Berlin"}, ["OpenStreetMap", "Google Maps"]),
        ("en", {"timezone": "Asia/Shanghai"}, ["OpenStreetMap", "Google Maps", "Amap", "Baidu Maps"]),
        ("en", {"timezone": "Asia/Shanghai", "address": Address(country="SG")}, ["OpenStreetMap", "Google Maps"]),
        ("zh", {"timezone": "Europe/Berlin"}, ["高德地图", "百度地图", "OpenStreetMap", "Google 地图"]),
        ("zh-Hant", {"address": Address(country="CN")}, ["高德地圖", "百度地圖", "OpenStreetMap", "Google 地圖"]),
    )
    for language, fields, names in cases:
        assert maps_of(language, **fields)[0] == names, language


def test_urls_of_maps_have_the_coordinates_and_their_system():
    amap, baidu, street, google = map(urlsplit, maps_of("zh")[1])
    assert (amap.netloc, parse_qs(amap.query)) == (
        "uri.amap.com",
        {
            "position": ["0.000000,39.980000"],
            "name": ["会堂"],
            "coordinate": ["wgs84"],
            "src": ["confkit"],
        },
    )
    assert (baidu.netloc, parse_qs(baidu.query)["location"], parse_qs(baidu.query)["coord_type"]) == (
        "api.map.baidu.com",
        ["39.980000,0.000000"],
        ["wgs84"],
    )
    assert (street.query, street.fragment) == ("mlat=39.980000&mlon=0.000000", "map=16/39.980000/0.000000")
    assert parse_qs(google.query) == {"api": ["1"], "query": ["39.980000,0.000000"]}
    assert "name=Hall%20%26%20Co" in maps_of("en")[1][2]


def test_text_has_a_line_per_map_and_a_calendar_none():
    event = conference(venues=[venue(geo=HERE, timezone="Europe/Berlin")])
    assert "\n  Maps:\n    - OpenStreetMap: https://www.openstreetmap.org/?" in render.text(event)
    assert "\n地图：\n· 高德地图：https://uri.amap.com/" in render.text(event, language="zh")
    assert b"google" not in ical.dumps(event)


def test_venue_without_coordinates_is_on_no_map():
    assert "Maps" not in render.text(conference(venues=[venue()]))


PLAN = Link(url="https://example.org/plan", rel="map", title=Text(en="Floor plan"))
BARE = Link(url="https://example.org/map", rel="map")
SITE = Link(url="https://example.org/")


def test_linked_map_is_among_the_maps():
    event = conference(venues=[venue(geo=HERE, timezone="Europe/Berlin", links=[PLAN, SITE, BARE])])
    (fact,) = (fact for fact in facts.of(event) if fact.key == "venue.maps")
    assert [plain(part) for part in fact.parts[2:]] == ["Floor plan", "https://example.org/map"]
    assert [str(path) for path in fact.paths] == ["venues[0].geo", "venues[0].links[0]", "venues[0].links[2]"]
    assert [fact.paths for fact in facts.of(event) if fact.key == "venue.link"] == [("venues[0].links[1]",)]
    english, chinese = (render.text(event, language=language) for language in ("en", "zh"))
    assert "    - Floor plan: https://example.org/plan\n    - https://example.org/map\n" in english
    assert "· Floor plan（英文标题）：https://example.org/plan\n· https://example.org/map\n" in chinese
    assert [english.count("\n  Map"), chinese.count("\n地图")] == [1, 1]


def test_linked_map_is_alone_without_coordinates():
    event = conference(venues=[venue(links=[PLAN])])
    assert "\n  Map (Floor plan): https://example.org/plan\n" in render.text(event)


def test_calendar_has_linked_maps_only():
    event = conference(venues=[venue(geo=HERE, timezone="Europe/Berlin", links=[PLAN])])
    written = ical.dumps(event).replace(b"\r\n ", b"").decode()
    assert r"Maps:\n- Floor plan\nhttps://example.org/plan" in written
    assert "google" not in written
