"""Plain text: line wrapping, and the order of sections."""

import datetime as dt
import textwrap

from hypothesis import example, given, strategies as st

from confkit import Conference, Deadline, Link, Text, Topic, When, render
from factories import call, conference


@given(st.text("ab- \t", min_size=1, max_size=400).map(str.strip).filter(len))
@example("a" * 101 + " b")
@example("a " + "b" * 101)
@example("a" * 99 + "  b" * 60)
def test_english_text_is_wrapped_at_spaces(words):
    event = conference(published=None, description=Text(en=words))
    lines = textwrap.wrap(words, 100, break_long_words=False, break_on_hyphens=False)
    assert render.text(event).partition("\n\n")[2].splitlines() == lines


def test_english_text_is_wrapped_under_its_label():
    event = conference(published=None, travel=Text(en="by train " * 20))
    assert render.text(event).partition("\n\n")[2].splitlines() == textwrap.wrap(
        f"Travel: {'by train ' * 20}", 100, subsequent_indent="  "
    )


SUBJECTS = Conference(
    id="x",
    name="X",
    summary="A day.",
    topics=[Topic(name=Text(en="Small models"))],
    formats=["Talks are short.", "Posters hang all day."],
    travel="By train.",
    calls=[call(topics=[Topic(name="Failures")], submit=Link(url="https://example.org/"))],
)


def test_topics_of_the_event_are_between_calls_and_travel():
    assert (
        render.text(SUBJECTS)
        == """X

A day.

Call for proposals
  Submission deadline: Wednesday, January 13, 2027 (no time or time zone stated)
  Submit: https://example.org/
  Topic:
    - Failures

Topic of the event
  - Small models

Formats
  - Talks are short.
  - Posters hang all day.

Travel: By train.
"""
    )
    assert render.markdown(SUBJECTS).partition("- Failures\n\n")[2] == (
        "## Topic of the event\n\n- Small models\n\n"
        "## Formats\n\n- Talks are short.\n- Posters hang all day.\n\n"
        "## Travel\n\nBy train.\n"
    )
    assert "<h2>Topic of the event</h2>\n<ul>\n<li>Small models</li>\n</ul>\n" in render.html(SUBJECTS)
    chinese = render.text(SUBJECTS, language="zh")
    heads = [line for line in chinese.splitlines() if line.startswith("【")]
    assert heads == ["【议题征集】", "【活动主题】", "【活动形式】", "【交通】By train."]


def test_extended_deadline_begins_with_the_day_of_the_announcement():
    was = Deadline(kind="submission", at=When.parse("2027-01-06T23:59[AoE]"))
    moved = was.extend(When.parse("2027-01-13T23:59[AoE]"), dt.date(2027, 1, 2), "many requests")
    text = render.text(conference(calls=[call(deadlines=[moved])]), language="en-GB")
    assert (
        "  Announced on 2 January 2027: submission deadline extended from 6 January to 13 January 2027, 23:59\n"
        "    AoE (UTC−12); reason: many requests\n"
    ) in text
