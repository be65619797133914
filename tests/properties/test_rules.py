"""The facts of any event follow every rule of the text."""

import datetime as dt

from hypothesis import example, given, settings, strategies as st

from confkit import words
from confkit.model import zone
from render.events import HOSTILE
from render.text_rules import RULES, Reading
from strategies import STATUSES, conferences, examples, zone_keys

READINGS = st.builds(
    Reading,
    event=conferences(statuses=STATUSES),
    language=st.sampled_from(words.LANGUAGES),
    now=st.none() | st.datetimes(timezones=st.just(dt.UTC)),
    zone=st.none() | zone_keys.map(zone),
)


# Each event is rendered once, in one language, at one moment and in one time zone, and checked with all rules.
@settings(max_examples=examples(1000))
@given(READINGS)
@example(Reading(event=HOSTILE, language="zh-Hans"))
def test_any_event_follows_every_rule_of_the_text(reading):
    broken = {name: list(rule(reading)) for name, rule in RULES.items()}
    assert {name: found for name, found in broken.items() if found} == {}
