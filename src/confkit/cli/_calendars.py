"""The commands ``ics``, which writes a calendar or a feed to subscribe to, and ``import``, which reads a calendar."""

from __future__ import annotations

import datetime as dt
import functools
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar, get_args
from urllib.parse import urlsplit, urlunsplit

import attrs
import click

from confkit import files, ical
from confkit.cli import _input, _options, _output, _progress
from confkit.errors import ConfkitError, FileError, InvalidValueError
from confkit.model import Catalog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from confkit.errors import Finding
    from confkit.model import Conference, Loaded

__all__ = ["ics", "import_"]

F = TypeVar("F", bound="Callable[..., Any]")

# ------------------------------------------------------------------------------------------------- options of a feed

_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


@attrs.frozen(kw_only=True)
class _FeedOptions:
    """The values of the options of a feed."""

    channel: ical.Channel
    stamp: dt.datetime | None
    split: ical.Split | None
    max_bytes: int | None

    def in_language(self, tag: str) -> _FeedOptions:
        """Return the options for a feed in one language; the name of the language is added to the URL of the feed."""
        if self.channel.url is None:
            return self
        parts = urlsplit(self.channel.url)
        url = urlunsplit(parts._replace(path=_name_in_language(parts.path, tag)))
        return attrs.evolve(self, channel=attrs.evolve(self.channel, url=url))


def _name_in_language(name: str, tag: str) -> str:
    """Return a file name with a language added: ``day.en.ics`` for ``day.ics``."""
    suffix = PurePosixPath(name).suffix
    return f"{name.removesuffix(suffix)}.{tag}{suffix}" if suffix else f"{name}.{tag}"


def _parse_duration(_: click.Context, __: click.Parameter, value: str | None) -> dt.timedelta | None:
    """Return the duration for a value such as ``30m``, ``12h``, ``1d`` or ``1w``."""
    if value is None:
        return None
    match = re.fullmatch(r"([1-9][0-9]{0,4})([mhdw])", value)
    if match is None:
        raise click.BadParameter(f"{value} is not a duration; write 30m, 12h, 1d or 1w.")
    return dt.timedelta(**{_UNITS[match[2]]: int(match[1])})


_text = functools.partial(click.option, multiple=True, callback=_options.parse_text, metavar="[LANG=]TEXT")
_FEED_OPTIONS = (
    click.option("--feed", is_flag=True, help="Write a feed, for people to subscribe to, without alarms."),
    _text("--name", help="Name of the feed; in several languages: --name en=... --name zh=..."),
    _text("--description", help="Description of the feed."),
    click.option("--url", metavar="URL", help="URL at which the feed is published; with --split, URL of the folder."),
    click.option("--color", metavar="COLOR", help="Colour by its name in CSS 3: steelblue."),
    click.option(
        "--refresh",
        callback=_parse_duration,
        metavar="DURATION",
        help="How often programs should fetch it: 30m, 12h, 1d.",
    ),
    click.option("--organizer", metavar="ADDRESS", help="E-mail address of the publisher; needs --stamp."),
    click.option(
        "--stamp",
        callback=_options.parse_instant,
        metavar="TIME",
        help="Time of publication, with --organizer: 2025-04-13T12:00+08:00, or now.",
    ),
    click.option(
        "--split",
        type=click.Choice(get_args(ical.Split)),
        help="Write several calendars into the folder -o, and print their index as JSON.",
    ),
    click.option(
        "--max-bytes",
        type=click.IntRange(min=1),
        metavar="N",
        help="Largest size of a calendar in bytes.  [default: 1000000]",
    ),
)
_CHANNEL = ("name", "description", "url", "color", "refresh", "organizer")
_VALUES = (*_CHANNEL, "stamp", "split", "max_bytes")


def _with_feed_options(command: F) -> F:
    """Decorate a command: add the options of a feed, and pass their values to the command as `_FeedOptions`.

    Without ``--feed``, ``None`` is passed.
    """

    @functools.wraps(command)
    def run(*args: object, **kwargs: Any) -> object:  # noqa: ANN401  # values that callbacks of click returned
        values = {name: kwargs.pop(name) for name in _VALUES}
        feed = _feed_options(values, wanted=kwargs.pop("feed"))
        return command(*args, feed=feed, **kwargs)

    for option in reversed(_FEED_OPTIONS):
        run = option(run)
    return run  # type: ignore[return-value]  # the wrapper takes the parameters of the command


def _feed_options(values: dict[str, Any], *, wanted: bool) -> _FeedOptions | None:
    """Return the values of the options of a feed, or ``None`` if no feed is wanted; refuse options without a feed."""
    if not wanted:
        options = [_option(name) for name, value in values.items() if value is not None]
        if options:
            verb = "is an option of a feed" if len(options) == 1 else "are options of a feed"
            raise click.UsageError(f"{' and '.join(options)} {verb}: add --feed.")
        return None
    if bool(values["organizer"]) != bool(values["stamp"]):
        raise click.UsageError(
            "--organizer and --stamp go together: a feed with an organizer states when it was made; "
            "write --stamp now, or a time."
        )
    try:
        channel = ical.Channel(**{name: values[name] for name in _CHANNEL})
    except InvalidValueError as error:
        raise click.UsageError(" ".join(map(_sentence, error.findings))) from None
    return _FeedOptions(channel=channel, stamp=values["stamp"], split=values["split"], max_bytes=values["max_bytes"])


