"""What the commands print: findings for people and for programs, and text that is the same under any locale."""

from __future__ import annotations

import json
import sys
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from confkit import _atomic_files
from confkit.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confkit.errors import Finding

__all__ = ["as_github", "as_json", "say", "summary", "tell", "write"]

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def write(data: str | bytes, output: str) -> None:
    """Write ``data`` to a file, whole or not at all, or to standard output (``-``), as UTF-8 whatever the locale."""
    octets = data.encode(errors="backslashreplace") if isinstance(data, str) else data
    if output != "-":
        _replace(output, octets)
    elif sys.stdout is None:
        raise click.UsageError("standard output is closed; write to a file with --output.")
    elif isinstance(data, str) and sys.stdout.isatty():
        click.echo(data, nl=False)  # a terminal knows best how to show characters
    else:
        click.echo(octets, nl=False)


def _replace(output: str, octets: bytes) -> None:
    try:
        _atomic_files.write(output, octets)
    except FileError as error:
        reasons = " ".join(f"{one.message} ({output}); {one.hint}." for one in error.findings)
        raise click.BadParameter(reasons, param_hint="--output") from None


def say(text: str) -> None:
    """Print a text that ends in one line break."""
    write(text.rstrip("\n") + "\n", "-")


def tell(findings: Iterable[Finding], *, err: bool = False) -> None:
    """Print findings as a compiler would: place, level, message, rule; then the way out on a line of its own."""
    for finding in findings:
        place = f"{finding.where}: " if finding.where else ""
        level = click.style(finding.level, fg=_COLOURS[finding.level], bold=True)
        value = f" ({_short(finding.value)})" if finding.value and finding.value.strip() else ""
        path = f"{finding.path}: " if finding.path else ""
        rule = f"; {finding.rule}" if finding.rule else ""
        click.echo(f"{place}{level}: {path}{finding.message}{value} [{finding.code}{rule}]", err=err)
        if finding.hint:
            click.echo(f"    {finding.hint}", err=err)


def summary(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each level, in words."""
    levels = [finding.level for finding in findings]
    counts = [(levels.count(level), level) for level in ("error", "warning", "note")]
    said = [f"{count} {level}{'s' if count > 1 else ''}" for count, level in counts if count]
    return ", ".join(said) or "nothing to report"


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
    return json.dumps(rows, ensure_ascii=False, indent=2)


_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(findings: Iterable[Finding]) -> str:
    """Return findings as the workflow commands that GitHub shows beside the lines of a pull request.

    What a file says cannot end a command or begin another: GitHub undoes the escapes of what is escaped here.
    """
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    where = finding.where
    place = {
        "file": PurePath(where.file).as_posix() if where and where.file and where.file != "<stdin>" else None,
        "line": where.line if where else None,
        "col": where.column if where else None,
        "title": finding.code,
    }
    properties = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items() if value is not None)
    path = f"{finding.path}: " if finding.path else ""
    value = f" ({_short(finding.value)})" if finding.value and finding.value.strip() else ""
    rule = f" [{finding.rule}]" if finding.rule else ""
    hint = f"\n{finding.hint}" if finding.hint else ""
    return f"::{_COMMANDS[finding.level]} {properties}::{_escaped(f'{path}{finding.message}{value}{rule}{hint}')}"


def _escaped(text: str, others: str = "") -> str:
    for one in f"%\r\n{others}":
        text = text.replace(one, f"%{ord(one):02X}")
    return text


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
