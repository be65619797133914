"""Other events beside this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from confkit.facts._days import HEAD
from confkit.facts._fact import Fact, Run, Runs, plain
from confkit.model import UND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts._teller import Teller
    from confkit.model import EventRef, Relation

__all__ = ["event", "relations"]

_MANY: Final = 80
"""Characters of names for which a one-line summary has no room: it names the first, and counts the others."""


def relations(teller: Teller) -> Iterator[Fact]:
    """Tell the other events, one by one; of several that stand alike to this one the first is brief on them all."""
    alike: dict[str, list[EventRef]] = {}
    for relation in teller.conference.relations:
        alike.setdefault(relation.kind, []).append(relation.target)
    for number, relation in enumerate(teller.conference.relations):
        targets = alike.pop(relation.kind, []) if teller.brief else []
        yield _relation(teller, number, relation, targets)


def event(teller: Teller, ref: EventRef) -> Runs:
    """Return the name of an event elsewhere at its first mention, linked; its site or its id where it has none."""
    if ref.name is not None:
        return teller.the(teller.introduced(ref.name, href=ref.url))
    if ref.url is not None:
        return (Run(text=urlsplit(ref.url).netloc, language=UND, href=ref.url),)
    return teller.say("event without a name", "event {id}", id=teller.given(str(ref.id)))


def _relation(teller: Teller, number: int, relation: Relation, alike: list[EventRef]) -> Fact:
    days = teller.own(teller.words.days(relation.target.days)) if relation.target.days else ()
    return Fact(
        key="relation",
        paths=(f"relations[{number}]",),
        section=HEAD,
        label=teller.say("label", "Related event"),
        parts=(teller.related(relation.kind, teller.aside(event(teller, relation.target), days)),),
        brief=teller.related(relation.kind, _together(teller, alike)) if alike else (),
        clear=True,
    )


def _together(teller: Teller, events: list[EventRef]) -> Runs:
    """The names of events in few words."""
    named = [event(teller, one) if one.name is None else teller.the(teller.name(one.name)) for one in events]
    if len(named) == 1 or sum(len(plain(name)) for name in named) <= _MANY:
        return teller.listed(named, beside=True)
    count = teller.words.setting.counted(len(named))
    said = teller.words.say_count(
        "several events", "{event} and {count} other event", "{event} and {count} other events", count, event="\ue000"
    )
    return teller.weave(said, [named[0]])
