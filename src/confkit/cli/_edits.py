"""The commands ``extend``, ``reschedule`` and ``cancel``, which change an event in its file."""

from __future__ import annotations

import datetime as dt
import difflib
import functools
import re
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import click

from confkit import check, files
from confkit.cli import _input, _options, _output
from confkit.errors import ConfkitError, InvalidValueError
from confkit.model import Catalog, Days, Hours, Pending, Text, When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from confkit.cli._input import Input
    from confkit.errors import Finding
    from confkit.model import Conference

__all__ = ["cancel", "extend", "reschedule"]

F = TypeVar("F", bound="Callable[..., Any]")

_PENDING = ("tbd", "none", "rolling", "cancelled")
_OTHER_SPELLINGS = {"tba": "tbd", "canceled": "cancelled"}
_ARGUMENTS = {"edit.call": "CALL", "edit.deadline": "DEADLINE", "edit.milestone": "DEADLINE", "edit.event": "--event"}
"""The argument of the command that a finding is about, by the code of the finding."""


@attrs.frozen(kw_only=True)
class _Edit:
    """The arguments that ``extend``, ``reschedule`` and ``cancel`` have in common."""

    name: str
    format: files.Format | None
    event: str | None
    announced: dt.date
    reason: Text | str | None
    dry_run: bool

    def apply(self, change: files.Edit, describe: Callable[[Conference], str]) -> None:
        """Change the file, and print a sentence about the change; in a dry run, only print the change as a patch.

        ``describe`` returns the sentence for the changed event. Findings that the file did not have before are printed
        too, for example a finding on a new date without an hour.
        """
        if self.name == "-":
            raise click.BadParameter("standard input cannot be changed: name a file.", param_hint="FILE")
        source = _input.read_input(self.name, self.format)
        before = source.contents.catalog
        try:
            changed, after = self._changed(change, source, before)
        except InvalidValueError as error:
            argument = _ARGUMENTS.get(error.findings[0].code)
            if argument is not None:
                raise click.BadParameter(_options.sentences(error), param_hint=argument) from None
            raise
        if self.dry_run:
            _print_patch(_patch(self.name, source.data.decode(), changed.data.decode()))
        else:
            _output.print_lines(f"{self.name}: {describe(after)}, announced {self.announced}", self._next_commands())
        _output.report(_new_findings(before, after, changed), err=True)

    def _changed(self, change: files.Edit, source: Input, before: Catalog) -> tuple[Input, Conference]:
        """Return the changed file and the changed event; in a dry run, nothing is written."""
        if not self.dry_run:
            after = files.edit(self.name, change, id=self.event, format=source.format)
            return _input.read_input(self.name, source.format), after
        text = files.edits(source.data, change, id=self.event, format=source.format, file=self.name)
        changed = attrs.evolve(source, data=text.encode())
        return changed, next(event for event in changed.contents.catalog if event != before.get(event.id))

    def _next_commands(self) -> str:
        """Return the line that suggests the commands to run after this command."""
        name = shlex.quote(self.name)
        if self.event is not None:
            return f"    next: confkit check {name}"
        calendar = shlex.quote(str(Path(self.name).with_suffix(".ics")))
        return f"    next: confkit show {name}; confkit ics {name} -o {calendar}"


def _new_findings(before: Catalog, after: Conference, changed: Input) -> Iterator[Finding]:
    """Yield the warnings and errors that a change of the file has caused.

    ``before`` contains the events before the change, ``after`` is the changed event, ``changed`` the changed file.
    """
    now = Catalog(after if event.id == after.id else event for event in before)
    for old, new in zip(before, now, strict=True):
        known = {(finding.code, finding.path) for finding in check.findings(old, catalog=before)}
        caused = [
            finding
            for finding in check.findings(new, catalog=now)
            if finding.level != "note" and (finding.code, finding.path) not in known
        ]
        if caused:
            yield from changed.located(caused, new)


def _callback(parse: Callable[[str], object]) -> Callable[[click.Context, click.Parameter, str | None], Any]:
    """Return a callback for click that converts the value of an argument with ``parse``, and reports a wrong value."""

    def callback(_: click.Context, __: click.Parameter, value: str | None) -> object:
        try:
            return None if value is None else parse(value)
        except ConfkitError as error:
            raise click.BadParameter(_options.sentences(error)) from None

    return callback


def _parse_date(value: str) -> When | Pending:
    return _parse_pending(value, _PENDING) or When.parse(value)


def _parse_days(value: str) -> Days | Pending:
    return _parse_pending(value, ("tbd",)) or Days.parse(value)


def _parse_pending(value: str, words: tuple[str, ...]) -> Pending | None:
    """Return the pending date for a word such as ``tbd``, or ``None`` if the value is not one of the words.

    A word in another spelling, such as ``TBA``, is refused; the message says which word to write.
    """
    if value in words:
        return Pending(value)
    word = _OTHER_SPELLINGS.get(value.lower(), value.lower())
    if word in words:
        raise click.BadParameter(f"{value} is not a date; write {word}.")
    return None


