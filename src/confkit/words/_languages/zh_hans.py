"""Simplified Chinese."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from confkit.words._language import Language
from confkit.words._numerals import han_numeral
from confkit.words._patterns import Patterns
from confkit.words._setting import Setting

__all__ = ["LANGUAGE"]

_PATTERNS: Final = Patterns(
    han=True,
    year="{year}年",
    month="{month}月",
    year_month="{year}年{month}月",
    day="{day}日",
    month_day="{month}月{day}日",
    date="{year}年{month}月{day}日",
    with_weekday="{date}（{weekday}）",
    years="{year}年至{year2}年",
    months="{month}月至{month2}月",
    year_months="{year}年{month}月至{month2}月",
    days_of_month="{month}月{day}日至{day2}日",
    date_days_of_month="{year}年{month}月{day}日至{day2}日",
    days_of_year="{month}月{day}日至{month2}月{day2}日",
    date_days_of_year="{year}年{month}月{day}日至{month2}月{day2}日",
    dates="{first}至{last}",
    clock12=False,
    hours="{opens}–{closes}",
    hours_over_days="{opens}至{closes}",
    hours_zone="{hours}（{zone}）",
    hours_city="{zone}{hours}",
    date_time="{date}{time}",
    date_time_zone="{date}{time}（{zone}）",
    date_time_city="{city}{date}{time}",
    date_city="{city}{date}",
    city_time="{city}时间",
    city_time_offset="{city}时间",
    aoe="AoE，UTC−12",
    aoe_note="AoE，UTC−12",
    also="{moment}，即{date}{time}（{zone}）",
    also_city="{moment}，即{city}{date}{time}",
    also_that_day="{moment}，即当日{time}（{zone}）",
    also_city_that_day="{moment}，即{city}当日{time}",
    span="{first}至{last}",
    comma="、",
    two="{first}和{last}",
    last="{rest}和{last}",
    semicolon="；",
    brackets=("（", "）"),
    outer_brackets=("［", "］"),
    quotes=("“", "”"),
    colon="{label}：{value}",
    articles=False,
    between_sentences="",
    thousands=",",
    decimal=".",
    kilometres="{number}公里",
    city="{country}{locality}",
    postcode="{place}（邮编：{code}）",
    price="{amount}{currency}",
    price_yuan="{currency}{amount}元",
)

_SETTING: Final = Setting(
    comma="，",
    between_items="、",
    stop="。",
    announcing="：",
    subtitle="——",
    beside_in_brackets=False,
    between="｜",
    heading="【{title}】",
    labels_as_headings=True,
    bullet="· ",
    indent="",
    counts_all=True,
    maps=("amap", "baidu", "openstreetmap", "google"),
    wrapped=False,
)


LANGUAGE: Final = Language(
    tag="zh-Hans",
    locale="zh_Hans",
    patterns=_PATTERNS,
    setting=_SETTING,
    ordinal=lambda number: f"第{han_numeral(number)}",
    plural=lambda _: 0,
    settled=MappingProxyType(
        {
            ("city", "Pacific/Galapagos"): "加拉帕戈斯",
            ("city", "Pacific/Kanton"): "坎顿岛",
            ("currency", "IDR"): "印尼盾",
            ("language", "az-Arab"): "阿塞拜疆语",
            ("language", "en"): "英文",
            ("language", "sgn"): "手语",
            ("language", "sr-ME"): "黑山语",
        }
    ),
)
