"""Deadlines are extended in YAML, and every other octet stays."""

import pytest

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
