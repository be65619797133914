"""One event of several is changed, in a text or in a file."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from confkit import Pending, files
from confkit.errors import ConfkitError, FileError, InvalidValueError, Position
from edits import ANNOUNCED, HEAD

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
    assert [event.status for event in files.loads_catalog(after, format="toml")] == ["cancelled", "scheduled"]


def test_event_must_be_in_the_text():
    for id, hint in (
        (None, "give the id of one of them: day-2028, day-2027"),
        ("day-2026", "did you mean day-2028?"),
        ("x", "known here: day-2028, day-2027"),
    ):
        with pytest.raises(InvalidValueError) as error:
            files.edits(STREAM, files.Cancel(announced=ANNOUNCED), format="yaml", id=id)
        assert [(finding.code, finding.hint) for finding in error.value.findings] == [("edit.event", hint)]


def test_only_the_ids_of_other_documents_are_read():
    lines = ['{"confkit": 1, "id": "a", "name": 5}', "", '{"confkit": 1, "id": "b", "name": "B"}']
    changed = '{"confkit": 1, "id": "b", "name": "B", "status": "cancelled", '
    changed += '"history": [{"status": "scheduled", "replaced": "2027-01-10"}]}'
    after = files.edits("\n".join(lines), files.Cancel(announced=ANNOUNCED), format="jsonl", id="b")
    assert after == "\n".join([*lines[:2], changed])


def test_text_with_missing_or_repeated_ids_is_not_changed():
    for text, code in (
        ("confkit: 1\nconferences: [{id: a, name: A}, {id: a, name: A}]\n", "id.duplicate"),
        ("confkit: 1\nconferences: [{id: a, name: A}, {name: A}]\n", "file.missing_key"),
        ("confkit: 1\nconferences: [{id: a, name: A}, 5]\n", "file.type"),
        ("confkit: 1\nconferences: 5\n", "file.type"),
        ("5\n", "file.type"),
        ("", "file.empty"),
    ):
        with pytest.raises(FileError) as error:
            files.edits(text, files.Cancel(announced=ANNOUNCED), format="yaml", id="a")
        assert [finding.code for finding in error.value.findings] == [code]


def test_text_that_would_be_longer_than_allowed_is_not_changed():
    with pytest.raises(FileError) as error:
        files.edits(HEAD, files.Cancel(announced=ANNOUNCED), format="yaml", limits=files.Limits(max_bytes=len(HEAD)))
    assert [finding.code for finding in error.value.findings] == ["edit.refused"]


def test_edit_changes_the_file_and_returns_the_conference(tmp_path: Path):
    path = tmp_path / "day.yaml"
    path.write_bytes((HEAD + "days: 2027-05-01").replace("\n", "\r\n").encode())
    after = files.edit(path, files.Cancel(announced=ANNOUNCED))
    assert (after.status, files.load(path)) == ("cancelled", after)
    assert path.read_bytes().startswith(HEAD.replace("\n", "\r\n").encode())


def test_refused_edit_does_not_change_the_file(tmp_path: Path):
    path = tmp_path / "day.txt"
    path.write_text(HEAD + "status: cancelled\n", encoding="utf-8")
    with pytest.raises(ConfkitError):
        files.edit(path, files.Cancel(announced=ANNOUNCED), format="yaml")
    assert path.read_text(encoding="utf-8") == HEAD + "status: cancelled\n"


def test_read_only_file_is_not_changed(tmp_path: Path):
    path = tmp_path / "day.yaml"
    path.write_text(HEAD, encoding="utf-8")
    path.chmod(0o444)
    with pytest.raises(FileError) as error:
        files.edit(path, files.Cancel(announced=ANNOUNCED))
    assert [(finding.code, finding.where) for finding in error.value.findings] == [
        ("file.permission", Position(file=str(path)))
    ]
    assert (path.read_text(encoding="utf-8"), path.stat().st_mode & 0o777) == (HEAD, 0o444)


def test_text_that_cannot_be_read_is_not_changed():
    with pytest.raises(FileError) as error:
        files.edits(HEAD + "dyas: 2027\n", files.Cancel(announced=ANNOUNCED), format="yaml")
    assert [finding.code for finding in error.value.findings] == ["file.unknown_key"]


def test_byte_order_mark_of_a_file_stays(tmp_path: Path):
    json, toml = '{"confkit": 1, "id": "a", "name": "A"}', "confkit = 1\nid = 'a'\nname = 'A'\n"
    for name, text in (("day.yaml", HEAD), ("day.json", json), ("day.toml", toml)):
        (tmp_path / name).write_text("\ufeff" + text, encoding="utf-8")
        after = files.edit(tmp_path / name, files.Cancel(announced=ANNOUNCED))
        written = (tmp_path / name).read_text(encoding="utf-8")
        assert written.startswith("\ufeff" + text[:10]), name
        assert written.count("\ufeff") == 1, name
        assert files.load(tmp_path / name) == after, name
        again = files.edits("\ufeff" + text, files.Cancel(announced=ANNOUNCED), format=files_format(name))
        assert again == written, name


def files_format(name: str) -> Any:
    return name.partition(".")[2]


def test_arguments_of_wrong_types_are_refused_by_name(tmp_path: Path):
    path = tmp_path / "day.yaml"
    path.write_text(HEAD, encoding="utf-8")
    change = files.Cancel(announced=ANNOUNCED)
    for position, arguments in (
        ("path", {"path": None, "change": change}),
        ("path", {"path": 5, "change": change}),
        ("path", {"path": [path], "change": change}),
        ("path", {"path": b"day.yaml", "change": change}),
        ("change", {"path": path, "change": None}),
        ("change", {"path": path, "change": files.Cancel}),
        ("change", {"path": path, "change": {"status": "cancelled"}}),
        ("id", {"path": path, "change": change, "id": 5}),
        ("limits", {"path": path, "change": change, "limits": 5}),
        ("timeout", {"path": path, "change": change, "timeout": "long"}),
    ):
        with pytest.raises(InvalidValueError) as error:
            files.edit(**arguments)  # type: ignore[arg-type]  # what a user may try
        (finding,) = error.value.findings
        assert (finding.path, finding.code) == (position, "value.type"), arguments
        assert finding.hint, arguments
    for text in (None, 5, [HEAD]):
        with pytest.raises(InvalidValueError):
            files.edits(text, change, format="yaml")  # type: ignore[arg-type]  # what a user may try
    for format in (5, ["yaml"], "ini"):
        with pytest.raises(FileError):
            files.edit(path, change, format=format)  # type: ignore[arg-type]  # what a user may try
    assert path.read_text(encoding="utf-8") == HEAD


def test_fields_of_changes_of_wrong_types_are_refused_by_name():
    for kind, fields, name in (
        (files.Extend, {"deadline": "submission", "to": "2027-01-20", "announced": ANNOUNCED}, "to"),
        (files.Extend, {"deadline": 5, "to": Pending("tbd"), "announced": ANNOUNCED}, "deadline"),
        (files.Extend, {"deadline": "a", "call": 5, "to": Pending("tbd"), "announced": ANNOUNCED}, "call"),
        (files.Extend, {"deadline": "submission", "to": Pending("tbd"), "announced": "2027-01-20"}, "announced"),
        (files.Reschedule, {"days": "2027", "announced": ANNOUNCED}, "days"),
        (files.Reschedule, {"days": Pending("tbd"), "hours": "9", "announced": ANNOUNCED}, "hours"),
        (files.Cancel, {"announced": dt.datetime(2027, 1, 10, tzinfo=dt.UTC)}, "announced"),
        (files.Cancel, {"announced": ANNOUNCED, "reason": 5}, "reason"),
    ):
        with pytest.raises(InvalidValueError) as error:
            kind(**fields)  # type: ignore[arg-type]  # what a user may try
        assert [(finding.path, finding.code) for finding in error.value.findings] == [(name, "value.type")]
