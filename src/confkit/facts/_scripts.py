"""Chinese words that both scripts write alike, so that readers of one need not be told that they are in the other."""

from __future__ import annotations

import functools
from typing import Final

__all__ = ["alike"]

_ELSEWHERE_ANOTHER: Final = frozenset(
    "万与丑丰么乾了于云仆仇价仿优伙体余佛佣俊修借僵儿克党冬凄准凌几凶出划刮制千升卜占卷厂厘只台吁吃合吊同后向吒吨听周"
    "咨咸咽哄唇喂噪回困圣坏复夥夫夸奸姜娘宁它家尸局岩岭岳峰巨布帘席干并幸庄床庵异弦彩彷征後御徵忏志念怀怜恤惊愈愿戚才"
    "扎扑托扣扰折抵拐挂挨挽据捱搜摺斗於旋昆昵晒暗曲朱朴机杆杠杯杰松板极构柜栖栗核梁欲气沈沾泛泞注洁洒洼涂涌淀游漓灶炖"
    "熏玩璇瓮甯症痒痴皂矩确离私秋种秘筑篱粽系网羡群肮肴胄背胜胡腊腌膻致舍芸苔苹范茧荐菸蒙蔑薹藉虫虮虱蚕蚝蜡蝎表覆触谷"
    "赶跖辟适郁酸醣采里阪雇雕霉面麴"
)
"""Characters of both sets of which one script writes some word with another: 后 for 後, 里 for 裡, 台 for 臺."""


@functools.lru_cache(maxsize=1024)  # every name in the other script asks
def alike(text: str, language: str, reader: str) -> bool:
    """Return whether words in one Chinese script are in the other too, which the reader's language is written in.

    They are where the character sets of both (GB 2312 and Big5) hold every sign.

    >>> alike("香港", "zh-Hant", "zh-Hans"), alike("澳門", "zh-Hant", "zh-Hans"), alike("里", "zh-Hans", "zh-Hant")
    (True, False, False)
    """
    if not (language.startswith("zh-") and reader.startswith("zh-")) or not _ELSEWHERE_ANOTHER.isdisjoint(text):
        return False
    try:
        text.encode("gb2312")
        text.encode("big5")
    except UnicodeEncodeError:
        return False
    return True
