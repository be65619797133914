"""What the commands read: a file, a folder, or standard input."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import attrs
import click

from confkit import check, files, ical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from confkit.errors import Finding
    from confkit.model import Catalog, Conference

__all__ = ["SUFFIXES", "Calendar", "Given", "Input", "checked", "inputs", "octets", "once", "read", "suffix"]

Given = files.Format | Literal["ics"]
"""A format of ours, or a calendar."""

SUFFIXES: dict[str, files.Format] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".toml": "toml",
}
_CALENDAR = ".ics"
_PACES: dict[Given, int] = {"yaml": 900, "toml": 3_600, "json": 12_000, "jsonl": 12_000, "ics": 6_000}
"""About how many octets are read in a millisecond."""
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:", re.IGNORECASE)
"""How a calendar begins on standard input."""


@attrs.frozen(kw_only=True)
class Input:
    """The octets of a file, its format, and the name that messages give it."""

    data: bytes
    format: files.Format
    name: str

    @property
    def cost(self) -> int:
        """About how many milliseconds it takes to read this."""
        return 1 + len(self.data) // _PACES[self.format]

    def conference(self) -> Conference:
        """Return the one conference of this input."""
        return files.loads(self.data, format=self.format, file=self.name)

    def catalog(self) -> Catalog:
        """Return the conferences of this input, one or many."""
        return files.loads_catalog(self.data, format=self.format, file=self.name)

    def located(self, findings: Iterable[Finding], conference: Conference) -> tuple[Finding, ...]:
        """Return findings on a conference of this input, each at its line."""
        path = files.paths(self.data, format=self.format, file=self.name)[conference.id]
        found = (finding.under(path) for finding in findings)
        return files.located(found, self.data, format=self.format, file=self.name)

    def findings(self, own: Catalog, whole: Catalog) -> tuple[Finding, ...]:
        """Return what the rules say about ``own``, the conferences of this input, each at its line.

        Relations are resolved in ``whole``.
        """
        paths = files.paths(self.data, format=self.format, file=self.name)
        found = (
            finding.under(paths[conference.id])
            for conference in own
            for finding in check.findings(conference, catalog=whole)
        )
        return files.located(found, self.data, format=self.format, file=self.name)


@attrs.frozen(kw_only=True)
class Calendar:
    """The octets of a calendar, and the name that messages give it."""

    data: bytes
    name: str

    @property
    def cost(self) -> int:
        """About how many milliseconds it takes to check this."""
        return 1 + len(self.data) // _PACES["ics"]

    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong with the calendar."""
        return ical.lint(self.data, file=self.name)


def once(names: Sequence[str]) -> None:
    """Refuse names that mean standard input more than once: what it holds can be read once."""
    if names.count("-") > 1:
        raise click.UsageError("standard input (-) is given twice, and can be read once: name a file in one place.")


def read(name: str, given: files.Format | None, *, known: tuple[str, ...] = tuple(SUFFIXES)) -> Input:
    """Return what ``name`` (``-``: standard input) holds; ``given`` overrides what the suffix says.

    ``known`` are the suffixes that the command takes.
    """
    form = given or suffix(name)
    if form is None and _is_there(name) and not _is_folder(name):
        raise click.BadParameter(f"{name} does not end in {', '.join(known)}: say which format it is with --from.")
    data = octets(name)
    return Input(data=data, format=form or _sniffed(data), name="<stdin>" if name == "-" else name)


def inputs(names: tuple[str, ...], given: files.Format | None) -> Iterator[Input]:
    """Yield every input that the names mean, each once; a folder means the files in it and below, ordered by path."""
    yield from (read(name, given) for name in _each(names, tuple(SUFFIXES)))


def checked(names: tuple[str, ...], given: Given | None) -> Iterator[Input | Calendar]:
    """Yield what `inputs` does, and calendars too."""
    known = (*SUFFIXES, _CALENDAR)
    for name in _each(names, known):
        if given == "ics" or (given is None and Path(name).suffix.lower() == _CALENDAR):
            yield Calendar(data=octets(name), name="<stdin>" if name == "-" else name)
        elif given is None and name == "-":
            data = octets(name)
            if _BEGINS.match(data):
                yield Calendar(data=data, name="<stdin>")
            else:
                yield Input(data=data, format=_sniffed(data), name="<stdin>")
        else:
            yield read(name, given, known=known)


def octets(name: str) -> bytes:
    """Return what a file or standard input holds, to one octet more than anything here takes."""
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


def _each(names: tuple[str, ...], suffixes: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of files, each once."""
    once(names)
    seen: set[Path] = set()
    for name in _files(names, suffixes):
        path = Path(name).resolve()
        if name in {"", "-"} or path not in seen:
            seen.add(path)
            yield name


def _files(names: tuple[str, ...], suffixes: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if _is_folder(name):
            path = Path(name)
            inside = (file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in suffixes)
            visible = [file for file in inside if not any(p.startswith(".") for p in file.relative_to(path).parts)]
            if not visible:
                raise click.BadParameter(f"{name} holds no file that ends in {', '.join(suffixes)}.")
            yield from (str(file) for file in sorted(visible))
        else:
            yield name


def _is_folder(name: str) -> bool:
    return name not in {"", "-"} and os.path.isdir(name)  # noqa: PTH112  # pathlib raises where it may not look


def _is_there(name: str) -> bool:
    return name not in {"", "-"} and os.path.exists(name)  # noqa: PTH110  # as said


def suffix(name: str) -> files.Format | None:
    """Return the format that the name of a file says, if it says one of ours."""
    return SUFFIXES.get(Path(name).suffix.lower())


def _sniffed(data: bytes) -> files.Format:
    """What standard input holds, when nobody says: JSON begins with a brace, and TOML must be said."""
    return "json" if data.lstrip()[:1] == b"{" else "yaml"
