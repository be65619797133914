"""What type checkers know about `confkit.changes` and of changes in words; read by them, never run."""

import datetime as dt
from typing import assert_type

from confkit import Catalog, Conference, Text, When, changes, facts, render
from confkit.changes import Change, Shift
from confkit.facts import Fact


def changes_are_values(old: Conference, new: Conference, change: Change) -> None:
    assert_type(changes.diff(old, new), tuple[Change, ...])
    assert_type(changes.diff(Catalog([old]), Catalog([new])), tuple[Change, ...])
    assert_type(change.kind, str)
    assert_type(change.path, str)
    assert_type(change.old_path, str | None)
    assert_type(change.announced, dt.date | None)
    assert_type(change.reason, Text | None)
    changes.diff(old, Catalog([new]))  # type: ignore[type-var]  # two of a kind


def shifts_are_words(before: When, after: When) -> None:
    assert_type(changes.shift(before, after), Shift)


def changes_are_told(old: Conference, new: Conference) -> None:
    assert_type(facts.changed(old, new), tuple[Fact, ...])
    assert_type(render.changes(old, new, form="chat"), str)
    assert_type(render.changes(Catalog([old]), Catalog([new])), str)
    assert_type(render.change_sentences(old, new), tuple[str, ...])
    render.changes(old, new, form="poster")  # type: ignore[arg-type]  # no such form
