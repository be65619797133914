"""Every field of an event is a fact, in order, in every language."""

import datetime as dt
import re

import attrs

from confkit import Days, Hours, Pending, Text, When, facts, files
from fact_texts import LANGUAGES
from render.events import EVENTS, HOSTILE

ALL = [files.example(), HOSTILE, *EVENTS.values()]


SILENT = re.compile(
    # Fields that are not for readers: identifiers, codes, and what other facts are computed from.
    r"id|namespace|extra.*|timezone|status|.*\.id|.*\.rel|.*\.approximate|.*\.timezone|.*\.role|.*\.announced|translations.*"
    r"|series\.(id|aliases.*|external_ids.*)|.*\.country|.*\.postal_code"
)


def leaves(value, path=""):
    """Yield the path of each field that is filled; a sequence of texts counts as one."""
    if attrs.has(type(value)) and not isinstance(value, Text | When | Pending | Days | Hours):
        for field in attrs.fields(type(value)):
            if not field.name.startswith("_"):
                yield from leaves(getattr(value, field.name), f"{path}.{field.name}".removeprefix("."))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from leaves(item, f"{path}[{number}]")
    elif value not in (None, "", {}, "other"):
        yield path


def test_facts_are_equal_in_every_language():
    for event in ALL:
        now = dt.datetime(2025, 9, 1, tzinfo=dt.UTC)
        texts = [
            [
                (
                    fact.key,
                    fact.paths,
                    fact.section.key,
                    fact.section.path,
                    fact.form,
                    fact.clear,
                    fact.verbatim,
                    bool(fact.brief),
                )
                for fact in facts.of(event, language=language, now=now)
                if fact.key != "translation"
            ]
            for language in LANGUAGES
        ]
        assert texts == [texts[0]] * len(LANGUAGES), event


def test_every_field_for_readers_is_a_fact():
    for event in ALL:
        paths = [path for fact in facts.of(event) if fact.key != "attendance" for path in fact.paths]
        untold = [
            path
            for path in leaves(event)
            if not SILENT.fullmatch(path)
            and not any(path == known or path.startswith((f"{known}.", f"{known}[")) for known in paths)
        ]
        assert untold == (["kind"] if event.kind == "conference" else []), event


def test_facts_have_a_label_a_value_and_paths():
    for event in ALL:
        for fact in facts.of(event, language="zh"):
            assert all((fact.key, fact.paths, fact.section.key, facts.plain(fact.label), fact.parts)), event
            assert all(facts.plain(part).strip() for part in fact.parts), event


def test_facts_are_in_order():
    keys = [fact.key for fact in facts.of(files.example(), language="zh")]
    assert keys == [
        *("name", "days", "place", "attendance", "relation", "image", "summary", "about", "description"),
        *("call", "call.deadline", "call.submit", "call.description", "call.topics"),
        *("venue.name", "venue.address.published", "venue.distance", "travel", "registration.details_expected"),
        *("link", "contact", "published", "translation"),
    ]
