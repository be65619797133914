"""Names for the codes of the model, by family."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from confkit.words._message import Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CALLS_FOR_PEOPLE", "PEOPLE_TERMS", "RELATIONS", "TERMS", "TRANSLATIONS", "TRANSLATIONS_ELSEWHERE", "Family"]

Family = Literal["attendance", "call", "deadline", "event", "link", "role", "state", "status", "venue"]
"""The sets of codes in the model that have names for people."""

TERMS: Final[Mapping[Family, Mapping[str, Message]]] = MappingProxyType(
    {
        "attendance": {
            "in_person": message("attendance", "in person"),
            "online": message("attendance", "online"),
            "hybrid": message("attendance", "hybrid"),
        },
        "call": {
            "talks": message("kind of call", "call for proposals"),
            "papers": message("kind of call", "call for papers"),
            "posters": message("kind of call", "call for posters"),
            "workshops": message("kind of call", "call for workshops"),
            "lightning": message("kind of call", "call for lightning talks"),
            "tutorials": message("kind of call", "call for tutorials"),
            "sponsors": message("kind of call", "call for sponsors"),
            "volunteers": message("kind of call", "call for volunteers"),
        },
        "deadline": {
            "abstract": message("kind of deadline", "abstract deadline"),
            "submission": message("kind of deadline", "submission deadline"),
            "supplementary": message("kind of deadline", "supplementary material deadline"),
            "rebuttal_start": message("kind of deadline", "author response opens"),
            "rebuttal_end": message("kind of deadline", "author response deadline"),
            "notification": message("kind of deadline", "notification of acceptance"),
            "camera_ready": message("kind of deadline", "camera-ready deadline"),
            "commitment": message("kind of deadline", "commitment deadline"),
            "travel_grant": message("kind of deadline", "travel grant application deadline"),
            "other": message("kind of deadline", "deadline"),
        },
        "event": {
            "conference": message("kind of event", "conference"),
            "meetup": message("kind of event", "meetup"),
            "workshop": message("kind of event", "workshop"),
            "hackathon": message("kind of event", "hackathon"),
            "summit": message("kind of event", "summit"),
            "other": message("kind of event", "event"),
        },
        "link": {
            "site": message("link", "website"),
            "cfp": message("link", "call for proposals"),
            "register": message("link", "registration"),
            "tickets": message("link", "tickets"),
            "map": message("link", "map"),
            "travel": message("link", "travel"),
            "code_of_conduct": message("link", "code of conduct"),
            "sponsor": message("link", "sponsorship"),
            "papers": message("link", "papers"),
            "video": message("link", "video"),
            "source": message("link", "source"),
        },
        "role": {
            "host": message("role", "host"),
            "co_host": message("role", "co-host"),
            "organizer": message("role", "organizer"),
            "partner": message("role", "partner"),
            "sponsor": message("role", "sponsor"),
        },
        "state": {
            "upcoming": message("state of a call", "not yet open"),
            "open": message("state of a call", "open"),
            "closed": message("state of a call", "closed"),
            "uncertain": message("state of a call", "closing or already closed (no time or time zone stated)"),
            "unknown": message("state of a call", "unknown"),
        },
        "status": {
            "scheduled": message("status of an event", "as scheduled"),
            "tentative": message("status of an event", "tentative"),
            "cancelled": message("status of an event", "cancelled"),
            "postponed": message("status of an event", "postponed"),
            "rescheduled": message("status of an event", "rescheduled"),
            "moved_online": message("status of an event", "moved online"),
        },
        "venue": {
            "main": message("role of a venue", "main venue"),
            "satellite": message("role of a venue", "satellite venue"),
            "workshops": message("role of a venue", "workshop venue"),
            "social": message("role of a venue", "venue of the social events"),
            "hotel": message("role of a venue", "hotel"),
        },
    }
)

CALLS_FOR_PEOPLE: Final = frozenset({"sponsors", "volunteers"})
"""The kinds of call that ask for people, who apply, and not for something that they submit."""

PEOPLE_TERMS: Final[Mapping[tuple[Family, str], Message]] = MappingProxyType(
    {
        ("deadline", "submission"): message("kind of deadline", "application deadline"),
        ("state", "open"): message("state of a call for people", "open"),
    }
)
"""What has another name in such a call."""

RELATIONS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "co_located": message("relation", "co-located with {event}"),
        "part_of": message("relation", "part of {event}"),
        "satellite_of": message("relation", "satellite event of {event}"),
        "joint_with": message("relation", "jointly with {event}"),
        "follows": message("relation", "after {event}"),
    }
)

TRANSLATIONS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "unofficial": message(
            "translation", "The {language} text is an unofficial translation; the organizer's own words prevail."
        ),
        "machine": message(
            "translation", "The {language} text is a machine translation; the organizer's own words prevail."
        ),
    }
)
"""What readers are told of a translation into their language; nothing of an official one."""

TRANSLATIONS_ELSEWHERE: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "unofficial": message(
            "translation into another language",
            "Some of the text is shown in {language}, in an unofficial translation; the organizer's own words prevail.",
        ),
        "machine": message(
            "translation into another language",
            "Some of the text is shown in {language}, in a machine translation; the organizer's own words prevail.",
        ),
    }
)
"""The same of a translation into another language, which stands in where the reader's is missing."""
