"""What there is to say about a conference: ordered, labelled facts in one language.

>>> from confkit import Conference, Days, facts
>>> day = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01"))
>>> [(fact.key, facts.plain(fact.label), facts.plain(fact.value)) for fact in facts.of(day, language="zh")]
[('name', '活动', 'Example Day'), ('days', '日期', '2027年5月1日（星期六）')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.facts._about import about, subjects
from confkit.facts._calls import calls
from confkit.facts._changed import changed
from confkit.facts._dates import milestones
from confkit.facts._fact import Fact, Form, Run, Runs, Section, plain
from confkit.facts._head import head
from confkit.facts._more import contacts, images, links, notes, people, series
from confkit.facts._registration import registration
from confkit.facts._teller import Teller
from confkit.facts._venues import online, travel, venues

if TYPE_CHECKING:
    import datetime as dt

    from confkit.model import Conference

__all__ = ["Fact", "Form", "Run", "Runs", "Section", "changed", "of", "plain"]

_TELLERS = (
    head,
    images,
    about,
    calls,
    milestones,
    subjects,
    venues,
    online,
    travel,
    registration,
    people,
    series,
    links,
    contacts,
    notes,
)
"""In the order in which a reader wants to know: when and where, what it is, until when, and then the rest."""


def of(
    conference: Conference,
    *,
    language: str = "en",
    now: dt.datetime | None = None,
    zone: dt.tzinfo | None = None,
    default_language: str = "en",
    brief: bool = True,
) -> tuple[Fact, ...]:
    """Return what there is to say about a conference, in the order in which it is to be said.

    The facts are the same in every language: the same keys from the same paths, in the same order; only the line on
    who stands behind a translation (``translation``) belongs to the language that it is about. Words that are missing
    in ``language`` are given in ``default_language``, else in any, and say so.

    Args:
        conference: what is told.
        language: BCP 47 tag of a language that confkit speaks.
        now: an aware moment; with it the state of each call and of registration is a fact, and tickets that are no
            longer sold say so; without it the wording is neutral.
        zone: the reader's zone, in which times are said too; the event's own by default.
        default_language: the language that stands in where ``language`` is missing.
        brief: whether facts are told in short too, for one-line summaries; a layout of whole facts saves the time.

    Raises:
        InvalidValueError: confkit does not speak ``language``, ``default_language`` is no tag, ``now`` has no zone, or
            an argument is of another type.

    >>> from confkit import files
    >>> told = of(files.example())
    >>> [str(fact.paths[0]) for fact in told if fact.key == "call.deadline"]
    ['calls[0].deadlines[0].at']
    """
    teller = Teller.to(conference, language, now=now, zone=zone, default_language=default_language, brief=brief)
    told: list[Fact] = []
    for tell in _TELLERS:
        told += tell(teller)
    return tuple(told)
