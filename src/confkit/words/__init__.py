"""A language in which to talk about events: dates, times, lists, places and whole sentences, in English or Chinese.

>>> from confkit import words
>>> words.of("zh-CN").tag
'zh-Hans'
"""

from __future__ import annotations

from confkit.words._message import Message, message
from confkit.words._setting import Setting
from confkit.words._terms import CALLS_FOR_PEOPLE, Family
from confkit.words._words import LANGUAGES, Words, of

__all__ = ["CALLS_FOR_PEOPLE", "LANGUAGES", "Family", "Message", "Setting", "Words", "message", "of"]
