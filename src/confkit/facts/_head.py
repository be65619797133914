"""The head: name, status, days, hours, place, how to take part, other events beside this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confkit.facts._cities import cities
from confkit.facts._days import HEAD, days_fact, hours_fact, undated
from confkit.facts._fact import Fact, Runs, plain
from confkit.facts._marks import named, names_marked, noted, reason
from confkit.facts._places import town
from confkit.facts._related import event, relations
from confkit.model import Days, Pending
from confkit.words import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts._teller import Teller
    from confkit.model import Conference, Revision, Text, Venue

__all__ = ["event", "head", "place", "place_paths"]

_BECAME: Final = {
    "scheduled": message("change of a status", "confirmed on {date}"),
    "tentative": message("change of a status", "tentative since {date}"),
    "cancelled": message("change of a status", "cancelled on {date}"),
    "postponed": message("change of a status", "postponed on {date}"),
    "rescheduled": message("change of a status", "rescheduled, as announced on {date}"),
    "moved_online": message("change of a status", "moved online, as announced on {date}"),
}


def head(teller: Teller) -> Iterator[Fact]:
    """Tell what stands at the top."""
    conference = teller.conference
    name = teller.introduced(conference.name)
    label = teller.say("label", "Event")
    yield Fact(
        key="name",
        paths=("name",),
        section=HEAD,
        label=label,
        parts=(name,),
        brief=name[:1],
        clear=True,
    )
    told = _told_with_the_status(conference)
    if conference.status != "scheduled":
        yield _status(teller, told)
    for number, revision in enumerate(conference.history):
        if f"history[{number}]" not in told:
            yield _revision(teller, number, revision)
    if conference.days is not None and "days" not in told:
        yield days_fact(teller, conference.days)
    if conference.hours is not None:
        yield hours_fact(teller, conference.hours)
    yield from _place(teller)
    yield from _attendance(teller)
    yield from relations(teller)


def place(teller: Teller, venue: Venue) -> Runs:
    """Return a venue with its city; empty where only coordinates or an address as published are known.

    Names that are not in the reader's language are followed by the one that they are in.
    A name that holds the city already is followed by the country alone.
    """
    address = venue.address
    city = town(teller, address) if address else ()
    if venue.name is None:
        return names_marked(teller, city)
    name = teller.name(venue.name)
    town_name = address and (address.locality or address.region)
    if address and town_name and plain(teller.name(town_name)).casefold() in plain(name).casefold():
        city = teller.own(teller.words.country(address.country)) if address.country else ()
    if not city:
        return names_marked(teller, name)
    if {run.language for run in city if run.fallback} != {run.language for run in name if run.fallback}:
        name, city = names_marked(teller, name), names_marked(teller, city)
        return teller.say("place", "{venue}, {city}", venue=name, city=city)
    return names_marked(teller, teller.say("place", "{venue}, {city}", venue=name, city=city))


def _told_with_the_status(conference: Conference) -> tuple[str, ...]:
    """The paths of what would say once more what the status says: that it came to this, and that there is no date."""
    if conference.status == "scheduled":
        return ()
    last = len(conference.history) - 1
    told = [f"history[{last}]"] if conference.history and _became(conference, last) is not None else []
    if conference.status == "cancelled" and isinstance(conference.days, Pending):
        told.append("days")
    return tuple(told)


def _status(teller: Teller, told: tuple[str, ...]) -> Fact:
    """What became of the event, with when and why that was announced where it is the last that did."""
    said = teller.term("status", teller.conference.status)
    notes: tuple[Runs, ...] = ()
    if any(path.startswith("history") for path in told):
        last = teller.conference.history[-1]
        day = teller.own(teller.words.date(last.replaced, weekday=False))
        notes = (teller.say("note on a change", "announced on {date}", date=day), *reason(teller, last.reason))
    return Fact(
        key="status",
        paths=("status", *told),
        section=HEAD,
        label=teller.say("label", "Status"),
        parts=(teller.aside(said, *notes),),
        brief=said,
    )


def _revision(teller: Teller, number: int, revision: Revision) -> Fact:
    day = teller.own(teller.words.date(revision.replaced, weekday=False))
    became = _became(teller.conference, number)
    if became is None:
        when = teller.say("note on a plan", "replaced on {date}", date=day)
        earlier = any(_became(teller.conference, at) is None for at in range(number))
        then = teller.say("label", "Then planned") if isinstance(revision.days, Days) else teller.say("label", "Then")
        label = then if earlier else teller.say("label", "Originally planned")
        before = teller.clauses(_before(teller, revision))
        said = teller.aside(before, when, *reason(teller, revision.reason))
    else:
        label = teller.say("label", "Change")
        said = noted(teller, teller.say(*_BECAME[became], date=day), *reason(teller, revision.reason))
    return Fact(
        key="history",
        paths=(f"history[{number}]",),
        section=HEAD,
        label=label,
        parts=(said,),
        clear=became is not None,
    )


def _became(conference: Conference, number: int) -> str | None:
    """The status that an event got by a change of nothing else; ``None``: the days or the place changed too."""
    revision, *later = conference.history[number:]
    days = next((row.days for row in later if row.days is not None), conference.days)
    moved = revision.days is not None and revision.days != days
    if moved or revision.hours is not None or revision.place is not None:
        return None
    after = next((row.status for row in later if row.status is not None), conference.status)
    return None if after == revision.status else after


def _before(teller: Teller, revision: Revision) -> Iterator[Runs]:
    """What was planned; that it was scheduled for the days that it was scheduled for, once or again, is no news."""
    days, status = revision.days, revision.status
    alone = days is None and revision.hours is None and revision.place is None
    if status is not None and (alone or status not in {"scheduled", "rescheduled"}):
        yield teller.term("status", status)
    if isinstance(days, Pending):
        yield undated(teller, days)
    elif days is not None:
        yield teller.own(teller.words.days(days))
    if revision.hours is not None:
        daily = isinstance(days, Days) and days.first != days.last
        yield teller.own(teller.words.hours(revision.hours, daily=daily))
    if revision.place is not None:
        yield named(teller, revision.place)


def _place(teller: Teller) -> Iterator[Fact]:
    venue = teller.conference.main_venue
    if venue is None or teller.conference.status == "moved_online":
        return
    towns = cities(teller.conference)
    said = _towns(teller, [name for _, name in towns]) if towns else place(teller, venue)
    if not said:
        return
    at = f"venues[{teller.conference.venues.index(venue)}]"
    yield Fact(
        key="place",
        paths=tuple(path for path, _ in towns) if towns else place_paths(venue, at),
        section=HEAD,
        label=_place_label(teller),
        parts=(said,),
        brief=said,
        clear=True,
    )


def _place_label(teller: Teller) -> Runs:
    if teller.conference.status == "cancelled":
        return teller.say("label of a cancelled event", "Original place")
    return teller.say("label", "Place")


def _towns(teller: Teller, names: list[Text]) -> Runs:
    """The cities of an event in several: both of two, of more the first and how many there are beside it."""
    first, second, *more = (named(teller, name) for name in names)
    if not more:
        return teller.say("place", "{first} and {second}", first=first, second=second)
    count = teller.own(str(teller.words.setting.counted(len(names))))
    return teller.say("place", "{city} and {count} more cities", city=first, count=count)


def place_paths(venue: Venue, at: str) -> tuple[str, ...]:
    """Return what `place` tells of the venue at that path."""
    address = venue.address
    paths = [f"{at}.name"] if venue.name else []
    if address and (address.locality or address.region):
        paths.append(f"{at}.address.{'locality' if address.locality else 'region'}")
    if address and address.country:
        paths.append(f"{at}.address.country")
    return tuple(paths)


def _attendance(teller: Teller) -> Iterator[Fact]:
    """Tell how people take part: of an event that moved online its status says so, in a cancelled one nobody does."""
    attendance = teller.conference.attendance
    if attendance is None or teller.conference.status in {"moved_online", "cancelled"}:
        return
    said = teller.term("attendance", attendance)
    paths = {"in_person": ("venues",), "online": ("online",), "hybrid": ("venues", "online")}[attendance]
    yield Fact(
        key="attendance",
        paths=paths,
        section=HEAD,
        label=teller.say("label", "Attendance"),
        parts=(said,),
        brief=() if attendance == "in_person" else said,
        clear=True,
    )
