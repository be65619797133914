"""The command ``diff``, which prints the changes between two versions of a file or of a folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

import click

from confkit import changes, files, render
from confkit.cli import _input, _options, _output, _progress
from confkit.errors import path_steps
from confkit.model import UND, Catalog, Conference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from confkit.changes import Change
    from confkit.model import Text

__all__ = ["diff"]

S = TypeVar("S", Conference, Catalog)

_NOTICES: dict[str, render.ChangesForm] = {"text": "text", "markdown": "markdown", "html": "html", "chat": "chat"}
_FORMS = (*_NOTICES, "email", "json")


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@_options.input_format
@_options.languages
@click.option(
    "--as", "form", type=click.Choice(_FORMS), default="text", show_default=True, help="Layout of the changes."
)
@_options.report_errors
def diff(old: str, new: str, format: files.Format | None, languages: tuple[str, ...] | None, form: str) -> None:
    """Print the changes between two versions.

    OLD and NEW are event files or folders; one of them may be - for standard input. Two files with one event each are
    two versions of that event; other events are paired by id.
    """
    before, after = _catalogs(old, new, format)
    chosen = languages or ("en",)
    if len(before) == len(after) == 1:
        document = _document(before.conferences[0], after.conferences[0], chosen, form)
    else:
        with _progress.label(len(after) * len(chosen), "Comparing"):
            document = _document(before, after, chosen, form)
    _output.write(document, "-")


def _document(old: S, new: S, languages: Sequence[str], form: str) -> str | bytes:
    """Return the changes, laid out as ``form`` says: a mail as bytes, anything else as text."""
    if form == "json":
        return _as_json(old, new, languages)
    if form == "email":
        return render.changes_email(old, new, languages=languages).as_bytes()
    return "\n".join(render.changes(old, new, language=language, form=_NOTICES[form]) for language in languages)


def _catalogs(old: str, new: str, format: files.Format | None) -> tuple[Catalog, Catalog]:
    """Return two catalogs: the events of the old file or folder, and those of the new file or folder."""
    _input.refuse_repeated_stdin((old, new))
    sources = [(side, source) for side, name in enumerate((old, new)) for source in _input.read_all((name,), format)]
    conferences: tuple[list[Conference], list[Conference]] = ([], [])
    with _progress.bar_over_items(sources, "Reading", lambda pair: pair[1].estimated_milliseconds) as pairs:
        for side, source in pairs:
            conferences[side].extend(source.contents.catalog)
    return Catalog(conferences[0]), Catalog(conferences[1])


def _as_json(old: S, new: S, languages: Sequence[str]) -> str:
    """Return the changes as a JSON list of objects, each with a sentence in every language."""
    sentences = {tag: render.change_sentences(old, new, language=tag) for tag in languages}
    rows = _rows(changes.diff(old, new), old, new)
    for number, row in enumerate(rows):
        row["says"] = {tag: in_language[number] for tag, in_language in sentences.items()}
    return _output.json_text(rows)


def _rows(differences: Sequence[Change], old: Conference | Catalog, new: Conference | Catalog) -> list[dict[str, Any]]:
    """Return each change as an object of JSON."""
    before, after = (json.loads(files.dumps(version, format="json")) for version in (old, new))
    return [
        {
            "event": _event(change, old, new).id,
            "kind": change.kind,
            "path": change.path,
            "old": _value_at(before, change.old_path, change.old),
            "new": _value_at(after, change.new_path, change.new),
            "announced": change.announced and str(change.announced),
            "reason": change.reason and _words(change.reason),
        }
        for change in differences
    ]


def _event(change: Change, old: Conference | Catalog, new: Conference | Catalog) -> Conference:
    """Return the new version of the event that changed; of a removed event, return the old version."""
    version = old if change.new_path is None else new
    if isinstance(version, Conference):
        return version
    _, number, *_ = path_steps(change.path)
    return version.conferences[int(number)]


def _value_at(tree: Any, path: str | None, value: object) -> Any:  # noqa: ANN401  # any value of JSON
    """Return a changed value in the form that it has in event files in JSON.

    ``tree`` is the event file as JSON, ``path`` is the key path of the value. A text or a number is returned unchanged:
    it may be the default of its field, and event files leave defaults out.
    """
    if path is None or isinstance(value, str | int):
        return value
    for step in path_steps(path):
        tree = tree.get(step) if isinstance(step, str) else tree[step]
    return tree


def _words(text: Text) -> str | dict[str, str]:
    """Return a text as in event files: a string if the language is not stated, else the strings by language."""
    return text.get(UND) or dict(text.items())
