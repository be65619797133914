"""What a feed says about itself: from one value, in the names that clients of different makes look for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs

from confkit._internet_addresses import Mailbox, mailbox
from confkit.errors import ConfkitError, Finding, InvalidValueError, invalid
from confkit.ical import _values
from confkit.ical._colors import COLORS
from confkit.ical._component import Property, Raw, Uri
from confkit.ical._wording import as_text, is_text
from confkit.model import UND, Source, Text, zone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from confkit.ical._texts import Said

__all__ = ["Channel", "about"]

_SECOND = dt.timedelta(seconds=1)


def _who(value: Mailbox | str | None) -> Mailbox | None:
    """Convert what the field takes; what is no mailbox is left for its check, which knows the field."""
    try:
        return mailbox(value, "organizer") if isinstance(value, str) else value
    except InvalidValueError:
        return value  # type: ignore[return-value]  # as said


@attrs.frozen(kw_only=True)
class Channel:
    """What a feed is: its name, where it is published, how often to fetch it, and who answers for it.

    ``url`` is the address that people subscribe to. ``color`` is a name of CSS 3, such as ``steelblue``. ``refresh``
    asks clients to fetch the feed that often; Google Calendar does not listen. ``timezone`` is an IANA key; without it
    clients are told the only zone in use, if there is just one. ``organizer`` is a `Mailbox`, or text such as
    ``The Team <team@example.org>``: with one the feed is a message that publishes (RFC 5546 3.2.1), says in every
    entry who publishes it, and needs a ``stamp``; without one it is no message, as most subscriptions are none.

    Raises:
        InvalidValueError: a value that a calendar cannot say; every such field is a finding.

    >>> Channel(name="AI deadlines", refresh=dt.timedelta(hours=12), url="https://example.org/ai.ics").refresh
    datetime.timedelta(seconds=43200)
    """

    name: Text | None = attrs.field(default=None, converter=as_text)
    description: Text | None = attrs.field(default=None, converter=as_text)
    url: str | None = None
    color: str | None = None
    refresh: dt.timedelta | None = None
    timezone: str | None = None
    organizer: Mailbox | None = attrs.field(default=None, converter=_who)

    def __attrs_post_init__(self) -> None:
        found: list[Finding] = []
        for name, check in _CHECKS.items():
            value = getattr(self, name)
            try:
                if value is not None:
                    check(value)
            except ConfkitError as error:
                found += (attrs.evolve(finding, path=name) for finding in error.findings)
        if found:
            raise InvalidValueError(*found)


def _is_web_url(value: str) -> None:
    Source(url=value)


def _is_color(value: object) -> None:
    if not isinstance(value, str) or value.lower() not in COLORS:
        from difflib import get_close_matches  # deferred: only a wrong colour needs it

        near = get_close_matches(str(value).lower(), sorted(COLORS), n=1)
        raise invalid(
            "ical.color",
            "not the name of a CSS colour",
            value=value,
            rule="RFC 7986 5.9",
            hint=f"write {near[0] if near else 'steelblue'}",
        )


def _is_span(value: object) -> None:
    if not isinstance(value, dt.timedelta) or value < _SECOND or value % _SECOND:
        raise invalid(
            "ical.refresh",
            "not a time span of at least one whole second",
            value=value,
            rule="RFC 7986 5.7",
            hint="write datetime.timedelta(hours=12)",
        )


_CHECKS: dict[str, Callable[[Any], object]] = {
    "name": is_text,
    "description": is_text,
    "url": _is_web_url,
    "color": _is_color,
    "refresh": _is_span,
    "timezone": zone,
    "organizer": lambda value: mailbox(value, "organizer"),
}


def about(channel: Channel, name: Said | None, description: Said | None, zones: tuple[str, ...]) -> Iterator[Property]:
    """Yield what a calendar says about itself; ``name`` and ``description`` are in the words of its language.

    Each fact goes out under the name that RFC 7986 gave it and under the older one that most clients know. There is no
    UID: a calendar's own makes one tool take the whole feed for one entry.
    """
    if channel.organizer:
        yield Property("METHOD", Raw("PUBLISH"))
    for said, new, old in ((name, "NAME", "X-WR-CALNAME"), (description, "DESCRIPTION", "X-WR-CALDESC")):
        if said:
            yield Property(new, said.text, () if said.language == UND else (("LANGUAGE", said.language),))
            yield Property(old, said.text)
    only = zones if len(zones) == 1 else ()
    for key in (channel.timezone,) if channel.timezone else only:
        yield Property("X-WR-TIMEZONE", key)
    if channel.url:
        yield Property("SOURCE", Uri(channel.url))
    if channel.color:
        yield Property("COLOR", Raw(channel.color.lower()))
    if channel.refresh:
        yield Property("REFRESH-INTERVAL", channel.refresh)
        yield Property("X-PUBLISHED-TTL", Raw(_values.duration(channel.refresh).decode()))
