"""The brief texts of facts, for one-line summaries."""

import datetime as dt

from confkit import When, facts, files
from factories import call, conference, deadline
from render.events import EVENTS


def test_facts_without_brief_texts_are_otherwise_equal():
    whole, bare = (facts.of(files.example(), brief=brief) for brief in (True, False))
    assert [fact._replace(brief=()) for fact in whole] == [fact._replace(brief=()) for fact in bare]
    assert {fact.key for fact, other in zip(whole, bare, strict=True) if fact != other} == {"call", "relation"}


def test_brief_text_is_of_the_first_open_call():
    event = EVENTS["sysml-2026"]
    texts = [
        {
            fact.section.path: facts.plain(fact.brief)
            for fact in facts.of(event, now=now)
            if fact.key == "call" and fact.brief
        }
        for now in (
            None,
            *(dt.datetime.fromisoformat(f"{day}T00:00+00:00") for day in ("2025-12-01", "2026-02-20", "2026-06-01")),
        )
    ]
    assert texts == [
        {"calls[0]": "papers (spring round) due September 26, 2025, 11:59 PM AoE (UTC−12)"},
        {"calls[1]": "papers (autumn round) due January 30, 11:59 PM AoE (UTC−12)"},
        {"calls[2]": "Demonstrations closes no later than March 1"},
        {"calls[2]": "Demonstrations closed"},
    ]


def test_brief_text_has_a_year_that_is_not_that_of_the_event():
    cases = (
        (["2027-01-13"], "proposals due January 13"),
        (["2026-12-13"], "proposals due December 13, 2026"),
        (["2027"], "proposals due 2027"),
        ([], ""),
    )
    for deadlines, texts in cases:
        event = conference(calls=[call(deadlines=[deadline(at=When.parse(at)) for at in deadlines])])
        assert "".join(facts.plain(fact.brief) for fact in facts.of(event) if fact.key == "call") == texts, deadlines


def test_brief_text_has_the_year_if_the_event_has_no_day():
    event = conference(days=None, calls=[call(kind="posters")])
    assert [facts.plain(fact.brief) for fact in facts.of(event) if fact.key == "call"] == [
        "posters due January 13, 2027"
    ]
