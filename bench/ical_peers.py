"""What a calendar costs from the model to its bytes, next to the calendar libraries of Python, on the same entries.

The words are given: the model is there, and so are the title and the description of each entry, since the peers make
none. Each peer writes the properties and components of confkit's entries, as far as it knows them; the
writer by hand knows the two shapes of entries in this file and nothing else, and writes confkit's bytes. The cases take
turns in one process, and a ratio is the median of the rounds, so that a machine that slows down slows them all.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import gc
import importlib.util
import re
import statistics
import sys
import time
import warnings
from typing import TYPE_CHECKING, Any, NamedTuple

from confkit import (
    CallForProposals,
    Catalog,
    Conference,
    Contact,
    Days,
    Deadline,
    Geo,
    Hours,
    Link,
    Text,
    Topic,
    Venue,
    When,
    ical,
)
from confkit.ical import _mapping
from confkit.ical._component import Component
from confkit.ical._events import events, wanted
from confkit.ical._identity import uid
from confkit.ical._writer import write
from confkit.ical._zones import timezones

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ABOUT = (
    "在同一个地方讨论日历、时区与分布式系统, 有报告、讨论和海报; 请自带电脑。\n"
    "Talks on calendars, time zones, and distributed systems; with posters, and time to talk.\n"
) * 5
TOPICS = ("PyCon", "日历", "Talks, posters")
WRITER_LIMIT = 2.0
ICALENDAR_LEAST = 5.0
GROWTH_LIMIT = 1.2


class Row(NamedTuple):
    """One entry as plain values: what a peer is given to write."""

    uid: str
    changed: dt.datetime
    start: dt.datetime
    end: dt.datetime | None
    summary: str
    description: str
    location: str
    geo: tuple[float, float] | None
    url: str
    topics: tuple[str, ...]
    contact: str
    whole: str | None
    key: str
    place: tuple[str, str] | None
    alarms: tuple[dt.timedelta, ...]


def catalog(count: int) -> Catalog:
    """Return conferences of one day with hours and a deadline, so half as many as entries."""
    return Catalog(
        Conference(
            id=f"event-{number}",
            namespace="example.org",
            name=Text(en=f"Calendars, part {number}", zh=f"第{number}届日历系统大会, 北京"),
            published=dt.date(2026, 1, 2),
            days=Days.parse(f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"),
            hours=Hours.parse("09:00-18:00"),
            venues=[
                Venue(
                    name=Text(en="Expo Centre, hall 3", zh=f"会展中心, 三层{number % 20}号厅"),
                    timezone="Asia/Shanghai",
                    geo=Geo(31.239703, 121.499718),
                )
            ],
            description=Text(en=ABOUT, zh=ABOUT),
            topics=[Topic(name=name) for name in TOPICS],
            contacts=[Contact(email="program@example.org")],
            calls=[CallForProposals(deadlines=[Deadline(kind="submission", at=When.parse("2025-12-01T23:59[AoE]"))])],
            links=[Link(url=f"https://example.org/2026/{number}?lang=zh")],
        )
        for number in range(count // 2)
    )


def words(conferences: Catalog) -> Callable[[ical.Entry], ical.Wording]:
    """Return what gives each entry the title and the description that it has in Chinese."""
    written = {str(event["UID"]): event for event in ical.calendar(conferences, language="zh").walk("VEVENT")}
    given: dict[tuple[str, ...], ical.Wording] = {}

    def keep(entry: ical.Entry) -> None:
        event = written[uid(entry.conference, entry.ids)]
        summary, description = (Text({"zh": str(event[name])}) for name in ("SUMMARY", "DESCRIPTION"))
        given[entry.conference.id, *entry.ids] = ical.Wording(summary=summary, description=description)

    ical.dumps(conferences, wording=keep)
    return lambda entry: given[entry.conference.id, *entry.ids]


def components(conferences: Catalog, told: Callable[[ical.Entry], ical.Wording]) -> Component:
    """Return the calendar as plain data."""
    chosen = wanted(conferences, language="zh", wording=told)
    found = [event for one in conferences for event in events(one, chosen, conferences)]
    return Component("VCALENDAR", _mapping.HEAD, (*timezones(found), *found))


def row(event: Component) -> Row:
    """Return an entry as plain values."""
    value: dict[str, Any] = {item.name: item.value for item in event.properties}
    first = event.components[0]
    return Row(
        uid=value["UID"],
        changed=value["DTSTAMP"],
        start=value["DTSTART"],
        end=value.get("DTEND"),
        summary=value["SUMMARY"],
        description=value["DESCRIPTION"],
        location=value.get("LOCATION", ""),
        geo=value.get("GEO"),
        url=value["URL"],
        topics=value["CATEGORIES"],
        contact=value["CONTACT"],
        whole=value.get("RELATED-TO"),
        key=value["X-CONFKIT-ID"],
        place=(text(first, "UID"), text(first, "X-CONFKIT-VENUE")) if first.name == "VLOCATION" else None,
        alarms=tuple(
            trigger
            for part in event.components
            for trigger in part.values("TRIGGER")
            if isinstance(trigger, dt.timedelta)
        ),
    )


def text(component: Component, name: str) -> str:
    """Return the value of a property that is text."""
    return str(component.values(name)[0])


def escaped(text: str) -> str:
    """RFC 5545 3.3.11."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """RFC 5545 3.1, and never between a backslash and what it escapes."""
    data = line.encode()
    if len(data) <= 75:
        return data
    return b"\r\n ".join(re.findall(rb"(?s).{1,74}(?:(?<!\\)(?![\x80-\xbf])|\Z)", b" " + data))[1:]


def by_hand(rows: Sequence[Row], zones: bytes) -> bytes:
    """Write the entries with f-strings made for them: as fast as plain Python gets."""
    out = [b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//confkit//confkit-events//EN\r\nCALSCALE:GREGORIAN", zones]
    for one in rows:
        begins, changed, title = f"{one.start:%Y%m%dT%H%M%S}", f"{one.changed:%Y%m%dT%H%M%S}Z", escaped(one.summary)
        times = f"DTSTART:{begins}Z"
        if one.end:
            times = f"DTSTART;TZID=Asia/Shanghai:{begins}\r\nDTEND;TZID=Asia/Shanghai:{one.end:%Y%m%dT%H%M%S}"
        out += (
            (
                f"BEGIN:VEVENT\r\nUID:{one.uid}\r\nDTSTAMP:{changed}\r\nLAST-MODIFIED:{changed}\r\nSEQUENCE:0\r\n{times}"
            ).encode(),
            folded(f"SUMMARY;LANGUAGE=zh-Hans:{title}"),
            folded(f"DESCRIPTION;LANGUAGE=zh-Hans:{escaped(one.description)}"),
        )
        if one.geo:
            latitude, longitude = one.geo
            out += (
                folded(f"LOCATION;LANGUAGE=zh-Hans:{escaped(one.location)}"),
                f"GEO:{latitude:.6f};{longitude:.6f}".encode(),
                folded(
                    f'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="{one.location}";X-APPLE-RADIUS=100'
                    f';X-TITLE="{one.location}":geo:{latitude:.6f},{longitude:.6f}'
                ),
            )
        out += (
            folded(f"URL:{one.url}"),
            folded(f"CATEGORIES:{','.join(map(escaped, one.topics))}"),
            folded(f"CONTACT:{escaped(one.contact)}"),
        )
        if one.whole:
            out.append(f"RELATED-TO;RELTYPE=PARENT:{one.whole}".encode())
        shown = "OPAQUE" if one.end else "TRANSPARENT"
        out += (f"STATUS:CONFIRMED\r\nTRANSP:{shown}".encode(), folded(f"X-CONFKIT-ID:{one.key}"))
        if one.geo and one.place:
            out += (
                f"BEGIN:VLOCATION\r\nUID:{one.place[0]}".encode(),
                folded(f"NAME;LANGUAGE=zh-Hans:{escaped(one.location)}"),
                f"GEO:{one.geo[0]:.6f};{one.geo[1]:.6f}\r\nX-CONFKIT-VENUE:{one.place[1]}\r\nEND:VLOCATION".encode(),
            )
        if one.alarms:
            said = folded(f"DESCRIPTION:{title}")
            for trigger in one.alarms:
                out += (
                    b"BEGIN:VALARM\r\nACTION:DISPLAY",
                    said,
                    f"TRIGGER:-P{-trigger.days}D\r\nEND:VALARM".encode(),
                )
        out.append(b"END:VEVENT")
    return b"\r\n".join([*out, b"END:VCALENDAR", b""])


def by_icalendar(rows: Sequence[Row]) -> bytes:
    """Write the entries through the icalendar package."""
    import icalendar

    class Place(icalendar.Component):
        name = "VLOCATION"

    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//bench//EN")
    language = {"LANGUAGE": "zh-Hans"}
    for one in rows:
        event = icalendar.Event()
        event.add("uid", one.uid)
        event.add("dtstamp", one.changed)
        event.add("last-modified", one.changed)
        event.add("sequence", 0)
        event.add("dtstart", one.start)
        event.add("summary", one.summary, parameters=language)
        event.add("description", one.description, parameters=language)
        event.add("url", one.url)
        event.add("categories", list(one.topics))
        event.add("contact", one.contact)
        event.add("status", "CONFIRMED")
        event.add("transp", "OPAQUE" if one.end else "TRANSPARENT")
        event.add("x-confkit-id", one.key)
        if one.end:
            event.add("dtend", one.end)
        if one.whole:
            event.add("related-to", one.whole, parameters={"RELTYPE": "PARENT"})
        if one.geo and one.place:
            where = {"VALUE": "URI", "X-ADDRESS": one.location, "X-APPLE-RADIUS": "100", "X-TITLE": one.location}
            event.add("location", one.location, parameters=language)
            event.add("geo", one.geo)
            event.add("x-apple-structured-location", f"geo:{one.geo[0]:.6f},{one.geo[1]:.6f}", parameters=where)
            place = Place()
            place.add("uid", one.place[0])
            place.add("x-confkit-venue", one.place[1])
            place.add("name", one.location, parameters=language)
            place.add("geo", one.geo)
            event.add_component(place)
        for trigger in one.alarms:
            alarm = icalendar.Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", one.summary)
            alarm.add("trigger", trigger)
            event.add_component(alarm)
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def by_ical(rows: Sequence[Row]) -> bytes:
    """Write the entries through the ical package: no place as a component, no Apple map, no languages."""
    from ical.alarm import Alarm
    from ical.calendar import Calendar
    from ical.calendar_stream import IcsCalendarStream
    from ical.event import Event, EventStatus
    from ical.types import Geo as Point, RelatedTo, RelationshipType, Uri

    calendar = Calendar(prodid="-//bench//EN")
    for one in rows:
        calendar.events.append(
            Event(
                uid=one.uid,
                dtstamp=one.changed,
                last_modified=one.changed,
                sequence=0,
                dtstart=one.start,
                dtend=one.end,
                summary=one.summary,
                description=one.description,
                location=one.location or None,
                geo=Point(*one.geo) if one.geo else None,
                url=Uri(one.url),
                categories=list(one.topics),
                contacts=[one.contact],
                related_to=[RelatedTo(uid=one.whole, reltype=RelationshipType.PARENT)] if one.whole else [],
                status=EventStatus.CONFIRMED,
                transparency="OPAQUE" if one.end else "TRANSPARENT",
                alarm=[Alarm(action="DISPLAY", trigger=trigger, description=one.summary) for trigger in one.alarms],
            )
        )
    return str(IcsCalendarStream.calendar_to_ics(calendar)).encode()


def by_vobject(rows: Sequence[Row]) -> bytes:
    """Write the entries through the vobject package: no place as a component."""
    import dateutil.tz
    import vobject

    zone, utc = dateutil.tz.gettz("Asia/Shanghai"), dateutil.tz.tzutc()
    calendar = vobject.iCalendar()
    for one in rows:
        event = calendar.add("vevent")
        changed = one.changed.replace(tzinfo=utc)
        for name, value in (
            ("uid", one.uid),
            ("dtstamp", changed),
            ("last-modified", changed),
            ("sequence", "0"),
            ("dtstart", one.start.replace(tzinfo=zone if one.end else utc)),
            ("dtend", one.end and one.end.replace(tzinfo=zone)),
            ("summary", one.summary),
            ("description", one.description),
            ("location", one.location),
            ("geo", one.geo and f"{one.geo[0]:.6f};{one.geo[1]:.6f}"),
            ("x-apple-structured-location", one.geo and f"geo:{one.geo[0]:.6f},{one.geo[1]:.6f}"),
            ("url", one.url),
            ("categories", list(one.topics)),
            ("contact", one.contact),
            ("related-to", one.whole),
            ("status", "CONFIRMED"),
            ("transp", "OPAQUE" if one.end else "TRANSPARENT"),
            ("x-confkit-id", one.key),
        ):
            if value:
                event.add(name).value = value
        for trigger in one.alarms:
            alarm = event.add("valarm")
            alarm.add("action").value = "DISPLAY"
            alarm.add("description").value = one.summary
            alarm.add("trigger").value = trigger
    return str(calendar.serialize()).encode()


def by_ics(rows: Sequence[Row]) -> bytes:
    """Write the entries through the ics package: times in UTC, no place as a component, lines not folded."""
    from ics import Calendar, DisplayAlarm, Event
    from ics.event import Geo as Point

    warnings.simplefilter("ignore", FutureWarning)  # ics 0.7 warns of its own way to write
    calendar = Calendar(creator="-//bench//EN")
    for one in rows:
        calendar.events.add(
            Event(
                uid=one.uid,
                created=one.changed,
                last_modified=one.changed,
                begin=one.start,
                end=one.end,
                name=one.summary,
                description=one.description,
                location=one.location or None,
                geo=Point(*one.geo) if one.geo else None,
                url=one.url,
                categories=list(one.topics),
                status="CONFIRMED",
                transparent=one.end is None,
                alarms=[DisplayAlarm(trigger=trigger, display_text=one.summary) for trigger in one.alarms],
            )
        )
    return str(calendar.serialize()).encode()


WRITERS: dict[str, Callable[[Sequence[Row]], bytes]] = {
    "icalendar": by_icalendar,
    "ical": by_ical,
    "vobject": by_vobject,
    "ics": by_ics,
}
"""By the name of the package."""


def milliseconds(case: Callable[[], object]) -> float:
    """Return how much of the processor's time a case takes, with the collector of garbage at rest."""
    gc.collect()
    gc.disable()
    began = time.process_time()
    case()
    took = time.process_time() - began
    gc.enable()
    return took * 1000


