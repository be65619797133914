"""Writing of conferences and catalogs to texts and files; equal values give equal bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit import _atomic_files
from confkit.errors import Finding, KeyPath, UnwritableError, path_text, value_text
from confkit.files import _json, _toml, _yaml_writer
from confkit.files._converter import file_converter
from confkit.files._header import LIST, VERSION
from confkit.files._source import Format, check_format, file_name, format_from_suffix
from confkit.model import Catalog, Conference

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from confkit.files._tree import Tree

__all__ = ["dump", "dumps"]


def dumps(value: Conference | Catalog, *, format: Format) -> str:
    """Return a conference or a catalog as text.

    The fields of a value are written in the order of the model; fields that have their default value are left out. A
    catalog becomes one document with a list of ``conferences``, or, in ``jsonl``, one line for each conference.

    Raises:
        UnwritableError: the value is neither a conference nor a catalog; or the format cannot express a part of the
            value (TOML has no null); or a subclass added a field, which no reader knows.
        FileError: the format is unknown.

    >>> from confkit import Conference
    >>> print(dumps(Conference(id="day-2027", name="A Day", edition=1), format="yaml"), end="")
    confkit: 1
    id: day-2027
    name: A Day
    edition: 1
    """
    check_format(format)
    return "".join(_document_text(tree, format) for tree in _document_trees(value, line_by_line=format == "jsonl"))


def dump(value: Conference | Catalog, path: str | os.PathLike[str], *, format: Format | None = None) -> None:
    """Write a conference or a catalog to a file; the suffix of the name decides the format, unless ``format`` is given.

    An existing file is replaced in one step, and keeps its permissions. If writing fails, the old file is unchanged.

    Raises:
        FileError: the file cannot be written.
        InvalidValueError: the path is neither text nor a path object.
        UnwritableError: as in `dumps`.

    >>> from confkit import Conference, files
    >>> dump(Conference(id="day-2027", name="A Day"), "day.toml")
    >>> files.load("day.toml").id
    'day-2027'
    """
    name = file_name(path)
    _atomic_files.write_bytes(
        name, dumps(value, format=format_from_suffix(name) if format is None else format).encode()
    )


def _document_trees(value: Conference | Catalog, *, line_by_line: bool) -> Iterator[dict[str, Tree]]:
    """Yield the tree of each document to write; ``line_by_line`` makes each conference a document."""
    if isinstance(value, Conference):
        yield {"confkit": VERSION, **file_converter().unstructure(value)}
    elif not isinstance(value, Catalog):
        raise _unwritable(
            "only a conference or a catalog can be written", (), value_text(value), "write a list as Catalog(...)"
        )
    elif line_by_line:
        for conference in value:
            yield from _document_trees(conference, line_by_line=True)
    else:
        yield {"confkit": VERSION, LIST: [file_converter().unstructure(conference) for conference in value]}


def _document_text(tree: dict[str, Tree], format: Format) -> str:
    """Return a tree as a document in a format."""
    if format == "yaml":
        return _yaml_writer.yaml_text(tree)
    if format == "toml":
        _refuse_null(tree, ())
        return _toml.toml_text(tree)
    return _json.json_text(tree, one_line=format == "jsonl")


def _refuse_null(tree: Tree, path: KeyPath) -> None:
    """Raise if a tree contains null; ``path`` is the key path of the tree."""
    if tree is None:
        raise _unwritable("TOML has no null", path, None, "write YAML or JSON, or leave the key out")
    if isinstance(tree, dict | list):
        for step, item in tree.items() if isinstance(tree, dict) else enumerate(tree):
            _refuse_null(item, (*path, step))


def _unwritable(message: str, path: KeyPath, value: str | None, hint: str) -> UnwritableError:
    return UnwritableError(
        Finding(code="file.unwritable", message=message, path=path_text(path), value=value, hint=hint)
    )
