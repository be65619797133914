"""Equal values are written as equal bytes, and a file is replaced as a whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import attrs
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


def test_conference_is_written_in_the_order_of_the_model_without_defaults():
    assert files.dumps(full(), format="yaml") == YAML
    assert files.loads(YAML, format="yaml") == full()


def test_catalog_is_written_as_a_document_or_as_lines():
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


def test_numbers_lose_needless_decimals_but_not_in_extra():
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


def test_suffix_decides_the_format(tmp_path: Path):
    written = ["DAY.YAML", "day.json", "day.jsonl", "day.toml", "day.yaml", "day.yml"]
    for name in written:
        files.dump(full(), tmp_path / name)
        assert files.load(tmp_path / name) == full(), name
    assert names(tmp_path) == written


def test_format_may_be_stated(tmp_path: Path):
    files.dump(full(), tmp_path / "day", format="json")
    assert files.load(tmp_path / "day", format="json") == full()
    with pytest.raises(FileError) as error:
        files.dump(full(), tmp_path / "day")
    assert [finding.code for finding in error.value.findings] == ["file.format"]
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


def test_old_file_is_kept_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "day.yaml"
    path.write_text("old", encoding="utf-8")

    def full_disk(_: int) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(FileError) as error:
        files.dump(full(), path)
    assert [finding.code for finding in error.value.findings] == ["file.unwritten"]
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["day.yaml"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the longest name is another one")
@pytest.mark.parametrize("stem", ["x" * 251, "会" * 83 + "xx"], ids=["latin", "chinese"])
def test_name_may_be_as_long_as_the_system_allows(tmp_path: Path, stem: str):
    files.dump(full(), tmp_path / f"{stem[:-1]}.yaml")
    ical.dump(full(), tmp_path / f"{stem}.ics")
    assert names(tmp_path) == sorted([f"{stem[:-1]}.yaml", f"{stem}.ics"])
    with pytest.raises(FileError, match="choose a shorter name") as error:
        ical.dump(full(), tmp_path / f"{stem}x.ics")
    assert [finding.code for finding in error.value.findings] == ["file.unwritten"]
    assert len(names(tmp_path)) == 2


def test_file_that_cannot_be_written_is_reported(tmp_path: Path):
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
        assert [finding.code for finding in error.value.findings] == [code]
    assert names(tmp_path) == ["file", "folder.yaml"]


def test_folder_without_permission_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def closed(*_: object) -> None:
        raise PermissionError(13, "closed")

    monkeypatch.setattr(os, "open", closed)
    with pytest.raises(FileError) as error:
        files.dump(full(), tmp_path / "day.yaml")
    assert [finding.code for finding in error.value.findings] == ["file.permission"]


def test_only_conferences_and_catalogs_are_written():
    with pytest.raises(UnwritableError):
        files.dumps("a", format="json")  # type: ignore[arg-type]  # what a user may try


@attrs.frozen(kw_only=True)
class Meetup(Conference):
    pizzas: int = 0
    toppings: tuple[str, ...] = attrs.field(factory=tuple)


def test_field_of_a_subclass_is_refused_unless_it_is_at_its_default():
    fields = {"id": "a", "name": "A"}
    assert files.loads(files.dumps(Meetup(**fields), format="yaml"), format="yaml") == Conference(**fields)
    for added in ({"pizzas": 3}, {"toppings": ("basil",)}):
        for value in (Meetup(**fields, **added), Catalog([Meetup(**fields, **added)])):
            with pytest.raises(UnwritableError) as error:
                files.dumps(value, format="json")
            (finding,) = error.value.findings
            assert f"{next(iter(added))}, a field that Meetup adds" in finding.message
            assert "extra" in finding.hint
