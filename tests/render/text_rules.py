"""The rules that every rendering keeps, each a function that yields what breaks it.

`tests/render/test_layouts.py` checks them for the events in `events.py`, `tests/properties/test_rules.py` for generated
events.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from typing import TYPE_CHECKING, Final

import attrs
from markdown_it import MarkdownIt

from confkit import AOE, Conference, Days, When, facts, render, words
from confkit._characters import safe_text, safe_url
from confkit.facts._lines import one_line
from confkit.model.zones import local_time
from confkit.render._stamps import found
from confkit.words._spacing import has_han
from render import html_pages, text_checks
from render.text_checks import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["RULES", "Reading"]

_DATES: Final = frozenset({"call.deadline", "call.opens", "milestone", "registration.opens", "registration.closes"})
_WITH_DATA: Final = re.compile(
    # Facts whose own words contain words of the event: a kind, an address, a rule, the wording of an announcement.
    r"(call|milestone).*|days|history|registration.*|place|venue\.(name|address)|languages|kind"
)


@attrs.frozen(kw_only=True)
class Reading:
    """An event for one reader: its facts and layouts in one language, at one moment, in one zone."""

    event: Conference
    language: str
    now: dt.datetime | None = None
    zone: dt.tzinfo | None = None

    @functools.cached_property
    def facts(self) -> tuple[facts.Fact, ...]:
        return facts.of(self.event, language=self.language, now=self.now, zone=self.zone)

    @functools.cached_property
    def layouts(self) -> dict[str, str]:
        """The event in each layout of one language."""
        layouts = (render.text, render.markdown, render.html, render.line, render.chat)
        return {
            layout.__name__: layout(self.event, language=self.language, now=self.now, zone=self.zone)
            for layout in layouts
        }

    @functools.cached_property
    def html_texts(self) -> list[tuple[str, str]]:
        """The text of the HTML, piece by piece, with the language of its element."""
        return list(html_pages.texts(self.layouts["html"]))

    @property
    def words(self) -> words.Words:
        return words.of(self.language)

    @property
    def chinese(self) -> bool:
        return self.language.startswith("zh")

    @functools.cached_property
    def own_texts(self) -> list[str]:
        """The texts of confkit that contain no words of the event."""
        return [
            run.text
            for fact in self.facts
            for part in (fact.label, *fact.parts)
            if not _WITH_DATA.fullmatch(fact.key) or (part is not fact.label and self._is_exact(fact))
            for run in part
            if run.own
        ]

    def _is_exact(self, fact: facts.Fact) -> bool:
        value = found(self.event, fact.paths[0]) if fact.key in {*_DATES, "days"} else None
        return isinstance(value, Days) or (isinstance(value, When) and value.raw is None)

    @functools.cached_property
    def dates(self) -> list[tuple[When, str]]:
        """The dates that are not quoted from an announcement, with the text of their fact."""
        dates = ((fact, found(self.event, fact.paths[0])) for fact in self.facts if fact.key in _DATES)
        return [(when, facts.plain(fact.value)) for fact, when in dates if isinstance(when, When) and when.raw is None]


_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_ORDER: Final = (
    r"name|status|history|days|hours|place|attendance|relation",
    r"image",
    r"summary|about|description|kind|edition|audience|languages",
    r"call.*",
    r"milestone.*",
    r"topics",
    r"formats",
    r"venue.*",
    r"online.*",
    r"travel",
    r"registration.*",
    r"people\.(?!link).*|series.*",
    r"link|people\.link",
    r"contact",
    r"published|updated|source",
    r"translation",
)
_NOTE: Final = re.compile(r" ?[(（\[［][^()（）\[\]［］]*[)）\]］]")
_PARSER: Final = MarkdownIt("gfm-like", {"linkify": False})
_INLINE: Final = {
    "image",
    "link_open",
    "link_close",
    "strong_open",
    "strong_close",
    "text",
    "text_special",
    "softbreak",
}
_MARKETING: Final = re.compile(
    r"(?i)\b(exciting|excited|thrilled|amazing|unmissable|world-class|cutting-edge|premier|join us|don.t miss)\b"
    r"|重磅|盛会|盛會|倾力|傾力|诚邀|誠邀|精彩|火热|火熱|不容错过|不容錯過"
)


def _stated_dates(reading: Reading) -> Iterator[str]:
    for when, text in reading.dates:
        if reading.words.unstated(when) not in text:
            yield text
        if when.time is None and not when.end_of_day and re.search(r"\d:\d\d", re.sub(r"UTC[+−]\d+:\d+", "", text)):
            yield text
        if when.zone is None and re.search(r"AoE|time \(UTC|UTC[+−]", text):
            yield text


def _weekdays_and_states(reading: Reading) -> Iterator[str]:
    yield from (wrong for text in reading.own_texts for wrong in text_checks.wrong_weekdays(text))
    if reading.now is None:
        yield from (fact.key for fact in reading.facts if fact.key.endswith(".state"))
        yield from (text for text in reading.own_texts if re.search("no longer available|[^止]已截止|已停售", text))


def _order(reading: Reading) -> Iterator[str]:
    ranks = [next(at for at, keys in enumerate(_ORDER) if re.fullmatch(keys, fact.key)) for fact in reading.facts]
    if ranks != sorted(ranks):
        yield ", ".join(fact.key for fact in reading.facts)


def _english_dates(reading: Reading) -> Iterator[str]:
    if reading.language == "en":
        wrong = rf"\b\d{{1,2}} ({_MONTHS}) \d|(?<![+−\d:])(1[3-9]|2[0-3]):\d\d"
    elif reading.language == "en-GB":
        wrong = rf"({_MONTHS}) \d{{1,2}}, \d+\b(?!:)|\d (AM|PM|noon)\b|organiz"
    else:
        return
    yield from (text for text in reading.own_texts if re.search(wrong, text))


def _chinese_setting(reading: Reading) -> Iterator[str]:
    if not reading.chinese:
        return
    quotes = "[「」]" if reading.language == "zh-Hans" else "[“”]"
    unit = r"\d +公里" if reading.language == "zh-Hans" else r"\d公里"
    wrong = re.compile(rf"\d +[年月日時时]|[年月] +\d|[０-９]|[上下]午|中国标准时间|{quotes}|{unit}")
    for text in reading.own_texts:
        yield from text_checks.half_width(text)
        if wrong.search(text):
            yield text
    for fact in reading.facts:
        for part in (fact.label, *fact.parts):
            pairs = itertools.pairwise(part)
            yield from (
                f"{run.text}|{other.text}"
                for run, other in pairs
                if run.own != other.own and reading.words.gap(run.text, other.text)
            )


def _lists_of_names(reading: Reading) -> Iterator[str]:
    separator = "；" if reading.chinese else "; "
    for fact in reading.facts:
        names = [run for run in fact.value if not run.own] if fact.key.startswith("people.") else []
        if fact.key != "people.link" and any(re.search("[,;，、；]", run.text) for run in names):
            own = [_NOTE.sub("", run.text) for run in fact.value if run.own]
            yield from (text for text in own if text not in {"", separator})


def _anywhere_on_earth(reading: Reading) -> Iterator[str]:
    for when, text in reading.dates:
        if when.zone is not AOE:
            continue
        if "AoE" not in text or "UTC−12" not in text:
            yield text
        reader = reading.zone or (reading.event.local_timezone and found(reading.event, "local_timezone"))
        known = isinstance(reader, dt.tzinfo) and reader is not AOE and not when.missing
        if known and local_time(when.instant(), reader) and ("即" if reading.chinese else ", which is ") not in text:
            yield text


def _partial_dates(reading: Reading) -> Iterator[str]:
    days = "星期" if reading.chinese else "day,|day "
    yield from (text for when, text in reading.dates if when.date.day is None and re.search(days, text))


def _labelled_fallbacks(reading: Reading) -> Iterator[str]:
    yield from (fact.key for fact in text_checks.unlabelled_fallbacks(reading.facts, reading.language))


def _days_left(reading: Reading) -> Iterator[str]:
    for fact in reading.facts:
        number = re.search(r"(\d+) days? left|还剩(\d+)天|剩餘 ?(\d+) ?天", facts.plain(fact.value))
        if fact.key == "call.state" and number:
            call = found(reading.event, fact.paths[0])
            assert reading.now is not None  # a state needs a moment
            until = max(deadline.window()[1] for deadline in call.deadlines if isinstance(deadline.at, When))
            if int(number[1] or number[2] or number[3]) > (until - reading.now).days + 2:
                yield facts.plain(fact.value)


def _languages_of_html(reading: Reading) -> Iterator[str]:
    places = [(_folded(text), language) for text, language in reading.html_texts]
    for fact in reading.facts:
        # An address within a paragraph is a link, which divides the text of the run.
        for run in (run for part in fact.parts for run in part if run.fallback and "://" not in run.text):
            if not any(_folded(run.text) in text and language == run.language for text, language in places):
                yield run.text


def _urls_at_the_end_of_a_line(reading: Reading) -> Iterator[str]:
    lines = reading.layouts["text"].split("\n")
    runs = (run for fact in reading.facts if fact.form == "line" for run in fact.value)
    urls = {run.href for run in runs if run.href and run.href != run.text and run.href.lower().startswith("http")}
    yield from (url for url in urls if not any(line.endswith(url) for line in lines))
    chat = reading.layouts["chat"].split("\n")
    shown = {safe_url(run.href) for fact in reading.facts for run in fact.value if run.href}
    alone = [line for line in chat if line.startswith("http")]
    yield from (line for line in alone for url in shown if line.startswith(url) and " " in line)


def _plain_words(reading: Reading) -> Iterator[str]:
    for text in reading.own_texts:
        yield from text_checks.unwanted_characters(text)
        yield from text_checks.forbidden_words(text)
        yield from (match[0] for match in _MARKETING.finditer(text))


def _same_facts(reading: Reading) -> Iterator[str]:
    by_language = [
        [(fact.key, fact.paths) for fact in attrs.evolve(reading, language=tag).facts if fact.key != "translation"]
        for tag in words.LANGUAGES
    ]
    if by_language != [by_language[0]] * len(by_language):
        yield reading.event.id


def _expected_markdown(reading: Reading) -> Iterator[str]:
    markdown = reading.layouts["markdown"]
    tokens = _PARSER.parse(markdown)
    yield from ({token.tag for token in tokens} - {"", "h1", "h2", "p", "ul", "li"})
    children = [child for token in tokens for child in token.children or ()]
    yield from ({child.type for child in children} - _INLINE)
    if not any("**" in run.text for fact in reading.facts for part in fact.parts for run in part):
        yield from (child.content for child in children if child.type == "text" and "**" in child.content)
    # A URL outside brackets would include the Chinese text that follows it.
    yield from re.findall(r"(?<![(<\[\w/])https?://[^\s<>()]*[\u3000-\u9fff\uff00-\uffef]", markdown)


def _every_fact(reading: Reading) -> Iterator[str]:
    shown = "".join(text for text, _ in reading.html_texts)
    for fact in reading.facts:
        for part in fact.parts:
            yield from text_checks.missing(shown, part)
            if fact.form != "image":
                yield from text_checks.missing(reading.layouts["text"], part)


def _brief_facts(reading: Reading) -> Iterator[str]:
    brief = [fact for fact in reading.facts if fact.key in {"name", "status", "days", "place", "call"} and fact.brief]
    for layout in ("line", "chat"):
        if layout == "line" and "\n" in reading.layouts[layout]:
            yield reading.layouts[layout]
        for fact in brief:
            yield from text_checks.missing(reading.layouts[layout], fact.brief)


def _brackets(reading: Reading) -> Iterator[str]:
    checked = (fact for fact in reading.facts if fact.key not in {"place", "venue.name", "venue.address"})
    yield from (
        brackets
        for fact in checked
        for part in (fact.label, *fact.parts)
        for brackets in text_checks.nested_brackets(part)
    )
    for layout in ("text", "line", "chat"):
        yield from text_checks.adjacent_brackets(reading.layouts[layout], reading.facts)


def _order_of_addresses(reading: Reading) -> Iterator[str]:
    for venue in reading.event.venues:
        address = venue.address
        if address is None:
            continue
        in_parts = (address.street, address.district, address.locality, address.region)
        parts = [reading.words.choose(part).value for part in in_parts if part]
        text = reading.words.parts(address)
        places = [text.find(part) for part in parts]
        country = reading.words.country(address.country or "")
        distinct = all(part and part not in country and text.count(part) == 1 for part in parts)
        if not distinct or -1 in places:
            continue
        large_first = (any if reading.chinese else all)(map(has_han, parts))
        if places != sorted(places, reverse=large_first):
            yield text


def _verbatim_addresses(reading: Reading) -> Iterator[str]:
    for fact in reading.facts:
        if fact.key == "venue.address.published":
            published = found(reading.event, fact.paths[0])
            expected = one_line(reading.words.choose(published).value)
            if not fact.verbatim or _folded(safe_text(facts.plain(fact.value))) != _folded(safe_text(expected)):
                yield facts.plain(fact.value)


def _folded(text: str) -> str:
    return folded(safe_text(text))


RULES: Final[dict[str, Callable[[Reading], Iterator[str]]]] = {
    "dates say what is stated and what is not": _stated_dates,
    "weekdays are right, and states need a moment": _weekdays_and_states,
    "facts are in order": _order,
    "English dates are American or British": _english_dates,
    "Chinese has its own punctuation and spacing": _chinese_setting,
    "brackets are not nested or adjacent": _brackets,
    "lists of names with commas use semicolons": _lists_of_names,
    "anywhere on earth is explained": _anywhere_on_earth,
    "dates without a day have no weekday": _partial_dates,
    "text in another language is labelled": _labelled_fallbacks,
    "days left are not too many": _days_left,
    "Markdown has only expected markup": _expected_markdown,
    "HTML marks the language of each text": _languages_of_html,
    "URLs end their lines": _urls_at_the_end_of_a_line,
    "words are plain": _plain_words,
    "facts are the same in every language": _same_facts,
    "layouts show every fact": _every_fact,
    "one-line layouts show every brief fact": _brief_facts,
    "addresses have the order of the language": _order_of_addresses,
    "published addresses are verbatim": _verbatim_addresses,
}
"""The rules by what they demand; those for translation catalogs are in `tests/words/test_catalogs.py`."""
