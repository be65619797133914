"""Traditional Chinese, as written in Taiwan."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import attrs

from confkit.words._language import Language
from confkit.words._languages import zh_hans

__all__ = ["LANGUAGE"]

_PATTERNS: Final = attrs.evolve(
    zh_hans.LANGUAGE.patterns,
    city_time="{city}時間",
    city_time_offset="{city}時間",
    also_that_day="{moment}，即當日{time}（{zone}）",
    also_city_that_day="{moment}，即{city}當日{time}",
    two="{first}與{last}",
    last="{rest}與{last}",
    two_beside="{first}和{last}",
    last_beside="{rest}和{last}",
    quotes=("「", "」"),
    kilometres="{number} 公里",
    postcode="{place}（郵遞區號：{code}）",
    price="{amount} {currency}",
    price_yuan="{currency} {amount} 元",
)


LANGUAGE: Final = Language(
    tag="zh-Hant",
    locale="zh_Hant",
    patterns=_PATTERNS,
    setting=zh_hans.LANGUAGE.setting,
    ordinal=zh_hans.LANGUAGE.ordinal,
    plural=zh_hans.LANGUAGE.plural,
    settled=MappingProxyType(
        {
            ("city", "Pacific/Kanton"): "坎頓島",
            ("language", "de-AT"): "奧地利德文",
            ("language", "en-AU"): "澳洲英文",
            ("language", "en-CA"): "加拿大英文",
            ("language", "en-GB"): "英式英文",
            ("language", "en-US"): "美式英文",
            ("language", "es-419"): "拉丁美洲西班牙文",
            ("language", "es-ES"): "歐洲西班牙文",
            ("language", "es-MX"): "墨西哥西班牙文",
            ("language", "fa-AF"): "達利文",
            ("language", "fr-CA"): "加拿大法文",
            ("language", "fr-CH"): "瑞士法文",
            ("language", "nb"): "書面挪威文",
            ("language", "nn"): "新挪威文",
            ("language", "pt-BR"): "巴西葡萄牙文",
            ("language", "pt-PT"): "歐洲葡萄牙文",
            ("language", "sgn"): "手語",
            ("language", "sr-ME"): "蒙特內哥羅文",
        }
    ),
)
