"""What the words take: anything else is refused with the way out, before it comes to anything."""

from __future__ import annotations

from confkit.errors import invalid

__all__ = ["texts", "wanted"]


def wanted(value: object, hint: str, *kinds: type) -> None:
    """Raise `InvalidValueError` if a value is of none of the kinds; ``hint`` says what to write instead."""
    if not isinstance(value, kinds):
        names = " or ".join(kind.__name__ for kind in kinds)
        raise invalid("words.type", f"the argument must be {names}, not {type(value).__name__}", value=value, hint=hint)


def texts(*values: object) -> None:
    """Raise `InvalidValueError` if any value is no text."""
    for value in values:
        if not isinstance(value, str):
            wanted(value, "write it as text", str)
