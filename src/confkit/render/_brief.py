"""The few facts that short layouts say: what, when, where, until when, and the one address to go on from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs

from confkit import facts, words
from confkit._characters import safe_url
from confkit.facts import Fact, plain
from confkit.model import CallForProposals, Conference, Link, Pending, When
from confkit.render._arranged import noted
from confkit.render._stamps import found
from confkit.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from confkit.facts import Runs

__all__ = ["Brief", "headed", "headline"]


@attrs.frozen(kw_only=True)
class Brief:
    """What short layouts say of a conference in one language."""

    words: Words
    conference: Conference
    now: dt.datetime | None
    default: str
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
        return cls(words=words.of(language), conference=conference, now=now, default=default_language, told=told)

    def said(self, key: str) -> str:
        """Return what is said of a key, empty for nothing; of several facts the first that says something."""
        return plain(self._runs(key))

    def _runs(self, key: str) -> Runs:
        return next((fact.brief for fact in self.told if fact.key == key and fact.brief), ())

    @property
    def name(self) -> str:
        """The name, with what became of the event."""
        return self.words.aside(self.said("name"), self.said("status"))

    @property
    def days(self) -> str:
        """The days, or that they are to be announced."""
        return self.said("days")

    @property
    def when(self) -> str:
        """The days, and of an event of one day its hours."""
        return self.words.setting.comma.join(filter(None, (self.days, self.said("hours"))))

    @property
    def place(self) -> str:
        """The place, with how to take part, which stands alone where there is no place."""
        return self.place_with()

    def place_with(self, *notes: str) -> str:
        """Return the same with further notes in the brackets after it; empty where there is neither."""
        place, attendance = self._runs("place"), self.said("attendance")
        if place:
            return noted(self.words, place, attendance, *notes)
        return self.words.aside(attendance, *notes) if attendance else ""

    @property
    def following(self) -> str:
        """What comes next: until which day the call runs that is not closed, else when the event is; empty: unknown."""
        return self.days if self._closed else self._due or self.days

    @property
    def _due(self) -> str:
        """Until which day the call runs, without the hour: what a title has room for."""
        call = self._call and found(self.conference, self._call.section.path)
        if not isinstance(call, CallForProposals):
            return ""
        alone = attrs.evolve(self.conference, calls=[_to_the_day(call, self.now)])
        told = facts.of(alone, language=self.words.tag, default_language=self.default)
        return next(plain(fact.brief) for fact in told if fact.key == "call")

    @property
    def address(self) -> str:
        """The one web address to go on from, empty for none: of the call that is not closed, else of the event.

        Of an event online that has no other, it is where the event is.
        """
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
        if self.conference.attendance == "online" and self.conference.status != "cancelled":
            yield from (fact for fact in self.told if fact.key == "online.link")

    @property
    def _call(self) -> Fact | None:
        return next((fact for fact in self.told if fact.key == "call" and fact.brief), None)

    @property
    def _closed(self) -> bool:
        """Whether the call that short layouts name is closed; nobody says so without a moment."""
        call = self._call and found(self.conference, self._call.section.path)
        return isinstance(call, CallForProposals) and self.now is not None and call.state(self.now) == "closed"


def _to_the_day(call: CallForProposals, now: dt.datetime | None) -> CallForProposals:
    """Return a call whose deadlines state no hour, without those that are over."""
    ahead = [one for one in call.deadlines if now is None or one.state(now) != "closed"]
    days = [attrs.evolve(one, at=_day(one.at), history=()) for one in ahead]
    return attrs.evolve(call, deadlines=days)


def _day(at: When | Pending) -> When | Pending:
    if isinstance(at, Pending):
        return at
    return When(date=at.date, raw=at.raw)


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
