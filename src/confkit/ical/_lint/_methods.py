"""Messages between people (RFC 5546 3): what a calendar with a METHOD must say, and must not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from confkit.ical._lint._named import METHODS

if TYPE_CHECKING:
    from confkit.ical._lint._frame import Frame
    from confkit.ical._lint._report import Place, Report

__all__ = ["ENTRIES", "again", "check", "mixed"]


class Message(NamedTuple):
    """What a message of a METHOD must have, must not have, which STATUS it can have, if not any, and what only once."""

    section: str
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    once: tuple[str, ...] = ()


_REFRESH_NEVER = (
    *("ATTACH", "CATEGORIES", "CLASS", "CREATED", "DESCRIPTION", "DTEND", "DTSTART", "DURATION", "EXDATE", "GEO"),
    *("LAST-MODIFIED", "LOCATION", "PRIORITY", "RDATE", "REQUEST-STATUS", "RRULE", "SEQUENCE", "STATUS", "SUMMARY"),
    *("TRANSP", "URL", "VALARM"),
)
_EVENTS = {
    "PUBLISH": Message("3.2.1", ("DTSTART", "ORGANIZER", "SUMMARY"), ("ATTENDEE", "REQUEST-STATUS")),
    "REQUEST": Message("3.2.2", ("ATTENDEE", "DTSTART", "ORGANIZER", "SUMMARY"), statuses=("TENTATIVE", "CONFIRMED")),
    "REPLY": Message("3.2.3", ("ATTENDEE", "ORGANIZER"), ("VALARM",), once=("ATTENDEE",)),
    "ADD": Message(
        "3.2.4",
        ("DTSTART", "ORGANIZER", "SEQUENCE"),
        ("RECURRENCE-ID", "REQUEST-STATUS"),
        ("TENTATIVE", "CONFIRMED"),
    ),
    "CANCEL": Message("3.2.5", ("ORGANIZER", "SEQUENCE"), ("REQUEST-STATUS", "VALARM"), ("CANCELLED",)),
    "REFRESH": Message("3.2.6", ("ATTENDEE", "ORGANIZER"), _REFRESH_NEVER, once=("ATTENDEE",)),
    "COUNTER": Message("3.2.7", ("DTSTART", "ORGANIZER", "SEQUENCE")),
    "DECLINECOUNTER": Message("3.2.8", ("ORGANIZER",), ("VALARM",)),
}
_FREE_BUSY = {
    "PUBLISH": Message("3.3.1", ("DTSTART", "DTEND", "ORGANIZER"), ("ATTENDEE", "REQUEST-STATUS")),
    "REQUEST": Message("3.3.2", ("ATTENDEE", "DTSTART", "DTEND", "ORGANIZER"), ("FREEBUSY", "REQUEST-STATUS")),
    "REPLY": Message("3.3.3", ("ATTENDEE", "DTSTART", "DTEND", "ORGANIZER")),
}
_TO_DOS = {
    "PUBLISH": Message("3.4.1", ("ORGANIZER", "SUMMARY"), ("ATTENDEE", "REQUEST-STATUS")),
    "REQUEST": Message("3.4.2", ("ATTENDEE", "ORGANIZER", "SUMMARY")),
    "REPLY": Message("3.4.3", ("ATTENDEE", "ORGANIZER"), ("VALARM",)),
    "ADD": Message("3.4.4", ("ORGANIZER", "SEQUENCE"), ("RECURRENCE-ID",)),
    "CANCEL": Message("3.4.5", ("ORGANIZER", "SEQUENCE"), ("VALARM",), ("CANCELLED",)),
    "REFRESH": Message("3.4.6", ("ATTENDEE",), ("VALARM",)),
    "COUNTER": Message("3.4.7", ("ATTENDEE", "ORGANIZER")),
    "DECLINECOUNTER": Message("3.4.8", ("ATTENDEE", "ORGANIZER"), ("VALARM",)),
}
_JOURNALS = {
    "PUBLISH": Message("3.5.1", ("DTSTART", "ORGANIZER"), ("ATTENDEE",)),
    "ADD": Message("3.5.2", ("DTSTART", "ORGANIZER", "SEQUENCE"), ("ATTENDEE", "RECURRENCE-ID")),
    "CANCEL": Message("3.5.3", ("ORGANIZER", "SEQUENCE")),
}
_MESSAGES = {"VEVENT": _EVENTS, "VTODO": _TO_DOS, "VJOURNAL": _JOURNALS, "VFREEBUSY": _FREE_BUSY}
ENTRIES = tuple(_MESSAGES)
_ONE_UID = ("REQUEST", "REPLY", "CANCEL")


def check(frame: Frame, report: Report) -> None:
    """Look at an entry of a calendar that has a METHOD."""
    method = frame.method
    if method not in METHODS:
        return
    message = _MESSAGES[frame.name].get(method)
    if message is None:
        says = f"there is no {method} of {frame.name}"
        report.add("ical.method-component", frame.begin(), frame.name, says=says)
        return
    rule = f"RFC 5546 {message.section}"
    for name in message.must:
        if name not in frame.first:
            says = f"a message with METHOD:{method} has no {name}"
            report.add(
                "ical.method-missing", frame.begin(name), says=says, rule=rule, hint=f"add {name}, or leave out METHOD"
            )
    for name in message.never:
        if name in frame.first or name in frame.children:
            says = f"a message with METHOD:{method} must not have {name}"
            place = frame.place(name) if name in frame.first else frame.begin(name)
            report.add("ical.method-extra", place, says=says, rule=rule)
    status = frame.first.get("STATUS")
    if status and message.statuses and status.value.upper() not in message.statuses:
        says = f"STATUS in a message with METHOD:{method} is {' or '.join(message.statuses)}"
        report.add("ical.method-status", frame.place("STATUS"), status.value, says=says, rule=rule)
    _uid(frame, method, report)


def again(frame: Frame, name: str, place: Place, report: Report) -> None:
    """Look at a property that is not the first of its name in the component."""
    message = _MESSAGES.get(frame.name, {}).get(frame.method)
    if message and name in message.once:
        says = f"a message with METHOD:{frame.method} has one {name}"
        hint = "send a message for each"
        report.add("ical.method-extra", place, says=says, rule=f"RFC 5546 {message.section}", hint=hint)


def _uid(frame: Frame, method: str, report: Report) -> None:
    """RFC 5546 3.2.2, 3.2.3, 3.2.5: all components of such a message have the same UID."""
    line = frame.first.get("UID")
    if line is None or frame.calendar is None or method not in _ONE_UID:
        return
    uids = frame.calendar.uids
    if uids and line.value not in uids:
        report.add("ical.method-uid", frame.place("UID"), line.value)
    uids.add(line.value)


def mixed(calendar: Frame, report: Report) -> None:
    """RFC 5546 3.2 to 3.5: a message is about components of one kind."""
    kinds = [name for name in ENTRIES if name in calendar.children]
    if calendar.method in METHODS and len(kinds) > 1:
        says = f"a message with METHOD:{calendar.method} holds {' and '.join(kinds)}"
        report.add("ical.method-component", calendar.place("METHOD"), says=says)
