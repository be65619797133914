"""The command ``ics``: the calendar of one event or of many, to download, or as a feed to subscribe to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from confkit import ical
from confkit.cli import _feeds, _held, _options, _output, _progress
from confkit.errors import ConfkitError, FileError
from confkit.model import Catalog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from confkit import files
    from confkit.cli._feeds import FeedOptions
    from confkit.errors import Finding
    from confkit.model import Conference

__all__ = ["ics"]


@attrs.frozen(kw_only=True)
class _Calendars:
    """The calendars of one run: of which events, and which entries of them."""

    held: _held.Held
    kinds: tuple[ical.Kind, ...] | None
    alarms: bool

    def write(self, languages: tuple[str, ...], output: str, feed: FeedOptions | None) -> tuple[Finding, ...]:
        """Write one calendar, or all parts of one, and return what is not in it."""
        if feed is None:
            catalog = self.held.catalog()
            with _progress.counted(len(catalog), "Writing") as advance:
                data = ical.dumps(
                    catalog, language=languages, kinds=self.kinds, alarms=self.alarms, wording=_Counting(advance)
                )
            _output.write(data, output)
            return ical.left_out(catalog, kinds=self.kinds)
        return self._parts(languages, output, feed) if feed.split else self._feed(languages, output, feed)

    def _feed(self, languages: tuple[str, ...], output: str, feed: FeedOptions) -> tuple[Finding, ...]:
        with _progress.watched(self.held.conferences, "Writing") as conferences:
            made = ical.feed(conferences, feed.channel, language=languages, **self._common(feed))
        _output.write(made.data, output)
        return made.findings

    def _parts(self, languages: tuple[str, ...], output: str, feed: FeedOptions) -> tuple[Finding, ...]:
        with _progress.watched(self.held.conferences, "Writing") as conferences:
            try:
                index = ical.split_feed(
                    conferences,
                    output,
                    feed.channel,
                    by=feed.split or "year",
                    language=languages,
                    **self._common(feed),
                )
            except FileError as error:
                raise click.BadParameter(_options.sentences(error), param_hint="--output") from None
        # Not into the folder: where that lies among the events, it would be read as one of them.
        _output.say(_as_json(index))
        return index.findings

    def _common(self, feed: FeedOptions) -> dict[str, Any]:
        known = {conference.id: conference for conference in reversed(self.held.conferences)}
        limit = {"max_bytes": feed.max_bytes} if feed.max_bytes else {}
        return {"kinds": self.kinds, "stamp": feed.stamp, "catalog": Catalog(known.values()), **limit}


class _Counting:
    """Says nothing of its own about entries, and tells with each event that begins that there is one more."""

    def __init__(self, advance: Callable[[int], None]) -> None:
        self._advance = advance
        self._last: Conference | None = None

    def __call__(self, entry: ical.Entry) -> None:
        if entry.conference is not self._last:
            self._last = entry.conference
            self._advance(1)


def _as_json(index: ical.Index) -> str:
    """Return an index as programs read it: what people would subscribe to, and what they would find there."""
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
    whole = {"by": index.by, "entries": index.entries, "parts": parts}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _kinds(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    kinds = tuple(kind.strip() for kind in value.split(","))
    unknown = [kind for kind in kinds if kind not in ical.KINDS]
    if unknown:
        raise click.BadParameter(f"{unknown[0] or value} is no kind of entry; write some of {', '.join(ical.KINDS)}.")
    return kinds


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@_options.given
@_options.languages
@click.option("--pair", is_flag=True, help="Write one calendar for each language: day.zh-Hans.ics and day.en.ics.")
@click.option(
    "--kinds", callback=_kinds, metavar="KIND[,KIND]", help=f"Which entries: {', '.join(ical.KINDS)}.  [default: all]"
)
@click.option("--alarms/--no-alarms", default=None, help="Remind of deadlines.  [default: alarms, in a feed none]")
@_feeds.options
@_options.output
@_options.reports
def ics(
    names: tuple[str, ...],
    given: files.Format | None,
    languages: tuple[str, ...] | None,
    kinds: tuple[ical.Kind, ...] | None,
    alarms: bool | None,
    feed: FeedOptions | None,
    output: str,
    *,
    pair: bool,
) -> None:
    """Write the calendar of events: in files, folders or standard input (-)."""
    if alarms and feed:
        raise click.UsageError("a feed has no alarms: clients drop them, or readers complain. Leave --alarms out.")
    if output == "-" and (pair or (feed and feed.split)):
        raise click.UsageError(f"{'--pair' if pair else '--split'} writes several files: name them with --output.")
    if pair and feed and feed.split:
        raise click.UsageError("--pair and --split do not go together: run the command once for each language.")
    if pair and len(languages or ()) < 2:
        raise click.UsageError("--pair needs the languages: --lang zh,en")
    targets = tuple(_targets(languages or ("en",), output, feed, pair=pair))
    try:
        held = _held.read(names, given, [target for _, target, _ in targets])
    except FileError as error:
        raise _nothing(error.findings) from None
    calendars = _Calendars(held=held, kinds=kinds, alarms=alarms is not False)
    found: dict[Finding, None] = {}
    try:
        for spoken, target, told in targets:
            found |= dict.fromkeys(calendars.write(spoken, target, told))
    except ConfkitError as error:
        raise _nothing(held.located(error.findings)) from None
    _output.tell(held.located(found), err=True)
    if any(finding.level == "error" for finding in found):
        raise click.exceptions.Exit(1)


def _nothing(findings: Iterable[Finding]) -> click.exceptions.Exit:
    """Tell why there is no calendar, and that there is none: a feed without some of its events leaves with 1 too."""
    _output.tell(findings, err=True)
    click.echo("nothing was written", err=True)
    return click.exceptions.Exit(1)


def _targets(
    languages: tuple[str, ...], output: str, feed: FeedOptions | None, *, pair: bool
) -> Iterator[tuple[tuple[str, ...], str, FeedOptions | None]]:
    """Yield each calendar of a run: its languages, where it is written, and what it says about itself as a feed."""
    if not pair:
        yield languages, output, feed
        return
    for tag in languages:
        path = Path(output)
        target = path.with_name(_feeds.beside(path.name, tag))
        yield (tag,), str(target), feed and feed.in_language(tag)
