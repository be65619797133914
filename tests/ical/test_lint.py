"""The linter: one defect a file and all that is said about it, and nothing about what is in order."""

from __future__ import annotations

import pytest

from broken import CHANGES, MESSAGES, NO_RULES, WHOLE, found
from confkit import ical
from confkit.ical._lint import RULES
from sound_calendars import DAY, SOUND, calendar, event


@pytest.mark.parametrize("data", SOUND.values(), ids=SOUND)
def test_lint_of_a_sound_calendar_finds_nothing(data: bytes) -> None:
    assert ical.lint(data) == ()


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES.values(), ids=CHANGES)
def test_lint_finds_a_defect_at_its_line(old: bytes, new: bytes, expected: list[tuple[str, int]]) -> None:
    assert old in DAY
    assert sorted(found(DAY.replace(old, new, 1))) == sorted(expected)


@pytest.mark.parametrize(("data", "expected"), WHOLE.values(), ids=WHOLE)
def test_lint_of_a_whole_file(data: bytes, expected: list[tuple[str, int]]) -> None:
    assert found(data) == expected


@pytest.mark.parametrize("rule", NO_RULES.values(), ids=NO_RULES)
def test_lint_finds_what_is_no_recurrence_rule(rule: str) -> None:
    assert found(calendar(event(f"RRULE:{rule}"))) == [("rrule", 8)]


@pytest.mark.parametrize(("data", "expected"), MESSAGES.values(), ids=MESSAGES)
def test_lint_knows_what_messages_say(data: bytes, expected: list[tuple[str, int]]) -> None:
    assert found(data) == expected


def test_every_rule_is_shown_by_a_broken_calendar() -> None:
    tables = (CHANGES.values(), WHOLE.values(), MESSAGES.values(), [([("rrule", 8)],)])
    shown = {f"ical.{code}" for table in tables for case in table for code, _ in case[-1]}
    assert shown == set(RULES)
