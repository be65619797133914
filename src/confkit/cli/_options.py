"""The options that several commands have in common, and the functions that check and convert their values."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from confkit import files, words
from confkit.cli import _output
from confkit.errors import AmbiguousTimeError, ConfkitError
from confkit.model import Text, When, parse_zone

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "input_format",
    "input_format_or_calendar",
    "languages",
    "output",
    "output_name",
    "parse_instant",
    "parse_languages",
    "parse_text",
    "parse_timezone",
    "report_errors",
    "sentences",
]

F = TypeVar("F", bound="Callable[..., Any]")

_TEXT_WITH_LANGUAGE = re.compile(r"(?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)=(?P<words>.*)", re.DOTALL)
_EXAMPLES = "write 2025-04-13T12:00+08:00, 2025-04-13T12:00[Asia/Shanghai], or now."


def parse_timezone(_: click.Context, __: click.Parameter, value: str | None) -> dt.tzinfo | None:
    """Return the time zone for the name of a zone, or ``None`` if the option is missing."""
    try:
        return None if value is None else parse_zone(value)
    except ConfkitError as error:
        raise click.BadParameter(sentences(error)) from None


def parse_instant(_: click.Context, __: click.Parameter, value: str | None) -> dt.datetime | None:
    """Return an instant in UTC: the current instant for ``now``, else a date and time with an offset or a zone."""
    if value is None:
        return None
    if value == "now":
        return dt.datetime.now(dt.UTC)
    if "[" in value:
        return _instant_in_zone(value)
    try:
        parsed = dt.datetime.fromisoformat(value)
        if parsed.tzinfo is not None:
            return parsed.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        pass
    raise click.BadParameter(f"{value} is not a date and time with a zone; {_EXAMPLES}")


def _instant_in_zone(value: str) -> dt.datetime:
    """Return the instant of a date and time with a zone in brackets, such as ``2025-04-13T12:00[Asia/Shanghai]``."""
    try:
        return When.parse(value).instant()
    except AmbiguousTimeError as error:
        raise click.BadParameter(f"{value}: {error.findings[0].message}; {_EXAMPLES}") from None
    except ConfkitError as error:
        raise click.BadParameter(sentences(error)) from None


def sentences(error: ConfkitError) -> str:
    """Return a text with the message, the value and the hint of each finding of an error."""
    values = [f" ({finding.value})" if finding.value else "" for finding in error.findings]
    return " ".join(
        f"{finding.message}{value}; {finding.hint}." for finding, value in zip(error.findings, values, strict=True)
    )


def parse_text(_: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> Text | str | None:
    """Return the values of an option that takes a text.

    A single value without a language is returned as it is. Values such as ``en=...`` and ``zh=...`` are returned as a
    `Text` in these languages.
    """
    matches = [_TEXT_WITH_LANGUAGE.fullmatch(value) for value in values]
    if len(values) == 1 and matches[0] is None:
        return values[0]
    by_language = {match["tag"]: match["words"] for match in matches if match}
    if len(by_language) != len(values):
        option = parameter.opts[0]
        raise click.BadParameter(f"begin each text with another language: {option} en=... {option} zh=...")
    try:
        return Text(by_language) if by_language else None
    except ConfkitError as error:
        raise click.BadParameter(sentences(error)) from None


def report_errors(command: F) -> F:
    """Decorate a command so that an error prints its findings and ends the command with exit code 1.

    Each finding is printed with the number of its line in the event file, where the number is known.
    """

    @functools.wraps(command)
    def run(*args: object, **kwargs: object) -> object:
        try:
            return command(*args, **kwargs)
        except ConfkitError as error:
            _output.report(error.findings, err=True)
            raise click.exceptions.Exit(1) from None

    return run  # type: ignore[return-value]  # the wrapper takes the parameters of the command


def parse_languages(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    """Return the tags of languages that are separated by commas: ``zh-Hans`` and ``en`` for ``zh,en``."""
    if value is None:
        return None
    try:
        tags = tuple(words.of(tag.strip()).tag for tag in value.split(","))
    except ConfkitError as error:
        raise click.BadParameter(sentences(error)) from None
    if len(set(tags)) < len(tags):
        raise click.BadParameter(f"{value} names a language twice.")
    return tags


_FORMATS = get_args(files.Format)

input_format = click.option(
    "--from",
    "format",
    type=click.Choice(_FORMATS),
    help="Format of the input.  [default: by its suffix]",
)
input_format_or_calendar = click.option(
    "--from",
    "format",
    type=click.Choice([*_FORMATS, "ics"]),
    help="Format of the input.  [default: by its suffix]",
)


def output_name(_: click.Context, __: click.Parameter, value: str) -> str:
    """Return the name of an output file; refuse an empty name."""
    if not value:
        raise click.BadParameter("the name of the file is empty; write - for standard output.")
    return value


output = click.option(
    "-o",
    "--output",
    default="-",
    callback=output_name,
    metavar="FILE",
    show_default="standard output",
    help="File to write.",
)
languages = click.option(
    "--lang",
    "languages",
    callback=parse_languages,
    metavar="LANG[,LANG]",
    help="Language of the output, or several languages: zh,en.  [default: en]",
)
