"""The events in `events.py` keep the rules for texts, in every language and at every moment."""

import functools

import pytest

from render.renderings import BY_EVENT, event, renderings
from render.text_rules import RULES, Reading


@functools.cache
def readings(event_ids):
    return {
        rendering.name: Reading(
            event=event(rendering.event_id), language=rendering.languages[0], now=rendering.now, zone=rendering.there
        )
        for rendering in renderings(event_ids, "text")
    }


@BY_EVENT
@pytest.mark.parametrize("rule", RULES)
def test_texts_keep_the_rule(event_ids, rule):
    broken = {name: list(RULES[rule](reading)) for name, reading in readings(event_ids).items()}
    assert {name: faults for name, faults in broken.items() if faults} == {}
