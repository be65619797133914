"""How a language sets a page: what layouts print between the words of facts."""

from __future__ import annotations

import attrs

__all__ = ["Setting"]


@attrs.frozen(kw_only=True)
class Setting:
    """The punctuation and the arrangement of one language; what is not given is as in English."""

    comma: str = ", "
    """Between clauses, where short items of a list may be parted by another sign."""
    between_items: str = ", "
    """Between short items of a list that follows a colon and their number, without a word before the last one."""
    stop: str = "."
    """What ends a sentence."""
    announcing: str = " — "
    """Between a name and what is told of it on one line."""
    subtitle: str = " — "
    """Between an event and what belongs to it, in a title that has a colon already."""
    beside_in_brackets: bool = True
    """Whether, on one line, an event beside this one is told in brackets after the place, or after a comma."""
    between: str = " | "
    """Between when and where, on a line of their own."""
    heading: str = "{title}"
    """A heading of plain text."""
    labels_as_headings: bool = False
    """Whether the label of a fact that stands alone in plain text is set as a heading, before its words."""
    bullet: str = "- "
    """What an item of a list of plain text begins with."""
    indent: str = "  "
    """What lines below a heading of plain text begin with, and items below a label."""
    counts_all: bool = False
    """Whether the number after the first of several things counts that one too: 等3场活动, but "and 2 more"."""
    maps: tuple[str, ...] = ("openstreetmap", "google")
    """The maps that serve readers, the best first."""
    wrapped: bool = True
    """Whether lines of plain text are broken between words; without spaces, whatever shows them breaks them better."""
    unbroken: str = r"(?!)"
    """A pattern of words with a figure that stay on one line, such as an hour and its half of the day."""

    def counted(self, total: int) -> int:
        """Return the number that stands after the first of ``total`` things: of all, or of the others."""
        return total if self.counts_all else total - 1
