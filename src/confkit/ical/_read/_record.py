"""One component that a reader looks at: what was read of it is remembered, so that the rest can be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit.ical._read._blocks import Block
from confkit.ical._read._notes import Notes
from confkit.ical._read._zones import Zones

if TYPE_CHECKING:
    from confkit.errors import Level
    from confkit.ical._lines import Line

__all__ = ["Record"]


@attrs.define
class Record:
    """A component of one calendar; ``path`` names it, as in ``VEVENT[3]``."""

    block: Block
    path: str
    method: str
    zones: Zones
    notes: Notes
    seen: set[str] = attrs.field(factory=set)

    def line(self, name: str) -> Line | None:
        """Return the line of a property that stands once; the second and later ones are noted."""
        rows = self.block.rows.get(name, ())
        if len(rows) > 1 and name not in self.seen:
            message = f"{name} occurs {len(rows)} times; only the first was read"
            self.notes.add(
                "warning", "repeated", message, line=rows[1].number, path=f"{self.path}.{name}", rule="RFC 5545 3.6.1"
            )
        self.seen.add(name)
        return self.block.line(name)

    def lines(self, name: str) -> list[Line]:
        """Return the lines of a property that may stand several times."""
        self.seen.add(name)
        return self.block.lines(name)

    def value(self, name: str) -> str:
        """Return the value of a property as it stands, without blanks around it; nothing if there is none."""
        line = self.line(name)
        return line.value.strip() if line else ""

    def doubt(
        self,
        level: Level,
        code: str,
        message: str,
        line: Line | None = None,
        *,
        value: str | None = None,
        rule: str | None = None,
        hint: str | None = None,
    ) -> None:
        """Note something about a line, with its value, or about the component."""
        path = f"{self.path}.{line.name}" if line else self.path
        shown = line.value if line and value is None else value
        number = line.number if line else self.block.number
        self.notes.add(level, code, message, line=number, path=path, value=shown, rule=rule, hint=hint)
