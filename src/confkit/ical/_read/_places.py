"""Where an entry that confkit wrote takes place: the place of VLOCATION, LOCATION and GEO, or a room online."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from confkit import words
from confkit.ical._key import VENUE, parsed_venue
from confkit.ical._read._title import BETWEEN
from confkit.ical._read._values import geo, link, said, text
from confkit.model import Address, Online

if TYPE_CHECKING:
    from confkit.ical._lines import Line
    from confkit.ical._read._record import Record

__all__ = ["online", "place"]

_BLANKS = " \t"


def place(record: Record) -> dict[str, Any] | None:
    """Return the fields of a venue; ``None`` where there is no place, or nothing is said of it."""
    line, point = record.line("LOCATION"), record.line("GEO")
    record.seen |= {"VLOCATION", "X-APPLE-STRUCTURED-LOCATION"}
    block = next(record.block.within("VLOCATION"), None)
    if block is None:
        return None
    key = parsed_venue(block.value(VENUE))
    found: dict[str, Any] = {"id": key.id, "role": key.kind} if key else {}
    named = block.line("NAME")
    found["name"] = named and said(named)
    found["address"] = _address(line, named) if line and named else None
    found["geo"] = point and geo(point.value)
    return found if found["name"] or found["address"] or found["geo"] else None


def _address(line: Line, named: Line) -> Address | None:
    """Return what LOCATION says after the title of the place; NAME has lost the blanks that the title ends with."""
    whole, title = text(line), text(named)
    first, _, rest = whole.removeprefix(title).partition("\n")
    if not whole.startswith(title) or first.strip(_BLANKS):
        return None
    address = said(line, rest.strip(_BLANKS))
    return Address(text=address) if address else None


def online(record: Record) -> Online | None:
    """Return the room online: CONFERENCE, and the platform that LOCATION names where there is no place."""
    named, line = record.line("LOCATION"), next(iter(record.lines("CONFERENCE")), None)
    room = (line and link(line.value)) or None
    if line and room:
        label = line.param("LABEL") or ""
        if label.endswith("\\ "):
            label = label[:-1]  # written after a backslash, over which some programs read on
        return Online(link=room, platform=label if label.strip() else None)
    if named is None or any(record.block.within("VLOCATION")):
        return None
    unnamed = {words.of(tag).label("attendance", "online") for tag in words.LANGUAGES}
    platform = text(named)
    return Online(platform=platform if platform.strip() and not set(platform.split(BETWEEN)) <= unnamed else None)
