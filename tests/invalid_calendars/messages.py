"""Messages with one defect each."""

from __future__ import annotations

from valid_calendars import INVITE, NEW_YORK, calendar, event, message

__all__ = ["MESSAGES"]

ATTENDEE = b"ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION;CN=Wei:mailto:wei@example.org\r\n"
ORGANIZER = b'ORGANIZER;CN="Maps, Open":mailto:team@example.org\r\n'
MESSAGES = {
    "unknown-method": (INVITE.replace(b"REQUEST", b"INVITE"), [("method", 4)]),
    "request-without-attendee": (INVITE.replace(ATTENDEE, b""), [("method-missing", 5)]),
    "request-without-organizer": (INVITE.replace(ORGANIZER, b""), [("method-missing", 5)]),
    "request-without-start": (INVITE.replace(b"DTSTART:20270501T010000Z\r\n", b""), [("method-missing", 5)]),
    "request-without-summary": (INVITE.replace(b"SUMMARY:Open Maps Day\r\n", b""), [("method-missing", 5)]),
    "cancelled-request": (INVITE.replace(b"SEQUENCE", b"STATUS:CANCELLED\r\nSEQUENCE"), [("method-status", 11)]),
    "publish-with-attendee": (INVITE.replace(b"METHOD:REQUEST", b"METHOD:PUBLISH"), [("method-extra", 13)]),
    "publish-without-organizer": (
        message("PUBLISH", "SUMMARY:a").replace(b"ORGANIZER:mailto:a@example.com\r\n", b""),
        [("method-missing", 5)],
    ),
    "cancel-without-sequence": (message("CANCEL").replace(b"SEQUENCE:1\r\n", b""), [("method-missing", 5)]),
    "cancel-without-organizer": (
        message("CANCEL").replace(b"ORGANIZER:mailto:a@example.com\r\n", b""),
        [("method-missing", 5)],
    ),
    "confirmed-cancel": (message("CANCEL", "STATUS:CONFIRMED"), [("method-status", 11)]),
    "cancel-with-alarm": (
        message("CANCEL", "BEGIN:VALARM", "ACTION:X-A", "TRIGGER:PT0S", "END:VALARM"),
        [("method-extra", 11)],
    ),
    "reply-without-attendee": (message("REPLY"), [("method-missing", 5)]),
    "reply-of-two": (
        message("REPLY", "ATTENDEE:mailto:b@example.com", "ATTENDEE:mailto:c@example.com"),
        [("method-extra", 12)],
    ),
    "add-of-an-instance": (message("ADD", "SUMMARY:a", "RECURRENCE-ID:20270501T090000Z"), [("method-extra", 12)]),
    "refresh-with-words": (
        message("REFRESH", "ATTENDEE:mailto:b@example.com", "SUMMARY:a"),
        [("method-extra", 8), ("method-extra", 10), ("method-extra", 12)],
    ),
    "two-uids": (
        INVITE.replace(b"END:VCALENDAR\r\n", INVITE[INVITE.index(b"BEGIN:VEVENT") :].replace(b"8f1c", b"2b7d")),
        [("method-uid", 16)],
    ),
    "reply-of-a-journal": (
        message("REPLY", "ATTENDEE:mailto:b@example.com").replace(b"VEVENT", b"VJOURNAL"),
        [("method-component", 5)],
    ),
    "two-kinds": (
        message("PUBLISH", "SUMMARY:a").replace(
            b"END:VCALENDAR\r\n",
            message("PUBLISH", "DESCRIPTION:a").replace(b"VEVENT", b"VJOURNAL").split(b"PUBLISH\r\n")[1],
        ),
        [("method-component", 13)],
    ),
    "two-additions": (
        message("ADD", "SUMMARY:a").replace(
            b"END:VCALENDAR\r\n", message("ADD", "SUMMARY:a").split(b"ADD\r\n")[1].replace(b"UID:a", b"UID:b")
        ),
        [("method-component", 13)],
    ),
    "added-before-the-first": (
        message("ADD", "SUMMARY:a").replace(b"SEQUENCE:1", b"SEQUENCE:0"),
        [("range", 10)],
    ),
    "rule-that-is-added": (message("ADD", "SUMMARY:a", "RRULE:FREQ=DAILY"), [("method-extra", 12)]),
    "two-rules": (
        message("PUBLISH", "SUMMARY:a", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"),
        [("method-extra", 13)],
    ),
    "two-contacts": (message("PUBLISH", "SUMMARY:a", "CONTACT:b", "CONTACT:c"), [("method-extra", 13)]),
    "declined-without-an-attendee": (message("DECLINECOUNTER"), [("method-missing", 5)]),
    "to-do-without-priority": (
        message("PUBLISH", "SUMMARY:a").replace(b"VEVENT", b"VTODO"),
        [("method-missing", 5)],
    ),
    "busy-time-with-a-zone": (
        calendar(
            event("DTEND:20270501T100000Z", "ORGANIZER:mailto:a@example.com").replace("VEVENT", "VFREEBUSY"),
            NEW_YORK,
            head="METHOD:PUBLISH",
        ),
        [("method-extra", 12)],
    ),
    "no-such-status-anywhere": (message("CANCEL", "STATUS:DONE"), [("status", 11)]),
    "no-start-and-no-uid": (
        message("CANCEL").replace(b"UID:a\r\n", b""),
        [("missing", 5)],
    ),
}
