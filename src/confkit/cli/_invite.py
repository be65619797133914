"""The command ``invite``, which writes mails that invite people to an event, or that change or cancel invitations."""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import click

from confkit import ical
from confkit.cli import _input, _options, _output, _progress
from confkit.errors import ConfkitError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from confkit import files

__all__ = ["invite"]

_MILLISECONDS_PER_MAIL = 5
"""The approximate time that making a mail takes; used by progress bars."""
_ACTIONS = {"update": ical.update, "cancel": ical.cancel, "uninvite": ical.uninvite}


def _parse_mailbox(_: click.Context, __: click.Parameter, value: str) -> ical.Mailbox:
    try:
        return ical.Mailbox.parse(value)
    except ConfkitError as error:
        raise click.BadParameter(_options.sentences(error)) from None


def _parse_mailboxes(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[ical.Mailbox, ...]:
    """Return the mailboxes of the people to invite; refuse two mailboxes whose mails would be the same file."""
    mailboxes = tuple(_parse_mailbox(context, parameter, value) for value in values)
    names = [_file_name(mailbox).casefold() for mailbox in mailboxes]
    for mailbox, name in zip(mailboxes, names, strict=True):
        if names.count(name) > 1:
            raise click.BadParameter(f"{mailbox.email} is named twice.")
    return mailboxes


@click.command()
@click.argument("name", metavar="FILE")
@_options.input_format
@click.option(
    "--to",
    "people",
    multiple=True,
    required=True,
    callback=_parse_mailboxes,
    metavar="MAILBOX",
    help="Person to invite: ada@example.org, or 'Ada Lovelace <ada@example.org>'; can be repeated, for a mail each.",
)
@click.option(
    "--organizer",
    required=True,
    callback=_parse_mailbox,
    metavar="MAILBOX",
    help="Sender of the invitation, who gets the answers; written like --to.",
)
@click.option("--update", is_flag=True, help="State that the entry has changed since the invitation.")
@click.option("--cancel", is_flag=True, help="State that the entry does not take place.")
@click.option("--uninvite", is_flag=True, help="State that the person is no longer invited.")
@click.option(
    "--entry",
    default="event",
    metavar="ENTRY",
    show_default=True,
    help="Entry of the calendar: event, registration, venue/ID, call/ID/DEADLINE or milestone/ID.",
)
@click.option(
    "--lang",
    "languages",
    callback=_options.parse_languages,
    metavar="LANG",
    help="Language of the mails.  [default: en]",
)
@click.option(
    "--stamp",
    default="now",
    show_default=True,
    callback=_options.parse_instant,
    metavar="TIME",
    help="Time at which the mails are made: 2025-03-20T09:00+08:00, or now.",
)
@click.option(
    "-o",
    "--output",
    default="-",
    callback=_options.output_name,
    metavar="FILE",
    show_default="standard output",
    help="File to write, or a folder (its name ends in /) for one file for each address.",
)
@_options.report_errors
def invite(
    name: str,
    format: files.Format | None,
    people: tuple[ical.Mailbox, ...],
    organizer: ical.Mailbox,
    entry: str,
    languages: tuple[str, ...] | None,
    stamp: dt.datetime,
    output: str,
    **actions: bool,
) -> None:
    """Write invitation e-mails; nothing is sent.

    FILE is an event file, or - for standard input.
    """
    if languages and len(languages) > 1:
        raise click.UsageError("a mail is in one language: run the command once for each language.")
    make = functools.partial(
        _chosen_function(actions), organizer=organizer, stamp=stamp, language=(languages or ("en",))[0], entry=entry
    )
    folder = output.endswith(("/", os.sep)) or (output != "-" and Path(output).is_dir())
    if len(people) > 1 and not folder:
        raise click.UsageError("several mails need a folder: -o invitations/")
    targets = [str(Path(output) / _file_name(person)) if folder else output for person in people]
    source = _input.read_input(name, format)
    _output.refuse_overwriting([source.name], targets)
    mails = _mails(source, make, people)
    if folder:
        _make_folder(output)
    for target, mail in zip(targets, mails, strict=True):
        _output.write(mail, target)


def _chosen_function(actions: dict[str, bool]) -> Callable[..., ical.Invitation]:
    """Return the function that makes the mails, such as `ical.update` for ``--update``; `ical.invite` by default."""
    chosen = [action for action, is_chosen in actions.items() if is_chosen]
    if len(chosen) > 1:
        raise click.UsageError(f"choose one of {', '.join(f'--{action}' for action in chosen)}")
    return _ACTIONS[chosen[0]] if chosen else ical.invite


def _mails(source: _input.Input, make: Callable[..., ical.Invitation], people: tuple[ical.Mailbox, ...]) -> list[bytes]:
    """Return a mail for each person.

    Raises:
        ConfkitError: the event cannot be sent as an invitation; each finding has its position in the event file.
    """
    conference = source.conference()
    try:
        with _progress.bar_over_items(people, "Writing", lambda _: _MILLISECONDS_PER_MAIL) as recipients:
            return [make(conference, to=recipient).message.as_bytes() for recipient in recipients]
    except ConfkitError as error:
        if error.findings[0].path == "entry":
            raise click.BadParameter(_options.sentences(error), param_hint="--entry") from None
        raise type(error)(*source.located(error.findings, conference)) from None


def _file_name(person: ical.Mailbox) -> str:
    """Return the name of the file with the mail to a person.

    Slashes in the address are escaped, so that the file cannot be written outside the output folder.
    """
    return f"{quote(person.email, safe='@+')}.eml"


def _make_folder(output: str) -> None:
    try:
        Path(output).mkdir(exist_ok=True)
    except OSError as error:
        raise click.BadParameter(
            f"{output} is not a folder and cannot be created: {error.strerror}.", param_hint="--output"
        ) from None
