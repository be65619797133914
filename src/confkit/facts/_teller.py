"""Telling in one language, in runs: each word knows the language that it is really in."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from typing import TYPE_CHECKING, Final, Self

import attrs

from confkit import words
from confkit.errors import invalid
from confkit.facts._fact import Run, Runs, plain
from confkit.model import UND, Conference, canonical_tag, serves, zone as zone_of
from confkit.model.deadline import aware
from confkit.model.zones import as_zone
from confkit.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confkit.model import Text
    from confkit.words import Message

__all__ = ["Teller", "one_line"]

_MARKS: Final = re.compile("[\ue000-\uf8ff]")
"""Private use characters (Unicode 23.5) hold the places of names while a sentence is put together around them."""
_DISORDER: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""Controls, and the invisible characters that turn the direction of what stands around them (UAX 9)."""
_COMMA: Final = re.compile("[,;，、；]")
_ROUND: Final = re.compile("[()（）]")
_BREAK: Final = re.compile("(?<![\t ])[\t ]*[\n\r\v\f\x1c-\x1f\x85\u2028\u2029]\\s*")
_PARAGRAPH: Final = re.compile(r"\n[\t ]*(?:\n[\t ]*)+")
_WIDE: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]")


@attrs.frozen(kw_only=True)
class Teller:
    """One conference, told in one language to one reader."""

    conference: Conference
    words: Words
    default: str
    """The language that stands in where the reader's is missing."""
    now: dt.datetime | None
    zone: dt.tzinfo | None
    """The reader's zone: what the caller named, else the event's own."""
    translated: tuple[str, ...]
    """The languages whose words are translations that are not official."""

    @classmethod
    def to(
        cls,
        conference: Conference,
        language: str,
        *,
        now: dt.datetime | None,
        zone: dt.tzinfo | None,
        default_language: str,
    ) -> Self:
        """Return who tells a conference; for the arguments see `confkit.facts.of`."""
        if not isinstance(conference, Conference):
            raise invalid(
                "facts.conference",
                f"facts are told of a Conference, not of {type(conference).__name__}",
                value=conference,
                hint='write files.load("day.yaml") or Conference(id=..., name=...)',
            )
        local = conference.local_timezone
        there = zone_of(local) if local is not None else None
        speech = words.of(language)
        translated = tuple(one.language for one in conference.translations if one.status != "official")
        return cls(
            conference=conference,
            words=speech,
            default=canonical_tag(default_language),
            now=None if now is None else aware(now),
            zone=there if zone is None else as_zone(zone),
            translated=translated,
        )

    def own(self, text: str) -> Runs:
        """Return words of confkit."""
        return _own(text, self.words.tag)

    def say(self, message: Message, /, **values: Runs) -> Runs:
        """Return a sentence of the catalog around the runs of others."""
        if not values:
            return _label(self.words.tag, message)
        return self._row(_sentence(self.words.tag, message, tuple(values)), tuple(values.values()))

    def weave(self, said: str, values: Iterable[Runs]) -> Runs:
        """Return words of confkit in which the private use characters, in order of code, stand for ``values``.

        Each stands for its value once; another of it, or of more than there are values, is of the data.
        """
        given = tuple(values)
        parts = _parts(said, self.words.tag)
        if sum(isinstance(part, int) for part in parts) > len(given):
            parts = tuple(_first_places(parts, len(given), self.words.tag))
        return self._row(parts, given)

    def row(self, runs: Iterable[Run]) -> Runs:
        """Return runs in a row, spaced as the language spaces Han and Latin words."""
        return self._row((tuple(runs),), ())

    def aside(self, runs: Runs, *notes: Runs) -> Runs:
        """Return runs followed by notes in brackets, inside the bracket of confkit's that ends them if there is one.

        Of what stands in brackets already the words of confkit lose theirs; those of the data get square ones around,
        as does what follows a bracket of the data.
        """
        present = [note for note in notes if note]
        if not present:
            return runs
        opening, closing = self.words.brackets
        present = [self._flat(note, opening, closing) for note in present]
        nested = bool([run for note in present for run in note if _ROUND.search(run.text)])
        if not nested and runs[-1].own and runs[-1].text.endswith(closing):
            opened = (*runs[:-1], attrs.evolve(runs[-1], text=runs[-1].text.removesuffix(closing)))
            return (*self.clauses([opened, *present]), *self.own(closing))
        nested = nested or runs[-1].text.endswith((")", "）"))
        marks = (chr(0xE001 + number) for number in range(len(present)))
        return self.weave(self.words.aside("\ue000", *marks, outer=nested), [runs, *present])

    def _flat(self, note: Runs, opening: str, closing: str) -> Runs:
        """A note in which commas stand for the brackets of confkit."""
        if not [run for run in note if run.own and closing in run.text]:
            return note
        comma = self.words.setting.comma
        flat = []
        for run in note:
            text = run.text
            if run.own:
                inside = re.sub(rf"{re.escape(closing)} ?(?=\w)", comma, text.replace(opening, comma))
                text = inside.replace(closing, "")
            flat.append(attrs.evolve(run, text=text))
        return tuple(run for run in flat if run.text)

    def listed(self, items: Iterable[Runs]) -> Runs:
        """Return short items as a list within a sentence."""
        values = list(items)
        if any(_COMMA.search(plain(value)) for value in values):
            return self.clauses(values)
        return self.weave(self.words.items(chr(0xE000 + number) for number in range(len(values))), values)

    def clauses(self, items: Iterable[Runs]) -> Runs:
        """Return items parted by semicolons."""
        values = list(items)
        # Items that hold commas are what the words part by semicolons.
        said = self.words.items(f"{chr(0xE000 + number)}," for number in range(len(values)))
        return self.weave(re.sub("(?<=[\ue000-\uf8ff]),", "", said), values)

    def small(self, runs: Runs) -> Runs:
        """Return words as they stand within a sentence: those of confkit begin small."""
        if not runs or not runs[0].own:
            return runs
        return (attrs.evolve(runs[0], text=self.words.small(runs[0].text)), *runs[1:])

    def text(self, text: Text, *, href: str | None = None) -> Runs:
        """Return words on one line, marked with their language where it is not the reader's."""
        return self._marked(self._chosen(text, href))

    def marked_once(self, label: Runs, texts: list[Text]) -> tuple[Runs, tuple[Runs, ...]]:
        """Return a label and its list of words; the label tells a language that all the words fall back to."""
        runs = [self._chosen(text) for text in texts]
        if len(runs) > 1 and all(run.fallback and run.language == runs[0].language for run in runs):
            return self.aside(label, self.own(self.mark(runs[0]))), tuple((run,) for run in runs)
        return label, tuple(self._marked(run) for run in runs)

    def name(self, text: Text, *, href: str | None = None) -> Runs:
        """Return a name as it is: that of an event, which keeps its official form, or one that others mark."""
        return (self._chosen(text, href),)

    def the(self, name: Runs) -> Runs:
        """Return a name as it stands within a sentence: English puts an article before some."""
        said = self.words.the(plain(name))
        return (*self.own(said.removesuffix(plain(name))), *name)

    def introduced(self, text: Text, *, href: str | None = None) -> Runs:
        """Return a name at its first mention: one that is a translation is followed by its original."""
        return self.aside(self.name(text, href=href), self.original(text))

    def original(self, text: Text) -> Runs:
        """Return the original of a name that the reader gets in translation; empty where there is none to add."""
        return self._original(text, self._chosen(text))

    def prose(self, text: Text) -> tuple[Runs, ...]:
        """Return paragraphs; where their language is not the reader's, the first one starts by saying so."""
        value, language = text.choose(self.words.tag, self.default)
        fallback = not serves(language, self.words.tag)
        normal = _DISORDER.sub("", value.replace("\r\n", "\n")).strip()
        paragraphs: list[Runs] = [
            (Run(text=one_line(paragraph), language=language, fallback=fallback),)
            for paragraph in _PARAGRAPH.split(normal)
        ]
        if fallback:
            note = self.words.aside("", self.mark(paragraphs[0][0])).strip()
            paragraphs[0] = self.weave(self.words.sentences(note, "\ue000"), [paragraphs[0]])
        return tuple(paragraphs)

    def mark(self, run: Run) -> str:
        """Return the words that tell which language a text is in."""
        return self.words.in_language(run.language)

    def given(self, text: str) -> Runs:
        """Return words of the data in no stated language: a number, a code, a name."""
        return (Run(text=one_line(text), language=UND),)

    def labelled(self, label: Runs, value: Runs) -> Runs:
        """Return a label and its value as words of one line."""
        return self.weave(self.words.labelled("\ue000", "\ue001"), [label, value])

    def sentences(self, *sentences: Runs) -> Runs:
        """Return whole sentences one after the other."""
        present = [sentence for sentence in sentences if sentence]
        return self.weave(self.words.sentences(*(chr(0xE000 + number) for number in range(len(present)))), present)

    def link(self, url: str) -> Runs:
        """Return an address as a link that shows itself."""
        return (Run(text=url.removeprefix("mailto:"), language=UND, href=url),)

    @property
    def han(self) -> bool:
        """Whether this language is written in Han characters."""
        return self.words.han

    def _chosen(self, text: Text, href: str | None = None) -> Run:
        tag = self.words.tag
        value, language = text.choose(tag, self.default)
        fallback = language != tag and not serves(language, tag)
        return Run(text=one_line(value), language=language, fallback=fallback, href=href)

    def _original(self, text: Text, shown: Run) -> Runs:
        translated = self.translated
        if not translated:
            return ()
        official = [tag for tag in text.languages if not any(serves(tag, language) for language in translated)]
        if shown.language in {UND, *official} or not official:
            return ()
        tag = self.default if self.default in official else official[0]
        words_ = one_line(str(text.get(tag)))
        return () if words_ in shown.text else (Run(text=words_, language=tag, fallback=True),)

    def _marked(self, run: Run) -> Runs:
        return self.aside((run,), self.own(self.mark(run))) if run.fallback else (run,)

    def _row(self, parts: tuple[Runs | int, ...], values: tuple[Runs, ...]) -> Runs:
        """Return runs in a row, with the space that this language puts between Han and Latin words."""
        runs = [run for part in parts for run in (values[part] if isinstance(part, int) else part)]
        if len(runs) < 2:
            return tuple(runs)
        if self.han:
            runs = self._spaced(runs)
        row: list[Run] = []
        for run in runs:
            if row and _alike(row[-1], run):
                row[-1] = _together(row[-1], run)
            else:
                row.append(run)
        return tuple(row)

    def _spaced(self, runs: list[Run]) -> list[Run]:
        """Runs with one of a space where this language puts one between them."""
        spaced: list[Run] = []
        before = ""
        for run in runs:
            if before and self.words.gap(before, run.text):
                spaced.append(Run(text=" ", language=self.words.tag, own=True))
            spaced.append(run)
            before += run.text
        return spaced


