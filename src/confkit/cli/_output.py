"""Everything that the commands print and write: documents, findings and messages, in UTF-8 on every computer.

Names and values from files may contain escape sequences for terminals. Findings and messages are printed with such
characters escaped; documents are free of them already.
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
    """A stream cannot be written to: the disk is full, or the reader of a pipe has gone away."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason


def use_utf8() -> None:
    """Make standard output and standard error UTF-8 whatever the locale says, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write(data: str | bytes, output: str) -> None:
    """Write a document as UTF-8 to standard output (``-``) or to a file, which is replaced as a whole or not at all."""
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
    """Return the usage error for an output that cannot be written."""
    reasons = " ".join(f"{finding.message} ({output}); {finding.hint}." for finding in error.findings)
    return click.BadParameter(reasons, param_hint="--output")


def _require_stdout() -> None:
    if sys.stdout is None:
        raise click.UsageError("standard output is closed; open it, or write to a file with --output.")


def _print(data: str | bytes, *, newline: bool = True, err: bool = False) -> None:
    """Print to a stream; nothing happens if standard error is closed."""
    try:
        click.echo(data, nl=newline, err=err)
    except OSError as error:
        raise OutputError(error) from None


def print_lines(*lines: str, colour: str | None = None) -> None:
    """Print lines to standard output, escaped; ``colour`` is used on terminals only."""
    _require_stdout()
    for line in lines:
        _print(click.style(escape_invisible(line), fg=colour))


def print_message(text: str) -> None:
    """Print a message of one line to standard error."""
    _print(escape_invisible(text), err=True)


def usage_error(error: click.UsageError) -> None:
    """Print what was wrong with the arguments, which the message quotes, after the usage of the command."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        _print(error.format_message(), err=True)
        return
    if error.ctx is not None:
        _print(f"{error.ctx.get_usage()}\nTry '{error.ctx.command_path} -h' for help.\n", err=True)
    print_message(f"Error: {error.format_message()}")


# ------------------------------------------------------------------------------------------------------------- findings

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def report(findings: Iterable[Finding], *, err: bool = False) -> None:
    """Print findings as compilers do (position, level, message, code), each followed by its hint on a second line."""
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
    """Return path, message and value of a finding on one line."""
    path = f"{finding.path}: " if finding.path else ""
    value = f" ({_short(finding.value)})" if finding.value and finding.value.strip() else ""
    return f"{path}{finding.message}{value}"


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def summary(findings: Iterable[Finding]) -> str:
    """Return how many findings of each level there are, such as ``2 errors, 1 note``."""
    levels = [finding.level for finding in findings]
    counts = [(levels.count(level), level) for level in ("error", "warning", "note")]
    phrases = [f"{count} {level}{'s' if count > 1 else ''}" for count, level in counts if count]
    return ", ".join(phrases) or "nothing to report"


def as_json(findings: Iterable[Finding]) -> str:
    """Return findings as a JSON list of objects."""
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
    """Return a value as indented JSON that ends in a line break; characters that nobody sees are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "".join(json.dumps(char)[1:-1] if _is_unseen(char) else char for char in text) + "\n"


def _is_unseen(character: str) -> bool:
    """Return whether a character of a JSON text is a control or a formatting character, or half a character."""
    return not character.isprintable() and character != "\n" and unicodedata.category(character) != "Zs"


_GITHUB_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(findings: Iterable[Finding]) -> str:
    """Return findings as workflow commands, which GitHub shows beside the lines of a pull request.

    Text from a file cannot end a command or begin another: its line breaks are escaped, and GitHub restores them.
    """
    return "".join(f"{_github_command(finding)}\n" for finding in findings)


def _github_command(finding: Finding) -> str:
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


def _escaped(text: str, others: str = "") -> str:
    for character in f"%\r\n{others}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


# ------------------------------------------------------------------------------------------------ files that are inputs


def refuse_overwriting(sources: Iterable[str], outputs: Iterable[str]) -> None:
    """Refuse an output that is one of the files that the command reads, under any name: it may be the only copy.

    A folder as output stands for the calendars in it. ``sources`` are names as in messages: ``<stdin>`` is standard
    input. ``outputs`` are values of ``--output``.
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
    """Yield the files that writing to an output may replace: the file itself, or the calendars in a folder."""
    if os.path.isdir(output):  # noqa: PTH112  # pathlib raises on names that are too long, up to Python 3.13
        for folder, _, names in itertools.islice(os.walk(output), 1):
            yield from (str(Path(folder, name)) for name in sorted(names) if name.lower().endswith(".ics"))
    else:
        yield output


def _identity(name: str) -> tuple[int, int] | None:
    """Return the device and number of a regular file, the same for all links to it; ``None`` for anything else."""
    try:
        status = os.fstat(sys.stdin.fileno()) if name == "<stdin>" else Path(name).stat()
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None
