"""Changes in place: what changes in the text, what stays, and what is refused."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from confkit import Days, Hours, Pending, Text, When, files
from confkit.errors import ConfkitError, FileError, InvalidValueError

HEAD = "confkit: 1\nid: day-2027\nname: A Day\n"
TOML = 'confkit = 1\nid = "day-2027"\nname = "A Day"\n'
ANNOUNCED = dt.date(2027, 1, 10)


def extend(to: str = "2027-01-20", **fields: Any) -> files.Extend:
    given: dict[str, Any] = {"call": "talks", "deadline": "submission", "announced": ANNOUNCED}
    return files.Extend(to=When.parse(to), **{**given, **fields})


def lines(*rows: str) -> str:
    return "".join(row + "\n" for row in rows)


YAML = {
    "block": (
        "calls:",
        "  - deadlines:",
        "      - kind: submission",
        "-        at:   2027-01-13   # firm",
        "+        at:   2027-01-20   # firm",
        "+        announced: 2027-01-10",
        "+        history:",
        "+          - at: 2027-01-13",
        "+            replaced: 2027-01-10",
        "        # the room is small",
        "        label: Talks",
    ),
    "lists-not-indented": (
        "calls:",
        "=- deadlines:",
        "  -   kind: submission",
        "-      at: '2027-01-13'",
        "+      at: '2027-01-20'",
        "+      announced: '2027-01-10'",
        "+      history:",
        "+      - at: 2027-01-13",
        "+        replaced: 2027-01-10",
    ),
    "flow": (
        "-calls: [{deadlines: [{kind: submission, at: 2027-01-13}]}]  # one line",
        (
            "+calls: [{deadlines: [{kind: submission, at: 2027-01-20, announced: 2027-01-10, "
            "history: [{at: 2027-01-13, replaced: 2027-01-10}]}]}]  # one line"
        ),
    ),
    "flow-of-json": (
        '-calls: [{"deadlines":[{"kind":"submission","at":"2027-01-13"}]}]',
        (
            '+calls: [{"deadlines":[{"kind":"submission","at":"2027-01-20","announced":"2027-01-10",'
            '"history":[{at: 2027-01-13, replaced: 2027-01-10}]}]}]'
        ),
    ),
    "flow-date-first": (
        "-calls: [{deadlines: [{at: 2027-01-13, kind: submission}]}]",
        (
            "+calls: [{deadlines: [{at: 2027-01-20, announced: 2027-01-10, "
            "history: [{at: 2027-01-13, replaced: 2027-01-10}], kind: submission}]}]"
        ),
    ),
    "flow-on-lines": (
        "calls:",
        "  - deadlines:",
        "      - {",
        "          kind: submission,",
        '-          at: "2027-01-13"',
        '+          at: "2027-01-20",',
        '+          announced: "2027-01-10",',
        "+          history: [{at: 2027-01-13, replaced: 2027-01-10}]",
        "        }",
    ),
    "flow-on-lines-with-comment": (
        "calls:",
        "  - deadlines:",
        "      - {",
        "          kind: submission,",
        "-          at: 2027-01-13,  # firm",
        "-          history: [],",
        "+          at: 2027-01-20, announced: 2027-01-10,  # firm",
        "+          history: [{at: 2027-01-13, replaced: 2027-01-10}],",
        "        }",
    ),
    "announced-elsewhere": (
        "calls:",
        "  - deadlines:",
        "-      - announced: 2027-01-01",
        "+      - announced: 2027-01-10",
        "+        history:",
        "+          - at: 2027-01-13",
        "+            replaced: 2027-01-10",
        "        kind: submission",
        "-        at: 2027-01-13",
        "+        at: 2027-01-20",
    ),
    "announced-empty": (
        "calls:",
        "  - deadlines:",
        "      - kind: submission",
        "-        at: 2027-01-13",
        "-        announced:  # who knows",
        "+        at: 2027-01-20",
        "+        announced: 2027-01-10  # who knows",
        "+        history:",
        "+          - at: 2027-01-13",
        "+            replaced: 2027-01-10",
    ),
    "long-form": (
        "calls:",
        "  - deadlines:",
        "      - kind: submission",
        "-        at:  # by mail",
        "-          at: 2027-01-13",
        '-          raw: "the 13th # or so"',
        "+        at: 2027-01-20  # by mail",
        "+        announced: 2027-01-10",
        "+        history:",
        "+          - at: {at: 2027-01-13, raw: 'the 13th # or so'}",
        "+            replaced: 2027-01-10",
    ),
    "pending": (
        "calls:",
        "  - deadlines:",
        "      - kind: submission",
        "-        at: {pending: rolling, rule: each Friday}",
        "+        at: 2027-01-20",
        "+        announced: 2027-01-10",
        "+        history:",
        "+          - at: {pending: rolling, rule: each Friday}",
        "+            replaced: 2027-01-10",
    ),
    "folded": (
        "calls:",
        "  - deadlines:",
        "      - kind: submission",
        "-        at: >-",
        "-          2027-01-13",
        "+        at: 2027-01-20",
        "+        announced: 2027-01-10",
        "+        history:",
        "+          - at: 2027-01-13",
        "+            replaced: 2027-01-10",
        "",
        "        label: Talks",
    ),
    "history-in-block": (
        "calls:",
        "  - deadlines:",
        "      - kind: submission",
        "-        at: 2027-01-13",
        "-        announced: 2027-01-02",
        "+        at: 2027-01-20",
        "+        announced: 2027-01-10",
        "        history:",
        "          -   at: 2027-01-01",
        "              replaced: 2027-01-02",
        "              reason: |+",
        "                the hall",
        "",
        "+          -   at: 2027-01-13",
        "+              replaced: 2027-01-10",
        "          # the end",
        "links: []",
    ),
    "history-of-rows-in-flow": (
        "calls:",
        "  - deadlines:",
        "      - kind: submission",
        "        history:",
        "        - {at: 2027-01-01, replaced: 2027-01-02}  # first",
        "+        - {at: 2027-01-13, replaced: 2027-01-10}",
        "-        at: 2027-01-13",
        "+        at: 2027-01-20",
        "+        announced: 2027-01-10",
    ),
    "history-of-anchored-rows": (
        "calls:",
        "  - deadlines:",
        "      - kind: submission",
        "        history:",
        "        - &first {at: 2027-01-01, replaced: 2027-01-02}",
        "+        - {at: 2027-01-13, replaced: 2027-01-10}",
        "-        at: 2027-01-13",
        "+        at: 2027-01-20",
        "+        announced: 2027-01-10",
    ),
    "comments-after-dashes": (
        "calls:",
        "  - # a-b",
        "    deadlines:",
        "      -  # - c",
        "        kind: submission",
        "        history:",
        "          - # - d",
        "            at: 2027-01-01",
        "            replaced: 2027-01-02",
        "+          - at: 2027-01-13",
        "+            replaced: 2027-01-10",
        "-        at: 2027-01-13",
        "+        at: 2027-01-20",
        "+        announced: 2027-01-10",
    ),
    "history-in-flow": (
        "calls:",
        "  - deadlines:",
        "      - kind: submission",
        "-        at: 2027-01-13",
        "-        history: [ {at: 2027-01-01, replaced: 2027-01-02} ]",
        "+        at: 2027-01-20",
        "+        announced: 2027-01-10",
        "+        history: [ {at: 2027-01-01, replaced: 2027-01-02}, {at: 2027-01-13, replaced: 2027-01-10} ]",
    ),
    "history-in-flow-with-commas": (
        "calls:",
        "  - deadlines:",
        "      - kind: submission",
        "-        at: 2027-01-13",
        "+        at: 2027-01-20",
        "+        announced: 2027-01-10",
        "        history: [{at: 2026, replaced: 2027-01-01},",
        "-          {at: 2027-01-01, replaced: 2027-01-02}]",
        "+          {at: 2027-01-01, replaced: 2027-01-02}, {at: 2027-01-13, replaced: 2027-01-10}]",
    ),
    "anchors": (
        "published: &day 2026-11-01",
        "calls: &calls",
        "  - &call",
        "    deadlines:",
        "      - &deadline",
        "        &kind kind: &submission submission",
        "-        at: &date 2027-01-13",
        "+        at: &date 2027-01-20",
        "-        announced: *day",
        "+        announced: 2027-01-10",
        "+        history:",
        "+          - at: 2027-01-13",
        "+            replaced: 2027-01-10",
        "        id: *submission",
    ),
    "language": (
        "language: en",
        "calls:",
        "  - deadlines:",
        "      - kind: submission",
        "-        at: {pending: rolling, rule: each Friday}",
        "+        at: 2027-01-20",
        "+        announced: 2027-01-10",
        "+        history:",
        "+          - at: {pending: rolling, rule: each Friday}",
        "+            replaced: 2027-01-10",
    ),
}


def sides(marked: tuple[str, ...]) -> tuple[str, str]:
    """The text before and after: lines that begin with - or + stand in one of the two, with = in both."""
    body = [row if row[:1] in {"-", "+", "="} else f"={row}" for row in marked]
    before, after = (lines(*(row[1:] for row in body if row[0] in marks)) for marks in ("=-", "=+"))
    return before, after


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("marked", YAML.values(), ids=YAML)
def test_extend_in_yaml_changes_what_it_must(marked: tuple[str, ...], ends: str):
    before, after = ((HEAD + side).replace("\n", ends) for side in sides(marked))
    assert files.edits(before, extend(), format="yaml") == after


@pytest.mark.parametrize("marked", [YAML["block"], YAML["flow"], YAML["history-in-flow"]])
def test_extend_adds_no_final_line_break(marked: tuple[str, ...]):
    before, after = (HEAD + side.rstrip("\n") for side in sides(marked))
    assert files.edits(before, extend(), format="yaml") == after


def test_extend_takes_a_milestone_without_a_call():
    text = HEAD + "milestones:\n- {kind: travel_grant, at: 2027-01-13}\n"
    after = files.loads(files.edits(text, extend(call=None, deadline="travel_grant"), format="yaml"), format="yaml")
    assert str(after.milestones[0].at) == "2027-01-20"


def test_extend_quotes_what_needs_quotes():
    text = HEAD + "calls: [{deadlines: [{kind: submission, at: 2027-01-13}]}]\n"
    assert ' at: "2027-01-20T23:59[AoE]", ' in files.edits(text, extend("2027-01-20T23:59[AoE]"), format="yaml")


def test_extend_to_a_moment_in_words_of_its_own():
    text = HEAD + "calls:\n- deadlines:\n  - kind: submission\n    at: 2027-01-13\n"
    to = When.parse("2027-01-20T12:00", raw="noon")
    after = files.edits(
        text, files.Extend(call="talks", deadline="submission", to=to, announced=ANNOUNCED), format="yaml"
    )
    assert "    at: {at: '2027-01-20T12:00', raw: noon}\n" in after


REASONS: dict[str, tuple[str, Text | str, str]] = {
    "bare": ("", "many requests", "many requests"),
    "bare-in-a-language": ("language: zh\n", "应大家要求", "应大家要求"),
    "same-language": ("language: en\n", Text(en="no"), '"no"'),
    "several": ("", Text(en="a: b", zh="因故"), "{en: 'a: b', zh-Hans: 因故}"),
    "no-language-in-a-language": ("language: en\n", Text.of("x"), "{und: x}"),
    "lines": ("", "one\ntwo", '"one\\ntwo"'),
    "unseen": ("", "a\x81b", '"a\\x81b"'),
}


@pytest.mark.parametrize(("head", "reason", "written"), REASONS.values(), ids=REASONS)
def test_extend_writes_the_reason(head: str, reason: Text | str, written: str):
    text = HEAD + head + "calls:\n- deadlines:\n  - kind: submission\n    at: 2027-01-13\n"
    assert files.edits(text, extend(reason=reason), format="yaml").endswith(f"      reason: {written}\n")


DAY = {"confkit": 1, "id": "day-2027", "name": "A Day"}
DATE = {"kind": "submission", "at": "2027-01-13"}
AFTER = {
    "kind": "submission",
    "at": "2027-01-20",
    "announced": "2027-01-10",
    "history": [{"at": "2027-01-13", "replaced": "2027-01-10"}],
}
LAYOUTS: dict[str, dict[str, Any]] = {
    "compact": {"separators": (",", ":")},
    "spaced": {},
    "indented": {"indent": 4},
    "tabs": {"indent": "\t"},
    "padded": {"indent": 2, "separators": (",", " : ")},
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
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
    ],
    ids=["plain", "label", "no-history-yet", "history", "long-form"],
)
def test_extend_in_json_keeps_its_layout(layout: dict[str, Any], before: dict[str, Any], after: dict[str, Any]):
    old, new = (
        json.dumps({**DAY, "calls": [{"deadlines": [one]}]}, ensure_ascii=False, **layout) for one in (before, after)
    )
    edited = files.edits(old, extend(), format="json")
    assert json.loads(edited) == json.loads(new)
    assert sorted(edited.replace(",", "").split()) == sorted(new.replace(",", "").split())
    if "label" not in before:
        assert edited == new


def test_extend_in_json_lines_changes_one_line():
    other = '{ "confkit":1, "id": "b", "name": "B" }'
    text = f"{json.dumps({**DAY, 'calls': [{'deadlines': [DATE]}]})}\n\n{other}\n"
    after = f"{json.dumps({**DAY, 'calls': [{'deadlines': [AFTER]}]})}\n\n{other}\n"
    assert files.edits(text, extend(), format="jsonl", id="day-2027") == after


TABLES = {
    "table": (
        "[[calls]]",
        "[[calls.deadlines]]",
        'kind = "submission"',
        "-at = 2027-01-13  # firm",
        "+at = 2027-01-20  # firm",
        "+announced = 2027-01-10",
        "+history = [{at = 2027-01-13, replaced = 2027-01-10}]",
        "# the end",
    ),
    "no-spaces": (
        "[[calls]]",
        "  [[calls.deadlines]]",
        '    kind="submission"',
        "-    at='2027-01-13'",
        "+    at='2027-01-20'",
        "+    announced='2027-01-10'",
        "+    history=[{at = '2027-01-13', replaced = '2027-01-10'}]",
        "",
        "[registration]",
        "details_expected = '2027-01'",
    ),
    "inline": (
        "[[calls]]",
        "deadlines = [",
        "  # one",
        '-  { kind = "submission", at = "2027-01-13" },  # firm',
        (
            '+  { kind = "submission", at = "2027-01-20", announced = "2027-01-10", '
            'history = [{ at = "2027-01-13", replaced = "2027-01-10" }] },  # firm'
        ),
        "]",
    ),
    "inline-on-one-line": (
        '-calls = [{deadlines=[{kind="submission",at="2027-01-13"}]}]',
        (
            '+calls = [{deadlines=[{kind="submission",at="2027-01-20",announced="2027-01-10",'
            'history=[{at="2027-01-13",replaced="2027-01-10"}]}]}]'
        ),
    ),
    "history-of-tables": (
        "[[calls]]",
        "[[calls.deadlines]]",
        'kind = "submission"',
        '-at = "2027-01-13"',
        '+at = "2027-01-20"',
        '+announced = "2027-01-10"',
        "  [[ calls . deadlines . history ]]",
        '    at = "2027-01-01"',
        '    "replaced" = 2027-01-02',
        "    [calls.deadlines.history.reason]",
        '    en = "the hall"',
        "+",
        "+  [[ calls . deadlines . history ]]",
        '+    at = "2027-01-13"',
        '+    replaced = "2027-01-10"',
        "",
        "[[calls.deadlines]]",
        'kind = "notification"',
        'at = "2027-03"',
    ),
    "history-of-tables-without-direct-keys": (
        "[[calls]]",
        "[[calls.deadlines]]",
        'kind = "submission"',
        '-at = "2027-01-13"',
        '+at = "2027-01-20"',
        '+announced = "2027-01-10"',
        "[[calls.deadlines.history]]",
        'at.pending = "tbd"',
        "replaced = 2027-01-02",
        "+",
        "+[[calls.deadlines.history]]",
        '+at = "2027-01-13"',
        '+replaced = "2027-01-10"',
    ),
    "history-inline": (
        "[[calls]]",
        "[[calls.deadlines]]",
        "kind = 'submission'",
        "-at = 2027-01-13 23:59:00",
        "+at = 2027-01-20",
        "+announced = 2027-01-10",
        "history = [",
        "  {at = 2027-01-01, replaced = 2027-01-02},",
        '+  {at = "2027-01-13T23:59", replaced = 2027-01-10},',
        "]",
    ),
    "history-empty": (
        "[[calls]]",
        "[[calls.deadlines]]",
        "kind = '''submission'''",
        '-at = """2027-01-13"""',
        "-history = []",
        '+at = "2027-01-20"',
        '+announced = "2027-01-10"',
        '+history = [{at = "2027-01-13", replaced = "2027-01-10"}]',
    ),
    "date-as-table": (
        "[[calls]]",
        "[[calls.deadlines]]",
        'kind = "submission"',
        '+at = "2027-01-20"',
        '+announced = "2027-01-10"',
        (
            '+history = [{at = {pending = "rolling", rule = {en = "each Friday", zh-Hans = "每周五"}}, '
            'replaced = "2027-01-10"}]'
        ),
        "-",
        "-[calls.deadlines.at]",
        '-pending = "rolling"',
        "-",
        "-[calls.deadlines.at.rule]",
        '-en = "each Friday"',
        '-zh-Hans = "每周五"',
        "",
        "[registration]",
    ),
    "date-as-table-at-the-end": (
        "[[calls]]",
        "[[calls.deadlines]]",
        'kind = "submission"',
        '+at = "2027-01-20"',
        '+announced = "2027-01-10"',
        '+history = [{at = {pending = "tbd"}, replaced = "2027-01-10"}]',
        "-[calls.deadlines.at]",
        '-pending = "tbd"',
    ),
    "date-as-dotted-keys": (
        "[[calls]]",
        "[[calls.deadlines]]",
        'kind = "submission"',
        '+at = "2027-01-20"',
        '+announced = "2027-01-10"',
        '+history = [{at = {at = "2027-01-13", raw = "13 # or so"}, replaced = "2027-01-10"}]',
        '-at."at" = "2027-01-13"',
        "-at.raw = '13 # or so'",
        "",
        "[registration]",
    ),
}


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("marked", TABLES.values(), ids=TABLES)
def test_extend_in_toml_changes_what_it_must(marked: tuple[str, ...], ends: str):
    before, after = ((TOML + side).replace("\n", ends) for side in sides(marked))
    assert files.edits(before, extend(), format="toml") == after


def test_extend_in_toml_writes_hard_texts():
    text = TOML + "[[calls]]\n[[calls.deadlines]]\nkind = 'submission'\nat = '2027-01-13'"
    reason = Text({"en": 'it\'s \x7f \\ "late"\n', "x-y": "it's"})
    after = files.edits(text, extend(reason=reason), format="toml")
    assert files.loads(after, format="toml").calls[0].deadlines[0].history[0].reason == reason


CHANGES: dict[str, tuple[files.Edit, tuple[str, ...]]] = {
    "cancel": (
        files.Cancel(announced=ANNOUNCED, reason="no venue"),
        (
            "days: 2027-05-01/2027-05-03  # Saturday",
            "+status: cancelled",
            "+history:",
            "+  - status: scheduled",
            "+    replaced: 2027-01-10",
            "+    reason: no venue",
            "travel: By train",
        ),
    ),
    "cancel-tentative": (
        files.Cancel(announced=ANNOUNCED),
        (
            "-status: tentative # so far",
            "+status: cancelled # so far",
            "history:",
            "  - {days: 2027-04, replaced: 2027-01-01}",
            "+  - {status: tentative, replaced: 2027-01-10}",
        ),
    ),
    "reschedule": (
        files.Reschedule(days=Days.parse("2027-06-01/2027-06-03"), announced=ANNOUNCED),
        (
            "-days: 2027-05-01/2027-05-03  # Saturday",
            "+days: 2027-06-01/2027-06-03  # Saturday",
            "hours: 09:00-18:00",
            "+status: rescheduled",
            "+history:",
            "+  - days: 2027-05-01/2027-05-03",
            "+    status: scheduled",
            "+    replaced: 2027-01-10",
            "published: 2026-11-01",
        ),
    ),
    "reschedule-hours": (
        files.Reschedule(days=Days.parse("2027-05-01"), hours=Hours.parse("10:00-19:00"), announced=ANNOUNCED),
        (
            "days: 2027-05-01",
            "-hours: 09:00-18:00",
            "+hours: 10:00-19:00",
            "status: rescheduled",
            "history:",
            "  - {days: 2027-04-01, status: scheduled, replaced: 2027-01-01}",
            "+  - {hours: '09:00-18:00', replaced: 2027-01-10}",
        ),
    ),
    "reschedule-with-first-hours": (
        files.Reschedule(days=Days.parse("2027-06-01"), hours=Hours.parse("10:00-19:00"), announced=ANNOUNCED),
        (
            "-days: {pending: tbd}",
            "+days: 2027-06-01",
            "+hours: 10:00-19:00",
            "-status: postponed",
            "+status: rescheduled",
            "+history:",
            "+  - days: {pending: tbd}",
            "+    status: postponed",
            "+    replaced: 2027-01-10",
        ),
    ),
    "reschedule-tentative": (
        files.Reschedule(days=Days.parse("2027-06"), announced=ANNOUNCED),
        (
            "-days: 2027-05",
            "+days: 2027-06",
            "status: tentative",
            "+history:",
            "+  - days: 2027-05",
            "+    replaced: 2027-01-10",
        ),
    ),
    "postpone": (
        files.Reschedule(days=Pending("tbd"), announced=ANNOUNCED),
        (
            "-days: 2027-05",
            "+days: {pending: tbd}",
            "+status: postponed",
            "+history:",
            "+  - days: 2027-05",
            "+    status: scheduled",
            "+    replaced: 2027-01-10",
        ),
    ),
}


@pytest.mark.parametrize(("change", "marked"), CHANGES.values(), ids=CHANGES)
def test_event_changes_what_it_must(change: files.Edit, marked: tuple[str, ...]):
    before, after = (HEAD + side for side in sides(marked))
    assert files.edits(before, change, format="yaml") == after


def test_cancel_in_toml_writes_above_the_first_heading():
    change = files.Cancel(announced=ANNOUNCED)
    row = 'status = "cancelled"\nhistory = [{status = "scheduled", replaced = "2027-01-10"}]\n'
    text = TOML + "\n[series]\nid = 'days'\n"
    assert files.edits(text, change, format="toml") == TOML + row + "\n[series]\nid = 'days'\n"


REFUSED: dict[str, tuple[str, files.Edit, str, tuple[int, int] | None]] = {
    "list-repeated": (
        "calls:\n- deadlines: &all\n  - {kind: submission, at: 2027-01-13}\nmilestones: *all\n",
        extend(),
        "edit.shared",
        (6, 3),
    ),
    "alias-for-the-deadline": (
        "milestones:\n- &one {kind: submission, at: 2027-01-13}\ncalls:\n- deadlines: [*one]\n",
        extend(),
        "edit.shared",
        (7, 15),
    ),
    "date-repeated": (
        "calls:\n- deadlines:\n  - {kind: submission, at: &date 2027-01-13}\n  - {kind: abstract, at: *date}\n",
        extend(),
        "edit.shared",
        (6, 34),
    ),
    "comment-in-the-date": (
        "calls:\n- deadlines:\n  - kind: submission\n    at:\n      # by mail\n      at: 2027-01-13\n      raw: soon\n",
        extend(),
        "edit.comment",
        (9, 7),
    ),
    "comment-after-the-date": (
        "calls:\n- deadlines:\n  - kind: submission\n    at:\n      at: 2027-01-13\n      raw: soon  # by mail\n",
        extend(),
        "edit.comment",
        (8, 7),
    ),
    "comment-in-a-folded-date": (
        "calls:\n- deadlines:\n  - kind: submission\n    at: >-  # by mail\n      2027-01-13\n",
        extend(),
        "edit.comment",
        (7, 9),
    ),
    "comment-in-an-empty-history": (
        "calls:\n- deadlines:\n  - kind: submission\n    at: 2027-01-13\n    history: [  # none\n    ]\n",
        extend(),
        "edit.comment",
        (8, 14),
    ),
    "anchor-lost": (
        "calls:\n- deadlines:\n  - kind: submission\n    at: {pending: &p tbd}\n  - {kind: a, at: {pending: *p}}\n",
        extend(),
        "edit.refused",
        None,
    ),
    "question-mark": (
        "calls:\n- deadlines:\n  - ? kind\n    : submission\n    ? at\n    : 2027-01-13\n",
        extend(),
        "edit.refused",
        None,
    ),
}


@pytest.mark.parametrize(("body", "change", "code", "place"), REFUSED.values(), ids=REFUSED)
def test_change_that_would_change_more_is_refused(
    body: str, change: files.Edit, code: str, place: tuple[int, int] | None
):
    with pytest.raises(FileError) as error:
        files.edits(HEAD + body, change, format="yaml", file="day.yaml")
    (finding,) = error.value.findings
    where = finding.where and (finding.where.line, finding.where.column)
    assert (finding.code, where) == (code, place or (None, None))


def test_date_in_parts_within_braces_is_refused():
    text = TOML + "[[calls]]\ndeadlines = [{kind = 'submission', at.at = '2027', at.raw = 'soon'}]\n"
    with pytest.raises(FileError) as error:
        files.edits(text, extend(), format="toml")
    assert [one.code for one in error.value.findings] == ["edit.parts"]


@pytest.mark.parametrize("comment", ["[calls.deadlines.at] # by mail\npending = 'tbd'", "at.pending = 'tbd' # by mail"])
def test_comment_on_the_lines_of_a_date_in_toml_is_refused(comment: str):
    text = TOML + f"[[calls]]\n[[calls.deadlines]]\nkind = 'submission'\n{comment}\n"
    with pytest.raises(FileError) as error:
        files.edits(text, extend(), format="toml")
    assert [one.code for one in error.value.findings] == ["edit.comment"]


FULL = (
    HEAD + "days: 2027-05-01\nhours: 09:00-18:00\ncalls: [{deadlines: [{kind: submission, at: 2027-01-13}]}]\n"
    "history: [{days: 2027-04-01, replaced: 2027-01-05}]\n"
)
WRONG: dict[str, tuple[str, files.Edit, str, str | None]] = {
    "call": (FULL, extend(call="talk"), "edit.call", "did you mean talks?"),
    "deadline": (FULL, extend(deadline="notification"), "edit.deadline", "known here: submission"),
    "no-calls": (HEAD, extend(), "edit.call", "this event has no calls; a milestone is named without one"),
    "no-milestones": (HEAD, extend(call=None), "edit.milestone", "this event has no milestones"),
    "same-date": (FULL, extend("2027-01-13"), "deadline.same", "give another date"),
    "reason": (FULL, extend(reason=" "), "text.empty", "leave the language out if there are no words"),
    "same-days": (
        FULL,
        files.Reschedule(days=Days.parse("2027-05-01"), announced=ANNOUNCED),
        "edit.same",
        "give other days",
    ),
    "first-hours": (
        HEAD + "days: 2027-05-01\n",
        files.Reschedule(days=Days.parse("2027-05-01"), hours=Hours.parse("09:00-18:00"), announced=ANNOUNCED),
        "edit.same",
        "give other days",
    ),
    "no-days": (
        HEAD,
        files.Reschedule(days=Days.parse("2027"), announced=ANNOUNCED),
        "edit.nothing",
        "write days in the file",
    ),
    "cancelled": (
        HEAD + "status: cancelled\n",
        files.Cancel(announced=ANNOUNCED),
        "edit.same",
        "nothing is left to do",
    ),
    "announced": (
        FULL,
        files.Cancel(announced=dt.date(2027, 1, 4)),
        "history.announced",
        "write 2027-01-05 or a later day",
    ),
}


@pytest.mark.parametrize(("text", "change", "code", "hint"), WRONG.values(), ids=WRONG)
def test_change_that_means_nothing_is_an_error(text: str, change: files.Edit, code: str, hint: str | None):
    with pytest.raises(InvalidValueError) as error:
        files.edits(text, change, format="yaml")
    assert [(one.code, one.hint) for one in error.value.findings] == [(code, hint)]


STREAM = f"{HEAD}status: tentative\n---\n{HEAD}".replace("day-2027", "day-2028", 1)
LIST = "confkit: 1\nlanguage: en\nconferences:\n- {id: a, name: A}\n-   id: b\n    name: B\n"


def test_event_in_a_stream_is_chosen_by_its_id():
    cancelled = "status: cancelled\nhistory:\n  - status: scheduled\n    replaced: 2027-01-10\n"
    after = files.edits(STREAM, files.Cancel(announced=ANNOUNCED), format="yaml", id="day-2027")
    assert after == STREAM + cancelled


def test_event_in_a_list_is_chosen_by_its_id():
    row = "    status: cancelled\n    history:\n      - status: scheduled\n        replaced: 2027-01-10\n"
    after = files.edits(LIST, files.Cancel(announced=ANNOUNCED, reason="no venue"), format="yaml", id="b")
    assert (
        after == LIST + row.replace("      - ", "    - ").replace("        r", "      r") + "      reason: no venue\n"
    )


def test_event_in_a_list_of_toml_is_chosen_by_its_id():
    text = "confkit = 1\n[[conferences]]\nid = 'a'\nname = 'A'\n[[conferences]]\nid = 'b'\nname = 'B'"
    after = files.edits(text, files.Cancel(announced=ANNOUNCED), format="toml", id="a")
    assert [one.status for one in files.loads_catalog(after, format="toml")] == ["cancelled", "scheduled"]


@pytest.mark.parametrize(
    ("id", "hint"),
    [
        (None, "say which by its id: day-2028, day-2027"),
        ("day-2026", "did you mean day-2028?"),
        ("x", "known here: day-2028, day-2027"),
    ],
)
def test_event_must_be_one_of_those_in_the_text(id: str | None, hint: str):
    with pytest.raises(InvalidValueError) as error:
        files.edits(STREAM, files.Cancel(announced=ANNOUNCED), format="yaml", id=id)
    assert [(one.code, one.hint) for one in error.value.findings] == [("edit.event", hint)]


def test_edit_changes_the_file_and_returns_the_conference(tmp_path: Path):
    path = tmp_path / "day.yaml"
    path.write_bytes((HEAD + "days: 2027-05-01").replace("\n", "\r\n").encode())
    after = files.edit(path, files.Cancel(announced=ANNOUNCED))
    assert (after.status, files.load(path)) == ("cancelled", after)
    assert path.read_bytes().startswith(HEAD.replace("\n", "\r\n").encode())


def test_edit_refused_leaves_the_file(tmp_path: Path):
    path = tmp_path / "day.txt"
    path.write_text(HEAD + "status: cancelled\n", encoding="utf-8")
    with pytest.raises(ConfkitError):
        files.edit(path, files.Cancel(announced=ANNOUNCED), format="yaml")
    assert path.read_text(encoding="utf-8") == HEAD + "status: cancelled\n"


def test_text_that_cannot_be_read_is_not_changed():
    with pytest.raises(FileError) as error:
        files.edits(HEAD + "dyas: 2027\n", files.Cancel(announced=ANNOUNCED), format="yaml")
    assert [one.code for one in error.value.findings] == ["file.unknown_key"]
