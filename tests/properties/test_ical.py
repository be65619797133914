import datetime as dt
import re

import attrs
import icalendar
from hypothesis import assume, given, settings, strategies as st

from confkit import When, ical
from confkit.errors import UnwritableError
from strategies import conferences, examples

LANGUAGES = st.sampled_from(["en", "en-GB", "zh-Hans", "zh-Hant"])
TOGETHER = st.lists(LANGUAGES, min_size=1, max_size=3, unique=True)


def published(event):
    """Return the event with a date of publication, which every entry needs."""
    return attrs.evolve(event, published=event.published or dt.date(2020, 1, 1))


def entries(event, **options):
    return ical.calendar(event, **options).walk("VEVENT")


def dates(event):
    """Return the number of dates of the event, and of calls without a date: each one has an entry or a note."""
    calls = [deadline for call in event.calls for deadline in call.deadlines or [None]]
    registration = event.registration
    ends = [] if registration is None else [registration.opens, registration.closes, registration.details_expected]
    venues = [venue for venue in event.venues if venue.days]
    return 1 + len(calls) + len(event.milestones) + len(venues) + len([end for end in ends if end is not None])


def words(text):
    """Return the words of a text, without spaces and punctuation."""
    return re.findall(r"\w+", text)


@settings(max_examples=examples(100))
@given(conferences().map(published), LANGUAGES | TOGETHER)
def test_any_event_becomes_a_calendar_or_is_refused(event, language):
    try:
        data = ical.dumps(event, language=language)
    except UnwritableError:
        return
    assert [row for row in data.split(b"\r\n") if len(row) > 75] == []
    assert re.findall(rb"(?<!\r)\n|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data) == []
    calendar = icalendar.Calendar.from_ical(data)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    found = calendar.walk("VEVENT")
    assert len({entry["UID"] for entry in found}) == len(found)
    # A registration with both ends is a single entry.
    assert dates(event) - len(found) - len(ical.left_out(event)) in {0, 1}


@settings(max_examples=examples(60))
@given(conferences().map(published))
def test_entries_are_the_same_in_every_language(event):
    def plain(language):
        named = ("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "STATUS", "TRANSP", "GEO", "URL")
        found = entries(event, language=language)
        return [[entry[name].to_ical() for name in named if name in entry] for entry in found]

    try:
        english = plain("en")
    except UnwritableError:
        return
    assert plain("zh") == english


@settings(max_examples=examples(40))
@given(conferences().map(published), st.tuples(LANGUAGES, LANGUAGES).filter(lambda two: len(set(two)) == 2))
def test_bilingual_entry_has_the_words_of_both_languages(event, two):
    def titles_and_places(language):
        return [
            [str(entry.get(name, "")) for name in ("SUMMARY", "LOCATION")]
            for entry in entries(event, language=language)
        ]

    try:
        first, second, both = (titles_and_places(language) for language in (*two, two))
    except UnwritableError:
        return
    for alone, other, together in zip(first, second, both, strict=True):
        for one, another, whole in zip(alone, other, together, strict=True):
            if one == another:
                assert whole == one
            assert set(words(one)) | set(words(another)) == set(words(whole))


@settings(max_examples=examples(60))
@given(conferences().map(published), st.randoms(use_true_random=False))
def test_extending_a_deadline_changes_only_its_entry(event, chance):
    places = [(number, place) for number, call in enumerate(event.calls) for place, _ in enumerate(call.deadlines)]
    assume(places)
    number, place = chance.choice(places)
    call, announced = event.calls[number], dt.date.max
    later = call.deadlines[place].extend(When.parse("2101-04-20T12:00Z"), announced=announced)
    deadlines = [*call.deadlines[:place], later, *call.deadlines[place + 1 :]]
    calls = [*event.calls[:number], attrs.evolve(call, deadlines=deadlines), *event.calls[number + 1 :]]
    try:
        before = {str(entry["UID"]): entry for entry in entries(event)}
    except UnwritableError:
        return
    after = {str(entry["UID"]): entry for entry in entries(attrs.evolve(event, calls=calls))}
    changed = [uid for uid in after if uid not in before or before[uid].to_ical() != after[uid].to_ical()]
    # The entry of the event described the deadline as long as the deadline had no day.
    own = {str(ical.calendar(event).events[0]["UID"])} if len(after) > len(before) else set()
    uids = [uid for uid in changed if uid not in own]
    assert (len(uids), set(before) - set(after)) == (1, set())
    (uid,) = uids
    assert after[uid]["DTSTAMP"].dt.date() == announced
    if uid in before:
        assert int(after[uid]["SEQUENCE"]) == int(before[uid]["SEQUENCE"]) + 1
