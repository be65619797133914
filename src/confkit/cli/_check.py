"""The command ``check``: what is wrong or doubtful in files of events and in calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from confkit.cli import _input, _options, _output, _progress
from confkit.errors import ConfkitError, Finding, Position
from confkit.model import Catalog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from confkit.model import Conference

__all__ = ["check"]


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@_options.given_or_calendar
@click.option("--strict", is_flag=True, help="Leave with 1 on warnings too.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(names: tuple[str, ...], given: _input.Given | None, form: str, *, strict: bool) -> None:
    """Report what is wrong or doubtful in files, calendars, folders or standard input (-), each at its line."""
    found = _findings(tuple(_input.checked(names, given)))
    if form == "json":
        _output.say(_output.as_json(found))
    else:
        if form == "github":
            _output.write(_output.as_github(found), "-")
        else:
            _output.tell(found)
        click.echo(_output.summary(found), err=True)
    fatal = {"error", "warning"} if strict else {"error"}
    if any(finding.level in fatal for finding in found):
        raise click.exceptions.Exit(1)


def _findings(sources: Sequence[_input.Input | _input.Calendar]) -> list[Finding]:
    """What is wrong with any file, and, over those that can be read, what the rules say."""
    found: list[Finding] = []
    readable: list[tuple[_input.Input, Catalog]] = []
    with _progress.watched(sources, "Reading", lambda source: source.cost) as each:
        for source in each:
            if isinstance(source, _input.Calendar):
                found.extend(source.findings())
                continue
            try:
                readable.append((source, source.catalog()))
            except ConfkitError as error:
                found.extend(error.findings)
    known: dict[str, tuple[str, Conference]] = {}
    for source, catalog in readable:
        for conference in catalog:
            first, _ = known.setdefault(conference.id, (source.name, conference))
            if first != source.name:
                found.append(_twice(conference, source.name, first))
    whole = Catalog(conference for _, conference in known.values())
    # Each is read again, for the places of what is found.
    with _progress.watched(readable, "Checking", lambda pair: pair[0].cost) as pairs:
        for source, catalog in pairs:
            found.extend(source.findings(catalog, whole))
    return found


def _twice(conference: Conference, name: str, first: str) -> Finding:
    return Finding(
        code="id.duplicate",
        message=f"{first} holds an event with the same id",
        path="id",
        value=conference.id,
        hint="give each event its own id",
        where=Position(file=name),
    )
