"""The command ``check``, which reports errors and possible mistakes in event files and calendars."""

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
@_options.input_format_or_calendar
@click.option("--strict", is_flag=True, help="End with exit code 1 on warnings too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to print findings: for people, for programs, or for GitHub Actions.",
)
def check(names: tuple[str, ...], format: _input.InputFormat | None, form: str, *, strict: bool) -> None:
    """Report errors and possible mistakes.

    FILE is an event file, a calendar (.ics), a folder of both, or - for standard input. The command ends with exit
    code 1 if there are errors.
    """
    findings = _findings(tuple(_input.read_for_check(names, format)))
    if form == "json":
        _output.write(_output.as_json(findings), "-")
    else:
        if form == "github":
            _output.write(_output.as_github(findings), "-")
        else:
            _output.report(findings)
        _output.print_message(_output.summary(findings))
    fatal = {"error", "warning"} if strict else {"error"}
    if any(finding.level in fatal for finding in findings):
        raise click.exceptions.Exit(1)


def _findings(inputs: Sequence[_input.Input | _input.Calendar]) -> list[Finding]:
    """Return the findings on all files.

    Findings on files that cannot be read, and on calendars, come first; then the findings of the rules of
    `confkit.check` on the events in the other files.
    """
    findings: list[Finding] = []
    readable: list[_input.Input] = []
    with _progress.bar_over_items(inputs, "Reading", lambda source: source.estimated_milliseconds) as sources:
        for source in sources:
            if isinstance(source, _input.Calendar):
                findings.extend(source.findings())
                continue
            try:
                _ = source.contents
            except ConfkitError as error:
                findings.extend(error.findings)
            else:
                readable.append(source)
    first_by_id: dict[str, tuple[str, Conference]] = {}
    for source in readable:
        for conference in source.contents.catalog:
            first, _ = first_by_id.setdefault(conference.id, (source.name, conference))
            if first != source.name:
                findings.append(_duplicate_id(conference, source.name, first))
    catalog = Catalog(conference for _, conference in first_by_id.values())
    for source in readable:
        findings.extend(source.findings(catalog))
    return findings


def _duplicate_id(conference: Conference, name: str, first: str) -> Finding:
    """Return the finding on a conference in the file ``name`` that has the id of a conference in the file ``first``."""
    return Finding(
        code="id.duplicate",
        message=f"an event in {first} has the same id",
        path="id",
        value=conference.id,
        hint="give each event its own id",
        where=Position(file=name),
    )