def taking_turns(cases: Sequence[Callable[[], object]], rounds: int) -> list[list[float]]:
    """Return what each case took in each round."""
    table = [[milliseconds(case) for case in cases] for _ in range(rounds)]
    return [list(column) for column in zip(*table, strict=True)]


def ratio(over: Sequence[float], under: Sequence[float]) -> float:
    """Return how many times longer one case took than another, by the median of the rounds."""
    return statistics.median(one / other for one, other in zip(over, under, strict=True))


def same(data: bytes, rows: Sequence[Row]) -> None:
    """Fail where a peer was given less to write."""
    uids = re.findall(rb"(?m)^UID:(.*?)\r?$", re.sub(rb"\r?\n ", b"", data))
    if not {one.uid.encode() for one in rows} <= set(uids):
        raise SystemExit("a peer left entries out")


def main() -> int:
    """Print the tables; with `--check`, end non-zero where a promise does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="a quarter of the entries, few rounds")
    parser.add_argument("--check", action="store_true", help="end with 1 where a promise does not hold")
    parser.add_argument("--margin", type=float, default=1.0, help="factor on the limits, for a busy machine")
    options = parser.parse_args()
    count, rounds = (500, 3) if options.short else (2000, 7)
    broken = [*compared(count, rounds, options.margin), *growing(count, rounds, options.margin)]
    for promise in broken:
        print(f"\nnot held: {promise}")
    return 1 if options.check and broken else 0


def compared(count: int, rounds: int, margin: float) -> list[str]:
    """Print what the same entries cost in each case; return the promises that do not hold."""
    conferences = catalog(count)
    told = words(conferences)
    data = components(conferences, told)
    if ical.dumps(conferences, language="zh") != write(data):
        raise SystemExit("the words given are not those composed")
    rows = [row(part) for part in data.components if part.name == "VEVENT"]
    zones = b"\r\n".join(write(part).removesuffix(b"\r\n") for part in data.components if part.name == "VTIMEZONE")
    peers = {name: by for name, by in WRITERS.items() if importlib.util.find_spec(name)}
    for by in peers.values():
        same(by(rows), rows)
    cases: dict[str, Callable[[], object]] = {
        "by hand, from plain values": lambda: by_hand(rows, zones),
        "confkit: plain data to bytes": lambda: write(data),
        "confkit: model to bytes, words given": lambda: ical.dumps(conferences, language="zh", wording=told),
        "confkit: model to bytes, words composed": lambda: ical.dumps(conferences, language="zh"),
        **{f"{name}: plain values to bytes": functools.partial(by, rows) for name, by in peers.items()},
    }
    hand, writer, model, _, *others = columns = taking_turns(list(cases.values()), rounds)
    print(f"Python {sys.version.split()[0]}, {count} entries, {rounds} rounds\n")
    print("| case | ms | to by hand | to confkit from the model |\n| --- | ---: | ---: | ---: |")
    for name, column in zip(cases, columns, strict=True):
        print(f"| {name} | {statistics.median(column):.1f} | {ratio(column, hand):.1f} | {ratio(column, model):.1f} |")
    for name in [name for name in WRITERS if name not in peers]:
        print(f"\n{name} is missing: uv run --group bench python bench/ical_peers.py")
    broken = [] if by_hand(rows, zones) == write(data) else ["the writer by hand writes the same bytes"]
    broken += (
        [f"plain data to bytes in {WRITER_LIMIT} times by hand"] if ratio(writer, hand) > WRITER_LIMIT * margin else []
    )
    for name, column in zip(peers, others, strict=True):
        least = ICALENDAR_LEAST if name == "icalendar" else 1
        broken += [f"{least} times faster than {name}"] if ratio(column, model) * margin < least else []
    return broken


def growing(count: int, rounds: int, margin: float) -> list[str]:
    """Print what one entry costs among few and among many; return the promise if it does not hold."""
    sizes = (count, 4 * count)
    made = [(conferences, words(conferences)) for conferences in map(catalog, sizes)]
    cases = [functools.partial(ical.dumps, one, language="zh", wording=told) for one, told in made]
    columns = taking_turns(cases, rounds)
    few, many = ([ms / size for ms in column] for size, column in zip(sizes, columns, strict=True))
    print("\n| entries | µs for each |\n| --- | ---: |")
    for size, column in zip(sizes, (few, many), strict=True):
        print(f"| {size} | {statistics.median(column) * 1000:.1f} |")
    return ["time for each entry does not grow with their number"] if ratio(many, few) > GROWTH_LIMIT * margin else []


if __name__ == "__main__":
    sys.exit(main())
