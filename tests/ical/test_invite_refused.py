"""Invitations with wrong arguments are refused with hints."""

import datetime as dt

import pytest

from cases import for_each
from confkit import CallForProposals, Catalog, ical
from confkit.errors import InvalidValueError, UnwritableError
from factories import conference
from invitations import FUNCTIONS, make_invitation


def test_invitation_to_a_conference_without_a_day_names_the_field_to_fill_in():
    with pytest.raises(UnwritableError, match="fill in days"):
        make_invitation("invite", conference(days=None))


@for_each(
    "entry, hint",
    [
        ("call/talks/camera_ready", "write call/talks/submission or call/talks/notification"),
        ("call", "write call/talks/submission or call/talks/notification"),
        ("event/hall", "write event"),
        ("venue/annex", "write venue/hall"),
    ],
)
def test_missing_entry_is_refused_with_the_entries_that_exist(entry, hint):
    with pytest.raises(UnwritableError) as caught:
        make_invitation("invite", entry=entry)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path, finding.hint) == ("ical.entry", "entry", hint)


def test_entry_without_a_day_is_refused():
    bare = conference(calls=[CallForProposals()])
    with pytest.raises(UnwritableError, match="fill in the day of the entry"):
        make_invitation("invite", bare, entry="call/call/submission")


@for_each(
    "name, value, codes",
    [
        ("to", 3, ["email.address"]),
        ("to", ["ada@example.org"], ["email.address"]),
        ("to", "Ada", ["email.address"]),
        ("organizer", None, ["email.address"]),
        ("stamp", "now", ["ical.stamp"]),
        ("stamp", None, ["ical.stamp"]),
        ("stamp", dt.date(2027, 1, 1), ["ical.stamp"]),
        ("stamp", dt.datetime(2027, 1, 1), ["ical.stamp"]),
        ("stamp", dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=8))), ["ical.stamp"]),
        ("language", "fr", ["words.language"]),
        ("language", 3, ["ical.language"]),
        ("language", ("en", "zh"), ["ical.language"]),
        ("entry", "events", ["ical.entry"]),
        ("entry", None, ["ical.entry"]),
        ("event", "day.yaml", ["value.type"]),
        ("event", Catalog([]), ["value.type"]),
    ],
)
@for_each("act", list(FUNCTIONS))
def test_wrong_arguments_are_refused_with_a_hint(act, name, value, codes):
    with pytest.raises(InvalidValueError) as caught:
        make_invitation(act, **{name: value})
    assert [finding.code for finding in caught.value.findings] == codes
    assert all(finding.hint for finding in caught.value.findings)


def test_all_wrong_arguments_are_reported_at_once():
    with pytest.raises(InvalidValueError) as caught:
        ical.invite("day.yaml", to="x", organizer=None, stamp=None, language="fr", entry="x")
    assert sorted(finding.path for finding in caught.value.findings) == ["", "", "entry", "organizer", "stamp", "to"]
