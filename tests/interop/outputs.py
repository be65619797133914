"""Every kind of calendar that confkit writes, with the entries that a reader has to find in it."""

from __future__ import annotations

import datetime as dt
import functools
import tempfile
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import attrs

from confkit import (
    Address,
    Catalog,
    Conference,
    Contact,
    Days,
    Deadline,
    Geo,
    Hours,
    Image,
    Link,
    Online,
    Registration,
    Revision,
    Superseded,
    Text,
    Topic,
    When,
    files,
    ical,
)
from confkit.ical import Channel, dumps, feed, split_feed
from confkit.ical._identity import uid
from factories import call, conference, deadline, venue
from interop.rows import Row, expected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["LONG", "OUTPUTS", "Output"]

# libical reads a backslash before the closing quote of a parameter as an escape, so a letter follows the backslashes.
AWKWARD = 'a; b, c\\d "e": \\n^\n\t— 北京，“智源” 🎉 ' + "长" * 80 + " e\u0301" * 40 + "\\" * 90 + "."

LONG = 2000
"""The number of events in the long calendar."""


class Output(NamedTuple):
    """A calendar as bytes, and its entries."""

    data: bytes
    rows: list[Row]


def _due(*instants: str) -> Conference:
    return conference(
        days=None,
        calls=[call(deadlines=[deadline(id=f"d{i}", at=When.parse(text)) for i, text in enumerate(instants)])],
    )


def _many() -> Catalog:
    first = dt.date(2027, 1, 4)
    zones = ("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Sydney")
    return Catalog(
        conference(
            id=f"meeting-{number}",
            name=Text(en=f"Meeting {number}, part; one", zh=f"第 {number} 次会议，其一"),
            days=Days.parse(str(first + dt.timedelta(days=number % 700))),
            hours=Hours.parse("09:30-11:00") if number % 3 else None,
            venues=[venue(timezone=zones[number % 4])],
        )
        for number in range(LONG)
    )


