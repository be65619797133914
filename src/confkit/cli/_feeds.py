"""The options of a feed: what it says about itself, when it was made, and how it is split."""

from __future__ import annotations

import datetime as dt
import functools
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar, get_args
from urllib.parse import urlsplit, urlunsplit

import attrs
import click

from confkit import ical
from confkit.cli import _options
from confkit.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Callable

    from confkit.errors import Finding

__all__ = ["FeedOptions", "beside", "options"]

F = TypeVar("F", bound="Callable[..., Any]")

_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


@attrs.frozen(kw_only=True)
class FeedOptions:
    """What the options say of a feed."""

    channel: ical.Channel
    stamp: dt.datetime | None
    split: ical.Split | None
    max_bytes: int | None

    def in_language(self, tag: str) -> FeedOptions:
        """Return the same for the feed of one language out of several, whose address says which."""
        if self.channel.url is None:
            return self
        parts = urlsplit(self.channel.url)
        url = urlunsplit(parts._replace(path=beside(parts.path, tag)))
        return attrs.evolve(self, channel=attrs.evolve(self.channel, url=url))


def beside(name: str, tag: str) -> str:
    """Return the name of a file in one language: ``day.ics`` becomes ``day.en.ics``."""
    suffix = PurePosixPath(name).suffix
    return f"{name.removesuffix(suffix)}.{tag}{suffix}" if suffix else f"{name}.{tag}"


def _span(_: click.Context, __: click.Parameter, value: str | None) -> dt.timedelta | None:
    if value is None:
        return None
    match = re.fullmatch(r"([1-9][0-9]{0,4})([mhdw])", value)
    if match is None:
        raise click.BadParameter(f"{value} is no span of time; write 30m, 12h, 1d or 1w.")
    return dt.timedelta(**{_UNITS[match[2]]: int(match[1])})


_text = functools.partial(click.option, multiple=True, callback=_options.text, metavar="[LANG=]TEXT")
_OPTIONS = (
    click.option("--feed", is_flag=True, help="Write a feed, for people to subscribe to, without alarms."),
    _text("--name", help="Name of the feed; in several languages: --name en=... --name zh=..."),
    _text("--description", help="What the feed is about."),
    click.option("--url", metavar="URL", help="Address at which the feed is published; of a split one, its folder's."),
    click.option("--color", metavar="COLOR", help="Colour by its name in CSS 3: steelblue."),
    click.option("--refresh", callback=_span, metavar="SPAN", help="How often to fetch it: 30m, 12h, 1d."),
    click.option("--organizer", metavar="ADDRESS", help="E-mail address of who publishes it: makes it a message."),
    click.option(
        "--stamp",
        callback=_options.moment,
        metavar="MOMENT",
        help="When the message was made: 2025-04-13T12:00+08:00, or now; with --organizer.",
    ),
    click.option("--split", type=click.Choice(get_args(ical.Split)), help="Write parts into the folder of -o."),
    click.option(
        "--max-bytes",
        type=click.IntRange(min=1),
        metavar="N",
        help="How large a calendar may be.  [default: 1000000]",
    ),
)
_CHANNEL = ("name", "description", "url", "color", "refresh", "organizer")
_FEED = (*_CHANNEL, "stamp", "split", "max_bytes")


def options(command: F) -> F:
    """Give a command the options of a feed, and hand them on as one value; without ``--feed``, as ``None``."""

    @functools.wraps(command)
    def run(*args: object, **kwargs: Any) -> object:  # noqa: ANN401  # click hands on what callbacks gave
        given = {name: kwargs.pop(name) for name in _FEED}
        feed = _feed(given, wanted=kwargs.pop("feed"))
        return command(*args, feed=feed, **kwargs)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run  # type: ignore[return-value]  # the signature is the command's own


def _feed(given: dict[str, Any], *, wanted: bool) -> FeedOptions | None:
    told = {name: value for name, value in given.items() if value is not None}
    if not wanted:
        if told:
            raise click.UsageError(f"{' and '.join(map(_switch, told))} is about a feed: add --feed.")
        return None
    if bool(given["organizer"]) != bool(given["stamp"]):
        raise click.UsageError(
            "--organizer and --stamp go together: with an organizer a feed is a message, which says when it was made; "
            "write --stamp now, or a moment."
        )
    try:
        channel = ical.Channel(**{name: given[name] for name in _CHANNEL})
    except InvalidValueError as error:
        raise click.UsageError(" ".join(map(_reason, error.findings))) from None
    return FeedOptions(channel=channel, stamp=given["stamp"], split=given["split"], max_bytes=given["max_bytes"])


def _reason(finding: Finding) -> str:
    value = f" ({finding.value})" if finding.value else ""
    return f"{_switch(finding.path.partition('.')[0])}: {finding.message}{value}; {finding.hint}."


def _switch(name: str) -> str:
    return f"--{name.replace('_', '-')}"
