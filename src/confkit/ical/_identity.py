"""Who an entry is, how often it changed, and when last: from the data alone, so that every run says the same."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from json.encoder import encode_basestring_ascii
from typing import TYPE_CHECKING

from confkit.errors import Finding, UnwritableError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confkit.model import Conference

__all__ = ["midnight", "stamp", "status_changes", "uid", "when_changed"]

_CONFKIT = hashlib.sha1(uuid.UUID("7d3f6a52-0c64-5e0b-9a41-3b1f0f6c9e17").bytes, usedforsecurity=False)
"""The namespace of all names below. It must never change: every entry ever published would become a new one."""


def uid(conference: Conference, ids: tuple[str, ...] = ()) -> str:
    """Return the UID of a conference's own entry, or of the entry that ``ids`` lead to.

    RFC 7986 5.3: a UUID, with no name of a host or a domain in the open. The name that it is made of is a JSON list,
    in which no two different lists of ids look the same.

    >>> from confkit import Conference
    >>> day = Conference(id="pytorch-day-china-2025", namespace="pytorch.org", name="PyTorch Day China 2025")
    >>> uid(day) == uid(day, ("call", "talks", "submission"))
    False
    """
    parts = (conference.namespace, conference.id, *ids)
    name = ", ".join(["null" if part is None else encode_basestring_ascii(part) for part in parts])
    # RFC 9562 5.5, as uuid.uuid5 and json.dumps do it in three times the time: a feed needs three of them an event.
    sha1 = _CONFKIT.copy()
    sha1.update(f"[{name}]".encode())
    digits = sha1.hexdigest()
    variant = "89ab"[int(digits[16], 16) % 4]
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


def status_changes(conference: Conference) -> tuple[dt.date, ...]:
    """Return the days on which the status of the whole conference changed: its deadlines change with it."""
    return tuple(row.replaced for row in conference.history if row.status is not None)


def when_changed(days: Iterable[dt.date | None], conference: Conference) -> dt.date | None:
    """Return the last of the days on which an entry changed or was announced; without one, when the event was."""
    known = [day for day in days if day is not None]
    return max(known) if known else conference.published


def stamp(day: dt.date | None) -> dt.datetime:
    """Return the stamp of a day (RFC 5545 3.8.7.2): its first second in UTC, since announcements state no hour.

    Raises:
        UnwritableError: no day is known.
    """
    if day is None:
        message = "a calendar entry needs the day on which it was announced or changed"
        hint = "fill in published, or announced in every deadline"
        raise UnwritableError(
            Finding(code="ical.stamp", message=message, path="published", rule="RFC 5545 3.8.7.2", hint=hint)
        )
    return midnight(day)


def midnight(day: dt.date) -> dt.datetime:
    """Return the first second of a day in UTC."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
