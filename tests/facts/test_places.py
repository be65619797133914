"""Places: cities, venues, and the languages of their names."""

from confkit import Address, Distance, EventRef, Image, Link, Organization, Relation, Text, Translation, facts
from fact_texts import fact_texts
from factories import conference, venue


def test_place_names_the_cities_of_an_event_in_several():
    cases = (
        ([("Beijing", "北京"), ("Shanghai", "上海")], "Beijing and Shanghai", "北京和上海"),
        (
            [("Beijing", "北京"), ("Shanghai", "上海"), ("Shenzhen", "深圳")],
            "Beijing and 2 more cities",
            "北京等3个城市",
        ),
        ([("Beijing", "北京"), ("Beijing", "北京市")], "Expo Centre, Beijing, China", "中国北京·会展中心"),
    )
    for cities, english, chinese in cases:
        venues = [
            venue(
                id=f"v{at}",
                address=Address(locality=Text(en=en, zh=zh), country="CN"),
                role="satellite" if at else "main",
            )
            for at, (en, zh) in enumerate(cities)
        ]
        elsewhere = [
            venue(id="hotel", role="hotel", address=Address(locality="Tianjin")),
            venue(id="country", role="satellite", address=Address(country="CN")),
            venue(id="none"),
        ]
        event = conference(venues=[*venues, *elsewhere])
        assert [fact_texts(event, tag)["place"] for tag in ("en", "zh")] == [english, chinese], cities


def test_venues_in_several_cities_have_their_city():
    here, there = (Address(locality=name, country="CN") for name in ("Beijing", "Shanghai"))
    event = conference(venues=[venue(id="a", address=here), venue(id="b", address=there)])
    texts = [facts.plain(fact.value) for fact in facts.of(event) if fact.key == "venue.name"]
    assert texts == ["Expo Centre, Beijing, China", "Expo Centre, Shanghai, China"]


def test_places_and_addresses_have_the_language_of_each_part():
    address = Address(
        street="Uferstraße 12", district=Text(zh="宁波路区"), locality=Text(zh="宁波"), postal_code="1220", country="CN"
    )
    event = conference(venues=[venue(name="Halle", address=address)])
    texts = {fact.key: fact.value for fact in facts.of(event, language="zh-Hant")}
    assert [[(run.text, run.language) for run in texts[key]] for key in ("place", "venue.address")] == [
        [("中國", "zh-Hant"), ("宁波", "zh-Hans"), ("（簡體中文名稱）·", "zh-Hant"), ("Halle", "und")],
        [
            ("中國", "zh-Hant"),
            ("宁波宁波路区", "zh-Hans"),
            (" ", "zh-Hant"),
            ("Uferstraße 12", "und"),
            ("（郵遞區號：1220；部分為簡體中文", "zh-Hant"),
            ("）", "zh-Hant"),
        ],
    ]


def test_place_is_labelled_with_the_language_of_its_names():
    cases = (
        (Text(zh="三号馆"), None, "zh-Hant", "三号馆（簡體中文名稱）"),
        (Text(zh_Hant="三號館"), Text(zh_Hant="臺北"), "zh-Hans", "台湾臺北·三號館（繁体中文名称）"),
        (Text(zh="三号馆"), Text(en="Taipei"), "en", "三号馆 (name in Chinese), Taipei, Taiwan"),
        (Text(zh="三号馆"), Text(zh="台北"), "en", "三号馆, 台北, Taiwan (names in Chinese)"),
        (Text(en="Hall 3"), Text(zh="台北"), "zh", "台湾台北·Hall 3（英文名称）"),
        (Text(de="Halle 3"), Text(zh="台北"), "en", "Halle 3 (name in German), 台北, Taiwan (name in Chinese)"),
        (Text.of("Hall 3"), Text(en="Taipei", zh="台北"), "zh", "台湾台北·Hall 3"),
        (None, Text(zh="台北"), "en", "台北, Taiwan (name in Chinese)"),
    )
    for name, city, language, texts in cases:
        address = None if city is None else Address(locality=city, country="TW")
        event = conference(venues=[venue(name=name, address=address)])
        assert fact_texts(event, language)["place"] == texts, name


