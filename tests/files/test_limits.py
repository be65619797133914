"""Hostile input costs little and ends in an error that names the limit."""

import time
import tracemalloc
from pathlib import Path

import pytest

from confkit import files
from confkit.errors import FileError, InvalidValueError

DEEP = 10_000

HOSTILE: dict[str, tuple[files.Format, str, str]] = {
    "bomb": (
        "yaml",
        "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 13)),
        "file.expansion",
    ),
    "bomb of text": ("yaml", "a: &a " + "x" * 90_000 + "\nb: [" + "*a," * 1000 + "]", "file.expansion"),
    "bomb of depth": (
        "yaml",
        "a0: &a0 []\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 200)),
        "file.depth",
    ),
    "yaml lists": ("yaml", "a: " + "[" * DEEP, "file.depth"),
    "yaml mappings": ("yaml", "{a: " * DEEP, "file.depth"),
    "yaml blocks": ("yaml", "- " * DEEP + "x", "file.depth"),
    "json lists": ("json", "[" * DEEP + "]" * DEEP, "file.depth"),
    "json mappings": ("json", '{"a":' * DEEP, "file.depth"),
    "json a little too deep": ("json", "[" * 81 + "]" * 81, "file.depth"),
    "toml lists": ("toml", "a = " + "[" * DEEP + "]" * DEEP, "file.depth"),
    "toml keys": ("toml", ".".join("a" * DEEP) + " = 1", "file.depth"),
    "toml keys a little too long": ("toml", ".".join("a" * 90) + " = 1", "file.depth"),
    "toml heading": ("toml", "[" + " . ".join(["'a b'"] * DEEP) + "]", "file.depth"),
}  # fmt: skip


@pytest.mark.parametrize(("format", "text", "code"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_refused_quickly(format: files.Format, text: str, code: str):
    tracemalloc.start()
    before = time.process_time()
    with pytest.raises(FileError) as error:
        files.loads(text, format=format)
    seconds, octets = time.process_time() - before, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [one.code for one in error.value.findings] == [code]
    assert seconds < 10  # with the tracing of memory, on a slow machine; without, none takes one
    assert octets < 200 << 20


@pytest.mark.parametrize("format", ["yaml", "json", "toml", "jsonl"])
def test_line_of_a_hundred_megabytes_is_refused_quickly(tmp_path: Path, format: files.Format):
    path = tmp_path / f"day.{format}"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    tracemalloc.start()
    with pytest.raises(FileError) as error:
        files.load(path)
    octets = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(one.code, one.where.file) for one in error.value.findings] == [("file.size", str(path))]
    assert octets < 10 << 20


def test_size_counts_octets():
    limits = files.Limits(max_bytes=40)
    with pytest.raises(FileError) as error:
        files.loads("confkit: 1\nid: a\nname: 会议会议会议会议", format="yaml", limits=limits)
    assert [one.code for one in error.value.findings] == ["file.size"]
    assert files.loads("confkit: 1\nid: a\nname: 会议会议", format="yaml", limits=limits).id == "a"


def test_depth_up_to_the_limit_is_read_alike_in_all_formats():
    nested = "[" * 6 + "]" * 6
    texts: dict[files.Format, str] = {
        "yaml": f"confkit: 1\nid: a\nname: A\nextra: {{a: {nested}}}",
        "json": f'{{"confkit": 1, "id": "a", "name": "A", "extra": {{"a": {nested}}}}}',
        "toml": f'confkit = 1\nid = "a"\nname = "A"\nextra = {{a = {nested}}}',
    }
    for format, text in texts.items():
        assert files.loads(text, format=format, limits=files.Limits(max_depth=8)).extra == {"a": [[[[[[]]]]]]}
        with pytest.raises(FileError):
            files.loads(text, format=format, limits=files.Limits(max_depth=7))


@pytest.mark.parametrize("wrong", [{"max_bytes": 0}, {"max_depth": 101}, {"max_expansion": True}, {"max_depth": 1.5}])
def test_limits_are_whole_numbers_in_their_bounds(wrong: dict[str, int]):
    with pytest.raises(InvalidValueError):
        files.Limits(**wrong)
