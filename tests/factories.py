"""Complete values of the model for tests; arguments override the fields."""

import datetime as dt
from typing import Any

from confkit import CallForProposals, Conference, Days, Deadline, Text, Venue, When


def conference(**fields: Any) -> Conference:
    defaults: dict[str, Any] = {
        "id": "pycon-example-2027",
        "namespace": "example.org",
        "name": "PyCon Example 2027",
        "published": dt.date(2026, 11, 1),
        "days": Days.parse("2027-05-01/2027-05-03"),
    }
    return Conference(**{**defaults, **fields})


def venue(**fields: Any) -> Venue:
    return Venue(**{"name": Text(en="Expo Centre", zh="会展中心"), "timezone": "Asia/Shanghai", **fields})


def deadline(**fields: Any) -> Deadline:
    return Deadline(**{"kind": "submission", "at": When.parse("2027-01-13"), **fields})


def call(**fields: Any) -> CallForProposals:
    return CallForProposals(**{"id": "talks", "deadlines": [deadline()], **fields})


def several(count: int, **fields: Any) -> list[Conference]:
    """Return conferences with two calendar entries each, the event and a deadline."""
    calls = [call(deadlines=[deadline(at=When.parse("2027-01-13T12:00[Asia/Shanghai]"))])]
    return [conference(**{"id": f"event-{number}", "calls": calls, **fields}) for number in range(count)]
