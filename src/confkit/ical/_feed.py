"""A feed: the calendar of many conferences that people subscribe to."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, BinaryIO

import attrs

from confkit import _atomic_files
from confkit.errors import Finding, invalid
from confkit.ical._compose import calendar, compose, setting
from confkit.ical._events import nothing
from confkit.ical._limit import LIMIT, is_limit, too_large
from confkit.ical._spool import Share, spool

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from confkit.ical._channel import Channel
    from confkit.ical._entry import Kind
    from confkit.ical._wording import Speaker
    from confkit.model import Catalog, Conference

__all__ = ["Feed", "Written", "feed", "nothing", "write_feed"]


@attrs.frozen(kw_only=True)
class Feed:
    """A feed in memory: its octets, how many entries it holds, and what could not go out and why."""

    data: bytes = attrs.field(repr=False)
    entries: int
    findings: tuple[Finding, ...] = ()


@attrs.frozen(kw_only=True)
class Written:
    """A feed that was written: how many entries and octets it holds, and what could not go out and why."""

    entries: int
    size: int
    findings: tuple[Finding, ...] = ()


def feed(  # noqa: PLR0913  # each is a choice of its own, and named where it is made
    conferences: Conference | Iterable[Conference],
    channel: Channel | None = None,
    *,
    language: str | Sequence[str] = "en",
    kinds: Iterable[Kind] | None = None,
    busy: Iterable[Kind] | None = None,
    wording: Speaker | None = None,
    stamp: dt.datetime | None = None,
    catalog: Catalog | None = None,
    max_bytes: int | None = LIMIT,
) -> Feed:
    """Return the calendar of conferences for people to subscribe to.

    It holds the entries that `dumps` gives, without alarms, and what ``channel`` says about it. An event that was
    cancelled stays in it and says so; its entries keep their identity, so that subscribers see the change. An entry
    changes when its own event or deadline does, and only then; with an organizer in the channel it says in ``stamp``
    when the feed was made, which changes every entry.

    What could not go out is a finding: a conference that cannot be written, one whose id came before, a date that is
    not known to the day. The rest goes out. So does a feed of more than ``max_bytes``, with a warning, since Google
    Calendar loses entries of one above about a megabyte; `split_feed` writes it in parts.

    Args:
        conferences: one, a catalog, or any that can be iterated over.
        channel: what the feed says about itself.
        language: as for `dumps`.
        kinds: as for `dumps`.
        busy: as for `dumps`.
        wording: as for `dumps`.
        stamp: when the feed was made, an aware moment; only and always with an organizer in the channel.
        catalog: where the events are looked up that these belong to; ``conferences``, if that is a catalog.
        max_bytes: as many octets as it may have without a warning; ``None`` for any number.

    Raises:
        InvalidValueError: an argument cannot mean anything, or something is no conference.
        UnwritableError: nothing could go out.

    >>> import datetime as dt
    >>> from confkit import Conference, Days
    >>> from confkit.ical import Channel
    >>> day = Conference(id="day-2027", name="A Day", days=Days.parse("2027-05-01"), published=dt.date(2027, 1, 2))
    >>> made = feed([day], Channel(name="Our events"))
    >>> made.entries, b"X-WR-CALNAME:Our events" in made.data
    (1, True)
    """
    file = io.BytesIO()
    written = write_feed(
        conferences,
        file,
        channel,
        language=language,
        kinds=kinds,
        busy=busy,
        wording=wording,
        stamp=stamp,
        catalog=catalog,
        max_bytes=max_bytes,
    )
    return Feed(data=file.getvalue(), entries=written.entries, findings=written.findings)


def write_feed(  # noqa: PLR0913  # each is a choice of its own, and named where it is made
    conferences: Conference | Iterable[Conference],
    target: str | os.PathLike[str] | BinaryIO,
    channel: Channel | None = None,
    *,
    language: str | Sequence[str] = "en",
    kinds: Iterable[Kind] | None = None,
    busy: Iterable[Kind] | None = None,
    wording: Speaker | None = None,
    stamp: dt.datetime | None = None,
    catalog: Catalog | None = None,
    max_bytes: int | None = LIMIT,
) -> Written:
    """Write what `feed` gives to a file, or to what takes octets, with one conference in memory at a time.

    ``conferences`` may come from a generator. Entries wait in a temporary file until all are known, so that nothing
    reaches the target if there is an error before; a file is replaced at once. Memory grows with the findings only. For
    the arguments see `feed`.

    Raises:
        FileError: the file, or a temporary one, cannot be written. An open file raises errors of its own.
        InvalidValueError, UnwritableError: as `feed`.

    >>> import datetime as dt, io
    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="A Day", days=Days.parse("2027-05-01"), published=dt.date(2027, 1, 2))
    >>> write_feed((one for one in [day]), io.BytesIO()).entries
    1
    """
    how = setting(
        channel,
        lambda: _takes_octets(target),
        lambda: is_limit(max_bytes),
        language=language,
        kinds=kinds,
        busy=busy,
        wording=wording,
        stamp=stamp,
        catalog=catalog,
    )
    with spool() as held:
        findings = tuple(compose(conferences, how, held))
        if not len(held):
            raise nothing(how.wanted.kinds, findings, path="conferences")
        whole = Share()
        extent = held.extent(whole)
        pieces = calendar(how, extent.zones, held.data(whole))
        if isinstance(target, str | os.PathLike):
            _atomic_files.write_bytes(target, pieces)
        else:
            for piece in pieces:
                target.write(piece)
        size = extent.octets + sum(map(len, calendar(how, extent.zones)))
    findings += tuple(too_large("the feed", size, max_bytes, hint="split the feed, for example by year"))
    return Written(entries=extent.entries, size=size, findings=findings)


def _takes_octets(target: object) -> None:
    if isinstance(target, io.TextIOBase) or not (isinstance(target, str | os.PathLike) or hasattr(target, "write")):
        hint = 'write the path of a file, or open the file with "wb"'
        raise invalid(
            "value.type", "not a path and not a file for writing bytes", path="target", value=target, hint=hint
        )
