"""The command ``invite``: a mail for each of the people who are invited, told of a change, or no longer expected."""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import click

from confkit import ical
from confkit.cli import _input, _options, _output, _progress, _spared
from confkit.errors import ConfkitError

if TYPE_CHECKING:
    import datetime as dt

    from confkit import files


__all__ = ["invite"]

_COST = 5
"""About how many milliseconds a mail takes."""


def _mailbox(_: click.Context, __: click.Parameter, value: str) -> ical.Mailbox:
    try:
        return ical.Mailbox.parse(value)
    except ConfkitError as error:
        raise click.BadParameter(_options.sentences(error)) from None


def _mailboxes(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[ical.Mailbox, ...]:
    found = tuple(_mailbox(context, parameter, value) for value in values)
    names = [_file_of(one).casefold() for one in found]
    for one, name in zip(found, names, strict=True):
        if names.count(name) > 1:
            raise click.BadParameter(f"{one.email} is named twice.")
    return found


@click.command()
@click.argument("name", metavar="FILE")
@_options.given
@click.option(
    "--to",
    "people",
    multiple=True,
    required=True,
    callback=_mailboxes,
    metavar="MAILBOX",
    help="Who is invited: ada@example.org, or 'Ada Lovelace <ada@example.org>'. Several get a mail each.",
)
@click.option(
    "--organizer",
    required=True,
    callback=_mailbox,
    metavar="MAILBOX",
    help="Who invites and gets the answers, written the same way.",
)
@click.option("--update", is_flag=True, help="Say that what they were invited to has changed.")
@click.option("--cancel", is_flag=True, help="Say that it does not take place.")
@click.option("--uninvite", is_flag=True, help="Say that they are no longer invited.")
@click.option(
    "--entry",
    default="event",
    show_default=True,
    help="To what: event, registration, venue/ID, call/ID/DEADLINE or milestone/ID.",
)
@_options.languages
@click.option(
    "--stamp",
    default="now",
    show_default=True,
    callback=_options.moment,
    metavar="MOMENT",
    help="When the mails are made: 2025-03-20T09:00+08:00, or now.",
)
@click.option(
    "-o",
    "--output",
    default="-",
    show_default="standard output",
    help="Where to write: a file, or a folder (its name ends in /) with a file for each address.",
)
@_options.reports
def invite(
    name: str,
    given: files.Format | None,
    people: tuple[ical.Mailbox, ...],
    organizer: ical.Mailbox,
    entry: str,
    languages: tuple[str, ...] | None,
    stamp: dt.datetime,
    output: str,
    **acts: bool,
) -> None:
    """Write a mail with an invitation to an event, for each of the people; nothing is sent."""
    if languages and len(languages) > 1:
        raise click.UsageError("a mail speaks one language: run the command once for each")
    chosen = [act for act, is_wanted in acts.items() if is_wanted]
    if len(chosen) > 1:
        raise click.UsageError(f"choose one of {', '.join(f'--{act}' for act in chosen)}")
    folder = output.endswith(("/", os.sep)) or (output != "-" and Path(output).is_dir())
    if len(people) > 1 and not folder:
        raise click.UsageError("several mails need a folder to lie in: -o invitations/")
    targets = [str(Path(output) / _file_of(to)) if folder else output for to in people]
    source = _input.read(name, given)
    _spared.spare([source.name], targets)
    conference = source.conference()
    make = {"update": ical.update, "cancel": ical.cancel, "uninvite": ical.uninvite}.get("".join(chosen), ical.invite)
    say = functools.partial(
        make, conference, organizer=organizer, stamp=stamp, language=(languages or ("en",))[0], entry=entry
    )
    try:
        with _progress.watched(people, "Writing", lambda _: _COST) as each:
            made = [say(to=to) for to in each]
    except ConfkitError as error:
        if error.findings[0].path == "entry":
            raise click.BadParameter(_options.sentences(error), param_hint="--entry") from None
        raise type(error)(*source.located(error.findings, conference)) from None
    if folder:
        _make(output)
    for target, one in zip(targets, made, strict=True):
        _output.write(one.message.as_bytes(), target)


def _file_of(to: ical.Mailbox) -> str:
    """Return the name of a file for an address, in which no sign means a folder."""
    return f"{quote(to.email, safe='@+')}.eml"


def _make(output: str) -> None:
    try:
        Path(output).mkdir(exist_ok=True)
    except OSError as error:
        raise click.BadParameter(
            f"{output} is no folder and cannot be made: {error.strerror}.", param_hint="--output"
        ) from None
