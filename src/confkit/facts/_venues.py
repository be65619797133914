"""Where: venues, the rooms online, how to get there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.facts._cities import cities
from confkit.facts._fact import Fact, Section
from confkit.facts._head import place, place_paths
from confkit.facts._links import link_fact
from confkit.facts._maps import MAP, maps
from confkit.facts._marks import names_marked
from confkit.facts._places import address_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import Address, Distance, Geo, Venue

__all__ = ["degrees", "how_far", "online", "origin", "travel", "venues"]


def venues(teller: Teller) -> Iterator[Fact]:
    """Tell every venue in a section of its own."""
    conference = teller.conference
    in_head = None if conference.status == "moved_online" or cities(conference) else conference.main_venue
    for number, venue in enumerate(conference.venues):
        section = Section(key="venue", path=f"venues[{number}]", title=_title(teller, venue))
        yield from _name(teller, venue, section, headed=venue is in_head)
        yield from _venue(teller, venue, section)


def online(teller: Teller) -> Iterator[Fact]:
    """Tell where the event is online."""
    room = teller.conference.online
    if room is None:
        return
    section = Section(key="online", path="online", title=teller.say("heading", "Online"))
    if room.platform is not None:
        yield Fact(
            key="online.platform",
            paths=("online.platform",),
            section=section,
            label=teller.say("label", "Platform"),
            parts=(teller.given(room.platform),),
        )
    if room.link is not None:
        label = teller.say("label", "Link")
        yield link_fact(teller, section, room.link, "online.link", "online.link")._replace(label=label)


def travel(teller: Teller) -> Iterator[Fact]:
    """Tell what was announced on travel and accommodation."""
    text = teller.conference.travel
    if text is not None:
        label = teller.say("label", "Travel")
        yield Fact(
            key="travel",
            paths=("travel",),
            section=Section(key="travel", path="travel", title=label),
            label=label,
            parts=teller.prose(text),
            form="prose",
        )


def degrees(teller: Teller, geo: Geo) -> Runs:
    """Return coordinates as calendars have them: six decimals at most, never an exponent, no negative zero."""
    return teller.given(f"{_degrees(geo.latitude)}, {_degrees(geo.longitude)}")


def _degrees(value: float) -> str:
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _title(teller: Teller, venue: Venue) -> Runs:
    if len(teller.conference.venues) > 1 or venue.role != "main":
        return teller.label("venue", venue.role)
    if teller.conference.status in {"moved_online", "cancelled"}:
        return teller.say("heading", "Original venue")
    return teller.say("heading", "Venue")


def _venue(teller: Teller, venue: Venue, section: Section) -> Iterator[Fact]:
    at = section.path
    if venue.days is not None:
        days = teller.own(teller.words.days(venue.days))
        yield _line(section, "days", teller.say("label", "Date"), days)
    if venue.address is not None:
        yield from _address(teller, venue.address, section)
    if venue.geo is not None:
        label = teller.say("label", "Coordinates")
        yield _line(section, "geo", label, degrees(teller, venue.geo))
        yield from maps(teller, venue, venue.geo, section)
    for number, distance in enumerate(venue.distances):
        yield _distance(teller, distance, section, f"{at}.distances[{number}]")
    if venue.directions is not None:
        label = teller.say("label", "Directions")
        yield Fact(
            key="venue.directions",
            paths=(f"{at}.directions",),
            section=section,
            label=label,
            parts=teller.prose(venue.directions),
            form="prose",
        )
    on_maps = {MAP} if venue.geo is not None else set()
    for number, link in enumerate(venue.links):
        if link.rel not in on_maps:
            yield link_fact(teller, section, link, "venue.link", f"{at}.links[{number}]")


def _name(teller: Teller, venue: Venue, section: Section, *, headed: bool) -> Iterator[Fact]:
    """The name alone where the head tells the city, else the name with the city."""
    if headed and venue.name is None:
        return
    if headed and venue.name:
        shown = teller.name(venue.name)
        name = teller.aside(names_marked(teller, shown), teller.original(venue.name, shown))
    else:
        name = place(teller, venue)
    if name:
        yield Fact(
            key="venue.name",
            paths=(f"{section.path}.name",) if headed else place_paths(venue, section.path),
            section=section,
            label=teller.say("label of a venue", "Name"),
            parts=(name,),
            clear=True,
        )


def _address(teller: Teller, address: Address, section: Section) -> Iterator[Fact]:
    at = f"{section.path}.address"
    holds_code = _holds(address, address.postal_code)
    if address.text is not None:
        text = teller.name(address.text)
        yield Fact(
            key="venue.address.published",
            paths=(f"{at}.text", *((f"{at}.postal_code",) if holds_code else ())),
            section=section,
            label=teller.own(teller.words.address_label(address)),
            parts=(text,),
            verbatim=True,
        )
    parts = [
        name
        for name in ("street", "district", "locality", "region", "postal_code", "country")
        if getattr(address, name)
    ]
    told = {"locality", "country"} | ({"postal_code"} if holds_code else set())
    told |= set() if address.locality else {"region"}
    if set(parts) <= told:
        return
    yield Fact(
        key="venue.address",
        paths=tuple(f"{at}.{name}" for name in parts),
        section=section,
        label=teller.say("label", "Address"),
        parts=(names_marked(teller, address_parts(teller, address)),),
    )


def _holds(address: Address, code: str | None) -> bool:
    """Whether the address as published holds its postal code already, in every language that it has."""
    return code is not None and address.text is not None and all(code in words for _, words in address.text.items())


def how_far(teller: Teller, distance: Distance) -> Runs:
    """Return a distance from a place, which is introduced."""
    return teller.weave(teller.words.away(distance, "\ue000"), [origin(teller, distance)])


def origin(teller: Teller, distance: Distance) -> Runs:
    """Return the place that a distance is from, with its original name."""
    name = teller.name(distance.origin)
    original = teller.original(distance.origin, name)
    note = teller.say("original words", "original: {name}", name=original) if original else ()
    return teller.aside(names_marked(teller, name), note)


def _distance(teller: Teller, distance: Distance, section: Section, at: str) -> Fact:
    return Fact(
        key="venue.distance",
        paths=(at,),
        section=section,
        label=teller.say("label", "Distance"),
        parts=(how_far(teller, distance),),
        clear=True,
    )


def _line(section: Section, name: str, label: Runs, value: Runs) -> Fact:
    return Fact(key=f"venue.{name}", paths=(f"{section.path}.{name}",), section=section, label=label, parts=(value,))
