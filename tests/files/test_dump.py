"""Writing: the same bytes for the same value, and never half a file."""

import os
import stat
import sys
from pathlib import Path

import pytest

from confkit import Catalog, Conference, Money, Pending, Registration, Series, Text, Ticket, When, files, ical
from confkit.errors import FileError, UnwritableError
from factories import call, conference, deadline, venue

YAML = """\
confkit: 1
id: pycon-example-2027
namespace: example.org
name:
  en: PyCon Example
  zh-Hans: PyCon 示例大会
series:
  id: pycon-example
  ranks:
    core: A*
edition: 1
published: 2026-11-01
days: 2027-05-01/2027-05-03
venues:
  - name:
      en: Expo Centre
      zh-Hans: 会展中心
    timezone: Asia/Shanghai
calls:
  - id: papers
    deadlines:
      - kind: submission
        at:
          at: 2027-01-13
          raw: end of day
      - kind: notification
        at:
          pending: tbd
  - deadlines:
      - kind: submission
        at: 2027-01-12T24:00[AoE]
registration:
  tickets:
    - id: early
      price: 450.00 CNY
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def full() -> Conference:
    worded = deadline(at=When(date=When.parse("2027-01-13").date, raw="end of day"))
    return conference(
        name=Text(zh="PyCon 示例大会", en="PyCon Example"),
        series=Series(id="pycon-example", ranks={"core": "A*"}),
        edition=1,
        venues=[venue()],
        calls=[
            call(id="papers", deadlines=[worded, deadline(kind="notification", at=Pending("tbd"))]),
            call(deadlines=[deadline(at=When.parse("2027-01-12T24:00[AoE]"))]),
        ],
        registration=Registration(tickets=[Ticket(id="early", price=Money.parse("450.00 CNY"))]),
    )


def test_conference_is_written_in_the_order_of_the_model_without_what_says_nothing():
    assert files.dumps(full(), format="yaml") == YAML
    assert files.loads(YAML, format="yaml") == full()


def test_catalog_is_a_document_with_conferences_or_a_line_each():
    catalog = Catalog([conference(id="a", days=None, published=None, namespace=None), conference(id="b")])
    assert files.dumps(catalog, format="yaml").splitlines()[:4] == [
        "confkit: 1",
        "conferences:",
        "  - id: a",
        "    name: PyCon Example 2027",
    ]
    assert (
        files.dumps(catalog, format="jsonl").splitlines()[0]
        == '{"confkit": 1, "id": "a", "name": "PyCon Example 2027"}'
    )
    assert files.dumps(Catalog(), format="json") == '{\n  "confkit": 1,\n  "conferences": []\n}\n'


def test_numbers_lose_needless_decimals_but_free_data_keeps_them():
    text = (
        "confkit: 1\nid: a\nname: A\nvenues: [{geo: {latitude: 40.0, longitude: 116.25}}]\n"
        "extra: {a: 1.0, b: 1e300, c: [true, ~]}\n"
    )
    out = files.dumps(files.loads(text, format="yaml"), format="json")
    assert '"latitude": 40,' in out
    assert '"longitude": 116.25' in out
    assert '"a": 1.0,' in out
    assert '"b": 1e+300' in out
    out = files.dumps(files.loads(text, format="yaml"), format="yaml")
    assert out.endswith("  b: 1.0e+300\n  c:\n    - true\n    - null\n")


@pytest.mark.parametrize("name", ["day.yaml", "day.yml", "day.json", "day.jsonl", "day.toml", "DAY.YAML"])
def test_format_follows_the_suffix(tmp_path: Path, name: str):
    files.dump(full(), tmp_path / name)
    assert files.load(tmp_path / name) == full()
    assert names(tmp_path) == [name]


def test_format_may_be_stated(tmp_path: Path):
    files.dump(full(), tmp_path / "day", format="json")
    assert files.load(tmp_path / "day", format="json") == full()
    with pytest.raises(FileError) as error:
        files.dump(full(), tmp_path / "day")
    assert [one.code for one in error.value.findings] == ["file.format"]
    with pytest.raises(FileError):
        files.dumps(full(), format="yml")  # type: ignore[arg-type]  # what a user may type


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_permissions_and_links_stay(tmp_path: Path):
    path, link = tmp_path / "day.yaml", tmp_path / "link.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    files.dump(full(), link)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_text(encoding="utf-8") == YAML


def test_old_file_stays_whole_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "day.yaml"
    path.write_text("old", encoding="utf-8")

    def full_disk(_: int) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(FileError) as error:
        files.dump(full(), path)
    assert [one.code for one in error.value.findings] == ["file.unwritten"]
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["day.yaml"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the longest name is another one")
@pytest.mark.parametrize("stem", ["x" * 251, "会" * 83 + "xx"], ids=["latin", "chinese"])
def test_name_may_be_as_long_as_the_system_takes(tmp_path: Path, stem: str):
    files.dump(full(), tmp_path / f"{stem[:-1]}.yaml")
    ical.dump(full(), tmp_path / f"{stem}.ics")
    assert names(tmp_path) == sorted([f"{stem[:-1]}.yaml", f"{stem}.ics"])
    with pytest.raises(FileError, match="choose a shorter name") as error:
        ical.dump(full(), tmp_path / f"{stem}x.ics")
    assert [one.code for one in error.value.findings] == ["file.unwritten"]
    assert len(names(tmp_path)) == 2


def test_place_that_cannot_be_written_is_an_error_of_ours(tmp_path: Path):
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "file").touch()
    for name, code in (
        ("none/day.yaml", "file.missing"),
        ("file/day.yaml", "file.missing"),
        ("folder.yaml", "file.folder"),
        ("nul\0.yaml", "file.unwritten"),
    ):
        with pytest.raises(FileError) as error:
            files.dump(full(), tmp_path / name)
        assert [one.code for one in error.value.findings] == [code]
    assert names(tmp_path) == ["file", "folder.yaml"]


def test_closed_folder_is_an_error_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def closed(*_: object) -> None:
        raise PermissionError(13, "closed")

    monkeypatch.setattr(os, "open", closed)
    with pytest.raises(FileError) as error:
        files.dump(full(), tmp_path / "day.yaml")
    assert [one.code for one in error.value.findings] == ["file.permission"]


def test_what_no_file_can_hold_is_refused():
    with pytest.raises(UnwritableError):
        files.dumps("a", format="json")  # type: ignore[arg-type]  # what a user may try
