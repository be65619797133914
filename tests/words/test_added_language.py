"""French, added to a copy of the package by two files below `confkit/words`."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import confkit

HERE = Path(__file__).parent / "french"
TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def french(tmp_path_factory):
    """The output of `speak.py` with a confkit to which French was added."""
    folder = tmp_path_factory.mktemp("package")
    package = folder / "confkit"
    shutil.copytree(Path(confkit.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HERE / "fr.py", package / "words" / "_languages")
    shutil.copy(HERE / "fr.po", package / "words" / "locale")
    path = os.pathsep.join([str(folder), str(TESTS)])
    ran = subprocess.run(  # a script of this test
        [sys.executable, HERE / "speak.py"],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    return json.loads(ran.stdout)


def test_two_files_add_a_language(french):
    assert french["languages"] == ["en", "en-GB", "fr", "zh-Hans", "zh-Hant"]
    assert french["named"] == "fr"


def test_added_language_has_the_same_facts(french):
    here, there = french["facts"]
    assert here == there


def test_added_language_passes_the_checks_of_texts(french):
    found = {gate: french[gate] for gate in ("unwanted", "nested", "unlabelled", "missing")}
    assert found == {"unwanted": [], "nested": [], "unlabelled": [], "missing": []}


def test_added_language_has_no_english_words(french):
    assert french["english left"] == ["Contact", "Date", "Description", "Distance", "Image"]


def test_added_language_has_its_own_plurals_and_numbers(french):
    assert french["counts"] == ["il reste 0 jour", "il reste 1 jour", "il reste 2 jours"]
    assert french["price"] == "1 450,5"


def test_added_language_prints_the_golden_files(french):
    for layout in ("text", "line", "chat"):
        golden = (HERE / f"{layout}.txt").read_text(encoding="utf-8")
        assert french["printed"][layout].rstrip("\n") == golden.rstrip("\n"), layout
