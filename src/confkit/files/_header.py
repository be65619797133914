"""The header of a document (the keys ``confkit`` and ``language``), and the conferences of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from confkit.errors import ConfkitError, FileError, Finding
from confkit.files._converter import file_converter
from confkit.files._limits import MAX_FINDINGS
from confkit.files._tree import read_int, read_text, unknown_keys, wrong_type
from confkit.model import UND, Conference, canonical_tag

if TYPE_CHECKING:
    from confkit.files._tree import Tree

__all__ = ["HEADER", "LIST", "VERSION", "read_conferences"]

VERSION = 1
"""The only version of the file form; every document states the version with ``confkit: 1``."""

HEADER = ("confkit", "language")
"""The keys that describe a document as a whole, and are not fields of a conference."""

LIST = "conferences"
"""The key for the list of conferences, in a document with several conferences."""


def read_conferences(tree: Tree) -> tuple[list[tuple[str, Conference]], list[Finding]]:
    """Return the key path and the value of each readable conference of a document, and all findings.

    The path is empty if the document is a single conference.
    """
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
        items = _listed_conferences(tree, findings)
    conferences: list[tuple[str, Conference]] = []
    for path, item in items:
        try:
            conferences.append((path, file_converter(language).get_structure_hook(Conference)(item, Conference)))
        except ConfkitError as error:
            findings.extend(finding.under(path) for finding in error.findings)
        if len(findings) > MAX_FINDINGS:
            break
    return conferences, findings


def _check_version(tree: dict[str, Tree], version: Any, findings: list[Finding]) -> None:
    """Check the version of a document; a missing or unreadable version is added to the findings.

    Raises:
        FileError: the document has another version, so that the meaning of its keys is unknown.
    """
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
    """Return the language of a document, or ``und`` if the language is missing or invalid."""
    if "language" not in tree:
        return UND
    try:
        return canonical_tag(read_text(tree["language"], str, "a language tag"))
    except ConfkitError as error:
        findings.extend(finding.under("language") for finding in error.findings)
        return UND


def _listed_conferences(tree: dict[str, Tree], findings: list[Finding]) -> list[tuple[str, Any]]:
    """Return the key path and the tree of each item in the list of conferences."""
    known = (*HEADER, LIST)
    findings.extend(unknown_keys(tree, known))
    items = tree[LIST]
    if not isinstance(items, list):
        findings.extend(finding.under(LIST) for finding in wrong_type("a list of events", items).findings)
        return []
    return [(f"{LIST}[{index}]", item) for index, item in enumerate(items)]
