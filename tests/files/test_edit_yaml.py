"""Extending a deadline in YAML changes the lines of the deadline and no others."""

from confkit import Text, When, files
from edits import ANNOUNCED, HEAD, extend, sides

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
            '"history":[{"at":"2027-01-13","replaced":"2027-01-10"}]}]}]'
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


def test_extend_in_yaml_changes_only_the_lines_of_the_deadline():
    for name, marked in YAML.items():
        for newline in ("\n", "\r\n"):
            before, after = ((HEAD + side).replace("\n", newline) for side in sides(marked))
            assert files.edits(before, extend(), format="yaml") == after, (name, newline)


def test_extend_adds_no_final_line_break():
    for name in ("block", "flow", "history-in-flow"):
        before, after = (HEAD + side.rstrip("\n") for side in sides(YAML[name]))
        assert files.edits(before, extend(), format="yaml") == after, name


def test_extend_without_a_call_changes_a_milestone():
    text = HEAD + "milestones:\n- {kind: travel_grant, at: 2027-01-13}\n"
    after = files.loads(files.edits(text, extend(call=None, deadline="travel_grant"), format="yaml"), format="yaml")
    assert str(after.milestones[0].at) == "2027-01-20"


def test_extend_quotes_a_date_with_brackets_inside_brackets():
    text = HEAD + "calls: [{deadlines: [{kind: submission, at: 2027-01-13}]}]\n"
    assert ' at: "2027-01-20T23:59[AoE]", ' in files.edits(text, extend("2027-01-20T23:59[AoE]"), format="yaml")


def test_extend_to_a_date_with_its_original_wording():
    text = HEAD + "calls:\n- deadlines:\n  - kind: submission\n    at: 2027-01-13\n"
    to = When.parse("2027-01-20T12:00", raw="noon")
    after = files.edits(
        text, files.Extend(call="talks", deadline="submission", to=to, announced=ANNOUNCED), format="yaml"
    )
    assert "    at: {at: '2027-01-20T12:00', raw: noon}\n" in after


REASONS: tuple[tuple[str, Text | str, str], ...] = (
    ("", "many requests", "many requests"),
    ("language: zh\n", "应大家要求", "应大家要求"),
    ("language: en\n", Text(en="no"), '"no"'),
    ("", Text(en="a: b", zh="因故"), "{en: 'a: b', zh-Hans: 因故}"),
    ("language: en\n", Text.of("x"), "{und: x}"),
    ("", "one\ntwo", '"one\\ntwo"'),
    ("", "a\x81b", '"a\\x81b"'),
)


def test_extend_writes_the_reason_in_the_language_of_the_file():
    for head, reason, written in REASONS:
        text = HEAD + head + "calls:\n- deadlines:\n  - kind: submission\n    at: 2027-01-13\n"
        after = files.edits(text, extend(reason=reason), format="yaml")
        assert after.endswith(f"      reason: {written}\n"), (head, reason)
