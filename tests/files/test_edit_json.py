"""Extending a deadline in JSON keeps the layout of the file."""

import json
from typing import Any

from confkit import files
from edits import extend

DAY = {"confkit": 1, "id": "day-2027", "name": "A Day"}


DATE = {"kind": "submission", "at": "2027-01-13"}


AFTER = {
    "kind": "submission",
    "at": "2027-01-20",
    "announced": "2027-01-10",
    "history": [{"at": "2027-01-13", "replaced": "2027-01-10"}],
}


LAYOUTS: tuple[dict[str, Any], ...] = (
    {"separators": (",", ":")},
    {},
    {"indent": 4},
    {"indent": "\t"},
    {"indent": 2, "separators": (",", " : ")},
)

DEADLINES = (
    (DATE, AFTER),
    ({**DATE, "label": 'a "b" # {'}, {**AFTER, "label": 'a "b" # {'}),
    ({**DATE, "announced": "2027-01-01", "history": []}, AFTER),
    (
        {**DATE, "announced": None, "history": [{"at": {"pending": "tbd"}, "replaced": "2027-01-01"}]},
        {**AFTER, "history": [{"at": {"pending": "tbd"}, "replaced": "2027-01-01"}, *AFTER["history"]]},
    ),
    (
        {"kind": "submission", "at": {"at": "2027-01-13", "raw": "会"}},
        {**AFTER, "history": [{"at": {"at": "2027-01-13", "raw": "会"}, "replaced": "2027-01-10"}]},
    ),
)


def test_extend_in_json_keeps_the_layout():
    for layout in LAYOUTS:
        for deadlines in DEADLINES:
            old, new = (
                json.dumps({**DAY, "calls": [{"deadlines": [deadline]}]}, ensure_ascii=False, **layout)
                for deadline in deadlines
            )
            edited = files.edits(old, extend(), format="json")
            assert json.loads(edited) == json.loads(new), old
            assert sorted(edited.replace(",", "").split()) == sorted(new.replace(",", "").split()), old
            if "label" not in deadlines[0]:
                assert edited == new


def test_extend_in_json_lines_changes_one_line():
    other = '{ "confkit":1, "id": "b", "name": "B" }'
    text = f"{json.dumps({**DAY, 'calls': [{'deadlines': [DATE]}]})}\n\n{other}\n"
    after = f"{json.dumps({**DAY, 'calls': [{'deadlines': [AFTER]}]})}\n\n{other}\n"
    assert files.edits(text, extend(), format="jsonl", id="day-2027") == after
