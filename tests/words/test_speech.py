"""Lists, brackets, quotation marks, articles, and spaces between Chinese and Latin text."""

from __future__ import annotations

from hypothesis import given, strategies as st

from confkit import Choice, Text, words

EN, ZH, TW = words.of("en"), words.of("zh"), words.of("zh-TW")


def test_join_puts_spaces_around_latin_words_in_chinese():
    cases = (
        (["首届", "PyTorch Day China"], "首届 PyTorch Day China"),
        (["由", "PyTorch 基金会", "主办"], "由 PyTorch 基金会主办"),
        (["由", "Linux Foundation", "主办"], "由 Linux Foundation 主办"),
        (["PyTorch Day China 2025", "将举办"], "PyTorch Day China 2025 将举办"),
        (["于", "2025年4月", "公布"], "于2025年4月公布"),
        (["约", "39公里"], "约39公里"),
        (["共", "13", "项"], "共13项"),
        (["PyTorch", "vLLM"], "PyTorch vLLM"),
        (["CDG Airport", "2.5公里"], "CDG Airport 2.5公里"),
        (["2025", "2026"], "20252026"),
        (["北京", "，", "PyTorch", "。"], "北京，PyTorch。"),
        (["地点", "（", "AoE", "）"], "地点（AoE）"),
        (["原文：", "“noon”", "是"], "原文：“noon”是"),
        (["网址", "(a)", "的"], "网址(a)的"),
        (["アプリ", "开发"], "アプリ开发"),
        (["", "北京", "", "AI", ""], "北京 AI"),
        (["3D", "打印"], "3D 打印"),
    )
    for runs, text in cases:
        assert ZH.join(*runs) == text, runs


def test_join_puts_spaces_between_english_words():
    cases = (
        (["first", "PyTorch Day China"], "first PyTorch Day China"),
        (["Beijing", ",", "China", "."], "Beijing, China."),
        (["(", "AoE", ")"], "(AoE)"),
        (["one ", "two", "", "three"], "one two three"),
        ([], ""),
    )
    for runs, text in cases:
        assert EN.join(*runs) == text, runs


@given(st.lists(st.text(alphabet="北京，。 aZ1（）“”-", max_size=6), max_size=4))
def test_join_adds_only_single_spaces_between_han_and_words(runs):
    joined = ZH.join(*runs)
    assert joined.replace(" ", "") == "".join(runs).replace(" ", "")
    assert len(joined) - len("".join(runs)) <= max(0, len(runs) - 1)


def test_items_are_joined_in_each_language():
    cases = (
        ("en", [], ""),
        ("en", ["talks"], "talks"),
        ("en", ["talks", "posters"], "talks and posters"),
        ("en", ["talks", "discussions", "poster sessions"], "talks, discussions, and poster sessions"),
        ("en", ["Ethical AI, Governance", "Edge AI"], "Ethical AI, Governance; Edge AI"),
        ("en-GB", ["a", "b", "c"], "a, b, and c"),
        ("zh", ["技术演讲", "交流讨论"], "技术演讲和交流讨论"),
        ("zh", ["从业者", "研究人员", "产业界人士"], "从业者、研究人员和产业界人士"),
        ("zh", ["PyTorch", "vLLM"], "PyTorch 和 vLLM"),
        ("zh", ["AI 伦理、治理与监管", "训练与推理优化"], "AI 伦理、治理与监管；训练与推理优化"),
        ("zh-TW", ["演講", "討論", "海報展示"], "演講、討論與海報展示"),
    )
    for language, items, text in cases:
        assert words.of(language).items(iter(items)) == text, language


def test_labelled_and_aside_have_the_punctuation_of_the_language():
    cases = (
        ("en", "Label: value (note; more)"),
        ("zh", "Label：value（note；more）"),
        ("zh-TW", "Label：value（note；more）"),
    )
    for language, text in cases:
        spoken = words.of(language)
        assert spoken.labelled("Label", spoken.aside("value", "note", "", "more")) == text, language


def test_aside_without_notes_is_the_text():
    assert ZH.aside("北京", "", "") == "北京"