_SUBJECTS: Mapping[str, Callable[[], Conference | Catalog]] = MappingProxyType(
    {
        "the example": files.example,
        "hours": lambda: conference(days=Days.parse("2027-05-01"), hours=Hours.parse("09:00-17:30"), venues=[venue()]),
        "hours past midnight": lambda: conference(
            days=Days.parse("2027-05-01"),
            hours=Hours.parse("18:00-02:00"),
            venues=[venue(timezone="America/New_York")],
        ),
        "hours in a repeated hour": lambda: conference(
            days=Days.parse("2027-11-06"), hours=Hours.parse("20:00-01:30"), timezone="America/New_York"
        ),
        "one day": lambda: conference(days=Days.parse("2027-05-01"), venues=[venue()]),
        "several days": lambda: conference(days=Days.parse("2027-02-27/2027-03-02"), venues=[venue()]),
        "deadlines in zones": lambda: _due(
            "2027-01-13T23:59[America/New_York]",
            "2027-07-13T23:59[America/New_York]",
            "2027-11-07T01:30-04:00[America/New_York]",
            "2027-11-07T01:30-05:00[America/New_York]",
            "2027-03-28T12:00[Europe/Dublin]",
            "2024-03-20T12:00[Africa/Casablanca]",
            "2027-10-29T12:00[Africa/Cairo]",
            "2027-06-24T12:00[Asia/Jerusalem]",
            "1999-06-24T12:00[America/Sao_Paulo]",
            "2027-03-28T12:00[America/Nuuk]",
        ),
        "deadlines in AoE": lambda: _due("2027-01-13T23:59[AoE]", "2027-12-31T23:59:59[AoE]"),
        "deadlines at offsets": lambda: _due("2027-03-28T12:00+05:45", "2027-03-28T12:00-08:00", "2027-03-28T12:00Z"),
        "deadlines on days": lambda: _due(
            "2027-01-13", "2027-02-28[AoE]", "2027-02-28[Asia/Shanghai]", "2027-12-31T23:59"
        ),
        "hybrid": lambda: conference(
            venues=[venue(geo=Geo(39.98, 116.31), address=Address(text=Text(en="1 Expo Road", zh="会展路1号")))],
            online=Online(platform="Zoom", link=Link(url="https://example.org/room?a=1,2;b=3")),
            images=[Image(url="https://example.org/a.png")],
            links=[Link(url="https://example.org/")],
            contacts=[Contact(email="a@example.org", phone="+1 2", purpose=Text(en="press", zh="媒体"))],
            topics=[Topic(name=Text(en="Ethics, law", zh="伦理、法律")), Topic(name="PyTorch")],
        ),
        "online": lambda: conference(online=Online(platform="Zoom")),
        "moved online": lambda: conference(
            status="moved_online",
            history=[Revision(status="scheduled", replaced=dt.date(2027, 1, 1))],
            venues=[venue()],
            online=Online(link=Link(url="https://example.org/room")),
        ),
        "several venues": lambda: conference(
            venues=[
                venue(id="hall", days=Days.parse("2027-05-01")),
                venue(id="labs", role="workshops", name=Text(en="Labs", zh="实验室"), days=Days.parse("2027-05-02")),
                venue(id="inn", role="social", name="Inn", days=Days.parse("2027-05-02/2027-05-03")),
            ]
        ),
        "cancelled": lambda: conference(
            status="cancelled",
            history=[Revision(status="scheduled", replaced=dt.date(2027, 1, 1))],
            calls=[call()],
            registration=Registration(
                opens=When.parse("2027-01-01"), closes=When.parse("2027-04-01T12:00[Asia/Shanghai]")
            ),
        ),
        "postponed": lambda: conference(
            status="postponed",
            history=[Revision(status="scheduled", replaced=dt.date(2027, 1, 1))],
            calls=[call()],
        ),
        "rescheduled": lambda: conference(
            status="rescheduled",
            days=Days.parse("2027-09-01/2027-09-03"),
            history=[
                Revision(status="scheduled", days=Days.parse("2027-05-01/2027-05-03"), replaced=dt.date(2027, 1, 1))
            ],
        ),
        "tentative": lambda: conference(status="tentative"),
        "extended": lambda: conference(
            calls=[
                call(
                    deadlines=[
                        deadline(
                            at=When.parse("2027-01-31T23:59[AoE]"),
                            history=[Superseded(at=When.parse("2027-01-13T23:59[AoE]"), replaced=dt.date(2027, 1, 10))],
                        )
                    ]
                )
            ]
        ),
        "registration": lambda: conference(
            days=None,
            registration=Registration(
                opens=When.parse("2027-01-01T10:00[Asia/Shanghai]"), closes=When.parse("2027-04-01T23:59[AoE]")
            ),
        ),
        "awkward text": lambda: conference(
            name=Text(en=AWKWARD, zh=AWKWARD),
            description=AWKWARD,
            venues=[venue(name=AWKWARD, address=Address(text=AWKWARD), geo=Geo(-90, 180))],
            milestones=[Deadline(kind="notification", label=AWKWARD, at=When.parse("2027-01-13"))],
        ),
        "characters that XML has not": lambda: conference(name="Py\ufffeCon\uffff", description="a\x00\ufffe\uffffb"),
        "blanks at the ends": lambda: conference(name="  PyCon ", venues=[venue(name="\tHall\t")]),
        "a title in quotes": lambda: conference(name='"PyCon"'),
        "a catalog": lambda: Catalog(
            [
                files.example(),
                conference(days=Days.parse("2027-05-01"), hours=Hours.parse("09:00-17:30"), timezone="UTC"),
            ]
        ),
    }
)


_TOGETHER = ("the example", "deadlines in AoE", "hybrid", "cancelled", "several venues", "awkward text")
"""The subjects that are also written in two languages at once."""


