"""How far long work is, for whoever sits at a terminal: a line on standard error that is gone when the work is done.

What work costs is told in milliseconds, roughly, by how much there is of it: nothing here waits to see.
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

_LONG = 500
"""From half a second on one wants to see that something happens."""

_GONE = "\033[1A\033[2K"
"""One line up, and nothing on it (ECMA-48 8.3.22 and 8.3.41)."""


@contextlib.contextmanager
def watched(items: Sequence[T], label: str, cost: Callable[[T], int] = lambda _: 1) -> Generator[Iterator[T]]:
    """Give items one by one, and show how far through them the work is."""
    costs = [cost(item) for item in items]
    with counted(sum(costs), label) as advance:
        yield _each(items, costs, advance)


def _each(items: Sequence[T], costs: Sequence[int], advance: Callable[[int], None]) -> Iterator[T]:
    for item, spent in zip(items, costs, strict=True):
        yield item
        advance(spent)


@contextlib.contextmanager
def counted(cost: int, label: str) -> Generator[Callable[[int], None]]:
    """Give a function that is told what has been done of the work, and show it."""
    with _line(cost, label, "%(label)s  [%(bar)s]  %(info)s") as advance:
        yield advance


@contextlib.contextmanager
def waiting(cost: int, label: str) -> Generator[None]:
    """Show what is being done, where nothing tells how far it is."""
    with _line(cost, label, "%(label)s ..."):
        yield


@contextlib.contextmanager
def _line(cost: int, label: str, template: str) -> Generator[Callable[[int], None]]:
    seen = cost > _LONG and sys.stderr is not None and sys.stderr.isatty()
    bar = click.progressbar(length=cost, label=label, bar_template=template, file=sys.stderr, hidden=not seen)
    try:
        with bar:
            yield bar.update
    finally:
        if seen:
            click.echo(_GONE, file=sys.stderr, nl=False)
