"""Words of an announcement that make a date the last one that it can be."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_upper_bound"]

_MONTHS: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_BY: Final = (
    rf"\bby (the )?([0-9]|(noon|midnight|end of|close of|{_MONTHS}|(mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
"""``by mid-October`` is none: the date itself is not known to the day, and its words say more."""

_BEFORE: Final = (
    "([0-9一二三四五六七八九十] ?[日号號点點时時分]|[0-9底末]|(周|週|星期)[一二三四五六日天])"
    "( ?[（(][^（）()]*[）)])? ?[之以]?前(?![后後夕])"
)
"""``10月30日前``, and not ``10月前`` (before it begins), ``30日前后`` (about then), ``3天前`` (ago)."""

_UPPER_BOUND: Final = re.compile(
    r"\b(or (earlier|before|sooner)|(no|not) later than|at the latest|latest by)\b"
    rf"|不晚于|不晚於|不迟于|不遲於|最晚|最迟|最遲|至迟|至遲|{_BY}|{_BEFORE}",
    re.IGNORECASE,
)


def is_upper_bound(raw: str) -> bool:
    """Return whether a date was announced as the last one that it can be; ``until`` says how long something lasts."""
    return _UPPER_BOUND.search(raw) is not None
