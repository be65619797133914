"""Mails kept whole in golden/ical: byte for byte what is written, and read back.

A file there is named ``<event>.<what is done>.<language>.eml``. Where a change is meant, write them again:

    python tests/ical/test_golden_mails.py
"""

from __future__ import annotations

import datetime as dt
from email import message_from_bytes, policy
from pathlib import Path

import attrs
import icalendar
import pytest

from confkit import Days, Revision, files, ical

GOLDEN = Path(__file__).parent.parent / "golden" / "ical"
ANNOUNCED = files.example()
MOVED = attrs.evolve(
    ANNOUNCED,
    days=Days.parse("2025-06-08"),
    status="rescheduled",
    history=[Revision(days=Days.parse("2025-06-07"), status="scheduled", replaced=dt.date(2025, 5, 6))],
)
CANCELLED = attrs.evolve(
    MOVED, status="cancelled", history=[*MOVED.history, Revision(status="rescheduled", replaced=dt.date(2025, 5, 20))]
)
SENT = {
    "invite": (ical.invite, ANNOUNCED, dt.datetime(2025, 3, 20, 9, tzinfo=dt.UTC), "Invitation"),
    "update": (ical.update, MOVED, dt.datetime(2025, 5, 6, 9, tzinfo=dt.UTC), "Updated invitation"),
    "cancel": (ical.cancel, CANCELLED, dt.datetime(2025, 5, 20, 9, tzinfo=dt.UTC), "Cancelled"),
}
NAMES = [f"{event}.{act}.{tag}.eml" for event in [ANNOUNCED.id] for act in SENT for tag in ("en", "zh-Hans")]


def written(name: str) -> bytes:
    _, act, language, _ = name.split(".")
    make, event, stamp, _ = SENT[act]
    organizer = "PyTorch Events <pytorchevents@linuxfoundation.org>"
    made = make(event, to="李四 <li@example.org>", organizer=organizer, stamp=stamp, language=language)
    return made.message.as_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_mail_is_the_golden_one(name):
    assert written(name) == (GOLDEN / name).read_bytes()


@pytest.mark.parametrize("sequence", range(len(SENT)))
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_mail_is_read_back(sequence, language):
    act, (_, event, stamp, subject) = list(SENT.items())[sequence]
    mail = message_from_bytes((GOLDEN / f"{event.id}.{act}.{language}.eml").read_bytes(), policy=policy.default)
    assert mail.defects == []
    if language == "en":
        assert mail["Subject"] == f"{subject}: PyTorch Day China 2025"
    assert mail["Date"].datetime == stamp
    assert [(one.display_name, one.addr_spec) for one in mail["To"].addresses] == [("李四", "li@example.org")]
    plain, page, calendar = mail.iter_parts()
    assert page.get_content().count("PyTorch Day China 2025") >= 1
    assert "PyTorch Day China 2025" in plain.get_content()
    read = icalendar.Calendar.from_ical(calendar.get_content())
    (entry,) = read.events
    assert calendar["Content-Type"].params["method"] == read["METHOD"]
    assert (int(entry["SEQUENCE"]), entry["DTSTAMP"].dt, entry["DTSTART"].dt) == (
        sequence,
        stamp,
        event.days.first.first,
    )
    assert entry["ATTENDEE"].params["CN"] == "李四"


def test_there_is_no_other_golden_mail():
    assert sorted(path.name for path in GOLDEN.glob("*.eml")) == sorted(NAMES)


if __name__ == "__main__":
    for name in NAMES:
        (GOLDEN / name).write_bytes(written(name))
