"""Ids for what is read: those that confkit wrote, else made from UIDs, the same every time and each only once."""

from __future__ import annotations

import hashlib
import re

from confkit.model.conference import SLUG

__all__ = ["Ids", "slug"]

_LONGEST = 60


class Ids:
    """The ids taken in one file."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """Return an id that nothing else in the file has: the one wanted, else with a number behind it."""
        found, number = wanted, self._taken.get(wanted, 0)
        while found in self._taken:
            number += 1
            found = f"{wanted}-{number + 1}"
        self._taken[wanted] = number
        self._taken.setdefault(found, 0)
        return found


def slug(uid: str) -> str:
    """Return an id for a UID: the UID itself where it can be one, else its letters and digits with a digest of it all.

    >>> slug("2ba69f0e-8473-5a7e-8746-47e7dec81871")
    '2ba69f0e-8473-5a7e-8746-47e7dec81871'
    >>> slug("Event 1@example.com")
    'event-1-example-com-454a61cb'
    """
    if len(uid) <= _LONGEST and re.fullmatch(SLUG, uid):
        return uid
    words = re.sub("[^a-z0-9]+", "-", uid[: 4 * _LONGEST].lower()).strip("-")[:_LONGEST].strip("-") or "event"
    return f"{words}-{hashlib.sha256(uid.encode()).hexdigest()[:8]}"
