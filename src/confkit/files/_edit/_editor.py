"""The steps of an edit: find the event, plan the change, write the new values into the text, and check the new text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, NoReturn, Protocol

from confkit import _atomic_files
from confkit.errors import FileError, Finding, InvalidValueError, joined_path, path_text, require_type, value_text
from confkit.files._converter import file_converter
from confkit.files._edit import _json, _yaml
from confkit.files._edit._actions import Cancel, Edit, Extend, Reschedule, comma_list, plan, suggestion
from confkit.files._edit._json import JsonWriter
from confkit.files._edit._nodes import FlowStyle, apply_splices, entry_before, has_comment, has_quoted_keys
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

_ARGUMENTS = frozenset({"call", "deadline", "milestone", "reason"})
"""The key paths of findings on the arguments of a change; all other key paths lead to values in the file."""


class _Event(NamedTuple):
    """An event that was found in a text.

    ``id`` is the id as it is written, which may have the wrong type; ``document`` is the number of the document;
    ``number`` and ``path`` are the index and the key path of the event in its document.
    """

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
    timeout: float = _atomic_files.LOCK_TIMEOUT,
) -> Conference:
    """Change a conference in a file, keep all other bytes of the file, and return the changed conference.

    ``id`` is the id of the event to change; a file of a single event does not need it. If the file has several
    documents (YAML documents, JSON lines), only the document of the event is checked completely; of the others, only
    the ids are read. The file is locked during the edit: other edits of the file wait, for at most ``timeout`` seconds.

    Raises:
        InvalidValueError: the file has these values already; the new date is announced before the old date was; the
            event, the call or the deadline does not exist; or an argument has the wrong type.
        FileError: the file cannot be read, locked or written; it is read-only or has several hard links; another
            program changed it during the edit; or the change would alter other parts of the file. The file is
            unchanged.

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
        data = _atomic_files.read_bytes(name, limits.max_bytes + 1)
        text, conference = _apply(source_from_text(data, known, name, limits), change, id, limits)
        _atomic_files.write_bytes(name, text.encode(), expected=data)
    return conference


