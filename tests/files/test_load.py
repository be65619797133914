"""Documents and catalogs, their encodings, and files that cannot be opened."""

import os
from pathlib import Path
from typing import Any

import pytest

from confkit import Catalog, Text, files
from confkit.errors import ConfkitError, FileError

DAY = "confkit: 1\nid: {}\nname: A\n"


def codes(error: pytest.ExceptionInfo[FileError]) -> list[tuple[str, str]]:
    return [(finding.path, finding.code) for finding in error.value.findings]


def found(text: str | bytes, format: files.Format = "yaml") -> list[tuple[str, str]]:
    with pytest.raises(FileError) as error:
        files.loads(text, format=format)
    return codes(error)


def found_in_catalog(path: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(FileError) as error:
        files.load_catalog(path)
    root = str(path if path.is_dir() else path.parent)
    return [
        (str(finding.where).removeprefix(root + os.sep), finding.path, finding.code) for finding in error.value.findings
    ]


DOCUMENTS = [
    ("", [("", "file.empty")]),
    ("# nothing\n", [("", "file.empty")]),
    ("---\n", [("", "file.type")]),
    ("- a\n", [("", "file.type")]),
    ("just words\n", [("", "file.type")]),
    ("id: a\nname: A\n", [("confkit", "file.version")]),
    ("confkit: 2\nwhatever: it means\n", [("confkit", "file.version")]),
    ("confkit: '1'\nid: a\nname: A\n", [("confkit", "file.type")]),
    ("confkit:\nid: a\nname: A\n", [("confkit", "file.type")]),
    ("confkit: 1\nid: a\nname: A\nlanguage: english words\n", [("language", "text.language")]),
    ("confkit: 1\nid: a\nname: A\nlanguage: [en]\n", [("language", "file.type")]),
    ("confkit: 1\nid: a\nname: A\nlanguage:\n", [("language", "file.type")]),
    (DAY.format("a") + "---\n" + DAY.format("b"), [("", "file.catalog")]),
    ("confkit: 1\nconferences: [{id: a, name: A}]\n", []),
    ("confkit: 1\nconferences: []\n", [("", "file.catalog")]),
    ("confkit: 1\nconferences: {id: a}\n", [("conferences", "file.type")]),
    ("confkit: 1\nconferences: [{id: a}]\nname: A\n",
     [("conferences[0].name", "file.missing_key"), ("name", "file.unknown_key")]),
]  # fmt: skip


def test_wrong_document_is_reported():
    for text, expected in DOCUMENTS:
        if expected:
            assert found(text) == expected, text
        else:
            assert files.loads(text, format="yaml").id == "a", text


def test_empty_file_is_reported():
    for format in ("yaml", "json", "jsonl"):
        for text in ("", " \n"):
            assert found(text, format) == [("", "file.empty")], (format, text)


def test_language_of_a_document_is_that_of_texts_without_a_tag():
    text = "confkit: 1\nlanguage: zh\nid: a\nname: 会议\nsummary: {en: A}\nformats: [演讲]\n"
    day = files.loads(text, format="yaml")
    assert (day.name, day.summary, day.formats) == (Text(zh="会议"), Text(en="A"), (Text(zh="演讲"),))


def test_language_of_a_catalog_is_that_of_its_conferences():
    text = "confkit: 1\nlanguage: en\nconferences:\n- {id: a, name: A}\n"
    assert [conference.name for conference in files.loads_catalog(text, format="yaml")] == [Text(en="A")]


UNREADABLE = [
    ("confkit: 1\nname: 会议".encode("gb18030"), "file.encoding", "day.yaml:2:7"),
    (b"confkit: 1\nname: a\x00b", "file.character", "day.yaml:2:8"),
    (b'confkit: 1\nname: "a\xe2\x80\xa8b"', "file.character", "day.yaml:2:9"),
    ("confkit: 1\nname: a\ufeffb".encode(), "file.character", "day.yaml:2:8"),
    (b"x" * (1 << 20) + b"x", "file.size", "day.yaml"),
]


def test_unreadable_text_is_refused(tmp_path: Path):
    path = tmp_path / "day.yaml"
    for data, code, where in UNREADABLE:
        path.write_bytes(data)
        with pytest.raises(FileError) as error:
            files.load(path)
        (finding,) = error.value.findings
        assert (finding.code, str(finding.where)) == (code, str(tmp_path / where)), data[:40]
        assert finding.hint, data[:40]


def test_byte_order_mark_is_read_in_every_format_and_is_in_no_position():
    for format in ("yaml", "json", "jsonl", "toml"):
        text = files.dumps(files.example(), format=format)
        place = files.locate(text, "name", format=format)
        for marked in (f"\ufeff{text}", f"\ufeff{text}".encode()):
            assert files.loads(marked, format=format) == files.example(), format
            assert files.locate(marked, "name", format=format) == place, format
    assert found(b"\xef\xbb\xbfconfkit: 1\nid: a\nname: \xff") == [("", "file.encoding")]


def test_utf_16_and_utf_32_are_refused_by_name():
    text = "confkit: 1\nid: a\nname: A\n"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
        with pytest.raises(FileError) as error:
            files.loads(text.encode(encoding), format="yaml", file="day.yaml")
        (finding,) = error.value.findings
        name = encoding[:6].upper()
        assert (finding.message, str(finding.where)) == (f"the file is {name}, and must be UTF-8", "day.yaml:1:1")
        assert "Out-File -Encoding utf8" in finding.hint, encoding


def test_lone_surrogate_is_refused():
    assert found("confkit: 1\nname: a\ud83d") == [("", "file.character")]


def test_line_separator_is_read_in_json():
    assert files.loads('{"confkit": 1, "id": "a", "name": "a\u2028b"}', format="json").name == Text.of("a\u2028b")


def test_bytes_are_read_like_text():
    assert files.loads(DAY.format("a").encode(), format="yaml").id == "a"


def test_file_that_cannot_be_opened_is_reported(tmp_path: Path):
    closed = tmp_path / "closed.yaml"
    closed.touch()
    for path, code in (
        (tmp_path / "none.yaml", "file.missing"),
        (closed / "none.yaml", "file.missing"),
        (tmp_path / "nul\0.yaml", "file.unreadable"),
        (tmp_path / f"{'x' * 5000}.yaml", "file.unreadable"),
        (tmp_path / "day.txt", "file.format"),
        (tmp_path / "day", "file.format"),
    ):
        for read in (files.load, files.load_catalog):
            with pytest.raises(FileError) as error:
                read(path)
            assert codes(error) == [("", code)]
            assert error.value.findings[0].hint


@pytest.mark.skipif(os.name == "nt", reason="links need a permission there")
def test_link_to_itself_is_reported(tmp_path: Path):
    link = tmp_path / "events" / "link.yaml"
    link.parent.mkdir()
    link.symlink_to(link)
    for read, path in ((files.load, link), (files.load_catalog, link), (files.load_catalog, link.parent)):
        with pytest.raises(FileError) as error:
            read(path)
        assert [(finding.code, finding.where.file) for finding in error.value.findings] == [
            ("file.unreadable", str(link))
        ]


def test_folder_is_refused_where_one_file_is_expected(tmp_path: Path):
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(FileError) as error:
        files.load(tmp_path / "folder.yaml")
    assert codes(error) == [("", "file.folder")]
    with pytest.raises(FileError) as error:
        files.load(tmp_path)
    assert codes(error) == [("", "file.folder")]


def test_file_without_permission_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def closed(*_: object) -> None:
        raise PermissionError(13, "closed")

    (tmp_path / "closed.yaml").touch()
    monkeypatch.setattr(Path, "open", closed)
    with pytest.raises(FileError) as error:
        files.load(tmp_path / "closed.yaml")
    assert codes(error) == [("", "file.permission")]


def test_format_may_be_stated(tmp_path: Path):
    (tmp_path / "day.txt").write_text(DAY.format("a"), encoding="utf-8")
    assert files.load(tmp_path / "day.txt", format="yaml").id == "a"
    assert [conference.id for conference in files.load_catalog(tmp_path / "day.txt", format="yaml")] == ["a"]
    with pytest.raises(FileError) as error:
        files.load(tmp_path / "day.txt", format="yml")  # type: ignore[arg-type]  # what a user may type
    assert codes(error) == [("", "file.format")]


def test_suffix_may_be_in_capitals(tmp_path: Path):
    (tmp_path / "DAY.YML").write_text(DAY.format("a"), encoding="utf-8")
    assert files.load(tmp_path / "DAY.YML").id == "a"


CATALOGS = [
    ("a.yaml", DAY.format("a") + "---\n" + DAY.format("b")),
    ("a.yaml", "confkit: 1\nconferences:\n- {id: a, name: A}\n- {id: b, name: A}\n"),
    ("a.jsonl", '{"confkit": 1, "id": "a", "name": "A"}\n\n{"confkit": 1, "id": "b", "name": "A"}\n'),
    ("a.json", '{"confkit": 1, "conferences": [{"id": "a", "name": "A"}, {"id": "b", "name": "A"}]}'),
    ("a.toml", 'confkit = 1\n[[conferences]]\nid = "a"\nname = "A"\n[[conferences]]\nid = "b"\nname = "A"\n'),
]


def test_catalog_is_read_from_every_form(tmp_path: Path):
    for number, (name, text) in enumerate(CATALOGS):
        path = tmp_path / str(number) / name
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        catalog = files.load_catalog(path)
        assert [conference.id for conference in catalog] == ["a", "b"], text
        assert files.load_catalog(path.parent) == catalog, text


def test_folder_is_read_in_the_order_of_its_paths(tmp_path: Path):
    for name in ("b.yaml", "a.yaml", "2027/c.yaml", "2026/d.yaml", ".hidden/e.yaml", ".f.yaml", "README.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(DAY.format(path.stem.strip(".")), encoding="utf-8")
    assert [conference.id for conference in files.load_catalog(tmp_path)] == ["a", "b", "d", "c"]


def test_folder_without_events_is_an_error(tmp_path: Path):
    assert found_in_catalog(tmp_path / ".") == [(str(tmp_path), "", "file.empty")]


def test_mistakes_of_all_files_are_reported_together(tmp_path: Path):
    (tmp_path / "a.yaml").write_text(DAY.format("a") + "edition: 0\n---\n" + DAY.format("b"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text("name: [", encoding="utf-8")
    (tmp_path / "c.json").write_bytes(b"\xff")
    (tmp_path / "d.json").write_text('{"confkit": 1, "conferences": [{"id": "b", "name": "B"}]}', encoding="utf-8")
    (tmp_path / "e.toml").write_text('confkit = 1\nid = "b"\nname = 5', encoding="utf-8")
    assert found_in_catalog(tmp_path) == [
        ("a.yaml:4:10", "[0].edition", "edition.range"),
        ("b.yaml:1:8", "", "file.syntax"),
        ("c.json:1:1", "", "file.encoding"),
        ("d.json:1:39", "conferences[0].id", "id.duplicate"),
        ("e.toml", "name", "file.type"),
    ]


def test_duplicate_id_is_reported_with_the_first():
    text = DAY.format("a") + "---\n" + DAY.format("a")
    with pytest.raises(FileError) as error:
        files.loads_catalog(text, format="yaml")
    (finding,) = error.value.findings
    assert (finding.path, finding.code, str(finding.where)) == ("[1].id", "id.duplicate", "<text>:6:5")
    assert "[0].id" in finding.message


def test_findings_on_conferences_end_after_a_thousand():
    text = "confkit: 1\nconferences:\n" + "- {name: A}\n" * 1200
    with pytest.raises(FileError) as error:
        files.loads_catalog(text, format="yaml")
    assert len(error.value.findings) == 1001


def test_folder_without_permission_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.yaml").write_text(DAY.format("a"), encoding="utf-8")

    def closed(_: object) -> object:
        raise PermissionError(13, "closed", str(tmp_path))

    monkeypatch.setattr(os, "scandir", closed)
    assert [code for _, _, code in found_in_catalog(tmp_path)] == ["file.permission"]


def test_catalog_may_be_empty():
    assert files.loads_catalog("confkit: 1\nconferences: []\n", format="yaml") == Catalog()


def test_error_is_a_value_error():
    with pytest.raises(ValueError, match="unknown key"):
        files.loads(DAY.format("a") + "nmae: A\n", format="yaml")


def test_argument_of_a_wrong_type_is_refused():
    text = "confkit: 1\nid: a\nname: A\n"
    calls: list[Any] = [
        lambda value: files.loads(value, format="yaml"),
        lambda value: files.loads_catalog(value, format="yaml"),
        lambda value: files.contents(value, format="yaml"),
        lambda value: files.locate(value, "id", format="yaml"),
        lambda value: files.locate(text, value, format="yaml"),
        lambda value: files.located(value, text, format="yaml"),
        lambda value: files.located([value], text, format="yaml"),
        lambda value: files.loads(text, format=value),
        lambda value: files.loads(text, format="yaml", limits=value),
        lambda value: files.load("day.yaml", limits=value),
        lambda value: files.dumps(files.example(), format=value),
        files.load,
        files.load_catalog,
        lambda value: files.load(value, format="yaml"),
        lambda value: files.dump(files.example(), value),
        lambda value: files.dumps(value, format="yaml"),
    ]
    for number, call in enumerate(calls):
        for value in (None, 5, 1.5, True, ["confkit: 1"], object()):
            with pytest.raises(ConfkitError) as error:
                call(value)
            assert error.value.findings[0].hint, (number, value)
    with pytest.raises(ConfkitError, match="path: must be text, not bytes"):
        files.load(PathOfBytes())
    with pytest.raises(ConfkitError, match="file: must be text, not int"):
        files.loads(text, format="yaml", file=5)


class PathOfBytes:
    def __fspath__(self) -> bytes:
        return b"day.yaml"


def test_contents_reports_the_findings_of_the_text():
    with pytest.raises(FileError) as error:
        files.contents("confkit: 1\nid: a\n", format="yaml")
    assert [(finding.code, finding.path) for finding in error.value.findings] == [("file.missing_key", "name")]
