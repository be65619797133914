"""Which language a tag gives, and the names of languages."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from babel import Locale

from confkit import words
from confkit.errors import InvalidValueError


def test_of_finds_the_language_of_a_tag():
    cases = (
        ("en", "en"),
        ("EN-us", "en"),
        ("en-CA", "en"),
        ("en-AU", "en-GB"),
        ("en-nz-x-local", "en-GB"),
        ("en-001", "en-GB"),
        ("en-GB", "en-GB"),
        ("en-GB-oxendict", "en-GB"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant-CN", "zh-Hant"),
        ("cmn", "zh-Hans"),
        ("cmn-TW", "zh-Hant"),
        ("cmn-Hant", "zh-Hant"),
        ("zh-cmn-Hans", "zh-Hans"),
        ("yue", "zh-Hant"),
        ("yue-HK", "zh-Hant"),
        ("zh-yue", "zh-Hant"),
        ("yue-Hans", "zh-Hans"),
        ("yue-CN", "zh-Hans"),
    )
    for tag, language in cases:
        assert words.of(tag).tag == language, tag


def test_unsupported_languages_are_refused_with_a_list_of_the_supported():
    for tag in ("fr", "zh-Latn", "en-Cyrl", "yue-Latn", "nan", "cmnx", "und", "not a tag", "zh_CN", ""):
        with pytest.raises(
            InvalidValueError, match=r"unsupported language.*write one of en, en-GB, zh-Hans, zh-Hant"
        ) as caught:
            words.of(tag)
        assert [finding.code for finding in caught.value.findings] == ["words.language"], tag


def test_words_are_one_frozen_picklable_value_per_language():
    for tag in words.LANGUAGES:
        spoken = words.of(tag)
        assert words.of(tag) is spoken
        assert pickle.loads(pickle.dumps(spoken)) == spoken, tag  # pickled by this test
        with pytest.raises(AttributeError):
            spoken.tag = "fr"


def test_language_name_is_in_the_language_of_the_reader():
    cases = (
        ("en", "zh-Hant", "Traditional Chinese"),
        ("en", "zh-Hant-HK", "Traditional Chinese"),
        ("en", "ja", "Japanese"),
        ("zh", "en", "英文"),
        ("zh", "zh-Hant", "繁体中文"),
        ("zh-TW", "en", "英文"),
        ("zh-TW", "nb", "書面挪威文"),
        ("zh-TW", "ja-JP", "日文"),
        ("en", "pt-BR", "Brazilian Portuguese"),
        ("zh", "pt-BR", "巴西葡萄牙语"),
        ("zh-TW", "pt-BR", "巴西葡萄牙文"),
        ("en", "qaa-x-elvish", "qaa-x-elvish"),
    )
    for reader, tag, name in cases:
        assert words.of(reader).language_name(tag) == name, reader


def test_varieties_of_a_language_differ_in_every_language_or_in_none():
    varieties = {tag for reader in ("en", "zh_Hans", "zh_Hant") for tag in Locale.parse(reader).languages if "_" in tag}
    unnamed = {
        tag: {
            words.of(reader).language_name(tag.replace("_", "-"))
            == words.of(reader).language_name(tag.partition("_")[0])
            for reader in words.LANGUAGES
        }
        for tag in varieties
    }
    assert [tag for tag, ways in unnamed.items() if len(ways) > 1] == []


def test_threads_have_their_own_languages():
    tags = list(words.LANGUAGES) * 25
    with ThreadPoolExecutor(max_workers=8) as pool:
        texts = list(pool.map(lambda tag: words.of(tag).label("deadline", "submission"), tags))
    assert texts == ["Submission deadline", "Submission deadline", "提交截止日期", "投稿截止日期"] * 25
