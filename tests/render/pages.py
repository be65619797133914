"""What a browser makes of HTML: the parser of the standard, strict, and what readers see of each language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import html5lib

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["elements", "parsed", "seen", "texts"]


def parsed(said: str) -> Any:
    """Return the tree of a fragment or of a whole document; a parse error is raised."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(said) if said.startswith("<!DOCTYPE html>") else parser.parseFragment(said)


def elements(said: str) -> Iterator[Any]:
    """Yield the elements of a page, without those that the parser adds."""
    return (element for element in parsed(said).iter() if isinstance(element.tag, str) and element.tag.islower())


def texts(said: str) -> Iterator[tuple[str, str]]:
    """Yield every text, those for readers who cannot see pictures included, with the language of its place."""
    yield from _texts(parsed(said), "")


def _texts(element: Any, outer: str) -> Iterator[tuple[str, str]]:
    language = element.get("lang", outer)
    yield element.get("alt", ""), language
    yield element.text or "", language
    for child in element:
        yield from _texts(child, language)
        yield child.tail or "", language


def seen(said: str) -> str:
    """Return all that a page shows, without spaces, its letters of one case (a micro sign has the capital of mu)."""
    return "".join("".join(text for text, _ in texts(said)).split()).upper().casefold()
