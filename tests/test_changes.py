"""What changed between two versions: kinds and paths."""

from typing import Any

import attrs
import pytest

from confkit import Catalog, Days, Hours, Online, Pending, Registration, Text, When, changes
from differences import LATER, kinds, kinds_between
from factories import call, conference, deadline

FIELDS: list[tuple[str, Any, Any, str]] = [
    ("status", "scheduled", "cancelled", "event.cancelled"),
    ("status", "scheduled", "postponed", "event.postponed"),
    ("status", "scheduled", "tentative", "event.tentative"),
    ("status", "scheduled", "moved_online", "event.moved_online"),
    ("status", "scheduled", "rescheduled", "event.rescheduled"),
    ("status", "tentative", "scheduled", "event.confirmed"),
    ("days", Days.parse("2027-05-01"), Days.parse("2027-05-08"), "event.rescheduled"),
    ("days", Pending("tbd"), Days.parse("2027-05-08"), "event.dated"),
    ("days", None, Days.parse("2027-05-08"), "event.dated"),
    ("days", Days.parse("2027-05-01"), Pending("tbd"), "event.undated"),
    ("days", Days.parse("2027-05-01"), None, "event.undated"),
    ("hours", Hours.parse("09:00-17:00"), Hours.parse("10:00-17:00"), "event.rescheduled"),
    ("hours", None, Hours.parse("10:00-17:00"), "event.hours_set"),
    ("hours", Hours.parse("09:00-17:00"), None, "event.hours_removed"),
    ("name", "PyCon", "PyCon Example", "event.renamed"),
    ("name", Text(en="PyCon"), Text(en="PyCon", zh="PyCon 大会"), "text.translated"),
    ("summary", None, "A day.", "text.added"),
    ("summary", "A day.", None, "text.removed"),
    ("summary", Text(en="A day."), Text(en="One day.", zh="一天。"), "text.reworded"),
    ("summary", Text(en="A day."), Text(en="A day.", zh="一天。"), "text.translated"),
    ("online", None, Online(), "online.added"),
    ("online", Online(), Online(platform="Zoom"), "online.changed"),
    ("online", Online(), None, "online.removed"),
    ("registration", None, Registration(), "registration.added"),
    ("registration", Registration(), None, "registration.removed"),
    ("edition", 1, 2, "field.changed"),
    ("languages", ["en"], ["en", "zh"], "field.changed"),
    ("extra", {}, {"seats": 300}, "field.changed"),
    ("namespace", "example.org", None, "field.removed"),
]


def test_kind_of_a_changed_field() -> None:
    for field, old, new, kind in FIELDS:
        assert kinds_between({field: old}, {field: new}) == [(kind, field)], (old, new)


DATES = [
    ("2027-01-13", "2027-01-20", "deadline.extended"),
    ("2027-01-13", "2027-01-06", "deadline.brought_forward"),
    ("2027-01-13", "2027-01-13T23:59[AoE]", "deadline.restated"),
    ("2027-01-13", "2027-01", "deadline.restated"),
    ("2027-01-13T23:59[AoE]", "2027-01-14T19:59+08:00", "deadline.restated"),
    ("2027-01-13", "2027-01-13T24:00[Asia/Shanghai]", "deadline.restated"),
    ("2027-01-13", "2027-01-14T09:00Z", "deadline.extended"),
    ("2027-01-14", "2027-01-13T18:00Z", "deadline.brought_forward"),
    ("tbd", "2027-01-13", "deadline.set"),
    ("2027-01-13", "tbd", "deadline.withdrawn"),
    ("2027-01-13", "cancelled", "deadline.cancelled"),
    ("tbd", "cancelled", "deadline.cancelled"),
    ("tbd", "rolling", "deadline.changed"),
]


def test_kind_of_a_moved_deadline_follows_from_the_instants_that_its_dates_can_mean() -> None:
    for old, new, kind in DATES:
        before, after = (
            call(deadlines=[deadline(at=Pending(at) if at.isalpha() else When.parse(at))]) for at in (old, new)
        )
        found = kinds_between({"calls": [before]}, {"calls": [after]})
        assert (old, new, found) == (old, new, [(kind, "calls[0].deadlines[0].at")])


def test_date_that_does_not_close_anything_is_moved() -> None:
    for kind in ("notification", "rebuttal_start"):
        before, after = (call(deadlines=[deadline(kind=kind, at=at)]) for at in (When.parse("2027-01-13"), LATER))
        found = kinds_between({"calls": [before]}, {"calls": [after]})
        assert (kind, found) == (kind, [("deadline.moved", "calls[0].deadlines[0].at")])


def test_milestones_and_registration_move_as_deadlines_do() -> None:
    before = conference(
        milestones=[deadline(kind="travel_grant")],
        registration=Registration(opens=When.parse("2027-02-01"), closes=When.parse("2027-04-01")),
    )
    after = conference(
        milestones=[deadline(kind="travel_grant", at=LATER)],
        registration=Registration(opens=When.parse("2027-02-02"), closes=When.parse("2027-04-02")),
    )
    assert kinds(before, after) == [
        ("milestone.extended", "milestones[0].at"),
        ("registration.moved", "registration.opens"),
        ("registration.extended", "registration.closes"),
    ]


def test_changes_of_a_catalog_are_those_of_its_events() -> None:
    a, b, c = (conference(id=name) for name in "abc")
    moved = conference(id="a", status="rescheduled", days=Days.parse("2027-06-01"))
    found = changes.diff(Catalog([a, b]), Catalog([c, moved]))
    assert [(change.kind, change.old_path, change.new_path, change.explained_by) for change in found] == [
        ("event.added", None, "conferences[0]", ()),
        ("event.rescheduled", "conferences[0].days", "conferences[1].days", ("conferences[1].status",)),
        ("event.removed", "conferences[1]", None, ()),
    ]
    named = changes.diff(Catalog([a]), Catalog([attrs.evolve(a, edition=2)]))
    assert [(change.old_path, change.new_path) for change in named] == [(None, "conferences[0].edition")]
    assert [change.kind for change in changes.diff(Catalog([a, b]), Catalog([b, a]))] == ["order.changed"]


def test_diff_of_a_conference_and_a_catalog_is_refused() -> None:
    with pytest.raises(ValueError, match="only two conferences, or two catalogs, can be compared"):
        changes.diff(conference(), Catalog([]))  # type: ignore[type-var]


def test_change_without_paths_has_an_empty_path() -> None:
    assert changes.Change(kind="field.changed").path == ""
