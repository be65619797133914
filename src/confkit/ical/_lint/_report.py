"""What the linter found: in the order of the file, and never more of one kind than a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from confkit.errors import Finding, Position, value_text
from confkit.ical._lint._rules import RULES

if TYPE_CHECKING:
    from confkit.ical._lines import Line

__all__ = ["Place", "Report"]

_MOST = 100
"""As many findings of one rule as are listed; one more says how many others there are."""

_LONGEST = 300
"""As many characters of a message as are shown: only a name made to be endless is longer."""


class Place(NamedTuple):
    """Where a finding is: line and column from 1, and the path of components and property."""

    line: int
    column: int = 1
    path: str = ""

    @classmethod
    def of(cls, line: Line, path: str, start: int | None = None) -> Place:
        """Return the place of a character of a content line, or of its value."""
        return cls(line.number, line.column(line.start if start is None else start), path)


class Report:
    """Collects findings."""

    def __init__(self, file: str | None) -> None:
        self._file = file
        self._found: list[Finding] = []
        self._counts: dict[str, int] = {}
        self._others: dict[str, tuple[Place, int]] = {}

    def add(
        self,
        code: str,
        place: Place,
        value: object = None,
        *,
        says: str | None = None,
        rule: str | None = None,
        hint: str | None = None,
    ) -> None:
        """Note a finding; ``says``, ``rule`` and ``hint`` are more precise than those of the table."""
        count = self._counts[code] = self._counts.get(code, 0) + 1
        if count > _MOST:
            first, more = self._others.get(code, (place, 0))
            self._others[code] = (min(first, place), more + 1)
            return
        entry = RULES[code]
        self._found.append(
            Finding(
                code=code,
                level=entry.level,
                message=says[:_LONGEST] if says else entry.says,
                path=place.path,
                value=None if value is None else value_text(value),
                rule=rule or entry.section or None,
                hint=hint or entry.hint,
                where=Position(file=self._file, line=place.line, column=place.column),
            )
        )

    def findings(self) -> tuple[Finding, ...]:
        """Return everything in the order of the file."""
        found = [*self._found, *(self._rest(code, *rest) for code, rest in self._others.items())]
        return tuple(sorted(found, key=_order))

    def _rest(self, code: str, first: Place, count: int) -> Finding:
        return Finding(
            code=code,
            level=RULES[code].level,
            message=f"{count} more findings of this kind from here on are not listed: {RULES[code].says}",
            rule=RULES[code].section or None,
            where=Position(file=self._file, line=first.line),
        )


def _order(finding: Finding) -> tuple[int, int]:
    where = finding.where
    return (where.line or 0, where.column or 0) if where else (0, 0)