def _sentence(finding: Finding) -> str:
    """Return a finding on an option of a feed as a sentence that names the option."""
    value = f" ({finding.value})" if finding.value else ""
    return f"{_option(finding.path.partition('.')[0])}: {finding.message}{value}; {finding.hint}."


def _option(name: str) -> str:
    """Return an option as it is written on the command line: ``--max-bytes`` for ``max_bytes``."""
    return f"--{name.replace('_', '-')}"


# --------------------------------------------------------------------------------------------------- the command ics


def _parse_kinds(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    """Return kinds of calendar entries that are separated by commas."""
    if value is None:
        return None
    kinds = tuple(kind.strip() for kind in value.split(","))
    unknown = [kind for kind in kinds if kind not in ical.KINDS]
    if unknown:
        raise click.BadParameter(
            f"{unknown[0] or value} is not a kind of entry; write some of {', '.join(ical.KINDS)}."
        )
    return kinds


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@_options.input_format
@_options.languages
@click.option("--pair", is_flag=True, help="Write one calendar for each language: day.zh-Hans.ics and day.en.ics.")
@click.option(
    "--kinds",
    callback=_parse_kinds,
    metavar="KIND[,KIND]",
    help=f"Kinds of entries to write: {', '.join(ical.KINDS)}.  [default: all]",
)
@click.option("--alarms/--no-alarms", default=None, help="Add alarms to deadlines.  [default: alarms, in a feed none]")
@_with_feed_options
@_options.output
@_options.report_errors
def ics(
    names: tuple[str, ...],
    format: files.Format | None,
    languages: tuple[str, ...] | None,
    kinds: tuple[ical.Kind, ...] | None,
    alarms: bool | None,
    feed: _FeedOptions | None,
    output: str,
    *,
    pair: bool,
) -> None:
    """Write a calendar, or a feed to subscribe to.

    FILE is an event file, a folder, or - for standard input.
    """
    _refuse_combinations(languages, feed, output, pair=pair, alarms=bool(alarms))
    targets = tuple(_targets(languages or ("en",), output, feed, pair=pair))
    try:
        events = _input.read_events(names, format, [target for _, target, _ in targets])
    except FileError as error:
        raise _nothing_written(error.findings) from None
    calendars = _Calendars(events=events, kinds=kinds, alarms=alarms is not False)
    findings: dict[Finding, None] = {}
    try:
        for in_languages, target, feed_options in targets:
            findings |= dict.fromkeys(calendars.write(in_languages, target, feed_options))
    except ConfkitError as error:
        raise _nothing_written(events.located(error.findings)) from None
    _output.report(events.located(findings), err=True)
    if any(finding.level == "error" for finding in findings):
        raise click.exceptions.Exit(1)


def _refuse_combinations(
    languages: tuple[str, ...] | None, feed: _FeedOptions | None, output: str, *, pair: bool, alarms: bool
) -> None:
    """Refuse options that contradict each other."""
    split = feed is not None and feed.split is not None
    if alarms and feed:
        raise click.UsageError("a feed has no alarms: calendar programs drop them, or show too many. Omit --alarms.")
    if output == "-" and (pair or split):
        raise click.UsageError(f"{'--pair' if pair else '--split'} writes several files: name them with --output.")
    if pair and split:
        raise click.UsageError("--pair and --split do not go together: run the command once for each language.")
    if pair and len(languages or ()) < 2:
        raise click.UsageError("--pair needs two languages or more: --lang zh,en")


def _nothing_written(findings: Iterable[Finding]) -> click.exceptions.Exit:
    """Print findings and the message that nothing was written, and return the exception that ends the command.

    Without the message, this would look like a feed that was written without some entries, which has exit code 1 too.
    """
    _output.report(findings, err=True)
    _output.print_message("nothing was written")
    return click.exceptions.Exit(1)


def _targets(
    languages: tuple[str, ...], output: str, feed: _FeedOptions | None, *, pair: bool
) -> Iterator[tuple[tuple[str, ...], str, _FeedOptions | None]]:
    """Yield the languages, the output and the feed options of each calendar to write."""
    if not pair:
        yield languages, output, feed
        return
    for tag in languages:
        path = Path(output)
        target = path.with_name(_name_in_language(path.name, tag))
        yield (tag,), str(target), feed and feed.in_language(tag)


@attrs.frozen(kw_only=True)
class _Calendars:
    """The events to write as calendars, the kinds of entries to write, and whether entries have alarms."""

    events: _input.Events
    kinds: tuple[ical.Kind, ...] | None
    alarms: bool

    def write(self, languages: tuple[str, ...], output: str, feed: _FeedOptions | None) -> tuple[Finding, ...]:
        """Write a calendar, a feed, or the calendars of a split feed; return findings on entries that are missing."""
        if feed is None:
            return self._download(languages, output)
        return self._split_feed(languages, output, feed) if feed.split else self._whole_feed(languages, output, feed)

    def _download(self, languages: tuple[str, ...], output: str) -> tuple[Finding, ...]:
        """Write a calendar that people download; return findings on entries that are missing."""
        catalog = self.events.catalog()
        with _progress.bar(len(catalog), "Writing") as advance:
            data = ical.dumps(
                catalog, language=languages, kinds=self.kinds, alarms=self.alarms, wording=_AdvanceByEvent(advance)
            )
        _output.write(data, output)
        return ical.left_out(catalog, kinds=self.kinds)

    def _whole_feed(self, languages: tuple[str, ...], output: str, feed: _FeedOptions) -> tuple[Finding, ...]:
        """Write a feed as one calendar; return findings on entries that are missing."""
        with _progress.bar_over_items(self.events.conferences, "Writing") as conferences:
            calendar = ical.feed(conferences, feed.channel, language=languages, **self._arguments(feed))
        _output.write(calendar.data, output)
        return calendar.findings

    def _split_feed(self, languages: tuple[str, ...], output: str, feed: _FeedOptions) -> tuple[Finding, ...]:
        """Write a feed as several calendars, and print their index; return findings on entries that are missing."""
        with _progress.bar_over_items(self.events.conferences, "Writing") as conferences:
            try:
                index = ical.split_feed(
                    conferences,
                    output,
                    feed.channel,
                    by=feed.split or "year",
                    language=languages,
                    **self._arguments(feed),
                )
            except FileError as error:
                raise _output.unwritable(error, output) from None
        # Printed and not written into the folder: among event files, the index would be read as an event.
        _output.write(_as_json(index), "-")
        return index.findings

    def _arguments(self, feed: _FeedOptions) -> dict[str, Any]:
        """Return the arguments that `ical.feed` and `ical.split_feed` have in common."""
        first_by_id = {conference.id: conference for conference in reversed(self.events.conferences)}
        limit = {"max_bytes": feed.max_bytes} if feed.max_bytes else {}
        return {"kinds": self.kinds, "stamp": feed.stamp, "catalog": Catalog(first_by_id.values()), **limit}


class _AdvanceByEvent:
    """A function that advances a progress bar when the first entry of each event is written.

    `ical.dumps` calls the function in its argument ``wording`` with each entry. Such a function may return other words
    for the entry; this function returns ``None``, so the words stay as they are.
    """

    def __init__(self, advance: Callable[[int], None]) -> None:
        self._advance = advance
        self._last: Conference | None = None

    def __call__(self, entry: ical.Entry) -> None:
        """Advance the progress bar if the entry belongs to another event than the entry before."""
        if entry.conference is not self._last:
            self._last = entry.conference
            self._advance(1)


def _as_json(index: ical.Index) -> str:
    """Return the index of a split feed as JSON: the name, the title, the URL and the size of each calendar."""
    parts = [
        {
            "name": part.name,
            "title": part.title,
            "key": part.key,
            "entries": part.entries,
            "bytes": part.size,
            "first": part.first.isoformat(),
            "last": part.last.isoformat(),
            "url": part.url,
        }
        for part in index.parts
    ]
    return _output.json_text({"by": index.by, "entries": index.entries, "parts": parts})


# ------------------------------------------------------------------------------------------------ the command import

_BYTES_PER_MILLISECOND = 6_000
"""The approximate speed at which a calendar is read; used by progress bars."""
_MILLISECONDS_PER_EVENT: dict[files.Format, int] = {"yaml": 5, "toml": 1, "json": 1, "jsonl": 1}
"""The approximate time that writing an event takes; used by progress bars."""


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
    with _progress.label(len(data) // _BYTES_PER_MILLISECOND, "Reading"):
        loaded: Loaded = ical.loads(data, file=source)
    _output.report(loaded.findings, err=True)
    if loaded.findings:
        _output.print_message(_output.summary(loaded.findings))
    if loaded.conferences:
        with _progress.label(len(loaded.conferences) * _MILLISECONDS_PER_EVENT[output_format], "Writing"):
            text = files.dumps(_one_or_catalog(loaded.conferences), format=output_format)
        _output.write(text, output)
    if not loaded.conferences or any(finding.level == "error" for finding in loaded.findings):
        raise click.exceptions.Exit(1)


def _format_of_output(output: str) -> files.Format:
    """Return the format of an output file by its suffix; the format of standard output is YAML."""
    if output == "-":
        return "yaml"
    format = _input.format_by_suffix(output)
    if format is None:
        known = ", ".join(files.SUFFIXES)
        raise click.BadParameter(
            f"{output} does not end in {known}: say which format it is with --to.", param_hint="--output"
        )
    return format


def _one_or_catalog(conferences: tuple[Conference, ...]) -> Conference | Catalog:
    return conferences[0] if len(conferences) == 1 else Catalog(conferences)
