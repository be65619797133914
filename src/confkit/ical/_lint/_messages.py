"""What a message of each METHOD about each component must say, must not, and says once (RFC 5546 3.2 to 3.5)."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["MESSAGES", "Message"]


class Message(NamedTuple):
    """What a message must have and must not, what only once, and which STATUS it can have, if not any.

    Left out is what RFC 5545 asks of every such component. ``is_alone`` says that there is one component of the kind,
    ``has_one_uid`` that all of them have the same UID.
    """

    section: str
    must: tuple[str, ...]
    never: tuple[str, ...]
    once: tuple[str, ...]
    statuses: tuple[str, ...]
    is_alone: bool
    has_one_uid: bool


def _of(
    section: str, must: str = "", never: str = "", once: str = "", statuses: str = "", components: str = "1+"
) -> Message:
    """Return a message; ``components`` is 1, 1+, or "same" for several with one UID."""
    return Message(
        f"RFC 5546 {section}",
        tuple(must.split()),
        tuple(never.split()),
        tuple(once.split()),
        tuple(statuses.split()),
        is_alone=components == "1",
        has_one_uid=components == "same",
    )


_SET = "EXDATE RDATE RECURRENCE-ID RRULE"
_REFRESH = (
    "ATTACH CATEGORIES CLASS CONTACT CREATED DESCRIPTION DTSTART DURATION EXDATE GEO LAST-MODIFIED LOCATION PRIORITY"
    " RDATE RELATED-TO REQUEST-STATUS RESOURCES RRULE SEQUENCE STATUS URL VALARM"
)
_OPEN = "COMPLETED NEEDS-ACTION IN-PROCESS"

MESSAGES: dict[tuple[str, str], Message] = {
    ("PUBLISH", "VEVENT"): _of(
        "3.2.1",
        "DTSTART ORGANIZER SUMMARY",
        "ATTENDEE REQUEST-STATUS",
        "CONTACT RRULE",
        "TENTATIVE CONFIRMED CANCELLED",
    ),
    ("REQUEST", "VEVENT"): _of(
        "3.2.2",
        "ATTENDEE DTSTART ORGANIZER SUMMARY",
        "REQUEST-STATUS",
        "RRULE",
        "TENTATIVE CONFIRMED",
        "same",
    ),
    ("REPLY", "VEVENT"): _of("3.2.3", "ATTENDEE ORGANIZER", "VALARM", "ATTENDEE RRULE", components="same"),
    ("ADD", "VEVENT"): _of(
        "3.2.4",
        "DTSTART ORGANIZER SEQUENCE SUMMARY",
        f"REQUEST-STATUS {_SET}",
        statuses="TENTATIVE CONFIRMED",
        components="1",
    ),
    ("CANCEL", "VEVENT"): _of(
        "3.2.5", "ORGANIZER SEQUENCE", "REQUEST-STATUS VALARM", "RRULE", "CANCELLED", components="same"
    ),
    ("REFRESH", "VEVENT"): _of(
        "3.2.6", "ATTENDEE ORGANIZER", f"{_REFRESH} DTEND SUMMARY TRANSP", "ATTENDEE", components="1"
    ),
    ("COUNTER", "VEVENT"): _of(
        "3.2.7",
        "DTSTART ORGANIZER SEQUENCE SUMMARY",
        once="RRULE",
        statuses="TENTATIVE CONFIRMED CANCELLED",
        components="1",
    ),
    ("DECLINECOUNTER", "VEVENT"): _of(
        "3.2.8", "ATTENDEE ORGANIZER SEQUENCE", "VALARM", "RRULE", "TENTATIVE CONFIRMED", "same"
    ),
    ("PUBLISH", "VFREEBUSY"): _of("3.3.1", "DTEND DTSTART ORGANIZER", "ATTENDEE DURATION REQUEST-STATUS VALARM"),
    ("REQUEST", "VFREEBUSY"): _of(
        "3.3.2",
        "ATTENDEE DTEND DTSTART ORGANIZER",
        "DURATION FREEBUSY REQUEST-STATUS URL VALARM",
        components="1",
    ),
    ("REPLY", "VFREEBUSY"): _of(
        "3.3.3", "ATTENDEE DTEND DTSTART ORGANIZER", "DURATION SEQUENCE VALARM", "ATTENDEE", components="1"
    ),
    ("PUBLISH", "VTODO"): _of(
        "3.4.1",
        "DTSTART ORGANIZER PRIORITY SUMMARY",
        "ATTENDEE REQUEST-STATUS",
        "RRULE",
        f"{_OPEN} CANCELLED",
    ),
    ("REQUEST", "VTODO"): _of(
        "3.4.2", "ATTENDEE DTSTART ORGANIZER PRIORITY SUMMARY", "REQUEST-STATUS", "RRULE", _OPEN, "same"
    ),
    ("REPLY", "VTODO"): _of("3.4.3", "ATTENDEE ORGANIZER", "VALARM", "ATTENDEE RRULE", components="same"),
    ("ADD", "VTODO"): _of(
        "3.4.4", "ORGANIZER PRIORITY SEQUENCE SUMMARY", f"REQUEST-STATUS {_SET}", statuses=_OPEN, components="1"
    ),
    ("CANCEL", "VTODO"): _of("3.4.5", "ORGANIZER SEQUENCE", "REQUEST-STATUS VALARM", "RRULE", "CANCELLED"),
    ("REFRESH", "VTODO"): _of(
        "3.4.6", "ATTENDEE", f"{_REFRESH} COMMENT COMPLETED DUE ORGANIZER PERCENT-COMPLETE", "ATTENDEE", components="1"
    ),
    ("COUNTER", "VTODO"): _of(
        "3.4.7",
        "ATTENDEE ORGANIZER PRIORITY SUMMARY",
        once="RRULE",
        statuses=f"{_OPEN} CANCELLED",
        components="1",
    ),
    ("DECLINECOUNTER", "VTODO"): _of("3.4.8", "ATTENDEE ORGANIZER SEQUENCE", "VALARM", "RRULE", _OPEN, components="1"),
    ("PUBLISH", "VJOURNAL"): _of(
        "3.5.1",
        "DESCRIPTION DTSTART ORGANIZER",
        "ATTENDEE REQUEST-STATUS",
        "DESCRIPTION RRULE",
        "DRAFT FINAL CANCELLED",
    ),
    ("ADD", "VJOURNAL"): _of(
        "3.5.2",
        "DESCRIPTION DTSTART ORGANIZER SEQUENCE",
        f"ATTENDEE REQUEST-STATUS {_SET}",
        "DESCRIPTION",
        "DRAFT FINAL CANCELLED",
        "1",
    ),
    ("CANCEL", "VJOURNAL"): _of(
        "3.5.3",
        "ORGANIZER SEQUENCE",
        "ATTENDEE REQUEST-STATUS VALARM",
        "DESCRIPTION RRULE",
        "CANCELLED",
        "same",
    ),
}
"""By METHOD and component."""
