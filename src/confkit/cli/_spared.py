"""What a command reads, it does not write over: often that is the only copy."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["spare"]


def spare(sources: Iterable[str], targets: Iterable[str]) -> None:
    """Refuse targets that are among the sources, under whatever name; a folder is the target of calendars in it.

    ``sources`` are named as messages name them, ``targets`` as ``--output`` does.
    """
    threatened = {_identity(path): path for target in targets if target != "-" for path in _replaced(target)}
    threatened.pop(None, None)
    if not threatened:
        return
    for source in sources:
        path = threatened.get(_identity(source))
        if path is not None:
            known = "" if path == source else f" as {source}"
            message = f"{path} is read by this command{known}, and would be lost; write to a file of another name."
            raise click.BadParameter(message, param_hint="--output")


def _replaced(target: str) -> Iterator[str]:
    """Yield what writing to a target may replace: the file, or the calendars in a folder."""
    if Path(target).is_dir():
        yield from (str(path) for path in sorted(Path(target).iterdir()) if path.suffix.lower() == ".ics")
    else:
        yield target


def _identity(name: str) -> tuple[int, int] | None:
    """Return what tells a file from all others, whatever links lead to it; of a pipe, a terminal or none, nothing."""
    try:
        found = os.fstat(sys.stdin.fileno()) if name == "<stdin>" else Path(name).stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None
