"""The few facts that short layouts say: what, when, where, until when, and the one address to go on from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs

from confkit import facts, words
from confkit._safe import safe_url
from confkit.facts import Fact, plain
from confkit.model import CallForProposals, Conference, Link
from confkit.render._stamps import found
from confkit.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Brief", "headed", "headline"]


@attrs.frozen(kw_only=True)
class Brief:
    """What short layouts say of a conference in one language."""

    words: Words
    conference: Conference
    now: dt.datetime | None
    told: tuple[Fact, ...]

    @classmethod
    def of(
        cls,
        conference: Conference,
        *,
        language: str,
        now: dt.datetime | None,
        zone: dt.tzinfo | None,
        default_language: str,
    ) -> Brief:
        """Return what is told to a reader; for the arguments see `confkit.facts.of`."""
        told = facts.of(conference, language=language, now=now, zone=zone, default_language=default_language)
        return cls(words=words.of(language), conference=conference, now=now, told=told)

    def said(self, key: str) -> str:
        """Return what is said of a key, empty for nothing; of several facts the first that says something."""
        return next((plain(fact.brief) for fact in self.told if fact.key == key and fact.brief), "")

    @property
    def name(self) -> str:
        """The name, with what became of the event."""
        return self.words.aside(self.said("name"), self.said("status"))

    @property
    def place(self) -> str:
        """The place, with how to take part; how to take part alone where there is no place."""
        place, attendance = self.said("place"), self.said("attendance")
        return self.words.aside(place, attendance) if place else attendance

    @property
    def following(self) -> str:
        """What comes next: until when the call runs that is not closed, else the day; empty where nobody knows."""
        return self.said("days") if self._closed else self.said("call") or self.said("days")

    @property
    def address(self) -> str:
        """The one web address to go on from, empty for none: of the call that is not closed, else of the event."""
        urls = (str(run.href) for fact in self._ways() for run in fact.value if run.href)
        return next((safe_url(url) for url in urls if url.lower().startswith("http")), "")

    def _ways(self) -> Iterator[Fact]:
        call = self._call
        if call and not self._closed:
            yield from (fact for fact in self.told if fact.key == "call.submit" and fact.section == call.section)
        for fact in self.told:
            link = found(self.conference, fact.paths[0]) if fact.key == "link" else None
            if isinstance(link, Link) and link.rel == "site":
                yield fact
        yield from (fact for fact in self.told if fact.key == "registration.link")

    @property
    def _call(self) -> Fact | None:
        return next((fact for fact in self.told if fact.key == "call" and fact.brief), None)

    @property
    def _closed(self) -> bool:
        """Whether the call that short layouts name is closed; nobody says so without a moment."""
        call = self._call and found(self.conference, self._call.section.path)
        return isinstance(call, CallForProposals) and self.now is not None and call.state(self.now) == "closed"


def headline(told: tuple[Brief, ...]) -> str:
    """Return what a conference is announced under in several languages: its name, and what comes next."""
    return headed([(brief.words, brief.name, brief.following) for brief in told])


def headed(said: Sequence[tuple[Words, str, str]]) -> str:
    """Return one title in several languages, each given as its words, a name and what follows it.

    A name that is the same in all of them stands once, before what is said in each.
    """
    if len({name for _, name, _ in said}) > 1:
        return " / ".join(dict.fromkeys(_labelled(*one) for one in said))
    (speech, name, first), *rest = said
    following = [first, *(other.capital(following) for other, _, following in rest)]
    return _labelled(speech, name, " / ".join(dict.fromkeys(filter(None, following))))


def _labelled(speech: Words, name: str, following: str) -> str:
    return speech.labelled(name, following) if following else name
