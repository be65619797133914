"""Heads of documents, catalogs, and files that cannot be opened."""

import os
from pathlib import Path

import pytest

from confkit import Catalog, Text, files
from confkit.errors import ConfkitError, FileError

DAY = "confkit: 1\nid: {}\nname: A\n"


def codes(error: pytest.ExceptionInfo[FileError]) -> list[tuple[str, str]]:
    return [(one.path, one.code) for one in error.value.findings]


def found(text: str | bytes, format: files.Format = "yaml") -> list[tuple[str, str]]:
    with pytest.raises(FileError) as error:
        files.loads(text, format=format)
    return codes(error)


def found_in_catalog(path: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(FileError) as error:
        files.load_catalog(path)
    root = str(path if path.is_dir() else path.parent)
    return [(str(one.where).removeprefix(root + os.sep), one.path, one.code) for one in error.value.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
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
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)  # fmt: skip
def test_head_that_is_wrong_is_reported(text: str, expected: list[tuple[str, str]]):
    if expected:
        assert found(text) == expected
    else:
        assert files.loads(text, format="yaml").id == "a"


def test_language_holds_for_texts_that_state_none():
    text = "confkit: 1\nlanguage: zh\nid: a\nname: 会议\nsummary: {en: A}\nformats: [演讲]\n"
    day = files.loads(text, format="yaml")
    assert (day.name, day.summary, day.formats) == (Text(zh="会议"), Text(en="A"), (Text(zh="演讲"),))


def test_language_of_a_catalog_holds_for_its_conferences():
    text = "confkit: 1\nlanguage: en\nconferences:\n- {id: a, name: A}\n"
    assert [one.name for one in files.loads_catalog(text, format="yaml")] == [Text(en="A")]


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        ("confkit: 1".encode("utf-16"), "file.encoding", "day.yaml:1:1"),
        ("confkit: 1\nname: 会议".encode("gb18030"), "file.encoding", "day.yaml:2:7"),
        (b"confkit: 1\nname: a\x00b", "file.character", "day.yaml:2:8"),
        (b'confkit: 1\nname: "a\xe2\x80\xa8b"', "file.character", "day.yaml:2:9"),
        ("confkit: 1\nname: a\ufeffb".encode(), "file.character", "day.yaml:2:8"),
        (b"x" * (1 << 20) + b"x", "file.size", "day.yaml"),
    ],
)
def test_text_that_is_none_is_refused(tmp_path: Path, data: bytes, code: str, where: str):
    path = tmp_path / "day.yaml"
    path.write_bytes(data)
    with pytest.raises(FileError) as error:
        files.load(path)
    (finding,) = error.value.findings
    assert (finding.code, str(finding.where)) == (code, str(tmp_path / where))
    assert finding.hint


def test_half_a_character_in_a_string_is_refused():
    assert found("confkit: 1\nname: a\ud83d") == [("", "file.character")]


def test_line_separator_in_json_is_a_character_like_others():
    assert files.loads('{"confkit": 1, "id": "a", "name": "a\u2028b"}', format="json").name == Text.of("a\u2028b")


def test_octets_are_read_like_text():
    assert files.loads(DAY.format("a").encode(), format="yaml").id == "a"


def test_what_cannot_be_opened_is_an_error_of_ours(tmp_path: Path):
    closed = tmp_path / "closed.yaml"
    closed.touch()
    for path, code in (
        (tmp_path / "none.yaml", "file.missing"),
        (closed / "none.yaml", "file.missing"),
        (tmp_path / "nul\0.yaml", "file.unreadable"),
        (tmp_path / "day.txt", "file.format"),
        (tmp_path / "day", "file.format"),
    ):
        for read in (files.load, files.load_catalog):
            with pytest.raises(FileError) as error:
                read(path)
            assert codes(error) == [("", code)]
            assert error.value.findings[0].hint


def test_folder_is_no_file_of_one_event(tmp_path: Path):
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(FileError) as error:
        files.load(tmp_path / "folder.yaml")
    assert codes(error) == [("", "file.folder")]


