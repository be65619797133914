"""Moments in runs: how a date was announced, and the rule of a rolling one, are words of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit.model import Pending

if TYPE_CHECKING:
    from collections.abc import Callable

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import When

__all__ = ["announced", "extended", "original", "pending", "restored", "reworded", "without_notes"]


def pending(teller: Teller, at: Pending, *, closes: bool = False) -> Runs:
    """Return why there is no date; the rule of a rolling one follows, marked where it is in another language.

    ``closes`` says that it would be a deadline.
    """
    bare = at if at.rule is None else attrs.evolve(at, rule=None)
    return _ruled(teller, teller.own(teller.words.pending(bare, closes=closes)), at)


def announced(teller: Teller, at: When) -> Runs:
    """Return a moment with what it does not state, as it was announced, and in the reader's zone."""
    said = teller.words.when(at, zone=teller.zone)
    if at.raw is None or at.raw not in said:
        return teller.own(said)
    quoted = teller.words.quote
    return teller.weave(said.replace(quoted(at.raw), quoted("\ue000")), [teller.given(at.raw)])


def original(teller: Teller, at: When) -> Runs:
    """Return a note on how a moment was announced; empty where there is nothing that the moment itself does not say."""
    if at.raw is None or teller.words.is_bound(at):
        return ()
    quoted = teller.weave(teller.words.quote("\ue000"), [teller.given(at.raw)])
    return teller.say("original words", "announced as {words}", words=quoted)


def without_notes(teller: Teller, at: When | Pending, *, year: bool) -> Runs:
    """Return a moment without what it does not state."""
    if isinstance(at, Pending):
        return pending(teller, at)
    return teller.own(teller.words.when(at, notes=False, weekday=False, year=year))


def extended(teller: Teller, before: When | Pending, after: When | Pending, label: Runs, *, year: bool = True) -> Runs:
    """Return that a deadline moved; without a ``label`` it is the only one. For ``year`` see `Words.extended`.

    The rule of one that is rolling now ends the clause, and the new words of one of which only these changed.
    """
    return _changed(teller, teller.words.extended, before, after, label, year=year)


def restored(teller: Teller, between: When | Pending, after: When | Pending, label: Runs, *, year: bool) -> Runs:
    """Return that a date is what it had been before it moved; for the arguments see `extended`."""
    return _changed(teller, teller.words.restored, between, after, label, year=year)


def _changed(
    teller: Teller, say: Callable[..., str], before: When | Pending, after: When | Pending, label: Runs, *, year: bool
) -> Runs:
    now = attrs.evolve(after, rule=None) if isinstance(after, Pending) else after
    if label:
        said = teller.weave(say(before, now, name="\ue000", year=year), [label])
    else:
        said = teller.own(say(before, now, year=year))
    if isinstance(after, Pending):
        return _ruled(teller, said, after)
    return teller.aside(said, original(teller, after)) if reworded(before, after) else said


def reworded(before: When | Pending, after: When | Pending) -> bool:
    """Return whether two moments differ in nothing but the words of their announcements."""
    if isinstance(before, Pending) or isinstance(after, Pending) or before.raw == after.raw:
        return False
    return attrs.evolve(before, raw=None) == attrs.evolve(after, raw=None)


def _ruled(teller: Teller, said: Runs, at: Pending) -> Runs:
    if at.rule is None:
        return said
    (run,) = teller.name(at.rule)
    return teller.aside(said, (run,), teller.own(teller.mark(run)) if run.fallback else ())