def edits(
    text: str | bytes,
    change: Edit,
    *,
    format: Format,
    id: str | None = None,
    file: str | None = None,
    limits: Limits = CATALOG,
) -> str:
    r"""Change a conference in a text, and return the new text; all other characters of the text stay as they are.

    ``id`` is the id of the event to change; a text of a single event does not need it. ``file`` is the file name for
    the positions of findings.

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
    return _apply(source_from_text(text, format, file, limits), change, id, limits)[0]


def _apply(source: Source, change: Edit, id: str | None, limits: Limits) -> tuple[str, Conference]:
    """Make a change in a text, and return the new text and the changed event.

    The new text is read again, and its events are compared with the planned events.
    """
    require_type("change", change, Extend, Reschedule, Cancel, hint="write files.Extend(...), for example")
    require_type("id", id, str, type(None), hint="write the id of an event")
    documents = read_documents(source, limits)
    _, document, number, path = _event_by_id(_list_events(documents, source, limits), id, source)
    events = _read_events(documents, document, source, limits)
    prefix = path_text(path if documents.count == 1 else (document, *path))
    language = _language(documents.trees[document])
    try:
        planned = plan(events[number], change, language)
    except InvalidValueError as error:
        findings = (finding if finding.path in _ARGUMENTS else finding.under(prefix) for finding in error.findings)
        raise InvalidValueError(*with_positions(findings, source, documents, limits)) from None
    changed_path = joined_path(prefix, path_text(planned.path))
    try:
        text = _edited_text(source, document, (*path, *planned.path), planned, language)
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


def _edited_text(source: Source, document: int, path: KeyPath, planned: Plan, language: str) -> str:
    """Return the text after the new values and the new row of history are written into the mapping at a key path."""
    trees = _FieldTrees(language)
    values = {key: trees.value(value) for key, value in planned.values.items()}
    row = trees.row(planned.row)
    order = [field.key for field in fields_of(planned.kind)]
    if source.format == "toml":
        from confkit.files._edit import _toml  # tomlkit takes as long to load as all other modules of files

        return _toml.edit_toml(source, path, values, row, order)
    root = (_yaml.root if source.format == "yaml" else _json.root)(source, document)
    return apply_splices(source.text, _Splicer(source, root).splices(path, values, row, order))


def _list_events(documents: Documents, source: Source, limits: Limits) -> list[_Event]:
    """Return the events of a text.

    Raises:
        FileError: the text cannot be parsed, an id is missing, or two events have the same id.
    """
    events: list[_Event] = []
    for number, tree in documents.trees.items():
        document = tree if isinstance(tree, dict) else {}
        listed = document.get(LIST)
        paths: list[KeyPath] = [(LIST, index) for index in range(len(listed))] if isinstance(listed, list) else [()]
        items = listed if isinstance(listed, list) else [document]
        ids = [item.get("id") if isinstance(item, dict) else None for item in items]
        events += [_Event(id, number, index, path) for index, (id, path) in enumerate(zip(ids, paths, strict=True))]
    names = {event.id for event in events if isinstance(event.id, str)}
    if documents.findings or not events or len(names) < len(events):
        _raise_errors(source, limits)
    return events


def _read_events(documents: Documents, document: int, source: Source, limits: Limits) -> list[Conference]:
    """Return the conferences of a document.

    Raises:
        FileError: the document has errors.
    """
    conferences, findings = read_conferences(documents.trees[document])
    if findings:
        _raise_errors(source, limits)
    return [conference for _, conference in conferences]


def _raise_errors(source: Source, limits: Limits) -> None:
    """Read a text as a catalog, which raises all its errors with their positions."""
    loads_catalog(source.text, format=source.format, file=source.file, limits=limits)


def _is_as_planned(
    text: str, source: Source, limits: Limits, before: Documents, document: int, events: list[Conference]
) -> bool:
    """Return whether a changed text has the planned events in the changed document, and the old other documents."""
    try:
        after = read_documents(source_from_text(text, source.format, source.file, limits), limits)
    except FileError:  # the text is too long now
        return False
    expected = {**before.trees, document: after.trees.get(document)}
    if after.findings or after.trees != expected:
        return False
    conferences, findings = read_conferences(after.trees[document])
    return not findings and [conference for _, conference in conferences] == events


def _event_by_id(events: list[_Event], id: str | None, source: Source) -> _Event:
    """Return the event with an id; without an id, return the event of a text that has only one."""
    names = [str(event.id) for event in events]
    if id is None and len(names) == 1:
        return events[0]
    if id is None:
        message, hint = f"the file has {len(names)} events", f"give the id of one of them: {comma_list(names)}"
        raise InvalidValueError(source.finding("edit.event", message, path="id", hint=hint))
    if id not in names:
        hint = suggestion(id, names, "")
        raise InvalidValueError(
            source.finding("edit.event", "there is no such event", path="id", value=value_text(id), hint=hint)
        )
    return events[names.index(id)]


def _language(tree: Tree) -> str:
    """Return the language of a document, or ``und`` if the document does not state a language."""
    stated = tree.get("language") if isinstance(tree, dict) else None
    return canonical_tag(stated) if isinstance(stated, str) else UND


class _Style(Protocol):
    """A style in which lists and mappings are written: block style (by indentation) or flow style (in brackets)."""

    def replace_value(self, mapping: Node, key: str, value: Tree) -> list[Splice]:
        """Return the splices that replace a value."""
        ...

    def add_key(self, mapping: Node, previous: Entry, key: str, value: Tree) -> list[Splice]:
        """Return the splices that add a key and its value after the entry ``previous``."""
        ...

    def append_row(self, mapping: Node, key: str, row: dict[str, Tree]) -> list[Splice]:
        """Return the splices that add a row to the list that is the value of a key."""
        ...


class _Splicer:
    """Finds the parts of a YAML or JSON text that must be replaced for a change.

    A change that would remove a comment, or change a value that an alias repeats, is refused.
    """

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
        """Yield the splices that set values in the mapping at ``path``, and add a row to the history in this mapping.

        ``order`` has the keys of the mapping in the order of the model.
        """
        mapping = self._mapping_at(path)
        style = self._style(mapping)
        for key, value in values.items():
            if key in mapping.entries:
                old = mapping.entries[key].value
                if old.shared:
                    self._refuse_shared(old)
                yield from self._keeping_comments(style.replace_value(mapping, key, value), old)
            else:
                yield from style.add_key(mapping, entry_before(mapping, key, order), key, value)
        if "history" not in mapping.entries:
            yield from style.add_key(mapping, entry_before(mapping, "history", order), "history", [row])
            return
        rows = self._unshared(mapping.entries["history"].value)
        style = self._style(mapping if mapping.form == "flow" else rows)
        yield from self._keeping_comments(style.append_row(mapping, "history", row), rows)

    def _style(self, node: Node) -> _Style:
        """Return the style of an existing mapping or list."""
        if node.form != "flow":
            return self._block
        return self._quoted if has_quoted_keys(self._source.text, node) else self._flow

    def _mapping_at(self, path: KeyPath) -> Node:
        """Return the mapping at a key path; raise if an alias repeats the mapping or a value around it."""
        node = self._unshared(self._root)
        for step in path:
            node = self._unshared(node.items[step] if isinstance(step, int) else node.entries[step].value)
        return node

    def _unshared(self, node: Node) -> Node:
        """Return a value; raise if an alias repeats the value, or if the value is an alias itself."""
        if node.form == "alias" or node.shared:
            self._refuse_shared(node)
        return node

    def _keeping_comments(self, splices: list[Splice], old: Node) -> list[Splice]:
        """Return splices unchanged; raise if they would remove a comment from the old value."""
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


class _FieldTrees:
    """Converts field values to trees.

    A text that has only the language of the document becomes a string, as a person would write it.
    """

    def __init__(self, language: str) -> None:
        self._language = language

    def row(self, row: Superseded | Revision) -> dict[str, Tree]:
        """Return a row of a history as a mapping."""
        keys: dict[str, Tree] = file_converter().unstructure(row)
        return {key: self.value(getattr(row, key)) for key in keys}

    def value(self, value: object) -> Tree:
        """Return the value of any field as a tree."""
        if isinstance(value, Text):
            return self._text(value)
        tree: Tree = file_converter().unstructure(value)
        if isinstance(value, Pending) and value.rule is not None and isinstance(tree, dict):
            tree["rule"] = self._text(value.rule)
        return tree

    def _text(self, text: Text) -> Tree:
        """Return a text as a string, or as a mapping of languages to texts."""
        translations: dict[str, Tree] = dict(text.items())
        return translations[self._language] if text.languages == (self._language,) else translations
