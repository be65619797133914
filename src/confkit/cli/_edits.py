"""The commands that change a file in place: ``extend``, ``reschedule`` and ``cancel``."""

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
_MEANT = {"tba": "tbd", "canceled": "cancelled"}
_NAMES = {"edit.call": "CALL", "edit.deadline": "DEADLINE", "edit.milestone": "DEADLINE", "edit.event": "--event"}
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@attrs.frozen(kw_only=True)
class _How:
    """What the three commands have in common."""

    name: str
    given: files.Format | None
    event: str | None
    announced: dt.date
    reason: Text | str | None
    dry_run: bool

    def change(self, change: files.Edit, said: Callable[[Conference], str]) -> None:
        """Change the file and say what changed; or, in a dry run, show it and leave the file.

        What is doubtful since is told too: an hour that the old date stated, days at a venue that were left behind.
        """
        source = _input.read(self.name, self.given)
        if self.name == "-":
            raise click.BadParameter("standard input has no place to be changed in: give a file.", param_hint="FILE")
        before = source.catalog()
        try:
            changed, after = self._made(change, source, before)
        except InvalidValueError as error:
            hint = _NAMES.get(error.findings[0].code)
            if hint is not None:
                raise click.BadParameter(_options.sentences(error), param_hint=hint) from None
            raise
        if self.dry_run:
            _print(_diff(self.name, source.data.decode(), changed.data.decode()))
        else:
            done = f"{self.name}: {said(after)}, announced {self.announced}\n{self._next()}"
            _output.say(done)  # the catalogs' tool reads every ``say``, and no f-string
        _output.tell(_new_doubts(before, after, changed), err=True)

    def _made(self, change: files.Edit, source: Input, before: Catalog) -> tuple[Input, Conference]:
        """Return the file with the change in it, or what it would be, and the event that changed."""
        if not self.dry_run:
            after = files.edit(self.name, change, id=self.event, format=source.format)
            return _input.read(self.name, source.format), after
        text = files.edits(source.data, change, id=self.event, format=source.format, file=self.name)
        changed = attrs.evolve(source, data=text.encode())
        return changed, next(one for one in changed.catalog() if one != before.get(one.id))

    def _next(self) -> str:
        name = shlex.quote(self.name)
        if self.event is not None:
            return f"    next: confkit check {name}"
        calendar = shlex.quote(str(Path(self.name).with_suffix(".ics")))
        return f"    next: confkit show {name}; confkit ics {name} -o {calendar}"


def _new_doubts(before: Catalog, after: Conference, changed: Input) -> Iterator[Finding]:
    """Yield what the rules doubt now and did not doubt before one event changed."""
    now = Catalog(after if one.id == after.id else one for one in before)
    for old, new in zip(before, now, strict=True):
        known = {(finding.code, finding.path) for finding in check.findings(old, catalog=before)}
        found = [
            finding
            for finding in check.findings(new, catalog=now)
            if finding.level != "note" and (finding.code, finding.path) not in known
        ]
        if found:
            yield from changed.located(found, new)


def _parsed(parse: Callable[[str], object]) -> Callable[[click.Context, click.Parameter, str | None], Any]:
    """Return what reads an argument of a text form."""

    def callback(_: click.Context, __: click.Parameter, value: str | None) -> object:
        try:
            return None if value is None else parse(value)
        except ConfkitError as error:
            raise click.BadParameter(_options.sentences(error)) from None

    return callback


def _when(value: str) -> When | Pending:
    return _pending(value, _PENDING) or When.parse(value)


def _days(value: str) -> Days | Pending:
    return _pending(value, ("tbd",)) or Days.parse(value)


def _pending(value: str, words: tuple[str, ...]) -> Pending | None:
    """Return what one of the words stands for; one that is written otherwise is a mistake, with its own way out."""
    if value in words:
        return Pending(value)
    meant = _MEANT.get(value.lower(), value.lower())
    if meant in words:
        raise click.BadParameter(f"{value} is no date; write {meant}.")
    return None


