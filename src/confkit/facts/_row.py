"""Runs put in a row: spaced as the language wants, and those that differ in nothing but their words as one."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from confkit.facts._fact import Run, Runs
from confkit.facts._forms import own

if TYPE_CHECKING:
    from collections.abc import Mapping

    from confkit.facts._forms import Form
    from confkit.words import Words

__all__ = ["row"]

_WIDE: Final = ("）", "］", "」", "”", "。", "，", "；", "：", "、")
"""Signs that bring their own space."""


def row(form: Form, values: Mapping[str, Runs] | tuple[Runs, ...], speech: Words) -> Runs:
    """Return a form with the values in their places, with the spaces that Chinese puts between Han and Latin words."""
    runs: list[Run] = []
    for part in form.parts:
        runs += part if isinstance(part, tuple) else values[part]  # type: ignore[index]  # names of a mapping's, or numbers
    if len(runs) < 2:
        return tuple(runs)
    if form.spaced:
        runs = _spaced(runs, speech)
        if form.loose:
            runs = [_close(run, runs[at - 1]) if at else run for at, run in enumerate(runs)]
    return tuple(_together(runs))


def _spaced(runs: list[Run], speech: Words) -> list[Run]:
    """Runs with one of a space where this language puts one between them."""
    gaps = speech.gaps([run.text for run in runs])
    for number in reversed(gaps):
        runs[number:number] = _space(speech.tag)
    return runs


def _close(run: Run, before: Run) -> Run:
    """A run without the space that parts it from a word, where what stands before it is a sign."""
    if not run.own or not run.text.startswith(" ") or len(run.text) < 2 or not before.text.endswith(_WIDE):
        return run
    return run._replace(text=run.text[1:])


@functools.cache  # one for each language
def _space(tag: str) -> Runs:
    return own(" ", tag)


def _together(runs: list[Run]) -> list[Run]:
    """Runs of which no two neighbours differ in nothing but their words."""
    last = runs[0]
    together = [last]
    for run in runs[1:]:
        if run.own is last.own and run[1:] == last[1:]:
            last = Run(last.text + run.text, *run[1:])
            together[-1] = last
        else:
            together.append(run)
            last = run
    return together
