"""Changes in the text of a file: the event is found, its new values are written, and the result is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, NoReturn, Protocol

from confkit import _atomic_files
from confkit.errors import FileError, Finding, InvalidValueError, joined_path, path_text, require_type, shown
from confkit.files._converter import file_converter
from confkit.files._edit import _json, _yaml
from confkit.files._edit._actions import Cancel, Edit, Extend, Reschedule, listed, plan, suggestion
from confkit.files._edit._json import JsonWriter
from confkit.files._edit._nodes import FlowStyle, has_comment, has_quoted_keys, preceding, spliced
from confkit.files._edit._yaml import BlockStyle, QuotedWriter, YamlWriter
from confkit.files._fields import fields_of
from confkit.files._header import LIST, read_conferences
from confkit.files._limits import CATALOG, Limits
from confkit.files._load import loads_catalog
from confkit.files._positions import read_documents, with_positions
from confkit.files._source import Format, Source, check_format, file_name, format_from_suffix, source_from_text
from confkit.model import UND, Pending, Text, canonical_tag

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from confkit.errors import KeyPath
    from confkit.files._edit._actions import Plan
    from confkit.files._edit._nodes import Entry, Node, Splice
    from confkit.files._offsets import Documents
    from confkit.files._tree import Tree
    from confkit.model import Conference, Revision, Superseded

__all__ = ["edit", "edits"]

_FIELDS = frozenset({"call", "deadline", "milestone", "reason"})
"""Paths of findings that name a field of a change, not a key of a file."""


class _Event(NamedTuple):
    """An event of a text: its id as it is written, its document, and its number and key path in the document."""

    id: Tree
    document: int
    number: int
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
        InvalidValueError: nothing would change, the dates run backwards, there is no such event, call or deadline,
            or an argument has the wrong type.
        FileError: the file cannot be read, locked or written, is read-only, has several hard links, was changed by
            another program meanwhile, or would need another change besides this one. It is as it was.

    >>> import datetime as dt
    >>> from confkit import When, files
    >>> files.dump(files.example(), "day.yaml")
    >>> to, announced = When.parse("2025-04-20"), dt.date(2025, 4, 12)
    >>> day = edit("day.yaml", files.Extend(call="talks", deadline="submission", to=to, announced=announced))
    >>> str(day.calls[0].deadlines[0].at), files.load("day.yaml") == day
    ('2025-04-20', True)
    """
    name = file_name(path)
    known = format_from_suffix(name) if format is None else format
    check_format(known)
    require_type("limits", limits, Limits, hint="write limits=Limits(max_bytes=...)")
    require_type("timeout", timeout, int, float, hint="write a number of seconds")
    with _atomic_files.locked(name, timeout):
        data = _atomic_files.read(name, limits.max_bytes + 1)
        text, after = _edited(source_from_text(data, known, name, limits), change, id, limits)
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
    r"""Return a text with a change in it; every other character stays.

    ``file`` is the name of the file in positions; ``id`` is the id of the event that changes, in a text of several.

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
    return _edited(source_from_text(text, format, file, limits), change, id, limits)[0]


def _edited(source: Source, change: Edit, id: str | None, limits: Limits) -> tuple[str, Conference]:
    """Return the changed text and the changed event, after the text has been read again and compared.

    Of other documents than the one that changes, only the ids are read.
    """
    require_type("change", change, Extend, Reschedule, Cancel, hint="write files.Extend(...), for example")
    require_type("id", id, str, type(None), hint="write the id of an event")
    documents = read_documents(source, limits)
    _, document, number, path = _chosen(_found(documents, source, limits), id, source)
    events = _events(documents, document, source, limits)
    prefix = path_text(path if documents.count == 1 else (document, *path))
    language = _language(documents.trees[document])
    try:
        planned = plan(events[number], change, language)
    except InvalidValueError as error:
        findings = (found if found.path in _FIELDS else found.under(prefix) for found in error.findings)
        raise InvalidValueError(*with_positions(findings, source, documents, limits)) from None
    changed_path = joined_path(prefix, path_text(planned.path))
    try:
        text = _written(source, document, (*path, *planned.path), planned, language)
    except FileError as error:
        raise FileError(*(finding.under(changed_path) for finding in error.findings)) from None
    events[number] = planned.conference
    if not _is_as_planned(text, source, limits, documents, document, events):
        finding = Finding(
            code="edit.refused",
            message="the change would alter other parts of this file; nothing is changed",
            path=changed_path,
            hint="make the change by hand, then run: confkit check",
        )
        raise FileError(*with_positions([finding], source, documents, limits))
    return source.byte_order_mark + text, planned.conference


def _written(source: Source, document: int, path: KeyPath, planned: Plan, language: str) -> str:
    """Return the text with new values and one more row of history in the mapping at a path of a document."""
    trees = _Trees(language)
    values = {key: trees.value(value) for key, value in planned.values.items()}
    row = trees.row(planned.row)
    order = [field.key for field in fields_of(planned.kind)]
    if source.format == "toml":
        from confkit.files._edit import _toml  # tomlkit takes as long to load as all other modules of files

        return _toml.edited(source, path, values, row, order)
    root = (_yaml.root if source.format == "yaml" else _json.root)(source, document)
    return spliced(source.text, _Splicer(source, root).splices(path, values, row, order))


def _found(documents: Documents, source: Source, limits: Limits) -> list[_Event]:
    """Return the events of a text; raise the errors of the text if it cannot be read or ids are missing or repeated."""
    found: list[_Event] = []
    for number, tree in documents.trees.items():
        document = tree if isinstance(tree, dict) else {}
        events = document.get(LIST)
        paths: list[KeyPath] = [(LIST, index) for index in range(len(events))] if isinstance(events, list) else [()]
        items = events if isinstance(events, list) else [document]
        ids = [item.get("id") if isinstance(item, dict) else None for item in items]
        found += [_Event(id, number, *place) for id, place in zip(ids, enumerate(paths), strict=True)]
    names = {event.id for event in found if isinstance(event.id, str)}
    if documents.findings or not found or len(names) < len(found):
        loads_catalog(source.text, format=source.format, file=source.file, limits=limits)
    return found


def _events(documents: Documents, document: int, source: Source, limits: Limits) -> list[Conference]:
    """Return the conferences of a document; raise its errors, with their positions."""
    found, findings = read_conferences(documents.trees[document])
    if findings:
        loads_catalog(source.text, format=source.format, file=source.file, limits=limits)
    return [conference for _, conference in found]


def _is_as_planned(
    text: str, source: Source, limits: Limits, before: Documents, document: int, events: list[Conference]
) -> bool:
    """Return whether a changed text has these events in one document, and no change in its other documents."""
    try:
        after = read_documents(source_from_text(text, source.format, source.file, limits), limits)
    except FileError:  # it is too long now
        return False
    expected = {**before.trees, document: after.trees.get(document)}
    if after.findings or after.trees != expected:
        return False
    found, findings = read_conferences(after.trees[document])
    return not findings and [conference for _, conference in found] == events


def _chosen(found: list[_Event], id: str | None, source: Source) -> _Event:
    """Return the event with an id, or the only event."""
    names = [str(event.id) for event in found]
    if id is None and len(names) == 1:
        return found[0]
    if id is None:
        message, hint = f"the file has {len(names)} events", f"give the id of one of them: {listed(names)}"
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
    """Writes changes in block style (by indentation) or in flow style (in brackets)."""

    def replaced(self, mapping: Node, key: str, value: Tree) -> list[Splice]:
        """Return the splices that replace a value."""
        ...

    def added(self, mapping: Node, after: Entry, key: str, value: Tree) -> list[Splice]:
        """Return the splices that add a key and its value after an entry."""
        ...

    def appended(self, mapping: Node, key: str, row: dict[str, Tree]) -> list[Splice]:
        """Return the splices that add a row to a list."""
        ...


class _Splicer:
    """Finds the parts of a YAML or JSON document that a change replaces; it refuses to lose a comment or an alias."""

    def __init__(self, source: Source, root: Node) -> None:
        text = source.text
        self._source = source
        self._root = root
        if source.format == "yaml":
            in_brackets, quoted = YamlWriter(flow=True), QuotedWriter(text)
            self._flow: _Style = FlowStyle(text, in_brackets)
            self._quoted: _Style = FlowStyle(text, quoted)
            self._block: _Style = BlockStyle(text, root, YamlWriter(flow=False), in_brackets, quoted)
        else:
            self._flow = self._quoted = self._block = FlowStyle(text, JsonWriter(text))

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
                old, "edit.comment", "a comment inside the old value would be lost", "move the comment to a line above"
            )
        return splices

    def _refuse_shared(self, node: Node) -> NoReturn:
        self._refuse(
            node,
            "edit.shared",
            "an alias repeats this value elsewhere, and would repeat the change too",
            "write the value in both places, without the alias",
        )

    def _refuse(self, node: Node, code: str, message: str, hint: str) -> NoReturn:
        raise FileError(self._source.finding(code, message, offset=node.start, hint=hint))


class _Trees:
    """Turns values of the model into trees; a text in the document's language alone becomes a string."""

    def __init__(self, language: str) -> None:
        self._language = language

    def row(self, row: Superseded | Revision) -> dict[str, Tree]:
        """Return a row of a history as a mapping."""
        keys: dict[str, Tree] = file_converter().unstructure(row)
        return {key: self.value(getattr(row, key)) for key in keys}

    def value(self, value: object) -> Tree:
        """Return the value of a field as a tree."""
        if isinstance(value, Text):
            return self._text(value)
        tree: Tree = file_converter().unstructure(value)
        if isinstance(value, Pending) and value.rule is not None and isinstance(tree, dict):
            tree["rule"] = self._text(value.rule)
        return tree

    def _text(self, text: Text) -> Tree:
        translations: dict[str, Tree] = dict(text.items())
        return translations[self._language] if text.languages == (self._language,) else translations
