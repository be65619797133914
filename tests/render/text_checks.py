"""What no rendering may contain, and what none may lack: each check returns the faults that it finds."""

from __future__ import annotations

import calendar
import re
from typing import Final

from confkit import facts, words
from confkit._characters import safe_text

__all__ = [
    "adjacent_brackets",
    "folded",
    "forbidden_words",
    "half_width",
    "missing",
    "nested_brackets",
    "unlabelled_fallbacks",
    "unwanted_characters",
    "wrong_weekdays",
]

_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
_HALF_WIDTH: Final = re.compile(rf"[{_HAN}][,;!?()\[\]]|[,;!?()\[\]][{_HAN}]|[{_HAN}]:|:[{_HAN}]")
_UNWANTED: Final = re.compile("[\u00a0\u2009\u202f!！]|length-kilometer|\\bNone\\b|\\b[a-z]+_[a-z]+\\b")
_FORBIDDEN: Final = re.compile("事件|征文启示|最后期限|最後期限|曲目|组织者|組織者|注册|註冊")

_QUOTED: Final = re.compile("\\[.*\\]|［.*］|“.*”|「.*」", re.DOTALL)
"""Words of the data inside confkit's own: the rule of a rolling date, the announced wording of a date."""

_MONTHS: Final = "|".join(calendar.month_name[1:])
_DAYS: Final = "|".join(calendar.day_name)
_DATE: Final = re.compile(
    rf"(?P<us>(?P<us_day>{_DAYS}), (?P<us_month>{_MONTHS}) (?P<us_date>\d+)(?:, (?P<us_year>\d{{1,4}})(?![\d:]))?)"
    rf"|(?P<gb>(?P<gb_day>{_DAYS}),? (?P<gb_date>\d+) (?P<gb_month>{_MONTHS})(?: (?P<gb_year>\d{{1,4}})(?![\d:]))?)"
    r"|(?P<zh>(?:(?P<zh_year>\d+)年)?(?P<zh_month>\d+)月(?P<zh_date>\d+)日[（，]星期(?P<zh_day>[一二三四五六日]))"
    r"|(?<!\d)(?P<year>\d{4})(?!\d)"
)

_UNTRANSLATED: Final = re.compile(
    # Names of events, which stay as they are, and the sentence with the name of a series; pictures, whose description
    # few readers see; an address, which is labelled as published.
    r"name|relation|registration\.handled_by|about|series|image|venue\.address\.published"
)
_WITH_ORIGINAL: Final = re.compile(
    # Names that may be followed by their original, which needs no label.
    r"venue\.(name|distance)"
)


def half_width(text: str) -> list[str]:
    """Return half-width punctuation that touches a Chinese character."""
    return _HALF_WIDTH.findall(text)


def unwanted_characters(text: str) -> list[str]:
    """Return special spaces, identifiers of the model, exclamation marks, and units that Babel could not name."""
    return _UNWANTED.findall(re.sub(r"https?://\S+", "", text))


def nested_brackets(runs: facts.Runs) -> list[str]:
    """Return brackets, of confkit or of the data, that are inside a pair of confkit's round brackets."""
    depth, found = 0, []
    for run in runs:
        text = _QUOTED.sub("", run.text) if run.own else run.text
        for index, character in enumerate(text):
            if character in "(（" and depth:
                found.append(text[index:])
            if run.own:
                depth = max(0, depth + (character in "(（") - (character in ")）"))
    return found


def missing(text: str, runs: facts.Runs) -> list[str]:
    """Return the words of `runs` that a text lacks; the kind of brackets, spaces and case may differ."""
    shown = folded(text)
    pieces = re.split(r"[()（）\[\]［］]", facts.plain(runs))
    return [piece for piece in pieces if folded(piece) not in shown and folded(safe_text(piece)) not in shown]


def adjacent_brackets(text: str, event_facts: tuple[facts.Fact, ...]) -> list[str]:
    """Return pairs of round brackets side by side, unless words of the event contain brackets."""
    data = "\n".join(run.text for fact in event_facts for part in fact.parts for run in part if not run.own)
    found = re.findall(r"\([^()\n]*\) ?\([^()\n]*\)|（[^（）\n]*）（[^（）\n]*）", text)
    return [brackets for brackets in found if not re.search("[()（）]", data)]


def forbidden_words(text: str) -> list[str]:
    """Return words for which the glossary has a better one."""
    return _FORBIDDEN.findall(text)


def wrong_weekdays(text: str) -> list[str]:
    """Return dates with a wrong weekday; a date without a year is in the year named last before it."""
    wrong = []
    year = 0
    for match in _DATE.finditer(text):
        year = int(match["us_year"] or match["gb_year"] or match["zh_year"] or match["year"] or year)
        date = match["us"] or match["gb"] or match["zh"]
        if date and year and _weekday(match, year) != _stated_weekday(match):
            wrong.append(date)
    return wrong


def folded(text: str) -> str:
    """Return a text without spaces and differences of case (a micro sign has the capital of mu)."""
    return "".join(text.split()).upper().casefold()


def _weekday(match: re.Match[str], year: int) -> int:
    day = int(match["us_date"] or match["gb_date"] or match["zh_date"])
    name = match["us_month"] or match["gb_month"]
    month = int(match["zh_month"]) if name is None else list(calendar.month_name).index(name)
    return calendar.weekday(year, month, day)


def _stated_weekday(match: re.Match[str]) -> int:
    name = match["us_day"] or match["gb_day"]
    return "一二三四五六日".index(match["zh_day"]) if name is None else list(calendar.day_name).index(name)


def unlabelled_fallbacks(event_facts: tuple[facts.Fact, ...], language: str) -> list[facts.Fact]:
    """Return facts with words in another language, except names, that do not say which language it is."""
    speech = words.of(language)
    found = []
    for fact in event_facts:
        lines = (fact.label, *fact.parts)
        # An organisation is named before its links, whose label repeats the name.
        data = [run for line in lines[fact.key == "people.link" :] for run in line if not run.own]
        own = "".join(run.text for line in lines for run in line if run.own)
        tags = {run.language for run in data[: 1 if _WITH_ORIGINAL.fullmatch(fact.key) else None] if run.fallback}
        names = {speech.foreign_name("zh" if tag.startswith("zh") else tag) for tag in tags}
        if not _UNTRANSLATED.fullmatch(fact.key) and any(name not in own for name in names):
            found.append(fact)
    return found
