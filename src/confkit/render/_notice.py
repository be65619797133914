"""The changes of one event, in every form."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, Literal, Self, TypeAlias

import attrs

from confkit import facts
from confkit.changes import shape
from confkit.facts import Fact, plain
from confkit.model import Conference
from confkit.render._arranged import capital
from confkit.render._escape import block, inline
from confkit.render._html import Article, Values
from confkit.render._markup import anchor, article, element, escaped, sectioned
from confkit.render._text import laid_out
from confkit.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confkit.facts import Runs

__all__ = ["ChangesForm", "Notice", "Reader", "site"]

ChangesForm: TypeAlias = Literal["text", "markdown", "html", "chat"]
"""``text`` and ``html`` are a correction for readers, ``markdown`` is a changelog, ``chat`` a short message."""

_CHAT: Final = 200
"""A message of as many characters is folded away."""

_CLAUSES: Final = 3
"""As many clauses may be one sentence, if none of them is parted by a semicolon itself."""

_SEMICOLON: Final = re.compile("[;；]")

_TOLD_AGAIN: Final = frozenset(
    {"address", "call", "deadline", "event", "milestone", "online", "opens", "registration", "text", "venue"}
)
"""Kinds of changes after which readers want to know what now holds as a whole."""

_MOOT: Final = frozenset(
    {"address", "call", "deadline", "event", "milestone", "online", "opens", "order", "topic", "venue"}
)
"""Kinds of changes that no longer matter to readers of an event that is cancelled."""


@attrs.frozen(kw_only=True)
class Reader:
    """Who is told: in which language, and in which zone."""

    words: Words
    zone: dt.tzinfo | None
    default: str

    def nothing(self, name: str = "") -> str:
        """Return that nothing has changed, of an event or at all."""
        said = self.words.say("change", "nothing has changed")
        return self.words.ended(self.words.labelled(name, said) if name else self.words.capital(said))


@attrs.frozen(kw_only=True)
class Notice:
    """The changes of one event, as facts, and the facts that now hold."""

    event: Conference
    told: tuple[Fact, ...]
    now: tuple[Fact, ...]
    reader: Reader

    @classmethod
    def of(cls, old: Conference, new: Conference, reader: Reader, *, together: bool = True) -> Self:
        """Return the notice of what changed; ``together`` as in `confkit.facts.changed`."""
        tag, zone, default = reader.words.tag, reader.zone, reader.default
        return cls(
            told=facts.changed(old, new, language=tag, zone=zone, default_language=default, together=together),
            now=facts.of(new, language=tag, zone=zone, default_language=default),
            event=new,
            reader=reader,
        )

    def said(self, form: ChangesForm, *, listed: bool = False) -> str:
        """Return the changes in a form; ``listed``: under a heading for several events."""
        if form == "html":
            return self._html(listed=listed)
        name = self.now[0].brief
        if not self.told:
            return self.reader.nothing(inline(name) if form == "markdown" else plain(name)) + "\n"
        if form == "markdown":
            return self._markdown(f"## {inline(name)}" if listed else f"# {inline(self.told[0].section.title)}")
        return self._text() if form == "text" else self._chat(plain(name))

    def heading(self) -> tuple[str, str]:
        """Return the name of the event, and what became of it first, with how many more changes there are."""
        name, said = plain(self.now[0].brief), self._public
        return name, self._alone(said) if said else self.reader.words.say("change", "nothing has changed")

    def sentences(self) -> tuple[str, ...]:
        """Return a sentence for each fact."""
        return tuple(map(self._sentence, self.told))

    def _sentence(self, fact: Fact) -> str:
        return self.reader.words.ended(plain(self._capital(fact.value)))

    @property
    def _public(self) -> tuple[Fact, ...]:
        """The changes that are of interest to those who come, the others where they are all: what a mail counts."""
        return _without_update(tuple(fact for fact in self.told if not all(map(_internal, fact.paths))) or self.told)

    @property
    def _short(self) -> tuple[Fact, ...]:
        """The same for a message: of an event that is cancelled, without those that no longer matter."""
        told = self._public
        if told[0].key != "event.cancelled":
            return told
        return told[:1] + tuple(fact for fact in told if not _moot(fact))

    def _update(self, told: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """That the announcement was updated, where it stands below what is new in it."""
        return tuple(fact for fact in self.told if _is_update(fact) and fact not in told)

    def _markdown(self, title: str) -> str:
        told = _without_update(self.told)
        items = "\n".join(f"- {self._marked(fact)}" for fact in told)
        return "\n\n".join([title, items, *map(self._marked, self._update(told))]) + "\n"

    def _marked(self, fact: Fact) -> str:
        speech = self.reader.words
        return speech.sentences(speech.ended(block(self._capital(fact.value))), *map(inline, fact.parts[1:]))

    def _text(self) -> str:
        speech = self.reader.words
        told = self._public
        bullet = "" if len(told) == 1 else speech.setting.bullet
        indent = " " * len(bullet)
        items = [
            "\n".join([bullet + self._sentence(fact), *(indent + plain(part) for part in fact.parts[1:])])
            for fact in told
        ]
        blocks = [plain(told[0].section.title), "\n".join(items), *map(self._sentence, self._update(told))]
        holding = self._holding()
        if holding:
            title = speech.labelled(speech.say("heading", "As it now stands"), "").rstrip()
            blocks += [title, laid_out(holding, speech).rstrip("\n")]
        address = site(self.event)
        known = address in _addresses(told)
        return "\n\n".join(filter(None, [*blocks, None if known else address])) + "\n"

    def _chat(self, name: str) -> str:
        told = self._short
        room = len(told)
        while len(self._message(name, told, room)) >= _CHAT and room > 1:
            room -= 1
        return self._message(name, told, room) + "\n"

    def _message(self, name: str, told: tuple[Fact, ...], room: int) -> str:
        """The first changes, and the addresses that are new among them; else that of the event."""
        said = self.reader.words.labelled(name, self._alone(told) if room == 1 else self._first(told, room))
        new = _addresses(fact for fact in told[:room] if not fact.key.endswith(".removed"))
        return "\n".join(filter(None, (self.reader.words.ended(said), *(new or (site(self.event),)))))

    def _alone(self, told: tuple[Fact, ...]) -> str:
        """The first change, and how many more there are."""
        return self.reader.words.setting.comma.join([plain(told[0].brief), *self._more(len(told) - 1)])

    def _first(self, told: tuple[Fact, ...], room: int) -> str:
        """The first changes, and how many more there are: one sentence of few clauses, or one for each."""
        speech, left = self.reader.words, len(told) - room
        briefs = [fact.brief for fact in told[:room]]
        clauses = [*map(plain, briefs), *self._more(left)]
        if len(clauses) <= _CLAUSES and not [clause for clause in clauses if _SEMICOLON.search(clause)]:
            return speech.parted(*clauses)
        sentences = [speech.ended(plain(self._capital(brief))) for brief in briefs]
        if left:
            said = speech.say_count("change", "There is {count} more change.", "There are {count} more changes.", left)
            sentences.append(said)
        return speech.sentences(*sentences)

    def _more(self, left: int) -> list[str]:
        speech = self.reader.words
        return [speech.say_count("change", "and {count} more change", "and {count} more changes", left)] if left else []

    def _html(self, *, listed: bool) -> str:
        """An article, or a section of one."""
        values = Values(words=self.reader.words, conference=self.event)
        name, level = values.said(self.now[0].brief), 3 if listed else 2
        if not self.told:
            return article(values.words.tag, [element("p", self.reader.nothing(name))])
        said = self._correction(Article(values=values, level=level))
        if listed:
            return sectioned([element("h2", name), *said])
        return article(values.words.tag, [element("h1", values.said(self.told[0].section.title)), *said])

    def _correction(self, page: Article) -> Iterator[str]:
        told = self._public
        said = [self._item(page.values, fact) for fact in told]
        if len(said) == 1:
            yield element("p", said[0])
        else:
            yield "\n".join(["<ul>", *(element("li", one) for one in said), "</ul>"])
        yield from (element("p", self._item(page.values, fact)) for fact in self._update(told))
        holding = self._holding()
        if holding:
            title = self.reader.words.say("heading", "As it now stands")
            yield sectioned([page.heading(escaped(title)), *page.lines(holding)])
        address = site(self.event)
        if address and address not in _addresses(told):
            yield element("p", anchor(address))

    def _item(self, values: Values, fact: Fact) -> str:
        """A sentence, and each address on a line of its own."""
        said = self._ended(values.text(fact.value), plain(fact.value))
        return "<br>\n".join([said, *map(values.said, fact.parts[1:])])

    def _holding(self) -> tuple[Fact, ...]:
        """The facts that now hold where something changed, but for those that a sentence says whole.

        Of an event that does not take place nothing holds.
        """
        if self.event.status == "cancelled":
            return ()
        zoned = [path for fact in self.told for path in fact.paths if path.endswith("timezone")]
        paths = [
            path
            for fact in self.told
            for path in fact.paths
            if fact.key.partition(".")[0] in _TOLD_AGAIN
            and not fact.key.endswith((".cancelled", ".moved_online", ".postponed", ".removed"))
            and path != "status"
        ]
        # Hours that are as they were are others in another zone.
        paths += ["hours"] if zoned else []
        found = [fact for fact in self.now if any(_about(told, path) for told in fact.paths for path in paths)]
        headed = {path for fact in found if fact.key == "place" for path in fact.paths}
        said = {"name"}
        if self.event.attendance == "online" and [fact for fact in found if fact.section.key == "online"]:
            said.add("attendance")  # as the title of the section says
        return tuple(
            fact for fact in found if fact.key not in said and not (fact.key == "venue.name" and headed & {*fact.paths})
        )

    def _ended(self, markup: str, said: str) -> str:
        """Markup as a sentence, of which ``said`` are the words alone."""
        return markup + self.reader.words.ended(said).removeprefix(said)

    def _capital(self, runs: Runs) -> Runs:
        return capital(self.reader.words, runs)


def _about(told: str, path: str) -> bool:
    """Whether a fact from the path ``told`` tells of a change at ``path``, or of something inside it."""
    return told == path or told.startswith((f"{path}.", f"{path}[")) or path.startswith(f"{told}.")


def _internal(path: str) -> bool:
    """Whether a change is of interest to those who publish the data alone."""
    return shape(path).rpartition(".")[2] in {"extra", "history", "history[]", "id", "namespace"}


def _moot(fact: Fact) -> bool:
    return fact.key.partition(".")[0] in _MOOT


def _is_update(fact: Fact) -> bool:
    return fact.paths == ("updated",)


def _without_update(told: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Changes without that of the announcement itself, which goes without saying where others are told."""
    return tuple(fact for fact in told if not _is_update(fact)) or told


def _addresses(told: Iterable[Fact]) -> list[str]:
    """The addresses that stand on lines of their own, each once."""
    return list(dict.fromkeys(plain(part) for fact in told for part in fact.parts[1:]))


def site(conference: Conference) -> str | None:
    """Return the address of an event on the web."""
    sites = (link.url for link in conference.links if link.rel == "site")
    return next((url for url in sites if not url.lower().startswith("mailto:")), None)
