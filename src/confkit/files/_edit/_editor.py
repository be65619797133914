"""Changes made in the text of a file, every other character as it was."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple, NoReturn, Protocol

import attrs

from confkit import _atomic_files
from confkit.errors import FileError, InvalidValueError, demand, path_steps, path_text, shown
from confkit.files._converter import converter
from confkit.files._document import LIST, conferences
from confkit.files._edit import _json, _yaml
from confkit.files._edit._changes import Cancel, Edit, Extend, Reschedule, listed, plan, suggestion
from confkit.files._edit._json import JsonPen
from confkit.files._edit._nodes import Brackets, deepest, has_comment, has_quoted_keys, preceding, spliced
from confkit.files._edit._yaml import Blocks, QuotedPen, YamlPen
from confkit.files._fields import fields_of
from confkit.files._limits import CATALOG, Limits
from confkit.files._load import loads_catalog
from confkit.files._positions import read_tree
from confkit.files._source import Format, Read, Source, check_format, file_name, format_of, source_of
from confkit.model import UND, Pending, Text, canonical_tag

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from confkit.errors import Finding, KeyPath, Position
    from confkit.files._edit._changes import Plan
    from confkit.files._edit._nodes import Entry, Node, Splice
    from confkit.files._tree import Tree
    from confkit.model import Conference, Revision, Superseded

__all__ = ["edit", "edits"]

_FIELDS = frozenset({"call", "deadline", "milestone", "reason"})
"""Paths that are fields of a change, and of no file."""


class _Spot(NamedTuple):
    """Where an event stands: in which document, as which one there, at which path; ``id`` is as it was read."""

    id: Tree
    document: int
    place: int
    path: KeyPath


def edit(
    path: str | os.PathLike[str],
    change: Edit,
    *,
    id: str | None = None,
    format: Format | None = None,
    limits: Limits = CATALOG,
    timeout: float = _atomic_files.WAIT,
) -> Conference:
    """Make a change in a file, keep every other byte of it, and return the conference as it is now.

    ``id`` is the id of the event that changes, in a file of several; of other documents (YAML documents, JSON lines)
    only the ids are read. The file is locked while it is read and replaced, so that parallel edits follow one another:
    an edit waits ``timeout`` seconds for the edits before it.

    Raises:
        InvalidValueError: nothing would change, the dates run backwards, or there is no such event, call or deadline;
            at the place of what is in the way.
        FileError: the file cannot be read or written, is read-only, or cannot take the change without a change
            elsewhere in it. It is as it was.

    >>> import datetime as dt
    >>> from confkit import When, files
    >>> files.dump(files.example(), "day.yaml")
    >>> to = When.parse("2025-04-20")
    >>> change = files.Extend(call="talks", deadline="submission", to=to, announced=dt.date(2025, 4, 12))
    >>> day = edit("day.yaml", change)
    >>> str(day.calls[0].deadlines[0].at), files.load("day.yaml") == day
    ('2025-04-20', True)
    """
    name = file_name(path)
    known = format_of(name) if format is None else format
    check_format(known)
    demand("limits", limits, Limits, hint="write limits=Limits(max_bytes=...)")
    demand("timeout", timeout, int, float, hint="write a number of seconds")
    with _atomic_files.locked(name, timeout):
        data = _atomic_files.read(name, limits.max_bytes + 1)
        source = source_of(data, known, name, limits)
        text, after = _edited(source, change, id, limits)
        _atomic_files.write(name, text.encode(), expected=data)
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
    """Return the text with a change made, once it has been read again and says what it should.

    Of the documents beside the one that changes, the ids are read, and nothing else.
    """
    demand("change", change, Extend, Reschedule, Cancel, hint="write files.Extend(...), for example")
    demand("id", id, str, type(None), hint="write the id of an event")
    read = read_tree(source, limits)
    _, document, place, path = _chosen(_spots(read, source, limits), id, source)
    events = _events(read, document, source, limits)
    writer = _Writer(source, document)
    whole = path if read.count == 1 else (document, *path)
    language = _language(read.documents[document])
    try:
        made = plan(events[place], change, language)
    except InvalidValueError as error:
        raise InvalidValueError(*(_placed(one, writer, path, whole) for one in error.findings)) from None
    at = path_text((*whole, *made.path))
    try:
        text = writer.text((*path, *made.path), made, _Words(language))
    except FileError as error:
        raise FileError(*(one.under(at) for one in error.findings)) from None
    events[place] = made.conference
    if not _says(text, source, limits, read, document, events):
        raise FileError(
            source.finding(
                "edit.refused",
                "this file cannot take the change without a change elsewhere in it",
                path=at,
                offset=writer.offset((*path, *made.path)),
                hint="make this change by hand, and look at it with: confkit check",
            )
        )
    return source.byte_order_mark + text, made.conference


class _Writer:
    """Writes changes into one document of a text: with tomlkit in TOML, as splices in YAML and JSON."""

    def __init__(self, source: Source, document: int) -> None:
        self._source = source
        self._document = document

    @functools.cached_property
    def _root(self) -> Node:
        root = _yaml.root if self._source.format == "yaml" else _json.root
        return root(self._source, self._document)

    def text(self, path: KeyPath, made: Plan, words: _Words) -> str:
        """Return the text with new values and one more row of history in the mapping at ``path``."""
        values = {key: words.value(value) for key, value in made.values.items()}
        row = words.row(made.row)
        order = [field.key for field in fields_of(made.kind)]
        if self._source.format == "toml":
            from confkit.files._edit import _toml  # tomlkit takes as long to load as all other modules of files

            return _toml.edited(self._source, path, values, row, order)
        return spliced(self._source.text, _Editor(self._source, self._root).splices(path, values, row, order))

    def offset(self, path: KeyPath) -> int:
        """Return where a value stands, or the innermost value around it."""
        if self._source.format == "toml":
            from confkit.files._edit import _toml  # tomlkit takes as long to load as all other modules of files

            return _toml.offset(self._source, path)
        return deepest(self._root, path).start

    def position(self, path: KeyPath) -> Position:
        """Return line and column of a value, or of the innermost value around it."""
        return self._source.position(self.offset(path))


def _spots(read: Read, source: Source, limits: Limits) -> list[_Spot]:
    """Return where the events of a text stand; raise what is wrong with it where their ids cannot be told."""
    found: list[_Spot] = []
    for number, tree in read.documents.items():
        document = tree if isinstance(tree, dict) else {}
        listed = document.get(LIST)
        paths: list[KeyPath] = [(LIST, place) for place in range(len(listed))] if isinstance(listed, list) else [()]
        items = listed if isinstance(listed, list) else [document]
        ids = [item.get("id") if isinstance(item, dict) else None for item in items]
        found += [_Spot(id, number, *spot) for id, spot in zip(ids, enumerate(paths), strict=True)]
    names = {spot.id for spot in found if isinstance(spot.id, str)}
    if read.findings or not found or len(names) < len(found):
        loads_catalog(source.text, format=source.format, file=source.file, limits=limits)
    return found


def _events(read: Read, document: int, source: Source, limits: Limits) -> list[Conference]:
    """Return the conferences of a document; raise what is wrong with it, at its places."""
    found, findings = conferences(read.documents[document])
    if findings:
        loads_catalog(source.text, format=source.format, file=source.file, limits=limits)
    return [one for _, one in found]


def _says(text: str, source: Source, limits: Limits, before: Read, document: int, events: list[Conference]) -> bool:
    """Whether a changed text holds these events in one document, and in the others what they held before."""
    try:
        after = read_tree(source_of(text, source.format, source.file, limits), limits)
    except FileError:  # it is too long now
        return False
    expected = {**before.documents, document: after.documents.get(document)}
    if after.findings or after.documents != expected:
        return False
    found, findings = conferences(after.documents[document])
    return not findings and [one for _, one in found] == events


def _placed(finding: Finding, writer: _Writer, path: KeyPath, whole: KeyPath) -> Finding:
    """Return what is wrong with a change of the event at a path, where what is in the way stands, or the event."""
    of_the_file = finding if finding.path in _FIELDS else finding.under(path_text(whole))
    return attrs.evolve(of_the_file, where=writer.position((*path, *path_steps(finding.path))))


def _chosen(found: list[_Spot], id: str | None, source: Source) -> _Spot:
    names = [str(spot.id) for spot in found]
    if id is None and len(names) == 1:
        return found[0]
    if id is None:
        message, hint = f"here are {len(names)} events", f"say which by its id: {listed(names)}"
        raise InvalidValueError(source.finding("edit.event", message, path="id", hint=hint))
    if id not in names:
        hint = suggestion(id, names, "")
        raise InvalidValueError(
            source.finding("edit.event", "there is no such event", path="id", value=shown(id), hint=hint)
        )
    return found[names.index(id)]


def _language(tree: Tree) -> str:
    stated = tree.get("language") if isinstance(tree, dict) else None
    return canonical_tag(stated) if isinstance(stated, str) else UND


class _Style(Protocol):
    """Writes changes in one style of a format: in lines, or in brackets."""

    def replaced(self, mapping: Node, key: str, value: Tree) -> list[Splice]:
        """Return the splices that replace a value."""
        ...

    def added(self, mapping: Node, after: Entry, key: str, value: Tree) -> list[Splice]:
        """Return the splices that add a key and its value behind an entry."""
        ...

    def appended(self, mapping: Node, key: str, row: dict[str, Tree]) -> list[Splice]:
        """Return the splices that add a row to a list."""
        ...


class _Editor:
    """Finds out which parts of a YAML or JSON document a change replaces, and refuses what could lose something."""

    def __init__(self, source: Source, root: Node) -> None:
        text = source.text
        self._source = source
        self._root = root
        if source.format == "yaml":
            in_brackets, quoted = YamlPen(flow=True), QuotedPen(text)
            self._flow: _Style = Brackets(text, in_brackets)
            self._quoted: _Style = Brackets(text, quoted)
            self._block: _Style = Blocks(text, root, YamlPen(flow=False), in_brackets, quoted)
        else:
            self._flow = self._quoted = self._block = Brackets(text, JsonPen(text))

    def splices(
        self, path: KeyPath, values: dict[str, Tree], row: dict[str, Tree], order: list[str]
    ) -> Iterator[Splice]:
        """Yield the splices that change values of the mapping at ``path`` and add a row to its history."""
        mapping = self._found(path)
        style = self._style(mapping)
        for key, value in values.items():
            if key in mapping.entries:
                old = mapping.entries[key].value
                if old.shared:
                    self._refuse_shared(old)
                yield from self._checked(style.replaced(mapping, key, value), old)
            else:
                yield from style.added(mapping, preceding(mapping, key, order), key, value)
        if "history" not in mapping.entries:
            yield from style.added(mapping, preceding(mapping, "history", order), "history", [row])
            return
        rows = self._own(mapping.entries["history"].value)
        style = self._style(mapping if mapping.form == "flow" else rows)
        yield from self._checked(style.appended(mapping, "history", row), rows)

    def _style(self, node: Node) -> _Style:
        """Return the style in which a mapping or a list is written."""
        if node.form != "flow":
            return self._block
        return self._quoted if has_quoted_keys(self._source.text, node) else self._flow

    def _found(self, path: KeyPath) -> Node:
        """Return the mapping at a path; no alias may repeat it, or anything around it."""
        node = self._own(self._root)
        for step in path:
            node = self._own(node.items[step] if isinstance(step, int) else node.entries[step].value)
        return node

    def _own(self, node: Node) -> Node:
        if node.form == "alias" or node.shared:
            self._refuse_shared(node)
        return node

    def _checked(self, splices: list[Splice], old: Node) -> list[Splice]:
        """Return splices, once no comment stands in what they replace."""
        if any(has_comment(self._source.text, splice, old) for splice in splices):
            self._refuse(
                old, "edit.comment", "a comment stands inside what would be replaced", "move it to a line above"
            )
        return splices

    def _refuse_shared(self, node: Node) -> NoReturn:
        self._refuse(
            node,
            "edit.shared",
            "an alias repeats this elsewhere, and the change would be made there too",
            "write it out in both places",
        )

    def _refuse(self, node: Node, code: str, message: str, hint: str) -> NoReturn:
        raise FileError(self._source.finding(code, message, offset=node.start, hint=hint))


class _Words:
    """Writes values as the document writes them: a text in the document's language is bare, others have their tags."""

    def __init__(self, language: str) -> None:
        self._language = language

    def row(self, row: Superseded | Revision) -> dict[str, Tree]:
        """Return a row of a history as a mapping of the file."""
        keys: dict[str, Tree] = converter().unstructure(row)
        return {key: self.value(getattr(row, key)) for key in keys}

    def value(self, value: object) -> Tree:
        """Return a value of a field as the file has it."""
        if isinstance(value, Text):
            return self._text(value)
        tree: Tree = converter().unstructure(value)
        if isinstance(value, Pending) and value.rule is not None and isinstance(tree, dict):
            tree["rule"] = self._text(value.rule)
        return tree

    def _text(self, text: Text) -> Tree:
        words: dict[str, Tree] = dict(text.items())
        return words[self._language] if text.languages == (self._language,) else words
