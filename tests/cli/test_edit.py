"""The commands that change a file in place."""

from pathlib import Path

import pytest

from cli.commands import in_terminal, message, run
from confkit import Pending, Text, files

DAY = """\
confkit: 1
id: day-2027
name: A Day  # for now
days: 2027-05-01
calls:
  - deadlines: [{kind: submission, at: 2027-01-13}]
milestones:
  - {kind: travel_grant, at: 2027-02-01}
"""
ANNOUNCED = ("--announced", "2027-01-10")


@pytest.fixture(autouse=True)
def event_file(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY, encoding="utf-8")


def test_extend_changes_the_file_and_prints_the_next_commands(folder: Path):
    done = run("extend", "day.yaml", "talks", "submission", "2027-01-20", *ANNOUNCED, "--reason", "many requests")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "day.yaml: talks submission moves from 2027-01-13 to 2027-01-20, announced 2027-01-10",
        "    next: confkit show day.yaml; confkit ics day.yaml -o day.ics",
    ]
    row = "{at: 2027-01-13, replaced: 2027-01-10, reason: many requests}"
    new = f"{{kind: submission, at: 2027-01-20, announced: 2027-01-10, history: [{row}]}}"
    assert (folder / "day.yaml").read_text() == DAY.replace("{kind: submission, at: 2027-01-13}", new)


def test_extended_deadline_changes_one_entry_of_the_calendar():
    run("example", "-o", "day.yaml")
    before = run("ics", "day.yaml").stdout.split("BEGIN:VEVENT")
    run("extend", "day.yaml", "talks", "submission", "2025-04-20", "--announced", "2025-04-12")
    after = run("ics", "day.yaml").stdout.split("BEGIN:VEVENT")
    assert [old == new for old, new in zip(before, after, strict=True)].count(False) == 1


def test_extend_takes_a_milestone(folder: Path):
    done = run("extend", "day.yaml", "-", "travel_grant", "2027-02-08", *ANNOUNCED)
    assert done.stdout.startswith("day.yaml: travel_grant moves from 2027-02-01 to 2027-02-08, ")
    assert str(files.load(folder / "day.yaml").milestones[0].at) == "2027-02-08"


def test_extend_takes_a_date_that_is_pending(folder: Path):
    done = run("extend", "day.yaml", "talks", "submission", "rolling", *ANNOUNCED)
    assert done.stdout.startswith("day.yaml: talks submission moves from 2027-01-13 to rolling, ")
    assert files.load(folder / "day.yaml").calls[0].deadlines[0].at == Pending("rolling")


REASONS: dict[tuple[str, ...], Text | None] = {
    ("a=b, as ever",): Text.of("a=b, as ever"),
    ("en=many requests", "zh-TW=應大家要求"): Text({"en": "many requests", "zh-Hant": "應大家要求"}),
    ("zh=应大家要求",): Text(zh="应大家要求"),
    (): None,
}


def test_extend_takes_reasons_with_and_without_languages(folder: Path):
    for values, reason in REASONS.items():
        (folder / "day.yaml").write_text(DAY, encoding="utf-8")
        options = [part for value in values for part in ("--reason", value)]
        assert run("extend", "day.yaml", "talks", "submission", "2027-01-20", *ANNOUNCED, *options).exit_code == 0
        assert files.load(folder / "day.yaml").calls[0].deadlines[0].history[0].reason == reason


def test_reschedule_takes_days_and_hours(folder: Path):
    done = run("reschedule", "day.yaml", "2027-06-01/2027-06-02", *ANNOUNCED, "--hours", "09:00-18:00")
    assert done.stdout.startswith("day.yaml: rescheduled, 2027-06-01/2027-06-02, 09:00-18:00, announced 2027-01-10\n")
    after = files.load(folder / "day.yaml")
    assert (str(after.days), str(after.hours)) == ("2027-06-01/2027-06-02", "09:00-18:00")