@functools.cache
def _calendar(name: str, language: str | tuple[str, ...]) -> Output:
    subject = _SUBJECTS[name]()
    return Output(dumps(subject, language=language), expected(subject, language))


@functools.cache
def _feed(subject: Callable[[], Catalog], channel: Channel | None, stamp: dt.datetime | None = None) -> Output:
    return Output(feed(subject(), channel, language="zh", stamp=stamp).data, expected(subject(), "zh"))


def _mixed() -> Catalog:
    """Return events of every status."""
    names = ("hours", "hybrid", "cancelled", "postponed", "extended", "tentative", "online")
    subjects = (_SUBJECTS[name]() for name in names)
    return Catalog(attrs.evolve(one, id=f"event-{number}") for number, one in enumerate(subjects))  # type: ignore[type-var]


_CHANNEL = Channel(
    name=Text(en="Events; all, of them", zh="所有活动；全部"),
    description=Text(en="What is on", zh="近期活动"),
    url="https://example.org/events.ics",
    color="steelblue",
    refresh=dt.timedelta(hours=12),
    timezone="Asia/Shanghai",
)
_NOW = dt.datetime(2027, 1, 20, 8, tzinfo=dt.UTC)


@functools.cache
def _part(channel: Channel) -> Output:
    """Return the part of a feed with the events, without their deadlines."""
    with tempfile.TemporaryDirectory() as name:
        split_feed(_mixed(), name, channel, by="kind", language="zh")
        data = (Path(name) / "kind-event.ics").read_bytes()
    events = {uid(one) for one in _mixed()}
    return Output(data, [row for row in expected(_mixed(), "zh") if row.uid in events])


@functools.cache
def _message(act: str, name: str, language: str, *ids: str) -> Output:
    """Return a message about one entry, to an attendee with a difficult name."""
    subject = _SUBJECTS[name]()
    assert isinstance(subject, Conference)
    sent = getattr(ical, act)(
        subject,
        to='"Lovelace, Ada; 阿达 \\"A\\"" <ada@example.org>',
        organizer="团队 <team@example.org>",
        stamp=_NOW,
        language=language,
        entry="/".join(ids) or "event",
    )
    rows = [row for row in expected(subject, language) if row.uid == uid(subject, ids)]
    return Output(sent.data, [row._replace(status="") for row in rows] if act == "uninvite" else rows)


OUTPUTS: Mapping[str, Callable[[], Output]] = MappingProxyType(
    {
        **{
            f"{name}, {language}": functools.partial(_calendar, name, language)
            for name in _SUBJECTS
            for language in ("en", "zh")
        },
        **{f"{name}, zh and en": functools.partial(_calendar, name, ("zh", "en")) for name in _TOGETHER},
        "a feed": functools.partial(_feed, _mixed, None),
        "a feed with a name": functools.partial(_feed, _mixed, _CHANNEL),
        "a feed that publishes": functools.partial(
            _feed, _mixed, attrs.evolve(_CHANNEL, organizer='"A; B" <team@example.org>'), _NOW
        ),
        "a part of a feed": functools.partial(_part, _CHANNEL),
        "an invitation, en": functools.partial(_message, "invite", "hours", "en"),
        "an invitation, zh": functools.partial(_message, "invite", "hybrid", "zh"),
        "an invitation to a deadline": functools.partial(
            _message, "invite", "extended", "zh", "call", "talks", "submission"
        ),
        "an invitation to a venue": functools.partial(_message, "invite", "several venues", "en", "venue", "labs"),
        "an update": functools.partial(_message, "update", "rescheduled", "zh"),
        "a cancellation": functools.partial(_message, "cancel", "cancelled", "en"),
        "an invitation taken back": functools.partial(_message, "uninvite", "hours past midnight", "zh"),
        "a long feed": functools.partial(_feed, _many, _CHANNEL),
    }
)
"""The name of each kind of calendar, and the function that makes it."""
