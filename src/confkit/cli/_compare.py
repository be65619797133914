"""The command ``diff``: two versions of a file or a folder, what changed between them, in words or for programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeVar

from confkit import changes, files, render
from confkit.cli import _input, _progress
from confkit.model import UND, Catalog, Conference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from confkit.changes import Change
    from confkit.model import Text

__all__ = ["FORMS", "compared"]

S = TypeVar("S", Conference, Catalog)

_FORMS: dict[str, render.ChangesForm] = {"text": "text", "markdown": "markdown", "html": "html", "chat": "chat"}
FORMS = (*_FORMS, "email", "json")


def compared(old: str, new: str, given: files.Format | None, languages: Sequence[str], form: str) -> str | bytes:
    """Return what changed between two files or folders, in one of the `FORMS`: a mail as its octets, all else as text.

    Two files of one event each are two versions of it.
    """
    before, after = _versions(old, new, given)
    if len(before) == len(after) == 1:
        return _told(before.conferences[0], after.conferences[0], languages, form)
    with _progress.waiting(len(after) * len(languages), "Comparing"):
        return _told(before, after, languages, form)


def _told(old: S, new: S, languages: Sequence[str], form: str) -> str | bytes:
    if form == "json":
        return _as_json(old, new, languages)
    if form == "email":
        return render.changes_email(old, new, languages=languages).as_bytes()
    return "\n".join(render.changes(old, new, language=language, form=_FORMS[form]) for language in languages)


def _versions(old: str, new: str, given: files.Format | None) -> tuple[Catalog, Catalog]:
    """Return the events of two files, folders or standard input."""
    _input.once((old, new))
    sources = [(side, source) for side, name in enumerate((old, new)) for source in _input.inputs((name,), given)]
    held: tuple[list[Conference], list[Conference]] = ([], [])
    with _progress.watched(sources, "Reading", lambda pair: pair[1].cost) as pairs:
        for side, source in pairs:
            held[side].extend(source.catalog())
    return Catalog(held[0]), Catalog(held[1])


def _as_json(old: S, new: S, languages: Sequence[str]) -> str:
    """Return the changes as a JSON list of objects, each with a sentence in every language."""
    said = {tag: render.change_sentences(old, new, language=tag) for tag in languages}
    rows = _rows(changes.diff(old, new), old, new)
    for number, row in enumerate(rows):
        row["says"] = {tag: sentences[number] for tag, sentences in said.items()}
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _rows(found: Sequence[Change], old: Conference | Catalog, new: Conference | Catalog) -> list[dict[str, Any]]:
    before, after = (json.loads(files.dumps(one, format="json")) for one in (old, new))
    return [
        {
            "event": _event(change, old, new).id,
            "kind": change.kind,
            "path": change.path,
            "old": _at(before, change.old_path, change.old),
            "new": _at(after, change.new_path, change.new),
            "announced": change.announced and str(change.announced),
            "reason": change.reason and _words(change.reason),
        }
        for change in found
    ]


def _event(change: Change, old: Conference | Catalog, new: Conference | Catalog) -> Conference:
    """The event that changed."""
    whole = old if change.new_path is None else new
    return whole if isinstance(whole, Conference) else whole.conferences[int(re.findall("[0-9]+", change.path)[0])]


def _at(tree: Any, path: str | None, value: object) -> Any:  # noqa: ANN401  # what a file holds at a path
    """What stands at a path of a file; what a file need not say, as it is."""
    if path is None or isinstance(value, str | int):
        return value
    for name, number in re.findall(r"(\w+)(?:\[([0-9]+)\])?", path):
        tree = tree.get(name)
        tree = tree[int(number)] if number else tree
    return tree


def _words(text: Text) -> str | dict[str, str]:
    return text.get(UND) or dict(text.items())
