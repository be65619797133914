"""Hostile input costs little and ends in one error that names the problem."""

import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from confkit import Catalog, files
from confkit.errors import ConfkitError, FileError, Finding, InvalidValueError
from strategies import SNARES

DEEP = 10_000
START = "confkit: 1\nid: a\nname: &n A\n"
ROOM = files.Limits(max_bytes=20 << 20)


def dotted(count: int, parts: int, name: str = "a") -> str:
    return "".join(f"k{number}.{'.'.join([name] * (parts - 1))} = 1\n" for number in range(count))


def hostile() -> Iterator[tuple[files.Format, str, str]]:
    """Yield texts, their formats, and the codes of the errors that they end in."""
    bomb = "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 13))
    yield "yaml", "a0: &a0 [x, x]\n" + bomb, "file.expansion"
    yield "yaml", "a: &a " + "x" * 90_000 + "\nb: [" + "*a," * 1000 + "]", "file.expansion"
    yield "yaml", "a0: &a0 []\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 200)), "file.depth"
    yield "yaml", "a: " + "[" * DEEP, "file.depth"
    yield "yaml", "{a: " * DEEP, "file.depth"
    yield "yaml", f"a: [{('[' * 76 + 'a,' * 400 + ']' * 76 + ',') * 20}]", "file.version"
    yield "yaml", "- " * DEEP + "x", "file.depth"
    for escape in ("U00110000", "UFFFFFFFF"):
        yield "yaml", f'{START}summary: "\\{escape}"', "file.syntax"
    yield "yaml", f'{START}summary: "\\ud800"', "file.character"
    for version in ("1." + "1" * 5000, "1" * 5000 + ".1"):
        yield "yaml", f"%YAML {version}\n---\n{START}", "file.syntax"
    yield "yaml", f"{START}venues: [{'*n,' * 5_000}]", "file.type"
    yield "yaml", START + "a: 1\n" * 20_000, "file.duplicate_key"
    yield "yaml", START + "a: {b: {c: [.inf, *n]}, d: 0x" + "f" * 4000 + "}", "file.unknown_key"
    yield "yaml", "---\na\n" * 1200, "file.type"
    yield "json", "[" * DEEP + "]" * DEEP, "file.depth"
    yield "json", '{"a":' * DEEP, "file.depth"
    yield "json", "[" * 81 + "]" * 81, "file.depth"
    yield "json", '{"confkit": 1,' + '"a": 1,' * 100_000 + '"b": 1}', "file.duplicate_key"
    keys = "".join(f', "k{number}": 1' for number in range(20_000))
    yield "json", '{"confkit": 1, "id": "a", "name": "A"' + keys + "}", "file.unknown_key"
    yield "json", '{"confkit": 1, "conferences": []' + keys + "}", "file.unknown_key"
    yield (
        "json",
        '{"confkit": 1, "id": "a", "name": "A", "milestones": [{"at": {"at": 1' + keys + "}}]}",
        "file.unknown_key",
    )
    yield "jsonl", '{"a": 1, "a": 2}\n' * 20_000, "file.duplicate_key"
    yield "jsonl", "{\n" * 20_000, "file.syntax"
    yield "toml", "a = " + "[" * DEEP + "]" * DEEP, "file.depth"
    yield "toml", ".".join("a" * DEEP) + " = 1", "file.depth"
    yield "toml", ".".join("a" * 81) + " = 1", "file.depth"
    yield "toml", "[" + " . ".join(["'a b'"] * DEEP) + "]", "file.depth"
    yield "toml", dotted(500, 900), "file.depth"
    yield "toml", dotted(2000, 60, '"a"'), "file.depth"
    yield "toml", "confkit = 1\nextra = {a = 0x" + "f" * 100_000 + "}", "file.number"


def check_refused(text: str, format: files.Format, code: str) -> None:
    before = time.process_time()
    with pytest.raises(FileError) as error:
        files.loads_catalog(text, format=format, limits=ROOM)
    seconds = time.process_time() - before
    case = (format, text[:30], seconds)
    assert code in {finding.code for finding in error.value.findings}, case
    assert len(error.value.findings) <= 1001, case
    assert seconds < 10, case  # on a slow machine, and with memory traced; otherwise, none takes one


def test_hostile_text_is_refused_quickly():
    for format, text, code in hostile():
        check_refused(text, format, code)


@pytest.mark.slow
def test_text_with_millions_of_documents_is_refused():
    with pytest.raises(FileError) as error:
        files.loads_catalog("{}\n" * 1_500_000, format="jsonl", limits=ROOM)
    assert [(finding.code, finding.where.line) for finding in error.value.findings] == [("file.size", 100_001)]


@pytest.mark.slow
def test_hostile_text_is_refused_in_little_memory():
    for format, text, code in hostile():
        tracemalloc.start()
        check_refused(text, format, code)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 200 << 20, (format, text[:30], peak)


