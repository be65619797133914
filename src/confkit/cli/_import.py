"""The command ``import``: a calendar to a file of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from confkit import files, ical
from confkit.cli import _input, _options, _output, _progress, _spared
from confkit.model import Catalog

if TYPE_CHECKING:
    from confkit.model import Conference, Loaded

__all__ = ["import_"]

_PACE = 6_000
"""About how many octets are read in a millisecond."""
_COSTS: dict[files.Format, int] = {"yaml": 5, "toml": 1, "json": 1, "jsonl": 1}
"""About how many milliseconds it takes to write an event."""


@click.command("import")
@click.argument("name", metavar="CALENDAR")
@click.option(
    "--to",
    "form",
    type=click.Choice(["yaml", "json", "jsonl", "toml"]),
    help="Format of the file; else its suffix says; on standard output, YAML.",
)
@_options.output
@_options.reports
def import_(name: str, form: files.Format | None, output: str) -> None:
    """Write the events of a calendar (.ics) as a file: one as it is, several as a catalog.

    What was doubtful or not read goes to standard error. Leaves with 1 if a record is missing.
    """
    format = form or _said(output)
    data, source = _input.octets(name), "<stdin>" if name == "-" else name
    _spared.spare([source], [output])
    with _progress.waiting(len(data) // _PACE, "Reading"):
        loaded: Loaded = ical.loads(data, file=source)
    _output.tell(loaded.findings, err=True)
    if loaded.findings:
        click.echo(_output.summary(loaded.findings), err=True)
    if loaded.conferences:
        with _progress.waiting(len(loaded.conferences) * _COSTS[format], "Writing"):
            text = files.dumps(_whole(loaded.conferences), format=format)
        _output.write(text, output)
    if not loaded.conferences or any(finding.level == "error" for finding in loaded.findings):
        raise click.exceptions.Exit(1)


def _said(output: str) -> files.Format:
    """Return the format that the name of the output says; standard output says none."""
    if output == "-":
        return "yaml"
    format = _input.suffix(output)
    if format is None:
        known = ", ".join(_input.SUFFIXES)
        raise click.BadParameter(
            f"{output} does not end in {known}: say which format it is with --to.", param_hint="--output"
        )
    return format


def _whole(conferences: tuple[Conference, ...]) -> Conference | Catalog:
    return conferences[0] if len(conferences) == 1 else Catalog(conferences)
