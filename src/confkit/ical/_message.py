"""What every message has (RFC 5546): who sends it, to whom, and when it was made."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from confkit.errors import invalid
from confkit.ical._component import Property, Uri

if TYPE_CHECKING:
    from confkit._internet_addresses import Mailbox

__all__ = ["moment", "person"]


def person(name: str, one: Mailbox, *params: tuple[str, str]) -> Property:
    """Return the ORGANIZER or an ATTENDEE, by its mailbox."""
    known = (("CN", one.name),) if one.name else ()
    return Property(name, Uri(one.uri), (*known, *params))


def moment(stamp: dt.datetime | None) -> dt.datetime:
    """Return when a message is made, in UTC, to the second (RFC 5545 3.8.7.2).

    Raises:
        InvalidValueError: this is no moment.
    """
    try:
        if isinstance(stamp, dt.datetime) and stamp.utcoffset() is not None:
            return stamp.astimezone(dt.UTC).replace(microsecond=0)
    except OverflowError:
        pass
    raise invalid(
        "ical.stamp",
        "stamp must be a datetime with a time zone: when the message is made",
        path="stamp",
        value=stamp,
        rule="RFC 5545 3.8.7.2",
        hint="write datetime.now(datetime.UTC)",
    )
