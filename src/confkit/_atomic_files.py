"""Reading, locking and replacing files; a file is replaced at once, so that readers never find half of it."""

from __future__ import annotations

import errno
import functools
import os
import stat
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from confkit.errors import ConfkitError, FileError, Finding, Position

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

__all__ = ["WAIT", "folder", "locked", "read", "unreadable", "write"]

WAIT: Final = 30.0
"""Seconds for which an edit waits until other edits of the file are finished."""

_PAUSE: Final = 0.01
"""Seconds between two attempts to lock a file."""

_CHUNK: Final = 2**20
"""Bytes that are read at once: asked for more than a file has, Python reserves memory for all of them."""

_ANY_WRITER: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def read(name: str, most: int) -> bytes:
    """Return the content of a file, ``most`` bytes of it at most.

    Raises:
        FileError: there is no such file, or it cannot be read.
    """
    try:
        with Path(name).open("rb") as file:
            return b"".join(_chunks(file, most))
    except (OSError, ValueError) as error:
        raise FileError(unreadable(name, error)) from None


def _chunks(file: BinaryIO, most: int) -> Iterator[bytes]:
    while most > 0 and (chunk := file.read(min(most, _CHUNK))):
        most -= len(chunk)
        yield chunk


def write(path: str | os.PathLike[str], data: bytes | Iterable[bytes], *, expected: bytes | None = None) -> None:
    """Write a file, or replace it at once; a replaced file keeps its permissions and, where allowed, its owner.

    Of data in several pieces, one piece is in memory at a time. A pipe or a device, such as ``/dev/stdout``, is not
    replaced but written to. ``expected`` is the content that the file must still have when it is replaced.

    Raises:
        FileError: the file cannot be written, or its content is not the expected one. The file is as it was.
    """
    name = os.fspath(path)
    pieces = (data,) if isinstance(data, bytes) else data
    try:
        if _is_stream(name):
            with Path(name).open("wb") as stream:
                stream.writelines(pieces)
        else:
            _replace(Path(os.path.realpath(name)), pieces, name, expected)
    except ConfkitError:
        raise
    except (OSError, ValueError) as error:
        raise FileError(_unwritten(name, error)) from None


def folder(path: str | os.PathLike[str]) -> None:
    """Make a folder, and the folders around it, unless it is there.

    Raises:
        FileError: it cannot be made.
    """
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise FileError(_unwritten(os.fspath(path), error)) from None


@contextmanager
def locked(name: str, seconds: float = WAIT) -> Generator[None]:
    """Lock a file that is read, changed and replaced: other edits of it wait for ``seconds``.

    The lock ends with the process that holds it, however the process ends.

    Raises:
        FileError: the file cannot be edited, or other edits have not finished in time.
    """
    try:
        _check_editable(name)
        unlock = _lock(name, seconds)
    except ConfkitError:
        raise
    except (OSError, ValueError) as error:
        raise FileError(unreadable(name, error)) from None
    try:
        yield
    finally:
        unlock()


# ------------------------------------------------------------------------------------------------ before an edit


def _check_editable(name: str) -> None:
    """Refuse to edit read-only files, files with several hard links, pipes and devices."""
    found = Path(name).stat()
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(found.st_mode):
        raise FileError(
            _finding(name, "file.device", "this is a pipe or a device, not a file", "copy its content to a file")
        )
    if not os.access(name, os.W_OK) or not found.st_mode & _ANY_WRITER:
        raise FileError(
            _finding(
                name,
                "file.permission",
                "this file is read-only, and stays as it is",
                "make it writable (chmod u+w), or change a copy of it",
            )
        )
    if found.st_nlink > 1:
        raise FileError(
            _finding(
                name,
                "file.links",
                f"this file has {found.st_nlink} names (hard links), and an edit would leave the others behind",
                "replace the other names by symbolic links (ln -s), or edit a copy of the file",
            )
        )


def _busy(name: str, seconds: float) -> FileError:
    return FileError(
        _finding(
            name,
            "file.locked",
            f"another edit of this file has not finished within {seconds:g} seconds; nothing is changed",
            "run the command again when the other program is done, or stop that program",
        )
    )


# ------------------------------------------------------------------------------------------------- replacement


