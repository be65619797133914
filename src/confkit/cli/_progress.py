"""Progress bars on standard error for long work: shown on terminals only, and erased when the work is done.

The duration of work is estimated in milliseconds from its size before it begins, so that short work shows no bar.
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

__all__ = ["counted", "waiting", "watched"]

T = TypeVar("T")

_SHORT = 500
"""Milliseconds of work that show no progress."""

_ERASE = "\033[1A\033[2K"
"""Moves one line up and erases it (ECMA-48 8.3.22 and 8.3.41)."""


@contextlib.contextmanager
def watched(items: Sequence[T], label: str, cost: Callable[[T], int] = lambda _: 1) -> Generator[Iterator[T]]:
    """Give an iterator over items and show how many are done; ``cost`` estimates milliseconds for an item."""
    costs = [cost(item) for item in items]
    with counted(sum(costs), label) as advance:
        yield _each(items, costs, advance)


def _each(items: Sequence[T], costs: Sequence[int], advance: Callable[[int], None]) -> Iterator[T]:
    for item, spent in zip(items, costs, strict=True):
        yield item
        advance(spent)


@contextlib.contextmanager
def counted(cost: int, label: str) -> Generator[Callable[[int], None]]:
    """Give a function to call with the milliseconds of work that were done, and show how much of ``cost`` is done."""
    with _bar(cost, label, "%(label)s  [%(bar)s]  %(info)s") as advance:
        yield advance


@contextlib.contextmanager
def waiting(cost: int, label: str) -> Generator[None]:
    """Show only the label, for work that does not report how much of it is done."""
    with _bar(cost, label, "%(label)s ..."):
        yield


@contextlib.contextmanager
def _bar(cost: int, label: str, template: str) -> Generator[Callable[[int], None]]:
    visible = cost > _SHORT and sys.stderr is not None and sys.stderr.isatty()
    bar = click.progressbar(length=cost, label=label, bar_template=template, file=sys.stderr, hidden=not visible)
    try:
        with bar:
            yield bar.update
    finally:
        if visible:
            click.echo(_ERASE, file=sys.stderr, nl=False)
