"""One test over many cases: a table of arguments, and a failure that names each case that failed."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

__all__ = ["for_each"]


def for_each(names: str, cases: Mapping[str, Any] | Iterable[Any]) -> Callable[[Callable[..., None]], Any]:
    """Call the decorated test once for each case, all in one test item.

    Every case is run, also after another one has failed. All failures are raised together, each with a note on its
    case. A test that asks for ``tmp_path`` gets an empty folder of its own for each case.

    Args:
        names: The arguments of the test that a case sets, separated by commas.
        cases: The values of these arguments, a tuple where there are several. A mapping also names its cases.

    Example:
        >>> @for_each("text, number", {"one digit": ("7", 7), "two digits": ("42", 42)})
        ... def test_number_is_read(text, number):
        ...     assert int(text) == number
        >>> test_number_is_read()
    """
    arguments = names.replace(",", " ").split()
    rows = list(cases.items()) if isinstance(cases, Mapping) else [(f"{case!r:.200}", case) for case in cases]
    assert rows, "a test without cases tests nothing"

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test, updated=())
        def run_all(**fixtures: Any) -> None:
            __tracebackhide__ = True
            failures: list[BaseException] = []
            for number, (case, values) in enumerate(rows):
                own = dict(zip(arguments, values if len(arguments) > 1 else (values,), strict=True))
                if "tmp_path" in fixtures:
                    own["tmp_path"] = fixtures["tmp_path"] / f"case-{number}"
                    own["tmp_path"].mkdir()
                try:
                    test(**{**fixtures, **own})
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001  # all failures are raised below
                    error.add_note(f"case: {case}")
                    failures.append(error)
            if len(failures) == 1:
                raise failures[0]
            if failures:
                raise BaseExceptionGroup(f"{len(failures)} of {len(rows)} cases failed", failures)

        signature = inspect.signature(test)
        fixtures = [parameter for name, parameter in signature.parameters.items() if name not in arguments]
        run_all.__signature__ = signature.replace(parameters=fixtures)  # type: ignore[attr-defined]
        run_all.pytestmark = getattr(test, "pytestmark", [])  # type: ignore[attr-defined]
        return run_all

    return decorate
