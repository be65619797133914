"""The commands: each reads its arguments, calls one function, prints."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING

import click

from confkit import files
from confkit.cli import _calendars, _check, _compare, _edits, _import, _input, _invite, _layouts, _options, _output

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["confkit"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(package_name="confkit-events", prog_name="confkit")
def confkit() -> None:
    """Events as typed data: calendars and summaries in English and Chinese from one file."""


@confkit.command()
@_options.output
@_options.reports
def example(output: str) -> None:
    """Print the bundled example, PyTorch Day China 2025, as YAML."""
    source = resources.files("confkit.files") / "pytorch-day-china-2025.yaml"
    _output.write(source.read_bytes().decode("utf-8"), output)


@confkit.command()
@click.argument("name", metavar="FILE")
@_options.given
@_options.languages
@click.option("--as", "layout", type=click.Choice(_layouts.LAYOUTS), default="text", show_default=True)
@click.option(
    "--now",
    callback=_options.moment,
    metavar="MOMENT",
    help="Say what is open and closed at this moment: 2025-04-13T12:00+08:00, or now.",
)
@click.option(
    "--zone",
    callback=_options.zone,
    metavar="ZONE",
    help="Say times in this zone too: Europe/Berlin.  [default: the venue's]",
)
@_options.reports
def show(
    name: str,
    given: files.Format | None,
    languages: tuple[str, ...] | None,
    layout: str,
    now: dt.datetime | None,
    zone: dt.tzinfo | None,
) -> None:
    """Print a conference in words, in one language or several."""
    conference = _input.read(name, given).conference()
    _output.write(_layouts.shown(conference, layout, languages, now=now, zone=zone), "-")


@confkit.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@_options.given
@_options.languages
@click.option("--as", "form", type=click.Choice(_compare.FORMS), default="text", show_default=True)
@_options.reports
def diff(old: str, new: str, given: files.Format | None, languages: tuple[str, ...] | None, form: str) -> None:
    """Print what changed between two versions of a file or a folder."""
    _output.write(_compare.compared(old, new, given, languages or ("en",), form), "-")


@confkit.command()
@_options.output
@_options.reports
def schema(output: str) -> None:
    """Print the JSON Schema of the files, for editors that complete and check."""
    _output.write(json.dumps(files.schema(), ensure_ascii=False, indent=2) + "\n", output)


for command in (
    _check.check,
    _calendars.ics,
    _import.import_,
    _invite.invite,
    _edits.extend,
    _edits.reschedule,
    _edits.cancel,
):
    confkit.add_command(command)
