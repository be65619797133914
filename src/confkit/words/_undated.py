"""Why there is no date."""

from __future__ import annotations

import attrs

from confkit.model import Pending
from confkit.words._dates import Dates
from confkit.words._given import wanted

__all__ = ["Undated"]


@attrs.frozen
class Undated(Dates):
    """A language that can say why there is no date."""

    def pending(self, pending: Pending, /, *, closes: bool = False) -> str:
        """Return why there is no date; the rule of a rolling one follows.

        ``closes`` says that it would be a date until which one can do something: a deadline.

        >>> from confkit import Pending, words
        >>> words.of("zh").pending(Pending("tbd"))
        '待公布'
        >>> words.of("en").pending(Pending("none")), words.of("en").pending(Pending("none"), closes=True)
        ('no date', 'no deadline')
        """
        wanted(pending, 'write Pending("tbd")', Pending)
        if pending.reason == "tbd":
            return self.say("no date", "to be announced")
        if pending.reason == "none":
            return self.say("no deadline", "no deadline") if closes else self.say("no date", "no date")
        if pending.reason == "cancelled":
            return self.say("no date", "cancelled")
        rolling = self.say("no date", "no fixed date")
        if closes:
            rolling = self.say("no deadline", "no fixed date; accepted on a rolling basis")
        if pending.rule is None:
            return rolling
        rule = self.choose(pending.rule)
        return self.aside(rolling, rule.value, self._language_of(rule))
