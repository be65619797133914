"""The head of a document (``confkit``, ``language``) and the conferences under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from confkit.errors import ConfkitError, FileError, Finding
from confkit.files import _scalars as scalars
from confkit.files._converter import converter
from confkit.files._limits import MAX_FINDINGS
from confkit.model import UND, Conference, canonical_tag

if TYPE_CHECKING:
    from confkit.files._tree import Tree

__all__ = ["HEAD", "LIST", "VERSION", "conferences"]

VERSION = 1
"""The one version of the file form that there is; it stands after ``confkit:``."""

HEAD = ("confkit", "language")
"""The keys that belong to the document, not to a conference."""

LIST = "conferences"
"""The key of a catalog."""


def conferences(tree: Tree) -> tuple[list[tuple[str, Conference]], list[Finding]]:
    """Return the conferences of a document with their paths, and what is wrong with the others."""
    if not isinstance(tree, dict):
        return [], [*scalars.wrong("a mapping that begins with confkit: 1", tree).findings]
    findings: list[Finding] = []
    version = tree.get("confkit")
    try:
        _check_version(tree, version, findings)
    except ConfkitError as error:
        return [], list(error.findings)
    language = _language(tree, findings)
    held = [("", {key: value for key, value in tree.items() if key not in HEAD})]
    if LIST in tree:
        held = _items(tree, findings)
    found: list[tuple[str, Conference]] = []
    for path, item in held:
        try:
            found.append((path, converter(language).structure(item, Conference)))
        except ConfkitError as error:
            findings.extend(one.under(path) for one in error.findings)
        if len(findings) > MAX_FINDINGS:
            break
    return found, findings


def _check_version(tree: dict[str, Tree], version: Any, findings: list[Finding]) -> None:
    """Add a finding if no version is stated; raise if it is another one, since nothing else holds then."""
    hint = f"begin the document with confkit: {VERSION}"
    if "confkit" not in tree:
        findings.append(
            Finding(
                code="file.version", message="the document does not say which form it has", path="confkit", hint=hint
            )
        )
        return
    try:
        stated = scalars.whole(version, int)
    except ConfkitError as error:
        findings.extend(one.under("confkit") for one in error.findings)
        return
    if stated != VERSION:
        raise FileError(
            Finding(
                code="file.version",
                message=f"this version of confkit reads version {VERSION} of the file form and no other",
                path="confkit",
                value=str(stated),
                hint=f"{hint}, or read it with a newer confkit",
            )
        )


def _language(tree: dict[str, Tree], findings: list[Finding]) -> str:
    if "language" not in tree:
        return UND
    try:
        return canonical_tag(scalars.text(tree["language"], str, "a language tag"))
    except ConfkitError as error:
        findings.extend(one.under("language") for one in error.findings)
        return UND


def _items(tree: dict[str, Tree], findings: list[Finding]) -> list[tuple[str, Any]]:
    known = (*HEAD, LIST)
    findings.extend(scalars.unknown(key, known) for key in tree if key not in known)
    items = tree[LIST]
    if not isinstance(items, list):
        findings.extend(one.under(LIST) for one in scalars.wrong("a list of events", items).findings)
        return []
    return [(f"{LIST}[{number}]", item) for number, item in enumerate(items)]
