"""The documentation says of every public name and of every field what it is."""

import importlib
import re
from pathlib import Path

import pytest

from confkit.files import schema
from confkit.ical._lint import RULES

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference"
DOCUMENTS = [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs").rglob("*.md"))]
TABLES = {name: form for name, form in schema()["$defs"].items() if "properties" in form}
MODULES = ("changes", "check", "errors", "facts", "files", "ical", "render", "words")
CLASSES = [name for name in TABLES if not name.endswith("Document")]


def sections(page: Path, level: str) -> dict[str, str]:
    parts = re.split(rf"^{level} (.+)\n", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


PAGES = {"confkit": "model", **{f"confkit.{name}": name for name in MODULES}}


@pytest.mark.parametrize("module", PAGES)
def test_page_names_every_public_name_once(module: str) -> None:
    page = (REFERENCE / f"{PAGES[module]}.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\.\. (?:auto(?!module)\w+|py:data):: (\w+)$", page, re.MULTILINE)
    assert sorted(documented) == sorted(importlib.import_module(module).__all__)


def test_calendar_rules_page_shows_every_rule() -> None:
    page = (REFERENCE / "calendar-rules.md").read_text(encoding="utf-8")
    rows = [line.removeprefix("| ").removesuffix(" |").split(" | ") for line in page.splitlines() if line[:3] == "| `"]
    assert [[cell.strip().replace("\\\\", "\\") for cell in row] for row in rows] == [
        [f"`{code}`", rule.level, rule.says, rule.section, rule.hint] for code, rule in RULES.items()
    ]


def test_file_format_page_has_a_table_for_each_class() -> None:
    assert sorted(sections(REFERENCE / "file-format.md", "###")) == sorted(CLASSES)


@pytest.mark.parametrize("name", CLASSES)
def test_file_format_page_tells_the_fields_of(name: str) -> None:
    section = sections(REFERENCE / "file-format.md", "###")[name]
    rows = re.findall(r"^\| (\*\*)?(\w+)(?:\*\*)? \| [^|]+ \| [^|]+ \|$", section, re.MULTILINE)
    fields = [(field, bool(bold)) for bold, field in rows if field != "field"]
    required = TABLES[name].get("required", [])
    assert fields == [(field, field in required) for field in TABLES[name]["properties"]]


@pytest.mark.parametrize("name", CLASSES)
def test_file_format_page_names_the_words_of_closed_sets_of(name: str) -> None:
    section = sections(REFERENCE / "file-format.md", "###")[name]
    closed = {field: form["enum"] for field, form in TABLES[name]["properties"].items() if "enum" in form}
    rows = dict(re.findall(r"^\| (?:\*\*)?(\w+)(?:\*\*)? \| word \| (.+) \|$", section, re.MULTILINE))
    told = {field: [word for word in words if f"`{word}`" in rows[field]] for field, words in closed.items()}
    assert told == closed


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_document_leads_only_to_what_exists(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_document_names_our_distribution(page: Path) -> None:
    """The name confkit belongs to another package on the index."""
    assert re.findall(r"(?:install|add) +['\"]?confkit(?!-events)", page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_document_raises_no_voice(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```|`[^`]*`|!\[|<!--", "", text, flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r".*[!！].*", prose) == []
