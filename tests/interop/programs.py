"""Calendar programs that run in their own processes, with their own dependencies."""

from __future__ import annotations

import datetime as dt
import functools
import importlib.util
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icalendar
import pytest

from interop.caching import skip_if_disabled
from interop.rows import Row, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["ask_node", "ask_python", "node_reader", "python_reader", "read_calcurse"]

_SCRIPTS = Path(__file__).parent / "scripts"
_NODE = "CONFKIT_VALIDATORS names no folder: mkdir F && cp tests/interop/package.json F && npm install --prefix F"
_PYTHON = "CONFKIT_CONSUMERS names no folder: python -m venv F && F/bin/pip install -r tests/interop/requirements.txt"


def _run(command: list[str], folder: Path, given: str = "", *, fine: tuple[int, ...] = (0,), **environment: str) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        input=given.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        timeout=600,
    )
    assert done.returncode in fine, done.stderr.decode()
    return done.stdout.decode()


def _zones() -> Path:
    """Return the folder of time zones in the tzdata package, since those of the machine can be older."""
    found = importlib.util.find_spec("tzdata")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "zoneinfo"


def _memory() -> Path:
    """Return a folder in memory if there is one: khal and Radicale wait for the disk after each of 2,000 entries."""
    memory = Path("/dev/shm")  # noqa: S108 - the folders in it have names that nobody can guess
    return memory if os.access(memory, os.W_OK) else Path(tempfile.gettempdir())


def ask_node(script: str, *words: str | Path) -> Any:
    """Run a script with Node, in the folder with the packages that it imports."""
    skip_if_disabled()
    folder = os.environ.get("CONFKIT_VALIDATORS")
    node = shutil.which("node")
    if node is None or not folder:
        pytest.skip(_NODE)
    text = (_SCRIPTS / script).read_text(encoding="utf-8")
    # `--eval` looks for packages in the current folder; a script file would look in the folder of the file.
    return json.loads(_run([node, "--input-type=module", "--eval", text, *map(str, words)], Path(folder)))


def ask_python(script: str, *words: str | Path, given: str = "") -> Any:
    """Run a script with the Python of an environment with the packages that it imports."""
    skip_if_disabled()
    folder = os.environ.get("CONFKIT_CONSUMERS")
    if not folder:
        pytest.skip(_PYTHON)
    command = [str(Path(folder).absolute() / "bin" / "python"), str(_SCRIPTS / script), *map(str, words)]
    return json.loads(_run(command, Path(folder), given, PYTHONTZPATH=str(_zones()), TMPDIR=str(_memory())))


def _rows(answer: Mapping[str, Any]) -> dict[str, list[Row] | str]:
    """Return the rows of each file, or the reason why the program refused it."""
    return {
        name: read["refused"] if isinstance(read, dict) else [Row(*row) for row in read]
        for name, read in answer.items()
    }


def node_reader(script: str, *words: str) -> Callable[[Path], dict[str, list[Row] | str]]:
    return lambda folder: _rows(ask_node(script, folder, *words))


def python_reader(script: str) -> Callable[[Path], dict[str, list[Row] | str]]:
    return lambda folder: _rows(ask_python(script, folder))


def read_calcurse(folder: Path) -> dict[str, list[Row] | str]:
    """Return the entries that calcurse exports after it has imported each file into an empty calendar."""
    skip_if_disabled()
    program = shutil.which("calcurse")
    if program is None:
        pytest.skip("calcurse is missing: apt-get install calcurse")
    return {path.name: _imported(program, path) for path in folder.iterdir()}


def _imported(program: str, path: Path) -> list[Row]:
    with tempfile.TemporaryDirectory() as home:
        calcurse = functools.partial(_run, folder=Path(home), TMPDIR=home, TZ="UTC", TZDIR=str(_zones()))
        # The exit code 1 means that calcurse refused some entries.
        calcurse([program, "-D", home, "-C", home, "-q", "-i", str(path)], fine=(0, 1))
        exported = calcurse([program, "-D", home, "-C", home, "-x"])
    # calcurse adds alarms with an invalid duration: -P300S.
    events = re.sub("BEGIN:VALARM.*?END:VALARM\r?\n", "", exported, flags=re.DOTALL)
    return [_exported(event) for event in icalendar.Calendar.from_ical(events).walk("VEVENT")]


def _exported(event: Any) -> Row:
    """Return a row of an export, which has no UIDs, and local times in UTC."""
    start, end = event["DTSTART"].dt, None
    texts = (str(event.get(name, "")) for name in ("SUMMARY", "DESCRIPTION", "LOCATION"))
    if isinstance(start, dt.datetime):
        start = start.replace(tzinfo=dt.UTC)
        end = start + event["DURATION"].dt if "DURATION" in event else None
    else:
        # calcurse exports several days as one day that recurs.
        last = event["RRULE"]["UNTIL"][0] if "RRULE" in event else start
        end = last + dt.timedelta(days=1)
    return Row("", plain(start), end and plain(end), *texts, "")