def test_closed_file_is_an_error_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
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
    assert [one.id for one in files.load_catalog(tmp_path / "day.txt", format="yaml")] == ["a"]
    with pytest.raises(FileError) as error:
        files.load(tmp_path / "day.txt", format="yml")  # type: ignore[arg-type]  # what a user may type
    assert codes(error) == [("", "file.format")]


def test_suffix_may_be_in_capitals(tmp_path: Path):
    (tmp_path / "DAY.YML").write_text(DAY.format("a"), encoding="utf-8")
    assert files.load(tmp_path / "DAY.YML").id == "a"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", DAY.format("a") + "---\n" + DAY.format("b")),
        ("a.yaml", "confkit: 1\nconferences:\n- {id: a, name: A}\n- {id: b, name: A}\n"),
        ("a.jsonl", '{"confkit": 1, "id": "a", "name": "A"}\n\n{"confkit": 1, "id": "b", "name": "A"}\n'),
        ("a.json", '{"confkit": 1, "conferences": [{"id": "a", "name": "A"}, {"id": "b", "name": "A"}]}'),
        ("a.toml", 'confkit = 1\n[[conferences]]\nid = "a"\nname = "A"\n[[conferences]]\nid = "b"\nname = "A"\n'),
    ],
)
def test_catalog_is_read_from_every_form(tmp_path: Path, name: str, text: str):
    (tmp_path / name).write_text(text, encoding="utf-8")
    catalog = files.load_catalog(tmp_path / name)
    assert [one.id for one in catalog] == ["a", "b"]
    assert files.load_catalog(tmp_path) == catalog


def test_folder_is_read_in_the_order_of_its_paths(tmp_path: Path):
    for name in ("b.yaml", "a.yaml", "2027/c.yaml", "2026/d.yaml", ".hidden/e.yaml", ".f.yaml", "README.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(DAY.format(path.stem.strip(".")), encoding="utf-8")
    assert [one.id for one in files.load_catalog(tmp_path)] == ["a", "b", "d", "c"]


def test_folder_without_events_is_an_error(tmp_path: Path):
    assert found_in_catalog(tmp_path / ".") == [(str(tmp_path), "", "file.empty")]


def test_problems_of_all_files_are_reported_together(tmp_path: Path):
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


def test_id_that_stands_twice_is_reported_with_the_first():
    text = DAY.format("a") + "---\n" + DAY.format("a")
    with pytest.raises(FileError) as error:
        files.loads_catalog(text, format="yaml")
    (finding,) = error.value.findings
    assert (finding.path, finding.code, str(finding.where)) == ("[1].id", "id.duplicate", "<text>:6:5")
    assert "[0].id" in finding.message


def test_many_wrong_conferences_are_cut_short():
    text = "confkit: 1\nconferences:\n" + "- {name: A}\n" * 1200
    with pytest.raises(FileError) as error:
        files.loads_catalog(text, format="yaml")
    assert len(error.value.findings) == 1001


def test_folder_that_cannot_be_looked_into_is_an_error_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.yaml").write_text(DAY.format("a"), encoding="utf-8")

    def closed(_: object) -> object:
        raise PermissionError(13, "closed", str(tmp_path))

    monkeypatch.setattr(os, "scandir", closed)
    assert [code for _, _, code in found_in_catalog(tmp_path)] == ["file.permission"]


def test_empty_catalog_of_a_document_is_a_catalog():
    assert files.loads_catalog("confkit: 1\nconferences: []\n", format="yaml") == Catalog()


def test_error_is_what_a_caller_would_catch():
    with pytest.raises(ValueError, match="unknown key"):
        files.loads(DAY.format("a") + "nmae: A\n", format="yaml")


@pytest.mark.parametrize("text", [None, 5, ["confkit: 1"]], ids=str)
def test_loads_of_what_is_no_text_is_refused(text):
    with pytest.raises(ConfkitError) as error:
        files.loads(text, format="yaml")
    assert [one.code for one in error.value.findings] == ["value.type"]


def test_contents_of_a_file_that_cannot_be_read_reports_it():
    with pytest.raises(FileError) as error:
        files.contents("confkit: 1\nid: a\n", format="yaml")
    assert [(one.code, one.path) for one in error.value.findings] == [("file.missing_key", "name")]
