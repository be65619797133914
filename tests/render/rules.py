"""The rules of the text, each as a function from what is told of an event to what goes against it.

`tests/render/test_rules.py` holds all golden events to them, `tests/properties/test_rules.py` any event.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from typing import TYPE_CHECKING, Final

import attrs
from markdown_it import MarkdownIt

from confkit import AOE, When, facts, words
from confkit._characters import safe_text, safe_url
from confkit.facts._lines import one_line
from confkit.model.zones import local_time
from confkit.render._stamps import found
from confkit.words._spacing import has_han
from render import gates
from render.case import Case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["RULES", "Case"]

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


def _only_what_is_stated(case: Case) -> Iterator[str]:
    for when, said in case.moments:
        if case.speech.unstated(when) not in said:
            yield said
        if when.time is None and re.search(r"\d:\d\d", re.sub(r"UTC[+−]\d+:\d+", "", said)):
            yield said
        if when.zone is None and re.search(r"AoE|time \(UTC|UTC[+−]", said):
            yield said


def _weekdays_and_neutral_words(case: Case) -> Iterator[str]:
    yield from (wrong for text in case.own for wrong in gates.wrong_weekdays(text))
    if case.now is None:
        yield from (fact.key for fact in case.told if fact.key.endswith(".state"))
        yield from (text for text in case.own if re.search("no longer available|[^止]已截止|已停售", text))


def _order(case: Case) -> Iterator[str]:
    ranks = [next(at for at, keys in enumerate(_ORDER) if re.fullmatch(keys, fact.key)) for fact in case.told]
    if ranks != sorted(ranks):
        yield ", ".join(fact.key for fact in case.told)


def _english_dates(case: Case) -> Iterator[str]:
    if case.language == "en":
        wrong = rf"\b\d{{1,2}} ({_MONTHS}) \d|(?<![+−\d:])(1[3-9]|2[0-3]):\d\d"
    elif case.language == "en-GB":
        wrong = rf"({_MONTHS}) \d{{1,2}}, \d+\b(?!:)|\d (AM|PM|noon)\b|organiz"
    else:
        return
    yield from (text for text in case.own if re.search(wrong, text))


def _chinese_setting(case: Case) -> Iterator[str]:
    if not case.han:
        return
    quotes = "[「」]" if case.language == "zh-Hans" else "[“”]"
    unit = r"\d +公里" if case.language == "zh-Hans" else r"\d公里"
    wrong = re.compile(rf"\d +[年月日時时]|[年月] +\d|[０-９]|[上下]午|中国标准时间|{quotes}|{unit}")
    for text in case.own:
        yield from gates.half_width(text)
        if wrong.search(text):
            yield text
    for fact in case.told:
        for part in (fact.label, *fact.parts):
            pairs = itertools.pairwise(part)
            yield from (
                f"{one.text}|{other.text}"
                for one, other in pairs
                if one.own != other.own and case.speech.gap(one.text, other.text)
            )


def _lists_with_commas(case: Case) -> Iterator[str]:
    parted = "；" if case.han else "; "
    for fact in case.told:
        names = [run for run in fact.value if not run.own] if fact.key.startswith("people.") else []
        if fact.key != "people.link" and any(re.search("[,;，、；]", run.text) for run in names):
            own = [_NOTE.sub("", run.text) for run in fact.value if run.own]
            yield from (text for text in own if text not in {"", parted})


def _anywhere_on_earth(case: Case) -> Iterator[str]:
    for when, said in case.moments:
        if when.zone is not AOE:
            continue
        if "AoE" not in said or "UTC−12" not in said:
            yield said
        reader = case.zone or (case.event.local_timezone and found(case.event, "local_timezone"))
        known = isinstance(reader, dt.tzinfo) and reader is not AOE and not when.missing
        if known and local_time(when.instant(), reader) and ("即" if case.han else ", which is ") not in said:
            yield said


def _partial_dates(case: Case) -> Iterator[str]:
    days = "星期" if case.han else "day,|day "
    yield from (said for when, said in case.moments if when.date.day is None and re.search(days, said))


def _marked_fallbacks(case: Case) -> Iterator[str]:
    yield from (fact.key for fact in gates.unmarked(case.told, case.language))


def _days_left(case: Case) -> Iterator[str]:
    for fact in case.told:
        number = re.search(r"(\d+) days? left|还剩(\d+)天|剩餘 ?(\d+) ?天", facts.plain(fact.value))
        if fact.key == "call.state" and number:
            call = found(case.event, fact.paths[0])
            assert case.now is not None  # no state is told without a moment
            until = max(one.window()[1] for one in call.deadlines if isinstance(one.at, When))
            if int(number[1] or number[2] or number[3]) > (until - case.now).days + 2:
                yield facts.plain(fact.value)


def _languages_of_html(case: Case) -> Iterator[str]:
    places = [(_squeezed(text), language) for text, language in case.page]
    for fact in case.told:
        # An address within a paragraph is a link, which parts its words.
        for run in (run for part in fact.parts for run in part if run.fallback and "://" not in run.text):
            if not any(_squeezed(run.text) in text and language == run.language for text, language in places):
                yield run.text


def _urls_at_the_end_of_a_line(case: Case) -> Iterator[str]:
    lines = case.said["text"].split("\n")
    runs = (run for fact in case.told if fact.form == "line" for run in fact.value)
    urls = {run.href for run in runs if run.href and run.href != run.text and run.href.lower().startswith("http")}
    yield from (url for url in urls if not any(line.endswith(url) for line in lines))
    chat = case.said["chat"].split("\n")
    shown = {safe_url(run.href) for fact in case.told for run in fact.value if run.href}
    alone = [line for line in chat if line.startswith("http")]
    yield from (line for line in alone for url in shown if line.startswith(url) and " " in line)


def _no_loud_words(case: Case) -> Iterator[str]:
    for text in case.own:
        yield from gates.strange(text)
        yield from gates.forbidden(text)
        yield from (found_[0] for found_ in _MARKETING.finditer(text))


def _same_facts(case: Case) -> Iterator[str]:
    said = [
        [(fact.key, fact.paths) for fact in attrs.evolve(case, language=tag).told if fact.key != "translation"]
        for tag in words.LANGUAGES
    ]
    if said != [said[0]] * len(said):
        yield case.event.id


def _sound_markdown(case: Case) -> Iterator[str]:
    said = case.said["markdown"]
    tokens = _PARSER.parse(said)
    yield from ({token.tag for token in tokens} - {"", "h1", "h2", "p", "ul", "li"})
    children = [child for token in tokens for child in token.children or ()]
    yield from ({child.type for child in children} - _INLINE)
    if not any("**" in run.text for fact in case.told for part in fact.parts for run in part):
        yield from (child.content for child in children if child.type == "text" and "**" in child.content)
    # A URL that no bracket ends would swallow what stands behind it.
    yield from re.findall(r"(?<![(<\[\w/])https?://[^\s<>()]*[\u3000-\u9fff\uff00-\uffef]", said)


def _all_facts(case: Case) -> Iterator[str]:
    shown = "".join(text for text, _ in case.page)
    for fact in case.told:
        for part in fact.parts:
            yield from gates.lacking(shown, part)
            if fact.form != "image":
                yield from gates.lacking(case.said["text"], part)


def _one_line(case: Case) -> Iterator[str]:
    brief = [fact for fact in case.told if fact.key in {"name", "status", "days", "place", "call"} and fact.brief]
    for layout in ("line", "chat"):
        if layout == "line" and "\n" in case.said[layout]:
            yield case.said[layout]
        for fact in brief:
            yield from gates.lacking(case.said[layout], fact.brief)


def _no_nested_brackets(case: Case) -> Iterator[str]:
    told = (fact for fact in case.told if fact.key not in {"place", "venue.name", "venue.address"})
    yield from (wrong for fact in told for part in (fact.label, *fact.parts) for wrong in gates.nested(part))
    for layout in ("text", "line", "chat"):
        yield from gates.side_by_side(case.said[layout], case.told)


def _two_orders(case: Case) -> Iterator[str]:
    for venue in case.event.venues:
        address = venue.address
        if address is None:
            continue
        given = (address.street, address.district, address.locality, address.region)
        parts = [case.speech.choose(part).value for part in given if part]
        said = case.speech.parts(address)
        places = [said.find(part) for part in parts]
        country = case.speech.country(address.country or "")
        distinct = all(part and part not in country and said.count(part) == 1 for part in parts)
        if not distinct or -1 in places:
            continue
        large_first = (any if case.han else all)(map(has_han, parts))
        if places != sorted(places, reverse=large_first):
            yield said


def _verbatim_addresses(case: Case) -> Iterator[str]:
    for fact in case.told:
        if fact.key == "venue.address.published":
            text = found(case.event, fact.paths[0])
            words_ = one_line(case.speech.choose(text).value)
            if not fact.verbatim or _squeezed(safe_text(facts.plain(fact.value))) != _squeezed(safe_text(words_)):
                yield facts.plain(fact.value)


def _squeezed(text: str) -> str:
    return "".join(safe_text(text).split()).upper().casefold()


RULES: Final[dict[str, Callable[[Case], Iterator[str]]]] = {
    "2.1 only what is stated": _only_what_is_stated,
    "2.2 weekdays, and no state without a moment": _weekdays_and_neutral_words,
    "2.3 order": _order,
    "2.4 English dates": _english_dates,
    "2.5 Chinese setting": _chinese_setting,
    "2.5 brackets": _no_nested_brackets,
    "2.6 lists with commas": _lists_with_commas,
    "2.7 anywhere on earth": _anywhere_on_earth,
    "2.8 partial dates": _partial_dates,
    "2.9 marked fallbacks": _marked_fallbacks,
    "2.10 days left": _days_left,
    "2.11 Markdown": _sound_markdown,
    "2.12 languages of HTML": _languages_of_html,
    "2.12 URLs": _urls_at_the_end_of_a_line,
    "2.13 no loud words": _no_loud_words,
    "2.14 same facts": _same_facts,
    "2.14 every fact in layouts": _all_facts,
    "2.14 every brief fact on a line": _one_line,
    "4 two orders": _two_orders,
    "4 verbatim addresses": _verbatim_addresses,
}
"""By the number of the rule; those on catalogs have tests of their own."""
