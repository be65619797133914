"""Reading, writing and editing of conferences in YAML, JSON and TOML files.

Reading reports all problems of a file at once, each with its key path, and in YAML and JSON with line and column.
Writing gives equal bytes for equal conferences. An edit writes new values, and keeps all other bytes of the file.

>>> from confkit import Conference, files
>>> day = Conference(id="day-2027", name="A Day")
>>> files.loads(files.dumps(day, format="toml"), format="toml") == day
True
"""

from confkit.files._dump import dump, dumps
from confkit.files._edit import Cancel, Edit, Extend, Reschedule, edit, edits
from confkit.files._limits import CATALOG, DOCUMENT, Limits
from confkit.files._load import Contents, contents, example, load, load_catalog, loads, loads_catalog
from confkit.files._positions import locate, located
from confkit.files._schema import schema
from confkit.files._source import SUFFIXES, Format

__all__ = [
    "CATALOG",
    "DOCUMENT",
    "SUFFIXES",
    "Cancel",
    "Contents",
    "Edit",
    "Extend",
    "Format",
    "Limits",
    "Reschedule",
    "contents",
    "dump",
    "dumps",
    "edit",
    "edits",
    "example",
    "load",
    "load_catalog",
    "loads",
    "loads_catalog",
    "locate",
    "located",
    "schema",
]
