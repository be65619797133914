"""Plain text: for a terminal, a mail, a message."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from confkit import facts, words
from confkit.facts import plain
from confkit.render._arranged import flowing, hidden, sections, titled
from confkit.words import Setting, Words

if TYPE_CHECKING:
    import datetime as dt

    from confkit.facts import Fact, Run, Runs, Section
    from confkit.model import Conference

__all__ = ["laid_out", "text"]

_WIDTH: Final = 100
_KEPT: Final = "\x1f"
"""Stands for a space at which no line is broken, while lines are; no text holds it."""
_BRACKETS: Final = re.compile("[()（）]")


def text(
    conference: Conference,
    *,
    language: str = "en",
    now: dt.datetime | None = None,
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> str:
    """Return a conference as plain text of several lines, the last one ended too.

    English lines are wrapped at 100 columns, but never a name, an address as published or a line with a URL. Chinese
    paragraphs are one line each, since whatever shows them wraps them better. A URL stands at the end of its line.
    Pictures are left out. For the arguments see `confkit.facts.of`.

    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01"))
    >>> print(text(day), end="")
    Example Day
    Saturday, May 1, 2027
    """
    told = facts.of(conference, language=language, now=now, zone=zone, default_language=default_language, brief=False)
    return laid_out(told, words.of(language))


def laid_out(told: tuple[Fact, ...], speech: Words) -> str:
    """Return facts as plain text, whichever they are."""
    page = _Page(words=speech, setting=speech.setting)
    blocks: list[_Block] = []
    for section, inside in sections([fact for fact in told if fact.form != "image"]):
        blocks += page.section(section, inside)
    return _joined(blocks)


class _Block(NamedTuple):
    """Lines that stand together; tight ones have no blank line between them."""

    lines: tuple[str, ...]
    tight: bool = False


@attrs.frozen(kw_only=True)
class _Page:
    words: Words
    setting: Setting

    def section(self, section: Section, told: tuple[Fact, ...]) -> list[_Block]:
        if section.key == "head":
            return [_Block(self._head(told))]
        if section.key == "about":
            return self._about(told)
        inside = titled(section, told)
        if section.key == "more":
            return [_Block(self._single(fact), tight=True) for fact in inside]
        if not section.title:
            return [_Block(self._single(fact)) for fact in inside]
        if len(inside) == 1 and inside[0].form != "list" and (inside[0].clear or inside[0].label == section.title):
            only = inside[0]._replace(label=section.title, clear=False) if inside[0].clear else inside[0]
            return [_Block(self._single(only), tight=True)]
        lines: list[str] = []
        for fact in inside:
            alone = fact.form == "list" and fact.label == section.title
            lines += (self._items if alone else self._fact)(fact, self.setting.indent)
        return [_Block((self.setting.heading.format(title=plain(section.title)), *lines))]

    def _head(self, told: tuple[Fact, ...]) -> tuple[str, ...]:
        before: list[str] = []
        after: list[str] = []
        where: dict[str, Fact] = {}
        for fact in told:
            if fact.key in {"days", "hours", "place", "attendance"}:
                where[fact.key] = fact
            else:
                (after if fact.key == "relation" else before).extend(self._fact(fact, ""))
        return (*before, *filter(None, [self._when_and_where(where)]), *after)

    def _when_and_where(self, told: dict[str, Fact]) -> str:
        said = {key: plain(fact.value) if fact.clear else self._labelled(fact) for key, fact in told.items()}
        place = told.get("place")
        when = self.setting.comma.join(said[key] for key in ("days", "hours") if key in said)
        where, attendance = plain(place.value) if place else "", said.get("attendance", "")
        if place and not _ends_with_a_note(self.words, place.value):
            where, attendance = self.words.aside(where, attendance), ""
        return self.setting.between.join(filter(None, (when, where, self.words.capital(attendance))))

    def _about(self, told: tuple[Fact, ...]) -> list[_Block]:
        prose: list[Fact] = []
        rest: list[Fact] = []
        for fact in told:
            (prose if fact.form == "prose" and fact.clear else rest).append(fact)
        blocks = [
            _Block(self._wrapped(self.words.sentences(*[self._clear(part) for part in paragraph]), "", ""))
            for paragraph in flowing(prose)
        ]
        behind = [run for fact in prose for part in fact.parts for run in hidden(part)]
        addresses = self._addresses(tuple(behind), "")
        lines = [line for fact in rest for line in self._fact(fact, "")]
        return [*blocks, *[_Block(tuple(part)) for part in (addresses, lines) if part]]

    def _single(self, fact: Fact) -> tuple[str, ...]:
        """A fact that needs no heading above it: its label is one."""
        heading = self.setting.heading
        if fact.clear or not self.setting.labels_as_headings:
            return self._fact(fact, "")
        start = heading.format(title=plain(fact.label))
        behind = hidden(fact.value)
        titled_label = self._titled_label(fact) if behind else ""
        if titled_label:
            return (f"{heading.format(title=titled_label)}{behind[0].href}",)
        if fact.form == "prose":
            return (f"{start}{plain(fact.value)}", *(plain(part) for part in fact.parts[1:]))
        return self._item(fact, start, plain(fact.value))

    def _fact(self, fact: Fact, indent: str) -> tuple[str, ...]:
        if fact.form == "list":
            label = self.words.labelled(plain(fact.label), "").rstrip()
            return (f"{indent}{label}", *self._items(fact, indent + self.setting.indent))
        if fact.form == "prose":
            first, *rest = fact.parts
            said = self._clear(first) if fact.clear else self.words.labelled(plain(fact.label), plain(first))
            hanging = indent if fact.clear else indent + self.setting.indent
            return (*self._wrapped(said, indent, hanging), *self._paragraphs(rest, hanging))
        return self._item(fact, indent, self._clear(fact.value) if fact.clear else self._labelled(fact))

    def _items(self, fact: Fact, indent: str) -> tuple[str, ...]:
        """The items of a list, a line or more each."""
        start, hanging = f"{indent}{self.setting.bullet}", f"{indent}  "
        lines: list[str] = []
        for part in fact.parts:
            behind = hidden(part)
            if behind:  # an item has one link at most
                lines.append(f"{start}{self.words.labelled(plain(part), str(behind[0].href))}")
            else:
                lines += self._wrapped(plain(part), start, hanging)
        return tuple(lines)

    def _item(self, fact: Fact, start: str, said: str) -> tuple[str, ...]:
        """A fact of one line: its words where some of them are linked, or none may be parted, else wrapped ones."""
        value = fact.value
        if [run for run in value if run.href]:
            return self._linked(fact, start, said)
        if fact.verbatim or fact.key == "name":
            return (f"{start}{said}",)
        indent = start[: len(start) - len(start.lstrip())]
        return self._wrapped(f"{start}{said}".lstrip(), indent, f"{indent}  ")

    def _linked(self, fact: Fact, start: str, said: str) -> tuple[str, ...]:
        """A line, and the addresses behind its words: after it, or each on a line below."""
        value = fact.value
        behind = hidden(value)
        if not behind:
            return (f"{start}{said}",)
        indent = start[: len(start) - len(start.lstrip())]
        label = self._titled_label(fact) if start == indent else ""
        if label:
            return (f"{indent}{self.words.labelled(label, str(behind[0].href))}",)
        if len(behind) == 1 and (len(value) == 1 or fact.clear):
            return (self.words.labelled(f"{start}{said}", str(behind[0].href)),)
        return (f"{start}{said}", *self._addresses(behind, f"{indent}  "))

    def _titled_label(self, fact: Fact) -> str:
        """The label of a link with its title in brackets; empty of what is no link, or where that would not fit."""
        title, *mark = fact.value
        if not fact.key.endswith(("link", "submit")):
            return ""
        if _BRACKETS.search(plain(fact.label) + title.text):
            return ""
        notes = [title.text, plain(tuple(mark)).strip().strip("()（）")]
        return self.words.aside(plain(fact.label), self.setting.comma.join(filter(None, notes)))

    def _addresses(self, behind: tuple[Run, ...], indent: str) -> tuple[str, ...]:
        return tuple([f"{indent}{self.words.labelled(run.text, str(run.href))}" for run in behind])

    def _labelled(self, fact: Fact) -> str:
        return self.words.labelled(plain(fact.label), plain(fact.value))

    def _clear(self, runs: Runs) -> str:
        said = plain(runs)
        return self.words.capital(said) if runs[0].own else said

    def _paragraphs(self, parts: list[Runs], indent: str) -> tuple[str, ...]:
        return tuple(line for part in parts for line in self._wrapped(plain(part), indent, indent))

    def _wrapped(self, said: str, first: str, hanging: str) -> tuple[str, ...]:
        if not self.setting.wrapped:
            return (f"{first}{said}",)
        said = said.expandtabs().strip(" ")
        if len(first) + len(said) <= _WIDTH:
            return (f"{first}{said}",)
        lines = _broken(said, _WIDTH - len(first), _WIDTH - len(hanging))
        if [line for line in lines if line[-1].isdigit() or line[0].isdigit()]:  # as many lines are not
            kept = re.sub(self.setting.unbroken, lambda found: found[0].replace(" ", _KEPT), said)
            lines = [line.replace(_KEPT, " ") for line in _broken(kept, _WIDTH - len(first), _WIDTH - len(hanging))]
        return (f"{first}{lines[0]}", *[f"{hanging}{line}" for line in lines[1:]])


def _ends_with_a_note(speech: Words, runs: Runs) -> bool:
    """Whether words end with a bracket of confkit's, in which another note would look like a part of the first."""
    return runs[-1].own and runs[-1].text.endswith(speech.brackets[1])


def _broken(said: str, first: int, other: int) -> list[str]:
    """Lines of whole words, as wide as the first and the others may be."""
    start = next(_whole_words(first).finditer(said))[0]
    rest: list[str] = _whole_words(other).findall(said, len(start))
    return [line.rstrip(" ") for line in (start, *rest)]


@functools.cache
def _whole_words(width: int) -> re.Pattern[str]:
    """As many words as fit, else one."""
    return re.compile(rf"[^ ].{{0,{width - 1}}}(?= |$)|[^ ]+")


def _joined(blocks: list[_Block]) -> str:
    said = ""
    for number, block in enumerate(blocks):
        if number:
            said += "\n" if block.tight and blocks[number - 1].tight else "\n\n"
        said += "\n".join(block.lines)
    return f"{said}\n"
