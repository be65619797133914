"""Alarms (RFC 5545 3.6.6): what each kind of them needs, and what they count from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.ical._lint import _values
from confkit.ical._lint._content import type_of
from confkit.ical._lint._report import Place

if TYPE_CHECKING:
    from confkit.ical._lint._frame import Frame
    from confkit.ical._lint._report import Report

__all__ = ["check"]

_NEEDS = {"DISPLAY": ("DESCRIPTION",), "EMAIL": ("ATTENDEE", "DESCRIPTION", "SUMMARY")}


def check(frame: Frame, report: Report) -> None:
    """Look at an alarm."""
    action = frame.first.get("ACTION")
    for name in _NEEDS.get(action.value.upper(), ()) if action else ():
        if name not in frame.first:
            says = f"an alarm with ACTION:{action.value.upper()} needs {name}" if action else None
            report.add("ical.missing", frame.begin(name), says=says, rule="RFC 5545 3.6.6", hint=f"add {name}")
    for name, other in (("DURATION", "REPEAT"), ("REPEAT", "DURATION")):
        if name in frame.first and other not in frame.first:
            report.add(
                "ical.missing", frame.begin(other), says=f"an alarm with {name} needs {other}", rule="RFC 5545 3.6.6"
            )
    sound = frame.second.get("ATTACH")
    if sound and action and action.value.upper() == "AUDIO":
        says, rule = "an alarm with ACTION:AUDIO may have only one ATTACH", "RFC 5545 3.6.6"
        report.add("ical.twice", Place.of(sound, frame.at("ATTACH"), 0), sound.value, says=says, rule=rule)
    trigger = frame.first.get("TRIGGER")
    if trigger and type_of(trigger) == "DURATION" and _values.duration(trigger.value) and frame.parent:
        related = (trigger.param("RELATED") or "START").upper()
        frame.parent.anchors.setdefault(related, frame.place("TRIGGER"))
