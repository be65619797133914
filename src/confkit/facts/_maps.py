"""Maps that show where a venue is: in which order, and for whom, each language says for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from confkit.facts._fact import Fact, Run, Section, plain
from confkit.facts._links import link_words
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import Geo, Venue
    from confkit.words import Message

__all__ = ["MAP", "maps"]

_NAMES: Final[dict[str, Message]] = {
    "amap": message("name of a map", "Amap"),
    "baidu": message("name of a map", "Baidu Maps"),
    "google": message("name of a map", "Google Maps"),
    "openstreetmap": message("name of a map", "OpenStreetMap"),
}

_ADDRESSES: Final = {
    "amap": "https://uri.amap.com/marker?position={east},{north}&name={name}&coordinate=wgs84&src=confkit",
    "baidu": "https://api.map.baidu.com/marker?location={north},{east}&title={name}&content={name}&coord_type=wgs84"
    "&output=html&src=confkit",
    "google": "https://www.google.com/maps/search/?api=1&query={north}%2C{east}",
    "openstreetmap": "https://www.openstreetmap.org/?mlat={north}&mlon={east}#map=16/{north}/{east}",
}
"""Coordinates are of WGS 84. Maps of China have their own, and take others for theirs where nothing says so."""

MAP: Final = "map"
"""What a link is that leads to a map."""

_CHINESE: Final = ("amap", "baidu")
_CHINA: Final = {"Asia/Shanghai", "Asia/Urumqi"}


def maps(teller: Teller, venue: Venue, geo: Geo, section: Section) -> Iterator[Fact]:
    """Tell where to find a venue on maps: those of the world, then those that the data links to."""
    chosen = teller.words.setting.maps
    if _is_in_china(venue):
        chosen += tuple(key for key in _CHINESE if key not in chosen)
    name = quote(plain(teller.name(venue.name or teller.conference.name)), safe="")
    north, east = (f"{round(value, 6) + 0.0:.6f}" for value in (geo.latitude, geo.longitude))
    runs = [_map(teller, key, _ADDRESSES[key].format(north=north, east=east, name=name)) for key in chosen]
    given = [(number, link) for number, link in enumerate(venue.links) if link.rel == MAP]
    runs += [link_words(teller, link) for _, link in given]
    yield Fact(
        key="venue.maps",
        paths=(f"{section.path}.geo", *(f"{section.path}.links[{number}]" for number, _ in given)),
        section=section,
        label=teller.say("label of a venue", "Maps"),
        parts=tuple(runs),
        form="list",
    )


def _map(teller: Teller, key: str, href: str) -> Runs:
    return (Run(text=plain(teller.say(*_NAMES[key])), language=teller.words.tag, own=True, href=href),)


def _is_in_china(venue: Venue) -> bool:
    """Where foreign maps are hard to reach, for readers of any language."""
    country = venue.address.country if venue.address else None
    return country == "CN" or (country is None and venue.timezone in _CHINA)
