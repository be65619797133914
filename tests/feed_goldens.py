"""The feeds in tests/golden/feeds; ``python tests/feed_goldens.py update`` writes them after an intended change."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from confkit import (
    CallForProposals,
    Catalog,
    Conference,
    Days,
    Deadline,
    Hours,
    Online,
    Revision,
    Series,
    Text,
    Topic,
    Venue,
    When,
    files,
    ical,
)

GOLDEN = Path(__file__).parent / "golden" / "feeds"

CHANNEL = ical.Channel(
    name=Text(en="Events on calendars", zh="日历技术活动", zh_Hant="日曆技術活動"),
    description=Text(en="Conferences, and what is due.\nOne feed for all.", zh="会议与截止日期，一处订阅。"),
    url="https://example.org/events.ics",
    color="steelblue",
    refresh=dt.timedelta(hours=12),
)
PUBLISHED = ical.Channel(name=CHANNEL.name, organizer="calendar@example.org", timezone="Asia/Shanghai")
STAMP = dt.datetime(2026, 11, 23, 4, 30, tzinfo=dt.UTC)


def _extended() -> Deadline:
    first = Deadline(kind="submission", at=When.parse("2027-01-13T23:59[AoE]"))
    later = When.parse("2027-01-20T23:59[AoE]")
    return first.extend(later, announced=dt.date(2027, 1, 11), reason=Text(en="Many asked.", zh="应多人要求。"))


def catalog() -> Catalog:
    """Return one event of each kind: on whole days, with hours, with an extension, cancelled, online, without a day."""
    meetup = Conference(
        id="calendar-meetup-2027",
        namespace="example.org",
        name=Text(en="Calendar Meetup; Shanghai", zh="上海日历聚会"),
        kind="meetup",
        series=Series(id="calendar-meetup"),
        published=dt.date(2026, 12, 1),
        days=Days.parse("2027-03-06"),
        hours=Hours.parse("14:00-17:30"),
        venues=[Venue(name=Text(en="Expo Centre", zh="会展中心"), timezone="Asia/Shanghai")],
        topics=[Topic(name=Text(en="Time zones", zh="时区"))],
    )
    symposium = Conference(
        id="time-2027",
        namespace="example.org",
        name=Text(en="Symposium on Time", zh="时间研讨会"),
        series=Series(id="time", acronym="TIME"),
        published=dt.date(2026, 11, 1),
        days=Days.parse("2027-06-30/2027-07-02"),
        timezone="Europe/Berlin",
        topics=[
            Topic(name=Text(en="Time zones", zh="时区")),
            Topic(id="leap", name=Text(en="Leap seconds", zh="闰秒")),
        ],
        calls=[
            CallForProposals(
                kind="papers",
                deadlines=[
                    _extended(),
                    Deadline(kind="camera_ready", at=When.parse("2027-05-01T18:00[Europe/Berlin]")),
                ],
            )
        ],
    )
    forum = Conference(
        id="forum-2027",
        namespace="example.org",
        name=Text(en="Forum", zh="论坛"),
        published=dt.date(2026, 11, 1),
        days=Days.parse("2027-09-01"),
        online=Online(),
        status="cancelled",
        history=[
            Revision(status="scheduled", replaced=dt.date(2027, 2, 1), reason=Text(en="No hall.", zh="没有场地。"))
        ],
    )
    vague = Conference(
        id="vague-2028",
        namespace="example.org",
        name="Vague",
        published=dt.date(2026, 11, 1),
        days=Days.parse("2028-05"),
    )
    return Catalog([files.example(), meetup, symposium, forum, vague])


def written(name: str) -> bytes:
    """Return the expected contents of a golden file with a name such as ``events.en.ics``."""
    what, language, _ = name.split(".")
    channel, stamp = {"events": (CHANNEL, None), "published": (PUBLISHED, STAMP)}[what]
    return ical.feed(catalog(), channel, language=language, stamp=stamp).data


NAMES = ("events.en.ics", "events.zh-Hans.ics", "published.zh-Hans.ics")

if __name__ == "__main__" and sys.argv[1:] == ["update"]:
    GOLDEN.mkdir(exist_ok=True)
    for name in NAMES:
        (GOLDEN / name).write_bytes(written(name))
