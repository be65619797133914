"""What the commands read: a file, a folder, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from confkit import check, files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.errors import Finding
    from confkit.model import Catalog, Conference

__all__ = ["Input", "inputs", "read"]

_SUFFIXES: dict[str, files.Format] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".toml": "toml",
}


@attrs.frozen(kw_only=True)
class Input:
    """The octets of a file, its format, and the name that messages give it."""

    data: bytes
    format: files.Format
    name: str

    def conference(self) -> Conference:
        """Return the one conference of this input."""
        return files.loads(self.data, format=self.format, file=self.name)

    def catalog(self) -> Catalog:
        """Return the conferences of this input, one or many."""
        return files.loads_catalog(self.data, format=self.format, file=self.name)

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


def read(name: str, given: files.Format | None) -> Input:
    """Return what ``name`` (``-``: standard input) holds; ``given`` overrides what the suffix says."""
    if not name:
        raise click.BadParameter("the name of the file is empty.")
    if name == "-":
        if sys.stdin is None:
            raise click.UsageError("standard input is closed; name a file.")
        with click.open_file("-", "rb") as stream:
            data = stream.read(files.CATALOG.max_bytes + 1)
        return Input(data=data, format=given or _sniffed(data), name="<stdin>")
    path = Path(name)
    if path.is_dir():
        raise click.BadParameter(f"{name} is a folder; give one of the files in it.")
    suffix = given or _SUFFIXES.get(path.suffix.lower())
    if suffix is None:
        raise click.BadParameter(f"{name} does not end in {', '.join(_SUFFIXES)}: say which format it is with --from.")
    try:
        with path.open("rb") as file:
            return Input(data=file.read(files.CATALOG.max_bytes + 1), format=suffix, name=name)
    except OSError as error:
        raise click.BadParameter(f"{name} cannot be read: {error.strerror}.") from None


def inputs(names: tuple[str, ...], given: files.Format | None) -> Iterator[Input]:
    """Yield every input that the names mean, each once; a folder means the files in it and below, ordered by path."""
    seen: set[Path] = set()
    for name in _each(names):
        path = Path(name).resolve()
        if name in {"", "-"} or path not in seen:
            seen.add(path)
            yield read(name, given)


def _each(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        path = Path(name)
        if name not in {"", "-"} and path.is_dir():
            inside = (file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in _SUFFIXES)
            visible = [file for file in inside if not any(p.startswith(".") for p in file.relative_to(path).parts)]
            if not visible:
                raise click.BadParameter(f"{name} holds no file that ends in {', '.join(_SUFFIXES)}.")
            yield from (str(file) for file in sorted(visible))
        else:
            yield name


def _sniffed(data: bytes) -> files.Format:
    """What standard input holds, when nobody says: JSON begins with a brace, and TOML must be said."""
    return "json" if data.lstrip()[:1] == b"{" else "yaml"
