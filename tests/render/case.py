"""An event as one reader is told of it: made once, for all the rules to look at."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import Final

import attrs

from confkit import Conference, Days, When, facts, render, words
from confkit.render._stamps import found
from render import pages

__all__ = ["Case"]

_DATES: Final = frozenset({"call.deadline", "call.opens", "milestone", "registration.opens", "registration.closes"})
_NAMED: Final = re.compile(
    # Facts whose own words hold words of the data: a kind, an address, a rule, the words of an announcement.
    r"(call|milestone).*|days|history|registration.*|place|venue\.(name|address)|languages|kind"
)


@attrs.frozen(kw_only=True)
class Case:
    """An event as a reader is told of it."""

    event: Conference
    language: str
    now: dt.datetime | None = None
    zone: dt.tzinfo | None = None

    @functools.cached_property
    def told(self) -> tuple[facts.Fact, ...]:
        return facts.of(self.event, language=self.language, now=self.now, zone=self.zone)

    @functools.cached_property
    def said(self) -> dict[str, str]:
        """The event in each layout of one language."""
        layouts = (render.text, render.markdown, render.html, render.line, render.chat)
        return {
            layout.__name__: layout(self.event, language=self.language, now=self.now, zone=self.zone)
            for layout in layouts
        }

    @functools.cached_property
    def page(self) -> list[tuple[str, str]]:
        """What the HTML shows, with the language of its place."""
        return list(pages.texts(self.said["html"]))

    @property
    def speech(self) -> words.Words:
        return words.of(self.language)

    @property
    def han(self) -> bool:
        return self.language.startswith("zh")

    @functools.cached_property
    def own(self) -> list[str]:
        """The words of confkit in which no words of the data can stand."""
        return [
            run.text
            for fact in self.told
            for part in (fact.label, *fact.parts)
            if not _NAMED.fullmatch(fact.key) or (part is not fact.label and self._dated(fact))
            for run in part
            if run.own
        ]

    def _dated(self, fact: facts.Fact) -> bool:
        value = found(self.event, fact.paths[0]) if fact.key in {*_DATES, "days"} else None
        return isinstance(value, Days) or (isinstance(value, When) and value.raw in {None, "24:00"})

    @functools.cached_property
    def moments(self) -> list[tuple[When, str]]:
        """The moments that an announcement gives no words of its own, with what is said of them."""
        dated = ((fact, found(self.event, fact.paths[0])) for fact in self.told if fact.key in _DATES)
        return [(at, facts.plain(fact.value)) for fact, at in dated if isinstance(at, When) and at.raw is None]
