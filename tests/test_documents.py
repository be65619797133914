"""The documentation describes every public name and every field, and its links lead somewhere."""

import importlib
import re
from pathlib import Path

from confkit.files import schema
from confkit.ical._lint import RULES

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference"
DOCUMENTS = [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs").rglob("*.md"))]
TABLES = {name: form for name, form in schema()["$defs"].items() if "properties" in form}
MODULES = ("changes", "check", "errors", "facts", "files", "ical", "render", "words")
CLASSES = [name for name in TABLES if not name.endswith("Document")]


def parts(page: Path, level: str) -> dict[str, str]:
    """Return the text under each heading of a level."""
    texts = re.split(rf"^{level} (.+)\n", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(texts[1::2], texts[2::2], strict=True))


PAGES = {"confkit": "model", **{f"confkit.{name}": name for name in MODULES}}


def test_reference_names_every_public_name_once() -> None:
    for module, page in PAGES.items():
        text = (REFERENCE / f"{page}.md").read_text(encoding="utf-8")
        documented = re.findall(r"^\.\. (?:auto(?!module)\w+|py:data):: (\w+)$", text, re.MULTILINE)
        assert sorted(documented) == sorted(importlib.import_module(module).__all__), module


def test_calendar_rules_page_shows_every_rule() -> None:
    page = (REFERENCE / "calendar-rules.md").read_text(encoding="utf-8")
    rows = [line.removeprefix("| ").removesuffix(" |").split(" | ") for line in page.splitlines() if line[:3] == "| `"]
    assert [[cell.strip().replace("\\\\", "\\") for cell in row] for row in rows] == [
        [f"`{code}`", rule.level, rule.says, rule.section, rule.hint] for code, rule in RULES.items()
    ]


def test_file_format_page_has_a_table_for_each_class() -> None:
    assert sorted(parts(REFERENCE / "file-format.md", "###")) == sorted(CLASSES)


def test_file_format_page_lists_the_fields_of_each_class() -> None:
    sections = parts(REFERENCE / "file-format.md", "###")
    for name in CLASSES:
        rows = re.findall(r"^\| (\*\*)?(\w+)(?:\*\*)? \| [^|]+ \| [^|]+ \|$", sections[name], re.MULTILINE)
        fields = [(field, bool(bold)) for bold, field in rows if field != "field"]
        required = TABLES[name].get("required", [])
        assert fields == [(field, field in required) for field in TABLES[name]["properties"]], name


def test_file_format_page_lists_the_words_of_each_closed_set() -> None:
    sections = parts(REFERENCE / "file-format.md", "###")
    for name in CLASSES:
        closed = {field: form["enum"] for field, form in TABLES[name]["properties"].items() if "enum" in form}
        rows = dict(re.findall(r"^\| (?:\*\*)?(\w+)(?:\*\*)? \| word \| (.+) \|$", sections[name], re.MULTILINE))
        listed = {field: [word for word in words if f"`{word}`" in rows[field]] for field, words in closed.items()}
        assert listed == closed, name


def test_links_of_documents_lead_to_files_that_exist() -> None:
    for page in DOCUMENTS:
        links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == [], page


def test_documents_name_our_distribution() -> None:
    """The name confkit belongs to another package on the index."""
    for page in DOCUMENTS:
        text = page.read_text(encoding="utf-8")
        assert re.findall(r"(?:install|add) +['\"]?confkit(?!-events)", text) == [], page


def test_documents_have_no_exclamation_marks() -> None:
    for page in DOCUMENTS:
        text = page.read_text(encoding="utf-8")
        prose = re.sub(r"^```.*?^```|`[^`]*`|!\[|<!--", "", text, flags=re.MULTILINE | re.DOTALL)
        assert re.findall(r".*[!！].*", prose) == [], page
