"""The files, folders and standard input that the commands read."""

from __future__ import annotations

import itertools
import os
import re
import shlex
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import attrs
import click

from confkit import check, files, ical
from confkit.cli import _output, _progress
from confkit.errors import ConfkitError, FileError, Finding, path_steps, path_text
from confkit.model import Catalog, Conference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "Calendar",
    "Events",
    "Input",
    "InputFormat",
    "format_by_suffix",
    "read_all",
    "read_bytes",
    "read_events",
    "read_for_check",
    "read_input",
    "refuse_repeated_stdin",
]

InputFormat = files.Format | Literal["ics"]
"""A format of event files, or a calendar."""

_CALENDAR_SUFFIX = ".ics"
_BYTES_PER_MILLISECOND: dict[InputFormat, int] = {
    "yaml": 900,
    "toml": 3_600,
    "json": 12_000,
    "jsonl": 12_000,
    "ics": 6_000,
}
"""About how fast each format is read, for progress bars."""
_FIRST_LINE_OF_CALENDAR = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Input:
    """A file of events: its bytes, its format, and its name in messages."""

    data: bytes
    format: files.Format
    name: str

    @property
    def estimated_milliseconds(self) -> int:
        """About how many milliseconds it takes to read the file."""
        return 1 + len(self.data) // _BYTES_PER_MILLISECOND[self.format]

    def conference(self) -> Conference:
        """Return the conference of a file with exactly one."""
        return files.loads(self.data, format=self.format, file=self.name)

    @cached_property
    def contents(self) -> files.Contents:
        """All conferences of the file, and the positions of all values; the text is read once."""
        return files.contents(self.data, format=self.format, file=self.name)

    def located(self, findings: Iterable[Finding], conference: Conference) -> tuple[Finding, ...]:
        """Return findings on a conference of the file with their lines."""
        path = self.contents.paths[conference.id]
        return self.contents.located(finding.under(path) for finding in findings)

    def findings(self, catalog: Catalog) -> tuple[Finding, ...]:
        """Return what the rules find in the conferences of the file; related events are looked up in ``catalog``."""
        return self.contents.located(
            finding.under(self.contents.paths[conference.id])
            for conference in self.contents.catalog
            for finding in check.findings(conference, catalog=catalog)
        )


@attrs.frozen(kw_only=True)
class Calendar:
    """A calendar file: its bytes, and its name in messages."""

    data: bytes
    name: str

    @property
    def estimated_milliseconds(self) -> int:
        """About how many milliseconds it takes to check the calendar."""
        return 1 + len(self.data) // _BYTES_PER_MILLISECOND["ics"]

    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong with the calendar."""
        return ical.lint(self.data, file=self.name)


# ------------------------------------------------------------------------------------------------------- reading files


def read_input(name: str, format: files.Format | None, *, known: tuple[str, ...] = tuple(files.SUFFIXES)) -> Input:
    """Return the contents of a file or of standard input (``-``).

    ``format`` overrides the format that the suffix stands for; ``known`` are the suffixes that the message about an
    unknown suffix lists.
    """
    chosen = format or format_by_suffix(name)
    if chosen is None and _exists(name) and not _is_folder(name):
        if Path(name).suffix.lower() == _CALENDAR_SUFFIX:
            command = f"confkit import {shlex.quote(name)} -o {shlex.quote(str(Path(name).with_suffix('.yaml')))}"
            raise click.BadParameter(f"{name} is a calendar; convert it to an event file first: {command}")
        raise click.BadParameter(f"{name} does not end in {', '.join(known)}: say which format it is with --from.")
    data = read_bytes(name)
    return Input(data=data, format=chosen or _guessed_format(data), name=_name_in_messages(name))


def read_all(names: tuple[str, ...], format: files.Format | None) -> Iterator[Input]:
    """Yield the contents of files and standard input, and of the files in folders, each file once."""
    yield from (read_input(name, format) for name in _files(names, tuple(files.SUFFIXES)))


def read_for_check(names: tuple[str, ...], format: InputFormat | None) -> Iterator[Input | Calendar]:
    """Yield what `read_all` yields, and calendars."""
    known = (*files.SUFFIXES, _CALENDAR_SUFFIX)
    for name in _files(names, known):
        if format == "ics" or (format is None and Path(name).suffix.lower() == _CALENDAR_SUFFIX):
            yield Calendar(data=read_bytes(name), name=_name_in_messages(name))
        elif format is None and name == "-":
            data = read_bytes(name)
            if _FIRST_LINE_OF_CALENDAR.match(data):
                yield Calendar(data=data, name="<stdin>")
            else:
                yield Input(data=data, format=_guessed_format(data), name="<stdin>")
        else:
            yield read_input(name, format, known=known)


def read_bytes(name: str) -> bytes:
    """Return the bytes of a file or of standard input; of a file over the limit of a catalog, one byte more than it."""
    if not name:
        raise click.BadParameter("the name of the file is empty.")
    if name == "-":
        if sys.stdin is None:
            raise click.UsageError("standard input is closed; name a file.")
        with click.open_file("-", "rb") as stream:
            data: bytes = stream.read(files.CATALOG.max_bytes + 1)
        return data
    if _is_folder(name):
        raise click.BadParameter(f"{name} is a folder; give one of the files in it.")
    try:
        with Path(name).open("rb") as file:
            return file.read(files.CATALOG.max_bytes + 1)
    except OSError as error:
        raise click.BadParameter(f"{name} cannot be read: {error.strerror}.") from None


def format_by_suffix(name: str) -> files.Format | None:
    """Return the format of event files that the suffix of a name stands for, if any."""
    return files.SUFFIXES.get(Path(name).suffix.lower())


def refuse_repeated_stdin(names: Sequence[str]) -> None:
    """Refuse names among which standard input (``-``) is more than once: it can be read only once."""
    if names.count("-") > 1:
        raise click.UsageError("standard input (-) is given twice, and can be read once: name a file in one place.")


def _guessed_format(data: bytes) -> files.Format:
    """Return JSON for standard input that begins with a brace, else YAML; TOML cannot be told apart from YAML."""
    return "json" if data.lstrip()[:1] == b"{" else "yaml"


def _name_in_messages(name: str) -> str:
    return "<stdin>" if name == "-" else name


def _files(names: tuple[str, ...], suffixes: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of files, with the files in and below folders in place of the folders; each file once."""
    refuse_repeated_stdin(names)
    seen: set[str] = set()
    for name in names:
        for file in _files_in(name, suffixes) if _is_folder(name) else (name,):
            path = _resolved(file)
            if file in {"", "-"} or path not in seen:
                seen.add(path)
                yield file


