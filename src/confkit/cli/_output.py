"""The output of the commands: documents, findings and messages, in UTF-8 on every computer.

Names and values from files may contain escape sequences that control a terminal. Findings and messages are printed
with the characters of such sequences escaped; documents contain no such characters.
"""

from __future__ import annotations

import io
import itertools
import json
import os
import stat
import sys
import unicodedata
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import click

from confkit import _atomic_files
from confkit._characters import escape_invisible
from confkit.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confkit.errors import Finding

__all__ = [
    "OutputError",
    "as_github",
    "as_json",
    "json_text",
    "print_lines",
    "print_message",
    "refuse_overwriting",
    "report",
    "summary",
    "unwritable",
    "usage_error",
    "use_utf8",
    "write",
]

# ---------------------------------------------------------------------------------------------- streams and documents


class OutputError(Exception):
    """Standard output or standard error cannot be written to.

    The disk may be full, or the program that reads the output, such as ``head``, may have ended.
    """

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason


def use_utf8() -> None:
    """Make standard output and standard error write UTF-8, whatever the locale says.

    Half a surrogate pair, which UTF-8 cannot encode, is written as an escape sequence of Python.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write(data: str | bytes, output: str) -> None:
    """Write a document as UTF-8 to standard output (``-``) or to a file.

    If writing fails, an existing file keeps its contents.
    """
    octets = data.encode(errors="backslashreplace") if isinstance(data, str) else data
    if output == "-":
        _require_stdout()
        _print(octets, newline=False)
        return
    try:
        _atomic_files.write_bytes(output, octets)
    except FileError as error:
        raise unwritable(error, output) from None


def unwritable(error: FileError, output: str) -> click.BadParameter:
    """Return the usage error for an output file that cannot be written."""
    reasons = " ".join(f"{finding.message} ({output}); {finding.hint}." for finding in error.findings)
    return click.BadParameter(reasons, param_hint="--output")


def _require_stdout() -> None:
    """Refuse to go on if standard output is closed."""
    if sys.stdout is None:
        raise click.UsageError("standard output is closed; open it, or write to a file with --output.")


def _print(data: str | bytes, *, newline: bool = True, err: bool = False) -> None:
    """Print to standard output or, with ``err``, to standard error; print nothing if the stream is closed."""
    try:
        click.echo(data, nl=newline, err=err)
    except OSError as error:
        raise OutputError(error) from None


def print_lines(*lines: str, colour: str | None = None) -> None:
    """Print lines to standard output; invisible characters are escaped, and only terminals show ``colour``."""
    _require_stdout()
    for line in lines:
        _print(click.style(escape_invisible(line), fg=colour))


def print_message(text: str) -> None:
    """Print a message of one line to standard error; invisible characters are escaped."""
    _print(escape_invisible(text), err=True)


def usage_error(error: click.UsageError) -> None:
    """Print the usage of the command, then the message of a usage error; for `NoArgsIsHelpError`, print the help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        _print(error.format_message(), err=True)
        return
    if error.ctx is not None:
        _print(f"{error.ctx.get_usage()}\nTry '{error.ctx.command_path} -h' for help.\n", err=True)
    print_message(f"Error: {error.format_message()}")


# ------------------------------------------------------------------------------------------------------------- findings

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def report(findings: Iterable[Finding], *, err: bool = False) -> None:
    """Print findings as compilers do: position, level, message and code on a line, the hint on the next line.

    ``err`` prints to standard error instead of standard output.
    """
    if not err:
        _require_stdout()
    for finding in findings:
        position = f"{escape_invisible(str(finding.where))}: " if finding.where else ""
        level = click.style(finding.level, fg=_COLOURS[finding.level], bold=True)
        rule = f"; {finding.rule}" if finding.rule else ""
        lines = [f"{position}{level}: {escape_invisible(_description(finding))} [{finding.code}{rule}]"]
        if finding.hint:
            lines.append(f"    {escape_invisible(finding.hint)}")
        for line in lines:
            _print(line, err=err)


def _description(finding: Finding) -> str:
    """Return the path, the message and the value of a finding on one line; a long value is cut off."""
    path = f"{finding.path}: " if finding.path else ""
    value = f" ({_short(finding.value)})" if finding.value and finding.value.strip() else ""
    return f"{path}{finding.message}{value}"


