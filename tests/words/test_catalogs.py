"""The translation catalogs: complete, well-formed, and free of forbidden words."""

from __future__ import annotations

import ast
import functools
import re
import string
from gettext import c2py
from pathlib import Path
from types import SimpleNamespace

import pytest
from babel.messages.pofile import read_po
from opencc import OpenCC

from confkit import words
from words import catalogs

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
BESIDE_HAN = re.compile(rf"[{HAN}][,:;!?()\[\]]|[,:;!?()\[\]][{HAN}]")

TRADITIONAL_TOO = frozenset("台峰")
"""Characters that Taiwan writes as they are, and OpenCC holds for Simplified."""

FORBIDDEN = {
    "zh-Hans": ["事件", "征文启示", "最后期限", "曲目", "组织者", "注册", "中国标准时间", "！"],
    "zh-Hant": ["事件", "徵文啟示", "最後期限", "曲目", "組織者", "註冊", "議題征集", "！"],
}
MARKETING = re.compile(
    r"(?i)\b(exciting|excited|thrilled|amazing|unmissable|world-class|cutting-edge|premier|join us|don.t miss)\b|!"
    r"|重磅|盛会|盛會|倾力|傾力|诚邀|誠邀|精彩|火热|火熱|不容错过|不容錯過"
)


@pytest.fixture(params=sorted(catalogs.LANGUAGES))
def language(request):
    return request.param


@pytest.fixture
def strings(language):
    return catalogs.translated(language)


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_catalogs_translate_every_message_in_the_code():
    assert catalogs.problems() == []


@functools.cache
def syntax_trees():
    """Return the modules with messages by their paths."""
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(catalogs.PACKAGE.rglob("*.py"))}
    return {path: ast.parse(source) for path, source in sources.items() if re.search(r"\b(say|message)", source)}


def calls_in_f_strings(tree):
    """Return the lines of calls with a message inside an f-string."""
    return [
        call.lineno
        for string in ast.walk(tree)
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and any(isinstance(argument, ast.Constant) for argument in call.args)
        if getattr(call.func, "attr", getattr(call.func, "id", None)) in {"say", "say_count", "message"}
    ]


