"""Invalid calendars with one defect each, and the codes and lines of the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit import ical
from invalid_calendars.components import COMPONENTS, FILES
from invalid_calendars.lines import LINES, OCTETS
from invalid_calendars.messages import MESSAGES
from invalid_calendars.times import TIMES
from invalid_calendars.values import INVALID_RULES, VALUES

if TYPE_CHECKING:
    from confkit.errors import Finding

__all__ = ["DEFECTS", "FILES", "INVALID_RULES", "MESSAGES", "codes_and_lines", "lint_codes"]


def lint_codes(data: bytes) -> list[tuple[str, int | None]]:
    """Return code and line of each finding."""
    return codes_and_lines(ical.lint(data))


def codes_and_lines(findings: tuple[Finding, ...]) -> list[tuple[str, int | None]]:
    """Return code and line of findings."""
    return [(finding.code.removeprefix("ical."), finding.where.line) for finding in findings if finding.where]


DEFECTS = {
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
"""Each defect replaces bytes of ``valid_calendars.DAY``: the old bytes, the new ones, codes and lines."""
