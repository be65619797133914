"""Invitations, updates and cancellations: the calendar in the message (RFC 5546 3.2)."""

import datetime as dt

import attrs
import icalendar
import pytest

from cases import for_each
from confkit import Days, Revision, When, ical
from confkit.errors import UnwritableError
from factories import call, conference, deadline
from interop.libical import libical
from invitations import (
    CANCELLED_ENTRIES,
    ENTRIES,
    EVENT,
    FUNCTIONS,
    REQUESTS,
    calendar_and_entry,
    cancelled,
    make_invitation,
    without_a_date,
)


def lines(data):
    return data.decode().replace("\r\n ", "").splitlines()


@for_each("act", list(FUNCTIONS))
@for_each("entry", ENTRIES)
def test_message_has_one_entry_one_organizer_and_one_attendee(act, entry):
    calendar, event = calendar_and_entry(make_invitation(act, entry=entry))
    assert calendar["METHOD"] == ("REQUEST" if act in REQUESTS else "CANCEL")
    assert str(event["ORGANIZER"]) == "mailto:team@example.org"
    assert dict(event["ORGANIZER"].params) == {"CN": "The Team"}
    assert str(event["ATTENDEE"]) == "mailto:ada@example.org"
    attended = entry in {"event", "venue/hall"}
    assert dict(event["ATTENDEE"].params) == {
        "CN": "Ada Lovelace",
        "CUTYPE": "INDIVIDUAL",
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "TRUE" if act in REQUESTS and attended else "FALSE",
    }
    assert event["DTSTAMP"].dt == dt.datetime(2027, 2, 1, 9, 30, 5, tzinfo=dt.UTC)
    assert event.walk("VALARM") == []


@for_each("act", REQUESTS)
@for_each("entry", ENTRIES)
def test_invitation_has_the_entry_of_the_calendar_file_without_alarms(act, entry):
    """Both have the same UID, so a calendar that contains both shows the entry once."""

    def plain(data, uid):
        (found,) = [one for one in icalendar.Calendar.from_ical(data).events if one["UID"] == uid]
        return [row for row in lines(found.to_ical()) if not row.startswith(("DTSTAMP", "ORGANIZER", "ATTENDEE"))]

    invitation = make_invitation(act, entry=entry)
    _, event = calendar_and_entry(invitation)
    downloaded = ical.dumps(EVENT, alarms=False)
    assert plain(invitation.data, event["UID"]) == plain(downloaded, event["UID"])


def test_message_defines_only_the_zones_of_its_entry():
    def zones(**options):
        return [str(zone["TZID"]) for zone in calendar_and_entry(make_invitation("invite", **options))[0].timezones]

    assert zones() == ["Asia/Shanghai"]
    assert zones(entry="call/talks/submission") == []


def test_sequence_grows_from_invitation_to_update_to_cancellation():
    moved = attrs.evolve(
        EVENT,
        days=Days.parse("2027-05-02"),
        status="rescheduled",
        history=[Revision(days=Days.parse("2027-05-01"), status="scheduled", replaced=dt.date(2027, 2, 10))],
    )
    sent = [make_invitation("invite"), make_invitation("update", moved), make_invitation("cancel", cancelled(moved))]
    events = [calendar_and_entry(invitation)[1] for invitation in sent]
    assert [(int(event["SEQUENCE"]), str(event["STATUS"])) for event in events] == [
        (0, "CONFIRMED"),
        (1, "CONFIRMED"),
        (2, "CANCELLED"),
    ]
    assert len({event["UID"] for event in events}) == 1


def test_cancellation_increments_the_sequence_even_if_the_event_does_not_record_it():
    """RFC 5546 3.2.5: "the SEQUENCE property value MUST be incremented"; a recorded cancellation does the same."""
    _, sent = calendar_and_entry(make_invitation("cancel"))
    _, recorded = calendar_and_entry(make_invitation("cancel", cancelled(EVENT)))
    _, unexplained = calendar_and_entry(make_invitation("cancel", attrs.evolve(EVENT, status="cancelled")))
    assert [int(event["SEQUENCE"]) for event in (sent, recorded, unexplained)] == [1, 1, 1]
    assert [str(event["STATUS"]) for event in (sent, recorded, unexplained)] == ["CANCELLED"] * 3
    assert sent["SUMMARY"] == "Cancelled: Example Conference"


def test_cancellation_of_a_deadline_that_records_it_keeps_the_sequence():
    late = deadline().extend(When.parse("2027-01-20"), announced=dt.date(2027, 1, 2))
    event = conference(calls=[call(deadlines=[late])])
    assert [
        int(calendar_and_entry(make_invitation(act, event, entry="call/talks/submission"))[1]["SEQUENCE"])
        for act in ("update", "cancel")
    ] == [1, 2]
    dropped = conference(calls=[call(deadlines=[without_a_date("cancelled")])])
    _, entry = calendar_and_entry(make_invitation("cancel", dropped, entry="call/talks/submission"))
    assert (int(entry["SEQUENCE"]), str(entry["STATUS"])) == (1, "CANCELLED")


@for_each("entry", ENTRIES)
def test_uninviting_one_person_does_not_change_the_status_of_the_entry(entry):
    """RFC 5546 3.2.5: to uninvite, STATUS "MUST NOT be included"."""
    _, event = calendar_and_entry(make_invitation("uninvite", entry=entry))
    _, before = calendar_and_entry(make_invitation("invite", entry=entry))
    assert "STATUS" not in event
    assert (event["UID"], event["SUMMARY"]) == (before["UID"], before["SUMMARY"])
    assert int(event["SEQUENCE"]) == int(before["SEQUENCE"]) + 1


@for_each("event, entry", CANCELLED_ENTRIES)
@for_each("act", REQUESTS)
def test_invitation_to_a_cancelled_entry_is_refused(act, event, entry):
    """RFC 5546 3.2.2: the STATUS of a REQUEST is TENTATIVE or CONFIRMED."""
    with pytest.raises(UnwritableError, match="send a cancellation instead") as caught:
        make_invitation(act, event, entry=entry)
    assert [finding.code for finding in caught.value.findings] == ["ical.method"]


@pytest.mark.slow
@for_each("act", list(FUNCTIONS))
@for_each("entry", ENTRIES)
def test_libical_finds_no_problem_in_messages(act, entry):
    assert judged(make_invitation(act, entry=entry).data)


@for_each("act", list(FUNCTIONS))
@for_each("entry", ENTRIES)
def test_lint_finds_nothing_in_messages(act, entry):
    assert ical.lint(make_invitation(act, entry=entry).data) == ()


@pytest.mark.slow
@for_each("lost", ["ORGANIZER", "ATTENDEE"])
def test_libical_notices_a_missing_property(lost):
    rows = [row for row in lines(make_invitation("invite").data) if not row.startswith(lost)]
    assert not judged("\r\n".join([*rows, ""]).encode())


def judged(data):
    library = libical()
    calendar = library.icalparser_parse_string(data)
    try:
        return library.icalcomponent_count_errors(calendar) == 0 and library.icalrestriction_check(calendar) == 1
    finally:
        library.icalcomponent_free(calendar)
