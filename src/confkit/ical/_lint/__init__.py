"""The linter of iCalendar files."""

from confkit.ical._lint._check import lint
from confkit.ical._lint._rules import RULES

__all__ = ["RULES", "lint"]
