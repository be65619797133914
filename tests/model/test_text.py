import copy
import pickle

import pytest

from confkit import Choice, Conference, Series, Text, Translation
from confkit.errors import InvalidValueError
from confkit.model import canonical_tag, serves


def findings(make):
    with pytest.raises(InvalidValueError) as error:
        make()
    return [(finding.code, finding.path) for finding in error.value.findings]


def test_tag_is_well_formed_and_canonical():
    cases = [
        ("EN", "en"),
        ("en-gb", "en-GB"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-sg", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("ZH-HANT", "zh-Hant"),
        ("zh-hant-hk", "zh-Hant-HK"),
        ("zh-latn-pinyin", "zh-Latn-pinyin"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("es-419", "es-419"),
        ("sl-ROZAJ-biske", "sl-rozaj-biske"),
        ("de-DE-u-CO-phonebk", "de-DE-u-co-phonebk"),
        ("X-Klingon", "x-klingon"),
        ("zh-yue", "zh-yue"),
        ("und", "und"),
    ]
    for tag, canonical in cases:
        assert canonical_tag(tag) == canonical, tag
        assert canonical_tag(canonical) == canonical, tag


def test_tag_that_is_not_well_formed_is_refused():
    cases = [
        "",
        "e",
        "en_GB",
        "en-",
        "-en",
        "en--GB",
        "englishes",
        "zh-Hans-",
        "en GB",
        "en-x",
        "e\u017f",
        "\u212ao",
        "中文",
        None,
        3,
        True,
        b"en",
    ]
    for tag in cases:
        assert findings(lambda tag=tag: canonical_tag(tag)) == [("text.language", "")], tag


def test_choose_returns_the_best_text_with_its_tag():
    cases = [
        ("zh", ["en", "zh"], "zh-Hans"),
        ("zh-CN", ["en", "zh-Hant"], "zh-Hant"),
        ("zh-TW", ["en", "zh-Hans"], "zh-Hans"),
        ("zh-Hant-HK", ["en", "zh-Hans", "zh-Hant"], "zh-Hant"),
        ("zh-Hant-HK", ["zh-Hans", "zh-Hant-TW"], "zh-Hant-TW"),
        ("zh", ["en", "zh-Latn"], "en"),
        ("en-GB", ["de", "en"], "en"),
        ("en", ["de", "en-GB"], "en-GB"),
        ("sr-Latn-RS", ["en", "sr-Cyrl", "sr-Latn"], "sr-Latn"),
        ("sr-Latn", ["en", "sr-Cyrl"], "en"),
        ("fr", ["de", "en"], "en"),
        ("fr", ["de", "en-US"], "en-US"),
        ("fr", ["de", "und"], "und"),
        ("fr", ["en", "und"], "und"),
        ("fr", ["de", "ja"], "de"),
    ]
    for reader, tags, expected in cases:
        text = Text({tag: f"words in {tag}" for tag in tags})
        assert text.choose(reader) == Choice(text.get(expected), expected), reader


def test_choose_falls_back_to_the_default_of_the_caller():
    assert Text(de="a", en="b").choose("fr", default="de").language == "de"
    assert Text(de="a", en="b", fr="c").choose("fr", default="de") == ("c", "fr")


def test_text_serves_readers_of_its_language_and_script():
    cases = [
        ("en", "en-GB", True),
        ("en-US", "en-GB", True),
        ("zh", "zh-CN", True),
        ("zh-Hant", "zh-Hans", False),
        ("sr-Latn", "sr-Cyrl", False),
        ("und", "zh", True),
        ("de", "en", False),
    ]
    for language, reader, serving in cases:
        assert serves(language, reader) is serving, language


def test_choose_compares_tags_only():
    for arguments in [(["zh"],), (None,), ("zh", ["en"]), ("zh", None)]:
        with pytest.raises(InvalidValueError, match="tag"):
            Text(en="A Day").choose(*arguments)


def test_text_is_equal_in_all_notations():
    text = Text(en="Beijing", zh="北京")
    assert text == Text({"zh-CN": "北京", "EN": "Beijing"}) == Text({"en": "Beijing"}, zh_Hans="北京")
    assert len({text, Text(zh="北京", en="Beijing")}) == 1
    assert text != Text(en="Beijing")
    assert text != "Beijing"
    assert (text.languages, list(text)) == (("en", "zh-Hans"), ["en", "zh-Hans"])
    assert text.items() == (("en", "Beijing"), ("zh-Hans", "北京"))
    assert (text.get("zh"), text.get("fr"), str(text)) == ("北京", None, "Beijing")


def test_text_keeps_a_proper_name_in_both_languages():
    assert Text(en="PyTorch", zh="PyTorch").languages == ("en", "zh-Hans")


def test_text_of_no_stated_language():
    assert Text.of("PyTorch").languages == ("und",)
    assert Text.of(Text(en="a")) == Text(en="a")


def test_text_survives_copies_and_its_repr():
    for text in [Text.of("a"), Text(en="a", zh="一")]:
        assert pickle.loads(pickle.dumps(text)) == copy.deepcopy(text) == copy.copy(text) == text, text
        assert eval(repr(text)) == text, text  # noqa: S307  # the repr is what one would write


def test_all_problems_of_a_text_are_reported_at_once():
    cases = [
        (Text, [("text.empty", "")]),
        (lambda: Text({}), [("text.empty", "")]),
        (lambda: Text(en=""), [("text.empty", "en")]),
        (lambda: Text(en=" \n", zh=3, fr=None), [("text.empty", "en"), ("text.empty", "zh"), ("text.empty", "fr")]),
        (lambda: Text(en="\ud800", zh="好"), [("text.surrogate", "en")]),
        (lambda: Text(zh="a", zh_CN="b"), [("text.duplicate", "zh-CN")]),
        (lambda: Text({"zh": "a"}, zh="b"), [("text.duplicate", "zh")]),
        (lambda: Text({"not a tag": "a", 3: "b"}), [("text.language", "not a tag"), ("text.language", "")]),
        (lambda: Text("words"), [("text.type", "")]),
        (lambda: Text(["en"]), [("text.type", "")]),
        (lambda: Text(3), [("text.type", "")]),
        (lambda: Text.of(3), [("text.type", "")]),
        (lambda: Text.of(None), [("text.type", "")]),
        (lambda: Text.of(" "), [("text.empty", "")]),
        (lambda: Text.of("\udfff"), [("text.surrogate", "")]),
        (lambda: Text(en="a").choose("no tag"), [("text.language", "")]),
        (lambda: Conference(id="day", name=" "), [("text.empty", "name")]),
        (lambda: Conference(id="day", name=None), [("text.type", "name")]),
        (lambda: Conference(id="day", name={"en": "Day"}), [("text.type", "name")]),
        (lambda: Conference(id="day", name="Day", summary=b"x"), [("text.type", "summary")]),
        (lambda: Conference(id="day", name="Day", formats="talks"), [("value.type", "formats")]),
        (lambda: Conference(id="day", name="Day", formats=Text(en="talks")), [("value.type", "formats")]),
        (
            lambda: Conference(id="day", name="Day", formats=["talks", 3, ""]),
            [("text.type", "formats[1]"), ("text.empty", "formats[2]")],
        ),
        (lambda: Conference(id="day", name="Day", languages="en"), [("value.type", "languages")]),
        (lambda: Conference(id="day", name="Day", languages=["en", "?"]), [("text.language", "languages[1]")]),
        (lambda: Series(id="a", aliases=[None]), [("text.type", "aliases[0]")]),
        (lambda: Translation(language="??", status="official"), [("text.language", "language")]),
        (lambda: Translation(language="zh", status="mine"), [("value.choice", "status")]),
        (lambda: Translation(language="zh", status="machine", by=""), [("text.empty", "by")]),
    ]
    for make, expected in cases:
        assert findings(make) == expected, make


def test_several_texts_are_taken_from_any_iterable():
    day = Conference(id="day", name="Day", formats=(word for word in ("talks", Text(en="posters"))), languages={"zh"})
    assert day.formats == (Text.of("talks"), Text(en="posters"))
    assert day.languages == ("zh-Hans",)
