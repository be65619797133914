"""Telling in one language, in runs: each word knows the language that it is really in."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import TYPE_CHECKING, Final, Self

import attrs

from confkit import words
from confkit.errors import invalid
from confkit.facts import _forms
from confkit.facts._fact import Run, Runs, plain
from confkit.facts._lines import one_line, paragraphs
from confkit.facts._row import row
from confkit.facts._scripts import alike
from confkit.model import UND, Conference, canonical_tag, serves, zone as zone_of
from confkit.model.deadline import in_utc
from confkit.model.zones import as_zone
from confkit.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from confkit.model import Text
    from confkit.words import Family

__all__ = ["Teller"]

_COMMA: Final = re.compile("[,;，、；]")
_ROUND: Final = re.compile("[()（）]")


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
    brief: bool = True
    """Whether facts are told in short too."""

    @classmethod
    def to(
        cls,
        conference: Conference,
        language: str,
        *,
        now: dt.datetime | None,
        zone: dt.tzinfo | None,
        default_language: str,
        brief: bool = True,
    ) -> Self:
        """Return who tells a conference; for the arguments see `confkit.facts.of`."""
        if not isinstance(conference, Conference):
            raise invalid(
                "facts.conference",
                f"conference must be a Conference, not {type(conference).__name__}",
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
            now=None if now is None else in_utc(now),
            zone=there if zone is None else as_zone(zone),
            translated=translated,
            brief=brief,
        )

    def own(self, text: str) -> Runs:
        """Return words of confkit."""
        return _forms.own(text, self.words.tag)

    def say(self, context: str, message: str, /, **values: Runs) -> Runs:
        """Return a sentence of the catalog around the runs of others; for the literals see `Words.say`."""
        if not values:
            return _forms.label(self.words.tag, context, message)
        return row(_forms.sentence(self.words.tag, context, message), values, self.words)

    def term(self, family: Family, code: str, *, call: str | None = None) -> Runs:
        """Return the name of a code of the model as it stands within a sentence; for the arguments see `Words.term`."""
        return _forms.term(self.words.tag, family, code, call)

    def label(self, family: Family, code: str, *, call: str | None = None) -> Runs:
        """Return the name of a code of the model as it stands at the start of a line."""
        return _forms.title(self.words.tag, family, code, call)

    def weave(self, said: str, values: Iterable[Runs]) -> Runs:
        """Return words of confkit, and none of the data, in which private use characters, by code, are ``values``."""
        return row(_forms.form(said, self.words.tag), tuple(values), self.words)

    def row(self, runs: Iterable[Run]) -> Runs:
        """Return runs in a row, spaced as the language spaces Han and Latin words."""
        return row(_forms.Form((tuple(runs),), spaced=self.han, loose=True), (), self.words)

    def aside(self, runs: Runs, *notes: Runs) -> Runs:
        """Return runs followed by notes in brackets, inside the bracket of confkit's that ends them if there is one.

        Of what stands in brackets already the words of confkit lose theirs; those of the data get square ones around,
        as does what follows a bracket of the data.
        """
        present = [note for note in notes if note]
        if not present:
            return runs
        opening, closing = self.words.brackets
        nested = bool([run for note in present for run in note if _ROUND.search(run.text)])
        if nested:
            present = [self._flat(note, opening, closing) for note in present]
            nested = bool([run for note in present for run in note if _ROUND.search(run.text)])
        if not nested and runs[-1].own and runs[-1].text.endswith(closing):
            opened = (*runs[:-1], runs[-1]._replace(text=runs[-1].text.removesuffix(closing)))
            return (*self.clauses([opened, *present]), *self.own(closing))
        nested = nested or runs[-1].text.endswith((")", "）"))
        return row(_forms.noted(self.words.tag, 1 + len(present), nested=nested), (runs, *present), self.words)

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
            flat.append(run._replace(text=text))
        return tuple(run for run in flat if run.text)

    def listed(self, items: Iterable[Runs], *, counted: bool = False, beside: bool = False) -> Runs:
        """Return short items as a list within a sentence; ``counted``: after their number.

        For ``beside`` see `Words.items`.
        """
        values = tuple(items)
        if len(values) == 1:
            return values[0]
        if [value for value in values if _COMMA.search(plain(value))]:
            return self.clauses(values)
        tag, count = self.words.tag, len(values)
        form = _forms.counted(tag, count) if counted else _forms.items(tag, count, beside=beside)
        return row(form, values, self.words)

    def clauses(self, items: Iterable[Runs]) -> Runs:
        """Return items parted by semicolons."""
        values = tuple(items)
        return row(_forms.clauses(self.words.tag, len(values)), values, self.words)

    def small(self, runs: Runs) -> Runs:
        """Return words as they stand within a sentence: those of confkit begin small."""
        if not runs or not runs[0].own:
            return runs
        return (runs[0]._replace(text=self.words.small(runs[0].text)), *runs[1:])

    def text(self, text: Text, *, href: str | None = None) -> Runs:
        """Return words on one line, marked with their language where it is not the reader's."""
        return self._marked(self._chosen(text, href))

    def marked_once(
        self, label: Runs, texts: list[Text], marked: Callable[[Text], Runs]
    ) -> tuple[Runs, tuple[Runs, ...]]:
        """Return a label and its list of words; the label tells a language that all the words fall back to.

        Else ``marked`` says it of each.
        """
        runs = [self._chosen(text) for text in texts]
        if not [run for run in runs if run.fallback]:
            return label, tuple([(run,) for run in runs])
        if len(runs) > 1 and all(run.fallback and run.language == runs[0].language for run in runs):
            return self.aside(label, self.own(self.mark(runs[0]))), tuple((run,) for run in runs)
        return label, tuple(marked(text) for text in texts)

    def name(self, text: Text, *, href: str | None = None) -> Runs:
        """Return a name as it is: that of an event, which keeps its official form, or one that others mark."""
        return (self._chosen(text, href),)

    def the(self, name: Runs) -> Runs:
        """Return a name as it stands within a sentence: English puts an article before some."""
        said = self.words.the(plain(name))
        return (*self.own(said.removesuffix(plain(name))), *name)

    def introduced(self, text: Text, *, href: str | None = None) -> Runs:
        """Return a name at its first mention: one that is a translation is followed by its original."""
        name = self.name(text, href=href)
        return self.aside(name, self.original(text, name))

    def original(self, text: Text, name: Runs) -> Runs:
        """Return the original where ``name`` is a translation of it; empty where there is none to add.

        To readers of neither Chinese script one of them is enough.
        """
        shown = name[0]
        official = _official(text.languages, self.translated)
        if shown.language == UND or shown.language in official or not official:
            return ()
        tag = self.default if self.default in official else official[0]
        if shown.fallback and shown.language[:3] == tag[:3] == "zh-":
            return ()
        words_ = one_line(text.choose(tag).value)
        return () if words_ in shown.text else (Run(text=words_, language=tag, fallback=True),)

    def prose(self, text: Text) -> tuple[Runs, ...]:
        """Return paragraphs; where their language is not the reader's, the first one starts by saying so of all."""
        value, language = text.choose(self.words.tag, self.default)
        fallback = not self.reads(value, language)
        told: list[Runs] = [(Run(text=said, language=language, fallback=fallback),) for said in paragraphs(value)]
        if fallback:
            note = self.words.aside("", self._mark_of_all(told)).strip()
            told[0] = self.weave(self.words.sentences(note, "\ue000"), [told[0]])
        return tuple(told)

    def mark(self, run: Run) -> str:
        """Return the words that tell which language a text is in, and whether it is a translation."""
        language = self.words.foreign_name(run.language)
        if self._translated(run):
            return self.words.say("language of words", "{language} translation", language=language)
        return self.words.say("language of words", "original in {language}", language=language)

    def related(self, kind: str, event: Runs) -> Runs:
        """Return how this event stands to another."""
        return row(_forms.relation(self.words.tag, kind), (event,), self.words)

    def given(self, text: str) -> Runs:
        """Return words of the data in no stated language: a number, a code, a name."""
        return (Run(text=one_line(text), language=UND),)

    def labelled(self, label: Runs, value: Runs) -> Runs:
        """Return a label and its value as words of one line."""
        return row(_forms.labelled(self.words.tag), (label, value), self.words)

    def sentences(self, *sentences: Runs) -> Runs:
        """Return whole sentences one after the other."""
        present = tuple([sentence for sentence in sentences if sentence])
        if len(present) == 1:
            return present[0]
        return row(_forms.sentences(self.words.tag, len(present)), present, self.words)

    def link(self, url: str) -> Runs:
        """Return an address as a link that shows itself."""
        return (Run(text=url.removeprefix("mailto:"), language=UND, href=url),)

    def reads(self, text: str, language: str) -> bool:
        """Return whether words need no mark for this reader: they are in the language, or in both Chinese scripts."""
        return serves(language, self.words.tag) or alike(text, language, self.words.tag)

    @property
    def han(self) -> bool:
        """Whether this language is written in Han characters."""
        return self.words.han

    def _chosen(self, text: Text, href: str | None = None) -> Run:
        tag = self.words.tag
        value, language = text.choose(tag, self.default)
        fallback = language != tag and not self.reads(value, language)
        return Run(one_line(value), language, fallback, href)

    def _mark_of_all(self, told: list[Runs]) -> str:
        """The mark of paragraphs, with their number where there are several."""
        run, count = told[0][0], len(told)
        if count == 1:
            return self.mark(run)
        values = {"count": count, "language": self.words.foreign_name(run.language)}
        if self._translated(run):
            return self.words.say("language of words", "next {count} paragraphs in {language} translation", **values)
        return self.words.say("language of words", "next {count} paragraphs in {language}", **values)

    def _translated(self, run: Run) -> bool:
        return any(serves(run.language, tag) for tag in self.translated)

    def _marked(self, run: Run) -> Runs:
        return self.aside((run,), self.own(self.mark(run))) if run.fallback else (run,)


@functools.lru_cache(maxsize=1024)  # the texts of a catalog have few sets of languages
def _official(languages: tuple[str, ...], translated: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of which none of those that are translated serves the readers."""
    return tuple(tag for tag in languages if not any(serves(tag, language) for language in translated))