def _is_stream(name: str) -> bool:
    try:
        mode = Path(name).stat().st_mode
    except FileNotFoundError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _replace(path: Path, pieces: Iterable[bytes], name: str, expected: bytes | None) -> None:
    """Write a temporary file beside a file, and rename it to the name of the file."""
    old = path.stat() if path.exists() else None
    temporary, descriptor = _temporary(path, 0o666 if old is None else 0o600)
    with os.fdopen(descriptor, "wb") as file:
        try:
            file.writelines(pieces)
            file.flush()
            if old is not None:
                _keep_permissions(descriptor, old)
            os.fsync(descriptor)
            if expected is not None:
                _check_unchanged(path, name, expected)
            _rename(file, temporary, path)
        except BaseException:
            _discard(file, temporary)
            raise


def _check_unchanged(path: Path, name: str, expected: bytes) -> None:
    """Refuse to replace a file that a program without locks has changed."""
    if path.read_bytes() != expected:
        raise FileError(
            _finding(
                name,
                "edit.changed",
                "another program has changed this file since it was read; nothing is written",
                "run the command again",
            )
        )


def _temporary(path: Path, mode: int) -> tuple[Path, int]:
    """Create a temporary file in the folder of another one; a rename replaces a file only within a file system.

    Its name does not contain the name of the other file, which may be as long as the system allows.
    """
    number = 0
    while (descriptor := _created(temporary := path.with_name(f".confkit-{number}.tmp"), mode)) is None:
        number += 1
    return temporary, descriptor


if sys.platform == "win32":
    import filelock

    def _lock(name: str, seconds: float) -> Callable[[], None]:
        """Lock a file, and return the function that ends the lock and removes the file that filelock needs for it."""
        lock = filelock.FileLock(Path(os.path.realpath(name)).with_name(".confkit.lock"))
        try:
            lock.acquire(timeout=max(seconds, 0))
        except filelock.Timeout:
            raise _busy(name, seconds) from None
        return lock.release

    def _created(path: Path, mode: int) -> int | None:
        """Create a temporary file; return ``None`` if the name is taken, and remove a file that no process has open."""
        try:
            return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_BINARY, mode)
        except FileExistsError:
            with suppress(OSError):  # Windows removes no file that a process has open
                path.unlink()
            return None

    def _keep_permissions(descriptor: int, old: os.stat_result) -> None:
        """Do nothing: a new file has the permissions of its folder, and read-only files are not replaced."""

    def _rename(file: BinaryIO, temporary: Path, path: Path) -> None:
        """Close the file first: Windows renames no file that is open."""
        file.close()
        temporary.replace(path)

    def _discard(file: BinaryIO, temporary: Path) -> None:
        """Close the file first: Windows removes no file that is open."""
        with suppress(OSError):
            file.close()
        temporary.unlink(missing_ok=True)

