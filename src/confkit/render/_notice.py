"""The changes of one event, in every form."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, Literal, Self, TypeAlias

import attrs

from confkit import facts, words
from confkit.facts import Fact, Run, plain
from confkit.model import UND, Conference
from confkit.render._arranged import capital
from confkit.render._blocks import Blocks, joined
from confkit.render._escape import block, inline
from confkit.render._holding import Holding, holding
from confkit.render._html import Article, Values
from confkit.render._markup import anchor, article, element, escaped, sectioned
from confkit.render._text import laid_out
from confkit.render._told import by_weight, of_interest, still_of_interest, update_of, without_update
from confkit.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confkit.facts import Runs

__all__ = ["ChangesForm", "Notice", "Reader", "in_short", "site"]

ChangesForm: TypeAlias = Literal["text", "markdown", "html", "chat"]
"""``text`` and ``html`` are a correction for readers, ``markdown`` one with all changes, ``chat`` a short message."""

_CHAT: Final = 200
"""A message of as many characters is folded away."""

_CLAUSES: Final = 3
"""As many clauses may be one sentence, if none of them is parted by a semicolon itself."""

_SEMICOLON: Final = re.compile("[;；]")


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

    old: Conference
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
            old=old,
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
            return self._markdown(listed=listed)
        return self._text() if form == "text" else self._chat()

    def heading(self) -> tuple[str, str]:
        """Return the name of the event, and what became of it first, with how many more changes there are."""
        name, said = plain(self.now[0].brief), by_weight(of_interest(self.told))
        return name, self._first(said, 1) if said else self.reader.words.say("change", "nothing has changed")

    def sentences(self) -> tuple[str, ...]:
        """Return a sentence for each fact."""
        return tuple(map(self._sentence, self.told))

    def _sentence(self, fact: Fact) -> str:
        return self.reader.words.ended(plain(self._capital(fact.value)))

    def _markdown(self, *, listed: bool) -> str:
        told = without_update(self.told)
        title = f"## {inline(self.now[0].brief)}" if listed else f"# {inline(told[0].section.title)}"
        items = "\n".join(f"- {self._marked(fact)}" for fact in told)
        page = Blocks(words=self.reader.words, level=3 if listed else 2)
        said = [title, items, *map(self._marked, update_of(self.told))]
        held = self._holding()
        if held.facts:
            said += [f"{'#' * page.level} {self._title(held)}", *page.lines(held.facts)]
        address = self._address(told)
        said += [inline((Run(text=address, language=UND, href=address),))] if address else []
        return joined([*said, *page.lines(self._translations)])

    def _marked(self, fact: Fact) -> str:
        speech = self.reader.words
        return speech.sentences(speech.ended(block(self._capital(fact.value))), *map(inline, fact.parts[1:]))

    def _text(self) -> str:
        speech = self.reader.words
        told = of_interest(self.told)
        bullet = "" if len(told) == 1 else speech.setting.bullet
        indent = " " * len(bullet)
        items = [
            "\n".join([bullet + self._sentence(fact), *(indent + plain(part) for part in fact.parts[1:])])
            for fact in told
        ]
        blocks = [plain(told[0].section.title), "\n".join(items), *map(self._sentence, update_of(self.told))]
        held = self._holding()
        if held.facts:
            blocks += [speech.labelled(self._title(held), "").rstrip(), laid_out(held.facts, speech).rstrip("\n")]
        blocks += [self._address(told), laid_out(self._translations, speech).rstrip("\n")]
        return "\n\n".join(filter(None, blocks)) + "\n"

    def _chat(self) -> str:
        """As many changes as there is room for in every language: readers of one know no more than those of another."""
        told = still_of_interest(self.told)
        room = len(told)
        if room > 1:
            others = (attrs.evolve(self.reader, words=words.of(tag)) for tag in words.LANGUAGES)
            room = min(Notice.of(self.old, self.event, reader).room() for reader in others)
        return self._message(told, room) + "\n"

    def room(self) -> int:
        """How many changes a message holds in this language, one at least."""
        told = still_of_interest(self.told)
        room = len(told)
        while len(self._message(told, room)) >= _CHAT and room > 1:
            room -= 1
        return room

    def _message(self, told: tuple[Fact, ...], room: int) -> str:
        """The first changes, and the addresses that are new among them; else that of the event."""
        speech = self.reader.words
        said = speech.ended(speech.labelled(plain(self.now[0].brief), self._first(told, room)))
        new = _addresses(fact for fact in told[:room] if not fact.key.endswith(".removed"))
        return "\n".join(filter(None, (said, *(new or (site(self.event),)), in_short(self.now))))

    def _first(self, told: tuple[Fact, ...], room: int) -> str:
        """The first changes, and how many more there are: one sentence of few clauses, or one for each."""
        speech, left = self.reader.words, len(told) - room
        *clauses, last = [fact.brief for fact in told[:room]]
        several = room > _CLAUSES or bool([one for one in (*clauses, last) if _SEMICOLON.search(plain(one))])
        if room > 1 and several:
            sentences = [speech.ended(plain(self._capital(one))) for one in clauses]
            return speech.sentences(*sentences, speech.ended(self._with_more(plain(self._capital(last)), left)))
        return speech.parted(*map(plain, clauses), self._with_more(plain(last), left))

    def _with_more(self, said: str, left: int) -> str:
        """The last change that is told, and how many more there are."""
        if not left:
            return said
        speech = self.reader.words
        more = speech.say_count("change", "and {count} more change", "and {count} more changes", left)
        return f"{said}{speech.setting.comma}{more}"

    def _holding(self) -> Holding:
        return holding(self.event, of_interest(self.told), self.now)

    def _title(self, held: Holding) -> str:
        """The title of what now holds, which promises no more than it is."""
        speech = self.reader.words
        if held.whole:
            return speech.say("heading", "As it now stands")
        return speech.say("heading", "Key details as they now stand")

    def _address(self, told: tuple[Fact, ...]) -> str:
        """The address of the event, unless it stands among the changes."""
        address = site(self.event)
        return "" if address is None or address in _addresses(told) else address

    @property
    def _translations(self) -> tuple[Fact, ...]:
        """Who stands behind the words of this language."""
        return tuple(fact for fact in self.now if fact.key == "translation")

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
        told = of_interest(self.told)
        said = [self._item(page.values, fact) for fact in told]
        if len(said) == 1:
            yield element("p", said[0])
        else:
            yield "\n".join(["<ul>", *(element("li", one) for one in said), "</ul>"])
        yield from (element("p", self._item(page.values, fact)) for fact in update_of(self.told))
        held = self._holding()
        if held.facts:
            yield sectioned([page.heading(escaped(self._title(held))), *page.lines(held.facts)])
        address = self._address(told)
        if address:
            yield element("p", anchor(address))
        yield from page.lines(self._translations)

    def _item(self, values: Values, fact: Fact) -> str:
        """A sentence, and each address on a line of its own."""
        said = self._ended(values.text(fact.value), plain(fact.value))
        return "<br>\n".join([said, *map(values.said, fact.parts[1:])])

    def _ended(self, markup: str, said: str) -> str:
        """Markup as a sentence, of which ``said`` are the words alone."""
        return markup + self.reader.words.ended(said).removeprefix(said)

    def _capital(self, runs: Runs) -> Runs:
        return capital(self.reader.words, runs)


def _addresses(told: Iterable[Fact]) -> list[str]:
    """The addresses that stand on lines of their own, each once."""
    return list(dict.fromkeys(plain(part) for fact in told for part in fact.parts[1:]))


def in_short(now: tuple[Fact, ...]) -> str:
    """Return the short line on a translation that is not official, empty for none."""
    return next((plain(fact.brief) for fact in now if fact.key == "translation"), "")


def site(conference: Conference) -> str | None:
    """Return the address of an event on the web."""
    sites = (link.url for link in conference.links if link.rel == "site")
    return next((url for url in sites if not url.lower().startswith("mailto:")), None)
