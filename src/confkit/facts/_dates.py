"""Dates that something is due: deadlines and milestones, with what they superseded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confkit.facts._fact import Fact, Section
from confkit.facts._marks import named, reason
from confkit.facts._moments import announced, extended, pending, reworded, without_notes
from confkit.model import Deadline, PartialDate, Pending, When
from confkit.words import message

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import CallForProposals

__all__ = ["brief_call", "date_label", "deadline", "deciding", "milestones", "moment", "moved", "year_needed"]

_DUE: Final = {
    "talks": message("what is due", "proposals due {date}"),
    "papers": message("what is due", "papers due {date}"),
    "posters": message("what is due", "posters due {date}"),
}
_DUE_IN_A_ROUND: Final = {
    "talks": message("what is due in a round", "proposals"),
    "papers": message("what is due in a round", "papers"),
    "posters": message("what is due in a round", "posters"),
}
"""The same of a call in rounds, whose round follows in brackets."""


def moment(teller: Teller, at: When | Pending) -> Runs:
    """Return a moment with what it does not state, and the same moment in the reader's zone."""
    return pending(teller, at) if isinstance(at, Pending) else announced(teller, at)


def milestones(teller: Teller) -> Iterator[Fact]:
    """Tell the dates of the event that belong to no call."""
    section = Section(key="milestone", path="milestones", title=teller.say("heading", "Key dates"))
    for number, one in enumerate(teller.conference.milestones):
        yield from deadline(teller, section, one, f"milestones[{number}]", key="milestone")


def deadline(
    teller: Teller, section: Section, one: Deadline, at: str, *, key: str, call: CallForProposals | None = None
) -> Iterator[Fact]:
    """Tell a date and what it superseded; ``call`` is whose date it is, ``None``: the event's."""
    label = date_label(teller, one, call)
    paths = (f"{at}.at", *(f"{at}.{name}" for name in _in_label(one)))
    yield Fact(key=key, paths=paths, section=section, label=label, parts=(_at(teller, one),))
    dates = [*(row.at for row in one.history), one.at]
    for number, row in enumerate(one.history):
        said = _change(teller, one, row.at, dates[number + 1], call)
        day = teller.own(teller.words.date(row.replaced, weekday=False))
        when = teller.say("note on a change", "announced on {date}", date=day)
        yield Fact(
            key=f"{key}.history",
            paths=(f"{at}.history[{number}]",),
            section=section,
            label=teller.say("label", "Change"),
            parts=(teller.clauses([teller.labelled(when, said), *reason(teller, row.reason)]),),
            clear=True,
        )


def _at(teller: Teller, one: Deadline) -> Runs:
    """A moment; a deadline that was called off, alone or with its event, is one that nobody has to keep."""
    off, at = teller.conference.status == "cancelled", one.at
    if isinstance(at, Pending):
        if off or at.reason == "cancelled":
            return teller.say("no deadline", "no longer applies (cancelled)")
        unknown = one.kind == "other" and one.label is not None
        return pending(teller, at, closes=one.closes_something and not unknown)
    said = moment(teller, at)
    return teller.say("date of a cancelled event", "originally {moment}", moment=said) if off else said


def _in_label(one: Deadline) -> tuple[str, ...]:
    """The fields that the label of a date tells: of a date of no known kind its own words say all."""
    if one.label is None:
        return ("kind",)
    return ("label",) if one.kind == "other" else ("kind", "label")


def date_label(teller: Teller, one: Deadline, call: CallForProposals | None = None, *, small: bool = False) -> Runs:
    """Return what a date is called: its kind, and its own words where it has some; ``small``: within a sentence."""
    if one.label is not None and one.kind == "other":
        return teller.text(one.label)
    called = teller.term if small else teller.label
    kind = called("deadline", one.kind, call=call.kind if call else None)
    return teller.aside(kind, teller.text(one.label)) if one.label else kind


