"""Changes made in the text of a file, every other character as it was."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import attrs

from confkit import _whole
from confkit.errors import ConfkitError, FileError, InvalidValueError, shown
from confkit.files._document import LIST
from confkit.files._edit import _json, _toml, _yaml
from confkit.files._edit._change import Edit, nearest, plan, some
from confkit.files._edit._editor import Editor
from confkit.files._edit._node import deepest, spliced
from confkit.files._limits import CATALOG, Limits
from confkit.files._load import loads_catalog
from confkit.files._path import path_text, steps
from confkit.files._places import read_tree
from confkit.files._source import Format, Source, format_of, read_source, source_of
from confkit.model import UND, Catalog, canonical_tag

if TYPE_CHECKING:
    from confkit.errors import Finding
    from confkit.files._edit._node import Node
    from confkit.files._path import Path
    from confkit.files._tree import Tree
    from confkit.model import Conference

__all__ = ["edit", "edits"]

_FIELDS = frozenset({"call", "deadline", "milestone", "reason"})
"""Paths that are fields of a change, and of no file."""

_ROOTS = {"yaml": _yaml.roots, "json": _json.roots, "jsonl": _json.roots, "toml": _toml.roots}


def edit(
    path: str | os.PathLike[str],
    change: Edit,
    *,
    id: str | None = None,
    format: Format | None = None,
    limits: Limits = CATALOG,
) -> Conference:
    """Make a change in a file, every other octet as it was, and return the conference as it is now.

    ``id`` says which event changes, in a file of several. The file is replaced at once: whatever happens, the old or
    the new one lies there whole.

    Raises:
        InvalidValueError: nothing would change, the dates run backwards, or there is no such event, call or deadline.
        FileError: the file cannot be read or written, or cannot take the change without a change elsewhere in it.
            It is as it was.

    >>> import datetime as dt
    >>> from confkit import When, files
    >>> files.dump(files.example(), "day.yaml")
    >>> to = When.parse("2025-04-20")
    >>> change = files.Extend(call="talks", deadline="submission", to=to, announced=dt.date(2025, 4, 12))
    >>> day = edit("day.yaml", change)
    >>> str(day.calls[0].deadlines[0].at), files.load("day.yaml") == day
    ('2025-04-20', True)
    """
    name = os.fspath(path)
    source = read_source(name, format or format_of(name), limits)
    text, after = _edited(source, change, id, limits)
    _whole.demand_writable(name)
    _whole.write(name, text.encode())
    return after


def edits(
    text: str | bytes,
    change: Edit,
    *,
    format: Format,
    id: str | None = None,
    file: str | None = None,
    limits: Limits = CATALOG,
) -> str:
    r"""Return a text with a change made in it, every other character as it was.

    ``file`` is the name that positions bear; ``id`` says which event changes, in a text of several.

    Raises:
        InvalidValueError: as `edit`.
        FileError: as `edit`.

    >>> import datetime as dt
    >>> from confkit import files
    >>> text = "confkit: 1\nid: a\nname: A\nstatus: tentative  # so far\n"
    >>> print(edits(text, files.Cancel(announced=dt.date(2027, 2, 27)), format="yaml"), end="")
    confkit: 1
    id: a
    name: A
    status: cancelled  # so far
    history:
      - status: tentative
        replaced: 2027-02-27
    """
    return _edited(source_of(text, format, file, limits), change, id, limits)[0]


def _edited(source: Source, change: Edit, id: str | None, limits: Limits) -> tuple[str, Conference]:
    """Return the text with a change made, once it has been read again and says what it should."""
    catalog = loads_catalog(source.text, format=source.format, file=source.file, limits=limits)
    number = _chosen(catalog, id, source)
    document, root, path = _places(source)[number]
    read = read_tree(source, limits)
    language = _language(read.documents[document])
    whole = path if read.count == 1 else (document, *path)
    try:
        made = plan(catalog.conferences[number], change, language)
    except InvalidValueError as error:
        raise InvalidValueError(*(_placed(one, source, root, path, whole) for one in error.findings)) from None
    place = path_text((*whole, *made.path))
    try:
        text = spliced(source.text, Editor(source, root, language).splices((*path, *made.path), made))
    except FileError as error:
        raise FileError(*(one.under(place) for one in error.findings)) from None
    events = list(catalog.conferences)
    events[number] = made.conference
    try:
        again = loads_catalog(text, format=source.format, limits=limits)
    except ConfkitError:
        again = None
    if again != Catalog(events):
        raise FileError(
            source.finding(
                "edit.refused",
                "this file cannot take the change without a change elsewhere in it",
                path=place,
                offset=deepest(root, (*path, *made.path)).start,
                hint="make this change by hand, and look at it with: confkit check",
            )
        )
    return text, made.conference


def _placed(finding: Finding, source: Source, root: Node, path: Path, whole: Path) -> Finding:
    """Return what is wrong with a change of the event at a path, where what is in the way stands, or the event."""
    at = deepest(root, (*path, *steps(finding.path))).start
    of_the_file = finding if finding.path in _FIELDS else finding.under(path_text(whole))
    return attrs.evolve(of_the_file, where=source.position(at))


def _chosen(catalog: Catalog, id: str | None, source: Source) -> int:
    names = [conference.id for conference in catalog]
    if id is None and len(names) == 1:
        return 0
    if id is None:
        message, hint = f"here are {len(names)} events", f"say which by its id: {some(names)}"
        raise InvalidValueError(source.finding("edit.event", message, path="id", hint=hint))
    if id not in names:
        hint = nearest(id, names, "")
        raise InvalidValueError(
            source.finding("edit.event", "there is no such event", path="id", value=shown(id), hint=hint)
        )
    return names.index(id)


def _places(source: Source) -> list[tuple[int, Node, Path]]:
    """Return the places of all events: the number of the document, its root, the path of the event in it."""
    found: list[tuple[int, Node, Path]] = []
    for number, root in enumerate(_ROOTS[source.format](source)):
        listed = root.entries.get(LIST)
        paths: list[Path] = [()] if listed is None else [(LIST, place) for place in range(len(listed.value.items))]
        found += [(number, root, path) for path in paths]
    return found


def _language(tree: Tree) -> str:
    stated = tree.get("language") if isinstance(tree, dict) else None
    return canonical_tag(stated) if isinstance(stated, str) else UND
