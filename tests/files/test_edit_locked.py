"""Parallel edits of one file follow one another, and none of them is lost."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from confkit import files
from confkit.errors import FileError
from edits import ANNOUNCED, HEAD

CANCEL = files.Cancel(announced=ANNOUNCED)
WORKER = """
import datetime as dt, sys
from confkit import files
from confkit.errors import ConfkitError

path, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for number in range(first, last):
    try:
        files.edit(path, files.Cancel(announced=dt.date(2027, 1, 10)), id=f"day-{number}", timeout=120)
    except ConfkitError as error:
        print(error, file=sys.stderr)
    else:
        print(f"day-{number}")
"""


def edit_in_parallel(path: Path, workers: int, edits: int) -> None:
    """Let several processes edit events of one file, and compare the edits that succeeded with the file."""
    lines = (json.dumps({"confkit": 1, "id": f"day-{number}", "name": "A"}) for number in range(workers * edits))
    path.write_text("\n".join(lines), encoding="utf-8")
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, str(path), str(worker * edits), str((worker + 1) * edits)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for worker in range(workers)
    ]
    outputs = [process.communicate() for process in processes]
    assert [errors for _, errors in outputs] == [""] * workers
    reported = {id for output, _ in outputs for id in output.split()}
    cancelled = {event.id for event in files.load_catalog(path) if event.status == "cancelled"}
    assert cancelled == reported
    assert len(reported) == workers * edits
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_edits_of_several_processes_are_all_in_the_file(tmp_path: Path):
    edit_in_parallel(tmp_path / "year.jsonl", workers=3, edits=4)


@pytest.mark.slow
def test_two_hundred_edits_of_several_processes_are_all_in_the_file(tmp_path: Path):
    edit_in_parallel(tmp_path / "year.jsonl", workers=8, edits=25)


ACTIONS: list[Callable[[], object]] = []


class CancelMeanwhile(files.Cancel):
    """A change that does something else once the file has been read; it stands for another program."""

    def __getattribute__(self, name: str) -> object:
        if name == "announced" and ACTIONS:
            ACTIONS.pop()()
        return super().__getattribute__(name)


def cancel_meanwhile(action: Callable[[], object]) -> files.Cancel:
    change = CancelMeanwhile(announced=ANNOUNCED)
    ACTIONS.append(action)
    return change


def test_edit_waits_for_the_edit_before_it(tmp_path: Path):
    path = tmp_path / "year.yaml"
    path.write_text(f"{HEAD}---\n{HEAD}".replace("day-2027", "a", 1), encoding="utf-8")
    second = threading.Thread(target=files.edit, args=(path, CANCEL), kwargs={"id": "day-2027"})

    def start() -> None:
        second.start()
        time.sleep(0.2)

    files.edit(path, cancel_meanwhile(start), id="a")
    second.join()
    assert [event.status for event in files.load_catalog(path)] == ["cancelled", "cancelled"]


def test_edit_that_waits_too_long_is_refused(tmp_path: Path):
    path = tmp_path / "day.yaml"
    path.write_text(HEAD, encoding="utf-8")
    found: list[str] = []

    def edit_too() -> None:
        with pytest.raises(FileError) as error:
            files.edit(path, CANCEL, timeout=0.05)
        found.extend(f"{finding.where}: {finding.code}" for finding in error.value.findings)

    assert files.edit(path, cancel_meanwhile(edit_too)) == files.load(path)
    assert found == [f"{path}: file.locked"]


def test_file_that_another_program_changes_meanwhile_is_not_replaced(tmp_path: Path):
    path = tmp_path / "day.yaml"
    path.write_text(HEAD, encoding="utf-8")
    change = cancel_meanwhile(lambda: path.write_text(f"{HEAD}status: tentative\n", encoding="utf-8"))
    with pytest.raises(FileError) as error:
        files.edit(path, change)
    assert [(str(finding.where), finding.code) for finding in error.value.findings] == [(str(path), "edit.changed")]
    assert path.read_text(encoding="utf-8") == f"{HEAD}status: tentative\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["day.yaml"]
