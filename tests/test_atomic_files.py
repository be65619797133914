"""Files are replaced as a whole, with their permissions, and nothing is left over."""

import os
import stat
import sys
from pathlib import Path

import pytest

from confkit import files
from confkit.errors import FileError
from edits import ANNOUNCED, HEAD

fcntl = pytest.importorskip("fcntl", reason="Windows has other locks and permissions")
resource = pytest.importorskip("resource")

CANCEL = files.Cancel(announced=ANNOUNCED)
CANCELLED = f"{HEAD}status: cancelled\nhistory:\n  - status: scheduled\n    replaced: 2027-01-10\n"


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def day(folder: Path, name: str = "day.yaml") -> Path:
    path = folder / name
    path.write_text(HEAD, encoding="utf-8")
    return path


def refused(path: Path) -> tuple[str, str]:
    """Edit a file that cannot be edited; return the file that the error names, and its code."""
    with pytest.raises(FileError) as error:
        files.edit(path, CANCEL)
    (finding,) = error.value.findings
    assert finding.hint
    return str(finding.where), finding.code


def test_temporary_file_of_a_killed_process_is_removed_by_the_next_write(tmp_path: Path):
    path = day(tmp_path)
    for number in (0, 1):
        (tmp_path / f".confkit-{number}.tmp").write_text("half", encoding="utf-8")
    files.edit(path, CANCEL)
    assert names(tmp_path) == ["day.yaml"]


def test_temporary_file_that_is_in_use_stays(tmp_path: Path):
    path = day(tmp_path)
    other = tmp_path / ".confkit-0.tmp"
    with other.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        files.edit(path, CANCEL)
    assert names(tmp_path) == [".confkit-0.tmp", "day.yaml"]
    assert path.read_text(encoding="utf-8") == CANCELLED


def test_name_of_a_temporary_file_may_be_taken(tmp_path: Path):
    path = day(tmp_path)
    (tmp_path / ".confkit-0.tmp").symlink_to(path)
    (tmp_path / ".confkit-1.tmp").mkdir()
    files.edit(path, CANCEL)
    assert names(tmp_path) == [".confkit-0.tmp", ".confkit-1.tmp", "day.yaml"]
    assert path.read_text(encoding="utf-8") == CANCELLED


def test_replaced_file_keeps_mode_owner_and_group(tmp_path: Path):
    path = day(tmp_path)
    if os.geteuid() == 0:
        os.chown(path, 12, 34)
    for mode in (0o600, 0o640, 0o664, 0o444 | stat.S_IWUSR):
        path.write_text(HEAD, encoding="utf-8")
        path.chmod(mode)
        before = path.stat()
        files.edit(path, CANCEL)
        after = path.stat()
        assert stat.S_IMODE(after.st_mode) == mode
        assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)


def test_new_file_has_the_mode_that_the_umask_allows(tmp_path: Path):
    old = os.umask(0o027)
    try:
        files.dump(files.example(), tmp_path / "day.yaml")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "day.yaml").stat().st_mode) == 0o640


def test_file_with_several_names_is_not_edited(tmp_path: Path):
    path = day(tmp_path)
    (tmp_path / "other.yaml").hardlink_to(path)
    assert refused(path) == (str(path), "file.links")
    assert path.read_text(encoding="utf-8") == HEAD
    assert path.stat().st_nlink == 2


def test_edit_through_a_symbolic_link_changes_its_target(tmp_path: Path):
    target, link = day(tmp_path), tmp_path / "link.yaml"
    link.symlink_to("day.yaml")
    files.edit(link, CANCEL)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == CANCELLED


def test_file_that_cannot_be_edited_is_named_with_the_reason(tmp_path: Path):
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    long = f"{'x' * 300}.yaml"
    for name, code in (
        ("none.yaml", "file.missing"),
        ("pipe.yaml/day.yaml", "file.missing"),
        ("folder.yaml", "file.folder"),
        ("pipe.yaml", "file.device"),
        ("loop.yaml", "file.unreadable"),
        (long, "file.unreadable"),
        ("nul\0.yaml", "file.unreadable"),
    ):
        assert refused(tmp_path / name) == (str(tmp_path / name), code)
    for name in ("loop.yaml", long):
        for use in (files.load, files.load_catalog, lambda path: files.dump(files.example(), path)):
            with pytest.raises(FileError) as error:
                use(tmp_path / name)
            assert [str(finding.where) for finding in error.value.findings] == [str(tmp_path / name)]
    assert names(tmp_path) == ["folder.yaml", "loop.yaml", "pipe.yaml"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems end the process")
def test_file_is_as_it_was_when_it_cannot_grow(tmp_path: Path):
    path = day(tmp_path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(HEAD) + 1, limits[1]))
    try:
        assert refused(path) == (str(path), "file.unwritten")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_text(encoding="utf-8") == HEAD
    assert names(tmp_path) == ["day.yaml"]