def test_names_are_labelled_with_their_language_except_those_of_events():
    fair = EventRef(name=Text(zh="安全周"), url="https://example.org/")
    event = conference(
        name=Text(zh="数据周"),
        organizations=[Organization(name=Text(zh="数据学会"), role="host")],
        relations=[Relation(kind="follows", target=fair)],
        venues=[venue(name="Hall", distances=[Distance(origin=Text(zh="北站"), km=2)])],
        links=[Link(url="https://example.org/a", rel="video", title=Text(zh="录像"))],
        images=[Image(url="https://example.org/i.jpg", alt=Text(zh="会场")), Image(url="https://example.org/j.jpg")],
    )
    texts = [(fact.key, facts.plain(fact.value)) for fact in facts.of(event)]
    assert [
        (key, text) for key, text in texts if key not in {"days", "attendance", "venue.name", "published", "place"}
    ] == [
        ("name", "数据周"),
        ("relation", "after 安全周"),
        ("image", "会场 (description in Chinese)"),
        ("image", "数据周"),
        ("about", "the event is hosted by 数据学会 (name in Chinese)."),
        ("venue.distance", "2 km from 北站 (name in Chinese)"),
        ("link", "录像 (title in Chinese)"),
    ]


def test_name_in_the_other_chinese_script_is_a_labelled_translation():
    event = conference(
        name=Text(en="Data Week", zh="数据周"),
        translations=[Translation(language="zh", status="machine"), Translation(language="zh-Hant", status="official")],
    )
    texts = fact_texts(event, "zh-Hant")
    assert [texts["name"], texts["translation"]] == [
        "数据周（Data Week）",
        "部分內容以簡體中文顯示；該簡體中文內容為機器翻譯，以主辦單位發布的原文為準。",
    ]


def test_city_is_named_once_if_the_venue_contains_its_name():
    for country, english, chinese in (
        ("DE", "bcc Berlin, Germany", "德国·bcc Berlin"),
        (None, "bcc Berlin", "bcc Berlin"),
    ):
        event = conference(venues=[venue(name="bcc Berlin", address=Address(locality="Berlin", country=country))])
        assert [fact_texts(event, tag)["place"] for tag in ("en", "zh")] == [english, chinese], country


def test_name_that_is_alike_in_both_chinese_scripts_has_no_label():
    cases = (
        (Text(zh_Hant="香港"), "HK", "zh", "中国香港特别行政区"),
        (Text(zh="新加坡"), "SG", "zh-Hant", "新加坡"),
        (Text(zh="北京"), "CN", "zh-Hant", "中國北京"),
        (Text(zh="台北"), "TW", "zh-Hant", "台灣台北（簡體中文名稱）"),
        (Text(zh_Hant="臺北"), "TW", "zh", "台湾臺北（繁体中文名称）"),
    )
    for locality, country, language, texts in cases:
        event = conference(venues=[venue(name=None, address=Address(locality=locality, country=country))])
        assert fact_texts(event, language)["place"] == texts, locality


def test_address_is_labelled_with_the_language_of_its_parts():
    cases = (
        (
            {"street": Text(zh="新建宫门路2号"), "district": Text(zh="海淀区"), "locality": Text(en="Beijing")},
            "新建宫门路2号, 海淀区, Beijing 100080, China (partly in Chinese)",
            "中国 Beijing 海淀区新建宫门路2号（邮编：100080；部分为英文）",
        ),
        (
            {"street": Text(zh="新建宫门路2号"), "locality": Text(zh="北京市")},
            "北京市新建宫门路2号 100080, China (in Chinese)",
            "中国北京市新建宫门路2号（邮编：100080）",
        ),
        (
            {"street": Text(en="2 Gate Road"), "locality": Text(en="Beijing")},
            "2 Gate Road, Beijing 100080, China",
            "2 Gate Road, Beijing 100080（中国；英文）",
        ),
    )
    for address, english, chinese in cases:
        event = conference(venues=[venue(address=Address(**address, postal_code="100080", country="CN"))])
        assert [fact_texts(event, tag)["venue.address"] for tag in ("en", "zh")] == [english, chinese], address
