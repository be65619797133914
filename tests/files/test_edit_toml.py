"""Extending a deadline in TOML changes the lines of the deadline and no others."""

from confkit import Text, files
from edits import ANNOUNCED, TOML, extend, sides

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
        "+    history=[{at='2027-01-13',replaced='2027-01-10'}]",
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
        "  [[calls.deadlines.history]]",
        '    at = "2027-01-01"',
        '    "replaced" = 2027-01-02',
        "    [calls.deadlines.history.reason]",
        '    en = "the hall"',
        "+",
        "+  [[calls.deadlines.history]]",
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


def test_extend_in_toml_changes_only_the_lines_of_the_deadline():
    for name, marked in TABLES.items():
        for newline in ("\n", "\r\n"):
            before, after = ((TOML + side).replace("\n", newline) for side in sides(marked))
            assert files.edits(before, extend(), format="toml") == after, (name, newline)


def test_extend_in_toml_adds_no_final_line_break():
    for name in ("no-spaces", "inline-on-one-line", "history-of-tables-without-direct-keys", "history-empty"):
        before, after = (TOML + side.removesuffix("\n") for side in sides(TABLES[name]))
        assert files.edits(before, extend(), format="toml") == after, name


def test_lines_that_tomlkit_adds_end_like_the_lines_of_the_file():
    text = f"{TOML}history = [  # none\n]\n".replace("\n", "\r\n")
    row = '    {status = "scheduled", replaced = "2027-01-10"}\n'
    after = f'{TOML}status = "cancelled"\nhistory = [  # none\n{row}]\n'.replace("\n", "\r\n")
    assert files.edits(text, files.Cancel(announced=ANNOUNCED), format="toml") == after


def test_edit_of_toml_keeps_spaces_after_dates_in_braces_and_brackets():
    before = """[[calls]]
deadlines = [ {kind = "submission", at = 2027-01-13 } , { kind = "abstract", at = 2027-01-13 12:00:00 } ]
[extra]
days = [2027-01-01 , 2027-01-02\t]
nested = {a = [ [ 2027-01-01 ] ], b.c = 2027-01-01 , d = 07:00:00 }
[[extra.rows]]
day = { first = 2027-01-01 }
"""
    old, new = "at = 2027-01-13 }", "at = 2027-01-20, announced = 2027-01-10, history = [{{at = {}, replaced = {}}}] }}"
    after = (
        before.replace(old, new.format("2027-01-13", "2027-01-10"), 1).replace("{at", "{ at").replace("10}]", "10 }]")
    )
    assert files.edits(TOML + before, extend(), format="toml") == TOML + after


def test_dates_of_a_cancellation_in_toml_are_written_like_other_dates():
    for date, quoted in (("2027-05-01", "2027-01-10"), ('"2027-05-01"', '"2027-01-10"')):
        text = f'{TOML}days = {date}\nstatus = "tentative"\n'
        after = (
            f'{TOML}days = {date}\nstatus = "cancelled"\nhistory = [{{status = "tentative", replaced = {quoted}}}]\n'
        )
        assert files.edits(text, files.Cancel(announced=ANNOUNCED), format="toml") == after


def test_extend_in_toml_escapes_control_characters():
    text = TOML + "[[calls]]\n[[calls.deadlines]]\nkind = 'submission'\nat = '2027-01-13'"
    reason = Text({"en": 'it\'s \x7f \\ "late"\n', "x-y": "it's"})
    after = files.edits(text, extend(reason=reason), format="toml")
    assert files.loads(after, format="toml").calls[0].deadlines[0].history[0].reason == reason
