"""A test over many cases runs all of them, and its failure names those that failed."""

import pytest

from cases import for_each


def test_for_each_runs_every_case_and_names_the_failed_ones():
    seen = []

    @for_each("text, number", {"right": ("7", 7), "wrong": ("8", 9), "no number": ("x", 0), "also right": ("42", 42)})
    def read(text, number):
        seen.append(text)
        assert int(text) == number

    with pytest.raises(ExceptionGroup, match="2 of 4 cases failed") as caught:
        read()
    assert seen == ["7", "8", "x", "42"]
    assert [error.__notes__[-1] for error in caught.value.exceptions] == ["case: wrong", "case: no number"]


def test_for_each_raises_a_single_failure_as_it_is():
    @for_each("text", ["7", "x"])
    def read(text):
        with pytest.raises(ValueError, match="x"):
            int(text)

    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE") as caught:
        read()
    assert caught.value.__notes__ == ["case: '7'"]


def test_for_each_gives_each_case_a_folder_of_its_own(tmp_path):
    @for_each("name", ["a", "b"])
    def write(name, tmp_path):
        assert list(tmp_path.iterdir()) == []
        (tmp_path / name).touch()

    write(tmp_path=tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["a", "b"]
