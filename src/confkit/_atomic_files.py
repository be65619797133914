"""Reading, locking and replacing of files.

A file is replaced in one step (atomically): other programs read either the old or the new content, never a part of it.
"""

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

__all__ = ["LOCK_TIMEOUT", "locked", "make_folder", "read_bytes", "unreadable_finding", "write_bytes"]

LOCK_TIMEOUT: Final = 30.0
"""How many seconds an edit waits for other edits of the same file to finish."""

_LOCK_INTERVAL: Final = 0.01
"""The seconds between two attempts to lock a file."""

_CHUNK_SIZE: Final = 2**20
"""The number of bytes to read in one step: Python reserves memory for all of them, even if the file is shorter."""

_ANY_WRITER: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def read_bytes(name: str, max_bytes: int) -> bytes:
    """Return the content of a file; of a longer file, return the first ``max_bytes`` bytes.

    Raises:
        FileError: the file does not exist, or cannot be read.
    """
    try:
        with Path(name).open("rb") as file:
            return b"".join(_chunks(file, max_bytes))
    except (OSError, ValueError) as error:
        raise FileError(unreadable_finding(name, error)) from None


def _chunks(file: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    """Yield the content of a file in chunks, up to ``max_bytes`` bytes in total."""
    remaining = max_bytes
    while remaining > 0 and (chunk := file.read(min(remaining, _CHUNK_SIZE))):
        remaining -= len(chunk)
        yield chunk


def write_bytes(path: str | os.PathLike[str], data: bytes | Iterable[bytes], *, expected: bytes | None = None) -> None:
    """Create a file, or replace a file in one step; the new file keeps the permissions and the owner of the old file.

    If the user may not set the owner, the user becomes the owner. ``data`` that is an iterable of pieces is written
    piece by piece, so that not all of it is in memory. Pipes and devices, such as ``/dev/stdout``, are written to, not
    replaced. If ``expected`` is given, the file is replaced only if it still has this content.

    Raises:
        FileError: the file cannot be written, or does not have the expected content. The file is unchanged.
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
        raise FileError(_unwritten_finding(name, error)) from None


def make_folder(path: str | os.PathLike[str]) -> None:
    """Make a folder and its missing parent folders; nothing is done if the folder exists.

    Raises:
        FileError: the folder cannot be made.
    """
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise FileError(_unwritten_finding(os.fspath(path), error)) from None


@contextmanager
def locked(name: str, seconds: float = LOCK_TIMEOUT) -> Generator[None]:
    """Lock a file for an edit, so that other edits of the same file wait until the ``with`` block ends.

    If another edit has locked the file already, wait for at most ``seconds``. The system removes the lock when the
    process ends, even if the process is killed.

    Raises:
        FileError: the file cannot be edited, or the other edit has not finished in time.
    """
    try:
        _check_editable(name)
        unlock = _lock(name, seconds)
    except ConfkitError:
        raise
    except (OSError, ValueError) as error:
        raise FileError(unreadable_finding(name, error)) from None
    try:
        yield
    finally:
        unlock()


# ------------------------------------------------------------------------------------------------ before an edit


def _check_editable(name: str) -> None:
    """Raise if a file is read-only, has several hard links, or is a folder, a pipe or a device."""
    status = Path(name).stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(status.st_mode):
        raise FileError(
            _finding(name, "file.device", "this is a pipe or a device, not a file", "copy its content to a file")
        )
    if not os.access(name, os.W_OK) or not status.st_mode & _ANY_WRITER:
        raise FileError(
            _finding(
                name,
                "file.permission",
                "this file is read-only, and stays as it is",
                "make it writable (chmod u+w), or change a copy of it",
            )
        )
    if status.st_nlink > 1:
        raise FileError(
            _finding(
                name,
                "file.links",
                f"this file has {status.st_nlink} names (hard links), and an edit would change only one of them",
                "replace the other names by symbolic links (ln -s), or edit a copy of the file",
            )
        )


def _busy_error(name: str, seconds: float) -> FileError:
    """Return the error for a file that another edit has locked for too long."""
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
    """Return whether a path leads to a pipe or a device."""
    try:
        mode = Path(name).stat().st_mode
    except FileNotFoundError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _replace(path: Path, pieces: Iterable[bytes], name: str, expected: bytes | None) -> None:
    """Write a temporary file in the folder of ``path``, and rename the temporary file to ``path``.

    ``name`` is the path as the user wrote it, for error messages.
    """
    old = path.stat() if path.exists() else None
    temporary, descriptor = _create_temporary(path, 0o666 if old is None else 0o600)
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
    """Raise if a file does not have the expected content: a program that uses no locks has changed the file."""
    if path.read_bytes() != expected:
        raise FileError(
            _finding(
                name,
                "edit.changed",
                "another program has changed this file since it was read; nothing is written",
                "run the command again",
            )
        )


def _create_temporary(path: Path, mode: int) -> tuple[Path, int]:
    """Create a temporary file in the folder of ``path``, and return the path and the descriptor of the temporary file.

    The folder is the same because a rename works only within one file system. The name of the temporary file is short
    and does not contain the name in ``path``, which may already have the greatest length that the system allows.
    """
    number = 0
    while (descriptor := _try_create(temporary := path.with_name(f".confkit-{number}.tmp"), mode)) is None:
        number += 1
    return temporary, descriptor


if sys.platform == "win32":
    import filelock

    def _lock(name: str, seconds: float) -> Callable[[], None]:
        """Lock the folder of a file with a file ``.confkit.lock``, and return the function that removes this lock."""
        lock = filelock.FileLock(Path(os.path.realpath(name)).with_name(".confkit.lock"))
        try:
            lock.acquire(timeout=max(seconds, 0))
        except filelock.Timeout:
            raise _busy_error(name, seconds) from None
        return lock.release

    def _try_create(path: Path, mode: int) -> int | None:
        """Create a temporary file, and return its descriptor, or ``None`` if there is a file of this name.

        An existing file is removed if no process has it open: a process that was killed has left it.
        """
        try:
            return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_BINARY, mode)
        except FileExistsError:
            with suppress(OSError):  # Windows does not remove a file that a process has open
                path.unlink()
            return None

    def _keep_permissions(descriptor: int, old: os.stat_result) -> None:
        """Do nothing: Windows gives a new file the permissions of its folder, and read-only files are not replaced."""

    def _rename(file: BinaryIO, temporary: Path, path: Path) -> None:
        """Close the temporary file, and rename it to ``path``; Windows does not rename a file that is open."""
        file.close()
        temporary.replace(path)

    def _discard(file: BinaryIO, temporary: Path) -> None:
        """Close the temporary file, and remove it; Windows does not remove a file that is open."""
        with suppress(OSError):
            file.close()
        temporary.unlink(missing_ok=True)

else:
    import fcntl

    def _lock(name: str, seconds: float) -> Callable[[], None]:
        """Lock a file, and return the function that unlocks the file.

        The file is opened for writing, because NFS locks only files that are open for writing. Each attempt opens the
        file again, because the previous edit may have put another file in its place.
        """
        end = time.monotonic() + seconds
        while True:
            with Path(name).open("rb+") as file:
                if _is_locked(file, name):
                    return functools.partial(os.close, os.dup(file.fileno()))
            if time.monotonic() >= end:
                raise _busy_error(name, seconds)
            time.sleep(_LOCK_INTERVAL)

    def _is_locked(file: BinaryIO, name: str) -> bool:
        """Try to lock an open file, and return whether the file is locked and has not been replaced by another file."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return os.path.samestat(os.fstat(file.fileno()), Path(name).stat())

    def _try_create(path: Path, mode: int) -> int | None:
        """Create and lock a temporary file, and return its descriptor, or ``None`` if there is a file of this name.

        An existing file is removed if no process has locked it: a process that was killed has left it.
        """
        flags = os.O_CLOEXEC | os.O_NOFOLLOW
        try:
            descriptor, new = os.open(path, flags | os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), True
        except FileExistsError:
            try:
                descriptor, new = os.open(path, flags | os.O_RDONLY | os.O_NONBLOCK), False
            except OSError:
                return None  # a file of another user, or a symbolic link
        may_use = _may_use(descriptor, path, new=new)
        if may_use and new:
            return descriptor
        if may_use:
            path.unlink()
        os.close(descriptor)
        return None

    def _may_use(descriptor: int, path: Path, *, new: bool) -> bool:
        """Lock a temporary file, and return whether this process may write or remove the file.

        ``new`` says that this process has just created the file.
        """
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            status = os.fstat(descriptor)
            is_own_file = stat.S_ISREG(status.st_mode) and (new or status.st_uid == os.geteuid())
            return is_own_file and os.path.samestat(status, path.lstat())
        except OSError as error:  # another process uses or has removed it, or the file system has no locks
            return new and not isinstance(error, BlockingIOError | FileNotFoundError)

    def _keep_permissions(descriptor: int, old: os.stat_result) -> None:
        """Give the new file the owner, the group and the mode of the old file, as far as the system allows.

        If the group cannot be kept, the new group gets no rights: whoever could not read the old file must never be
        able to read the new file.
        """
        for owner, group in ((old.st_uid, -1), (-1, old.st_gid)):
            with suppress(PermissionError):
                os.fchown(descriptor, owner, group)
        same_group = os.fstat(descriptor).st_gid == old.st_gid
        os.fchmod(descriptor, old.st_mode & (0o777 if same_group else 0o707))

    def _rename(_: BinaryIO, temporary: Path, path: Path) -> None:
        """Rename the temporary file before it is closed, so that its lock lasts until it has its final name."""
        temporary.replace(path)

    def _discard(_: BinaryIO, temporary: Path) -> None:
        """Remove the temporary file before it is closed, so that its lock lasts until it is removed."""
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
"""Messages and hints for error numbers that have no exception class of their own in Python."""


def unreadable_finding(name: str, error: Exception) -> Finding:
    """Return the finding for a file or a folder that cannot be read because of an error of the operating system."""
    return _finding_for_error(name, error, _READING)


def _unwritten_finding(name: str, error: Exception) -> Finding:
    """Return the finding for a file or a folder that cannot be written because of an error of the operating system."""
    return _finding_for_error(name, error, _WRITING)


def _finding_for_error(
    name: str, error: Exception, causes: tuple[tuple[type[Exception], str, str, str], ...]
) -> Finding:
    """Return the finding for an error; the first cause with a class of the error gives code, message and hint."""
    code, *reason = next(cause for kind, *cause in causes if isinstance(error, kind))
    message, hint = _REASONS.get(getattr(error, "errno", None), reason)
    return _finding(name, code, message, hint)


def _finding(name: str, code: str, message: str, hint: str) -> Finding:
    return Finding(code=code, message=message, hint=hint, where=Position(file=name))
