"""Kinds and paths of the changes between two versions of a conference."""

from typing import Any

from confkit import Conference, When, changes
from factories import conference

LATER = When.parse("2027-01-20")


def kinds(old: Conference, new: Conference) -> list[tuple[str, str]]:
    return [(change.kind, change.path) for change in changes.diff(old, new)]


def kinds_between(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str]]:
    return kinds(conference(**old), conference(**new))
