"""Any event keeps every rule of the text."""

import datetime as dt

import pytest
from hypothesis import example, given, settings, strategies as st

from confkit import words, zone
from render.events import HOSTILE
from render.rules import RULES, Case
from strategies import conferences, zone_keys

CASES = st.builds(
    Case,
    event=conferences(),
    language=st.sampled_from(words.LANGUAGES),
    now=st.none() | st.datetimes(timezones=st.just(dt.UTC)),
    zone=st.none() | zone_keys.map(zone),
)


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=settings().max_examples // 2)
@given(case=CASES)
@example(case=Case(event=HOSTILE, language="zh-Hans"))
def test_any_event_keeps_the_rule(rule, case):
    assert list(RULES[rule](case)) == []
