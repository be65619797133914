"""The calendars and mails of the example in tests/golden/ical are written byte for byte, and other programs read them.

A calendar is named ``<event>.<language>.ics``, or ``<event>.<language>+<language>.ics`` if it is bilingual, and a mail
``<event>.<action>.<language>.eml``. After an intended change, update the files:

    python tests/ical/test_golden.py
"""

from __future__ import annotations

import datetime as dt
from email import message_from_bytes, policy
from pathlib import Path

import attrs
import icalendar

from cases import for_each
from confkit import Days, Revision, files, ical

GOLDEN = Path(__file__).parent.parent / "golden" / "ical"
SUBJECTS = {"pytorch-day-china-2025": files.example()}


def written(name):
    subject, language, _ = name.split(".")
    return ical.dumps(SUBJECTS[subject], language=language.split("+"))


@for_each("path", sorted(GOLDEN.glob("*.ics")))
def test_golden_calendars_are_written_and_read_without_errors(path):
    golden = path.read_bytes()
    assert written(path.name) == golden
    assert [component.errors for component in icalendar.Calendar.from_ical(golden).walk() if component.errors] == []


def test_example_has_golden_calendars_in_two_languages_and_a_bilingual_one():
    languages = ("en", "zh-Hans+en", "zh-Hant")
    names = [f"{subject}.{language}.ics" for subject in SUBJECTS for language in languages]
    assert sorted(path.name for path in GOLDEN.glob("*.ics")) == names


ANNOUNCED = SUBJECTS["pytorch-day-china-2025"]
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
    "invite": (ical.invite, ANNOUNCED, dt.datetime(2025, 3, 20, 9, tzinfo=dt.UTC), "en", "Invitation: "),
    "update": (ical.update, MOVED, dt.datetime(2025, 5, 6, 9, tzinfo=dt.UTC), "zh-Hans", "邀请已更新："),
    "cancel": (ical.cancel, CANCELLED, dt.datetime(2025, 5, 20, 9, tzinfo=dt.UTC), "en", "Cancelled: "),
}
MAILS = {f"{ANNOUNCED.id}.{action}.{language}.eml": action for action, (_, _, _, language, _) in SENT.items()}


def mailed(name):
    make, event, stamp, language, _ = SENT[MAILS[name]]
    organizer = "PyTorch Events <pytorchevents@linuxfoundation.org>"
    made = make(event, to="李四 <li@example.org>", organizer=organizer, stamp=stamp, language=language)
    return made.message.as_bytes()


@for_each("name", list(MAILS))
def test_golden_mails_are_written(name):
    assert mailed(name) == (GOLDEN / name).read_bytes()


@for_each("sequence, name", enumerate(MAILS))
def test_golden_mails_are_read_without_errors(sequence, name):
    _, event, stamp, _, subject = SENT[MAILS[name]]
    mail = message_from_bytes((GOLDEN / name).read_bytes(), policy=policy.default)
    assert mail.defects == []
    assert mail["Subject"] == f"{subject}PyTorch Day China 2025"
    assert mail["Date"].datetime == stamp
    assert [(address.display_name, address.addr_spec) for address in mail["To"].addresses] == [
        ("李四", "li@example.org")
    ]
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


def test_every_golden_mail_is_compared():
    assert sorted(path.name for path in GOLDEN.glob("*.eml")) == sorted(MAILS)


if __name__ == "__main__":
    for path in sorted(GOLDEN.glob("*.ics")):
        path.write_bytes(written(path.name))
    for name in MAILS:
        (GOLDEN / name).write_bytes(mailed(name))
