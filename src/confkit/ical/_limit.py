"""How large a feed may be: one that is larger loses entries in Google Calendar without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confkit.errors import Finding, Position, invalid

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LIMIT", "is_limit", "too_large"]

LIMIT: Final = 1_000_000
"""Octets; about where Google Calendar begins to lose entries."""


def is_limit(limit: object) -> None:
    """Check a limit.

    Raises:
        InvalidValueError: it is neither a number of octets nor ``None``.
    """
    if limit is not None and (not isinstance(limit, int) or isinstance(limit, bool) or limit < 1):
        hint = f"write {LIMIT:_}, or None for no limit"
        raise invalid("ical.limit", "not a number of bytes", path="max_bytes", value=limit, hint=hint)


def too_large(what: str, size: int, limit: int | None, *, hint: str, file: str | None = None) -> Iterator[Finding]:
    """Yield a warning where ``what`` was written takes more octets than the limit."""
    if limit is not None and size > limit:
        yield Finding(
            code="ical.size",
            level="warning",
            message=f"{what} is larger than the limit of {limit} bytes",
            value=f"{size} bytes",
            hint=hint,
            where=Position(file=file) if file else None,
        )
