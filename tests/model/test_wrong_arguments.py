"""Arguments of a wrong type: a value or a `ConfkitError`, never another error."""

import datetime as dt
import math

from confkit import (
    AOE,
    CallForProposals,
    Catalog,
    Conference,
    Days,
    Deadline,
    EventRef,
    Hours,
    Money,
    PartialDate,
    Text,
    When,
)
from confkit.errors import ConfkitError
from confkit.model import canonical_tag, parse_zone, serves, zone, zone_text

WRONG = (None, 1, True, 3.5, math.nan, b"", "", "x", [], {}, ("a",), object(), dt.datetime(2025, 1, 1))
DEADLINE = Deadline(kind="submission", at=When.parse("2025-04-13"))
TOMORROW = When.parse("2025-04-14")
TODAY = dt.date(2025, 4, 12)
CALLS = {
    "canonical_tag": canonical_tag,
    "serves, language": lambda wrong: serves(wrong, "en"),
    "serves, reader": lambda wrong: serves("en", wrong),
    "zone": zone,
    "zone_text": zone_text,
    "parse_zone": parse_zone,
    "parse_zone, zones": lambda wrong: parse_zone("PT", wrong),
    "PartialDate": PartialDate,
    "PartialDate.of": PartialDate.of,
    "PartialDate.parse": PartialDate.parse,
    "PartialDate.before": PartialDate(2025).before,
    "Days": Days,
    "Days.parse": Days.parse,
    "Hours.parse": Hours.parse,
    "Money.parse": Money.parse,
    "When.parse": When.parse,
    "When.parse, zones": lambda wrong: When.parse("2025-04-13[PT]", zones=wrong),
    "When.parse, raw": lambda wrong: When.parse("2025-04-13", raw=wrong),
    "Text": Text,
    "Text.of": Text.of,
    "Text.get": Text(en="a").get,
    "Text.choose": Text(en="a").choose,
    "Text.choose, default": lambda wrong: Text(en="a").choose("zh", wrong),
    "Deadline.state": DEADLINE.state,
    "Deadline.extend, to": lambda wrong: DEADLINE.extend(wrong, announced=TODAY),
    "Deadline.extend, announced": lambda wrong: DEADLINE.extend(TOMORROW, announced=wrong),
    "Deadline.extend, reason": lambda wrong: DEADLINE.extend(TOMORROW, announced=TODAY, reason=wrong),
    "CallForProposals.state": CallForProposals().state,
    "Conference.link": Conference(id="a", name="A").link,
    "Catalog": Catalog,
    "Catalog.get": Catalog().get,
    "Catalog.resolve": Catalog().resolve,
}


def test_wrong_arguments_raise_a_confkit_error_or_give_a_value():
    raised = []
    for name, call in CALLS.items():
        for wrong in WRONG:
            try:
                call(wrong)
            except ConfkitError as error:
                raised.append((name, wrong, error))
            except Exception as error:
                raise AssertionError(f"{name} of {wrong!r}") from error
    findings = [(name, wrong, finding) for name, wrong, error in raised for finding in error.findings]
    assert [case for case in findings if not case[2].message or not case[2].hint] == []
    assert [case for case in findings if "NoneType" in case[2].message] == []


def test_functions_still_take_right_arguments():
    assert (zone_text(AOE), Catalog().resolve(EventRef(id="a")), DEADLINE.extend(TOMORROW, TODAY).at) == (
        "AoE",
        None,
        TOMORROW,
    )
