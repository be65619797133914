"""What no rendering may hold: each gate returns what it finds."""

from __future__ import annotations

import calendar
import re
from typing import Final

from confkit import facts, words
from confkit._characters import safe_text

__all__ = ["forbidden", "half_width", "lacking", "nested", "side_by_side", "strange", "unmarked", "wrong_weekdays"]

_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
_HALF_WIDTH: Final = re.compile(rf"[{_HAN}][,;!?()\[\]]|[,;!?()\[\]][{_HAN}]|[{_HAN}]:|:[{_HAN}]")
_STRANGE: Final = re.compile("[\u00a0\u2009\u202f!！]|length-kilometer|\\bNone\\b|\\b[a-z]+_[a-z]+\\b")
_FORBIDDEN: Final = re.compile("事件|征文启示|最后期限|最後期限|曲目|组织者|組織者|注册|註冊")

_QUOTED: Final = re.compile("\\[.*\\]|［.*］|“.*”|「.*」", re.DOTALL)
"""Words of the data within a string of confkit's: the rule of a rolling date, what a date was announced as."""

_MONTHS: Final = "|".join(calendar.month_name[1:])
_DAYS: Final = "|".join(calendar.day_name)
_DATE: Final = re.compile(
    rf"(?P<us>(?P<us_day>{_DAYS}), (?P<us_month>{_MONTHS}) (?P<us_date>\d+)(?:, (?P<us_year>\d{{1,4}})(?![\d:]))?)"
    rf"|(?P<gb>(?P<gb_day>{_DAYS}),? (?P<gb_date>\d+) (?P<gb_month>{_MONTHS})(?: (?P<gb_year>\d{{1,4}})(?![\d:]))?)"
    r"|(?P<zh>(?:(?P<zh_year>\d+)年)?(?P<zh_month>\d+)月(?P<zh_date>\d+)日[（，]星期(?P<zh_day>[一二三四五六日]))"
    r"|(?<!\d)(?P<year>\d{4})(?!\d)"
)

_NAMES: Final = re.compile(r"name|relation|registration\.handled_by|about|series|image|venue\.address\.published")
"""Names of events, which stay as they are, and the sentence with that of a series; pictures, whose words show to few;
an address, which says that it is as it was published."""

_INTRODUCED: Final = re.compile(r"venue\.(name|distance)")
"""Names that their original may follow, which is in no need of a mark."""


def half_width(text: str) -> list[str]:
    """Return half-width punctuation that touches Han."""
    return _HALF_WIDTH.findall(text)


def strange(text: str) -> list[str]:
    """Return spaces that the eye cannot tell, keys of the model, loud signs, and units that Babel could not name."""
    return _STRANGE.findall(re.sub(r"https?://\S+", "", text))


def nested(runs: facts.Runs) -> list[str]:
    """Return words in round brackets of confkit that hold round brackets, whosever."""
    depth, found = 0, []
    for run in runs:
        text = _QUOTED.sub("", run.text) if run.own else run.text
        for at, sign in enumerate(text):
            if sign in "(（" and depth:
                found.append(text[at:])
            if run.own:
                depth = max(0, depth + (sign in "(（") - (sign in ")）"))
    return found


def lacking(said: str, runs: facts.Runs) -> list[str]:
    """Return the words of runs that a rendering does not hold; brackets may be others there, and spaces, and case."""
    shown = _squeezed(said)
    pieces = re.split(r"[()（）\[\]［］]", facts.plain(runs))
    return [piece for piece in pieces if _squeezed(piece) not in shown and _squeezed(safe_text(piece)) not in shown]


def side_by_side(said: str, told: tuple[facts.Fact, ...]) -> list[str]:
    """Return brackets of one kind that stand side by side in a rendering, but for those of the data."""
    given = "\n".join(run.text for fact in told for part in fact.parts for run in part if not run.own)
    found = re.findall(r"\([^()\n]*\) ?\([^()\n]*\)|（[^（）\n]*）（[^（）\n]*）", said)
    return [brackets for brackets in found if not re.search("[()（）]", given)]


def forbidden(text: str) -> list[str]:
    """Return words that the glossary has a better one for."""
    return _FORBIDDEN.findall(text)


def wrong_weekdays(text: str) -> list[str]:
    """Return dates with a weekday that is not theirs; one without a year is of the year named last before it."""
    wrong = []
    year = 0
    for found in _DATE.finditer(text):
        year = int(found["us_year"] or found["gb_year"] or found["zh_year"] or found["year"] or year)
        said = found["us"] or found["gb"] or found["zh"]
        if said and year and _weekday(found, year) != _said_weekday(found):
            wrong.append(said)
    return wrong


def _squeezed(text: str) -> str:
    return "".join(text.split()).upper().casefold()


def _weekday(found: re.Match[str], year: int) -> int:
    date = int(found["us_date"] or found["gb_date"] or found["zh_date"])
    name = found["us_month"] or found["gb_month"]
    month = int(found["zh_month"]) if name is None else list(calendar.month_name).index(name)
    return calendar.weekday(year, month, date)


def _said_weekday(found: re.Match[str]) -> int:
    name = found["us_day"] or found["gb_day"]
    return "一二三四五六日".index(found["zh_day"]) if name is None else list(calendar.day_name).index(name)


def unmarked(told: tuple[facts.Fact, ...], language: str) -> list[facts.Fact]:
    """Return facts with words in another language, names aside, that do not say which one it is."""
    speech = words.of(language)
    found = []
    for fact in told:
        lines = (fact.label, *fact.parts)
        # An organisation is named before its links, whose label holds the name again.
        given = [run for line in lines[fact.key == "people.link" :] for run in line if not run.own]
        own = "".join(run.text for line in lines for run in line if run.own)
        tags = {run.language for run in given[: 1 if _INTRODUCED.fullmatch(fact.key) else None] if run.fallback}
        names = {speech.foreign_name("zh" if tag.startswith("zh") else tag) for tag in tags}
        if not _NAMES.fullmatch(fact.key) and any(name not in own for name in names):
            found.append(fact)
    return found