def _short(value: str) -> str:
    """Return a value on one line of at most 60 characters."""
    line = " ".join(value.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def summary(findings: Iterable[Finding]) -> str:
    """Return the number of findings of each level in words, such as ``2 errors, 1 note``."""
    levels = [finding.level for finding in findings]
    counts = [(levels.count(level), level) for level in ("error", "warning", "note")]
    phrases = [f"{count} {level}{'s' if count > 1 else ''}" for count, level in counts if count]
    return ", ".join(phrases) or "nothing to report"


def as_json(findings: Iterable[Finding]) -> str:
    """Return findings as a JSON list with an object for each finding."""
    rows = [
        {
            "code": finding.code,
            "level": finding.level,
            "file": finding.where.file if finding.where else None,
            "line": finding.where.line if finding.where else None,
            "column": finding.where.column if finding.where else None,
            "path": finding.path,
            "message": finding.message,
            "value": finding.value,
            "rule": finding.rule,
            "hint": finding.hint,
        }
        for finding in findings
    ]
    return json_text(rows)


def json_text(value: Any) -> str:  # noqa: ANN401  # any value of JSON
    """Return a value as indented JSON with a line break at the end; invisible characters are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "".join(json.dumps(char)[1:-1] if _is_invisible(char) else char for char in text) + "\n"


def _is_invisible(character: str) -> bool:
    """Return whether nobody can see a character of a JSON text: a control character, or half a surrogate pair.

    Spaces, and the line breaks between the lines of the JSON text, count as visible.
    """
    return not character.isprintable() and character != "\n" and unicodedata.category(character) != "Zs"


_GITHUB_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(findings: Iterable[Finding]) -> str:
    """Return findings as workflow commands of GitHub Actions, with a command on each line.

    GitHub shows them beside the lines of a pull request. Line breaks in texts from event files are escaped, so that
    such a text cannot begin a command of its own; GitHub shows the line breaks again.
    """
    return "".join(f"{_github_command(finding)}\n" for finding in findings)


def _github_command(finding: Finding) -> str:
    """Return a finding as a workflow command, such as ``::error file=day.yaml,line=3,title=id.duplicate::message``."""
    where = finding.where
    file = where.file if where and where.file != "<stdin>" else None
    named = {
        "file": None if file is None else PurePath(file).as_posix(),
        "line": where.line if where else None,
        "col": where.column if where else None,
        "title": finding.code,
    }
    properties = ",".join(
        f"{key}={_escaped(escape_invisible(str(value)), ':,')}" for key, value in named.items() if value is not None
    )
    rule = f" [{finding.rule}]" if finding.rule else ""
    hint = f"\n{escape_invisible(finding.hint)}" if finding.hint else ""
    text = _escaped(f"{escape_invisible(_description(finding))}{rule}{hint}")
    return f"::{_GITHUB_COMMANDS[finding.level]} {properties}::{text}"


def _escaped(text: str, separators: str = "") -> str:
    """Return a text for a workflow command: line breaks, percent signs and ``separators`` are percent-encoded."""
    for character in f"%\r\n{separators}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


# ------------------------------------------------------------------------------------------------ files that are inputs


def refuse_overwriting(sources: Iterable[str], outputs: Iterable[str]) -> None:
    """Refuse to write to a file that the same command reads, since the file may be the only copy of the event.

    ``sources`` are the names of the files that the command reads; ``<stdin>`` is standard input. ``outputs`` are values
    of ``--output``; for a folder, the calendars in the folder must not be among the sources. Links to the same file,
    and other names of the file, are recognised.
    """
    replaced = {_identity(path): path for output in outputs if output != "-" for path in _replaced_by(output)}
    replaced.pop(None, None)
    if not replaced:
        return
    for source in sources:
        path = replaced.get(_identity(source))
        if path is not None:
            other_name = "" if path == source else f" as {source}"
            text = f"{path} is read by this command{other_name}, and would be lost; write to a file of another name."
            raise click.BadParameter(text, param_hint="--output")


def _replaced_by(output: str) -> Iterator[str]:
    """Yield the names of the files that the command may replace: the output file, or the calendars in a folder."""
    if os.path.isdir(output):  # noqa: PTH112  # pathlib raises on names that are too long, up to Python 3.13
        for folder, _, names in itertools.islice(os.walk(output), 1):
            yield from (str(Path(folder, name)) for name in sorted(names) if name.lower().endswith(".ics"))
    else:
        yield output


def _identity(name: str) -> tuple[int, int] | None:
    """Return the device number and the inode number of a file, which are the same for all names of the file.

    ``None`` means that there is no such file, or that it is a folder, a device or a pipe.
    """
    try:
        status = os.fstat(sys.stdin.fileno()) if name == "<stdin>" else Path(name).stat()
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None
