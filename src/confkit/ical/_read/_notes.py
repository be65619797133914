"""What a reader of calendars has to say about them: findings, each at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.errors import Finding, Position

if TYPE_CHECKING:
    from confkit.errors import Level

__all__ = ["Notes"]

_MOST = 1000
"""As many findings as one file gives; one more says how many others there are."""


class Notes:
    """The findings of one file. Of the many of a hostile one the first are kept, and the others counted."""

    def __init__(self, file: str | None) -> None:
        self._file = file
        self._findings: list[Finding] = []
        self._more: list[Level] = []

    def add(
        self,
        level: Level,
        code: str,
        message: str,
        *,
        line: int | None = None,
        path: str = "",
        value: str | None = None,
        rule: str | None = None,
        hint: str | None = None,
    ) -> None:
        """Note something at a line of the file."""
        if len(self._findings) >= _MOST:
            self._more.append(level)
            return
        where = Position(file=self._file, line=line) if line or self._file else None
        shown = None if value is None else _shortened(value)
        finding = Finding(
            code=f"read.{code}", level=level, message=message, path=path, value=shown, rule=rule, hint=hint, where=where
        )
        self._findings.append(finding)

    def all(self) -> tuple[Finding, ...]:
        """Return everything noted, in the order of the file."""
        found = sorted(self._findings, key=lambda one: (one.where and one.where.line) or 0)
        if self._more:
            errors = self._more.count("error")
            message = f"{len(self._more)} more findings are not shown, {errors} of them errors"
            where = Position(file=self._file) if self._file else None
            level: Level = "error" if errors else "warning"
            found.append(Finding(code="read.many", level=level, message=message, where=where))
        return tuple(found)


def _shortened(value: str) -> str:
    return value if len(value) <= 80 else f"{value[:79]}…"