def _parse_day(_: click.Context, __: click.Parameter, value: str) -> dt.date:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise click.BadParameter(f"{value} is not a day; write it like 2025-04-12.")


_SHARED_OPTIONS = (
    click.option(
        "--announced", required=True, callback=_parse_day, metavar="DAY", help="Day of the announcement: 2025-04-12."
    ),
    click.option(
        "--reason",
        multiple=True,
        callback=_options.parse_text,
        metavar="[LANG=]TEXT",
        help="Reason for the change; in several languages: --reason en=... --reason zh=...",
    ),
    click.option("--event", metavar="ID", help="Id of the event, in a file with several events."),
    _options.input_format,
    click.option("--dry-run", is_flag=True, help="Print the change as a patch and leave the file as it is."),
)


def _with_shared_options(command: F) -> F:
    """Decorate a command: add the argument FILE and the shared options, and pass an `_Edit` with their values."""

    @functools.wraps(command)
    def run(
        name: str,
        format: files.Format | None,
        event: str | None,
        announced: dt.date,
        reason: Text | str | None,
        *,
        dry_run: bool,
        **own: object,
    ) -> object:
        edit = _Edit(name=name, format=format, event=event, announced=announced, reason=reason, dry_run=dry_run)
        return command(edit, **own)

    run = _options.report_errors(run)
    for option in reversed(_SHARED_OPTIONS):
        run = option(run)
    return click.argument("name", metavar="FILE")(run)  # type: ignore[return-value]  # click calls it by its options


@click.command()
@_with_shared_options
@click.argument("call")
@click.argument("deadline")
@click.argument("date", metavar="DATE", callback=_callback(_parse_date))
def extend(edit: _Edit, call: str, deadline: str, date: When | Pending) -> None:
    """Change the date of a deadline in its file.

    The old date stays in the file, in the history of the deadline. CALL and DEADLINE are ids; if CALL is -, DEADLINE is
    a milestone of the event. DATE is written as in files (2025-04-20, "2025-04-20T23:59[AoE]"), or is tbd, none,
    rolling or cancelled.
    """
    call_id = None if call == "-" else call

    def describe(after: Conference) -> str:
        if call_id is None:
            deadlines = after.milestones
        else:
            deadlines = next(item.deadlines for item in after.calls if item.id == call_id)
        moved = next(item for item in deadlines if item.id == deadline)
        name = deadline if call_id is None else f"{call_id} {deadline}"
        return f"{name} moves from {_text_of_date(moved.history[-1].at)} to {_text_of_date(moved.at)}"

    change = files.Extend(call=call_id, deadline=deadline, to=date, announced=edit.announced, reason=edit.reason)
    edit.apply(change, describe)


@click.command()
@_with_shared_options
@click.argument("days", callback=_callback(_parse_days))
@click.option("--hours", callback=_callback(Hours.parse), metavar="HOURS", help="New hours of each day: 09:00-18:00.")
def reschedule(edit: _Edit, days: Days | Pending, hours: Hours | None) -> None:
    """Change the days of an event in its file.

    The old days stay in the file, in the history of the event. DAYS is written as in files (2025-06-14/2025-06-15), or
    is tbd: then the event is postponed.
    """
    change = files.Reschedule(days=days, hours=hours, announced=edit.announced, reason=edit.reason)

    def describe(after: Conference) -> str:
        revived = "no longer cancelled: " if after.history[-1].status == "cancelled" else ""
        return f"{revived}{after.status}, {_text_of_date(days)}{f', {hours}' if hours else ''}"

    edit.apply(change, describe)


@click.command()
@_with_shared_options
def cancel(edit: _Edit) -> None:
    """Cancel an event in its file.

    The days of the event stay in the file, for people who look it up.
    """
    edit.apply(files.Cancel(announced=edit.announced, reason=edit.reason), lambda after: after.status)


def _text_of_date(value: When | Days | Pending) -> str:
    """Return a date, or a pending date such as ``tbd``, as it is written in event files."""
    return value.reason if isinstance(value, Pending) else str(value)


# ------------------------------------------------------------------------------------------------------------ patches

_PATCH_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def _patch(name: str, old: str, new: str) -> str:
    """Return the change of a file as a unified diff.

    Lines end at line feeds only, as in the programs that apply patches.
    """
    before, after = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (old, new))
    lines = difflib.unified_diff(before, after, name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _print_patch(patch: str) -> None:
    """Print a patch: unchanged into a file or a pipe; on a terminal in colours, with invisible characters escaped."""
    if sys.stdout is not None and sys.stdout.isatty():
        for line in patch.removesuffix("\n").split("\n"):
            _output.print_lines(line, colour=_PATCH_COLOURS.get(line[:1]))
    else:
        _output.write(patch, "-")
