"""What writing a calendar costs, next to a writer made by hand for one shape of event, and to the icalendar package.

Each case writes the same entries in the same process; the cases take turns and the ratio is the median of the rounds,
so that a machine that slows down slows them all.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import re
import statistics
import sys
import time
from typing import TYPE_CHECKING

import icalendar

from confkit import CallForProposals, Catalog, Conference, Days, Deadline, Link, Text, Venue, When, ical
from confkit.ical._component import Component, Property, Raw, Uri
from confkit.ical._writer import write
from confkit.model import zone

if TYPE_CHECKING:
    from collections.abc import Callable

ZONE = zone("Asia/Shanghai")
STAMP = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
ABOUT = (
    "日历互操作与分布式系统：报告、讨论，以及海报；请携带电脑。\nTalks, discussions, and posters; bring a computer.\n"
    * 8
)
TOPICS = ("PyCon", "日历", "Talks, posters")
ALARM = dt.timedelta(days=-1)
HEAD = (Property("VERSION", "2.0"), Property("PRODID", "-//bench//EN"))


def start(number: int) -> dt.datetime:
    """Return when an event starts."""
    return dt.datetime(2026, 5, 1, 9, tzinfo=ZONE) + dt.timedelta(minutes=30 * (number % 400))


def by_hand(count: int) -> bytes:
    """Write the events with one f-string each: as fast as plain Python gets, and good for this shape only."""

    def escaped(text: str) -> str:
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")

    def folded(line: str) -> bytes:
        return b"\r\n ".join(re.findall(rb"(?s).{1,74}(?<!\\)(?![\x80-\xbf])", line.encode()))

    out = [b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN"]
    for number in range(count):
        first = start(number)
        title = escaped(f"第{number}场报告：大规模日历系统, 第二部分")
        out += (
            b"BEGIN:VEVENT",
            f"UID:{number:08}-0c64-5e0b-9a41-3b1f0f6c9e17\r\nDTSTAMP:20260102T000000Z".encode(),
            f"DTSTART;TZID=Asia/Shanghai:{first:%Y%m%dT%H%M%S}".encode(),
            f"DTEND;TZID=Asia/Shanghai:{first + dt.timedelta(minutes=25):%Y%m%dT%H%M%S}".encode(),
            folded(f"SUMMARY:{title}"),
            folded(f"DESCRIPTION:{escaped(ABOUT)}"),
            folded(f"LOCATION:{escaped(f'上海国际会议中心, {number % 20} 号厅')}"),
            folded(f"URL:https://example.org/2026/talk/{number}"),
            folded(f"CATEGORIES:{','.join(map(escaped, TOPICS))}"),
            b"STATUS:CONFIRMED\r\nBEGIN:VALARM\r\nACTION:DISPLAY",
            folded(f"DESCRIPTION:{title}"),
            b"TRIGGER:-P1D\r\nEND:VALARM\r\nEND:VEVENT",
        )
    return b"\r\n".join([*out, b"END:VCALENDAR", b""])


def components(count: int) -> Component:
    """Return the events as confkit's plain data."""
    events = []
    for number in range(count):
        first, title = start(number), f"第{number}场报告：大规模日历系统, 第二部分"
        alarm = (Property("ACTION", Raw("DISPLAY")), Property("DESCRIPTION", title), Property("TRIGGER", ALARM))
        properties = (
            Property("UID", f"{number:08}-0c64-5e0b-9a41-3b1f0f6c9e17"),
            Property("DTSTAMP", STAMP),
            Property("DTSTART", first),
            Property("DTEND", first + dt.timedelta(minutes=25)),
            Property("SUMMARY", title),
            Property("DESCRIPTION", ABOUT),
            Property("LOCATION", f"上海国际会议中心, {number % 20} 号厅"),
            Property("URL", Uri(f"https://example.org/2026/talk/{number}")),
            Property("CATEGORIES", TOPICS),
            Property("STATUS", Raw("CONFIRMED")),
        )
        events.append(Component("VEVENT", properties, (Component("VALARM", alarm),)))
    return Component("VCALENDAR", HEAD, tuple(events))


def by_icalendar(count: int) -> bytes:
    """Write the events through the icalendar package."""
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//bench//EN")
    for number in range(count):
        first, title = start(number), f"第{number}场报告：大规模日历系统, 第二部分"
        event, alarm = icalendar.Event(), icalendar.Alarm()
        event.add("uid", f"{number:08}-0c64-5e0b-9a41-3b1f0f6c9e17")
        event.add("dtstamp", STAMP)
        event.add("dtstart", first)
        event.add("dtend", first + dt.timedelta(minutes=25))
        event.add("summary", title)
        event.add("description", ABOUT)
        event.add("location", f"上海国际会议中心, {number % 20} 号厅")
        event.add("url", f"https://example.org/2026/talk/{number}")
        event.add("categories", list(TOPICS))
        event.add("status", "CONFIRMED")
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", ALARM)
        event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def catalog(count: int) -> Catalog:
    """Return conferences with two entries each, the event and a deadline, half as many as ``count``."""
    return Catalog(
        Conference(
            id=f"event-{number}",
            namespace="example.org",
            name=Text(en=f"Calendars {number}", zh=f"日历大会{number}"),
            published=dt.date(2026, 1, 2),
            days=Days.parse("2026-05-01"),
            venues=[Venue(name=Text(en="Expo Centre", zh="会展中心"), timezone="Asia/Shanghai")],
            description=Text(en="Talks, discussions, and posters.", zh=ABOUT),
            calls=[CallForProposals(deadlines=[Deadline(kind="submission", at=When.parse("2026-02-01T23:59[AoE]"))])],
            links=[Link(url=f"https://example.org/{number}")],
        )
        for number in range(count // 2)
    )


def milliseconds(case: Callable[[], object]) -> float:
    """Return how long a case takes, with the collector of garbage at rest."""
    gc.collect()
    gc.disable()
    began = time.perf_counter()
    case()
    took = time.perf_counter() - began
    gc.enable()
    return took * 1000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="few events, few rounds")
    count, rounds = (500, 3) if parser.parse_args().short else (2000, 7)
    data, conferences = components(count), catalog(count)
    cases: dict[str, Callable[[], object]] = {
        "by hand": lambda: by_hand(count),
        "confkit: plain data to bytes": lambda: write(data),
        "confkit: plain data made and written": lambda: write(components(count)),
        "icalendar: objects made and written": lambda: by_icalendar(count),
        "confkit: conferences to bytes, English": lambda: ical.dumps(conferences),
        "confkit: conferences to bytes, Chinese": lambda: ical.dumps(conferences, language="zh"),
    }
    table = [[milliseconds(case) for case in cases.values()] for _ in range(rounds)]
    print(f"Python {sys.version.split()[0]}, {count} entries, {rounds} rounds\n")
    print("| case | ms | ratio to the writer by hand |\n| --- | ---: | ---: |")
    for name, column in zip(cases, zip(*table, strict=True), strict=True):
        ratio = statistics.median(ms / row[0] for ms, row in zip(column, table, strict=True))
        print(f"| {name} | {statistics.median(column):.1f} | {ratio:.1f} |")


if __name__ == "__main__":
    main()
