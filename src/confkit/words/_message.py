"""A sentence that is still to be said: its context and its English words."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Message", "message"]


class Message(NamedTuple):
    """English words with the context that tells a translator where they stand; `Words.say` takes both."""

    context: str
    english: str


def message(context: str, english: str, /) -> Message:
    """Return a message for a table of messages; the catalogs' tool finds it here, as it finds each ``say``.

    Both arguments are literals.

    >>> message("role", "host")
    Message(context='role', english='host')
    """
    return Message(context, english)
