"""Calendars with one thing wrong, and the code and the line of all that is found then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broken.components import COMPONENTS, WHOLE
from broken.lines import LINES, OCTETS
from broken.messages import MESSAGES
from broken.times import TIMES
from broken.values import NO_RULES, VALUES
from confkit import ical

if TYPE_CHECKING:
    from confkit.errors import Finding

__all__ = ["CHANGES", "MESSAGES", "NO_RULES", "WHOLE", "codes", "found"]


def found(data: bytes) -> list[tuple[str, int | None]]:
    """Return code and line of each finding."""
    return codes(ical.lint(data))


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, int | None]]:
    """Return code and line of findings."""
    return [(one.code.removeprefix("ical."), one.where.line) for one in findings if one.where]


CHANGES = {
    f"{kind}-{name}": case
    for kind, table in {
        "octets": OCTETS,
        "lines": LINES,
        "components": COMPONENTS,
        "values": VALUES,
        "times": TIMES,
    }.items()
    for name, case in table.items()
}
"""What to put for what in the calendar of the day."""
