"""What commands have in common: options, the values that they take, and how a command says that it could not."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import TYPE_CHECKING, Any, TypeVar

import click

from confkit import words
from confkit.cli import _output
from confkit.errors import AmbiguousTimeError, ConfkitError
from confkit.model import Text, When, parse_zone

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["given", "given_or_calendar", "languages", "moment", "output", "reports", "sentences", "text", "zone"]

F = TypeVar("F", bound="Callable[..., Any]")

_TAGGED = re.compile(r"(?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)=(?P<words>.*)", re.DOTALL)
_MOMENT = "write 2025-04-13T12:00+08:00, 2025-04-13T12:00[Asia/Shanghai], or now."


def zone(_: click.Context, __: click.Parameter, value: str | None) -> dt.tzinfo | None:
    """Return the time zone of a text."""
    try:
        return None if value is None else parse_zone(value)
    except ConfkitError as error:
        raise click.BadParameter(sentences(error)) from None


def moment(_: click.Context, __: click.Parameter, value: str | None) -> dt.datetime | None:
    """Return the moment of a text that states its zone, or the present one."""
    if value is None:
        return None
    if value == "now":
        return dt.datetime.now(dt.UTC)
    if "[" in value:
        return _announced(value)
    try:
        now = dt.datetime.fromisoformat(value)
        if now.tzinfo is not None:
            return now.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        pass
    raise click.BadParameter(f"{value} is no moment with a zone; {_MOMENT}")


def _announced(value: str) -> dt.datetime:
    """Return the instant of a moment as files have it, with its zone in brackets."""
    try:
        return When.parse(value).instant()
    except AmbiguousTimeError as error:
        raise click.BadParameter(f"{value}: {error.findings[0].message}; {_MOMENT}") from None
    except ConfkitError as error:
        raise click.BadParameter(sentences(error)) from None


def sentences(error: ConfkitError) -> str:
    """Return an error as sentences, for what is wrong with an argument."""
    values = [f" ({one.value})" if one.value else "" for one in error.findings]
    return " ".join(f"{one.message}{value}; {one.hint}." for one, value in zip(error.findings, values, strict=True))


def text(_: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> Text | str | None:
    """Return words in the language of the file or, where each value names its own, in several."""
    tagged = [_TAGGED.fullmatch(value) for value in values]
    if len(values) == 1 and tagged[0] is None:
        return values[0]
    words = {match["tag"]: match["words"] for match in tagged if match}
    if len(words) != len(values):
        option = parameter.opts[0]
        raise click.BadParameter(f"several texts each begin with another language: {option} en=... {option} zh=...")
    try:
        return Text(words) if words else None
    except ConfkitError as error:
        raise click.BadParameter(sentences(error)) from None


def reports(command: F) -> F:
    """Print what a command could not do, each problem at its line, and leave with 1."""

    @functools.wraps(command)
    def run(*args: object, **kwargs: object) -> object:
        try:
            return command(*args, **kwargs)
        except ConfkitError as error:
            _output.tell(error.findings, err=True)
            raise click.exceptions.Exit(1) from None

    return run  # type: ignore[return-value]  # the signature is the command's own


def _languages(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    try:
        tags = tuple(words.of(tag.strip()).tag for tag in value.split(","))
    except ConfkitError as error:
        raise click.BadParameter(sentences(error)) from None
    if len(set(tags)) < len(tags):
        raise click.BadParameter(f"{value} names a language twice.")
    return tags


given = click.option(
    "--from",
    "given",
    type=click.Choice(["yaml", "json", "jsonl", "toml"]),
    help="Format of the input; else its suffix says.",
)
given_or_calendar = click.option(
    "--from",
    "given",
    type=click.Choice(["yaml", "json", "jsonl", "toml", "ics"]),
    help="Format of the input; else its suffix says.",
)
output = click.option(
    "-o", "--output", default="-", show_default="standard output", help="Where to write; - is standard output."
)
languages = click.option(
    "--lang",
    "languages",
    callback=_languages,
    metavar="LANG[,LANG]",
    help="Language, or several, such as zh,en.  [default: en]",
)
