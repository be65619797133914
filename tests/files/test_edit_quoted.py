"""JSON in a file of YAML stays JSON, and keys in quotes get company in quotes."""

import json

import pytest

from confkit import Days, Pending, Text, When, files
from edits import ANNOUNCED, HEAD, extend, lines

TREE = json.loads(files.dumps(files.example(), format="json"))
TEXTS = {
    "indented": json.dumps(TREE, ensure_ascii=False, indent=2),
    "line": json.dumps(TREE, ensure_ascii=False),
    "tight": json.dumps(TREE, ensure_ascii=False, separators=(",", ":")),
    "number": json.dumps({**TREE, "days": 2025}),
}
CHANGES: dict[str, files.Edit] = {
    "extend": extend("2025-04-20", reason=Text(en="a storm", zh="暴风雨")),
    "pending": files.Extend(call="talks", deadline="submission", to=Pending("tbd"), announced=ANNOUNCED),
    "reschedule": files.Reschedule(days=Days.parse("2025-07"), announced=ANNOUNCED, reason="no: yes"),
    "cancel": files.Cancel(announced=ANNOUNCED),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_json_in_a_file_of_yaml_stays_json(text: str, change: files.Edit):
    once = files.edits(text, change, format="yaml")
    assert once == files.edits(text, change, format="json")
    again = extend("2025-04-27", deadline="submission")
    twice = files.edits(once, again, format="yaml")
    assert files.loads(twice, format="json") == files.loads(twice, format="yaml")


def test_keys_in_quotes_get_company_in_quotes_and_bare_dates_stay_bare():
    before = HEAD + lines("calls:", '- deadlines: [{"kind": submission, "at": 2027-01-13}]')
    row = '{"at": "2027-01-13", "replaced": "2027-01-10"}'
    after = f'- deadlines: [{{"kind": submission, "at": 2027-01-20, "announced": 2027-01-10, "history": [{row}]}}]'
    assert files.edits(before, extend(), format="yaml") == HEAD + lines("calls:", after)


def test_signs_that_end_lines_in_yaml_alone_are_escaped():
    text = json.dumps(TREE, ensure_ascii=False)
    reason = "a\x85b\u2028c\u2029d"
    after = files.edits(text, extend("2025-04-20", reason=reason), format="yaml")
    assert files.loads(after, format="json").calls[0].deadlines[0].history[0].reason == Text.of(reason)


def test_row_is_set_as_the_last_one_is():
    date = When.parse("2027-01-20")
    change = files.Extend(call="talks", deadline="submission", to=date, announced=ANNOUNCED)
    for row, added in (
        ('{"at": 2027-01-01, "replaced": 2027-01-02}', '{"at": "2027-01-13", "replaced": "2027-01-10"}'),
        ("{at: 2027-01-01, replaced: 2027-01-02}", "{at: 2027-01-13, replaced: 2027-01-10}"),
    ):
        start = ["calls:", "- deadlines:", "  - kind: submission"]
        history = ["    history:", f"    - {row}"]
        before = HEAD + lines(*start, "    at: 2027-01-13", *history)
        after = lines(*start, "    at: 2027-01-20", "    announced: 2027-01-10", *history, f"    - {added}")
        assert files.edits(before, change, format="yaml") == HEAD + after
