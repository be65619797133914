"""Pairs of versions of an event by what changed between them; all events but the example are made up."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from confkit import (
    Address,
    CallForProposals,
    Catalog,
    Conference,
    Contact,
    Days,
    Deadline,
    Hours,
    Link,
    Online,
    Organization,
    Pending,
    Revision,
    Text,
    Topic,
    Venue,
    When,
    files,
    render,
)
from factories import call, conference, deadline

__all__ = ["EXAMPLE", "LISTS", "VERSIONS", "A", "B", "due", "sentences"]

A, B = "https://a.example/", "https://b.example/"
"""Two addresses on the web."""


def due(at: str | Pending, **fields: Any) -> dict[str, Any]:
    """Return the fields of a conference whose only call has one deadline."""
    when = When.parse(at) if isinstance(at, str) else at
    return {"calls": [call(deadlines=[deadline(at=when, **fields)])]}


def sentences(old: dict[str, Any], new: dict[str, Any], *languages: str) -> list[str]:
    """Return the sentences on a change between two conferences, in each language as one text."""
    before, after = conference(**old), conference(**new)
    return [" ".join(render.change_sentences(before, after, language=language)) for language in languages]


EXAMPLE = files.example()
REQUESTS = Text(en="many requests", zh="应投稿人要求", zh_Hant="應投稿者要求")


def _with_deadline(event: Conference, deadline: Deadline, **fields: Any) -> Conference:
    return attrs.evolve(event, calls=[attrs.evolve(event.calls[0], deadlines=[deadline], **fields)])


_DEADLINE = EXAMPLE.calls[0].deadlines[0]
_EXTENDED = _with_deadline(
    EXAMPLE, _DEADLINE.extend(When.parse("2025-04-20"), announced=dt.date(2025, 4, 12), reason=REQUESTS)
)

_WORKSHOP = Conference(
    id="kernels-2026",
    kind="workshop",
    name=Text(en="Kernel Workshop 2026", zh="2026算子工作坊", zh_Hant="2026運算子工作坊"),
    days=Days.parse("2026-03-05/2026-03-06"),
    hours=Hours.parse("10:00-18:00"),
    timezone="Asia/Shanghai",
    venues=[Venue(name=Text(en="Hall 2", zh="二号馆", zh_Hant="二號館"))],
    calls=[CallForProposals(deadlines=[Deadline(kind="submission", at=When.parse("2026-01-30T23:59[AoE]"))])],
    links=[Link(url="https://example.org/kernels")],
)
_LATER = attrs.evolve(
    _WORKSHOP,
    status="rescheduled",
    days=Days.parse("2026-04-30/2026-05-01"),
    hours=Hours.parse("09:00-17:00"),
    history=[
        Revision(
            days=_WORKSHOP.days,
            hours=_WORKSHOP.hours,
            replaced=dt.date(2026, 2, 1),
            reason=Text(en="a clash with another event", zh="与其他活动时间冲突", zh_Hant="與其他活動時間衝突"),
        )
    ],
)
_CANCELLED = attrs.evolve(
    _with_deadline(_LATER, attrs.evolve(_WORKSHOP.calls[0].deadlines[0], at=Pending("cancelled"))),
    status="cancelled",
    history=[
        *_LATER.history,
        Revision(
            status="rescheduled", replaced=dt.date(2026, 4, 2), reason=Text(en="a typhoon", zh="台风", zh_Hant="颱風")
        ),
    ],
)

_ELSEWHERE = attrs.evolve(
    EXAMPLE,
    venues=[
        Venue(
            name=Text(en="China National Convention Center", zh="国家会议中心", zh_Hant="國家會議中心"),
            address=Address(
                street=Text(en="7 Tianchen East Road", zh="天辰东路7号", zh_Hant="天辰東路7號"),
                district=Text(en="Chaoyang District", zh="朝阳区", zh_Hant="朝陽區"),
                locality=Text(en="Beijing", zh="北京", zh_Hant="北京"),
                country="CN",
            ),
            timezone="Asia/Shanghai",
        )
    ],
    history=[Revision(place=EXAMPLE.venues[0].name, replaced=dt.date(2025, 5, 6))],
)

_CALL = _EXTENDED.calls[0]
_SEVERAL = attrs.evolve(
    _EXTENDED,
    days=Days.parse("2025-06-14"),
    status="rescheduled",
    history=[Revision(days=EXAMPLE.days, replaced=dt.date(2025, 4, 12), reason=REQUESTS)],
    updated=dt.date(2025, 4, 12),
    online=Online(platform="Zoom"),
    calls=[
        attrs.evolve(
            _CALL,
            topics=[
                *_CALL.topics[1:],
                Topic(name=Text(en="Robotics", zh="机器人", zh_Hant="機器人")),
                Topic(name=Text(en="Model Safety", zh="模型安全", zh_Hant="模型安全")),
            ],
        ),
        CallForProposals(
            kind="posters", deadlines=[Deadline(kind="submission", at=When.parse("2025-05-01T23:59[AoE]"))]
        ),
    ],
    organizations=[
        *EXAMPLE.organizations,
        Organization(name="Acme", role="sponsor"),
        Organization(name=Text(en="Jiangnan University", zh="江南大学", zh_Hant="江南大學"), role="co_host"),
    ],
    contacts=[Contact(email="hello@example.org")],
)

_REWORDED = attrs.evolve(
    EXAMPLE,
    summary=Text(
        en="A day on what is new in open source AI.",
        zh="为期一天的活动，介绍开源 AI 的最新进展。",
        zh_Hant="為期一天的活動，介紹開源 AI 的最新進展。",
    ),
)

VERSIONS = {
    "extended": (EXAMPLE, _EXTENDED),
    "rescheduled": (_WORKSHOP, _LATER),
    "cancelled": (_LATER, _CANCELLED),
    "venue": (EXAMPLE, _ELSEWHERE),
    "several": (EXAMPLE, _SEVERAL),
    "reworded": (EXAMPLE, _REWORDED),
}

_MEETUP = Conference(
    id="maps-evening-2026",
    name=Text(en="Maps Evening", zh="地图之夜", zh_Hant="地圖之夜"),
    kind="meetup",
    days=Days.parse("2026-03-19"),
)
LISTS = {"list": (Catalog([_WORKSHOP, _MEETUP]), Catalog([_EXTENDED, _LATER]))}
"""Like `VERSIONS`, for lists of events: one is new, one has changed, one is gone."""