def _day(_: click.Context, __: click.Parameter, value: str) -> dt.date:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise click.BadParameter(f"{value} is no date to the day; write 2025-04-12.")


_SHARED = (
    click.option("--announced", required=True, callback=_day, metavar="DAY", help="The day of the announcement."),
    click.option(
        "--reason",
        multiple=True,
        callback=_options.text,
        metavar="[LANG=]TEXT",
        help="Why; in several languages: --reason en=... --reason zh=...",
    ),
    click.option("--event", metavar="ID", help="Which event, in a file of several."),
    _options.given,
    click.option("--dry-run", is_flag=True, help="Show what would change, and leave the file."),
)


def _changes(command: F) -> F:
    """Give a command the options that all have, and hand them on as one value."""

    @functools.wraps(command)
    def run(
        name: str,
        given: files.Format | None,
        event: str | None,
        announced: dt.date,
        reason: Text | str | None,
        *,
        dry_run: bool,
        **own: object,
    ) -> object:
        how = _How(name=name, given=given, event=event, announced=announced, reason=reason, dry_run=dry_run)
        return command(how, **own)

    run = _options.reports(run)
    for option in reversed(_SHARED):
        run = option(run)
    return click.argument("name", metavar="FILE")(run)  # type: ignore[return-value]  # click calls it by its options


@click.command()
@_changes
@click.argument("call")
@click.argument("deadline")
@click.argument("to", metavar="DATE", callback=_parsed(_when))
def extend(how: _How, call: str, deadline: str, to: When | Pending) -> None:
    """Give a deadline a new date in the file, and keep the old one in its history.

    CALL and DEADLINE are ids; a CALL of - means a milestone of the event. DATE is written as in files
    (2025-04-20, "2025-04-20T23:59[AoE]"), or is tbd, none, rolling or cancelled.
    """
    held = None if call == "-" else call

    def said(after: Conference) -> str:
        among = after.milestones if held is None else next(one.deadlines for one in after.calls if one.id == held)
        moved = next(one for one in among if one.id == deadline)
        name = deadline if held is None else f"{held} {deadline}"
        return f"{name} moves from {_text(moved.history[-1].at)} to {_text(moved.at)}"

    change = files.Extend(call=held, deadline=deadline, to=to, announced=how.announced, reason=how.reason)
    how.change(change, said)


@click.command()
@_changes
@click.argument("days", callback=_parsed(_days))
@click.option("--hours", callback=_parsed(Hours.parse), metavar="HOURS", help="New hours: 09:00-18:00.")
def reschedule(how: _How, days: Days | Pending, hours: Hours | None) -> None:
    """Give the event new days in the file, and keep the old ones in its history.

    DAYS is written as in files (2025-06-14/2025-06-15), or is tbd: then the event is postponed.
    """
    change = files.Reschedule(days=days, hours=hours, announced=how.announced, reason=how.reason)

    def said(after: Conference) -> str:
        revived = "not cancelled any more: " if after.history[-1].status == "cancelled" else ""
        return f"{revived}{after.status}, {_text(days)}{f', {hours}' if hours else ''}"

    how.change(change, said)


@click.command()
@_changes
def cancel(how: _How) -> None:
    """Cancel the event in the file; its days stay there to be seen."""
    how.change(files.Cancel(announced=how.announced, reason=how.reason), lambda after: after.status)


def _text(value: When | Days | Pending) -> str:
    return value.reason if isinstance(value, Pending) else str(value)


def _diff(name: str, old: str, new: str) -> str:
    """Return a change as a patch; only line feeds end lines, as in other programs that read patches."""
    before, after = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (old, new))
    rows = difflib.unified_diff(before, after, name, name)
    return "".join(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows)


def _print(patch: str) -> None:
    """Print a patch, coloured where a person reads it."""
    if sys.stdout.isatty():
        lines = patch.splitlines(keepends=True)
        click.echo("".join(click.style(line, fg=_COLOURS.get(line[:1])) for line in lines), nl=False)
    else:
        _output.write(patch, "-")