def _files_in(folder: str, suffixes: tuple[str, ...]) -> list[str]:
    """Return the files in and below a folder that have one of the suffixes, without hidden ones, ordered by path."""
    found: list[Path] = []
    try:
        for root, folders, names in os.walk(folder, onerror=_raise):
            folders[:] = (name for name in folders if not name.startswith("."))
            paths = (Path(root, name) for name in names if not name.startswith("."))
            found += (path for path in paths if path.suffix.lower() in suffixes and path.is_file())
    except OSError as error:
        raise click.BadParameter(f"{error.filename} cannot be read: {error.strerror}.") from None
    if not found:
        raise click.BadParameter(f"{folder} contains no file whose name ends in {', '.join(suffixes)}.")
    return [str(path) for path in sorted(found)]


def _raise(error: OSError) -> None:
    raise error


def _resolved(name: str) -> str:
    """Return the path of a file without links, or its name if the current folder was deleted."""
    try:
        return os.path.realpath(name)
    except OSError:
        return name


def _is_folder(name: str) -> bool:
    return name not in {"", "-"} and os.path.isdir(name)  # noqa: PTH112  # pathlib raises on names that are too long


def _exists(name: str) -> bool:
    return name not in {"", "-"} and os.path.exists(name)  # noqa: PTH110  # pathlib raises on names that are too long


# ---------------------------------------------------------------------------------------------- events of several files


@attrs.frozen
class Events:
    """The events of several files in order, each with its file, so that a finding on an event has a line."""

    rows: tuple[tuple[Input, Conference], ...]

    @property
    def conferences(self) -> tuple[Conference, ...]:
        """All events, also several with the same id."""
        return tuple(conference for _, conference in self.rows)

    def catalog(self) -> Catalog:
        """Return the events as a catalog.

        Raises:
            InvalidValueError: two events have the same id.
        """
        return Catalog(self.conferences)

    def located(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings whose paths begin with ``conferences[number]`` with the paths and lines in their files."""
        found: list[Finding] = []
        numbered = ((_number(finding), finding) for finding in findings)
        for source, group in itertools.groupby(numbered, key=lambda pair: self._source(pair[0])):
            pairs = tuple(group)
            found += self._located_in(source, pairs) if source else (finding for _, finding in pairs)
        return tuple(found)

    def _source(self, number: int | None) -> Input | None:
        return None if number is None else self.rows[number][0]

    def _located_in(self, source: Input, pairs: Iterable[tuple[int | None, Finding]]) -> tuple[Finding, ...]:
        """Return findings on the events of one file, given with the numbers of the events."""
        return source.contents.located(
            attrs.evolve(finding, path=path_text(path_steps(finding.path)[2:])).under(
                source.contents.paths[self.rows[number][1].id]
            )
            for number, finding in pairs
            if number is not None
        )


def _number(finding: Finding) -> int | None:
    """Return the number of the event that a finding is about, if it is about a single event."""
    match path_steps(finding.path):
        case ("conferences", int(number), *_):
            return number
        case _:
            return None


def read_events(names: tuple[str, ...], format: files.Format | None, outputs: Iterable[str]) -> Events:
    """Return the events of files, folders or standard input; ``outputs`` must not be among the files.

    Raises:
        FileError: some files cannot be read; it lists the problems of all files.
    """
    rows: list[tuple[Input, Conference]] = []
    problems: list[Finding] = []
    inputs = tuple(read_all(names, format))
    _output.refuse_overwriting((source.name for source in inputs), outputs)
    with _progress.bar_over_items(inputs, "Reading", lambda source: source.estimated_milliseconds) as sources:
        for source in sources:
            try:
                rows += ((source, conference) for conference in source.contents.catalog)
            except ConfkitError as error:
                problems += error.findings
    if problems:
        raise FileError(*problems)
    return Events(tuple(rows))
