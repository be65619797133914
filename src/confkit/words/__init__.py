"""A language in which to talk about events: dates, times, lists, places and whole sentences, in English or Chinese.

>>> from confkit import words
>>> words.of("zh-CN").tag
'zh-Hans'
"""

from __future__ import annotations

from confkit.words._message import Message, message
from confkit.words._terms import Family
from confkit.words._words import LANGUAGES, Words, of

__all__ = ["LANGUAGES", "Family", "Message", "Words", "message", "of"]
