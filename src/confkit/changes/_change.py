"""One change: what it is, where, what was there before and what is there now."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from confkit.errors import joined_path
from confkit.model import Text

__all__ = ["Change"]


@attrs.frozen(kw_only=True)
class Change:
    """One difference between two versions.

    ``old`` and ``new`` are the values of the model at ``old_path`` in the old version and at ``new_path`` in the new
    one; a path is ``None`` where there was nothing, or is nothing any more. ``announced`` and ``reason`` come from the
    histories; ``explained_by`` names what in the new version tells of this change and is therefore none of its own.

    >>> Change(kind="edition", new_path="edition", new=2).path
    'edition'
    """

    kind: str
    old_path: str | None = None
    new_path: str | None = None
    old: Any = None
    new: Any = None
    announced: dt.date | None = None
    reason: Text | None = None
    explained_by: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where it is in the new version; what is gone, where it was in the old one."""
        return (self.old_path if self.new_path is None else self.new_path) or ""

    def under(self, old: str, new: str) -> Change:
        """Return the same change as seen from what holds the two versions at these paths."""
        return attrs.evolve(
            self,
            old_path=None if self.old_path is None else joined_path(old, self.old_path),
            new_path=None if self.new_path is None else joined_path(new, self.new_path),
            explained_by=tuple(joined_path(new, path) for path in self.explained_by),
        )
