"""The input of the commands: event files, calendars, folders and standard input."""

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
"""The formats that ``confkit check`` reads: those of event files, and ``ics`` for calendars."""

_CALENDAR_SUFFIX = ".ics"
_BYTES_PER_MILLISECOND: dict[InputFormat, int] = {
    "yaml": 900,
    "toml": 3_600,
    "json": 12_000,
    "jsonl": 12_000,
    "ics": 6_000,
}
"""The approximate speed at which each format is read; used by progress bars."""
_FIRST_LINE_OF_CALENDAR = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Input:
    """An event file that was read: its bytes, its format, and its name in messages."""

    data: bytes
    format: files.Format
    name: str

    @property
    def estimated_milliseconds(self) -> int:
        """The estimated time to parse the file, in milliseconds."""
        return 1 + len(self.data) // _BYTES_PER_MILLISECOND[self.format]

    def conference(self) -> Conference:
        """Return the conference in the file.

        Raises:
            FileError: the file has errors, or does not contain exactly one conference.
        """
        return files.loads(self.data, format=self.format, file=self.name)

    @cached_property
    def contents(self) -> files.Contents:
        """All conferences in the file, with the position of each value; the file is parsed at the first use only."""
        return files.contents(self.data, format=self.format, file=self.name)

    def located(self, findings: Iterable[Finding], conference: Conference) -> tuple[Finding, ...]:
        """Return findings on a conference in the file, with the positions of their values in the file."""
        path = self.contents.paths[conference.id]
        return self.contents.located(finding.under(path) for finding in findings)

    def findings(self, catalog: Catalog) -> tuple[Finding, ...]:
        """Return the findings of `confkit.check` on all conferences in the file.

        Related events are looked up in ``catalog``.
        """
        return self.contents.located(
            finding.under(self.contents.paths[conference.id])
            for conference in self.contents.catalog
            for finding in check.findings(conference, catalog=catalog)
        )


@attrs.frozen(kw_only=True)
class Calendar:
    """A calendar file that was read: its bytes, and its name in messages."""

    data: bytes
    name: str

    @property
    def estimated_milliseconds(self) -> int:
        """The estimated time to check the calendar, in milliseconds."""
        return 1 + len(self.data) // _BYTES_PER_MILLISECOND["ics"]

    def findings(self) -> tuple[Finding, ...]:
        """Return the errors in the calendar, as `confkit.ical.lint` finds them."""
        return ical.lint(self.data, file=self.name)


# ------------------------------------------------------------------------------------------------------- reading files


def read_input(name: str, format: files.Format | None, *, known: tuple[str, ...] = tuple(files.SUFFIXES)) -> Input:
    """Read an event file, or standard input if the name is ``-``.

    Without ``format``, the suffix of the name decides about the format. If the suffix is unknown, the error message
    lists the suffixes in ``known``.
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
    """Read event files, standard input, and all event files in folders; each file is read once."""
    yield from (read_input(name, format) for name in _files(names, tuple(files.SUFFIXES)))


def read_for_check(names: tuple[str, ...], format: InputFormat | None) -> Iterator[Input | Calendar]:
    """Read event files and calendars: files, standard input, and all such files in folders; each file is read once."""
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
    """Return the bytes of a file or of standard input.

    Of a file over the size limit of catalogs, only one byte more than the limit is read: then the size is reported as
    an error, and a huge file does not fill the memory.
    """
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
    """Return the format of an event file by the suffix of its name, or ``None`` if the suffix is unknown."""
    return files.SUFFIXES.get(Path(name).suffix.lower())


def refuse_repeated_stdin(names: Sequence[str]) -> None:
    """Refuse names that contain standard input (``-``) twice, since standard input can be read only once."""
    if names.count("-") > 1:
        raise click.UsageError("standard input (-) is given twice, and can be read once: name a file in one place.")


def _guessed_format(data: bytes) -> files.Format:
    """Return the format of standard input: JSON if the text begins with a brace, else YAML.

    The beginning of a text in TOML does not differ from YAML reliably, so TOML is never returned.
    """
    return "json" if data.lstrip()[:1] == b"{" else "yaml"


def _name_in_messages(name: str) -> str:
    """Return the name of a file for messages: ``<stdin>`` for standard input (``-``)."""
    return "<stdin>" if name == "-" else name


def _files(names: tuple[str, ...], suffixes: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of files, each file once; a folder is replaced by the files in the folder and in its subfolders.

    Only files with one of the suffixes are taken from folders.
    """
    refuse_repeated_stdin(names)
    seen: set[str] = set()
    for name in names:
        for file in _files_in(name, suffixes) if _is_folder(name) else (name,):
            path = _resolved(file)
            if file in {"", "-"} or path not in seen:
                seen.add(path)
                yield file


