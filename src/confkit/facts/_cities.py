"""The cities of an event that is in several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.model import Conference, Text

__all__ = ["cities"]

_ROLES: Final = frozenset({"main", "satellite", "workshops"})
"""The venues at which the event itself is; one sleeps and dines elsewhere."""


def cities(conference: Conference) -> tuple[tuple[str, Text], ...]:
    """Return the cities of a conference in several, each with the path of its first mention, the main venue's first.

    Two names are of one city where they are equal in a language, but for what makes a name that of a city.
    """
    if len(conference.venues) < 2:
        return ()
    found: list[tuple[str, Text]] = []
    seen: set[str] = set()
    for path, name in _named(conference):
        written = {words.casefold().strip().removesuffix("市") for _, words in name.items()}
        if not seen & written:
            found.append((path, name))
        seen |= written
    return tuple(found) if len(found) > 1 else ()


def _named(conference: Conference) -> Iterator[tuple[str, Text]]:
    main = conference.main_venue
    for number, venue in sorted(enumerate(conference.venues), key=lambda pair: pair[1] is not main):
        address = venue.address
        if address is None or (venue is not main and venue.role not in _ROLES):
            continue
        name, field = (address.locality, "locality") if address.locality else (address.region, "region")
        if name is not None:
            yield f"venues[{number}].address.{field}", name
