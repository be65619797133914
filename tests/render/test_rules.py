"""The events in `events.py` keep the rules for texts, in every language and at every moment."""

from render.renderings import BY_EVENT, event, renderings
from render.text_rules import RULES, Reading


@BY_EVENT
def test_texts_keep_every_rule(event_ids):
    broken = {}
    for rendering in renderings(event_ids, "text"):
        reading = Reading(
            event=event(rendering.event_id), language=rendering.languages[0], now=rendering.now, zone=rendering.there
        )
        broken |= {(rendering.name, name): faults for name, rule in RULES.items() if (faults := list(rule(reading)))}
    assert broken == {}
