"""Run the examples of the README, the documentation and the docstrings as tests, each document in an empty folder.

In a document, Python code runs. The commands of a console session run too, and must print what the document shows.
YAML or TOML that begins with a file name in a comment is written to that file; any other YAML or TOML must be an event
or a part of one.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from sybil import Example, Sybil
from sybil.integration.pytest import SybilItem
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

import confkit
from confkit import files
from confkit.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

# The default is short. Like CI, it tries the same examples in each run, so that a change fails for what it changed.
# `pytest --hypothesis-profile=thorough` looks for new examples.
settings.register_profile("ci", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("brief", settings.get_profile("ci"), max_examples=10)
settings.register_profile("thorough", settings.get_profile("ci"), max_examples=2000, derandomize=False)
settings.load_profile("brief")

# The processes that tests start import the package compiled, not from its source: that saves each of them a second.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the examples of a document together and in the order of its lines, whatever the order of the tests.

    An example uses what the examples above it defined, and the files that they wrote.
    """
    documents: dict[Path, list[SybilItem]] = {}
    for item in items:
        if isinstance(item, SybilItem):
            documents.setdefault(item.path, []).append(item)
    for path, examples in documents.items():
        examples.sort(key=_line)
        if os.name == "nt" and "```console" in path.read_text(encoding="utf-8"):
            for example in examples:
                example.add_marker(pytest.mark.skip(reason="the console sessions need a POSIX shell"))
    ordered: list[pytest.Item] = []
    for item in items:
        ordered += documents.pop(item.path, []) if isinstance(item, SybilItem) else [item]
    items[:] = ordered


def _line(item: SybilItem) -> int:
    return item.example.start


def enter_folder(namespace: dict[str, Any]) -> None:
    """Change to an empty folder, where a document writes its files and its later examples find them."""
    stack = namespace["_stack"] = contextlib.ExitStack()
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    stack.enter_context(contextlib.chdir(folder))


def leave_folder(namespace: dict[str, Any]) -> None:
    """Change back to the folder where the tests were started, and delete the document's folder."""
    namespace["_stack"].close()


def run_session(example: Example) -> str | None:
    """Run the commands of a console session, and return the first whose output differs from the one shown.

    ``...`` in the output shown stands for anything. Commands other than confkit, and pipes, run in a shell.
    """
    for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", example.parsed, re.MULTILINE):
        confkit = re.fullmatch(r"(confkit [^|&;<>()$`\\*?\[\]#~]*?)(?: > ([\w./-]+))?", command)
        printed = run_confkit(confkit[1], confkit[2]) if confkit else run_shell(command)
        if not doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS):
            return f"$ {command}\nshown:\n{shown}\nprinted:\n{printed}"
    return None


def run_confkit(command: str, file: str | None) -> str:
    """Run the command line in this process, which is much faster than a new process, and return what it prints.

    With a file, standard output goes into the file, as with ``>`` in a shell.
    """
    errors = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)
    with (
        Path(file).open("w", encoding="utf-8", newline="\n") if file else contextlib.nullcontext(errors) as output,
        contextlib.redirect_stdout(output),
        contextlib.redirect_stderr(errors),
        pytest.MonkeyPatch.context() as patch,
        contextlib.suppress(SystemExit),
    ):
        patch.setattr(sys, "argv", shlex.split(command))
        main()
    return errors.buffer.getvalue().decode()


def run_shell(command: str) -> str:
    """Run a command as a shell does, with the command line of this environment, and return its output."""
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    return subprocess.run(  # noqa: S602  # redirections and pipes are the shell's
        command,
        shell=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PATH": path},
        encoding="utf-8",
        check=False,
    ).stdout


def write_or_read(example: Example) -> None:
    """Write a file whose first line is a comment with its name; read any other text as an event or a part of one."""
    text, format = str(example.parsed), example.region.lexemes["arguments"]
    name = re.match(r"# ([\w./-]+)\n", text)
    if name is not None:
        Path(name[1]).parent.mkdir(parents=True, exist_ok=True)
        Path(name[1]).write_text(text, encoding="utf-8", newline="\n")
        return
    identity = {"yaml": "confkit: 1\nid: an-event\n", "toml": 'confkit = 1\nid = "an-event"\n'}[format]
    title = {"yaml": "name: An event\n", "toml": 'name = "An event"\n'}[format]
    if not text.startswith("confkit"):
        text = identity + ("" if re.search(r"^name\b", text, re.MULTILINE) else title) + text
    files.loads_catalog(text, format=format)


documents = Sybil(
    parsers=[
        PythonCodeBlockParser(),
        CodeBlockParser("console", run_session),
        CodeBlockParser("yaml", write_or_read),
        CodeBlockParser("toml", write_or_read),
        SkipParser(),
    ],
    pattern="*.md",
    setup=enter_folder,
    teardown=leave_folder,
    name="document",
)

# The docstrings of the package that the tests import: of the checkout, or of an installed wheel.
docstrings = Sybil(
    parsers=[DocTestParser()],
    path=str(Path(confkit.__file__).parent),
    pattern="*.py",
    setup=enter_folder,
    teardown=leave_folder,
    name="docstring",
)

_collect_document: Callable[[Path, pytest.Collector], pytest.File | None] = documents.pytest()
_collect_docstrings: Callable[[Path, pytest.Collector], pytest.File | None] = docstrings.pytest()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    """Collect a document, or a module with examples in its docstrings; parsing the other modules would take long."""
    if file_path.suffix != ".py":
        return _collect_document(file_path, parent)
    if docstrings.should_parse(file_path) and b">>>" in file_path.read_bytes():
        return _collect_docstrings(file_path, parent)
    return None
