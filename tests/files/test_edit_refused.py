"""Edits that are impossible, or would alter other parts of the file, are refused."""

import datetime as dt

import pytest

from confkit import Days, Hours, files
from confkit.errors import FileError, InvalidValueError
from edits import ANNOUNCED, HEAD, TOML, extend

REFUSED: dict[str, tuple[str, files.Edit, str, tuple[int, int]]] = {
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
        (6, 5),
    ),
    "question-mark": (
        "calls:\n- deadlines:\n  - ? kind\n    : submission\n    ? at\n    : 2027-01-13\n",
        extend(),
        "edit.refused",
        (6, 5),
    ),
}


def test_change_that_would_alter_other_values_or_comments_is_refused():
    for name, (body, change, code, (line, column)) in REFUSED.items():
        with pytest.raises(FileError) as error:
            files.edits(HEAD + body, change, format="yaml", file="day.yaml")
        (finding,) = error.value.findings
        expected = (f"day.yaml:{line}:{column}", "calls[0].deadlines[0]", code)
        assert (str(finding.where), finding.path, finding.code) == expected, name


def test_date_of_dotted_keys_in_an_inline_table_is_refused():
    text = TOML + "[[calls]]\ndeadlines = [{kind = 'submission', at.at = '2027', at.raw = 'soon'}]\n"
    with pytest.raises(FileError) as error:
        files.edits(text, extend(), format="toml")
    assert [finding.code for finding in error.value.findings] == ["edit.parts"]


def test_comment_on_the_lines_of_a_date_in_toml_is_refused():
    for comment in ("[calls.deadlines.at] # by mail\npending = 'tbd'", "at.pending = 'tbd' # by mail"):
        text = TOML + f"[[calls]]\n[[calls.deadlines]]\nkind = 'submission'\n{comment}\n"
        with pytest.raises(FileError) as error:
            files.edits(text, extend(), format="toml")
        assert [finding.code for finding in error.value.findings] == ["edit.comment"]


def test_toml_that_tomlkit_would_write_differently_is_refused():
    deadline = "[[calls.deadlines]]\nkind = 'submission'\nat = '2027-01-13'\n"
    for body, line in (
        (f"[[calls]]\n{deadline}".replace("calls.deadlines", " calls . deadlines "), 5),
        (f"[[calls]]\n{deadline}[extra]\na = 1\n[calls.name]\nen = 'Talks'\n", 8),
        (f"[[calls]]\n{deadline}[extra]\na = 1\n[[calls]]\nid = 'posters'\n", 8),
    ):
        with pytest.raises(FileError) as error:
            files.edits(TOML + body, extend(), format="toml", file="day.toml")
        (finding,) = error.value.findings
        place = (finding.where.line, finding.path, finding.code)
        assert place == (line, "calls[0].deadlines[0]", "edit.refused"), body


def test_toml_with_thousands_of_tables_is_edited_only_if_they_are_in_an_array():
    change = files.Cancel(announced=ANNOUNCED)
    tables = "".join(f"[extra.a{number % 2}.b{number}]\nc = 1\n" for number in range(1001))
    with pytest.raises(FileError) as error:
        files.edits(TOML + tables, change, format="toml")
    assert [finding.code for finding in error.value.findings] == ["edit.tables"]
    venues = "".join(f"[[venues]]\nid = 'v{number}'\n[venues.name]\nen = 'Hall'\n" for number in range(1001))
    assert "status" in files.edits(TOML + venues, change, format="toml")


FULL = (
    HEAD + "days: 2027-05-01\nhours: 09:00-18:00\ncalls: [{deadlines: [{kind: submission, at: 2027-01-13}]}]\n"
    "history: [{days: 2027-04-01, replaced: 2027-01-05}]\n"
)


WRONG: dict[str, tuple[str, files.Edit, str, str | None]] = {
    "call": (FULL, extend(call="talk"), "edit.call", "did you mean talks?"),
    "deadline": (FULL, extend(deadline="notification"), "edit.deadline", "known here: submission"),
    "no-calls": (HEAD, extend(), "edit.call", "this event has no calls; a milestone is named without one"),
    "no-milestones": (HEAD, extend(call=None), "edit.milestone", "this event has no milestones"),
    "same-date": (FULL, extend("2027-01-13"), "deadline.same", "write another date"),
    "reason": (FULL, extend(reason=" "), "text.empty", "leave the language out if it has no text"),
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
        "leave the file as it is",
    ),
    "announced": (
        FULL,
        files.Cancel(announced=dt.date(2027, 1, 4)),
        "history.announced",
        "write 2027-01-05 or a later day",
    ),
}


def test_change_that_is_impossible_is_refused_with_a_hint():
    for name, (text, change, code, hint) in WRONG.items():
        with pytest.raises(InvalidValueError) as error:
            files.edits(text, change, format="yaml")
        assert [(finding.code, finding.hint) for finding in error.value.findings] == [(code, hint)], name


PLACES = {
    "call": "day.yaml:1:1: call",
    "deadline": "day.yaml:1:1: deadline",
    "no-calls": "day.yaml:1:1: call",
    "no-milestones": "day.yaml:1:1: milestone",
    "same-date": "day.yaml:6:45: calls[0].deadlines[0].at",
    "reason": "day.yaml:1:1: reason",
    "same-days": "day.yaml:4:7: days",
    "first-hours": "day.yaml:4:7: days",
    "no-days": "day.yaml:1:1: days",
    "cancelled": "day.yaml:4:9: status",
    "announced": "day.yaml:7:40: history[0].replaced",
}


def test_change_that_is_impossible_is_reported_at_the_value_that_prevents_it():
    for name, (text, change, _, _) in WRONG.items():
        with pytest.raises(InvalidValueError) as error:
            files.edits(text, change, format="yaml", file="day.yaml")
        assert [f"{finding.where}: {finding.path}" for finding in error.value.findings] == [PLACES[name]]


def test_value_that_prevents_a_change_has_a_position_in_yaml_and_json():
    cases: tuple[tuple[str, files.Format, str], ...] = (
        (f"{HEAD}---\n{HEAD}status: cancelled\n".replace("day-2027", "first", 1), "yaml", ":8:9: [1].status"),
        (TOML + "status = 'cancelled'\n", "toml", ": status"),
        (
            '{"confkit": 1, "conferences": [\n{"id": "day-2027", "name": "A", "status": "cancelled"}]}',
            "json",
            ":2:43: conferences[0].status",
        ),
    )
    for text, format, place in cases:
        with pytest.raises(InvalidValueError) as error:
            files.edits(text, files.Cancel(announced=ANNOUNCED), format=format, id="day-2027", file="day")
        assert [f"{finding.where}: {finding.path}" for finding in error.value.findings] == [f"day{place}"]


def test_unknown_event_is_reported_with_the_known_ids():
    text = "---\n".join(f"confkit: 1\nid: day-{number}\nname: A\n" for number in range(1, 9))
    for id, hint in (
        (None, "give the id of one of them: day-1, day-2, day-3, day-4, day-5 and 3 more"),
        ("other", "known here: day-1, day-2, day-3, day-4, day-5 and 3 more"),
    ):
        with pytest.raises(InvalidValueError) as error:
            files.edits(text, files.Cancel(announced=ANNOUNCED), format="yaml", id=id, file="year.yaml")
        assert [(str(finding.where), finding.hint) for finding in error.value.findings] == [("year.yaml", hint)]
