"""Saying that a deadline moved: from when to when, and which way."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from confkit.changes import shift
from confkit.model import Pending, When, zone_text
from confkit.words._given import wanted
from confkit.words._message import message
from confkit.words._moments import WRITE_WHEN, Moments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from confkit.words._message import Message

__all__ = ["Moved"]

_SHIFTS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "extended": message("change of a deadline", "{deadline} extended from {before} to {after}"),
        "brought_forward": message("change of a deadline", "{deadline} brought forward from {before} to {after}"),
    }
)

_BACK: Final = message("change and back", "{deadline} moved to {between} and back to {after}")
_CANCELLED: Final = {
    False: message("change of a deadline", "the {deadline} of {before} is cancelled"),
    True: message("change of a deadline", "the {deadline}, {before}, is cancelled"),
}
_TO_COME: Final = {
    False: message("change of a deadline", "the {deadline} of {before} no longer holds; a new date will be announced"),
    True: message("change of a deadline", "the {deadline}, {before}, no longer holds; a new date will be announced"),
}
_NOW: Final = {
    False: message("change of a deadline", "the {deadline} of {before} no longer holds; there is now {after}"),
    True: message("change of a deadline", "the {deadline}, {before}, no longer holds; there is now {after}"),
}
"""By whether the date begins with words for an upper bound."""


@attrs.frozen
class Moved(Moments):
    """A language that can say how a deadline moved."""

    def extended(
        self, before: When | Pending, after: When | Pending, /, *, name: str | None = None, year: bool = True
    ) -> str:
        """Return that a deadline moved: that it was extended where the later date says so, and so on.

        ``name`` is what the deadline is called where there are several; ``year=False`` leaves out a year that is the
        same in both dates.

        >>> from confkit import When, words
        >>> words.of("en").extended(When.parse("2025-04-06"), When.parse("2025-04-13"))
        'deadline extended from April 6 to April 13, 2025'
        >>> words.of("zh").extended(When.parse("2025-04-06"), When.parse("2025-04-13"))
        '截止日期由2025年4月6日延长至4月13日'
        >>> words.of("en").extended(When.parse("2025-04-13"), When.parse("2025-04-13T23:59[AoE]"))
        'deadline now stated as April 13, 2025, 11:59 PM AoE (UTC−12)'
        """
        for moment in (before, after):
            wanted(moment, WRITE_WHEN, When, Pending)
        deadline = self.say("change of a deadline", "deadline") if name is None else name
        if isinstance(after, Pending):
            return self._withdrawn(deadline, before, after, year=year)
        if isinstance(before, Pending):
            now = self._short(after, year=year)
            return self.say("change of a deadline", "{deadline} set to {after}", deadline=deadline, after=now)
        how = shift(before, after)
        if how == "restated":
            now = self._short(after, year=year or before.date.year != after.date.year)
            return self.say("change of a deadline", "{deadline} now stated as {after}", deadline=deadline, after=now)
        old, new = self._ends(before, after, year=year)
        return self.say(*_SHIFTS[how], deadline=deadline, before=old, after=new)

    def restored(
        self, between: When | Pending, after: When | Pending, /, *, name: str | None = None, year: bool = True
    ) -> str:
        """Return that a deadline is what it had been before it moved to ``between``; for the others see `extended`.

        >>> from confkit import When, words
        >>> words.of("en").restored(When.parse("2025-04-27"), When.parse("2025-04-20"))
        'deadline moved to April 27 and back to April 20, 2025'
        >>> words.of("zh").restored(When.parse("2025-04-27"), When.parse("2025-04-20"))
        '截止日期曾改为2025年4月27日，现恢复为4月20日'
        """
        for moment in (between, after):
            wanted(moment, WRITE_WHEN, When, Pending)
        if isinstance(after, Pending):
            return self.extended(between, after, name=name, year=year)
        deadline = self.say("change of a deadline", "deadline") if name is None else name
        if isinstance(between, Pending):
            now = self._short(after, year=year)
            return self.say("change and back", "{deadline} again set to {after}", deadline=deadline, after=now)
        old, now = self._ends(between, after, year=year)
        return self.say(*_BACK, deadline=deadline, between=old, after=now)

    def _ends(self, before: When, after: When, *, year: bool) -> tuple[str, str]:
        """Two dates, with the year said once where it is the same, and the hour where they share it."""
        same_year, han = before.date.year == after.date.year, self._patterns.han
        early = When(date=before.date) if _same_clock(before, after) else before
        old = self._short(early, year=not same_year or (han and year))
        return old, self._short(after, year=not same_year or (not han and year))

    def _withdrawn(self, deadline: str, before: When | Pending, after: Pending, *, year: bool) -> str:
        now = self.pending(after, closes=after.reason == "none")
        if isinstance(before, Pending):
            if after.reason == "none":
                return self.say("change of a deadline", "there is no {deadline} any more", deadline=deadline)
            if after.reason == "rolling":
                return self.say("change of a deadline", "{deadline} now has {after}", deadline=deadline, after=now)
            return self.say("change of a deadline", "{deadline} is now {after}", deadline=deadline, after=now)
        old, bound = self._short(before, year=year), self.is_bound(before)
        if after.reason == "cancelled":
            return self.say(*_CANCELLED[bound], deadline=deadline, before=old)
        if after.reason == "tbd":
            return self.say(*_TO_COME[bound], deadline=deadline, before=old)
        return self.say(*_NOW[bound], deadline=deadline, before=old, after=now)

    def _short(self, when: When | Pending, *, year: bool = True) -> str:
        return self.when(when, notes=False, weekday=False, year=year)


def _same_clock(one: When, other: When) -> bool:
    """Whether two moments were announced with one hour and zone, and no other words."""
    if one.local is None or one.raw is not None:
        return False
    zones = {None if when.zone is None else zone_text(when.zone) for when in (one, other)}
    same_time = (one.time, one.end_of_day, one.raw) == (other.time, other.end_of_day, other.raw)
    return same_time and len(zones) == 1
