"""Every example in README, docs and docstrings is a test, run in an empty folder of its own."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

import confkit

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def enter_folder(namespace: dict[str, Any]) -> None:
    """Go to an empty folder, so that what a document writes lands there and its next example finds it."""
    stack = namespace["_stack"] = contextlib.ExitStack()
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    stack.enter_context(contextlib.chdir(folder))


def leave_folder(namespace: dict[str, Any]) -> None:
    """Go back to where the tests were started."""
    namespace["_stack"].close()


documents = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    pattern="*.md",
    setup=enter_folder,
    teardown=leave_folder,
    name="document",
)

# The docstrings of the package that the tests import: the checkout's, or those of an installed wheel.
docstrings = Sybil(
    parsers=[DocTestParser()],
    path=str(Path(confkit.__file__).parent),
    pattern="*.py",
    setup=enter_folder,
    teardown=leave_folder,
    name="docstring",
)

pytest_collect_file = (documents + docstrings).pytest()
