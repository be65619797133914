"""A feed in parts: each a calendar of its own, small enough for every client, and an index of them."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args
from urllib.parse import urljoin

import attrs

from confkit import _atomic_files
from confkit.errors import Finding, Position, invalid
from confkit.ical._compose import Setting, calendar, compose, setting, title
from confkit.ical._events import nothing
from confkit.ical._limit import LIMIT, is_limit, too_large
from confkit.ical._part import Portion, Sorter, Split
from confkit.ical._spool import Share, Spool, spool
from confkit.ical._zones import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from confkit.ical._channel import Channel
    from confkit.ical._entry import Kind
    from confkit.ical._wording import Speaker
    from confkit.ical._zones import Years
    from confkit.model import Catalog, Conference

__all__ = ["Index", "Part", "split_feed"]

_BY: Final = get_args(Split)


@attrs.frozen(kw_only=True)
class Part:
    """One calendar of a feed that was split: its file, its name, and what is in it.

    ``key`` is what its entries share: a kind, a year, the id of a series, the id or name of a topic; empty where they
    have none. ``first`` and ``last`` are the days on which the first and the last of them begin; ``size`` is in octets.
    """

    name: str
    title: str
    key: str
    entries: int
    size: int
    first: dt.date
    last: dt.date
    url: str | None = None


@attrs.frozen(kw_only=True)
class Index:
    """The parts of a feed, how many different entries are in them, and what could not go out and why."""

    by: Split
    parts: tuple[Part, ...]
    entries: int
    findings: tuple[Finding, ...] = ()


def split_feed(  # noqa: PLR0913  # each is a choice of its own, and named where it is made
    conferences: Conference | Iterable[Conference],
    folder: str | os.PathLike[str],
    channel: Channel | None = None,
    *,
    by: Split = "year",
    max_bytes: int | None = LIMIT,
    language: str | Sequence[str] = "en",
    kinds: Iterable[Kind] | None = None,
    busy: Iterable[Kind] | None = None,
    wording: Speaker | None = None,
    stamp: dt.datetime | None = None,
    catalog: Catalog | None = None,
) -> Index:
    """Write a feed as several files into a folder, and return their index.

    Each part is a whole calendar with its own zones, and its name says which part it is. An entry is in exactly one
    part; only where ``by`` is ``topic``, one of several topics is in the part of each of them, under the same UID, so
    that who follows a topic misses nothing. The year is that in which an entry begins. Files have names such as
    ``year-2027.ics``, ``series-iclr.ics``, ``topic-edge-ai.ics`` and ``kind-deadline.ics``; entries without a series
    or a topic are in ``no-series.ics`` or ``no-topic.ics``.

    A part of more than ``max_bytes`` is split again by year and month, and a month by number; what is still larger is
    written and reported; ``None`` sets no limit. Where the channel has a ``url``, each part says its own address: its
    name beside that address.
    Files of an earlier run that are no longer parts stay where they are, and are reported.

    Raises:
        FileError: the folder, a file in it or a temporary one cannot be written.
        InvalidValueError, UnwritableError: as `feed`; or there is no such way to split, or the limit is no number.

    >>> import datetime as dt, tempfile
    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="A Day", days=Days.parse("2027-05-01"), published=dt.date(2027, 1, 2))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [part.name for part in split_feed([day], folder, by="year").parts]
    ['year-2027.ics']
    """
    checks = _checks(folder, by, max_bytes)
    how = setting(
        channel,
        *checks,
        language=language,
        kinds=kinds,
        busy=busy,
        wording=wording,
        stamp=stamp,
        catalog=catalog,
    )
    sorter = Sorter(by)
    with spool() as held:
        findings = compose(conferences, how, held, sorter.keys)
        if not len(held):
            raise nothing(how.wanted.kinds, findings, path="conferences")
        _atomic_files.make_folder(folder)
        press = _Press(held, how, sorter)
        parts = tuple(
            press.write(portion, Path(folder))
            for key in sorted(held.parts(), key=lambda key: (not key, key))
            for portion in press.portions(Portion(key, Share(key)), max_bytes)
        )
    for part in parts:
        hint = "shorten its texts, or raise the limit"
        findings += too_large("a single entry", part.size, max_bytes, hint=hint, file=part.name)
    findings += _left_over(Path(folder), by, {part.name for part in parts})
    return Index(by=by, parts=parts, entries=len(held), findings=tuple(findings))


@attrs.frozen
class _Press:
    """What turns a portion of the entries put aside into a calendar."""

    held: Spool
    how: Setting
    sorter: Sorter

    def setting(self, portion: Portion) -> Setting:
        """Return the setting of a part, whose address lies beside that of the whole."""
        channel = self.how.channel
        if channel.url is None:
            return self.how
        url = urljoin(channel.url, self.sorter.file_name(portion))
        return attrs.evolve(self.how, channel=attrs.evolve(channel, url=url))

    def frame(self, portion: Portion, zones: Mapping[str, Years]) -> int:
        """Return how many octets a part takes beside its entries."""
        return sum(map(len, calendar(self.setting(portion), zones, (), self.sorter.label(portion))))

    def portions(self, portion: Portion, limit: int | None) -> Iterator[Portion]:
        """Yield a part, or, where it is too large, its years, their months, and their numbered parts."""
        share, extent = portion.share, self.held.extent(portion.share)
        size = extent.octets + self.frame(portion, extent.zones)
        if share.begins or self.sorter.by != "year":
            if limit is None or size <= limit or extent.entries == 1:
                yield portion
                return
            if len(share.begins) == 7:
                yield from self._numbered(portion, limit)
                return
        for begins in self.held.begins(share, 7 if share.begins else 4):
            yield from self.portions(portion._replace(share=share._replace(begins=begins)), limit)

    def _numbered(self, portion: Portion, limit: int) -> Iterator[Portion]:
        """Yield as many entries at a time as the limit allows, one at least."""
        rows = self.held.rows(portion.share)
        row = next(rows)
        open_ = portion._replace(number=1, share=portion.share._replace(first=row.number, last=row.number))
        octets, zones, frame = row.octets, row.zones, self.frame(open_, row.zones)
        for row in rows:
            together = joined((zones, row.zones))
            frame = frame if together == zones else self.frame(open_, together)
            if octets + row.octets + frame <= limit:
                octets, zones = octets + row.octets, together
                open_ = open_._replace(share=open_.share._replace(last=row.number))
                continue
            yield open_
            share = portion.share._replace(first=row.number, last=row.number)
            open_ = portion._replace(number=open_.number + 1, share=share)
            octets, zones, frame = row.octets, row.zones, self.frame(open_, row.zones)
        yield open_

    def write(self, portion: Portion, folder: Path) -> Part:
        """Write a part into the folder and return its entry in the index."""
        how, label, name = self.setting(portion), self.sorter.label(portion), self.sorter.file_name(portion)
        extent = self.held.extent(portion.share)
        _atomic_files.write_bytes(folder / name, calendar(how, extent.zones, self.held.data(portion.share), label))
        said = title(how, label)
        return Part(
            name=name,
            title=said.text if said else "",
            key=portion.key or (portion.share.begins[:4] if self.sorter.by == "year" else ""),
            entries=extent.entries,
            size=extent.octets + self.frame(portion, extent.zones),
            first=dt.date.fromisoformat(extent.first),
            last=dt.date.fromisoformat(extent.last),
            url=how.channel.url,
        )


def _checks(folder: object, by: object, max_bytes: object) -> Iterator[Callable[[], object]]:
    yield lambda: _is_folder(folder)
    yield lambda: _is_split(by)
    yield lambda: is_limit(max_bytes)


def _is_folder(folder: object) -> None:
    if not isinstance(folder, str | os.PathLike):
        raise invalid("value.type", "not a path of a folder", path="folder", value=folder, hint="write its path")


def _is_split(by: object) -> None:
    if by not in _BY:
        hint = f"write one of {', '.join(_BY)}"
        raise invalid("ical.split", "not a way to split a feed", path="by", value=by, hint=hint)


def _left_over(folder: Path, by: Split, names: set[str]) -> Iterator[Finding]:
    """Yield a warning for each file that looks like a part of this feed and is none any more."""
    for path in sorted(folder.glob("*.ics")):
        if path.name.startswith((f"{by}-", f"no-{by}")) and path.name not in names:
            yield Finding(
                code="ical.left-over",
                level="warning",
                message="the file is no longer part of the feed, and its subscribers see old entries",
                hint="delete it, or redirect its address to another part",
                where=Position(file=str(path)),
            )