def test_messages_are_not_inside_f_strings():
    # Python 3.11 reads an f-string as one token, in which the extraction finds no message; later versions find it.
    found = {path.name: calls_in_f_strings(tree) for path, tree in syntax_trees().items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_catalog_is_formatted_by_the_command(language):
    path = catalogs.LOCALE / f"{catalogs.LANGUAGES[language]}.po"
    assert path.read_text(encoding="utf-8") == catalogs.written(language, catalogs.forms(language))


def test_british_catalog_is_formatted_by_the_command():
    strings = catalogs.forms("en-GB")
    assert (catalogs.LOCALE / "en_GB.po").read_text(encoding="utf-8") == catalogs.written("en-GB", strings)
    assert [words.of(tag).label("role", "organizer") for tag in ("en", "en-GB")] == ["Organizer", "Organiser"]


def test_command_keeps_every_plural_form_of_a_language(monkeypatch):
    monkeypatch.setitem(catalogs.CATALOGS, "pl", "pl")
    days = next(key for key in catalogs.messages() if key.english == "{count} day left")
    text = catalogs.written("pl", {days: ("{count} dzień", "{count} dni", "{count} dnia")})
    rule, message = text.splitlines()[9], text.partition('msgid "{count} day left"')[2].splitlines()[2:5]
    head, _, expression = rule.partition("; plural=")
    form = c2py(expression.removesuffix(';\\n"'))  # versions of Babel write the same rule differently
    assert head == '"Plural-Forms: nplurals=3'
    assert [form(number) for number in (0, 1, 2, 4, 5, 12, 14, 21, 22, 25, 112, 122)] == [
        2,
        0,
        1,
        1,
        2,
        2,
        2,
        2,
        1,
        2,
        2,
        1,
    ]
    assert message == [
        'msgstr[0] "{count} dzień"',
        'msgstr[1] "{count} dni"',
        'msgstr[2] "{count} dnia"',
    ]


def test_command_keeps_the_plural_rule_of_the_module(monkeypatch):
    french = SimpleNamespace(plural=lambda number: int(number > 1))
    monkeypatch.setattr(catalogs, "LOCALE", Path(__file__).parent / "french")
    monkeypatch.setattr(catalogs, "BY_TAG", {"fr": french})
    monkeypatch.setitem(catalogs.CATALOGS, "fr", "fr")
    assert catalogs.plural_rule("fr") == (2, "nplurals=2; plural=(n > 1);")


def test_catalog_has_nothing_fuzzy_or_obsolete_and_one_plural(language):
    with (catalogs.LOCALE / f"{catalogs.LANGUAGES[language]}.po").open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    fuzzy = [message.id for message in catalog if message.fuzzy and message.id]
    assert (fuzzy, list(catalog.obsolete), catalog.num_plurals, catalog.plural_expr) == ([], [], 1, "0")


def test_every_message_has_a_context_and_a_note_for_translators(language):
    with (catalogs.LOCALE / f"{catalogs.LANGUAGES[language]}.po").open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    assert [m.id for m in catalog if m.id and not (m.context and m.auto_comments)] == []


def test_translations_have_the_placeholders_of_the_english(strings):
    wrong = {str(key): text for key, text in strings.items() if placeholders(text) != placeholders(key.english)}
    assert wrong == {}


def test_plurals_have_the_placeholders_of_the_singular(strings):
    wrong = [str(key) for key in strings if key.plural and placeholders(key.plural) != placeholders(key.english)]
    assert wrong == []


def test_simplified_catalog_has_no_traditional_characters():
    to_simplified = OpenCC("t2s")
    texts = catalogs.translated("zh-Hans").values()
    assert [text for text in texts if to_simplified.convert(text) != text] == []


def test_traditional_catalog_has_no_simplified_characters():
    to_traditional = OpenCC("s2t")
    found = {
        character
        for text in catalogs.translated("zh-Hant").values()
        for character in text
        if to_traditional.convert(character) != character
    }
    assert found - TRADITIONAL_TOO == set()


def test_check_of_scripts_finds_a_wrong_character():
    assert (OpenCC("t2s").convert("徵稿"), OpenCC("s2t").convert("议题")) == ("征稿", "議題")


def test_chinese_has_no_half_width_punctuation_beside_han(strings):
    assert [text for text in strings.values() if BESIDE_HAN.search(text)] == []


def test_chinese_has_spaces_only_beside_placeholders(language, strings):
    spaced = {text for text in strings.values() if re.search(rf"[{HAN}] [{HAN}]|  |^ | $", text)}
    beside = {text for text in strings.values() if " " in text} if language == "zh-Hans" else set()
    assert spaced | beside - {"Google 地图"} == set()


def test_catalogs_have_no_forbidden_words(language, strings):
    assert [text for text in strings.values() for word in FORBIDDEN[language] if word in text] == []


def test_catalogs_have_no_marketing_words(strings):
    texts = [*strings.values(), *(key.english for key in strings), *(key.plural for key in strings)]
    assert [text for text in texts if MARKETING.search(text)] == []


def test_english_messages_have_plain_spaces():
    texts = [f"{key.english}{key.plural}" for key in catalogs.messages()]
    assert [text for text in texts if re.search("[\u00a0\u2009\u202f]", text)] == []


def test_catalogs_follow_the_glossary():
    cases = (
        ("kind of call", "call for proposals", "议题征集", "徵稿"),
        ("kind of call", "call for papers", "论文征稿", "論文徵稿"),
        ("kind of call", "call for posters", "海报征集", "海報徵集"),
        ("kind of call", "call for volunteers", "志愿者招募", "志工招募"),
        ("kind of call", "call for sponsors", "赞助招募", "贊助招募"),
        ("kind of deadline", "submission deadline", "提交截止日期", "投稿截止日期"),
        ("kind of deadline", "notification of acceptance", "录用通知", "錄取通知"),
        ("kind of deadline", "camera-ready deadline", "终稿提交截止日期", "定稿繳交截止日期"),
        ("state of a call", "open", "征集中", "徵稿中"),
        ("state of a call", "closed", "已截止", "已截止"),
        ("state of a call", "not yet open", "尚未开始", "尚未開始"),
        ("kind of event", "event", "活动", "活動"),
        ("kind of event", "conference", "大会", "大會"),
        ("kind of event", "workshop", "工作坊", "工作坊"),
        ("role", "organizer", "承办", "承辦"),
        ("role", "host", "主办", "主辦"),
        ("role", "co-host", "联合主办", "共同主辦"),
        ("role", "partner", "合作伙伴", "合作夥伴"),
        ("role", "sponsor", "赞助商", "贊助單位"),
        ("label", "Address", "地址", "地址"),
        ("link", "registration", "报名", "報名"),
        ("link", "travel", "交通", "交通"),
        ("link", "website", "官网", "官方網站"),
        ("attendance", "online", "线上", "線上"),
        ("attendance", "in person", "线下", "實體"),
        ("attendance", "hybrid", "线上线下结合", "實體與線上並行"),
        ("status of an event", "cancelled", "已取消", "已取消"),
        ("status of an event", "postponed", "延期", "延期"),
        ("status of an event", "rescheduled", "改期", "改期"),
        ("status of an event", "moved online", "改为线上", "改為線上"),
        ("status of an event", "tentative", "暂定", "暫定"),
        ("no date", "to be announced", "待公布", "待公布"),
        ("edition", "first", "首届", "首屆"),
        (
            "state of a call",
            "closing or already closed (no time or time zone stated)",
            "即将截止，具体时间和时区未注明",
            "即將截止，具體時間與時區未註明",
        ),
    )
    for context, english, simplified, traditional in cases:
        texts = [words.of(tag).say(context, english) for tag in ("en", "en-GB", "zh-Hans", "zh-Hant")]
        assert texts == [english, english.replace("organizer", "organiser"), simplified, traditional], context


def unreadable_calls(tree):
    """Return the lines of calls with a literal context whose message is not a literal: the command cannot read it."""
    literals = {"say": 2, "say_count": 3, "message": 2}
    lines = []
    for node in ast.walk(tree):
        name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
        arguments = node.args[: literals[name]] if name in literals else []
        constant = [isinstance(argument, ast.Constant) for argument in arguments]
        if any(constant) and not all(constant):
            lines.append(node.lineno)
    return lines


def test_messages_in_the_code_are_literals():
    found = {path.name: unreadable_calls(tree) for path, tree in syntax_trees().items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_unreadable_calls_are_found():
    source = "w.say('c', text)\nw.say('c', 'text')\nw.say(*text)\nsay_count('c', f'{x}', 'b', 2)\nsay(text)"
    assert unreadable_calls(ast.parse(source)) == [1, 4]
