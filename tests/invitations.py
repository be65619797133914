"""Invitations to an event with many kinds of entries."""

import datetime as dt

import attrs
import icalendar

from confkit import Days, Deadline, Hours, Pending, Registration, Revision, Superseded, Text, When, ical
from factories import call, conference, deadline, venue

STAMP = dt.datetime(2027, 2, 1, 17, 30, 5, 999, tzinfo=dt.timezone(dt.timedelta(hours=8)))
ADDRESSES = {"to": "Ada Lovelace <ada@example.org>", "organizer": "The Team <team@example.org>", "stamp": STAMP}
FUNCTIONS = {"invite": ical.invite, "update": ical.update, "cancel": ical.cancel, "uninvite": ical.uninvite}
REQUESTS = ("invite", "update")
ONE_DAY = {"days": Days.parse("2027-05-01"), "hours": Hours.parse("09:00-18:00")}
EVENT = conference(
    name=Text(en="Example Conference", zh="示例大会"),
    **ONE_DAY,
    venues=[venue(id="hall", days=Days.parse("2027-05-01")), venue(id="annex", name="Annex", role="workshops")],
    calls=[call(deadlines=[deadline(at=When.parse("2027-01-13T23:59[AoE]")), deadline(kind="notification")])],
    milestones=[Deadline(kind="registration", at=When.parse("2027-04-01"))],
    registration=Registration(opens=When.parse("2027-02-01"), closes=When.parse("2027-04-20")),
)
ENTRIES = ("event", "venue/hall", "call/talks/submission", "milestone/registration", "registration")


def make_invitation(act, event=EVENT, **options):
    return FUNCTIONS[act](event, **{**ADDRESSES, **options})


def calendar_and_entry(invitation):
    """Return the calendar of an invitation as icalendar reads it, and its only entry."""
    calendar = icalendar.Calendar.from_ical(invitation.data)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    (event,) = calendar.events
    return calendar, event


def cancelled(event):
    return attrs.evolve(
        event,
        status="cancelled",
        history=[*event.history, Revision(status=event.status, replaced=dt.date(2027, 2, 20))],
    )


def without_a_date(reason):
    before = Superseded(at=When.parse("2027-01-13"), replaced=dt.date(2027, 1, 2))
    return deadline(at=Pending(reason), history=[before])


CANCELLED_ENTRIES = {
    "cancelled": (cancelled(EVENT), "event"),
    "postponed": (attrs.evolve(EVENT, status="postponed"), "event"),
    "venue": (attrs.evolve(EVENT, status="moved_online"), "venue/hall"),
}
