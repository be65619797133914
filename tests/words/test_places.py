"""Countries, cities, addresses and distances in every language."""

from __future__ import annotations

from confkit import Address, Distance, Text, words

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
BEIJING = Text({"en": "Beijing", "zh": "北京", "zh-Hant": "北京"})


def in_each_language(method, *arguments, **options):
    return tuple(getattr(words.of(language), method)(*arguments, **options) for language in LANGUAGES)


def test_country_is_in_the_language_of_the_reader():
    cases = (
        ("CN", ("China", "中国", "中國")),
        ("US", ("United States", "美国", "美國")),
        ("NO", ("Norway", "挪威", "挪威")),
        ("XX", ("XX", "XX", "XX")),
    )
    for code, names in cases:
        assert in_each_language("country", code) == names, code


def test_city_has_its_country():
    cases = (
        (Address(locality=BEIJING, country="CN"), ("Beijing, China", "中国北京", "中國北京")),
        (Address(locality=BEIJING), ("Beijing", "北京", "北京")),
        (Address(country="CN"), ("China", "中国", "中國")),
        (Address(region=BEIJING, country="CN"), ("Beijing, China", "中国北京", "中國北京")),
        (
            Address(locality="San Francisco", country="US"),
            ("San Francisco, United States", "美国 San Francisco", "美國 San Francisco"),
        ),
        (Address(locality=Text(en="Singapore", zh="新加坡"), country="SG"), ("Singapore", "新加坡", "新加坡")),
        (Address(locality="Man", country="OM"), ("Man, Oman", "阿曼 Man", "阿曼 Man")),
        (Address(text="somewhere"), ("", "", "")),
    )
    for address, texts in cases:
        assert in_each_language("city", address) == texts, address


HAIDIAN = Address(
    street=Text(en="2 Xinjian Gongmen Road", zh="新建宫门路2号", zh_Hant="新建宮門路2號"),
    district=Text(en="Haidian District", zh="海淀区", zh_Hant="海淀區"),
    locality=BEIJING,
    region=BEIJING,
    postal_code="100080",
    country="CN",
)


def test_address_of_parts_has_the_order_of_the_language():
    cases = (
        (
            HAIDIAN,
            (
                "2 Xinjian Gongmen Road, Haidian District, Beijing 100080, China",
                "中国北京海淀区新建宫门路2号（邮编：100080）",
                "中國北京海淀區新建宮門路2號（郵遞區號：100080）",
            ),
        ),
        (
            Address(street="747 Howard St", locality="San Francisco", region="CA", postal_code="94103", country="US"),
            (
                "747 Howard St, San Francisco, CA 94103, United States",
                "747 Howard St, San Francisco, CA 94103（美国）",
                "747 Howard St, San Francisco, CA 94103（美國）",
            ),
        ),
        (
            Address(district=Text(zh="海淀区"), locality=Text(zh="北京市"), postal_code="100080", country="CN"),
            (
                "北京市海淀区 100080, China",
                "中国北京市海淀区（邮编：100080）",
                "中國北京市海淀区（郵遞區號：100080）",
            ),
        ),
        (Address(locality=Text(en="Singapore", zh="新加坡"), country="SG"), ("Singapore", "新加坡", "新加坡")),
        (
            Address(locality=Text(en="Singapore", zh="新加坡"), postal_code="018956", country="SG"),
            ("Singapore 018956, Singapore", "新加坡（邮编：018956）", "新加坡（郵遞區號：018956）"),
        ),
        (
            Address(street="Uferstraße 12", locality="Wien", postal_code="1220", country="AT"),
            (
                "Uferstraße 12, 1220 Wien, Austria",
                "Uferstraße 12, 1220 Wien（奥地利）",
                "Uferstraße 12, 1220 Wien（奧地利）",
            ),
        ),
        (
            Address(locality="Girona", region="Catalunya", postal_code="17001", country="ES"),
            (
                "17001 Girona, Catalunya, Spain",
                "17001 Girona, Catalunya（西班牙）",
                "17001 Girona, Catalunya（西班牙）",
            ),
        ),
        (
            Address(street="Hauptplatz 1", region="Tirol", postal_code="6020", country="AT"),
            (
                "Hauptplatz 1, 6020 Tirol, Austria",
                "Hauptplatz 1, 6020 Tirol（奥地利）",
                "Hauptplatz 1, 6020 Tirol（奧地利）",
            ),
        ),
        (Address(locality=BEIJING), ("Beijing", "北京", "北京")),
        (Address(country="CN"), ("China", "中国", "中國")),
        (Address(street="10 Downing Street"), ("10 Downing Street", "10 Downing Street", "10 Downing Street")),
    )
    for address, texts in cases:
        assert in_each_language("address", address) == texts, address


def test_address_as_published_is_verbatim_with_a_label():
    published = "索家坟, Hai Dian Qu, Bei Jing Shi, China, 100080"
    address = Address(text=published, locality=BEIJING, postal_code="100080", country="CN")
    assert in_each_language("address", address) == (published, published, published)
    labels = ("Address as published", "地址（主办方公布原文）", "地址（主辦單位公布原文）")
    assert in_each_language("address_label", address) == labels
    assert in_each_language("parts", address) == (
        "Beijing 100080, China",
        "中国北京（邮编：100080）",
        "中國北京（郵遞區號：100080）",
    )


def test_address_of_parts_is_an_address():
    assert in_each_language("address_label", HAIDIAN) == ("Address", "地址", "地址")


AIRPORT = Text({"en": "Beijing International Airport", "zh": "北京首都国际机场", "zh-Hant": "北京首都國際機場"})


def test_distance_names_the_place_in_the_order_of_the_language():
    cases = (
        (
            Distance(origin=AIRPORT, km=39, approximate=True),
            "en",
            (
                "about 39 km from Beijing International Airport",
                "距北京首都国际机场（原文：Beijing International Airport）约39公里",
                "距北京首都國際機場（原文：Beijing International Airport）約 39 公里",
            ),
        ),
        (
            Distance(origin="CDG Airport", km=2.5),
            None,
            ("2.5 km from CDG Airport", "距 CDG Airport 2.5公里", "距 CDG Airport 2.5 公里"),
        ),
        (
            Distance(origin=AIRPORT, km=1450),
            None,
            (
                "1,450 km from Beijing International Airport",
                "距北京首都国际机场1,450公里",
                "距北京首都國際機場 1,450 公里",
            ),
        ),
    )
    for distance, original, texts in cases:
        assert in_each_language("distance", distance, original=original) == texts, distance
