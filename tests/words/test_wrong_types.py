"""Arguments of the wrong type are refused with an error that says what to write instead."""

import datetime as dt
from functools import partial

import pytest

from confkit import Conference, facts, words
from confkit.errors import InvalidValueError
from confkit.model import Translation, serves

EVENT = Conference(id="a", name="A")
BERLIN = {"key": "Europe/Berlin"}
ENGLISH = words.of("en")

CALLS = {
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


def hints(call):
    """Return the hints of a call that is refused."""
    try:
        call()
    except InvalidValueError as error:
        return [finding.hint for finding in error.findings]
    return ["accepted", "not refused"]


def test_wrong_types_are_refused_with_one_hint():
    found = {(name, str(wrong)): hints(partial(call, wrong)) for name, call in CALLS.items() for wrong in (None, {})}
    assert {name: each for name, each in found.items() if len(each) != 1 or each[0] is None} == {}


def test_moments_and_zones_of_a_wrong_type_are_refused_with_one_hint():
    for options in ({"now": BERLIN}, {"zone": BERLIN}, {"zone": {}}, {"zone": "Europe/Berlin"}):
        each = hints(partial(facts.of, EVENT, **options))
        assert (len(each), None in each) == (1, False), options


def test_unknown_families_and_relations_are_refused_with_a_list_of_the_known():
    families = "write one of attendance, call, deadline, event, link, role, state, status, venue"
    assert hints(lambda: ENGLISH.term("colour", "red")) == [families]
    relations = "write one of co_located, part_of, satellite_of, joint_with, follows"
    assert hints(lambda: ENGLISH.relation("near", "PyCon")) == [relations]


def test_items_refuse_what_is_no_list():
    with pytest.raises(InvalidValueError, match="write a list of texts"):
        ENGLISH.items(None)


def test_official_translation_has_no_note():
    assert ENGLISH.translation(Translation(language="zh", status="official")) == ""
