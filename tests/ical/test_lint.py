"""The linter finds each defect at its line, and nothing in valid calendars."""

from __future__ import annotations

from cases import for_each
from confkit import ical
from confkit.ical._lint import RULES
from invalid_calendars import DEFECTS, FILES, INVALID_RULES, MESSAGES, lint_codes
from valid_calendars import DAY, VALID, calendar, event


@for_each("data", VALID)
def test_lint_finds_nothing_in_valid_calendars(data: bytes) -> None:
    assert ical.lint(data) == ()


@for_each("old, new, expected", DEFECTS)
def test_lint_finds_a_defect_at_its_line(old: bytes, new: bytes, expected: list[tuple[str, int]]) -> None:
    assert old in DAY
    assert sorted(lint_codes(DAY.replace(old, new, 1))) == sorted(expected)


@for_each("data, expected", FILES)
def test_lint_finds_defects_of_whole_files(data: bytes, expected: list[tuple[str, int]]) -> None:
    assert lint_codes(data) == expected


@for_each("rule", INVALID_RULES)
def test_lint_finds_invalid_recurrence_rules(rule: str) -> None:
    assert lint_codes(calendar(event(f"RRULE:{rule}"))) == [("rrule", 8)]


@for_each("data, expected", MESSAGES)
def test_lint_finds_defects_of_messages(data: bytes, expected: list[tuple[str, int]]) -> None:
    assert lint_codes(data) == expected


def test_every_rule_has_an_invalid_calendar() -> None:
    tables = (DEFECTS.values(), FILES.values(), MESSAGES.values(), [([("rrule", 8)],)])
    shown = {f"ical.{code}" for table in tables for case in table for code, _ in case[-1]}
    assert shown == set(RULES)
