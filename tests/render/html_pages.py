"""HTML as a browser reads it: the parser of the standard in its strict mode, and the text that readers see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import html5lib

from render.text_checks import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["elements", "parsed", "seen", "texts"]


def parsed(html: str) -> Any:
    """Return the tree of a fragment or of a whole document; a parse error is raised."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(html) if html.startswith("<!DOCTYPE html>") else parser.parseFragment(html)


def elements(html: str) -> Iterator[Any]:
    """Yield the elements of a page, without those that the parser adds."""
    return (element for element in parsed(html).iter() if isinstance(element.tag, str) and element.tag.islower())


def texts(html: str) -> Iterator[tuple[str, str]]:
    """Yield each piece of text, alternative texts of pictures included, with the language of its element."""
    yield from _texts(parsed(html), "")


def _texts(element: Any, outer: str) -> Iterator[tuple[str, str]]:
    language = element.get("lang", outer)
    yield element.get("alt", ""), language
    yield element.text or "", language
    for child in element:
        yield from _texts(child, language)
        yield child.tail or "", language


def seen(html: str) -> str:
    """Return all text of a page, without spaces and differences of case."""
    return folded("".join(text for text, _ in texts(html)))
