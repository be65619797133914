"""Feeds of any events, complete or split, contain every date or a finding about it."""

import re

import icalendar
from hypothesis import HealthCheck, given, settings, strategies as st

from calendars import stored
from confkit import Text, ical
from confkit.errors import InvalidValueError, UnwritableError
from factories import conference
from strategies import SNARES, catalogs, conferences, examples

LANGUAGES = st.sampled_from(["en", "zh-Hant", ("zh", "en")])
TAGS = st.sampled_from(["en", "zh-Hans", "und"])
WORDS = st.one_of(
    st.sampled_from(SNARES), st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
)


def entries(data):
    return re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", data, re.DOTALL)


def entries_and_paths(subjects, language):
    """Return the number of entries of a feed, 0 if it is refused, and the paths of its findings."""
    try:
        made = ical.feed(subjects, language=language)
    except UnwritableError as error:
        return 0, [finding.path for finding in error.findings if finding.code != "ical.empty"]
    assert [finding for finding in ical.lint(made.data) if finding.level == "error"] == []
    return made.entries, [finding.path for finding in made.findings]


@settings(max_examples=examples(30))
@given(st.lists(conferences(), max_size=4), LANGUAGES)
def test_every_date_is_an_entry_or_a_finding(subjects, language):
    count, found, seen = 0, [], set()
    for number, subject in enumerate(subjects):
        key = (subject.namespace, subject.id)
        entries_, paths = (0, ["id"]) if key in seen else entries_and_paths(subject, language)
        seen.add(key)
        count += entries_
        found += (f"conferences[{number}].{path}" for path in paths)
    assert entries_and_paths(iter(subjects), language) == (count, found)


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(catalogs, st.sampled_from(["kind", "year", "series", "topic"]), st.sampled_from([None, 900, 3000]))
def test_parts_have_the_entries_of_the_whole_feed(tmp_path_factory, catalog, by, limit):
    folder = tmp_path_factory.mktemp("feeds")
    try:
        unsplit = ical.feed(catalog)
    except UnwritableError:
        return
    index = ical.split_feed(catalog, folder, by=by, max_bytes=limit)
    parts = {part.name: (folder / part.name).read_bytes() for part in index.parts}
    everywhere = [entry for data in parts.values() for entry in entries(data)]
    assert set(everywhere) == set(entries(unsplit.data))
    assert index.entries == unsplit.entries
    assert by == "topic" or len(everywhere) == unsplit.entries
    assert [part.name for part in index.parts if limit and part.size > limit and part.entries > 1] == []
    assert [finding for data in parts.values() for finding in ical.lint(data) if finding.level == "error"] == []


@given(st.dictionaries(TAGS, WORDS, min_size=1), st.dictionaries(TAGS, WORDS, min_size=1))
def test_texts_of_a_channel_are_read_as_they_were_written(name, description):
    channel = ical.Channel(name=Text(name), description=Text(description))
    data = ical.feed(conference(), channel).data
    assert property_text(data, "NAME") == property_text(data, "X-WR-CALNAME") == stored(Text(name).choose("en").value)
    assert (
        property_text(data, "DESCRIPTION")
        == property_text(data, "X-WR-CALDESC")
        == stored(Text(description).choose("en").value)
    )
    assert [one.name for one in icalendar.Calendar.from_ical(data).subcomponents] == ["VEVENT"]


@given(st.one_of(WORDS, st.integers(), st.none(), st.binary(), st.lists(WORDS)))
def test_channel_accepts_or_refuses_any_value(value):
    for field in ("name", "description", "url", "color", "refresh", "timezone", "organizer"):
        assert refused_fields(field, value) <= {field}


def refused_fields(field, value):
    try:
        ical.Channel(**{field: value})
    except InvalidValueError as error:
        return {finding.path.partition(".")[0] for finding in error.findings}
    return set()


def property_text(data, name):
    """Return the first text of a property (RFC 5545 3.3.11); icalendar 7 keeps the escapes of unknown properties."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    value = next(line.partition(":")[2] for line in lines if re.match(f"{name}[;:]", line))
    return re.sub(r"\\(.)", lambda escape: "\n" if escape[1] == "n" else escape[1], value)
