"""The keys at the top of a document (``confkit``, ``language``) and the conferences below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from confkit.errors import ConfkitError, FileError, Finding
from confkit.files._converter import file_converter
from confkit.files._limits import MAX_FINDINGS
from confkit.files._tree import read_int, read_text, unknown_key, wrong_type
from confkit.model import UND, Conference, canonical_tag

if TYPE_CHECKING:
    from confkit.files._tree import Tree

__all__ = ["HEADER", "LIST", "VERSION", "read_conferences"]

VERSION = 1
"""The only version of the file form; it is the value of ``confkit:``."""

HEADER = ("confkit", "language")
"""The keys that belong to the document, not to a conference."""

LIST = "conferences"
"""The key of the list of conferences in a catalog."""


def read_conferences(tree: Tree) -> tuple[list[tuple[str, Conference]], list[Finding]]:
    """Return the conferences of a document with their paths, and the findings on the others."""
    if not isinstance(tree, dict):
        return [], [*wrong_type("a mapping that begins with confkit: 1", tree).findings]
    findings: list[Finding] = []
    version = tree.get("confkit")
    try:
        _check_version(tree, version, findings)
    except ConfkitError as error:
        return [], list(error.findings)
    language = _language(tree, findings)
    items = [("", {key: value for key, value in tree.items() if key not in HEADER})]
    if LIST in tree:
        items = _items(tree, findings)
    found: list[tuple[str, Conference]] = []
    for path, item in items:
        try:
            found.append((path, file_converter(language).get_structure_hook(Conference)(item, Conference)))
        except ConfkitError as error:
            findings.extend(finding.under(path) for finding in error.findings)
        if len(findings) > MAX_FINDINGS:
            break
    return found, findings


def _check_version(tree: dict[str, Tree], version: Any, findings: list[Finding]) -> None:
    """Add a finding if no version is stated; raise if it is another version, whose keys mean something else."""
    hint = f"begin the document with confkit: {VERSION}"
    if "confkit" not in tree:
        findings.append(
            Finding(code="file.version", message="the document does not state its version", path="confkit", hint=hint)
        )
        return
    try:
        stated = read_int(version, int)
    except ConfkitError as error:
        findings.extend(finding.under("confkit") for finding in error.findings)
        return
    if stated != VERSION:
        raise FileError(
            Finding(
                code="file.version",
                message=f"this version of confkit reads only version {VERSION} of the file form",
                path="confkit",
                value=str(stated),
                hint=f"{hint}, or read it with a newer confkit",
            )
        )


def _language(tree: dict[str, Tree], findings: list[Finding]) -> str:
    if "language" not in tree:
        return UND
    try:
        return canonical_tag(read_text(tree["language"], str, "a language tag"))
    except ConfkitError as error:
        findings.extend(finding.under("language") for finding in error.findings)
        return UND


def _items(tree: dict[str, Tree], findings: list[Finding]) -> list[tuple[str, Any]]:
    known = (*HEADER, LIST)
    findings.extend(unknown_key(key, known) for key in tree if key not in known)
    items = tree[LIST]
    if not isinstance(items, list):
        findings.extend(finding.under(LIST) for finding in wrong_type("a list of events", items).findings)
        return []
    return [(f"{LIST}[{index}]", item) for index, item in enumerate(items)]
