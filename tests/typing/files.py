"""What type checkers know about `confkit.files`; read by them, never run."""

from pathlib import Path
from typing import assert_type

from confkit import Catalog, Conference, files
from confkit.errors import Position


def reading_gives_one_class_whatever_the_format(path: Path) -> None:
    assert_type(files.load(path), Conference)
    assert_type(files.load("day.yaml", format="toml"), Conference)
    assert_type(files.loads("confkit: 1", format="yaml"), Conference)
    assert_type(files.loads(b"{}", format="json", limits=files.DOCUMENT), Conference)
    assert_type(files.load_catalog(path), Catalog)
    assert_type(files.loads_catalog("", format="jsonl"), Catalog)
    assert_type(files.example(), Conference)
    files.loads("confkit: 1")  # type: ignore[call-arg]  # text does not say its format
    files.loads("confkit: 1", format="yml")  # type: ignore[arg-type]  # that is a suffix


def writing_gives_text_or_a_file(day: Conference, catalog: Catalog, path: Path) -> None:
    assert_type(files.dumps(day, format="yaml"), str)
    assert_type(files.dumps(catalog, format="jsonl"), str)
    files.dump(day, path)
    files.dump(catalog, "events.json")


def place_is_found_in_text_or_not(text: str) -> None:
    assert_type(files.locate(text, "calls[0].id", format="yaml"), Position | None)