def _files_in(folder: str, suffixes: tuple[str, ...]) -> list[str]:
    """Return the files with one of the suffixes in a folder and in its subfolders, ordered by path.

    Hidden files and hidden folders are left out.
    """
    files_in_folder: list[Path] = []
    try:
        for root, folders, names in os.walk(folder, onerror=_raise):
            folders[:] = (name for name in folders if not name.startswith("."))
            paths = (Path(root, name) for name in names if not name.startswith("."))
            files_in_folder += (path for path in paths if path.suffix.lower() in suffixes and path.is_file())
    except OSError as error:
        raise click.BadParameter(f"{error.filename} cannot be read: {error.strerror}.") from None
    if not files_in_folder:
        raise click.BadParameter(f"{folder} contains no file whose name ends in {', '.join(suffixes)}.")
    return [str(path) for path in sorted(files_in_folder)]


def _raise(error: OSError) -> None:
    """Raise the error of a folder that cannot be listed, which `os.walk` would skip."""
    raise error


def _resolved(name: str) -> str:
    """Return the absolute path of a file with links resolved, or the name if the current folder was deleted."""
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
    """The events of several files in order; each row is an event file and an event in this file.

    The file is needed to locate a finding on the event.
    """

    rows: tuple[tuple[Input, Conference], ...]

    @property
    def conferences(self) -> tuple[Conference, ...]:
        """All events, even if several events have the same id."""
        return tuple(conference for _, conference in self.rows)

    def catalog(self) -> Catalog:
        """Return the events as a catalog.

        Raises:
            InvalidValueError: two events have the same id.
        """
        return Catalog(self.conferences)

    def located(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings on the catalog of all events as findings on the files, with the positions in the files.

        The path of a finding on an event begins with ``conferences[number]``. Other findings are returned unchanged.
        """
        located: list[Finding] = []
        numbered = ((_number(finding), finding) for finding in findings)
        for source, group in itertools.groupby(numbered, key=lambda pair: self._source(pair[0])):
            pairs = tuple(group)
            located += self._located_in(source, pairs) if source else (finding for _, finding in pairs)
        return tuple(located)

    def _source(self, number: int | None) -> Input | None:
        """Return the file that contains the event with this number in `conferences`."""
        return None if number is None else self.rows[number][0]

    def _located_in(self, source: Input, pairs: Iterable[tuple[int | None, Finding]]) -> tuple[Finding, ...]:
        """Return findings on the events of one file, with the positions in the file.

        A pair is the number of an event in `conferences`, and a finding on this event.
        """
        return source.contents.located(
            attrs.evolve(finding, path=path_text(path_steps(finding.path)[2:])).under(
                source.contents.paths[self.rows[number][1].id]
            )
            for number, finding in pairs
            if number is not None
        )


def _number(finding: Finding) -> int | None:
    """Return the number of the event of a finding, or ``None`` if the finding is about several events or none."""
    match path_steps(finding.path):
        case ("conferences", int(number), *_):
            return number
        case _:
            return None


def read_events(names: tuple[str, ...], format: files.Format | None, outputs: Iterable[str]) -> Events:
    """Return the events in files, folders or standard input.

    ``outputs`` are the files that the command is going to write; they must not be among the files that are read.

    Raises:
        FileError: files contain errors; the findings of all files are listed.
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
