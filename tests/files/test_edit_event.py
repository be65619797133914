"""Events are rescheduled and cancelled in their files."""

from confkit import Days, Hours, Pending, files
from edits import ANNOUNCED, HEAD, TOML, sides

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


def test_change_of_an_event_changes_only_its_lines():
    for name, (change, marked) in CHANGES.items():
        before, after = (HEAD + side for side in sides(marked))
        assert files.edits(before, change, format="yaml") == after, name


def test_cancel_in_toml_adds_keys_above_the_first_table():
    change = files.Cancel(announced=ANNOUNCED)
    row = 'status = "cancelled"\nhistory = [{status = "scheduled", replaced = "2027-01-10"}]\n'
    text = TOML + "\n[series]\nid = 'days'\n"
    assert files.edits(text, change, format="toml") == TOML + row + "\n[series]\nid = 'days'\n"
