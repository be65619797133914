"""Messages between people (RFC 5546 3): whether a calendar with a METHOD says what it must, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.ical._lint import _values
from confkit.ical._lint._messages import MESSAGES
from confkit.ical._lint._named import METHODS, STATUSES

if TYPE_CHECKING:
    from confkit.ical._lines import Line
    from confkit.ical._lint._frame import Frame
    from confkit.ical._lint._messages import Message
    from confkit.ical._lint._report import Place, Report

__all__ = ["ENTRIES", "again", "check", "mixed"]

ENTRIES = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY")
_DELEGATION = {"DELEGATED-FROM", "DELEGATED-TO"}


def check(frame: Frame, report: Report) -> None:
    """Look at an entry of a calendar that has a METHOD."""
    method = frame.method
    if method not in METHODS:
        return
    message = MESSAGES.get((method, frame.name))
    if message is None:
        says = f"a message with METHOD:{method} must not contain {frame.name}"
        report.add("ical.method-component", frame.begin(), frame.name, says=says)
        return
    for name in message.must:
        if name not in frame.first:
            says = f"a message with METHOD:{method} needs {name}"
            hint = f"add {name}, or remove METHOD"
            report.add("ical.method-missing", frame.begin(name), says=says, rule=message.section, hint=hint)
    for name in message.never:
        if name in frame.first or name in frame.children:
            says = f"a message with METHOD:{method} must not contain {name}"
            place = frame.place(name) if name in frame.first else frame.inner(name)
            report.add("ical.method-extra", place, says=says, rule=message.section)
    _status(frame, message, report)
    _sequence(frame, message, report)
    _uid(frame, message, report)


def again(frame: Frame, line: Line, place: Place, report: Report) -> bool:
    """Look at a property that is not the first of its name in the component; return whether the METHOD rules it out."""
    message = MESSAGES.get((frame.method, frame.name))
    if message is None or line.name not in message.once or _is_delegation(frame, line):
        return False
    says = f"a message with METHOD:{frame.method} must not contain more than one {line.name}"
    hint = "send one message for each" if line.name == "ATTENDEE" else "keep one of them"
    report.add("ical.method-extra", place, says=says, rule=message.section, hint=hint)
    return True


def _is_delegation(frame: Frame, line: Line) -> bool:
    """RFC 5546 3.2.2.3: who delegates replies with an ATTENDEE for the delegate beside the own, and so do delegates."""
    return any(one.name in _DELEGATION for each in (frame.first[line.name], line) for one in each.params)


def _status(frame: Frame, message: Message, report: Report) -> None:
    """Look at a STATUS that the component can have, and the message perhaps not."""
    status = frame.first.get("STATUS")
    if status is None or not message.statuses or status.value.upper() in message.statuses:
        return
    if status.value.upper() in STATUSES[frame.name]:
        says = f"STATUS in a message with METHOD:{frame.method} must be {' or '.join(message.statuses)}"
        report.add("ical.method-status", frame.place("STATUS"), status.value, says=says, rule=message.section)


def _sequence(frame: Frame, message: Message, report: Report) -> None:
    """RFC 5546 3.2.4, 3.4.4 and 3.5.2: what is added comes after what was sent first."""
    line = frame.first.get("SEQUENCE")
    if frame.method == "ADD" and line and _values.integer(line.value) == 0:
        says = "SEQUENCE in a message with METHOD:ADD must be greater than 0"
        report.add("ical.range", frame.place("SEQUENCE"), line.value, says=says, rule=message.section)


def _uid(frame: Frame, message: Message, report: Report) -> None:
    """Look whether all components of a message have the same UID, if they must."""
    line = frame.first.get("UID")
    if line is None or frame.calendar is None or not message.has_one_uid:
        return
    uids = frame.calendar.uids
    if uids and line.value not in uids:
        report.add("ical.method-uid", frame.place("UID"), line.value, rule=message.section)
    uids.add(line.value)


def mixed(calendar: Frame, report: Report) -> None:
    """RFC 5546 3.2 to 3.5: a message is about components of one kind, and some are about one component."""
    method, kinds = (
        calendar.method,
        sorted(set(ENTRIES) & calendar.children.keys(), key=lambda one: calendar.begun[one]),
    )
    if method not in METHODS:
        return
    if len(kinds) > 1:
        says = f"a message with METHOD:{method} must not contain both {' and '.join(kinds)}"
        report.add("ical.method-component", calendar.inner(kinds[1]), says=says)
        return
    for name in kinds:
        message = MESSAGES.get((method, name))
        if message and message.is_alone and calendar.children[name] > 1:
            says = f"a message with METHOD:{method} may contain one {name}, not {calendar.children[name]}"
            report.add("ical.method-component", calendar.inner(name, 1), says=says, rule=message.section)
    if kinds == ["VFREEBUSY"] and "VTIMEZONE" in calendar.children:
        says = f"a message with METHOD:{method} for VFREEBUSY must not contain VTIMEZONE, since its times are in UTC"
        report.add("ical.method-extra", calendar.inner("VTIMEZONE"), says=says, rule="RFC 5546 3.3")
