"""The command ``import``: writes the events of a calendar as an event file."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from confkit import files, ical
from confkit.cli import _input, _options, _output, _progress
from confkit.model import Catalog

if TYPE_CHECKING:
    from confkit.model import Conference, Loaded

__all__ = ["import_"]

_BYTES_PER_MILLISECOND = 6_000
"""About how fast a calendar is read, for progress bars."""
_MILLISECONDS_PER_EVENT: dict[files.Format, int] = {"yaml": 5, "toml": 1, "json": 1, "jsonl": 1}
"""About how long it takes to write an event, for progress bars."""


@click.command("import")
@click.argument("name", metavar="CALENDAR")
@click.option(
    "--to",
    "format",
    type=click.Choice(get_args(files.Format)),
    help="Format of the event file.  [default: by its suffix; on standard output YAML]",
)
@_options.output
@_options.report_errors
def import_(name: str, format: files.Format | None, output: str) -> None:
    """Convert a calendar (.ics) to an event file.

    CALENDAR is a file, or - for standard input. Several events become a list. Problems are reported on standard
    error; the command ends with exit code 1 if a record of the calendar is missing in the event file.
    """
    output_format = format or _format_of_output(output)
    data, source = _input.read_bytes(name), "<stdin>" if name == "-" else name
    _output.refuse_overwriting([source], [output])
    with _progress.waiting(len(data) // _BYTES_PER_MILLISECOND, "Reading"):
        loaded: Loaded = ical.loads(data, file=source)
    _output.report(loaded.findings, err=True)
    if loaded.findings:
        _output.message(_output.summary(loaded.findings))
    if loaded.conferences:
        with _progress.waiting(len(loaded.conferences) * _MILLISECONDS_PER_EVENT[output_format], "Writing"):
            text = files.dumps(_one_or_catalog(loaded.conferences), format=output_format)
        _output.write(text, output)
    if not loaded.conferences or any(finding.level == "error" for finding in loaded.findings):
        raise click.exceptions.Exit(1)


def _format_of_output(output: str) -> files.Format:
    """Return the format that the suffix of the output stands for, or YAML for standard output."""
    if output == "-":
        return "yaml"
    format = _input.format_of(output)
    if format is None:
        known = ", ".join(files.SUFFIXES)
        raise click.BadParameter(
            f"{output} does not end in {known}: say which format it is with --to.", param_hint="--output"
        )
    return format


def _one_or_catalog(conferences: tuple[Conference, ...]) -> Conference | Catalog:
    return conferences[0] if len(conferences) == 1 else Catalog(conferences)
