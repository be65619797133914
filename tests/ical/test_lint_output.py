"""The linter finds nothing in what confkit writes."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from pathlib import Path

import attrs
from hypothesis import given, settings, strategies as st

from cases import for_each
from confkit import ical
from confkit.errors import UnwritableError
from strategies import conferences, examples

GOLDEN = Path(__file__).parent.parent / "golden"


@for_each("path", sorted(GOLDEN.rglob("*.ics")))
def test_lint_finds_nothing_in_golden_calendars(path: Path) -> None:
    assert ical.lint(path.read_bytes()) == ()


@for_each("path", sorted(GOLDEN.rglob("*.eml")))
def test_lint_finds_nothing_in_golden_mails(path: Path) -> None:
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    found = [part.get_payload(decode=True) for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert [ical.lint(data) for data in found] == [()]


def published(event):
    """Return the event with a date of publication, which every entry needs."""
    return attrs.evolve(event, published=event.published or dt.date(2020, 1, 1))


@settings(max_examples=examples(60))
@given(conferences().map(published), st.sampled_from(["en", "en-GB", "zh-Hant", ("zh", "en")]))
def test_lint_finds_nothing_in_calendars_of_any_event(event, language):
    try:
        data = ical.dumps(event, language=language)
    except UnwritableError:
        return
    assert ical.lint(data) == ()


@settings(max_examples=examples(40))
@given(st.lists(conferences().map(published), max_size=3), st.sampled_from(["en", "zh", ("zh", "en")]), st.booleans())
def test_lint_finds_nothing_in_feeds_of_any_events(events, language, is_message):
    channel = ical.Channel(
        name="Open, maps; and more",
        description="All\nof them",
        url="https://example.org/maps.ics",
        color="SteelBlue",
        refresh=dt.timedelta(hours=12),
        timezone="Asia/Shanghai",
        organizer="The Team <team@example.org>" if is_message else None,
    )
    stamp = dt.datetime(2026, 1, 2, tzinfo=dt.UTC) if is_message else None
    try:
        data = ical.feed(events, channel, language=language, stamp=stamp).data
    except UnwritableError:
        return
    assert ical.lint(data) == ()


@settings(max_examples=examples(40))
@given(conferences().map(published), st.sampled_from(["en", "zh-Hant"]))
def test_lint_finds_nothing_in_invitations_to_any_event(event, language):
    names = {"to": '"Li, Wei" <wei@example.org>', "organizer": "The Team <team@example.org>"}
    for make in (ical.invite, ical.update, ical.cancel, ical.uninvite):
        try:
            made = make(event, stamp=dt.datetime(2100, 1, 2, tzinfo=dt.UTC), language=language, **names)
        except UnwritableError:
            continue
        assert ical.lint(made.data) == ()
