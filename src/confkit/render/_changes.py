"""What changed between two versions: a correction for readers, or a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, get_args

from confkit import words
from confkit.errors import invalid
from confkit.model import Catalog, Conference
from confkit.render import _listed
from confkit.render._markup import article, element, escaped
from confkit.render._notice import ChangesForm, Notice, Reader

if TYPE_CHECKING:
    import datetime as dt

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

    ``text`` tells each change in a sentence, then what now holds, then the address of the event, then who stands behind
    a translation; ``markdown`` tells the same, and ``html`` in an ``article`` element, as `html` makes it. ``chat`` is
    plain text with the address alone on its line, or those that are new; it stays below 200 characters as far as the
    first change does, tells changes of days, places and deadlines before any other, and counts those for which there is
    no room, the same ones in every language. Of an event that was cancelled it leaves out what no longer matters.
    Markdown alone tells changes of identifiers and histories where there are others. That the announcement was updated
    stands below the changes, and is none of them where there are others.
    For the other arguments see `confkit.facts.changed`.

    Raises:
        InvalidValueError: as `confkit.facts.of`, or the two are not both conferences or both catalogs, or there is no
            such form.

    >>> from confkit import Conference, Days, render
    >>> old = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01"))
    >>> new = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-08"))
    >>> print(render.changes(old, new, form="chat"), end="")
    Example Day: rescheduled from May 1 to May 8, 2027.
    >>> print(render.changes(old, new, form="markdown", language="zh"), end="")
    # Example Day 变更通知
    <BLANKLINE>
    - 活动由2027年5月1日改期至5月8日。
    <BLANKLINE>
    ## 最新信息
    <BLANKLINE>
    - **日期**：2027年5月8日（星期六）
    """
    if form not in get_args(ChangesForm):
        forms = ", ".join(get_args(ChangesForm))
        raise invalid("render.form", f"must be one of {forms}", path="form", value=form, hint="write one of these")
    reader = Reader(words=words.of(language), zone=zone, default=default_language)
    if isinstance(old, Conference) and isinstance(new, Conference):
        return Notice.of(old, new, reader).said(form)
    return _of_a_list(old, new, reader, form)


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
    return tuple(sentence for one in _listed.of(old, new, reader, "text") for sentence in one.sentences)


def _of_a_list(old: object, new: object, reader: Reader, form: ChangesForm) -> str:
    parts = [one.said for one in _listed.of(old, new, reader, form)]
    title = reader.words.say("heading", "Changes to the list")
    if form == "html":
        return article(reader.words.tag, [element("h1", escaped(title)), *(parts or [element("p", reader.nothing())])])
    parts = parts or [reader.nothing()]
    if form != "chat":
        parts.insert(0, title if form == "text" else f"# {title}")
    return "\n\n".join(parts) + "\n"
