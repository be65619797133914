"""What type checkers know about `confkit.check` and `confkit.words`; read by them, never run."""

import datetime as dt
from typing import assert_type

from confkit import Catalog, Choice, Conference, Days, Text, When, check, words
from confkit.errors import Finding
from confkit.words import Words


def findings_are_of_a_conference_or_a_catalog(day: Conference, catalog: Catalog) -> None:
    assert_type(check.findings(day), tuple[Finding, ...])
    assert_type(check.findings(day, catalog=catalog), tuple[Finding, ...])
    assert_type(check.findings(catalog), tuple[Finding, ...])
    check.findings("day.yaml")  # type: ignore[arg-type]  # files.load() reads a file
    check.findings(day, catalog)  # type: ignore[call-arg]  # keywords only


def words_are_bound_to_one_language(text: Text, days: Days, when: When) -> None:
    zh = words.of("zh")
    assert_type(zh, Words)
    assert_type(zh.tag, str)
    assert_type(zh.choose(text), Choice)
    assert_type(zh.days(days), str)
    assert_type(zh.when(when), str)
    assert_type(zh.date(dt.date(2025, 6, 7), weekday=False), str)
    zh.date("2025-06-07")  # type: ignore[arg-type]  # PartialDate.parse() reads text
    zh.term("no such family", "talks")  # type: ignore[arg-type]  # families are a closed set
