"""JSON in a YAML file stays JSON, and new keys are quoted like the keys beside them."""

import json

from confkit import Days, Pending, Text, When, files
from edits import ANNOUNCED, HEAD, extend, lines

TREE = json.loads(files.dumps(files.example(), format="json"))
TEXTS = (
    json.dumps(TREE, ensure_ascii=False, indent=2),
    json.dumps(TREE, ensure_ascii=False),
    json.dumps(TREE, ensure_ascii=False, separators=(",", ":")),
    json.dumps({**TREE, "days": 2025}),
)
CHANGES: tuple[files.Edit, ...] = (
    extend("2025-04-20", reason=Text(en="a storm", zh="暴风雨")),
    files.Extend(call="talks", deadline="submission", to=Pending("tbd"), announced=ANNOUNCED),
    files.Reschedule(days=Days.parse("2025-07"), announced=ANNOUNCED, reason="no: yes"),
    files.Cancel(announced=ANNOUNCED),
)


def test_json_in_a_yaml_file_stays_json():
    for text in TEXTS:
        for change in CHANGES:
            once = files.edits(text, change, format="yaml")
            assert once == files.edits(text, change, format="json"), change
            twice = files.edits(once, extend("2025-04-27"), format="yaml")
            assert files.loads(twice, format="json") == files.loads(twice, format="yaml"), change


def test_new_keys_beside_quoted_keys_are_quoted_and_plain_dates_stay_plain():
    before = HEAD + lines("calls:", '- deadlines: [{"kind": submission, "at": 2027-01-13}]')
    row = '{"at": "2027-01-13", "replaced": "2027-01-10"}'
    after = f'- deadlines: [{{"kind": submission, "at": 2027-01-20, "announced": 2027-01-10, "history": [{row}]}}]'
    assert files.edits(before, extend(), format="yaml") == HEAD + lines("calls:", after)


def test_characters_that_break_lines_in_yaml_alone_are_escaped():
    text = json.dumps(TREE, ensure_ascii=False)
    reason = "a\x85b\u2028c\u2029d"
    after = files.edits(text, extend("2025-04-20", reason=reason), format="yaml")
    assert files.loads(after, format="json").calls[0].deadlines[0].history[0].reason == Text.of(reason)


def test_new_row_of_a_history_is_quoted_like_the_last_one():
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
