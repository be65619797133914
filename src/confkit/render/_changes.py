"""What changed between two versions: a correction for readers, a changelog, a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from confkit import words
from confkit.changes import diff
from confkit.errors import invalid
from confkit.facts import Run
from confkit.model import UND, Catalog, Conference
from confkit.render._escape import inline
from confkit.render._line import line
from confkit.render._notice import ChangesForm, Notice, Reader, site

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

__all__ = ["change_sentences", "changes"]

S = TypeVar("S", Conference, Catalog)


def changes(
    old: S,
    new: S,
    *,
    language: str = "en",
    form: ChangesForm = "text",
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> str:
    r"""Return what changed between two versions of a conference or of a catalog, the last line ended too.

    ``text`` tells each change in a sentence, then what now holds, then the address of the event. ``markdown`` is a
    heading with a list. ``chat`` is plain text with the address alone on its line; it stays below 200 characters as
    far as the first change does, and counts the changes for which there is no room. For the other arguments see
    `confkit.facts.changed`.

    Raises:
        InvalidValueError: as `confkit.facts.of`, or the two are not both conferences or both catalogs.

    >>> from confkit import Conference, Days, render
    >>> old = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01"))
    >>> new = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-08"))
    >>> print(render.changes(old, new, form="chat"), end="")
    Example Day: the event has been rescheduled from May 1 to May 8, 2027.
    >>> print(render.changes(old, new, form="markdown", language="zh"), end="")
    # Example Day 变更通知
    <BLANKLINE>
    - 活动由2027年5月1日改期至5月8日。
    """
    reader = Reader(words=words.of(language), zone=zone, default=default_language)
    if isinstance(old, Conference) and isinstance(new, Conference):
        return Notice.of(old, new, reader).said(form)
    parts = [said for said, _ in _parts(old, new, reader, form)] or [reader.nothing()]
    if form == "markdown":
        title = reader.words.say("heading", "What has changed")
        parts.insert(0, f"# {title}")
    return "\n\n".join(parts) + "\n"


def change_sentences(
    old: S,
    new: S,
    *,
    language: str = "en",
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
) -> tuple[str, ...]:
    """Return a sentence for each change of `confkit.changes.diff`, in its order.

    In a catalog the sentence on a change of an event does not name the event. For the arguments see `changes`.

    >>> from confkit import Conference, Days, render
    >>> old = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01"))
    >>> new = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-08"))
    >>> render.change_sentences(old, new, language="zh")
    ('活动由2027年5月1日改期至5月8日。',)
    """
    reader = Reader(words=words.of(language), zone=zone, default=default_language)
    if isinstance(old, Conference) and isinstance(new, Conference):
        return Notice.of(old, new, reader, together=False).sentences()
    parts = _parts(old, new, reader, "text")
    return tuple(sentence for _, sentences in parts for sentence in sentences)


def _parts(old: object, new: object, reader: Reader, form: ChangesForm) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What there is to say of each event of a list, whole and in sentences, in the order of `diff`."""
    if not isinstance(old, Catalog) or not isinstance(new, Catalog):
        raise invalid(
            "changes.type",
            "only the changes between two conferences, or two catalogs, are told",
            value=(type(old).__name__, type(new).__name__),
            hint="write Catalog([conference])",
        )
    found = diff(old, new)
    for conference in new:
        before = old.get(conference.id)
        if before is None:
            yield _listed(reader, reader.words.say("change of a list", "New event"), conference, form)
        elif before != conference:
            said = Notice.of(before, conference, reader).said(form, listed=True)
            yield said.rstrip("\n"), Notice.of(before, conference, reader, together=False).sentences()
    for conference in old:
        if new.get(conference.id) is None:
            yield _listed(reader, reader.words.say("change of a list", "No longer listed"), conference, form)
    if found and found[-1].path == "conferences":
        said = reader.words.say("change of a list", "The events are listed in another order.")
        yield said, (said,)


def _listed(reader: Reader, label: str, event: Conference, form: ChangesForm) -> tuple[str, tuple[str, ...]]:
    """A label and an event on one line."""
    said = line(event, language=reader.words.tag, zone=reader.zone, default_language=reader.default)
    sentence = reader.ended(reader.words.labelled(label, said))
    if form == "markdown":
        return inline((Run(text=sentence, language=UND),)), (sentence,)
    return "\n".join(filter(None, [sentence, site(event) if form == "chat" else None])), (sentence,)
