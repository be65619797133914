"""Changes in a file that keep every other byte of it.

A change is made to the conference first. Then the new values are written into the text: with tomlkit in TOML, at the
positions of the old values in YAML and JSON. Then the text is read again, and must give the changed conference.
"""

from confkit.files._edit._actions import Cancel, Edit, Extend, Reschedule
from confkit.files._edit._editor import edit, edits

__all__ = ["Cancel", "Edit", "Extend", "Reschedule", "edit", "edits"]
