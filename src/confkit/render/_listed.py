"""What changed in a list of events, event by event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import attrs

from confkit import facts
from confkit.changes import diff
from confkit.errors import invalid
from confkit.facts import Run, plain
from confkit.model import UND, Catalog, Conference
from confkit.render._blocks import Blocks, joined
from confkit.render._escape import inline
from confkit.render._html import Article, Values
from confkit.render._line import line
from confkit.render._markup import anchor, element, escaped, phrase, sectioned
from confkit.render._notice import ChangesForm, Notice, Reader, in_short, site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts import Fact, Runs

__all__ = ["Listed", "of"]


@attrs.frozen(kw_only=True)
class Listed:
    """What there is to say of one event of a list: whole in a form, in sentences, and as a subject of two parts."""

    said: str
    sentences: tuple[str, ...]
    heading: tuple[str, str]
    event: str

    @classmethod
    def changed(cls, old: Conference, new: Conference, reader: Reader, form: ChangesForm) -> Self:
        """Return what changed in an event."""
        notice = Notice.of(old, new, reader)
        heading = notice.heading()
        return cls(
            said=notice.said(form, listed=True).rstrip("\n"),
            sentences=Notice.of(old, new, reader, together=False).sentences(),
            heading=heading,
            event=heading[0],
        )

    @classmethod
    def labelled(cls, label: str, event: Conference, reader: Reader, form: ChangesForm) -> Self:
        """Return an event that is new in a list, or no longer there."""
        told = facts.of(event, language=reader.words.tag, zone=reader.zone, default_language=reader.default)
        name = plain(told[0].brief)
        one_line = line(event, language=reader.words.tag, zone=reader.zone, default_language=reader.default)
        sentence = reader.words.ended(_before(label, name, one_line, reader))
        if form == "html":
            said = _section(label, event, told, reader)
        elif form == "markdown":
            said = _blocks(label, event, told, reader).rstrip("\n")
        else:
            said = "\n".join(filter(None, [sentence, site(event), in_short(told)]))
        return cls(said=said, sentences=(sentence,), heading=(label, name), event=name)


def of(old: object, new: object, reader: Reader, form: ChangesForm) -> tuple[Listed, ...]:
    """Return what there is to say of each event, in the order of `confkit.changes.diff`.

    Raises:
        InvalidValueError: the two are not both catalogs.
    """
    if not isinstance(old, Catalog) or not isinstance(new, Catalog):
        raise invalid(
            "changes.type",
            "the versions must be two conferences or two catalogs",
            value=(type(old).__name__, type(new).__name__),
            hint="write Catalog([conference])",
        )
    return tuple(_each(old, new, reader, form))


def _each(old: Catalog, new: Catalog, reader: Reader, form: ChangesForm) -> Iterator[Listed]:
    found = diff(old, new)
    for conference in new:
        before = old.get(conference.id)
        if before is None:
            yield Listed.labelled(reader.words.say("change of a list", "New event"), conference, reader, form)
        elif before != conference:
            yield Listed.changed(before, conference, reader, form)
    for conference in old:
        if new.get(conference.id) is None:
            yield Listed.labelled(reader.words.say("change of a list", "No longer listed"), conference, reader, form)
    if found and found[-1].path == "conferences":
        said = reader.words.say("change of a list", "The events are listed in another order.")
        whole = element("p", escaped(said)) if form == "html" else said
        yield Listed(said=whole, sentences=(said,), heading=(said.rstrip(".。"), ""), event="")


def _before(label: str, name: str, one_line: str, reader: Reader) -> str:
    """A label and a line, parted by something else than the colon that the line may have after the name."""
    setting = reader.words.setting
    if setting.labels_as_headings:
        return f"{setting.heading.format(title=label)}{one_line}"
    colon = ": " in one_line.removeprefix(name)
    return f"{label} — {one_line}" if colon else reader.words.labelled(label, one_line)


def _section(label: str, event: Conference, told: tuple[Fact, ...], reader: Reader) -> str:
    """When and where an event is, and until when its calls run, under its label and name."""
    page = Article(values=Values(words=reader.words, conference=event), level=2)
    title = phrase(_title(label, told[0].brief, reader), reader.words.tag)
    address = site(event)
    links = [element("p", anchor(address))] if address else []
    return sectioned([page.heading(title), *page.lines(_kept(told)), *links, *page.lines(_translations(told))])


def _blocks(label: str, event: Conference, told: tuple[Fact, ...], reader: Reader) -> str:
    """The same as Markdown."""
    page = Blocks(words=reader.words, level=2)
    address = site(event)
    links = [inline((Run(text=address, language=UND, href=address),))] if address else []
    title = f"## {inline(_title(label, told[0].brief, reader))}"
    return joined([title, *page.lines(_kept(told)), *links, *page.lines(_translations(told))])


def _title(label: str, name: Runs, reader: Reader) -> Runs:
    return (Run(text=reader.words.labelled(label, ""), language=reader.words.tag, own=True), *name)


def _kept(told: tuple[Fact, ...]) -> list[Fact]:
    return [fact for fact in told[1:] if fact.section.key == "head" or fact.key == "call.deadline"]


def _translations(told: tuple[Fact, ...]) -> list[Fact]:
    return [fact for fact in told if fact.key == "translation"]
