"""Ask another program once, and keep its answer, its failure or the reason why it is missing."""

from __future__ import annotations

import functools
import os
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["cache_outcome", "skip_if_disabled"]

P = ParamSpec("P")
T = TypeVar("T")


def cache_outcome(function: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function returns, raises or skips for, since many tests call it."""

    @functools.cache
    def outcome(*args: P.args, **kwargs: P.kwargs) -> tuple[T | None, BaseException | None]:
        try:
            return function(*args, **kwargs), None
        except (AssertionError, ValueError, pytest.skip.Exception) as error:
            return None, error

    @functools.wraps(function)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        answer, error = outcome(*args, **kwargs)
        if error is not None:
            raise error
        return answer  # type: ignore[return-value]  # there is one where there is no error

    return asked


def skip_if_disabled() -> None:
    """Skip the test where other programs must not run: they run with one version of Python."""
    if os.environ.get("CONFKIT_CONSUMERS") == "none":
        pytest.skip("CONFKIT_CONSUMERS is none: other calendar programs run in another job")
