"""Edits of a file: a value is changed, and all other bytes of the file stay as they are.

1. The change is made to the conference: `Extend`, `Reschedule` and `Cancel` say which fields get which values.
2. The new values are written into the text: at the positions of the old values in YAML and JSON, with tomlkit in TOML.
3. The new text is read again, and must give the changed conference; otherwise, the edit is refused.
"""

from confkit.files._edit._actions import Cancel, Edit, Extend, Reschedule
from confkit.files._edit._editor import edit, edits

__all__ = ["Cancel", "Edit", "Extend", "Reschedule", "edit", "edits"]
