"""Progress bars on standard error for long work: shown on terminals only, and erased when the work is done.

The duration of the work is estimated in milliseconds before the work begins, so that short work shows no bar.
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

__all__ = ["bar", "bar_over_items", "label"]

T = TypeVar("T")

_SHORT = 500
"""Work that is estimated to take no longer than this many milliseconds shows no progress."""

_ERASE = "\033[1A\033[2K"
"""The escape sequences that move the cursor one line up and erase the line (ECMA-48 8.3.22 and 8.3.41)."""


@contextlib.contextmanager
def bar_over_items(
    items: Sequence[T], text: str, milliseconds: Callable[[T], int] = lambda _: 1
) -> Generator[Iterator[T]]:
    """Return an iterator over items; a progress bar shows how many items are done.

    ``milliseconds`` estimates how long the work on an item takes.
    """
    estimates = [milliseconds(item) for item in items]
    with bar(sum(estimates), text) as advance:
        yield _advancing(items, estimates, advance)


def _advancing(items: Sequence[T], estimates: Sequence[int], advance: Callable[[int], None]) -> Iterator[T]:
    """Yield the items, and advance the progress bar after the work on each item."""
    for item, estimate in zip(items, estimates, strict=True):
        yield item
        advance(estimate)


@contextlib.contextmanager
def bar(milliseconds: int, text: str) -> Generator[Callable[[int], None]]:
    """Show a progress bar; return the function that advances the bar by a number of milliseconds.

    ``milliseconds`` is the estimated duration of all the work.
    """
    with _shown_if_long(milliseconds, text, "%(label)s  [%(bar)s]  %(info)s") as advance:
        yield advance


@contextlib.contextmanager
def label(milliseconds: int, text: str) -> Generator[None]:
    """Show a text without a progress bar, during work that does not report its progress."""
    with _shown_if_long(milliseconds, text, "%(label)s ..."):
        yield


@contextlib.contextmanager
def _shown_if_long(milliseconds: int, text: str, template: str) -> Generator[Callable[[int], None]]:
    """Show a progress bar of click in the layout ``template``, if the work is long; erase the bar at the end."""
    visible = milliseconds > _SHORT and sys.stderr is not None and sys.stderr.isatty()
    shown = click.progressbar(
        length=milliseconds, label=text, bar_template=template, file=sys.stderr, hidden=not visible
    )
    try:
        with shown:
            yield shown.update
    finally:
        if visible:
            click.echo(_ERASE, file=sys.stderr, nl=False)