def test_reschedule_to_tbd_postpones_the_event(folder: Path):
    assert run("reschedule", "day.yaml", "tbd", *ANNOUNCED).stdout.startswith("day.yaml: postponed, tbd, ")
    assert files.load(folder / "day.yaml").status == "postponed"


def test_cancel_takes_one_event_of_several(folder: Path):
    (folder / "our year.yaml").write_text(f"{DAY}---\n{DAY.replace('day-2027', 'day-2028')}", encoding="utf-8")
    done = run("cancel", "our year.yaml", "--event", "day-2028", *ANNOUNCED)
    assert done.stdout.splitlines() == [
        "our year.yaml: cancelled, announced 2027-01-10",
        "    next: confkit check 'our year.yaml'",
    ]
    assert [one.status for one in files.load_catalog(folder / "our year.yaml")] == ["scheduled", "cancelled"]


def test_dry_run_prints_a_patch_and_leaves_the_file(folder: Path):
    patch = (
        "--- day.yaml\n+++ day.yaml\n@@ -6,4 +6,7 @@\n"
        "   - deadlines: [{kind: submission, at: 2027-01-13}]<\n milestones:<\n"
        "   - {kind: travel_grant, at: 2027-02-01}<\n"
        "-status: tentative\n\\ No newline at end of file\n"
        "+status: cancelled<\n+history:<\n+  - status: tentative<\n+    replaced: 2027-01-10\n"
        "\\ No newline at end of file\n"
    )
    for ends in ("\n", "\r\n"):
        text = (DAY.rstrip() + "\nstatus: tentative").replace("\n", ends)
        (folder / "day.yaml").write_bytes(text.encode())
        done = run("cancel", "day.yaml", *ANNOUNCED, "--dry-run")
        assert (done.exit_code, done.stdout_bytes.decode()) == (0, patch.replace("<\n", ends))
        assert (folder / "day.yaml").read_bytes() == text.encode()


def test_dry_run_is_coloured_and_escaped_in_a_terminal(folder: Path):
    pytest.importorskip("termios")  # Windows has no such terminals
    (folder / "day.yaml").write_text(DAY.replace("for now", "for \u202enow"), encoding="utf-8")
    printed = in_terminal("stdout", "cancel", "day.yaml", *ANNOUNCED, "--dry-run")
    assert "\x1b[32m+status: cancelled" in printed
    assert "\x1b[31m--- day.yaml" in printed
    assert "\x1b[36m@@ " in printed
    assert "\u202e" not in printed


WRONG_USE = {
    "call": (("extend", "day.yaml", "talk", "submission", "2027-02", *ANNOUNCED), "did you mean talks?"),
    "deadline": (("extend", "day.yaml", "talks", "submision", "2027-02", *ANNOUNCED), "did you mean submission?"),
    "milestone": (("extend", "day.yaml", "-", "submission", "2027-02", *ANNOUNCED), "known here: travel_grant"),
    "event": (("cancel", "day.yaml", "--event", "day-2026", *ANNOUNCED), "did you mean day-2027?"),
    "date": (("extend", "day.yaml", "talks", "submission", "soon", *ANNOUNCED), "(soon)"),
    "pending": (("extend", "day.yaml", "talks", "submission", "TBD", *ANNOUNCED), "TBD is not a date; write tbd."),
    "pending-days": (("reschedule", "day.yaml", "tba", *ANNOUNCED), "tba is not a date; write tbd."),
    "days": (("reschedule", "day.yaml", "soon", *ANNOUNCED), "(soon)"),
    "announced": (("cancel", "day.yaml", "--announced", "20270110"), "20270110 is not a day"),
    "no-such-day": (("cancel", "day.yaml", "--announced", "2027-02-30"), "2027-02-30 is not a day"),
    "no-announced": (("cancel", "day.yaml"), "--announced"),
    "reasons": (("cancel", "day.yaml", *ANNOUNCED, "--reason", "a", "--reason", "en=b"), "another language"),
    "reason-twice": (("cancel", "day.yaml", *ANNOUNCED, "--reason", "en=a", "--reason", "en=b"), "another language"),
    "reason-empty": (("cancel", "day.yaml", *ANNOUNCED, "--reason", "en="), "must be a string that is not empty"),
    "standard-input": (("cancel", "-", *ANNOUNCED), "standard input cannot be changed: name a file."),
    "missing-file": (("cancel", "nowhere.yaml", *ANNOUNCED), "nowhere.yaml cannot be read"),
}


