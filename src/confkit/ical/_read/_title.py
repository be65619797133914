"""The name of an event that was called off, without the word that its title begins with."""

from __future__ import annotations

from typing import Literal, TypeAlias

from confkit import words

__all__ = ["BETWEEN", "CalledOff", "without_status"]

CalledOff: TypeAlias = Literal["cancelled", "postponed"]
BETWEEN = " / "
"""What stands between the words of two languages."""

_REASONS: tuple[CalledOff, ...] = ("cancelled", "postponed")


def without_status(title: str, *, several: bool = False) -> tuple[str, CalledOff]:
    """Return a title without the word for its status, and what that word was, in any language that confkit writes.

    ``several`` says that the title may be several, one in each language.

    >>> without_status("Postponed: A Day"), without_status("已取消：某会议"), without_status("A Day")
    (('A Day', 'postponed'), ('某会议', 'cancelled'), ('A Day', 'cancelled'))
    """
    for reason in _REASONS:
        name = _without(title, reason)
        if name is None:
            continue
        if several:
            name = BETWEEN.join(_without(part, reason) or part for part in name.split(BETWEEN))
        return name, reason
    return title, "cancelled"


def _without(title: str, reason: CalledOff) -> str | None:
    """Return what follows the word for a reason; ``None`` if the title does not begin with it."""
    labels = {words.of(tag).label("status", reason) for tag in words.LANGUAGES}
    for tag in words.LANGUAGES:
        colon = words.of(tag).labelled("a", "b")[1:-1]
        head, _, rest = title.partition(colon)
        if rest.strip() and set(head.split(BETWEEN)) <= labels:
            return rest
    return None
