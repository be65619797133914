"""What the README shows is what the code does, in English and in Chinese."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
ENGLISH = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "README.zh.md").read_text(encoding="utf-8")
PICTURE = ROOT / "docs" / "images" / "summary.png"


def blocks(text: str, language: str = r"\w+") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_chinese_readme_has_the_code_of_the_english_one() -> None:
    assert blocks(CHINESE) == blocks(ENGLISH)


def test_chinese_readme_has_the_pages_of_the_english_one() -> None:
    links = [re.findall(r"\]\(([^)]+)\)", text)[1:] for text in (ENGLISH, CHINESE)]
    assert links[0] == links[1]


def test_program_has_eight_lines() -> None:
    (program,) = blocks(ENGLISH, "python")
    assert len([line for line in program.splitlines() if line]) == 8


def test_program_prints_what_the_readme_shows(tmp_path: Path) -> None:
    (program,), (shown,) = blocks(ENGLISH, "python"), blocks(ENGLISH, "text")
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    assert ran.stdout.rstrip("\n") == shown.rstrip("\n")
    calendar = (tmp_path / "day.zh.ics").read_bytes()
    assert [line for line in calendar.split(b"\r\n") if line.startswith(b"DTSTART")] == [
        b"DTSTART;VALUE=DATE:20250607",
        b"DTSTART;VALUE=DATE:20250413",
    ]


def test_picture_has_a_description() -> None:
    for text in (ENGLISH, CHINESE):
        ((description, path),) = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text)
        assert (ROOT / path, len(description) > 40) == (PICTURE, True)


def test_picture_is_a_png_below_300_kilobytes() -> None:
    data = PICTURE.read_bytes()
    assert (data[:8], len(data) < 300_000) == (b"\x89PNG\r\n\x1a\n", True)


def test_documentation_begins_with_the_readme() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    markers = re.findall(r"^:(?:start-after|end-before): (.+)$", index, re.MULTILINE)
    assert [ENGLISH.count(marker) for marker in markers] == [1, 1]


def test_chinese_readme_follows_chinese_typography() -> None:
    """A space between Han and Latin words, full-width punctuation beside Han, half-width digits."""
    prose = re.sub(r"^```.*?^```$|\]\([^)]*\)|<!--.*?-->", "", CHINESE, flags=re.MULTILINE | re.DOTALL)
    prose = prose.replace("`", "")
    assert re.findall(r"[\u4e00-\u9fff][A-Za-z]|[A-Za-z][\u4e00-\u9fff]", prose) == []
    assert re.findall(r"[\u4e00-\u9fff][,.:;!?()]|[,:;!?()][\u4e00-\u9fff]|[０-９]", prose) == []
