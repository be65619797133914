"""Every golden event keeps every rule of the text."""

import pytest

from render import goldens
from render.rules import RULES, Case

CASES = {
    f"{one.name} {one.section}": Case(event=one.event, language=one.languages[0], now=one.now, zone=one.zone)
    for one in goldens.goldens()
    if one.layout == "text"
}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_golden_event_keeps_the_rule(case, rule):
    assert list(RULES[rule](case)) == []