def test_quote_has_the_quotation_marks_of_the_language():
    for language, text in (("en", "“PyTorch”"), ("zh", "“PyTorch”"), ("zh-TW", "「PyTorch」")):
        assert words.of(language).quote("PyTorch") == text, language


def test_sentences_have_spaces_between_them_in_english_only():
    assert (EN.sentences("One.", "", "Two."), ZH.sentences("一。", "", "二。")) == ("One. Two.", "一。二。")


def test_capital_starts_a_line_in_english_only():
    assert (EN.capital("in person"), EN.capital(""), ZH.capital("pytorch 大会")) == ("In person", "", "pytorch 大会")


def test_the_puts_an_article_before_common_nouns():
    cases = (
        ("PyTorch Foundation", "the PyTorch Foundation"),
        ("BAAI Conference", "the BAAI Conference"),
        ("The Linux Foundation", "The Linux Foundation"),
        ("ICLR 2025", "ICLR 2025"),
        ("Workshop on Edge AI", "the Workshop on Edge AI"),
        ("Workshop", "the Workshop"),
        ("BAAI Conference 2025", "BAAI Conference 2025"),
        ("Theory Forum", "the Theory Forum"),
    )
    for name, text in cases:
        assert (EN.the(name), ZH.the(name)) == (text, name), name


def test_mixed_labels_text_in_another_language():
    cases = (
        ("en", Choice("talk", "en"), "talk"),
        ("en-GB", Choice("talk", "en"), "talk"),
        ("en", Choice("演讲", "zh-Hans"), "演讲 (in Chinese)"),
        ("en", Choice("講演", "ja"), "講演 (in Japanese)"),
        ("zh", Choice("talk", "en"), "talk（英文）"),
        ("zh", Choice("演講", "zh-Hant"), "演講（繁体中文）"),
        ("zh-TW", Choice("演讲", "zh-Hans"), "演讲（簡體中文）"),
        ("zh", Choice("PyTorch", "und"), "PyTorch"),
    )
    for reader, choice, text in cases:
        assert words.of(reader).mixed(choice) == text, reader


CONFERENCE = Text(en="BAAI Conference", zh="北京智源大会")


def test_name_is_followed_by_a_different_name_in_the_other_language():
    cases = (
        ("zh", CONFERENCE, "en", "北京智源大会（BAAI Conference）"),
        ("zh", CONFERENCE, None, "北京智源大会"),
        ("en", CONFERENCE, "en", "BAAI Conference"),
        ("en", CONFERENCE, "zh", "BAAI Conference (北京智源大会)"),
        ("zh", Text(en="ICLR", zh="ICLR"), "en", "ICLR"),
        ("zh", Text(zh="智源大会"), "en", "智源大会"),
        ("zh", Text(en="ICLR"), None, "ICLR"),
    )
    for reader, name, also, text in cases:
        assert words.of(reader).name(name, also=also) == text, reader


AIRPORT = Text({"en": "Beijing International Airport", "zh": "北京首都国际机场", "zh-Hant": "北京首都國際機場"})


def test_inferred_name_is_followed_by_the_original():
    cases = (
        ("zh", AIRPORT, "北京首都国际机场（原文：Beijing International Airport）"),
        ("zh-TW", AIRPORT, "北京首都國際機場（原文：Beijing International Airport）"),
        ("en", AIRPORT, "Beijing International Airport"),
        ("zh", Text(en="CDG Airport"), "CDG Airport"),
    )
    for reader, name, text in cases:
        assert words.of(reader).inferred(name, original="en") == text, reader


def test_say_count_has_the_plurals_of_the_language():
    texts = [
        spoken.say_count("relative day", "{count} day left", "{count} days left", count)
        for spoken in (EN, ZH, TW)
        for count in (1, 2)
    ]
    assert texts == ["1 day left", "2 days left", "还剩1天", "还剩2天", "剩餘 1 天", "剩餘 2 天"]


def test_say_without_a_translation_is_english():
    context, english = (
        "no such context",
        "no such {thing} (}} and {{)",
    )  # no literals in the call: no messages
    assert ZH.say(context, english, thing="message") == "no such message (} and {)"


def test_message_is_an_argument_for_say():
    assert ZH.say(*words.message("role", "host")) == "主办"
