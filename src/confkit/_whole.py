"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from confkit.errors import FileError, Finding, Position

__all__ = ["write"]


def write(path: str | os.PathLike[str], data: bytes) -> None:
    """Put ``data`` into a file at once: whatever happens, the old or the new one lies there whole; permissions stay.

    What is no file, such as a pipe or ``/dev/stdout``, is not replaced but written to.

    Raises:
        FileError: the file cannot be written.
    """
    name = os.fspath(path)
    try:
        if _takes_a_stream(name):
            with Path(name).open("wb") as stream:
                stream.write(data)
        else:
            _replace(Path(name).resolve(), data)
    except (OSError, ValueError) as error:
        raise FileError(_failure(name, error)) from None


def _takes_a_stream(name: str) -> bool:
    try:
        mode = Path(name).stat().st_mode
    except FileNotFoundError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _replace(path: Path, data: bytes) -> None:
    """Put a new file where the old one is; a name that is free is found without chance or clock."""
    beside, file = _beside(path)
    try:
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        beside.replace(path)
    except BaseException:
        beside.unlink()
        raise


def _beside(path: Path) -> tuple[Path, BinaryIO]:
    """Open a file of a name that is free, in the same folder: only there a file can take another's place at once."""
    number = 0
    while True:
        beside = path.with_name(f".{path.name}.{number}.tmp")
        try:
            return beside, beside.open("xb")
        except FileExistsError:
            number += 1


def _failure(name: str, error: Exception) -> Finding:
    causes = (
        (FileNotFoundError, "file.missing", "there is no such folder to write into", "make the folder first"),
        (
            NotADirectoryError,
            "file.missing",
            "part of the path is a file, not a folder",
            "look at how the path is spelt",
        ),
        (IsADirectoryError, "file.folder", "this is a folder, not a file", "write to a file inside it"),
        (PermissionError, "file.permission", "you may not write here", "ask its owner, or write somewhere else"),
        (
            Exception,
            "file.unwritten",
            "the system could not write this file; the old one is as it was",
            "look at the disk",
        ),
    )
    code, message, hint = next((code, message, hint) for kind, code, message, hint in causes if isinstance(error, kind))
    return Finding(code=code, message=message, hint=hint, where=Position(file=name))
