"""What a link says: its title, or the address itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confkit.facts._fact import Fact, Section
from confkit.facts._marks import titled

if TYPE_CHECKING:
    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import Link

__all__ = ["link_fact", "link_words"]


def link_fact(teller: Teller, section: Section, link: Link, key: str, path: str) -> Fact:
    """Tell a link: its label says what it leads to, its words are its title or the address itself."""
    return Fact(
        key=key,
        paths=(path,),
        section=section,
        label=teller.label("link", link.rel),
        parts=(link_words(teller, link),),
    )


def link_words(teller: Teller, link: Link) -> Runs:
    """Return the title of a link, or the address itself."""
    return titled(teller, link.title, href=link.url) if link.title else teller.link(link.url)
