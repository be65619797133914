"""The parts of a feed: what belongs into which, and how a part is called in words and as a file."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from confkit.model import UND, PartialDate, Text
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from confkit.ical._entry import Entry
    from confkit.ical._spool import Share
    from confkit.model import Topic
    from confkit.words import Words

__all__ = ["Portion", "Sorter", "Split"]

Split: TypeAlias = Literal["kind", "year", "series", "topic"]
"""How a feed is split: by what an entry is, the year in which it begins, the series of its event, or its topics."""

_LONGEST: Final = 80
"""As many characters of a key as a file name shows; folders hold names of 255 octets."""

_KINDS: Final = {
    "event": message("part of a feed", "events"),
    "venue": message("part of a feed", "venues"),
    "deadline": message("part of a feed", "deadlines"),
    "milestone": message("part of a feed", "milestones"),
    "window": message("part of a feed", "registration"),
}


class Portion(NamedTuple):
    """A part of a feed: the key that its entries share, which of them, and its number among several such parts."""

    key: str
    share: Share
    number: int = 0


class Sorter:
    """Says to which parts an entry belongs, and remembers the names of series and topics."""

    def __init__(self, by: Split) -> None:
        self.by = by
        self._names: dict[str, Text] = {}

    def keys(self, entry: Entry) -> Iterator[str]:
        """Yield the keys of an entry's parts: one, but for topics; the empty one where there is nothing to go by.

        An entry of several topics is in the part of each: who follows one of them misses nothing.
        """
        if self.by == "topic":
            yield from dict.fromkeys(self._named(_key(topic), topic.name) for topic in entry.topics)
            if entry.topics:
                return
        elif self.by == "kind":
            yield entry.kind
            return
        elif self.by == "series" and entry.conference.series:
            series = entry.conference.series
            yield self._named(series.id, Text.of(series.acronym) if series.acronym else series.name)
            return
        yield ""

    def file_name(self, portion: Portion) -> str:
        """Return the name of a part's file: plain letters and digits, on every system and in every address the same."""
        begins = portion.share.begins
        if self.by == "year":
            stem = f"year-{begins}"
        elif portion.key:
            stem = f"{self.by}-{_short(portion.key)}{begins and f'--{begins}'}"
        else:
            stem = f"no-{self.by}{begins and f'--{begins}'}"
        return f"{stem}--{portion.number}.ics" if portion.number else f"{stem}.ics"

    def label(self, portion: Portion) -> Callable[[Words], tuple[str, ...]]:
        """Return what says in a language which part this is."""
        begins = portion.share.begins

        def said(words: Words) -> tuple[str, ...]:
            names = [] if self.by == "year" else [self._subject(portion.key, words)]
            if begins:
                names.append(words.date(PartialDate(*map(int, begins.split("-")))))
            if portion.number:
                names.append(words.say("part of a feed", "part {number}", number=portion.number))
            return tuple(names)

        return said

    def _subject(self, key: str, words: Words) -> str:
        if self.by == "kind":
            return words.say(*_KINDS[key])
        if not key:
            return words.say("part of a feed", "other")
        name = self._names.get(key)
        return words.name(name) if name else key

    def _named(self, key: str, name: Text | None) -> str:
        if name:
            self._names.setdefault(key, name)
        return key


def _key(topic: Topic) -> str:
    """Return a topic's code, else its name, which is the same in every language of the feed, as one."""
    if topic.id:
        return topic.id
    name = topic.name.get("en") or topic.name.get(UND) or topic.name.items()[0][1]
    folded = unicodedata.normalize("NFKC", name).casefold()
    plain = "-".join(re.findall("[a-z0-9]+", folded))
    # What the code cannot show makes a difference all the same: C and C++, and names in Chinese.
    if plain == re.sub("[ -]+", "-", folded):
        return plain
    return f"{plain}--{_digest(folded)}" if plain else _digest(folded)


def _short(key: str) -> str:
    return key if len(key) <= _LONGEST else f"{key[:_LONGEST]}--{_digest(key)}"


def _digest(text: str) -> str:
    """Return eight letters and digits that tell texts apart; the letter keeps them from looking like a year."""
    return f"x{hashlib.sha256(text.encode()).hexdigest()[:8]}"