def _change(
    teller: Teller, one: Deadline, before: When | Pending, after: When | Pending, call: CallForProposals | None
) -> Runs:
    name = date_label(teller, one, call, small=True)
    if one.closes_something or reworded(before, after):
        return extended(teller, before, after, name)
    same_year = isinstance(before, When) and isinstance(after, When) and before.date.year == after.date.year
    ends = {
        "before": without_notes(teller, before, year=not same_year or teller.han),
        "after": without_notes(teller, after, year=not same_year or not teller.han),
    }
    return moved(teller, one, name, **ends)


def moved(teller: Teller, one: object, label: Runs, *, before: Runs, after: Runs) -> Runs:
    """Return that a date moved that closes nothing; ``one`` is the deadline, or something else that has a date."""
    values = {"label": label, "before": before, "after": after}
    if isinstance(one, Deadline) and one.kind == "notification":
        return teller.say("change of a notification", "{label} moved from {before} to {after}", **values)
    return teller.say("change", "{label} moved from {before} to {after}", **values)


def brief_call(teller: Teller) -> tuple[str, Runs]:
    """Return the id of the call that a one-line summary names, and what it says of it.

    It is the first with a date that is not closed at ``now``; where all are closed, the last one.
    """
    now = teller.now
    dated = [(call, one) for call in teller.conference.calls if (one := deciding(call, now)) is not None]
    if not dated or teller.conference.status == "cancelled":
        return "", ()
    chosen = dated[0] if now is None else next((pair for pair in dated if pair[0].state(now) != "closed"), dated[-1])
    return chosen[0].id, _until(teller, *chosen)


def _until(teller: Teller, call: CallForProposals, one: Deadline) -> Runs:
    """Until when a call runs, for a one-line summary."""
    if teller.now is not None and call.state(teller.now) == "closed":
        return teller.say("what is due", "{call} closed", call=_called(teller, call))
    date = _following(teller, one.at)
    if call.name is not None or call.kind not in _DUE:
        return teller.say("what is due", "{call} closes {date}", call=_called(teller, call), date=teller.own(date))
    if call.round is None:
        return teller.own(teller.words.say(*_DUE[call.kind], date=date))
    due = teller.aside(teller.say(*_DUE_IN_A_ROUND[call.kind]), teller.text(call.round))
    return teller.say("what is due in a round", "{call} due {date}", call=due, date=teller.own(date))


def _called(teller: Teller, call: CallForProposals) -> Runs:
    """What a call is called within a sentence, with its round."""
    name = named(teller, call.name) if call.name else teller.term("call", call.kind)
    return teller.aside(name, teller.text(call.round)) if call.round else name


def _following(teller: Teller, at: When | Pending) -> str:
    """A date after a noun; Chinese puts a preposition before one that begins with a place or a year."""
    year = year_needed(teller, at)
    date = teller.words.when(at, notes=False, weekday=False, year=year)
    openings = [teller.words.zone(at.zone)] if isinstance(at, When) and at.zone else []
    if isinstance(at, When) and year:
        openings.append(teller.words.date(PartialDate(at.date.year)))
    return teller.words.say("date after a noun", "{date}", date=date) if date.startswith(tuple(openings)) else date


def deciding(
    call: CallForProposals, now: dt.datetime | None = None, states: tuple[str, ...] = ("open", "uncertain")
) -> Deadline | None:
    """Return the date after which one cannot submit: the submission, else the last date that closes something.

    Of several submissions it is the one without a label, which is that of everybody, else the last; with ``now`` one
    that is in one of the ``states``, where there is any.
    """
    closing = [one for one in call.deadlines if one.closes_something]
    submissions = [one for one in closing if one.kind == "submission"]
    dated = [one for one in submissions or closing if isinstance(one.at, When)]
    if len(dated) < 2:  # most calls have one deadline, and its window takes a while
        return dated[0] if dated else None
    if now is not None:
        dated = [one for one in dated if one.state(now) in states] or dated
    main = [one for one in dated if one.label is None] if submissions else dated
    return max(main or dated, key=lambda one: one.window()[1])


def year_needed(teller: Teller, at: When | Pending) -> bool:
    """Return whether a reader who knows when the event is needs to be told the year of a moment."""
    days = teller.conference.days
    if days is None or isinstance(days, Pending) or isinstance(at, Pending):
        return True
    return at.date.month is None or days.first.year != at.date.year