def test_keys_with_many_dots_are_counted_outside_texts_and_comments():
    dots = "a." * 100
    texts = (
        '"b"',
        f'"{dots}"',
        f"'{dots}'",
        f'"""\n{dots}"{dots}"""""',
        f"'''{dots}'{dots}'''",
        f'"\\"{dots}" # {dots}',
    )
    for text in texts:
        document = f"confkit = 1\nid = 'a'\nname = 'A'\nsummary = {text}\n"
        assert files.loads(document, format="toml").id == "a", text
        with pytest.raises(FileError) as error:
            files.loads(f"{document}{dots}b = 1", format="toml")
        assert [finding.code for finding in error.value.findings] == ["file.depth"], text


def test_positions_of_many_aliases_take_one_step_each():
    text = f"{START}extra: {{a: &a {{b: &b [x, {{c: 1}}]}}, d: [{'*a,' * 1000}]}}\n"
    paths = [f"extra.d[{number}].b[1].c" for number in range(1000)]
    before = time.process_time()
    found = files.located([Finding(code="x", message="m", path=path) for path in paths], text, format="yaml")
    assert {(finding.where.line, finding.where.column) for finding in found} == {(4, 30)}
    assert time.process_time() - before < 5


def test_path_of_any_length_is_located():
    for path in ("a." * 10_000, "[0]" * 10_000, '["' * 10_000):
        assert files.locate(START, path, format="yaml").line == 1


def test_path_of_a_finding_is_at_most_a_thousand_characters_long():
    keys = ["k" * 900 + str(number) for number in range(60)]
    start, end = "".join(f'{{"{key}": ' for key in keys), "}" * 60
    for inner, code in (('{"a": 1, "a": 2}', "file.duplicate_key"), ("[.inf, 1]", "extra.json")):
        text = f"confkit: 1\nid: a\nname: A\nextra:\n  {start}{inner}{end}\n"
        with pytest.raises(FileError) as error:
            files.loads(text, format="yaml")
        (finding,) = error.value.findings
        assert (finding.code, len(finding.path) < 1100, finding.where.line) == (code, True, 5)


def test_problems_of_many_files_are_cut_short(tmp_path: Path):
    for number in range(5):
        (tmp_path / f"{number}.yaml").write_text(START + "links:\n" + "- {}\n" * 400, encoding="utf-8")
    with pytest.raises(FileError) as error:
        files.load_catalog(tmp_path)
    assert len(error.value.findings) == 1001
    assert error.value.findings[-1].code == "file.many"


def test_line_of_a_hundred_megabytes_is_refused_quickly(tmp_path: Path):
    for format in ("yaml", "json", "toml", "jsonl"):
        path = tmp_path / f"day.{format}"
        with path.open("wb") as file:
            file.truncate(100_000_000)
        tracemalloc.start()
        with pytest.raises(FileError) as error:
            files.load(path)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert [(finding.code, finding.where.file) for finding in error.value.findings] == [("file.size", str(path))]
        assert peak < 10 << 20, format


def test_size_is_counted_in_bytes():
    limits = files.Limits(max_bytes=40)
    with pytest.raises(FileError) as error:
        files.loads("confkit: 1\nid: a\nname: 会议会议会议会议", format="yaml", limits=limits)
    assert [finding.code for finding in error.value.findings] == ["file.size"]
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


def test_limits_are_whole_numbers_in_their_bounds():
    for wrong in ({"max_bytes": 0}, {"max_depth": 101}, {"max_expansion": True}, {"max_depth": 1.5}):
        with pytest.raises(InvalidValueError):
            files.Limits(**wrong)


TEXTS = {format: files.dumps(Catalog([files.example()]), format=format) for format in ("yaml", "json", "jsonl", "toml")}
PIECES = (
    *SNARES,
    *(
        '"',
        "'",
        '"""',
        "\\U00110000",
        "\\ud800",
        "*a",
        "&a ",
        "!!str ",
        "%YAML 1.2\n",
        "---\n",
        "[",
        "{",
        "]",
        "- ",
        "? ",
    ),
    *(
        "9" * 5000,
        "0x" + "f" * 4000,
        "1e999",
        ".inf",
        "nan",
        "a." * 90 + "a = 1\n",
        "[[a]]\n",
        "\x00",
        "\ufeff",
        "\x85",
    ),
)


@given(data=st.data(), format=st.sampled_from(sorted(TEXTS)))
def test_mutated_catalog_gives_a_value_or_one_error_from_every_reader(data: st.DataObject, format: files.Format):
    text = TEXTS[format]
    for _ in range(data.draw(st.integers(1, 4))):
        start, length = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 40))
        piece = data.draw(st.sampled_from((*PIECES, text[start : start + length]))) * data.draw(
            st.sampled_from((1, 2, 90))
        )
        text = text[:start] + piece + text[start + length * data.draw(st.booleans()) :]
    encoded = text.encode(errors="surrogatepass")
    for content in (text, encoded, b"\xef\xbb\xbf" + encoded, encoded.replace(b"a", b"\xff", 1)):
        for read in (files.loads, files.loads_catalog, files.contents, locate):
            try:
                read(content, format=format)
            except ConfkitError as error:
                assert 1 <= len(error.findings) <= 1001  # noqa: PT017  # a value is as good


def locate(text: str | bytes, *, format: files.Format) -> None:
    files.locate(text, "conferences[0].calls[0].deadlines[0].at", format=format)
