"""What is no value of the model is refused by an error that says what to write instead."""

import datetime as dt

import pytest

from confkit import Conference, facts, words
from confkit.errors import InvalidValueError
from confkit.model import Translation, serves

EVENT = Conference(id="a", name="A")
BERLIN = {"key": "Europe/Berlin"}
ENGLISH = words.of("en")

WRONG = {
    "the language of words": words.of,
    "language to serve": lambda wrong: serves(wrong, "en"),
    "reader to serve": lambda wrong: serves("en", wrong),
    "say": lambda wrong: ENGLISH.say(wrong, "today"),
    "say_count": lambda wrong: ENGLISH.say_count("relative day", wrong, "{count} days left", 1),
    "gap": lambda wrong: ENGLISH.gap("a", wrong),
    "an item": lambda wrong: ENGLISH.items([wrong]),
    "capital": ENGLISH.capital,
    "the": ENGLISH.the,
    "language_name": ENGLISH.language_name,
    "choose": ENGLISH.choose,
    "mixed": ENGLISH.mixed,
    "name": ENGLISH.name,
    "inferred": lambda wrong: ENGLISH.inferred(wrong, original="zh"),
    "date": ENGLISH.date,
    "days": ENGLISH.days,
    "time": ENGLISH.time,
    "hours": ENGLISH.hours,
    "relative day": lambda wrong: ENGLISH.relative(wrong, dt.date(2025, 4, 13)),
    "relative to": lambda wrong: ENGLISH.relative(dt.date(2025, 4, 13), wrong),
    "zone": ENGLISH.zone,
    "when": ENGLISH.when,
    "unstated": ENGLISH.unstated,
    "pending": ENGLISH.pending,
    "window": lambda wrong: ENGLISH.window(wrong, dt.UTC),
    "window in a zone": lambda wrong: ENGLISH.window((), wrong),
    "extended": lambda wrong: ENGLISH.extended(wrong, wrong),
    "country": ENGLISH.country,
    "city": ENGLISH.city,
    "address": ENGLISH.address,
    "address_label": ENGLISH.address_label,
    "parts": ENGLISH.parts,
    "distance": ENGLISH.distance,
    "away": lambda wrong: ENGLISH.away(wrong, "the airport"),
    "kilometres": ENGLISH.kilometres,
    "number": ENGLISH.number,
    "a family of terms": lambda wrong: ENGLISH.term(wrong, "online"),
    "term": lambda wrong: ENGLISH.term("attendance", wrong),
    "label": lambda wrong: ENGLISH.label("attendance", wrong),
    "relation": lambda wrong: ENGLISH.relation(wrong, "PyCon"),
    "ordinal": ENGLISH.ordinal,
    "edition": ENGLISH.edition,
    "money": ENGLISH.money,
    "translation": ENGLISH.translation,
    "facts of": facts.of,
    "facts in a language": lambda wrong: facts.of(EVENT, language=wrong),
    "facts by default in": lambda wrong: facts.of(EVENT, default_language=wrong),
    "what changed": lambda wrong: facts.changed(EVENT, wrong),
    "runs": lambda wrong: facts.plain([wrong]),
}


@pytest.mark.parametrize("wrong", [None, {}], ids=["None", "a dict"])
@pytest.mark.parametrize("use", WRONG)
def test_wrong_type_is_refused_with_a_way_out(use, wrong):
    with pytest.raises(InvalidValueError) as caught:
        WRONG[use](wrong)
    assert [finding.hint is None for finding in caught.value.findings] == [False]


@pytest.mark.parametrize("use", [{"now": BERLIN}, {"zone": BERLIN}, {"zone": {}}, {"zone": "Europe/Berlin"}], ids=str)
def test_clock_of_a_wrong_type_is_refused_with_a_way_out(use):
    with pytest.raises(InvalidValueError) as caught:
        facts.of(EVENT, **use)
    assert [finding.hint is None for finding in caught.value.findings] == [False]


@pytest.mark.parametrize(
    ("use", "hint"),
    [
        (
            lambda: ENGLISH.term("colour", "red"),
            "write attendance, call, deadline, event, link, role, state, status, venue",
        ),
        (
            lambda: ENGLISH.relation("near", "PyCon"),
            "write co_located, part_of, satellite_of, joint_with, follows",
        ),
    ],
)
def test_unknown_family_or_relation_is_refused_with_those_there_are(use, hint):
    with pytest.raises(InvalidValueError) as caught:
        use()
    assert [finding.hint for finding in caught.value.findings] == [hint]


def test_no_list_is_refused_with_a_way_out():
    with pytest.raises(InvalidValueError, match="write a list of texts"):
        ENGLISH.items(None)


def test_official_translation_says_nothing():
    assert ENGLISH.translation(Translation(language="zh", status="official")) == ""