else:
    import fcntl

    def _lock(name: str, seconds: float) -> Callable[[], None]:
        """Lock a file, and return the function that ends the lock.

        The file is opened for writing, because a lock over NFS requires that. Each attempt opens it again, because the
        edit that held the lock has replaced it.
        """
        end = time.monotonic() + seconds
        while True:
            with Path(name).open("rb+") as file:
                if _is_locked(file, name):
                    return functools.partial(os.close, os.dup(file.fileno()))
            if time.monotonic() >= end:
                raise _busy(name, seconds)
            time.sleep(_PAUSE)

    def _is_locked(file: BinaryIO, name: str) -> bool:
        """Try to lock an open file, and return whether it is locked and still has its name."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return os.path.samestat(os.fstat(file.fileno()), Path(name).stat())

    def _created(path: Path, mode: int) -> int | None:
        """Create a temporary file and lock it; return ``None`` if the name is taken.

        A file that nobody has locked was left by a process that was killed, and is removed.
        """
        flags = os.O_CLOEXEC | os.O_NOFOLLOW
        try:
            descriptor, new = os.open(path, flags | os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), True
        except FileExistsError:
            try:
                descriptor, new = os.open(path, flags | os.O_RDONLY | os.O_NONBLOCK), False
            except OSError:
                return None  # a file of another user, or a symbolic link
        is_ours = _is_ours(descriptor, path, new=new)
        if is_ours and new:
            return descriptor
        if is_ours:
            path.unlink()
        os.close(descriptor)
        return None

    def _is_ours(descriptor: int, path: Path, *, new: bool) -> bool:
        """Lock a temporary file, and return whether it is free for this process to use or to remove."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            found = os.fstat(descriptor)
            is_file = stat.S_ISREG(found.st_mode) and (new or found.st_uid == os.geteuid())
            return is_file and os.path.samestat(found, path.lstat())
        except OSError as error:  # in use, or removed by another process; or the file system has no locks
            return new and not isinstance(error, BlockingIOError | FileNotFoundError)

    def _keep_permissions(descriptor: int, old: os.stat_result) -> None:
        """Give a new file the owner, group and mode of the old one; nobody may read it who could not read that one."""
        for owner, group in ((old.st_uid, -1), (-1, old.st_gid)):
            with suppress(PermissionError):
                os.fchown(descriptor, owner, group)
        same_group = os.fstat(descriptor).st_gid == old.st_gid
        os.fchmod(descriptor, old.st_mode & (0o777 if same_group else 0o707))

    def _rename(_: BinaryIO, temporary: Path, path: Path) -> None:
        """Rename the file while it is open, and so locked until it has its name."""
        temporary.replace(path)

    def _discard(_: BinaryIO, temporary: Path) -> None:
        """Remove the file while it is open, and so locked."""
        temporary.unlink(missing_ok=True)


# ----------------------------------------------------------------------------------------------------- messages

_READING: Final = (
    (FileNotFoundError, "file.missing", "there is no such file", "check the spelling, and the folder you are in"),
    (IsADirectoryError, "file.folder", "this is a folder, not a file", "a folder of events is read as a catalog"),
    (NotADirectoryError, "file.missing", "part of the path is a file, not a folder", "check the spelling of the path"),
    (PermissionError, "file.permission", "you may not open this file", "ask its owner, or change its permissions"),
    (Exception, "file.unreadable", "the system cannot read this file", "check its name and its disk"),
)

_WRITING: Final = (
    (FileNotFoundError, "file.missing", "there is no such folder to write into", "make the folder first"),
    (NotADirectoryError, "file.missing", "part of the path is a file, not a folder", "check the spelling of the path"),
    (FileExistsError, "file.folder", "this is a file, not a folder", "name another folder"),
    (IsADirectoryError, "file.folder", "this is a folder, not a file", "name a file inside it"),
    (PermissionError, "file.permission", "you may not write here", "ask its owner, or write somewhere else"),
    (Exception, "file.unwritten", "the system cannot write this file; it is as it was", "check its name and its disk"),
)

_REASONS: Final[dict[int | None, tuple[str, str]]] = {
    errno.ELOOP: ("symbolic links lead in a circle here", "remove one of the links"),
    errno.ENAMETOOLONG: ("the name is too long for the file system", "choose a shorter name"),
    errno.ENOSPC: ("the disk is full; the file is as it was", "free some space, and try again"),
    errno.EFBIG: ("the file would be larger than allowed; it is as it was", "raise the limit (ulimit -f)"),
    errno.EROFS: ("the disk is read-only", "write to another disk"),
    errno.ENOLCK: ("the file system has no locks, and another edit could be lost", "edit a copy on another disk"),
    errno.EOPNOTSUPP: ("the file system has no locks, and another edit could be lost", "edit a copy on another disk"),
}
"""What the system's error numbers mean, where their Python class does not show it."""


def unreadable(name: str, error: Exception) -> Finding:
    """Return the finding for an error of the operating system in reading a file or a folder."""
    return _explained(name, error, _READING)


def _unwritten(name: str, error: Exception) -> Finding:
    return _explained(name, error, _WRITING)


def _explained(name: str, error: Exception, causes: tuple[tuple[type[Exception], str, str, str], ...]) -> Finding:
    code, *reason = next(cause for kind, *cause in causes if isinstance(error, kind))
    message, hint = _REASONS.get(getattr(error, "errno", None), reason)
    return _finding(name, code, message, hint)


def _finding(name: str, code: str, message: str, hint: str) -> Finding:
    return Finding(code=code, message=message, hint=hint, where=Position(file=name))
