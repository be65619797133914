"""Calendars kept whole in golden/ical: byte for byte what is written, and read back.

A file there is named ``<event>.<language>.ics``, or ``<event>.<language>+<language>.ics`` for one in both. Where a
change is meant, write it again:

    python tests/ical/test_golden.py
"""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest

from confkit import files, ical

GOLDEN = Path(__file__).parent.parent / "golden" / "ical"
SUBJECTS = {"pytorch-day-china-2025": files.example()}


def written(name):
    subject, language, _ = name.split(".")
    return ical.dumps(SUBJECTS[subject], language=language.split("+"))


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.ics")), ids=lambda path: path.name)
def test_calendar_is_the_golden_one_and_is_read_back(path):
    golden = path.read_bytes()
    assert written(path.name) == golden
    assert [component.errors for component in icalendar.Calendar.from_ical(golden).walk() if component.errors] == []


def test_every_subject_has_a_golden_calendar_in_three_languages_and_in_two_together():
    languages = ("en", "zh-Hans+en", "zh-Hans", "zh-Hant")
    names = [f"{subject}.{language}.ics" for subject in SUBJECTS for language in languages]
    assert sorted(path.name for path in GOLDEN.glob("*.ics")) == names


if __name__ == "__main__":
    for path in sorted(GOLDEN.glob("*.ics")):
        path.write_bytes(written(path.name))