def _own(text: str, tag: str) -> Runs:
    return (Run(text=_tame(text), language=tag, own=True),) if text else ()


@functools.cache  # messages are literals: there are as many as a catalog has
def _label(tag: str, message: Message) -> Runs:
    return _own(words.of(tag).say(*message), tag)


@functools.cache
def _sentence(tag: str, message: Message, names: tuple[str, ...]) -> tuple[Runs | int, ...]:
    """A message in one language as `_parts`, its placeholders numbered by ``names``."""
    marks = {name: chr(0xE000 + number) for number, name in enumerate(names)}
    return _parts(words.of(tag).say(*message, **marks), tag)


@functools.lru_cache(maxsize=1024)
def _parts(said: str, tag: str) -> tuple[Runs | int, ...]:
    """Words of confkit, and between them the numbers of the values that their private use characters stand for."""
    parts = [_own(literal, tag) for literal in _MARKS.split(said)]
    marks = [ord(mark) - 0xE000 for mark in _MARKS.findall(said)]
    return tuple(part for pair in itertools.zip_longest(parts, marks) for part in pair if part is not None)


def _first_places(parts: tuple[Runs | int, ...], count: int, tag: str) -> Iterator[Runs | int]:
    """The same parts, in which what is no place for one of ``count`` values is the character that it was."""
    open_places = set(range(count))
    for part in parts:
        if isinstance(part, int) and part not in open_places:
            yield _own(chr(0xE000 + part), tag)
        else:
            open_places -= {part} if isinstance(part, int) else set()
            yield part


def _alike(one: Run, other: Run) -> bool:
    """Whether two runs differ in nothing but their words, and read as one."""
    return (
        one.own is other.own
        and one.language == other.language
        and one.href == other.href
        and one.fallback is other.fallback
    )


def _together(one: Run, other: Run) -> Run:
    text = one.text + other.text
    return Run(text=text, language=one.language, fallback=one.fallback, own=one.own, href=one.href)


def one_line(text: str) -> str:
    """Return text on one line, without the characters that would turn the direction of the rest of it.

    Text of nothing else gives a replacement character, so that it is seen that something was there.
    """
    stripped = text.strip()
    return (stripped if stripped.isprintable() else _tame(stripped).strip()) or "\ufffd"


def _tame(text: str) -> str:
    if text.isprintable():  # no line break, control or turning character is (Unicode 4.5), and most text is
        return text
    return _DISORDER.sub("", _BREAK.sub(_joint, text))


def _joint(line_break: re.Match[str]) -> str:
    """What stands in place of a line break: nothing between Han characters, else a space."""
    text, start, end = line_break.string, line_break.start(), line_break.end()
    return "" if start and _WIDE.match(text, start - 1) and _WIDE.match(text, end) else " "
