"""The result of a method in English and in Chinese, and two zones of readers."""

from __future__ import annotations

from confkit import words
from confkit.model import zone

LANGUAGES = ("en", "en-GB", "zh-Hans", "zh-Hant")
SHANGHAI, BERLIN = zone("Asia/Shanghai"), zone("Europe/Berlin")


def in_english_and_chinese(method, *arguments, **options):
    return tuple(getattr(words.of(language), method)(*arguments, **options) for language in ("en", "zh"))
