"""Changes to a file in place, every other octet as it was.

The change is made to the values first; then a pen of the file's format writes the few characters that differ; then the
whole text is read again, and must say what was meant.
"""

from confkit.files._edit._changes import Cancel, Edit, Extend, Reschedule
from confkit.files._edit._editor import edit, edits

__all__ = ["Cancel", "Edit", "Extend", "Reschedule", "edit", "edits"]