def test_wrong_use_ends_with_2_and_a_message_and_leaves_the_file(folder: Path):
    for name, (arguments, expected) in WRONG_USE.items():
        done = run(*arguments)
        assert (name, done.exit_code) == (name, 2)
        assert expected in message(done)
        assert (folder / "day.yaml").read_text() == DAY, name


REFUSED = {
    "same": (
        DAY,
        ("extend", "day.yaml", "talks", "submission", "2027-01-13", *ANNOUNCED),
        "day.yaml:6:40: error: calls[0].deadlines[0].at: the date stays the same (2027-01-13) [deadline.same]\n",
    ),
    "same-days": (
        "confkit: 1\nid: a\nname: A\ndays: {pending: tbd}\n",
        ("reschedule", "day.yaml", "tbd", *ANNOUNCED),
        "day.yaml:4:7: error: days: the event has these days already (tbd) [edit.same]\n    give other days\n",
    ),
    "repeated": (
        "confkit: 1\nid: a\nname: A\ncalls: &all\n- {deadlines: [{kind: submission, at: 2027}]}\nextra: {x: *all}\n",
        ("extend", "day.yaml", "talks", "submission", "2027-01-13", *ANNOUNCED),
        "day.yaml:5:1: error: calls[0].deadlines[0]: an alias repeats this value elsewhere",
    ),
    "unreadable": ("confkit: 1\nid: A\nname: A\n", ("cancel", "day.yaml", *ANNOUNCED), "day.yaml:2:5: error: id: "),
}


def test_edit_that_is_refused_ends_with_1_and_leaves_the_file(folder: Path):
    for name, (text, arguments, expected) in REFUSED.items():
        (folder / "day.yaml").write_text(text, encoding="utf-8")
        for option in ((), ("--dry-run",)):
            done = run(*arguments, *option)
            assert (name, option, done.exit_code, done.stdout) == (name, option, 1, "")
            assert expected in done.stderr
        assert (folder / "day.yaml").read_text() == text, name


def test_extend_warns_of_parts_that_the_new_date_does_not_state(folder: Path):
    (folder / "day.yaml").write_text(DAY.replace("at: 2027-01-13", 'at: "2027-01-13T23:59[AoE]"'), encoding="utf-8")
    order = ("extend", "day.yaml", "talks", "submission", "2027-01-20", *ANNOUNCED)
    for done in (run(*order, "--dry-run"), run(*order)):
        assert done.exit_code == 0
        assert [line.rpartition("[")[2] for line in done.stderr.splitlines() if "warning" in line] == [
            "deadline.no-hour]",
            "deadline.no-zone]",
        ]
    assert run("extend", "day.yaml", "talks", "submission", "2027-01-27", "--announced", "2027-01-12").stderr == ""


def test_reschedule_warns_of_venue_days_outside_the_new_days(folder: Path):
    (folder / "day.yaml").write_text(f"{DAY}venues: [{{name: Hall, days: 2027-05-01}}]\n", encoding="utf-8")
    done = run("reschedule", "day.yaml", "2027-05-08", *ANNOUNCED)
    assert "venues[0].days: outside the days of the event, 2027-05-08 (2027-05-01) [venue.days-outside]" in done.stderr


def test_reschedule_of_a_cancelled_event_says_that_it_is_no_longer_cancelled():
    run("cancel", "day.yaml", *ANNOUNCED)
    done = run("reschedule", "day.yaml", "2027-05-08", "--announced", "2027-01-11")
    assert done.stdout.startswith("day.yaml: no longer cancelled: rescheduled, 2027-05-08, ")
