"""Reading a file, and writing one whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from confkit.errors import FileError, Finding, Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["demand_writable", "folder", "read", "unreadable", "write"]


def read(name: str, most: int) -> bytes:
    """Return the octets of a file, ``most`` of them at most.

    Raises:
        FileError: there is no such file, or it cannot be read.
    """
    try:
        with Path(name).open("rb") as file:
            return b"".join(_pieces(file, most))
    except (OSError, ValueError) as error:
        raise FileError(unreadable(name, error)) from None


_PIECE = 2**20
_ANY_WRITER = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def _pieces(file: BinaryIO, most: int) -> Iterator[bytes]:
    """Yield what a file holds: asked for more octets at once than it has, Python makes room for all of them."""
    while most > 0 and (piece := file.read(min(most, _PIECE))):
        most -= len(piece)
        yield piece


_CAUSES: tuple[tuple[type[Exception], str, str, str], ...] = (
    (
        FileNotFoundError,
        "file.missing",
        "there is no such file",
        "look at its spelling, and at the folder you are in",
    ),
    (IsADirectoryError, "file.folder", "this is a folder, not a file", "a folder of events is read as a catalog"),
    (NotADirectoryError, "file.missing", "part of the path is a file, not a folder", "look at how the path is spelt"),
    (PermissionError, "file.permission", "you may not open this file", "ask its owner, or mend its permissions"),
    (
        Exception,
        "file.unreadable",
        "the system could not open or read or write this file",
        "look at its name and its disk",
    ),
)


def unreadable(name: str, error: Exception) -> Finding:
    """Return what the operator should know of an error of the operating system."""
    code, message, hint = next(
        (code, message, hint) for kind, code, message, hint in _CAUSES if isinstance(error, kind)
    )
    return Finding(code=code, message=message, hint=hint, where=Position(file=name))


def write(path: str | os.PathLike[str], data: bytes | Iterable[bytes]) -> None:
    """Put ``data`` into a file at once: whatever happens, the old or the new one lies there whole; permissions stay.

    Of several pieces one is in memory at a time.

    What is no file, such as a pipe or ``/dev/stdout``, is not replaced but written to.

    Raises:
        FileError: the file cannot be written.
    """
    name = os.fspath(path)
    pieces = (data,) if isinstance(data, bytes) else data
    try:
        if _takes_a_stream(name):
            with Path(name).open("wb") as stream:
                stream.writelines(pieces)
        else:
            _replace(Path(name).resolve(), pieces)
    except (OSError, ValueError) as error:
        raise FileError(_failure(name, error)) from None


def demand_writable(path: str | os.PathLike[str]) -> None:
    """Refuse a file that is there and is meant to be read only, which another one could still take the place of.

    Raises:
        FileError: nobody may write to the file, or not this user.
    """
    name = os.fspath(path)
    if not os.access(name, os.W_OK) or not Path(name).stat().st_mode & _ANY_WRITER:
        raise FileError(
            Finding(
                code="file.permission",
                message="this file is read-only, and stays as it is",
                hint="make it writable (chmod u+w), or change a copy of it",
                where=Position(file=name),
            )
        )


def folder(path: str | os.PathLike[str]) -> None:
    """Make a folder, and those that it lies in, unless it is there.

    Raises:
        FileError: it cannot be made.
    """
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise FileError(_failure(os.fspath(path), error)) from None


def _takes_a_stream(name: str) -> bool:
    try:
        mode = Path(name).stat().st_mode
    except FileNotFoundError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    """Put a new file where the old one is; a name that is free is found without chance or clock."""
    beside, file = _beside(path)
    try:
        with file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        beside.replace(path)
    except BaseException:
        beside.unlink()
        raise


def _beside(path: Path) -> tuple[Path, BinaryIO]:
    """Open a file of a name that is free, in the same folder: only there a file can take another's place at once.

    The name is short and holds nothing of the other one, which may be as long as the system takes.
    """
    number = 0
    while True:
        beside = path.with_name(f".confkit-{number}.tmp")
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
        (
            FileExistsError,
            "file.folder",
            "this is a file, not a folder",
            "name another folder",
        ),
        (IsADirectoryError, "file.folder", "this is a folder, not a file", "write to a file inside it"),
        (PermissionError, "file.permission", "you may not write here", "ask its owner, or write somewhere else"),
        (
            Exception,
            "file.unwritten",
            "the system could not write this file; the old one is as it was",
            "look at its name and its disk",
        ),
    )
    code, message, hint = next((code, message, hint) for kind, code, message, hint in causes if isinstance(error, kind))
    return Finding(code=code, message=message, hint=hint, where=Position(file=name))
