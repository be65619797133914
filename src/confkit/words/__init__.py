"""A language in which to talk about events: dates, times, lists, places and whole sentences, in English or Chinese.

>>> from confkit import words
>>> zh = words.of("zh-CN")
>>> zh.tag
'zh-Hans'
"""

from __future__ import annotations

from confkit.words._message import Message, message
from confkit.words._words import LANGUAGES, Words, of

__all__ = ["LANGUAGES", "Message", "Words", "message", "of"]
